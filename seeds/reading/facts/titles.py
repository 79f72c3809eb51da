"""Names of what was put in place, as a text prints them: 《…办法》, “春风行动”送岗下乡活动, 心理咨询热线.

Finds names and says where and of what kind; who put it in place is for ``measures``. Reads folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from seeds.reading.facts.lexicon import one_of, words
from seeds.reading.facts.numerals import NUMBER, number_of

_MEASURES = words("measures")
_KINDS = {word: kind for kind, heads in _MEASURES["heads"].items() for word in heads}
_PAPER_KINDS = {word: kind for kind in ("policy", "campaign") for word in _MEASURES["papers"][kind]}
_PAPER = re.compile(r"《([^《》\n]{2,90})》")
_PAPER_END = re.compile(rf"(?P<kind>{one_of(_PAPER_KINDS)})$")
_NOT_PAPER = re.compile(rf"{one_of(_MEASURES['papers']['none'])}$")
_SHORT = frozenset(_MEASURES["references"]["short"])
_HEAD = one_of(_KINDS)
_ACT = re.compile(one_of(_MEASURES["verbs"]["act"]))
_QUOTED = re.compile(
    rf"“(?P<name>[^“”\n]{{2,24}})”(?P<more>(?:“[^“”\n]{{2,20}}”)*(?:[\u4e00-\u9fffA-Za-z0-9]{{0,14}}?{_HEAD})?)"
)
_BEFORE_QUOTE = re.compile(r"(?:第\S{1,4}[届期]|24小时|\S{0,4}线上|送\S{1,10}|[\u4e00-\u9fff]{0,3}免费)$")
_PHRASE = re.compile(
    rf"(?P<modifier>[\u4e00-\u9fffA-Za-z0-9“”、·—]{{0,36}}?)(?P<head>{_HEAD})(?=[，。；：！？、”）（\n]|和|并|与|及|等|的(?!工作)|来|由|为|向|对|在|于|已|随|从|让|就|将|把|帮|以|开|上|启|进|免|共|自|被|接|迅|\d|$)"
)
_COUNT_HEAD = re.compile(
    rf"^(?:了|着|一系列|广泛|积极|全面|及时|首个|全新|一批|各项|多项|相关|系列|有关|过)*(?:{NUMBER}(?:个|项|条|张|支|名|家|处|期|场|套|批|份|万元|元|只|座|人)?)?(?:的|由)?"
)
_VAGUE = re.compile(
    r"的$|细心|周到|优质|贴心|热情|各项|有力|有效|全方位|精准|相应|上述|多项|一些|更多|更好|良好|各类|日常|工作保障|后勤$|服务$|任务|措施$"
)
_CLAUSES = re.compile(rf"(?:共|提出|出台|一共开列|制定|等)?({NUMBER})(?:条|项)(?:措施|举措|承诺|内容|规定|政策|具体)?")


@dataclass(frozen=True, slots=True)
class Title:
    """A name at ``start``–``end`` of the folded text. ``form`` is "paper", "quoted" or "phrase"; ``kind`` a measure type.

    ``verb`` is where the verb that introduces a phrase begins, None when there is none.
    """

    name: str
    kind: str
    form: str
    start: int
    end: int
    verb: int | None = None


def find_titles(text: str) -> Iterator[Title]:
    """The names of measures in ``text``, papers first, then quoted names, then phrases after a verb."""
    taken: list[tuple[int, int]] = []
    for finder in (_papers, _quoted, _phrases):
        for title in finder(text):
            if not any(start < title.end and title.start < end for start, end in taken[-400:]):
                taken.append((title.start, title.end))
                yield title


def _papers(text: str) -> Iterator[Title]:
    for match in _PAPER.finditer(text):
        name = match[1]
        kind = _PAPER_END.search(name)
        if name in _SHORT or not kind or _NOT_PAPER.search(name):
            continue
        yield Title(name, _PAPER_KINDS[kind["kind"]], "paper", match.start(), match.end())


def _quoted(text: str) -> Iterator[Title]:
    for match in _QUOTED.finditer(text):
        more = match["more"]
        head = re.search(rf"{_HEAD}$", more) or re.search(rf"{_HEAD}$", match["name"])
        verb = _verb_before(text, match.start())
        if not head or re.search("[。！？，]", match["name"]):
            continue
        start = match.start()
        before = _BEFORE_QUOTE.search(text[max(0, start - 6) : start])
        if before:
            start -= len(before[0])
        name = text[start : match.end()].replace("“", "").replace("”", "")
        yield Title(name, _KINDS[head[0]], "quoted", match.start(), match.end(), verb)


def _verb_before(text: str, position: int) -> int | None:
    verbs = list(_ACT.finditer(text, max(0, position - 14), position))
    return verbs[-1].start() if verbs and not re.search("[。；\n]", text[verbs[-1].end() : position]) else None


def _phrases(text: str) -> Iterator[Title]:
    last = 0
    for verb in _ACT.finditer(text):
        if verb.start() < last:
            continue
        match = _PHRASE.match(text, verb.end())
        if not match:
            continue
        modifier = _COUNT_HEAD.sub("", match["modifier"])
        name = (modifier + match["head"]).replace("“", "").replace("”", "")
        if len(modifier) < 2 or _VAGUE.search(modifier) or _ACT.search(modifier[:4]):
            continue
        start = match.end() - len(match["head"]) - len(modifier)
        last = match.end()
        yield Title(name, _KINDS[match["head"]], "phrase", start, match.end(), verb.start())


def clauses_of(text: str, start: int, end: int) -> int | None:
    """How many items the words around a title say it has (共9条, 16条举措); None when they do not say."""
    for match in _CLAUSES.finditer(text, start, end):
        value = number_of(match[1])
        if value is not None and 1 < value < 500 and value == value.to_integral_value():
            return int(value)
    return None

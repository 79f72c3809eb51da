"""What a body grants to whoever qualifies, told without a name: 宣布，受灾户的到期贷款一律延期一年归还.

Reads folded text; who grants it is for ``measures``. A concession that is told with how many have had it, or with what
it comes to, is aid and none of these, unless it is said to hold for all (一律).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seeds.reading.facts.lexicon import branches, choice, leading, one_of
from seeds.reading.facts.title_words import MEASURES, Title

_WORDS = MEASURES["concessions"]
_GRANTED = re.compile(leading(_WORDS["granted"]))
_WITHIN = re.compile(
    f"内(?:{choice('measures.concessions.within')})|先[^，。；、]{{2,6}}、?后[^，。；、]{{2,6}}"
    f"|不得[^，。；、]{{0,8}}(?:{choice('measures.concessions.forbidden')})"
)
_SAID = re.compile(
    rf"(?:{branches(_WORDS['said'], {word[0]: '(?<!》.)' for word in _WORDS['said']})}"
    rf"|称(?<!》.)(?=[，：]对)|表示(?<!》..)(?=[，：]对))(?:[，：]|(?=对|凡|\d{{1,2}}(?:小时|分钟|天|日|个工作日)内|[^，。；：\n]{{2,16}}一律))(?P<rule>[^。！？\n“”]{{4,100}})"
)
# 对还款困难的司机，该行一律给予三个月宽限期
_FOR = re.compile(
    rf"[对凡](?P<who>[^，。；：！？\n“”]{{2,30}}?)(?:，该[行社司院厂局段]|，该?(?:公司|集团|医院|银行))?，?"
    rf"(?:(?:一律|全部|均)(?:[可予]以?)?(?:给予|实行|予以|实施)?|给予|实行|予以)"
    rf"(?P<what>(?=[^，。；]{{0,8}}?(?:{one_of(_WORDS['granted'])}|{_WITHIN.pattern}))[^，。；：！？\n]{{2,24}})"
)
# 厂里立了一条新规矩：开工先点名
_LAID_DOWN = re.compile(
    r"(?:立|定|订)(?:下了?|了)?一?条(?:新|铁|硬|老)?(?:规矩|规定|制度|纪律)?：(?P<rule>(?:凡[^，。；\n]{2,20}，(?:[^，。；\n]{2,16}，)?)?[^。，！？；\n“”]{4,40})(?=[，。；！])"
)
_CLAUSE = re.compile("[^，；]+")
_STRETCH = re.compile(".+", re.DOTALL)
_SHORTEST = 5
_SHORT = 8  # a clause that needs the one before it: (灾区学生可以借读，)不收借读费
_HINT = re.compile("一律|全部|均|给予|实行|予以")
_FIGURES = re.compile(
    r"\d[\d.,]*余?[万亿]?(?:余|多)?(?:元|户|人|名|家|辆|位|笔|台)(?!以[上下])|[一二三四五六七八九十百千万]{2,}元|涉及|惠及|已[为有给]|截至"
)
_FOR_ALL = re.compile("一律|凡|均(?!为|每)|全部(?![^，。；]{0,4}\\d)")  # a rule, however many have had it so far
_SO_FAR = re.compile("首批|已(?:有|为|办|受理)|截至|到(?:昨[日天]|目前|今[日天])")
_LED = re.compile("^(?:对|凡是?|今后|从即日起|即日起|将|其)+")
_WHOLE = re.compile("一律|(?<=[\u4e00-\u9fff])将(?=[免不延缓])")


def find_concessions(text: str) -> Iterator[Title]:
    """What ``text`` says that a body announced, promised or ruled for anybody whom it concerns."""
    if not (_GRANTED.search(text) or _WITHIN.search(text) or _LAID_DOWN.search(text)):
        return
    for match in _SAID.finditer(text):
        rule = _rule_in(match["rule"])
        end = match.start("rule") + rule.end() if rule else 0
        if rule and not _counted(text, match.start(), end, for_all=bool(_FOR_ALL.search(rule[0]))):
            name = _WHOLE.sub("", _LED.sub("", rule[0]))
            yield Title(name, "policy", "granted", match.start("rule") + rule.start(), end, match.start())
    for match in _LAID_DOWN.finditer(text):
        yield Title(match["rule"], "policy", "phrase", match.start("rule"), match.end(), match.start())
    for match in _FOR.finditer(text) if _HINT.search(text) else ():
        if not _counted(text, match.start(), match.end()):
            yield Title(match["who"] + match["what"], "policy", "granted", match.start(), match.end(), match.start())


def _rule_in(words: str) -> re.Match[str] | None:
    """The first clause of ``words`` that grants something, a short one with the clause before or behind it."""
    clauses = [match for match in _CLAUSE.finditer(words) if len(match[0]) >= _SHORTEST]
    for at, clause in enumerate(clauses):
        if _GRANTED.search(clause[0]) or _WITHIN.search(clause[0]):
            if len(clause[0]) >= _SHORT:
                return clause
            first = clauses[at - 1] if at and words[clauses[at - 1].end()] == "，" else clause
            last = clause if first is not clause or at + 1 == len(clauses) else clauses[at + 1]
            return _STRETCH.match(words, first.start(), last.end())
    return None


def _counted(text: str, start: int, end: int, *, for_all: bool = False) -> bool:
    """True when the sentence around says how many have it or what it comes to.

    How many have had it so far says nothing against a rule that is ``for_all``.
    """
    first = max(text.rfind("。", 0, start), text.rfind("\n", 0, start)) + 1
    stop = min((at for at in (text.find("。", end), text.find("\n", end)) if at >= 0), default=len(text))
    figures = _FIGURES.search(text, max(first, start - 120), min(stop, end + 120))
    return bool(figures and not (for_all and _SO_FAR.search(text, end, figures.end())))

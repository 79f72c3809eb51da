"""Official papers by name: 《…办法》, a booklet that somebody issued, headlines that are a paper's own title.

Reads folded text; who put a paper in place is for ``measures``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seeds.reading.facts.lexicon import choice, one_of
from seeds.reading.facts.title_words import MEASURES, Title

_PAPER_KINDS = {word: kind for kind in ("policy", "campaign") for word in MEASURES["papers"][kind]}
_ADVICE = ("提示", "提醒", "指引", "须知")  # a headline 关于…的提示 is a paper's own
_PAPER = re.compile(r"《([^《》\n]{2,90})》")
_PAPER_END = re.compile(rf"(?P<kind>{one_of(_PAPER_KINDS)})$")
_OWN_TITLE = re.compile(
    rf"[#*]*[\u4e00-\u9fff]{{0,24}}?(?P<name>关于[\u4e00-\u9fffA-Za-z0-9（）、“”]{{4,60}}"
    rf"的(?P<kind>{one_of([*_PAPER_KINDS, *_ADVICE])})(?:（试行）)?)"
)
_NAMED_PAPER = re.compile(
    rf"(?:一图读懂：)?(?P<name>[\u4e00-\u9fffA-Za-z0-9（）“”]{{6,40}}(?P<kind>{one_of(_PAPER_KINDS)})(?:（试行）)?)"
)
# 发出《捐一件棉衣》倡议书: what kind of paper it is may stand behind
_KIND_BEHIND = re.compile(f"的?(?P<kind>{choice('titles.appeals')})")
_NOT_PAPER = re.compile(rf"(?:{one_of(MEASURES['papers']['none'])}|(?<!办)法)$")
_BOOKLET = re.compile(rf"{one_of(MEASURES['papers']['booklets'])}$")  # measures when a body issues them
_ISSUED = re.compile(rf"(?:{choice('titles.published')})[了的]?(?:一份|第.版|[\d.]+万?[份本册])?$")
_SHORT = frozenset(MEASURES["references"]["short"])


def find_papers(text: str) -> Iterator[Title]:
    """The papers between 《》 that ``text`` names."""
    for match in _PAPER.finditer(text):
        name = match[1]
        kind = _PAPER_END.search(name)
        behind = None if kind else _KIND_BEHIND.match(text, match.end())
        if behind and _ISSUED.search(text, max(0, match.start() - 10), match.start()):
            yield Title(name, _PAPER_KINDS[behind["kind"]], "paper", match.start(), behind.end())
            continue
        if not kind and _BOOKLET.search(name) and _ISSUED.search(text, max(0, match.start() - 10), match.start()):
            yield Title(name, "policy", "paper", match.start(), match.end())
        if name in _SHORT or not kind or _NOT_PAPER.search(name):
            continue
        yield Title(name, _PAPER_KINDS[kind["kind"]], "paper", match.start(), match.end())


def paper_of_headline(text: str, *, paper_follows: bool = False) -> Title | None:
    """The paper whose own title the headline ``text`` is: 关于做好职工帮扶工作的通知."""
    match = _OWN_TITLE.fullmatch(text)
    if match is None and paper_follows:
        match = _NAMED_PAPER.fullmatch(text)
    return (
        Title(match["name"], _PAPER_KINDS.get(match["kind"], "policy"), "paper", match.start("name"), match.end())
        if match
        else None
    )

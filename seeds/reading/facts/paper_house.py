"""The house that a paper is made for: 粤西港务集团 of 粤西港务报, the mining bureau of a 矿工报, or its publisher.

In such a paper a bare 公司, 集团 or 局 means that house. Imports the names' grammar and the resolver.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from seeds.reading.facts.lexicon import one_of
from seeds.reading.facts.name_parts import FIRM, Name, Pointer
from seeds.reading.facts.organisation_names import find_names
from seeds.reading.facts.other_names import other_names
from seeds.reading.facts.places import find_places
from seeds.reading.folding import fold
from seeds.reading.organisation_nodes import Node, stem
from seeds.reading.resolution import Resolver
from seeds.reading.scene import Scene
from seeds.reading.vocabulary import table

_CREDIT = re.compile("来源：|主管|主办|承办|协办|^报：|^发：|抄送")
_PUBLISHED = re.compile("主办|主管|出版")
_PAPER = re.compile(
    r"[#*《\s]*(?P<own>[一-鿿]{3,8}?)(?:集团|公司)?(?:(?:工人|职工|矿工)?报|(?<=[一-鿿]{4})(?:工人|职工))(?:》|\s|第|总|\d|$)"
)
_TRADES: dict[str, str] = table("organisations")["papers"]["houses"]
_OF_BUREAU = re.compile(
    rf"[#*《\s]*(?P<own>[一-鿿]{{2,4}}?)(?P<trade>{one_of(_TRADES)})(?:工人)?报?(?:》|\s|第|总|\d|$)"
)
_FIRMS = frozenset(("company", "plant"))
_OFTEN = 3  # times that a paper says 局 before it is a bureau's


def paper_names(own_lines: Iterable[str]) -> Iterator[str]:
    """What a paper is named after: 粤西港务 of 粤西港务报, 辽西铁路 of 辽西铁道报, 红柳油田 of 红柳石油工人."""
    for line in own_lines:
        if (match := _PAPER.match(line)) is None or _is_place(match["own"]):
            continue
        own = match["own"].replace("铁道", "铁路")
        yield own
        if "石油" in own:
            yield own.replace("石油", "油田")


def _is_place(words: str) -> bool:
    return any(place.end - place.start == len(words) for place in find_places(words))


def meet_house(resolver: Resolver, own_lines: list[str], names: Iterable[tuple[str, Name]]) -> None:
    """Let ``resolver`` know the paper's house before it reads the articles.

    It is a firm of ``names`` (texts with the names in them) or of the imprint that the paper is named after, else the
    bureau that a paper of its trade always speaks of as 局.
    """
    resolver.paper_names = tuple(paper_names(own_lines))
    bureaus, other = 0, False
    for text, name in names:
        if isinstance(name.base, Pointer):
            bureaus += name.base.word == "局" and not name.base.determiner
        else:
            other = other or (name.unit.kind in _FIRMS and name.unit.word.endswith("局"))
        _meet(resolver, text, name)
    if resolver.own_house() is None:
        for text, name in (pair for line in own_lines for pair in _published(line)):
            _meet(resolver, text, name)
    if resolver.own_house() is None and bureaus >= _OFTEN and not other:
        for line in own_lines:
            if (match := _OF_BUREAU.match(line)) is not None:
                own = match["own"] + _TRADES[match["trade"]]
                unit = replace(FIRM, word=own, kind="plant", base="free")
                bureau = Name(0, len(own), None, own, unit)
                resolver.bureau = resolver.made(own, bureau, None, "enterprise", "grassroots")
                return


def _meet(resolver: Resolver, text: str, name: Name) -> None:
    """Let the resolver know a firm that the paper is named after."""
    named = stem(text[name.start : name.end]).startswith(resolver.paper_names or "\0")
    if named and name.base is None and name.unit.kind in _FIRMS:
        resolver.node(name, 0, Scene(resolver.home))


def _published(line: str) -> Iterator[tuple[str, Name]]:
    """The names in the part of a line that says who publishes the paper."""
    for words in line.split():
        if _PUBLISHED.search(words):
            text = fold(words).text
            yield from ((text, name) for name in find_names(text, find_places(text)))


def credited(words: str, resolver: Resolver) -> Iterator[Node]:
    """The organisations that a credit or an imprint names (来源：…, 主管：…); other furniture names none."""
    if not _CREDIT.search(fold(words).text):
        return
    scene = Scene(resolver.home)
    for part in words.split():
        text = fold(part).text
        places = find_places(text)
        names = [] if "来源" in text else find_names(text, places)
        for name in (*names, *other_names(text, places, names)):
            if (node := resolver.node(name, name.start, scene)) is not None:
                yield node

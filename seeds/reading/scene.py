"""What an article has named so far, by position: its places and its organisations; what 市, 该局 and 公司 mean there.

Imports places and the names' grammar.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from seeds.reading.facts.places import PlaceWord, level_word, nearest, with_level
from seeds.reading.organisation_nodes import Node, fits


@dataclass(frozen=True, slots=True)
class SeenPlace:
    """A division at its position; ``leads`` when it stands at the head of a clause."""

    at: int
    code: str
    leads: bool


@dataclass(frozen=True, slots=True)
class SeenNode:
    """An organisation at its position; ``leads`` when it stands at the head of a clause."""

    at: int
    node: Node
    leads: bool


class Scene:
    """One article's places and organisations, in the order of their positions."""

    def __init__(self, home: str | None) -> None:
        self.home = home
        self.places: list[SeenPlace] = []
        self.townships: list[tuple[int, PlaceWord]] = []
        self.nodes: list[SeenNode] = []
        self.sentences: list[int] = []

    def see_place(self, at: int, place: PlaceWord, *, leads: bool) -> None:
        """Note a place; one of several meanings is the one nearest to what was seen, else to home."""
        last = self.places[-1].code if self.places else None
        code = nearest(place.codes, last) or nearest(place.codes, self.home)
        if code is not None:
            self.places.append(SeenPlace(at, code, leads))

    def see_node(self, at: int, node: Node, *, leads: bool) -> None:
        """Note an organisation; positions may come in any order."""
        index = bisect_right(self.nodes, at, key=lambda seen: seen.at)
        self.nodes.insert(index, SeenNode(at, node, leads))

    def place_before(self, at: int) -> str | None:
        """The last place before a position, else the first after it."""
        index = bisect_left(self.places, at, key=lambda seen: seen.at)
        if index:
            return self.places[index - 1].code
        return self.places[0].code if self.places else None

    def code_at(self, at: int, word: str, determiner: str) -> str | None:
        """The division that the level word means at a position of the article."""
        index = bisect_left(self.places, at, key=lambda seen: seen.at)
        before = self.places[max(0, index - 200) : index]
        if determiner in ("我", "本") and self.home:
            return with_level(self.home, word)
        if determiner == "该":
            return next((seen.code for seen in reversed(before) if _own(seen.code, word)), None)
        if word == "区" and (district := self._district(before)):
            return district
        if self.home and (home := with_level(self.home, word)) is not None:
            return home
        after = self.places[index : index + 200]
        return _salient(before, word) or next((found for seen in after if (found := with_level(seen.code, word))), None)

    def _district(self, before: list[SeenPlace]) -> str | None:
        """The district that a bare 区 means: the last one named, unless an autonomous region was named after it."""
        if self.home and level_word(self.home) == "区":
            return self.home
        for seen in reversed(before):
            if level_word(seen.code) == "区":
                return seen.code
        return None

    def latest(self, at: int, word: str) -> Node | None:
        """The organisation that 该 + ``word`` points at from a position: the last such thing before it, else after."""
        index = bisect_left(self.nodes, at, key=lambda seen: seen.at)
        for seen in reversed(self.nodes[max(0, index - 60) : index]):
            if fits(seen.node, word):
                return seen.node
        return next((seen.node for seen in self.nodes[index : index + 60] if fits(seen.node, word)), None)

    def subject(self, at: int) -> Node | None:
        """The organisation whose act is told at a position: the first of its sentence at the head of a clause, else the
        last such one before the sentence.
        """
        index = bisect_left(self.nodes, at, key=lambda seen: seen.at)
        sentence = next((start for start in reversed(self.sentences) if start <= at), 0)
        last = None
        for seen in reversed(self.nodes[max(0, index - 30) : index]):
            if seen.leads:
                if last is not None and seen.at < sentence:
                    break
                last = seen.node
        return last


def _own(code: str, word: str) -> bool:
    return level_word(code) == word


def _salient(before: list[SeenPlace], word: str) -> str | None:
    """The division of that level that the article is about: the last at the head of a clause, else the last."""
    own = [seen for seen in before if _own(seen.code, word)]
    if own:
        return next((seen.code for seen in reversed(own) if seen.leads), own[-1].code)
    return next((found for seen in reversed(before) if (found := with_level(seen.code, word))), None)

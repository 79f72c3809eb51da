"""What an article has named so far, by position: its places and its organisations; what 市, 该局 and 公司 mean there.

Imports places and the names' grammar.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from seeds.reading.facts.places import PlaceWord, former_name, level_of, level_word, nearest, printed_level, with_level
from seeds.reading.organisation_nodes import Node, fits
from unionarchive.common.divisions import is_within
from unionarchive.common.values import value


@value
class SeenPlace:
    """A division at its position, with its level word and name as printed.

    ``weight`` is 2 where it begins an organisation's name, and 1 more at the head of a clause.
    """

    at: int
    code: str
    weight: int
    word: str
    surface: str


@value
class SeenNode:
    """An organisation at its position; ``leads`` when it stands at the head of a clause."""

    at: int
    end: int
    node: Node
    leads: bool


_LOOKED_AT = 60
_BEGINS_NAME = 2  # the weight of a place that begins an organisation's name; above it the name opens a clause


class Scene:
    """One article's places and organisations, in the order of their positions."""

    def __init__(self, home: str | None) -> None:
        self.home = home
        self.places: list[SeenPlace] = []
        self.townships: list[tuple[int, PlaceWord]] = []
        self.zones: list[tuple[int, PlaceWord]] = []
        self.nodes: list[SeenNode] = []
        self.sentences: list[int] = []
        self.paragraphs: list[int] = []
        self.cells: list[int] = []  # where a table's cells begin

    def see_place(self, at: int, place: PlaceWord, weight: int) -> None:
        """Note a place; one of several meanings is the one nearest to what was seen, else to home."""
        last = self.places[-1].code if self.places else None
        code = nearest(place.codes, last) or nearest(place.codes, self.home)
        if code is not None:
            seen = SeenPlace(at, code, weight, printed_level(place.surface, code), place.surface)
            index = bisect_right(self.places, at, key=lambda each: each.at)
            self.places.insert(index, seen)

    def see_node(self, at: int, end: int, node: Node, *, leads: bool) -> None:
        """Note an organisation; positions may come in any order."""
        index = bisect_right(self.nodes, at, key=lambda seen: seen.at)
        self.nodes.insert(index, SeenNode(at, end, node, leads))

    def place_before(self, at: int) -> str | None:
        """The last place before a position, else the first after it."""
        index = bisect_left(self.places, at, key=lambda seen: seen.at)
        if index:
            return self.places[index - 1].code
        return self.places[0].code if self.places else None

    def place_at(self, at: int, word: str, determiner: str) -> tuple[str, str] | None:
        """The division that the level word means at a position of the article: its code and its printed name or ""."""
        index = bisect_left(self.places, at, key=lambda seen: seen.at)
        before = self.places[max(0, index - 200) : index]
        if determiner in ("我", "本") and self.home:
            return _at_home(self.home, word)
        if determiner == "该":
            return next(((seen.code, seen.surface) for seen in reversed(before) if seen.word == word), None)
        if word == "区" and (district := self._district(before)) is not None:
            return district
        if self.home and (home := _at_home(self.home, word)) is not None:
            return home
        return self._salient(at, before, word) or _above(self.places[index : index + 200], word)

    def city_acting(self, at: int) -> tuple[str, str] | None:
        """The city of county rank in the home prefecture whose body opens a clause of the sentence before ``at``: what
        讷河市总工会 takes from 市乳品厂 is of Nehe. None when the sentence names another city after it.
        """
        if not self.home or level_of(self.home) != "prefecture" or level_word(self.home) != "市":
            return None
        begun = bisect_right(self.sentences, at)
        start = self.sentences[begun - 1] if begun else 0
        if cells := bisect_right(self.cells, at):
            start = max(start, self.cells[cells - 1])
        index = bisect_left(self.places, at, key=lambda seen: seen.at)
        before = [seen for seen in self.places[max(0, index - _LOOKED_AT) : index] if seen.at >= start]
        last = next((seen for seen in reversed(before) if seen.word == "市"), None)
        if last is None or level_of(last.code) != "county" or not is_within(last.code, self.home):
            return None
        opens = any(seen.code == last.code and seen.weight > _BEGINS_NAME for seen in before)
        return (last.code, last.surface) if opens else None

    def _district(self, before: list[SeenPlace]) -> tuple[str, str] | None:
        """The district that a bare 区 means: home itself, else the last one named."""
        if self.home and level_word(self.home) == "区":
            return self.home, ""
        return next(((seen.code, seen.surface) for seen in reversed(before) if seen.word == "区"), None)

    def _salient(self, at: int, before: list[SeenPlace], word: str) -> tuple[str, str] | None:
        """The division of that level that the words are about: of the paragraph if it names any, then of the article;
        the last of those that act.
        """
        index = bisect_right(self.paragraphs, at)
        start = self.paragraphs[index - 1] if index else 0
        own = [seen for seen in before if seen.word == word]
        own = [seen for seen in own if seen.at >= start] or own
        if own:
            chosen = max(reversed(own), key=lambda seen: seen.weight)
            return chosen.code, chosen.surface
        return _above(list(reversed(before)), word)

    def township_at(self, at: int, word: str) -> tuple[int, PlaceWord] | None:
        """The last 街道, 镇 or 乡 (``word``) named before a position, else the first after it; else any of them."""
        index = bisect_left(self.townships, at, key=lambda seen: seen[0])
        before, after = self.townships[max(0, index - _LOOKED_AT) : index][::-1], self.townships[index:][:_LOOKED_AT]
        alike = (seen for seen in (*before, *after) if seen[1].township.endswith(word))
        return next(alike, None) or next(iter(before or after), None)

    def zone_before(self, at: int, word: str) -> PlaceWord | None:
        """The last zone named before a position whose name ends with ``word``: 苏州工业园区 for 园区."""
        index = bisect_left(self.zones, at, key=lambda seen: seen[0])
        before = self.zones[max(0, index - _LOOKED_AT) : index]
        return next((zone for _, zone in reversed(before) if zone.surface.endswith(word)), None)

    def county_before(self, at: int) -> str | None:
        """The last county or district named before a position in its paragraph."""
        index = bisect_left(self.places, at, key=lambda seen: seen.at)
        begun = bisect_right(self.paragraphs, at)
        start = self.paragraphs[begun - 1] if begun else 0
        before = [seen for seen in self.places[max(0, index - _LOOKED_AT) : index] if seen.at >= start]
        return next((seen.code for seen in reversed(before) if level_of(seen.code) == "county"), None)

    def latest(self, at: int, word: str) -> Node | None:
        """The organisation that 该 + ``word`` points at from a position: the last such thing before it, else after."""
        index = bisect_left(self.nodes, at, key=lambda seen: seen.at)
        for seen in reversed(self.nodes[max(0, index - 60) : index]):
            if fits(seen.node, word):
                return seen.node
            if word in ("村", "社区") and (above := seen.node.parent()) is not None and fits(above, word):
                return above  # 夹河村 of 夹河村党支部
        return next((seen.node for seen in self.nodes[index : index + 60] if fits(seen.node, word)), None)

    def ending_at(self, end: int) -> Node | None:
        """The longest organisation whose name ends at a position."""
        index = bisect_left(self.nodes, end, key=lambda seen: seen.at)
        return next((seen.node for seen in self.nodes[max(0, index - 6) : index] if seen.end == end), None)

    def subject(self, at: int) -> Node | None:
        """The organisation whose act is told at a position: the first of its sentence at the head of a clause, else the
        last such one before the sentence.
        """
        index = bisect_left(self.nodes, at, key=lambda seen: seen.at)
        begun = bisect_right(self.sentences, at)
        sentence = self.sentences[begun - 1] if begun else 0
        last: Node | None = None
        first = at
        for seen in reversed(self.nodes[max(0, index - 30) : index]):
            if seen.leads:
                if last is not None and seen.at < sentence:
                    break
                if last is None or seen.at < first:  # of two that begin alike the longer is met first
                    last, first = seen.node, seen.at
        return last


def _at_home(home: str, word: str) -> tuple[str, str] | None:
    code = with_level(home, word)
    if code is not None:
        return code, ""
    former = former_name(home, word)  # a county's paper of the years before it was a city
    return (home, former) if former is not None else None


def _above(seen: list[SeenPlace], word: str) -> tuple[str, str] | None:
    """The first division that lies in one of that level: 江苏省 for 省 after 沛县."""
    return next(((code, "") for each in seen if (code := with_level(each.code, word)) is not None), None)

"""The place or level word that a name begins with: 武威市, 该县, 顿坊店乡, 经开区, looked for to the left of its unit.

Imports the vocabulary and places.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from seeds.reading.facts.name_lists import counts_places
from seeds.reading.facts.name_parts import LevelWord, ending, is_han
from seeds.reading.facts.places import LEVEL_WORDS, TOWNSHIPS, PlaceWord, codes_of, find_places
from seeds.reading.vocabulary import UnitWord, boundary_words, break_at, generic_at

_NOT_LEVELS = frozenset(boundary_words("not_levels"))
_ZONES = tuple(sorted(boundary_words("zones"), key=len, reverse=True))
_LOWER = frozenset("市县州盟")
_SURNAMES = frozenset(boundary_words("surnames"))
_TITLES = boundary_words("titles")
_CALLED = (*_TITLES, "叫", "工", "员", "师", "长", "者", "友")
_OFFICIAL = frozenset("省市县区州盟旗局")
_PLACE_LOOK = 12  # characters behind a whole name in which a place is looked for again
_COUNTED = frozenset("全各两几每多三四五六七八九十数外")


def places_beside(text: str, places: list[PlaceWord], words: list[UnitWord]) -> list[PlaceWord]:
    """``places`` without those that begin inside a whole name: 中国铁通 + 河南, not 通河 + 南."""
    starts = {place.start: place for place in places}
    changed = False
    for word in words:
        if word.unit.base != "none":
            continue
        for at in range(word.start + 1, word.end):
            if at in starts and starts[at].end > word.end:
                del starts[at]
                changed = True
                for each in find_places(text[word.end : word.end + _PLACE_LOOK])[:1]:
                    if each.start == 0:
                        starts[word.end] = replace(each, start=word.end, end=each.end + word.end)
    return sorted(starts.values(), key=lambda place: place.start) if changed else places


def without_persons(text: str, places: list[PlaceWord]) -> list[PlaceWord]:
    """``places`` without those in names of persons: 长顺 in 电焊工叫尹长顺, 宜春 in 记者 江宜春, 金昌 in 主任金昌洙."""
    return [place for place in places if not _is_of_person(text, place)]


def _is_of_person(text: str, place: PlaceWord) -> bool:
    start, end = place.start, place.end
    if end - start != 2 or text[end : end + 1] in _OFFICIAL:
        return False
    before = text[start - 1 : start]
    if before in _SURNAMES and before:
        return start < 2 or not is_han(text[start - 2]) or text.endswith(_CALLED, 0, start - 1)
    whole = is_han(text[end : end + 1]) and not is_han(text[end + 1 : end + 2])
    return whole and text[start] in _SURNAMES and text.endswith(_TITLES, 0, start)


class PlacesBefore:
    """The places of one text by where they end. ``counted`` holds the ends of 三县, 各区: places of no one name."""

    def __init__(self, text: str, places: Mapping[int, PlaceWord]) -> None:
        self.text = text
        self.places = places
        self.counted: set[int] = set()

    def at(self, end: int) -> PlaceWord | LevelWord | None:
        """The place or level word that ends at ``end``."""
        if end in self.places:
            return self.places[end]
        text = self.text
        if (special := self._everyday(end) or self._zone(end)) is not None:
            return special
        if counts_places(text, end):
            self.counted.add(end)
            return None
        if text[end - 1 : end] == "街" and text[end - 2 : end] not in _NOT_LEVELS:
            return self._township(end, "街")
        level = ending(text, end, LEVEL_WORDS)
        start = end - len(level)
        before = text[start - 1] if start > 0 else ""
        if level in TOWNSHIPS and (named := self._township(end, level)) is not None and named.codes:
            return named  # 杏花村镇, though 村镇 is no level
        if not level or text[max(start - 1, 0) : end] in _NOT_LEVELS or text[max(start - 2, 0) : end] in _NOT_LEVELS:
            return None
        counted = before in _COUNTED or (before == "个" and text[max(start - 2, 0) : start - 1] in _COUNTED)
        if before and counted:
            self.counted.add(end)
            return None
        if level in TOWNSHIPS and (township := self._township(end, level)) is not None:
            return township
        determiner = before if before in ("该", "本", "我") else ""
        return LevelWord(start - len(determiner), end, level, determiner)

    def _everyday(self, end: int) -> PlaceWord | None:
        """A division whose name is an everyday word, where an office follows: 港口区总工会."""
        for start in range(max(0, end - 4), end - 2):
            name = self.text[start:end]
            codes = codes_of(name) if name[-1] in "市县区旗" else ()
            if codes and (start == 0 or not is_han(self.text[start - 1]) or break_at(self.text, start)):
                return PlaceWord(start, end, name, codes)
        return None

    def _zone(self, end: int) -> PlaceWord | None:
        """A 开发区 or 高新区 with its own words and the place before it."""
        text = self.text
        zone = ending(text, end, _ZONES)
        if not zone:
            return None
        at = end - len(zone)
        floor = max(0, at - 6)
        while at > floor and at not in self.places and is_han(text[at - 1]):
            if break_at(text, at) or generic_at(text, at):
                break
            at -= 1
        place = self.places.get(at)
        if place is None and text[at] in _LOWER and end - at > len(zone) + 1:  # 市湖滨新区
            return PlaceWord(at, end, text[at:end], (), township=text[at + 1 : end])
        start = place.start if place else at
        return PlaceWord(start, end, text[start:end], place.codes if place else (), township=text[at:end])

    def _township(self, end: int, level: str) -> PlaceWord | None:
        """A named 乡, 镇 or 街道, with the place before it: 卫辉市顿坊店乡."""
        text = self.text
        at = end - len(level)
        while at > end - 10 and at > 0:
            if at in self.places:
                place = self.places[at]
                return PlaceWord(place.start, end, text[place.start : end], place.codes, township=text[at:end])
            chief = text[at - 1] in "长才里" and at - 1 in self.places  # 东莞市长安镇 is no 市长's
            if not is_han(text[at - 1]) or (break_at(text, at) and not chief) or generic_at(text, at):
                break
            at -= 1
        if not len(level) < end - at <= 7:
            return None
        return PlaceWord(at, end, text[at:end], (), township=text[at:end])

"""Names of organisations by their grammar: a place, words of their own, and units (武威市 + 肿瘤 + 医院 + 工会).

The unit is found first, then a bounded look to the left finds where the name begins. What the name means (which 市,
which 公司) is for ``seeds.reading.resolution``. Imports the vocabulary and places.
"""

from __future__ import annotations

from dataclasses import dataclass

from seeds.reading.facts.places import LEVEL_WORDS, PlaceWord
from seeds.reading.vocabulary import UNITS, Unit, UnitWord, boundary_words, break_at, generic_at, unit_words

LOOK = 30  # characters to the left of a unit in which its name must begin

_NOT_LEVELS = frozenset(boundary_words("not_levels"))
_POINTERS = frozenset(boundary_words("pointers"))
_DETERMINERS = ("该", "本", "这个", "这家", "这所", "全")
_COUNTED = "全各两几每多三四五六七八九十数外"
_INSIDE = frozenset("（）“”·")
_LEAGUE = UNITS["团市委"]
_TOWNSHIPS = ("街道", "镇", "乡", "街")
_SOFT_KINDS = frozenset(("team", "headquarters", "station", "association", "workshop", "union_part", "union"))


@dataclass(frozen=True, slots=True)
class LevelWord:
    """市, 省, 该县: a division by its level only. ``determiner`` is 该, 本, 我 or empty."""

    start: int
    end: int
    word: str
    determiner: str


@dataclass(frozen=True, slots=True)
class Pointer:
    """该公司, 局, 这个厂: an organisation named before. ``determiner`` is empty for the bare word."""

    start: int
    end: int
    word: str
    determiner: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands: what it begins with, its own words (``core``) and its unit.

    ``within`` is the organisation printed directly before a name that is whole by itself (成都铁路局广元车务段).
    """

    start: int
    end: int
    base: Name | PlaceWord | LevelWord | Pointer | None
    core: str
    unit: Unit
    within: Name | None = None

    @property
    def is_pointer(self) -> bool:
        """True for 该公司, 厂: a word that only points at an organisation."""
        return isinstance(self.base, Pointer) and not self.core and self.base.end == self.end


def find_names(text: str, places: list[PlaceWord]) -> list[Name]:
    """The names in ``text`` in the order of their ends, inner ones (市人民医院 in 市人民医院工会) before outer ones.

    ``text`` is folded; ``places`` are those of ``find_places``. Names of no particular body (各级工会) are left out.
    """
    look = _Look(text, {place.end: place for place in places})
    for word in unit_words(text):
        look.read(word)
    return look.found


class _Look:
    """The looks to the left in one text: what was found so far, by the position where it ends."""

    def __init__(self, text: str, places: dict[int, PlaceWord]) -> None:
        self.text = text
        self.places = places
        self.found: list[Name] = []
        self.ends: dict[int, Name] = {}
        self.generic: set[int] = set()  # where a name of no particular body ends

    def read(self, word: UnitWord) -> None:
        name = self._name(word)
        if name is not None:
            self.found.append(name)
            self.ends[name.end] = name

    def _name(self, word: UnitWord) -> Name | None:
        start, unit = word.start, word.unit
        if unit.base == "none":
            return self._whole(word)
        if start in self.generic:
            self.generic.add(word.end)
            return None
        if unit.base == "place":
            return self._office(word)
        return self._walked(word)

    def _office(self, word: UnitWord) -> Name | None:
        unit = word.unit
        if unit.kind == "league":  # 团市委: the level stands inside the word
            return Name(word.start, word.end, LevelWord(word.start + 1, word.start + 2, unit.word[1], ""), "", unit)
        base = self._place(word.start)
        if base is None:
            return None
        start = base.start
        if unit.kind in ("committee", "party"):
            if self.text.endswith("共青团", 0, start):
                return Name(start - 3, word.end, base, "", _LEAGUE)
            if self.text.endswith("中共", 0, start):
                start -= 2
        return Name(start, word.end, base, "", unit)

    def _whole(self, word: UnitWord) -> Name | None:
        if word.end - word.start == 2:  # 建行, but not 其中行政
            before = self.text[word.start - 1] if word.start else "，"
            if _is_han(before) and word.start not in self.places and not break_at(self.text, word.start):
                return None
        return Name(word.start, word.end, None, "", word.unit)

    def _place(self, end: int) -> PlaceWord | LevelWord | None:
        """The place or level word that ends at ``end``."""
        if end in self.places:
            return self.places[end]
        text = self.text
        for level in LEVEL_WORDS:
            if not text.endswith(level, 0, end):
                continue
            start = end - len(level)
            before = text[start - 1] if start else ""
            if text[max(start - 1, 0) : end] in _NOT_LEVELS or text[max(start - 2, 0) : end] in _NOT_LEVELS:
                return None
            if before in _COUNTED:
                self.generic.add(end)
                return None
            if before in ("该", "本", "我") and before:
                return LevelWord(start - 1, end, level, before)
            if level in _TOWNSHIPS:
                return self._township(end, level)
            return LevelWord(start, end, level, "")
        return None

    def _township(self, end: int, level: str) -> PlaceWord | None:
        """A named 乡, 镇 or 街道, with the place before it: 卫辉市顿坊店乡."""
        text = self.text
        at = end - len(level)
        while at > end - 10 and at > 0:
            if at in self.places:
                place = self.places[at]
                return PlaceWord(place.start, end, text[place.end : end], ())
            if not _is_han(text[at - 1]) or break_at(text, at) or generic_at(text, at):
                break
            at -= 1
        if not 2 <= end - at <= 7:
            return None
        return PlaceWord(at, end, text[at:end], ())

    def _walked(self, word: UnitWord) -> Name | None:
        text, unit = self.text, word.unit
        at = word.start
        floor = max(0, word.start - LOOK)
        soft = unit.kind not in _SOFT_KINDS
        while at > floor:
            if at in self.ends:
                return self._after_name(self.ends[at], at, word)
            if at in self.generic:
                self.generic.add(word.end)
                return None
            if at in self.places:
                place = self.places[at]
                within = self.ends.get(place.start)
                return self._checked(place.start, place, text[at : word.start], word, within)
            if not _is_han(text[at - 1]) and text[at - 1] not in _INSIDE:
                break
            if generic_at(text, at) and at - 1 not in self.places:
                self.generic.add(word.end)
                return None
            if break_at(text, at, soft=soft):
                break
            at -= 1
        return self._bare(at, word)

    def _after_name(self, base: Name, at: int, word: UnitWord) -> Name | None:
        core = self.text[at : word.start]
        if len(core) > 14:
            return None
        return Name(base.start, word.end, base, core, word.unit)

    def _bare(self, at: int, word: UnitWord) -> Name | None:
        """A name that begins at ``at`` with no place or organisation in front, unless its first words are one."""
        text, unit = self.text, word.unit
        core = text[at : word.start].lstrip("”）·")
        at = word.start - len(core)
        level = next((each for each in LEVEL_WORDS if core.startswith(each)), "")
        if level and level not in _TOWNSHIPS and core not in _NOT_LEVELS:
            determiner = text[at - 1] if at and text[at - 1] in "该本我" else ""
            base = LevelWord(at - len(determiner), at + len(level), level, determiner)
            return self._checked(base.start, base, core[len(level) :], word, None)
        determiner = next((each for each in _DETERMINERS if text.endswith(each, 0, at)), "")
        pointer = core if core in _POINTERS else next((p for p in _POINTERS if core.startswith(p) and len(p) <= 2), "")
        if unit.base == "inner" and pointer:
            base_pointer = Pointer(at - len(determiner), at + len(pointer), pointer, determiner)
            return Name(base_pointer.start, word.end, base_pointer, core[len(pointer) :], unit)
        if not core or (determiner and len(core) < 3):
            whole = core + unit.word
            base_pointer = Pointer(at - len(determiner), word.end, whole, determiner)
            return Name(base_pointer.start, word.end, base_pointer, "", unit)
        return self._checked(at, None, core, word, None)

    def _checked(
        self, start: int, base: PlaceWord | LevelWord | None, core: str, word: UnitWord, within: Name | None
    ) -> Name | None:
        """The name, unless its own words cannot be one's."""
        unit = word.unit
        if len(core) > 16 or core.count("“") != core.count("”") or core.count("（") != core.count("）"):
            return None
        if base is None and unit.base == "placed":
            return None
        return Name(start, word.end, base, core, unit, within)


def _is_han(character: str) -> bool:
    return "一" <= character <= "鿿"

"""Names of offices: a place or a level word directly before a word of the offices (市人社局, 市委组织部, 团市委).

Also those that stand on a house or bear several duties. Imports the vocabulary and the names' grammar.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace

from seeds.reading.facts.name_joins import Joins
from seeds.reading.facts.name_parts import LevelWord, Name, is_han
from seeds.reading.facts.name_rules import is_duty, is_landmark
from seeds.reading.facts.places import TOWNSHIPS, PlaceWord
from seeds.reading.vocabulary import UNITS, Unit, UnitWord, generic_at

_FOREST = Unit("林业局", "林业局", "plant", "enterprise", "grassroots", "free")
_FORCES = ("武警", "公安边防", "武警边防", "公安消防", "消防")
_PARTIES = ("民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟")
_LEAGUE = UNITS["团市委"]
_HEADS = ("指挥部", "领导小组")
_HOUSING = frozenset(("company", "plant", "brand", "bureau", "subbureau", "agency"))


_WITH_MASS = frozenset(("site", "community", "company", "plant", "bank", "brand"))


class Offices(Joins):
    """The names of offices in one text."""

    def __init__(self, text: str, places: list[PlaceWord]) -> None:
        super().__init__(text, places)
        self.counted = 0  # where the words that make a name one of many (三县, 两个) end

    @abstractmethod
    def walked(self, word: UnitWord) -> Name | None:
        """The name that a unit ends, looked for word by word to the left."""

    def office(self, word: UnitWord) -> Name | None:
        """The name of an office, a committee or a union of a place: 市人社局, 团市委, 九三分局总工会."""
        unit = word.unit
        if unit.kind in ("league", "sister_party") or unit.kind.startswith("prefecture_"):
            return self._with_level_inside(word)
        base = self.before.at(word.start)
        if base is None:
            return self._placeless_office(word)
        if unit.word == "总" and isinstance(base, PlaceWord) and base.surface[-1] not in "省市县区州旗盟镇乡道":
            return None  # 石河子总场
        if unit.kind == "committee" and _is_town(base):
            return None  # 沙梨乡委尧村
        start = base.start
        if unit.kind == "garrison":  # 武警四川省总队
            force = next((each for each in _FORCES if self.text.endswith(each, 0, start)), "")
            return Name(start - len(force), word.end, base, force, unit) if force else None
        if unit.kind in ("committee", "party"):
            if (whose := self._committee_of(start, word)) is not None:
                return Name(whose[0], word.end, base, "", whose[1])
            if self.text.endswith("中共", 0, start):
                start -= 2
        within = self.ends.get(start)
        return Name(start, word.end, base, "", unit, within if within and within.unit.kind == "national" else None)

    def _with_level_inside(self, word: UnitWord) -> Name:
        """团市委, 民盟市委, 地委: the level stands inside the word."""
        unit = word.unit
        if unit.kind.startswith("prefecture_") and (place := self.places.get(word.start)) is not None:
            return Name(place.start, word.end, place, "", unit)  # 大兴安岭地区行署
        if unit.kind.startswith("prefecture_"):
            league = self.text.startswith("盟", word.start - 1)
            level = LevelWord(word.start - league, word.end, "盟" if league else "地区", "")
            return Name(level.start, word.end, level, "", unit)
        at = word.start + (1 if unit.kind == "league" else len(unit.full))
        return Name(word.start, word.end, LevelWord(at, word.end - 1, self.text[at : word.end - 1], ""), "", unit)

    def _placeless_office(self, word: UnitWord) -> Name | None:
        """An office with no place directly before it: a forest enterprise, a part of a body, one of several duties."""
        unit = word.unit
        if unit.word == "林业局":  # 图强林业局
            return self.walked(replace(word, unit=_FOREST))
        house = self.ends.get(word.start)
        if house is not None and (unit.kind == "bodies" or (unit.kind == "mass" and house.unit.kind in _WITH_MASS)):
            return Name(house.start, word.end, house, "", unit)  # 市公安局交警支队, 许家冲村妇联
        if house is not None and unit.word == "总工会" and house.unit.kind in _HOUSING:
            return Name(house.start, word.end, house, "", unit)  # 九三分局总工会
        if unit.kind == "bureau" and (joint := self._joint_bureau(word)) is not None:
            return joint
        if unit.kind == "bodies" and (whole := next((each for each in _HEADS if unit.word.endswith(each)), "")):
            return self.walked(UnitWord(word.end - len(whole), word.end, UNITS[whole]))  # 抗洪救灾指挥部
        if word.start in self.before.counted or (word.start and generic_at(self.text, word.start)):
            self.mark_generic(word.start, word)
        return None

    def _committee_of(self, start: int, word: UnitWord) -> tuple[int, Unit] | None:
        """Where the name of a committee begins that is the youth league's or another party's, and its unit."""
        if self.text.endswith("共青团", 0, start):
            return start - 3, _LEAGUE
        party = next((each for each in _PARTIES if self.text.endswith(each, 0, start)), "")
        if not party or word.unit.word != "委":
            return None
        if (alone := self.ends.get(start)) is not None:
            self.forget(alone)
        return start - len(party), UNITS[party + "省委"]

    def _joint_bureau(self, word: UnitWord) -> Name | None:
        """依安县工业信息科技局: an office of several duties, each a word of the offices."""
        at = word.start
        while at > word.start - 8 and at > 0 and is_han(self.text[at - 1]):
            base = self.before.at(at) if at < word.start else None
            if base is not None:
                core = self.text[at : word.start]
                return Name(base.start, word.end, base, core, word.unit) if is_duty(core) or is_landmark(core) else None
            at -= 1
        for at in (word.start - 2, word.start - 3):  # 黄河河务局
            if at >= 0 and is_landmark(self.text[at : word.start]):
                return Name(at, word.end, None, self.text[at : word.start], word.unit)
        return None

    def mark_generic(self, at: int, word: UnitWord) -> None:
        """Note that the unit ends a name of no particular body, whose words begin behind ``at``."""
        self.generic.add(word.end)
        self.counted = at


def _is_town(base: PlaceWord | LevelWord) -> bool:
    """True for a 乡, 镇 or 街道, whose committee is called 党委 or 党工委, never 委."""
    name = base.word if isinstance(base, LevelWord) else base.township
    return name.endswith(TOWNSHIPS)

"""Several names that end with one unit: 沙河、石井两镇工会, 长治、晋城两市邮政局工会, 甲矿、乙矿两座矿的工会.

A list counts only when it holds as many as the number behind it says. Imports the vocabulary, places and the names'
parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from seeds.reading.facts.name_acting import SITES
from seeds.reading.facts.name_lists import LONGEST, PLIGHT, RANKS, listed_places
from seeds.reading.facts.name_offices import Offices
from seeds.reading.facts.name_parts import Name, is_han
from seeds.reading.facts.places import PlaceWord, full_name
from seeds.reading.tokens import is_word, name_start
from seeds.reading.vocabulary import Unit, UnitWord, break_at

_ITS = frozenset(("union", "hospital", "school", "youth_branch", "party_branch", "union_part", "team"))
_JOINS = frozenset("及和与")
_NOT_SHARED = frozenset((*SITES, "union_part", "shop", "station"))
_TOWNS_OWN = frozenset(("station", "school", "hospital", "association"))
_PLAIN = frozenset(("学校", "小学", "中学", "医院", "幼儿园", "诊所", "协会", "商会", "图书馆", "卫生室"))
_OWN_CORE = 6  # characters between a town and what is its own, 的 included
_SHARED_CORE = 8  # characters between a list and the unit that all of it shares
_NUMERALS = "两二三四五六七八九十"
_SHARED = re.compile(
    rf"(?P<number>[{_NUMERALS}])(?:[个座家级]{PLIGHT}?|{PLIGHT})?(?P<level>{RANKS}|乡镇|镇|乡|街道|矿区|[矿厂段局校]|公司|企业|单位"
    r"|医院|学校|自治区|[省市县区旗州盟地])的?$"
)
_TOWNS = ("镇", "乡", "街道", "乡镇")
_HOUSES = ("矿", "厂", "段", "局", "校", "公司", "企业", "单位", "医院", "学校")
_LIST_ENDS = frozenset("镇乡道矿厂段局校司业位院省市县区旗州盟地的）")  # the last characters of such lists
_NAMES = (2, 3, 4)  # characters in the name of a town


class Shared(Offices):
    """The names of one text with those that share a unit."""

    def __init__(self, text: str, places: list[PlaceWord]) -> None:
        super().__init__(text, places)
        self.alike: dict[int, list[Name]] = {}  # the names that share one unit, by where it ends

    def shared(self, word: UnitWord) -> bool:
        """True when the unit ends a name of each of a list: 沙河、石井两镇工会, 长治、晋城两市邮政局工会."""
        text, unit = self.text, word.unit
        if (known := self.alike.get(word.start)) and unit.base in ("inner", "free"):
            found = [Name(each.start, word.end, each, "", unit) for each in known]
        else:
            industry = unit.kind == "trade" and text.startswith("工会", word.end)
            if unit.base == "none" or (unit.kind in _NOT_SHARED and not industry):
                return False
            near = (at for at in range(word.start, max(0, word.start - _SHARED_CORE), -1) if text[at - 1] in _LIST_ENDS)
            lists = ((at, _sharing(text, at, self.places, self.ends)) for at in near)
            at, bases = next((pair for pair in lists if pair[1]), (0, []))
            core = text[at : word.start] if bases else ""
            if not bases or not all(map(is_han, core)) or name_start(core) or (core and unit.base == "place"):
                return False
            if industry:  # 两省邮政工会 are the industry's
                return True
            found = [Name(each.start, word.end, each, core, unit) for each in bases]
        for name in found:
            self.keep(name)
        self.alike[word.end] = found
        return True

    def its_owner(self, at: int, unit: Unit) -> Name | None:
        """The body whose part follows 及其: 震元公司 in 震元公司及其工会."""
        joined = unit.kind in _ITS and self.text[at - 1 : at] == "其" and self.text[at - 2 : at - 1] in _JOINS
        owner = self.ends.get(at - 2) if joined else None
        if owner is not None and owner.unit.kind == "union" and unit.kind != "union_part":
            return owner.base if isinstance(owner.base, Name) else owner  # 公司工会和其总医院
        return owner

    def of_town(self, word: UnitWord) -> Name | None:
        """What a town has one of, called its own: 舜峰镇的敬老院, 解州镇的书法家协会."""
        text, unit = self.text, word.unit
        if unit.kind not in _TOWNS_OWN:
            return None
        at = text.rfind("的", max(0, word.start - _OWN_CORE), word.start)
        core = text[at + 1 : word.start]
        if at < 1 or text[at - 1] not in "镇乡" or name_start(core) or (not core and unit.word in _PLAIN):
            return None
        base = self.before.at(at)
        named = isinstance(base, PlaceWord) and base.township
        return Name(base.start, word.end, base, core, unit) if named and base is not None else None

    def is_inside(self, at: int) -> bool:
        """True where a word of no dictionary runs on at ``at``: 伟邦 in 伟邦户外家具公司, not 全市 in 全市困难职工."""
        text, before = self.text, self.text[max(0, at - 2) : at]
        own = len(before) == 2 and all(map(is_han, before)) and not is_word(before)
        return own and not break_at(text, at) and at not in self.places and at not in self.ends


def _sharing(text: str, end: int, places: Mapping[int, PlaceWord], ends: Mapping[int, Name]) -> list[PlaceWord | Name]:
    """The towns, places or houses of a list that ends at ``end`` with their number: 沙河、石井两镇, 甲矿、乙矿两座矿的.

    Empty when there is no such list or when it holds more or fewer than its number says. ``ends`` are the names found.
    """
    count = _SHARED.search(text, max(0, end - 14), end)
    if count is None:
        return []
    number = max(2, _NUMERALS.index(count["number"]) + 1)
    found: list[PlaceWord | Name] = []
    if count["level"] in _TOWNS:
        found.extend(_towns(text, count.start(), count["level"], number, places))
    elif count["level"] in _HOUSES:
        found.extend(_houses(text, count.start(), ends))
    else:
        listed = listed_places(text, count.end() - text.endswith("的", 0, end), places)
        found.extend(replace(each, surface=full_name(*each.codes)) if len(each.codes) == 1 else each for each in listed)
    return found if len(found) == number else []


def _towns(text: str, end: int, level: str, number: int, places: Mapping[int, PlaceWord]) -> list[PlaceWord]:
    """The ``number`` towns that a list ending at ``end`` names, each of them whole or without its 镇."""
    found: list[tuple[int, str]] = []
    at = end
    while at > 0 and len(found) < number:
        last = len(found) == number - 1
        start = next((s for n in _NAMES if (s := at - n) >= 0 and _opens(text, s, places, first=last)), -1)
        name = text[max(0, start) : at]
        if start < 0 or not all(map(is_han, name)):
            return []
        found.append((start, _whole_town(text, name, level)))
        at = start - 1
    if text[found[-1][0] - 1 : found[-1][0]] == "、":
        return []
    outer = places.get(found[-1][0]) or (places.get(at) if found and text[at] == "的" else None)
    codes, front = (outer.codes, outer.surface) if outer else ((), "")
    return [PlaceWord(start, end, front + name, codes, township=name) for start, name in reversed(found)]


def _whole_town(text: str, name: str, level: str) -> str:
    """刘集乡 for 刘集 in 大河家、刘集两个乡镇, when the text has it elsewhere."""
    if name.endswith(("镇", "乡", level)):
        return name
    if level != "乡镇":
        return name + level
    return next((name + each for each in ("镇", "乡", "街道") if name + each in text), name + "镇")


def _opens(text: str, start: int, places: Mapping[int, PlaceWord], *, first: bool) -> bool:
    """True where a town's name may begin: behind a comma of the list, or at the head of the whole list."""
    before = text[start - 1 : start]
    if not first:
        return before in ("、", "和", "与", "及")
    return start in places or not is_han(before or "，") or break_at(text, start) is not None


def _houses(text: str, end: int, ends: Mapping[int, Name]) -> list[Name]:
    """The bodies that a list ending at ``end`` names."""
    found: list[Name] = []
    while (name := ends.get(end)) is not None and len(found) < LONGEST:
        found.append(name)
        if not name.start or text[name.start - 1] not in "、和与及":
            break
        end = name.start - 1
    return found[::-1]

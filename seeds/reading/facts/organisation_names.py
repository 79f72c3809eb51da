"""Names of organisations by their grammar: a place, words of their own, and units (武威市 + 肿瘤 + 医院 + 工会).

The unit is found first, then a bounded look to the left finds where the name begins. What the name means (which 市,
which 公司) is for ``seeds.reading.resolution``. Imports the vocabulary and places.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from seeds.reading.facts.name_lists import enumerated_places, listed_places
from seeds.reading.facts.name_parts import DEEPEST, FIRM, LevelWord, Name, Pointer, is_han
from seeds.reading.facts.name_places import PlacesBefore
from seeds.reading.facts.name_rules import LOOSE, UNION_CORES, acceptable, acceptable_office, may_be_whole
from seeds.reading.facts.places import LEVEL_WORDS, TOWNSHIPS, PlaceWord
from seeds.reading.tokens import name_start
from seeds.reading.vocabulary import UNITS, Unit, UnitWord, boundary_words, break_at, generic_at, unit_words

LOOK = 30  # characters to the left of a unit in which its name must begin

_HOUSES = tuple(boundary_words("houses"))
_NOT_LEVELS = frozenset(boundary_words("not_levels"))
_NOT_LEVEL_STARTS = frozenset(boundary_words("not_level_starts"))
_POINTERS = frozenset(boundary_words("pointers"))
_TOWN = re.compile("[一-鿿]{2,4}?(?:街道|镇|乡)")
_SPEECH = re.compile("[，。！？；]")
_DETERMINERS = ("该", "本", "这个", "这家", "这所")
_IN_BRACKETS = ("集团", "控股", "有限", "股份", "中国")
_INSIDE = frozenset("（）“”·")
# Kinds whose names hold words like 服务, 职工, 工作.
_SOFT_KINDS = frozenset(
    (
        "team",
        "headquarters",
        "station",
        "centre",
        "agency",
        "association",
        "workshop",
        "union_part",
        "union",
        "subbureau",
    )
)
_LEVELS = frozenset("省市县州旗")
_SENT_OFFICE = Unit("办事处", "办事处", "bureau", "government", "place", "free")
_FOREST = Unit("林业局", "林业局", "plant", "enterprise", "grassroots", "free")
_LEAGUE = UNITS["团市委"]
_BRANCHES = ("分行", "支行", "分公司", "支公司", "公司", "分局", "支局")  # the first four are parts of a firm


def find_names(text: str, places: list[PlaceWord], brands: Mapping[int, tuple[int, Unit]] | None = None) -> list[Name]:
    """The names in ``text`` in the order of their ends, inner ones (市人民医院 in 市人民医院工会) before outer ones.

    ``text`` is folded; ``places`` are those of ``find_places``. ``brands`` are enterprises known by a bare name: where
    it ends, where it begins and a unit that holds it. Names of no particular body (各级工会) are left out.
    """
    look = _Look(text, places)
    for end, (start, unit) in (brands or {}).items():
        look.keep(Name(start, end, None, "", unit))
    for word in unit_words(text):
        look.read(word)
    return sorted(look.found, key=lambda name: (name.end, -name.start))


class _Look:
    """The looks to the left in one text: what was found so far, by the position where it ends."""

    def __init__(self, text: str, places: list[PlaceWord]) -> None:
        self.text = text
        self.places = {place.end: place for place in places}
        self.before = PlacesBefore(text, self.places)
        self.found: list[Name] = []
        self.ends: dict[int, Name] = {}
        self.generic: set[int] = set()  # where a name of no particular body ends
        self.counted = 0  # where the words that make a name one of many (三县, 两个) end

    def read(self, word: UnitWord) -> None:
        """Look to the left of one unit and keep what it ends."""
        if word.start in self.generic:
            self.generic.add(word.end)
            return
        name = self._name(word)
        if name is not None and name.depth <= DEEPEST:
            for place in enumerated_places(self.text, name.base, self.places):  # 疏附县、伽师县、巴楚县总工会
                self.keep(replace(name, start=place.start, base=place))
            self.keep(name)
        elif word.start in self.generic or word.end in self.generic:
            core = self.text[self.counted : word.start]
            for listed in listed_places(self.text, self.counted, self.places):
                self.keep(Name(listed.start, word.end, listed, core, word.unit))

    def keep(self, name: Name) -> None:
        """Note a name that was found."""
        self.found.append(name)
        self.ends[name.end] = name

    def _forget(self, name: Name) -> None:
        """Take back a name that turned out to be the beginning of another; it is among the last ones found."""
        for index in range(len(self.found) - 1, -1, -1):
            if self.found[index] is name:
                del self.found[index]
                return

    def _name(self, word: UnitWord) -> Name | None:
        if word.unit.base == "none":
            return self._whole(word)
        if word.unit.base == "place":
            return self._office(word)
        return self._walked(word)

    def _office(self, word: UnitWord) -> Name | None:
        unit = word.unit
        if unit.kind == "league":  # 团市委: the level stands inside the word
            return Name(word.start, word.end, LevelWord(word.start + 1, word.start + 2, unit.word[1], ""), "", unit)
        if unit.kind.startswith("prefecture_"):  # 地委, 行署
            return Name(word.start, word.end, LevelWord(word.start, word.end, "地区", ""), "", unit)
        base = self.before.at(word.start)
        if base is None and unit.word == "林业局":  # 图强林业局: a forest enterprise
            return self._walked(replace(word, unit=_FOREST))
        if base is None and (house := self.ends.get(word.start)) is not None and unit.kind == "bodies":
            return Name(house.start, word.end, house, "", unit)  # 市公安局交警支队
        if base is None:
            if word.start in self.before.counted or (word.start and generic_at(self.text, word.start)):
                self._mark_generic(word.start, word)
            return None
        if unit.word == "总" and isinstance(base, PlaceWord) and base.surface[-1] not in "省市县区州旗盟镇乡道":
            return None  # 石河子总场
        start = base.start
        if unit.kind in ("committee", "party"):
            if self.text.endswith("共青团", 0, start):
                return Name(start - 3, word.end, base, "", _LEAGUE)
            if self.text.endswith("中共", 0, start):
                start -= 2
        within = self.ends.get(start)
        return Name(start, word.end, base, "", unit, within if within and within.unit.kind == "national" else None)

    def _mark_generic(self, at: int, word: UnitWord) -> None:
        self.generic.add(word.end)
        self.counted = at

    def _whole(self, word: UnitWord) -> Name | None:
        if word.unit.word == "国网":  # 国网甘肃: the name goes on to the right
            place = next((self.places[end] for end in range(word.end + 2, word.end + 9) if end in self.places), None)
            if place is None or place.start != word.end or self.text.startswith("电力", place.end):
                return None
            return Name(word.start, place.end, None, self.text[word.end : place.end], word.unit)
        if word.end - word.start == 2:  # 建行, but not 其中行政
            before = self.text[word.start - 1] if word.start else "，"
            if is_han(before) and word.start not in self.places and not break_at(self.text, word.start):
                return None
        return Name(word.start, word.end, None, "", word.unit)

    def _walked(self, word: UnitWord) -> Name | None:
        text, unit = self.text, word.unit
        at = word.start
        floor = max(0, word.start - LOOK)
        if (opening := self._quoted_from(at, floor)) is not None:
            at = opening
            if at not in self.ends and at not in self.places:
                return self._bare(at, word)
        soft = unit.kind not in _SOFT_KINDS
        while at > floor:
            if at in self.ends:
                return self._after_name(self.ends[at], at, word)
            if at in self.generic:
                self.generic.add(word.end)
                return None
            if text[at - 1] in "和与及" and at - 1 in self.ends:  # 省总和省能源化学工会
                break
            if at in self.places and not (at < len(text) and text[at] == "）"):
                return self._after_place(self.places[at], word)
            if text[at - 1] == "“":
                if at - 1 in self.ends and at == word.start:  # 湖北省总工会“党员工作组”
                    return self._after_name(self.ends[at - 1], at, word)
                break
            if self._is_edge(at):
                break
            if unit.kind != "national_body" and generic_at(text, at) and text[at - 2 : at] not in ("首批", "首届"):
                self._mark_generic(at, word)
                return None
            if break_at(text, at, soft=soft) and not self._goes_on(at, unit):
                break
            at -= 1
        return self._bare(at, word)

    def _quoted_from(self, at: int, floor: int) -> int | None:
        """Where the quotation that ends at ``at`` begins: “你工作 我服务” is one word of a name. None for speech."""
        if not at or self.text[at - 1] != "”":
            return None
        opening = self.text.rfind("“", floor, at)
        return opening if opening >= 0 and not _SPEECH.search(self.text, opening, at) else None

    def _is_edge(self, at: int) -> bool:
        """True behind punctuation; brackets stand in a name only around a place or a word like 集团."""
        text, last = self.text, self.text[at - 1]
        if last == "）":
            return at - 1 not in self.places and not text.endswith(_IN_BRACKETS, 0, at - 1)
        return not is_han(last) and last not in _INSIDE

    def _goes_on(self, at: int, unit: Unit) -> bool:
        """True for 后 behind a place (平鲁区后安煤矿) and 里 in a neighbourhood (惠新里社区): no boundaries there."""
        last = self.text[at - 1]
        return (last == "后" and at - 1 in self.places) or (last == "里" and unit.kind == "community")

    def _after_name(self, base: Name, at: int, word: UnitWord) -> Name | None:
        core, unit = self.text[at : word.start], word.unit
        if unit.kind == "township" or (unit.word in ("局", "委员会") and core):
            return None
        if unit.kind == "headquarters" and base.is_pointer and base.unit.kind == "union":  # 工会系统…领导小组
            return Name(base.start, word.end, None, self.text[base.start : word.start], unit)
        if self._is_one_firm(base, core, unit):
            self._forget(base)  # 后安煤矿集团公司 is one firm
            whole = base.core + base.unit.word + core
            return Name(base.start, word.end, base.base, whole, unit, base.within)
        if unit.word in ("处", "科") and (not 2 <= len(core) <= 4 or name_start(core)):
            return None
        if unit.kind == "union_part" and base.is_pointer and base.unit.kind == "union":
            return None
        if len(core) > 14 or (unit.kind == "union" and core not in UNION_CORES):
            return None
        if unit.base == "free" and len(core) > 3 and unit.kind != "team" and (cut_at := name_start(core, least=2)):
            return self._bare(at + cut_at, word)
        if unit.kind in ("workshop", "union_part", "plant") and (core in LOOSE or name_start(core)):
            return None
        if unit.kind in ("team", "station") and name_start(core, least=2):
            return None
        if unit.kind == "team" and base.unit.kind in ("hospital", "team"):  # 省人民医院援鄂医疗队: people, no body
            self.generic.add(word.end)
            return None
        return Name(base.start, word.end, base, core, unit)

    def _is_one_firm(self, base: Name, core: str, unit: Unit) -> bool:
        if unit.kind != "company" or unit.word in _BRANCHES[:-3] or base.is_pointer:
            return False
        if base.unit.kind == "company" and not base.unit.word.endswith(("公司", "集团", "社", "所")):
            return len(core) < 5  # 广汇实业投资集团有限公司
        return core in ("", "业") and base.unit.kind in ("plant", "company", "brand")

    def _after_place(self, place: PlaceWord, word: UnitWord) -> Name | None:
        text, unit = self.text, word.unit
        outer = self.places.get(place.start) if unit.base in ("free", "placed") else None
        if outer is not None and not set(outer.codes) & set(place.codes):
            place = outer  # 北京朝阳医院, 厦门市莆田商会: the second place is a word of the name
        within = self.ends.get(place.start)
        core = text[place.end : word.start]
        house = self.ends.get(place.start - 1) if unit.base == "free" and within is None else None
        if house is not None and is_han(text[house.end]) and not break_at(text, place.start):
            return self._after_name(house, house.end, word)  # 建工集团木兰溪项目部, though 兰溪 is a city
        if within is not None and (within.unit.kind == "brand" or unit.word in _BRANCHES or unit.kind == "subbureau"):
            return Name(within.start, word.end, within, text[place.start : word.start], unit)
        if within is not None and (unit.kind == "workshop" or unit.word == "项目部"):  # 兰州西机务段天水运用车间
            return Name(within.start, word.end, within, text[place.start : word.start], unit)
        if unit.kind == "township" and text.endswith("驻", 0, place.start):  # 厦门海关驻莆田办事处
            house = self.ends.get(place.start - 1)
            core = text[place.start - 1 : word.start]
            return Name(house.start, word.end, house, core, _SENT_OFFICE) if house is not None else None
        if unit.kind == "township":
            return acceptable_office(Name(place.start, word.end, place, core, unit))
        front = next((each for each in _HOUSES if text.endswith(each, 0, place.start)), "")
        if unit.kind in ("company", "plant") and front and core:  # 国网山东省电力公司, 大唐略阳发电公司
            at = place.start - len(front)
            return Name(at, word.end, None, text[at : word.start], unit)
        if text.endswith("附属", 0, place.start) and (owner := self.ends.get(place.start - 2)) is not None:
            return Name(owner.start, word.end, owner, text[owner.end : word.start], unit)
        if unit.word in _BRANCHES[:5] and not core and (name := self._firm_at_place(place, word)) is not None:
            return name
        if len(core) > (6 if unit.kind in ("company", "bank") else 3) and (cut_at := name_start(core, least=2)):
            if cut_at == len(core):
                return None
            return self._bare(place.end + cut_at, word)
        return acceptable(text, Name(place.start, word.end, place, core, unit, within))

    def _firm_at_place(self, place: PlaceWord, word: UnitWord) -> Name | None:
        """快达天津公司: a firm whose own words stand before the place."""
        text = self.text
        at = place.start
        while at > max(0, place.start - 8) and is_han(text[at - 1]) and not break_at(text, at):
            at -= 1
        at += name_start(text[at : place.start])
        if not 2 <= place.start - at <= (4 if word.unit.word == "公司" else 8):
            return None
        if word.unit.word == "公司":
            return Name(at, word.end, None, text[at : word.start], word.unit)
        house = Name(at, place.start, None, text[at : place.start], FIRM)  # 顺丰速运郑州分公司
        self.keep(house)
        return Name(at, word.end, house, text[place.start : word.start], word.unit)

    def _bare(self, at: int, word: UnitWord) -> Name | None:
        """A name that begins at ``at`` with no place or organisation in front, unless its first words are one."""
        text, unit = self.text, word.unit
        core = text[at : word.start].lstrip("”）·")
        at = word.start - len(core)
        level = next((each for each in LEVEL_WORDS if core.startswith(each)), "")
        if core[:2] in _NOT_LEVEL_STARTS:
            level = ""
        if level and level not in TOWNSHIPS and core not in _NOT_LEVELS and unit.kind != "township":
            determiner = text[at - 1] if at and text[at - 1] in "该本我" else ""
            base = LevelWord(at - len(determiner), at + len(level), level, determiner)
            return acceptable(text, Name(base.start, word.end, base, core[len(level) :], unit))
        if (level := core[-1:]) in _LEVELS and len(core) < 4 and unit.kind in ("hospital", "school", "plant"):
            base = LevelWord(word.start - 1, word.start, level, "")  # 上省人民医院: what stands before is no part of it
            return Name(base.start, word.end, base, "", unit)
        if unit.base == "placed" and (town := _TOWN.match(core)) is not None:  # 泽国镇商会
            base_town = PlaceWord(at, at + town.end(), town[0], (), township=town[0])
            return acceptable(text, Name(at, word.end, base_town, core[town.end() :], unit))
        determiner = next((each for each in _DETERMINERS if text.endswith(each, 0, at)), "")
        if unit.base == "inner" and "“" not in core and not determiner and (cut_at := name_start(core)):
            at += cut_at
            core = core[cut_at:]
        pointer = core if core in _POINTERS else next((p for p in _POINTERS if core.startswith(p) and len(p) <= 2), "")
        if unit.base == "inner" and pointer:
            target = Pointer(at - len(determiner), at + len(pointer), pointer, determiner)
            return acceptable(text, Name(target.start, word.end, target, core[len(pointer) :], unit))
        if not core and unit.kind == "workshop" and text.endswith("“", 0, at) and text.startswith("”", word.end):
            return None  # 成了一线的“后勤部”
        if not core and unit.base == "inner" and (house := self._shared_house(at)) is not None:
            return Name(at, word.end, house, "", unit)
        if not core or (determiner and len(core) < 3):
            target = Pointer(at - len(determiner), word.end, core + unit.word, determiner)
            return Name(target.start, word.end, target, "", unit)
        if unit.base in ("free", "inner") and "“" not in core:
            cut_at = name_start(core)
            if len(core) - cut_at < 2 and may_be_whole(text, at, core, unit):  # 包商银行, though 包 is a verb
                cut_at = 0
            at += cut_at
            if at == word.start:
                return None
            core = text[at : word.start]
        return acceptable(text, Name(at, word.end, None, core, unit))

    def _shared_house(self, at: int) -> Name | None:
        """The house of the name before in a list: 义桥煤矿 for 团委 in 义桥煤矿工会、团委."""
        if at < 2 or self.text[at - 1] not in "、和与及" or (before := self.ends.get(at - 1)) is None:
            return None
        return before.base if isinstance(before.base, Name) and before.unit.base == "inner" else None

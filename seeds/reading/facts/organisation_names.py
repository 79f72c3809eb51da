"""Names of organisations by their grammar: a place, words of their own, and units (武威市 + 肿瘤 + 医院 + 工会).

The unit is found first, then a bounded look to the left finds where the name begins. What the name means (which 市,
which 公司) is for ``seeds.reading.resolution``. Imports the vocabulary and places.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import zip_longest

from seeds.reading.facts.name_acting import SITES, ends_here, only_acting
from seeds.reading.facts.name_joins import Joins
from seeds.reading.facts.name_lists import enumerated_places, listed_places
from seeds.reading.facts.name_parts import DEEPEST, LevelWord, Name, Pointer, is_han
from seeds.reading.facts.name_places import places_beside
from seeds.reading.facts.name_rules import acceptable, is_duty, is_landmark, may_be_whole
from seeds.reading.facts.places import LEVEL_WORDS, TOWNSHIPS, PlaceWord
from seeds.reading.tokens import name_start, names_a_kind
from seeds.reading.vocabulary import UNITS, Unit, UnitWord, boundary_words, break_at, generic_at, unit_words

LOOK = 30  # characters to the left of a unit in which its name must begin

_NOT_LEVELS = frozenset(boundary_words("not_levels"))
_NOT_LEVEL_STARTS = frozenset(boundary_words("not_level_starts"))
_POINTERS = frozenset(boundary_words("pointers"))
_SHORT_POINTERS = tuple(pointer for pointer in _POINTERS if len(pointer) <= 2)
_HOUSE_WORDS = ("集团公司", "集团", "公司", "局", "矿", "厂", "段")
_IN_HOUSES = frozenset(("hospital", "school", "company", "plant", "station"))
_NUMBERED = frozenset(("plant", "hospital", "school"))
_WITH_MASS = frozenset(("site", "community", "company", "plant", "bank", "brand"))
_IN_TOWNS = frozenset(("union", "party_branch", "team", "school", "hospital"))
_LEVELLED = frozenset(("hospital", "school", "plant"))
_TOWN = re.compile("[一-鿿]{2,4}?(?:街道|镇|乡)")
_LATIN = re.compile(r"(?<![A-Za-z0-9.&])(?=[A-Za-z0-9.&]*[A-Za-z])[A-Za-z0-9.&]{1,12}$")
_TO_FIRM = re.compile("[一-鿿]{0,8}?(?:公司|电力)")
_ROW_END = re.compile(r"\d[万亿]?[^家个名位所座]$")
_SPEECH = re.compile("[，。！？；]")
_DETERMINERS = ("该", "本", "这个", "这家", "这所")
_IN_BRACKETS = ("集团", "控股", "有限", "股份", "中国")
_INSIDE = frozenset("（）“”·")
_SIGNED = frozenset(("shop", "company", "plant", "school"))
_MARKS = frozenset("□■●▲◆")
_PRODUCT = re.compile(f"(?:{'|'.join(boundary_words('products'))})(?!公司|集团|有限|股份|总?厂|工会|销售|制造)")
_NO_BODY = (
    "摄",
    "文/",
    "图/",
    "旁边",
    "附近",
    "门口",
    "对面",
    "家属院",
    "家属区",
    "宿舍",
    "路口",
)  # 武 钢 摄: a person
_SERVING = ("服务", "供应", "配送", "联合", "援助")  # 生活服务公司
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
        "commission",
    )
)
_LEVELS = frozenset("省市县州旗")
_ROW_STARTS = frozenset("省市县区州旗")
_FOREST = Unit("林业局", "林业局", "plant", "enterprise", "grassroots", "free")
_FORCES = ("武警", "公安边防", "武警边防", "公安消防", "消防")
_PARTIES = ("民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟")
_LEAGUE = UNITS["团市委"]


def find_names(text: str, places: list[PlaceWord], brands: Mapping[int, tuple[int, Unit]] | None = None) -> list[Name]:
    """The names in ``text`` in the order of their ends, inner ones (市人民医院 in 市人民医院工会) before outer ones.

    ``text`` is folded; ``places`` are those of ``find_places``. ``brands`` are enterprises known by a bare name: where
    it ends, where it begins and a unit that holds it. Names of no particular body (各级工会) are left out.
    """
    words = unit_words(text)
    look = _Look(text, places_beside(text, places, words))
    for end, (start, unit) in (brands or {}).items():
        look.keep(Name(start, end, None, "", unit))
    for word, after in zip_longest(words, words[1:]):
        if word.unit.kind != "trade" or ends_here(text, word, after):
            look.read(word)
    return only_acting(text, sorted(look.found, key=lambda name: (name.end, -name.start)))


class _Look(Joins):
    """The looks to the left in one text: what was found so far, by the position where it ends."""

    def __init__(self, text: str, places: list[PlaceWord]) -> None:
        super().__init__(text, places)
        self.counted = 0  # where the words that make a name one of many (三县, 两个) end

    def read(self, word: UnitWord) -> None:
        """Look to the left of one unit and keep what it ends."""
        if word.start in self.generic:
            self.generic.add(word.end)
            return
        if word.unit.kind in SITES and word.end in self.places:  # 张家港, 潍坊
            return
        name = self._name(word)
        known = self.ends.get(name.end) if name is not None else None
        if name is not None and known is not None and known.unit.kind == "alias" and known.start <= name.start:
            return
        if name is not None and name.depth <= DEEPEST:
            for place in enumerated_places(self.text, name.base, self.places):  # 疏附县、伽师县、巴楚县总工会
                self.keep(replace(name, start=place.start, base=place))
            self.keep(name)
        elif word.start in self.generic or word.end in self.generic:
            core = self.text[self.counted : word.start]
            for listed in listed_places(self.text, self.counted, self.places):
                self.keep(Name(listed.start, word.end, listed, core, word.unit))

    def _name(self, word: UnitWord) -> Name | None:
        if word.unit.base == "none":
            return self._whole(word)
        if word.unit.base == "place":
            return self._office(word)
        return self._walked(word)

    def _office(self, word: UnitWord) -> Name | None:
        unit = word.unit
        if unit.kind in ("league", "sister_party") or unit.kind.startswith("prefecture_"):
            return self._with_level_inside(word)
        base = self.before.at(word.start)
        if base is None:
            return self._placeless_office(word)
        if unit.word == "总" and isinstance(base, PlaceWord) and base.surface[-1] not in "省市县区州旗盟镇乡道":
            return None  # 石河子总场
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
            return Name(word.start, word.end, LevelWord(word.start, word.end, "地区", ""), "", unit)
        at = word.start + (1 if unit.kind == "league" else len(unit.full))
        return Name(word.start, word.end, LevelWord(at, word.end - 1, self.text[at : word.end - 1], ""), "", unit)

    def _placeless_office(self, word: UnitWord) -> Name | None:
        """An office with no place directly before it: a forest enterprise, a part of a body, one of several duties."""
        unit = word.unit
        if unit.word == "林业局":  # 图强林业局
            return self._walked(replace(word, unit=_FOREST))
        house = self.ends.get(word.start)
        if house is not None and (unit.kind == "bodies" or (unit.kind == "mass" and house.unit.kind in _WITH_MASS)):
            return Name(house.start, word.end, house, "", unit)  # 市公安局交警支队, 许家冲村妇联
        if unit.kind == "bureau" and (joint := self._joint_bureau(word)) is not None:
            return joint
        if word.start in self.before.counted or (word.start and generic_at(self.text, word.start)):
            self._mark_generic(word.start, word)
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

    def _mark_generic(self, at: int, word: UnitWord) -> None:
        self.generic.add(word.end)
        self.counted = at

    def _whole(self, word: UnitWord) -> Name | None:
        if word.unit.word == "国网":  # 国网甘肃: the name goes on to the right
            place = next((self.places[end] for end in range(word.end + 2, word.end + 9) if end in self.places), None)
            if place is None or place.start != word.end:
                return None
            if _TO_FIRM.match(self.text, place.end):  # 国网重庆綦江供电公司
                return None
            return Name(word.start, place.end, None, self.text[word.end : place.end], word.unit)
        signed = word.unit.kind == "brand" and self.text.endswith(("记者", "通讯员"), 0, word.start)  # 记者苏宁
        sold = word.unit.kind == "brand" and _PRODUCT.match(self.text, word.end)  # 华为手机
        if signed or sold or self.text.startswith(_NO_BODY, word.end):
            return None
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
                return self.bare(at, word)
        at = self._before_digits(at, floor, unit)
        soft = unit.kind not in _SOFT_KINDS and not (unit.kind == "company" and text.endswith(_SERVING, 0, at))
        while at > floor:
            if at in self.ends:
                return self.after_name(self.ends[at], at, word)
            if at in self.generic:
                self.generic.add(word.end)
                return None
            if text[at - 1] in "和与及" and at - 1 in self.ends:  # 省总和省能源化学工会
                break
            if at in self.places and not (at < len(text) and text[at] == "）"):
                return self.after_place(self.places[at], word)
            if text[at - 1] == "“":
                if at - 1 in self.ends and at == word.start:  # 湖北省总工会“党员工作组”
                    return self.after_name(self.ends[at - 1], at, word)
                break
            if self._is_edge(at):
                break
            if unit.kind != "national_body" and generic_at(text, at) and text[at - 2 : at] not in ("首批", "首届"):
                self._mark_generic(at, word)
                return None
            if break_at(text, at, soft=soft) and not self._goes_on(at, unit):
                break
            at -= 1
        return self.bare(at, word)

    def _before_digits(self, at: int, floor: int, unit: Unit) -> int:
        """Where the number begins that a unit bears: 70052钻井队, 解放军264医院; ``at`` when it bears none."""
        while unit.kind in _NUMBERED and at > floor and self.text[at - 1].isdigit():
            at -= 1
        return at

    def _quoted_from(self, at: int, floor: int) -> int | None:
        """Where the quotation that ends at ``at`` begins: “你工作 我服务” is one word of a name. None for speech."""
        if not at or self.text[at - 1] != "”":
            return None
        opening = self.text.rfind("“", floor, at)
        return opening if opening >= 0 and not _SPEECH.search(self.text, opening, at) else None

    def _is_edge(self, at: int) -> bool:
        """True behind punctuation; brackets stand in a name only around a place or a word like 集团."""
        text, last = self.text, self.text[at - 1]
        if text[at : at + 1] in _ROW_STARTS and _ROW_END.search(text, max(0, at - 4), at):
            return True  # a table's figure before the next row: 24万只 区慈善会
        if last == "）":
            return at - 1 not in self.places and not text.endswith(_IN_BRACKETS, 0, at - 1)
        return not is_han(last) and last not in _INSIDE

    def _goes_on(self, at: int, unit: Unit) -> bool:
        """True for 后 behind a place (平鲁区后安煤矿) and 里 in a neighbourhood (惠新里社区): no boundaries there."""
        last = self.text[at - 1]
        return (last == "后" and at - 1 in self.places) or (last == "里" and unit.kind == "community")

    def bare(self, at: int, word: UnitWord) -> Name | None:
        """A name that begins at ``at`` with no place or organisation in front, unless its first words are one."""
        text, unit = self.text, word.unit
        core = text[at : word.start].lstrip("”）·")
        at = word.start - len(core)
        if unit.kind in _SIGNED and "”" in core and "“" not in core and text.startswith("“", at - 1):
            at, core = at - 1, "“" + core  # “汉口阿嫂”热干面馆
        if unit.kind == "company" and (latin := _LATIN.search(text, max(0, at - 12), at)) is not None:  # TCL集团
            return Name(latin.start(), word.end, None, text[latin.start() : word.start], unit)
        if text[at - 1 : at] in _MARKS and (signed := self._behind_signature(at, word)):
            at, core = at + signed, core[signed:]
        base = self._division_in(at, core, word)
        if base is not None:
            return acceptable(text, Name(base.start, word.end, base, text[base.end : word.start], unit))
        determiner = next((each for each in _DETERMINERS if text.endswith(each, 0, at)), "")
        if unit.base == "inner" and "“" not in core and not determiner and (cut_at := name_start(core)):
            at += cut_at
            core = core[cut_at:]
        if (target := self._house_in(at, core, determiner, unit)) is not None:
            return acceptable(text, Name(target.start, word.end, target, text[target.end : word.start], unit))
        if not core:
            return self._without_words(at, determiner, word)
        if determiner and len(core) < 3:
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

    def _behind_signature(self, at: int, word: UnitWord) -> int:
        """How long a writer's signature before a name is: 3 in □樊晓芸红石岩煤矿, when the rest stands elsewhere."""
        for length in (3, 2):
            rest = self.text[at + length : word.end]
            if len(rest) > len(word.unit.word) + 1 and self.text.count(rest) > 1:
                return length
        return 0

    def _division_in(self, at: int, core: str, word: UnitWord) -> LevelWord | PlaceWord | None:
        """The level word or town that the words before a unit begin or end with: 市第一医院, 泽国镇商会, 上省医院."""
        text, unit = self.text, word.unit
        level = next((each for each in LEVEL_WORDS if core.startswith(each)), "")
        known = core[:2] not in _NOT_LEVEL_STARTS and core not in _NOT_LEVELS
        whole = level not in TOWNSHIPS or (core == level and unit.kind in ("hospital", "school"))  # 镇卫生院
        if level and known and whole and unit.kind != "township":
            determiner = text[at - 1] if at and text[at - 1] in "该本我" else ""
            return LevelWord(at - len(determiner), at + len(level), level, determiner)
        last = core[-1:]
        if last in _LEVELS and len(core) < 4 and core not in _NOT_LEVELS and unit.kind in _LEVELLED:
            return LevelWord(word.start - 1, word.start, last, "")
        if unit.base == "placed" or unit.kind in _IN_TOWNS:
            town = _TOWN.match(core)
            if town is not None and not name_start(town[0][:-1]):
                return PlaceWord(at, at + town.end(), town[0], (), township=town[0])
        return None

    def _house_in(self, at: int, core: str, determiner: str, unit: Unit) -> Pointer | None:
        """The word for a house that a part's own words begin with: 公司 in 公司工会, 局 in 局职工医院."""
        if unit.base == "inner":
            pointer = core if core in _POINTERS else next((p for p in _SHORT_POINTERS if core.startswith(p)), "")
        elif unit.kind in _IN_HOUSES and (determiner or self._is_parted(at)):
            pointer = next((p for p in _HOUSE_WORDS if core.startswith(p)), "")
            pointer = pointer if len(core) > len(pointer) and names_a_kind(core[len(pointer) :]) else ""
        else:
            return None
        return Pointer(at - len(determiner), at + len(pointer), pointer, determiner) if pointer else None

    def _is_parted(self, at: int) -> bool:
        return not at or not is_han(self.text[at - 1]) or break_at(self.text, at) is not None

    def _without_words(self, at: int, determiner: str, word: UnitWord) -> Name | None:
        """A unit alone: a part of the house of the list, or a pointer at something named before."""
        text, unit = self.text, word.unit
        if unit.kind in SITES:
            return None
        if unit.kind == "workshop" and text.endswith("“", 0, at) and text.startswith("”", word.end):
            return None  # 成了一线的“后勤部”
        if unit.base == "inner" and (house := self._shared_house(at)) is not None:
            return Name(at, word.end, house, "", unit)
        target = Pointer(at - len(determiner), word.end, unit.word, determiner)
        return Name(target.start, word.end, target, "", unit)

    def _shared_house(self, at: int) -> Name | None:
        """The house of the name before in a list: 义桥煤矿 for 团委 in 义桥煤矿工会、团委."""
        if at < 2 or self.text[at - 1] not in "、和与及" or (before := self.ends.get(at - 1)) is None:
            return None
        return before.base if isinstance(before.base, Name) and before.unit.base == "inner" else None

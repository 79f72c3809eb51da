"""What a unit makes of the organisation or the place that stands before it: one name of both, or a name of its own.

市人民医院 + 工会, 兰州西机务段 + 天水运用车间, 后安煤矿 + 集团公司. Imports the names' parts and rules.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace

from seeds.reading.facts.name_acting import SITES
from seeds.reading.facts.name_parts import FIRM, Name, ending, is_han
from seeds.reading.facts.name_places import PlacesBefore
from seeds.reading.facts.name_rules import LOOSE, UNION_CORES, acceptable, acceptable_office
from seeds.reading.facts.places import PlaceWord
from seeds.reading.tokens import name_start
from seeds.reading.vocabulary import Unit, UnitWord, boundary_words, break_at

_HOUSES = tuple(boundary_words("houses"))
_SENT_OFFICE = Unit("办事处", "办事处", "bureau", "government", "place", "free")
_SENT = frozenset(("办事处", "代办处", "代表处", "联络处", "分会", "记者站"))
_HELD = frozenset(("项目部", "管理处", "管理所", "收费站", "服务区", "运营中心", "运维中心", "作业区"))
_GROUPS = frozenset(("控股", "集团", "实业"))
_LEGAL = frozenset(("有限公司", "有限责任公司", "股份有限公司"))
_PARTS = ("分行", "支行", "分公司", "支公司", "营业部", "营业厅")
_BRANCHES = (*_PARTS, "公司", "总公司", "分局", "支局")
_OF_SITES = frozenset(("union", "union_part", "party_branch", "youth_branch", "team", "community"))
_INNER = frozenset(("union", "territorial_union", "union_part", "party_branch", "youth_branch", "team"))
_HOUSES_THEMSELVES = frozenset(("company", "bank", "plant"))
_SENT_DOCTORS = ("医疗队", "护理队", "医护队")
_NUMERALS = frozenset("一二三四五六七八九十")
_CLOSING = ("）", "”）")
_LONGEST_CORE = 14


class Joins(ABC):
    """The names found in one text, by where they end, and how a unit joins them."""

    def __init__(self, text: str, places: list[PlaceWord]) -> None:
        self.text = text
        self.places = {place.end: place for place in places}
        self.before = PlacesBefore(text, self.places)
        self.found: list[Name] = []
        self.ends: dict[int, Name] = {}
        self.generic: set[int] = set()  # where a name of no particular body ends

    @abstractmethod
    def bare(self, at: int, word: UnitWord) -> Name | None:
        """A name that begins at ``at`` with no place or organisation in front."""

    def keep(self, name: Name) -> None:
        """Note a name that was found."""
        self.found.append(name)
        self.ends[name.end] = name

    def forget(self, name: Name) -> None:
        """Take back a name that turned out to be the beginning of another; it is among the last ones found."""
        for index in range(len(self.found) - 1, -1, -1):
            if self.found[index] is name:
                del self.found[index]
                return

    def after_name(self, base: Name, at: int, word: UnitWord) -> Name | None:
        """The name that ``word`` ends behind the organisation ``base``, the unit's own words beginning at ``at``."""
        core, unit = self.text[at : word.start], word.unit
        if core.startswith(_CLOSING):  # （以下简称滇东集团）运输公司
            core = core.lstrip("”）")
        if unit.kind == "township" or (unit.word in ("局", "委员会") and core):
            return None
        if unit.kind in _HOUSES_THEMSELVES and base.unit.kind in _INNER and not base.is_pointer:
            return self.bare(at, word)  # 港务公司工会应集团要求
        if unit.kind == "shop" or base.unit.kind == "known" or base.unit.kind in SITES:
            name = self._whole_name(base, core, word)
            if name is not base:
                return name
        if unit.kind == "headquarters" and base.is_pointer and base.unit.kind == "union":  # 工会系统…领导小组
            return Name(base.start, word.end, None, self.text[base.start : word.start], unit)
        if base.unit.word == "铁路局" and unit.word.endswith("段") and 1 < len(core) < 5 and not name_start(core):
            return Name(at, word.end, None, core, unit, base)  # 新丰镇车辆段, as 宝鸡车务段
        if _is_one_firm(base, core, unit):
            self.forget(base)  # 后安煤矿集团公司 is one firm
            whole = base.core + base.unit.word + core
            return Name(base.start, word.end, base.base, whole, unit, base.within)
        if unit.base == "free" and len(core) > 3 and unit.kind != "team" and (cut_at := name_start(core, least=2)):
            return self.bare(at + cut_at, word)
        if not _is_part(base, core, unit):
            return None
        sent = unit.word.endswith(_SENT_DOCTORS) and (unit.word not in _SENT_DOCTORS or core)
        if sent and base.unit.kind in ("hospital", "team"):  # 省人民医院援鄂医疗队: people
            self.generic.add(word.end)
            return None
        return Name(base.start, word.end, base, core, unit)

    def _whole_name(self, base: Name, core: str, word: UnitWord) -> Name | None:
        """One name of both where neither is a part of the other, ``base`` when it is."""
        unit = word.unit
        if unit.kind == "shop":  # 市委党校餐厅 is a room, 京东大饭店 one firm
            if base.unit.kind != "brand":
                return None
            self.forget(base)
            return Name(base.start, word.end, None, self.text[base.start : word.start], unit)
        if base.unit.kind == "known" and unit.kind in ("hospital", "school"):  # 辽西铁路中心医院 beside 辽西铁路公司
            return Name(base.start, word.end, None, self.text[base.start : word.start], unit)
        if base.unit.kind in SITES and unit.kind not in _OF_SITES:  # 龙泉村小学 is no part of the village
            whole = base.core + base.unit.word + core
            return acceptable(self.text, replace(base, end=word.end, core=whole, unit=unit))
        return base

    def after_place(self, place: PlaceWord, word: UnitWord) -> Name | None:
        """The name that ``word`` ends behind a place, and behind the organisation printed before that place."""
        text, unit = self.text, word.unit
        outer = self.places.get(place.start) if unit.base in ("free", "placed") else None
        if outer is not None and not set(outer.codes) & set(place.codes):
            place = outer  # 北京朝阳医院, 厦门市莆田商会: the second place is a word of the name
        within = self.ends.get(place.start)
        house = self.ends.get(place.start - 1) if unit.base == "free" and within is None else None
        if (
            house is not None
            and is_han(text[house.end])
            and text[house.end] not in "和与及同"
            and not break_at(text, place.start)
        ):
            return self.after_name(house, house.end, word)  # 建工集团木兰溪项目部, though 兰溪 is a city
        if within is not None and (part := self._part_at(within, place, word)) is not None:
            return part
        if unit.kind == "township":
            return self._sent_office(place, word)
        levelled = place.surface[-1] in "省市县区州盟旗"
        if unit.kind == "trade" and levelled and text.startswith("工会", word.end):
            return None  # 省能源化工工会 is an industry's, 上海邮政工会 a firm's
        if unit.kind == "trade" and word.start == place.end and place.township:
            return None
        return self._of_place(place, word, within)

    def _part_at(self, within: Name, place: PlaceWord, word: UnitWord) -> Name | None:
        """A part of ``within`` at a place: 建行濮阳分行, 兰州西机务段天水运用车间, 互助会吴忠办事处."""
        unit = word.unit
        core = self.text[place.start : word.start]
        if within.unit.kind == "brand" or unit.word in _BRANCHES or unit.kind in ("subbureau", "workshop"):
            return Name(within.start, word.end, within, core, unit)
        if within.unit.word in _GROUPS and unit.word in _LEGAL:  # 国药控股湖北有限公司
            self.forget(within)
            whole = self.text[within.start : word.start]
            return Name(within.start, word.end, None, whole, unit) if within.base is None else None
        if unit.word in _HELD:
            return Name(within.start, word.end, within, core, unit)
        if unit.word in _SENT or (within.unit.type == "trade_union" and unit.word == "委员会"):
            return Name(within.start, word.end, within, core, replace(_SENT_OFFICE, word=unit.word, full=unit.word))
        return None

    def _sent_office(self, place: PlaceWord, word: UnitWord) -> Name | None:
        """厦门海关驻莆田办事处, else the office of a street behind its district."""
        if not self.text.endswith("驻", 0, place.start):
            return acceptable_office(Name(place.start, word.end, place, self.text[place.end : word.start], word.unit))
        house = self.ends.get(place.start - 1)
        if house is None:
            return None
        return Name(house.start, word.end, house, self.text[place.start - 1 : word.start], _SENT_OFFICE)

    def _of_place(self, place: PlaceWord, word: UnitWord, within: Name | None) -> Name | None:
        text, unit = self.text, word.unit
        core = text[place.end : word.start]
        front = ending(text, place.start, _HOUSES)
        if unit.kind in ("company", "plant") and front and core:  # 国网山东省电力公司, 大唐略阳发电公司
            at = place.start - len(front)
            return Name(at, word.end, None, text[at : word.start], unit)
        if text.endswith("附属", 0, place.start) and (owner := self.ends.get(place.start - 2)) is not None:
            return Name(owner.start, word.end, owner, text[owner.end : word.start], unit)
        if unit.word in (*_PARTS, "公司") and not core and (name := self._firm_at_place(place, word)) is not None:
            return name
        if len(core) > (6 if unit.kind in ("company", "bank") else 3) and (cut_at := name_start(core, least=2)):
            return self.bare(place.end + cut_at, word) if cut_at < len(core) else None
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


def _is_part(base: Name, core: str, unit: Unit) -> bool:
    """True when ``core`` and the unit can be a part of ``base``: 工会 or 女工部, but not 处 behind any words."""
    if unit.word in ("处", "科") and core not in _NUMERALS and (not 2 <= len(core) <= 4 or name_start(core)):
        return False
    if unit.kind == "union_part" and base.is_pointer and base.unit.kind == "union":
        return False
    if len(core) > _LONGEST_CORE or (unit.kind == "union" and core not in UNION_CORES):
        return False
    if unit.kind in ("workshop", "union_part", "plant") and (core in LOOSE or name_start(core)):
        return False
    if unit.kind not in ("team", "station", "association"):
        return True
    return not name_start(core, least=2) and (not core or name_start(core) < len(core))  # 工会托医疗队


def _is_one_firm(base: Name, core: str, unit: Unit) -> bool:
    if base.unit.kind == "brand" and unit.word in ("厂", "总厂"):  # 中国一重厂
        return not core
    if unit.kind != "company" or unit.word in _PARTS or base.is_pointer:
        return False
    if base.unit.kind == "company" and not base.unit.word.endswith(("公司", "集团", "社", "所")):
        return len(core) < 5  # 广汇实业投资集团有限公司
    if base.unit.kind == "brand" and unit.word.startswith("集团"):
        return len(core) < 4  # 玉柴机器集团
    if base.unit.kind == "local_brand" or base.unit.word == "人寿":
        return core in ("", "保险")  # 市电信公司, 市人寿保险公司
    return core in ("", "业", "（集团）", "（控股）") and base.unit.kind in ("plant", "company", "brand")

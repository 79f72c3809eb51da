"""What names mean that begin with a place or a level word: 市总工会, 安康市人社局, 武威市肿瘤医院, 省教育工会.

Imports places, scenes and how full names are made.
"""

from __future__ import annotations

from dataclasses import replace

from seeds.reading.facts.name_parts import LevelWord, Name
from seeds.reading.facts.places import LEVEL_WORDS, TOWNSHIPS, PlaceWord, level_of, nearest, rank_of
from seeds.reading.full_names import INDUSTRIES, PRINTED, Where, is_trade, level_for, office_name
from seeds.reading.node_making import NodeMaker
from seeds.reading.organisation_nodes import Node
from seeds.reading.scene import Scene
from seeds.reading.tokens import name_start, names_a_kind
from seeds.reading.vocabulary import UNITS

_NUMERALS = frozenset("一二三四五六七八九")
# 国务院批复的国家级新区: each is its own place, of no city; 浦东 and 滨海 are districts
_NEW_AREAS = frozenset(
    (
        *("雄安新区", "两江新区", "舟山群岛新区", "兰州新区", "西咸新区", "贵安新区", "西海岸新区", "金普新区"),
        *("天府新区", "湘江新区", "江北新区", "福州新区", "滇中新区", "哈尔滨新区", "长春新区", "赣江新区"),
    )
)
_OFFICIAL = (
    "行政",
    "政务",
    "就业",
    "人才",
    "社保",
    "医保",
    "结算",
    "监测",
    "检验",
    "审批",
    "应急",
    "指挥",
    "管理",
    "公共",
    "市民",
)


class PlacedNames(NodeMaker):
    """The organisations of one document whose names begin with a place."""

    def candidates(self, name: Name) -> tuple[str, ...]:
        """The full names that ``name`` may have when its place has several meanings; empty when that is not why."""
        base = name.base
        if not isinstance(base, PlaceWord) or len(base.codes) < 2 or name.unit.base != "place":
            return ()
        wheres = (Where(self.called(code, base.surface), level_of(code), code) for code in base.codes)
        return tuple(office_name(where, name.core, name.unit) for where in wheres)

    def where(self, base: PlaceWord | LevelWord, at: int, scene: Scene) -> Where | None:
        """The place that a name begins with, at an article position; None when nothing near decides which."""
        if isinstance(base, LevelWord):
            return self.level(base, at, scene)
        near = scene.place_before(at)
        code = nearest(base.codes, near) or nearest(base.codes, self.home)
        if code is None and base.codes:  # 鼓楼区 with no city near: doubt is a value
            return None
        if base.township and not base.codes and (zone_named := scene.zone_before(at, base.township)) is not None:
            return self.where(zone_named, at, scene)  # 园区总工会 after 苏州工业园区总工会
        if base.township:
            zone = base.township.endswith("区")
            code = code or (scene.place_before(at) if zone else None) or (self.home if zone else None)
            if code is None and not zone:
                code = scene.county_before(at) or (self.home if self.home and level_of(self.home) == "county" else None)
            outer = base.surface.removesuffix(base.township)
            outer = "" if outer in LEVEL_WORDS else outer
            if base.township in _NEW_AREAS and not outer:
                return Where(base.township, "prefecture", None)
            front = outer if zone and outer else self.called(code, outer) if code else ""
            return Where(front + base.township, "county" if zone else "township", code)
        if code is None:  # a level word out of a list
            return self.where(LevelWord(base.start, base.end, base.surface, ""), at, scene)
        return Where(self.called(code, base.surface), rank_of(code, base.surface), code)

    def level(self, base: LevelWord, at: int, scene: Scene) -> Where | None:
        """The division or township that a level word means at an article position."""
        if base.word in TOWNSHIPS:
            seen = scene.township_at(at, base.word)
            return self.where(seen[1], seen[0], scene) if seen is not None else None
        meant = scene.place_at(at, base.word, base.determiner)
        if meant is None:
            return None
        code, surface = meant
        return Where(self.called(code, surface), rank_of(code, surface), code)

    def placed(
        self, name: Name, base: PlaceWord | LevelWord, where: Where, within: Node | None, scene: Scene
    ) -> Node | None:
        """The organisation whose name begins with ``where``; ``within`` is the body printed before the place."""
        unit, core = name.unit, name.core
        if unit.kind == "company" and not core and not unit.word.startswith("集团"):
            return self._firm_of_place(base, where, scene)
        if unit.word == "局" and not core:
            return self._firm_of_place(base, where, scene, ending="局")
        if unit.kind == "team" and not core and len(unit.word) < 4 and where.level != "township":
            return None
        if unit.kind == "township":
            return self.made(where.name + core + "街道办事处", name, where, unit.type, "township")
        if unit.kind in PRINTED:
            front = base.surface if isinstance(base, PlaceWord) and (base.codes or not base.township) else where.name
            level = level_for(unit, where)
            if unit.kind == "team" and level == "township":  # 红城乡民兵连
                level = "grassroots"
            if unit.kind == "hospital" and isinstance(base, LevelWord) and core in _NUMERALS:  # 市一医院
                core = f"第{core}"
            if unit.word.endswith("救援队") and len(core) > 1 and not names_a_kind(core):  # 龙泉市剑锋应急救援队
                level = "grassroots"
            elif unit.kind == "team" and not isinstance(base, LevelWord):
                front = where.name
            made = self.made(front + core + unit.word, name, where, unit.type, level)
            made.front = front
            made.within = made.within or within
            return made
        if unit.base == "inner" and core.endswith(("村", "社区")) and isinstance(base, PlaceWord):
            village = replace(name, unit=UNITS["社区"])
            house = self.made(base.surface + core, village, where, "community", "grassroots")
            return self.part(house, replace(name, core=""))
        if unit.base == "inner":
            return self._industry(name, where)
        if unit.full.startswith("铁路公安") and isinstance(base, PlaceWord):  # 哈尔滨铁路公安局
            return self.made(base.surface + unit.full, name, where, unit.type, where.level)
        type_ = "government" if unit.kind == "centre" and any(duty in core for duty in _OFFICIAL) else unit.type
        made = self.made(office_name(where, core, unit), name, where, type_, level_for(unit, where))
        made.within = made.within or within or self._house(name, where)
        return made

    def _firm_of_place(
        self, base: PlaceWord | LevelWord, where: Where, scene: Scene, ending: str = "公司"
    ) -> Node | None:
        """沛县公司, 成都局: the enterprise of that place named before with such an ending."""
        front = base.surface if isinstance(base, PlaceWord) else where.name
        for seen in scene.nodes:
            own = seen.node.rep().own
            if own.startswith(front) and own.endswith(ending) and seen.node.type == "enterprise":
                return seen.node
        return None

    def _house(self, name: Name, where: Where) -> Node | None:
        """The body that an office is a part of by its own name: the committee of its departments."""
        unit = name.unit
        if unit.kind == "party" and unit.word.startswith("委"):
            house = UNITS["委"]
        elif unit.full.startswith("人民代表大会") and unit.full != "人民代表大会":
            house = UNITS["人大"]
        elif unit.full.startswith("人民政府") and unit.full != "人民政府":
            house = UNITS["政府"]
        else:
            return None
        bare = replace(name, unit=house, core="")
        return self.made(office_name(where, "", house), bare, where, house.type, where.level)

    def _industry(self, name: Name, where: Where) -> Node | None:
        """Unions and party committees that stand on a place without 总 or 市委: 省教育工会, 福星镇党委."""
        unit, core = name.unit, name.core
        if unit.kind == "union_part" and unit.word == "办公室" and core:  # 市供热管理办公室
            return self.made(where.name + core + unit.word, name, where, "government", where.level)
        if unit.kind == "union_part":  # 市困难职工帮扶中心 is the union's
            union = replace(name, unit=UNITS["总工会"], core="")
            house = self.made(where.name + "总工会", union, where, "trade_union", where.level)
            return self.part(house, name)
        if (
            unit.kind == "party_branch"
            and unit.word in ("党工委", "工委")
            and core.endswith(("街道", "新区", "园区", "开发区"))
        ):
            return self.made(f"中共{where.name}{core}工作委员会", name, where, unit.type, "township")
        if unit.kind == "party_branch" and unit.word in ("党工委", "工委") and where.level == "township":
            return self.made(f"中共{where.name}工作委员会", name, where, unit.type, "township")
        if unit.kind == "party_branch" and unit.word == "党委":
            if core and not core.endswith(("镇", "乡", "街道")):
                return None
            level = "township" if core else where.level
            return self.made(f"中共{where.name}{core}委员会", name, where, unit.type, level)
        if unit.kind == "union" and unit.word == "工会联合会" and core and not name_start(core):
            level = "township" if any(word in core for word in ("街道", "镇", "乡")) else where.level
            return self.made(where.name + core + unit.word, name, where, unit.type, level)
        if unit.word == "团委" and not core and where.level == "township":
            return self.made(f"共青团{where.name}委员会", name, where, unit.type, "township")
        if unit.word == "工会" and not core and where.level in ("county", "prefecture") and where.code:  # 县工会
            return self.made(where.name + "总工会", replace(name, unit=UNITS["总工会"]), where, unit.type, where.level)
        if unit.kind == "union" and not core and isinstance(name.base, PlaceWord) and name.base.township:
            return self.made(where.name + unit.word, name, where, unit.type, where.level)  # 沙井街道工会
        if isinstance(name.base, PlaceWord) and name.base.surface[-1] not in "省市县区州旗盟":
            return (
                None
                if core not in INDUSTRIES
                else self.made(where.name + core + unit.word, name, where, unit.type, where.level)
            )
        if unit.kind == "union" and (is_trade(core) or (unit.word != "工会" and len(core) < 5)):
            return self.made(where.name + core + unit.word, name, where, unit.type, where.level)
        return None

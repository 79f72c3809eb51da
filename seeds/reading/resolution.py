"""Which organisation a name means: 省总 of Gansu, 该局 of two sentences before, 公司工会 of the company just named.

Takes the names that ``facts.organisation_names`` found and gives each a node: an organisation with its full name, type,
level and parent. What cannot be told has none. Imports places, scenes and the vocabulary.
"""

from __future__ import annotations

from dataclasses import replace

from seeds.reading.facts.name_parts import FIRM, LevelWord, Name, Pointer
from seeds.reading.facts.places import TOWNSHIPS, PlaceWord, find_places, level_of
from seeds.reading.full_names import PRINTED, Where, is_trade, level_for, office_name
from seeds.reading.organisation_nodes import Node, fits
from seeds.reading.placed_names import PlacedNames
from seeds.reading.scene import Scene
from seeds.reading.tokens import names_a_kind
from seeds.reading.vocabulary import UNITS, boundary_words

_UNION_PARTS = frozenset(
    ("女工部", "女职工部", "女工委", "女职工委员会", "帮扶中心", "困难职工帮扶中心", "职工服务中心")
)
_HOUSES = ("中国", "中铁", "中建", "中交", "中冶", "中石", *boundary_words("houses"))
_HOUSE_WORDS = frozenset(("公司", "集团", "集团公司", "总公司", "企业", "局", "油田"))
_ROOMS = frozenset(("车间", "抢修班", "吊装班", "支局", "车队"))
_NUMERALS = frozenset("一二三四五六七八九十")
_CARS = frozenset(("汽车队", "项目部", "工程部"))
_COMMITTEES = {"村委会": "村", "村民委员会": "村", "居委会": "社区", "居民委员会": "社区"}
_DUTIES = (
    "防控",
    "疫情",
    "工作",
    "保障",
    "救助",
    "救灾",
    "抢险",
    "服务",
    "帮扶",
    "防汛",
    "领导",
    "应急",
    "稳岗",
    "复工",
)


def waits(name: Name) -> bool:
    """True when the name leans on organisations named elsewhere in the article, so that those come first."""
    base = name.base
    if isinstance(base, Name):
        return waits(base)
    if isinstance(base, Pointer):
        return True
    if base is None:
        return name.unit.base == "inner" or name.unit.kind == "alias" or name.unit.kind in ("headquarters", "team")
    return name.unit.kind in ("company", "bank") and not name.core


class Resolver(PlacedNames):
    """The organisations of one document, as names are read article by article."""

    def node(self, name: Name, at: int, scene: Scene) -> Node | None:
        """The organisation meant by ``name`` whose article position is ``at``; None when it cannot be told."""
        base = name.base
        if name.unit.kind == "alias":  # （以下简称…）
            return self.printed.get(name.unit.full)
        if isinstance(base, Name):
            above = self.node(base, at, scene)
            if above is not None and name.unit.word.startswith("驻村") and above.type == "community":
                return self._posted(above, name, scene)
            return self.part(above, name) if above is not None else None
        if isinstance(base, Pointer):
            return self._pointed(name, base, at, scene)
        if base is None:
            return self._free(name, at, scene)
        where = self._of_city_acting(name, base, at, scene) or self.where(base, at, scene)
        if where is None and isinstance(base, PlaceWord) and name.unit.kind in PRINTED:
            where = Where(base.surface, "county", None)  # 玉树孤儿学校 is called so, whichever 玉树 it lies in
        if where is None:
            return None
        if name.unit.kind == "workshop" and isinstance(base, PlaceWord):  # 兴平信号工区
            above = scene.latest(at, "单位")
            return self.part(above, replace(name, core=base.surface + name.core)) if above is not None else None
        within = self.node(name.within, at, scene) if name.within is not None else None
        return self.placed(name, base, where, within, scene)

    def _posted(self, village: Node, name: Name, scene: Scene) -> Node:
        """A team posted in a village is no part of it: the one of the article that says who sent it, else its own."""
        sent = (seen.node.rep() for seen in scene.nodes if seen.node.rep().unit.word.startswith("驻村"))
        known = next((node for node in sent if node.parent() is not None), None)
        whole = village.full() + name.core + name.unit.word
        return known or self.made(whole, name, None, name.unit.type, "grassroots")

    def _of_city_acting(self, name: Name, base: PlaceWord | LevelWord, at: int, scene: Scene) -> Where | None:
        """The city of county rank that a bare 市 means beside one of its bodies; never that of 市总工会, which is the
        paper's own, nor of an office that the city has just been named with.
        """
        if not isinstance(base, LevelWord) or base.word != "市" or base.determiner or name.unit.full == "总工会":
            return None
        if (meant := scene.city_acting(at)) is None:
            return None
        where = Where(self.called(*meant), "county", meant[0])
        known = self.nodes.get((office_name(where, name.core, name.unit), 0))
        return None if known is not None and any(seen.node is known for seen in scene.nodes) else where

    def _pointed(self, name: Name, base: Pointer, at: int, scene: Scene) -> Node | None:
        if base.word in TOWNSHIPS:
            level = LevelWord(base.start, base.end, base.word, base.determiner)
            where = self.level(level, at, scene)
            return self.placed(replace(name, base=level), level, where, None, scene) if where else None
        if name.is_pointer and not base.determiner and name.unit.base == "inner":
            return self._bare_part(name, at, scene)
        own = self.own_house() if not base.determiner else None
        if own is not None and base.word in _HOUSE_WORDS and fits(own, base.word):
            above: Node | None = own
        else:
            above = scene.latest(at, base.word) or self._house_of(base.word) or self._village_of(base.word, at, scene)
        if above is None and name.is_pointer and name.unit.word.startswith("职工") and (house := self.own_house()):
            return self.part(house, replace(name, core=""))  # 职工医院 in a company's paper
        if above is None and name.is_pointer and name.unit.kind == "team":
            return self._team_of_home(name, at, scene)
        if name.is_pointer or above is None:
            return above
        return self.part(above, name)

    def _team_of_home(self, name: Name, at: int, scene: Scene) -> Node | None:
        """援鄂医疗队 without a place is the one of the paper's home."""
        code = self.home or scene.place_before(at)
        if code is None or not name.unit.word.startswith(("援", "支援")):
            return None
        where = Where(self.called(code), level_of(code), code)
        return self.made(where.name + name.unit.word, name, where, name.unit.type, where.level)

    def _bare_part(self, name: Name, at: int, scene: Scene) -> Node | None:
        """女工部, 综采一队, 后勤部 alone: one named before, else a part of the union or the house last named."""
        unit = name.unit
        if (before := scene.latest(at, unit.word)) is not None:
            return before
        if unit.word in _UNION_PARTS:
            above = scene.latest(at, "总工会") or scene.latest(at, "工会") or scene.latest(at, "单位")
        elif unit.word.startswith(("采煤", "掘进", "综采", "开拓")):
            above = scene.latest(at, "矿") or self.own_house() or scene.latest(at, "单位")
        elif unit.kind == "workshop" and len(unit.word) > 2 and unit.word[-1] in "队部科" and unit.word not in _CARS:
            above = self.own_house() or scene.latest(at, "单位")
        else:
            return None
        return self.part(above, name) if above is not None else None

    def _free(self, name: Name, at: int, scene: Scene) -> Node | None:
        unit, core = name.unit, name.core
        if unit.level == "paper":
            return self._paper(name, at, scene)
        if unit.base == "none":
            return self.made(unit.full + core, name, None, unit.type, unit.level)
        if unit.kind == "headquarters":
            return self._headquarters(name, at, scene)
        if unit.kind == "team":
            return self._team(name, at, scene)
        if unit.base == "inner":
            return self._free_union(name, at, scene) if unit.kind == "union" else self._free_part(name, at, scene)
        if unit.kind == "township":  # 凤岗街道办事处
            code = scene.county_before(at) or (self.home if self.home and level_of(self.home) == "county" else None)
            where = Where(self.called(code), level_of(code), code) if code else None
            return self.made((where.name if where else "") + core + "街道办事处", name, where, unit.type, unit.level)
        whole = core + unit.word
        national = unit.level == "place" and core.startswith(("中国", "中华", "全国"))
        level = "national" if national else level_for(unit, None)
        made = self.made(whole, name, None, unit.type, level)
        if name.within is not None and made.within is None:
            made.within = self.node(name.within, at, scene)
        return made

    def _free_union(self, name: Name, at: int, scene: Scene) -> Node | None:
        """A union with words of its own and no house in front: 中国医务工会, 首钢工会, 鞋业行业工会联合会."""
        unit, core = name.unit, name.core
        if core.startswith("中国") and is_trade(core[2:]):
            return self.made(core + unit.word, name, None, unit.type, "national")
        house = self.village(name) or self.firm(core)
        if house is None and core.startswith(_HOUSES) and len(core) > 2:
            house = self.made(core, replace(name, unit=FIRM), None, "enterprise", "grassroots")
        if house is not None:
            return self.part(house, replace(name, core=""))
        before = scene.latest(at, core + unit.word)
        if before is None and unit.word == "工会联合会" and len(core) > 2:
            return self.made(core + unit.word, name, None, unit.type, "grassroots")
        return before

    def _free_part(self, name: Name, at: int, scene: Scene) -> Node | None:
        """A part with words of its own and no house in front: 掘进二队, 天水运用车间, 福星镇党委, 龙泉村党支部."""
        unit, core = name.unit, name.core
        house = self.village(name)
        if house is None and unit.kind in ("party_branch", "youth_branch"):
            house = self.firm(core)
        if house is not None:
            return self.part(house, replace(name, core=""))
        before = scene.latest(at, core + unit.word)
        if before is not None or unit.kind == "subbureau":
            return before
        if unit.word == "党委" and core.endswith(("镇", "乡", "街道")):
            return self.made(f"中共{core}委员会", name, Where(core, "township", None), unit.type, "township")
        if unit.kind == "party_branch":
            return self.made(core + unit.word, name, None, unit.type, "grassroots")
        if unit.kind == "union_part":
            return self._bare_part(name, at, scene) if not core else None
        if len(core) > 6 or core.endswith(("局", "公司", "院", "校", "社", "厂", "集团")):
            return None
        if unit.word in _ROOMS and not find_places(core) and not _NUMERALS.intersection(core):
            return None  # 铁板车间 is told of as a place
        above = (self.own_house() if unit.word.endswith("处") else None) or scene.latest(at, "单位")
        return self.part(above, name) if above is not None else None

    def _village_of(self, word: str, at: int, scene: Scene) -> Node | None:
        """The village or neighbourhood that acts by its committee."""
        kind = _COMMITTEES.get(word)
        return scene.latest(at, kind) if kind else None

    def _house_of(self, word: str) -> Node | None:
        fitting = [node for node in self.houses if fits(node, word)]
        if not fitting and len(alone := [node for node in self.alone if fits(node, word)]) == 1:
            return alone[0]
        return fitting[0] if fitting and (len(fitting) == 1 or fitting[0] is self.houses[0]) else None

    def _paper(self, name: Name, at: int, scene: Scene) -> Node:
        """A paper has the level of the place in its name, else of the paper's home or the place spoken of."""
        if name.core in UNITS:
            unit = UNITS[name.core]
            return self.made(unit.full, replace(name, unit=unit, core=""), None, unit.type, unit.level)
        named = find_places(name.core)
        code = named[0].codes[0] if named else self.home
        where = Where(self.called(code), level_of(code), code) if code else None
        return self.made(name.core, name, where, "media", where.level if where else "national")

    def _headquarters(self, name: Name, at: int, scene: Scene) -> Node | None:
        """A headquarters without a place: one named before, else its founder's, else that of the place spoken of."""
        unit, core = name.unit, name.core
        if (before := scene.latest(at, core + unit.word)) is not None:
            return before
        if unit.word != "指挥部":
            if not core.endswith(_DUTIES):
                return scene.latest(at, unit.word)
            subject = scene.subject(at)
            if subject is None:
                return None
            code = subject.code
            if subject.type == "government" and code:
                where = Where(self.called(code), level_of(code), code)
                made = self.made(where.name + core + unit.word, name, where, unit.type, where.level)
                made.within = made.within or subject
                return made
            return self.part(subject, name)
        code = scene.place_before(at) or self.home
        if code is None or not core:
            return scene.latest(at, "指挥部")
        where = Where(self.called(code), level_of(code), code)
        return self.made(where.name + core + unit.word, name, where, unit.type, where.level)

    def _team(self, name: Name, at: int, scene: Scene) -> Node | None:
        unit, core = name.unit, name.core
        if unit.word.startswith("驻村") and 2 < len(core) < 7 and not core.endswith("村"):
            house = self.made(core, replace(name, unit=FIRM), None, "enterprise", "grassroots")
            return self.part(house, replace(name, core=""))
        if (before := scene.latest(at, core + unit.word)) is not None:
            return before
        if unit.word.endswith("救援队") and len(core) > 1 and not names_a_kind(core):  # 蓝天救援队
            return self.made(core + unit.word, name, None, unit.type, "grassroots")
        subject = scene.subject(at)
        if subject is not None and subject.rep().unit.kind == "party_branch":
            subject = subject.parent() or subject  # what a branch founds is the house's
        if name.quoted:  # “红心网格自治队” is a whole name
            made = self.made(core + unit.word, name, None, unit.type, "grassroots")
            self.own(made, subject)
            return made
        if "“" in core or name.founded:
            return self.part(subject, name) if subject is not None else None
        return None

"""Which organisation a name means: 省总 of Gansu, 该局 of two sentences before, 公司工会 of the company just named.

Takes the names that ``facts.organisation_names`` found and gives each a node: an organisation with its full name, type,
level and parent. What cannot be told stays unresolved. Imports places and the vocabulary.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace

from seeds.reading.facts.organisation_names import LevelWord, Name, Pointer
from seeds.reading.facts.places import (
    PlaceWord,
    full_name,
    level_of,
    level_word,
    nearest,
    with_level,
)
from seeds.reading.vocabulary import UNITS, Unit

_PRINTED = frozenset(
    ("company", "plant", "bank", "hospital", "school", "community", "media", "station", "police", "agency")
)


@dataclass(eq=False, slots=True)
class Node:
    """An organisation in the making: named ``own``, or by the name of the one ``above`` it and ``tail``."""

    own: str
    tail: str
    above: Node | None
    unit: Unit
    type: str
    level: str
    code: str | None
    place: str | None
    core: str = ""
    within: Node | None = None
    merged: Node | None = None
    printed: set[str] = field(default_factory=set)

    def rep(self) -> Node:
        """The node that this one was merged into, itself when into none."""
        node = self
        while node.merged is not None:
            node = node.merged
        return node

    def full(self) -> str:
        """The full name."""
        node = self.rep()
        return node.above.full() + node.tail if node.above is not None else node.own

    def parent(self) -> str | None:
        """The full name of the body that it is part of."""
        node = self.rep()
        above = node.above or node.within
        return above.full() if above is not None else None


@dataclass(frozen=True, slots=True)
class Where:
    """The place that a name's beginning stands for."""

    name: str
    level: str
    code: str | None


@dataclass(slots=True)
class Seen:
    """Something met in an article, at its position."""

    at: int
    node: Node


class Scene:
    """What an article has named so far: its places and its organisations, by position."""

    def __init__(self, home: str | None) -> None:
        self.home = home
        self.places: list[tuple[int, str, bool]] = []  # position, code, stands at the head of a clause
        self.nodes: list[Seen] = []

    def see_place(self, at: int, codes: tuple[str, ...], *, leads: bool) -> None:
        """Note a place; one of several meanings is the one nearest to what was seen, else to home."""
        code = nearest(codes, self.places[-1][1] if self.places else self.home) or nearest(codes, self.home)
        if code is not None:
            self.places.append((at, code, leads))

    def code_at(self, at: int, word: str, determiner: str) -> str | None:
        """The division that the level word means at a position of the article."""
        if determiner in ("我", "本") and self.home:
            return with_level(self.home, word)
        before = self.places[: bisect_left(self.places, (at, "", False))]
        if determiner == "该":
            return next((code for _, code, _ in reversed(before) if _own(code, word)), None)
        if self.home and word == "区" and level_word(self.home) == "自治区":
            district = next((code for _, code, _ in reversed(before) if level_word(code) == "区"), None)
            return district or self.home
        if self.home and (home := with_level(self.home, word)) is not None:
            return home
        return self._near(before, word) or next(
            (found for _, code, _ in self.places[len(before) :] if (found := with_level(code, word))), None
        )

    def _near(self, before: list[tuple[int, str, bool]], word: str) -> str | None:
        own = [(code, leads) for _, code, leads in before if _own(code, word)]
        lead = next((code for code, leads in reversed(own) if leads), None)
        if lead:
            return lead
        if own:
            return own[-1][0]
        return next((found for _, code, _ in reversed(before) if (found := with_level(code, word))), None)

    def latest(self, at: int, word: str) -> Node | None:
        """The organisation that 该 + ``word`` points at from a position: the last such thing before it."""
        found = None
        for seen in self.nodes:
            if seen.at >= at and found is not None:
                break
            if fits(seen.node.rep(), word):
                found = seen.node
        return found


def _own(code: str, word: str) -> bool:
    own = level_word(code)
    return own == word or (word == "区" and own == "自治区")


def fits(node: Node, word: str) -> bool:
    """True when the organisation is such a thing as ``word`` says: 公司, 局, 厂, 该校."""
    name = node.full()
    kind = node.unit.kind
    if word in ("公司", "企业"):
        return kind in ("company", "brand", "bank") or (
            node.type == "enterprise" and name.endswith(("业", "公司", "集团"))
        )
    if word in ("集团", "集团公司"):
        return "集团" in name and node.type == "enterprise"
    if word == "行" or word == "银行":
        return kind in ("bank", "brand") and "行" in name
    if word == "校" or word == "学校":
        return node.type == "school"
    if word == "院":
        return node.type == "hospital" or name.endswith("院")
    if word == "单位":
        return node.type in ("hospital", "enterprise", "school", "government")
    if word == "社区":
        return kind == "community"
    if word == "会":
        return name.endswith("会") and kind not in ("union",)
    return name.endswith(word)


class Resolver:
    """The organisations of one document, as names are read article by article."""

    def __init__(self, home: str | None) -> None:
        self.home = home
        self.nodes: dict[tuple[str, int], Node] = {}

    def node(self, name: Name, at: int, scene: Scene) -> Node | None:
        """The organisation meant by ``name`` whose article position is ``at``; None when it cannot be told."""
        base = name.base
        if isinstance(base, Name):
            above = self.node(base, at, scene)
            return self._part(above, name) if above is not None else None
        if isinstance(base, Pointer):
            above = scene.latest(at, base.word)
            if name.is_pointer:
                return above
            return self._part(above, name) if above is not None else None
        within = self.node(name.within, at, scene) if name.within is not None else None
        if isinstance(base, PlaceWord | LevelWord):
            where = self._where(base, at, scene)
            if where is None:
                return None
            return self._placed(name, base, where, within)
        return self._free(name, at, scene, within)

    def _where(self, base: PlaceWord | LevelWord, at: int, scene: Scene) -> Where | None:
        if isinstance(base, LevelWord):
            code = scene.code_at(at, base.word, base.determiner)
            return Where(full_name(code), level_of(code), code) if code else None
        if not base.codes:
            return Where(base.surface, "township", None)
        near = scene.places[-1][1] if scene.places else None
        code = nearest(base.codes, near) or nearest(base.codes, self.home) or base.codes[0]
        return Where(full_name(code, base.surface), level_of(code), code)

    def _placed(self, name: Name, base: PlaceWord | LevelWord, where: Where, within: Node | None) -> Node | None:
        unit, core = name.unit, name.core
        if unit.kind in _PRINTED or (unit.kind == "team" and core):
            if not core and unit.kind == "company" and isinstance(base, PlaceWord):
                return None
            front = where.name if isinstance(base, LevelWord) else base.surface
            own = front + core + unit.word
            return self._made(own, name, where, unit.type, _level(unit, where), within)
        if unit.base == "inner":
            return self._industry(name, where)
        own = _office_name(where, core, unit)
        return self._made(own, name, where, unit.type, _level(unit, where), self._house(name, where))

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
        own = _office_name(where, "", house)
        return self._made(own, replace(name, unit=house, core=""), where, house.type, where.level, None)

    def _industry(self, name: Name, where: Where) -> Node | None:
        unit, core = name.unit, name.core
        if unit.kind == "party_branch" and not core:
            own = f"中共{where.name}委员会"
            return self._made(own, name, where, unit.type, where.level, None)
        if unit.kind == "union" and core and unit.word == "工会":
            return self._made(where.name + core + unit.word, name, where, unit.type, where.level, None)
        if unit.kind == "union" and unit.word in ("工会联合会", "工会办事处"):
            return self._made(where.name + core + unit.word, name, where, unit.type, where.level, None)
        return None

    def _free(self, name: Name, at: int, scene: Scene, within: Node | None) -> Node | None:
        unit, core = name.unit, name.core
        if unit.base == "none":
            return self._made(unit.full, name, None, unit.type, unit.level, None)
        if unit.kind in ("workshop", "union_part", "party_branch", "youth_branch"):
            above = scene.latest(at, "单位" if unit.kind == "workshop" else "公司")
            return self._part(above, name) if above is not None and core else None
        if unit.base == "inner" or unit.kind in ("headquarters", "association"):
            return None
        if not core:
            return None
        return self._made(core + unit.word, name, None, unit.type, _level(unit, None), within)

    def _part(self, above: Node, name: Name) -> Node:
        unit = name.unit
        above = above.rep()
        tail = name.core + (unit.full if unit.kind not in _PRINTED else unit.word)
        key = (tail, id(above))
        if key not in self.nodes:
            type_, level = _inherited(above, unit)
            self.nodes[key] = Node("", tail, above, unit, type_, level, above.code, above.place, name.core)
        return self.nodes[key]

    def _made(self, own: str, name: Name, where: Where | None, type_: str, level: str, within: Node | None) -> Node:
        key = (own, 0)
        if key not in self.nodes:
            code, place = (where.code, where.name) if where else (None, None)
            self.nodes[key] = Node(own, "", None, name.unit, type_, level, code, place, name.core, within)
        return self.nodes[key]


def _office_name(where: Where, core: str, unit: Unit) -> str:
    if unit.kind == "committee":
        return (
            f"中共{where.name}委"
            if where.level != "province" or not where.name.endswith("区")
            else f"中共{where.name}委员会"
        )
    if unit.kind == "party":
        return f"中共{where.name}委{unit.full}" if unit.word.startswith("委") else f"中共{where.name}{unit.full}"
    if unit.kind == "league":
        return f"共青团{where.name}委员会"
    return where.name + core + unit.full


def _level(unit: Unit, where: Where | None) -> str:
    if unit.level == "place":
        return where.level if where else "grassroots"
    return unit.level


def _inherited(above: Node, unit: Unit) -> tuple[str, str]:
    """Type and level of a part: a union is a union, a department is what its house is."""
    if unit.kind in ("headquarters", "workshop", "bureau") or (
        unit.kind == "union_part" and above.type != "trade_union"
    ):
        return above.type, above.level
    if unit.kind == "union_part":
        return above.type, above.level
    if unit.kind in ("team", "station"):
        return unit.type, "grassroots"
    return unit.type, "grassroots"

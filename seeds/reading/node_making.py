"""The nodes of one document, each made once: by a whole name, or as a part of another body.

Imports names, nodes and how full names are made.
"""

from __future__ import annotations

from dataclasses import replace

from seeds.reading.facts.name_parts import DEEPEST, Name
from seeds.reading.facts.places import find_places, full_name, level_of
from seeds.reading.full_names import PRINTED, Where, inherited
from seeds.reading.organisation_nodes import Node, stem
from seeds.reading.vocabulary import UNITS

_LOOKED_AT = 40  # a page names few firms that begin alike
_FULL_TAILS = {"女工委": "女职工委员会"}


class NodeMaker:
    """The organisations of one document, as they are met."""

    def __init__(self, home: str | None) -> None:
        self.home = home
        self.former: dict[str, str] = {}  # the former names of divisions that the document never calls by the present
        self.nodes: dict[tuple[str, int], Node] = {}
        self.firms: dict[str, list[Node]] = {}  # by the first two characters of their names and of their own words
        self.paper_names: tuple[str, ...] = ()  # what the paper is named after: 粤西港务 of 粤西港务报
        self.bureau: Node | None = None  # the one that a paper of its trade calls 局: 北山矿务局 for 北山矿工报
        self.printed: dict[str, Node] = {}  # by the whole name as printed first
        self.alone: list[Node] = []  # those that one article names
        self.houses: list[Node] = []  # what 公司, 校, 局 mean in an article that names none: the paper's own house

    def called(self, code: str, surface: str = "") -> str:
        """The division's full name as the document prints it: 监利县 where that is what 监利市 is called throughout."""
        name = full_name(code, surface)
        former = self.former.get(code)
        return full_name(code, former) if former is not None and name == full_name(code) else name

    def own_house(self) -> Node | None:
        """The firm that the paper is named after, once it was met: 粤西港务集团 for 粤西港务报."""
        for words in self.paper_names:
            fitting = [node for node in self.firms.get(words[:2], ()) if stem(node.own).startswith(words)]
            if fitting:
                return min(fitting, key=lambda node: len(node.own)).rep()
        return self.bureau

    def own(self, node: Node, owner: Node | None) -> None:
        """Note that the text calls ``node`` a part of ``owner``."""
        if owner is not None and node.above is None and node.within is None and node.rep() not in owner.line():
            node.within = owner

    def firm(self, core: str) -> Node | None:
        """The enterprise of the document whose own words begin with ``core``: 首钢工会 after 首钢集团."""
        if len(core) < 2:
            return None
        fitting = self.firms.get(core[:2], ())
        return next((node for node in fitting if node.core.startswith(core) or node.front + node.core == core), None)

    def village(self, name: Name) -> Node | None:
        """The village or neighbourhood that a name's own words are: 龙泉村 in 龙泉村党支部."""
        if len(name.core) < 3 or not name.core.endswith(("村", "社区")):
            return None
        return self.made(name.core, replace(name, unit=UNITS["社区"]), None, "community", "grassroots")

    def part(self, above: Node, name: Name) -> Node | None:
        """The part of ``above`` that the name's own words and unit make; None when parts stand too deep."""
        unit = name.unit
        above = above.rep()
        if unit.kind == "community" and above.type == "community":  # 园丁社区居民委员会 is 园丁社区
            return above
        printed = unit.kind in PRINTED or unit.kind == "bodies"
        tail = name.core + _FULL_TAILS.get(unit.word, unit.word if printed else unit.full)
        if unit.kind == "township":
            tail = name.core + "街道办事处"
        if tail.startswith("工会") and above.full().endswith("工会"):  # 该局工会成立工会系统…领导小组
            tail = tail[2:]
        key = (tail, id(above))
        if key not in self.nodes:
            if above.depth > DEEPEST:
                return None
            type_, level = inherited(above, unit)
            official = above.level != "grassroots"
            if (
                unit.kind == "bureau" and official and (places := find_places(name.core))
            ):  # 中国职工保险互助会吴忠办事处
                level = level_of(places[-1].codes[0])
            part = Node("", tail, above, unit, type_, level, above.code, above.place, name.core)
            part.depth = above.depth + 1
            self.nodes[key] = part
        return self.nodes[key]

    def made(self, own: str, name: Name, where: Where | None, type_: str, level: str) -> Node:
        """The organisation called ``own`` in full; made when it is met first."""
        key = (own, 0)
        if key not in self.nodes:
            code, place = (where.code, where.name) if where else (None, None)
            self.nodes[key] = made = Node(own, "", None, name.unit, type_, level, code, place, name.core)
            if name.unit.kind == "company":
                for start in {own[:2], name.core[:2]}:
                    alike = self.firms.setdefault(start, [])
                    if len(alike) < _LOOKED_AT:
                        alike.append(made)
        return self.nodes[key]

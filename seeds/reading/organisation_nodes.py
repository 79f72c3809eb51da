"""Organisations in the making: nodes with a name, a type, a level and what stands above them; which two are one.

Imports the vocabulary and the word cutter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from seeds.reading.facts.lexicon import choice
from seeds.reading.tokens import is_common
from seeds.reading.vocabulary import Unit

_LEGAL = re.compile(f"(?:集团|控股)?(?:（集团）)?(?:{choice('bodies.legal')})$")


@dataclass(eq=False, slots=True)
class Node:
    """An organisation in the making: named ``own``, or by the name of the one ``above`` it and ``tail``.

    ``core`` are the words of its own name, ``front`` what is printed before them. ``within`` is the body that it is
    part of without bearing its name.
    """

    own: str
    tail: str
    above: Node | None
    unit: Unit
    type: str
    level: str
    code: str | None
    place: str | None
    core: str = ""
    front: str = ""
    within: Node | None = None
    merged: Node | None = None
    depth: int = 1

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

    def parent(self) -> Node | None:
        """The body that it is part of."""
        node = self.rep()
        above = node.above or node.within
        return above.rep() if above is not None else None

    def line(self) -> list[Node]:
        """The node and all that stands above it, nearest first."""
        found: list[Node] = []
        node: Node | None = self.rep()
        while node is not None and node not in found:
            found.append(node)
            node = node.parent()
        return found


_GROUP = re.compile("集团）?(?:有限|股份|责任)*(?:公司)?$")
_MINE = re.compile("矿$|[矿煤]业(?:有限|责任|集团|股份|分)*(?:公司)?$|矿务局$")
_BY_PATTERN = {
    "路局": re.compile("铁路局(?:集团)?(?:有限)?(?:公司)?$|局集团(?:有限)?公司$|铁路集团公司$"),
    "油田": re.compile("油田(?:[一-鿿]{0,6}公司)?$"),
    "电厂": re.compile("电厂$|发电(?:有限)?公司$"),
    "机场": re.compile("机场(?:[一-鿿]{0,4}公司)?$"),
}
_KINDS = {
    "公司": ("company", "brand", "known", "local_brand"),
    "企业": ("company", "plant", "bank", "brand", "known", "local_brand"),
    "行": ("bank", "brand"),
    "银行": ("bank", "brand"),
    "社区": ("community",),
}
_TYPES = {
    "校": ("school",),
    "学校": ("school",),
    "院": ("hospital",),
    "医院": ("hospital",),
    "单位": ("hospital", "enterprise", "school", "government"),
}


def fits(node: Node, word: str) -> bool:
    """True when the organisation is such a thing as ``word`` says: 公司, 局, 厂, 该校."""
    node = node.rep()
    if word in _KINDS:
        return node.unit.kind in _KINDS[word] and not (word in ("行", "银行") and "行" not in node.full())
    if word == "校" and node.own.endswith("学院") and len(node.core) < 4:  # a part of a university
        return False
    if word in _TYPES:
        return node.type in _TYPES[word] and not (node.unit.kind == "workshop" or node.own.endswith("项目部"))
    name = node.full()
    if word in _BY_PATTERN:
        return node.type == "enterprise" and _BY_PATTERN[word].search(name) is not None
    if word == "矿":
        return node.type == "enterprise" and node.unit.kind != "workshop" and _MINE.search(name) is not None
    if word in ("集团", "集团公司"):
        return node.type == "enterprise" and _GROUP.search(name) is not None
    if word == "会":
        return name.endswith("会") and node.unit.kind != "union"
    return name.endswith(word)


def stem(name: str) -> str:
    """An enterprise's name without its legal form."""
    return _LEGAL.sub("", name) or name


def merge(nodes: Iterable[Node]) -> None:
    """Make one of the bodies that are one under several names: 桂绵公司 and 宜州区桂绵茧丝绸有限责任公司.

    The longest name stays. A name is another's short form when its own words are the other's without place and legal
    form, begin them (two characters or more), or when it is the other's end.
    """
    nodes = list(nodes)
    _rural_banks(nodes)
    _by_whole_name(nodes)
    firms = [node for node in nodes if node.type in _MERGED and node.merged is None]
    firms.sort(key=lambda node: -len(node.full()))
    by_start: dict[str, list[Node]] = defaultdict(list)
    by_end: dict[str, list[Node]] = defaultdict(list)
    by_own: dict[str, list[Node]] = defaultdict(list)
    for node in firms:
        if node.above is None:
            start = node.core[:2]
            alike = by_start[start] if node.core else by_own[node.own[:2]]
            other = _same(node, alike[-_LOOKED_AT:]) or _ended(node, by_end[node.own[-_END:]])
            if other is not None and node not in other.line():
                node.merged = other
                continue
            by_start[start].append(node)
            by_own[node.own[:2]].append(node)
        name = node.full()
        for length in range(3, _END + 1):
            if len(by_end[name[-length:]]) < _LOOKED_AT:
                by_end[name[-length:]].append(node)


_RURAL = ("农村商业银行", "农商银行", "农商行", "农信社", "农村信用社", "信用联社", "农村信用联社", "农村信用合作联社")


def _rural_banks(nodes: list[Node]) -> None:
    """县农商行 is the bank of the county that bears its short name: 大通农商银行. The shortest name stays."""
    banks: dict[tuple[str, bool], list[Node]] = defaultdict(list)
    for node in nodes:
        if node.unit.word in _RURAL and node.code and not node.core and node.above is None:
            banks[node.code, node.unit.word.endswith("行")].append(node)
    for alike in banks.values():
        shortest = min(alike, key=lambda node: (len(node.front), -len(node.own)))
        for node in alike:
            if node is not shortest:
                node.merged = shortest


_COMMITTEE = re.compile("(?<=村)(?:村委会|村民委员会)$|(?<=社区)(?:居委会|居民委员会)$")
_NUMBERED = re.compile("(?<=第[一二三四五六七八九十])医院$")


def _by_whole_name(nodes: list[Node]) -> None:
    """黄沙堡村村委会 is 黄沙堡村 where the village is named as a body itself, 第一医院 a 第一人民医院 of the place."""
    known = {node.own: node for node in nodes if node.type in ("community", "hospital") and node.above is None}
    for node in known.values():
        whole = _NUMBERED.sub("人民医院", _COMMITTEE.sub("", node.own))
        if whole != node.own and whole in known and node.merged is None:
            node.merged = known[whole]


_LOOKED_AT = 40  # a page names few firms that begin or end alike; a list of thousands is no page
_END = 6
_MERGED = frozenset(("enterprise", "community", "hospital", "school"))


def _same(node: Node, longer: list[Node]) -> Node | None:
    if node.type != "enterprise":
        return None
    if not node.core:  # 酒钢 beside 酒钢集团
        return next((each for each in longer if each.type == node.type and stem(each.own) == stem(node.own)), None)
    if len(node.core) < 2:
        return None
    firm = node.unit.kind in ("company", "known")
    for other in longer:
        if other.type != "enterprise":
            continue
        if stem(node.own) == stem(other.own) or (node.core == other.core and not node.front and firm):
            return other
        if node.unit.word == "矿" and other.unit.word == "煤矿" and node.core == other.core and not node.front:
            return other  # 木岗矿 beside 木岗煤矿
        if firm and not node.front and other.unit.kind == "company" and other.core.startswith(node.core):
            return other
    return None


def _ended(node: Node, longer: list[Node]) -> Node | None:
    """A longer name that ends with the whole of this one, which has no place of a division in front."""
    if len(node.core) < 2 and node.unit.kind != "bank":
        return None
    if node.front and node.unit.kind not in ("bank", "company"):
        return None
    return next((other for other in longer if other.type == node.type and other.full().endswith(node.own)), None)


_RAILWAY = re.compile(f"[一-鿿](?:{choice('bodies.railway')})段$")
_RAILWAY_HOUSE = re.compile(r"铁路局$|局集团(?:有限)?公司$|铁路（?集团）?公司$")
_HOUSE = re.compile(f"(?:{choice('bodies.house_ends')})$")
_MINING = re.compile("[矿煤](?:业|电|炭|务局)")
_NUMBERS = "第一二三四五六七八九十"
_SHORT_MINE = 3  # 石墙框矿
_SHORT = 2  # own words of a plant that is known inside its house only: 特钢厂, 五坪矿


def house_parts(met: Iterable[tuple[int, Node]], own: Node | None = None) -> None:
    """Give plants that are called by a short name of their own the house they belong to, where one is plain.

    ``met`` are the organisations in reading order with the number of their article. A railway's 段 belongs to the
    railway named nearest to it; a plant without a place in front to the group or mining bureau that the document names
    most, when its own article names that too or a third of the articles do; called by a common word (炼铁厂, 采油二厂)
    it bears the house's name. ``own`` is the firm that the paper is named after.
    """
    found = [(article, node.rep()) for article, node in met]
    houses: dict[Node, set[int]] = defaultdict(set)
    for article, node in found:
        if node is own or (_HOUSE.search(node.full()) and node.type == "enterprise"):
            houses[node].add(article)
    main = own if own in houses else max(houses, key=lambda node: len(houses[node])) if houses else None
    articles = len({article for article, _ in found})
    for index, (article, node) in enumerate(found):
        if node.above is not None or node.within is not None or node.type != "enterprise":
            continue
        if _RAILWAY.search(node.own):
            near = [*reversed(found[max(0, index - 20) : index]), *found[index : index + 20]]
            node.within = _railway_of(node, article, near)
        elif main is not None and _is_pit_of(node, main) and len(houses[main]) >= max(2, articles / 3):
            node.within = main
        elif main is not None and _is_inner_plant(node) and node not in main.line():
            plain = article in houses[main] or len(houses[main]) >= max(2, articles / 3)
            if plain and is_common(node.core.strip(_NUMBERS)):  # 炼铁厂: every steelworks has one
                node.above, node.tail, node.depth = main, node.own, main.depth + 1
            elif plain:
                node.within = main


def _is_pit_of(node: Node, main: Node) -> bool:
    """True for a coal mine without a place in front beside a mining group that the whole page is about."""
    pit = node.unit.word in ("煤矿", "矿") and not node.front and len(node.core) < 5
    return pit and _MINING.search(main.full()) is not None and node not in main.line() and main not in node.line()


def _railway_of(node: Node, article: int, near: list[tuple[int, Node]]) -> Node | None:
    """The railway that a 段 belongs to: of those named near it, one of its article or of its province goes first."""
    houses = [(at, each) for at, each in near if _RAILWAY_HOUSE.search(each.full()) and node not in each.line()]
    province = (node.code or "")[:2]
    own = [each for at, each in houses if at == article]
    beside = [each for _, each in houses if province and (each.code or "")[:2] == province]
    return next(iter([each for each in own if each in beside] or own or beside or [each for _, each in houses]), None)


def _is_inner_plant(node: Node) -> bool:
    if node.front or node.unit.kind not in ("plant", "company") or _HOUSE.search(node.own):
        return False
    if node.own.endswith("社") or node.core == "中国":
        return False
    if len(node.core) <= (_SHORT_MINE if node.unit.word == "矿" else _SHORT):
        return True
    rest = node.core.strip(_NUMBERS)  # 采油二厂, 第二装卸公司, 机械动力厂
    return 1 < len(rest) < 5 and is_common(rest) and (rest != node.core or node.unit.kind == "plant")

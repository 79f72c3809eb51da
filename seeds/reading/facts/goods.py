"""Goods in a clause: 口罩5000只, 50桶蛋白粉, 米、面各一袋, 棉大衣和电热水壶等慰问品.

Reads folded text; positions are those of the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seeds.reading.drafts import ItemDraft
from seeds.reading.facts.counts import BODIES, GOODS, Quantity, counts_takers
from seeds.reading.facts.lexicon import choice, leading, one_of, words
from seeds.reading.facts.statements import Clause
from unionarchive.common.values import value

_GOODS = words("goods")
_HEAD = re.compile(rf"{leading(_GOODS['heads'])}$")
_OPENER = re.compile(rf"^(?:{one_of(_GOODS['openers'])})+")
_CLOSER = re.compile(leading(_GOODS["closers"]))
_TAKEN = re.compile(r"[把将]([\u4e00-\u9fffA-Za-z0-9、]{2,24})$")
_AND_SUCH = re.compile("等[\u4e00-\u9fff]{2,6}$")
_TAIL = re.compile(r"[\u4e00-\u9fffA-Za-z0-9\-]{1,12}$")
_MADE = re.compile("[日年月]产|产出|生产|人(?![参造工丹])")  # 日产口罩12万只; 两头的人
_NO_START = re.compile(
    "给|转[送给交赠捐]|分[给到送]|交[给到付]|留[给在作]|指定|领走|白[送给]|[已将由等都也还仍正先均]|月底|[装运送发](?:车|往|到|出|进|给)|于"
)
_DRIVEN = re.compile(f"(?:{choice('goods.driven')})车(?:开|驶)")  # 两辆货车开到医院
_NO_NAME = re.compile(
    "(?:每.{0,3}|提供|推出|设立|为|上|在|元|人|名|户|天|日|月|年|发|送|到|起|向|[他她它]|[他她它]们|就有|只有|把|对|其中|于|打|以|这|那|该|已|另外|[月日年]底前?|[之以]?前)$"
)
_CUTS = (
    "工会",
    "公司",
    "医院",
    "学校",
    "红十字会",
    "指挥部",
    "中心",
    "社区",
    "买了",
    "配了",
    "做了",
    "送",
    "捐",
    "发",
    "赠",
    "每站",
    "每人",
    "每户",
    "来了",
    "一台",
    "把",
    "将",
    "装着",
    "载着",
    "装满",
    "拉着",
)
_BODY = re.compile(f"(?:{choice('bodies.ends')})$")
_HANDED = re.compile(f"[送运寄发]往|[拨捐转分留]给|转[送交赠]|给了|运到|送[去进]|{choice('handing.hands_goods')}")
_BREAK = re.compile(r"[、和与及]|以及|“|”|（|）|的(?!确)")
_EVERY = re.compile("每[天日月年周]$")
_IN_ALL = re.compile("(?:约|近|超过|超|一共|总共|共|共计|总计|达|了|又|：)+$")
_PHRASE = re.compile(r"[^，。；：！？\n、]{1,40}")
_WHOLE = re.compile(f"(?:{choice('goods.begun_by_verbs')})")  # 发电机: 发 and 过 are no verbs there
_BOUGHT = re.compile(r"(?:买[了来下回]|购[进回得]|添了)[^，。；元\d]{0,8}$")  # 买了铁炉子208个
_AND = re.compile("和|及|与(?!众)|以及|（")
_NOT_GOODS = re.compile(rf"{leading(words('aid')['not_goods']['items'])}$")
_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z0-9—\-]{1,14}")
# With these units a noun must look like goods; weights and packages speak for themselves.
_WEAK_UNITS = frozenset(words("units")["weak"])
_THINGS = frozenset(["件", "条", "台", "部", "支", "把", "张", "块", "包", "根", "辆", "幅", "本", "口", "间"])
_PLACES = re.compile(f"(?:{choice('bodies.levels')}|[县区市旗乡镇村](?:总工会|政府|的|$|[，、和与]))")
_WORTH_LIST = re.compile(
    "(?P<names>[\\u4e00-\\u9fff、和与及]{2,24}?)(?=等|，|。|；|$|送|交|捐|发|运|留|装|汇|拉|抵|已|全部|一并)"
)
_HAS = re.compile("(?:^|的)(?P<name>[\u4e00-\u9fff]{1,8})(?:共有|就有|有|达|为)$")
_ENDS_GOODS = re.compile("等|，|。|；|送到|发到|分发")
_PIECES = re.compile(r"[、和与及]|以及")
_NO_GOODS = re.compile(r"[他她其]|\d|.?[\d一两三四五六七八九十]+[个只件条]")


@value
class Goods:
    """One kind of goods at ``start``–``end``; ``bound`` as for amounts; ``each`` is True after 各."""

    item: ItemDraft
    bound: str
    start: int
    end: int
    each: bool = False


def find_goods(text: str, clause: Clause) -> tuple[Goods, ...]:
    """The goods with a quantity that ``clause`` names, in their order."""
    if not clause.quantities:
        return ()
    found: list[Goods] = []
    at = clause.start
    for quantity in clause.quantities:
        if quantity.unit not in GOODS or quantity.unit == "公里":
            continue
        if text.rfind("《", at, quantity.start) > text.rfind("》", at, quantity.start):
            continue  # 《…十条》
        if counts_takers(text, quantity) or _is_size(text, quantity, clause):
            continue
        if quantity.unit in BODIES and _PLACES.match(text, quantity.end):
            continue  # 芙蓉、岳麓两个城区
        if quantity.unit in ("条", "款", "项") and text[quantity.start - 1 : quantity.start] == "》":
            continue
        at = max([at, *(verb.end for verb in clause.verbs if verb.end <= quantity.start)])
        at = max([at, *(amount.end for amount in clause.amounts if amount.end <= quantity.start)])
        if found and _is_sum(text, at, quantity, found[-1]):
            found[-1] = replace(found[-1], item=replace(found[-1].item, quantity=quantity.value), end=quantity.end)
            continue
        before = _named_before(text, at, quantity)
        goods = before or _named_after(text, quantity, clause)
        if goods and not before and _handed_on(text, goods[-1].end, quantity, clause):
            continue
        given = any(
            0 <= quantity.start - verb.end <= 8 or (not verb.weak and verb.kind in ("give", "allocate"))
            for verb in clause.verbs
        )
        # 抽水机40台、软管1.8万米: what stands in a list of goods is one
        listed = bool(found) and text[found[-1].end : found[-1].end + 1] in ("、", "和")
        listed = listed and (quantity.unit not in BODIES or (quantity.unit == "个" and bool(before)))
        bought = _BOUGHT.search(text, max(clause.start, quantity.start - 12), quantity.start)
        listed = listed or (bought is not None and (bool(before) or quantity.unit not in BODIES))
        if goods and _is_goods(goods[-1].item.item, quantity.unit, given=given, listed=listed):
            found.extend(goods)
            at = goods[-1].end
    return tuple(found)


def _is_size(text: str, quantity: Quantity, clause: Clause) -> bool:
    """True for how much each of the goods holds: 一袋25公斤的大米, 2个5吨的水罐."""
    counted = any(other.end == quantity.start and other.unit != quantity.unit for other in clause.quantities)
    return counted and text.startswith("的", quantity.end)


def _handed_on(text: str, end: int, quantity: Quantity, clause: Clause) -> bool:
    """True for goods told of again, of which somebody takes some: 这1800份大米由县总工会领走600份."""
    others = any(other.unit == quantity.unit and other.start > end for other in clause.quantities)
    return others and re.match("[已全都]{0,2}[由被]", text[end : end + 3]) is not None


def goods_called(name: str) -> bool:
    """True when ``name`` is what goods are called: 矿泉水, 棉大衣."""
    return bool(_HEAD.search(name)) and not _NOT_GOODS.search(name)


def name_beside(text: str, start: int, quantity: Quantity) -> str | None:
    """The goods that stand before or behind ``quantity``, None where no word for goods does."""
    phrase = _PHRASE.match(text, quantity.end)
    behind = phrase[0].rsplit("的", 1)[-1] if phrase else ""
    if behind and len(behind) <= 8 and goods_called(behind):
        return behind
    stretch = text[max(start, quantity.start - 16) : quantity.start]
    alone = re.split(r"[，。；：、\n\-]", _IN_ALL.sub("", stretch))[-1]
    if 2 <= len(alone) <= 5 and goods_called(alone) and not any(cut in alone for cut in _CUTS):
        return alone
    head = _HEAD.search(_IN_ALL.sub("", stretch))
    if head is None or not goods_called(head[0]):
        return None
    return head[0] if len(head[0]) > 1 else stretch[max(0, head.start() - 1) : head.end()]


def _is_goods(name: str, unit: str, *, given: bool, listed: bool) -> bool:
    if _MADE.match(name) or _DRIVEN.search(name) or _NOT_GOODS.search(name) or (name.endswith("有") and len(name) > 1):
        return False
    return unit not in _WEAK_UNITS or bool(_HEAD.search(name)) or listed or (given and unit in _THINGS)


def _is_sum(text: str, start: int, quantity: Quantity, last: Goods) -> bool:
    """True for the 共1100只 that sums up goods given one by one."""
    between = text[start : quantity.start]
    return last.item.unit == quantity.unit and between in ("，共", "共", "，共计", "，总计", "，合计")


def _named_before(text: str, start: int, quantity: Quantity) -> list[Goods]:
    stretch = text[start : quantity.start].replace("《", "").replace("》", "").removesuffix("”")
    each = stretch.endswith("各")
    stretch = _EVERY.sub("", stretch.removesuffix("各"))
    stretch = _IN_ALL.sub("", stretch)
    names = []
    pieces = _BREAK.split(stretch)
    if _AND_SUCH.search(pieces[-1]) and not each:  # 方便面、火腿肠、面包等食品1200箱 is one quantity
        whole = _OPENER.sub("", stretch.rsplit("的", 1)[-1])
        pieces = [whole] if len(whole) <= 30 else pieces
        name = whole if whole and not whole.isdigit() else ""
        return (
            [Goods(ItemDraft(name, quantity.value, quantity.unit), quantity.bound, start, quantity.end)] if name else []
        )
    for piece in reversed(pieces if each else pieces[-1:]):
        name = _clean_before(piece)
        if not name:
            break
        names.append(name)
    return [
        Goods(ItemDraft(name, quantity.value, quantity.unit), quantity.bound, start, quantity.end, each)
        for name in reversed(names)
    ]


def _clean_before(piece: str) -> str:
    if whole := _WHOLE.search(piece):
        head = piece[: whole.start()]
        cut = max((head.rfind(mark) + len(mark) for mark in _CUTS if mark in head), default=0)
        return _OPENER.sub("", head[cut:]) + piece[whole.start() :]
    if (turned := _HAS.search(piece)) and goods_called(turned["name"]):
        piece = turned["name"]  # 要往武汉运的蔬菜有25吨
    match = _TAIL.search(_OPENER.sub("", piece))
    name = match[0] if match else ""
    if not name or name == "包" or name.isdigit() or _BODY.search(name) or _NO_NAME.search(name):
        return ""
    cut = max((name.rfind(mark) + len(mark) for mark in _CUTS if mark in name), default=0)
    return name[cut:]


def _named_after(text: str, quantity: Quantity, clause: Clause) -> list[Goods]:
    match = _PHRASE.match(text, quantity.end, clause.end)
    if not match:
        return []
    phrase = match[0].lstrip("的新多")
    if "的" in phrase:
        head, _, tail = phrase.rpartition("的")
        phrase = tail if tail and not _HANDED.search(head) else phrase.split("的")[0]
    phrase = _AND.split(phrase)[0]
    phrase = _up_to_verb(text, quantity, phrase, clause)
    closer = _CLOSER.search(phrase, 1) if len(phrase) > 1 else None
    name = phrase[: closer.start()] if closer else phrase
    name_match = _NAME.match(name.strip("“”《"))
    if not name_match or _NO_START.match(phrase):
        return []
    end = quantity.end + match[0].find(name_match[0]) + len(name_match[0])
    acts = next((verb.start for verb in clause.verbs if quantity.end <= verb.start < match.end()), None)
    if quantity.unit in BODIES and acts is not None and (acts < end or not _HEAD.search(name_match[0])):
        return []  # 为5个工作队购置了体温计 counts teams
    return [Goods(ItemDraft(name_match[0], quantity.value, quantity.unit), quantity.bound, quantity.start, end)]


def _up_to_verb(text: str, quantity: Quantity, phrase: str, clause: Clause) -> str:
    """``phrase`` up to a verb of handing over in it: 八床新被子|抱到安置点."""
    at = text.find(phrase, quantity.end) if phrase else -1
    for verb in clause.verbs if at >= 0 else ():
        before = text[at : verb.start]
        inside = at < verb.start < at + len(phrase) and not verb.weak and quantity.unit not in BODIES
        if inside and goods_called(before) and not re.search(r"\d", before):
            return before
    return phrase


def find_unnumbered(text: str, start: int, end: int) -> tuple[Goods, ...]:
    """Goods named without a quantity in ``text[start:end]``, the words after a verb of giving."""
    stretch = _ENDS_GOODS.split(text[start:end])[0].removeprefix("了").removeprefix("的")
    return tuple(_unnumbered(text, stretch, start))


def find_worth(text: str, start: int, end: int) -> tuple[Goods, ...]:
    """The things that ``text`` from ``start`` on lists as worth so much, whatever they are: 喷油嘴、活塞环等配件."""
    match = _WORTH_LIST.match(text, start, end)
    names = re.split("[、和与及]", match["names"]) if match else []
    found, at = [], start
    for name in names:
        if not _NAME.fullmatch(name) or _NOT_GOODS.search(name):
            return ()
        at = text.find(name, at)
        found.append(Goods(ItemDraft(name, None, None), "exact", at, at + len(name)))
    return tuple(found)


def find_taken(text: str, start: int, end: int) -> tuple[Goods, ...]:
    """Goods named without a quantity between 把 or 将 and the verb at ``end``: 把慰问品送到他们家中."""
    match = _TAKEN.search(text[:end], start)
    return tuple(_unnumbered(text, match[1], match.start(1))) if match else ()


def _unnumbered(text: str, stretch: str, start: int) -> Iterator[Goods]:
    for piece in _PIECES.split(stretch):
        name = _OPENER.sub("", piece).rsplit("的", 1)[-1].strip("“”")
        if _NO_GOODS.match(name):
            continue
        if _NAME.fullmatch(name) and _HEAD.search(name) and not _NOT_GOODS.search(name):
            at = text.find(name, start)
            yield Goods(ItemDraft(name, None, None), "exact", at, at + len(name))


def quantities_bound(goods: Sequence[Goods]) -> str:
    """The bound of the first of ``goods`` that has a quantity; exact when none has."""
    return next((g.bound for g in goods if g.item.quantity is not None), "exact")

"""Rolls of givers printed as tables: 捐赠方 | 款物 | 接收方, with bars, slashes or wide spaces between the columns.

A column of sums may name its unit in the heading: 单位（姓名） 现金（元） 物资.

The heading says what each column holds. Where a page has lost its line ends the rows follow each other without a break,
so rows are cut behind the figures of their last column. Reads folded text; time is linear in the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from seeds.reading.drafts import ItemDraft, PartyDraft
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.amounts import Amount, find_amounts
from seeds.reading.facts.counts import GOODS, find_quantities
from seeds.reading.facts.dates import DateWords
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.goods import Goods
from seeds.reading.facts.lexicon import choice, one_of, words
from seeds.reading.facts.numerals import HAN
from seeds.reading.facts.tables import SCALES
from seeds.reading.facts.texts import COLUMN

_ROLL = words("aid")["rolls"]
_KINDS = {word: kind for kind in ("giver", "taker", "gift", "sum", "other") for word in _ROLL[kind]}
_COLUMN_NAME = one_of(_KINDS)
_BAR = rf"[|/{COLUMN}]"
_BARS = re.compile(_BAR)
_HEADING = re.compile(rf"\|?{_COLUMN_NAME}(?:（[^）]{{1,8}}）)?(?:{_BAR}+{_COLUMN_NAME}(?:（[^）]{{1,8}}）)?){{1,5}}")
_UNIT = re.compile("[（(](亿元|万元|元)[)）]")
_UNIT_BEFORE = re.compile("单位：(亿元|万元|元)")
_NOTE = 60  # characters before the heading in which a note may name the unit
_LOOK_BACK = 120  # characters before the heading that say what is shared out
_ALLOTS = re.compile(choice("handing.divides", "handing.allots"))
_DONATES = re.compile(choice("telling.gives"))
_NOTHING = re.compile("(?:无|—+|-+|/)")
_BARE = re.compile(r"\d[\d,]{0,11}(?:\.\d{1,4})?")
_RULE = re.compile(r"[|\n\-:：]*")
_TITLES = one_of(words("aid")["nouns"]["titles"])
_TITLE = re.compile(rf"^[\u4e00-\u9fff]{{0,12}}?(?:{_TITLES})(?=[\u4e00-\u9fff·]{{2,6}}$)")
# 退伍军人粟明亮 in a list: a word for who somebody is, and a name
_STYLE = re.compile(
    rf"^(?:(?:退伍|复员|转业|退役)军人|(?:退休|老)?(?:党员|教师|干部|工人|职工)|{choice('people.plain')})(?=[\u4e00-\u9fff]{{2,3}}$)"
)
# 全体劳模, 师生 of a body are the body; 测井工 says what somebody is whose name follows
_MEMBERS = re.compile(rf"的?(?:{choice('people.roll_which')})*(?:{choice('people.roll_members')})们?|（[^）]*）")
_TRADE = re.compile("^[\u4e00-\u9fff]{1,4}[工员师手](?=[\u4e00-\u9fff]{2,4}$)")
_NAMED = 4  # characters of a person's name
_BODY_END = re.compile(f"(?:{choice('bodies.roll_ends')})$")
_WORTH = re.compile("(?:价值|折合|折价|折款|市值|合计?价)(?:人民币)?[约近共]?$")
_LED_BY = re.compile(
    r"^[、，和及]?(?:现金)?(?:[\d.]+[余多]?[万亿]?元[、，和及])?(?:[合联各]捐|捐赠?(?!款)|赠送?|送来?|外加|另加|另有|还有)?"
)
# 大米、面粉各500公斤
_EACH_OF = re.compile("[、，和及]?(?P<names>[\u4e00-\u9fff]{1,8}(?:[、和与及][\u4e00-\u9fff]{1,8})+)各")
# Who gave without a name, or with a surname alone, is nobody who could be told from others.
UNNAMED = re.compile(
    "无名氏|匿名|不愿|网友|好心人|^[一1][位名个]|^(?:热心|爱心)?(?:市民|群众|人士|居民)$|^某"
    rf"|(?:^|[民客友工户])[\u4e00-\u9fff](?:{choice('people.styled')})$"
)
_MOST_ROWS = 300
_LONGEST_ROW = 400
_HANDED_ON = re.compile("[，、（]?(?:转[交给送赠]|由|交[给由]|分给|其中)")  # 棉大衣1000件，转交县总工会600件
_FIGURE = re.compile(rf"[\d半几数{HAN}]")
_LONGEST_BOUND = 8  # characters from where a sum's words begin to its figure: 不超过
_LONGEST_GOODS = 14  # characters from a separator to its figure


@dataclass(frozen=True, slots=True)
class Roll:
    """A table at ``start``–``end`` with the gifts of its rows; ``allotted`` when they share out a sum."""

    start: int
    end: int
    gifts: tuple[Gift, ...]
    allotted: bool = False


def find_rolls(
    article: int, part: str, text: str, actors: Sequence[Actor], dates: Sequence[DateWords]
) -> Iterator[Roll]:
    """The tables of givers in ``text``."""
    last = 0
    for heading in _HEADING.finditer(text) if _BARS.search(text) else ():
        columns = [_KINDS[word] for word in re.findall(_COLUMN_NAME, heading[0])]
        if heading.start() < last or "giver" not in columns or not {"gift", "sum"} & set(columns):
            continue
        unit = _UNIT.search(heading[0]) or _UNIT_BEFORE.search(text, max(0, heading.start() - _NOTE), heading.start())
        scale = SCALES[unit[1]] if unit else None
        gifts: list[Gift] = []
        at = _past(text, heading.end())
        for number in range(_MOST_ROWS):
            cells = _row(text, at, columns, heading[0])
            row = _gifts(article, part, text, cells, columns, actors, dates, scale) if cells else []
            if not row and not (cells and UNNAMED.search(text[cells[0].start : cells[0].end])):
                break
            for gift in row:
                gift.sentence = 2 * 10**6 + number
            gifts += row
            at = _past(text, cells[-1].end)
        last = at
        allotters = _allotters(text, heading.start(), actors) if gifts and "taker" not in columns else ()
        for gift in gifts if allotters else ():
            gift.donors, gift.recipients, gift.status = allotters, gift.donors, "committed"
        yield Roll(heading.start(), at, tuple(gifts), allotted=bool(allotters))


def _allotters(text: str, start: int, actors: Sequence[Actor]) -> tuple[PartyDraft, ...]:
    """Who shares a sum out among those in a table at ``start``, by the words before it; empty for a table of givers."""
    begin = max(0, start - _LOOK_BACK)
    if not _ALLOTS.search(text, begin, start) or _DONATES.search(text, max(0, start - _NOTE), start):
        return ()
    named = [a for a in actors if begin <= a.start < start and a.kind == "organisation" and a.role != "to"]
    return tuple(PartyDraft(actor.name, actor.kind) for actor in named[-1:])


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int


def _past(text: str, at: int) -> int:
    """Where the next row begins: behind bars, rules and line ends."""
    match = _RULE.match(text, at)
    return match.end() if match else at


def _row(text: str, at: int, columns: Sequence[str], heading: str) -> list[_Cell]:
    """The cells of the row at ``at``; empty when there is no whole row."""
    bar = re.compile(r"[|/]" if re.search(r"[|/]", heading) else f"{COLUMN}+")
    cells: list[_Cell] = []
    while len(cells) < len(columns):
        stop = bar.search(text, at, at + _LONGEST_ROW)
        line = text.find("\n", at, at + _LONGEST_ROW)
        end = min([place for place in (stop.start() if stop else -1, line) if place >= 0], default=len(text))
        if len(cells) == len(columns) - 1:
            end = _figures_end(text, at, end) if columns[-1] in ("gift", "sum") else end
        if end <= at or end - at > _LONGEST_ROW:
            return []
        cells.append(_Cell(at, end))
        at = (stop.end() if stop and stop.start() == end else end + 1) if len(cells) < len(columns) else end
    return cells


def _figures_end(text: str, start: int, end: int) -> int:
    """Where the figures of the last column end: what follows them is the next row."""
    if nothing := _NOTHING.match(text, start, end):
        return nothing.end()
    bare = _BARE.match(text, start, end)
    return figures_run(text, start, end)[0] or (bare.end() if bare else end)


def figures_run(text: str, start: int, limit: int) -> tuple[int, tuple[Amount, ...]]:
    """Where the figures that stand one behind the other from ``start`` end, 0 for none; and the sums among them."""
    if not _FIGURE.search(text, start, min(start + _LONGEST_GOODS + _LONGEST_BOUND, limit)):
        return 0, ()
    amounts, _ = find_amounts(text[start:limit])
    ends = {start + amount.start: start + amount.end for amount in amounts}
    ends |= {found.start: found.end for found in find_quantities(text, start, limit) if found.unit in GOODS}
    at, begins = start, set()
    for begin in sorted(ends):
        if begin < at or begin - at > _LONGEST_GOODS or (at > start and text[at] not in "、，及和（"):
            break
        if at > start and _HANDED_ON.match(text, at):
            break
        at = ends[begin]
        begins.add(begin)
    return (at if begins else 0), tuple(amount for amount in amounts if start + amount.start in begins)


def _gifts(
    article: int, part: str, text: str, cells: Sequence[_Cell], columns: Sequence[str], actors: Sequence[Actor],
    dates: Sequence[DateWords], scale: Decimal | None,
) -> list[Gift]:  # fmt: skip
    """The gifts of a row: what its giver gave in money and in goods."""
    by_kind = dict(zip(columns, cells, strict=True))
    givers = _givers_of(text, by_kind["giver"], actors)
    taker = party_of(text, by_kind["taker"].start, by_kind["taker"].end, actors) if "taker" in by_kind else None
    day = next((d.dated for d in dates if cells[0].start <= d.start < cells[-1].end), None)
    found = []
    for kind, cell in zip(columns, cells, strict=True):
        each = text.startswith("各", cell.start)
        for group in [(giver,) for giver in givers] if each else [givers]:
            if not group or kind not in ("gift", "sum"):
                continue
            gift = Gift(
                article, part, cells[0].start, cell.end, 0, 0, "cash", "disbursed", group,
                (taker,) if taker else (), date=day, marks={"table", "donor_here"},
            )  # fmt: skip
            if _filled(gift, text, cell, scale if kind == "sum" else None):
                found.append(gift)
    return found


def _givers_of(text: str, cell: _Cell, actors: Sequence[Actor]) -> tuple[PartyDraft, ...]:
    """Those whom the cell names: several joined bodies, else one; empty where it names nobody."""
    inside = [actor for actor in actors if cell.start <= actor.start and actor.end <= cell.end]
    gaps = [text[a.end : b.start] for a, b in pairwise(inside)]
    if len(inside) > 1 and all(gap in ("、", "和", "与") for gap in gaps) and inside[-1].end == cell.end:
        return tuple(PartyDraft(actor.name, actor.kind) for actor in inside)
    party = party_of(text, cell.start, cell.end, actors)
    return (party,) if party else ()


def _filled(gift: Gift, text: str, cell: _Cell, scale: Decimal | None) -> bool:
    """True when the cell has a figure, which ``gift`` says from now on."""
    bare = _BARE.fullmatch(text, cell.start, cell.end) if scale else None
    if bare and scale:
        gift.amount, gift.words = Decimal(bare[0].replace(",", "")) * scale, bare[0]
        return True
    amounts, _ = find_amounts(text[cell.start : cell.end])
    if amounts and says_worth(text, cell.start + amounts[0].start) and (goods := goods_of(text, cell.start, cell.end)):
        gift.form, gift.goods = "goods", goods
    if amounts:
        gift.amount, gift.bound, gift.words = Decimal(amounts[0].value), amounts[0].bound, amounts[0].words
        return True
    gift.form, gift.goods = "goods", goods_of(text, cell.start, cell.end)
    return bool(gift.goods)


def says_worth(text: str, at: int) -> bool:
    """True when the sum at ``at`` says what the goods before it are worth: 口罩1万只（折合3万元）."""
    return bool(_WORTH.search(text[max(0, at - 10) : at]))


def goods_of(text: str, start: int, end: int) -> tuple[Goods, ...]:
    """The goods that ``text[start:end]`` lists, each with its quantity behind it: 棉被2000床、手电筒3500只."""
    found: list[Goods] = []
    at = start
    for quantity in find_quantities(text, start, end):
        named = text[at : quantity.start]
        several = _EACH_OF.fullmatch(named)
        names = (
            re.split("[、和与及]", several["names"]) if several else [_LED_BY.sub("", named).strip("、，和及共各约近")]
        )
        for name in names if quantity.unit in GOODS else ():
            if name:
                item = ItemDraft(name, quantity.value, quantity.unit)
                found.append(Goods(item, quantity.bound, at, quantity.end))
        at = quantity.end
    return tuple(found)


def party_of(text: str, start: int, end: int, actors: Sequence[Actor]) -> PartyDraft | None:
    """Who ``text[start:end]`` names: an actor that stands there, else a person or body by the look of the name."""
    inside = [actor for actor in actors if start <= actor.start and actor.end <= end]
    if inside and (inside[-1].end == end or _MEMBERS.fullmatch(text, inside[-1].end, end)):
        return PartyDraft(inside[-1].name, inside[-1].kind)
    words_of = re.sub("（[^）]*）", "", text[start:end]).strip()
    if UNNAMED.search(words_of):
        return None
    named = _TITLE.sub("", words_of)
    named = _STYLE.sub("", named) if not _BODY_END.search(named) else named
    named = _TRADE.sub("", named) if len(named) > _NAMED else named
    if not 2 <= len(named) <= 24 or re.search(r"\d", named):
        return None
    person = len(named) <= 4 and not _BODY_END.search(named)
    return PartyDraft(named, "person" if person else "organisation")

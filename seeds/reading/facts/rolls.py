"""Rolls of givers printed as tables: 捐赠方 | 款物 | 接收方, with bars, slashes or wide spaces between the columns.

The heading says what each column holds. Where a page has lost its line ends the rows follow each other without a break,
so rows are cut behind the figures of their last column. Reads folded text; time is linear in the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from seeds.reading.drafts import ItemDraft, PartyDraft
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.amounts import find_amounts
from seeds.reading.facts.counts import GOODS, find_quantities
from seeds.reading.facts.dates import DateWords
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.goods import Goods
from seeds.reading.facts.lexicon import one_of, words
from seeds.reading.facts.texts import COLUMN

_ROLL = words("aid")["rolls"]
_KINDS = {word: kind for kind in ("giver", "taker", "gift", "other") for word in _ROLL[kind]}
_COLUMN_NAME = one_of(_KINDS)
_BAR = rf"[|/{COLUMN}]"
_HEADING = re.compile(rf"\|?{_COLUMN_NAME}(?:（[^）]{{1,8}}）)?(?:{_BAR}+{_COLUMN_NAME}(?:（[^）]{{1,8}}）)?){{1,5}}")
_RULE = re.compile(r"[|\n\-:：]*")
_TITLES = one_of(words("aid")["nouns"]["titles"])
_TITLE = re.compile(rf"^[\u4e00-\u9fff]{{0,12}}?(?:{_TITLES})(?=[\u4e00-\u9fff·]{{2,6}}$)")
_BODY_END = re.compile("(?:会|司|厂|院|校|学|局|社|村|站|店|中心|集团|部|处|队|办|乡|镇|县|市|区|行|所|公会)$")
_MOST_ROWS = 300
_LONGEST_ROW = 400


@dataclass(frozen=True, slots=True)
class Roll:
    """A table at ``start``–``end`` with the gifts of its rows."""

    start: int
    end: int
    gifts: tuple[Gift, ...]


def find_rolls(
    article: int, part: str, text: str, actors: Sequence[Actor], dates: Sequence[DateWords]
) -> Iterator[Roll]:
    """The tables of givers in ``text``."""
    last = 0
    for heading in _HEADING.finditer(text):
        columns = [_KINDS[word] for word in re.findall(_COLUMN_NAME, heading[0])]
        if heading.start() < last or "giver" not in columns or "gift" not in columns:
            continue
        gifts: list[Gift] = []
        at = _past(text, heading.end())
        for number in range(_MOST_ROWS):
            cells = _row(text, at, columns, heading[0])
            gift = _gift(article, part, text, cells, columns, actors, dates) if cells else None
            if gift is None:
                break
            gift.sentence = 2 * 10**6 + number
            gifts.append(gift)
            at = _past(text, cells[-1].end)
        last = at
        yield Roll(heading.start(), at, tuple(gifts))


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
    bar = re.compile(r"[|/]" if re.search(r"[|/]", heading) else COLUMN)
    cells: list[_Cell] = []
    while len(cells) < len(columns):
        stop = bar.search(text, at, at + _LONGEST_ROW)
        line = text.find("\n", at, at + _LONGEST_ROW)
        end = min([place for place in (stop.start() if stop else -1, line) if place >= 0], default=len(text))
        if len(cells) == len(columns) - 1:
            end = _figures_end(text, at, end) if columns[-1] == "gift" else end
        if end <= at or end - at > _LONGEST_ROW:
            return []
        cells.append(_Cell(at, end))
        at = end + 1 if len(cells) < len(columns) else end
    return cells


def _figures_end(text: str, start: int, end: int) -> int:
    """Where the figures of the last column end: what follows them is the next row."""
    amounts, _ = find_amounts(text[start:end])
    ends = [amount.end for amount in amounts] + [q.end - start for q in find_quantities(text, start, end)]
    return start + max(ends) if ends else end


def _gift(
    article: int, part: str, text: str, cells: Sequence[_Cell], columns: Sequence[str], actors: Sequence[Actor],
    dates: Sequence[DateWords],
) -> Gift | None:  # fmt: skip
    by_kind = dict(zip(columns, cells, strict=True))
    giver, what = _party(text, by_kind["giver"], actors), by_kind["gift"]
    amounts, _ = find_amounts(text[what.start : what.end])
    goods = _goods(text, what) if not amounts else ()
    if giver is None or not (amounts or goods):
        return None
    taker = _party(text, by_kind["taker"], actors) if "taker" in by_kind else None
    day = next((d.dated for d in dates if cells[0].start <= d.start < cells[-1].end), None)
    gift = Gift(
        article, part, cells[0].start, cells[-1].end, 0, 0, "cash" if amounts else "goods", "disbursed", (giver,),
        (taker,) if taker else (), goods=goods, date=day, marks={"table", "donor_here"},
    )  # fmt: skip
    if amounts:
        gift.amount, gift.bound, gift.words = Decimal(amounts[0].value), amounts[0].bound, amounts[0].words
    return gift


def _goods(text: str, cell: _Cell) -> tuple[Goods, ...]:
    found: list[Goods] = []
    at = cell.start
    for quantity in find_quantities(text, cell.start, cell.end):
        name = text[at : quantity.start].strip("、和，及共各约近")
        if quantity.unit in GOODS and name:
            item = ItemDraft(name, quantity.value, quantity.unit)
            found.append(Goods(item, quantity.bound, at, quantity.end))
        at = quantity.end
    return tuple(found)


def _party(text: str, cell: _Cell, actors: Sequence[Actor]) -> PartyDraft | None:
    inside = [actor for actor in actors if cell.start <= actor.start and actor.end <= cell.end]
    if inside and not text[inside[-1].end : cell.end].strip("（）()职工会员全体"):
        return PartyDraft(inside[-1].name, inside[-1].kind)
    words_of = re.sub("（[^）]*）", "", text[cell.start : cell.end]).strip()
    named = _TITLE.sub("", words_of)
    if not 2 <= len(named) <= 24 or re.search(r"\d", named):
        return None
    person = len(named) <= 4 and not _BODY_END.search(named)
    return PartyDraft(named, "person" if person else "organisation")

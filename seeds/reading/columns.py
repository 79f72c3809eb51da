"""Columns: at what width a page breaks its lines, and which lines were cut out of a column by force."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from seeds.reading.assembly.cuts import spans_word
from seeds.reading.bylines import parse_byline
from seeds.reading.drafts import Line
from seeds.reading.shapes import BULLET, Shape, shape_of
from unionarchive.common.values import value

_LISTED = 24  # half characters: what is no wider and stands in three or four lines may be a list of headlines
_LIMIT = 84  # half characters: no newspaper column is wider


@value
class Row:
    """A line that is not blank with its shape and the number of blank lines before it."""

    line: Line
    shape: Shape
    gap: int


@value
class Columns:
    """The median width of a page's lines, 0 where most paragraphs stand on one line each, and its columns' widths."""

    usual: int
    widths: frozenset[int]


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """The lines that are not blank."""
    rows: list[Row] = []
    gap = 0
    for line in lines:
        if line.span is None:
            gap += 1
            continue
        rows.append(Row(line, shape_of(line.text), gap))
        gap = 0
    return rows


def columns_of(rows: Sequence[Row]) -> Columns:
    """The columns of a page: widths that at least four lines in a row have, which only a column's edge brings about."""
    widths = [row.shape.width for row in rows]
    middle = sorted(widths)[len(widths) // 2] if widths else 0
    long = sum(1 for width in widths if width > _LIMIT)
    found: set[int] = set()
    for at in range(len(rows) - 3):
        four = widths[at : at + 4]
        if max(four) - min(four) <= 2 and max(four) <= _LIMIT and not any(row.gap for row in rows[at + 1 : at + 4]):
            found.update(range(min(four), max(four) + 1))
    return Columns(middle if long * 5 < len(widths) else 0, frozenset(found))


def wrap_width(run: Sequence[Row], columns: Columns) -> float:
    """The usual width of the full lines of ``run`` when they are broken at the end of a column; else 0."""
    trimmed = list(run)
    while len(trimmed) > 2 and trimmed[-1].shape.width < trimmed[0].shape.width and _under(trimmed[-1].shape):
        trimmed.pop()  # a byline or heading under the column
    widths = [row.shape.width for row in trimmed]
    if len(widths) < 2 or max(widths) > _LIMIT:
        return 0.0
    if len(widths) == 2 and columns.usual and widths[0] >= columns.usual * 0.6 and not trimmed[1].shape.heads:
        return float(widths[0])
    if any(BULLET.match(row.shape.text) for row in trimmed):
        full = max(widths)
        return float(full) if sum(1 for width in widths if width >= full - 4) > 1 and full > 24 else 0.0
    if widths[0] in columns.widths and spans_word(trimmed[0].shape.text, trimmed[1].shape.text):
        return float(max(widths[:2]))
    typical = sorted(widths)[len(widths) * 2 // 3]
    inner = widths[:-1] if len(widths) < 3 else widths[1:-1]
    if columns.widths and all(width in columns.widths for width in inner):
        return float(typical)
    near = sum(1 for width in widths if abs(width - typical) <= 4)
    text = any("，" in row.shape.text or "。" in row.shape.text for row in trimmed) or max(widths) > 30
    return float(typical) if near * 2 >= len(widths) and text else 0.0


def _under(shape: Shape) -> bool:
    return shape.heads or bool(parse_byline(shape.text))


def cut_out(run: Sequence[Row], columns: Columns) -> bool:
    """True for a few lines that look like headings but are a piece of a column: as wide, or words lie across them."""
    widths = [row.shape.width for row in run]
    texts = [row.shape.text for row in run]
    if len(run) < 2 or any(row.shape.level for row in run) or not all(row.shape.heads for row in run):
        return False
    if any(text.startswith("——") for text in texts):
        return False
    inner = widths[1:] if len(run) > 3 else widths
    if len(run) > 3 and max(inner[:-1]) - min(inner[:-1]) <= 3 and (len(run) > 4 or inner[0] > _LISTED):
        return True
    if not all(width in columns.widths for width in widths[:-1]):
        return False
    if len(run) > 3 or any(spans_word(*pair) for pair in pairwise(texts)):
        return True
    return any("，" in text for text in texts) or max(widths) - min(widths) <= 1

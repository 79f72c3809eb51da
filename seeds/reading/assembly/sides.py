"""What a page's layout says of its strips, as arrays: the terms' alphabet.

``Sides`` of the strips that come first are columns of a table of pairs, of those that follow rows, so that an
expression of both spreads over all pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from seeds.reading.assembly.counting import last_ordinal, ordinal_of
from seeds.reading.assembly.layout import Layout
from seeds.reading.assembly.listing import day_of, mark_of
from seeds.reading.assembly.openings import opening_of
from seeds.reading.assembly.strips import End, Kind, Start, Strip
from seeds.reading.assembly.table import Array, Bools, Floats, Ints
from seeds.reading.bylines import SIGN
from seeds.reading.drafts import Role
from seeds.reading.furniture import names_genre

_CONTINUED = re.compile(r"[（(](?:上接|接)")
_FOOT = 40  # characters, at most, of who signed a letter or notice, and the day
KINDS, STARTS, ENDS = tuple(Kind), tuple(Start), tuple(End)
_KIND = {kind: at for at, kind in enumerate(KINDS)}
_START = {start: at for at, start in enumerate(STARTS)}
_END = {end: at for at, end in enumerate(ENDS)}


@dataclass(frozen=True)
class Sides:
    """Facts of strips, each an array; ``kind``, ``start`` and ``end`` count in ``KINDS``, ``STARTS`` and ``ENDS``."""

    index: Ints
    kind: Ints
    start: Ints
    end: Ints
    level: Ints
    gap: Ints
    length: Ints  # characters
    width: Floats
    text: Bools
    heading: Bools
    byline: Bools
    image: Bools
    furniture: Bools
    unsure: Bools
    sure: Bools  # it begins an article of its own: 本报讯
    middle: Bools
    listed: Bools
    mark: Ints  # what an item of a list begins with
    date: Ints  # the day that it tells of as an entry of a diary, 0 for none
    foot: Bools  # of a letter or notice: who signed it, and the day
    bracketed: Bools  # it begins with a bracket
    cut: Bools
    open: Bools
    signed_off: Bools  # an article ends here
    marked: Bools  # it begins with a sign such as □
    dash: Bools  # it ends with a dash
    genre: Bools
    caption: Bools  # signed by a photographer alone
    label: Bools
    lead_label: Bools
    day: Bools  # of a diary
    dashed: Bools
    after_head: Bools
    after_byline: Bools  # a byline stands right above
    inside_run: Bools
    led: Bools
    under_label: Bools
    under: Ints  # where the text begins that it touches from below
    tail: Bools
    top: Bools
    opens: Bools  # a quotation is left open
    closes: Bools
    named: Bools
    signed: Bools
    full: Bools  # its last line is full: whether a paragraph ends there is not seen
    semicolon: Bools
    continued: Bools  # （上接第一版）
    ordinal: Ints  # the place in a count that it begins with
    counted: Ints  # the last place in a count that it names
    mid_clause: Floats  # how it begins, by ``openings``
    clause: Floats
    article: Floats
    below_gap: Ints  # -1 at the end of the page
    below_text: Bools
    below_leads: Bools  # text stands below that does not begin an article by itself
    after_break: Bools
    before_break: Bools

    @cached_property
    def every(self) -> tuple[Sides, Sides]:
        """The facts of all strips as those that come first and as those that follow."""
        return self.rows(self.index), self.columns(self.index)

    def rows(self, some: Ints) -> Sides:
        """The facts of ``some`` strips as those that come first."""
        return _Part(self, some[:, None])

    def columns(self, some: Ints) -> Sides:
        """The facts of ``some`` strips as those that follow."""
        return _Part(self, some[None, :])


class _Part(Sides):
    """Some of the facts of some strips: those that are asked for."""

    def __init__(self, whole: Sides, some: Ints) -> None:
        self.__dict__.update(_whole=whole, _some=some)

    def __getattr__(self, name: str) -> Array:
        facts: Array = getattr(self._whole, name)[self._some]
        self.__dict__[name] = facts
        return facts


def sides_of(layout: Layout) -> Sides:
    """The facts of all strips of a page."""
    strips = layout.strips
    kind = _ints(_KIND[strip.kind] for strip in strips)
    start = _ints(_START[strip.start] for strip in strips)
    end = _ints(_END[strip.end] for strip in strips)
    gap = _ints(strip.gap for strip in strips)
    text, sure = kind == _KIND[Kind.TEXT], start == _START[Start.SURE]
    byline, furniture = kind == _KIND[Kind.BYLINE], kind == _KIND[Kind.FURNITURE]
    length = _ints(len(strip.text) for strip in strips)
    breaks = furniture & _bools(strip.role is Role.OTHER for strip in strips)
    below = _below(text, fill=False)
    quotes = _ints(layout.quotes)
    opening = _openings(strips)
    listed = start == _START[Start.LIST]
    return Sides(
        index=np.arange(len(strips)),
        kind=kind,
        start=start,
        end=end,
        level=_ints(strip.level for strip in strips),
        gap=gap,
        length=length,
        width=np.array([float(strip.width) for strip in strips]),
        text=text,
        heading=kind == _KIND[Kind.HEADING],
        byline=byline,
        image=kind == _KIND[Kind.IMAGE],
        furniture=furniture,
        unsure=_bools(strip.unsure for strip in strips),
        sure=sure,
        middle=start == _START[Start.MIDDLE],
        listed=listed,
        mark=_ints(
            mark_of(strip.text, listed=strip.start is Start.LIST) if strip.kind is Kind.TEXT else 0 for strip in strips
        ),
        date=_ints(day_of(strip.text) for strip in strips),
        foot=text & (start == _START[Start.FOLLOWS]) & (end == _END[End.SIGNED]) & (length <= _FOOT),
        bracketed=_bools(strip.text.startswith(("（", "(")) for strip in strips),
        cut=_bools(strip.end.cut for strip in strips),
        open=end == _END[End.OPEN],
        signed_off=end == _END[End.SIGNED],
        marked=_bools(strip.text[:1] in SIGN for strip in strips),
        dash=_bools(strip.text.endswith("——") for strip in strips),
        genre=_bools(strip.kind is Kind.HEADING and names_genre(strip.text) for strip in strips),
        caption=_bools(_by_photographer(strip) for strip in strips),
        label=_bools(layout.label),
        lead_label=_bools(layout.lead_label),
        day=_bools(layout.day),
        dashed=_bools(layout.dashed),
        after_head=_bools(layout.after_head),
        after_byline=_above(byline, fill=False),
        inside_run=_bools(layout.inside_run),
        led=_bools(layout.led),
        under_label=_bools(layout.under_label),
        under=_ints(layout.under),
        tail=_bools(layout.tail),
        top=_bools(layout.top),
        opens=quotes > 0,
        closes=quotes < 0,
        named=_bools(layout.named),
        signed=_bools(layout.signed),
        full=_bools(strip.full for strip in strips),
        semicolon=text & ~listed & _bools(strip.text.endswith(("；", ";")) for strip in strips),
        continued=_bools(bool(_CONTINUED.match(strip.text)) for strip in strips),
        ordinal=_ints(ordinal_of(strip.text) if strip.kind is Kind.TEXT else 0 for strip in strips),
        counted=_ints(last_ordinal(strip.text) if strip.kind is Kind.TEXT else 0 for strip in strips),
        mid_clause=opening[:, 0],
        clause=opening[:, 1],
        article=opening[:, 2],
        below_gap=_below(gap, fill=-1),
        below_text=below,
        below_leads=below & ~_below(sure, fill=False),
        after_break=_above(breaks, fill=False),
        before_break=_below(breaks, fill=False),
    )


def _openings(strips: Sequence[Strip]) -> Floats:
    """A row for each strip: how it begins, 0 for what is no text."""
    read = [strip.kind is Kind.TEXT or strip.unsure for strip in strips]
    made = [opening_of(strip.text) if reads else (0.0, 0.0, 0.0) for strip, reads in zip(strips, read, strict=True)]
    return np.array(made, dtype=np.float64).reshape(-1, 3)


def _by_photographer(strip: Strip) -> bool:
    return bool(strip.contributors) and {person.role for person in strip.contributors} == {"摄影"}


def _ints(values: Iterable[int]) -> Ints:
    return np.array(list(values), dtype=np.int64)


def _bools(values: Iterable[bool]) -> Bools:
    return np.array(list(values), dtype=np.bool_)


def _below(values: Array, *, fill: float) -> Array:
    """What the strip right below has, ``fill`` at the end of the page."""
    moved = np.full_like(values, fill)
    moved[:-1] = values[1:]
    return moved


def _above(values: Array, *, fill: float) -> Array:
    """What the strip right above has, ``fill`` at the top."""
    moved = np.full_like(values, fill)
    moved[1:] = values[:-1]
    return moved

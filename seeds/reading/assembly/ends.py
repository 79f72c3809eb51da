"""The terms of an article beginning or ending with a strip, in tables of a single column."""

from __future__ import annotations

import numpy as np

from seeds.reading.assembly.layout import Layout
from seeds.reading.assembly.sides import KINDS, Sides
from seeds.reading.assembly.strips import End, Kind, Start
from seeds.reading.assembly.table import Floats, Ints, Table

_BEGIN_TEXT = tuple(f"begin text {start.value}" for start in Start)
_BEGIN_OTHER = tuple(f"begin {kind.value}" for kind in KINDS)
_END_TEXT = tuple(f"end text {end.value}" for end in End)


def begins(a: Sides, like: Floats, table: Table) -> None:
    """What speaks for an article beginning at a strip; ``like`` is how far it begins as articles do."""
    table.choose(_BEGIN_TEXT, np.where(a.text, a.start, -1))
    table.add("begin inside a run", a.text & ~a.sure & a.inside_run)
    table.add("begin under a head", a.text & a.after_head)
    table.add("begin list under a label", a.text & a.under_label)
    table.add("begin continued", a.text & a.continued)
    table.add("begin like an article", a.text & ~a.sure & ~a.middle, a.article)
    table.add("begin as articles do", a.text & ~a.sure & ~a.middle, like)
    table.add("begin as articles do under a head", a.text & ~a.sure & a.after_head, like)
    table.add("begin in mid-sentence", a.text & ~a.sure, np.maximum(a.mid_clause, a.clause))
    table.add("begin after a break", ~a.text & a.after_break)
    other = ~a.text & ~a.after_break
    unsure = other & a.heading & a.unsure
    table.add("begin with a kicker", unsure & a.dash)
    table.add("begin unsure heading in a run", unsure & ~a.dash & (a.below_gap == 0))
    table.add("begin unsure heading", unsure & ~a.dash & (a.below_gap != 0))
    table.choose(_BEGIN_OTHER, np.where(other & ~unsure, a.kind, -1))
    table.add("begin subhead", other & ~unsure & a.dashed)
    table.add("begin with a day", other & a.day)


def ends(layout: Layout, a: Sides, fame: Floats, like: Floats, table: Table) -> None:
    """What speaks for an article ending with a strip.

    ``fame`` is how far the text most like a heading covers it, ``like`` how far a text ends as articles do.
    """
    table.choose(_END_TEXT, np.where(a.text, a.end, -1))
    table.add("end at a semicolon", a.semicolon)
    table.add("end as articles do", a.text & ~a.cut, like)
    table.add("end before a break", a.text & a.before_break)
    table.add("end label", a.heading & a.label & ~a.lead_label)
    table.add("end label of a lead", a.heading & a.lead_label)  # 阅读提示: what it announces stands below
    heading = a.heading & ~a.label
    table.add("end short heading", heading & (a.length <= 5))
    table.add("end heading", heading & (a.length > 5))
    table.add("end heading unrelated", heading, 1 - fame)
    table.add("end heading in tail", heading & a.tail)
    table.add("end heading at top", heading & a.top & ~a.tail)
    stands = _under_text(layout)
    for kind, here in ((Kind.BYLINE, a.byline), (Kind.IMAGE, a.image), (Kind.FURNITURE, a.furniture)):
        table.add(f"end {kind.value}", here & (stands[:, None] == 1))
        table.add(f"end {kind.value} away from text", here & (stands[:, None] == 0))


def _under_text(layout: Layout) -> Ints:
    """1 for each strip that stands under text, with nothing but bylines and images between; else 0."""
    found, under = [], 0
    for strip in layout.strips:
        found.append(under)
        if strip.kind not in (Kind.BYLINE, Kind.IMAGE):
            under = int(strip.kind is Kind.TEXT)
    return np.array(found, dtype=np.int64)

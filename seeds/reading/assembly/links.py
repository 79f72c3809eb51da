"""The terms of one strip following another that the two strips, their words and the layout alone decide.

Each function gets the strips that come first (``a``) and those that follow (``b``), writes its terms into a table of
all their pairs and gives back which pairs may be linked at all. A new term is one line: its name, where it holds, its
value. docs/reading.md explains each.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from seeds.reading.assembly.about import About
from seeds.reading.assembly.cuts import words_across
from seeds.reading.assembly.going_on import Across
from seeds.reading.assembly.layout import Layout
from seeds.reading.assembly.likeness import Likeness
from seeds.reading.assembly.listing import Mark
from seeds.reading.assembly.sides import KINDS, STARTS, Sides
from seeds.reading.assembly.strips import End, Kind, Start
from seeds.reading.assembly.subjects import Subjects
from seeds.reading.assembly.table import Array, Bools, Floats, Ints, Table

_SENTENCES = (
    *(f"sentence ended before {start.value}" for start in Start),
    *(f"comma before {start.value}" for start in Start),
    *(f"open before {start.value}" for start in Start),
    "word across the cut",
)
_WORD = len(_SENTENCES) - 1
_HEAD_BEFORE = tuple(f"head to text {start.value}" for start in STARTS)
_CROSS_AFTER, _BYLINE_AFTER = (tuple(f"{what} after {end.value}" for end in End) for what in ("cross-head", "byline"))


@dataclass(frozen=True, slots=True)
class Page:
    """What the terms look at beside the two strips; ``usual`` is what two texts have in common on average.

    ``across`` is what the nets across cuts say, ``about`` what strips are about.
    """

    layout: Layout
    likeness: Likeness
    subjects: Subjects
    usual: float
    across: Across
    about: About


def text_to_text(page: Page, a: Sides, b: Sides, table: Table) -> Bools:
    """Text after text."""
    near = b.index == a.index + 1
    allowed = _text_allowed(a, b, near)
    _place(page, a, b, near, table)
    table.add("news after its lead", b.sure & a.led)
    table.add("news after a caption", b.sure & ~a.led)
    wrapped, other = (a.width > 0) & (b.width > 0), (a.width > 0) ^ (b.width > 0)
    same = abs(a.width - b.width) <= 2
    table.add("same width", wrapped & same)
    table.add("other width", wrapped & ~same)
    table.add("other setting", other)
    words = page.likeness.between(a.index, b.index)
    table.add("words", allowed, words * 2)
    table.add("words against the page", allowed, np.log((words + 0.05) / (page.usual + 0.05)))
    table.add("subject", allowed, page.subjects.between(a.index, b.index))
    table.add("about", allowed, page.about.level[a.index, b.index])
    table.add("may be a heading", b.unsure)
    table.add("caption after a cut", b.caption & ~b.middle & a.cut)
    table.add("caption after text", b.caption & ~b.middle & ~a.cut)
    table.choose(_SENTENCES, _sentence_term(page, a, b, allowed))
    _opens(page, a, b, table)
    table.add("quotation goes on", a.opens & b.closes)
    table.add("quotation lost", a.opens ^ b.closes)
    table.add("list goes on", b.listed & a.listed)
    table.add("list begins", b.listed & ~a.listed)
    _lists(a, b, near, table)
    return allowed


def _text_allowed(a: Sides, b: Sides, near: Bools) -> Bools:
    """Where text may follow text at all."""
    its_byline = ~near & (b.gap == 0) & b.after_head & b.after_byline  # its byline touches it
    captioned = near & (a.length <= 40) & ~a.cut & a.after_head
    itself = ~b.under_label & (~b.sure | a.led | captioned)  # each item under a label is news of its own
    allowed: Bools = (a.index != b.index) & ~a.signed_off & ~its_byline & itself
    return allowed


def _place(page: Page, a: Sides, b: Sides, near: Bools, table: Table) -> None:
    """Where ``b`` stands on the page as seen from ``a``."""
    distance = b.index - a.index
    table.add("text under another head", ~near & b.after_head)
    table.add("touches", near & (b.gap == 0))
    table.add("touches at a full line", near & (b.gap == 0) & a.full)
    table.add("touches on a mixed page", near & (b.gap == 0), page.layout.mixed)
    table.add("near", near & (b.gap > 0))
    table.add("near on a dense page", near & (b.gap > 0), page.layout.dense)
    table.add("near but cut", near & a.cut)
    table.add("near but cut on a page of cuts", near & a.cut, page.layout.broken)
    table.add("forward", distance > 1)
    table.add("forward distance", distance > 1, _log(distance))
    table.add("backward", distance < 0)
    table.add("backward distance", distance < 0, _log(1 - distance))


def _opens(page: Page, a: Sides, b: Sides, table: Table) -> None:
    """Whether ``b`` begins as what goes on where ``a`` ends."""
    comma = (a.cut & ~a.open) | a.semicolon
    table.add("goes on in mid-clause", a.open, b.mid_clause)
    table.add("goes on after a comma", comma, b.clause)
    table.add("after a semicolon", a.semicolon)
    ended = ~a.cut & ~a.semicolon & ~b.sure
    table.add("begins a sentence", ended, -np.maximum(b.mid_clause, b.clause))
    table.add("goes on like an article", ended, b.article)
    goes_on, near = page.across.level[a.index, b.index], b.index == a.index + 1
    table.add("reads on at an open end", a.open, goes_on)
    table.add("reads on at a comma", a.cut & ~a.open, goes_on)
    table.add("reads on far after a sentence", ~a.cut & ~near, goes_on)
    table.add("reads on near after a sentence", ~a.cut & near, goes_on)
    counts = b.ordinal > 1
    table.add("next of a count", counts & (a.counted == b.ordinal - 1))
    table.add("count broken", counts & (a.counted != b.ordinal - 1))


def _lists(a: Sides, b: Sides, near: Bools, table: Table) -> None:
    """Whether ``b`` is what an item of a list, a question or an entry of a diary is followed by."""
    answers = (a.mark == Mark.QUESTION) & (b.mark == Mark.ANSWER)
    table.add("answer to a question", answers)
    table.add("answer to no question", (a.mark != Mark.QUESTION) & (b.mark == Mark.ANSWER))
    table.add("question without answer", (a.mark == Mark.QUESTION) & ~a.cut & (b.mark != Mark.ANSWER))
    both = (a.mark > 0) & (b.mark > 0)
    table.add("items marked alike", both & (a.mark == b.mark))
    table.add("items marked otherwise", both & (a.mark != b.mark) & ~answers)
    left = (a.mark > 0) & (b.mark == 0) & ~a.cut & ~b.foot & (b.date == 0)
    table.add("list left far", left & ~near)
    table.add("list left near", left & near & (b.gap > 0))
    dated = (a.date > 0) & (b.date > 0)
    table.add("a later day", dated & (b.date > a.date))
    table.add("an earlier day", dated & (b.date <= a.date))
    table.add("signature near", near & b.foot)
    table.add("signature far", ~near & b.foot)


def _sentence_term(page: Page, a: Sides, b: Sides, allowed: Bools) -> Ints:
    """How the end of ``a`` and the beginning of ``b`` fit."""
    which: Ints = b.start + len(STARTS) * np.where(a.open, 2, a.cut.astype(np.int64))
    before, after = ([page.layout.strips[index].text for index in side.index.ravel().tolist()] for side in (a, b))
    which[words_across(before, after, allowed & a.open)] = _WORD
    return which


def head_to_text(page: Page, a: Sides, b: Sides, table: Table) -> Bools:
    """Text after a heading, byline or image."""
    near = b.index == a.index + 1
    table.choose(_HEAD_BEFORE, b.start)
    table.add("head touches", near & (b.gap == 0))
    table.add("head near", near & (b.gap > 0))
    table.add("head under another text", near & (a.under >= 0))
    table.add("head far", ~near)
    table.add("head distance", ~near, _log(abs(b.index - a.index)))
    table.add("text has a head", ~near & b.after_head)
    table.add("head to text inside a run", ~near & b.inside_run & ~b.sure)
    table.add("head not in tail", ~near & ~a.tail)
    table.add("head under its text", ~near & (a.under == b.index))
    _cover(page, a, b, table)
    table.add("head to continued text", b.continued)
    table.add("head to an opening", ~b.sure, b.article)
    table.add("head to what begins as articles do", ~b.sure, page.across.begins[b.index])
    table.add("head subject", a.heading, page.subjects.between(a.index, b.index))
    table.add("head numbers", a.heading, page.likeness.numbers[a.index, b.index])
    table.add("head about", a.heading & ~a.label, page.about.level[a.index, b.index])
    table.add("head that the text is most about", a.heading & (page.about.best_head[b.index] == a.index))
    table.add("label to text", a.heading & a.label)
    table.add("text under a day", near & a.day)
    for kind, here in (("byline", a.byline), ("image", a.image)):
        table.add(f"{kind} to news", here & b.sure & (b.bracketed | a.image))
        table.add(f"{kind} to text", here & ~b.sure)
    unnamed = a.byline & b.sure & ~b.bracketed  # 本报讯 that says nobody's name
    table.add("byline near unnamed news", unnamed & near)
    table.add("byline far from unnamed news", unnamed & ~near)
    table.add("two signatures", a.byline & b.signed_off)
    table.add("head far from a caption", ~near & b.caption)
    table.add("byline to a caption", a.byline & b.caption)
    allowed: Bools = (a.index != b.index) & ~(a.image & ~near)
    return allowed


def _cover(page: Page, a: Sides, b: Sides, table: Table) -> None:
    """How far a text has the words of the headings that stand over each other as one head."""
    likeness = page.likeness
    heads = _padded([page.layout.heads[index] for index in a.index[:, 0].tolist()])
    shape = (heads.shape[0], b.index.shape[1])
    covered, best_text, best_head = np.zeros(shape), np.zeros(shape, np.bool_), np.zeros(shape, np.bool_)
    for column in heads.T[:, :, None]:
        held = column >= 0
        np.maximum(covered, held * likeness.covered(column, b.index), out=covered)
        best_text |= held & (likeness.best_text[column] == b.index)
        best_head |= held & (likeness.best_head[b.index] == column)
    table.add("head covered", heads[:, :1] >= 0, covered)
    table.add("text that covers the head best", best_text)
    table.add("head that the text covers best", best_head)


def to_heading(page: Page, a: Sides, b: Sides, table: Table) -> Bools:
    """A heading after text or a byline: a cross-head."""
    near = b.index == a.index + 1
    table.add("cross-head before text", b.below_leads)
    table.add("cross-head before no text", ~b.below_leads)
    table.add("cross-head far forward", ~near & (b.index > a.index))
    table.add("cross-head far back", b.index < a.index)
    table.add("cross-head distance", ~near, _log(abs(b.index - a.index)))
    table.add("cross-head touches text below alone", (b.gap > 0) & (b.below_gap == 0))
    table.add("long cross-head", b.length > 16, b.length / 20)
    table.add("lead label", b.lead_label)
    table.add("cross-head names a genre", b.genre & ~b.lead_label)
    table.add("label inside", b.label)
    table.add("cross-head is a day", b.day)
    table.add("cross-head after byline", a.byline)
    table.choose([f"cross-head level {level}" for level in range(4)], np.where(a.text, np.minimum(b.level, 3), -1))
    table.choose(_CROSS_AFTER, np.where(a.text, a.end, -1))
    table.add("cross-head covered", a.text, page.likeness.covered(b.index, a.index))
    below = np.minimum(b.index + 1, len(page.layout.strips) - 1)
    table.add("cross-head words", a.text & b.below_leads, page.likeness.between(a.index, below) * 2)
    table.add("cross-head about", a.text, page.about.level[a.index, b.index])
    table.add("about below the cross-head", a.text & b.below_leads, page.about.level[a.index, below])
    reached = near | (b.below_leads & ~a.signed_off & (a.index != b.index + 1))
    in_text = near & a.text & a.cut  # a sentence goes on in text, not in a heading
    listed = a.byline & (b.gap > 0) & ~b.below_leads  # heads with their bylines stand in a list
    allowed: Bools = (b.level != 1) & reached & ~in_text & ~listed & _within_reach(a, b)
    return allowed


def heading_to_heading(page: Page, a: Sides, b: Sides, table: Table) -> Bools:
    """A heading after another: parts of one head."""
    near = b.index == a.index + 1
    repeated = _repeated(page, a, b)
    table.add("heads far", ~near)
    table.add("heads touch", near & (b.gap == 0))
    table.add("heads near", near & (b.gap > 0))
    table.add("heads repeat", repeated)
    table.add("heads touch where others stand apart", near & (b.gap == 0), page.layout.heads_apart)
    table.add("heads near where others touch", near & (b.gap > 0), page.layout.heads_touch)
    table.add("heads near on an open page", near & (b.gap > 0), page.layout.open)
    table.add("a day below a head", near & b.day)
    table.add("label below", b.label & ~b.lead_label)
    table.add("subhead", b.dashed)
    table.add("kicker dash", a.dash)
    marked = (a.level > 0) & (b.level > 0)
    table.add("higher head", marked & (a.level > b.level))
    table.add("lower head", marked & (a.level < b.level))
    table.add("equal head", marked & (a.level == b.level))
    table.add("label above", a.label)
    table.add("short head above", ~a.label & (a.length <= 5))
    table.add("lead label", b.lead_label)
    allowed: Bools = (near | repeated | (b.lead_label & a.tail)) & (a.index != b.index) & _within_reach(a, b)
    table.add("heads words", allowed, page.likeness.between(a.index, b.index) * 2)
    return allowed


def _repeated(page: Page, a: Sides, b: Sides) -> Bools:
    """Where a heading says again what ``a``, or one of the two strips above it, says: web pages print titles twice."""
    codes: dict[str, int] = {}
    texts = np.array(
        [codes.setdefault(strip.text, len(codes)) if strip.kind is Kind.HEADING else -1 for strip in page.layout.strips]
    )
    distance = b.index - a.index
    found: Bools = np.zeros(distance.shape, np.bool_)
    for above in range(3):
        found |= (a.index >= above) & (texts[np.maximum(a.index - above, 0)] == texts[b.index])
    found &= (distance > 0) & (distance < 8)
    return found


def to_byline(page: Page, a: Sides, b: Sides, table: Table) -> Bools:
    """A byline or an image after anything."""
    near = b.index == a.index + 1
    table.add("image inside", b.image)
    far = b.byline & ~near
    table.add("byline far", far)
    table.add("head under its text", far & a.heading & (a.under == b.index))
    over = far & a.heading & b.below_text  # the head of the text that the byline stands over
    below = np.minimum(b.index + 1, len(page.layout.strips) - 1)
    table.add("byline over text", over)
    table.add("head subject under the byline", over, page.subjects.between(a.index, below))
    table.add("head about under the byline", over, page.about.level[a.index, below])
    table.add("head covered under the byline", over, page.likeness.covered(a.index, below))
    table.add("text under the byline that covers the head best", over & (page.likeness.best_text[a.index] == below))
    table.add("head that the text under the byline covers best", over & (page.likeness.best_head[below] == a.index))
    under = b.byline & near & ~a.text
    table.choose([f"byline under {kind.value}" for kind in KINDS], np.where(under, a.kind, -1))
    after = b.byline & near & a.text
    table.choose(_BYLINE_AFTER, np.where(after, a.end, -1))
    table.add("byline touches", after & (b.gap == 0))
    table.add("byline near", after & (b.gap > 0))
    table.add("byline with a sign touches", after & b.marked & (b.gap == 0))
    table.add("byline with a sign near", after & b.marked & (b.gap > 0))
    heads_below = (b.gap > 0) & (b.below_gap == 0) & b.below_leads  # it heads what it touches
    reached = (a.heading | a.led) & ~b.after_head & _within_reach(a, b)
    labelled = b.byline & a.heading & a.label  # the name of a section has no author
    allowed: Bools = np.where(near, b.image | ~a.text | ~heads_below, b.byline & reached) & (a.index != b.index)
    allowed &= ~labelled
    return allowed


_REACH = 8  # strips: what stands over text may be brought from anywhere, anything else from just above


def _within_reach(a: Sides, b: Sides) -> Bools:
    distance = b.index - a.index
    within: Bools = b.below_text | ((distance > 0) & (distance <= _REACH))
    return within


def _padded(lists: list[tuple[int, ...]]) -> Ints:
    """Lists as the rows of an array, as wide as the longest and at least one; -1 fills them up."""
    widest = max([1, *map(len, lists)])
    return np.array([[*some, *[-1] * (widest - len(some))] for some in lists], dtype=np.int64).reshape(-1, widest)


def _log(distance: Array) -> Floats:
    return np.asarray(np.log(np.maximum(distance, 1)), dtype=np.float64)

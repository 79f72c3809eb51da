"""The terms that the articles put together so far decide: what stands before one strip and after another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from seeds.reading.assembly.about import About
from seeds.reading.assembly.layout import Layout
from seeds.reading.assembly.likeness import SMOOTH, Likeness
from seeds.reading.assembly.sides import Sides
from seeds.reading.assembly.stretches import Stretches
from seeds.reading.assembly.subjects import Subjects, alike
from seeds.reading.assembly.table import ALL, Bools, Floats, Ints, Table

_GRAIN = 2.0**40  # means are rounded to it, so that their sums do not hang on their order


class Articles:
    """What stands up to each strip in the articles so far, and from it on, and how much any two of these share."""

    def __init__(
        self,
        layout: Layout,
        sides: Sides,
        likeness: Likeness,
        subjects: Subjects,
        about: About,
        paths: Sequence[Sequence[int]],
    ) -> None:
        """Take ``paths`` for the articles so far; strips in none stand alone."""
        self._layout, self._sides, self._likeness, self._subjects = layout, sides, likeness, subjects
        self._about = about
        self._stretches = Stretches(paths, len(sides.index))
        self._refers = layout.refers
        self._text = self._stretches.sums(sides.text)

    def write(self, table: Table, usual: float) -> None:
        """Write the terms of all strips: what stands up to ``a`` and from ``b`` on; ``usual`` as two texts have."""
        a, b = self._sides.every
        sums, texts = self._stretches.sums, self._text.up_to()
        before, after = texts[:, None], self._text.from_on()[None, :]
        shared, words, inner = self._words()
        rate = np.log(words + 0.05)
        table.add("article words", ALL, words * 2)
        table.add("article words against the page", ALL, rate - np.log(usual + 0.05))
        both = (before > 0) & (after > 0)
        table.add("article length before", both, np.log(np.maximum(before, 1)))
        table.add("article length after", both, np.log(np.maximum(after, 1)))
        table.add("article words against its own", both & (inner > 0), rate - np.log(inner + 0.05))
        places = sums(self._subjects.places)
        subject, heads = alike(places.up_to(), places.from_on()), (before == 0) & (after > 0) & a.heading
        table.add("article subject", both, subject)
        table.add("article subject of the head", heads, subject)
        level = self._about.between(self._stretches)
        table.add("article about", both, level)
        table.add("article about the head", heads, level)
        total = sums(self._likeness.totals).up_to()[:, None]
        covers = np.minimum(shared / np.where(total > 0, total, 1.0), 1.0)
        table.add("article covers the head", (a.heading | a.byline) & (total > 0), covers)
        refers = self._refers[None, :] != 0
        named = self._named()
        table.add("what is referred to was named", named)
        table.add("nothing named is referred to", refers & ~named)
        leads = (self._sides.level > 0) & (texts == 0)  # a heading below text heads no article
        head = self._stretches.first_where(leads, self._sides.level)[:, None]
        cross = b.heading & ~a.heading & (b.level > 0) & (head > 0)
        table.add("cross-head below its head", cross & (b.level > head))
        table.add("cross-head as high as its head", cross & (b.level <= head))
        table.add(
            "signed twice", (sums(self._sides.named).up_to()[:, None] > 0) & (sums(self._sides.signed).from_on() > 0)
        )

    def _words(self) -> tuple[Floats, Floats, Floats]:
        """The weight of what two stretches share, the same against their sizes, and as the texts in them share it."""
        raw, own = self._likeness.raw, self._likeness.sizes + SMOOTH
        sums, size, along = self._stretches.sums, self._stretches.sums(self._likeness.sizes), self._stretches.sums(raw)
        sizes = size.up_to() + SMOOTH, size.from_on() + SMOOTH
        texts = self._text.up_to(), self._text.from_on()
        behind = along.from_on()
        shared = sums(behind.T).up_to()
        words = shared / np.sqrt(sizes[0][:, None] * sizes[1][None, :])
        first, second = self._stretches.joined
        joins = np.zeros((2, len(own)))
        alike = along.up_to_some(first, second) / np.sqrt(sizes[0][first] * own[second])
        joins[0, second] = alike * (self._sides.text[second] & (texts[0][first] > 0))
        alike = behind[second, first] / np.sqrt(own[first] * sizes[1][second])
        joins[1, first] = alike * (self._sides.text[first] & (texts[1][second] > 0))
        joins = np.round(joins * _GRAIN) / _GRAIN
        before = (sums(joins[0]).up_to() / np.maximum(texts[0] - 1, 1))[:, None]
        after = (sums(joins[1]).from_on() / np.maximum(texts[1] - 1, 1))[None, :]
        return shared, words, (before + after) / np.where((before > 0) & (after > 0), 2, 1)

    def _named(self) -> Bools:
        """Where the stretch up to ``a`` names a body of the kind that ``b`` refers to (该公司)."""
        found = np.zeros((len(self._refers),) * 2, dtype=np.bool_)
        refer = self._refers.nonzero()[0]
        if len(refer):
            named = (self._layout.names[:, None] & self._refers[refer]) != 0
            found[:, refer] = self._stretches.sums(named).up_to() > 0
        return found

    def common_text(self, first: Ints, second: Ints) -> Floats:
        """How far two headings are about the same articles, from -0.5 to 0.5; 0 when nothing is known of one."""
        if not len(first):
            return np.zeros(0)
        totals = self._likeness.totals
        raw = self._likeness.raw * self._sides.text[:, None]
        whole = self._stretches.sums(raw).from_some(self._stretches.starts)
        covered = np.minimum(whole / np.where(totals > 0, totals, np.inf), 1.0)
        one, other = covered[:, first], covered[:, second]
        known: Bools = (one.max(axis=0, initial=0.0) >= 0.1) & (other.max(axis=0, initial=0.0) >= 0.1)
        most = np.where(known, np.maximum(one, other).sum(axis=0), 1.0)
        return np.where(known, np.minimum(one, other).sum(axis=0) / most - 0.5, 0.0)

"""The terms that the articles put together so far decide: what stands before one strip and after another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

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
        paths: Sequence[Sequence[int]],
    ) -> None:
        """Take ``paths`` for the articles so far; strips in none stand alone."""
        self._layout, self._sides, self._likeness, self._subjects = layout, sides, likeness, subjects
        self._stretches = Stretches(paths, len(sides.index))

    def write(self, table: Table, usual: float) -> None:
        """Write the terms of all strips: what stands up to ``a`` and from ``b`` on; ``usual`` as two texts have."""
        every = self._sides.index
        a, b = self._sides.rows(every), self._sides.columns(every)
        up_to, from_on = self._stretches.up_to, self._stretches.from_on
        before, after = up_to(self._sides.text)[:, None], from_on(self._sides.text)[None, :]
        shared, words, inner = self._words()
        level = np.log(words + 0.05)
        table.add("article words", ALL, words * 2)
        table.add("article words against the page", ALL, level - np.log(usual + 0.05))
        both = (before > 0) & (after > 0)
        table.add("article length before", both, np.log(np.maximum(before, 1)))
        table.add("article length after", both, np.log(np.maximum(after, 1)))
        table.add("article words against its own", both & (inner > 0), level - np.log(inner + 0.05))
        places = self._subjects.places
        about = alike(up_to(places), from_on(places))
        table.add("article subject", both, about)
        table.add("article subject of the head", (before == 0) & (after > 0) & a.heading, about)
        total = up_to(self._likeness.totals)[:, None]
        covers = np.minimum(shared / np.where(total > 0, total, 1.0), 1.0)
        table.add("article covers the head", (a.heading | a.byline) & (total > 0), covers)
        refers = np.array(self._layout.refers)[None, :] != 0
        named = self._named()
        table.add("what is referred to was named", named)
        table.add("nothing named is referred to", refers & ~named)
        leads = (self._sides.level > 0) & (up_to(self._sides.text) == 0)  # a heading below text heads no article
        head = self._stretches.first_where(leads, self._sides.level)[:, None]
        cross = b.heading & ~a.heading & (b.level > 0) & (head > 0)
        table.add("cross-head below its head", cross & (b.level > head))
        table.add("cross-head as high as its head", cross & (b.level <= head))
        table.add("signed twice", (up_to(self._sides.named)[:, None] > 0) & (from_on(self._sides.signed) > 0))

    def _words(self) -> tuple[Floats, Floats, Floats]:
        """The weight of what two stretches share, the same against their sizes, and as the texts in them share it."""
        raw, own = self._likeness.raw, self._likeness.sizes + SMOOTH
        up_to, from_on = self._stretches.up_to, self._stretches.from_on
        sizes = up_to(self._likeness.sizes) + SMOOTH, from_on(self._likeness.sizes) + SMOOTH
        texts = up_to(self._sides.text), from_on(self._sides.text)
        behind = from_on(raw)
        shared = up_to(behind.T)
        words = shared / np.sqrt(sizes[0][:, None] * sizes[1][None, :])
        first, second = self._stretches.joined
        joins = np.zeros((2, len(own)))
        alike = up_to(raw)[first, second] / np.sqrt(sizes[0][first] * own[second])
        joins[0, second] = alike * (self._sides.text[second] & (texts[0][first] > 0))
        alike = behind[second, first] / np.sqrt(own[first] * sizes[1][second])
        joins[1, first] = alike * (self._sides.text[first] & (texts[1][second] > 0))
        joins = np.round(joins * _GRAIN) / _GRAIN
        before = (up_to(joins[0]) / np.maximum(texts[0] - 1, 1))[:, None]
        after = (from_on(joins[1]) / np.maximum(texts[1] - 1, 1))[None, :]
        return shared, words, (before + after) / np.where((before > 0) & (after > 0), 2, 1)

    def _named(self) -> Bools:
        """Where the stretch up to ``a`` names a body of the kind that ``b`` refers to (该公司)."""
        found = np.zeros((len(self._layout.refers),) * 2, dtype=np.bool_)
        for index, refers in enumerate(self._layout.refers):
            if refers:
                found[:, index] = self._stretches.up_to((np.array(self._layout.names) & refers) != 0) > 0
        return found

    def common_text(self, first: Ints, second: Ints) -> Floats:
        """How far two headings are about the same articles, from -0.5 to 0.5; 0 when nothing is known of one."""
        if not len(first):
            return np.zeros(0)
        totals = self._likeness.totals
        raw = self._likeness.raw * self._sides.text[:, None]
        whole = self._stretches.from_on(raw)[self._stretches.starts]
        covered = np.minimum(whole / np.where(totals > 0, totals, np.inf), 1.0)
        one, other = covered[:, first], covered[:, second]
        known: Bools = (one.max(axis=0, initial=0.0) >= 0.1) & (other.max(axis=0, initial=0.0) >= 0.1)
        most = np.where(known, np.maximum(one, other).sum(axis=0), 1.0)
        return np.where(known, np.minimum(one, other).sum(axis=0) / most - 0.5, 0.0)

"""The terms that the articles put together so far decide: what stands before one strip and after another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from seeds.reading.assembly.layout import Layout
from seeds.reading.assembly.likeness import SMOOTH, Likeness
from seeds.reading.assembly.links import Features
from seeds.reading.assembly.strips import Kind, Strip

_NAMED, _UNNAMED = "what is referred to was named", "nothing named is referred to"
_BELOW, _AS_HIGH = "cross-head below its head", "cross-head as high as its head"
_TWICE = "signed twice"
_NAMES = (
    "article words",
    "article words against the page",
    "article length before",
    "article length after",
    "article words against its own",
    "article covers the head",
    _NAMED,
    _UNNAMED,
    _BELOW,
    _AS_HIGH,
    _TWICE,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of an article: its words, its texts, the level of its head, whether it is signed, what it names."""

    size: int
    texts: int
    level: int
    named: bool
    signed: bool
    names: int
    total: float
    inner: float  # how much its texts have in common on average, 0 for a single one


class Articles:
    """The stretches before and after each strip in the articles so far, and how much any two have in common."""

    def __init__(self, layout: Layout, likeness: Likeness, paths: Sequence[Sequence[int]]) -> None:
        """Take ``paths`` for the articles so far; strips in none stand alone."""
        self._layout, self._likeness = layout, likeness
        self.before = [self._alone(strip) for strip in layout.strips]
        self.after = list(self.before)
        raw = likeness.raw
        zero = [0.0] * len(raw)
        self._columns: list[list[float]] = list(raw)  # [b][i]: what all from b on shares with strip i
        self._shared: list[list[float]] = [zero] * len(raw)  # [a][b]: what all up to a shares with all from b on
        for path in paths:
            self._run_back(path)
        for path in paths:
            self._run_forward(path)
        self.coverage = [self._covering(path) for path in paths]

    def _run_back(self, path: Sequence[int]) -> None:
        for place in range(len(path) - 2, -1, -1):
            index, following = path[place], path[place + 1]
            shared = self._columns[following][index]
            self.after[index] = self._joined(self.before[index], self.after[following], shared)
            self._columns[index] = [
                x + y for x, y in zip(self._likeness.raw[index], self._columns[following], strict=True)
            ]

    def _run_forward(self, path: Sequence[int]) -> None:
        so_far = [0.0] * len(self._columns)
        raw = self._likeness.raw
        for place, index in enumerate(path):
            column = [self._columns[b][index] for b in range(len(self._columns))]
            if place:
                previous = path[place - 1]
                shared = sum(raw[index][other] for other in path[:place])
                self.before[index] = self._joined(
                    self.before[previous], self._alone(self._layout.strips[index]), shared
                )
            so_far = [x + y for x, y in zip(so_far, column, strict=True)]
            self._shared[index] = so_far

    def _covering(self, path: Sequence[int]) -> list[float]:
        """How much of the words of each strip the texts of ``path`` have."""
        texts = [index for index in path if self._layout.strips[index].kind is Kind.TEXT]
        totals, raw = self._likeness.totals, self._likeness.raw
        return [
            min(sum(raw[index][text] for text in texts) / totals[index], 1.0) if totals[index] else 0.0
            for index in range(len(raw))
        ]

    def _alone(self, strip: Strip) -> Stretch:
        layout, index = self._layout, strip.index
        text = int(strip.kind is Kind.TEXT)
        return Stretch(
            self._likeness.sizes[index],
            text,
            strip.level,
            layout.named[index],
            layout.signed[index],
            layout.names[index],
            self._likeness.totals[index],
            0.0,
        )

    def _joined(self, first: Stretch, second: Stretch, shared: float) -> Stretch:
        inner = first.inner or second.inner
        if second.texts and first.texts:
            joins = max(first.texts, second.texts) - 1
            inner = (inner * joins + self._likeness.scaled(shared, first.size, second.size)) / (joins + 1)
        return Stretch(
            first.size + second.size,
            first.texts + second.texts,
            first.level or (0 if first.texts else second.level),
            first.named or second.named,
            first.signed or second.signed,
            first.names | second.names,
            first.total + second.total,
            inner,
        )

    def terms(self, a: Strip, b: Strip, usual: float) -> Features:
        """What the articles so far before ``a`` and after ``b`` say of their belonging together."""
        before, after = self.before[a.index], self.after[b.index]
        shared = self._shared[a.index][b.index]
        words = self._likeness.scaled(shared, before.size, after.size)
        features: Features = {
            "article words": words * 2,
            "article words against the page": log((words + 0.05) / (usual + 0.05)),
        }
        if before.texts and after.texts:
            features["article length before"] = log(before.texts)
            features["article length after"] = log(after.texts)
            if inner := (before.inner + after.inner) / (2 if before.inner and after.inner else 1):
                features["article words against its own"] = log((words + 0.05) / (inner + 0.05))
        if a.kind is Kind.HEADING or (a.kind is Kind.BYLINE and before.total > 0):
            features["article covers the head"] = min(shared / before.total, 1.0) if before.total else 0.0
        if refers := self._layout.refers[b.index]:
            features[_NAMED if refers & before.names else _UNNAMED] = 1.0
        if b.kind is Kind.HEADING and a.kind is not Kind.HEADING and b.level and before.level:
            features[_BELOW if b.level > before.level else _AS_HIGH] = 1.0
        if before.named and after.signed:
            features[_TWICE] = 1.0
        return features

    def weigher(self, weights: Mapping[str, float], usual: float) -> Callable[[Strip, Strip], float]:
        """A function that gives the weighted sum of ``terms``, made without naming each: links are many."""
        weight = {name: weights.get(name, 0.0) for name in _NAMES}
        words_of, against, before_of, after_of, own, covers = (weight[name] for name in _NAMES[:6])
        heading, byline = Kind.HEADING, Kind.BYLINE
        alone = log(usual + 0.05)

        def weighed(a: Strip, b: Strip) -> float:
            before, after = self.before[a.index], self.after[b.index]
            shared = self._shared[a.index][b.index]
            words = shared / sqrt((before.size + SMOOTH) * (after.size + SMOOTH))
            level = log(words + 0.05)
            total = words * 2 * words_of + (level - alone) * against
            if before.texts and after.texts:
                total += log(before.texts) * before_of + log(after.texts) * after_of
                if inner := (before.inner + after.inner) / (2 if before.inner and after.inner else 1):
                    total += (level - log(inner + 0.05)) * own
            if before.total and (a.kind is heading or a.kind is byline):
                total += min(shared / before.total, 1.0) * covers
            if refers := self._layout.refers[b.index]:
                total += weight[_NAMED if refers & before.names else _UNNAMED]
            if b.kind is heading and b.level and before.level and a.kind is not heading:
                total += weight[_BELOW if b.level > before.level else _AS_HIGH]
            return total + weight[_TWICE] if before.named and after.signed else total

        return weighed

    def common_text(self, a: int, b: int) -> float:
        """How far two headings are about the same articles, from -0.5 to 0.5; 0 when nothing is known of one."""
        pairs = [(covered[a], covered[b]) for covered in self.coverage]
        if not pairs or max(first for first, _ in pairs) < 0.1 or max(second for _, second in pairs) < 0.1:
            return 0.0
        return sum(min(pair) for pair in pairs) / sum(max(pair) for pair in pairs) - 0.5

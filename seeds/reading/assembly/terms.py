"""The score of every link between the strips of one page, and of every end: weighted terms that add up.

Every term is a named number; its weight stands in ``words/pages_weights.toml``. The sum is roughly a logarithm of odds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from seeds.reading.assembly import ends, links
from seeds.reading.assembly.articles import Articles
from seeds.reading.assembly.layout import Layout
from seeds.reading.assembly.likeness import Likeness
from seeds.reading.assembly.links import Features
from seeds.reading.assembly.strips import Kind, Start, Strip

_SAMPLE = 40  # texts that the page's usual likeness is taken from


@dataclass(frozen=True, slots=True)
class Link:
    """``second`` follows ``first`` with ``score``; ``terms`` name what it was made of, weighted."""

    first: int
    second: int
    score: float
    terms: tuple[tuple[str, float], ...]


class Terms:
    """What is known of one page, and how it is weighed."""

    def __init__(self, strips: Sequence[Strip], weights: Mapping[str, float]) -> None:
        """Prepare to score ``strips``."""
        self.strips = strips
        self.weights = weights
        self.layout = Layout(strips)
        self.likeness = Likeness([strip.text if strip.kind is not Kind.FURNITURE else "" for strip in strips])
        self._texts = [strip.index for strip in strips if strip.kind is Kind.TEXT]
        openers = [index for index in self._texts if strips[index].start not in (Start.FOLLOWS, Start.MIDDLE)]
        self.likeness.pair_heads(
            [strip.index for strip in strips if strip.kind is Kind.HEADING and not self.layout.label[strip.index]],
            openers,
        )
        some = self._texts[:_SAMPLE]
        pairs = [self.likeness.between(a, b) for a in some for b in some if a < b]
        self.usual = sum(pairs) / (len(pairs) or 1)
        self._static: dict[tuple[int, int], Features | None] = {}
        self._articles: Articles | None = None
        self._alone = Articles(self.layout, self.likeness, [[index] for index in self._texts])

    def settle(self, paths: Sequence[Sequence[int]]) -> None:
        """Take ``paths`` for the articles so far: links are scored by all that stands before and after them."""
        self._articles = Articles(self.layout, self.likeness, paths) if paths else None

    def weigh(self, features: Features) -> float:
        """The sum of weighted terms."""
        weights = self.weights
        return sum(weights.get(name, 0.0) * value for name, value in features.items())

    def begins(self, strip: Strip) -> Features:
        """What speaks for an article beginning at ``strip``."""
        return ends.begins(self.layout, strip)

    def ends(self, strip: Strip) -> Features:
        """What speaks for an article ending with ``strip``."""
        fame = 0.0
        if strip.kind is Kind.HEADING:
            fame = max((self.likeness.covered(strip.index, text) for text in self._texts), default=0.0)
        return ends.ends(self.layout, strip, fame)

    def link(self, first: int, second: int) -> Features | None:
        """The terms of ``second`` following ``first``, None where it is out of the question."""
        static = self.static(first, second)
        if static is None:
            return None
        a, b = self.strips[first], self.strips[second]
        features = dict(static)
        if a.kind is Kind.HEADING and b.kind is Kind.HEADING and "heads words" in features:
            features["heads of one text"] = (self._articles or self._alone).common_text(first, second)
        elif self._articles and Kind.TEXT in (a.kind, b.kind):
            features.update(self._articles.terms(a, b, self.usual))
        return features

    def static(self, first: int, second: int) -> Features | None:
        """The terms of a link that no article decides."""
        key = (first, second)
        if key not in self._static:
            self._static[key] = self._link(self.strips[first], self.strips[second])
        return self._static[key]

    def changing(self, weights: Mapping[str, float]) -> Callable[[int, int], float]:
        """The weighted sum of the terms that the articles so far decide, as a function of two strips."""
        articles = self._articles
        together = weights.get("heads of one text", 0.0)
        if articles is None:
            return lambda a, b: self._heads(self._alone, a, b) * together
        weighed = articles.weigher(weights, self.usual)
        strips, text = self.strips, Kind.TEXT

        def changed(a: int, b: int) -> float:
            first, second = strips[a], strips[b]
            if first.kind is text or second.kind is text:
                return weighed(first, second)
            return self._heads(articles, a, b) * together

        return changed

    def _heads(self, articles: Articles, a: int, b: int) -> float:
        if self.strips[a].kind is Kind.HEADING and self.strips[b].kind is Kind.HEADING:
            static = self.static(a, b)
            if static and "heads words" in static:
                return articles.common_text(a, b)
        return 0.0

    def _link(self, a: Strip, b: Strip) -> Features | None:
        if a is b or Kind.FURNITURE in (a.kind, b.kind):
            return None
        if a.kind is Kind.BYLINE and b.start is Start.SURE and b.text[0] not in "（(":
            return None  # 本报讯 stands where no byline stands of its own
        if b.kind is Kind.HEADING and not b.unsure:
            return links.to_heading(self.layout, self.likeness, a, b)
        if b.kind in (Kind.BYLINE, Kind.IMAGE):
            return links.to_byline(self.layout, a, b)
        as_text = None
        if a.kind is Kind.TEXT or a.unsure:
            as_text = links.text_to_text(self.layout, self.likeness, a, b, self.usual)
        if a.kind is Kind.TEXT:
            return as_text
        as_head = links.head_to_text(self.layout, self.likeness, a, b)
        if as_text and (as_head is None or self.weigh(as_text) > self.weigh(as_head)):
            return as_text
        return as_head

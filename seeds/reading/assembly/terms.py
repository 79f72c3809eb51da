"""The score of every link between the strips of one page, and of every end: weighted terms that add up.

Every term is a named number; its weight stands in ``words/pages_weights.toml``. The sum is roughly a logarithm of odds.
Terms are written in ``links`` (two strips), ``ends`` (one) and ``articles`` (what is put together so far), each once,
as an array over all pairs of a page; a term without a weight counts for nothing until the weights are fitted anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import numpy as np

from seeds.reading.assembly import ends, links, page_net
from seeds.reading.assembly.about import About
from seeds.reading.assembly.articles import Articles
from seeds.reading.assembly.counting import numbers_in
from seeds.reading.assembly.going_on import Across, read_across
from seeds.reading.assembly.layout import Layout
from seeds.reading.assembly.likeness import Likeness
from seeds.reading.assembly.links import Page
from seeds.reading.assembly.page_looks import looks_of, looks_of_page
from seeds.reading.assembly.page_net import MOST, Net, Seen, Single, Told, mean_of, nets_of, told_by
from seeds.reading.assembly.rare_words import rare_words
from seeds.reading.assembly.sides import Sides, sides_of
from seeds.reading.assembly.strips import Kind, Start, Strip
from seeds.reading.assembly.subjects import Subjects
from seeds.reading.assembly.table import OUT, Bools, Features, Floats, Ints, Table
from seeds.reading.assembly.whole_page import WholePage
from unionarchive.common.values import value

_SAMPLE = 40  # texts that the page's usual likeness is taken from
_TOGETHER = "heads of one text"
_HEADS = 3  # the block of headings after headings


@value
class Link:
    """``second`` follows ``first`` with ``score``; ``terms`` name what it was made of, weighted.

    ``whole`` names what the page as a whole says for it, where the link was made for that.
    """

    first: int
    second: int
    score: float
    terms: tuple[tuple[str, float], ...]
    whole: tuple[str, ...] = ()


@value
class _Block:
    """The terms of the strips ``rows`` followed by the strips ``columns``, and which of them may be linked."""

    rows: Ints
    columns: Ints
    table: Table
    allowed: Bools

    def named(self, first: Ints, second: Ints, weights: Mapping[str, float] | None) -> list[Features]:
        return self.table.named(self.rows.searchsorted(first), self.columns.searchsorted(second), weights)


@value
class Pairs:
    """What a fit is made of: the pairs that may be linked, and of each term (``names``) a column of ``values``."""

    first: Ints
    second: Ints
    names: tuple[str, ...]
    values: Floats


class Terms:
    """What is known of one page."""

    def __init__(self, strips: Sequence[Strip], weights: Mapping[str, float]) -> None:
        """Prepare to score ``strips``; ``weights`` decide whether what may be a heading is read as text."""
        self.strips = strips
        self.weights = weights
        self.layout = layout = Layout(strips)
        said = [strip.text if strip.kind is not Kind.FURNITURE else "" for strip in strips]
        self.likeness = Likeness(said)
        self.rare = rare_words(said)
        self._texts = [strip.index for strip in strips if strip.kind is Kind.TEXT]
        openers = [index for index in self._texts if strips[index].start not in (Start.FOLLOWS, Start.MIDDLE)]
        heads = [strip.index for strip in strips if strip.kind is Kind.HEADING and not layout.label[strip.index]]
        self.likeness.pair_heads(heads, openers)
        numbers = {head: some for head in heads if (some := numbers_in(strips[head].text))}
        if numbers:
            self.likeness.pair_numbers(numbers, {text: numbers_in(strips[text].text) for text in self._texts})
        self.usual = self._usual()
        self._sides = sides = sides_of(layout)
        self._subjects = Subjects(said, sides.text)
        text, head = sides.text, sides.heading | sides.byline | sides.image
        self._about = About(said, text, sides.heading)
        self._across = _across(strips, text)
        page = Page(layout, self.likeness, self._subjects, self.usual, self._across, self._about)
        as_text, heading = text | sides.unsure, sides.heading & ~sides.unsure
        self._blocks = (
            self._block(links.head_to_text, page, head, as_text),
            self._block(links.text_to_text, page, as_text, as_text),
            self._block(links.to_heading, page, text | sides.byline, heading),
            self._block(links.heading_to_heading, page, sides.heading, heading),
            self._block(links.to_byline, page, text | head, sides.byline | sides.image),
        )
        self._owner = self._owners()
        self._headings = np.nonzero(self._owner == _HEADS)
        self._by_articles = text[:, None] | text[None, :]
        self._begins, self._ends = self._single_tables()
        self._changing: Table | None = None
        alone = Articles(layout, sides, self.likeness, self._subjects, self._about, [[index] for index in self._texts])
        self._together = alone.common_text(*self._headings)

    def _usual(self) -> float:
        """What two texts of the page have in common on average."""
        some = np.array(self._texts[:_SAMPLE], dtype=np.int64)
        first, second = np.triu_indices(len(some), 1)
        return float(self.likeness.between(some[first], some[second]).sum()) / (len(first) or 1)

    def _block(
        self, write: Callable[[Page, Sides, Sides, Table], Bools], page: Page, rows: Bools, columns: Bools
    ) -> _Block:
        first, second = np.nonzero(rows)[0], np.nonzero(columns)[0]
        table = Table(len(first), len(second))
        a, b = self._sides.rows(first), self._sides.columns(second)
        allowed = np.broadcast_to(write(page, a, b, table), table.shape)
        # 本报讯（记者 …） stands where no byline stands of its own
        return _Block(first, second, table, allowed & ~(a.byline & b.sure & ~b.bracketed & b.named))

    def _owners(self) -> Ints:
        """Which block each pair belongs to, -1 for none. What may be a heading is read as text where that says more."""
        owner = np.full((len(self.strips), len(self.strips)), -1)
        for number, block in enumerate(self._blocks):
            here = np.ix_(block.rows, block.columns)
            owner[here] = np.where(block.allowed, number, owner[here])
        unsure = np.nonzero(self._sides.unsure)[0]
        if len(unsure):
            head, text = (self._scored(block)[unsure] for block in self._blocks[:2])
            owner[unsure] = np.where((head >= text) & (head > OUT), 0, owner[unsure])
        return owner

    def _scored(self, block: _Block) -> Floats:
        """The score of every pair by the terms of one block."""
        scores = np.full((len(self.strips), len(self.strips)), OUT)
        scores[np.ix_(block.rows, block.columns)] = np.where(block.allowed, block.table.score(self.weights), OUT)
        return scores

    def _single_tables(self) -> tuple[Table, Table]:
        """The terms of an article beginning and ending with each strip."""
        begins, over = Table(len(self.strips), 1), Table(len(self.strips), 1)
        every, texts = self._sides.index, np.array(self._texts, dtype=np.int64)
        a = self._sides.rows(every)
        ends.begins(a, self._across.begins[:, None], begins)
        fame = self.likeness.covered(every[:, None], texts[None, :]).max(axis=1, initial=0.0)
        ends.ends(self.layout, a, fame[:, None], self._across.ends[:, None], over)
        return begins, over

    def settle(self, paths: Sequence[Sequence[int]]) -> None:
        """Take ``paths`` for the articles so far: links are scored by all that stands before and after them."""
        articles = Articles(self.layout, self._sides, self.likeness, self._subjects, self._about, paths)
        self._changing = Table(*self._owner.shape)
        articles.write(self._changing, self.usual)
        self._together = articles.common_text(*self._headings)

    def whole_page(self) -> WholePage:
        """What judges whole readings of the page."""
        return WholePage(self.strips, self._sides, self.likeness, self._subjects, self._about, self.rare, self.told)

    @cached_property
    def told(self) -> Told:
        """What the nets that read whole pages say of this one: nothing without a net."""
        nets, rows = nets_of(page_net.WEIGHTS)
        if not nets or not len(self.strips):
            nothing = np.zeros(self._owner.shape)
            return Told(np.where(self._owner >= 0, nothing, OUT), nothing)
        return mean_of([told_by(net, self.seen(net, rows)) for net in nets])

    def seen(self, net: Net, rows: Mapping[str, int]) -> Seen:
        """What a net sees of the page; ``rows`` are those of the terms that it knows."""
        terms = np.zeros((*self._owner.shape, net["term vectors"].shape[1]), dtype=np.float32)
        for number, block in enumerate(self._blocks):
            here = np.ix_(block.rows, block.columns)
            mine = (self._owner[here] == number)[:, :, None]
            terms[here] = np.where(mine, block.table.vectors(rows, net["term vectors"], MOST), terms[here])
        begins, over = (
            table.vectors(rows, net[name], MOST)[:, 0]
            for table, name in ((self._begins, "begin terms"), (self._ends, "end terms"))
        )
        alike = np.clip(self.alike() / net["usual"], -MOST, MOST).astype(np.float32)
        return Seen(terms, begins, over, alike, *self.looks(), self._owner >= 0, ~self._sides.furniture)

    def looks(self) -> tuple[Single, Single]:
        """What strips look like, a row each, and what the page looks like."""
        return looks_of(self.layout, self._sides, self._across), looks_of_page(self.layout)

    def alike(self) -> Floats:
        """What every two strips have in common, in kinds: a row and a column for each strip, a place for each kind."""
        every = np.arange(len(self.strips))
        first, second = every[:, None], every[None, :]
        words, subject = self.likeness.between(first, second), self._subjects.between(first, second)
        covered = self.likeness.covered(first, second)
        text = self._sides.text
        rare = np.where(text[:, None] & text, self.rare, 0.0)
        return np.stack([self._about.level, self._across.level, words, subject, covered, rare], axis=2)

    def begins(self, weights: Mapping[str, float]) -> Floats:
        """What speaks for an article beginning at each strip."""
        return self._begins.score(weights)[:, 0]

    def ends(self, weights: Mapping[str, float]) -> Floats:
        """What speaks for an article ending with each strip."""
        return self._ends.score(weights)[:, 0]

    def static(self, weights: Mapping[str, float]) -> Floats:
        """The score of every link by the terms that no article decides; ``OUT`` for what is out of the question."""
        scores = np.full(self._owner.shape, OUT)
        for number, block in enumerate(self._blocks):
            here = np.ix_(block.rows, block.columns)
            scores[here] = np.where(self._owner[here] == number, block.table.score(weights), scores[here])
        return scores

    def changing(self, weights: Mapping[str, float]) -> Floats:
        """What the terms that the articles so far decide add to every link."""
        scores = np.zeros(self._owner.shape)
        if self._changing is not None:
            scores = np.where(self._by_articles, self._changing.score(weights), 0.0)
        scores[self._headings] = self._together * weights.get(_TOGETHER, 0.0)
        return scores

    def link(self, first: int, second: int) -> Features | None:
        """The terms of ``second`` following ``first``, None where it is out of the question."""
        return self.links([(first, second)])[0] if self._owner[first, second] >= 0 else None

    def links(self, some: Sequence[tuple[int, int]], weights: Mapping[str, float] | None = None) -> list[Features]:
        """The terms of ``some`` links that may be, weighed where there are ``weights``."""
        first, second = np.array(some, dtype=np.int64).reshape(-1, 2).T
        owner, changes = self._owner[first, second], self._by_articles[first, second]
        features: list[Features] = [{} for _ in some]
        for number, block in enumerate(self._blocks):
            mine = np.nonzero(owner == number)[0]
            if not len(mine):
                continue
            for place, named in zip(mine.tolist(), block.named(first[mine], second[mine], weights), strict=True):
                features[place].update(named)
        together = np.zeros(self._owner.shape)
        together[self._headings] = self._together
        weight = 1.0 if weights is None else weights.get(_TOGETHER, 0.0)
        for place in np.nonzero(owner == _HEADS)[0].tolist():
            features[place][_TOGETHER] = weight * float(together[some[place]])
        if self._changing is not None:
            mine = np.nonzero(changes)[0]
            changing = self._changing.named(first[mine], second[mine], weights)
            for place, named in zip(mine.tolist(), changing, strict=True):
                features[place].update(named)
        return features

    def pairs(self) -> Pairs:
        """Every pair that may be linked with its terms, those of the articles so far included: for fits."""
        first, second = np.nonzero(self._owner >= 0)
        columns: dict[str, Floats] = {}
        for number, block in enumerate(self._blocks):
            mine = self._owner[first, second] == number
            rows, others = block.rows.searchsorted(first[mine]), block.columns.searchsorted(second[mine])
            for name, values in block.table.arrays().items():
                columns.setdefault(name, np.zeros(len(first)))[mine] = values[rows, others]
        columns |= self.changed(first, second)
        return Pairs(first, second, tuple(columns), np.column_stack(list(columns.values())))

    def changed(self, first: Ints, second: Ints) -> dict[str, Floats]:
        """The terms of some pairs that the articles so far decide: for fits."""
        columns: dict[str, Floats] = {}
        for name, values in (self._changing.arrays() if self._changing is not None else {}).items():
            columns[name] = np.where(self._by_articles, values, 0.0)[first, second]
        together = np.zeros(self._owner.shape)
        together[self._headings] = self._together
        columns[_TOGETHER] = together[first, second]
        return columns

    def singles(self) -> tuple[dict[str, Floats], dict[str, Floats]]:
        """The terms of an article beginning and ending, each with a value for each strip: for fits."""
        begins, over = self._begins.arrays(), self._ends.arrays()
        return {name: values[:, 0] for name, values in begins.items()}, {name: v[:, 0] for name, v in over.items()}


def _across(strips: Sequence[Strip], text: Bools) -> Across:
    """What the nets across cuts say of all strips: of those that are text; 0 for others."""
    some, count = np.nonzero(text)[0], len(strips)
    found = read_across([strips[index].text for index in some.tolist()])
    level, begins, ends = np.zeros((count, count)), np.zeros(count), np.zeros(count)
    level[np.ix_(some, some)], begins[some], ends[some] = found.level, found.begins, found.ends
    return Across(level, begins, ends)

"""What a whole reading of a page says for itself: terms that no link decides.

A reading is right or wrong as a whole: its articles keep words, subjects and style together, take turns on the page
rather than stand inside each other, have heads that their own texts cover. Each term is a named number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from seeds.reading.assembly.about import MOST, About
from seeds.reading.assembly.likeness import SMOOTH, Likeness
from seeds.reading.assembly.page_net import NEVER, Told
from seeds.reading.assembly.sides import Sides
from seeds.reading.assembly.strips import Start, Strip
from seeds.reading.assembly.subjects import Subjects
from seeds.reading.assembly.table import OUT, Array, Bools, Features, Floats, Ints

_DIGIT, _QUOTE, _END, _PAUSE = (re.compile(signs) for signs in ("[0-9０-９]", "[“”]", "[。！？]", "[，、]"))
_STYLE = ("figures", "quotations", "lengths of sentences", "pauses", "的", "了")
_DEEP = 3  # articles that wait at once
_FEW_HEADS = 3
_GRAIN = 2.0**30
# What is added up over articles; sums, not yet terms.
_SUMS = (
    "pairs", "words", "subject", "expected", "rare", "about", "rare heads", *_STYLE,
    "articles", "heads without text", "texts without head", "too many heads", "more than one byline", "ends cut",
    "beginnings cut", "beginnings inside articles", "evenness of lengths", "spread", "texts alone",
    "net links", "net articles",
)  # fmt: skip
_COUNTS = _SUMS[_SUMS.index("articles") : _SUMS.index("net links")]


@dataclass(frozen=True, slots=True)
class _Parts:
    """What articles add, a row each: ``sums`` by ``_SUMS``, and of each heading what their texts have to do with it.

    ``covers`` is how far they cover it, ``about`` how far they are about it, ``leads`` whether it leads them.
    """

    sums: Floats
    covers: Floats
    about: Floats
    leads: Bools

    def of(self, rows: Ints) -> _Parts:
        return _Parts(self.sums[rows], self.covers[rows], self.about[rows], self.leads[rows])

    def and_also(self, others: _Parts) -> _Parts:
        return _Parts(
            np.concatenate([self.sums, others.sums]),
            np.concatenate([self.covers, others.covers]),
            np.concatenate([self.about, others.about]),
            np.concatenate([self.leads, others.leads]),
        )


class WholePage:
    """What is known of a page for judging readings of it; ``terms`` judges one."""

    def __init__(
        self,
        strips: Sequence[Strip],
        sides: Sides,
        likeness: Likeness,
        subjects: Subjects,
        about: About,
        rare: Floats,
        told: Told,
    ) -> None:
        """Prepare to judge readings of ``strips``.

        ``rare`` is how many rare words any two have in common, ``told`` what the net that reads whole pages says.
        """
        self._sides = sides
        self._gains, self._together = np.where(told.gains > OUT, told.gains, NEVER), told.together
        self._root = sqrt(max(len(strips), 1))
        texts, heads = np.nonzero(sides.text)[0], np.nonzero(sides.heading)[0]
        self._place = np.full(len(strips), -1)  # of texts among texts, of headings among headings
        self._place[texts], self._place[heads] = np.arange(len(texts)), np.arange(len(heads))
        roots = np.sqrt(likeness.sizes[texts] + SMOOTH)
        words = likeness.raw[np.ix_(texts, texts)] / (roots[:, None] * roots)
        words = np.round(words * _GRAIN) / _GRAIN
        degrees = words.sum(axis=0)
        self._all_words = float(degrees.sum()) or 1.0
        expected = np.outer(degrees, degrees) / self._all_words
        subject = np.round(subjects.between(texts[:, None], texts[None, :]) * _GRAIN) / _GRAIN
        np.fill_diagonal(subject, 0.0)
        level = about.level[np.ix_(texts, texts)]
        self._pairs = np.stack([words, subject, expected, rare[np.ix_(texts, texts)], level], axis=2)
        self._rare_heads = rare[np.ix_(texts, heads)]
        self._all = self._pairs.sum(axis=(0, 1))
        totals = likeness.totals[heads]
        self._covers = likeness.raw[np.ix_(texts, heads)] / np.where(totals > 0, totals, 1.0)
        self._known = totals > 0
        self._heads_about = about.level[np.ix_(texts, heads)]
        self._length = sides.length[texts].astype(float)
        self._size = float(self._length.sum()) or 1.0
        style = np.array([_style(strips[at].text) for at in texts.tolist()]).reshape(-1, len(_STYLE))
        style -= self._length @ style / self._size
        self._style = style
        self._varies = self._length @ style**2 / self._size + 1e-9
        self._lost_start = np.array([strip.start in (Start.MIDDLE, Start.FOLLOWS) for strip in strips], np.bool_)
        nothing = np.zeros((1, len(heads)))
        self._parts = _Parts(np.zeros((1, len(_SUMS))), nothing, nothing - MOST, nothing > 0)
        self._rows: dict[tuple[int, ...], int] = {}  # where an article stands in them; the first row is no article

    def terms(self, paths: Sequence[Sequence[int]], follows: Ints) -> Features:
        """The terms of the reading with the articles ``paths``; ``follows`` has the same as successors, -1 for none."""
        return {name: float(values[0]) for name, values in self.terms_of_all([paths], follows[None, :]).items()}

    def terms_of_all(self, readings: Sequence[Sequence[Sequence[int]]], follows: Ints) -> dict[str, Array]:
        """The same of several ``readings``, each with a row of ``follows``: each term has a value for each of them."""
        parts = self._parts_of([[tuple(path) for path in paths] for paths in readings])
        sums = dict(zip(_SUMS, parts.sums.sum(axis=1).T, strict=True))
        found = {name: sums[name] for name in _COUNTS}
        found["spread"] = found["spread"] / np.maximum([len(paths) for paths in readings], 1)
        found.update(self._likeness_terms(sums))
        for at, name in enumerate(_STYLE):
            found[f"{name} vary inside articles"] = sums[name] / self._size / float(self._varies[at])
        found.update(self._turns(follows))
        found.update(self._heads(parts))
        found["net links"] = sums["net links"] / self._root
        found["net articles"] = sums["net articles"] / self._root**3
        found["breaks"] = ((follows >= 0) & (follows != np.arange(follows.shape[1]) + 1)).sum(axis=1)
        return found

    def _parts_of(self, readings: Sequence[Sequence[tuple[int, ...]]]) -> _Parts:
        """What the articles of each reading add: arrays of readings by articles, rows of nothing at the ends."""
        rows = self._rows
        new = list(dict.fromkeys(path for paths in readings for path in paths if path not in rows))
        if new:
            first = len(rows) + 1
            rows.update(zip(new, range(first, first + len(new)), strict=True))
            self._parts = self._parts.and_also(self._made(new))
        most = max(map(len, readings), default=0)
        places = [[rows[path] for path in paths] + [0] * (most - len(paths)) for paths in readings]
        return self._parts.of(np.array(places, dtype=np.int64).reshape(len(readings), most))

    def _made(self, paths: Sequence[Sequence[int]]) -> _Parts:
        """What the articles of ``paths`` add, all of them at once; none is empty."""
        sides, every = self._sides, len(paths)
        sizes = np.array([len(path) for path in paths])
        ends = np.cumsum(sizes)
        members = np.array([index for path in paths for index in path])
        owner = np.repeat(np.arange(every), sizes)
        is_text, is_heading = sides.text[members], sides.heading[members]
        texts, at = self._place[members[is_text]], owner[is_text]
        counts = np.bincount(at, minlength=every)
        bodies = np.nonzero(counts)[0]
        begins = (np.cumsum(counts) - counts)[bodies]
        length = self._length[texts]
        size = np.bincount(at, length, minlength=every)
        added = _Added(every, bodies, begins)
        style = self._style[texts]
        mean = added(length[:, None] * style) / np.where(size > 0, size, 1.0)[:, None]
        headed = np.zeros((every, self._covers.shape[1]), dtype=np.bool_)
        headed[owner[is_heading], self._place[members[is_heading]]] = True
        share = size / self._size
        first, last = np.full(every, len(members)), members[ends - 1]
        first[bodies] = np.nonzero(is_text)[0][begins]
        lost = np.zeros(every, dtype=np.bool_)
        lost[bodies] = self._lost_start[members[first[bodies]]]
        leading = is_heading & (np.arange(len(members)) < first[owner])
        leads = np.zeros_like(headed)
        leads[owner[leading], self._place[members[leading]]] = True
        heads, body = headed.sum(axis=1), counts > 0
        sure = np.bincount(at, sides.sure[members[is_text]], minlength=every)
        starts = ends - sizes
        extent = np.maximum.reduceat(members, starts) - np.minimum.reduceat(members, starts) + 1
        sums = np.column_stack([
            counts * (counts - 1) / 2, self._inside(texts, counts, bodies) / (2, 2, 1, 1, 2),
            added((self._rare_heads[texts] * headed[at]).sum(axis=1, keepdims=True)),
            added(length[:, None] * (style - mean[at]) ** 2),
            body, ~body, body & (heads == 0), np.maximum(0, heads - _FEW_HEADS),
            np.bincount(owner, sides.byline[members], minlength=every) > 1, is_text[ends - 1] & sides.cut[last],
            lost, np.maximum(0, sure - 1), -share * np.log(np.maximum(share, 1e-9)),
            np.where(sizes > 1, extent / sizes, 0.0), (counts == 1) & (heads == 0) & (sure == 0),
            self._linked(members, owner, every), self._standing_together(members, sizes, starts),
        ])  # fmt: skip
        about = np.where(body[:, None], added(self._heads_about[texts]) / np.maximum(counts, 1)[:, None], -MOST)
        return _Parts(sums, np.minimum(added(self._covers[texts]), 1.0), about, leads)

    def _linked(self, members: Ints, owner: Ints, every: int) -> Floats:
        """What the links of articles gain by the net."""
        follow = owner[:-1] == owner[1:]
        first, second = members[:-1][follow], members[1:][follow]
        return np.asarray(np.bincount(owner[:-1][follow], self._gains[first, second], minlength=every), np.float64)

    def _standing_together(self, members: Ints, sizes: Ints, starts: Ints) -> Floats:
        """How likely every two strips of an article stand in one article by the net, added up."""
        others = np.repeat(sizes, sizes)  # for each strip, how many its article has
        first = np.repeat(np.arange(len(members)), others)
        second = np.repeat(starts, sizes**2) + np.arange(len(first)) - np.repeat(np.cumsum(others) - others, others)
        pairs = self._together[members[first], members[second]]
        ends = np.cumsum(sizes**2)
        return np.asarray(np.add.reduceat(pairs, ends - sizes**2)) / 2

    def _inside(self, texts: Ints, counts: Ints, bodies: Ints) -> Floats:
        """What every two texts of an article share, added up: a row for each article; ``counts`` texts each."""
        others = np.repeat(counts[bodies], counts[bodies])  # for each text, how many its article has
        before = np.cumsum(others) - others
        first = np.repeat(np.arange(len(texts)), others)
        start = np.repeat(np.cumsum(counts[bodies]) - counts[bodies], counts[bodies])
        second = start[first] + np.arange(len(first)) - before[first]
        squares = counts[bodies] ** 2
        pairs = self._pairs[texts[first], texts[second]]
        return _Added(len(counts), bodies, np.cumsum(squares) - squares)(pairs)

    def _likeness_terms(self, sums: Mapping[str, Floats]) -> Iterator[tuple[str, Floats]]:
        """Words and subjects in common, within articles and across them."""
        count = len(self._length)
        within = sums["pairs"]
        across = count * (count - 1) / 2 - within
        for at, name in ((0, "words"), (1, "subject"), (4, "about")):
            inside, whole = sums[name], float(self._all[at]) / 2
            yield f"{name} within articles", np.where(within > 0, inside / np.maximum(within, 1), 0.0)
            yield f"{name} across articles", np.where(across > 0, (whole - inside) / np.maximum(across, 1), 0.0)
        yield "about held together", sums["about"] / max(count, 1)
        yield "words held together", (2 * sums["words"] - sums["expected"]) / self._all_words
        yield "rare words held together", sums["rare"] / (float(self._all[3]) or 1.0)
        yield "number of rare words held together", np.log1p(sums["rare"] / 2)
        yield "rare words of heads held together", sums["rare heads"] / (float(self._rare_heads.sum()) or 1.0)

    def _turns(self, follows: Ints) -> Iterator[tuple[str, Array]]:
        """How articles take turns: texts that are followed further down, and how these leaps lie to each other."""
        text, every = self._sides.text, np.arange(follows.shape[1])
        followed = text & (follows >= 0) & text[follows]
        yield "texts go back", (followed & (follows < every)).sum(axis=1)
        leaping = followed & (follows > every + 1)
        reading, above = np.nonzero(leaping)
        below = follows[reading, above]
        first = np.nonzero(leaping.any(axis=0))[0]  # where any reading leaps
        leaps, second = leaping[:, first], np.where(leaping, follows, -1)[:, first]
        begins = (first[:, None] < first) & (first < second[:, :, None]) & leaps[:, None, :]
        further = second[:, None, :] > second[:, :, None]
        cross, inside = (begins & further).sum(axis=(1, 2)), (begins & ~further).sum(axis=(1, 2))
        yield "leaps", leaps.sum(axis=1)
        yield "leaps cross", cross
        yield "leaps inside leaps", inside
        yield "share of leaps that cross", cross / (cross + inside + 1)
        yield "length of leaps", np.bincount(reading, np.log(below - above), minlength=len(follows))
        depth = np.zeros((len(follows), len(every) + 1), dtype=np.int64)
        depth[:, 1:] = leaping
        depth[reading, below] -= 1  # nobody is followed by two
        depth = np.cumsum(depth, axis=1)
        yield "most articles waiting", depth.max(axis=1)
        yield "articles waiting", depth.mean(axis=1)
        yield "many articles waiting", (depth >= _DEEP).sum(axis=1)

    def _heads(self, parts: _Parts) -> Iterator[tuple[str, Floats]]:
        """How far heads are covered by their own texts rather than by those of the article that covers them best."""
        best = parts.covers.max(axis=1, initial=0.0, keepdims=True)
        behind = np.where(parts.leads & self._known, parts.covers - best, 0.0)
        yield "heads covered less than they might be", behind.sum(axis=(1, 2))
        yield "head covered least", behind.min(axis=(1, 2), initial=0.0)
        best = parts.about.max(axis=1, initial=-MOST, keepdims=True)
        behind = np.where(parts.leads, parts.about - best, 0.0)
        yield "heads less about their texts than about others", behind.sum(axis=(1, 2))
        yield "head least about its texts", behind.min(axis=(1, 2), initial=0.0)


class _Added:
    """Adds up rows by the article they belong to; those of article ``bodies[i]`` begin at ``begins[i]``."""

    def __init__(self, every: int, bodies: Ints, begins: Ints) -> None:
        self._every, self._bodies, self._begins = every, bodies, begins

    def __call__(self, rows: Floats) -> Floats:
        """A row for each of ``every`` article, of zeros for those that have none."""
        added = np.zeros((self._every, rows.shape[1]))
        if len(self._begins):
            added[self._bodies] = np.add.reduceat(rows, self._begins, axis=0)
        return added


def _style(text: str) -> tuple[float, ...]:
    """The shares of figures, quotation marks, pauses and two common words, and characters to a sentence."""
    size = max(len(text), 1)
    return (
        len(_DIGIT.findall(text)) / size,
        len(_QUOTE.findall(text)) / size,
        size / max(1, len(_END.findall(text))),
        len(_PAUSE.findall(text)) / size,
        text.count("的") / size,
        text.count("了") / size,
    )

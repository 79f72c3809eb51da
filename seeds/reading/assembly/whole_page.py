"""What a whole reading of a page says for itself: terms that no link decides.

A reading is right or wrong as a whole: its articles keep words, subjects and style together, take turns on the page
rather than stand inside each other, have heads that their own texts cover. Each term is a named number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from seeds.reading.assembly.likeness import SMOOTH, Likeness
from seeds.reading.assembly.sides import Sides
from seeds.reading.assembly.strips import Start, Strip
from seeds.reading.assembly.subjects import Subjects
from seeds.reading.assembly.table import Bools, Features, Floats, Ints

_DIGIT, _QUOTE, _END, _PAUSE = (re.compile(signs) for signs in ("[0-9０-９]", "[“”]", "[。！？]", "[，、]"))
_STYLE = ("figures", "quotations", "lengths of sentences", "pauses", "的", "了")
_RARE = 3  # characters of a rare word: names have two or three
_MOST_RARE = 6.0  # rare words in common; more say no more
_BITS = 16  # of a Han character
_DEEP = 3  # articles that wait at once
_FEW_HEADS = 3
_GRAIN = 2.0**30
# What is added up over articles; sums, not yet terms.
_SUMS = (
    "pairs", "words", "subject", "expected", "rare", "rare heads", *_STYLE,
    "articles", "heads without text", "texts without head", "too many heads", "more than one byline", "ends cut",
    "beginnings cut", "beginnings inside articles", "evenness of lengths", "spread", "texts alone",
)  # fmt: skip
_COUNTS = _SUMS[_SUMS.index("articles") :]


@dataclass(frozen=True, slots=True)
class _Part:
    """What one article adds: ``sums`` by ``_SUMS``, how its texts cover each heading, and which headings lead it."""

    sums: Floats
    covers: Floats
    leads: Ints
    body: bool


class WholePage:
    """What is known of a page for judging readings of it; ``terms`` judges one."""

    def __init__(self, strips: Sequence[Strip], sides: Sides, likeness: Likeness, subjects: Subjects) -> None:
        """Prepare to judge readings of ``strips``."""
        self._sides = sides
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
        rare = _rare_words([strip.text if shown else "" for strip, shown in zip(strips, ~sides.furniture, strict=True)])
        self._pairs = np.stack([words, subject, expected, rare[np.ix_(texts, texts)]])
        self._rare_heads = rare[np.ix_(heads, texts)]
        self._all = self._pairs.sum(axis=(1, 2))
        totals = likeness.totals[heads]
        self._covers = likeness.raw[np.ix_(texts, heads)] / np.where(totals > 0, totals, 1.0)
        self._known = totals > 0
        self._length = sides.length[texts].astype(float)
        self._size = float(self._length.sum()) or 1.0
        style = np.array([_style(strips[at].text) for at in texts.tolist()]).reshape(-1, len(_STYLE))
        style -= self._length @ style / self._size
        self._style = style
        self._varies = self._length @ style**2 / self._size + 1e-9
        self._lost_start = np.array([strip.start in (Start.MIDDLE, Start.FOLLOWS) for strip in strips], np.bool_)
        self._parts: dict[tuple[int, ...], _Part] = {}

    def terms(self, paths: Sequence[Sequence[int]], follows: Ints) -> Features:
        """The terms of the reading with the articles ``paths``; ``follows`` has the same as successors, -1 for none."""
        parts = [self._part(tuple(path)) for path in paths]
        sums = dict(zip(_SUMS, np.sum([part.sums for part in parts], axis=0).tolist(), strict=True)) if parts else {}
        found = {name: sums.get(name, 0.0) for name in _COUNTS}
        found["spread"] /= max(len(paths), 1)
        found.update(self._likeness_terms(sums))
        for at, name in enumerate(_STYLE):
            found[f"{name} vary inside articles"] = sums.get(name, 0.0) / self._size / float(self._varies[at])
        found.update(self._turns(follows))
        found.update(self._heads(parts))
        found["breaks"] = float(((follows >= 0) & (follows != np.arange(len(follows)) + 1)).sum())
        return found

    def _part(self, path: tuple[int, ...]) -> _Part:
        if path not in self._parts:
            self._parts[path] = self._made(np.array(path))
        return self._parts[path]

    def _made(self, path: Ints) -> _Part:
        """What the article of ``path`` adds."""
        sides = self._sides
        text, heading = sides.text[path], sides.heading[path]
        members = path[text]
        texts, heads = self._place[members], self._place[path[heading]]
        count, body = len(texts), bool(len(texts))
        inside = self._pairs[:, texts[:, None], texts].sum(axis=(1, 2))
        length, style = self._length[texts], self._style[texts]
        size = float(length.sum())
        mean = length @ style / (size or 1.0)
        varies = length @ (style - mean) ** 2
        share = size / self._size
        first = int(text.argmax()) if body else len(path)
        leads = self._place[path[:first][heading[:first]]]
        sure = int(sides.sure[members].sum())
        sums = np.array([
            count * (count - 1) / 2, inside[0] / 2, inside[1] / 2, inside[2], inside[3],
            self._rare_heads[heads[:, None], texts].sum(), *varies,
            body, not body, body and not len(heads), max(0, len(heads) - _FEW_HEADS),
            int(sides.byline[path].sum()) > 1, text[-1] and sides.cut[path[-1]],
            body and self._lost_start[members[0]], max(0, sure - 1),
            -share * np.log(max(share, 1e-9)),
            (int(path.max()) - int(path.min()) + 1) / len(path) if len(path) > 1 else 0.0,
            count == 1 and not len(heads) and not sure,
        ], dtype=np.float64)  # fmt: skip
        return _Part(sums, np.minimum(self._covers[texts].sum(axis=0), 1.0), leads, body)

    def _likeness_terms(self, sums: Features) -> Iterator[tuple[str, float]]:
        """Words and subjects in common, within articles and across them."""
        count = len(self._length)
        pairs, within = count * (count - 1) / 2, sums.get("pairs", 0.0)
        for at, name in enumerate(("words", "subject")):
            inside, whole = sums.get(name, 0.0), float(self._all[at]) / 2
            yield f"{name} within articles", inside / within if within else 0.0
            yield f"{name} across articles", (whole - inside) / (pairs - within) if pairs > within else 0.0
        yield "words held together", (2 * sums.get("words", 0.0) - sums.get("expected", 0.0)) / self._all_words
        yield "rare words held together", sums.get("rare", 0.0) / (float(self._all[3]) or 1.0)
        yield "number of rare words held together", float(np.log1p(sums.get("rare", 0.0) / 2))
        yield (
            "rare words of heads held together",
            sums.get("rare heads", 0.0) / (float(self._rare_heads.sum()) or 1.0),
        )

    def _turns(self, follows: Ints) -> Iterator[tuple[str, float]]:
        """How articles take turns: texts that are followed further down, and how these leaps lie to each other."""
        text = self._sides.text
        first = np.nonzero(text & (follows >= 0) & text[follows])[0]
        second = follows[first]
        yield "texts go back", float((second < first).sum())
        first, second = first[second > first + 1], second[second > first + 1]
        begins = (first[:, None] < first) & (first < second[:, None])
        cross = int((begins & (second > second[:, None])).sum())
        inside = int((begins & (second < second[:, None])).sum())
        yield "leaps", float(len(first))
        yield "leaps cross", float(cross)
        yield "leaps inside leaps", float(inside)
        yield "share of leaps that cross", cross / (cross + inside + 1)
        yield "length of leaps", float(np.log(second - first).sum())
        size = len(follows) + 1
        depth = np.cumsum(np.bincount(first + 1, minlength=size) - np.bincount(second, minlength=size))
        yield "most articles waiting", float(depth.max())
        yield "articles waiting", float(depth.mean())
        yield "many articles waiting", float((depth >= _DEEP).sum())

    def _heads(self, parts: Sequence[_Part]) -> Iterator[tuple[str, float]]:
        """How far heads are covered by their own texts rather than by those of the article that covers them best."""
        best = np.max([part.covers for part in parts], axis=0, initial=0.0) if parts else np.zeros(0)
        behind = [(part.covers - best)[part.leads[self._known[part.leads]]] for part in parts if len(part.leads)]
        every = np.concatenate([np.zeros(0), *behind])
        yield "heads covered less than they might be", float(every.sum())
        yield "head covered least", float(every.min(initial=0.0))


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


def _rare_words(texts: Sequence[str]) -> Floats:
    """How many runs of three Han characters any two texts have that no other has, 6 at most."""
    joined = "\n".join(texts)
    points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    owner = np.repeat(np.arange(len(texts)), [len(text) + 1 for text in texts])[: len(points)]
    han: Bools = (points >= 0x4E00) & (points <= 0x9FFF)
    count = max(len(points) - _RARE + 1, 0)
    run = han[:count] & han[1 : count + 1] & han[2 : count + 2]
    codes = points[:count] << 2 * _BITS | points[1 : count + 1] << _BITS | points[2 : count + 2]
    held = np.sort(codes[run] * len(texts) + owner[:count][run]) if len(texts) < 1 << 15 else np.zeros(0, np.int64)
    held = held[np.diff(held, prepend=-1) > 0]
    words, holders = held // max(len(texts), 1), held % max(len(texts), 1)
    new = np.nonzero(np.diff(words, prepend=-1, append=-1))[0]
    two = new[:-1][np.diff(new) == 2]
    found = np.zeros((len(texts), len(texts)))
    np.add.at(found, (holders[two], holders[two + 1]), 1.0)
    return np.minimum(found + found.T, _MOST_RARE)

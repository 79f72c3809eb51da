"""How far one text goes on where another ends: two small nets read the characters on either side of a cut.

They also tell how far a text begins, or ends, as articles do.

Each net makes a vector of forty characters: the eight next to the cut one by one, the sixteen next to it and all of
them as weighted means. What was one text has alike vectors. Fitted by ``tests/reading/fit_going_on.py``; without its
file of weights every text goes on as well as any other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import ascii_letters, digits, whitespace

import numpy as np

from seeds.reading.assembly.table import Array, Floats, Ints

WEIGHTS = Path(__file__).resolve().parents[1] / "words" / "going_on.npz"
WINDOW = 40  # characters that are read on either side
NEAR, AROUND = 8, 16  # of these, the next ones one by one, and those in the nearer mean
BLANK, UNKNOWN = 0, 1  # numbers of no character and of one that is not known
_RAW = 60  # characters, white space included, that hold as many as are read
_MOST = 3.0  # a text that goes on better than this is no surer
_GRAIN = 256.0  # parts of one that values are rounded to, so that they are the same on every machine
_SAME: dict[int, str | None] = {
    **dict.fromkeys(map(ord, "“”「」"), '"'),
    **dict.fromkeys(map(ord, digits), "0"),
    **dict.fromkeys(map(ord, ascii_letters), "a"),
    **dict.fromkeys(map(ord, whitespace)),
}
_POINTS = 1 << 16  # characters beyond these are not known


def plain(text: str) -> str:
    """``text`` without white space; digits, Latin letters and quotation marks are each one character."""
    return unicodedata.normalize("NFKC", text).translate(_SAME)


@cache
def _net(path: Path) -> tuple[Mapping[str, Floats], Ints] | None:
    """The weights by name and the numbers of characters; whole numbers are kept with a scale for each row."""
    if not path.exists():
        return None
    with np.load(path) as kept:
        names = {name.removesuffix(".scale") for name in kept.files} - {"characters"}
        net = {name: kept[name] * kept[f"{name}.scale"] for name in names}
        return net, numbers_of(kept["characters"].tolist())


def numbers_of(characters: Sequence[str]) -> Ints:
    """The number of each character by its code point: those in ``characters`` count on from ``UNKNOWN``."""
    numbers = np.full(_POINTS, UNKNOWN)
    for number, character in enumerate(characters, UNKNOWN + 1):
        if ord(character) < _POINTS:
            numbers[ord(character)] = number
    return numbers


def numbered(texts: Sequence[str], numbers: Ints, *, left: bool) -> Ints:
    """A row of ``WINDOW`` numbers for each text: of its last characters when it stands ``left`` of the cut."""
    rows = np.full((len(texts), WINDOW), BLANK)
    for row, text in zip(rows, texts, strict=True):
        said = plain(text[-_RAW:])[-WINDOW:] if left else plain(text[:_RAW])[:WINDOW]
        points = np.frombuffer(said.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        row[slice(WINDOW - len(said), None) if left else slice(len(said))] = numbers[np.minimum(points, _POINTS - 1)]
    return rows


def _vectors(net: Mapping[str, Floats], rows: Ints, side: str) -> tuple[Floats, Floats]:
    """The vectors of texts on one ``side`` of a cut, ``before`` or ``after``, and how far articles end or begin so."""
    letters = net["letters"]
    weight = np.exp(net["weight"][rows, 0]) * (rows != BLANK)
    parts: list[Array] = []
    near, around = (slice(-NEAR, None), slice(-AROUND, None)) if side == "before" else (slice(NEAR), slice(AROUND))
    parts.append(letters[rows[:, near]].reshape(len(rows), -1))
    for some in (slice(None), around):
        mean = np.einsum("rc,rcv->rv", weight[:, some], letters[rows[:, some]])
        parts.append(mean / (weight[:, some].sum(axis=1, keepdims=True) + 0.5))
    hidden = np.maximum(np.concatenate(parts, axis=1) @ net[f"{side}.hidden"].T + net[f"{side}.bias"][0], 0.0)
    edge = hidden @ net[f"{side}.edge"][0] + net[f"{side}.edge bias"][0]
    return np.asarray(hidden @ net[f"{side}.out"].T + net[f"{side}.out bias"][0]), _rounded(edge)


@dataclass(frozen=True, slots=True)
class Across:
    """What the nets say of texts, logarithms of odds.

    ``level`` is how far each text (columns) goes on where each other one (rows) ends, from -3 to 3: how much likelier
    than the others of the page it is to follow, and to be followed so. ``begins`` and ``ends`` are how far the texts
    begin and end as articles do, from -6 to 6. All are 0 where nothing is known.
    """

    level: Floats
    begins: Floats
    ends: Floats


def read_across(texts: Sequence[str]) -> Across:
    """What the nets say of ``texts``."""
    found, count = _net(WEIGHTS), len(texts)
    if found is None or count < 3:
        return Across(np.zeros((count, count)), np.zeros(count), np.zeros(count))
    net, numbers = found
    before, ends = _vectors(net, numbered(texts, numbers, left=True), "before")
    after, begins = _vectors(net, numbered(texts, numbers, left=False), "after")
    scores = before @ after.T
    np.fill_diagonal(scores, -np.inf)
    level = (scores - log_mean(scores, 1) + scores - log_mean(scores, 0)) / 2
    np.fill_diagonal(level, 0.0)
    return Across(_rounded(np.clip(level, -_MOST, _MOST)), begins, ends)


def _rounded(values: Floats) -> Floats:
    return np.asarray(np.round(np.clip(values, -2 * _MOST, 2 * _MOST) * _GRAIN) / _GRAIN)


def log_mean(logs: Floats, axis: int) -> Floats:
    """The logarithm of the mean along ``axis`` of what ``logs`` are logarithms of; -inf is none. The axis is kept."""
    most = logs.max(axis=axis, keepdims=True)
    counts = (logs > -np.inf).sum(axis=axis, keepdims=True)
    return np.asarray(most + np.log(np.exp(logs - most).sum(axis=axis, keepdims=True) / counts))

"""Nets that read a whole page: which strip follows which, and which stand in one article.

Every pair of strips has a vector. It begins with the terms of the link between the two, what each looks like and what
both have in common. Layers then change it by its row and its column, on average and at most (is a better follower at
hand?), by the pair the other way round, and by third strips: two that stand with a third stand together. The last is
the triangle multiplicative update of Jumper et al., Nature 596 (2021). Fitted by ``tests/reading/fit_page_net.py``;
without its file of weights it knows nothing. Of several nets the mean is taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from seeds.reading.assembly.table import OUT, Bools, Floats

WEIGHTS = Path(__file__).resolve().parents[1] / "words" / "page_net.npz"
MOST = 6.0  # what a term or a likeness may be, at most
_FAR = 12.0  # what a link may gain, at most
NEVER = -12.0  # what a link gains that may not be
_LEAST = -9.0  # the most of a row where nothing stands
_GRAIN = 64.0  # parts of one that gains are rounded to
_SMALL = 1e-5

Single = npt.NDArray[np.float32]
Net = Mapping[str, Single]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the net sees of a page of n strips.

    ``terms`` are the sums of the vectors of all terms of links (n, n, size), ``begins`` and ``ends`` of those of an
    article beginning and ending with a strip (n, size). ``alike`` is what pairs have in common (n, n, kinds), ``looks``
    what strips look like (n, facts), ``page`` what the page looks like (facts). ``allowed`` says which pairs may
    be linked, ``kept`` which strips are no furniture.
    """

    terms: Single
    begins: Single
    ends: Single
    alike: Single
    looks: Single
    page: Single
    allowed: Bools
    kept: Bools


@dataclass(frozen=True, slots=True)
class Told:
    """What the net says of a page, logarithms of odds.

    ``gains[i, j]`` is how much likelier strip j follows i than an article ends with i and another begins with j;
    ``OUT`` where it may not. ``together[i, j]`` is how likely both stand in one article.
    """

    gains: Floats
    together: Floats


@cache
def nets_of(path: Path) -> tuple[list[Net], dict[str, int]]:
    """The weights of each net by name, and the row of each term; no net without a file."""
    if not path.exists():
        return [], {}
    with np.load(path) as kept:
        weights = {name: kept[name].astype(np.float32) for name in kept.files if name != "names"}
        nets: list[Net] = [{name: some[at] for name, some in weights.items()} for at in range(len(weights["usual"]))]
        return nets, {name: row for row, name in enumerate(kept["names"].tolist())}


def mean_of(every: Sequence[Told]) -> Told:
    """What several nets say of a page on average."""
    gains, together = (
        np.mean(some, axis=0) for some in zip(*((one.gains, one.together) for one in every), strict=True)
    )
    return Told(_rounded(gains), _rounded(together))


def told_by(net: Net, seen: Seen) -> Told:
    """What ``net`` says of a page."""
    vectors = _first(net, seen)
    layer = 0
    while f"{layer}.out" in net:
        vectors = vectors + _changed(net, f"{layer}.", vectors, seen.kept)
        layer += 1
    vectors = _normed(vectors, net["scale"], net["shift"])
    link, same = (vectors @ net[name] + net[f"{name} bias"] for name in ("link", "same"))
    own = np.einsum("iic->ic", vectors)
    rows, columns = _pooled(vectors, seen.kept, 1), _pooled(vectors, seen.kept, 0)
    over = np.concatenate([rows, own], axis=1) @ net["end"] + net["end bias"]
    start = np.concatenate([columns, own], axis=1) @ net["begin"] + net["begin bias"]
    odds = np.where(seen.allowed, link.astype(np.float64), OUT)
    gains = np.clip(2 * odds - over[:, None] - start, -_FAR, _FAR)
    both = seen.kept[:, None] & seen.kept
    together = np.where(both, np.clip((same + same.T) / 2, -MOST, MOST), 0.0).astype(np.float64)
    np.fill_diagonal(together, 0.0)
    return Told(np.where(seen.allowed, _rounded(gains), OUT), _rounded(together))


def _first(net: Net, seen: Seen) -> Single:
    """The vectors of pairs before any layer."""
    size = len(seen.kept)
    place = np.arange(size, dtype=np.float32)
    away = place[None, :] - place[:, None]
    far = np.log(np.maximum(np.abs(away), 1))
    places = [away == 1, away == -1, far * (away > 1), far * (away < -1), away > 0, away == 0]
    both = np.concatenate([seen.alike, seen.alike.transpose(1, 0, 2)], axis=2)
    first = seen.ends + seen.looks @ net["first"].T
    second = seen.begins + seen.looks @ net["second"].T
    vectors = seen.terms + first[:, None] + second + both @ net["alike"].T
    vectors += np.stack(places, axis=2).astype(np.float32) @ net["place"].T
    vectors += seen.allowed[:, :, None] * net["allowed"] + (net["page"] @ seen.page + net["bias"])
    return np.asarray(vectors, dtype=np.float32)


def _changed(net: Net, layer: str, vectors: Single, kept: Bools) -> Single:
    """What a layer adds to the vectors of pairs."""
    shown = _normed(vectors, net[f"{layer}scale"], net[f"{layer}shift"])
    both = (kept[:, None] & kept)[:, :, None]
    gates = np.tanh(shown @ net[f"{layer}third"].T) * both
    up, down, out, in_ = np.split(gates.transpose(2, 0, 1), 4)
    thirds = np.concatenate([up @ down, out @ in_.transpose(0, 2, 1)]).transpose(1, 2, 0) / np.sqrt(max(kept.sum(), 1))
    pairs = np.concatenate([shown, shown.transpose(1, 0, 2), thirds], axis=2)
    hidden = pairs @ net[f"{layer}pairs"].T + net[f"{layer}bias"]
    hidden += (_pooled(shown, kept, 1) @ net[f"{layer}rows"].T)[:, None]
    hidden += _pooled(shown, kept, 0) @ net[f"{layer}columns"].T
    return np.asarray(np.maximum(hidden, 0) @ net[f"{layer}out"].T + net[f"{layer}out bias"], dtype=np.float32)


def _pooled(vectors: Single, kept: Bools, axis: int) -> Single:
    """The mean and the most of every row (1) or column (0), over strips that are ``kept``."""
    both = (kept[:, None] & kept)[:, :, None]
    mean = (vectors * both).sum(axis=axis) / max(kept.sum(), 1)
    return np.concatenate([mean, np.where(both, vectors, np.float32(_LEAST)).max(axis=axis, initial=_LEAST)], axis=1)


def _normed(vectors: Single, scale: Single, shift: Single) -> Single:
    """Each vector with mean 0 and variance 1, scaled and shifted."""
    centred = vectors - vectors.mean(axis=2, keepdims=True)
    variance = np.einsum("ijc,ijc->ij", centred, centred)[:, :, None] / vectors.shape[2]
    return np.asarray(centred / np.sqrt(variance + _SMALL) * scale + shift, dtype=np.float32)


def _rounded(values: Floats) -> Floats:
    return np.asarray(np.round(values * _GRAIN) / _GRAIN)

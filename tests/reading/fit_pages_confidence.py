"""Fit how sure articles are: ``python -m tests.reading.fit_pages_confidence [SET …] [--net FILE] [--write]``.

Reads annotated pages and fits a logistic regression over what the confidence of an article hangs on (``evidence``) to
whether it is right: exactly the characters of an annotated one, in order, with its headline. ``--net`` names a net of
whole pages that has not seen the sets; what it has seen it is too sure of. Each set is told by a fit to the others in
the table that is printed.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import numpy as np

from seeds.reading import confidence, segmentation
from seeds.reading.assembly import page_net
from seeds.reading.assembly.table import Floats
from tests.reading.nets_measured import UNREAD
from tests.reading.page_sets import SETS, annotated
from tests.reading.scoring import right

_TABLE = Path(confidence.__file__).with_name("words") / "pages_confidence.toml"
_SHRINK = 3.0  # how much evidence a weight of 1 needs
_STEPS = 30
_BOUNDS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True)
class Row:
    """An article as it was read, and whether it is right."""

    group: str
    found: Mapping[str, float]
    right: bool


def rows_of(name: str) -> list[Row]:
    """Every article of the pages of a set."""
    rows = []
    for page in annotated(name):
        kept: list[dict[str, float]] = []

        def keeping(kept: list[dict[str, float]] = kept, **what: float) -> dict[str, float]:
            kept.append(confidence.evidence(**what))  # type: ignore[arg-type]
            return kept[-1]

        with patch.object(segmentation, "evidence", keeping):
            pages = page.read()
        told = [right(pages, at, page.text, page.gold) for at in range(len(pages.articles))]
        rows += [Row(name, found, is_right) for found, is_right in zip(kept, told, strict=True)]
    return rows


def fitted(rows: Sequence[Row]) -> dict[str, float]:
    """The weights of what articles hang on, by Newton's steps, drawn a little to 0."""
    names = sorted({name for row in rows for name in row.found})
    values = np.array([[row.found[name] for name in names] for row in rows])
    wanted = np.array([float(row.right) for row in rows])
    shrink = np.diag([0.0 if name == "always" else _SHRINK for name in names])
    weights: Floats = np.zeros(len(names))
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (wanted - chance) - shrink @ weights
        bend = (values * (chance * (1 - chance))[:, None]).T @ values + shrink
        weights = weights + np.linalg.solve(bend, slope)
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def show(rows: Sequence[Row], chances: Sequence[float]) -> None:
    """Print how many articles lie between two confidences, and the share of them that are right."""
    told = np.array(chances)
    is_right = np.array([row.right for row in rows])
    for low, high in pairwise(_BOUNDS):
        some = (told >= low) & (told < high)
        print(f"{low:.1f}  {some.sum():5d} articles  {is_right[some].mean() if some.any() else 0.0:.3f} right")
    chance = np.clip(told, 1e-3, 1 - 1e-3)
    print(f"log loss {-np.mean(np.log(np.where(is_right, chance, 1 - chance))):.3f}")


def main() -> None:
    """Fit, print the table of sets held out by turns, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    SETS.update(UNREAD)
    parser.add_argument("sets", nargs="*", default=["hands", "later", *UNREAD])
    parser.add_argument("--net", type=Path, help="a net of whole pages that has not seen the sets")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if options.net:
        page_net.WEIGHTS = options.net
    rows = [row for name in options.sets for row in rows_of(name)]
    chances: list[float] = []
    for name in options.sets:
        weights = fitted([row for row in rows if row.group != name])
        with patch.object(confidence, "_weights", return_value=weights):
            chances += [confidence.confidence_of(dict(row.found)) for row in rows if row.group == name]
    show(rows, chances)
    if options.write:
        lines = [
            "# Weights of what an article's confidence hangs on, by tests/reading/fit_pages_confidence.py: fitted to",
            f"# {len(rows)} articles of {', '.join(options.sets)} with a net of whole pages that had not seen them.",
            "[weights]",
            *(f'"{name}" = {weight}' for name, weight in fitted(rows).items()),
        ]
        _TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

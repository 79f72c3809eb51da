"""How well the nets of the assembly tell: ``python -m tests.reading.nets_measured [SET …] [--nets FOLDER]``.

For each set of annotated pages: how often two texts of one article are more alike than two of different ones, how
often a heading is most like a text of its own article, and how often the text that goes on best of all on the page is
the right one, where the text before is cut and where it ends with a sentence. Pages that a net has learnt from tell
nothing of new ones; the nets of strips that are shipped have learnt from no annotated page.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from seeds.reading.assembly import about, going_on
from seeds.reading.assembly.about import About
from seeds.reading.assembly.going_on import read_across
from seeds.reading.assembly.strips import Kind, Strip
from seeds.reading.blocks import cut_strips
from seeds.reading.lines import read_lines
from seeds.reading.markup import blanked, looks_like_html
from tests.reading.page_fitting import paths_of
from tests.reading.page_sets import SETS, annotated

_HERE = Path(__file__).resolve().parent
UNREAD = {name: (_HERE / name, _HERE / name) for name in ("unread", "unread_pages")}
_FIGURES = ("texts", "heads", "open cuts", "full sentences")


class Measured:
    """Hits and tries of each of ``_FIGURES``."""

    def __init__(self) -> None:
        self.hits: Counter[str] = Counter()
        self.tries: Counter[str] = Counter()

    def add_page(self, text: str, name: str, gold: Mapping[str, Any]) -> None:
        """Count what the nets say of one page."""
        strips = cut_strips(read_lines(blanked(text) if looks_like_html(text, name) else text))
        paths = paths_of(strips, gold)
        owner = np.full(len(strips), -1)
        for number, path in enumerate(paths):
            owner[path] = number
        is_text, heading = (np.array([strip.kind is kind for strip in strips]) for kind in (Kind.TEXT, Kind.HEADING))
        level = About([strip.text for strip in strips], is_text, heading).level
        texts = np.nonzero(is_text & (owner >= 0))[0]
        first, second = np.triu_indices(len(texts), 1)
        same = owner[texts[first]] == owner[texts[second]]
        pairs = level[texts[first], texts[second]]
        self._add("texts", (pairs[same][:, None] > pairs[~same]).sum(), same.sum() * (~same).sum())
        for head in np.nonzero(heading & (owner >= 0))[0]:
            own = owner[texts] == owner[head]
            if own.any() and not own.all():
                self._add("heads", level[head, texts[own]].max() > level[head, texts[~own]].max(), 1)
        self._add_cuts(strips, paths)

    def _add_cuts(self, strips: list[Strip], paths: list[list[int]]) -> None:
        some = [strip.index for strip in strips if strip.kind is Kind.TEXT]
        level = read_across([strips[index].text for index in some]).level
        np.fill_diagonal(level, -np.inf)
        place = {index: at for at, index in enumerate(some)}
        for path in paths:
            for one, other in pairwise(index for index in path if index in place):
                kind = "open cuts" if strips[one].end.cut else "full sentences"
                self._add(kind, level[place[one]].argmax() == place[other], 1)

    def _add(self, name: str, hit: float, tried: float) -> None:
        self.hits[name] += int(hit)
        self.tries[name] += int(tried)

    def __str__(self) -> str:
        return "  ".join(f"{name} {self.hits[name] / max(self.tries[name], 1):.3f}" for name in _FIGURES)


def main() -> None:
    """Print a row for each set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    SETS.update(UNREAD)
    parser.add_argument("sets", nargs="*", default=list(SETS), help="sets of annotated pages")
    parser.add_argument("--nets", type=Path, help="a folder with other about.npz and going_on.npz")
    options = parser.parse_args()
    if options.nets:
        about.WEIGHTS, going_on.WEIGHTS = options.nets / about.WEIGHTS.name, options.nets / going_on.WEIGHTS.name
    for name in options.sets:
        measured = Measured()
        for page in annotated(name):
            measured.add_page(page.text, page.name, page.gold)
        print(f"{name:<14} {measured}", flush=True)


if __name__ == "__main__":
    main()

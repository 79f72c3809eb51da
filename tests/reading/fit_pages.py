"""Fit the weights by which whole readings are judged: ``python -m tests.reading.fit_pages --net FILE [--write]``.

It needs pages that the net of whole pages has not seen, or what that net says weighs too much: ``--net`` names a net
that was fitted without the annotated sets of ``--sets``. Pages laid by hand from the stories that all such nets leave
out are added. Written is the mean of the weights that are found and those that are kept. The same weights judge by any
other net.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Sequence
from itertools import islice, pairwise
from pathlib import Path

import numpy as np

from seeds.reading import segmentation
from seeds.reading.assembly import page_net
from seeds.reading.assembly.search import Chain, laid, weights
from seeds.reading.assembly.table import Floats
from seeds.reading.assembly.terms import Link
from seeds.reading.drafts import Context
from seeds.reading.pages import read_pages
from tests.reading.page_fitting import TERMS, FitPage, worth
from tests.reading.page_sets import SETS, annotated
from tests.reading.pages_laid_by_hand import pages_laid_by_hand
from tests.reading.scoring import NAMES, Tally, add_page
from tests.reading.story_pages import HELD
from tests.reading.whole_fitting import Whole, learn_by_searching

_WEIGHTS = Path(segmentation.__file__).with_name("words") / "pages_weights.toml"
_MOST = 90  # strips: larger pages are passed over
_BY_HAND = 0.5  # what a page laid by hand counts
_NET = {"net links": 0.3, "net articles": 1.0}  # kept ones of a net that had none


def tally_of(pages: Sequence[Whole], whole: Floats) -> tuple[Tally, float]:
    """The figures of ``pages`` read with other weights, and what the readings are worth."""
    counted, worths = Tally(), []
    kept = segmentation.best_paths
    for page in pages:
        follows = page.read(whole)
        chains = [_chain(path) for path in laid(page.page.strips, follows)]
        segmentation.best_paths = lambda _, chains=chains: chains  # type: ignore[assignment]
        source = page.page
        add_page(counted, read_pages(source.text, Context(name=source.name)), source.text, source.gold)
        worths.append(worth(source, follows))
    segmentation.best_paths = kept
    return counted, float(np.mean(worths))


def _chain(path: Sequence[int]) -> Chain:
    return Chain(tuple(path), tuple(Link(a, b, 1.0, ()) for a, b in pairwise(path)), 1.0, "")


def show(label: str, figures: tuple[Tally, float]) -> None:
    """Print one row of figures."""
    counted, worth_of = figures
    print(
        f"{label:<12} worth {worth_of:.3f} " + " ".join(f"{name} {counted.figure(name):.3f}" for name in NAMES[1:]),
        flush=True,
    )


def write(whole: Floats, note: str) -> None:
    """Write the weights of whole readings with where they are from; those of links stay."""
    tables = {"links": weights("links"), "whole": TERMS.named(whole)}
    lines = [
        "# Weights of the terms of the assembly, those of whole readings by tests/reading/fit_pages.py.",
        f"# {note}",
    ]
    for table, values in tables.items():
        lines += ["", f"[{table}]"]
        lines += [f'"{name}" = {round(value, 3)}' for name, value in sorted(values.items()) if abs(value) >= 0.0005]
    tomllib.loads("\n".join(lines))
    _WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Fit, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--net", type=Path, required=True, help="a net of whole pages that has not seen the sets")
    parser.add_argument("--sets", nargs="+", default=["hands", "later"], choices=tuple(SETS))
    parser.add_argument("--by-hand", type=int, default=80, help="pages laid by hand, of stories that are held")
    parser.add_argument("--found", type=float, default=0.4, help="the share of the weights found in the mean")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    page_net.WEIGHTS = options.net
    sets = {
        name: [Whole(FitPage(page.name, page.text, page.gold)) for page in annotated(name)] for name in options.sets
    }
    laid_by_hand = (page for page in pages_laid_by_hand() if page.stories.split()[0].endswith(HELD))
    by_hand = [Whole(FitPage(page.name, page.text, page.gold)) for page in islice(laid_by_hand, options.by_hand)]
    kept = TERMS.vector(weights("whole") | _NET)
    drawn = [(page, 1.0) for pages in sets.values() for page in pages] + [(page, _BY_HAND) for page in by_hand]
    drawn = [(page, share) for page, share in drawn if len(page.page.strips) <= _MOST]
    found = learn_by_searching([page for page, _ in drawn], [share for _, share in drawn], kept)
    whole = options.found * found + (1 - options.found) * kept
    for name, pages in sets.items():
        show(name, tally_of(pages, whole))
    if options.write:
        write(whole, f"Fitted to {len(drawn)} pages, of {', '.join(sets)} and laid by hand, that the net had not seen.")


if __name__ == "__main__":
    main()

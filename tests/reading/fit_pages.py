"""Fit the weights of the assembly to annotated pages: ``python -m tests.reading.fit_pages [--folds K] [--write]``.

Pages are those of ``page_sets``, folders of more that ``--more`` names, the same articles laid out anew at random
(``pages_laid_anew``), and with ``--corpus`` articles of a newspaper corpus (words with classes, 词/n, a paragraph a
line) laid out so. Terms without a weight are learnt first, then all are tuned (``page_fitting``).

``--folds`` measures: pages are held out by turns, and no article of a page that is held out is laid out anew. The
weights that a fit begins with have seen all pages that they were fitted to: ``--start`` names older ones.
"""

from __future__ import annotations

import argparse
import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from random import Random

import numpy as np

from seeds.reading import segmentation
from seeds.reading.assembly import about, going_on
from seeds.reading.assembly.search import Chain, laid
from seeds.reading.assembly.strips import Kind
from seeds.reading.assembly.terms import Link
from seeds.reading.bylines import parse_byline
from seeds.reading.drafts import Context
from seeds.reading.pages import read_pages
from tests.reading.page_fitting import TERMS, FitPage, Weights, learn, tune
from tests.reading.page_sets import SETS, Annotated, annotated
from tests.reading.pages_laid_anew import Story, lay, stories_of
from tests.reading.scoring import NAMES, Tally, add_page
from tests.reading.whole_fitting import Whole, learn_by_searching

_WEIGHTS = Path(segmentation.__file__).with_name("words") / "pages_weights.toml"
_MOST = 75  # strips: larger pages laid anew are passed over
_TABLES = ("first", "again")  # "whole" is fitted to what searches by these and _OTHERS find
_OTHERS = ("otherwise_first", "otherwise_again")  # kept as they are: they lay a page without what strips are about
_MARGINS = (1.0, 3.0)  # what is learnt is the mean of a fit with each
_ANEW = 0.5  # what a page laid anew counts
_MOVED = (0.15, 0.25)  # how far weights are moved for readings as pages get them that no weight has seen


def tally_of(pages: Sequence[FitPage], by: Weights) -> tuple[Tally, float]:
    """The figures of ``pages`` read with other weights, and the share of strips with the right successor."""
    counted, right, strips = Tally(), 0, 0
    kept = segmentation.best_paths
    for page in pages:
        follows = Whole(page).read(by)
        chains = [_chain(path) for path in laid(page.strips, follows)]
        segmentation.best_paths = lambda _, chains=chains: chains  # type: ignore[assignment]
        add_page(counted, read_pages(page.text, Context(name=page.name)), page.text, page.gold)
        wanted = np.full(len(page.strips), -1)
        wanted[page.first[page.right]] = page.second[page.right]
        counts = [strip.kind is not Kind.FURNITURE for strip in page.strips]
        right, strips = right + int((wanted == follows)[counts].sum()), strips + sum(counts)
    segmentation.best_paths = kept
    return counted, right / (strips or 1)


def _chain(path: Sequence[int]) -> Chain:
    return Chain(tuple(path), tuple(Link(a, b, 1.0, ()) for a, b in pairwise(path)), 1.0, "")


def laid_anew(stories: Sequence[Sequence[Story]], count: int, seed: int) -> Iterator[FitPage]:
    """Pages of stories drawn from one or two of the groups in ``stories`` (a page each, or what is alike)."""
    random = Random(seed)
    made = 0
    while made < count:
        pool = [
            story for group in random.sample(range(len(stories)), random.choice((1, 1, 2))) for story in stories[group]
        ]
        some = random.sample(pool, min(len(pool), random.choice((5, 6, 7, 8))))
        if len(some) > 2:
            text, gold = lay(some, f"anew{made}", random)
            page = FitPage(f"anew{made}", text, gold)
            if len(page.strips) <= _MOST:
                made += 1
                yield page


_SENTENCE_END = re.compile(r"[。！？；：…][”’）』]*$")
_LEDE = re.compile(r"^本报.{0,16}?(?:报道|讯)[：:]?")


def corpus_stories(path: Path) -> list[list[Story]]:
    """The articles of a corpus that prints a paragraph a line as words with classes, in groups of its order."""
    stories: list[Story] = []
    for line in path.read_text("utf-8").splitlines():
        text = _plain(line)
        if not text:
            continue
        if not _SENTENCE_END.search(text) and len(text) <= 60:
            if not stories or stories[-1].paragraphs:
                stories.append(Story())
            if parse_byline(re.sub("(记者|通讯员)", r"\1 ", text)):
                stories[-1].byline = text
            elif len(text) <= 40:
                stories[-1].heads.append(text)
        elif stories:
            stories[-1].add(text if stories[-1].paragraphs else _LEDE.sub("本报讯 ", text))
    good = [one for one in stories if 0 < len(one.heads) <= 3 and len(one.paragraphs) <= 12 and one.length >= 100]
    return [good[at : at + 8] for at in range(0, len(good), 8)]


def _plain(line: str) -> str:
    words = [word.rsplit("/", 1)[0] for word in re.sub(r"[\[\]]", "", line).split() if "/" in word]
    digits = {code + 0xFEE0: code for code in (*range(0x30, 0x3A), 0x2E, 0x25)}
    return "".join(words).translate(digits)


def load(more: Sequence[Path]) -> dict[str, list[FitPage]]:
    """The annotated pages by set."""
    sets = {name: [_page(page) for page in annotated(name)] for name in SETS}
    for folder in more:
        golds = (json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json")))
        texts = (
            (gold, (folder / gold["document"]).read_bytes().decode("utf-8")) for gold in golds if "articles" in gold
        )
        sets[folder.name] = [FitPage(gold["document"], text, gold) for gold, text in texts]
    return sets


def _page(page: Annotated) -> FitPage:
    return FitPage(page.name, page.text, page.gold)


def show(label: str, figures: tuple[Tally, float]) -> None:
    """Print one row of figures."""
    counted, links = figures
    print(
        f"{label:<22} links {links:.3f} " + " ".join(f"{name} {counted.figure(name):.3f}" for name in NAMES[1:]),
        flush=True,
    )


def write(by: Weights, note: str) -> None:
    """Write the weights with where they are from."""
    lines = ["# Weights of the terms of the assembly, by tests/reading/fit_pages.py.", f"# {note}"]
    for table, values, digits in zip((*_TABLES, "whole", *_OTHERS), by, (2, 2, 3, 2, 2), strict=True):
        lines += ["", f"[{table}]"]
        lines += [
            f'"{name}" = {round(float(values[at]), digits)}'
            for name, at in sorted(TERMS.of.items())
            if abs(values[at]) >= 0.5 * 10**-digits
        ]
    _WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def fit(
    pages: Sequence[FitPage], corpus: Sequence[FitPage], start: Path, *, anew: int, trials: int, bags: int
) -> Weights:
    """The weights in ``start`` fitted to ``pages``, their articles laid out anew, and such pages of a ``corpus``."""
    first = tomllib.loads(start.read_text("utf-8"))
    by = [TERMS.vector(first[table]) for table in _TABLES]
    groups = [some for page in pages if (some := list(stories_of(page.strips, page.paths)))]
    own = list(laid_anew(groups, anew, 2))
    new = [name for name, at in TERMS.of.items() if not any(table[at] for table in by)]
    if new:
        shares = [1.0] * len(pages) + [_ANEW] * (len(corpus) + len(own))
        learnt = [learn([*pages, *corpus, *own], shares, by, new, margin=margin) for margin in _MARGINS]
        by = [np.mean(tables, axis=0) for tables in zip(*learnt, strict=True)]
    some = [*corpus[: anew // 5], *own[: anew // 5]]
    shares = [1.0] * len(pages) + [_ANEW / 2] * len(some)
    by = tune([*pages, *some], shares, by, trials=trials, bags=bags)
    others = [TERMS.vector(first[table]) for table in _OTHERS]
    random = np.random.default_rng(5)
    drawn = [(Whole(page), moved, 1.0) for page in pages for moved in _MOVED]
    drawn += [(Whole(page), _MOVED[0], _ANEW) for page in own]
    readings = [page.drawn(by, random, moved, share) for page, moved, share in drawn]
    return [*by, learn_by_searching([page for page, _, _ in drawn], readings, [*by, *others]), *others]


def main() -> None:
    """Fit, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--more", type=Path, action="append", default=[], help="a folder of more annotated pages")
    parser.add_argument("--corpus", type=Path, help="a newspaper corpus with a paragraph a line as 词/n")
    parser.add_argument("--anew", type=int, default=100, help="pages laid out anew, of either kind")
    parser.add_argument("--folds", type=int, default=0, help="hold pages out by turns and print the figures")
    parser.add_argument("--trials", type=int, default=1000)
    parser.add_argument("--bags", type=int, default=4)
    parser.add_argument("--start", type=Path, default=_WEIGHTS, help="the weights to begin with")
    parser.add_argument(
        "--nets", type=Path, help="a folder with about.npz and going_on.npz that have not seen the pages"
    )
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if options.nets:
        about.WEIGHTS, going_on.WEIGHTS = options.nets / about.WEIGHTS.name, options.nets / going_on.WEIGHTS.name
    sets = load(options.more)
    corpus = list(laid_anew(corpus_stories(options.corpus), options.anew, 1)) if options.corpus else []

    def fitted(pages: Sequence[FitPage]) -> Weights:
        return fit(pages, corpus, options.start, anew=options.anew, trials=options.trials, bags=options.bags)

    held = [[page for pages in sets.values() for page in pages[fold :: options.folds]] for fold in range(options.folds)]
    for fold, pages in enumerate(held):
        out = {page.name for page in pages}
        by = fitted([page for some in sets.values() for page in some if page.name not in out])
        for name, some in sets.items():
            show(f"fold {fold} {name}", tally_of([page for page in some if page.name in out], by))
    if options.write:
        by = fitted([page for pages in sets.values() for page in pages])
        for name, pages in sets.items():
            show(name, tally_of(pages, by))
        write(
            by, f"Fitted to {sum(map(len, sets.values()))} annotated pages: {', '.join(sets)}; and to pages laid anew."
        )


if __name__ == "__main__":
    main()

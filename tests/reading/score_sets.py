"""Print the reader's figures over the sets of annotated pages: ``python -m tests.reading.score_sets [SET …]``.

Every set but unread is developed on: dev and held are the practice pages, more and blind the fresh ones, hands, kept
and later a hundred and fourteen pages by eleven other hands, latest thirty-two by four more of which only the articles
are annotated. unread, ten pages by yet another, and unread_pages, fifteen by three more, tell what to expect of new
pages: look at their figures only.

``--gold-pages`` hands the gold segmentation to the facts stage, so that work on facts does not wait for pages.
Needs the folder of annotated sets beside the checkout (UNIONARCHIVE_GOLD names it otherwise).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from seeds.reading.contract import to_record
from seeds.reading.drafts import Context, Reading
from seeds.reading.facts.reading import read_facts
from seeds.reading.reader import read
from tests.reading.gold_pages import pages_from_gold

ROOT = Path(os.environ.get("UNIONARCHIVE_GOLD", Path(__file__).resolve().parents[3] / "shared"))
FRESH = Path(__file__).parent / "fresh"
HANDS = Path(__file__).parent / "hands"
KEPT = Path(__file__).parent / "kept"
LATER = Path(__file__).parent / "later"
LATEST = Path(__file__).parent / "latest"
UNREAD = Path(__file__).parent / "unread"
UNREAD_PAGES = Path(__file__).parent / "unread_pages"
SETS = {
    "seeds": ("seeds", "gold", ""),
    "documents": ("documents", "gold-documents", ""),
    "practice": ("practice", "gold-practice", ""),
    "dev": ("practice", "gold-practice", "01 02 03 04"),
    "held": ("practice", "gold-practice", "05 06"),
    "more": (FRESH, FRESH, "01 02 03 04 05 06 07 08"),
    "hands": (HANDS, HANDS, ""),
    "kept": (KEPT, KEPT, ""),
    "later": (LATER, LATER, ""),
    "latest": (LATEST, LATEST, ""),
    "unread": (UNREAD, UNREAD, ""),
    "unread_pages": (UNREAD_PAGES, UNREAD_PAGES, ""),
    "blind": (FRESH, FRESH, "09 10 11 12"),
}


def gold_files(name: str) -> Iterator[tuple[Path, Path]]:
    """Pairs of (source, gold) of the set."""
    sources, gold, endings = SETS[name]
    for path in sorted((ROOT / gold).glob("*.json")):
        if not endings or path.stem[-2:] in endings.split():
            yield ROOT / sources / json.loads(path.read_text(encoding="utf-8"))["document"], path


def reading_of(source: Path, gold: Path, *, from_gold: bool) -> Reading:
    """The reading of one page, with the gold's own segmentation when ``from_gold``."""
    text = source.read_bytes().decode("utf-8")
    context = Context(name=source.name)
    if not from_gold:
        return read(text, context)
    pages = pages_from_gold(text, json.loads(gold.read_text(encoding="utf-8")))
    return Reading(context, pages, read_facts(pages, context))


def main() -> None:
    """Read the sets and print score.py's rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=["seeds", "documents", "dev", "more", "held", "blind"])
    parser.add_argument("--gold-pages", action="store_true")
    parser.add_argument("--rows", action="store_true", help="a row for each document")
    options = parser.parse_args()
    for name in options.sets:
        sources, gold, _ = SETS[name]
        pairs = list(gold_files(name))
        records = [to_record(reading_of(*pair, from_gold=options.gold_pages)) for pair in pairs]
        lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
        report = json.loads(
            subprocess.run(
                [sys.executable, ROOT / "eval/score.py", "--json", "--sources", ROOT / sources, "--gold", ROOT / gold],
                input=lines,
                capture_output=True,
                text=True,
                check=True,
            ).stdout
        )
        _show(name, report, {pair[0].name for pair in pairs}, rows=options.rows)


def _show(name: str, report: dict[str, dict[str, float | None]], wanted: set[str], *, rows: bool) -> None:
    # Means over the wanted documents: score.py's own total would count the documents of the other half as empty.
    chosen = {document: figures for document, figures in report.items() if document in wanted}
    figures = list(next(iter(chosen.values())))
    print(f"{name:<12}" + "".join(f"{figure[:11]:>12}" for figure in figures))
    if rows:
        for document, values in chosen.items():
            print(f"{document[:11]:<12}" + "".join(_cell(values[figure]) for figure in figures))
    whole = report["ALL"] if len(chosen) == len(report) - 1 else None
    means = {}
    for figure in figures:
        known = [values[figure] for values in chosen.values() if values[figure] is not None]
        means[figure] = whole[figure] if whole else (sum(known) / len(known) if known else None)
    print(f"{'ALL' if whole else 'mean':<12}" + "".join(_cell(means[figure]) for figure in figures))


def _cell(value: float | None) -> str:
    return f"{'-' if value is None else format(value, '.3f'):>12}"


if __name__ == "__main__":
    main()

"""Hold the search index against the rows, or make it anew."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from itertools import islice
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from unionarchive.search import rebuilding

_MOST_SHOWN = 20


class Command(BaseCommand):
    help = (
        "Compare the search index with the rows (--verify, the default; ends with an error when they differ) or make "
        "it anew (--rebuild). Searching and editing go on meanwhile; an interrupted rebuild goes on where it stopped."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--verify", action="store_true", help="Compare every row with its entry (default).")
        what.add_argument("--rebuild", action="store_true", help="Make the index anew from the rows.")

    def handle(self, *args: Any, **options: Any) -> None:
        quiet = options["verbosity"] < 1
        with tqdm(total=rebuilding.total(), unit=" rows", disable=quiet, leave=False, file=self.stderr) as bar:
            if options["rebuild"]:
                filled = rebuilding.rebuild(bar.update)
                self._say(f"The index was made anew from {filled} rows.", quiet=quiet)
                return
            differences = list(rebuilding.verify(bar.update))
        for difference in islice(differences, _MOST_SHOWN):
            self.stdout.write(f"{difference.kind} {difference.ref}: {difference.code}")
        if differences:
            counts = ", ".join(
                f"{count} {code}" for code, count in sorted(Counter(d.code for d in differences).items())
            )
            raise CommandError(f"The index differs from the rows: {counts}. `search_index --rebuild` makes it anew.")
        self._say("The index has every row as it is.", quiet=quiet)

    def _say(self, sentence: str, *, quiet: bool) -> None:
        if not quiet:
            self.stdout.write(sentence)

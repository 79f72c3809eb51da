"""Bring the search index in step with the rows, compare the two, or make it anew."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from itertools import islice
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from unionarchive.search import rebuilding

_MOST_SHOWN = 20
_IN_STEP = "The index has every row as it is."


class Command(BaseCommand):
    help = (
        "Bring the search index in step with the rows. --verify only compares, and ends with an error when they "
        "differ; --rebuild makes the index anew. Searching and editing go on meanwhile; an interrupted rebuild goes "
        "on where it stopped."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--verify", action="store_true", help="Compare every row with its entry and change nothing.")
        what.add_argument("--rebuild", action="store_true", help="Make the index anew from the rows.")

    def handle(self, *args: Any, **options: Any) -> None:
        quiet = options["verbosity"] < 1
        with tqdm(total=rebuilding.total(), unit=" rows", disable=quiet, leave=False, file=self.stderr) as bar:
            if options["rebuild"]:
                filled = rebuilding.rebuild(bar.update)
                self._say(f"The index was made anew from {filled} rows.", quiet=quiet)
                return
            differences = list(rebuilding.verify(bar.update))
        if options["verify"]:
            self._report(differences, quiet=quiet)
        else:
            rebuilding.repair(differences)
            done = f"{len(differences)} entries were brought in step." if differences else _IN_STEP
            self._say(done, quiet=quiet)

    def _report(self, differences: list[rebuilding.Difference], *, quiet: bool) -> None:
        for difference in islice(differences, _MOST_SHOWN):
            self.stdout.write(f"{difference.kind} {difference.ref}: {difference.code}")
        if differences:
            codes = Counter(difference.code for difference in differences)
            counts = ", ".join(f"{count} {code}" for code, count in sorted(codes.items()))
            raise CommandError(f"The index differs from the rows: {counts}. `search_index` brings it in step.")
        self._say(_IN_STEP, quiet=quiet)

    def _say(self, sentence: str, *, quiet: bool) -> None:
        if not quiet:
            self.stdout.write(sentence)

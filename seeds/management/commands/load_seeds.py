"""Documents from files into the archive."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction
from tqdm import tqdm

from articles.choices import Publishing
from organisations.gazetteer import load_divisions
from seeds.importing import Overrides, Source, find_sources
from seeds.manifests import FileProblem, parse_date
from seeds.models import Document
from seeds.processing import Options, process
from seeds.tally import Tally
from seeds.workers import available_cpus
from unionarchive.common.partial_dates import PartialDate

BUNDLED = Path(__file__).resolve().parents[2] / "documents"
_WORTH_WORKERS = 20  # documents from which on the start of worker processes pays


@dataclass(slots=True)
class _Summary:
    """What was done so far."""

    total: Tally = field(default_factory=Tally)
    failed: int = 0
    notices: list[FileProblem] = field(default_factory=list)
    is_stopped: bool = False


class Command(BaseCommand):
    """Loading twice is loading once; --reread changes what is still proposed and nothing that an editor touched."""

    help = (
        "Load documents (.txt, .md, .html in UTF-8, UTF-16 or GB18030) into the archive, with the manifest.csv "
        "beside them where there is one. Without PATH: the bundled documents; with --reread all stored ones too."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files and folders")
        parser.add_argument("--publication", metavar="NAME", help="where all of them were printed")
        parser.add_argument("--date", type=_date, metavar="YYYY[-MM[-DD]]", help="the day all of them were printed")
        parser.add_argument("--place", metavar="NAME", help="the place that 我省 and 我市 refer to, as a full name")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
        parser.add_argument("--reread", action="store_true", help="read again what the archive has already")
        parser.add_argument("--jobs", type=_jobs, metavar="N", help="processes that read (default: as many as help)")
        publishing = parser.add_mutually_exclusive_group()
        publishing.add_argument(
            "--publish",
            dest="publishing",
            action="store_const",
            const=Publishing.PUBLISHED,
            default=Publishing.PUBLISHED,
            help="new articles are published (default)",
        )
        publishing.add_argument(
            "--draft",
            dest="publishing",
            action="store_const",
            const=Publishing.DRAFT,
            help="new articles are drafts, which only editors see",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        overrides = Overrides(options["publication"], options["date"], options["place"])
        self._refuse_without_tables()
        sources, problems = find_sources(options["paths"] or [BUNDLED], overrides=overrides)
        for problem in problems:
            self.stderr.write(str(problem))
        jobs = options["jobs"] or (available_cpus() if len(sources) >= _WORTH_WORKERS else 1)
        how = Options(options["publishing"], reread=options["reread"], jobs=jobs, overrides=overrides)
        summary = _Summary()
        # A dry run does everything, so that it knows what would come of it, and takes it back.
        with transaction.atomic() if options["dry_run"] else nullcontext():
            with _ctrl_c_stops(summary):
                self._load(sources, how, summary, everything=options["reread"] and not options["paths"])
            if options["dry_run"]:
                transaction.set_rollback(True)
        self._report(summary, is_dry_run=options["dry_run"])
        if summary.is_stopped:
            sys.exit(128 + signal.SIGINT)
        if summary.failed or problems:
            raise CommandError(
                f"{summary.failed} of {len(sources)} documents failed; "
                f"{len(problems)} problems with paths and manifests."
            )

    def _refuse_without_tables(self) -> None:
        if Document._meta.db_table not in connection.introspection.table_names():
            raise CommandError("found a database without the archive's tables; expected one after `manage.py migrate`")

    def _load(self, sources: list[Source], how: Options, summary: _Summary, *, everything: bool) -> None:
        """The documents are stored; ``summary`` grows with each, so that it is true whenever this is stopped."""
        counts = load_divisions()
        if counts.created or counts.updated:
            self.stdout.write(f"Divisions: {counts.created:,} created, {counts.updated:,} updated")
        expected = max(len(sources), Document.objects.count()) if everything else len(sources)
        with tqdm(total=expected, unit="document", disable=None, file=sys.stderr) as bar:
            for answer in process(sources, how, everything=everything):
                bar.update()
                summary.total.add(answer.tally)
                summary.notices += answer.notices
                if answer.failure:
                    summary.failed += 1
                    bar.clear()
                    self.stderr.write(str(answer.failure))
                if summary.is_stopped:
                    break

    def _report(self, summary: _Summary, *, is_dry_run: bool) -> None:
        for line in summary.total.table():
            self.stdout.write(line)
        if summary.notices:
            self.stdout.write(f"To look at ({len(summary.notices)}):")
        for notice in summary.notices:
            self.stdout.write(f"  {notice}")
        if is_dry_run:
            self.stdout.write("Dry run: nothing was stored.")
        elif summary.is_stopped:
            self.stderr.write("Stopped: the documents above are stored whole, of the others nothing.")


@contextmanager
def _ctrl_c_stops(summary: _Summary) -> Iterator[None]:
    """Inside, Ctrl-C lets the document at hand be finished and marks the summary; a second one stops at once.

    An exception in the middle would not always come through: SQLite makes an error of its own of one that is raised
    while it evaluates a constraint.
    """

    def stop(_signal: int, _frame: FrameType | None) -> None:
        summary.is_stopped = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    except KeyboardInterrupt:
        summary.is_stopped = True
    finally:
        signal.signal(signal.SIGINT, before)


def _date(text: str) -> PartialDate:
    try:
        return parse_date(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _jobs(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"found {text!r}; expected a number of processes from 1 up")
    return int(text)

"""Documents from files into the archive."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path
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
        everything = options["reread"] and not options["paths"]
        if options["dry_run"]:
            with transaction.atomic():
                failed = self._load(sources, how, everything=everything, quiet=options["verbosity"] == 0)
                transaction.set_rollback(True)
            self.stdout.write("Dry run: nothing was stored.")
        else:
            failed = self._load(sources, how, everything=everything, quiet=options["verbosity"] == 0)
        if failed or problems:
            raise CommandError(
                f"{failed} of {len(sources)} documents failed, {len(problems)} problems with paths and manifests."
            )

    def _refuse_without_tables(self) -> None:
        if Document._meta.db_table not in connection.introspection.table_names():
            raise CommandError("found a database without the archive's tables; expected one after `manage.py migrate`")

    def _load(self, sources: list[Source], how: Options, *, everything: bool, quiet: bool) -> int:
        """The documents are stored and the summary printed; the number that failed is the answer."""
        counts = load_divisions()
        if counts.created or counts.updated:
            self.stdout.write(f"Divisions: {counts.created:,} created, {counts.updated:,} updated")
        total, failed, notices = Tally(), 0, list[FileProblem]()
        expected = max(len(sources), Document.objects.count()) if everything else len(sources)
        bar = tqdm(total=expected, unit="document", disable=True if quiet else None, file=sys.stderr)
        try:
            for answer in process(sources, how, everything=everything):
                bar.update()
                total.add(answer.tally)
                notices += answer.notices
                if answer.failure:
                    failed += 1
                    tqdm.write(str(answer.failure), file=self.stderr)
        except KeyboardInterrupt:
            bar.close()
            self._report(total, notices)
            self.stderr.write("Stopped: the documents above are stored whole, of the others nothing.")
            sys.exit(128 + signal.SIGINT)
        bar.close()
        self._report(total, notices)
        return failed

    def _report(self, total: Tally, notices: list[FileProblem]) -> None:
        for line in total.table():
            self.stdout.write(line)
        if notices:
            self.stdout.write(f"To look at ({len(notices)}):")
        for notice in notices:
            self.stdout.write(f"  {notice}")


def _date(text: str) -> PartialDate:
    try:
        return parse_date(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _jobs(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"found {text!r}; expected a number of processes from 1 up")
    return int(text)

"""What the reader finds in files, without a database."""

from __future__ import annotations

import io
import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from seeds.importing import Original, Source, UnreadableError, find_sources, read_original
from seeds.manifests import FileProblem
from seeds.reading.contract import to_record
from seeds.reading.explaining import explain
from seeds.workers import Outcome, read_all


class Command(BaseCommand):
    """One JSON object a line for each document; one document in memory at a time."""

    help = "Print what the reader finds in FILEs as JSON Lines, one document a line, without touching the database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="FILE", help="files and folders")
        parser.add_argument("--explain", action="store_true", help="tell a person what was read and why, instead")
        parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes that read (default 1)")

    def handle(self, *args: Any, **options: Any) -> None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")  # the contract's encoding, whatever the terminal's is
        sources, problems = find_sources(options["paths"])
        self._failed = 0
        for problem in problems:
            self._fail(problem)
        try:
            for outcome in read_all(self._originals(sources), jobs=max(options["jobs"], 1)):
                self._print(outcome, is_explained=options["explain"])
        except BrokenPipeError:  # `| head` has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(128 + signal.SIGPIPE)
        except KeyboardInterrupt:
            sys.exit(128 + signal.SIGINT)
        if self._failed:
            raise CommandError(f"{self._failed} problems; see the lines above.")

    def _print(self, outcome: Outcome, *, is_explained: bool) -> None:
        if outcome.reading is None:
            self._fail(outcome.failure)
        elif is_explained:
            self.stdout.write(f"# {outcome.original.name}")
            self.stdout.write(explain(outcome.original.text, outcome.reading.pages))
        else:
            self.stdout.write(json.dumps(to_record(outcome.reading), ensure_ascii=False))

    def _originals(self, sources: list[Source]) -> Iterator[Original]:
        for source in sources:
            try:
                yield read_original(source, max_bytes=settings.DOCUMENT_MAX_BYTES)
            except UnreadableError as error:
                self._fail(error.file_problem)

    def _fail(self, problem: FileProblem | None) -> None:
        self._failed += 1
        self.stderr.write(str(problem))

"""Bring an installation up to date: everything between a clone and a site that can be served."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from time import perf_counter
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand

STEPS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("Database tables", "migrate", {"verbosity": 0, "interactive": False}),
    ("Bundled documents", "load_seeds", {}),
    ("Search index", "search_index", {}),
    ("Editor account", "ensure_editor", {}),
)
# The documentation page of the API uses Swagger UI only.
_NOT_COLLECTED = ["redoc"]


class Command(BaseCommand):
    """Runs each step in order, says what it does and how long it took; a second run finds nothing to do."""

    help = "Migrate, load the bundled documents, build the search index, make an editor, collect static files."

    def handle(self, *args: Any, **options: Any) -> None:
        settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
        for number, (title, command, arguments) in enumerate(STEPS, start=1):
            with _Step(self, f"{number}/{len(STEPS) + 1} {title}"):
                call_command(command, stdout=self.stdout, stderr=self.stderr, **arguments)
        with _Step(self, f"{len(STEPS) + 1}/{len(STEPS) + 1} Static files"):
            self.collect_static()

    def collect_static(self) -> None:
        """The static files stand hashed and compressed in STATIC_ROOT; nothing is done when none has changed."""
        mark, found = settings.STATIC_ROOT / ".collected", fingerprint()
        if mark.exists() and mark.read_text(encoding="ascii") == found:
            return
        call_command(
            "collectstatic", verbosity=0, interactive=False, ignore_patterns=_NOT_COLLECTED, stdout=self.stdout
        )
        mark.write_text(found, encoding="ascii")


class _Step:
    """A heading before the work and its duration after it."""

    def __init__(self, command: BaseCommand, title: str) -> None:
        self.command, self.title = command, title

    def __enter__(self) -> None:
        self.command.stdout.write(self.command.style.MIGRATE_HEADING(f"==> {self.title}"))
        self.started = perf_counter()

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        if error is None:
            self.command.stdout.write(f"    done in {perf_counter() - self.started:.1f} s")


def fingerprint() -> str:
    """A hash of the names, sizes and times of all static files: another one when any of them has changed."""
    return hashlib.sha256("\n".join(sorted(_files())).encode()).hexdigest()


def _files() -> Iterator[str]:
    for finder in get_finders():
        for path, storage in finder.list([]):
            yield f"{path} {storage.size(path)} {storage.get_modified_time(path).timestamp()}"

"""Bring an installation up to date: everything between a clone and a site that can be served."""

from __future__ import annotations

from time import perf_counter
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

STEPS = (
    ("Database tables", "migrate", {"verbosity": 0, "interactive": False}),
    ("Bundled documents", "load_seeds", {}),
    ("Search index", "search_index", {}),
    ("Editor account", "ensure_editor", {}),
    ("Static files", "collectstatic", {"verbosity": 0, "interactive": False}),
)


class Command(BaseCommand):
    """Runs each step in order, says what it does and how long it took; a second run finds nothing to do."""

    help = "Migrate, load the bundled documents, build the search index, make an editor, collect static files."

    def handle(self, *args: Any, **options: Any) -> None:
        settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
        for number, (title, command, arguments) in enumerate(STEPS, start=1):
            self.stdout.write(self.style.MIGRATE_HEADING(f"==> {number}/{len(STEPS)} {title}"))
            started = perf_counter()
            call_command(command, stdout=self.stdout, stderr=self.stderr, **arguments)
            self.stdout.write(f"    done in {perf_counter() - started:.1f} s")

"""What share of loading documents is keeping the search index in step?

``python -m benchmarks.indexing [--size N] [--json]``: CPU time of reading, storing and indexing N bytes of made pages,
each page in its transaction as ``load_seeds`` has it, in a SQLite database that is gone afterwards. The share is
indexing over the whole of loading. Starting up, and so the first page, is left aside.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import django
from django.core.management import call_command

from benchmarks.measuring import number_of
from benchmarks.pages import pages


@dataclass(frozen=True, slots=True)
class Shares:
    """Seconds of CPU for ``documents``; ``share`` is ``indexing`` over the sum of all three."""

    documents: int
    reading: float
    storing: float
    indexing: float

    @property
    def share(self) -> float:
        return self.indexing / (self.reading + self.storing + self.indexing)


def measure(texts: Iterable[str]) -> Shares:
    """The pages loaded into the database that Django is set up with; its tables must be there."""
    # Django's models cannot be imported before it is set up.
    from django.db import connection  # noqa: PLC0415

    from seeds.importing import Original  # noqa: PLC0415
    from seeds.loading import store  # noqa: PLC0415
    from seeds.workers import read_one  # noqa: PLC0415
    from unionarchive.common.search import keeping  # noqa: PLC0415
    from unionarchive.search.indexing import reindex  # noqa: PLC0415

    indexing = reading = storing = 0.0

    def timed_reindex(changes: keeping.Changes) -> None:
        nonlocal indexing
        started = time.process_time()
        reindex(changes)
        _write_out(connection)
        indexing += time.process_time() - started

    keeping.register(timed_reindex)
    number = 0
    for number, text in enumerate(texts, start=1):
        name, sha256 = f"made-{number}.txt", hashlib.sha256(text.encode()).hexdigest()
        original = Original(name, sha256, text, "utf-8", "text/plain")
        started = time.process_time()
        read = read_one(original).reading
        reading += time.process_time() - started
        if read is None:
            raise RuntimeError(f"{name} could not be read")
        started = time.process_time()
        store(original, read)
        storing += time.process_time() - started
        if number == 1:  # dictionaries, automata and conversion tables are loaded
            indexing = reading = storing = 0.0
    keeping.register(reindex)
    return Shares(number - 1, reading, storing - indexing, indexing)


def _write_out(connection: Any) -> None:
    """What FTS5 keeps in memory is written now, as a savepoint makes it do: it is the index's work, not storing."""
    connection.connection.execute("SAVEPOINT written")
    connection.connection.execute("RELEASE written")


def main() -> None:
    parser = argparse.ArgumentParser(description="The share of indexing in loading")
    parser.add_argument("--size", type=number_of, default=1_000_000, help="bytes of pages (default %(default)s)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "unionarchive.settings",
            "UNIONARCHIVE_VAR": folder,
            "DATABASE_URL": f"sqlite:///{Path(folder) / 'made.sqlite3'}",
        }
        django.setup()
        call_command("migrate", verbosity=0)
        shares = measure(pages(options.size))
    if options.json:
        sys.stdout.write(json.dumps(asdict(shares) | {"share": shares.share}) + "\n")
        return
    sys.stdout.write(
        f"{shares.share:.1%}  indexing / loading\n"
        f"{shares.documents} documents: reading {shares.reading:.1f} s, storing {shares.storing:.1f} s, "
        f"indexing {shares.indexing:.1f} s of CPU\n"
    )


if __name__ == "__main__":
    main()

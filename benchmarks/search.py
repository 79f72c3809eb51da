"""Is every word found, how fast, at what size, and in how much space?

``python -m benchmarks.search [--size N] [--postgres-size N] [--queries N] [--engine sqlite|postgres] [--no-rivals]
[--keep FOLDER] [--json]``: in one run, on both engines unless one is named,

- recall and precision of 1,000 random and 1,000 domain questions of 2 to 8 characters, and of the same in traditional
  characters, against the substrings of 1,000 made articles;
- milliseconds of the newest 20 and the best 20 hits for one word, two words and seven characters in a row, warm, on one
  core, over 10 thousand, 100 thousand … up to N made articles, and what the trend says of ten times as many: of
  processor time with SQLite; by the clock, and of processor time of client and server, with PostgreSQL;
- bytes an article takes in the index.

Beside ours stands what the databases themselves offer (on few questions: some take seconds). Made archives kept in
FOLDER (with PostgreSQL: in databases of its server) are used again by the next run; delete them when tokens change.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

import jieba

from benchmarks.measuring import number_of
from benchmarks.search_recall import Recall, recall
from benchmarks.search_speed import Speed, speed

RECALL_SIZE = 1000  # articles; more make the truth no truer, only longer to find
RECALL_QUESTIONS = 1000


def _recall_lines(found: Iterable[Recall]) -> Iterator[str]:
    yield f"recall / precision over {RECALL_SIZE} articles, means over questions"
    for row in found:
        yield (
            f"{row.engine:<9} {row.contestant:<24} {row.asked:<20} {row.questions:>5}"
            f" {row.recall:8.2%} / {row.precision:8.2%}"
        )


def _speed_lines(measured: Speed) -> Iterator[str]:
    yield f"{measured.engine}: milliseconds, p50 / p95"
    for figure in measured.figures:
        yield f"{figure.size:>9} {figure.contestant:<28} {figure.asked:<13} {figure.p50:9.2f} / {figure.p95:9.2f}"
    for space in measured.spaces:
        filled = ", ".join(f"{part} {taken:.0f} µs" for part, taken in space.microseconds.items())
        yield f"{space.size:>9} index: {space.bytes_per_article:.0f} bytes an article; to fill: {filled} an article"
    for name, value in measured.expected.items():
        yield f"at ten times the size: {name}: p95 {value:.2f} ms"


def main() -> None:
    parser = argparse.ArgumentParser(description="Is every word found, how fast, at what size, in how much space")
    parser.add_argument("--size", type=number_of, default=100_000, help="articles in SQLite (default %(default)s)")
    parser.add_argument(
        "--postgres-size", type=number_of, default=100_000, help="articles in PostgreSQL (default %(default)s)"
    )
    parser.add_argument("--queries", type=int, default=300, help="of each kind, for speed (default %(default)s)")
    parser.add_argument("--engine", choices=("sqlite", "postgres"), action="append", help="only this one")
    parser.add_argument("--no-rivals", action="store_true", help="measure the speed of ours alone")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where made archives stay for the next run")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    jieba.setLogLevel(logging.WARNING)
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    sizes = {"sqlite": options.size, "postgres": options.postgres_size}
    engines = options.engine or list(sizes)
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    found: list[Recall] = []
    for engine in engines:
        with tempfile.TemporaryDirectory() as folder:
            found += recall(engine, RECALL_SIZE, number=RECALL_QUESTIONS, folder=Path(folder))
    with tempfile.TemporaryDirectory() as gone:
        measured = [
            speed(
                engine,
                sizes[engine],
                number=options.queries,
                with_rivals=not options.no_rivals,
                folder=options.keep or Path(gone),
                is_kept=options.keep is not None,
            )
            for engine in engines
        ]
    lines = [*_recall_lines(found), *(line for one in measured for line in _speed_lines(one))]
    rows = {"recall": [asdict(row) for row in found], "speed": [asdict(one) for one in measured]}
    sys.stdout.write((json.dumps(rows, ensure_ascii=False) if options.json else "\n".join(lines)) + "\n")


if __name__ == "__main__":
    main()

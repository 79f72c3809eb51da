"""How fast is every word found, at what size, and in how much space?

``python -m benchmarks.search [--size N] [--queries N] [--engine sqlite|postgres] [--rivals] [--json]``: milliseconds
(of processor time with SQLite, by the clock with PostgreSQL) of the newest 20 and the best 20 hits for one word, two
words and seven characters in a row, warm, on one core, over 10 thousand, 100 thousand … up to N made articles, and what
the trend says of ten times as many. ``--rivals`` adds what the database itself offers for the newest 20 (on few
questions: some take seconds) and how many questions it answers at all.
"""

from __future__ import annotations

import argparse
import json
import logging
import math
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

import jieba

from benchmarks.measuring import number_of
from benchmarks.search_corpus import KIND, Questions, Row, questions, rows
from benchmarks.search_postgres import PostgresArchive
from benchmarks.search_sqlite import SqliteArchive
from unionarchive.common.search.finding import Search
from unionarchive.common.search.query import parse

_BATCH = 2000
_SLOW = 12  # questions of each kind put to a rival
_HITS = 20
_TURNS = 3

Archive = SqliteArchive | PostgresArchive
Ask = Callable[[str], object]
Clock = Callable[[], float]
# SQLite works inside this process, so its processor time is the time a search takes; PostgreSQL does not.
CLOCKS: dict[str, Clock] = {"sqlite": time.process_time, "postgres": time.perf_counter}


@dataclass(frozen=True, slots=True)
class Figure:
    """Milliseconds that one kind of question takes one contestant at one size."""

    contestant: str
    asked: str
    size: int
    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class Report:
    """``expected`` carries our figures on to ten times the greatest size; ``found`` are the shares answered."""

    engine: str
    figures: tuple[Figure, ...]
    bytes_per_article: float
    microseconds_per_article: float
    expected: dict[str, float]
    found: dict[str, float]


def measure(engine: str, size: int, *, number: int, with_rivals: bool) -> Report:
    """Everything this module measures, in one database that is gone afterwards."""
    asked, spent = questions(number), 0.0
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder, closing(_archive(engine, Path(folder), with_rivals)) as archive:
        made, held = rows(size), 0
        for milestone in _milestones(size):
            spent += _fill(archive, made, milestone - held)
            held = milestone
            archive.ready()
            _say(f"{held} articles")
            figures += _ours(archive, asked, held, CLOCKS[engine])
            if with_rivals:
                figures += _rivals(archive, asked, held, CLOCKS[engine])
        found = _recall(archive, asked, held) if with_rivals else {}
        space = archive.bytes_of_index() / held
    return Report(engine, tuple(figures), space, spent / held * 1e6, _expected(figures), found)


def _archive(engine: str, folder: Path, with_rivals: bool) -> Archive:
    if engine == "postgres":
        return PostgresArchive(with_rivals=with_rivals)
    return SqliteArchive(folder, with_rivals=with_rivals)


def _milestones(size: int) -> list[int]:
    return sorted({10**power for power in range(4, 9) if 10**power < size} | {size})


def _fill(archive: Archive, made: Iterator[Row], number: int) -> float:
    """``number`` more articles are in the archive; the seconds that took, the making of the articles aside."""
    spent = 0.0
    while number > 0:
        batch = list(islice(made, min(_BATCH, number)))
        number -= len(batch)
        started = time.perf_counter()
        archive.add(batch)
        spent += time.perf_counter() - started
    return spent


def _ours(archive: Archive, asked: Questions, size: int, clock: Clock) -> Iterator[Figure]:
    def newest(typed: str) -> object:
        return Search(archive.index, KIND, parse(typed), archive.texts).newest(limit=_HITS)

    def ranked(typed: str) -> object:
        return Search(archive.index, KIND, parse(typed), archive.texts).ranked(limit=_HITS)

    for name, ask in (("newest", newest), ("ranked", ranked)):
        for kind, queries in asked.kinds().items():
            yield Figure(f"ours, {name}", kind, size, *_times(queries, ask, clock))


def _rivals(archive: Archive, asked: Questions, size: int, clock: Clock) -> Iterator[Figure]:
    for name, ask in archive.rivals().items():
        for kind, queries in asked.kinds().items():
            yield Figure(name, kind, size, *_times(queries[:_SLOW], ask, clock))


def _times(queries: Sequence[str], ask: Ask, clock: Clock) -> tuple[float, float]:
    """The median and the 95th percentile of the queries' times."""
    taken = sorted(_milliseconds(ask, query, clock) for query in queries)
    return statistics.median(taken), taken[math.ceil(len(taken) * 0.95) - 1]


def _milliseconds(ask: Ask, query: str, clock: Clock) -> float:
    """The least of several turns: warm, and undisturbed by whatever else the machine does."""
    ask(query)
    least = math.inf
    for _ in range(_TURNS):
        started = clock()
        ask(query)
        least = min(least, clock() - started)
    return least * 1000


def _recall(archive: Archive, asked: Questions, size: int) -> dict[str, float]:
    """The share of questions to which a contestant names as many of 20 rows as there are; the texts are the truth."""
    contestants = {"ours": _ours_refs(archive), **archive.rivals()}
    queries = [*asked.one_word[:_SLOW], *asked.phrase[:_SLOW]]
    texts = archive.texts(list(range(max(size - 10_000, 1), size + 1)))
    there = {
        query: min(sum(query in text.title or query in text.body for text in texts.values()), _HITS)
        for query in queries
    }
    return {
        name: statistics.mean(len(ask(query)) >= there[query] for query in queries) for name, ask in contestants.items()
    }


def _ours_refs(archive: Archive) -> Callable[[str], list[int]]:
    def ask(typed: str) -> list[int]:
        found = Search(archive.index, KIND, parse(typed), archive.texts).newest(limit=_HITS)
        return [hit.ref for hit in found.hits]

    return ask


def _expected(figures: Sequence[Figure]) -> dict[str, float]:
    """p95 at ten times the greatest size, by the power law that fits the sizes measured; empty for one size."""
    sizes = sorted({figure.size for figure in figures})
    if len(sizes) < 2:
        return {}
    expected = {}
    for contestant, kind in dict.fromkeys((f.contestant, f.asked) for f in figures if f.contestant.startswith("ours")):
        points = [(math.log(f.size), math.log(f.p95)) for f in figures if (f.contestant, f.asked) == (contestant, kind)]
        slope, intercept = statistics.linear_regression(*zip(*points, strict=True))
        expected[f"{contestant}, {kind}"] = math.exp(intercept + slope * math.log(sizes[-1] * 10))
    return expected


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


def _as_text(report: Report) -> str:
    lines = [f"{report.engine}: milliseconds, p50 / p95"]
    lines += [
        f"{figure.size:>9} {figure.contestant:<15} {figure.asked:<13} {figure.p50:9.2f} / {figure.p95:9.2f}"
        for figure in report.figures
    ]
    lines.append(f"index: {report.bytes_per_article:.0f} bytes an article")
    lines.append(
        f"adding an article to the database: {report.microseconds_per_article:.0f} µs, rivals' indexes included"
    )
    lines += [f"at ten times the size: {name}: p95 {value:.2f} ms" for name, value in report.expected.items()]
    lines += [f"questions answered: {name}: {share:.0%}" for name, share in report.found.items()]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="How fast, at what size, in how much space")
    parser.add_argument("--size", type=number_of, default=100_000, help="articles (default %(default)s)")
    parser.add_argument("--queries", type=int, default=300, help="of each kind (default %(default)s)")
    parser.add_argument("--engine", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--rivals", action="store_true", help="measure what the database offers, too")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    jieba.setLogLevel(logging.WARNING)
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    report = measure(options.engine, options.size, number=options.queries, with_rivals=options.rivals)
    sys.stdout.write((json.dumps(asdict(report), ensure_ascii=False) if options.json else _as_text(report)) + "\n")


if __name__ == "__main__":
    main()

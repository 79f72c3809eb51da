"""How fast is every word found, at what size, and in how much space?

``python -m benchmarks.search [--size N] [--queries N] [--engine sqlite|postgres] [--rivals] [--json]``: milliseconds of
the newest 20 and the best 20 hits for one word, two words and seven characters in a row, warm, on one core, over 10
thousand, 100 thousand … up to N made articles, and what the trend says of ten times as many. ``--rivals`` adds what the
database itself offers for the newest 20 (on few questions: some take seconds) and how many of the rows that have the
words it finds at all.
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

from benchmarks.search_corpus import KIND, Questions, Row, questions, rows
from benchmarks.search_postgres import PostgresArchive
from benchmarks.search_sqlite import SqliteArchive
from unionarchive.common.search.finding import Search
from unionarchive.common.search.query import parse

_BATCH = 2000
_SLOW = 12  # questions of each kind put to a rival
_HITS = 20

Archive = SqliteArchive | PostgresArchive
Ask = Callable[[str], object]


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
    """``expected`` carries each of our figures on to ten times the greatest size; ``found`` is recall by contestant."""

    engine: str
    figures: tuple[Figure, ...]
    bytes_per_article: float
    microseconds_per_article: float
    expected: dict[str, float]
    found: dict[str, float]


def measure(engine: str, size: int, *, number: int, with_rivals: bool) -> Report:
    """Everything this module measures, in one database that is gone afterwards."""
    asked, figures, spent = questions(number), [], 0.0
    with tempfile.TemporaryDirectory() as folder, closing(_archive(engine, Path(folder), with_rivals)) as archive:
        made, held = rows(size), 0
        for milestone in _milestones(size):
            spent += _fill(archive, made, milestone - held)
            held = milestone
            archive.ready()
            _say(f"{held} articles")
            figures += _ours(archive, asked, held)
            if with_rivals:
                figures += _rivals(archive, asked, held)
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


def _ours(archive: Archive, asked: Questions, size: int) -> Iterator[Figure]:
    def newest(typed: str) -> object:
        return Search(archive.index, KIND, parse(typed), archive.texts).newest(limit=_HITS)

    def ranked(typed: str) -> object:
        return Search(archive.index, KIND, parse(typed), archive.texts).ranked(limit=_HITS)

    for name, ask in (("newest", newest), ("ranked", ranked)):
        for kind, queries in asked.kinds().items():
            yield _figure(f"ours, {name}", kind, size, queries, ask)


def _rivals(archive: Archive, asked: Questions, size: int) -> Iterator[Figure]:
    for name, ask in archive.rivals().items():
        for kind, queries in asked.kinds().items():
            yield _figure(name, kind, size, queries[:_SLOW], ask)


def _figure(contestant: str, kind: str, size: int, queries: Sequence[str], ask: Ask) -> Figure:
    for query in queries:  # warm
        ask(query)
    taken = sorted(_milliseconds(ask, query) for query in queries)
    return Figure(contestant, kind, size, statistics.median(taken), taken[math.ceil(len(taken) * 0.95) - 1])


def _milliseconds(ask: Ask, query: str) -> float:
    started = time.perf_counter()
    ask(query)
    return (time.perf_counter() - started) * 1000


def _recall(archive: Archive, asked: Questions, size: int) -> dict[str, float]:
    """The share of the newest 20 rows with a word that each contestant names; the truth is read from the texts."""
    contestants = {"ours": _ours_refs(archive), **archive.rivals()}
    queries = asked.one_word[:_SLOW]
    texts = archive.texts(list(range(1, min(size, 20_000) + 1)))
    shares: dict[str, list[float]] = {name: [] for name in contestants}
    for query in queries:
        true = {ref for ref, text in texts.items() if query in text.title or query in text.body}
        for name, ask in contestants.items():
            named = set(ask(query))
            wanted = min(len(true), _HITS)
            shares[name].append(min(len(named) / wanted, 1.0) if wanted else 1.0)
    return {name: statistics.mean(each) for name, each in shares.items()}


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
    lines += [f"finds of 20 that there are: {name}: {share:.0%}" for name, share in report.found.items()]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="How fast, at what size, in how much space")
    parser.add_argument("--size", type=int, default=100_000, help="articles (default %(default)s)")
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

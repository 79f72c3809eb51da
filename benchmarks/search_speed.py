"""What each contestant costs at each size: the half of ``benchmarks.search`` about time and space."""

from __future__ import annotations

import math
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks.search_corpus import KIND, Questions, questions
from benchmarks.search_postgres import PostgresArchive
from benchmarks.search_sqlite import SqliteArchive
from unionarchive.common.search.finding import Search
from unionarchive.common.search.query import parse

_SLOW = 8  # questions of each kind put to a rival
_HITS = 20
_TURNS = 3
_LONG = 500  # milliseconds; what takes longer is asked once and not warmed up

Archive = SqliteArchive | PostgresArchive
Ask = Callable[[str], object]
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Figure:
    """Milliseconds that one kind of question takes one contestant at one size."""

    contestant: str
    asked: str
    size: int
    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class Space:
    """What an article adds to our index at one size: bytes, and microseconds of filling each part of the archive."""

    size: int
    bytes_per_article: float
    microseconds: dict[str, float]


@dataclass(frozen=True, slots=True)
class Speed:
    """``expected`` carries our figures on to ten times the greatest size."""

    engine: str
    figures: tuple[Figure, ...]
    spaces: tuple[Space, ...]
    expected: dict[str, float]


def speed(engine: str, size: int, *, number: int, with_rivals: bool, folder: Path, is_kept: bool) -> Speed:
    """``number`` questions of each kind, asked over 10 thousand, 100 thousand … ``size`` articles."""
    asked = questions(number)
    figures: list[Figure] = []
    spaces: list[Space] = []
    for milestone in _milestones(size):
        with closing(open_archive(engine, folder, milestone, with_rivals=with_rivals, is_kept=is_kept)) as archive:
            sys.stderr.write(f"{engine}: {milestone} articles\n")
            taken = {part: seconds / milestone * 1e6 for part, seconds in archive.seconds.items()}
            spaces.append(Space(milestone, archive.bytes_of_index() / milestone, taken))
            for clock_name, clock in _clocks(archive).items():
                figures += _ours(archive, asked, milestone, clock, clock_name)
                if with_rivals:
                    figures += _rivals(archive, asked, milestone, clock, clock_name)
    return Speed(engine, tuple(figures), tuple(spaces), _expected(figures))


def open_archive(engine: str, folder: Path, size: int, *, with_rivals: bool, is_kept: bool) -> Archive:
    """An archive of ``size`` made articles, as it was kept or filled now."""
    if engine == "postgres":
        return PostgresArchive(folder if is_kept else None, size, with_rivals=with_rivals)
    return SqliteArchive(folder, size, with_rivals=with_rivals)


def _clocks(archive: Archive) -> dict[str, Clock]:
    """What time is told by: SQLite works inside this process, PostgreSQL in one of its own beside it."""
    if isinstance(archive, SqliteArchive):
        return {"": time.process_time}
    server = archive.processor_seconds
    told: dict[str, Clock] = {"": time.perf_counter}
    if server() is not None:  # it runs on this machine
        told["CPU of both"] = lambda: time.process_time() + (server() or 0)
    return told


def _milestones(size: int) -> list[int]:
    return sorted({10**power for power in range(4, 9) if 10**power < size} | {size})


def _ours(archive: Archive, asked: Questions, size: int, clock: Clock, told: str) -> Iterator[Figure]:
    def newest(typed: str) -> object:
        return Search(archive.index, KIND, parse(typed), archive.texts).newest(limit=_HITS)

    def ranked(typed: str) -> object:
        return Search(archive.index, KIND, parse(typed), archive.texts).ranked(limit=_HITS)

    for name, ask in (("newest", newest), ("ranked", ranked)):
        for kind, queries in asked.kinds().items():
            yield Figure(_named(f"ours, {name}", told), kind, size, *_times(queries, ask, clock))


def _rivals(archive: Archive, asked: Questions, size: int, clock: Clock, told: str) -> Iterator[Figure]:
    for name, ask in archive.rivals().items():
        for kind, queries in asked.kinds().items():
            yield Figure(_named(name, told), kind, size, *_times(queries[:_SLOW], ask, clock))


def _named(contestant: str, told: str) -> str:
    return f"{contestant} ({told})" if told else contestant


def _times(queries: Sequence[str], ask: Ask, clock: Clock) -> tuple[float, float]:
    """The median and the 95th percentile of the queries' times."""
    taken = sorted(_milliseconds(ask, query, clock) for query in queries)
    return statistics.median(taken), taken[math.ceil(len(taken) * 0.95) - 1]


def _milliseconds(ask: Ask, query: str, clock: Clock) -> float:
    """The least of several turns: warm, and undisturbed by whatever else the machine does."""
    least = _turn(ask, query, clock)
    if least > _LONG:
        return least
    return min(_turn(ask, query, clock) for _ in range(_TURNS))


def _turn(ask: Ask, query: str, clock: Clock) -> float:
    started = clock()
    ask(query)
    return (clock() - started) * 1000


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

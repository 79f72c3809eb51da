"""Contestants measured side by side: CPU time and memory of a process of their own, start-up left aside.

A contestant is a function that gets ready (imports, dictionaries, data) and gives back its work as steps to be walked
through. Only the walk is timed. This module imports nothing of the project.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import multiprocessing.connection
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

_UNITS = {"": 1, "K": 1_000, "M": 1_000_000, "G": 1_000_000_000}


@dataclass(frozen=True, slots=True)
class Work:
    """``steps`` do the work, one at each turn of the iterator; ``count`` says how many there are, ``size`` how much."""

    steps: Iterator[object]
    count: int
    size: int


@dataclass(frozen=True, slots=True)
class Contestant:
    """One way of doing the work. ``prepare`` takes the size asked for; it must be a function of a module."""

    name: str
    prepare: Callable[[int], Work]


@dataclass(frozen=True, slots=True)
class Measurement:
    """What one contestant's work cost: seconds of CPU, bytes of memory.

    ``growth`` is how much larger the process was at its end than after the first tenth of the steps, when caches are
    warm; ``peak`` is its greatest size, start-up included. ``size`` is in the unit of the benchmark (bytes, rows).
    """

    name: str
    cpu_seconds: float
    size: int
    peak: int
    growth: int

    @property
    def speed(self) -> float:
        """Size done in a second of CPU."""
        return self.size / self.cpu_seconds if self.cpu_seconds else float("inf")


@dataclass(frozen=True, slots=True)
class Comparison:
    """The medians of several runs, ours first, and what ours costs as a multiple of each rival's."""

    question: str
    measurements: tuple[Measurement, ...]

    def ratios(self) -> dict[str, float]:
        """CPU time of ours over that of each rival, by ``ours / rival``; below 1 is faster."""
        ours, *rivals = self.measurements
        return {f"{ours.name} / {rival.name}": ours.cpu_seconds / rival.cpu_seconds for rival in rivals}


def compare(question: str, contestants: Sequence[Contestant], *, size: int, runs: int) -> Comparison:
    """Every contestant measured ``runs`` times, in turn, so that a busy spell of the machine falls on all alike."""
    rounds = [[_measure(contestant, size) for contestant in contestants] for _ in range(runs)]
    return Comparison(question, tuple(_median(column) for column in zip(*rounds, strict=True)))


def main(
    question: str, contestants: Sequence[Contestant], *, size: int, unit: str, argv: list[str] | None = None
) -> None:
    """The comparison is printed, ratios first; ``size`` is the default, ``unit`` its name (B, rows)."""
    parser = argparse.ArgumentParser(description=question)
    parser.add_argument(
        "--size", type=number_of, default=size, help=f"how much, in {unit}; 10M is ten million (default %(default)s)"
    )
    parser.add_argument("--runs", type=int, default=3, help="how often; the medians are shown (default %(default)s)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    comparison = compare(question, contestants, size=options.size, runs=max(options.runs, 1))
    sys.stdout.write((_as_json(comparison) if options.json else _as_text(comparison, unit)) + "\n")


def number_of(text: str) -> int:
    """The number that ``text`` writes, such as 500K or 10M; ArgumentTypeError for anything else."""
    digits, unit = (text[:-1], text[-1:].upper()) if text[-1:].isalpha() else (text, "")
    if unit not in _UNITS or not digits.isdigit() or int(digits) == 0:
        raise argparse.ArgumentTypeError(f"expected a number such as 500K or 10M, not {text!r}")
    return int(digits) * _UNITS[unit]


def _measure(contestant: Contestant, size: int) -> Measurement:
    # A spawned process shares neither caches nor memory with the one before it.
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(contestant, size, sender))
    process.start()
    sender.close()
    try:
        measured: Measurement = receiver.recv()
        return measured
    except EOFError:
        raise RuntimeError(f"{contestant.name} ended without a result") from None
    finally:
        process.join()


def _child(contestant: Contestant, size: int, sender: multiprocessing.connection.Connection) -> None:
    work = contestant.prepare(size)
    warm, after_warm, at_end = max(work.count // 10, 1), 0, 0
    start = time.process_time()
    for number, _ in enumerate(work.steps, start=1):
        if number == warm:
            after_warm = _resident()
        if number == work.count:  # before the steps let go of what they hold
            at_end = _resident()
    spent = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    sender.send(Measurement(contestant.name, spent, work.size, peak, max(at_end - after_warm, 0)))


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize()


def _median(measured: Iterable[Measurement]) -> Measurement:
    everyone = sorted(measured, key=lambda measurement: measurement.cpu_seconds)
    middle = everyone[len(everyone) // 2]
    return Measurement(
        name=middle.name,
        cpu_seconds=statistics.median(each.cpu_seconds for each in everyone),
        size=middle.size,
        peak=max(each.peak for each in everyone),
        growth=max(each.growth for each in everyone),
    )


def _as_json(comparison: Comparison) -> str:
    made = {
        "question": comparison.question,
        "ratios": comparison.ratios(),
        "measurements": [asdict(each) | {"speed": each.speed} for each in comparison.measurements],
    }
    return json.dumps(made, ensure_ascii=False)


def _as_text(comparison: Comparison, unit: str) -> str:
    lines = [comparison.question, ""]
    lines += [f"{ratio:8.2f}×  {name}" for name, ratio in comparison.ratios().items()]
    lines += ["", f"{'':24}{'CPU s':>10}{f'M{unit}/s':>10}{'peak MB':>10}{'growth MB':>12}"]
    for each in comparison.measurements:
        memory = f"{each.peak / 1e6:10.0f}{each.growth / 1e6:12.1f}"
        lines.append(f"{each.name:24}{each.cpu_seconds:10.2f}{each.speed / 1e6:10.2f}{memory}")
    return "\n".join(lines)

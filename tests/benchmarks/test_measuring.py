"""Contestants are measured alike: each alone, by its work and not by its start."""

from __future__ import annotations

import json
import subprocess
import sys
import time

import pytest

from benchmarks.measuring import Contestant, Work, compare


def _spin(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def quick(size: int) -> Work:
    _spin(0.3)  # getting ready is left aside
    return Work((_spin(0.01) for _ in range(size)), size, size)


def slow(size: int) -> Work:
    return Work((_spin(0.03) for _ in range(size)), size, size)


def hoarding(size: int) -> Work:
    held: list[bytearray] = []
    return Work((held.append(bytearray(b"x") * 1_000_000) for _ in range(size)), size, size)


def failing(size: int) -> Work:
    raise ValueError(f"no work of size {size}")


def test_ratios_compare_work_and_leave_start_up_aside() -> None:
    comparison = compare("spinning", [Contestant("quick", quick), Contestant("slow", slow)], size=10, runs=1)
    (name, ratio), *rest = comparison.ratios().items()
    assert name == "quick / slow"
    assert not rest
    assert 0.2 < ratio < 0.6


def test_growth_is_what_the_work_holds_on_to() -> None:
    steady, growing = compare(
        "memory", [Contestant("quick", quick), Contestant("hoarding", hoarding)], size=20, runs=1
    ).measurements
    assert steady.growth < 3_000_000
    assert 15_000_000 < growing.growth < 25_000_000
    assert growing.peak > growing.growth


def test_a_contestant_that_fails_is_named() -> None:
    with pytest.raises(RuntimeError, match="failing ended without a result"):
        compare("failing", [Contestant("failing", failing)], size=1, runs=1)


def test_reading_is_measured_from_the_command_line() -> None:
    command = [sys.executable, "-m", "benchmarks.reading", "--size", "1", "--runs", "1", "--json"]
    made = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert list(made["ratios"]) == ["reading / jieba.lcut"]
    assert [each["name"] for each in made["measurements"]] == ["reading", "jieba.lcut"]
    assert all(each["cpu_seconds"] > 0 and each["size"] > 1 for each in made["measurements"])


@pytest.mark.parametrize("size", ["0", "-5", "ten", "10T", ""])
def test_a_size_that_is_none_is_refused(size: str) -> None:
    command = [sys.executable, "-m", "benchmarks.reading", f"--size={size}"]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    assert outcome.returncode == 2
    assert "expected a number such as 500K or 10M" in outcome.stderr

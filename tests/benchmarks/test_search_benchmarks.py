"""The search benchmarks run, small, and what they say of ours holds at any size."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.search_corpus import questions, rows
from benchmarks.search_recall import question_sets, recall
from benchmarks.search_speed import speed

ENGINES = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
RIVALS = {"sqlite": {"LIKE", "FTS5 trigram", "FTS5 unicode61"}, "postgres": {"pg_trgm", "tsvector"}}


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> str:
    if request.param == "postgres":
        request.getfixturevalue("postgres_url")
    return str(request.param)


def test_the_made_archive_is_the_same_every_time_and_grows_at_its_end() -> None:
    few, more = list(rows(20)), list(rows(40))
    assert more[:20] == few
    assert all(550 <= len(row.text.body) <= 900 for row in more)
    assert questions(10) == questions(10)
    assert all(len(phrase) == 7 for phrase in questions(10).phrase)


def test_questions_are_of_two_to_eight_characters_and_of_both_scripts() -> None:
    sets = question_sets(50)
    assert {len(asked) for asked in sets.values()} == {50}
    assert all(2 <= len(question.meant) <= 8 for asked in sets.values() for question in asked)
    assert any(question.typed != question.meant for question in sets["domain, traditional"])


@pytest.mark.parametrize("engine", ENGINES, indirect=True)
def test_ours_answers_every_question_and_words_alone_do_not(engine: str, tmp_path: Path) -> None:
    found = recall(engine, 200, number=40, folder=tmp_path)
    assert {row.contestant for row in found} == {"ours", "FTS5 over jieba's words", *RIVALS[engine]}
    assert {(row.recall, row.precision) for row in found if row.contestant == "ours"} == {(1.0, 1.0)}
    assert min(row.recall for row in found if row.contestant == "FTS5 over jieba's words") < 0.8


@pytest.mark.parametrize("engine", ENGINES, indirect=True)
def test_the_speed_of_everybody_is_measured(engine: str, tmp_path: Path) -> None:
    measured = speed(engine, 300, number=5, with_rivals=True, folder=tmp_path, is_kept=False)
    asked = {figure.contestant.removesuffix(" (CPU of both)") for figure in measured.figures}
    assert asked == {"ours, newest", "ours, ranked", *RIVALS[engine]}
    assert all(0 < figure.p50 <= figure.p95 for figure in measured.figures)
    assert {space.size for space in measured.spaces} == {300}


def test_a_made_archive_that_is_kept_is_used_again(tmp_path: Path) -> None:
    first = speed("sqlite", 100, number=2, with_rivals=False, folder=tmp_path, is_kept=True)
    again = speed("sqlite", 100, number=2, with_rivals=False, folder=tmp_path, is_kept=True)
    assert first.spaces == again.spaces  # down to the microseconds that filling took


def test_indexing_is_measured_beside_reading_and_storing() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.indexing", "--size", "30K", "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    shares = json.loads(run.stdout)
    assert shares["documents"] >= 2
    assert 0 < shares["share"] < 1

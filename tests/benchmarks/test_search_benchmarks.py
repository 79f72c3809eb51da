"""The search benchmarks run, small, and what they say of ours holds at any size."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from benchmarks.search import measure
from benchmarks.search_corpus import questions, rows


def test_the_made_archive_is_the_same_every_time_and_grows_at_its_end() -> None:
    few, more = list(rows(20)), list(rows(40))
    assert more[:20] == few
    assert all(550 <= len(row.text.body) <= 900 for row in more)
    assert questions(10) == questions(10)
    assert all(len(phrase) == 7 for phrase in questions(10).phrase)


@pytest.mark.parametrize("engine", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_ours_answers_every_question_and_words_alone_do_not(engine: str, request: pytest.FixtureRequest) -> None:
    if engine == "postgres":
        request.getfixturevalue("postgres_url")
    report = measure(engine, 300, number=20, with_rivals=True)
    assert report.found["ours"] == 1
    asked = {figure.contestant for figure in report.figures}
    assert asked == {"ours, newest", "ours, ranked", *report.found} - {"ours"}
    if engine == "sqlite":
        assert report.found["LIKE"] == 1
        assert max(report.found["FTS5 trigram"], report.found["FTS5 unicode61"]) < 0.8


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

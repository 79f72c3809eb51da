"""Climbs from one reading to better ones, and the moves of gains that they begin from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from seeds.reading.assembly import search
from seeds.reading.assembly.climbing import Climber, moves
from seeds.reading.assembly.strips import Kind
from seeds.reading.assembly.table import OUT, Floats, Ints
from seeds.reading.blocks import cut_strips
from seeds.reading.lines import read_lines
from tests.reading.page_sets import annotated

# Every strip may be followed by each further down.
FORWARD = np.where(np.triu(np.ones((5, 5), dtype=np.bool_), 1), 1.0, OUT)
RIGHT = np.array([2, 3, 4, -1, -1])


class _Page:
    """Judges a reading by how many followers are right; counts what it is asked."""

    def __init__(self) -> None:
        self.judged = 0

    def scores(self, readings: Sequence[Ints]) -> list[float]:
        self.judged += len(readings)
        return [float((follows == RIGHT).sum()) for follows in readings]


def _climber(page: _Page) -> Climber:
    return Climber(FORWARD, page.scores)


@pytest.mark.parametrize("start", [[-1] * 5, [1, 2, 3, 4, -1], [4, -1, 3, -1, -1], RIGHT.tolist()])
def test_a_climb_ends_where_nothing_beside_it_is_better(start: list[int]) -> None:
    top = _climber(_Page()).climb(np.array(start))
    assert top.follows.tolist() == RIGHT.tolist()
    assert top.score == 5
    assert top.beside
    assert max(score for score, _ in top.beside) < 5


def test_a_way_that_was_gone_before_is_not_gone_again() -> None:
    page = _Page()
    climber = _climber(page)
    first = climber.climb(np.array([1, 2, 3, 4, -1]))
    judged = page.judged
    assert climber.climb(np.array([1, 2, 3, 4, -1])) is first
    assert page.judged == judged + 1  # where it begins


def test_moves_look_like_chance_and_are_always_the_same() -> None:
    moved = moves(60, 1)
    assert moved.shape == (60, 60)
    assert (np.abs(moved) <= 1).all()
    assert abs(moved.mean()) < 0.05
    assert moved.std() == pytest.approx(1 / np.sqrt(3), abs=0.02)
    assert (moved == moves(60, 1)).all()
    assert (moved[:10, :10] == moves(10, 1)).all()
    assert moves(3, 1)[0].tolist() == pytest.approx([0.252995, 0.586638, 0.725061], abs=1e-6)
    for other in (moved.T, moves(60, 2), np.roll(moved, 1, axis=0), np.roll(moved, 1, axis=1)):
        assert abs(np.corrcoef(moved.ravel(), other.ravel())[0, 1]) < 0.06


def test_a_page_is_laid_again_with_gains_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counted(size: int, number: int) -> Floats:
        asked.append(number)
        return moves(size, number)

    monkeypatch.setattr(search, "moves", counted)
    strips = cut_strips(read_lines(next(annotated("documents")).text))
    chains = search.best_paths(strips)
    assert asked == list(range(1, search.MOVED + 1))
    held = sorted(index for chain in chains for index in chain.members)
    assert held == [strip.index for strip in strips if strip.kind is not Kind.FURNITURE]

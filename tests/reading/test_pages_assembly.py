"""The assembly's score and search: terms add up, and the assignment is the best there is."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.reading.assembly.assignment import best_assignment
from seeds.reading.assembly.likeness import Likeness, grams
from seeds.reading.assembly.references import names_of, refers_to
from seeds.reading.assembly.search import weights
from seeds.reading.assembly.strips import Kind
from seeds.reading.assembly.terms import Terms
from seeds.reading.blocks import cut_strips
from seeds.reading.lines import read_lines
from tests.reading.page_sets import annotated

_GAINS = st.dictionaries(
    st.integers(0, 4),
    st.dictionaries(st.integers(0, 4), st.integers(1, 9).map(float), max_size=4).map(lambda some: list(some.items())),
)


def _circular(follows: dict[int, int]) -> bool:
    for start in follows:
        at = follows.get(start)
        while at is not None and at != start:
            at = follows.get(at)
        if at == start:
            return True
    return False


@settings(max_examples=200, deadline=None)
@given(_GAINS)
def test_the_assignment_gains_most_where_no_circle_is_in_its_way(gains: dict[int, list[tuple[int, float]]]) -> None:
    gains = {first: [(second, gain) for second, gain in some if second != first] for first, some in gains.items()}
    table = {(first, second): gain for first, some in gains.items() for second, gain in some}
    follows = best_assignment(5, gains)
    assert not _circular(follows)
    assert len(set(follows.values())) == len(follows)
    assert all(pair in table for pair in follows.items())
    best = 0.0
    for order in permutations(range(5)):
        chosen = [(first, second) for first, second in enumerate(order) if (first, second) in table]
        best = max(best, sum(table[pair] for pair in chosen))
    gained = sum(table[pair] for pair in follows.items())
    free = {first: max((gain for _, gain in some), default=0.0) for first, some in gains.items()}
    assert gained <= best
    if gained < best:  # only circles may cost something, and then no more than their strips could have gained
        assert best - gained <= sum(free.values())


def test_sums_made_fast_are_the_sums_of_named_terms() -> None:
    page = next(annotated("practice"))
    strips = cut_strips(read_lines(page.text))
    terms = Terms(strips, weights("again"))
    terms.settle([[strip.index] for strip in strips if strip.kind is Kind.TEXT])
    changing = terms.changing(weights("again"))
    for first in strips:
        for second in strips:
            static = terms.static(first.index, second.index)
            if static is None:
                continue
            whole = terms.weigh(terms.link(first.index, second.index) or {})
            assert terms.weigh(static) + changing(first.index, second.index) == pytest.approx(whole)


def test_rare_words_in_common_weigh_more_than_common_ones() -> None:
    likeness = Likeness(["职工捐款沙糖桔", "职工捐款挖掘机", "职工沙糖桔丰收", "职工开会学习"])
    assert likeness.raw[0][2] > likeness.raw[0][1] > likeness.raw[0][3]


def test_grams_are_characters_pairs_and_numbers() -> None:
    assert grams("捐款32万，捐") == {"捐", "款", "万", "捐款", "32"}


@pytest.mark.parametrize(
    ("text", "referred"),
    [
        ("该公司随即停产。", True),
        ("县城一家公司停产，该公司负责人说没有办法。", False),
        ("今天开会。", False),
    ],
)
def test_a_text_refers_back_only_to_what_it_has_not_named(text: str, referred: bool) -> None:
    assert bool(refers_to(text)) is referred
    assert not refers_to(text) & names_of("本市")

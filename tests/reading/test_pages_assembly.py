"""The assembly's score and search: terms add up, and the assignment is the best there is."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.reading.assembly.assignment import best_assignment
from seeds.reading.assembly.cuts import spans_word, words_across
from seeds.reading.assembly.likeness import Likeness
from seeds.reading.assembly.references import names_of, refers_to
from seeds.reading.assembly.search import weights
from seeds.reading.assembly.strips import Kind
from seeds.reading.assembly.table import OUT
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
    matrix = np.zeros((5, 5))
    for (first, second), gain in table.items():
        matrix[first, second] = gain
    follows = {first: second for first, second in enumerate(best_assignment(matrix).tolist()) if second >= 0}
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


def _settled() -> Terms:
    page = next(annotated("practice"))
    strips = cut_strips(read_lines(page.text))
    terms = Terms(strips, weights("links"))
    texts = [strip.index for strip in strips if strip.kind is Kind.TEXT]
    terms.settle([texts[at : at + 3] for at in range(0, len(texts), 3)])
    return terms


def _sum(features: dict[str, float], table: dict[str, float]) -> float:
    return sum(table.get(name, 0.0) * value for name, value in features.items())


@pytest.mark.parametrize("table", ["links", "whole"])
def test_the_scores_of_a_page_are_the_sums_of_the_named_terms_of_its_links(table: str) -> None:
    terms, by = _settled(), weights(table)
    scores = terms.static(by) + terms.changing(by)
    count = len(terms.strips)
    links = [(first, second) for first in range(count) for second in range(count) if first != second]
    assert sum(terms.link(*link) is not None for link in links) > 400
    for first, second in links:
        features = terms.link(first, second)
        expected = OUT if features is None else pytest.approx(_sum(features, by))
        assert scores[first, second] == expected


def test_a_fit_gets_the_terms_that_links_are_scored_by() -> None:
    terms, by = _settled(), weights("links")
    pairs = terms.pairs()
    scores = terms.static(by) + terms.changing(by)
    weighed = pairs.values @ [by.get(name, 0.0) for name in pairs.names]
    assert weighed == pytest.approx(scores[pairs.first, pairs.second])
    assert len(pairs.first) == (scores > OUT).sum()
    begins, ends = terms.singles()
    assert sum(by.get(name, 0.0) * values for name, values in begins.items()) == pytest.approx(terms.begins(by))
    assert sum(by.get(name, 0.0) * values for name, values in ends.items()) == pytest.approx(terms.ends(by))


def test_every_weight_is_the_weight_of_a_term() -> None:
    terms = _settled()
    begins, ends = terms.singles()
    named = {*terms.pairs().names, *begins, *ends}
    assert not weights("links").keys() - named
    of_page = terms.whole_page().terms([], np.full(len(terms.strips), -1))
    assert not weights("whole").keys() - named - of_page.keys()


@pytest.mark.parametrize(
    ("before", "after", "across"),
    [("送去慰", "问金三万元", True), ("送去慰问金", "三万元", False), ("共2", "3人", True), ("职工，", "会议", False)],
)
def test_a_word_lies_across_a_cut(before: str, after: str, across: bool) -> None:
    assert spans_word(before, after) is across


def test_all_cuts_of_a_page_are_looked_at_as_each_is_alone() -> None:
    ends = ["送去慰", "慰问金3", "共2", "AT", "", "职工，", "开展走访慰"]
    begins = ["问金三万元", "人", "&T", "3人", "", "，会议", "问了"]
    where = np.ones((len(ends), len(begins)), np.bool_)
    where[1] = False
    expected = [
        [asked and spans_word(end, begin) for begin in begins]
        for end, asked in zip(ends, where[:, 0].tolist(), strict=True)
    ]
    assert words_across(ends, begins, where).tolist() == expected


def test_rare_words_in_common_weigh_more_than_common_ones() -> None:
    likeness = Likeness(["职工捐款沙糖桔", "职工捐款挖掘机", "职工沙糖桔丰收", "职工开会学习"])
    assert likeness.raw[0][2] > likeness.raw[0][1] > likeness.raw[0][3]


def test_words_are_characters_pairs_and_numbers() -> None:
    likeness = Likeness(["捐款32万，捐", "捐款", "32", "万", "款万", "3"])
    assert likeness.sizes.tolist() == [5, 3, 1, 1, 3, 0]  # 捐, 款, 万, 捐款, 32
    assert (likeness.raw[0] > 0).tolist() == [False, True, True, True, True, False]
    assert (likeness.raw == likeness.raw.T).all()


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


def test_the_name_of_a_section_has_no_author() -> None:
    strips = cut_strips(read_lines("新闻特写\n\n本报记者 周峰\n\n今天，市总工会召开会议。\n"))
    assert [strip.kind for strip in strips] == [Kind.HEADING, Kind.BYLINE, Kind.TEXT]
    assert Terms(strips, weights("links")).link(0, 1) is None

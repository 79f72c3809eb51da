"""Half-open stretches of text, and the way from a text that was put together back to its source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionarchive.common.spans import OffsetMap, Run, Span

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2), (0, 0)])
def test_a_span_holds_at_least_one_character(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="0 <= start < end"):
        Span(start, end)


def test_a_span_gives_its_words_in_code_points() -> None:
    text = "省总𠮷工会拨款"
    assert Span(2, 5).of(text) == "𠮷工会"
    assert len(Span(2, 5)) == 3
    with pytest.raises(ValueError, match="beyond a text of 7 characters"):
        Span(5, 8).of(text)


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "contains"),
    [
        ((2, 5), (2, 5), True, True),
        ((2, 5), (3, 4), True, True),
        ((2, 5), (4, 7), True, False),
        ((2, 5), (5, 7), False, False),
        ((2, 5), (0, 2), False, False),
        ((3, 4), (2, 5), True, False),
    ],
)
def test_spans_touch_without_overlapping(
    one: tuple[int, int], other: tuple[int, int], overlaps: bool, contains: bool
) -> None:
    assert Span(*one).overlaps(Span(*other)) is overlaps
    assert Span(*other).overlaps(Span(*one)) is overlaps
    assert Span(*one).contains(Span(*other)) is contains


@given(SPANS, SPANS)
def test_overlap_is_a_character_in_common(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) is bool(shared)
    assert one.contains(other) is (len(shared) == len(other))


def test_a_shifted_span_keeps_its_length() -> None:
    assert Span(2, 5).shifted(3) == Span(5, 8)
    with pytest.raises(ValueError, match="0 <= start"):
        Span(2, 5).shifted(-3)


def test_spans_sort_by_where_they_start() -> None:
    assert sorted([Span(4, 5), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(4, 5)]


# An article put together of two columns: 戊己 stands before 甲乙 on the page, and a line end parts 甲乙 from 丙丁.
PAGE = "戊己甲乙\n丙丁"
ARTICLE = "甲乙丙丁¶戊己"
OFFSETS = OffsetMap((Run(0, 2, 2), Run(2, 5, 2), Run(5, 0, 2)))


def test_every_character_finds_its_source() -> None:
    for position, character in enumerate(ARTICLE):
        source = OFFSETS.source_of(position)
        if character == "¶":
            assert source is None
        else:
            assert source is not None
            assert PAGE[source] == character


@pytest.mark.parametrize("position", [7, 100])
def test_beyond_the_text_there_is_no_source(position: int) -> None:
    assert OFFSETS.source_of(position) is None


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("甲乙", ["甲乙"]),
        ("乙丙", ["乙", "丙"]),
        ("丁¶戊", ["丁", "戊"]),
        ("甲乙丙丁¶戊己", ["甲乙", "丙丁", "戊己"]),
        ("己", ["己"]),
        ("¶", []),
    ],
)
def test_a_span_is_traced_to_the_pieces_it_was_put_together_from(words: str, pieces: list[str]) -> None:
    start = ARTICLE.index(words)
    found = OFFSETS.source_spans(Span(start, start + len(words)))
    assert [span.of(PAGE) for span in found] == pieces


def test_pieces_that_touch_in_the_source_are_joined() -> None:
    offsets = OffsetMap((Run(0, 4, 3), Run(3, 7, 2)))
    assert offsets.source_spans(Span(1, 5)) == (Span(5, 9),)


def test_an_empty_map_has_no_sources() -> None:
    assert OffsetMap(()).source_of(0) is None
    assert OffsetMap(()).source_spans(Span(0, 3)) == ()


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(0, 2), st.integers(0, 9)), min_size=1, max_size=8), SPANS)
def test_tracing_a_span_is_tracing_each_of_its_characters(pieces: list[tuple[int, int, int]], span: Span) -> None:
    runs, start = [], 0
    for length, gap, source in pieces:
        start += gap
        runs.append(Run(start, source * 10, length))
        start += length
    offsets = OffsetMap(tuple(runs))
    one_by_one = [offsets.source_of(position) for position in range(span.start, span.end)]
    traced = [position for found in offsets.source_spans(span) for position in range(found.start, found.end)]
    assert traced == [position for position in one_by_one if position is not None]

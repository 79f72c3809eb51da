"""Words are followed over a correction, never looked for: what was removed is lost though its double is left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.anchoring import Anchoring
from unionarchive.common.spans import Span

FOLLOWED = [
    pytest.param("市总工会捐款5万元。", "昨日，市总工会捐款5万元。", "市总工会", "市总工会", id="words put in before"),
    pytest.param("市总工会捐款5万元。", "市总工会昨日捐款5万元。", "捐款5万元", "捐款5万元", id="words put in beside"),
    pytest.param(
        "甲\n市总工会捐款五万元整。\n乙", "甲乙\n\n市总工会捐款五万元整。", "五万元", "五万元", id="other lines changed"
    ),
    pytest.param(
        "第一段讲的是捐款的事。\n第二段讲的是口罩的事。",
        "第二段讲的是口罩的事。\n第一段讲的是捐款的事。",
        "捐款的事",
        "捐款的事",
        id="a paragraph moved",
    ),
    pytest.param("该会向一线职工发放慰问金。", "该会向 一线职工 发放慰问金。", "慰问金", "慰问金", id="spaces put in"),
    pytest.param("工会工会工会捐款", "工会工会工会，捐款", "捐款", "捐款", id="among repetitions"),
]
LOST = [
    pytest.param("市总工会捐款5万元。", "市总捐款5万元。", "市总工会", id="cut short"),
    pytest.param(
        "省总工会捐款，市总工会发放口罩。", "省总工会捐款。", "市总工会", id="removed, with a look-alike left"
    ),
    pytest.param(
        "甲厂工会捐款一万元。乙厂工会发放口罩。", "丙地医院招募护士，工会未参加。", "工会", id="all rewritten"
    ),
    pytest.param("", "工会", "", id="nothing to follow"),
]
CORRECTED = [
    pytest.param(
        "工会拨付慰问全5万元给职工。",
        "工会拨付慰问金5万元给职工。",
        "拨付慰问全5万元",
        "拨付慰问金5万元",
        id="a misprint",
    ),
    pytest.param(
        "工会拨付 慰问金5万元给职工。",
        "工会拨付慰问金5万元给职工。",
        "拨付 慰问金",
        "拨付慰问金",
        id="a space taken out",
    ),
    pytest.param(
        "工会拔付慰问金5万元给职工。",
        "工会拨付慰问金5万元给职工。",
        "拔付慰问金",
        "拨付慰问金",
        id="the first character",
    ),
    pytest.param(
        "工会拨付慰问金5万园给职工。",
        "工会拨付慰问金5万元给职工。",
        "慰问金5万园",
        "慰问金5万元",
        id="the last character",
    ),
]


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(("old", "new", "words", "expected"), FOLLOWED)
def test_it_follows_words(old: str, new: str, words: str, expected: str) -> None:
    carried = Anchoring(old, new).carry(span_of(old, words))
    assert carried is not None
    assert carried.of(new) == expected


@pytest.mark.parametrize(("old", "new", "words"), LOST)
def test_it_loses_words_that_were_changed_or_removed(old: str, new: str, words: str) -> None:
    if words:
        assert Anchoring(old, new).carry(span_of(old, words)) is None


@pytest.mark.parametrize(("old", "new", "words", "expected"), CORRECTED)
def test_it_follows_words_that_were_corrected_in_part_when_asked_to(
    old: str, new: str, words: str, expected: str
) -> None:
    anchoring, span = Anchoring(old, new), span_of(old, words)
    assert anchoring.carry(span) is None
    carried = anchoring.carry_loosely(span)
    assert carried is not None
    assert carried.of(new) == expected


def test_it_loses_words_of_which_too_little_is_left() -> None:
    old, new = "工会拨付慰问金5万元给职工。", "工会举办线上心理讲座给职工。"
    assert Anchoring(old, new).carry_loosely(span_of(old, "拨付慰问金5万元")) is None


texts = st.text(alphabet="工会职总市省捐款\n，。", max_size=60)


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, str, Span, int]:
    """A text, the same with one stretch replaced, a span, and how far a span behind the stretch moves."""
    old = draw(texts.filter(bool))
    start = draw(st.integers(0, len(old)))
    end = draw(st.integers(start, len(old)))
    put = draw(texts)
    first = draw(st.integers(0, len(old) - 1))
    last = draw(st.integers(first + 1, len(old)))
    return old, old[:start] + put + old[end:], Span(first, last), len(put) - (end - start)


@given(edits())
def test_whatever_is_carried_has_the_same_words(edit: tuple[str, str, Span, int]) -> None:
    old, new, span, _ = edit
    carried = Anchoring(old, new).carry(span)
    assert carried is None or carried.of(new) == span.of(old)


@given(texts.filter(bool), st.data())
def test_an_unchanged_text_leaves_every_span_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    assert Anchoring(text, text).carry(span) == span


@given(edits())
def test_no_two_characters_are_carried_to_one_place(edit: tuple[str, str, Span, int]) -> None:
    old, new, _, _ = edit
    anchoring = Anchoring(old, new)
    carried = [anchoring.carry_loosely(Span(at, at + 1)) for at in range(len(old))]
    places = [span.start for span in carried if span]
    assert len(places) == len(set(places))


DISTINCT = "".join(chr(0x4E00 + number) for number in range(60))


@given(st.integers(0, 60), st.integers(0, 10), st.text(alphabet="甲辰戌", max_size=10), st.integers(0, 55))
def test_where_no_character_repeats_every_span_outside_the_edit_moves_by_its_length(
    start: int, length: int, put: str, first: int
) -> None:
    end = min(start + length, 60)
    new = DISTINCT[:start] + put + DISTINCT[end:]
    span = Span(first, first + 5)
    carried = Anchoring(DISTINCT, new).carry(span)
    if span.end <= start - 8:
        assert carried == span
    elif span.start >= end + 8:
        assert carried == span.shifted(len(put) - (end - start))
    elif span.start < end and start < span.end and start < end:
        assert carried is None

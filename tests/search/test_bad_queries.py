"""Whatever is typed, there is an answer, in bounded time."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.search.archives import Archive, postgres_archive, shuffled_texts, sqlite_archive
from unionarchive.common.search.folding import fold
from unionarchive.common.search.matching import spans_of, stands_in
from unionarchive.common.search.query import parse
from unionarchive.common.search.snippets import snippet

BAD = [
    "", " ", "工", "。", "，、；：", '"', '"""', "“", '"未完', "-", "--", "OR", "OR OR", "AND NOT OR", "NOT", "|", "*",
    "^", "😷", "😷😷", "👨\u200d👩\u200d👧", "\x00", "工\x00会", "\x1b[31m", "\ud800", "工\udfff会", "\u200b",
    "\ue000", "\ue001省", "a" * 10_000, "工" * 10_000, "工 " * 5_000, "-工 " * 3_000, '"工会' * 3_000,
    "'; DROP TABLE search_state; --", "工会' OR '1'='1", "%", "_", "\\", "tokens:工会", "NEAR(工会 慰问)", "工会*",
    "^工会", "{a b}: 工会", '"工会" + "慰问"', "(((((工会", "标题:", "标题:标题:", "日期:", "日期:9999-99",
    "金额:" + "9" * 500, ":", "：：", "%s %s", "{}", "$1", "?", '标题:"', "-标题:-工", "İstanbul", "ß", "ﬁ", "Ⅷ", "㎡",
]  # fmt: skip


OPERATORS = st.lists(st.sampled_from(["工会", '"', "-", "OR", "标题:", "(", "慰问", " ", "：", "*"])).map("".join)


@pytest.fixture(scope="module")
def filled() -> Iterator[Archive]:
    with sqlite_archive() as archive:
        archive.put(*shuffled_texts(200))
        yield archive


def answer(archive: Archive, typed: str) -> None:
    search = archive.search(typed)
    started = time.monotonic()
    newest, ranked = search.newest(limit=20), search.ranked(limit=20)
    assert time.monotonic() - started < 5
    if newest.complete and ranked.complete and not newest.more and not ranked.more:
        assert {hit.ref for hit in newest.hits} == {hit.ref for hit in ranked.hits}


@pytest.mark.parametrize("typed", BAD, ids=range(len(BAD)))
def test_it_answers_whatever_is_typed(archive: Archive, typed: str) -> None:
    archive.put(*shuffled_texts(40))
    answer(archive, typed)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["工会", '"', "-", "OR", "标题:", "(", "慰问", " ", "：", "*"])).map("".join)
)
def test_it_answers_any_text(filled: Archive, typed: str) -> None:
    answer(filled, typed)


@pytest.mark.postgres
def test_it_answers_any_text_on_postgres(postgres_url: str) -> None:
    with postgres_archive(postgres_url) as archive:
        archive.put(*shuffled_texts(50))

        @settings(max_examples=100, deadline=None)
        @given(st.text(max_size=60))
        def check(typed: str) -> None:
            answer(archive, typed)

        check()


@settings(deadline=None)
@given(st.text())
def test_folding_keeps_every_position_and_settles_at_once(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@settings(deadline=None)
@given(
    st.text(alphabet="工⼯會会Nnｎ9９⑨么麼幺，,.\U0002f804亂", max_size=20),
    st.text(alphabet="工会會Nn9么，乱\U0002f804", min_size=1, max_size=3),
)
def test_a_word_stands_in_a_text_when_it_stands_in_the_folded_text(text: str, typed: str) -> None:
    assert stands_in(text, fold(typed)) == (fold(typed) in fold(text))


@settings(deadline=None)
@given(st.text(alphabet="工会慰问。，\n“”a1 ", max_size=300), st.text(alphabet="工会慰问a1", min_size=1, max_size=3))
def test_a_snippet_is_a_stretch_of_the_text_and_marks_what_was_sought(text: str, needle: str) -> None:
    spans = spans_of(text, [needle])
    shown = snippet(text, spans, length=40)
    assert text[shown.start :].startswith(shown.text)
    assert len(shown.text) <= 40
    assert not spans or shown.highlights
    assert all(mark.end <= len(shown.text) for mark in shown.highlights)


@settings(deadline=None)
@given(st.text())
def test_a_parsed_query_is_the_same_when_parsed_again(typed: str) -> None:
    assert parse(parse(typed).typed).groups == parse(typed).groups

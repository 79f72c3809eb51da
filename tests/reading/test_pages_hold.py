"""What holds of any text whatever: nothing lost, nothing doubled, no crash, and time in proportion."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from seeds.reading.drafts import Context
from seeds.reading.pages import read_pages
from tests.reading.odd_texts import PIECES, check_whole
from tests.reading.page_sets import annotated

_TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=200)


@settings(max_examples=200, deadline=None)
@given(_TEXTS)
@example("<p>总工会送去&nbsp;慰问金3万元")
@example("<p>总工会送去&#32;慰问金&#12288;3万元，&quot;暖&quot;&amp;")
@example("<p>&nbsp;")
@example("<p>**&nbsp;")
@example("短 波")
@example("# 短 波\n\n# 短 波")
@example("<p>&nbsp;<b></b>&#12288;</p>\n<span>&nbsp;</span>")
@example("<p>短&nbsp;波</p>&nbsp;来源：日报")
@example("a&nbsp;b 没有标记，总工会送去&nbsp;慰问金3万元。")
@example("<p>&bogus;&#0;&nbsp;总工会送去&nbsp;\n&nbsp;慰问金3万元。")
def test_it_loses_and_doubles_no_character(text: str) -> None:
    check_whole(text, read_pages(text, Context()))


def test_it_loses_no_character_of_real_pages() -> None:
    for page in annotated("practice"):
        check_whole(page.text, page.read())


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_change_nothing(ending: str) -> None:
    page = next(annotated("practice"))
    plain = page.read()
    other = read_pages(page.text.replace("\n", ending), Context())
    assert [article.body for article in other.articles] == [article.body for article in plain.articles]


def test_it_reads_the_same_twice() -> None:
    page = next(annotated("documents"))
    assert page.read() == page.read()


@pytest.fixture
def without_collecting() -> Iterator[None]:
    """No garbage is collected in the test: what other tests hold would be looked through, and timed."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize(
    "unit",
    [
        "字\n",
        "字\n\n",
        "今天市总工会给职工送去了慰问金。\n",
        "该公司，",
        "“（《",
        "本报记者 张三\n",
        "● 项目：1个\n",
        "**",
    ],
)
@pytest.mark.usefixtures("without_collecting")
def test_time_grows_in_proportion(unit: str) -> None:
    def spent(count: int) -> float:
        text = unit * count
        begin = time.process_time()
        read_pages(text, Context())
        return time.process_time() - begin

    spent(50)
    small = min(spent(1_000), spent(1_000))
    assert min(spent(4_000), spent(4_000)) < 12 * small + 0.2


def test_a_hundred_thousand_lines_of_one_character_are_read() -> None:
    begin = time.process_time()
    pages = read_pages("字\n" * 100_000, Context())
    assert time.process_time() - begin < 20
    assert sum(len(segment.span) for segment in pages.segments) >= 100_000

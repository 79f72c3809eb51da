"""What holds of any text whatever: nothing lost, nothing doubled, no crash, and time in proportion."""

from __future__ import annotations

import html
import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from seeds.reading.drafts import Context, Pages
from seeds.reading.pages import read_pages
from tests.reading.page_sets import annotated

_PIECES = st.sampled_from(
    [
        "本报讯", "（记者 王 军）", "□ 本报记者 李 明", "# ", "**", "![](a.png)", "——", "● ", "2月30日",
        "（下转第四版）",
        "（上接第一版）", "摄", "来源：日报", "首页 > 正文", "“", "”", "《", "》", "。", "，", "总工会送去慰问金3万元",
        "\n", "\n\n", "\r\n", "\r", "\f", "\u2028", "\u3000", "\ufeff", "| a | b |",
        "<p>", "&nbsp;", "<script>", "</p>",
        "第三版 2008年2月", "核心阅读", "短 波", "a", "é", "𠀀", "\x00", "1. ", "（完）",
    ]
)  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=60).map("".join) | st.text(max_size=200)


_ENTITY = re.compile(r"&#?\w{1,16};")


def _said_at(text: str, position: int) -> tuple[str, ...]:
    """The character at ``position``, and what the entity that begins there stands for, any white space as a blank."""
    entity = _ENTITY.match(text, position)
    read = html.unescape(entity[0]) if entity else ""
    return text[position], " " if read.isspace() else read


def check_whole(text: str, pages: Pages) -> None:
    """Every character that is not white space lies in exactly one segment, and every segment in at most one article."""
    times = [0] * len(text)
    for segment in pages.segments:
        for position in range(segment.span.start, segment.span.end):
            times[position] += 1
    assert all(count == 1 for count, character in zip(times, text, strict=True) if not character.isspace())
    assert all(count <= 1 for count in times)
    used = [piece.segment for article in pages.articles for piece in article.pieces]
    assert len(used) == len(set(used))
    for article in pages.articles:
        for part in article.parts:
            for position, character in enumerate(part.text):
                source = part.offsets.source_of(position)
                if source is not None:
                    assert character in _said_at(text, source)


@settings(max_examples=200, deadline=None)
@given(_TEXTS)
@example("<p>总工会送去&nbsp;慰问金3万元")
@example("<p>总工会送去&#32;慰问金&#12288;3万元，&quot;暖&quot;&amp;")
@example("<p>&nbsp;")
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
def test_time_grows_in_proportion(unit: str) -> None:
    def spent(count: int) -> float:
        text = unit * count
        begin = time.process_time()
        read_pages(text, Context())
        return time.process_time() - begin

    spent(50)
    small = min(spent(1_000), spent(1_000))
    assert spent(4_000) < 12 * small + 0.2


def test_a_hundred_thousand_lines_of_one_character_are_read() -> None:
    begin = time.process_time()
    pages = read_pages("字\n" * 100_000, Context())
    assert time.process_time() - begin < 20
    assert sum(len(segment.span) for segment in pages.segments) >= 100_000

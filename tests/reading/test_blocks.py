"""Lines to strips: what stands together, and what each strip looks like."""

from __future__ import annotations

import pytest

from seeds.reading.assembly.strips import End, Kind, Start, Strip
from seeds.reading.blocks import cut_strips
from seeds.reading.lines import read_lines


def strips_of(text: str) -> tuple[Strip, ...]:
    return cut_strips(read_lines(text))


COLUMN = """小额借款扶起一千五百名女工
本报讯（记者 于 波）由市总女职工委员会开办
的“巧手”再就业培训班，一年来免费培训下岗女
工1860人次，1500人重新上岗，上岗率达八成。
培训班设家政、裁剪、蔬菜栽培三个专业，每期二
十五天。（金 萍）
"""


def test_wrapped_lines_become_paragraphs() -> None:
    headline, text = strips_of(COLUMN)
    assert headline.kind is Kind.HEADING
    assert "下岗女工1860人次" in text.text
    assert "每期二十五天。" in text.text
    assert (text.start, text.end) == (Start.SURE, End.SIGNED)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("# 市总启动送温暖活动", Kind.HEADING),
        ("本报记者 周峰", Kind.BYLINE),
        ("![](images/1.jpg)", Kind.IMAGE),
        ("首页 > 新闻 > 正文", Kind.FURNITURE),
        ("责任编辑：米兰　版式：程晓", Kind.FURNITURE),
        ("版权所有：市总工会", Kind.FURNITURE),
        ("今天，市总工会给职工送去了慰问金。", Kind.TEXT),
        ("据了解，这家企业去年推出职", Kind.TEXT),
        ("王振说，“那年我还小，不知道", Kind.TEXT),
    ],
)
def test_a_line_alone_is_what_it_looks_like(line: str, kind: Kind) -> None:
    assert strips_of(line)[0].kind is kind


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("本报讯 今天开会。", Start.SURE, End.CLOSED),
        ("该局随即下发通知，", Start.FOLLOWS, End.COMMA),
        ("近日，市总工会给职工发放了慰", Start.FRESH, End.OPEN),
        ("，把钱送到职工手里。（下转第三版）", Start.MIDDLE, End.SIGNED),
        ("“家里的事交给我们，”他说，“你放心去吧。”", Start.QUOTE, End.CLOSED),
    ],
)
def test_a_strip_knows_how_it_begins_and_ends(text: str, start: Start, end: End) -> None:
    (strip,) = strips_of(text)
    assert (strip.start, strip.end) == (start, end)


def test_a_page_head_is_furniture_and_its_article_is_not() -> None:
    head, headline, text = strips_of("2008年5月21日 星期三　第二版\n\n一封家书进班组\n\n本报讯 昨天，家书到了班组。\n")
    assert head.kind is Kind.FURNITURE
    assert (headline.kind, text.kind) == (Kind.HEADING, Kind.TEXT)

"""What a result list shows of a text: whole sentences, else whole clauses."""

from __future__ import annotations

import pytest

from unionarchive.common.search.matching import spans_of
from unionarchive.common.search.snippets import snippet

LONG = "市总工会负责人说，这笔钱要用在一线，用在最需要的人身上，用在口罩、手套和防护服上，一分也不能少"


@pytest.mark.parametrize(
    ("text", "needle", "length", "wanted"),
    [
        ("第一句。第二句有口罩。第三句。", "口罩", 8, "第二句有口罩。"),
        ("第一句。第二句有口罩。第三句。", "口罩", 12, "第二句有口罩。第三句。"),
        ("第一句。第二句。", "口罩", 6, "第一句。"),
        (LONG, "口罩", 30, "用在口罩、手套和防护服上，一分也不能少"),
        (LONG, "市总", 20, "市总工会负责人说，这笔钱要用在一线，"),
        ("捐款12,000元和10:30送到的口罩" * 2, "口罩", 24, "捐款12,000元和10:30送到的口罩捐款12"),
        ("没有标点的一句话里有口罩和手套和防护服", "口罩", 12, "没有标点的一句话里有口罩"),
    ],
)
def test_it_shows_whole_sentences_or_else_clauses(text: str, needle: str, length: int, wanted: str) -> None:
    assert snippet(text, spans_of(text, [needle]), length=length).text == wanted

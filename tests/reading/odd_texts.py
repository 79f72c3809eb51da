"""Pieces that odd texts are dealt out of, and what holds of the pages read in any text whatever."""

from __future__ import annotations

import html
import re

from seeds.reading.drafts import Pages

PIECES = [
    "本报讯", "（记者 王 军）", "□ 本报记者 李 明", "# ", "**", "![](a.png)", "——", "● ", "2月30日",
    "（下转第四版）",
    "（上接第一版）", "摄", "来源：日报", "首页 > 正文", "“", "”", "《", "》", "。", "，", "总工会送去慰问金3万元",
    "\n", "\n\n", "\r\n", "\r", "\f", "\u2028", "\u3000", "\ufeff", "| a | b |",
    "<p>", "&nbsp;", "<script>", "</p>",
    "第三版 2008年2月", "核心阅读", "短 波", "a", "é", "𠀀", "\x00", "1. ", "（完）",
]  # fmt: skip

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

"""Stories are read as their signs say, page by page."""

from __future__ import annotations

from pathlib import Path

from tests.reading.story_pages import annotated_stories, written_pages

_FILE = """== 江城工人报 2008年2月3日 第二版
= 雪里的灯
= ——东湖变电站见闻
@ 本报记者 方 正
大雪下了三天。

## 半夜出门
站长背起工具包。
=
> 图为志愿者扫雪。
= 一则短讯
市总工会送去棉衣。
== 一页只有一则，不算
= 孤零零
没有别的了。
"""


def test_heads_bylines_and_cross_heads_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(_FILE, encoding="utf-8")
    (page,) = written_pages(tmp_path)
    first, second, third = page
    assert (first.heads, first.byline) == (["雪里的灯", "——东湖变电站见闻"], "本报记者 方 正")
    assert list(zip(first.paragraphs, first.cross, strict=True)) == [
        ("大雪下了三天。", False),
        ("半夜出门", True),
        ("站长背起工具包。", False),
    ]
    assert (second.heads, second.paragraphs) == ([], ["图为志愿者扫雪。"])
    assert third.heads == ["一则短讯"]


def test_every_written_page_has_stories_with_text() -> None:
    pages = list(written_pages())
    assert len(pages) >= 1800
    assert all(story.paragraphs and all(story.paragraphs) for page in pages for story in page)


def test_annotated_pages_are_stories_too() -> None:
    (*pages,) = annotated_stories(["documents"])
    assert sum(map(len, pages)) > 20
    assert all(len(story.paragraphs) == 1 for page in pages for story in page)

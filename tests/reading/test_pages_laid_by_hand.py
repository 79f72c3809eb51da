"""Scripts of pages laid by hand make the pages that they say, with their solution."""

from __future__ import annotations

import pytest

from tests.reading.pages_laid_by_hand import laid_by, pages_laid_by_hand

_STORIES = "da01 0"  # the first story has two head lines, a byline and eight paragraphs, the second two of each


def _page(*script: str) -> tuple[list[str], dict[str, list[str]]]:
    page = laid_by("one", "\n".join([_STORIES, *script]))
    lines = page.text.split("\n")
    read = {article["id"]: [lines[at - 1] for at, _ in article["lines"]] for article in page.gold["articles"]}
    return lines[:-1], read


def test_pieces_are_read_in_the_order_of_their_story() -> None:
    lines, read = _page("p1.2", "_", "p2.1", "L 第三版", "h1", "b1", "p1.1", "t1.1 （上接第一版）", "h2 # ")
    assert lines[1] == ""
    assert lines[3] == "第三版"
    assert [line[:6] for line in read["a1"]] == [
        "茧子湿了，丝",
        "——嘉湖缫丝",
        "本报通讯员 ",
        "7月14日下",
        "（上接第一版",
        "石梯一共二十",
    ]
    assert [line[:6] for line in read["a2"]] == ["# 先救没处", "# 地区工办", "本报讯 南充"]


def test_lines_are_as_wide_as_a_script_says() -> None:
    lines, read = _page("width 20", "indent 2", "p2.1", "width 0", "p1.1")
    assert all(len(line) <= 12 for line in lines[:-1])
    assert lines[0].startswith("　　本报讯")
    assert read["a2"] == lines[:-1]
    assert "".join(read["a1"]).startswith("　　7月14日")


@pytest.mark.parametrize(("kind", "before"), [("stop", "。"), ("comma", "，")])
def test_a_paragraph_is_cut_where_a_script_says(kind: str, before: str) -> None:
    lines, read = _page(f"cut p1.2 0.5 {kind}", "p1.2b", "p2.1", "p1.2a")
    assert lines[2].endswith(before)
    assert "".join(read["a1"]) == lines[2] + lines[0]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("p9.1", "story 9 of a page that has 7"),
        ("x1", "has no line such as 'x1'"),
        ("cut p1.1 0.5 mid 0.5 mid", "not one behind the other"),
        ("cut p1.5 0.5 stop", "there is no stop to cut at"),
    ],
)
def test_what_a_script_may_not_say_is_told(line: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        _page(line)


def test_all_scripts_make_pages_of_several_stories() -> None:
    count = 0
    for page in pages_laid_by_hand():
        count += 1
        lines = page.text.split("\n")
        owned = [at for article in page.gold["articles"] for at, _ in article["lines"]]
        assert len(owned) == len(set(owned)), page.name
        assert len(page.gold["articles"]) > 1, page.name
        assert all(lines[at - 1].strip() for at in owned), page.name
    assert count > 3000

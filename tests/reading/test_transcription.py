"""The texts of an article, and the way back from each character."""

from __future__ import annotations

from seeds.reading.drafts import Context
from seeds.reading.pages import read_pages

TEXT = (
    "# 送清凉\n\n**本报讯**（记者 王 军）8月3日，市总工会给一线职\n工送去绿豆1000公斤。\n\n"
    "- 白糖六百公斤；\n- 毛巾四百条。\n"
)


def test_marks_are_in_segments_and_not_in_texts() -> None:
    (article,) = read_pages(TEXT, Context()).articles
    assert article.headline == "送清凉"
    assert "*" not in article.body
    assert article.part("byline").text == "本报讯（记者 王 军）"
    assert article.body.endswith("白糖六百公斤；\n毛巾四百条。")


def test_every_character_leads_back_to_its_source() -> None:
    (article,) = read_pages(TEXT, Context()).articles
    for part in article.parts:
        sources = [part.offsets.source_of(position) for position in range(len(part.text))]
        assert [TEXT[source] for source in sources if source is not None] == [
            character for character, source in zip(part.text, sources, strict=True) if source is not None
        ]
        assert all(character == "\n" for character, source in zip(part.text, sources, strict=True) if source is None)


def test_letters_keep_a_blank_between_their_lines_and_chinese_none() -> None:
    text = "The union sent masks and gloves to all of its\nmembers in the town, and then it sent some more.\n"
    (article,) = read_pages(text, Context()).articles
    assert "all of its members in the town" in article.body


def test_markup_of_a_web_page_is_in_no_text() -> None:
    page = (
        "<html><body><h1>海岛来了“诊所”</h1>\n"
        "<p><b>本报讯</b>（记者 邬 燕）9月11日，<i>医生</i>上岛。</p></body></html>"
    )
    (article,) = read_pages(page, Context(name="a.html")).articles
    assert article.headline == "海岛来了“诊所”"
    assert article.body == "9月11日，医生上岛。"

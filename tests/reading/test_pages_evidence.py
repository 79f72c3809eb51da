"""What the assembly knows of texts beside their words: how they begin, what they count, what they are about."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from seeds.reading.assembly.counting import last_ordinal, numbers_in, ordinal_of
from seeds.reading.assembly.openings import opening_of
from seeds.reading.assembly.subjects import Subjects
from tests.reading.page_fitting import FitPage, worth
from tests.reading.pages_laid_anew import Story, lay


@pytest.mark.parametrize(
    ("goes_on", "begins"),
    [
        ("的棉被送到职工手中。", "近日，市总工会召开会议。"),
        ("了两天，手工清出电机。", "记者从市总工会了解到，"),
        ("会的干部连夜赶来，", "今年以来，全市各级工会"),
    ],
)
def test_a_text_that_goes_on_begins_otherwise_than_a_paragraph(goes_on: str, begins: str) -> None:
    assert opening_of(goes_on).middle > opening_of(begins).middle


def test_an_article_begins_otherwise_than_a_later_paragraph() -> None:
    assert opening_of("日前，河南省总工会召开会议。").article > opening_of("会上，有人告诉记者，").article


def test_what_stands_before_the_first_sentence_is_left_out() -> None:
    assert opening_of("本报讯（记者 王军）近日，市总工会").article == opening_of("近日，市总工会").article


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("一、资金分配。德保县80万元。", 1, 1),
        ("二是抓培训。三是抓岗位。", 2, 3),
        ("（三）监督管理", 3, 3),
        ("首先要摸清底数。", 1, 1),
        ("第二，抓落实。", 2, 2),
        ("一车青菜表心意", 0, 0),
        ("2.5万元已经到账。", 0, 0),
    ],
)
def test_places_in_a_count(text: str, first: int, last: int) -> None:
    assert (ordinal_of(text), last_ordinal(text)) == (first, last)


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("七辆卡车，石嘴山到绵竹", "7辆卡车开出厂门。"),
        ("固原：一百二十张课桌等着你", "教室里摆着120张课桌。"),
        ("两百一十三万元拿回来了", "拿回213万元。"),
    ],
)
def test_a_headline_says_numbers_in_words(headline: str, body: str) -> None:
    assert numbers_in(headline) & numbers_in(body)


def test_texts_on_one_subject_are_alike_without_a_word_in_common() -> None:
    texts = ["地震灾区余震不断", "抗震救灾物资运到", "音乐会观众掌声热烈", "合唱团演出歌曲"]
    about = Subjects(texts, np.ones(4, dtype=np.bool_))
    places = np.arange(4)
    alike = about.between(places[:, None], places[None, :])
    assert alike[0, 1] > max(alike[0, 2], alike[0, 3])


STORIES = [
    Story(
        [f"第{number}条标题在这里"],
        "",
        [f"这是第{number}篇的第一段，说的是一件事。" * 3, f"第{number}篇的第二段说的是别的。" * 3],
        [False] * 2,
    )
    for number in "甲乙丙丁"
]


@pytest.mark.parametrize("seed", range(20))
def test_a_page_laid_anew_keeps_every_character_of_its_stories(seed: int) -> None:
    text, gold = lay(STORIES, "page", Random(seed))
    lines = text.split("\n")
    for article in gold["articles"]:
        body = "".join(lines[line - 1] for line, _ in article["lines"])
        assert any(body.endswith("".join(story.paragraphs)) for story in STORIES)


def test_the_right_articles_are_worth_most() -> None:
    page = FitPage("page", *lay(STORIES, "page", Random(5)))
    assert worth(page, page.follows) == pytest.approx(1.0)
    assert worth(page, np.full(len(page.strips), -1)) < 1.0

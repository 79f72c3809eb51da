"""Recall and precision against substring truth, on both engines."""

from __future__ import annotations

import datetime
import random

import opencc
import pytest

from benchmarks.search_recall import domain_words, stretches
from tests.search.archives import Archive, postgres_archive, shuffled_texts, sqlite_archive
from unionarchive.common.search import sqlite
from unionarchive.common.search.tokens import FACET, LEAD, LEAD_LENGTH, NAMES, TITLE, Text, entry_lines, grams


def truth(archive: Archive, needle: str) -> set[int]:
    return {ref for ref, text in archive.texts.items() if needle in text.title or needle in text.body}


def test_it_finds_exactly_what_has_the_substring(archive: Archive) -> None:
    archive.put(*shuffled_texts(300))
    for query in [*stretches(1000, seed=7), *domain_words(1000, seed=8)]:
        assert archive.all(query) == truth(archive, query), query


@pytest.mark.parametrize(("table", "number"), [("s2t", 1000), ("s2tw", 150), ("s2hk", 150)])
def test_it_finds_the_same_by_a_traditional_query(archive: Archive, table: str, number: int) -> None:
    archive.put(*shuffled_texts(150))
    convert = opencc.OpenCC(table).convert
    for query in [*stretches(number, seed=9), *domain_words(number, seed=10)]:
        assert archive.all(convert(query)) == truth(archive, query), convert(query)


def test_it_finds_traditional_text_by_a_simplified_query(archive: Archive) -> None:
    convert = opencc.OpenCC("s2t").convert
    printed = dict(enumerate(shuffled_texts(100), start=1))
    archive.put(*(Text(convert(text.title), convert(text.body)) for text in printed.values()))
    for query in stretches(150, seed=11):
        wanted = {ref for ref, text in printed.items() if query in text.title or query in text.body}
        assert archive.all(query) == wanted, query


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("84消毒", "分发84消毒液500瓶"),
        ("4消毒液5", "分发84消毒液500瓶"),
        ("23.7万", "拨付23.7万元"),
        ("3.7万元", "拨付23.7万元"),
        ("２３．７万元", "拨付23.7万元"),
        ("covid", "检测COVID-19"),
        ("vid-1", "检测COVID-19"),
        ("元，用", "拨付500元，用于慰问"),
        ("12351", "拨打１２３５１热线"),
        ("什么", "问他缺什麼"),
        ("什麼", "问他缺什么"),
        ("n95", "发Ｎ95口罩"),
        ("㐂㐂", "店名㐂㐂"),
        ("𠮷野", "𠮷野家"),
        ("口罩😷", "戴口罩😷了吗"),
    ],
)
def test_it_finds_parts_of_numbers_words_and_rare_characters(archive: Archive, query: str, text: str) -> None:
    [ref] = archive.put(Text("标题", text))
    archive.put(Text("另一篇", "别的事"))
    assert archive.all(query) == {ref}


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("省总工会", "省总和市工会"),
        ("总工会省", "省总工会，省总工会"),
        ("工会工", "工会。工会"),
        ("人人人", "人人"),
        ("甲乙丙", "甲乙、乙丙"),
    ],
)
def test_it_does_not_find_the_pieces_alone(archive: Archive, query: str, text: str) -> None:
    archive.put(Text("标题", text))
    assert archive.all(query) == set()


def test_it_finds_a_single_character_common_or_rare(archive: Archive) -> None:
    archive.put(*shuffled_texts(1100))
    [rare] = archive.put(Text("标题", "鼐"))
    [last] = archive.put(Text("标题", "他叫张鼐，是书记"))
    archive.put(*shuffled_texts(1100, seed=2))
    assert archive.all("鼐") == {rare, last}
    assert archive.all("工") == truth(archive, "工")


@pytest.mark.parametrize("length", [0, 1, 60, 61, 400])
def test_the_tokens_of_many_texts_made_together_are_those_of_each_part(length: int) -> None:
    draw = random.Random(length)
    bodies = ["".join(draw.choices("工会，。 a1\n𠮷😷會Ｎ", k=length)) for _ in range(50)]
    lines = entry_lines([(Text("总工会送口罩", body, "李玉\n张三", "肩题"), {"year2020"}) for body in bodies])
    for body, line in zip(bodies, lines, strict=True):
        title, names, lead = grams("总工会送口罩\n肩题"), grams("李玉\n张三"), grams(body[:LEAD_LENGTH])
        marked = {mark + gram for mark, found in ((TITLE, title), (NAMES, names), (LEAD, lead)) for gram in found}
        everywhere = title | names | grams(body)
        # A character alone is found as the beginning of a pair, wherever that stands.
        begun = {gram[0] for gram in everywhere if len(gram) > 1}
        assert set(line.split()) == marked | (everywhere - begun) | {f"{FACET}year2020"}, body


def test_rows_of_one_day_follow_each_other_past_the_most_that_fit_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "_DAY_BITS", 2)
    with sqlite_archive() as archive:
        day = datetime.date(2020, 2, 5)
        for size in (3, 4, 6):
            archive.put(*[Text("口罩", "手套")] * size, day=day)
            archive.put(Text("口罩", "手套"), day=day + datetime.timedelta(days=1))
        assert archive.all("口罩") == set(archive.texts)


@pytest.mark.postgres
def test_the_newest_are_the_same_once_the_database_knows_a_word_to_be_common(postgres_url: str) -> None:
    days = [datetime.date(2020, 1, 1) + datetime.timedelta(days=number % 700) for number in range(1500)]
    with postgres_archive(postgres_url) as archive:
        for day in days:
            archive.put(Text("口罩", "手套"), day=day)
        rare, within = archive.search("口罩").newest(limit=20), archive.all("口罩 日期:2020")
        archive.index.settle()  # it counts how common each token is
        assert archive.search("口罩").newest(limit=20) == rare
        assert archive.all("口罩 日期:2020") == within
        assert len(within) == sum(day.year == 2020 for day in days)
        assert archive.all("口罩") == set(archive.texts)

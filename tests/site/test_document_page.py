"""A source document's page: every line under its number, with what it was taken for."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from seeds.line_numbers import LINES_PER_PAGE, LineNumbers, line_address
from tests import factories
from tests.site.pages import page, story

pytestmark = pytest.mark.django_db


def test_it_numbers_every_line_as_editors_do(client: Client) -> None:
    told = story()
    html = page(client, told.document.get_absolute_url())
    assert re.findall(r'id="L(\d+)"', html) == [str(n) for n in range(1, 7)]  # the body has two lines
    assert told.document.sha256 in html


def test_it_says_what_each_line_was_taken_for(client: Client) -> None:
    told = story()
    html = page(client, told.document.get_absolute_url())
    lines = dict(re.findall(r'id="L(\d+)"(.*?)</div></div>', html, flags=re.DOTALL))
    assert ">1 Headline<" in lines["1"]
    assert ">1 Body<" in lines["3"]
    assert "Body<" not in lines["4"]  # goes on as the line above
    assert ">Banner<" in lines["6"]
    assert "furniture" in lines["6"]


def test_it_cuts_a_line_that_two_segments_share(client: Client) -> None:
    told = story(headline="慰问金送到（记者甲）")
    told.article.sources.filter(role="headline").update(end=5)
    factories.ArticleSourceFactory(document=told.document, article=told.article, role="byline", start=5, end=10)
    html = page(client, told.document.get_absolute_url())
    line = re.search(r'id="L1"(.*?)</div></div>', html, flags=re.DOTALL)
    assert line is not None
    assert ">慰问金送到</span>" in line[1]
    assert ">1 Byline</a>" in line[1]
    assert ">（记者甲）</span>" in line[1]


def test_a_long_document_comes_in_pages(client: Client) -> None:
    article = factories.ArticleFactory()
    text = "\n".join(f"第{n}行" for n in range(1, LINES_PER_PAGE + 3))
    document = factories.DocumentFactory(text=text)
    factories.ArticleSourceFactory(document=document, article=article, role="body", start=0, end=len(text))
    assert line_address(document.pk, LINES_PER_PAGE) == f"/documents/{document.pk}/#L{LINES_PER_PAGE}"
    later = line_address(document.pk, LINES_PER_PAGE + 1)
    assert later == f"/documents/{document.pk}/?page=2#L{LINES_PER_PAGE + 1}"
    html = page(client, f"/documents/{document.pk}/", page=2)
    assert re.findall(r'id="L(\d+)"', html) == [str(LINES_PER_PAGE + 1), str(LINES_PER_PAGE + 2)]
    assert ">1 Body<" in html


@pytest.mark.parametrize(
    ("comment", "text", "quotes", "expected"),
    [
        ("one line", "甲甲\n乙乙", ["乙"], [(2, 2)]),
        ("over two lines", "甲甲\n乙乙", ["甲\n乙"], [(1, 2)]),
        ("neighbours", "甲\n乙\n丙", ["甲", "乙"], [(1, 2)]),
        ("a blank line between", "甲\n\n乙", ["甲", "乙"], [(1, 3)]),
        ("other words between", "甲\n乙\n丙", ["甲", "丙"], [(1, 1), (3, 3)]),
        ("against the order of the page", "甲\n乙\n丙", ["丙", "甲"], [(3, 3), (1, 1)]),
        ("Windows line ends", "甲\r\n乙", ["乙"], [(2, 2)]),
        ("old Mac line ends", "甲\r乙", ["乙"], [(2, 2)]),
        ("nothing", "甲", [], []),
    ],
)
def test_it_finds_the_lines_of_words(
    comment: str, text: str, quotes: list[str], expected: list[tuple[int, int]]
) -> None:
    numbers = LineNumbers(factories.DocumentFactory(text=text))
    found = numbers.ranges((text.index(quote), text.index(quote) + len(quote)) for quote in quotes)
    assert [(lines.first, lines.last) for lines in found] == expected, comment

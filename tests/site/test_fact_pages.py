"""The pages of a measure and of an aid record walk back to the words and to the line."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.site.pages import GIFT, RULES, page, story

pytestmark = pytest.mark.django_db


def test_an_aid_record_shows_its_evidence_and_the_way_to_it(client: Client) -> None:
    told = story()
    html = page(client, told.gift.get_absolute_url())
    evidence = told.gift.evidence.get()
    assert f">{GIFT}</blockquote>" in html
    assert f'href="{told.article.get_absolute_url()}#e{evidence.pk}"' in html
    assert f'href="{told.document.get_absolute_url()}#L3"' in html
    for words in ("¥50,000", "5万元", "Committed", "一线职工", told.donor.name, "口罩 500只"):
        assert words in html, words


def test_an_aid_record_names_its_parts_and_retellings(client: Client) -> None:
    told = story()
    part = factories.AidDisbursementFactory(article=told.article, basis="part", part_of=told.gift, amount=20000)
    again = factories.AidDisbursementFactory(article=told.article, same_as=told.gift, amount=50000)
    whole = page(client, told.gift.get_absolute_url())
    assert f'href="{part.get_absolute_url()}">¥20,000<' in whole
    assert f'href="{again.get_absolute_url()}">¥50,000<' in whole
    for row in (part, again):
        assert f'href="{told.gift.get_absolute_url()}">¥50,000<' in page(client, row.get_absolute_url())


@pytest.mark.parametrize(
    ("agreement", "words"),
    [(True, ["The figures agree"]), (False, ["The figures do not agree"]), (None, [])],
)
def test_an_aid_record_says_whether_its_figures_agree(client: Client, agreement: bool | None, words: list[str]) -> None:
    html = page(client, factories.AidDisbursementFactory(agreement=agreement).get_absolute_url())
    assert [found for found in ("The figures agree", "The figures do not agree") if found in html] == words


def test_a_measure_shows_its_promises_and_its_evidence(client: Client) -> None:
    told = story()
    html = page(client, told.measure.get_absolute_url())
    assert f">{RULES}</blockquote>" in html
    assert "≤ ¥1,000/户" in html
    assert "每户最高1000元" in html
    assert told.donor.get_absolute_url() in html
    assert f'href="{told.document.get_absolute_url()}#L4"' in html


def test_the_words_of_the_search_are_marked(client: Client) -> None:
    told = story()
    measure, gift, donor = (row.get_absolute_url() for row in (told.measure, told.gift, told.donor))
    hits = [
        (measure, "关爱职工", '<h1 lang="zh-Hans"><mark class="hit">关爱职工</mark>十条'),
        (measure, "1000元", '每户最高<mark class="hit">1000元</mark>'),
        (gift, "慰問金", '<mark class="hit">慰问金</mark>'),
        (gift, "下拨慰问金送温暖", '<mark class="hit">慰问金</mark>'),  # single words where no text has all
        (donor, "市总", '<mark class="hit">市总</mark>'),
        (donor, "總工會", '<mark class="hit">总工会</mark></h1>'),
    ]
    for address, question, marked in hits:
        assert marked in page(client, address, q=question), question
        assert '<mark class="hit">' not in page(client, address)
    for address, question in ((measure, "关爱职工"), (gift, "慰问金"), (donor, "市总")):
        assert f'href="{address}?q={quote(question)}"' in page(client, reverse("search"), q=question)


def test_evidence_that_a_correction_has_removed_says_so(client: Client) -> None:
    told = story()
    told.gift.evidence.update(is_orphaned=True)
    html = page(client, told.gift.get_absolute_url())
    assert "no longer in the corrected text" in html
    assert f"{told.article.get_absolute_url()}#e" not in html

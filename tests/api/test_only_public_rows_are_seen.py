"""Who sees what: the truth table of publishing, review and the setting that hides machine readings."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from articles.models import Article
from tests import factories
from tests.api.world import BASE, LISTS, get, keys, make_page, rows

pytestmark = pytest.mark.django_db

FACTS = (
    "articles",
    "documents",
    "publications",
    "organisations",
    "mentions",
    "measures",
    "aid-disbursements",
    "evidence",
)
# publishing, review state, SHOW_UNREVIEWED, whether anybody sees the rows
TRUTH = [
    ("published", "proposed", True, True),
    ("published", "proposed", False, False),
    ("published", "accepted", True, True),
    ("published", "accepted", False, True),
    ("published", "corrected", True, True),
    ("published", "corrected", False, True),
    ("published", "rejected", True, False),
    ("published", "rejected", False, False),
    ("draft", "accepted", True, False),
    ("draft", "proposed", True, False),
    ("withdrawn", "accepted", True, False),
    ("withdrawn", "corrected", False, False),
    ("withdrawn", "proposed", True, False),
]


@pytest.mark.parametrize(("publishing", "state", "show", "visible"), TRUTH)
def test_it_shows_public_rows_only(publishing: str, state: str, show: bool, visible: bool, settings: Any) -> None:
    settings.SHOW_UNREVIEWED = show
    page = make_page(publishing=publishing, state=state)
    for name in FACTS:
        # An editor vouches for an organisation itself, whatever became of the article.
        expected = visible or (name == "organisations" and state in ("accepted", "corrected"))
        assert (page.key(name) in keys(name)) is expected, name
        assert get(f"{name}/{page.key(name)}/").status_code == (200 if expected else 404), name


def test_it_shows_an_editor_no_more_than_anybody() -> None:
    page = make_page(publishing="draft")
    client = Client()
    client.force_login(factories.UserFactory())
    for name in FACTS:
        assert client.get(f"{BASE}{name}/{page.key(name)}/").status_code == 404, name


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_has_no_way_to_write(method: str) -> None:
    page = make_page()
    for name in LISTS:
        answer = getattr(Client(), method)(f"{BASE}{name}/{page.key(name)}/")
        assert answer.status_code == 405, name
        assert answer.json()["type"] == "urn:unionarchive:problem:method-not-allowed"


def test_it_leaves_hidden_facts_out_of_an_article() -> None:
    page = make_page(state="accepted")
    factories.MentionFactory(article=page.article, quote="心理热线", state="rejected")
    factories.MeasureFactory(article=page.article, state="rejected")
    factories.AidDisbursementFactory(article=page.article, state="rejected")
    article = get(f"articles/{page.article.pk}/").json()
    assert len(article["mentions"]) == 2
    assert len(article["measures"]) == len(article["disbursements"]) == 1


def test_it_links_no_organisation_that_has_no_page() -> None:
    page = make_page()
    page.organisation.state = page.organisation.parent.state = "rejected"
    page.organisation.save()
    page.organisation.parent.save()
    name = page.organisation.name
    (aid,), (measure,) = rows("aid-disbursements"), rows("measures")
    assert aid["donors"][0]["name"] == name
    assert aid["donors"][0]["organisation"]["url"] is None
    assert measure["issuers"] == [{"id": page.organisation.pk, "url": None, "name": name}]
    assert {mention["organisation"]["url"] for mention in rows("mentions")} == {None}


def test_it_links_no_record_that_is_hidden() -> None:
    page = make_page()
    whole = factories.AidDisbursementFactory(article=page.article, state="rejected")
    part = factories.AidDisbursementFactory(article=page.article, basis="part", part_of=whole, same_as=whole)
    factories.AidDisbursementFactory(article=page.article, basis="part", part_of=page.aid, state="rejected")
    assert get(f"aid-disbursements/{part.pk}/").json()["part_of"] is None
    assert get(f"aid-disbursements/{part.pk}/").json()["same_as"] is None
    assert get(f"aid-disbursements/{page.aid.pk}/").json()["parts"] == []


def test_it_covers_the_words_of_a_withdrawn_article_in_its_document() -> None:
    page = make_page()
    text = page.document.text
    lost = factories.ArticleFactory(publishing="withdrawn", body="工会还印发《关爱职工十条》")
    start = text.index("工会还印发")
    factories.ArticleSourceFactory(document=page.document, article=lost, start=start, end=start + 6, role="body")
    factories.ArticleSourceFactory(
        document=page.document, article=None, start=len(text) - 3, end=len(text), role="footer"
    )
    document = get(f"documents/{page.document.pk}/").json()
    assert document["text"] == text[:start] + "█" * 6 + text[start + 6 :]
    assert [segment["role"] for segment in document["segments"]] == ["headline", "footer"]
    assert document["articles"] == [f"http://testserver{BASE}articles/{page.article.pk}/"]


def test_it_narrows_by_public_mentions_only() -> None:
    page = make_page()
    page.mention.state = "rejected"
    page.mention.save()
    assert keys("articles", organisation=page.organisation.pk) == []
    Article.objects.filter(pk=page.article.pk).update(publishing="withdrawn")
    assert keys("documents", article=page.article.pk) == []

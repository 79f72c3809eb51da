"""Correcting an article's text at the desk carries its evidence along and says what it could not carry."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article
from tests import factories

pytestmark = pytest.mark.django_db


def correct(client: Client, article: Article, body: str) -> str:
    """The page that answers a changed body."""
    client.force_login(factories.UserFactory())
    sent = {
        "headline": article.headline, "kicker": "", "subhead": "", "byline": "", "body": body, "dateline": "",
        "publication": article.publication_id, "published": article.published, "page": "", "date": "",
        "date_source": "", "form": article.form, "home_division": "", "publishing": article.publishing,
        "contributors-TOTAL_FORMS": 0, "contributors-INITIAL_FORMS": 0,
    }  # fmt: skip
    answer = client.post(reverse("admin:articles_article_change", args=[article.pk]), sent, follow=True)
    article.refresh_from_db()
    assert article.body == body
    return answer.content.decode()


def test_evidence_follows_its_words(client: Client) -> None:
    evidence = factories.EvidenceFactory(quote="送到一线职工手中")
    correct(client, evidence.article, evidence.article.body.replace("2月3日", "2月3日上午"))
    evidence.refresh_from_db()
    assert evidence.article.body[evidence.start : evidence.end] == "送到一线职工手中"
    assert not evidence.is_orphaned


def test_evidence_whose_words_are_gone_waits_for_the_editor(client: Client) -> None:
    evidence = factories.EvidenceFactory(quote="送到一线职工手中")
    page = correct(client, evidence.article, evidence.article.body.replace("，送到一线职工手中", ""))
    evidence.refresh_from_db()
    assert evidence.is_orphaned
    assert evidence.quote == "送到一线职工手中"
    assert "1" in page


def test_a_corrected_article_is_the_editors(client: Client) -> None:
    article = factories.ArticleFactory()
    correct(client, article, article.body + "（完）")
    assert article.state == "corrected"

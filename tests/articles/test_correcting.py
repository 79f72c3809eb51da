"""A correction carries every span of the article along; what it removed is orphaned and says so."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.correcting import Correction, correct
from articles.models import Article
from organisations.models import Mention
from tests import factories

BODY = "临江市总工会2月3日拨付慰问金5万元。\n市总工会还发放口罩500只，送到一线职工手中。"


def article_with_mentions(*words: str) -> Article:
    article = factories.ArticleFactory(body=BODY)
    for quote in words:
        factories.MentionFactory(article=article, quote=quote)
    return article


def rewrite(article: Article, body: str) -> Correction:
    article.body = body
    return correct(article, by=factories.UserFactory())


@pytest.mark.django_db
class TestCorrecting:
    def test_spans_follow_their_words(self) -> None:
        article = article_with_mentions("临江市总工会", "一线职工")
        assert rewrite(article, BODY.replace("2月3日", "昨日")) == Correction(carried=2, orphaned=0)
        for mention in article.mentions.all():
            mention.clean()
        assert {mention.quote for mention in article.mentions.all()} == {"临江市总工会", "一线职工"}

    def test_a_span_whose_words_went_is_orphaned_and_keeps_its_quote(self) -> None:
        article = article_with_mentions("一线职工")
        assert rewrite(article, BODY.replace("一线职工", "医护人员")) == Correction(carried=0, orphaned=1)
        mention = Mention.objects.get()
        assert (mention.is_orphaned, mention.quote) == (True, "一线职工")

    def test_evidence_stays_when_a_misprint_in_it_is_corrected_and_a_name_does_not(self) -> None:
        article = article_with_mentions("临江市总工会")
        evidence = factories.EvidenceFactory(article=article, quote="临江市总工会2月3日拨付慰问金5万元")
        rewrite(article, BODY.replace("临江市总", "临河市总"))
        evidence.refresh_from_db()
        assert evidence.quote == "临河市总工会2月3日拨付慰问金5万元"
        assert Mention.objects.get().is_orphaned

    def test_neighbours_may_move_into_each_others_places(self) -> None:
        article = factories.ArticleFactory(body="工会工会工会捐款")
        for start in (0, 2, 4):
            Mention.objects.create(
                article=article, start=start, end=start + 2, quote="工会", organisation=factories.OrganisationFactory()
            )
        rewrite(article, "各级工会工会工会捐款")
        assert list(Mention.objects.order_by("start").values_list("start", flat=True)) == [2, 4, 6]

    def test_the_article_is_the_editors_from_then_on(self) -> None:
        article, editor = factories.ArticleFactory(), factories.UserFactory()
        article.headline = "五万元慰问金送达"
        correct(article, by=editor)
        article.refresh_from_db()
        assert (article.state, article.reviewed_by, article.headline) == ("corrected", editor, "五万元慰问金送达")

    def test_only_the_text_that_changed_moves_its_spans(self) -> None:
        article = article_with_mentions("临江市总工会")
        article.headline = "另一个标题"
        assert correct(article, by=factories.UserFactory()) == Correction()

    def test_many_spans_cost_no_more_queries_than_one(self) -> None:
        def queries(*words: str) -> int:
            article = article_with_mentions(*words)
            with CaptureQueriesContext(connection) as captured:
                rewrite(article, "昨日，" + BODY)
            return len(captured)

        assert queries("一线职工", "口罩", "临江市总工会", "5万元") == queries("一线职工")


class TestAnyCorrection(TestCase):
    @settings(max_examples=10, deadline=None)
    @given(
        st.lists(
            st.tuples(st.integers(0, len(BODY)), st.integers(0, 8), st.text("工会总市，捐\n", max_size=6)), max_size=3
        )
    )
    def test_every_span_quotes_its_text_or_is_orphaned(self, edits: list[tuple[int, int, str]]) -> None:
        article = article_with_mentions("临江市总工会", "口罩", "一线职工")
        factories.EvidenceFactory(article=article, quote="拨付慰问金5万元")
        body = BODY
        for start, length, put in edits:
            body = body[:start] + put + body[start + length :]
        rewrite(article, body or "空")
        rows: list[Any] = [*article.mentions.all(), *article.evidences.all()]
        assert len(rows) == 4
        for row in rows:
            assert row.is_orphaned or article.body[row.start : row.end] == row.quote

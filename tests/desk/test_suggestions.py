"""What a later reading says otherwise waits beside the editor's word, to be taken over or dropped."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from unionarchive.common import review

pytestmark = pytest.mark.django_db


def test_it_takes_over_fields_and_leaves_lists_to_the_editor() -> None:
    editor = factories.UserFactory()
    aid = factories.AidDisbursementFactory(
        state="accepted", suggestion={"amount": "60000.00", "count": None, "donors": ["临江市总工会"]}
    )
    assert review.take_suggestion(aid, by=editor) == ["donors"]
    aid.refresh_from_db()
    assert (aid.amount, aid.count, aid.state, aid.suggestion) == (
        Decimal(60000), None, "corrected", {"donors": ["临江市总工会"]},
    )  # fmt: skip


def test_what_a_later_reading_does_not_find_is_rejected_when_that_is_taken_over(client: Client) -> None:
    client.force_login(factories.UserFactory())
    aid = factories.AidDisbursementFactory(state="accepted", suggestion={"state": "rejected"})
    page = client.get(reverse("admin:organisations_aiddisbursement_change", args=[aid.pk])).content.decode()
    assert "不再" in page
    client.post(
        reverse("admin:organisations_aiddisbursement_changelist"),
        {"action": "take_suggestions", "_selected_action": [aid.pk]},
    )
    aid.refresh_from_db()
    assert (aid.state, aid.suggestion) == ("rejected", None)


@pytest.mark.parametrize(
    ("action", "title", "state"),
    [("take_suggestions", "关爱职工十二条", "corrected"), ("dismiss_suggestions", "关爱职工十条", "accepted")],
)
def test_it_decides_on_suggestions_from_the_list(client: Client, action: str, title: str, state: str) -> None:
    client.force_login(factories.UserFactory())
    measure = factories.MeasureFactory(state="accepted", suggestion={"title": "关爱职工十二条"})
    client.post(reverse("admin:organisations_measure_changelist"), {"action": action, "_selected_action": [measure.pk]})
    measure.refresh_from_db()
    assert (measure.title, measure.state, measure.suggestion) == (title, state, None)


def test_a_text_that_is_taken_over_carries_its_evidence_along(client: Client) -> None:
    client.force_login(factories.UserFactory())
    evidence = factories.EvidenceFactory(quote="送到一线职工手中")
    article = evidence.article
    article.suggestion = {"body": article.body.replace("2月3日", "2月3日上午")}
    article.save()
    client.post(
        reverse("admin:articles_article_changelist"), {"action": "take_suggestions", "_selected_action": [article.pk]}
    )
    evidence.refresh_from_db()
    assert evidence.article.body[evidence.start : evidence.end] == "送到一线职工手中"
    assert "2月3日上午" in evidence.article.body

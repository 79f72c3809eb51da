"""Every model has its desk pages: they open, search, filter, and lists cost the same however long they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db

MAKERS: dict[str, Callable[[], object]] = {
    "articles.publication": factories.PublicationFactory,
    "articles.article": factories.ArticleFactory,
    "organisations.division": factories.DivisionFactory,
    "organisations.organisation": factories.OrganisationFactory,
    "organisations.mention": factories.MentionFactory,
    "organisations.measure": factories.MeasureFactory,
    "organisations.aiddisbursement": factories.AidDisbursementFactory,
    "organisations.evidence": factories.EvidenceFactory,
    "seeds.document": factories.DocumentFactory,
    "seeds.readingrun": factories.ReadingRunFactory,
    "seeds.articlesource": factories.ArticleSourceFactory,
}
# Shown on the page of the row they are part of.
INLINE_ONLY = {
    "articles.contributor", "organisations.alias", "organisations.formerslug", "organisations.measurebenefit",
    "organisations.aidparty", "organisations.aiditem",
}  # fmt: skip


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(factories.UserFactory())
    return client


def address(label: str, page: str, *args: object) -> str:
    return reverse(f"admin:{label.replace('.', '_')}_{page}", args=args)


def test_every_model_is_on_the_desk() -> None:
    labels = {
        model._meta.label_lower
        for app in ("articles", "organisations", "seeds")
        for model in apps.get_app_config(app).get_models()
        if not model._meta.model_name.startswith("historical") and not model._meta.auto_created
    }
    registered = {model._meta.label_lower for model in admin.site._registry}
    assert labels - registered == INLINE_ONLY


@pytest.mark.parametrize("label", MAKERS)
def test_its_pages_open(desk: Client, label: str) -> None:
    row = MAKERS[label]()
    assert desk.get(address(label, "changelist")).status_code == 200
    assert desk.get(address(label, "changelist"), {"q": "临江"}).status_code == 200
    assert desk.get(address(label, "change", row.pk)).status_code == 200


@pytest.mark.parametrize("label", MAKERS)
def test_its_list_costs_the_same_for_one_row_and_for_ten(desk: Client, label: str) -> None:
    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert desk.get(address(label, "changelist")).status_code == 200
        return len(queries)

    MAKERS[label]()
    cost()  # fills the caches of content types and sessions
    one = cost()
    for _ in range(9):
        MAKERS[label]()
    assert cost() == one


@pytest.mark.parametrize("look", ["doubt", "suggestion", "sure"])
def test_it_filters_by_what_needs_a_look(desk: Client, look: str) -> None:
    rows = {
        "doubt": factories.MeasureFactory(title="有疑点", doubts=["lost_end"]),
        "suggestion": factories.MeasureFactory(title="有建议", doubts=["lost_end"], suggestion={"title": "另一读法"}),
        "sure": factories.MeasureFactory(title="无疑点"),
    }
    page = desk.get(address("organisations.measure", "changelist"), {"look": look}).content.decode()
    assert rows[look].title in page
    assert ("无疑点" in page) == (look == "sure")


def test_the_front_page_counts_what_is_left(desk: Client) -> None:
    factories.MeasureFactory.create_batch(3)
    factories.MeasureFactory(state="accepted")
    page = desk.get(reverse("admin:index"))
    measures = next(kind for kind in page.context["kinds"] if kind["open"] == 3)
    assert (measures["all"], measures["done"], measures["share"]) == (4, 1, 25)


def test_it_turns_away_who_is_not_an_editor(client: Client) -> None:
    answer = client.get(address("articles.article", "changelist"))
    assert answer.status_code == 302
    assert "login" in answer.url

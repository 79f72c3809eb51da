"""Each filter of each list lets the right rows through; pages follow each other and keep the filter."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.site.pages import page, story

pytestmark = pytest.mark.django_db


def found(client: Client, view: str, /, **query: str) -> set[str]:
    return {str(row.pk) for row in client.get(reverse(view), query).context["object_list"]}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"headline": "热线"}, {"hotline"}),
        ({"form": "feature"}, {"hotline"}),
        ({"date": "2020-03"}, {"hotline"}),
        ({"date": "2020"}, {"hotline", "gift"}),
        ({"date": "2019"}, set()),
        ({"headline": "热线", "form": "brief"}, set()),
        ({"form": "no such form"}, set()),
    ],
)
def test_articles_are_narrowed(client: Client, query: dict[str, str], expected: set[str]) -> None:
    rows = {
        "hotline": factories.ArticleFactory(headline="开通心理热线", form="feature", published="2020-03-01"),
        "gift": factories.ArticleFactory(published="2020-02-05"),
    }
    assert found(client, "articles:list", **query) == {str(rows[name].pk) for name in expected}


def test_articles_are_narrowed_by_publication_and_by_the_body_they_name(client: Client) -> None:
    one, _other = story(), story()
    assert found(client, "articles:list", publication=str(one.article.publication_id)) == {str(one.article.pk)}
    assert found(client, "articles:list", organisation=one.donor.slug) == {str(one.article.pk)}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"name": "水务"}, {"firm"}),
        ({"name": "自来水"}, {"firm"}),
        ({"name": "zonggong"}, {"union"}),
        ({"type": "enterprise"}, {"firm"}),
        ({"level": "prefecture"}, {"union"}),
        ({"province": "990000"}, {"union"}),
        ({"review": "reviewed"}, {"firm", "union"}),
        ({"review": "unreviewed"}, set()),
    ],
)
def test_organisations_are_narrowed(client: Client, query: dict[str, str], expected: set[str]) -> None:
    province = factories.DivisionFactory(code="990000")
    city = factories.DivisionFactory(code="990100", level="prefecture", parent=province)
    rows = {
        "firm": factories.OrganisationFactory(name="临江水务集团", type="enterprise", state="accepted"),
        "union": factories.OrganisationFactory(
            name="江阳市总工会", level="prefecture", division=city, state="corrected"
        ),
    }
    factories.AliasFactory(organisation=rows["firm"], name="自来水公司")
    assert found(client, "organisations:list", **query) == {str(rows[name].pk) for name in expected}


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, 2), ({"form": "goods"}, 1), ({"status": "pledged"}, 1), ({"basis": "cumulative"}, 1),
        ({"date": "2020-02"}, 1), ({"recipient": "一线"}, 2), ({"recipient": "无人"}, 0), ({"donor": "总工会"}, 2),
        ({"review": "reviewed"}, 0), ({"review": "unreviewed"}, 2), ({"province": "990000"}, 1),
    ],
)  # fmt: skip
def test_aid_is_narrowed(client: Client, query: dict[str, str], count: int) -> None:
    story()
    other = story()
    type(other.gift).objects.filter(pk=other.gift.pk).update(
        form="goods", status="pledged", basis="cumulative", date="2020-03"
    )
    other.donor.division = factories.DivisionFactory(code="990000")
    other.donor.save()
    assert len(found(client, "organisations:aid-list", **query)) == count


@pytest.mark.parametrize(
    ("query", "count"),
    [({}, 2), ({"title": "十条"}, 1), ({"type": "service"}, 1), ({"date": "2021"}, 1), ({"review": "reviewed"}, 1)],
)
def test_measures_are_narrowed(client: Client, query: dict[str, str], count: int) -> None:
    factories.MeasureFactory()
    factories.MeasureFactory(title="心理热线", type="service", date="2021-01-03", state="accepted")
    assert len(found(client, "organisations:measures", **query)) == count


def test_documents_are_narrowed(client: Client) -> None:
    told, _other = story(), story()
    assert found(client, "seeds:documents", name=told.document.name) == {str(told.document.pk)}


def test_a_wrong_value_is_named_beside_its_field(client: Client) -> None:
    html = page(client, "articles:list", date="2020-13")
    assert "2020-13 is not a date" in html
    assert "Nothing in the archive fits all of this" in html


def test_pages_follow_each_other_and_keep_the_filter(client: Client) -> None:
    for _ in range(31):
        factories.ArticleFactory()
    first = page(client, "articles:list", form="news")
    assert "Page 1 of 2" in first
    assert "?form=news&amp;page=2" in first
    assert len(found(client, "articles:list", form="news", page="2")) == 1
    assert found(client, "articles:list", page="99") == found(client, "articles:list", page="2")

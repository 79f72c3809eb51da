"""Each filter lets through the rows that it names and no others."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.utils import timezone

from articles.models import Article
from tests import factories
from tests.api.world import get, keys, make_page

pytestmark = pytest.mark.django_db


def partial_dates() -> list[tuple[str, str, list[str]]]:
    """A first day, a last day, and which of the dates 2019, 2020, 2020-02, 2020-02-05, 2020-03-01 they let through."""
    return [
        ("2020-02-05", "", ["2020", "2020-02", "2020-02-05", "2020-03-01"]),
        ("2020-02-06", "", ["2020", "2020-02", "2020-03-01"]),
        ("2020-03", "", ["2020", "2020-03-01"]),
        ("2021", "", []),
        ("", "2020", ["2019", "2020", "2020-02", "2020-02-05", "2020-03-01"]),
        ("", "2020-02", ["2019", "2020", "2020-02", "2020-02-05"]),
        ("", "2020-02-04", ["2019", "2020", "2020-02"]),
        ("2020-02-05", "2020-02-05", ["2020", "2020-02", "2020-02-05"]),
    ]


@pytest.mark.parametrize(("first", "last", "expected"), partial_dates())
def test_it_lets_dates_through_that_can_lie_between(first: str, last: str, expected: list[str]) -> None:
    for date in ("2019", "2020", "2020-02", "2020-02-05", "2020-03-01", ""):
        factories.ArticleFactory(published=date)
    wanted = {"published_from": first, "published_to": last}
    answer = get("articles/", **{name: value for name, value in wanted.items() if value}).json()
    assert sorted(row["published"] for row in answer["results"]) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("620000", ["620000", "620100", "620102", "620200"]),
        ("620100", ["620100", "620102"]),
        ("620102", ["620102"]),
        ("610000", ["610000"]),
        ("629999", []),
    ],
)
def test_it_counts_what_lies_below_a_division(code: str, expected: list[str]) -> None:
    divisions = _divisions()
    organisations = {code: factories.OrganisationFactory(state="accepted", division=d) for code, d in divisions.items()}
    factories.OrganisationFactory(state="accepted")
    found = keys("organisations", division=code)
    assert sorted(found) == sorted(organisations[code].pk for code in expected)
    assert keys("divisions", within=code) == expected


def test_it_finds_articles_by_what_they_name_and_where_they_were() -> None:
    first, second = make_page(), make_page()
    Article.objects.filter(pk=second.article.pk).update(headline="口罩送到村口", form="brief")
    for parameters in (
        {"organisation": second.organisation.pk},
        {"document": second.document.pk},
        {"publication": second.article.publication.pk},
        {"division": second.division.code},
        {"q": "口罩"},
        {"form": "brief,policy"},
        {"contributor": second.article.contributors.get().name},
    ):
        assert keys("articles", **parameters) == [second.article.pk], parameters
    both = f"{first.organisation.pk},{second.organisation.pk}"
    assert keys("articles", organisation=both) == [second.article.pk, first.article.pk]
    assert keys("articles", role="摄影") == []


def test_it_finds_what_changed_since() -> None:
    old, new = factories.ArticleFactory(), factories.ArticleFactory()
    now = timezone.now()
    Article.objects.filter(pk=old.pk).update(updated_at=now - datetime.timedelta(days=2))
    since = (now - datetime.timedelta(days=1)).isoformat()
    assert keys("articles", updated_since=since) == [new.pk]


def test_it_finds_organisations_by_any_name() -> None:
    page = make_page()
    union = factories.OrganisationFactory(name="清河县总工会", state="accepted", type="trade_union")
    factories.AliasFactory(organisation=union, name="清河县总")
    for parameters in ({"q": "清河"}, {"q": "qinghexian"}, {"name": "清河县总"}, {"slug": union.slug}):
        assert keys("organisations", **parameters) == [union.pk], parameters
    assert keys("organisations", name="清河") == []
    assert keys("organisations", article=page.article.pk, type="trade_union", parent=page.organisation.parent_id) == [
        page.organisation.pk
    ]


def test_it_finds_aid_by_who_gave_who_got_and_how_much() -> None:
    page, other = make_page(), make_page()
    receiver = factories.OrganisationFactory(state="accepted")
    factories.AidPartyFactory(disbursement=page.aid, role="recipient", organisation=receiver)
    other.aid.amount, other.aid.form, other.aid.status = None, "goods", "disbursed"
    other.aid.save()
    for parameters in (
        {"donor": page.organisation.pk},
        {"recipient": receiver.pk},
        {"organisation": receiver.pk},
        {"division": page.division.code},
        {"amount_min": 50000},
        {"amount_max": "50000.00"},
        {"has_amount": "true"},
        {"form": "cash,credit"},
        {"status": "committed"},
        {"publication": page.article.publication.pk},
        {"q": page.organisation.name},
    ):
        assert keys("aid-disbursements", **parameters) == [page.aid.pk], parameters
    assert keys("aid-disbursements", donor=receiver.pk) == []
    assert keys("aid-disbursements", amount_min="50000.01") == []


def test_it_tells_reviewed_rows_from_the_machines() -> None:
    mine, machines = make_page(state="corrected"), make_page()
    assert keys("measures", reviewed="true") == keys("measures", state="corrected,accepted") == [mine.measure.pk]
    assert keys("measures", reviewed="false") == keys("measures", state="proposed") == [machines.measure.pk]


def test_it_finds_measures_mentions_and_evidence_by_their_organisation_and_article() -> None:
    page, other = make_page(), make_page()
    assert keys("measures", organisation=page.organisation.pk) == [page.measure.pk]
    assert keys("measures", division=page.division.code) == [page.measure.pk]
    assert keys("mentions", organisation=page.organisation.pk) == [page.mention.pk]
    assert keys("evidence", disbursement=page.aid.pk) == [page.evidence.pk]
    assert len(keys("evidence", article=f"{page.article.pk},{other.article.pk}")) == 4
    assert keys("documents", article=page.article.pk) == [page.document.pk]
    assert keys("documents", sha256=other.document.sha256) == [other.document.pk]


def _divisions() -> dict[str, Any]:
    made: dict[str, Any] = {}
    for code, level, parent in (
        ("610000", "province", None),
        ("620000", "province", None),
        ("620100", "prefecture", "620000"),
        ("620102", "county", "620100"),
        ("620200", "prefecture", "620000"),
    ):
        made[code] = factories.DivisionFactory(code=code, level=level, parent=made.get(parent))
    return made

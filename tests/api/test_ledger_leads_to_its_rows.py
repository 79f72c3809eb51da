"""The ledger endpoint: three figures in two columns, and behind each figure the records it stands for."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from organisations.models import AidDisbursement
from tests import factories
from tests.api.world import get

pytestmark = pytest.mark.django_db


def fill() -> None:
    """Records of every standing, reviewed and not."""
    one, two = factories.OrganisationFactory(state="accepted"), factories.OrganisationFactory()
    whole = give(100, one, state="accepted")
    give(60, one, basis="part", part_of=whole)
    give(100, two, same_as=whole)
    give(1000, two, basis="cumulative", state="accepted")
    give(None, two, rate=Decimal(500), rate_unit="人", count=20, count_unit="名")
    give(None)
    give(7, bound="at_least", date="")
    give(30, status="pledged")
    joint = give(50, one, two)
    give(20, one, basis="part", part_of=joint)
    give(30, two, basis="part", part_of=joint)


def give(amount: int | None, *donors: Any, **fields: Any) -> AidDisbursement:
    fields = {"status": "disbursed"} | fields
    made = factories.AidDisbursementFactory(amount=None if amount is None else Decimal(amount), **fields)
    for donor in donors:
        factories.AidPartyFactory(disbursement=made, organisation=donor)
    return made


def test_it_sets_three_figures_in_two_columns() -> None:
    fill()
    ledger = get("ledger/").json()
    assert [pair["status"] for pair in ledger["figures"]] == ["disbursed", "committed", "pledged"]
    disbursed, committed, _pledged = ledger["figures"]
    stated = disbursed["including_unreviewed"]["stated"]
    assert (stated["amount"], stated["rows"], stated["bound"], stated["inexact"]) == (157, 3, "at_least", 1)
    assert disbursed["including_unreviewed"]["computed"]["amount"] == 10000
    assert disbursed["reviewed"]["stated"]["amount"] == 100
    assert committed["including_unreviewed"]["stated"]["amount"] is None
    reasons = {entry["reason"]: entry["rows"] for entry in disbursed["including_unreviewed"]["left_out"]}
    assert reasons == {"cumulative": 1, "no_amount": 1, "same_gift": 1, "part": 3}


@pytest.mark.parametrize("query", ["by=donor", "by=month&form=cash"])
def test_each_figure_leads_to_the_records_it_stands_for(query: str) -> None:
    fill()
    parameters = dict(pair.split("=") for pair in query.split("&") if pair)
    ledger = get("ledger/", **parameters).json()
    for figures in (ledger["figures"], *(line["figures"] for line in ledger["lines"])):
        for pair in figures:
            for figure in (pair["reviewed"], pair["including_unreviewed"]):
                _check(figure)


def test_it_leads_to_shares_of_a_joint_gift_when_asked_for_one_donor() -> None:
    fill()
    donor = factories.OrganisationFactory._meta.model.objects.order_by("pk").first()
    ledger = get("ledger/", by="donor", donor=donor.pk).json()
    figures = [line["figures"][0]["including_unreviewed"] for line in ledger["lines"]]
    assert sum(figure["stated"]["amount"] or 0 for figure in figures) == 150
    assert ledger["figures"][0]["including_unreviewed"]["stated"]["amount"] == 150
    stated = next(line for line in ledger["lines"] if line["key"] == str(donor.pk))["figures"][0]
    assert len(Client().get(stated["including_unreviewed"]["stated"]["url"]).json()["results"]) == 2


def test_its_lines_come_in_pages_the_largest_first() -> None:
    for amount in (10, 30, 20):
        give(amount, factories.OrganisationFactory())
    first = get("ledger/", by="donor", page_size=2).json()
    second = Client().get(first["next"]).json()
    amounts = [
        line["figures"][0]["including_unreviewed"]["stated"]["amount"] for line in first["lines"] + second["lines"]
    ]
    assert amounts == [30, 20, 10]
    assert (first["count"], first["previous"], second["next"]) == (3, None, None)
    assert Client().get(second["previous"]).json() == first


def test_it_hides_the_second_column_with_the_readings(settings: Any) -> None:
    settings.SHOW_UNREVIEWED = False
    article = factories.ArticleFactory(state="accepted")
    give(100, factories.OrganisationFactory(), state="accepted", article=article)
    ledger = get("ledger/", by="donor").json()
    assert ledger["figures"][0]["including_unreviewed"] is None
    assert ledger["lines"][0]["figures"][0]["reviewed"]["stated"]["amount"] == 100


@pytest.mark.parametrize(
    ("parameters", "at_fault"),
    [
        ({"by": "village"}, "by"),
        ({"page": "0"}, "page"),
        ({"page_size": "501"}, "page_size"),
        ({"status": "disbursed"}, "status"),
        ({"year": "2020"}, "year"),
    ],
)
def test_it_refuses_what_it_does_not_know(parameters: dict[str, str], at_fault: str) -> None:
    answer = get("ledger/", **parameters)
    assert answer.status_code == 400
    assert [fault["parameter"] for fault in answer.json()["errors"]] == [at_fault]


@pytest.mark.parametrize("line", ["donor", "donor:", "village:1"])
def test_the_list_of_aid_refuses_a_line_that_is_none(line: str) -> None:
    assert get("aid-disbursements/", bucket=line).json()["errors"][0]["parameter"] == "bucket"


def test_it_costs_the_same_queries_however_much_there_is() -> None:
    fill()
    few = _queries()
    for _ in range(4):
        fill()
    assert _queries() == few


def _check(figure: dict[str, Any]) -> None:
    for entry in (figure["stated"], figure["computed"], *figure["left_out"]):
        rows = Client().get(entry["url"]).json()["results"]
        assert len(rows) == entry["rows"], entry["url"]
        if entry is figure["stated"] and rows:
            assert sum(row["amount"] for row in rows) == entry["amount"]


def _queries() -> int:
    with CaptureQueriesContext(connection) as queries:
        assert get("ledger/", by="donor").status_code == 200
    return len(queries)

"""The ledger's tables: a line for each donor, province or month, and from every figure to its records."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from organisations.ledger import Dimension
from organisations.models import AidDisbursement
from tests import factories
from tests.site.pages import status

pytestmark = pytest.mark.django_db


def give(amount: int | None, *donors: str, **fields: object) -> AidDisbursement:
    row = factories.AidDisbursementFactory(amount=amount, status="disbursed", **fields)
    for donor in donors:
        factories.AidPartyFactory(disbursement=row, organisation=organisation(donor))
    return row


def organisation(name: str) -> object:
    model = factories.OrganisationFactory._meta.model
    return model.objects.filter(name=name).first() or factories.OrganisationFactory(name=name)


def table(client: Client, by: str, **asked: str) -> dict[str, str]:
    """The first figure of each line."""
    html = client.get(f"/aid/by/{by}/", asked, headers={"Accept-Language": "en"}).content.decode()
    lines = re.findall(r'<th scope="row">\s*<a[^>]*>(.*?)</a>\s*</th>\s*<td[^>]*>(.*?)</td>', html, flags=re.DOTALL)
    figures = ((name, re.search(r'<b class="figure">(.*?)</b>', cell)) for name, cell in lines)
    return {name: found[1] if found else "—" for name, found in figures}


def test_it_has_a_line_for_each_donor_the_largest_first(client: Client) -> None:
    give(100, "甲县总工会")
    give(30, "甲县总工会", bound="at_least")
    give(500, "乙县总工会")
    give(7, "甲县总工会", "乙县总工会")
    give(3)
    assert list(table(client, "donor").items()) == [
        ("乙县总工会", "¥500"), ("甲县总工会", "≥ ¥130"), ("several donors together", "¥7"), ("not determined", "¥3"),
    ]  # fmt: skip


def test_months_come_in_their_order(client: Client) -> None:
    for date, amount in (("2020-03-01", 5), ("2020-02-07", 1), ("2020-02", 2), ("2020", 9)):
        give(amount, "甲县总工会", date=date)
    assert list(table(client, "month")) == ["2020-02", "2020-03", "not determined"]


def test_it_follows_the_filter(client: Client) -> None:
    give(100, "甲县总工会", date="2020-02-01")
    give(30, "甲县总工会", date="2021-02-01")
    assert table(client, "donor", date="2021") == {"甲县总工会": "¥30"}


@pytest.mark.parametrize("by", Dimension.values)
def test_every_figure_leads_to_its_records(client: Client, by: str) -> None:
    whole = give(150, "甲县总工会", "乙县总工会", date="2020-02-01")
    for share, donor in ((100, "甲县总工会"), (50, "乙县总工会")):
        give(share, donor, basis="part", part_of=whole, article=whole.article)
    give(20, "甲县总工会", state="accepted", date="2020-03-01")
    give(None, "丙县总工会", rate=10, rate_unit="人", count=7, count_unit="人")
    html = client.get(f"/aid/by/{by}/", headers={"Accept-Language": "en"}).content.decode()
    figures = re.findall(
        r'<a href="(/aid/\?[^"]*ledger=[^"]*)"><b class="figure">.*?<small>(\d+)', html, flags=re.DOTALL
    )
    assert figures
    for address, count in figures:
        answer = client.get(address.replace("&amp;", "&"))
        assert answer.context["paginator"].count == int(count), address
        assert answer.context["line"].by == by
    assert "of it reviewed:" in html and "computed:" in html


def test_the_list_says_which_line_it_shows(client: Client) -> None:
    give(100, "甲县总工会")
    give(30, "乙县总工会")
    key = organisation("甲县总工会").pk  # type: ignore[attr-defined]
    answer = client.get("/aid/", {"bucket": f"donor:{key}"})
    assert answer.context["paginator"].count == 1
    assert re.search(r'<p class="narrowed">.*?甲县总工会', answer.content.decode(), flags=re.DOTALL)


def test_it_costs_the_same_queries_however_many_lines(client: Client) -> None:
    counts = []
    for first, last in ((0, 1), (1, 10)):
        for number in range(first, last):
            give(100 + number, f"第{number}纺织厂")
        with CaptureQueriesContext(connection) as queries:
            client.get("/aid/by/donor/")
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("address", ["/aid/by/village/", "/aid/by/donor"])
def test_there_is_no_other_table(client: Client, address: str) -> None:
    assert client.get(address).status_code in (404, 301)


@pytest.mark.parametrize("bucket", ["donor", "village:1", "donor:", "%00", "donor:" + "9" * 5000])
def test_a_line_that_is_none_is_told(client: Client, bucket: str) -> None:
    give(100, "甲县总工会")
    assert status(client, f"/aid/?bucket={bucket}") == 200
    assert client.get("/aid/", {"bucket": bucket}).context["paginator"].count == 0

"""The ledger's page: three figures, two columns, each leading to the records it counts and to those it leaves out."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import Settings

from organisations.models import AidDisbursement
from tests import factories
from tests.site.pages import page, story

pytestmark = pytest.mark.django_db


def record(**fields: object) -> AidDisbursement:
    row = factories.AidDisbursementFactory(**fields)
    factories.AidPartyFactory(disbursement=row)
    return row


def totals(html: str) -> dict[str, list[str]]:
    """The figures of each line of the table of totals."""
    table = re.search(r'<table class="totals">.*?</table>', html, flags=re.DOTALL)
    assert table is not None
    lines = re.findall(r'<th scope="row">(.*?)</th>(.*?)</tr>', table[0], flags=re.DOTALL)
    return {name: re.findall(r'<b class="figure">(.*?)</b>', line) for name, line in lines}


def test_it_keeps_three_figures_and_two_columns_apart(client: Client) -> None:
    record(status="disbursed", amount=100, state="accepted")
    record(status="disbursed", amount=20, bound="at_least")
    record(status="committed", amount=3000, bound="about", state="corrected")
    record(status="pledged", amount=70000)
    for address in ("organisations:aid-list", "home"):
        assert totals(page(client, address)) == {
            "Disbursed": ["¥100", "≥ ¥120"],
            "Committed": ["≈ ¥3,000", "≈ ¥3,000"],
            "Pledged": ["—", "¥70,000"],
        }


def test_it_shows_one_column_where_unreviewed_readings_are_hidden(client: Client, settings: Settings) -> None:
    settings.SHOW_UNREVIEWED = False
    record(status="disbursed", amount=100, state="accepted", article__state="accepted")
    record(status="disbursed", amount=20, article__state="accepted")
    assert totals(page(client, "organisations:aid-list"))["Disbursed"] == ["¥100"]


def test_every_figure_leads_to_its_records(client: Client) -> None:
    whole = record(status="disbursed", amount=100, state="accepted")
    record(status="disbursed", amount=30, basis="part", part_of=whole, article=whole.article)
    record(status="disbursed", amount=5000, basis="cumulative")
    record(status="disbursed", amount=None, rate=10, rate_unit="人", count=7, count_unit="人")
    record(status="committed", amount=40)
    html = page(client, "organisations:aid-list", date="2020")
    assert totals(html)["Disbursed"] == ["¥100", "¥100"]
    assert "computed:" in html
    assert "¥70" in html
    for address, count in re.findall(r'<a href="(/aid/\?[^"]*ledger=[^"]*)">(\d+)', html):
        answer = client.get(address.replace("&amp;", "&"))
        assert answer.context["paginator"].count == int(count), address
        assert "date=2020" in address
    reasons = set(re.findall(r"ledger=(\w+)", html))
    assert {"counted", "computed", "part", "cumulative"} <= reasons


def test_totals_follow_the_filter(client: Client) -> None:
    told = story()
    record(amount=7, status="committed")
    assert totals(page(client, "organisations:aid-list"))["Committed"] == ["—", "¥50,007"]
    assert totals(page(client, "organisations:aid-list", donor=told.donor.slug))["Committed"] == ["—", "¥50,000"]


def test_it_offers_what_is_listed_as_a_table(client: Client) -> None:
    record(status="committed", amount=40)
    record(status="pledged", amount=41)
    html = page(client, "organisations:aid-list", status="pledged", page=1)
    address = re.search(r'href="(/aid\.csv[^"]*)"', html)
    assert address is not None
    answer = client.get(address[1].replace("&amp;", "&"))
    assert answer["content-type"].startswith("text/csv")
    assert b"".join(answer.streaming_content).count(b"\n") == 2  # the names of the columns, and one record

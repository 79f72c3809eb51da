"""The aid list as a file for spreadsheets: the same records, nobody named who received aid, no formula let in."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories

pytestmark = pytest.mark.django_db


def download(**parameters: Any) -> list[dict[str, str]]:
    answer = Client(headers={"accept-language": "en"}).get("/aid.csv", parameters)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_it_holds_a_record_with_its_words_and_its_standing() -> None:
    record = factories.AidDisbursementFactory()
    donor = factories.AidPartyFactory(disbursement=record)
    factories.AidItemFactory(disbursement=record)
    evidence = factories.EvidenceFactory(article=record.article, disbursement=record, quote="拨付慰问金5万元")
    factories.AidDisbursementFactory(basis="part", part_of=record)
    rows = {row["id"]: row for row in download()}
    row = rows[str(record.pk)]
    assert row["donors"] == donor.organisation.name
    assert (row["amount"], row["words"], row["items"]) == ("50000.00", "5万元", "口罩 500 只")
    assert row["quote"] == evidence.quote
    assert row["address"] == f"http://testserver/aid/{record.pk}/"
    assert sorted(row["ledger"] for row in rows.values()) == ["counted", "part"]


def test_it_holds_what_the_list_is_narrowed_to() -> None:
    factories.AidDisbursementFactory(form="cash")
    goods = factories.AidDisbursementFactory(form="goods")
    factories.AidDisbursementFactory(form="goods", state="rejected")
    assert [row["id"] for row in download(form="goods")] == [str(goods.pk)]


def test_it_says_what_is_wrong_with_a_parameter() -> None:
    answer = Client().get("/aid.csv", {"form": "gold"})
    assert answer.status_code == 400
    assert answer.content.decode().startswith("form: ")


def test_it_names_nobody_who_received_aid() -> None:
    record = factories.AidDisbursementFactory()
    factories.AidPartyFactory(disbursement=record, role="recipient", kind="person", organisation=None, name="钱困难")
    (row,) = download()
    assert row["recipients"] == "a person, not named here"
    assert "钱困难" not in str(row)


@pytest.mark.parametrize("words", ["=1+1", "+86", "-5", "@here"])
def test_it_lets_no_formula_in(words: str) -> None:
    factories.AidDisbursementFactory(purpose=words)
    (row,) = download()
    assert row["purpose"] == f"'{words}"


def test_it_costs_the_same_queries_for_one_record_and_for_ten() -> None:
    costs = []
    for number in (1, 9):
        for record in factories.AidDisbursementFactory.create_batch(number):
            factories.AidPartyFactory(disbursement=record)
        with CaptureQueriesContext(connection) as queries:
            assert len(download()) == (1 if number == 1 else 10)
        costs.append(len(queries))
    assert costs[0] == costs[1]

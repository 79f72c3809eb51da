"""The rules of the ledger, each with records that would break it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from organisations.choices import AidStatus, Bound
from organisations.ledger import Figure, Standing, open_ledger, side_by_side
from organisations.models import AidDisbursement
from tests import factories

pytestmark = pytest.mark.django_db


def aid(amount: Any = 100, *, donors: Any = (), status: str = "disbursed", **fields: Any) -> AidDisbursement:
    """A record of so many yuan from ``donors``."""
    made = factories.AidDisbursementFactory(
        amount=None if amount is None else Decimal(str(amount)), status=status, **fields
    )
    for donor in donors:
        factories.AidPartyFactory(disbursement=made, organisation=donor)
    return made


def disbursed() -> Figure:
    return open_ledger().totals()[AidStatus.DISBURSED]


def standings() -> dict[int, str]:
    return dict(open_ledger().rows.values_list("pk", "standing"))


def reasons(figure: Figure) -> dict[str, int]:
    return {left.reason.value: left.rows for left in figure.left_out}


def test_it_keeps_disbursed_committed_and_pledged_apart() -> None:
    aid(100), aid(20, status="committed"), aid(3, status="pledged"), aid(0.5)
    totals = open_ledger().totals()
    assert {status.value: figure.stated.amount for status, figure in totals.items()} == {
        "disbursed": Decimal("100.50"),
        "committed": Decimal(20),
        "pledged": Decimal(3),
    }


def test_it_lists_what_it_leaves_out_with_the_reason() -> None:
    whole = aid(100)
    aid(60, basis="part", part_of=whole)
    aid(1000, basis="cumulative")
    aid(100, same_as=whole)
    aid(300, recurring="month")
    aid(5000, form="credit")
    aid(None)
    figure = disbursed()
    assert (figure.stated.amount, figure.stated.rows) == (100, 1)
    assert reasons(figure) == {
        "cumulative": 1,
        "recurring": 1,
        "credit": 1,
        "no_amount": 1,
        "same_gift": 1,
        "part": 1,
    }


def test_it_counts_every_record_once_or_tells_why_not() -> None:
    whole = aid(100)
    for fields in ({"basis": "part", "part_of": whole}, {"same_as": whole}, {"basis": "cumulative"}, {"form": "goods"}):
        aid(10, **fields)
    aid(None, rate=Decimal(500), rate_unit="人", count=20, count_unit="名")
    figure = disbursed()
    left = sum(entry.rows for entry in figure.left_out)
    assert figure.stated.rows + figure.computed.rows + left == AidDisbursement.objects.public().count() == 6


# what is said of the part and of its whole, and what becomes of the part
PARTS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({}, {}, "part"),
    ({}, {"state": "rejected"}, "counted"),
    ({}, {"amount": None}, "counted"),
    ({}, {"basis": "cumulative"}, "cumulative"),
    ({}, {"recurring": "day"}, "recurring"),
    ({}, {"form": "credit"}, "credit"),
    ({}, {"status": "pledged"}, "counted"),  # the whole stands in another figure
    ({"form": "credit"}, {}, "credit"),
    ({"amount": None}, {}, "no_amount"),
]


@pytest.mark.parametrize(("part", "whole", "expected"), PARTS)
def test_it_counts_a_part_where_its_whole_is_not_counted(
    part: dict[str, Any], whole: dict[str, Any], expected: str
) -> None:
    above = aid(**whole)
    below = aid(**{"amount": 60} | part, basis="part", part_of=above)
    assert standings()[below.pk] == expected


def test_it_follows_parts_of_parts_up_to_what_is_counted() -> None:
    top = aid(100)
    middle = aid(None, basis="part", part_of=top)
    bottom = aid(10, basis="part", part_of=middle)
    assert standings()[bottom.pk] == Standing.PART
    AidDisbursement.objects.filter(pk=middle.pk).update(state="rejected")
    assert standings()[bottom.pk] == Standing.PART


def test_it_counts_a_part_without_a_whole() -> None:
    part = aid(10, basis="part")
    assert standings() == {part.pk: Standing.COUNTED}


def test_it_counts_a_gift_once_however_often_it_is_told() -> None:
    first = aid(100)
    second = aid(100, same_as=first)
    third = aid(100, same_as=second)
    assert standings() == {first.pk: "counted", second.pk: "same_gift", third.pk: "same_gift"}
    AidDisbursement.objects.filter(pk=first.pk).update(state="rejected")
    assert standings() == {second.pk: "counted", third.pk: "same_gift"}


def test_it_keeps_the_report_that_states_the_sum() -> None:
    silent = aid(None)
    telling = aid(100, same_as=silent)
    assert standings() == {silent.pk: "same_gift", telling.pk: "counted"}


def test_it_leaves_a_part_out_whose_whole_is_counted_in_another_report() -> None:
    silent = aid(None)
    aid(100, same_as=silent)
    part = aid(40, basis="part", part_of=silent)
    assert standings()[part.pk] == Standing.PART


def test_it_survives_records_that_are_tied_in_a_ring() -> None:
    one, two = aid(10, basis="part"), aid(20, basis="part")
    AidDisbursement.objects.filter(pk=one.pk).update(part_of=two, same_as=two)
    AidDisbursement.objects.filter(pk=two.pk).update(part_of=one, same_as=one)
    assert standings() == {one.pk: "counted", two.pk: "same_gift"}


@pytest.mark.parametrize(
    ("bounds", "bound", "mark", "inexact"),
    [
        (["exact", "exact"], Bound.EXACT, "", 0),
        (["exact", "at_least", "at_least"], Bound.AT_LEAST, "≥", 2),
        (["at_least", "about"], Bound.ABOUT, "≈", 2),
        (["exact", "at_most"], Bound.ABOUT, "≈", 1),
    ],
)
def test_it_marks_a_sum_of_inexact_amounts(bounds: list[str], bound: Bound, mark: str, inexact: int) -> None:
    for each in bounds:
        aid(10, bound=each)
    stated = disbursed().stated
    assert (stated.bound, stated.mark, stated.inexact) == (bound, mark, inexact)


def test_it_does_not_take_no_amount_for_zero() -> None:
    aid(None)
    assert disbursed().stated.amount is None
    assert reasons(disbursed()) == {"no_amount": 1}


# rate, its unit, count, its unit, what is computed
RATES: list[tuple[Any, str, Any, str, Any]] = [
    (500, "人", 20, "人", 10000),
    (500, "人", 20, "名", 10000),
    (1000, "户", 14, "户", 14000),
    (500, "人", 20, "人次", None),
    (100, "天", 20, "人", None),
    (500, "人", None, "", None),
]


@pytest.mark.parametrize(("rate", "rate_unit", "count", "count_unit", "expected"), RATES)
def test_it_computes_rate_times_count_in_a_column_of_its_own(
    rate: int, rate_unit: str, count: int | None, count_unit: str, expected: int | None
) -> None:
    aid(7)
    aid(None, rate=Decimal(rate), rate_unit=rate_unit, count=count, count_unit=count_unit)
    assert disbursed().stated.amount == 7
    assert disbursed().computed.amount == expected


def test_it_does_not_compute_what_is_stated() -> None:
    aid(9000, rate=Decimal(500), rate_unit="人", count=20, count_unit="人")
    assert (disbursed().stated.amount, disbursed().computed.amount) == (9000, None)


def test_it_does_not_compute_a_whole_beside_its_parts() -> None:
    whole = aid(None, rate=Decimal(500), rate_unit="人", count=20, count_unit="人")
    aid(4000, basis="part", part_of=whole)
    assert (disbursed().stated.amount, disbursed().computed.amount) == (4000, None)


def test_it_sets_reviewed_figures_beside_all() -> None:
    aid(100, state="accepted"), aid(20, state="corrected"), aid(3), aid(1000, state="rejected")
    pair = side_by_side()[0]
    assert pair.status == AidStatus.DISBURSED
    assert (pair.reviewed.stated.amount, pair.including_unreviewed.stated.amount) == (120, 123)


def test_it_judges_reviewed_records_among_themselves() -> None:
    whole = aid(100)
    aid(60, basis="part", part_of=whole, state="accepted")
    pair = side_by_side()[0]
    assert pair.reviewed.stated.amount == 60
    assert pair.including_unreviewed.stated.amount == 100


def test_it_has_no_second_column_where_readings_are_hidden(settings: Any) -> None:
    settings.SHOW_UNREVIEWED = False
    article = factories.ArticleFactory(state="accepted")
    aid(100, article=article, state="accepted"), aid(3, article=article)
    pair = side_by_side()[0]
    assert (pair.reviewed.stated.amount, pair.including_unreviewed) == (100, None)


def test_it_reads_nothing_from_articles_that_are_not_public() -> None:
    aid(100, article=factories.ArticleFactory(publishing="withdrawn"))
    assert disbursed().stated.rows == 0


def test_it_judges_among_all_and_adds_up_what_is_asked_for() -> None:
    whole = aid(100, form="cash")
    aid(60, form="goods", basis="part", part_of=whole)
    goods = open_ledger().totals(AidDisbursement.objects.filter(form="goods"))[AidStatus.DISBURSED]
    assert (goods.stated.amount, reasons(goods)) == (None, {"part": 1})


def test_it_adds_up_fen_exactly() -> None:
    for _ in range(10):
        aid("0.1")
    assert disbursed().stated.amount == Decimal("1.00")

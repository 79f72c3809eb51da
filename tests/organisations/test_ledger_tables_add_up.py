"""The lines of a table add up to the totals, whatever it is broken down by."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from organisations.choices import AidStatus
from organisations.ledger import Dimension, labels, open_ledger
from organisations.models import AidDisbursement
from tests import factories

pytestmark = pytest.mark.django_db


def give(amount: int, *donors: Any, **fields: Any) -> AidDisbursement:
    """A record of aid from organisations and, where a donor is a text, from persons of that name."""
    made = factories.AidDisbursementFactory(amount=Decimal(amount), status="disbursed", **fields)
    for donor in donors:
        person = isinstance(donor, str)
        factories.AidPartyFactory(
            disbursement=made,
            kind="person" if person else "organisation",
            organisation=None if person else donor,
            name=donor if person else "",
        )
    return made


def union(**fields: Any) -> Any:
    return factories.OrganisationFactory(**fields)


def lines(by: Dimension) -> dict[str, Decimal | None]:
    """The stated amount of each line, disbursed."""
    return {line.key: line.figures[AidStatus.DISBURSED].stated.amount for line in open_ledger().table(by)}


@pytest.mark.parametrize("by", list(Dimension))
def test_its_lines_and_what_is_undetermined_make_the_total(by: Dimension) -> None:
    gansu = factories.DivisionFactory(code="620000")
    county = factories.DivisionFactory(code="620102", level="county", parent=gansu)
    one, two = union(division=gansu), union(division=county, type="enterprise")
    give(1, one)
    give(20, two, date="")
    give(300, one, two, date="2020")
    give(4000, "王善人", form="goods")
    give(50000, date="2021-03")
    give(600000, one, "李善人")
    whole = give(7000000, one, two)
    give(3000000, one, basis="part", part_of=whole)
    give(4000000, two, basis="part", part_of=whole)
    give(80000000, one, basis="cumulative")
    give(5, union(), article=factories.ArticleFactory(publication=None), bound="at_least")
    total = open_ledger().totals()[AidStatus.DISBURSED].stated
    made = [line.figures[AidStatus.DISBURSED].stated for line in open_ledger().table(by)]
    assert sum(stated.amount or 0 for stated in made) == total.amount == 7654326
    assert sum(stated.inexact for stated in made) == 1


def test_it_shows_a_gift_of_several_donors_once_in_a_line_of_its_own() -> None:
    one, two = union(), union()
    give(100, one)
    give(30, one, two)
    give(5)
    give(2, "王善人")
    assert lines(Dimension.DONOR) == {str(one.pk): 100, "joint": 30, "undetermined": 5, "persons": 2}


def test_it_gives_each_donor_a_share_that_is_known() -> None:
    one, two = union(), union()
    whole = give(30, one, two)
    give(10, one, basis="part", part_of=whole)
    give(20, two, basis="part", part_of=whole)
    assert lines(Dimension.DONOR) == {str(one.pk): 10, str(two.pk): 20}


def test_it_keeps_a_gift_joint_whose_shares_are_known_in_part() -> None:
    one, two = union(), union()
    whole = give(30, one, two)
    give(10, one, basis="part", part_of=whole)
    assert lines(Dimension.DONOR)["joint"] == 30


def test_it_knows_the_type_and_the_province_that_joint_donors_share() -> None:
    gansu = factories.DivisionFactory(code="620000")
    county = factories.DivisionFactory(code="620102", level="county", parent=gansu)
    give(30, union(division=gansu), union(division=county))
    give(7, union(division=gansu), union(type="enterprise"))
    give(1, union())
    assert lines(Dimension.DONOR_TYPE) == {"trade_union": 31, "joint": 7}
    assert lines(Dimension.PROVINCE) == {"62": 30, "joint": 7, "undetermined": 1}


def test_it_puts_a_year_alone_in_no_month() -> None:
    give(1, date="2020-02-03"), give(2, date="2020-02"), give(4, date="2020"), give(8, date="")
    assert lines(Dimension.MONTH) == {"2020-02": 3, "undetermined": 12}
    assert lines(Dimension.YEAR) == {"2020": 7, "undetermined": 8}


def test_it_calls_each_line_by_its_name() -> None:
    gansu = factories.DivisionFactory(code="620000", name="甘肃省")
    body = union(name="临江市总工会", division=gansu)
    publication = factories.PublicationFactory(name="临江工人报")
    assert labels(Dimension.DONOR, [str(body.pk), "joint"])[str(body.pk)] == "临江市总工会"
    assert labels(Dimension.PROVINCE, ["62"])["62"] == "甘肃省"
    assert labels(Dimension.PUBLICATION, [str(publication.pk)])[str(publication.pk)] == "临江工人报"
    assert labels(Dimension.MONTH, ["2020-02"])["2020-02"] == "2020-02"


def test_it_costs_the_same_queries_for_one_record_and_for_ten(django_assert_num_queries: Any) -> None:
    body = union()
    give(1, body)
    for number in range(10):
        give(number + 1, body, same_as=give(number + 1, union(), union()))
    with django_assert_num_queries(4):
        open_ledger().table(Dimension.FORM)
    with django_assert_num_queries(6):
        open_ledger().table(Dimension.DONOR)

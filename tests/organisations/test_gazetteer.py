"""The table of divisions has its rows: all when it is loaded, a single one with all above it when it is needed."""

from __future__ import annotations

import pytest

from organisations.gazetteer import DivisionCounts, ensure_divisions, load_divisions
from organisations.models import Division
from tests import factories
from unionarchive.common import divisions

pytestmark = pytest.mark.django_db


def test_every_division_of_the_table_has_its_row() -> None:
    number = len(divisions.divisions())
    assert load_divisions() == DivisionCounts(created=number, updated=0, kept=0)
    shiquan = Division.objects.get(code="610922")
    assert (shiquan.name, shiquan.level, shiquan.path) == ("石泉县", "county", "陕西省安康市石泉县")
    assert shiquan.parent_id == "610900"


def test_a_second_time_nothing_changes() -> None:
    load_divisions()
    assert load_divisions() == DivisionCounts(created=0, updated=0, kept=len(divisions.divisions()))


def test_a_row_that_differs_is_brought_up_to_date_and_one_of_another_code_stays() -> None:
    factories.DivisionFactory(code="990001", name="临江省")
    ensure_divisions(["610922"])
    Division.objects.filter(code="610922").update(name="石泉")
    assert load_divisions().updated == 1
    assert Division.objects.get(code="610922").name == "石泉县"
    assert Division.objects.filter(code="990001").exists()


def test_former_names_stand_with_the_division_that_has_their_ground() -> None:
    load_divisions()
    assert "襄樊市" in Division.objects.get(code="420600").former_names


@pytest.mark.parametrize(
    ("codes", "stored"),
    [
        (["610922"], {"610000", "610900", "610922"}),
        (["610000"], {"610000"}),
        (["", "999999"], set()),
        ([], set()),
    ],
)
def test_a_division_comes_with_all_above_it(codes: list[str], stored: set[str]) -> None:
    ensure_divisions(codes)
    ensure_divisions(codes)
    assert set(Division.objects.values_list("code", flat=True)) == stored

"""The organisations found on annotated pages, whose figures may not fall.

The pages' own articles are given, so that what is held here is the finding of organisations alone.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from seeds.reading.drafts import Context, OrganisationDraft
from seeds.reading.facts.organisations import find_organisations
from seeds.reading.trust import SAFE
from tests.reading.gold_pages import pages_from_gold
from tests.reading.page_sets import annotated
from unionarchive.common.names import comparable

FLOORS = {
    "documents": (0.955, 0.98, 0.98, 0.94),
    "practice": (0.98, 0.99, 0.99, 0.98),
    "fresh": (0.96, 0.98, 0.98, 0.97),
    "hands": (0.94, 0.98, 0.98, 0.97),
}


@cache
def _found(name: str) -> tuple[tuple[dict[str, Any], tuple[OrganisationDraft, ...]], ...]:
    """The gold of each page of the set with the organisations found on it."""
    return tuple(
        (page.gold, find_organisations(pages_from_gold(page.text, page.gold), Context()).organisations)
        for page in annotated(name)
    )


def _names(gold: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        comparable(name): organisation
        for organisation in gold["organisations"]
        for name in (organisation["name"], *organisation.get("also", []))
    }


@pytest.mark.parametrize("name", FLOORS)
def test_organisations_are_found_with_type_level_and_parent(name: str) -> None:
    hits, said, wanted, types, levels, parents, housed = 0, 0, 0, 0, 0, 0, 0
    for gold, found in _found(name):
        known = _names(gold)
        met = {known[key]["key"]: each for each in found if (key := comparable(each.name)) in known}
        hits, said, wanted = hits + len(met), said + len(found), wanted + len(gold["organisations"])
        for organisation in gold["organisations"]:
            if (each := met.get(organisation["key"])) is None:
                continue
            types += each.type == organisation["type"]
            levels += each.level == organisation["level"]
            if organisation["parent"]:
                housed += 1
                parent = known.get(comparable(each.parent or ""), {}).get("name")
                parents += parent == organisation["parent"]

    figures = (2 * hits / (said + wanted), types / hits, levels / hits, parents / housed)
    assert all(figure >= floor for figure, floor in zip(figures, FLOORS[name], strict=True)), figures


def test_of_the_organisations_marked_safe_at_most_one_in_fifty_is_wrong() -> None:
    safe = wrong = 0
    for name in FLOORS:
        for gold, found in _found(name):
            known = _names(gold)
            chosen = [each for each in found if each.confidence >= SAFE]
            safe += len(chosen)
            wrong += sum(comparable(each.name) not in known for each in chosen)

    assert safe > 200
    assert wrong * 50 <= safe

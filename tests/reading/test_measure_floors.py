"""The measures found on annotated pages, whose figures may not fall.

The pages' own articles are given, so that what is held here is the finding of measures and of who put them in place.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest

from seeds.reading.drafts import Context, MeasureDraft
from seeds.reading.facts.measures import find_measures
from seeds.reading.facts.organisations import find_organisations
from tests.reading.gold_pages import pages_from_gold
from tests.reading.page_sets import annotated
from tests.reading.scoring import Gold, folded
from unionarchive.common.names import comparable

# F1 of measures by name, and the share of those found whose issuers are exactly right
FLOORS = {"documents": (0.89, 0.74), "practice": (0.925, 0.845), "fresh": (0.955, 0.93), "hands": (0.91, 0.9)}
SAME_NAME = 0.75
SAME_NAME_AND_BODY = 0.5


@cache
def _found(name: str) -> tuple[tuple[Gold, tuple[MeasureDraft, ...]], ...]:
    """The gold of each page of the set with the measures found on it."""
    read = []
    for page in annotated(name):
        pages = pages_from_gold(page.text, dict(page.gold))
        read.append((page.gold, find_measures(pages, find_organisations(pages, Context()), Context())))
    return tuple(read)


def _alike(first: str, second: str) -> float:
    both = sum((Counter(folded(first)) & Counter(folded(second))).values())
    return 2 * both / (len(folded(first)) + len(folded(second)))


def _bodies(gold: Gold) -> dict[str, str]:
    """Every accepted name of an organisation with the one that the annotation uses."""
    return {
        comparable(name): organisation["name"]
        for organisation in gold["organisations"]
        for name in (organisation["name"], *organisation.get("also", []))
    }


def _pairs(gold: Gold, drafts: tuple[MeasureDraft, ...]) -> list[tuple[dict[str, Any], set[str]]]:
    """The annotated measures that are found, each with the issuers that it was found with; the likest names first."""
    known = _bodies(gold)
    issuers = [{known.get(comparable(name), name) for name in draft.issuers} for draft in drafts]
    scored = []
    for wanted, measure in enumerate(gold["measures"]):
        for said, draft in enumerate(drafts):
            name, shared = _alike(measure["title"], draft.title), set(measure["issuers"]) & issuers[said]
            if name >= SAME_NAME or (shared and name >= SAME_NAME_AND_BODY):
                scored.append((name + bool(shared), -wanted, -said))
    pairs: dict[int, int] = {}
    for _, wanted, said in sorted(scored, reverse=True):
        if -wanted not in pairs and -said not in pairs.values():
            pairs[-wanted] = -said
    return [(gold["measures"][wanted], issuers[said]) for wanted, said in pairs.items()]


@pytest.mark.parametrize("name", FLOORS)
def test_measures_are_found_with_who_put_them_in_place(name: str) -> None:
    hits = said = wanted = right = 0
    for gold, drafts in _found(name):
        pairs = _pairs(gold, drafts)
        hits, said, wanted = hits + len(pairs), said + len(drafts), wanted + len(gold["measures"])
        right += sum(set(measure["issuers"]) == issuers for measure, issuers in pairs)

    figures = (2 * hits / (said + wanted), right / hits)
    assert all(figure >= floor for figure, floor in zip(figures, FLOORS[name], strict=True)), figures


def test_confidence_does_not_promise_more_than_it_keeps() -> None:
    """Of measures marked 0.7 or more at least so many are right in name and issuers."""
    sure = right = 0
    for name in FLOORS:
        for gold, drafts in _found(name):
            chosen = tuple(draft for draft in drafts if draft.confidence >= 0.7)
            sure += len(chosen)
            right += sum(set(measure["issuers"]) == issuers for measure, issuers in _pairs(gold, chosen))

    assert sure > 150
    assert right >= 0.7 * sure

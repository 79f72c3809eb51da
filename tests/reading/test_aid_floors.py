"""The aid found on annotated pages, whose figures may not fall.

The pages' own articles are given, so that what is held here is the finding of aid, of who gave it and what it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pytest

from seeds.reading.contract import to_record
from seeds.reading.drafts import Context, Reading
from seeds.reading.facts.reading import read_facts
from tests.reading.gold_pages import pages_from_gold
from tests.reading.page_sets import annotated
from tests.reading.scoring import Gold
from unionarchive.common.names import comparable

# F1 of what is given (sum, rate, goods, people served), and the share of statements found right in every core field
FLOORS = {"documents": (0.93, 0.86), "practice": (0.885, 0.855), "fresh": (0.84, 0.735), "hands": (0.815, 0.685)}
FIGURES = ("amount", "rate", "count")
WORDS = ("form", "bound", "status", "basis")
SURE = 0.7

Record = Mapping[str, Any]


@cache
def _read(name: str) -> tuple[tuple[Gold, tuple[Record, ...]], ...]:
    """The gold of each page of the set with the statements of aid read from it."""
    read = []
    for page in annotated(name):
        pages, context = pages_from_gold(page.text, dict(page.gold)), Context(name=page.name)
        reading = Reading(context, pages, read_facts(pages, context))
        said = zip(to_record(reading)["disbursements"], reading.facts.disbursements, strict=True)
        read.append((page.gold, tuple({**record, "confidence": draft.confidence} for record, draft in said)))
    return tuple(read)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _what(gift: Record) -> tuple[object, ...]:
    """The figures of a statement, and how much of its goods there is."""
    goods = sorted((_number(item.get("quantity")) or 0, item.get("unit") or "") for item in gift.get("items") or [])
    return (*(_number(gift.get(figure)) for figure in FIGURES), tuple(goods))


def _core(gift: Record, known: Mapping[str, str]) -> tuple[object, ...]:
    """The core fields of a statement; ``known`` turns every accepted name into the one annotated."""
    donors = frozenset(known.get(comparable(name), name) for name in gift.get("donors") or [])
    return (donors, *(_number(gift.get(figure)) for figure in FIGURES), *(gift.get(word) or None for word in WORDS))


def _known(gold: Gold) -> dict[str, str]:
    return {
        comparable(name): organisation["name"]
        for organisation in gold["organisations"]
        for name in (organisation["name"], *organisation.get("also", []))
    }


def _right(gold: Gold, gifts: Sequence[Record]) -> int:
    known = _known(gold)
    wanted, said = (Counter(_core(gift, known) for gift in side) for side in (gold["disbursements"], gifts))
    return (wanted & said).total()


@pytest.mark.parametrize("name", FLOORS)
def test_aid_is_found_with_its_giver_and_its_figures(name: str) -> None:
    hits = said = wanted = right = 0
    for gold, gifts in _read(name):
        found, printed = Counter(map(_what, gifts)), Counter(map(_what, gold["disbursements"]))
        hits += (found & printed).total()
        said, wanted = said + found.total(), wanted + printed.total()
        right += _right(gold, gifts)

    figures = (2 * hits / (said + wanted), right / wanted)
    assert all(figure >= floor for figure, floor in zip(figures, FLOORS[name], strict=True)), figures


def test_confidence_does_not_promise_more_than_it_keeps() -> None:
    """Of statements that are said to be sure at least so many are right in every core field."""
    sure = right = 0
    for name in FLOORS:
        for gold, gifts in _read(name):
            chosen = [gift for gift in gifts if gift["confidence"] >= SURE]
            sure += len(chosen)
            right += _right(gold, chosen)

    assert sure > 150
    assert right >= SURE * sure

"""The figures of the page reader over annotated pages, which may not fall."""

from __future__ import annotations

import pytest

from tests.reading.page_sets import SETS, annotated, tally
from tests.reading.scoring import right

FLOORS = {
    "documents": {"cover": 1.0, "segment": 0.99, "order": 0.98, "headline": 0.96, "byline": 0.99},
    "practice": {"cover": 1.0, "segment": 0.97, "order": 0.96, "headline": 0.96, "byline": 0.98},
    "pages": {"cover": 1.0, "segment": 0.96, "order": 0.92, "headline": 0.99, "byline": 0.96},
    "fresh": {"cover": 1.0, "segment": 0.98, "order": 0.96, "headline": 0.94, "byline": 0.94},
    "hands": {"cover": 1.0, "segment": 0.93, "order": 0.92, "headline": 0.89, "byline": 0.88},
    "kept": {"cover": 1.0, "segment": 0.97, "order": 0.97, "headline": 0.92, "byline": 0.98},
    "later": {"cover": 1.0, "segment": 0.94, "order": 0.93, "headline": 0.87, "byline": 0.93},
    "latest": {"cover": 1.0, "segment": 0.95, "order": 0.93, "headline": 0.87, "byline": 0.89},
}


@pytest.mark.parametrize(
    ("name", "figure", "floor"),
    [(name, figure, floor) for name, floors in FLOORS.items() for figure, floor in floors.items()],
)
def test_it_keeps_its_figures(name: str, figure: str, floor: float) -> None:
    assert tally(name).figure(figure) >= floor


def test_articles_it_is_sure_of_are_rarely_wrong() -> None:
    sure = wrong = 0
    for name in SETS:
        for page in annotated(name):
            pages = page.read()
            for index, article in enumerate(pages.articles):
                if article.confidence >= 0.9:
                    sure += 1
                    wrong += not right(pages, index, page.text, page.gold)
    assert wrong * 50 <= sure

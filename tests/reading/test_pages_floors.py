"""The figures of the page reader over annotated pages, which may not fall."""

from __future__ import annotations

import pytest

from tests.reading.page_sets import SETS, annotated, tally
from tests.reading.scoring import right

FLOORS = {
    "documents": {"cover": 1.0, "segment": 0.98, "order": 0.97, "headline": 0.96, "byline": 0.98},
    "practice": {"cover": 1.0, "segment": 0.91, "order": 0.90, "headline": 0.90, "byline": 0.93},
    "pages": {"cover": 1.0, "segment": 0.93, "order": 0.88, "headline": 0.96, "byline": 0.91},
    "fresh": {"cover": 1.0, "segment": 0.96, "order": 0.96, "headline": 0.89, "byline": 0.93},
    "hands": {"cover": 1.0, "segment": 0.85, "order": 0.84, "headline": 0.77, "byline": 0.83},
    "kept": {"cover": 1.0, "segment": 0.90, "order": 0.92, "headline": 0.88, "byline": 0.95},
    "later": {"cover": 1.0, "segment": 0.84, "order": 0.84, "headline": 0.76, "byline": 0.86},
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

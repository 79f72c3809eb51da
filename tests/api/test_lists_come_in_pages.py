"""Lists answer {next, previous, results}; walking the pages meets every row once, whatever is added meanwhile."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from organisations.models import AidDisbursement
from tests import factories
from tests.api.world import LISTS, get, keys, make_page

pytestmark = pytest.mark.django_db


def test_it_answers_next_previous_and_results_and_no_count() -> None:
    page = make_page()
    for name in LISTS:
        answer = get(f"{name}/").json()
        assert list(answer) == ["next", "previous", "results"], name
        assert page.key(name) in [row["code" if name == "divisions" else "id"] for row in answer["results"]]
        assert answer["next"] is None and answer["previous"] is None


def test_it_counts_only_when_asked() -> None:
    make_page(), make_page()
    for name in LISTS:
        answer = get(f"{name}/", count="true", page_size=1).json()
        assert list(answer) == ["count", "next", "previous", "results"], name
        assert answer["count"] == len(keys(name)), name
        assert "count" not in get(f"{name}/", count="false").json()


def test_it_shows_every_row_once_on_the_way_forward_and_back() -> None:
    for _ in range(5):
        make_page()
    for name in LISTS:
        forward = walk(name, page_size=2)
        assert [key for page in forward for key in page] == keys(name)
        assert walk_back(name, page_size=2) == forward


@pytest.mark.parametrize("ordering", ["newest", "oldest", "id", "updated"])
def test_it_meets_every_row_once_while_rows_are_put_in(ordering: str) -> None:
    before = [factories.ArticleFactory(published="2020-02-05").pk for _ in range(9)]
    first = get("articles/", page_size=4, ordering=ordering).json()
    met = [row["id"] for row in first["results"]]
    factories.ArticleFactory(published="2020-02-05")  # of the same day: it sorts next to the others
    factories.ArticleFactory(published="2021-01-01")
    factories.ArticleFactory(published="")
    met += follow(first["next"])
    assert len(met) == len(set(met))
    assert set(before) <= set(met)


def test_it_walks_a_thousand_rows_of_one_day() -> None:
    page = make_page()
    AidDisbursement.objects.bulk_create(
        factories.AidDisbursementFactory.build_batch(1100, article=page.article, date="")
    )
    first = get("aid-disbursements/", page_size=500).json()
    met = [row["id"] for row in first["results"]] + follow(first["next"])
    assert len(met) == len(set(met)) == 1101


def test_it_keeps_the_filters_in_the_addresses_of_the_pages() -> None:
    for form in ("news", "brief", "news", "brief", "news"):
        factories.ArticleFactory(form=form)
    first = get("articles/", form="news", page_size=2).json()
    second = Client().get(first["next"]).json()
    assert [row["form"] for row in first["results"] + second["results"]] == ["news"] * 3
    assert second["next"] is None


def walk(name: str, **parameters: Any) -> list[list[Any]]:
    """The keys on each page, from the first to the last."""
    pages, answer = [], get(f"{name}/", **parameters).json()
    while True:
        pages.append([row["code" if name == "divisions" else "id"] for row in answer["results"]])
        if not answer["next"]:
            return pages
        answer = Client().get(answer["next"]).json()


def walk_back(name: str, **parameters: Any) -> list[list[Any]]:
    """The same pages, met from the last to the first."""
    answer = get(f"{name}/", **parameters).json()
    while answer["next"]:
        answer = Client().get(answer["next"]).json()
    pages: list[list[Any]] = []
    while True:
        pages.insert(0, [row["code" if name == "divisions" else "id"] for row in answer["results"]])
        if not answer["previous"]:
            return pages
        answer = Client().get(answer["previous"]).json()


def follow(address: str | None) -> list[Any]:
    """The keys of the rows from ``address`` to the end."""
    met = []
    while address:
        answer = Client().get(address).json()
        met += [row["id"] for row in answer["results"]]
        address = answer["next"]
    return met

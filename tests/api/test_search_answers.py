"""Search in the API: mixed results with kind, id, url and the places of the words; any text is a valid question."""

from __future__ import annotations

import pytest
from django.test import Client

from articles.models import Article
from tests import factories
from tests.api.world import BASE, get, make_page

pytestmark = pytest.mark.django_db
HOST = "http://testserver"


def test_it_finds_rows_of_every_kind() -> None:
    page = make_page()
    answer = get("search/", q="慰问金").json()
    assert list(answer)[:3] == ["next", "previous", "results"]
    found = {(row["kind"], row["id"]): row for row in answer["results"]}
    assert ("article", page.article.pk) in found
    assert ("aid", page.aid.pk) in found
    assert found["article", page.article.pk]["url"] == f"{HOST}{BASE}articles/{page.article.pk}/"
    assert found["aid", page.aid.pk]["url"] == f"{HOST}{BASE}aid-disbursements/{page.aid.pk}/"
    for row in found.values():
        assert Client().get(row["url"]).status_code == 200


def test_it_says_where_the_words_stand() -> None:
    page = make_page()
    (row,) = get("search/", q="慰问金", kind="article").json()["results"]
    article = get(f"articles/{page.article.pk}/").json()
    words = {article[mark["field"]][mark["start"] : mark["end"]] for mark in row["highlights"]}
    assert words == {"慰问金"}
    assert {mark["field"] for mark in row["highlights"]} == {"headline", "body"}
    assert {row["title"][start:end] for start, end in row["title_highlights"]} == {"慰问金"}
    assert {row["snippet"][start:end] for start, end in row["snippet_highlights"]} == {"慰问金"}


def test_it_keeps_to_the_kinds_and_values_asked_for() -> None:
    page, other = make_page(), make_page()
    kinds = {row["kind"] for row in get("search/", q="慰问金", kind="article,aid").json()["results"]}
    assert kinds == {"article", "aid"}
    narrowed = get("search/", q="慰问金", kind="article", publication=other.article.publication.pk).json()
    assert [row["id"] for row in narrowed["results"]] == [other.article.pk]
    assert get("search/", q="慰问金", year="1999").json()["results"] == []
    assert page.article.pk in [row["id"] for row in get("search/", q="慰问金", year="2020").json()["results"]]


def test_it_turns_pages_and_counts_when_asked() -> None:
    made = {make_page().article.pk for _ in range(5)}
    first = get("search/", q="慰问金", kind="article", page_size=3, count="true").json()
    assert (first["count"], first["count_is_capped"], first["previous"]) == (5, False, None)
    second = Client().get(first["next"]).json()
    assert {row["id"] for row in first["results"] + second["results"]} == made
    assert second["next"] is None
    assert "count" not in get("search/", q="慰问金").json()


def test_it_tells_the_values_that_results_have_when_asked() -> None:
    page = make_page()
    (group,) = get("search/", q="慰问金", kind="article", facets="true").json()["groups"]
    facets = {facet["name"]: facet["values"] for facet in group["facets"]}
    assert facets["publication"][0]["value"] == str(page.article.publication.pk)
    assert get("search/", q="慰问金", kind="article").json()["groups"][0]["facets"] == []


@pytest.mark.parametrize(
    "question",
    [
        "",
        " ",
        "，。",
        '"慰问',
        "OR",
        "-",
        "AND NOT (",
        "😀",
        "a\x00b",
        "'; DROP TABLE articles_article; --",
        "长" * 10_000,
    ],
)
def test_it_answers_any_question(question: str) -> None:
    assert get("search/", q=question).status_code == 200
    assert get("search/").json()["results"] == []


@pytest.mark.parametrize(
    ("parameters", "at_fault"),
    [
        ({"kind": "person"}, "kind"),
        ({"order": "worst"}, "order"),
        ({"page": "0"}, "page"),
        ({"page": "11", "page_size": "100"}, "page"),
        ({"page_size": "501"}, "page_size"),
        ({"year": "20"}, "year"),
        ({"place": "62"}, "place"),
        ({"publication": "报"}, "publication"),
        ({"q": "长" * 10_001}, "q"),
        ({"query": "慰问金"}, "query"),
    ],
)
def test_it_refuses_wrong_parameters_beside_it(parameters: dict[str, str], at_fault: str) -> None:
    answer = get("search/", **({"q": "慰问金"} | parameters))
    assert answer.status_code == 400
    assert [fault["parameter"] for fault in answer.json()["errors"]] == [at_fault]


def test_it_finds_nothing_that_is_not_public() -> None:
    page = make_page()
    Article.objects.filter(pk=page.article.pk).update(publishing="withdrawn")
    assert get("search/", q="慰问金").json()["results"] == []


def test_it_finds_no_aid_by_the_name_of_who_received_it() -> None:
    page = make_page()
    factories.AidPartyFactory(disbursement=page.aid, role="recipient", kind="person", organisation=None, name="钱困难")
    page.aid.save()
    assert get("search/", q="钱困难").json()["results"] == []
    assert "钱困难" not in get("search/", q="慰问金").content.decode()

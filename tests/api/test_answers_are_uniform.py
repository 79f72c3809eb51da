"""Errors are problems (RFC 9457) in JSON whatever went wrong; unchanged answers are not sent twice."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client

from articles.api.viewsets import ArticleViewSet
from tests.api.world import BASE, LISTS, get, make_page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path", ["articles/0/", "articles/abc/", "articles/99999999999999999999/", "divisions/62/", "nothing/", "a%0Ab/"]
)
def test_it_answers_404_as_a_problem(path: str) -> None:
    answer = get(path)
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert problem["type"] == "urn:unionarchive:problem:not-found"
    assert problem["status"] == 404
    assert problem["title"] and problem["detail"]


def test_it_answers_406_to_who_wants_no_json() -> None:
    answer = Client(headers={"accept": "text/csv"}).get(f"{BASE}articles/")
    assert answer.status_code == 406
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_it_answers_a_browser_with_json() -> None:
    answer = Client(headers={"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}).get(f"{BASE}articles/")
    assert answer.headers["Content-Type"] == "application/json"


def test_it_hides_the_cause_of_a_failure_and_records_it(monkeypatch: Any, caplog: Any) -> None:
    def fail(view: ArticleViewSet) -> None:
        raise DatabaseError("secret column")

    monkeypatch.setattr(ArticleViewSet, "get_queryset", fail)
    answer = Client(raise_request_exception=False).get(f"{BASE}articles/")
    assert answer.status_code == 500
    assert answer.json()["type"] == "urn:unionarchive:problem:error"
    assert "secret" not in answer.content.decode()
    assert "secret column" in caplog.text


def test_it_answers_304_until_something_changes() -> None:
    page = make_page()
    etags = {f"{name}/": get(f"{name}/").headers["ETag"] for name in LISTS}
    rows = {f"{name}/{page.key(name)}/": get(f"{name}/{page.key(name)}/").headers["ETag"] for name in LISTS}
    for path, etag in (etags | rows).items():
        unchanged = Client(headers={"accept-language": "en", "if-none-match": etag}).get(BASE + path)
        assert (unchanged.status_code, unchanged.content) == (304, b""), path
    make_page()
    for path, etag in etags.items():
        changed = Client(headers={"accept-language": "en", "if-none-match": etag}).get(BASE + path)
        assert changed.status_code == 200, path


def test_it_lets_no_answer_be_kept_without_asking_again() -> None:
    assert get("articles/").headers["Cache-Control"] == "no-cache"


def test_its_first_page_leads_everywhere() -> None:
    addresses = get("").json()
    assert set(LISTS) <= set(addresses)
    for address in addresses.values():
        assert Client().get(address).status_code == 200

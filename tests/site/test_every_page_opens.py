"""Every page opens: empty, filled, in both languages, whatever its address asks for."""

from __future__ import annotations

import json
import re

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from django.urls import reverse

from tests.site.pages import LISTS, page, status, story

pytestmark = pytest.mark.django_db

TABLES = [f"/aid/by/{by}/" for by in ("donor", "province", "month")]
PLAIN = ["home", "about", "search", *LISTS.values(), *TABLES]


@pytest.mark.parametrize("name", PLAIN)
def test_it_opens_on_an_empty_archive(client: Client, name: str) -> None:
    page(client, name)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_it_opens_filled_with_one_main_heading(client: Client, language: str) -> None:
    told = story()
    for address in [*PLAIN, *told.addresses().values()]:
        html = page(client, address, language)
        assert html.count("<h1") == 1, address
        assert re.search(r"<title>\s*\S", html), address
        ids = re.findall(r'\sid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), address


def test_it_opens_in_chinese_unless_asked_otherwise(client: Client) -> None:
    assert '<html lang="zh-Hans">' in client.get("/").content.decode()
    assert '<html lang="en">' in page(client, "/")


def test_it_keeps_the_language_that_was_chosen(client: Client) -> None:
    answer = client.post(reverse("set_language"), {"language": "en", "next": "/about/"}, follow=True)
    assert answer.redirect_chain == [("/about/", 302)]
    assert '<html lang="en">' in answer.content.decode()
    assert '<html lang="en">' in client.get("/articles/").content.decode()


def test_it_gives_no_cookie_to_a_reader_who_chooses_nothing(client: Client) -> None:
    assert client.get("/").cookies == {}
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(reverse("set_language"), {"language": "en", "next": "/"})
    assert list(answer.cookies) == ["django_language"]


NONSENSE = [
    "page=abc", "page=-1", "page=0", "page=99999999999999999999", "publication=x", "publication=999999999999999999999",
    "date=2020-13", "date=%00", "form=zzz", "name=%F0%9F%98%80", "province=zz", "province=99999999999", "donor=%00",
    "review=maybe", "organisation=%27%3B--", "q=%00", "kind=nothing", "order=worst", "year=abc", "place=x",
    "state=none", "unheard=of", "headline=" + "长" * 5000, "title=" + "x" * 5000, "%ff=%fe", "page=%C2%B2",
]  # fmt: skip


@pytest.mark.parametrize("query", NONSENSE)
def test_it_never_fails_on_a_senseless_parameter(client: Client, query: str) -> None:
    told = story()
    listed = [reverse(name) for name in ("search", *LISTS.values())]
    for path in [*listed, *TABLES, told.article.get_absolute_url(), told.document.get_absolute_url()]:
        assert client.get(f"{path}?{query}").status_code == 200, f"{path}?{query}"


@pytest.mark.parametrize(
    "question", ['"', "-", "OR", "(", "标题:", "慰问 OR", "*", "a" * 10_000, "机构:省总", "\ud83d\ude00"]
)
def test_it_answers_any_question(client: Client, question: str) -> None:
    story()
    page(client, "search", q=question.encode("utf-16", "surrogatepass").decode("utf-16"), kind="article", page="2")


@pytest.mark.parametrize(
    "address",
    ["/nothing/", "/articles/9999/", "/articles/99999999999999999999999/", "/organisations/nobody/", "/measures/9/",
     "/aid/9/", "/documents/9/", "/articles/x/"],
)  # fmt: skip
def test_it_says_in_a_page_of_its_own_that_nothing_is_there(client: Client, address: str) -> None:
    answer = client.get(address, headers={"accept-language": "en"})
    assert answer.status_code == 404
    assert "There is nothing at this address" in answer.content.decode()


def test_it_says_that_the_fault_is_ours_when_it_fails(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    client.raise_request_exception = False
    monkeypatch.setattr("unionarchive.views.HomePage.get_context_data", lambda view: 1 / 0)
    answer = client.get("/", headers={"accept-language": "en"})
    assert answer.status_code == 500
    assert "The fault is ours" in answer.content.decode()


def test_it_is_healthy_while_the_database_answers(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = client.get(reverse("health"))
    assert (answer.status_code, json.loads(answer.content)["status"]) == (200, "ok")

    def unreachable() -> None:
        raise DatabaseError("gone")

    monkeypatch.setattr(connection, "cursor", unreachable)
    answer = client.get(reverse("health"))
    assert (answer.status_code, json.loads(answer.content)["status"]) == (503, "failing")


def test_it_asks_robots_to_stay_out_of_the_desk(client: Client) -> None:
    answer = client.get("/robots.txt")
    assert answer["content-type"].startswith("text/plain")
    assert "Disallow: /desk/" in answer.content.decode()


def test_it_has_an_icon(client: Client) -> None:
    assert status(client, "/favicon.ico") == 302

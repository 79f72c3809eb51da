"""Feed readers are told what is new, in their language, once."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article
from tests import factories
from tests.site.pages import page, story

pytestmark = pytest.mark.django_db

ATOM = {"a": "http://www.w3.org/2005/Atom"}
FEEDS = ["article-feed", "measure-feed", "aid-feed", "search-feed"]


def ask(client: Client, name: str, /, *, headers: dict[str, str] | None = None, **query: str) -> HttpResponse:
    return client.get(reverse(name), query, headers=headers or {})  # type: ignore[return-value]


def read(client: Client, name: str, /, **query: str) -> ET.Element:
    answer = ask(client, name, **query)
    assert answer.status_code == 200
    assert answer["content-type"].startswith("application/atom+xml")
    return ET.fromstring(answer.content)


def titles(feed: ET.Element) -> list[str | None]:
    return [title.text for title in feed.findall("a:entry/a:title", ATOM)]


def text(feed: ET.Element, path: str) -> str:
    found = feed.find(path, ATOM)
    assert found is not None
    return found.text or ""


def test_it_tells_of_what_came_in_last_first() -> None:
    old, new = factories.ArticleFactory(published="2022-01-01"), factories.ArticleFactory(published="2020-01-01")
    feed = read(Client(), "article-feed")
    links = [entry.get("href") for entry in feed.findall("a:entry/a:link", ATOM)]
    assert links == [f"http://testserver{article.get_absolute_url()}" for article in (new, old)]


@pytest.mark.parametrize("name", FEEDS)
def test_each_entry_leads_to_its_page_and_says_where_it_was_printed(client: Client, name: str) -> None:
    told = story(published="2020-02-05")
    feed = read(client, name, lang="en", **({"q": "慰问金"} if name == "search-feed" else {}))
    entry = feed.find("a:entry", ATOM)
    assert entry is not None
    assert text(entry, "a:title")
    summary = text(entry, "a:summary")
    assert told.article.publication is not None and told.article.publication.name in summary
    assert "2020" in summary
    link = entry.find("a:link", ATOM)
    assert link is not None
    assert client.get(link.get("href", "")).status_code == 200


def test_words_that_were_sought_are_marked_here_and_on_the_page_it_leads_to(client: Client) -> None:
    factories.ArticleFactory(headline="送口罩 <甲&乙>", body="a < b，口罩到了。")
    [entry] = read(client, "search-feed", q="口罩").findall("a:entry", ATOM)
    assert text(entry, "a:title") == "送口罩 <甲&乙>"
    assert 'a &lt; b，<mark class="hit">口罩</mark>到了。' in text(entry, "a:summary")
    link = entry.find("a:link", ATOM)
    assert link is not None
    assert '<mark class="hit">口罩</mark>' in client.get(link.get("href", "")).content.decode()


def test_a_row_is_the_same_entry_in_every_feed(client: Client) -> None:
    factories.ArticleFactory(headline="送口罩")
    one, other = read(client, "search-feed", q="口罩", lang="en"), read(client, "article-feed")
    assert text(one, "a:entry/a:id") == text(other, "a:entry/a:id")


@pytest.mark.parametrize("name", FEEDS)
def test_it_says_at_which_address_it_is_asked_for(client: Client, name: str) -> None:
    links = read(client, name, q="口罩", lang="en").findall("a:link", ATOM)
    own = [link.get("href") for link in links if link.get("rel") == "self"]
    assert own == [f"http://testserver{reverse(name)}?q=%E5%8F%A3%E7%BD%A9&lang=en"]


@pytest.mark.parametrize(
    ("name", "lang", "wanted"),
    [
        ("article-feed", "zh-hans", "新文章"),
        ("article-feed", "en", "New articles"),
        ("measure-feed", "zh-hans", "新举措"),
        ("aid-feed", "en", "New records of aid"),
    ],
)
def test_its_title_is_in_the_language_asked_for(client: Client, name: str, lang: str, wanted: str) -> None:
    assert text(read(client, name, lang=lang), "a:title") == f"{wanted} · unionarchive"
    answer = ask(client, name, headers={"accept-language": lang})
    assert (answer["content-language"], wanted in answer.content.decode()) == (lang, True)


def test_a_language_that_there_is_not_is_no_error(client: Client) -> None:
    assert ask(client, "article-feed", lang="xx").status_code == 200


def test_a_search_is_followed_with_its_filters(client: Client) -> None:
    mask = factories.ArticleFactory(headline="口罩送到", body="发口罩。", form="news")
    factories.ArticleFactory(headline="口罩来了", body="到了。", form="brief")
    factories.ArticleFactory(headline="手套来了", body="到了。", form="brief")
    feed = read(client, "search-feed", q="口罩", kind="article", form="news", lang="en")
    assert titles(feed) == [mask.headline]
    assert text(feed, "a:title") == "口罩 · unionarchive"
    page_link = [link.get("href") for link in feed.findall("a:link", ATOM) if link.get("rel") == "alternate"]
    assert page_link == [f"http://testserver{reverse('search')}?q=%E5%8F%A3%E7%BD%A9&kind=article&form=news"]


def test_an_organisation_is_followed(client: Client) -> None:
    told = story()
    factories.ArticleFactory(headline="别的事")
    feed = read(client, "search-feed", organisation=str(told.donor.pk))
    assert told.article.headline in titles(feed)
    assert "别的事" not in titles(feed)
    assert f"organisation={told.donor.pk}" in page(client, told.donor.get_absolute_url())


@pytest.mark.parametrize("name", FEEDS)
def test_an_unchanged_feed_is_not_sent_twice(client: Client, name: str) -> None:
    query = {"q": "慰问金"} if name == "search-feed" else {}
    for _ in range(2):
        first = ask(client, name, **query)
        again = ask(client, name, headers={"if-none-match": first["etag"]}, **query)
        assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
        story()  # the first round has no entries
    assert ask(client, name, headers={"if-none-match": first["etag"]}, **query).status_code == 200


@pytest.mark.parametrize("name", FEEDS)
def test_what_may_not_be_seen_is_in_no_feed(client: Client, name: str) -> None:
    told = story()
    Article.objects.filter(pk=told.article.pk).update(publishing="withdrawn")
    assert titles(read(client, name, **({"q": "慰问"} if name == "search-feed" else {}))) == []


@pytest.mark.parametrize(
    "query",
    [{}, {"q": ""}, {"q": "\x00工会\x0b"}, {"q": "<b>&\"'"}, {"q": "工" * 10_000}, {"q": "\uffff\ufdd0"}, {"kind": "x"},
     {"q": "慰问", "kind": "aid", "year": "x", "place": "'"}],
)  # fmt: skip
def test_any_question_makes_a_feed(client: Client, query: dict[str, str]) -> None:
    story()
    read(client, "search-feed", **query)


def test_characters_that_xml_may_not_hold_are_left_out(client: Client) -> None:
    factories.ArticleFactory(headline="口罩\x0b到了", body="正文\x01里\ufffe有。")
    assert titles(read(client, "article-feed")) == ["口罩到了"]


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_costs_the_same_for_one_entry_and_for_ten(client: Client, name: str) -> None:
    query = {"q": "慰问金"} if name == "search-feed" else {}
    story()
    costs = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            ask(client, name, **query)
        costs.append(len(queries))
        for _ in range(9):
            story()
    assert costs[0] == costs[1]


@pytest.mark.parametrize(
    ("address", "feed"),
    [
        ("home", "article-feed"),
        ("articles:list", "article-feed"),
        ("organisations:measures", "measure-feed"),
        ("organisations:aid-list", "aid-feed"),
    ],
)
def test_pages_name_the_feed_that_follows_them(client: Client, address: str, feed: str) -> None:
    html = page(client, address, "en")
    assert 'type="application/atom+xml"' in html
    assert f'href="{reverse(feed)}?lang=en"' in html


def test_the_search_page_names_the_feed_of_the_search(client: Client) -> None:
    html = page(client, "search", "en", q="慰问 -体育", order="newest", page="2", kind="article")
    assert (
        f'href="{reverse("search-feed")}?q=%E6%85%B0%E9%97%AE+-%E4%BD%93%E8%82%B2&amp;kind=article&amp;lang=en"' in html
    )
    assert reverse("search-feed") not in page(client, "search")

"""What is public is shown, marked for what it is; what is not is nowhere: not on its page, in a list or around it."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests import factories
from tests.site.pages import LISTS, Story, page, status, story

pytestmark = pytest.mark.django_db

STATES = ["proposed", "accepted", "corrected", "rejected"]
PUBLISHING = ["draft", "published", "withdrawn"]


def is_shown(publishing: str, state: str, unreviewed: bool) -> bool:
    """The rule in words: published, not rejected, and reviewed unless the setting lets unreviewed readings through."""
    return publishing == "published" and (state in ("accepted", "corrected") or (state == "proposed" and unreviewed))


def review(told: Story, state: str) -> None:
    for row in (told.donor, told.measure, told.gift, *told.article.mentions.all()):
        type(row).objects.filter(pk=row.pk).update(state=state)


CASES = list(itertools.product(PUBLISHING, STATES, [True, False]))


@pytest.mark.parametrize(("publishing", "state", "unreviewed"), CASES)
def test_an_article_and_its_facts_show_together(
    client: Client, settings: Settings, publishing: str, state: str, unreviewed: bool
) -> None:
    settings.SHOW_UNREVIEWED = unreviewed
    told = story(publishing=publishing, state=state)
    review(told, "proposed" if state == "rejected" else state)
    shown = is_shown(publishing, state, unreviewed)
    addresses = told.addresses()
    if state in ("accepted", "corrected"):
        del addresses["organisation"]  # an editor vouches for it, whatever becomes of the article
    for kind, address in addresses.items():
        assert (status(client, address) == 200) is shown, kind
    assert (told.article.get_absolute_url() in page(client, "articles:list")) is shown
    assert (told.gift.get_absolute_url() in page(client, "organisations:aid-list")) is shown
    assert (told.measure.get_absolute_url() in page(client, "organisations:measures")) is shown
    assert (told.document.get_absolute_url() in page(client, "seeds:documents")) is shown


@pytest.mark.parametrize(("state", "unreviewed"), list(itertools.product(STATES, [True, False])))
def test_a_fact_shows_by_its_own_review(client: Client, settings: Settings, state: str, unreviewed: bool) -> None:
    settings.SHOW_UNREVIEWED = unreviewed
    told = story(state="accepted")
    review(told, state)
    shown = is_shown("published", state, unreviewed)
    addresses = told.addresses()
    for kind in ("measure", "aid", "organisation"):
        assert (status(client, addresses[kind]) == 200) is shown, kind
    article = page(client, addresses["article"])
    assert (f'href="{addresses["aid"]}"' in article) is shown
    assert ('class="evidence"' in article) is shown
    assert (f'href="{addresses["organisation"]}"' in article) is shown


MARKS = [("proposed", True), ("accepted", False), ("corrected", False)]


@pytest.mark.parametrize(("state", "marked"), MARKS)
def test_what_no_editor_has_reviewed_is_marked(client: Client, state: str, marked: bool) -> None:
    told = story(state=state)
    review(told, state)
    for address in [*LISTS.values(), *told.addresses().values()]:
        if address != "seeds:documents":
            assert ('class="tag unreviewed"' in page(client, address)) is marked, address


def test_a_reviewed_fact_names_an_unreviewed_body_without_a_link(client: Client, settings: Settings) -> None:
    settings.SHOW_UNREVIEWED = False
    told = story(state="accepted")
    type(told.gift).objects.filter(pk=told.gift.pk).update(state="accepted")
    html = page(client, told.gift.get_absolute_url())
    assert told.donor.name in html
    assert told.donor.get_absolute_url() not in html


def test_a_document_withholds_the_lines_of_an_article_that_is_not_public(client: Client) -> None:
    told = story(body="临江市总工会拨付慰问金5万元，还印发《关爱职工十条》。")
    draft = factories.ArticleFactory(publishing="withdrawn")
    factories.ArticleSourceFactory(
        document=told.document, article=draft, start=len(told.article.headline) + 1, end=len(told.article.headline) + 2
    )
    told.article.sources.filter(role="body").update(article=draft)
    html = page(client, told.document.get_absolute_url())
    assert told.article.headline in html
    assert "慰问金5万元，还印发" not in html
    assert "(not public)" in html


def test_a_person_who_received_aid_is_not_named_in_the_record(client: Client) -> None:
    told = story()
    factories.AidPartyFactory(
        disbursement=told.gift, role="recipient", kind="person", organisation=None, name="李大山", position=5
    )
    factories.AidPartyFactory(disbursement=told.gift, kind="person", organisation=None, name="赵捐款", position=6)
    for address in (told.gift.get_absolute_url(), reverse("organisations:aid-list"), told.article.get_absolute_url()):
        html = page(client, address)
        assert "李大山" not in html
        assert "a person" in html
        assert "赵捐款" in html
    assert told.gift.get_absolute_url() not in page(client, "organisations:aid-list", recipient="李大山")


def test_a_whole_that_is_not_public_is_not_linked(client: Client) -> None:
    hidden = story(publishing="draft")
    told = story()
    fields: dict[str, Any] = {"basis": "part", "part_of": hidden.gift, "same_as": hidden.gift}
    type(told.gift).objects.filter(pk=told.gift.pk).update(**fields)
    for address in (told.gift.get_absolute_url(), reverse("organisations:aid-list")):
        assert hidden.gift.get_absolute_url() not in page(client, address)


@pytest.mark.parametrize("unreviewed", [True, False])
def test_the_archive_says_when_it_shows_reviewed_facts_only(
    client: Client, settings: Settings, unreviewed: bool
) -> None:
    settings.SHOW_UNREVIEWED = unreviewed
    assert ("shows only what editors have reviewed" in page(client, "about")) is not unreviewed


def test_the_way_to_the_desk_is_for_those_who_work_there(client: Client) -> None:
    told = story()
    for address in told.addresses().values():
        assert "Review at the desk" not in page(client, address)
    client.force_login(factories.UserFactory(is_staff=False, is_superuser=False))
    assert "Review at the desk" not in page(client, told.gift.get_absolute_url())
    client.force_login(factories.UserFactory())
    for address in told.addresses().values():
        html = page(client, address)
        assert "Review at the desk" in html, address
    assert f"/desk/seeds/document/{told.document.pk}/change/" in html

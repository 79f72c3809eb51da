"""An organisation's page, and the addresses that lead to it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.site.pages import page, status, story

pytestmark = pytest.mark.django_db


def test_it_shows_what_is_known_of_it(client: Client) -> None:
    told = story()
    above = factories.OrganisationFactory(name="临江省总工会", state="accepted")
    below = factories.OrganisationFactory(name="临江市总工会女职工委员会", parent=told.donor, state="accepted")
    told.donor.parent = above
    told.donor.save()
    factories.AidPartyFactory(
        disbursement=factories.AidDisbursementFactory(article=told.article, amount=777),
        role="recipient", organisation=told.donor,
    )  # fmt: skip
    html = page(client, told.donor.get_absolute_url())
    for words in ("市总", "Gave", "Received", "¥50,000", "¥777", "Put in place", "关爱职工十条", told.article.headline):
        assert words in html, words
    assert above.get_absolute_url() in html
    assert below.get_absolute_url() in html


def test_a_former_address_leads_on(client: Client) -> None:
    told = story()
    before = told.donor.get_absolute_url()
    told.donor.slug = "new-address"
    told.donor.save()
    answer = client.get(before)
    assert (answer.status_code, answer["location"]) == (301, "/organisations/new-address/")


def test_a_merged_organisation_leads_to_the_one_it_is_now(client: Client) -> None:
    told = story()
    first = factories.OrganisationFactory(merged_into=told.donor)
    second = factories.OrganisationFactory(merged_into=first)
    for merged in (first, second):
        answer = client.get(merged.get_absolute_url())
        assert (answer.status_code, answer["location"]) == (301, told.donor.get_absolute_url())


def test_an_address_that_leads_to_nothing_public_is_not_found(client: Client) -> None:
    hidden = factories.OrganisationFactory()
    merged = factories.OrganisationFactory(merged_into=hidden)
    hidden.slug, before = "elsewhere", hidden.get_absolute_url()
    hidden.save()
    assert [status(client, address) for address in (before, merged.get_absolute_url())] == [404, 404]


def test_a_long_history_is_cut_and_leads_to_the_rest(client: Client) -> None:
    told = story()
    for _ in range(11):
        article = factories.ArticleFactory()
        factories.MentionFactory(article=article, organisation=told.donor)
        gift = factories.AidDisbursementFactory(article=article)
        factories.AidPartyFactory(disbursement=gift, organisation=told.donor)
        factories.MeasureFactory(article=article).issuers.add(told.donor)
    html = page(client, told.donor.get_absolute_url())
    slug = told.donor.slug
    rest = {
        f"{reverse('organisations:aid-list')}?donor={slug}": 12,
        f"{reverse('organisations:measures')}?issuer={slug}": 12,
        f"{reverse('articles:list')}?organisation={slug}": 12,
    }
    for address, count in rest.items():
        assert address in html
        answer = client.get(address)
        assert answer.context["paginator"].count == count, address

"""A list of ten rows costs as many queries as a list of one; so does a page with ten facts."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories
from tests.site.pages import GIFT, LISTS, Story, story

pytestmark = pytest.mark.django_db


def cost(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def more_facts(told: Story) -> None:
    """Another gift, part of the first, and another measure, in the same article by other bodies."""
    donor = factories.OrganisationFactory(parent=told.donor)
    gift = factories.AidDisbursementFactory(article=told.article, basis="part", part_of=told.gift, amount=None)
    factories.AidPartyFactory(disbursement=gift, organisation=donor)
    factories.AidPartyFactory(disbursement=told.gift, organisation=donor, position=1)
    factories.AidItemFactory(disbursement=gift)
    factories.EvidenceFactory(article=told.article, disbursement=gift, quote=GIFT)
    again = factories.AidDisbursementFactory(
        article=told.article, same_as=told.gift, amount=None, rate=5, rate_unit="人"
    )
    factories.AidPartyFactory(disbursement=again, organisation=told.donor)
    measure = factories.MeasureFactory(article=told.article)
    measure.issuers.add(donor, told.donor)
    told.measure.issuers.add(donor)


@pytest.mark.parametrize("name", ["home", *LISTS.values()])
def test_a_list_costs_the_same_for_one_row_and_for_ten(client: Client, name: str) -> None:
    more_facts(story())
    address = reverse(name)
    one = cost(client, address)
    for _ in range(9):
        more_facts(story(headline=""))
    assert cost(client, address) == one


@pytest.mark.parametrize("kind", ["article", "organisation", "measure", "aid", "document"])
def test_a_page_costs_the_same_for_one_fact_and_for_ten(client: Client, kind: str) -> None:
    told = story()
    more_facts(told)
    address = told.addresses()[kind]
    one = cost(client, address)
    for _ in range(9):
        more_facts(told)
    assert cost(client, address) == one


def test_a_search_costs_the_same_for_one_hit_and_for_four(client: Client) -> None:
    story()
    address = f"{reverse('search')}?q=慰问金"
    one = cost(client, address)
    for _ in range(3):
        story()
    assert cost(client, address) == one

"""Two rows that are one body are merged from the list, and a merge can be taken back."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from organisations.models import Organisation
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "admin:organisations_organisation_changelist"


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(factories.UserFactory())
    return client


def choose(desk: Client, action: str, *organisations: Organisation, **more: object) -> object:
    sent = {"action": action, "_selected_action": [row.pk for row in organisations], **more}
    return desk.post(f"{reverse(LIST)}?merged=all", sent)


def test_it_asks_which_one_stays(desk: Client) -> None:
    page = choose(desk, "merge_selected", *factories.OrganisationFactory.create_batch(2))
    assert page.status_code == 200
    assert page.content.decode().count('type="radio"') == 2


def test_it_merges_and_takes_back(desk: Client) -> None:
    stays, goes = factories.OrganisationFactory(name="临江市总工会"), factories.OrganisationFactory(name="临江总工会")
    mention = factories.MentionFactory(organisation=goes, quote="临江市总")
    choose(desk, "merge_selected", stays, goes, target=stays.pk)
    mention.refresh_from_db()
    goes.refresh_from_db()
    assert (mention.organisation, goes.merged_into) == (stays, stays)
    choose(desk, "unmerge_selected", goes)
    mention.refresh_from_db()
    goes.refresh_from_db()
    assert (mention.organisation, goes.merged_into) == (goes, None)


def test_one_alone_cannot_be_merged(desk: Client) -> None:
    alone = factories.OrganisationFactory()
    answer = choose(desk, "merge_selected", alone)
    assert answer.status_code == 302
    alone.refresh_from_db()
    assert alone.merged_into is None


def test_a_merged_one_cannot_be_merged_again(desk: Client) -> None:
    stays, goes = factories.OrganisationFactory.create_batch(2)
    choose(desk, "merge_selected", stays, goes, target=stays.pk)
    assert choose(desk, "merge_selected", stays, goes, target=goes.pk).status_code == 302
    stays.refresh_from_db()
    assert stays.merged_into is None

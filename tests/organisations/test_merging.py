"""Two rows that are one body become one; the other stays, leads to it, and can be taken out again."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from organisations.merging import Merge, merge, unmerge
from organisations.models import AidParty, Alias, FormerSlug, Mention, Organisation
from seeds.loading import store
from tests import factories
from tests.seeds.readings import UNION, original, usual

pytestmark = pytest.mark.django_db


def a_pair() -> tuple[Organisation, Organisation]:
    """The duplicate, with something of every kind that can point at it, and the organisation it is."""
    duplicate, into = factories.OrganisationFactory(name="临江市工会"), factories.OrganisationFactory(name=UNION)
    factories.MentionFactory(organisation=duplicate)
    factories.AidPartyFactory(organisation=duplicate)
    factories.MeasureFactory().issuers.add(duplicate)
    factories.OrganisationFactory(name="临江市职工医院工会", parent=duplicate)
    factories.AliasFactory(organisation=duplicate, name="市总")
    FormerSlug.objects.create(organisation=duplicate, slug="long-ago")
    return duplicate, into


def pointing_at(organisation: Organisation) -> dict[str, list[int]]:
    """Keys of all rows that point at the organisation."""
    rows: dict[str, Any] = {
        "mentions": organisation.mentions,
        "parties": organisation.aid_parties,
        "measures": organisation.measures,
        "children": organisation.children,
        "aliases": organisation.aliases,
        "slugs": organisation.former_slugs,
        "merged": organisation.merged_from,
    }
    return {name: sorted(related.values_list("pk", flat=True)) for name, related in rows.items()}


def test_everything_that_pointed_at_the_duplicate_points_at_the_other() -> None:
    duplicate, into = a_pair()
    before = pointing_at(duplicate)
    assert merge(duplicate, into) == Merge(mentions=1, parties=1, measures=1, children=1, names=2)
    after = pointing_at(into)
    for name in ("mentions", "parties", "measures", "children", "slugs"):
        assert after[name] == before[name]
    assert after["merged"] == [duplicate.pk]
    assert not any(pointing_at(duplicate).values())


def test_the_duplicates_names_lead_to_the_other() -> None:
    duplicate, into = a_pair()
    merge(duplicate, into)
    assert set(into.aliases.values_list("name", "kind")) == {("市总", "short"), ("临江市工会", "official")}


def test_the_duplicate_is_hidden_and_keeps_its_address() -> None:
    duplicate, into = a_pair()
    slug = duplicate.slug
    merge(duplicate, into)
    assert duplicate not in Organisation.objects.current()
    assert Organisation.objects.merged().get(slug=slug).merged_into == into


def test_taking_it_back_restores_all_that_moved() -> None:
    duplicate, into = a_pair()
    before = pointing_at(duplicate), pointing_at(into)
    merge(duplicate, into)
    assert unmerge(duplicate) == Merge(mentions=1, parties=1, measures=1, children=1, names=2)
    assert (pointing_at(duplicate), pointing_at(into)) == before
    assert duplicate in Organisation.objects.current()


def test_what_came_to_the_other_since_stays_there() -> None:
    duplicate, into = a_pair()
    merge(duplicate, into)
    new = factories.MentionFactory(organisation=into)
    unmerge(duplicate)
    assert list(into.mentions.all()) == [new]


def test_a_gift_that_names_both_counts_the_body_once_and_both_again_after() -> None:
    duplicate, into = a_pair()
    disbursement = AidParty.objects.get().disbursement
    factories.AidPartyFactory(disbursement=disbursement, organisation=into)
    merge(duplicate, into)
    assert [party.organisation for party in disbursement.parties.all()] == [into]
    unmerge(duplicate)
    assert {party.organisation for party in disbursement.parties.all()} == {duplicate, into}


def test_a_measure_that_both_issued_has_one_issuer_and_both_again_after() -> None:
    duplicate, into = a_pair()
    measure = duplicate.measures.get()
    measure.issuers.add(into)
    merge(duplicate, into)
    assert list(measure.issuers.all()) == [into]
    unmerge(duplicate)
    assert set(measure.issuers.all()) == {duplicate, into}


def test_a_candidate_of_an_open_mention_becomes_the_other() -> None:
    pair = a_pair()
    mention = factories.MentionFactory(organisation=None, resolution="ambiguous")
    mention.candidates.add(pair[0])
    merge(*pair)
    assert list(mention.candidates.all()) == [pair[1]]


@pytest.mark.parametrize("steps", [1, 2])
def test_an_organisation_below_its_duplicate_takes_that_ones_place(steps: int) -> None:
    top, duplicate = factories.OrganisationFactory(), factories.OrganisationFactory()
    duplicate.parent = top
    duplicate.save()
    parent = duplicate
    for _ in range(steps):
        parent = factories.OrganisationFactory(parent=parent)
    merge(duplicate, parent)
    for organisation in Organisation.objects.all():
        organisation.clean()
    parent.refresh_from_db()
    assert parent.parent == top


def test_what_was_merged_into_the_duplicate_leads_on_without_a_detour() -> None:
    pair = a_pair()
    first = factories.OrganisationFactory(name="临江工会")
    merge(first, pair[0])
    merge(*pair)
    first.refresh_from_db()
    assert first.merged_into == pair[1]


def test_it_refuses_what_makes_no_sense() -> None:
    duplicate, into = a_pair()
    with pytest.raises(ValidationError):
        merge(duplicate, duplicate)
    with pytest.raises(ValidationError):
        unmerge(duplicate)
    merge(duplicate, into)
    third = factories.OrganisationFactory()
    for one, other in ((duplicate, third), (third, duplicate)):
        with pytest.raises(ValidationError):
            merge(one, other)


def test_it_cannot_be_taken_back_when_its_name_is_taken() -> None:
    pair = a_pair()
    merge(*pair)
    factories.OrganisationFactory(name=pair[0].name)
    with pytest.raises(ValidationError):
        unmerge(pair[0])
    assert pair[0] not in Organisation.objects.current()


def test_loading_does_not_make_a_merged_organisation_again() -> None:
    store(original(), usual().reading())
    read, into = Organisation.objects.get(), factories.OrganisationFactory(name="临江市工会联合会")
    merge(read, into)
    assert not store(original(), usual().reading()).has_changes
    text = usual().text + "副刊\n"
    page = usual()
    store(original(text), page.reading())
    assert Organisation.objects.current().get() == into
    assert set(Mention.objects.values_list("organisation", flat=True)) == {into.pk}
    assert Alias.objects.filter(organisation=into, name=UNION).exists()

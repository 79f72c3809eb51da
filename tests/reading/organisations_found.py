"""Texts read for organisations, and what their words mean: shared by the tests of organisations."""

from __future__ import annotations

from seeds.reading.drafts import Context, OrganisationDraft
from seeds.reading.facts.organisations import Found, find_organisations
from tests.reading.pages_made import make_pages


def found_in(*bodies: str, headline: str | None = None, home: str | None = None) -> Found:
    """What is found in articles with these bodies."""
    return find_organisations(make_pages(*bodies, headline=headline), Context(home_place=home))


def by_name(found: Found) -> dict[str, OrganisationDraft]:
    """The organisations by their full names."""
    return {organisation.name: organisation for organisation in found.organisations}


def meant_by(found: Found, surface: str) -> list[str | None]:
    """The full names meant by ``surface``, in the order of the text."""
    return [mention.organisation for mention in found.mentions if mention.surface == surface]

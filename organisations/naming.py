"""Addresses and sounds of organisations' names. Stands below the models: it takes rows and imports none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unionarchive.common import names

if TYPE_CHECKING:
    from organisations.models import Organisation

SLUG_LENGTH = 200  # leaves room for the number that tells two bodies of one sound apart


def give_address(organisation: Organisation) -> None:
    """``organisation`` has a slug that no other has or had, and the sound of its name. Saves nothing."""
    organisation.pinyin = names.sounds(organisation.name)
    if not organisation.slug:
        organisation.slug = _free_slug(organisation)


def keep_former_address(organisation: Organisation, before: str) -> None:
    """The address ``before`` goes on leading to ``organisation``; nothing happens when it is unchanged or empty."""
    if before and before != organisation.slug:
        organisation.former_slugs.update_or_create(slug=before)
    if before != organisation.slug:
        organisation.former_slugs.filter(slug=organisation.slug).delete()


def _free_slug(organisation: Organisation) -> str:
    stem = names.slug(organisation.name, max_length=SLUG_LENGTH) or "organisation"
    rows = type(organisation)._default_manager
    formers = organisation._meta.get_field("former_slugs").related_model._default_manager
    taken = set(rows.filter(slug__startswith=stem).values_list("slug", flat=True))
    taken |= set(formers.filter(slug__startswith=stem).values_list("slug", flat=True))
    number, slug = 1, stem
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug

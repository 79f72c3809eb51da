"""Addresses and sounds of organisations' names. Stands below the models: it takes rows and imports none."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.db.models import Q

from unionarchive.common import names

if TYPE_CHECKING:
    from organisations.models import Organisation

SLUG_LENGTH = 200  # leaves room for the number that tells two bodies of one sound apart
_BATCH = 200  # conditions in one query; SQLite takes a thousand


def give_address(organisation: Organisation) -> None:
    """``organisation`` has a slug that no other has or had, and the sound of its name. Saves nothing."""
    organisation.pinyin = names.sounds(organisation.name)
    if not organisation.slug:
        organisation.slug = _free_slug(organisation)


def give_addresses(organisations: Iterable[Organisation]) -> None:
    """Like ``give_address`` for many at once, none of them stored yet. Saves nothing."""
    unnamed = list(organisations)
    taken: set[str] = set()
    for first in range(0, len(unnamed), _BATCH):
        stems = {_stem(organisation) for organisation in unnamed[first : first + _BATCH]}
        taken |= _taken(type(unnamed[0]), reduce(or_, (Q(slug__startswith=stem) for stem in stems)))
    for organisation in unnamed:
        organisation.pinyin = names.sounds(organisation.name)
        organisation.slug = _first_free(_stem(organisation), taken)
        taken.add(organisation.slug)


def keep_former_address(organisation: Organisation, before: str) -> None:
    """The address ``before`` goes on leading to ``organisation``; nothing happens when it is unchanged or empty."""
    if before and before != organisation.slug:
        organisation.former_slugs.update_or_create(slug=before)
    if before != organisation.slug:
        organisation.former_slugs.filter(slug=organisation.slug).delete()


def _free_slug(organisation: Organisation) -> str:
    stem = _stem(organisation)
    return _first_free(stem, _taken(type(organisation), Q(slug__startswith=stem)))


def _stem(organisation: Organisation) -> str:
    return names.slug(organisation.name, max_length=SLUG_LENGTH) or "organisation"


def _taken(model: type[Organisation], like: Q) -> set[str]:
    formers = model._meta.get_field("former_slugs").related_model._default_manager
    rows = model._default_manager.filter(like).values_list("slug", flat=True)
    return {*rows, *formers.filter(like).values_list("slug", flat=True)}


def _first_free(stem: str, taken: set[str]) -> str:
    number, slug = 1, stem
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug

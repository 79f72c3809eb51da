"""Merging organisations that turned out to be one, and taking a merge back.

Used by the admin, commands and loading alike. A merged row stays, hidden, and leads to the one that it was merged into:
loading never makes it again, its names lead there too, and its address answers with 301.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from organisations.choices import AliasKind, PartyKind
from organisations.models import AidDisbursement, AidParty, Alias, FormerSlug, Measure, Mention, Organisation
from unionarchive.common.search import keeping

Record = dict[str, Any]  # what a merge moved, as JSON beside the merged row: keys of rows by what they are


@dataclass(frozen=True, slots=True)
class Merge:
    """What a merge or its undoing moved, in numbers of rows."""

    mentions: int = 0
    parties: int = 0
    measures: int = 0
    children: int = 0
    names: int = 0


@transaction.atomic
def merge(duplicate: Organisation, into: Organisation) -> Merge:
    """All that pointed at ``duplicate`` points at ``into``, which has its names and answers at its addresses.

    What moved is kept with the merged row, so that ``unmerge`` can take it back. ValidationError when one of the two is
    merged already or they are the same row.
    """
    duplicate, into = _locked(duplicate), _locked(into)
    if duplicate.pk == into.pk:
        raise ValidationError(_("An organisation cannot be merged into itself."))
    for row in (duplicate, into):
        if row.merged_into_id is not None:
            raise ValidationError(_("%(name)s is merged into another organisation already.") % {"name": row.name})
    record: Record = {"parent": _take_out_of(into, duplicate)}
    for key, rows, field in _pointing_rows(duplicate):
        record[key] = _repoint(rows, field, into)
    for key, through, owner in _LINKS:
        record[key], record[f"dropped_{key}"] = _move_links(through, owner, duplicate, into)
    record["parties"], record["dropped_parties"] = _move_parties(duplicate, into)
    record["names"], record["made"] = _move_names(duplicate, into)
    duplicate.merged_into, duplicate.merge_record = into, record
    duplicate.save()
    _tell_search(record, duplicate, into)
    return _counts(record)


@transaction.atomic
def unmerge(organisation: Organisation) -> Merge:
    """``organisation`` is one of its own again, with all that the merge took from it and that is still where it went.

    What came to the other one since the merge stays there. ValidationError when ``organisation`` is not merged, or
    another one has its name and division by now.
    """
    organisation = _locked(organisation)
    other = organisation.merged_into
    if other is None:
        raise ValidationError(_("%(name)s is not merged into another organisation.") % {"name": organisation.name})
    record: Record = organisation.merge_record or {}
    organisation.merged_into, organisation.merge_record = None, None
    organisation.validate_constraints()
    organisation.save()
    for key, rows, field in _pointing_rows(other):
        _repoint(rows.filter(pk__in=record.get(key, ())), field, organisation)
    _repoint(
        AidParty.objects.filter(organisation=other, pk__in=record.get("parties", ())), "organisation", organisation
    )
    _repoint(Alias.objects.filter(organisation=other, pk__in=record.get("names", ())), "organisation", organisation)
    Alias.objects.filter(organisation=other, pk__in=record.get("made", ())).delete()
    for key, through, owner in _LINKS:
        _return_links(through, owner, record.get(key, []), record.get(f"dropped_{key}", []), (other, organisation))
    _return_parties(record.get("dropped_parties", []), organisation)
    before = Organisation.objects.filter(pk=record.get("parent") or 0).first()
    if before is not None:
        Organisation.objects.filter(pk=other.pk, parent=organisation.parent_id).update(parent=before)
    _tell_search(record, organisation, other)
    return _counts(record)


_LINKS: tuple[tuple[str, Any, str], ...] = (
    ("candidates", Mention.candidates.through, "mention_id"),
    ("measures", Measure.issuers.through, "measure_id"),
)


def _locked(organisation: Organisation) -> Organisation:
    return Organisation.objects.select_for_update().get(pk=organisation.pk)


def _pointing_rows(organisation: Organisation) -> Iterator[tuple[str, QuerySet[Any], str]]:
    """Rows that point at ``organisation`` and can all be pointed elsewhere: name in the record, rows, field."""
    yield "mentions", Mention.objects.filter(organisation=organisation), "organisation"
    yield "children", Organisation.objects.filter(parent=organisation), "parent"
    yield "merged", Organisation.objects.filter(merged_into=organisation), "merged_into"
    yield "slugs", FormerSlug.objects.filter(organisation=organisation), "organisation"


def _repoint(rows: QuerySet[Any], field: str, to: Organisation) -> list[int]:
    """The rows point at ``to``; their keys."""
    keys = list(rows.values_list("pk", flat=True))
    rows.model._default_manager.filter(pk__in=keys).update(**{field: to})
    return keys


def _take_out_of(organisation: Organisation, duplicate: Organisation) -> int | None:
    """``organisation`` is no part of its own duplicate but of that one's parent; its parent's key before, if so."""
    above, before = organisation.parent, organisation.parent_id
    while above is not None and above.pk != duplicate.pk:
        above = above.parent
    if above is None:
        return None
    organisation.parent = duplicate.parent
    organisation.save()
    return before


def _move_links(through: Any, owner: str, duplicate: Organisation, into: Organisation) -> tuple[list[int], list[int]]:
    """Owners that are linked with ``into`` instead; and owners that were linked with both, whose second link goes."""
    links = through.objects.filter(organisation=duplicate)
    both = set(through.objects.filter(organisation=into).values_list(owner, flat=True))
    owners = list(links.values_list(owner, flat=True))
    links.filter(**{f"{owner}__in": both}).delete()
    links.update(organisation=into)
    return [key for key in owners if key not in both], [key for key in owners if key in both]


def _return_links(
    through: Any, owner: str, moved: list[int], dropped: list[int], way: tuple[Organisation, Organisation]
) -> None:
    back_from, to = way
    through.objects.filter(organisation=back_from, **{f"{owner}__in": moved}).update(organisation=to)
    still_there = through.objects.filter(organisation=back_from, **{f"{owner}__in": dropped})
    through.objects.bulk_create(
        through(**{owner: key, "organisation": to}) for key in still_there.values_list(owner, flat=True)
    )


def _move_parties(duplicate: Organisation, into: Organisation) -> tuple[list[int], list[list[Any]]]:
    """Keys of the parties that are ``into`` now; and [disbursement, role, position] of those that it was already."""
    parties = AidParty.objects.filter(organisation=duplicate)
    there = set(AidParty.objects.filter(organisation=into).values_list("disbursement", "role"))
    doubles = [party for party in parties if (party.disbursement_id, party.role) in there]
    AidParty.objects.filter(pk__in=[party.pk for party in doubles]).delete()
    moved = _repoint(parties, "organisation", into)
    return moved, [[party.disbursement_id, party.role, party.position] for party in doubles]


def _return_parties(dropped: list[list[Any]], organisation: Organisation) -> None:
    for disbursement, role, position in dropped:
        if AidDisbursement.objects.filter(pk=disbursement).exists():
            AidParty.objects.create(
                disbursement_id=disbursement,
                role=role,
                kind=PartyKind.ORGANISATION,
                organisation=organisation,
                position=position,
            )


def _move_names(duplicate: Organisation, into: Organisation) -> tuple[list[int], list[int]]:
    """Keys of the aliases that ``into`` has now, and of the one made of the duplicate's own name."""
    known = {into.name, *into.aliases.values_list("name", flat=True)}
    moved = _repoint(duplicate.aliases.exclude(name__in=known), "organisation", into)
    if duplicate.name in {into.name, *into.aliases.values_list("name", flat=True)}:
        return moved, []
    return moved, [Alias.objects.create(organisation=into, name=duplicate.name, kind=AliasKind.OFFICIAL).pk]


def _tell_search(record: Record, *organisations: Organisation) -> None:
    with keeping.collected():
        mentions = Mention.objects.filter(pk__in=record.get("mentions", ()))
        keeping.changed("article", set(mentions.values_list("article", flat=True)))
        keeping.changed("measure", [*record.get("measures", ()), *record.get("dropped_measures", ())])
        keeping.changed("aid", [row[0] for row in record.get("dropped_parties", ())])
        keeping.changed("organisation", [*(row.pk for row in organisations), *record.get("children", ())])


def _counts(record: Record) -> Merge:
    return Merge(
        mentions=len(record.get("mentions", ())),
        parties=len(record.get("parties", ())) + len(record.get("dropped_parties", ())),
        measures=len(record.get("measures", ())) + len(record.get("dropped_measures", ())),
        children=len(record.get("children", ())),
        names=len(record.get("names", ())) + len(record.get("made", ())),
    )

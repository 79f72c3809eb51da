"""The organisations of a reading as rows: found again across documents, or made; with the names they go by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from organisations.gazetteer import ensure_divisions
from organisations.models import Mention, Organisation
from organisations.naming import give_addresses
from seeds.alias_index import AliasIndex
from seeds.loading.aliases import UsedNames, store_aliases
from seeds.loading.touched import is_touched
from seeds.matching import fingerprint
from seeds.reading.drafts import Facts, OrganisationDraft
from seeds.tally import Tally
from unionarchive.common import divisions
from unionarchive.common.search import keeping

_READ = ("type", "level", "place", "division_id")
_LONGEST_NAME = 200


@dataclass(slots=True)
class StoredOrganisations:
    """The rows by the full name that the reading uses for them; ``found`` are those that were there before.

    ``changed`` has the keys of rows that are new, say something new or have a new name: what search has to know.
    """

    rows: dict[str, Organisation] = field(default_factory=dict)
    found: dict[str, Organisation] = field(default_factory=dict)
    changed: set[int] = field(default_factory=set)

    def named(self, names: Iterable[str]) -> list[Organisation]:
        """The rows behind ``names`` in their order, each once."""
        found = {row.pk: row for name in names if (row := self.rows.get(name))}
        return list(found.values())


def store_organisations(facts: Facts, home_division: str, articles: set[int], tally: Tally) -> StoredOrganisations:
    """Every organisation of the reading has its row. ``articles`` are the keys of the document's own articles."""
    drafts = {draft.name: draft for draft in _drafts(facts)}
    ensure_divisions(draft.division or "" for draft in drafts.values())
    candidates = {name for mention in facts.mentions for name in mention.candidates}
    index = AliasIndex({*drafts, *candidates, *(draft.parent for draft in drafts.values() if draft.parent)})
    stored = StoredOrganisations()
    for name, draft in drafts.items():
        if row := index.find(name, _division(draft)):
            stored.rows[name] = stored.found[name] = row
    _create([draft for name, draft in drafts.items() if name not in stored.found], index, stored)
    changed = _learn_all(drafts, index, stored, articles)
    known = {row.pk for row in stored.found.values()}
    tally.created["organisations"] += len({row.pk for row in stored.rows.values()} - known)
    tally.updated["organisations"] += len(known & changed)
    tally.kept["organisations"] += len(known - changed)
    names = [(name, draft.aliases) for name, draft in drafts.items()]
    renamed = store_aliases([UsedNames(stored.rows[name], (name, *aliases)) for name, aliases in names], home_division)
    stored.changed = renamed | changed | {row.pk for row in stored.rows.values()} - known
    for name in candidates - drafts.keys():
        if row := index.find(name, None):
            stored.rows[name] = row
    return stored


def remove_unnamed(keys: Iterable[int], tally: Tally) -> None:
    """Of the organisations with these keys, the proposed ones that nothing refers to any more are removed.

    So are the parents of those, when nothing else is left below them.
    """
    unnamed = Organisation.objects.proposed().filter(
        pk__in=set(keys), mentions=None, aid_parties=None, measures=None, children=None, merged_from=None
    )
    gone = dict(unnamed.exclude(Q(fingerprint="") | Q(merged_into__isnull=False)).values_list("pk", "parent"))
    if not gone:
        return
    Organisation.objects.filter(pk__in=gone).delete()
    keeping.changed("organisation", gone.keys())
    tally.removed["organisations"] += len(gone)
    remove_unnamed({parent for parent in gone.values() if parent}, tally)


def _drafts(facts: Facts) -> Iterator[OrganisationDraft]:
    """The drafts, and a bare one for each name that the reading uses without having drafted it."""
    yield from (draft for draft in facts.organisations if draft.name)
    drafted = {draft.name for draft in facts.organisations}
    used = [mention.organisation for mention in facts.mentions]
    used += [name for measure in facts.measures for name in measure.issuers]
    used += [
        party.name
        for aid in facts.disbursements
        for party in (*aid.donors, *aid.recipients)
        if party.kind == "organisation"
    ]
    for name in dict.fromkeys(used):
        if name and name not in drafted:
            yield OrganisationDraft(name, "other", "grassroots", None, None, None, (), 0.0)


def _division(draft: OrganisationDraft) -> str | None:
    return draft.division if draft.division and divisions.by_code(draft.division) else None


def _values(draft: OrganisationDraft) -> dict[str, Any]:
    return {
        "type": draft.type,
        "level": draft.level,
        "place": (draft.place or "")[:100],
        "division_id": _division(draft),
    }


def _fingerprint(draft: OrganisationDraft) -> str:
    return fingerprint(draft.name, draft.type, draft.level, draft.place, draft.division, draft.parent)


def _create(drafts: list[OrganisationDraft], index: AliasIndex, stored: StoredOrganisations) -> None:
    made = [
        Organisation(
            name=draft.name[:_LONGEST_NAME],
            confidence=min(max(draft.confidence, 0.0), 1.0),
            fingerprint=_fingerprint(draft),
            **_values(draft),
        )
        for draft in drafts
    ]
    give_addresses(made)
    Organisation.objects.bulk_create(made)
    for draft, row in zip(drafts, made, strict=True):
        index.add(row)
        stored.rows[draft.name] = row


def _learn_all(
    drafts: dict[str, OrganisationDraft], index: AliasIndex, stored: StoredOrganisations, articles: set[int]
) -> set[int]:
    """Rows have their parents, and those that were there already what this document says; keys of the changed ones."""
    alone = _told_here_only(stored.found.values(), articles)
    changed: dict[int, Organisation] = {}
    for name, draft in drafts.items():
        row = stored.rows[name]
        parent = stored.rows.get(draft.parent or "") or (index.find(draft.parent, None) if draft.parent else None)
        parent_key = parent.pk if parent and not _is_below(parent, row) else row.parent_id
        if name not in stored.found:
            if parent_key != row.parent_id:
                row.parent = parent
                changed[row.pk] = row
        elif name != row.name:
            continue  # a name that led here by an alias teaches nothing: two such would contradict each other for ever
        elif is_touched(row):
            if row.pk in alone:
                _suggest(row, draft, parent)
        elif _learn(row, draft, parent_key, alone=row.pk in alone):
            row.updated_at = timezone.now()
            changed[row.pk] = row
    Organisation.objects.bulk_update(
        changed.values(), [*_READ, "parent", "confidence", "fingerprint", "updated_at"], batch_size=100
    )
    return set(changed)


def _told_here_only(rows: Iterable[Organisation], articles: set[int]) -> set[int]:
    """Keys of the rows that this document names and no other does: what one document says overrules no other's."""
    mentions = Mention.objects.filter(organisation=OuterRef("pk"))
    here, elsewhere = mentions.filter(article__in=articles), mentions.exclude(article__in=articles)
    named = Organisation.objects.filter(pk__in=[row.pk for row in rows])
    return set(named.filter(Exists(here), ~Exists(elsewhere)).values_list("pk", flat=True))


def _learn(row: Organisation, draft: OrganisationDraft, parent: int | None, *, alone: bool) -> bool:
    """A proposed row takes what ``draft`` says: all of it, or only what was empty. True when that changed it."""
    values = {name: value for name, value in _values(draft).items() if value or name not in ("place", "division_id")}
    values["parent_id"] = parent
    if alone:
        values |= {"confidence": min(max(draft.confidence, 0.0), 1.0), "fingerprint": _fingerprint(draft)}
    else:
        values = {name: value for name, value in values.items() if value and not getattr(row, name)}
    changed = any(getattr(row, name) != value for name, value in values.items())
    for name, value in values.items():
        setattr(row, name, value)
    return changed


def _suggest(row: Organisation, draft: OrganisationDraft, parent: Organisation | None) -> None:
    """An editor's row learns what a new reading says otherwise; a reading it knows already says nothing new."""
    print_ = _fingerprint(draft)
    if row.fingerprint == print_:
        return
    values = _values(draft)
    division = values.pop("division_id")
    otherwise = {name: value for name, value in values.items() if value and value != getattr(row, name)}
    if division and division != row.division_id:
        otherwise["division"] = division
    if parent and parent.pk != row.parent_id:
        otherwise["parent"] = parent.name
    row.suggestion, row.fingerprint = otherwise or None, print_
    Organisation.objects.filter(pk=row.pk).update(suggestion=row.suggestion, fingerprint=row.fingerprint)


def _is_below(row: Organisation, other: Organisation) -> bool:
    """True when ``row`` is ``other`` or a part of it."""
    seen: set[int] = set()
    above: Organisation | None = row
    while above is not None and above.pk not in seen:
        if above.pk == other.pk:
            return True
        seen.add(above.pk)
        above = above.parent
    return False

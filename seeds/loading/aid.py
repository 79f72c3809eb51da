"""The aid disbursements of a reading as rows, with their parties and items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from organisations.choices import AidBasis, PartyKind, PartyRole
from organisations.models import AidDisbursement, AidItem, AidParty, Organisation
from seeds.loading.facts import FactKeeper, Json, ReadFact, figure, positive
from seeds.loading.organisations import StoredOrganisations
from seeds.loading.placing import Placement
from seeds.loading.touched import is_touched
from seeds.matching import fingerprint
from seeds.reading.drafts import AidDraft, Facts, ItemDraft, PartyDraft

_SAID = (
    *("donor_kind", "form", "rate_unit", "count", "count_unit", "bound", "status", "basis", "recurring"),
    *("date", "date_source", "purpose", "words"),
)
_MOST_PEOPLE = 10**10


@dataclass(frozen=True, slots=True)
class _Party:
    role: str
    kind: str
    organisation: Organisation | None
    name: str


@dataclass(frozen=True, slots=True)
class _Parts:
    parties: tuple[_Party, ...]
    items: tuple[ItemDraft, ...]


def read_aid(facts: Facts, placement: Placement, organisations: StoredOrganisations) -> Iterator[ReadFact]:
    """The disbursements whose words stand in stored articles."""
    for number, draft in enumerate(facts.disbursements):
        spots = tuple(spot for place in draft.evidence if (spot := placement.place(place)))
        if not spots:
            continue
        print_ = _fingerprint(draft, placement)
        fields = {"article_id": spots[0].article, **_fields(draft), "fingerprint": print_}
        if draft.basis != AidBasis.PART:
            fields["part_of_id"] = None  # what was a part before is none any more; wholes are linked at the end
        parties = (
            *_parties(PartyRole.DONOR, draft.donors, organisations),
            *_parties(PartyRole.RECIPIENT, draft.recipients, organisations),
        )
        items = tuple(item for item in draft.items if item.item)
        view = {
            **{name: fields[name] for name in _SAID},
            "amount": figure(fields["amount"]),
            "rate": figure(fields["rate"]),
            "donors": [_label(party) for party in parties if party.role == PartyRole.DONOR],
            "recipients": [_label(party) for party in parties if party.role == PartyRole.RECIPIENT],
            "items": [_item_view(item) for item in items],
        }
        yield ReadFact(number, spots, fields, _Parts(parties, items), view, print_)


def link_parts(facts: Facts, stored: dict[int, AidDisbursement]) -> None:
    """Proposed parts point at the record whose total includes them."""
    changed = []
    for number, row in stored.items():
        if is_touched(row):
            continue
        draft = facts.disbursements[number]
        whole = stored.get(draft.part_of) if draft.part_of is not None and draft.basis == AidBasis.PART else None
        key = whole.pk if whole and whole.pk != row.pk else None
        if row.part_of_id != key:
            row.part_of_id = key
            changed.append(row)
    AidDisbursement.objects.bulk_update(changed, ["part_of"])


class AidKeeper(FactKeeper):
    """Stores aid disbursements."""

    model = AidDisbursement
    kind = "disbursements"
    search_kind = "aid"
    link = "disbursement"

    def rows(self, articles: Iterable[int]) -> list[AidDisbursement]:
        related = ("parties__organisation", "items", "evidence")
        return list(AidDisbursement.objects.filter(article__in=articles).prefetch_related(*related).order_by("pk"))

    def view(self, row: AidDisbursement) -> dict[str, Json]:
        parties = sorted(row.parties.all(), key=lambda party: party.position)
        return {
            **{name: getattr(row, name) for name in _SAID},
            "amount": figure(row.amount),
            "rate": figure(row.rate),
            "donors": [party.label for party in parties if party.role == PartyRole.DONOR],
            "recipients": [party.label for party in parties if party.role == PartyRole.RECIPIENT],
            "items": [
                {"item": item.item, "quantity": figure(item.quantity, "0.001"), "unit": item.unit}
                for item in sorted(row.items.all(), key=lambda item: item.position)
            ],
        }

    def likeness(self, row: AidDisbursement, draft: ReadFact) -> float:
        """1 and more when a figure or an item is the same; less when only the kind of aid is."""
        view = draft.view
        same = 2.0 * (row.amount is not None and figure(row.amount) == view["amount"])
        same += row.rate is not None and figure(row.rate) == view["rate"]
        same += row.count is not None and row.count == view["count"] and row.count_unit == view["count_unit"]
        same += bool({item.item for item in row.items.all()} & {item["item"] for item in view["items"]})
        if row.form != view["form"]:
            return same / 2
        return same + 0.25 + 0.25 * (bool(row.words) and row.words == view["words"])

    def write_parts(self, facts: Sequence[tuple[Any, ReadFact]]) -> None:
        keys = [row.pk for row, _ in facts]
        AidParty.objects.filter(disbursement__in=keys).delete()
        AidItem.objects.filter(disbursement__in=keys).delete()
        AidParty.objects.bulk_create(
            AidParty(
                disbursement=row,
                role=party.role,
                kind=party.kind,
                organisation=party.organisation,
                name=party.name,
                position=position,
            )
            for row, draft in facts
            for position, party in enumerate(draft.parts.parties)
        )
        AidItem.objects.bulk_create(
            AidItem(disbursement=row, position=position, **_item_fields(item))
            for row, draft in facts
            for position, item in enumerate(draft.parts.items)
        )


def _fields(draft: AidDraft) -> dict[str, Any]:
    """The model's fields, with what its constraints want: a figure and its unit go together or not at all."""
    rate = positive(draft.rate) if draft.rate_unit else None
    count = draft.count if draft.count and draft.count_unit and 0 < draft.count < _MOST_PEOPLE else None
    return {
        "donor_kind": draft.donor_kind,
        "form": draft.form,
        "amount": positive(draft.amount),
        "rate": rate,
        "rate_unit": (draft.rate_unit or "")[:20] if rate is not None else "",
        "count": count,
        "count_unit": (draft.count_unit or "")[:20] if count is not None else "",
        "bound": draft.bound,
        "status": draft.status,
        "basis": draft.basis,
        "recurring": draft.recurring or "",
        "date": str(draft.date.date) if draft.date else "",
        "date_source": draft.date.source if draft.date else "",
        "purpose": draft.purpose[:100],
        "words": draft.words[:200],
        "agreement": draft.agreement,
        "confidence": min(max(draft.confidence, 0.0), 1.0),
        "doubts": list(draft.doubts),
    }


def _parties(role: str, drafts: Iterable[PartyDraft], organisations: StoredOrganisations) -> Iterator[_Party]:
    seen = set()
    for draft in drafts:
        row = organisations.rows.get(draft.name) if draft.kind == PartyKind.ORGANISATION else None
        party = _Party(role, str(draft.kind), row, "" if row else draft.name[:200])
        key = row.pk if row else (party.kind, party.name)
        if key not in seen and (row or party.name):
            seen.add(key)
            yield party


def _label(party: _Party) -> str:
    return party.organisation.name if party.organisation else party.name


def _item_fields(item: ItemDraft) -> dict[str, Any]:
    return {"item": item.item[:200], "quantity": positive(item.quantity), "unit": (item.unit or "")[:20]}


def _item_view(item: ItemDraft) -> dict[str, Json]:
    fields = _item_fields(item)
    return {**fields, "quantity": figure(fields["quantity"], "0.001")}


def _fingerprint(draft: AidDraft, placement: Placement) -> str:
    fields = {name: str(value) for name, value in _fields(draft).items() if name not in ("confidence", "doubts")}
    parties = [[party.kind, party.name] for party in (*draft.donors, *draft.recipients)]
    return fingerprint(
        [placement.source_of(place) for place in draft.evidence],
        fields,
        parties,
        len(draft.donors),
        [_item_view(item) for item in draft.items],
        draft.part_of is not None,
    )

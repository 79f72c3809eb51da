"""Measures and aid: what they are called, who is involved, and the words that show them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf

from organisations.choices import AidForm, MeasureType, PartyRole
from organisations.models import AidDisbursement, AidItem, AidParty, Evidence, Measure, MeasureBenefit
from unionarchive.common.search.tokens import Text
from unionarchive.common.spans import Span
from unionarchive.search.answers import Highlight
from unionarchive.search.kinds import Kind
from unionarchive.search.sources import labels
from unionarchive.search.sources.source import Source, Traits, lines_by, place_codes, sets_by

_MOST_NAMED = 3  # parties that stand in a record's title; the others are found all the same


class _FactSource(Source):
    """A fact is dated by itself, or else by its article."""

    def _traits(
        self, refs: Collection[int], code: str, organisations: Iterable[tuple[int, int]]
    ) -> Mapping[int, Traits]:
        rows: Any = self.rows().filter(pk__in=refs)
        day = Coalesce(NullIf(F("sort_date"), Value("")), F("article__sort_date"), Value(""))
        involved = sets_by(organisations)
        return {
            pk: Traits(
                date,
                {
                    "publication": {str(publication)} if publication else set(),
                    "year": {date[:4]} if date else set(),
                    "place": place_codes(division),
                    "organisation": involved.get(pk, set()),
                    code: {value},
                    "state": {state},
                },
            )
            for pk, publication, date, division, value, state in rows.annotate(day=day).values_list(
                "pk", "article__publication", "day", "article__home_division", code, "state"
            )
        }

    def _shared_labels(self, facet: str, values: Iterable[str]) -> dict[str, str]:
        return {
            "publication": labels.publications,
            "year": labels.years,
            "place": labels.places,
            "organisation": labels.organisations,
            "state": labels.states,
        }[facet](values)


class MeasureSource(_FactSource):
    kind = Kind.MEASURE
    model = Measure
    facets = ("publication", "year", "place", "organisation", "type", "state")

    def texts(self, refs: Collection[int]) -> dict[int, Text]:
        issuers = lines_by(
            Measure.issuers.through.objects.filter(measure__in=refs).values_list("measure", "organisation__name")
        )
        benefits = (
            MeasureBenefit.objects.filter(measure__in=refs).order_by("position", "pk").values_list("measure", "words")
        )
        quotes = Evidence.objects.filter(measure__in=refs).order_by("position", "pk").values_list("measure", "quote")
        shown = lines_by([*quotes, *benefits])
        rows = Measure.objects.filter(pk__in=refs).values_list("pk", "title")
        return {pk: Text(title, "\n".join(shown.get(pk, ())), "\n".join(issuers.get(pk, ()))) for pk, title in rows}

    def traits(self, refs: Collection[int]) -> Mapping[int, Traits]:
        issuers = Measure.issuers.through.objects.filter(measure__in=refs)
        return self._traits(refs, "type", issuers.values_list("measure", "organisation"))

    def labels(self, facet: str, values: Iterable[str]) -> dict[str, str]:
        return labels.choices(MeasureType, values) if facet == "type" else self._shared_labels(facet, values)

    def shown(self, refs: Collection[int]) -> dict[int, Any]:
        return Measure.objects.for_list().in_bulk(list(refs))

    def highlights(self, row: Measure, text: Text, title: tuple[Span, ...], body: tuple[Span, ...]) -> list[Highlight]:
        return [Highlight("title", span.start, span.end) for span in title]


class AidSource(_FactSource):
    kind = Kind.AID
    model = AidDisbursement
    facets = ("publication", "year", "place", "organisation", "form", "state")

    def texts(self, refs: Collection[int]) -> dict[int, Text]:
        parties = _by_aid(AidParty.objects.filter(disbursement__in=refs).select_related("organisation"))
        items = _by_aid(AidItem.objects.filter(disbursement__in=refs))
        quotes = Evidence.objects.filter(disbursement__in=refs).order_by("position", "pk")
        shown = lines_by(quotes.values_list("disbursement", "quote"))
        rows = AidDisbursement.objects.filter(pk__in=refs).only("words", "purpose", "form")
        return {
            row.pk: _aid_text(row, parties.get(row.pk, []), items.get(row.pk, []), shown.get(row.pk, []))
            for row in rows
        }

    def traits(self, refs: Collection[int]) -> Mapping[int, Traits]:
        parties = AidParty.objects.filter(disbursement__in=refs, organisation__isnull=False).order_by()
        return self._traits(refs, "form", parties.values_list("disbursement", "organisation"))

    def labels(self, facet: str, values: Iterable[str]) -> dict[str, str]:
        return labels.choices(AidForm, values) if facet == "form" else self._shared_labels(facet, values)

    def shown(self, refs: Collection[int]) -> dict[int, Any]:
        return AidDisbursement.objects.for_list().in_bulk(list(refs))

    def highlights(
        self, row: AidDisbursement, text: Text, title: tuple[Span, ...], body: tuple[Span, ...]
    ) -> list[Highlight]:
        return []  # its title is put together from several fields


def _by_aid(rows: QuerySet[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows.order_by("position", "pk"):
        found.setdefault(row.disbursement_id, []).append(row)
    return found


def _aid_text(row: AidDisbursement, parties: list[AidParty], given: list[AidItem], quotes: list[str]) -> Text:
    donors = [party.label for party in parties if party.role == PartyRole.DONOR]
    recipients = [party.label for party in parties if party.role == PartyRole.RECIPIENT and not party.is_withheld]
    items = [f"{item.item}{item.quantity.normalize():f}{item.unit}" if item.quantity else item.item for item in given]
    ends = " → ".join("、".join(names[:_MOST_NAMED]) for names in (donors, recipients) if names)
    what = " ".join(filter(None, [row.words or "、".join(items[:_MOST_NAMED]), row.purpose]))
    return Text(
        title="：".join(filter(None, [ends, what])) or str(row),
        body="\n".join([*quotes, *items, row.purpose]).strip(),
        names="\n".join([*donors, *recipients]),
    )

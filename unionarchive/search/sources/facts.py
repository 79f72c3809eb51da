"""Measures and aid: what they are called, who is involved, and the words that show them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf

from organisations.choices import AidForm, MeasureType, PartyRole
from organisations.models import AidDisbursement, Evidence, Measure, MeasureBenefit
from unionarchive.common.search.tokens import Text
from unionarchive.common.spans import Span
from unionarchive.search.answers import Highlight
from unionarchive.search.kinds import Kind
from unionarchive.search.sources import labels
from unionarchive.search.sources.source import FacetValues, Source, lines_by, place_codes, sets_by

_MOST_NAMED = 3  # parties that stand in a record's title; the others are found all the same


class _FactSource(Source):
    """A fact is dated by itself, or else by its article."""

    def _dated(self, refs: Collection[int]) -> QuerySet[Any]:
        rows: Any = self.rows().filter(pk__in=refs)
        return rows.annotate(day=Coalesce(NullIf(F("sort_date"), Value("")), F("article__sort_date"), Value("")))

    def days(self, refs: Collection[int]) -> dict[int, str]:
        return dict(self._dated(refs).values_list("pk", "day"))

    def _values(
        self, refs: Collection[int], code: str, organisations: Mapping[int, set[str]]
    ) -> dict[int, FacetValues]:
        rows = self._dated(refs).values_list(
            "pk", "article__publication", "day", "article__home_division", code, "state"
        )
        name = "type" if code == "type" else "form"
        return {
            pk: {
                "publication": {str(publication)} if publication else set(),
                "year": {day[:4]} if day else set(),
                "place": place_codes(division),
                "organisation": organisations.get(pk, set()),
                name: {value},
                "state": {state},
            }
            for pk, publication, day, division, value, state in rows
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

    def facet_values(self, refs: Collection[int]) -> Mapping[int, FacetValues]:
        issuers = Measure.issuers.through.objects.filter(measure__in=refs).values_list("measure", "organisation")
        return self._values(refs, "type", sets_by(issuers))

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
        rows = AidDisbursement.objects.filter(pk__in=refs).prefetch_related(
            "parties__organisation", "items", "evidence"
        )
        return {row.pk: _aid_text(row) for row in rows}

    def facet_values(self, refs: Collection[int]) -> Mapping[int, FacetValues]:
        parties = AidDisbursement.objects.filter(pk__in=refs, parties__organisation__isnull=False)
        return self._values(refs, "form", sets_by(parties.values_list("pk", "parties__organisation")))

    def labels(self, facet: str, values: Iterable[str]) -> dict[str, str]:
        return labels.choices(AidForm, values) if facet == "form" else self._shared_labels(facet, values)

    def shown(self, refs: Collection[int]) -> dict[int, Any]:
        return AidDisbursement.objects.for_list().in_bulk(list(refs))

    def highlights(
        self, row: AidDisbursement, text: Text, title: tuple[Span, ...], body: tuple[Span, ...]
    ) -> list[Highlight]:
        return []  # its title is put together from several fields


def _aid_text(row: AidDisbursement) -> Text:
    parties = sorted(row.parties.all(), key=lambda party: (party.position, party.pk))
    donors = [party.label for party in parties if party.role == PartyRole.DONOR]
    recipients = [party.label for party in parties if party.role == PartyRole.RECIPIENT and not party.is_withheld]
    items = [
        f"{item.item}{item.quantity.normalize():f}{item.unit}" if item.quantity else item.item
        for item in row.items.all()
    ]
    ends = " → ".join("、".join(names[:_MOST_NAMED]) for names in (donors, recipients) if names)
    what = " ".join(filter(None, [row.words or "、".join(items[:_MOST_NAMED]), row.purpose]))
    quotes = [evidence.quote for evidence in row.evidence.all()]
    return Text(
        title="：".join(filter(None, [ends, what])) or str(row),
        body="\n".join([*quotes, *items, row.purpose]).strip(),
        names="\n".join([*donors, *recipients]),
    )

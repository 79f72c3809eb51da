"""Measures and aid: what they are called, who is involved, and the words that show them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from organisations.choices import AidForm, MeasureType, PartyRole
from organisations.models import AidDisbursement, AidItem, AidParty, Evidence, Measure, MeasureBenefit
from unionarchive.common.search.tokens import Text
from unionarchive.common.spans import Span
from unionarchive.search.answers import Highlight
from unionarchive.search.kinds import Kind
from unionarchive.search.sources import labels
from unionarchive.search.sources.source import Source, Traits, lines_by, place_codes, sets_by

_OF_ARTICLE = ("article__sort_date", "article__publication", "article__home_division")
_OF_PARTY = ("disbursement", "role", "kind", "name", "organisation__name")
_MOST_NAMED = 3  # parties that stand in a record's title; the others are found all the same


class _FactSource(Source):
    """A fact is dated by itself, or else by its article."""

    def _facts(self, refs: Collection[int], *columns: str) -> list[Any]:
        """The rows with these columns and those that their traits are made of."""
        rows: Any = self.rows().filter(pk__in=refs).select_related("article").order_by()
        return list(rows.only(*columns, "sort_date", "state", *_OF_ARTICLE))

    def _dated(self, row: Any, code: str, organisations: set[str]) -> Traits:
        date = row.sort_date or row.article.sort_date or ""
        publication, division = row.article.publication_id, row.article.home_division
        return Traits(
            date,
            {
                "publication": {str(publication)} if publication else set(),
                "year": {date[:4]} if date else set(),
                "place": place_codes(division),
                "organisation": organisations,
                code: {getattr(row, code)},
                "state": {row.state},
            },
        )

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

    def _read(self, refs: Collection[int]) -> tuple[list[Measure], list[tuple[int, int, str]]]:
        issued = Measure.issuers.through.objects.filter(measure__in=refs)
        issuers = issued.values_list("measure", "organisation", "organisation__name")
        return self._facts(refs, "title", "type"), list(issuers)

    def _texts(self, read: tuple[list[Measure], list[tuple[int, int, str]]]) -> dict[int, Text]:
        rows, issuers = read
        refs = [row.pk for row in rows]
        names = lines_by((ref, name) for ref, _, name in issuers)
        benefits = (
            MeasureBenefit.objects.filter(measure__in=refs).order_by("position", "pk").values_list("measure", "words")
        )
        quotes = Evidence.objects.filter(measure__in=refs).order_by("position", "pk").values_list("measure", "quote")
        shown = lines_by([*quotes, *benefits])
        return {
            row.pk: Text(row.title, "\n".join(shown.get(row.pk, ())), "\n".join(names.get(row.pk, ()))) for row in rows
        }

    def _traits(self, read: tuple[list[Measure], list[tuple[int, int, str]]]) -> Mapping[int, Traits]:
        rows, issuers = read
        involved = sets_by((ref, organisation) for ref, organisation, _ in issuers)
        return {row.pk: self._dated(row, "type", involved.get(row.pk, set())) for row in rows}

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

    def _read(self, refs: Collection[int]) -> tuple[list[AidDisbursement], dict[int, list[AidParty]]]:
        parties = _by_aid(
            AidParty.objects.filter(disbursement__in=refs).select_related("organisation").only(*_OF_PARTY)
        )
        return self._facts(refs, "words", "purpose", "form"), parties

    def _texts(self, read: tuple[list[AidDisbursement], dict[int, list[AidParty]]]) -> dict[int, Text]:
        rows, parties = read
        refs = [row.pk for row in rows]
        items = _by_aid(AidItem.objects.filter(disbursement__in=refs))
        quotes = Evidence.objects.filter(disbursement__in=refs).order_by("position", "pk")
        shown = lines_by(quotes.values_list("disbursement", "quote"))
        return {
            row.pk: _aid_text(row, parties.get(row.pk, []), items.get(row.pk, []), shown.get(row.pk, []))
            for row in rows
        }

    def _traits(self, read: tuple[list[AidDisbursement], dict[int, list[AidParty]]]) -> Mapping[int, Traits]:
        rows, parties = read
        return {
            row.pk: self._dated(
                row, "form", {str(party.organisation_id) for party in parties.get(row.pk, []) if party.organisation_id}
            )
            for row in rows
        }

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

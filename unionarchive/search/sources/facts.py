"""Measures and aid: what they are called, who is involved, and the words that show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from organisations.choices import AidForm, MeasureType, PartyKind, PartyRole
from organisations.models import AidDisbursement, AidItem, AidParty, Evidence, Measure, MeasureBenefit
from unionarchive.common.search.tokens import Text
from unionarchive.common.spans import Span
from unionarchive.search.answers import Highlight
from unionarchive.search.kinds import Kind
from unionarchive.search.sources import labels
from unionarchive.search.sources.source import Source, Traits, lines_by, place_codes, sets_by

_OF_ARTICLE = ("article__sort_date", "article__publication", "article__home_division")
_OF_FACT = ("pk", "sort_date", "state", *_OF_ARTICLE)
_MOST_NAMED = 3  # parties that stand in a record's title; the others are found all the same


class _Party(NamedTuple):
    """Who gave or got aid; ``AidParty`` says what label and withheld mean."""

    role: str
    kind: str
    name: str
    organisation: int | None
    full_name: str | None

    @property
    def label(self) -> str:
        return self.full_name if self.organisation and self.full_name is not None else self.name

    @property
    def is_withheld(self) -> bool:
        return self.role == PartyRole.RECIPIENT and self.kind == PartyKind.PERSON


_ReadMeasures = tuple[list[Any], list[tuple[int, int, str]]]  # rows, issuers
_ReadAid = tuple[list[Any], Mapping[int, list[_Party]]]


class _FactSource(Source):
    """A fact is dated by itself, or else by its article."""

    def _facts(self, refs: Collection[int], *columns: str) -> list[Any]:
        """The rows with these columns and those that their traits are made of; no models, which cost more to make."""
        return list(self.rows().filter(pk__in=refs).order_by().values(*_OF_FACT, *columns))

    def _dated(self, row: dict[str, Any], code: str, organisations: set[str]) -> Traits:
        date = row["sort_date"] or row["article__sort_date"] or ""
        publication, division = row["article__publication"], row["article__home_division"]
        return Traits(
            date,
            {
                "publication": {str(publication)} if publication else set(),
                "year": {date[:4]} if date else set(),
                "place": place_codes(division),
                "organisation": organisations,
                code: {row[code]},
                "state": {row["state"]},
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

    def _read(self, refs: Collection[int]) -> _ReadMeasures:
        issued = Measure.issuers.through.objects.filter(measure__in=refs)
        issuers = issued.values_list("measure", "organisation", "organisation__name")
        return self._facts(refs, "title", "type"), list(issuers)

    def _texts(self, read: _ReadMeasures) -> dict[int, Text]:
        rows, issuers = read
        refs = [row["pk"] for row in rows]
        names = lines_by((ref, name) for ref, _, name in issuers)
        benefits = MeasureBenefit.objects.filter(measure__in=refs).order_by("position", "pk")
        quotes = Evidence.objects.filter(measure__in=refs).order_by("position", "pk")
        shown = lines_by([*quotes.values_list("measure", "quote"), *benefits.values_list("measure", "words")])
        return {
            row["pk"]: Text(row["title"], "\n".join(shown.get(row["pk"], ())), "\n".join(names.get(row["pk"], ())))
            for row in rows
        }

    def _traits(self, read: _ReadMeasures) -> Mapping[int, Traits]:
        rows, issuers = read
        involved = sets_by((ref, organisation) for ref, organisation, _ in issuers)
        return {row["pk"]: self._dated(row, "type", involved.get(row["pk"], set())) for row in rows}

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

    def _read(self, refs: Collection[int]) -> _ReadAid:
        columns = ("disbursement", "role", "kind", "name", "organisation", "organisation__name")
        parties = AidParty.objects.filter(disbursement__in=refs).order_by("position", "pk").values_list(*columns)
        by_aid: defaultdict[int, list[_Party]] = defaultdict(list)
        for ref, *party in parties:
            by_aid[ref].append(_Party(*party))
        return self._facts(refs, "words", "purpose", "form"), by_aid

    def _texts(self, read: _ReadAid) -> dict[int, Text]:
        rows, parties = read
        refs = [row["pk"] for row in rows]
        given = AidItem.objects.filter(disbursement__in=refs).order_by("position", "pk")
        items = given.values_list("disbursement", "item", "quantity", "unit")
        listed = lines_by((ref, _item(item, quantity, unit)) for ref, item, quantity, unit in items)
        quotes = Evidence.objects.filter(disbursement__in=refs).order_by("position", "pk")
        shown = lines_by(quotes.values_list("disbursement", "quote"))
        return {
            row["pk"]: _aid_text(row, parties.get(row["pk"], []), listed.get(row["pk"], []), shown.get(row["pk"], []))
            for row in rows
        }

    def _traits(self, read: _ReadAid) -> Mapping[int, Traits]:
        rows, parties = read
        involved = sets_by((ref, one.organisation) for ref, some in parties.items() for one in some if one.organisation)
        return {row["pk"]: self._dated(row, "form", involved.get(row["pk"], set())) for row in rows}

    def labels(self, facet: str, values: Iterable[str]) -> dict[str, str]:
        return labels.choices(AidForm, values) if facet == "form" else self._shared_labels(facet, values)

    def shown(self, refs: Collection[int]) -> dict[int, Any]:
        return AidDisbursement.objects.for_list().in_bulk(list(refs))

    def highlights(
        self, row: AidDisbursement, text: Text, title: tuple[Span, ...], body: tuple[Span, ...]
    ) -> list[Highlight]:
        return []  # its title is put together from several fields


def _item(item: str, quantity: Decimal | None, unit: str) -> str:
    return f"{item}{quantity.normalize():f}{unit}" if quantity else item


def _aid_text(row: dict[str, Any], parties: list[_Party], items: list[str], quotes: list[str]) -> Text:
    donors = [party.label for party in parties if party.role == PartyRole.DONOR]
    recipients = [party.label for party in parties if party.role == PartyRole.RECIPIENT and not party.is_withheld]
    ends = " → ".join("、".join(names[:_MOST_NAMED]) for names in (donors, recipients) if names)
    what = " ".join(filter(None, [row["words"] or "、".join(items[:_MOST_NAMED]), row["purpose"]]))
    return Text(
        title="：".join(filter(None, [ends, what])) or _unnamed(row["form"], row["pk"]),
        body="\n".join([*quotes, *items, row["purpose"]]).strip(),
        names="\n".join([*donors, *recipients]),
    )


def _unnamed(form: str, ref: int) -> str:
    """What a record is called of which nothing is known but its form, as ``str()`` of it has it."""
    return str(AidDisbursement(pk=ref, form=form))

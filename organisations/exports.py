"""The ledger for spreadsheets: records of aid, each with what becomes of it in the sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from organisations.api.fact_serializers import public_name
from organisations.choices import PartyRole
from organisations.filters import AidFilter
from organisations.ledger import open_ledger
from organisations.models import AidDisbursement
from unionarchive.common.csv_export import Cell, csv_response

CHUNK = 500  # records read at a time with what belongs to them
COLUMNS = (
    "id",
    "date",
    "status",
    "form",
    "donors",
    "donor_kind",
    "recipients",
    "amount",
    "words",
    "bound",
    "rate",
    "rate_unit",
    "count",
    "count_unit",
    "items",
    "purpose",
    "recurring",
    "basis",
    "part_of",
    "same_as",
    "ledger",
    "state",
    "confidence",
    "quote",
    "article",
    "publication",
    "published",
    "address",
)


@require_safe
def aid_csv(request: HttpRequest) -> HttpResponseBase:
    """The records that the aid list shows for the same parameters, as CSV; 400 with a sentence for a wrong value."""
    narrowed = AidFilter(request.GET, AidDisbursement.objects.public(), request=request)
    if not narrowed.is_valid():
        wrong = "; ".join(f"{name}: {' '.join(map(str, errors))}" for name, errors in narrowed.errors.items())
        return HttpResponse(wrong, status=400, content_type="text/plain; charset=utf-8")
    records = open_ledger().rows.filter(pk__in=narrowed.qs.order_by().values("pk")).for_list().newest_first()
    return csv_response("aid.csv", COLUMNS, _rows(records, request))


def _rows(records: Any, request: HttpRequest) -> Iterator[list[Cell]]:
    for record in records.iterator(chunk_size=CHUNK):
        publication = record.article.publication
        yield [
            record.pk,
            record.date,
            record.status,
            record.form,
            _names(record, PartyRole.DONOR),
            record.donor_kind,
            _names(record, PartyRole.RECIPIENT),
            record.amount,
            record.words,
            record.bound,
            record.rate,
            record.rate_unit,
            record.count,
            record.count_unit,
            _listed(
                " ".join(filter(None, (item.item, _plain(item.quantity), item.unit))) for item in record.items.all()
            ),
            record.purpose,
            record.recurring,
            record.basis,
            record.part_of_id,
            record.same_as_id,
            record.standing,
            record.state,
            record.confidence,
            _listed(evidence.quote for evidence in record.evidence.all()),
            record.article_id,
            publication.name if publication else None,
            record.article.published,
            request.build_absolute_uri(record.get_absolute_url()),
        ]


def _names(record: AidDisbursement, role: PartyRole) -> str:
    return _listed(public_name(party) for party in record.parties.all() if party.role == role)


def _listed(words: Iterable[str]) -> str:
    return "；".join(words)


def _plain(quantity: Decimal | None) -> str:
    return f"{quantity.normalize():f}" if quantity is not None else ""

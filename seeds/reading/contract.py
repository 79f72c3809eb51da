"""A reading as one JSON-ready record: the extraction contract that `manage.py extract` prints.

Offsets are code points of the document's decoded text, ends exclusive; amounts are numbers in yuan.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from seeds.reading.drafts import (
    AidDraft,
    ArticleDraft,
    DatedDraft,
    Facts,
    MeasureDraft,
    OrganisationDraft,
    Pages,
    Place,
    Reading,
)
from unionarchive.common.spans import Span

Record = dict[str, Any]


def to_record(reading: Reading) -> Record:
    """The record of ``reading`` with the keys and codes of the contract."""
    pages, facts = reading.pages, reading.facts
    published = pages.published or reading.context.published
    return {
        "document": reading.context.name,
        "home_place": facts.home_place or reading.context.home_place,
        "publication": pages.publication or reading.context.publication,
        "published": str(published) if published else None,
        "segments": [
            {"start": segment.span.start, "end": segment.span.end, "role": str(segment.role)}
            for segment in pages.segments
        ],
        "articles": [_article(article) for article in pages.articles],
        "organisations": [_organisation(organisation, facts, pages) for organisation in facts.organisations],
        "measures": [_measure(measure, pages) for measure in facts.measures],
        "disbursements": [_disbursement(disbursement, pages) for disbursement in facts.disbursements],
    }


def source_spans(pages: Pages, place: Place) -> tuple[Span, ...]:
    """The stretches of the raw text behind ``place``, in reading order."""
    part = pages.articles[place.article].part(place.part)
    return part.offsets.source_spans(place.span) if part else ()


def _article(article: ArticleDraft) -> Record:
    return {
        "headline": article.headline,
        "kicker": list(article.kickers),
        "subheads": list(article.subheads),
        "form": article.form,
        "contributors": [{"name": person.name, "role": person.role} for person in article.contributors],
        "date": _date(article.date),
        "segments": [piece.segment for piece in article.pieces],
    }


def _organisation(organisation: OrganisationDraft, facts: Facts, pages: Pages) -> Record:
    mentions = [
        [spans[0].start, spans[0].end]
        for mention in facts.mentions
        if mention.organisation == organisation.name and (spans := source_spans(pages, mention.place))
    ]
    return {
        "name": organisation.name,
        "type": organisation.type,
        "level": organisation.level,
        "place": organisation.place,
        "parent": organisation.parent,
        "mentions": mentions,
    }


def _measure(measure: MeasureDraft, pages: Pages) -> Record:
    return {
        "title": measure.title,
        "type": measure.type,
        "issuers": list(measure.issuers),
        "date": _date(measure.date),
        "clauses": measure.clauses,
        **_first_evidence(measure.evidence, pages),
    }


def _disbursement(aid: AidDraft, pages: Pages) -> Record:
    return {
        "donors": [party.name for party in aid.donors],
        "donor_kind": aid.donor_kind,
        "recipients": [party.name for party in aid.recipients],
        "form": aid.form,
        "amount": _number(aid.amount),
        "rate": _number(aid.rate),
        "rate_unit": aid.rate_unit,
        "count": aid.count,
        "count_unit": aid.count_unit,
        "items": [{"item": item.item, "quantity": _number(item.quantity), "unit": item.unit} for item in aid.items],
        "bound": aid.bound,
        "status": aid.status,
        "basis": aid.basis,
        "recurring": aid.recurring,
        "date": _date(aid.date),
        **_first_evidence(aid.evidence, pages),
    }


def _first_evidence(evidence: tuple[Place, ...], pages: Pages) -> Record:
    """The article and the longest unbroken stretch of the first evidence: a page may cut a quote in two."""
    place = evidence[0]
    longest = max(source_spans(pages, place), key=len)
    return {"article": place.article, "start": longest.start, "end": longest.end}


def _date(dated: DatedDraft | None) -> str | None:
    return str(dated.date) if dated else None


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)

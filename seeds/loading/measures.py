"""The measures of a reading as rows, with their issuers and benefits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from organisations.models import Measure, MeasureBenefit
from seeds.loading.facts import FactKeeper, Json, ReadFact, figure, positive
from seeds.loading.organisations import StoredOrganisations
from seeds.loading.placing import Placement
from seeds.matching import fingerprint
from seeds.reading.drafts import BenefitDraft, Facts, MeasureDraft
from unionarchive.common.names import comparable

_MOST_CLAUSES = 100_000


@dataclass(frozen=True, slots=True)
class _Parts:
    issuers: tuple[int, ...]
    benefits: tuple[BenefitDraft, ...]


def read_measures(facts: Facts, placement: Placement, organisations: StoredOrganisations) -> Iterator[ReadFact]:
    """The measures whose words stand in stored articles."""
    for number, draft in enumerate(facts.measures):
        spots = tuple(spot for place in draft.evidence if (spot := placement.place(place)))
        if not spots or not draft.title:
            continue
        print_ = _fingerprint(draft, placement)
        fields = {
            "article_id": spots[0].article,
            "title": draft.title[:300],
            "type": draft.type,
            "date": str(draft.date.date) if draft.date else "",
            "date_source": draft.date.source if draft.date else "",
            "clauses": draft.clauses if draft.clauses is not None and 0 < draft.clauses < _MOST_CLAUSES else None,
            "confidence": min(max(draft.confidence, 0.0), 1.0),
            "doubts": list(draft.doubts),
            "fingerprint": print_,
        }
        issuers = organisations.named(draft.issuers)
        view = {
            **{name: fields[name] for name in ("title", "type", "date", "date_source", "clauses")},
            "issuers": sorted(row.name for row in issuers),
            "benefits": [_benefit_view(benefit) for benefit in draft.benefits],
        }
        parts = _Parts(tuple(row.pk for row in issuers), draft.benefits)
        yield ReadFact(number, spots, fields, parts, view, print_)


class MeasureKeeper(FactKeeper):
    """Stores measures."""

    model = Measure
    kind = "measures"
    search_kind = "measure"
    link = "measure"

    def rows(self, articles: Iterable[int]) -> list[Measure]:
        related = ("issuers", "benefits", "evidence")
        return list(Measure.objects.filter(article__in=articles).prefetch_related(*related).order_by("pk"))

    def view(self, row: Measure) -> dict[str, Json]:
        return {
            **{name: getattr(row, name) for name in ("title", "type", "date", "date_source", "clauses")},
            "issuers": sorted(issuer.name for issuer in row.issuers.all()),
            "benefits": [
                {
                    "beneficiaries": benefit.beneficiaries,
                    "amount": figure(benefit.amount),
                    "rate_unit": benefit.rate_unit,
                    "bound": benefit.bound,
                    "words": benefit.words,
                }
                for benefit in row.benefits.all()
            ],
        }

    def likeness(self, row: Measure, draft: ReadFact) -> float:
        ours, theirs = comparable(row.title), comparable(draft.view["title"])
        if ours == theirs:
            return 3.0
        if ours in theirs or theirs in ours:
            return 2.0
        return 0.5 if row.type == draft.view["type"] else 0.0

    def write_parts(self, facts: Sequence[tuple[Any, ReadFact]]) -> None:
        through = Measure.issuers.through
        keys = [row.pk for row, _ in facts]
        through.objects.filter(measure__in=keys).delete()
        MeasureBenefit.objects.filter(measure__in=keys).delete()
        through.objects.bulk_create(
            through(measure_id=row.pk, organisation_id=issuer) for row, draft in facts for issuer in draft.parts.issuers
        )
        MeasureBenefit.objects.bulk_create(
            MeasureBenefit(measure=row, position=position, **_benefit_fields(benefit))
            for row, draft in facts
            for position, benefit in enumerate(draft.parts.benefits)
        )


def _benefit_fields(benefit: BenefitDraft) -> dict[str, Any]:
    return {
        "beneficiaries": benefit.beneficiaries[:200],
        "amount": positive(benefit.amount),
        "rate_unit": (benefit.rate_unit or "")[:20],
        "bound": benefit.bound,
        "words": benefit.words[:300],
    }


def _benefit_view(benefit: BenefitDraft) -> dict[str, Json]:
    fields = _benefit_fields(benefit)
    return {**fields, "amount": figure(fields["amount"])}


def _fingerprint(draft: MeasureDraft, placement: Placement) -> str:
    return fingerprint(
        [placement.source_of(place) for place in draft.evidence],
        [
            draft.title,
            draft.type,
            draft.issuers,
            draft.date and [str(draft.date.date), draft.date.source],
            draft.clauses,
        ],
        [_benefit_view(benefit) for benefit in draft.benefits],
    )

"""A page of one article without a headline, for tests that are about its sentences alone."""

from __future__ import annotations

from seeds.reading.drafts import AidDraft, ArticleDraft, Context, MeasureDraft, Pages, Role, Segment, TextPart
from seeds.reading.facts.aid import find_disbursements
from seeds.reading.facts.measures import find_measures
from seeds.reading.facts.organisations import find_organisations
from unionarchive.common.partial_dates import PartialDate
from unionarchive.common.spans import OffsetMap, Run, Span


def page_of(text: str, *, headline: str | None = None, published: str | None = None) -> Pages:
    """The page whose only article has ``text`` for a body."""
    parts = [TextPart("body", text, OffsetMap((Run(0, 0, len(text)),)))]
    if headline:
        parts.insert(0, TextPart("headline", headline, OffsetMap((Run(0, 0, len(headline)),))))
    article = ArticleDraft(
        headline=headline, kickers=(), subheads=(), form="news", contributors=(), dateline="", date=None, pieces=(),
        parts=tuple(parts), doubts=(), confidence=1.0,
    )  # fmt: skip
    segments = (Segment(Span(0, len(text)), Role.BODY, "test"),) if text else ()
    return Pages(segments, (article,), None, PartialDate.parse(published) if published else None)


def aid_in(text: str, *, home: str = "湖南省", **page: str) -> tuple[AidDraft, ...]:
    """The statements of aid that the reader finds in ``text``."""
    context = Context(home_place=home)
    pages = page_of(text, **page)
    return find_disbursements(pages, find_organisations(pages, context), context)


def measures_in(text: str, *, home: str = "湖南省", **page: str) -> tuple[MeasureDraft, ...]:
    """The measures that the reader finds in ``text``."""
    context = Context(home_place=home)
    pages = page_of(text, **page)
    return find_measures(pages, find_organisations(pages, context), context)


def in_short(gift: AidDraft) -> str:
    """The statement in a line: who gives, form, figure, for how many, how far it has got, basis unless single."""
    quantities = [f"{float(item.quantity):g}" for item in gift.items if item.quantity is not None]
    figure = "+".join(quantities) or "no figure"
    if gift.amount is not None:
        figure = f"{gift.amount:.0f}"
    elif gift.rate is not None:
        figure = f"{gift.rate:.0f} each"
    count = f" for {gift.count}" if gift.count else ""
    basis = "" if gift.basis == "single" else f" {gift.basis}"
    givers = "、".join(sorted(donor.name for donor in gift.donors))
    return f"{givers}: {gift.form} {figure}{count} {gift.status}{basis}"

"""The statements of aid of a page: from the words of each article to drafts with donors, figures and evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol

from seeds.reading.drafts import AidDraft, Context, MentionDraft, OrganisationDraft, Pages, Place
from seeds.reading.facts.actors import Actor, find_actors
from seeds.reading.facts.amounts import find_amounts
from seeds.reading.facts.arithmetic import settle
from seeds.reading.facts.collectives import Bodies
from seeds.reading.facts.dates import find_dates
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.statement_reader import StatementReader, list_memory
from seeds.reading.facts.statements import sentences
from seeds.reading.facts.years import calendar_of
from seeds.reading.folding import Folded, fold


class Found(Protocol):
    """What the search for organisations hands on."""

    @property
    def home_place(self) -> str | None: ...
    @property
    def organisations(self) -> tuple[OrganisationDraft, ...]: ...
    @property
    def mentions(self) -> tuple[MentionDraft, ...]: ...


def bodies_of(found: Found, context: Context) -> Bodies:
    """What ``found`` knows of the page's bodies, for reading who acts."""
    return Bodies(
        {body.name: body.type for body in found.organisations},
        found.home_place or context.home_place,
        tuple(body.name for body in found.organisations if body.name.endswith("总工会")),
    )


def find_disbursements(pages: Pages, found: Found, context: Context) -> tuple[AidDraft, ...]:
    """The statements of aid of ``pages`` in the order of their words."""
    calendar = calendar_of(pages, context)
    bodies = bodies_of(found, context)
    mentions: dict[tuple[int, str], list[MentionDraft]] = defaultdict(list)
    for mention in found.mentions:
        mentions[mention.place.article, mention.place.part].append(mention)
    gifts: list[Gift] = []
    folded: dict[tuple[int, str], Folded] = {}
    for number, article in enumerate(pages.articles):
        headline: tuple[Actor, ...] = ()
        for part in sorted(article.parts, key=lambda part: part.name == "body"):
            key = (number, part.name)
            folded[key] = text = fold(part.text)
            actors = find_actors(text, mentions[key], bodies)
            if part.name != "body":
                headline = headline or tuple(a for a in actors if a.role == "subject" and a.gives)[:1]
                continue
            amounts, _ = find_amounts(text.text)
            dates = find_dates(text.text, calendar, article.date.date if article.date else None)
            until = next((date.dated for date in dates if date.limit), None)
            first = next((a for a in actors if a.type == "trade_union"), next((a for a in actors if a.gives), None))
            memory = list_memory(text.text, article.headline or "", until, headline or ((first,) if first else ()))
            reader = StatementReader(number, part.name, text.text, actors, memory)
            gifts.extend(reader.read(tuple(sentences(text.text, amounts, dates))))
    gifts = settle(gifts)
    return tuple(_draft(gift, gifts, folded) for gift in gifts)


def _draft(gift: Gift, gifts: Sequence[Gift], folded: dict[tuple[int, str], Folded]) -> AidDraft:
    span = folded[gift.article, gift.part].span(gift.start, gift.end)
    kind = "person" if gift.donors and all(d.kind == "person" for d in gift.donors) else "organisation"
    return AidDraft(
        donors=gift.donors, donor_kind=kind, recipients=gift.recipients, form=gift.form, amount=gift.amount,
        rate=gift.rate, rate_unit=gift.rate_unit, count=gift.count, count_unit=gift.count_unit,
        items=tuple(goods.item for goods in gift.goods), bound=gift.bound, status=gift.status, basis=gift.basis,
        part_of=next((i for i, other in enumerate(gifts) if other is gift.part_of), None),
        recurring=gift.recurring, date=gift.date, purpose=gift.purpose, words=gift.words,
        evidence=(Place(gift.article, gift.part, span), *_told_again(gift, folded)), confidence=0.5, agreement=gift.agreement,
        doubts=tuple(sorted(gift.doubts)),
    )  # fmt: skip


def _told_again(gift: Gift, folded: dict[tuple[int, str], Folded]) -> tuple[Place, ...]:
    return tuple(
        Place(article, part, folded[article, part].span(start, end)) for article, part, start, end in gift.evidence
    )

"""Readings made by hand from quoted words, so that loading is tested without the reader.

``Page(text).article("标题", "正文…").organisation("临江市总工会").reading()``; words are found where they first stand.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from decimal import Decimal
from typing import Any

from seeds.importing import Original
from seeds.manifests import UNKNOWN, Entry
from seeds.reading.drafts import (
    AidDraft,
    ArticleDraft,
    BenefitDraft,
    Context,
    ContributorDraft,
    DatedDraft,
    Facts,
    ItemDraft,
    MeasureDraft,
    MentionDraft,
    OrganisationDraft,
    Pages,
    PartyDraft,
    Piece,
    Place,
    Reading,
    Role,
    Segment,
    TextPart,
)
from seeds.reading.problems import Problem
from unionarchive.common.partial_dates import PartialDate
from unionarchive.common.spans import OffsetMap, Run, Span

UNION = "临江市总工会"
HEADLINE = "五万元慰问金送到一线"
FIRST = "临江市总工会2月3日拨付慰问金5万元，送到一线职工手中。"
SECOND = "工会还印发《关爱职工十条》，开通心理热线。"
TEXT = f"{HEADLINE}\n{FIRST}\n{SECOND}\n本报记者 王小明\n第3版 综合新闻\n"


def original(text: str = TEXT, *, name: str = "page.txt", entry: Entry = UNKNOWN) -> Original:
    """The document that a file with this text in UTF-8 gives."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Original(name, digest, text, "utf-8", "text/plain", entry)


class Page:
    """Builds one reading of ``text``; every method answers the page, so that calls can be chained."""

    def __init__(self, text: str = TEXT, *, home_place: str | None = None) -> None:
        self.text, self.home_place = text, home_place
        self.segments: list[Segment] = []
        self.articles: list[ArticleDraft] = []
        self.organisations: list[OrganisationDraft] = []
        self.mentions: list[MentionDraft] = []
        self.measures: list[MeasureDraft] = []
        self.disbursements: list[AidDraft] = []
        self.problems: list[Problem] = []
        self.publication: str | None = None
        self.published: PartialDate | None = None

    def article(
        self, headline: str, *paragraphs: str, contributors: tuple[tuple[str, str], ...] = (), **more: Any
    ) -> Page:
        """An article of printed lines; an empty ``headline`` is a lost one."""
        pieces, parts = [], []
        if headline:
            pieces.append(self._segment(headline, Role.HEADLINE))
            parts.append(TextPart("headline", headline, OffsetMap((Run(0, self.text.index(headline), len(headline)),))))
        if paragraphs:
            runs, at = [], 0
            for paragraph in paragraphs:
                pieces.append(self._segment(paragraph, Role.BODY))
                runs.append(Run(at, self.text.index(paragraph), len(paragraph)))
                at += len(paragraph) + 1
            parts.append(TextPart("body", "\n".join(paragraphs), OffsetMap(tuple(runs))))
        draft = ArticleDraft(
            headline=headline or None,
            kickers=(),
            subheads=(),
            form="news",
            contributors=tuple(ContributorDraft(name, role) for name, role in contributors),
            dateline="",
            date=None,
            pieces=tuple(pieces),
            parts=tuple(parts),
            doubts=(),
            confidence=0.9,
        )
        self.articles.append(replace(draft, **more))
        return self

    def organisation(self, name: str, **more: Any) -> Page:
        draft = OrganisationDraft(name, "trade_union", "prefecture", None, None, None, (), 0.9)
        self.organisations.append(replace(draft, **more))
        return self

    def mention(self, words: str, organisation: str | None, **more: Any) -> Page:
        place = self.place(words)
        resolution = "resolved" if organisation else "unknown"
        draft = MentionDraft(place, words, organisation, resolution, (), 0.9)
        self.mentions.append(replace(draft, **more))
        return self

    def measure(self, title: str, words: str, *, issuers: tuple[str, ...] = (), **more: Any) -> Page:
        draft = MeasureDraft(title, "policy", issuers, None, None, (), (self.place(words),), 0.8)
        self.measures.append(replace(draft, **more))
        return self

    def aid(self, quote: str, amount: int | None = None, /, *, donors: tuple[str, ...] = (), **more: Any) -> Page:
        draft = AidDraft(
            donors=tuple(PartyDraft(name, "organisation") for name in donors),
            donor_kind="organisation",
            recipients=(PartyDraft("一线职工", "group"),),
            form="cash",
            amount=None if amount is None else Decimal(amount),
            rate=None,
            rate_unit=None,
            count=None,
            count_unit=None,
            items=(),
            bound="exact",
            status="committed",
            basis="single",
            part_of=None,
            recurring=None,
            date=None,
            purpose="",
            words="",
            evidence=(self.place(quote),),
            confidence=0.7,
        )
        self.disbursements.append(replace(draft, **more))
        return self

    def place(self, words: str) -> Place:
        """Where ``words`` first stand in an article of the page."""
        for index, article in enumerate(self.articles):
            for part in article.parts:
                start = part.text.find(words)
                if start >= 0:
                    return Place(index, part.name, Span(start, start + len(words)))
        raise ValueError(f"no article has the words {words!r}")

    def reading(self) -> Reading:
        """The reading; lines that no article took are furniture."""
        pages = Pages(
            (*self.segments, *self._furniture()),
            tuple(self.articles),
            self.publication,
            self.published,
            tuple(self.problems),
        )
        facts = Facts(
            self.home_place,
            tuple(self.organisations),
            tuple(self.mentions),
            tuple(self.measures),
            tuple(self.disbursements),
        )
        return Reading(Context(home_place=self.home_place), pages, facts)

    def _segment(self, words: str, role: Role) -> Piece:
        start = self.text.index(words)
        self.segments.append(Segment(Span(start, start + len(words)), role, "made by hand"))
        return Piece(len(self.segments) - 1, "")

    def _furniture(self) -> list[Segment]:
        taken = [segment.span for segment in self.segments]
        found, at = [], 0
        for line in self.text.split("\n"):
            span = Span(at, at + len(line)) if line.strip() else None
            if span and not any(span.overlaps(other) for other in taken):
                found.append(Segment(span, Role.OTHER, "made by hand"))
            at += len(line) + 1
        return found


def usual() -> Page:
    """A page with one article that names a union, pays aid and puts a measure in place."""
    return (
        Page()
        .article(HEADLINE, FIRST, SECOND, contributors=(("王小明", "记者"),))
        .organisation(UNION, aliases=("市总",))
        .mention(UNION, UNION)
        .measure("关爱职工十条", "印发《关爱职工十条》", issuers=(UNION,))
        .aid("拨付慰问金5万元", 50_000, donors=(UNION,), words="5万元")
    )


def day(text: str, source: str = "stated") -> DatedDraft:
    return DatedDraft(PartialDate.parse(text), source)


def masks(quantity: int) -> ItemDraft:
    return ItemDraft("口罩", Decimal(quantity), "只")


def benefit(place: Place, words: str = "每户最高1000元") -> BenefitDraft:
    return BenefitDraft("困难职工", Decimal(1000), "户", "at_most", words, place)

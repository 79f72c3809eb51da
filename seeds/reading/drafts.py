"""The values that move through the reader, from lines to facts.

Each stage takes the values of the stage before and returns new ones; nothing here is ever changed in place. Field
names and codes are those of the extraction contract, the database and the API. This module imports no Django.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from seeds.reading.problems import Problem
from unionarchive.common.partial_dates import PartialDate
from unionarchive.common.spans import OffsetMap, Span
from unionarchive.common.values import ordered_value, value


class Role(StrEnum):
    """What a stretch of a page is for."""

    HEADLINE = "headline"  # 标题
    KICKER = "kicker"  # 肩题, 引题
    SUBHEAD = "subhead"  # 副题
    BYLINE = "byline"  # 署名
    BODY = "body"  # 正文
    CAPTION = "caption"  # 图片说明
    BANNER = "banner"  # 报眉, 版名
    SECTION_LABEL = "section_label"  # 栏目名
    NAVIGATION = "navigation"
    FOOTER = "footer"
    OTHER = "other"


@value
class Line:
    """One printed line. ``number`` counts from 1; ``span`` is in the raw text and leaves out the line's ending."""

    number: int
    span: Span | None  # None for an empty line
    text: str


@value
class Segment:
    """A stretch of the raw text with the role it plays and the reason we think so.

    The segments of a reading cover every character of the raw text that is not white space exactly once.
    """

    span: Span
    role: Role
    reason: str


@value
class Block:
    """Neighbouring lines that the page sets as one thing. ``lines`` are 1-based numbers, in page order.

    ``segments`` split the block where a role changes inside a line (a byline run on to the last sentence).
    """

    role: Role
    lines: tuple[int, ...]
    segments: tuple[Segment, ...]
    reason: str


@value
class Piece:
    """One segment's place in an article, with why it belongs there. ``segment`` indexes the reading's segments."""

    segment: int
    reason: str


@value
class TextPart:
    """A text of an article as it will be stored, with the way back to the raw text.

    ``name`` is "headline", "kicker", "subhead", "byline" or "body". Several kickers or subheads stand in one part, a
    line each; the paragraphs of a body likewise.
    """

    name: str
    text: str
    offsets: OffsetMap


@value
class ContributorDraft:
    """A person named as having made the article; ``role`` is 记者, 通讯员, 摄影 or 作者."""

    name: str
    role: str


@value
class DatedDraft:
    """A partial date with how it was had: "stated", "lunar", "relative"."""

    date: PartialDate
    source: str


@value
class ArticleDraft:
    """An article put together from its pieces.

    ``headline`` is None when the page has lost it. ``pieces`` are in reading order. ``doubts`` are codes that tell the
    editor what to look at (``lost_end``, ``lost_start``, ``uncertain_headline``, ``uncertain_assembly`` …);
    ``confidence`` is the share of such assemblies that are right, 0 to 1. ``runner_up`` says in words which other
    assembly came second, None when none was near.
    """

    headline: str | None
    kickers: tuple[str, ...]
    subheads: tuple[str, ...]
    form: str
    contributors: tuple[ContributorDraft, ...]
    dateline: str
    date: DatedDraft | None
    pieces: tuple[Piece, ...]
    parts: tuple[TextPart, ...]
    doubts: tuple[str, ...]
    confidence: float
    runner_up: str | None = None

    def part(self, name: str) -> TextPart | None:
        """The part of that name, None when the article has none."""
        return next((part for part in self.parts if part.name == name), None)

    @property
    def body(self) -> str:
        """The body as it will be stored; empty when the article is only a headline."""
        part = self.part("body")
        return part.text if part else ""


@ordered_value
class Place:
    """Where words stand: ``article`` indexes the reading's articles, ``part`` names its text, ``span`` is inside it."""

    article: int
    part: str
    span: Span


@value
class MentionDraft:
    """The words that name an organisation. ``resolution`` is "resolved", "ambiguous" or "unknown".

    ``organisation`` is the full name of the body meant, None unless resolved; ``candidates`` are the full names that
    came into question when it is ambiguous.
    """

    place: Place
    surface: str
    organisation: str | None
    resolution: str
    candidates: tuple[str, ...]
    confidence: float


@value
class OrganisationDraft:
    """An organisation under its full name. ``division`` is the six-digit code of ``place`` when that is known."""

    name: str
    type: str
    level: str
    place: str | None
    division: str | None
    parent: str | None
    aliases: tuple[str, ...]
    confidence: float


@value
class BenefitDraft:
    """What a measure promises to whoever qualifies; it enters no sum. Amounts in yuan."""

    beneficiaries: str
    amount: Decimal | None
    rate_unit: str | None
    bound: str
    words: str
    place: Place


@value
class MeasureDraft:
    """Something nameable that an organisation put in place. ``issuers`` are full names."""

    title: str
    type: str
    issuers: tuple[str, ...]
    date: DatedDraft | None
    clauses: int | None
    benefits: tuple[BenefitDraft, ...]
    evidence: tuple[Place, ...]
    confidence: float
    doubts: tuple[str, ...] = ()


@value
class ItemDraft:
    """Goods or a service: ``quantity`` in ``unit``, both None where the text does not say."""

    item: str
    quantity: Decimal | None
    unit: str | None


@value
class PartyDraft:
    """A donor or a recipient; ``kind`` is "organisation" (``name`` is a full name), "person" or "group"."""

    name: str
    kind: str


@value
class AidDraft:
    """One statement of aid. Money in yuan; ``part_of`` indexes the reading's disbursements when ``basis`` is "part".

    ``words`` are the printed words of the leading figure (23.7 万元). ``agreement`` is True when rate × count or the
    parts give the amount, False when they do not, None when there is nothing to check.
    """

    donors: tuple[PartyDraft, ...]
    donor_kind: str
    recipients: tuple[PartyDraft, ...]
    form: str
    amount: Decimal | None
    rate: Decimal | None
    rate_unit: str | None
    count: int | None
    count_unit: str | None
    items: tuple[ItemDraft, ...]
    bound: str
    status: str
    basis: str
    part_of: int | None
    recurring: str | None
    date: DatedDraft | None
    purpose: str
    words: str
    evidence: tuple[Place, ...]
    confidence: float
    agreement: bool | None = None
    doubts: tuple[str, ...] = ()


@value
class Context:
    """What is known of a document before reading it. Anything may be None; ``name`` is the file's name."""

    name: str = ""
    home_place: str | None = None
    publication: str | None = None
    published: PartialDate | None = None
    language: str = "zh-Hans"


@value
class Pages:
    """What the first half of the reader makes of a raw text: its segments, and the articles put together of them.

    ``furniture`` holds the words of the segments that belong to no article: credits and imprints name organisations.
    """

    segments: tuple[Segment, ...]
    articles: tuple[ArticleDraft, ...]
    publication: str | None
    published: PartialDate | None
    problems: tuple[Problem, ...] = ()
    furniture: tuple[str, ...] = ()

    @staticmethod
    def furniture_of(text: str, segments: tuple[Segment, ...], articles: tuple[ArticleDraft, ...]) -> tuple[str, ...]:
        """The words of ``text`` in the segments that no article has."""
        used = {piece.segment for article in articles for piece in article.pieces}
        return tuple(segment.span.of(text) for number, segment in enumerate(segments) if number not in used)


@value
class Facts:
    """What the second half of the reader finds in articles."""

    home_place: str | None
    organisations: tuple[OrganisationDraft, ...]
    mentions: tuple[MentionDraft, ...]
    measures: tuple[MeasureDraft, ...]
    disbursements: tuple[AidDraft, ...]
    problems: tuple[Problem, ...] = ()


@value
class Reading:
    """All that was read in one document."""

    context: Context
    pages: Pages
    facts: Facts

"""An article's texts as its page sets them: names linked, evidence marked and numbered. Runs no query.

The view has loaded mentions, measures and disbursements with their evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from articles.choices import TextPart
from articles.highlighting import Mark, MarkKind, Piece, Stretch, paragraphs, stretches
from unionarchive.common.spans import Span

if TYPE_CHECKING:
    from articles.models import Article
    from organisations.models import AidDisbursement, Evidence, Measure, Mention

register = template.Library()

PRINTED_ORDER = [TextPart.KICKER, TextPart.HEADLINE, TextPart.SUBHEAD, TextPart.BYLINE, TextPart.BODY]


@dataclass(frozen=True, slots=True)
class NumberedFact:
    """A fact with the number it bears on the article's page; ``kind`` is "measure" or "aid"."""

    number: int
    kind: str
    row: Measure | AidDisbursement
    evidence: list[Evidence]

    @property
    def key(self) -> str:
        """The id of the fact's element on the page."""
        return f"{self.kind}-{self.row.pk}"


@dataclass(frozen=True, slots=True)
class ArticleText:
    """The texts in HTML; ``facts`` are numbered in the order in which their evidence begins."""

    kicker: SafeString
    headline: SafeString
    subhead: SafeString
    byline: SafeString
    body: SafeString
    facts: list[NumberedFact] = field(default_factory=list)


@register.simple_tag
def article_text(article: Article, hits: Iterable[tuple[str, Span]] = ()) -> ArticleText:
    """The article's texts with everything marked; ``hits`` are (part, span) of words that were searched for."""
    facts = _numbered(article)
    marks: dict[str, list[Mark]] = {part: [] for part in TextPart.values}
    for mention in article.mentions.all():
        marks[mention.part].append(_name(mention))
    for fact in facts:
        for evidence in fact.evidence:
            marks[evidence.part].append(_evidence(fact, evidence))
    for part, span in hits:
        marks[part].append(Mark(span, MarkKind.HIT))
    return ArticleText(
        kicker=_lines(article.kicker, marks[TextPart.KICKER]),
        headline=_html(stretches(article.headline, marks[TextPart.HEADLINE])),
        subhead=_lines(article.subhead, marks[TextPart.SUBHEAD]),
        byline=_lines(article.byline, marks[TextPart.BYLINE]),
        body=_paragraphs(article.body, marks[TextPart.BODY]),
        facts=facts,
    )


def _numbered(article: Article) -> list[NumberedFact]:
    rows: list[tuple[str, Measure | AidDisbursement]] = [("measure", row) for row in article.measures.all()]
    rows += [("aid", row) for row in article.disbursements.all()]
    found = [(kind, row, [e for e in row.evidence.all() if not e.is_orphaned]) for kind, row in rows]
    found.sort(key=lambda entry: min((_place(evidence) for evidence in entry[2]), default=(len(PRINTED_ORDER), 0, 0)))
    return [NumberedFact(number, *entry) for number, entry in enumerate(found, 1)]


def _place(evidence: Evidence) -> tuple[int, int, int]:
    return PRINTED_ORDER.index(TextPart(evidence.part)), evidence.start, evidence.end


def _name(mention: Mention) -> Mark:
    organisation: Any = mention.organisation  # marked by with_visibility()
    if organisation is not None:
        url = organisation.get_absolute_url() if organisation.is_public else ""
        return Mark(mention.span, MarkKind.NAME, url=url, title=organisation.name)
    candidates = gettext(" or ").join(candidate.name for candidate in mention.candidates.all())
    title = gettext("Not certain which body is meant: %(names)s") % {"names": candidates} if candidates else ""
    return Mark(mention.span, MarkKind.NAME, title=title)


def _evidence(fact: NumberedFact, evidence: Evidence) -> Mark:
    return Mark(
        evidence.span, MarkKind.EVIDENCE, key=f"e{evidence.pk}", url=f"#{fact.key}", label=str(fact.number)
    )  # fmt: skip


def _paragraphs(text: str, marks: list[Mark]) -> SafeString:
    return format_html_join("\n", "<p>{}</p>", ((_html(parts),) for parts in paragraphs(text, marks)))


def _lines(text: str, marks: list[Mark]) -> SafeString:
    return format_html_join(SafeString("<br>"), "{}", ((_html(parts),) for parts in paragraphs(text, marks)))


def _html(parts: Sequence[Stretch]) -> SafeString:
    return format_html_join("", "{}", ((_stretch_html(part),) for part in parts))


def _stretch_html(stretch: Stretch) -> SafeString:
    """Fact numbers stand right after their evidence, but after the whole name: links do not nest."""
    name = stretch.name
    if name is None or not (name.url or name.title):
        return format_html_join("", "{}{}", ((_piece_html(p), _notes(p.closing)) for p in stretch.pieces))
    inner = format_html_join("", "{}", ((_piece_html(piece),) for piece in stretch.pieces))
    html = (
        format_html('<a class="name" href="{}" title="{}">{}</a>', name.url, name.title, inner)
        if name.url
        else format_html('<span class="name uncertain" title="{}">{}</span>', name.title, inner)
    )
    return format_html("{}{}", html, _notes(stretch.closing))


def _piece_html(piece: Piece) -> SafeString:
    html = format_html('<mark class="hit">{}</mark>', piece.text) if piece.is_hit else format_html("{}", piece.text)
    if not piece.evidence:
        return html
    anchors = format_html_join("", '<span id="{}"></span>', ((mark.key,) for mark in piece.opening))
    return format_html('{}<mark class="evidence">{}</mark>', anchors, html)


def _notes(closing: Sequence[Mark]) -> SafeString:
    """The numbers of the facts that end here, each leading to its fact."""
    label = gettext("Fact %(number)s")
    return format_html_join(
        "",
        '<sup class="note"><a href="{}" aria-label="{}">{}</a></sup>',
        ((mark.url, label % {"number": mark.label}, mark.label) for mark in closing),
    )

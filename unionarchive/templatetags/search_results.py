"""What a page of search results needs: marked words, and the addresses of narrower searches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.highlighting import Mark, MarkKind, stretches
from articles.models import Article
from organisations.models import AidDisbursement, Measure, Organisation
from unionarchive.common.spans import Span
from unionarchive.search import Facet, FacetValue, Kind, marks, related

register = template.Library()

Row = Measure | AidDisbursement | Organisation

FACET_NAMES: dict[str, Promise] = {
    "publication": _("Publication"),
    "year": _("Year"),
    "place": _("Place"),
    "organisation": _("Organisation"),
    "type": _("Type"),
    "form": pgettext_lazy("facet", "Form"),
    "state": _("Review"),
}

# The texts of an article in which words are marked, with the field of the query that looks into each.
SOUGHT_IN = {"headline": "title", "kicker": "title", "subhead": "title", "body": "body"}


@register.filter
def with_hits(text: str, spans: Iterable[Span]) -> SafeString:
    """``text`` with the words at ``spans`` marked."""
    parts = stretches(text, [Mark(span, MarkKind.HIT) for span in spans])
    pieces = (piece for part in parts for piece in part.pieces)
    return format_html_join(
        "", "{}", ((format_html('<mark class="hit">{}</mark>', p.text) if p.is_hit else p.text,) for p in pieces)
    )


@register.simple_tag
def sought(article: Article, question: str | None) -> list[tuple[str, Span]]:
    """Where the words of ``question`` stand in the article, as (part, span); nothing without a question."""
    if not question:
        return []
    found = marks(question, {part: (getattr(article, part), field) for part, field in SOUGHT_IN.items()})
    return [(part, span) for part, spans in found.items() for span in spans]


@register.simple_tag
def sought_words(row: Row, question: str | None) -> dict[str, tuple[Span, ...]]:
    """Where the words of ``question`` stand in the texts that the page of ``row`` shows, by the text."""
    return marks(question, {text: (text, field) for text, field in _shown(row)}) if question else {}


@register.filter
def with_sought(text: str, hits: Mapping[str, tuple[Span, ...]]) -> SafeString:
    """``text`` with the words marked that ``sought_words`` found in it."""
    return with_hits(text, hits.get(text, ()))


def _shown(row: Row) -> Iterator[tuple[str, str]]:
    """The texts that a row's page shows as they stand, each with the field of the query that looks into it."""
    if isinstance(row, Organisation):
        yield row.name, "title"
        yield from ((alias.name, "names") for alias in row.aliases.all())
        return
    yield from ((evidence.quote, "body") for evidence in row.evidence.all())
    if isinstance(row, Measure):
        yield from ((benefit.words, "body") for benefit in row.benefits.all())
        yield row.title, "title"
    else:
        yield from ((words, "title") for words in (row.words, row.purpose))


@register.simple_tag
def related_articles(article: Article) -> tuple[Article, ...]:
    """The public articles that go on from ``article``, most alike first."""
    return related(article)


@register.filter
def facet_name(facet: Facet) -> Promise | str:
    """The words for what a facet is about."""
    return FACET_NAMES.get(facet.name, facet.name)


@register.simple_tag(takes_context=True)
def narrowed(context: Any, kind: Kind, facet: Facet, value: FacetValue) -> str:
    """The address of the same search within ``kind``, narrowed to ``value``, or widened again where that is chosen."""
    asked = context["request"].GET.copy()
    asked.pop("page", None)
    asked["kind"] = kind.value
    kept = [chosen for chosen in asked.getlist(facet.name) if chosen and chosen != value.value]
    asked.setlist(facet.name, kept if value.is_chosen else [*kept, value.value])
    return f"?{asked.urlencode()}"

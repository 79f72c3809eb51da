"""Words in the text they stand in, with the way to the article and to the line of the source."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.models import ArticleSpan
from unionarchive.common.review_admin import link


def in_context(span: ArticleSpan) -> SafeString:
    """The paragraph that holds ``span`` with its words marked; the quote alone when the text has lost them."""
    if span.is_orphaned:
        return format_html('<mark class="orphaned">{}</mark> ({})', span.quote, _("no longer in the text"))
    text = getattr(span.article, span.part)
    begins = text.rfind("\n", 0, span.start) + 1
    ends = text.find("\n", span.end)
    ends = len(text) if ends < 0 else ends
    return format_html(
        '<span class="quoted">{}<mark>{}</mark>{}</span>',
        text[begins : span.start],
        text[span.start : span.end],
        text[span.end : ends],
    )


def panel(spans: Iterable[ArticleSpan]) -> SafeString:
    """All of ``spans`` in their paragraphs, each under a link to its article; a dash when there are none."""
    return format_html_join(
        "",
        '<div class="evidence-panel"><div class="evidence-source">{} · {}</div>{}</div>',
        ((link(span.article), span.get_part_display(), in_context(span)) for span in spans),
    ) or mark_safe("–")

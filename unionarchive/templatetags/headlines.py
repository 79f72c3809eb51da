"""What stands for an article where it is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

if TYPE_CHECKING:
    from articles.models import Article

register = template.Library()


@register.filter
def headline(article: Article) -> SafeString:
    """The headline as printed; where it is lost, a mark that says so and the first words of the text."""
    if article.headline:
        return format_html('<span lang="zh-Hans">{}</span>', article.headline)
    return format_html(
        '<span class="lost"><span class="tag">{}</span> <span lang="zh-Hans">{}</span></span>',
        gettext("headline lost"),
        article.first_words,
    )

"""A printed line of a source document in HTML. Built in code because white space between its parts would show."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from seeds.numbered_lines import LinePart, NumberedLine

register = template.Library()

COLOURS = 6  # articles take turns


@register.simple_tag
def printed_line(line: NumberedLine, article_numbers: dict[int, int]) -> SafeString:
    """The line with its number as an anchor and, where one begins, the role and article of what stands on it.

    ``article_numbers`` gives each public article's number on the page by its key.
    """
    first = line.parts[0] if line.parts else None
    return format_html(
        '<div class="line" id="L{number}"><a class="line-number" href="#L{number}">{number}</a>'
        '<div class="line-role">{role}</div><div class="line-text {colour}">{parts}</div></div>\n',
        number=line.number,
        role=_label(first, article_numbers) if first else "",
        colour=_colour(first, article_numbers) if first else "",
        parts=format_html_join(
            "",
            "{}{}",
            (
                ("" if part is first else _label(part, article_numbers), _text(part, article_numbers))
                for part in line.parts
            ),
        ),
    )


def _text(part: LinePart, article_numbers: dict[int, int]) -> SafeString:
    if part.segment is None:
        return format_html("{}", part.text)
    return format_html(
        '<span class="part role-{role} {place}" title="{reason}">{text}</span>',
        role=part.segment.role,
        place=_colour(part, article_numbers),
        reason=part.segment.reason,
        text=gettext("(not public)") if part.withheld else part.text,
    )


def _colour(part: LinePart, article_numbers: dict[int, int]) -> str:
    number = article_numbers.get(part.article.pk) if part.article else None
    return f"article-{(number - 1) % COLOURS + 1}" if number else "furniture"


def _label(part: LinePart, article_numbers: dict[int, int]) -> SafeString:
    """What the part was taken for, with a link to its article; nothing where it goes on as the part before it."""
    if part.segment is None or not part.opens:
        return SafeString("")
    role = part.segment.get_role_display()
    language, colour = get_language(), _colour(part, article_numbers)
    if part.article is None:
        return format_html('<span class="role {}" lang="{}">{}</span>', colour, language, role)
    return format_html(
        '<a class="role {}" lang="{}" href="{}">{} {}</a>',
        colour,
        language,
        part.article.get_absolute_url(),
        article_numbers.get(part.article.pk, ""),
        role,
    )

"""A raw text to the articles on it: lines, strips, the assembly, the texts."""

from __future__ import annotations

from seeds.reading.blocks import cut_strips
from seeds.reading.drafts import Context, Pages
from seeds.reading.lines import read_lines
from seeds.reading.segmentation import assemble


def read_pages(text: str, context: Context) -> Pages:
    """Every character of ``text`` that is not white space in exactly one segment, and the articles put together of them."""
    lines = read_lines(text)
    strips = cut_strips(lines)
    published = context.published
    segments, articles = assemble(strips, lines, published)
    furniture = Pages.furniture_of(text, segments, articles)
    return Pages(segments, articles, context.publication, published, furniture=furniture)

"""The articles of an annotated page as the first half of the reader would hand them on if it made no mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from seeds.reading.drafts import (
    ArticleDraft,
    ContributorDraft,
    DatedDraft,
    Pages,
    Piece,
    Role,
    Segment,
    TextPart,
)
from unionarchive.common.partial_dates import PartialDate
from unionarchive.common.spans import OffsetMap, Run, Span

_END = re.compile(r"[。！？…”」』）!?)：:]\s*$")
_ROW = re.compile("[●○◆◇■□▲△▼★☆▪•※◎▍]")


def pages_from_gold(text: str, gold: dict[str, Any]) -> Pages:
    """The annotated articles of ``text`` with their parts; hard-wrapped lines are joined by a plain rule."""
    lines = _line_spans(text)
    segments: list[Segment] = []
    drafts = [_article(text, lines, article, segments) for article in gold["articles"]]
    for furniture in gold["furniture"]:
        for span in _spans(lines, furniture["lines"]):
            segments.append(Segment(span, Role.OTHER, "gold"))
    published = PartialDate.parse(gold["published"]) if gold["published"] else None
    furniture = Pages.furniture_of(text, tuple(segments), tuple(drafts))
    return Pages(tuple(segments), tuple(drafts), gold["publication"], published, furniture=furniture)


def _line_spans(text: str) -> list[Span | None]:
    spans: list[Span | None] = []
    at = 0
    for line in text.splitlines(keepends=True):
        solid = line.strip()
        start = at + len(line) - len(line.lstrip())
        spans.append(Span(start, start + len(solid)) if solid else None)
        at += len(line)
    return spans


def _spans(lines: list[Span | None], ranges: Iterable[list[int]]) -> list[Span]:
    return [span for first, last in ranges for span in lines[first - 1 : last] if span]


def _article(text: str, lines: list[Span | None], article: dict[str, Any], segments: list[Segment]) -> ArticleDraft:
    heads = {_plain(h): "headline" for h in [article["headline"]] if h}
    heads |= {_plain(h): "kicker" for h in article["kicker"]} | {_plain(h): "subhead" for h in article["subheads"]}
    pieces, parts, body = [], [], []
    for span in _spans(lines, article["lines"]):
        pieces.append(Piece(len(segments), "gold"))
        words = _plain(span.of(text))
        name = next((part for head, part in heads.items() if words and (words in head or head in words)), "body")
        name = name if len(span) < 60 else "body"
        segments.append(Segment(span, Role(name), "gold"))
        if name == "body":
            body.append(span)
        else:
            parts.append(TextPart(name, span.of(text), OffsetMap((Run(0, span.start, len(span)),))))
    if body:
        parts.append(_joined(text, body))
    return ArticleDraft(
        headline=article["headline"], kickers=tuple(article["kicker"]), subheads=tuple(article["subheads"]),
        form=article["form"],
        contributors=tuple(ContributorDraft(c["name"], c["role"]) for c in article["contributors"]), dateline="",
        date=DatedDraft(PartialDate.parse(article["date"]), "stated") if article["date"] else None,
        pieces=tuple(pieces), parts=tuple(parts), doubts=(), confidence=1.0,
    )  # fmt: skip


def _joined(text: str, spans: list[Span]) -> TextPart:
    made, runs = "", []
    for span in spans:
        words = span.of(text)
        if made and (_END.search(made) or _ROW.match(words)) and len(made.rsplit("\n", 1)[-1]) > 0:
            made += "\n"
        runs.append(Run(len(made), span.start, len(span)))
        made += words
    return TextPart("body", made, OffsetMap(tuple(runs)))


def _plain(words: str) -> str:
    return re.sub(r"[\s#*]", "", words)

"""Pages made of plain texts, as the first half of the reader would hand them on: an article for each text."""

from __future__ import annotations

from seeds.reading.drafts import ArticleDraft, Pages, TextPart
from unionarchive.common.spans import OffsetMap, Run


def make_pages(*bodies: str, headline: str | None = None, furniture: tuple[str, ...] = ()) -> Pages:
    """An article for each body; ``headline`` is that of the first."""
    articles = tuple(_article(body, headline if number == 0 else None) for number, body in enumerate(bodies))
    return Pages((), articles, None, None, furniture=furniture)


def _article(body: str, headline: str | None) -> ArticleDraft:
    texts = [("headline", headline)] if headline else []
    texts.append(("body", body))
    parts = tuple(TextPart(name, text, OffsetMap((Run(0, 0, len(text)),))) for name, text in texts if text)
    return ArticleDraft(
        headline=headline, kickers=(), subheads=(), form="news", contributors=(), dateline="", date=None, pieces=(),
        parts=parts, doubts=(), confidence=1.0,
    )  # fmt: skip

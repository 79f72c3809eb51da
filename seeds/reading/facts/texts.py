"""The texts of a reading's articles as the facts stage looks at them: folded, in reading order, with one count of
positions through all parts of an article, so that "before" means the same in headline and body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seeds.reading.drafts import Pages, Place
from seeds.reading.folding import Folded, fold
from unionarchive.common.values import value

COLUMN = "\x00"  # stands in folded texts where an ideographic space sets columns apart: no name goes across it
_WIDE_SPACE = "\u3000"
_PAIR = re.compile('["＂]([^"＂\n]{1,60})["＂]')
PARTS = ("kicker", "headline", "subhead", "byline", "body")


@value
class ArticleText:
    """One text of an article. ``offset`` is where it begins in the article's count of positions."""

    article: int
    part: str
    folded: Folded
    offset: int

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    def place(self, start: int, end: int) -> Place:
        """The place in the text as it stands behind ``text[start:end]``."""
        return Place(self.article, self.part, self.folded.span(start, end))


def article_texts(pages: Pages) -> Iterator[ArticleText]:
    """Every text of every article, in reading order."""
    for number, article in enumerate(pages.articles):
        offset = 0
        for part in sorted(article.parts, key=lambda part: PARTS.index(part.name)):
            folded = fold(_curled(part.text.replace(_WIDE_SPACE, COLUMN)))
            if folded.text:
                yield ArticleText(number, part.name, folded, offset)
                offset += len(folded.text) + 1


def _curled(text: str) -> str:
    """``text`` with straight quotation marks in pairs as “ and ”, each in its place."""
    return _PAIR.sub("“\\1”", text) if '"' in text or "＂" in text else text

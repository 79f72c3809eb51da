"""Source documents: the whole text as it came in, its broken lines joined."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from seeds.models import Document
from unionarchive.common.search.tokens import Text
from unionarchive.common.spans import Span
from unionarchive.search.answers import Highlight
from unionarchive.search.kinds import Kind
from unionarchive.search.sources import labels
from unionarchive.search.sources.source import Source, Traits, place_codes

_BREAK = re.compile(
    r"(?<=\n)[^\S\n]|[^\S\n](?=\n)"  # blanks beside the end of a line
    r"|(?<=[^\x00-\x7f])\s(?!\n)|(?<!\n)\s(?=[^\x00-\x7f])"  # a line's end, or a blank, in the middle of Chinese
)


class DocumentSource(Source):
    kind = Kind.DOCUMENT
    model = Document
    facets = ("publication", "year", "place")

    def _read(self, refs: Collection[int]) -> list[Any]:
        columns = ("pk", "name", "text", "publication", "publication__name", "published", "home_division")
        return list(Document.objects.filter(pk__in=refs).order_by().values(*columns))

    def _texts(self, read: list[Any]) -> dict[int, Text]:
        return {row["pk"]: Text(row["name"], joined(row["text"]), "", row["publication__name"] or "") for row in read}

    def _traits(self, read: list[Any]) -> Mapping[int, Traits]:
        return {
            row["pk"]: Traits(
                row["published"],
                {
                    "publication": {str(row["publication"])} if row["publication"] else set(),
                    "year": {row["published"][:4]} if row["published"] else set(),
                    "place": place_codes(row["home_division"]),
                },
            )
            for row in read
        }

    def labels(self, facet: str, values: Iterable[str]) -> dict[str, str]:
        return {"publication": labels.publications, "year": labels.years, "place": labels.places}[facet](values)

    def shown(self, refs: Collection[int]) -> dict[int, Any]:
        return Document.objects.select_related("publication").in_bulk(list(refs))

    def highlights(self, row: Document, text: Text, title: tuple[Span, ...], body: tuple[Span, ...]) -> list[Highlight]:
        positions = without_breaks(row.text)[1]
        found = [Highlight("name", span.start, span.end) for span in title]
        return found + [Highlight("text", positions[span.start], positions[span.end - 1] + 1) for span in body]


def joined(text: str) -> str:
    """``text`` without white space beside a character that is not ASCII, so that broken words are whole.

    A newspaper's line breaks in the middle of words; a blank line is kept, since no word goes on across it.
    """
    return _BREAK.sub("", text)


def without_breaks(text: str) -> tuple[str, list[int]]:
    """``joined(text)``, and where each of its characters stands in ``text``."""
    dropped = {found.start() for found in _BREAK.finditer(text)}
    return joined(text), [at for at in range(len(text)) if at not in dropped]

"""Source documents: the whole text as it came in, its broken lines joined."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from seeds.models import Document
from unionarchive.common.search.tokens import Text
from unionarchive.common.spans import Span
from unionarchive.search.answers import Highlight
from unionarchive.search.kinds import Kind
from unionarchive.search.sources import labels
from unionarchive.search.sources.source import Source, Traits, place_codes


class DocumentSource(Source):
    kind = Kind.DOCUMENT
    model = Document
    facets = ("publication", "year", "place")

    def texts(self, refs: Collection[int]) -> dict[int, Text]:
        rows = Document.objects.filter(pk__in=refs).values_list("pk", "name", "text", "publication__name")
        return {pk: Text(name, without_breaks(text)[0], "", publication or "") for pk, name, text, publication in rows}

    def traits(self, refs: Collection[int]) -> Mapping[int, Traits]:
        rows = Document.objects.filter(pk__in=refs).values_list("pk", "publication", "published", "home_division")
        return {
            pk: Traits(
                published,
                {
                    "publication": {str(publication)} if publication else set(),
                    "year": {published[:4]} if published else set(),
                    "place": place_codes(division),
                },
            )
            for pk, publication, published, division in rows
        }

    def labels(self, facet: str, values: Iterable[str]) -> dict[str, str]:
        return {"publication": labels.publications, "year": labels.years, "place": labels.places}[facet](values)

    def shown(self, refs: Collection[int]) -> dict[int, Any]:
        return Document.objects.select_related("publication").in_bulk(list(refs))

    def highlights(self, row: Document, text: Text, title: tuple[Span, ...], body: tuple[Span, ...]) -> list[Highlight]:
        positions = without_breaks(row.text)[1]
        found = [Highlight("name", span.start, span.end) for span in title]
        return found + [Highlight("text", positions[span.start], positions[span.end - 1] + 1) for span in body]


def without_breaks(text: str) -> tuple[str, list[int]]:
    """``text`` without white space beside a Han character, and where each of its characters stands in ``text``.

    A newspaper's line breaks in the middle of words; a blank line is kept, since no word goes on across it.
    """
    kept, positions = [], []
    for at, character in enumerate(text):
        if character.isspace() and not _separates(text, at):
            continue
        kept.append(character)
        positions.append(at)
    return "".join(kept), positions


def _separates(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before == "\n" or after == "\n":
        return text[at] == "\n"
    return before.isascii() and after.isascii()

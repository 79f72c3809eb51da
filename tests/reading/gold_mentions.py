"""The organisations of an annotated page as the stage before would hand them on if it made no mistake."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from seeds.reading.drafts import MentionDraft, OrganisationDraft, Pages, Place, TextPart
from seeds.reading.folding import fold


class GoldFound(NamedTuple):
    """The same shape as what ``find_organisations`` returns."""

    home_place: str | None
    organisations: tuple[OrganisationDraft, ...]
    mentions: tuple[MentionDraft, ...]


def found_from_gold(pages: Pages, gold: dict[str, Any]) -> GoldFound:
    """The annotated organisations of ``pages`` with every place where one of their printed forms stands.

    A form of several bodies (该公司) means the one of them that was named last.
    """
    owners: dict[str, list[str]] = defaultdict(list)
    for organisation in gold["organisations"]:
        for surface in {organisation["name"], *organisation["surface"]}:
            owners[fold(surface).text].append(organisation["name"])
    mentions: list[MentionDraft] = []
    for number, article in enumerate(pages.articles):
        last: list[str] = []
        for part in article.parts:
            for mention in _mentions(number, part, owners, last):
                mentions.append(mention)
    return GoldFound(
        gold["home_place"],
        tuple(
            OrganisationDraft(o["name"], o["type"], o["level"], o["place"], None, o["parent"], tuple(o["surface"]), 1.0)
            for o in gold["organisations"]
        ),
        tuple(mentions),
    )


def _mentions(number: int, part: TextPart, owners: dict[str, list[str]], last: list[str]) -> Iterator[MentionDraft]:
    folded = fold(part.text)
    taken = [False] * len(folded.text)
    spots: list[tuple[int, int, str]] = []
    for surface in sorted(owners, key=len, reverse=True):
        at = folded.text.find(surface)
        while at >= 0:
            if not any(taken[at : at + len(surface)]):
                taken[at : at + len(surface)] = [True] * len(surface)
                spots.append((at, at + len(surface), surface))
            at = folded.text.find(surface, at + 1)
    for start, end, surface in sorted(spots):
        candidates = owners[surface]
        name = next((name for name in reversed(last) if name in candidates), candidates[0])
        last.append(name)
        place = Place(number, part.name, folded.span(start, end))
        yield MentionDraft(place, surface, name, "resolved", (), 1.0)

"""Whether a text really has what a query looks for, and where.

The index only proposes; this decides. Positions are half-open, in code points, and hold for the text as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable

from unionarchive.common.spans import Span

from .folding import fold, has_variants
from .query import Query, Term
from .tokens import Text

MOST_SPANS = 500  # highlights in one field; a page with more is all marked anyway


def term_matches(text: Text, term: Term) -> bool:
    """True when one of the needles stands in the field asked for (or anywhere), variants counted as the same."""
    fields = searched(text, term.field)
    if any(term.text in field for field in fields):
        return True
    return any(stands_in(field, needle) for needle in term.needles for field in fields)


def stands_in(text: str, needle: str) -> bool:
    """True when ``needle`` (folded) stands in ``text``, variants counted as the same."""
    # Most text is printed in the folded form already, and to search it as it is costs a tenth of folding.
    return needle in text or (has_variants(text, needle) and needle in fold(text))


def matches(text: Text, query: Query) -> bool:
    """True when ``text`` has one term of each group and none of those it must be without."""
    return all(any(term_matches(text, term) for term in group) for group in query.groups) and not any(
        term_matches(text, term) for term in query.without
    )


def searched(text: Text, field: str) -> tuple[str, ...]:
    """The parts of ``text`` that a term for ``field`` is looked for in ("" is all of them)."""
    if field == "title":
        return text.title, text.beside
    if field == "names":
        return (text.names,)
    return text.title, text.body, text.names, text.beside


def spans_of(text: str, needles: Iterable[str]) -> tuple[Span, ...]:
    """Where any of ``needles`` (folded) stands in ``text``, in order, stretches that overlap or touch joined."""
    folded = fold(text)
    found: list[tuple[int, int]] = []
    for needle in dict.fromkeys(needles):
        at = folded.find(needle) if needle else -1
        while at >= 0 and len(found) < MOST_SPANS:
            found.append((at, at + len(needle)))
            # The next one may overlap this one (人人 in 人人人): all of it is a match.
            at = folded.find(needle, at + 1)
    joined: list[Span] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Span(start, end))
    return tuple(joined)


def highlights(text: str, query: Query, *, field: str, also: Iterable[str] = ()) -> tuple[Span, ...]:
    """What to mark in ``text``, a row's ``field`` ("title", "names" or "body"), for whoever asked ``query``.

    ``also`` are words that the query stands for without naming them (an organisation's names).
    """
    asked = (term for term in query.terms if term.field in {"", field})
    needles = [needle for term in asked for needle in term.needles]
    return spans_of(text, [*needles, *map(fold, also)])

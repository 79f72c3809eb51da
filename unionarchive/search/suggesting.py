"""Names and headlines that what was typed may become: while typing, and after a miss."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from unionarchive.common import names as spelling
from unionarchive.common.search.finding import Search
from unionarchive.common.search.folding import fold
from unionarchive.common.search.query import Query, Term, parse
from unionarchive.common.search.tokens import Text, needle_grams
from unionarchive.search.engine import archive_index
from unionarchive.search.kinds import Kind
from unionarchive.search.sources import SOURCES

_NEAR = 0.6  # likeness (2 × shared / both lengths) from which a name may have been meant
_MOST_COMPARED = 300
_LONGEST = 60  # characters of what was typed that are looked at


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A row that begins with, or has, what was typed."""

    kind: Kind
    id: int
    text: str
    url: str


def suggest(prefix: str, *, limit: int = 8, visible_to: Any = None) -> tuple[Suggestion, ...]:
    """Organisations (by name, alias, pinyin or initials), measures and headlines that have ``prefix``, best first."""
    query = _titled(parse(prefix[:_LONGEST]))
    if not query.groups:
        return ()
    staff = bool(visible_to is not None and visible_to.is_active and visible_to.is_staff)
    found: list[Suggestion] = []
    for kind in (Kind.ORGANISATION, Kind.MEASURE, Kind.ARTICLE):
        source = SOURCES[kind]
        asked = query if kind != Kind.ORGANISATION else parse(prefix[:_LONGEST])
        search = Search(archive_index(), kind.number, asked, source.texts, _shown_to(kind, staff=staff))
        refs = [hit.ref for hit in search.ranked(limit=limit - len(found)).hits] if len(found) < limit else []
        rows = source.shown(refs)
        found += [Suggestion(kind, ref, str(rows[ref]), rows[ref].get_absolute_url()) for ref in refs if ref in rows]
    return tuple(found)


def near_names(query: Query, *, to_staff: bool, limit: int = 3) -> tuple[str, ...]:
    """Names of organisations and measures that are spelt or sound like a term of ``query`` that was not found."""
    terms = [term for term in query.terms if not term.quoted and 2 <= len(term.needle) <= _LONGEST]
    scored: dict[str, float] = {}
    for term in terms[:3]:
        for kind in (Kind.ORGANISATION, Kind.MEASURE):
            for name in _candidates(term, kind, to_staff=to_staff):
                scored[name] = max(scored.get(name, 0), _likeness(term.needle, fold(name)))
    near = sorted((name for name, score in scored.items() if score >= _NEAR), key=lambda name: (-scored[name], name))
    return tuple(near[:limit])


def _titled(query: Query) -> Query:
    return query.with_groups(
        tuple(tuple(Term(term.text, term.needle, term.field or "title") for term in group) for group in query.groups)
    )


def _shown_to(kind: Kind, *, staff: bool) -> Any:
    return lambda refs: SOURCES[kind].visible(refs, to_staff=staff)


def _candidates(term: Term, kind: Kind, *, to_staff: bool) -> Iterator[str]:
    """Names that share two characters with ``term``, or its sound."""
    pairs = {gram for gram in needle_grams(term.needle) if len(gram) == 2}
    sound = spelling.sounds(term.needle).split(" ")[0]
    needles = sorted(pairs | ({sound} if len(sound) > 3 and kind == Kind.ORGANISATION else set()))
    if not needles:
        return
    query = Query(groups=(tuple(Term(needle, needle) for needle in needles),))
    search = Search(archive_index(), kind.number, query, SOURCES[kind].texts, _shown_to(kind, staff=to_staff))
    refs = [hit.ref for hit in search.ranked(limit=_MOST_COMPARED).hits]
    for text in SOURCES[kind].texts(refs).values():
        yield from _names(text)


def _names(text: Text) -> list[str]:
    return [text.title, *filter(None, text.names.split("\n"))]


def _likeness(typed: str, name: str) -> float:
    spelt = SequenceMatcher(None, typed, name, autojunk=False).ratio()
    if abs(len(typed) - len(name)) > 2:
        return spelt
    return max(spelt, 0.9 * SequenceMatcher(None, spelling.syllables(typed), spelling.syllables(name)).ratio())

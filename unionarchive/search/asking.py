"""From what a person typed to an answer: one function for the site, the API, the desk and the feeds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from unionarchive.common.search import lookup
from unionarchive.common.search.finding import MOST_COUNTED, Search
from unionarchive.common.search.matching import highlights
from unionarchive.common.search.query import Query, parse
from unionarchive.common.search.relaxing import relaxations
from unionarchive.common.search.snippets import snippet
from unionarchive.common.search.tokens import Text
from unionarchive.common.spans import Span
from unionarchive.search import notes
from unionarchive.search.answers import Answer, Filters, Group, Hit, Order, Understood
from unionarchive.search.engine import archive_index
from unionarchive.search.facets import facets_of
from unionarchive.search.kinds import Kind
from unionarchive.search.naming import expanded, names_of, organisations_called, places_called
from unionarchive.search.sources import SOURCES, Source
from unionarchive.search.sources.source import facet_token, significant
from unionarchive.search.suggesting import near_names

DEEPEST = 1000  # hits beyond this are reached by a narrower question, not by turning pages
_MOST_HIGHLIGHTS = 100  # reported for one hit


@dataclass(frozen=True, slots=True)
class _Question:
    """A query with its names resolved: what each kind is asked."""

    query: Query
    filters: Filters
    organisations: tuple[tuple[int, ...], ...] = ()
    places: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()


def search(
    text: str,
    *,
    kinds: Collection[Kind] = (),
    filters: Filters | None = None,
    order: Order = Order.BEST,
    page: int = 1,
    page_size: int = 20,
    visible_to: Any = None,
    with_facets: bool = True,
) -> Answer:
    """What ``text`` finds in each of ``kinds`` (all when empty), ``page_size`` hits of each, from ``page`` 1 on.

    Staff in ``visible_to`` (a user) find drafts and what is withdrawn; everybody else finds ``public()`` rows only, and
    that is asked of the rows themselves, not of the index. Any text is a valid question; ``Answer.understood`` says
    what became of it. When no row has the words as typed, single words are sought instead (``is_relaxed``).
    """
    query = parse(text)
    question, understood = _understand(query, filters or Filters())
    wanted = [kind for kind in Kind if not kinds or kind in kinds]
    if query.is_empty and not question.filters.chosen():
        return Answer(understood)
    staff = bool(visible_to is not None and visible_to.is_active and visible_to.is_staff)
    window = _Window(order, page_size, min(max(page, 1) - 1, DEEPEST // page_size) * page_size, with_facets, staff)
    answer = _answer(question, understood, wanted, window)
    if answer.count or not query.groups:
        return answer
    for looser in relaxations(query):
        relaxed = _answer(
            replace(question, query=looser), replace(understood, is_relaxed=True, terms=_texts(looser)), wanted, window
        )
        if relaxed.count:
            return replace(relaxed, did_you_mean=near_names(query, to_staff=staff))
    return replace(answer, did_you_mean=near_names(query, to_staff=staff))


def find(kind: str, text: str) -> list[int]:
    """The numbers of all rows of ``kind`` that ``text`` finds, drafts included, newest first; for the desk's lists."""
    query = parse(text)
    if query.is_empty:
        return []
    question, _ = _understand(query, Filters())
    search = _search(Kind(kind), question, _Window(staff=True))
    return search.all_refs(most=lookup.MOST)[0] if search else []


def marks(text: str, parts: Mapping[str, tuple[str, str]]) -> dict[str, tuple[Span, ...]]:
    """Where a reader who came by asking ``text`` sees what was sought, by the keys of ``parts``.

    A part is a text and the field of a query that looks into it ("title", "body"). When the words as typed are in none
    of the parts, single words are marked instead, as ``search`` then looks for them.
    """
    question, _ = _understand(parse(text), Filters())
    for query in (question.query, *relaxations(question.query)):
        found = {
            name: highlights(part, query, field=field, also=question.marked) for name, (part, field) in parts.items()
        }
        if any(found.values()):
            return found
    return {}


@dataclass(frozen=True, slots=True)
class _Window:
    """Which of the hits are wanted, and for whom."""

    order: Order = Order.BEST
    size: int = 0
    offset: int = 0
    with_facets: bool = False
    staff: bool = False


def _understand(query: Query, filters: Filters) -> tuple[_Question, Understood]:
    places = tuple(dict.fromkeys(code for name in query.places for code in places_called(name) or [""]))
    within = [*places, *map(significant, filters.place)]
    organisations = tuple(tuple(organisations_called(name, places=within)) for name in query.organisations)
    query, expansions = expanded(query, within)
    marked = tuple(names_of(list(chain.from_iterable(organisations)))) if organisations else ()
    understood = Understood(
        query=query,
        terms=_texts(query),
        without=tuple(term.text for term in query.without),
        organisations=query.organisations,
        places=query.places,
        expansions=expansions,
        notes=notes.texts(query, places_known=all(places), organisations_known=all(organisations)),
    )
    return _Question(query, filters, organisations, places, marked), understood


def _texts(query: Query) -> tuple[str, ...]:
    return tuple(" OR ".join(term.text for term in group) for group in query.groups)


def _answer(question: _Question, understood: Understood, kinds: Sequence[Kind], window: _Window) -> Answer:
    asked = [(kind, _search(kind, question, window)) for kind in kinds]
    found = [_group(kind, search, question, window) for kind, search in asked if search is not None]
    return Answer(understood, tuple(group for group, _ in found if group.count), (), all(done for _, done in found))


def _search(kind: Kind, question: _Question, window: _Window) -> Search | None:
    """The question put to one kind; None when rows of that kind cannot meet it."""
    source, query = SOURCES[kind], question.query
    chosen = question.filters.chosen()
    fields = {*chosen, *(["place"] if question.places else []), *(["organisation"] if question.organisations else [])}
    if kind == Kind.ORGANISATION:
        fields.discard("organisation")  # 机构: means the bodies themselves here
    asks_authors = any(term.field == "names" for term in (*query.terms, *query.without))
    if not fields <= set(source.facets) or (asks_authors and kind != Kind.ARTICLE):
        return None
    if query.amounts and kind != Kind.AID:
        return None
    groups = [tuple(facet_token(name, _code(name, value)) for value in values) for name, values in chosen.items()]
    if question.places:
        groups.append(tuple(facet_token("place", code) for code in question.places))
    if kind != Kind.ORGANISATION:
        groups += [
            tuple(facet_token("organisation", str(ref)) for ref in refs) or ("none",) for refs in question.organisations
        ]
    return Search(archive_index(), kind.number, query, source.texts, _keeper(source, question, window), tuple(groups))


def _code(name: str, value: str) -> str:
    return significant(value) if name == "place" else value


def _keeper(source: Source, question: _Question, window: _Window) -> Callable[[Collection[int]], set[int]]:
    amounts = question.query.amounts

    def keep(refs: Collection[int]) -> set[int]:
        kept = source.visible(refs, to_staff=window.staff)
        if source.kind == Kind.ORGANISATION and question.organisations:
            for meant in question.organisations:
                kept &= set(meant)
        if amounts:
            bounds = {"amount__gte": amounts.least, "amount__lte": amounts.most}
            rows = source.rows().filter(pk__in=kept, amount__isnull=False)
            rows = rows.filter(**{name: bound for name, bound in bounds.items() if bound is not None})
            kept = set(rows.values_list("pk", flat=True))
        return kept

    return keep


def _group(kind: Kind, search: Search, question: _Question, window: _Window) -> tuple[Group, bool]:
    """The kind's hits and counts, and whether the search was complete."""
    look = search.ranked if window.order is Order.BEST and search.query.groups else search.newest
    found = look(limit=window.size, offset=window.offset)
    if found.hits and not found.more and found.complete:
        refs, is_all = [hit.ref for hit in found.hits], window.offset == 0
    else:
        refs, is_all = [], not found.hits and window.offset == 0
    if not is_all:
        refs, is_all = search.all_refs(most=MOST_COUNTED)
    source = SOURCES[kind]
    group = Group(
        kind=kind,
        hits=_hits(source, [hit.ref for hit in found.hits], question),
        count=len(refs),
        is_capped=not is_all,
        more=found.more and window.offset + window.size < DEEPEST,
        facets=facets_of(source, refs, question.filters) if window.with_facets else (),
    )
    return group, found.complete


def _hits(source: Source, refs: Sequence[int], question: _Question) -> tuple[Hit, ...]:
    rows, texts, traits = source.shown(refs), source.texts(refs), source.traits(refs)
    return tuple(
        _hit(source, rows[ref], texts[ref], traits[ref].date, question)
        for ref in refs
        if ref in rows and ref in texts and ref in traits
    )


def _hit(source: Source, row: Any, text: Text, day: str, question: _Question) -> Hit:
    in_title = _marks(text.title, "title", question)
    in_body = _marks(text.body, "body", question)
    shown = snippet(text.body, in_body)
    if not text.body and text.names:  # an organisation shows the name by which it was found
        line = next((line for line in text.names.split("\n") if _marks(line, "names", question)), "")
        shown = snippet(line, _marks(line, "names", question))
    return Hit(
        kind=source.kind,
        id=row.pk,
        url=row.get_absolute_url(),
        title=text.title,
        title_highlights=in_title,
        snippet=shown,
        highlights=tuple(source.highlights(row, text, in_title, in_body)[:_MOST_HIGHLIGHTS]),
        date=day,
        row=row,
    )


def _marks(text: str, field: str, question: _Question) -> tuple[Span, ...]:
    return highlights(text, question.query, field=field, also=question.marked)

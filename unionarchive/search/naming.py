"""Names in a query: which places and organisations they mean, and by what other names those are printed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import reduce
from operator import or_

from django.db.models import Q

from organisations.models import Alias, Division, Organisation
from unionarchive.common.search.folding import fold
from unionarchive.common.search.query import Query, Term
from unionarchive.search.answers import Expansion
from unionarchive.search.sources.source import significant

MOST_ORGANISATIONS = 50  # that one name in a query may stand for
MOST_PLACES = 20
_RUNGS = {"省": 2, "市": 4, "县": 6, "区": 6}  # the generic word before a short name, and the digits of its rung


def places_called(name: str) -> list[str]:
    """The significant digits of the divisions that ``name`` means: those of exactly that name, else those it begins."""
    exact = Division.objects.filter(Q(name=name) | Q(path=name))
    found = list(exact.values_list("code", flat=True)[:MOST_PLACES])
    if not found and name:
        found = list(Division.objects.filter(name__startswith=name).values_list("code", flat=True)[:MOST_PLACES])
    return [significant(code) for code in found]


def organisations_called(name: str, *, places: Collection[str] = ()) -> list[int]:
    """Organisations of exactly that name or alias (in one of ``places``, if any), else those whose names have it."""
    in_place = _lies_in("", places)
    current = Organisation.objects.current()
    exact = current.filter(in_place, Q(name=name) | Q(name__in=_spelt_out(name, places)))
    by_alias = Alias.objects.filter(
        _lies_in("", places) | _lies_in("organisation__", places), name=name, organisation__merged_into=None
    )
    found = {*exact.values_list("pk", flat=True), *by_alias.values_list("organisation", flat=True)[:MOST_ORGANISATIONS]}
    if not found and len(name) > 1:
        having = current.filter(in_place, Q(name__contains=name) | Q(aliases__name__contains=name)).distinct()
        found = set(having.values_list("pk", flat=True)[:MOST_ORGANISATIONS])
    return sorted(found)


def names_of(organisations: Collection[int]) -> list[str]:
    """Every name of the organisations, longest first."""
    own = Organisation.objects.filter(pk__in=organisations).values_list("name", flat=True)
    aliases = Alias.objects.filter(organisation__in=organisations).values_list("name", flat=True)
    return sorted({*own, *aliases}, key=lambda name: (-len(name), name))


def expanded(query: Query, places: Collection[str]) -> tuple[Query, tuple[Expansion, ...]]:
    """``query`` with each word that is a name in one of ``places`` found by all the organisation's names.

    Without a place nothing is expanded: 省总工会 is a name of 31 bodies.
    """
    if not places:
        return query, ()
    expansions: list[Expansion] = []
    groups = tuple(tuple(_expanded_term(term, places, expansions) for term in group) for group in query.groups)
    return query.with_groups(groups), tuple(expansions)


def _expanded_term(term: Term, places: Collection[str], expansions: list[Expansion]) -> Term:
    if term.quoted or term.field == "names":
        return term
    name = fold(term.text)
    exact = Organisation.objects.current().filter(
        _lies_in("", places), Q(name=name) | Q(name__in=_spelt_out(name, places))
    )
    aliases = Alias.objects.filter(_lies_in("", places) | _lies_in("organisation__", places), name=name)
    found = {*exact.values_list("pk", flat=True)[:2], *aliases.values_list("organisation", flat=True)[:2]}
    if len(found) != 1:  # a name of several bodies of the place says which of them only as it stands
        return term
    names = [other for other in names_of(found) if fold(other) != term.needle]
    if not names:
        return term
    expansions.append(Expansion(term.text, tuple(names)))
    return replace(term, also=tuple(fold(other) for other in names))


def _lies_in(prefix: str, places: Collection[str]) -> Q:
    """Rows whose division lies in one of ``places``; all rows when there are none."""
    tests = [Q(**{f"{prefix}division__code__startswith": place}) for place in places]
    return reduce(or_, tests) if tests else Q()


def _spelt_out(name: str, places: Collection[str]) -> list[str]:
    """What 省总 or 市人社局 is in full, in each of ``places``: the division's name for the generic word."""
    digits = _RUNGS.get(name[:1])
    if not digits or len(name) < 2:
        return []
    rest = f"{name[1:]}工会" if name.endswith("总") else name[1:]
    codes = {place[:digits].ljust(6, "0") for place in places if len(place) >= digits}
    return [f"{division}{rest}" for division in _division_names(codes)]


def _division_names(codes: Iterable[str]) -> list[str]:
    return list(Division.objects.filter(code__in=codes).values_list("name", flat=True))

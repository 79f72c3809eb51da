"""The words for facet values that several kinds share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from articles.models import Publication
from organisations.models import Division, Organisation
from unionarchive.common.models import ReviewState


def publications(values: Iterable[str]) -> dict[str, str]:
    rows = Publication.objects.filter(pk__in=_numbers(values)).values_list("pk", "name")
    return {str(pk): name for pk, name in rows}


def organisations(values: Iterable[str]) -> dict[str, str]:
    rows = Organisation.objects.current().filter(pk__in=_numbers(values)).values_list("pk", "name")
    return {str(pk): name for pk, name in rows}


def places(values: Iterable[str]) -> dict[str, str]:
    """The names of divisions by their significant digits."""
    codes = {value.ljust(6, "0"): value for value in values}
    return {codes[code]: name for code, name in Division.objects.filter(pk__in=codes).values_list("code", "name")}


def years(values: Iterable[str]) -> dict[str, str]:
    return {value: value for value in values}


def states(values: Iterable[str]) -> dict[str, str]:
    return choices(ReviewState, values)


def choices(codes: Any, values: Iterable[str]) -> dict[str, str]:
    known = dict(codes.choices)
    return {value: str(known[value]) for value in values if value in known}


def _numbers(values: Iterable[str]) -> list[int]:
    return [int(value) for value in values if value.isdecimal()]

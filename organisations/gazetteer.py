"""The table of divisions as rows: whole when it is asked for, a single one with all above it when it is needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.db import transaction

from organisations.models import Division
from unionarchive.common import divisions as table
from unionarchive.common.division_names import former_names

_LOADED = ("name", "level", "parent_id", "path", "former_names")


@dataclass(frozen=True, slots=True)
class DivisionCounts:
    """Rows of divisions that loading created, updated and left alone."""

    created: int
    updated: int
    kept: int


@transaction.atomic
def load_divisions() -> DivisionCounts:
    """Every division of the table has its row; a second time nothing changes. Rows of other codes stay."""
    return _store(table.divisions().values())


def ensure_divisions(codes: Iterable[str]) -> None:
    """The divisions with these codes have rows, and all above them; codes that the table does not know are left out."""
    wanted = {code for code in codes if code and table.by_code(code)}
    missing = wanted - Division.objects.in_bulk(wanted).keys()
    if missing:
        _store({above.code: above for code in missing for above in table.lineage(code)}.values())


def _store(divisions: Iterable[table.Division]) -> DivisionCounts:
    made = [_row(division) for division in sorted(divisions, key=lambda division: division.code)]
    stored = Division.objects.in_bulk([row.code for row in made])
    new = [row for row in made if row.code not in stored]
    changed = [row for row in made if row.code in stored and _loaded(row) != _loaded(stored[row.code])]
    # Provinces first: a row refers to its parent, and some codes of parents come after those of their parts.
    Division.objects.bulk_create(sorted(new, key=lambda row: len(table.lineage(row.code))))
    if changed:
        Division.objects.bulk_update(changed, _LOADED)
    return DivisionCounts(len(new), len(changed), len(made) - len(new) - len(changed))


def _row(division: table.Division) -> Division:
    return Division(
        code=division.code,
        name=division.name,
        level=str(division.level),
        parent_id=division.parent_code,
        path=table.full_path(division.code),
        former_names=list(_former_names().get(division.code, ())),
    )


@lru_cache(maxsize=1)
def _former_names() -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, code in former_names():
        found[code].append(name)
    return found


def _loaded(row: Division) -> tuple[object, ...]:
    return tuple(getattr(row, field) for field in _LOADED)

"""The other names of organisations as rows, each with the place in which it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from organisations.choices import AliasKind
from organisations.gazetteer import ensure_divisions
from organisations.models import Alias, Organisation
from seeds.reading.tokens import is_word
from unionarchive.common import divisions

_POINTING_WORDS = ("该", "本", "我", "这", "此", "其")  # 该局 means a body on this page only
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class UsedNames:
    """What a document calls an organisation: the full name that the reading gives it, then the printed ones."""

    organisation: Organisation
    names: tuple[str, ...]


def store_aliases(used: Iterable[UsedNames], home_division: str) -> set[int]:
    """Each organisation has the names that the document uses for it; keys of those that have a new one.

    Words that only point at an organisation are no names.
    """
    wanted: dict[tuple[int, str], Alias] = {}
    for each in used:
        row, (full, *printed) = each.organisation, each.names
        for name in (full, *(name for name in printed if _is_a_name(name, full))):
            if name != row.name and len(name) <= _LONGEST_NAME:
                alias = Alias(organisation=row, name=name, kind=AliasKind.OFFICIAL if name == full else AliasKind.SHORT)
                alias.division_id = None if name == full else _holds_in(name, row, home_division)
                wanted.setdefault((row.pk, name), alias)
    known = set(Alias.objects.filter(organisation__in={key for key, _ in wanted}).values_list("organisation", "name"))
    ensure_divisions(alias.division_id or "" for alias in wanted.values())
    new = {key: alias for key, alias in wanted.items() if key not in known}
    Alias.objects.bulk_create(new.values())
    return {organisation for organisation, _ in new}


def _is_a_name(printed: str, full: str) -> bool:
    """False for words that mean another body on the next page: 该局, a bare 工会, the place for its government."""
    if not printed or printed.startswith(_POINTING_WORDS) or divisions.by_name(printed):
        return False
    if full.endswith(printed):
        return len(printed) > 2 and not is_word(printed)
    return not is_word(printed) or _is_short_for(printed, full)


def _is_short_for(printed: str, full: str) -> bool:
    """True when ``printed`` has characters of ``full`` in their order: 工信部 of 工业和信息化部."""
    rest = iter(full)
    return all(character in rest for character in printed)


def _holds_in(surface: str, row: Organisation, home_division: str) -> str | None:
    """The division in whose papers ``surface`` means the row; None for one that names its place (甘肃省总)."""
    division = divisions.by_code(row.division_id or "") or divisions.by_code(home_division)
    if division is None:
        return None
    names_its_place = any(
        name in surface
        for place in divisions.lineage(division.code)
        for name in (place.name, *divisions.short_names(place.name, place.level))
    )
    return None if names_its_place else division.code

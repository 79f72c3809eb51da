"""Organisations: every name they go by, and its sound."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet

from organisations.choices import OrganisationType
from organisations.models import Alias, Organisation
from unionarchive.common import names as spelling
from unionarchive.common.search.tokens import Text
from unionarchive.common.spans import Span
from unionarchive.search.answers import Highlight
from unionarchive.search.kinds import Kind
from unionarchive.search.sources import labels
from unionarchive.search.sources.source import Source, Traits, lines_by, place_codes


class OrganisationSource(Source):
    kind = Kind.ORGANISATION
    model = Organisation
    facets = ("type", "place", "state")

    def rows(self) -> QuerySet[Any]:
        return Organisation.objects.current()

    def _read(self, refs: Collection[int]) -> list[Any]:
        columns = ("pk", "name", "pinyin", "type", "division", "state")
        return list(self.rows().filter(pk__in=refs).order_by().values(*columns))

    def _texts(self, read: list[Any]) -> dict[int, Text]:
        named = Alias.objects.filter(organisation__in=[row["pk"] for row in read])
        aliases = lines_by(named.values_list("organisation", "name"))
        return {
            row["pk"]: Text(
                row["name"],
                "",
                "\n".join(aliases.get(row["pk"], ())),
                _sounds(row["pinyin"] or spelling.sounds(row["name"]), aliases.get(row["pk"], ())),
            )
            for row in read
        }

    def _traits(self, read: list[Any]) -> Mapping[int, Traits]:
        return {
            row["pk"]: Traits(
                "", {"type": {row["type"]}, "place": place_codes(row["division"]), "state": {row["state"]}}
            )
            for row in read
        }

    def labels(self, facet: str, values: Iterable[str]) -> dict[str, str]:
        return {
            "type": lambda codes: labels.choices(OrganisationType, codes),
            "place": labels.places,
            "state": labels.states,
        }[facet](values)

    def shown(self, refs: Collection[int]) -> dict[int, Any]:
        return self.rows().select_related("division").in_bulk(list(refs))

    def highlights(
        self, row: Organisation, text: Text, title: tuple[Span, ...], body: tuple[Span, ...]
    ) -> list[Highlight]:
        return [Highlight("name", span.start, span.end) for span in title]


def _sounds(own: str, aliases: Collection[str]) -> str:
    return "\n".join([own, *map(_sound, aliases)])


@lru_cache(maxsize=20_000)
def _sound(alias: str) -> str:
    return spelling.sounds(alias)

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

    def texts(self, refs: Collection[int]) -> dict[int, Text]:
        aliases = lines_by(Alias.objects.filter(organisation__in=refs).values_list("organisation", "name"))
        rows = self.rows().filter(pk__in=refs).values_list("pk", "name", "pinyin")
        return {
            pk: Text(
                name, "", "\n".join(aliases.get(pk, ())), _sounds(pinyin or spelling.sounds(name), aliases.get(pk, ()))
            )
            for pk, name, pinyin in rows
        }

    def traits(self, refs: Collection[int]) -> Mapping[int, Traits]:
        rows = self.rows().filter(pk__in=refs).values_list("pk", "type", "division", "state")
        return {
            pk: Traits("", {"type": {type_}, "place": place_codes(division), "state": {state}})
            for pk, type_, division, state in rows
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

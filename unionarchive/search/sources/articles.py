"""Articles: headline, lines around it, authors, body."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from articles.choices import ArticleForm
from articles.models import Article, Contributor
from organisations.models import Mention
from unionarchive.common.search.tokens import Text
from unionarchive.common.spans import Span
from unionarchive.search.answers import Highlight
from unionarchive.search.kinds import Kind
from unionarchive.search.sources import labels
from unionarchive.search.sources.source import Source, Traits, lines_by, place_codes


class ArticleSource(Source):
    kind = Kind.ARTICLE
    model = Article
    facets = ("publication", "year", "place", "organisation", "form", "state")

    def texts(self, refs: Collection[int]) -> dict[int, Text]:
        names = lines_by(
            Contributor.objects.filter(article__in=refs).order_by("position", "pk").values_list("article", "name")
        )
        rows = Article.objects.filter(pk__in=refs).values_list("pk", "headline", "body", "kicker", "subhead")
        return {
            pk: Text(headline, body, "\n".join(names.get(pk, ())), f"{kicker}\n{subhead}".strip())
            for pk, headline, body, kicker, subhead in rows
        }

    def traits(self, refs: Collection[int]) -> Mapping[int, Traits]:
        rows = Article.objects.filter(pk__in=refs).values_list(
            "pk", "publication", "sort_date", "home_division", "form", "state"
        )
        traits = {
            pk: Traits(
                date,
                {
                    "publication": {str(publication)} if publication else set(),
                    "year": {date[:4]} if date else set(),
                    "place": place_codes(division),
                    "organisation": set(),
                    "form": {form},
                    "state": {state},
                },
            )
            for pk, publication, date, division, form, state in rows
        }
        mentions = Mention.objects.not_rejected().filter(article__in=refs, organisation__isnull=False).order_by()
        named = mentions.values_list("article", "organisation", "organisation__division").distinct()
        for article, organisation, division in named:
            traits[article].values["organisation"].add(str(organisation))
            traits[article].values["place"].update(place_codes(division))
        return traits

    def labels(self, facet: str, values: Iterable[str]) -> dict[str, str]:
        return {
            "publication": labels.publications,
            "year": labels.years,
            "place": labels.places,
            "organisation": labels.organisations,
            "form": lambda codes: labels.choices(ArticleForm, codes),
            "state": labels.states,
        }[facet](values)

    def shown(self, refs: Collection[int]) -> dict[int, Any]:
        return Article.objects.select_related("publication").in_bulk(list(refs))

    def highlights(self, row: Article, text: Text, title: tuple[Span, ...], body: tuple[Span, ...]) -> list[Highlight]:
        found = [Highlight("headline", span.start, span.end) for span in title]
        return found + [Highlight("body", span.start, span.end) for span in body]

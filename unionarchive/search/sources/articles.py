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

_COLUMNS = ("pk", "headline", "body", "kicker", "subhead", "publication", "sort_date", "home_division", "form", "state")


class ArticleSource(Source):
    kind = Kind.ARTICLE
    model = Article
    facets = ("publication", "year", "place", "organisation", "form", "state")

    def _read(self, refs: Collection[int]) -> list[Any]:
        return list(Article.objects.filter(pk__in=refs).order_by().values(*_COLUMNS))

    def _texts(self, read: list[Any]) -> dict[int, Text]:
        made_by = Contributor.objects.filter(article__in=[row["pk"] for row in read]).order_by("position", "pk")
        names = lines_by(made_by.values_list("article", "name"))
        return {
            row["pk"]: Text(
                row["headline"],
                row["body"],
                "\n".join(names.get(row["pk"], ())),
                "\n".join([row["kicker"], row["subhead"]]).strip(),
            )
            for row in read
        }

    def _traits(self, read: list[Any]) -> Mapping[int, Traits]:
        traits = {
            row["pk"]: Traits(
                row["sort_date"],
                {
                    "publication": {str(row["publication"])} if row["publication"] else set(),
                    "year": {row["sort_date"][:4]} if row["sort_date"] else set(),
                    "place": place_codes(row["home_division"]),
                    "organisation": set(),
                    "form": {row["form"]},
                    "state": {row["state"]},
                },
            )
            for row in read
        }
        mentions = (
            Mention.objects.not_rejected().filter(article__in=traits.keys(), organisation__isnull=False).order_by()
        )
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

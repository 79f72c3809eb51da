"""The order in which facts are read: organisations, then measures and aid, which stand on them.

Takes the articles that the first half of the reader put together; see docs/reading.md.
"""

from __future__ import annotations

from seeds.reading.drafts import Context, Facts, Pages
from seeds.reading.facts.aid import disbursements_of
from seeds.reading.facts.measures import measures_of
from seeds.reading.facts.oddities import oddities_of
from seeds.reading.facts.organisations import find_organisations
from seeds.reading.facts.telling import Telling
from seeds.reading.facts.texts import article_texts


def read_facts(pages: Pages, context: Context, *, source: str | None = None) -> Facts:
    """The organisations, mentions, measures and disbursements of ``pages``, each with its place in an article.

    ``source`` is the raw text that ``pages`` were made of: with it the problems know their lines.
    """
    texts = tuple(article_texts(pages))
    found = find_organisations(pages, context, texts)
    telling = Telling(pages, found, context, texts)
    return Facts(
        found.home_place,
        found.organisations,
        found.mentions,
        measures_of(telling),
        disbursements_of(telling),
        oddities_of(telling, pages, source),
    )

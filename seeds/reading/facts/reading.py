"""The order in which facts are read: organisations, then measures and aid, which stand on them.

Takes the articles that the first half of the reader put together; see docs/reading.md.
"""

from __future__ import annotations

from seeds.reading.drafts import Context, Facts, Pages
from seeds.reading.facts.aid import find_disbursements
from seeds.reading.facts.measures import find_measures
from seeds.reading.facts.organisations import find_organisations


def read_facts(pages: Pages, context: Context) -> Facts:
    """The organisations, mentions, measures and disbursements of ``pages``, each with its place in an article."""
    found = find_organisations(pages, context)
    return Facts(
        found.home_place,
        found.organisations,
        found.mentions,
        find_measures(pages, found, context),
        find_disbursements(pages, found, context),
    )

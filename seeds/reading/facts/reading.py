"""The order in which facts are read: places, organisations, then measures and aid.

Takes the articles that the first half of the reader put together; see docs/reading.md.
"""

from __future__ import annotations

from seeds.reading.drafts import Context, Facts, Pages


def read_facts(pages: Pages, context: Context) -> Facts:
    """The organisations, mentions, measures and disbursements of ``pages``, each with its place in an article."""
    return Facts(context.home_place, (), (), (), ())

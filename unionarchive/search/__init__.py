"""Search over everything in the archive: what the site, the API, the desk and the feeds ask.

``search`` finds, ``marks`` shows what was sought, ``suggest`` completes, ``related`` goes on from an article. The
engines are in ``unionarchive.common.search``; here are the apps' rows: what is searched of each, and who may see it.
"""

from unionarchive.search.answers import Answer, Facet, FacetValue, Filters, Group, Highlight, Hit, Order, Understood
from unionarchive.search.asking import marks, search
from unionarchive.search.kinds import Kind
from unionarchive.search.related import related
from unionarchive.search.suggesting import Suggestion, suggest

__all__ = [
    "Answer",
    "Facet",
    "FacetValue",
    "Filters",
    "Group",
    "Highlight",
    "Hit",
    "Kind",
    "Order",
    "Suggestion",
    "Understood",
    "marks",
    "related",
    "search",
    "suggest",
]

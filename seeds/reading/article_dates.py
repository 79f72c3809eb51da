"""The day that an article's events are dated, from its dated lede."""

from __future__ import annotations

import re

from seeds.reading.drafts import DatedDraft
from unionarchive.common.partial_dates import PartialDate

_DAY = re.compile(r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日")


def date_of(body: str, published: PartialDate | None) -> DatedDraft | None:
    """The date in the first sentences of ``body``, its year from ``published``; None where none is stated."""
    found = _DAY.search(body[:120])
    if not found:
        return None
    year = int(found["year"]) if found["year"] else published.year if published else None
    if year is None:
        return None
    try:
        return DatedDraft(PartialDate(year, int(found["month"]), int(found["day"])), "stated")
    except ValueError:
        return None

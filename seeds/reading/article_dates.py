"""The day that an article's events are dated: that of its dated lede, by the calendar of the issue."""

from __future__ import annotations

from seeds.reading.drafts import DatedDraft
from seeds.reading.facts.dates import find_dates
from seeds.reading.facts.years import Calendar
from seeds.reading.folding import fold

_LEDE = 90  # characters: a day named later is that of something else


def date_of(body: str, form: str, calendar: Calendar) -> DatedDraft | None:
    """The first whole day that the first sentences of ``body`` name; None for a feature, which covers several."""
    if form in ("feature", "policy"):
        return None
    lede = fold(body[: _LEDE * 2]).text[:_LEDE]
    return next(
        (
            found.dated
            for found in find_dates(lede, calendar, calendar.published)
            if found.dated is not None and found.dated.date.day is not None
        ),
        None,
    )

"""Which year a page speaks of when it prints days without one.

In this order: the day it was published, the newest year it states, the newest event or term it names
(``words/dated_events.toml``). No clock: the same page gives the same year for ever.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from seeds.reading.drafts import Context, Pages
from seeds.reading.facts.lexicon import leading, words
from unionarchive.common.partial_dates import PartialDate

_EVENTS = {word: event["since"] for event in words("dated_events")["event"] for word in event["words"]}
_EVENT = re.compile(leading(_EVENTS))
# 到2025年底 and 2021-2025年 are plans.
_YEAR = re.compile(r"((?:19[4-9]|20[0-4])\d)(?<![\d\-—至]\d{4})年(?!代|前|底|末)")


@dataclass(frozen=True, slots=True)
class Calendar:
    """``published`` where known, else the first month the page can be from, None when nothing on it tells."""

    published: PartialDate | None
    earliest: PartialDate | None

    def year_of(self, month: int, day: int | None = None) -> int | None:
        """The year of that month (and day) as the page means it; None when the page does not tell.

        Papers report what was: with the day of publication known, a date more than a month after it is of last year.
        """
        if self.published:
            year, limit = self.published.year, (self.published.month or 12) + 1
            return year - 1 if month > limit else year
        if self.earliest:
            return self.earliest.year + (month < (self.earliest.month or 1))
        return None

    @property
    def year(self) -> int | None:
        """The year that 今年 means; None when the page does not tell."""
        known = self.published or self.earliest
        return known.year if known else None


def calendar_of(pages: Pages, context: Context) -> Calendar:
    """The calendar that the days of ``pages`` are read by."""
    published = pages.published or context.published
    if published:
        return Calendar(published, None)
    return Calendar(None, _newest(tuple(part.text for article in pages.articles for part in article.parts)))


@lru_cache(maxsize=1)  # both halves of the reader ask for it
def _newest(texts: tuple[str, ...]) -> PartialDate | None:
    """The newest year or event that ``texts`` name, None when they name none."""
    stated = [PartialDate(int(year)) for text in texts for year in _YEAR.findall(text)]
    named = [PartialDate.parse(_EVENTS[word]) for text in texts for word in _EVENT.findall(text)]
    return max([*stated, *named], key=lambda date: (date.year, date.month or 0), default=None)

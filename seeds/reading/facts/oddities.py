"""What looks like a sum or a day and cannot be one, as problems for a person to look at."""

from __future__ import annotations

from collections.abc import Iterator

from seeds.reading.drafts import Pages
from seeds.reading.facts.telling import Telling, ToldText
from seeds.reading.problems import Problem

_MOST = 50  # problems of one kind in one text: a page of garbage is said to be one, not listed


def oddities_of(telling: Telling, pages: Pages, source: str | None) -> tuple[Problem, ...]:
    """The sums and days of the page told that were seen and not read, in order.

    Each with its line in ``source``, the raw text that ``pages`` were made of; without one no line is known.
    """
    return tuple(problem for texts in telling.articles for told in texts for problem in _in(told, pages, source))


def _in(told: ToldText, pages: Pages, source: str | None) -> Iterator[Problem]:
    if "元" in told.text:
        _, unread = told.sums
        for odd in unread[:_MOST]:
            if odd.reason != "foreign currency":
                line = _line(told, odd.start, odd.end, pages, source)
                yield Problem("unreadable_amount", repr(odd.words), "a sum in yuan of a size that is given", line)
    for date in told.odd_dates[:_MOST]:
        line = _line(told, date.start, date.end, pages, source)
        yield Problem("impossible_date", repr(date.words), "a day that the calendar has", line)


def _line(told: ToldText, start: int, end: int, pages: Pages, source: str | None) -> int | None:
    """The line of ``source``, counted from 1, on which the words at ``start`` of the folded text begin."""
    place = told.words.place(start, end)
    part = pages.articles[place.article].part(place.part)
    spans = part.offsets.source_spans(place.span) if part else ()
    return source.count("\n", 0, spans[0].start) + 1 if source is not None and spans else None

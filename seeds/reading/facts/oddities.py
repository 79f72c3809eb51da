"""What looks like a sum or a day and cannot be one, as problems for a person to look at."""

from __future__ import annotations

from collections.abc import Iterator

from seeds.reading.facts.amounts import find_amounts
from seeds.reading.facts.telling import Telling
from seeds.reading.problems import Problem

_MOST = 50  # problems of one kind in one text: a page of garbage is said to be one, not listed


def oddities_of(telling: Telling) -> tuple[Problem, ...]:
    """The sums and days of the page told that were seen and not read, in order."""
    return tuple(problem for texts in telling.articles for told in texts for problem in _in(told.text, told.odd_dates))


def _in(text: str, odd_dates: tuple[str, ...]) -> Iterator[Problem]:
    if "元" in text:
        _, unread = find_amounts(text)
        for sum_words in unread[:_MOST]:
            if sum_words.reason != "foreign currency":
                yield Problem("unreadable_amount", repr(sum_words.words), "a sum in yuan of a size that is given")
    for words in odd_dates[:_MOST]:
        yield Problem("impossible_date", repr(words), "a day that the calendar has")

"""The day of what a roll of givers or a table lists: it stands once, above the rows or in the headline.

Positions are those of the folded text.
"""

from __future__ import annotations

from collections.abc import Sequence

from seeds.reading.drafts import DatedDraft
from seeds.reading.facts.dates import DateWords
from seeds.reading.facts.days import is_day_of_giving
from seeds.reading.facts.rolls import Roll
from seeds.reading.facts.telling import ToldText

_ABOVE = 90  # characters above a roll in which its day is told


def date_rolls(told: Sequence[ToldText], body: ToldText, rolls: Sequence[Roll]) -> None:
    """Gives what the ``rolls`` of the ``body`` list the day of the line above them, else of a headline of ``told``.

    A stretch of days above a roll, or a day up to which it was kept, is no day of any of its gifts.
    """
    heads = [_day_of(head.text, head.dates) for head in told if head is not body and head.dates] if rolls else []
    headed = next((day for day in heads if day and day.date.day), None)
    for roll in rolls:
        line = max(body.text.rfind(mark, 0, roll.start) for mark in "。！？") + 1
        above = [date for date in body.dates if max(line, roll.start - _ABOVE) <= date.start < roll.start]
        day = _day_of(body.text, above) if above else headed
        for gift in roll.gifts:
            if gift.date is None and gift.basis != "part":
                gift.date = day


def _day_of(text: str, dates: Sequence[DateWords]) -> DatedDraft | None:
    """The last of ``dates``, None when it ends a stretch of time or a count."""
    return None if dates[-1].limit or not is_day_of_giving(text, dates[-1]) else dates[-1].dated

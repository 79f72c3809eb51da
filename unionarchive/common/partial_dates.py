"""Dates of which only the year, or the year and month, may be known: 2020, 2020-02, 2020-02-05.

This module imports nothing of the project.
"""

from __future__ import annotations

import calendar
import datetime
import re

from unionarchive.common.values import value

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@value
class PartialDate:
    """A year from 1 to 9999, perhaps with a month, perhaps with a day.

    Raises ValueError for a month or day that the calendar does not have, and for a day without a month.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day needs a month")
        datetime.date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """The date that ``text`` writes as YYYY, YYYY-MM or YYYY-MM-DD; ValueError for anything else."""
        match = _ISO.fullmatch(text)
        if not match:
            raise ValueError(f"expected YYYY, YYYY-MM or YYYY-MM-DD, not {text!r}")
        year, month, day = (int(group) if group else None for group in match.groups())
        return cls(year or 0, month, day)

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def __lt__(self, other: PartialDate) -> bool:
        return str(self) < str(other)

    @property
    def first(self) -> datetime.date:
        """The first day it can be."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date:
        """The last day it can be."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

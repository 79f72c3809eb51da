"""Request rates as they stand in a setting. Read while the settings load: imports nothing of Django's models."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured

_SECONDS = {"s": 1, "min": 60, "hour": 3600, "day": 86400}
_RATE = re.compile(r"(\d{1,9})/([a-z]+)")


@dataclass(frozen=True, slots=True)
class Rate:
    """So many requests in so many seconds."""

    requests: int
    seconds: int

    @classmethod
    def parse(cls, text: str, *, name: str) -> Rate | None:
        """The rate that ``text`` writes as 600/min; None for ``off``; ImproperlyConfigured naming ``name`` else."""
        if text == "off":
            return None
        match = _RATE.fullmatch(text)
        seconds = _SECONDS.get(match[2]) if match else None
        if not match or not seconds or not int(match[1]):
            raise ImproperlyConfigured(
                f"{name} is {text!r}; expected a rate such as 600/min, 20/s or 5000/hour, or off"
            )
        return cls(int(match[1]), seconds)

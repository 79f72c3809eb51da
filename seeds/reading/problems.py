"""What went wrong in reading, as values: a bad line is reported and reading goes on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a person should look at.

    ``code`` is stable and in snake_case; ``line`` is the 1-based line of the document, None when it concerns the whole;
    ``found`` and ``expected`` are sentences' halves in plain English.
    """

    code: str
    found: str
    expected: str
    line: int | None = None

    def __str__(self) -> str:
        where = f"line {self.line}: " if self.line else ""
        return f"{where}{self.code}: found {self.found}; expected {self.expected}"

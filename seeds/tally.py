"""How many rows of which kind were created, updated or left alone. This module imports no Django."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

KINDS = ("documents", "articles", "organisations", "mentions", "measures", "disbursements")


@dataclass(slots=True)
class Tally:
    """Counts by kind; grows while a document is stored, and is added up over documents."""

    created: Counter[str] = field(default_factory=Counter)
    updated: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)

    @property
    def has_changes(self) -> bool:
        """True when anything was created, updated or removed."""
        return any(counts.total() for counts in (self.created, self.updated, self.removed))

    def add(self, other: Tally) -> None:
        """The counts of ``other`` are in this tally too."""
        self.created.update(other.created)
        self.updated.update(other.updated)
        self.kept.update(other.kept)
        self.removed.update(other.removed)

    def table(self) -> list[str]:
        """The counts as lines of text, a kind a line."""
        columns = (
            ("created", self.created),
            ("updated", self.updated),
            ("left alone", self.kept),
            ("removed", self.removed),
        )
        lines = [f"{'':15}" + "".join(f"{name:>12}" for name, _ in columns)]
        lines += [f"{kind:15}" + "".join(f"{counts[kind]:>12,}" for _, counts in columns) for kind in KINDS]
        return lines

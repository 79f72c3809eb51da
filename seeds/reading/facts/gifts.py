"""Statements of aid inside one sentence, before they are held against each other.

A gift is a figure (a sum, goods, people served) with the verb that governs it, who acts and who receives. What later
stages need to know of its words is kept beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from seeds.reading.drafts import DatedDraft, PartyDraft
from seeds.reading.facts.goods import Goods


@dataclass(slots=True)
class Gift:
    """One statement of aid as its sentence makes it; positions are those of the part's folded text."""

    article: int
    part: str
    start: int
    end: int
    sentence: int
    clause: int
    form: str
    status: str
    donors: tuple[PartyDraft, ...] = ()
    recipients: tuple[PartyDraft, ...] = ()
    amount: Decimal | None = None
    rate: Decimal | None = None
    rate_unit: str | None = None
    count: int | None = None
    count_unit: str | None = None
    goods: tuple[Goods, ...] = ()
    bound: str = "exact"
    basis: str = "single"
    part_of: Gift | None = None
    recurring: str | None = None
    date: DatedDraft | None = None
    day_at: int | None = None  # where its sentence names the day
    purpose: str = ""
    words: str = ""
    verb: str = ""
    is_total: bool = False
    gathers: bool = False  # what was collected from the givers told of before: 捐赠会共收到现金37.4万元
    is_drive: bool = False  # what a body's people gave together: 职工捐款12.6万元
    inherits_donors: bool = False  # the donors were not named in the gift's own sentence
    agreement: bool | None = None
    marks: set[str] = field(default_factory=set)  # how its parts were had; what confidence is counted from
    doubts: set[str] = field(default_factory=set)
    evidence: list[tuple[int, str, int, int]] = field(default_factory=list)

    @property
    def by_person(self) -> bool:
        """True when only persons give."""
        return bool(self.donors) and all(donor.kind == "person" for donor in self.donors)

    @property
    def donor_names(self) -> tuple[str, ...]:
        """The names of the donors, in the order in which they are printed."""
        return tuple(donor.name for donor in self.donors)

"""What the reading of one sentence hands on to the next."""

from __future__ import annotations

from dataclasses import dataclass, field

from seeds.reading.drafts import DatedDraft
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.receivers import Receiver


@dataclass(slots=True)
class Memory:
    """What a sentence hands on to the next: who acted, who was spoken of, whether rules are being told."""

    donors: tuple[Actor, ...] = ()
    receiver: Receiver | None = None
    person: Actor | None = None  # spoken of last
    spoken: tuple[Actor, ...] = ()  # who acted last, of whatever kind: those whom 他们 means
    listing: tuple[Actor, ...] = ()  # who gives what the items of a list tell of
    host: tuple[Actor, ...] = ()  # who acted first in the article: it holds the collection that it tells of
    home: str | None = None  # the place that the paper calls 我市
    bank: Actor | None = None  # named last
    whole: Gift | None = None  # whose shares were being told when the sentence ended
    allots: tuple[Actor, ...] = ()  # who allots what a list below the sentence before tells
    ruled: bool = False
    roll: bool = False  # the article lists who gave what, a row each, without verbs
    deeds: bool = False  # the article lists what was done; its numbered items are no rules
    rules_only: bool = False  # the whole article tells what rules promise
    default_basis: str = "single"
    default_date: DatedDraft | None = None
    gifts: list[Gift] = field(default_factory=list)

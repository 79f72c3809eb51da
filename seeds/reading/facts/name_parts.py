"""The parts of an organisation's name as it stands in a text: values without rules.

Imports places and the vocabulary's values.
"""

from __future__ import annotations

from seeds.reading.facts.places import PlaceWord
from seeds.reading.vocabulary import Unit
from unionarchive.common.values import value

DEEPEST = 6  # names inside names; no newspaper goes further
FIRM = Unit("", "", "known", "enterprise", "grassroots", "none")  # an enterprise known by a bare name


@value
class LevelWord:
    """市, 省, 该县: a division by its level only. ``determiner`` is 该, 本, 我 or empty."""

    start: int
    end: int
    word: str
    determiner: str


@value
class Pointer:
    """该公司, 局, 这个厂: an organisation named before. ``determiner`` is empty for the bare word."""

    start: int
    end: int
    word: str
    determiner: str


@value
class Name:
    """A name as it stands: what it begins with, its own words (``core``) and its unit.

    ``within`` is the organisation printed directly before a name that is whole by itself (成都铁路局广元车务段);
    ``quoted`` says that the whole stands between quotation marks (“冉姐面庄”),
    ``founded`` that a word of founding stands before it (组建心理援助团).
    """

    start: int
    end: int
    base: Name | PlaceWord | LevelWord | Pointer | None
    core: str
    unit: Unit
    within: Name | None = None
    quoted: bool = False
    founded: bool = False

    @property
    def depth(self) -> int:
        """How many names stand inside one another in this one; counting ends behind ``DEEPEST``."""
        found, name = 1, self
        while isinstance(name.base, Name) and found <= DEEPEST:
            found, name = found + 1, name.base
        return found

    @property
    def ground(self) -> str:
        """What the name stands on: "listed" (a name of the vocabulary), "stated" (a printed place), "level" (a level
        word), "pointed" (该公司) or "own" (words of its own).
        """
        name = self
        while isinstance(name.base, Name):
            name = name.base
        if isinstance(name.base, PlaceWord):
            return "stated"
        if isinstance(name.base, LevelWord):
            return "level"
        if isinstance(name.base, Pointer):
            return "pointed"
        return "listed" if name.unit.base == "none" else "own"

    @property
    def is_pointer(self) -> bool:
        """True for 该公司, 厂: a word that only points at an organisation."""
        return isinstance(self.base, Pointer) and not self.core and self.base.end == self.end


def ending(text: str, at: int, words: tuple[str, ...]) -> str:
    """The first of ``words`` that ends at ``at``, "" when none does, as mostly."""
    return next(word for word in words if text.endswith(word, 0, at)) if text.endswith(words, 0, at) else ""


def beginning(text: str, words: tuple[str, ...]) -> str:
    """The first of ``words`` that ``text`` begins with, "" when there is none."""
    return next(word for word in words if text.startswith(word)) if text.startswith(words) else ""


def is_han(character: str) -> bool:
    """True for a character that a Chinese name is written with."""
    return "一" <= character <= "鿿" or character == "〇"

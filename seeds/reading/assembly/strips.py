"""What the assembly puts together: strips of a page, each one thing that was never cut."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from seeds.reading.drafts import ContributorDraft, Role
from unionarchive.common.values import value


class Kind(Enum):
    """What a strip is by its own looks, before its neighbours are asked."""

    TEXT = "text"
    HEADING = "heading"  # a headline, kicker, subhead, cross-head or section label
    BYLINE = "byline"
    IMAGE = "image"
    FURNITURE = "furniture"


class Start(Enum):
    """How a strip begins."""

    SURE = "sure"  # 本报讯, （上接第一版）: an article begins here
    FRESH = "fresh"  # a sentence begins here
    FOLLOWS = "follows"  # a sentence begins here that goes on telling: 该局, 据悉, 此外
    QUOTE = "quote"
    NUMBER = "number"
    LIST = "list"  # an item of a list
    UNKNOWN = "unknown"
    MIDDLE = "middle"  # a sentence goes on here


class End(Enum):
    """How a strip ends."""

    SIGNED = "signed"  # an article ends here: a signature, （下转第三版）
    CLOSED = "closed"  # a sentence ends here
    COMMA = "comma"  # cut inside a sentence, between two of its parts
    OPEN = "open"  # cut inside a sentence

    @property
    def cut(self) -> bool:
        """True when the sentence goes on elsewhere."""
        return self in (End.COMMA, End.OPEN)


@value
class Strip:
    """Lines that stand together. ``lines`` are 1-based numbers; ``text`` is what they say, without mark-up.

    ``level`` counts the marks of a Markdown heading (0 for none, 7 for a line in bold alone). ``gap`` is the number of
    blank lines before it. ``width`` is the usual width of its full lines in half characters, 0 when it is not wrapped.
    ``contributors`` are those of a byline strip, or of a signature at the end. ``full`` says that it ends with a
    sentence at the edge of its column, so that whether a paragraph ends there is not seen.
    """

    index: int
    kind: Kind
    lines: tuple[int, ...]
    text: str
    reason: str
    role: Role = Role.BODY
    start: Start = Start.UNKNOWN
    end: End = End.CLOSED
    level: int = 0
    gap: int = 0
    width: float = 0.0
    contributors: tuple[ContributorDraft, ...] = ()
    lead: int = 0  # characters of a headline that the first line begins with, set in bold
    full: bool = False
    unsure: bool = False  # a heading that may be the last line of a column

    def at(self, index: int) -> Strip:
        """This strip under another index."""
        return self if index == self.index else replace(self, index=index)

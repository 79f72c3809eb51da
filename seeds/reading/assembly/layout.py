"""What a page's layout says of each strip: what stands above and below it, whether it heads, signs or labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np

from seeds.reading.assembly.cuts import spans_word
from seeds.reading.assembly.references import names_of, refers_to
from seeds.reading.assembly.strips import End, Kind, Start, Strip
from seeds.reading.assembly.table import Ints
from seeds.reading.drafts import Role
from seeds.reading.furniture import is_label, is_spaced_title
from seeds.reading.shapes import DAY_HEAD

_DASHED = re.compile(r"[—―─]{1,4}\s*\S")
LEAD_LABEL = re.compile(
    r"^(?:核心(?:阅读|提示)|阅读(?:提示|导引)|导读|要点(?:速览|提示)|内容(?:提要|提示)|提要|编者按|新闻(?:提示|背景))$"
)
_NOTE = re.compile(r"[（(][^（）()]{6,50}[）)]")  # under a title: who received what a list tells of, and when
_NAMED = re.compile(r"[（(][^（）()]{0,12}(?:记者|通讯员)")


class Layout:
    """Facts about the strips of one page, each list by the strip's index."""

    def __init__(self, strips: Sequence[Strip]) -> None:
        """Look at ``strips`` once."""
        self.strips = strips
        heading = [strip.kind is Kind.HEADING for strip in strips]
        self.label = [heads and self._labels(strip) for heads, strip in zip(heading, strips, strict=True)]
        self.lead_label = [
            heads and bool(LEAD_LABEL.match(strip.text)) for heads, strip in zip(heading, strips, strict=True)
        ]
        self.dashed = [heads and bool(_DASHED.match(strip.text)) for heads, strip in zip(heading, strips, strict=True)]
        self.day = [
            heads and bool(DAY_HEAD.fullmatch(strip.text)) for heads, strip in zip(heading, strips, strict=True)
        ]
        self.heads = [self._heads_above(strip) for strip in strips]
        self.after_head = [self._after_head(strip) for strip in strips]
        self.inside_run = [
            bool(strip.gap == 0 and strip.index and strips[strip.index - 1].kind is Kind.TEXT) for strip in strips
        ]
        self.led = [strip.kind is Kind.TEXT and self._led(strip) for strip in strips]
        self.under_label = [strip.start is Start.LIST and self._under_label(strip) for strip in strips]
        self.named = [
            strip.kind is Kind.BYLINE or (strip.start is Start.SURE and bool(_NAMED.search(strip.text[:60])))
            for strip in strips
        ]
        self.signed = [strip.kind is Kind.BYLINE or bool(strip.contributors) for strip in strips]
        self.refers = np.array(
            [refers_to(strip.text) if strip.kind is Kind.TEXT else 0 for strip in strips], dtype=np.int64
        )
        self.quotes = [strip.text.count("“") - strip.text.count("”") for strip in strips]
        self._look_over()

    @cached_property
    def names(self) -> Ints:
        """What kinds of bodies each strip names; few pages refer to any."""
        return np.array([names_of(strip.text) for strip in self.strips], dtype=np.int64)

    def _look_over(self) -> None:
        """What the page has as a whole."""
        strips = self.strips
        last_text = max((strip.index for strip in strips if strip.kind is Kind.TEXT), default=0)
        self.tail = [strip.index > last_text for strip in strips]
        first_text = next((strip.index for strip in strips if strip.kind is Kind.TEXT), len(strips))
        self.under = [self._under(strip) for strip in strips]
        self.top = [strip.index < first_text for strip in strips]
        texts = [(a, b) for a, b in pairwise(strips) if a.kind is Kind.TEXT and b.kind is Kind.TEXT]
        gaps = [b.gap for a, b in texts if a.end is End.CLOSED and b.start is not Start.SURE]
        self.dense = sum(1 for gap in gaps if gap == 0) / (len(gaps) + 1)
        cuts = [spans_word(a.text, b.text) for a, b in texts if a.end is End.OPEN and b.gap]
        self.broken = (sum(cuts) + 0.5) / (len(cuts) + 1)
        self.mixed = self._homeless()
        self.open = sum(1 for strip in strips[1:] if strip.gap) / len(strips) if strips else 0.0
        gaps = [
            b.gap
            for a, b in pairwise(strips)
            if a.kind is b.kind is Kind.HEADING and not self.label[a.index] and not self.label[b.index]
        ]
        self.heads_apart = sum(1 for gap in gaps if gap) / (len(gaps) + 1)
        self.heads_touch = sum(1 for gap in gaps if not gap) / (len(gaps) + 1)

    def _homeless(self) -> float:
        """The share of the page's heads that stand over no text: its columns are laid into each other."""
        homeless = housed = 0
        for above, below in pairwise([*self.strips, None]):
            if above is None or above.kind is not Kind.HEADING or above.unsure or self.label[above.index]:
                continue
            if below is not None and below.kind in (Kind.HEADING, Kind.BYLINE) and not below.unsure:
                continue
            over = below is not None and below.kind is Kind.TEXT and below.start is not Start.MIDDLE
            housed, homeless = housed + over, homeless + (not over)
        return homeless / (homeless + housed + 1)

    def below(self, strip: Strip) -> Strip | None:
        """The strip right below, None at the end."""
        return self.strips[strip.index + 1] if strip.index + 1 < len(self.strips) else None

    def above(self, strip: Strip) -> Strip | None:
        """The strip right above, None at the top."""
        return self.strips[strip.index - 1] if strip.index else None

    def after_break(self, strip: Strip) -> bool:
        """True when a line of the page's staff or a rule stands right above ``strip``: something ended there."""
        above = self.above(strip)
        return above is not None and above.kind is Kind.FURNITURE and above.role is Role.OTHER

    def before_break(self, strip: Strip) -> bool:
        """True when such a line stands right below."""
        below = self.below(strip)
        return below is not None and below.kind is Kind.FURNITURE and below.role is Role.OTHER

    def _labels(self, strip: Strip) -> bool:
        """True for the name of a section; one that touches a list below is the list's headline."""
        below = self.below(strip)
        listed = below is not None and below.gap == 0 and below.kind is Kind.TEXT and below.start is Start.LIST
        noted = below is not None and below.kind is Kind.TEXT and bool(_NOTE.fullmatch(below.text[:60]))
        return (
            is_label(strip.text)
            and not listed
            and not noted
            and not (is_spaced_title(strip.text) and self._pictured(strip))
        )

    def _under(self, strip: Strip) -> int:
        """Where the text begins that a heading touches from below, with nothing below the heading; -1 for no such."""
        below = self.below(strip)
        if strip.kind is not Kind.HEADING or strip.gap or (below is not None and below.gap == 0):
            return -1
        at = strip.index
        while at and self.strips[at].gap == 0 and self.strips[at - 1].kind in (Kind.TEXT, Kind.BYLINE):
            at -= 1
        first = self.strips[at]
        whole = first.start not in (Start.MIDDLE, Start.FOLLOWS) and not self.strips[strip.index - 1].end.cut
        return at if at < strip.index and first.gap and whole else -1

    def _pictured(self, strip: Strip) -> bool:
        """True when the caption of a picture, signed by its photographer, touches ``strip``."""
        above, below = self.above(strip), self.below(strip)
        near = [other for other, gap in ((above, strip.gap), (below, below.gap if below else 0)) if other and gap == 0]
        return any(
            other.kind is Kind.TEXT and {person.role for person in other.contributors} == {"摄影"} for other in near
        )

    def _after_head(self, strip: Strip) -> bool:
        """True when a heading or byline stands right above ``strip``."""
        above = self.above(strip)
        if above is None or above.kind not in (Kind.HEADING, Kind.BYLINE) or above.unsure:
            return False
        return above.kind is Kind.BYLINE or not self.label[above.index]

    def _heads_above(self, strip: Strip) -> tuple[int, ...]:
        """The headings that stand right above a heading or byline, itself included: one head, as the page sets it."""
        if strip.kind not in (Kind.HEADING, Kind.BYLINE):
            return ()
        found = [strip.index] if strip.kind is Kind.HEADING else []
        for index in range(strip.index - 1, max(strip.index - 4, -1), -1):
            above, below = self.strips[index], self.strips[index + 1]
            if above.kind is Kind.BYLINE and below.kind is Kind.BYLINE:
                continue
            if above.kind is not Kind.HEADING or not (below.kind is Kind.BYLINE or self.dashed[index + 1]):
                break
            found.append(index)
        return tuple(found)

    def _led(self, strip: Strip) -> bool:
        """True when ``strip`` belongs to what a label like 核心阅读 stands over."""
        for index in range(strip.index - 1, max(strip.index - 9, -1), -1):
            above = self.strips[index]
            if above.kind is Kind.HEADING:
                return self.lead_label[index]
            if above.kind is not Kind.TEXT or above.start is Start.SURE:
                return False
        return False

    def _under_label(self, strip: Strip) -> bool:
        """True when ``strip`` is a whole item of a list right under the name of a section, not under a headline."""
        if not strip.text.endswith("。"):
            return False
        for index in range(strip.index - 1, max(strip.index - 13, -1), -1):
            above = self.strips[index]
            if above.kind is Kind.HEADING:
                return self.label[index]
            if above.start is not Start.LIST:
                return False
        return False

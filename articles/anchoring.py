"""Where words stand after a text was corrected. Pure: two texts in, positions out; imports no app and no Django.

Paragraphs that stand once in both texts are tied first, wherever they moved to; what lies between is compared
character by character. Words are followed, never searched for: the same words elsewhere are other words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from unionarchive.common.spans import Span

_LEAST_TIED = 8  # characters of a paragraph that is itself alone; a shorter one (一、) may be another one's double
_NEAR = 8  # characters on either side that say whether words still stand in their sentence
_KEPT = 0.5  # share of the characters that a changed stretch must keep to be the same stretch


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str  # with its line feed

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Anchoring:
    """The way from positions of ``old`` to positions of ``new``."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self._to: list[int | None] = [None] * len(old)  # where each character of old stands in new
        self._starts: dict[int, int] = {}  # where a replaced stretch began, and where its replacement does
        self._ends: dict[int, int] = {}
        if old == new:
            self._to = list(range(len(old)))
        else:
            self._tie()

    def carry(self, span: Span) -> Span | None:
        """Where exactly the same words of the same sentence stand now; None when they were changed or removed."""
        first = self._to[span.start]
        if first is None:
            return None
        carried = Span(first, first + len(span))
        if self._to[span.start : span.end] != list(range(carried.start, carried.end)):
            return None
        return carried if self._stands_in_its_sentence(span, carried) else None

    def carry_loosely(self, span: Span) -> Span | None:
        """Like ``carry``, but the words may have been corrected in part; None when less than half of them are left."""
        if exact := self.carry(span):
            return exact
        start, end = self._edge(span.start, self._starts), self._edge(span.end - 1, self._ends, after=True)
        if start is None or end is None or start >= end:
            return None
        kept = sum(to is not None and start <= to < end for to in self._to[span.start : span.end])
        if kept < _KEPT * max(len(span), end - start):
            return None
        carried = Span(start, end)
        return carried if self._stands_in_its_sentence(span, carried) else None

    def _edge(self, at: int, replaced: dict[int, int], *, after: bool = False) -> int | None:
        to = self._to[at]
        if to is not None:
            return to + after
        return replaced.get(at + after)

    def _stands_in_its_sentence(self, span: Span, carried: Span) -> bool:
        """True when at least half of the characters around the words came along with them."""
        near = [*range(max(span.start - _NEAR, 0), span.start), *range(span.end, min(span.end + _NEAR, len(self.old)))]
        low, high = carried.start - 2 * _NEAR, carried.end + 2 * _NEAR
        came = sum((to := self._to[at]) is not None and low <= to < high for at in near)
        return came >= _KEPT * len(near)

    def _tie(self) -> None:
        old, new = _lines(self.old), _lines(self.new)
        once_new = {text: number for number, text in enumerate(line.text for line in new)}
        counts_old, counts_new = Counter(line.text for line in old), Counter(line.text for line in new)
        tied: dict[int, int] = {}
        for number, line in enumerate(old):
            if len(line.text) > _LEAST_TIED and counts_old[line.text] == 1 == counts_new[line.text]:
                tied[number] = once_new[line.text]
                self._equal(line.start, new[tied[number]].start, len(line.text))
        for ours, theirs in _between(len(old), len(new), tied):
            self._compare(old[ours[0]].start, old[ours[1] - 1].end, new[theirs[0]].start, new[theirs[1] - 1].end)

    def _compare(self, start: int, end: int, new_start: int, new_end: int) -> None:
        old, new = self.old[start:end], self.new[new_start:new_end]
        for code, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if code == "equal":
                self._equal(start + i, new_start + j, i_end - i)
            elif code != "insert":
                self._starts[start + i] = new_start + j
                self._ends[start + i_end] = new_start + j_end

    def _equal(self, start: int, new_start: int, length: int) -> None:
        self._to[start : start + length] = range(new_start, new_start + length)


def _lines(text: str) -> list[_Line]:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(_Line(start, line + "\n"))
        start += len(line) + 1
    lines[-1] = _Line(lines[-1].start, lines[-1].text[:-1])
    return lines


def _between(old: int, new: int, tied: dict[int, int]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Runs of untied lines of the old text with the untied lines that follow the same paragraph in the new one."""
    taken = set(tied.values())
    start = 0
    while start < old:
        if start in tied:
            start += 1
            continue
        end = start
        while end < old and end not in tied:
            end += 1
        first = tied[start - 1] + 1 if start else 0
        last = first
        while last < new and last not in taken:
            last += 1
        if last == first and end < old:  # the paragraph before has moved away: look before the one that follows
            last = first = tied[end]
            while first > 0 and first - 1 not in taken:
                first -= 1
        if first < last:
            taken.update(range(first, last))
            yield (start, end), (first, last)
        start = end

"""The texts of an article as they will be stored, each with the way back to the raw text.

Hard-wrapped lines become paragraphs: nothing is invented but paragraph breaks, nothing is lost but mark-up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from seeds.reading.assembly.strips import Strip
from seeds.reading.drafts import Line, TextPart
from unionarchive.common.spans import OffsetMap, Run

_NOWHERE = range(-1, 0)  # where a character stands that has no source


class Positions:
    """Where each character of a text stands in the raw text, as stretches; -1 for a blank that joining put in."""

    def __init__(self, stretches: Iterable[range] = ()) -> None:
        """Begin with ``stretches`` side by side."""
        self.stretches = [*stretches]

    def __getitem__(self, place: int) -> int:
        """The position of the character at ``place``, from 0; IndexError beyond the last."""
        for stretch in self.stretches:
            if place < len(stretch):
                return stretch[place]
            place -= len(stretch)
        raise IndexError(place)

    def cut(self, start: int, end: int) -> Positions:
        """Those of the characters from ``start`` to ``end``, which is exclusive."""
        kept: list[range] = []
        for stretch in self.stretches:
            if start < len(stretch) and start < end and end > 0:
                kept.append(stretch[max(start, 0) : end])
            start, end = start - len(stretch), end - len(stretch)
        return Positions(kept)


def joined(lines: Sequence[str]) -> str:
    """The paragraph that ``lines`` were broken from: nothing between Chinese, a blank between words of letters."""
    text = lines[0]
    for line in lines[1:]:
        apart = text[-1:].isascii() and line[:1].isascii() and text[-1].isalpha() and line[0].isalpha()
        text += f" {line}" if apart else line
    return text


def positions_of(strip: Strip, lines: Sequence[Line]) -> Positions:
    """Where each character of ``strip.text`` stands in the raw text."""
    found: list[range] = []
    rest = strip.text
    for number in strip.lines:
        line = lines[number - 1]
        if line.span is None:
            continue
        if found and rest[:1] == " " and line.text[:1] != " ":
            found.append(_NOWHERE)
            rest = rest[1:]
        if rest.startswith(line.text):
            found.append(range(line.span.start, line.span.end))
            rest = rest[len(line.text) :]
            continue
        laid = [offset + line.span.start for offset in _without_mark_up(line.text, rest)]
        breaks = [at for at in range(1, len(laid)) if laid[at] != laid[at - 1] + 1]
        found += [range(laid[start], laid[end - 1] + 1) for start, end in pairwise((0, *breaks, len(laid))) if end]
        rest = rest[len(laid) :]
    return Positions(found)


def _without_mark_up(line: str, text: str) -> Sequence[int]:
    """Where in ``line`` the characters stand with which ``text`` begins, mark-up between them left out."""
    first = line.find(text[:1])
    behind = line[first:]
    if first >= 0 and (text.startswith(behind) or behind.startswith(text)):  # all mark-up stands in front or behind
        return range(first, first + min(len(behind), len(text)))
    found: list[int] = []
    for offset, character in enumerate(line):
        if len(found) < len(text) and character == text[len(found)]:
            found.append(offset)
    return found


def compose(name: str, paragraphs: Iterable[Sequence[tuple[str, Positions]]]) -> TextPart:
    """The part ``name``: each paragraph is put together of texts with their characters' positions."""
    texts: list[str] = []
    runs: list[Run] = []
    at = 0
    for paragraph in paragraphs:
        if texts:
            texts.append("\n")
            at += 1
        for text, positions in paragraph:
            texts.append(text)
            place = at
            for stretch in positions.stretches:
                last = runs[-1] if runs else None
                if last and last.start + last.length == place and last.source + last.length == stretch.start:
                    runs[-1] = Run(last.start, last.source, last.length + len(stretch))
                elif stretch != _NOWHERE:
                    runs.append(Run(place, stretch.start, len(stretch)))
                place += len(stretch)
            at += len(text)
    return TextPart(name, "".join(texts), OffsetMap(tuple(runs)))

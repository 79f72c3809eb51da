"""The texts of an article as they will be stored, each with the way back to the raw text.

Hard-wrapped lines become paragraphs: nothing is invented but paragraph breaks, nothing is lost but mark-up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from seeds.reading.assembly.strips import Strip
from seeds.reading.drafts import Line, TextPart
from unionarchive.common.spans import OffsetMap, Run

NOWHERE = -1  # the position of a character that has no source


def joined(lines: Sequence[str]) -> str:
    """The paragraph that ``lines`` were broken from: nothing between Chinese, a blank between words of letters."""
    text = lines[0]
    for line in lines[1:]:
        apart = text[-1:].isascii() and line[:1].isascii() and text[-1].isalpha() and line[0].isalpha()
        text += f" {line}" if apart else line
    return text


def positions_of(strip: Strip, lines: Sequence[Line]) -> list[int]:
    """Where each character of ``strip.text`` stands in the raw text; -1 for a blank that joining put in."""
    positions: list[int] = []
    rest = strip.text
    for number in strip.lines:
        line = lines[number - 1]
        if line.span is None:
            continue
        if positions and rest[:1] == " " and line.text[:1] != " ":
            positions.append(NOWHERE)
            rest = rest[1:]
        if rest.startswith(line.text):
            positions.extend(range(line.span.start, line.span.end))
            rest = rest[len(line.text) :]
            continue
        at = 0
        for offset, character in enumerate(line.text):
            if at < len(rest) and character == rest[at]:
                positions.append(line.span.start + offset)
                at += 1
        rest = rest[at:]
    return positions


def compose(name: str, paragraphs: Iterable[Sequence[tuple[str, Sequence[int]]]]) -> TextPart:
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
            for run in _runs(positions, at):
                last = runs[-1] if runs else None
                if last and last.start + last.length == run.start and last.source + last.length == run.source:
                    runs[-1] = Run(last.start, last.source, last.length + run.length)
                else:
                    runs.append(run)
            at += len(text)
    return TextPart(name, "".join(texts), OffsetMap(tuple(runs)))


def _runs(positions: Sequence[int], start: int) -> Iterable[Run]:
    begin = 0
    breaks = [at for at, (one, other) in enumerate(pairwise(positions), 1) if other - one != 1 or other <= 0]
    for at in (*breaks, len(positions)):
        if at > begin and positions[begin] != NOWHERE:
            yield Run(start + begin, positions[begin], at - begin)
        begin = at

"""Raw text to printed lines. Nothing is judged here; every later stage counts and cuts by these lines."""

from __future__ import annotations

import re

from seeds.reading.drafts import Line
from unionarchive.common.spans import Span

_OTHER_ENDS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # what Python ends lines at as well, and CR
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


def read_lines(text: str) -> tuple[Line, ...]:
    """Every line of ``text`` in order, numbered from 1; ``Line.text`` is without white space at either end.

    Lines end at LF, CR LF or CR, as people and tools number them; a form feed inside a line ends nothing. The span of a
    line covers ``Line.text``; a line of white space alone has none.
    """
    lines: list[Line] = []
    at = 0
    for number, printed in enumerate(_printed(text), 1):
        solid = printed.strip()
        if solid:
            start = at + printed.index(solid[0])
            lines.append(Line(number, Span(start, start + len(solid)), solid))
        else:
            lines.append(Line(number, None, ""))
        at += len(printed)
    return tuple(lines)


def _printed(text: str) -> list[str]:
    """The lines with their endings."""
    if any(mark in text for mark in _OTHER_ENDS):
        return _LINE.findall(text)
    return text.splitlines(keepends=True)

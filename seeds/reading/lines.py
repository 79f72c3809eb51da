"""Raw text to printed lines. Nothing is judged here; every later stage counts and cuts by these lines."""

from __future__ import annotations

import re

from seeds.reading.drafts import Line
from unionarchive.common.spans import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


def read_lines(text: str) -> tuple[Line, ...]:
    """Every line of ``text`` in order, numbered from 1; ``Line.text`` is without white space at either end.

    Lines end at LF, CR LF or CR, as people and tools number them; a form feed inside a line ends nothing. The span of a
    line covers ``Line.text``; a line of white space alone has none.
    """
    lines: list[Line] = []
    for number, printed in enumerate(_LINE.finditer(text), 1):
        solid = printed[0].strip()
        if not solid:
            lines.append(Line(number, None, ""))
            continue
        start = printed.start() + printed[0].index(solid[0])
        lines.append(Line(number, Span(start, start + len(solid)), solid))
    return tuple(lines)

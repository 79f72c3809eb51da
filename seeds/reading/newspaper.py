"""Whether a page looks like a newspaper's at all, or like a table, a poem, a contract or foreign prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seeds.reading.assembly.strips import Kind, Start, Strip
from seeds.reading.drafts import Role

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_MARKED = (Role.BANNER, Role.NAVIGATION, Role.SECTION_LABEL)


def is_newspaper(strips: Sequence[Strip]) -> bool:
    """True when the page is Chinese and bears a mark of a newspaper: 本报讯, a byline, a page head, marked headings."""
    text = "".join([strip.text for strip in strips])
    rest = _HAN.sub("", text)
    han, others = len(text) - len(rest), sum(map(str.isalpha, rest))
    if han < others or not han:
        return False
    return any(_bears_mark(strip) for strip in strips) or sum(1 for strip in strips if 0 < strip.level < 7) > 1


def _bears_mark(strip: Strip) -> bool:
    if strip.kind is Kind.FURNITURE:
        return strip.role in _MARKED
    return strip.start is Start.SURE or strip.kind is Kind.BYLINE or bool(strip.contributors)

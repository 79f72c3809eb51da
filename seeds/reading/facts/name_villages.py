"""The village or neighbourhood whose committee a text calls by no name: 杨家畈村的果库…由村委会送到.

What is only lived in is no body; whose committee acts is one. Imports the vocabulary and the names' parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seeds.reading.facts.name_parts import Name, Pointer, is_han
from seeds.reading.tokens import is_common, name_start, names_a_kind
from seeds.reading.vocabulary import UNITS, break_at, generic_at

_COMMITTEES = {"村委会": "村", "村民委员会": "村", "居委会": "社区", "居民委员会": "社区", "社区居委会": "社区"}
_HOME = re.compile("(?P<own>[一-鿿]{2,6}?)(?P<kind>村|社区)(?![一-鿿]?[委级]|[镇乡口])")
_OUTER = re.compile(".*(?:街道|[镇乡县区市])")
_LEAST, _MOST = 2, 4  # characters of the own name


def committees(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """For each committee without a name the village or neighbourhood spoken of last, as the committee's name."""
    taken = {name.start for name in names if name.unit.type == "community" and not name.is_pointer}
    met: set[int] = set()
    for name in names:
        word = name.base.word if isinstance(name.base, Pointer) else ""
        kind = _COMMITTEES.get(text[name.start : name.end])
        if kind is None or not (name.is_pointer or word == "社区"):
            continue
        home = _last(text, name.start, kind)
        if home is not None and home.start not in taken and home.start not in met:
            met.add(home.start)
            yield home


def _last(text: str, end: int, kind: str) -> Name | None:
    for match in reversed(list(_HOME.finditer(text, 0, end))):
        if match["kind"] != kind:
            continue
        outer = _OUTER.match(match["own"])
        start = match.start() + (outer.end() if outer else 0)
        for at in range(start, match.end("own") - _LEAST + 1):
            parted = not at or not is_han(text[at - 1]) or break_at(text, at) or (outer and at == start)
            own = text[at : match.end("own")]
            if parted and len(own) <= _MOST and _is_own(own, kind):
                unit = UNITS["村委会" if kind == "村" else "居委会"]
                return Name(at, match.end(), None, own + kind, unit)
    return None


def _is_own(own: str, kind: str) -> bool:
    """True for 杨家畈 (村), 柳南 (社区); not for 全 (村), 乡亲 (村)."""
    if name_start(own) or names_a_kind(own) or generic_at(own, len(own)):
        return False
    return kind == "社区" or not is_common(own)

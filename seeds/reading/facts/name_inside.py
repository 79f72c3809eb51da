"""Parts that a body's name runs on into and that no list of units has: 市总职业介绍所, 第二毛纺厂清花班, 县医院放射科.

Whatever nouns follow a body directly and end like a part are one. Imports the vocabulary, the word cutter and the
names' parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from seeds.reading.facts.name_parts import Name, Pointer, ending, is_han
from seeds.reading.tokens import cut, name_start
from seeds.reading.vocabulary import FOLLOWERS, UNITS, Unit, boundary_words, break_at

_ENDS = boundary_words("inner_ends")
_NOT_INNER = boundary_words("not_inner")
_PARTICLES = tuple(word for word in boundary_words("particles") if len(word) > 1)
_LONGEST = 11
_HOUSES = frozenset(
    (
        *(
            "territorial_union",
            "union",
            "hospital",
            "school",
            "company",
            "plant",
            "bank",
            "bureau",
            "academies",
            "mass",
        ),
        *("association", "workshop", "agency", "known", "brand"),
    )
)
_HOUSE_WORDS = ("集团公司", "总公司", "集团", "公司", "局", "厂", "矿", "段", "院", "校")
_POINTER = re.compile("|".join(_HOUSE_WORDS))
_COUNTS = frozenset("几两各多每这那哪某")
_SHOPS = frozenset(("company", "plant", "workshop"))
_SENT = frozenset("队组")
_OPENED = boundary_words("opened")  # 职业介绍所开办三年来: what is opened is a measure of its house
_PLACES = ("门", "里", "内", "外", "前", "后", "旁", "边", "楼", "窗", "墙", "院")  # 财务科门口 is where people queue


def inner_parts(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """The parts in ``text`` of the bodies among ``names`` that none of ``names`` tells of yet."""
    spans = sorted({(name.start, name.end) for name in names})
    longest: dict[int, Name] = {}
    for name in names:
        if name.end not in longest or name.start < longest[name.end].start:
            longest[name.end] = name
    houses = [(house, end) for end, house in longest.items() if house.unit.kind in _HOUSES and not house.is_pointer]
    for house, end in (*houses, *_pointers(text, spans)):
        part = _part_of(house, text, end)
        if part is not None and not _is_crossed(spans, end, part.end):
            yield part


def _pointers(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[Name, int]]:
    """局, 公司 and their like where a clause or a name begins with them and no name of ``spans`` covers them."""
    covered = {at for start, end in spans for at in range(start, end) if text[start:end] not in _HOUSE_WORDS}
    for match in _POINTER.finditer(text):
        start, end = match.span()
        parted = not start or not is_han(text[start - 1]) or break_at(text, start)
        longer = text.startswith(FOLLOWERS.get(match[0], ()), end) or text.startswith("矿工", start)
        if parted and not longer and start not in covered and (unit := UNITS.get(match[0])) is not None:
            yield Name(start, end, Pointer(start, end, match[0], ""), "", unit), end


def _part_of(house: Name, text: str, end: int) -> Name | None:
    for core, last in _ways(text, end):
        part = core + last
        stop = end + len(part)
        if part.endswith(_NOT_INNER) or (last == "班" and house.unit.kind not in _SHOPS):
            continue
        if text.startswith((*_PLACES, *_OPENED), stop) or not _is_noun(
            text, end, core, last, shop=house.unit.kind in _SHOPS
        ):
            continue
        kind = (
            "association"
            if last.endswith("会")
            else "team"
            if last in _SENT and house.unit.kind in _SHOPS
            else "workshop"
        )
        unit = Unit(last, last, kind, "other" if kind == "team" else "enterprise", "grassroots", "inner")
        return Name(house.start, stop, house.base if house.is_pointer else house, core, unit)
    return None


def _ways(text: str, end: int) -> Iterator[tuple[str, str]]:
    """The ways to read a part behind ``end``: its own words and its last."""
    for stop in range(end + 1, min(len(text), end + _LONGEST) + 1):
        if not is_han(text[stop - 1]):
            return
        last = ending(text, stop, _ENDS)
        if last and stop - len(last) - end > 1:
            yield text[end : stop - len(last)], last


def _is_noun(text: str, start: int, core: str, last: str, *, shop: bool) -> bool:
    """True when the own words hold no verb but the one that the last word needs: 物资接收 (组), 清砂 (班).

    In a ``shop`` a word of two characters for some work will do that no dictionary has.
    """
    stop = start + len(core) + len(last)
    if any(break_at(text, at, soft=False) for at in range(start + 1, start + len(core))) or core.endswith(_PARTICLES):
        return False
    if break_at(text, start + len(core), soft=False) == core or core[0] in _COUNTS:  # 得知 (工作室), 几个重要 (部)
        return False
    words = cut(text[start : stop + 2])
    ends = list(accumulate(map(len, words)))
    if len(core) + len(last) not in ends:  # 组 in 组织
        return False
    words = words[: ends.index(len(core) + len(last)) + 1]
    if not words[-1].endswith(last) or (not (shop and len(core) < 4) and any(len(word) == 1 for word in words[:-1])):
        return False
    own = words[:-1] if words[-1] == last else words
    return not name_start("".join(own[:-1]))


def _is_crossed(spans: Iterable[tuple[int, int]], house: int, end: int) -> bool:
    """True when another name lies across the end of the house's, ``house``, or of the part's, ``end``."""
    return any(start < house < stop or house <= start < end < stop for start, stop in spans)

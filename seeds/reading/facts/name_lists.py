"""Places in a list before one unit: 望江、宿松、怀宁三县总工会, 疏附县、伽师县总工会, 自治区、满洲里市两级工会.

Imports places only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.places import LEVEL_WORDS, PlaceWord, codes_of, level_of

RANKS = f"(?:{choice('bodies.ranks')})"
PLIGHT = f"(?:国家级|省级|国定|省定)?(?:{choice('bodies.plights')})"
_COUNT = re.compile(
    rf"(?:[两二三四五六七八九十](?:个|级|家)?(?:{PLIGHT})?(?:{RANKS}|自治区|省|市|县|区|旗|州|地)?|等(?:{RANKS}))$"
)
_COUNTED = re.compile(
    rf"(?:(?:[两二三四五六七八九十]个?|等)(?:{RANKS})|[两二三四五六七八九十]个?{PLIGHT}(?:{RANKS}|[县市区旗]))$"
)
_LEVEL = re.compile("(?:" + "|".join(LEVEL_WORDS) + ")$")
_LOWEST = frozenset("区县市旗")
LOOK = 40
LONGEST = 20  # places in one list; no paper prints more before one office


def counts_places(text: str, end: int) -> bool:
    """True where 四个城区, 等县区 ends: places of no one name."""
    return text[end - 1 : end] in _LOWEST and _COUNTED.search(text, max(0, end - 12), end) is not None


def listed_places(text: str, end: int, places: Mapping[int, PlaceWord]) -> Iterator[PlaceWord]:
    """The places that a list names before the unit that begins at ``end``; none when it is no list of places.

    A level word in the list (省、市、县三级) is a place word without codes, its ``surface`` the level.
    """
    count = _COUNT.search(text, max(0, end - 12), end)
    if count is None:
        return
    at = count.start()
    levels = "".join(character for character in count[0] if character in _LOWEST)
    found: list[PlaceWord] = []
    while at > max(0, end - LOOK):
        item = places.get(at)
        if item is None or (levels and not _LOWEST.isdisjoint(levels) and item.surface[-1] not in _LOWEST):
            item = _short(text, at, levels) or item
        if item is None:
            level = _LEVEL.search(text, max(0, at - 3), at)
            if level is None:
                break
            item = PlaceWord(level.start(), at, level[0], ())
        found.append(item)
        at = item.start
        if at == 0 or text[at - 1] not in "、和与":
            break
        at -= 1
    # 省、市、县三级: which county is not said.
    whole = any(item.surface in ("省", "市", "自治区") for item in found)
    if len(found) > 1:
        yield from (item for item in reversed(found) if not (whole and item.surface in ("县", "区", "旗")))


def _short(text: str, end: int, levels: str) -> PlaceWord | None:
    """秀英 in 秀英、龙华、琼山四个区: the division of that level with such a name; several of one name stay open."""
    for length in (2, 3, 4):
        name = text[max(0, end - length) : end]
        for level in levels:
            if codes := codes_of(name + level):
                return PlaceWord(end - len(name), end, name + level, codes)
    return None


def enumerated_places(text: str, base: object, places: Mapping[int, PlaceWord]) -> list[PlaceWord]:
    """The places of the same level in a list directly before ``base``: 疏附县、伽师县 before 巴楚县 (总工会).

    Only full names count (县, 市, 区, 旗), so that 武汉、定西市总工会 stays one body; a city may stand
    beside counties of its own rank (雷州市、遂溪县总工会).
    """
    found: list[PlaceWord] = []
    if not isinstance(base, PlaceWord) or base.township:
        return found
    at = base.start
    while at > 1 and len(found) < LONGEST and text[at - 1] == "、":
        item = places.get(at - 1) or _beside(text, at - 1, base)
        if item is None:
            break
        if base.surface[-1] not in _LOWEST or not (_of_one_rank(item, base) or _is_county(item)):
            break
        found.append(item)
        at = item.start
    while found and text[found[-1].end - 1] not in _LOWEST:  # a short name stands between full ones only
        found.pop()
    return found[::-1]


def _beside(text: str, end: int, base: PlaceWord) -> PlaceWord | None:
    """The county or district with the short name before ``end`` in the prefecture of ``base``: 武都 beside 成县."""
    item = _short(text, end, "县区市旗") if base.codes else None
    if item is None:
        return None
    near = {code for code in item.codes if code[:4] == base.codes[0][:4]}
    return replace(item, codes=tuple(near)) if len(near) == 1 else None


def _is_county(item: PlaceWord) -> bool:
    """True for 武都 in 文县、武都、康县总工会."""
    return len(item.codes) == 1 and not item.township and level_of(item.codes[0]) == "county"


def _of_one_rank(item: PlaceWord, base: PlaceWord) -> bool:
    if item.surface[-1] not in _LOWEST:
        return False
    if item.surface[-1] == base.surface[-1]:
        return True
    return bool(item.codes and base.codes) and level_of(item.codes[0]) == level_of(base.codes[0]) == "county"

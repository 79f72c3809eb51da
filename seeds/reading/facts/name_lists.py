"""Places in a list before one unit: 望江、宿松、怀宁三县总工会, 自治区、呼伦贝尔市、满洲里市三级工会.

Imports places only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from seeds.reading.facts.places import LEVEL_WORDS, PlaceWord

_COUNT = re.compile(r"[两二三四五六七八九十](?:个|级|家)?(?:自治区|省|市|县|区|旗|州)?$")
_LEVEL = re.compile("(?:" + "|".join(LEVEL_WORDS) + ")$")
LOOK = 40


def listed_places(text: str, end: int, places: Mapping[int, PlaceWord]) -> Iterator[PlaceWord]:
    """The places that a list names before the unit that begins at ``end``; none when it is no list of places.

    A level word in the list (省、市、县三级) is a place word without codes, its ``surface`` the level.
    """
    count = _COUNT.search(text, max(0, end - 4), end)
    if count is None:
        return
    at = count.start()
    found: list[PlaceWord] = []
    while at > max(0, end - LOOK):
        item = places.get(at)
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

"""Places and houses in a list before one unit: 望江、宿松、怀宁三县总工会, 疏附县、伽师县总工会, 沙河、石井两镇工会.

Imports places and the names' parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from seeds.reading.facts.name_parts import Name, is_han
from seeds.reading.facts.places import LEVEL_WORDS, PlaceWord, codes_of, level_of
from seeds.reading.vocabulary import break_at

_RANKS = "县市区|市县区|县（市、区）|县区|市区|县市|市县|区县|城区|旗县区|旗县"
_PLIGHT = "(?:国家级|省级|国定|省定)?(?:深度贫困|特困|贫困|重灾|受灾|灾|边境|山区|库区|牧业|产粮)"
_COUNT = re.compile(
    rf"(?:[两二三四五六七八九十](?:个|级|家)?(?:{_PLIGHT})?(?:{_RANKS}|自治区|省|市|县|区|旗|州|地)?|等(?:{_RANKS}))$"
)
_COUNTED = re.compile(
    rf"(?:(?:[两二三四五六七八九十]个?|等)(?:{_RANKS})|[两二三四五六七八九十]个?{_PLIGHT}(?:{_RANKS}|[县市区旗]))$"
)
_LEVEL = re.compile("(?:" + "|".join(LEVEL_WORDS) + ")$")
_LOWEST = frozenset("区县市旗")
_NUMERALS = "两二三四五六七八九十"
_SHARED = re.compile(
    rf"(?P<number>[{_NUMERALS}])(?:[个座家级]{_PLIGHT}?|{_PLIGHT})?(?P<level>{_RANKS}|镇|乡|街道|乡镇|矿区|[矿厂段局校]|公司|企业|单位"
    r"|医院|学校|自治区|[省市县区旗州盟地])的?$"
)
_TOWNS = ("镇", "乡", "街道")
_HOUSES = ("矿", "厂", "段", "局", "校", "公司", "企业", "单位", "医院", "学校")
LIST_ENDS = frozenset("镇乡道矿厂段局校司业位院省市县区旗州盟地的")  # the last characters of such lists
_NAMES = (2, 3, 4)  # characters in the name of a town
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


def sharing(text: str, end: int, places: Mapping[int, PlaceWord], ends: Mapping[int, Name]) -> list[PlaceWord | Name]:
    """The towns, places or houses of a list that ends at ``end`` with their number: 沙河、石井两镇, 甲矿、乙矿两座矿的.

    Empty when there is no such list or when it holds more or fewer than its number says. ``ends`` are the names found.
    """
    count = _SHARED.search(text, max(0, end - 14), end)
    if count is None:
        return []
    number = max(2, _NUMERALS.index(count["number"]) + 1)
    found: list[PlaceWord | Name] = []
    if count["level"] in _TOWNS:
        found.extend(_towns(text, count.start(), count["level"], number, places))
    elif count["level"] in _HOUSES:
        found.extend(_houses(text, count.start(), ends))
    else:
        found.extend(listed_places(text, count.end() - text.endswith("的", 0, end), places))
    return found if len(found) == number else []


def _towns(text: str, end: int, level: str, number: int, places: Mapping[int, PlaceWord]) -> list[PlaceWord]:
    """The ``number`` towns that a list ending at ``end`` names, each of them whole or without its 镇."""
    found: list[tuple[int, str]] = []
    at = end
    while at > 0 and len(found) < number:
        last = len(found) == number - 1
        start = next((s for n in _NAMES if (s := at - n) >= 0 and _opens(text, s, places, first=last)), -1)
        name = text[max(0, start) : at]
        if start < 0 or not all(map(is_han, name)):
            return []
        found.append((start, name if name.endswith(level) else name + level))
        at = start - 1
    outer = places.get(found[-1][0]) or (places.get(at) if found and text[at] == "的" else None)
    codes, front = (outer.codes, outer.surface) if outer else ((), "")
    return [PlaceWord(start, end, front + name, codes, township=name) for start, name in reversed(found)]


def _opens(text: str, start: int, places: Mapping[int, PlaceWord], *, first: bool) -> bool:
    """True where a town's name may begin: behind a comma of the list, or at the head of the whole list."""
    before = text[start - 1 : start]
    if not first:
        return before in ("、", "和", "与", "及")
    return start in places or not is_han(before or "，") or break_at(text, start) is not None


def _houses(text: str, end: int, ends: Mapping[int, Name]) -> list[Name]:
    """The bodies that a list ending at ``end`` names."""
    found: list[Name] = []
    while (name := ends.get(end)) is not None and len(found) < LONGEST:
        found.append(name)
        if not name.start or text[name.start - 1] not in "、和与及":
            break
        end = name.start - 1
    return found[::-1]


def enumerated_places(text: str, base: object, places: Mapping[int, PlaceWord]) -> list[PlaceWord]:
    """The places of the same level in a list directly before ``base``: 疏附县、伽师县 before 巴楚县 (总工会).

    Only full names count (县, 市, 区, 旗), so that 武汉、定西市总工会 stays one body; a city may stand
    beside counties of its own rank (雷州市、遂溪县总工会).
    """
    found: list[PlaceWord] = []
    if not isinstance(base, PlaceWord) or base.township:
        return found
    at = base.start
    while at > 1 and len(found) < LONGEST and text[at - 1] == "、" and (item := places.get(at - 1)) is not None:
        if base.surface[-1] not in _LOWEST or not (_of_one_rank(item, base) or _is_county(item)):
            break
        found.append(item)
        at = item.start
    while found and found[-1].surface[-1] not in _LOWEST:  # a short name stands between full ones only
        found.pop()
    return found[::-1]


def _is_county(item: PlaceWord) -> bool:
    """True for 武都 in 文县、武都、康县总工会."""
    return len(item.codes) == 1 and not item.township and level_of(item.codes[0]) == "county"


def _of_one_rank(item: PlaceWord, base: PlaceWord) -> bool:
    if item.surface[-1] not in _LOWEST:
        return False
    if item.surface[-1] == base.surface[-1]:
        return True
    return bool(item.codes and base.codes) and level_of(item.codes[0]) == level_of(base.codes[0]) == "county"

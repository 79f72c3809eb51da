"""Places in a text: which divisions a word may mean, and what the divisions above and below it are called.

Imports the divisions table of ``unionarchive.common`` and nothing else of the project.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from unionarchive.common import divisions
from unionarchive.common.division_names import former_county_names, former_names
from unionarchive.common.values import value

# Level words of an address, the longest first: 自治区 before 区.
LEVEL_WORDS = (
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "地区",
    "街道",
    "省",
    "市",
    "县",
    "区",
    "州",
    "旗",
    "盟",
    "镇",
    "乡",
)

_LEVEL_ENDS = frozenset("省市县区州旗盟")
_STREETS = (
    *("街道", "镇", "乡", "村", "路", "社区", "小区", "大街", "大道", "广场"),  # 东港街道 is not in 东港市
    *("东路", "西路", "南路", "北路", "中路", "东街", "西街", "南街", "北街", "中街", "一路", "二路", "三路", "四路"),
)
_BEFORE_PLACES = frozenset("了往到在于向给从由为至赴省市徽鞍，。；：、！？“”（）\n")  # what stands before a county
_JOINING = frozenset(
    ("和县", "和龙", "和平", "和顺", "会同县", "会同")
)  # what joins stands before a county's office oftener
_NORTH = "河北"  # a province, and the north of any river
_BANKS = ("岸", "侧", "面", "边", "区", "路", "街", "村", "屯", "社区", "坡", "沿", "大")
_PORTS = ("务集团", "务公司", "务局", "务有限", "务股份", "务工会", "务报")
TOWNSHIPS = ("街道", "镇", "乡", "街")


@value
class PlaceWord:
    """A place where it stands in a text. ``codes`` are the divisions that it may mean; ``surface`` its last name.

    A ``township`` has no code of its own: ``codes`` are those of the place printed before it, ``surface`` is all.
    """

    start: int
    end: int
    surface: str
    codes: tuple[str, ...]
    township: str = ""


@cache
def _names() -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...], AhoCorasick]:
    surfaces = {name: _meant(name, codes) for name, codes in divisions.surfaces().items()}
    for word in divisions.decoys():
        surfaces.setdefault(word, ())
    surfaces.setdefault(_NORTH, tuple(division.code for division in divisions.by_name(_NORTH + "省")))
    words = tuple(surfaces)
    return words, tuple(surfaces.values()), AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)


def _meant(name: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    # 阜新 is the city, not the county inside it: the rules for short names stand with the table.
    if len(codes) == 1:
        return codes
    meant = divisions.resolve(name)
    if isinstance(meant, divisions.Resolved):
        return (meant.division.code,)
    if isinstance(meant, divisions.Ambiguous):
        return tuple(division.code for division in meant.candidates)
    return codes


def find_places(text: str) -> list[PlaceWord]:
    """The places in ``text``, left to right; 福建省晋江市 is one place, the inner one."""
    words, codes, automaton = _names()
    found: list[PlaceWord] = []
    for index, start, end in automaton.find_matches_as_indexes(text):
        if not codes[index] or (words[index][-1] not in _LEVEL_ENDS and text.startswith(_STREETS, end)):
            continue
        if words[index][0] == "和" and (behind := _whole_behind(text, start, end)) is not None:
            found.append(behind)  # 服务社和龙岗区, not 和龙
            continue
        parted = not start or text[start - 1] in _BEFORE_PLACES or (found and found[-1].end == start)
        if words[index] in _JOINING and not parted:
            continue  # 队里和县水利局工会, 中心会同县人社局
        if _in_longer(text, words[index], start, end):
            continue
        place = PlaceWord(start, end, words[index], codes[index])
        before = found[-1] if found else None
        if before and start - before.end <= 1 and text[before.end : start] in ("", "的"):
            inner = _inside(place.codes, before.codes)
            if inner:
                found[-1] = replace(place, start=before.start if before.end == start else start, codes=inner)
                if before.end != start:
                    found.insert(-1, before)
                continue
        found.append(place)
    return found


def _in_longer(text: str, word: str, start: int, end: int) -> bool:
    """True for 丰镇 in 新丰镇, 东港 in 湛东港务, 河北 in 淮河北 and 河北岸: a short name inside other words."""
    if word == _NORTH and text.startswith(_BANKS, end):
        return True
    if text.startswith("湾", end):  # 杭州湾新区
        return len(word) == 2
    if len(word) != 2 or not start or not "一" <= text[start - 1] <= "鿿" or text[start - 1] in _BEFORE_PLACES:
        return False
    if word[-1] == "镇" or word == _NORTH:
        return True
    return word[-1] == "港" and text.startswith(_PORTS, end)


def _whole_behind(text: str, start: int, end: int) -> PlaceWord | None:
    """The division, by its full name, that begins behind 和 and reaches past a short name with that character."""
    for length in (2, 3, 4):
        name = text[start + 1 : start + 1 + length]
        if start + 1 + length > end and name[-1:] in _LEVEL_ENDS and (codes := codes_of(name)):
            return PlaceWord(start + 1, start + 1 + length, name, codes)
    return None


@cache
def _districts() -> tuple[tuple[tuple[str, ...], ...], AhoCorasick, frozenset[str]]:
    shorts: dict[str, list[str]] = {}
    for division in divisions.divisions().values():
        if division.level is divisions.Level.COUNTY and division.name.endswith("区"):
            for short in divisions.short_names(division.name, division.level):
                if len(short) > 1:
                    shorts.setdefault(short, []).append(division.code)
    known = divisions.surfaces()
    own = frozenset(codes[0] for short, codes in shorts.items() if len(codes) == 1 and short not in known)
    return tuple(map(tuple, shorts.values())), AhoCorasick(list(shorts)), own


def districts_in(text: str) -> list[str]:
    """The codes of districts that may be called by a short name in ``text`` (綦江, 朝阳); far less sure than places."""
    codes, automaton, _ = _districts()
    return [code for index, _, _ in automaton.find_matches_as_indexes(text) for code in codes[index]]


def has_own_short_name(code: str) -> bool:
    """True for a district whose short name no other place has (綦江, not 朝阳)."""
    return code in _districts()[2]


@lru_cache(maxsize=4096)
def _inside(inner: tuple[str, ...], outer: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        code for code in inner if code not in outer and any(divisions.is_within(code, above) for above in outer)
    )


@lru_cache(maxsize=4096)
def level_word(code: str) -> str:
    """The word that a paper uses for the division's level: 省, 自治区, 市, 州, 地区, 盟, 县, 区 or 旗."""
    name = divisions.divisions()[code].name
    if name.endswith(("自治区", "地区")):
        return name[-3:] if name.endswith("自治区") else "地区"
    return name[-1]


def level_of(code: str) -> str:
    """province, prefecture or county."""
    return str(divisions.divisions()[code].level)


@lru_cache(maxsize=8192)
def with_level(code: str, word: str) -> str | None:
    """The division itself or the nearest above it that a paper would call ``word`` (市, 省 …); None when none is."""
    for division in reversed(divisions.lineage(code)):
        own = level_word(division.code)
        if own == word or (word == "区" and own == "自治区") or (word == "自治区" and own == "自治区"):
            return division.code
    return None


@cache
def _former() -> frozenset[tuple[str, str]]:
    return frozenset((*former_names(), *former_county_names()))


@cache
def _whole_former() -> dict[tuple[str, str], str]:
    """The former full names of autonomous counties by their everyday name and code: 丽江纳西族自治县 for 丽江县."""
    fulls = [name for name, _ in former_names() if name.endswith(("自治县", "自治旗"))]
    return dict(zip(former_county_names(), fulls, strict=True))


@cache
def _repeated() -> frozenset[str]:
    seen: set[str] = set()
    twice: set[str] = set()
    for division in divisions.divisions().values():
        (twice if division.name in seen else seen).add(division.name)
    return frozenset(twice)


@lru_cache(maxsize=4096)
def full_name(code: str, surface: str = "") -> str:
    """The division's full name as an organisation bears it: with the city in front for a district of a municipality
    or one whose name repeats. ``surface`` is kept when it is a former full name (襄樊市, 沾益县).
    """
    division = divisions.divisions()[code]
    name = division.name
    if surface and surface != name:  # 广东省增城市 ends with what 增城区 was called
        name = next((former for former in _former_by_code().get(code, ()) if surface.endswith(former)), name)
        name = _whole_former().get((name, code), name)
    above = divisions.ancestors(code)
    if above and (name in _repeated() or (len(above) == 1 and above[0].name.endswith("市"))):
        return above[0].name + name
    return name


@cache
def _former_by_code() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for surface, code in sorted(_former()):
        found.setdefault(code, []).append(surface)
    return {code: tuple(surfaces) for code, surfaces in found.items()}


def former_name(code: str, word: str) -> str | None:
    """The former full name of the division that ends with ``word``: 监利县 of 监利市; None when it has none."""
    return next(
        (
            surface
            for surface in _former_by_code().get(code, ())
            if surface.endswith(word) and printed_level(surface, code) == word
        ),
        None,
    )


def only_former(places: Iterable[PlaceWord], home: str | None, levels: Collection[str]) -> dict[str, str]:
    """The former full names by which a document calls divisions that it never calls by the present name.

    ``levels`` are its level words: a county's paper that says 县, never 市, is of the years before that was a city.
    """
    printed = {(place.surface, place.codes[0]) for place in places if len(place.codes) == 1 and not place.township}
    found = {code: surface for surface, code in sorted(printed) if (surface, code) in _former()}
    if home and (county := former_name(home, "县")) is not None and "县" in levels and level_word(home) not in levels:
        found.setdefault(home, county)
    present = {code for surface, code in printed if surface == divisions.divisions()[code].name}
    return {code: surface for code, surface in found.items() if code not in present and surface[-1] in _LEVEL_ENDS}


@cache
def _code_of_former() -> dict[str, str]:
    return dict(sorted(_former()))


def code_of_former(name: str) -> str | None:
    """The code of the division that bore the full name ``name`` in former days."""
    return _code_of_former().get(name)


@lru_cache(maxsize=4096)
def codes_of(name: str) -> tuple[str, ...]:
    """The codes of the divisions whose present full name is ``name``."""
    return tuple(division.code for division in divisions.by_name(name))


@lru_cache(maxsize=4096)
def printed_level(surface: str, code: str) -> str:
    """The level word of the division as printed: 县 for 水城县 though it is a 区 today."""
    if (surface, code) not in _former():
        return level_word(code)
    return "地区" if surface.endswith("地区") else surface[-1]


def rank_of(code: str, surface: str) -> str:
    """``level_of`` the division as it was when it bore ``surface``: 丽江县 was a county, a city holds its ground."""
    return "county" if printed_level(surface, code) in ("县", "旗", "区") and surface else level_of(code)


def nearest(codes: tuple[str, ...], near: str | None) -> str | None:
    """The one of ``codes`` that shares the longest line with ``near``; None when none does or two do."""
    if len(codes) == 1:
        return codes[0]
    if near is None or not codes:
        return None
    line = {division.code for division in divisions.lineage(near)}
    shared = [(sum(above.code in line for above in divisions.lineage(code)), code) for code in codes]
    best = max(count for count, _ in shared)
    chosen = [code for count, code in shared if count == best]
    return chosen[0] if best and len(chosen) == 1 else None

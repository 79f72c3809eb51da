"""The reader's vocabulary: units, offices, boundaries and nationals, read once from ``words/*.toml``.

A new word needs a line in a TOML file and a row in a test, no code. Imports the word cutter only.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from seeds.reading.tokens import cut, is_word
from unionarchive.common.values import value


@value
class Unit:
    """A word that ends an organisation's name.

    ``full`` is the word of the full name; ``base`` says what may stand before it: "place" (a place or level word,
    directly), "free" (words of its own), "inner" (another organisation), "none" (it is a whole name). ``level`` is
    "place", "parent" or a level code.
    """

    word: str
    full: str
    kind: str
    type: str
    level: str
    base: str


@cache
def table(name: str) -> dict[str, Any]:
    """The tables of ``words/NAME.toml``."""
    return tomllib.loads(files("seeds.reading").joinpath(f"words/{name}.toml").read_text(encoding="utf-8"))


def _written_units() -> Iterator[Unit]:
    offices = table("offices")
    for word, full in offices["bureaus"]["words"].items():
        for ending in offices["bureaus"]["endings"]:
            yield Unit(word + ending, full + ending, "bureau", "government", "place", "place")
    for kind in ("bodies", "party", "party_schools", "mass", "academies", "cooperatives"):
        group = offices[kind]
        for word, full in group["words"].items():
            yield Unit(word, full, kind.removesuffix("_schools"), group["type"], "place", "place")
    for group in table("organisations")["units"]:
        for word in group["words"]:
            yield Unit(word, word, group["kind"], group["type"], group["level"], group["base"])
    for group in table("nationals")["nationals"]:
        kind = "brand" if group.get("brand") else "national"
        for word, full in group["names"].items():
            yield Unit(word, full, kind, group["type"], group["level"], "none")
    for word in table("boundaries")["decoys"]["words"].split():
        yield Unit(word, word, "decoy", "", "", "")


def _made_units() -> Iterator[Unit]:
    """The units that hold a level or a number, and the short ones that anything may stand before."""
    for trade in ("采煤", "掘进", "综采", "开拓"):
        for number in "一二三四五":
            yield Unit(f"{trade}{number}队", f"{trade}{number}队", "workshop", "enterprise", "grassroots", "inner")
    for number in "一二三四五六七八九十":
        for word in (
            f"作业{number}区",
            f"采油{number}区",
            f"掘进{number}区",
            f"综采{number}区",
            f"吊装{number}班",
            f"检修{number}班",
            f"运行{number}班",
            f"装卸{number}队",
            f"运输{number}队",
        ):
            yield Unit(word, word, "workshop", "enterprise", "grassroots", "inner")
    yield Unit("地委", "地区委员会", "prefecture_committee", "party", "place", "place")
    for word in ("行署", "行署办公室"):
        full = word.replace("行署", "行政公署")
        yield Unit(word, full, "prefecture_office", "government", "place", "place")
    yield Unit("总局", "总局", "bureau", "government", "place", "placed")
    for trade in ("森工", "农垦", "铁路", "民航", "矿务"):  # 省森工总工会
        yield Unit(trade + "总工会", trade + "总工会", "territorial_union", "trade_union", "place", "place")
    for word in ("直机关工会", "直属机关工会", "直机关工会工委", "直机关工会联合会"):  # 省直 names no body elsewhere
        yield Unit(word, word, "territorial_union", "trade_union", "place", "place")
    # It holds the decoy 员工会.
    yield Unit("海员工会", "海员工会", "territorial_union", "trade_union", "place", "place")
    yield Unit("局", "局", "bureau", "government", "place", "placed")
    yield Unit("厅", "厅", "bureau", "government", "place", "place")
    yield Unit("委", "委", "committee", "party", "place", "place")
    yield Unit("委员会", "委员会", "commission", "government", "place", "placed")
    for level in "省市县区州旗盟":
        yield Unit(f"团{level}委", "委员会", "league", "mass_organisation", "place", "place")
    yield Unit("总", "总工会", "territorial_union", "trade_union", "place", "place")
    for word in ("总队", "支队", "大队", "中队"):
        yield Unit(word, word, "garrison", "other", "place", "place")
    for word in _numbered_firms():
        yield Unit(word, word, "brand", "enterprise", "grassroots", "none")
    for party in ("民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟"):
        for level in ("省委", "市委", "区委", "县委", "自治区委"):
            yield Unit(party + level, party, "sister_party", "party", "place", "place")


def _numbered_firms() -> Iterator[str]:
    """中铁十二局, 中建三局, 中交二航局, 水电七局, 二十二冶: the builders of the former ministries, by their numbers."""
    small = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    numbers = [*small, *(f"十{digit}" for digit in small[:9]), "二十", *(f"二十{digit}" for digit in small[:5])]
    for number in numbers:
        yield from (f"中铁{number}局", f"水电{number}局", f"中国水电{number}局", f"中水{number}局")
        yield from (f"中国{number}冶", f"中铁{number}院")
        if len(number) > 1:
            yield f"{number}冶"
    for number in small:
        yield from (f"中建{number}局", f"中交{number}航局", f"中交{number}公局")


# The first entry of a word wins: offices before generic units.
UNITS: dict[str, Unit] = {}
for _unit in chain(_written_units(), _made_units()):
    UNITS.setdefault(_unit.word, _unit)

# Whole names of two characters (鞍钢, 同煤) stand inside other words; they are looked for apart, so that none of them
# takes a unit's first character away (贵阳煤矿).
_WORDS = tuple(word for word, unit in UNITS.items() if unit.base != "none" or len(word) > 2)
_SHORT = tuple(word for word, unit in UNITS.items() if unit.base == "none" and len(word) <= 2)
_AUTOMATON = AhoCorasick(_WORDS, matchkind=MatchKind.LeftmostLongest)
_SHORT_AUTOMATON = AhoCorasick(_SHORT, matchkind=MatchKind.LeftmostLongest)

# What may follow a unit of one or two characters only when it is no unit there (市总 + 会计师, 局 + 面).
FOLLOWERS: dict[str, tuple[str, ...]] = {
    word: tuple(follow.split()) for word, follow in table("boundaries")["followers"].items() if word != "source"
}


@value
class UnitWord:
    """A unit where it stands in a text."""

    start: int
    end: int
    unit: Unit


def unit_words(text: str) -> list[UnitWord]:
    """The units in ``text``, left to right, none overlapping, the longest at each place."""
    found = []
    for word, start, end in _matches(text):
        if UNITS[word].kind == "decoy":
            continue
        if word in ("处", "科") and not (
            text.startswith((word + "长", "长", "副" + word), end) or _NUMBERED.search(text, max(0, start - 2), start)
        ):
            continue  # too common elsewhere
        if word == "矿" and text.startswith("工", end) and not text.startswith("工会", end):
            continue  # 矿工
        follow = FOLLOWERS.get(word)
        if follow and text.startswith(follow, end):
            if word == "政府办":  # 镇政府办起夜校
                found.append(UnitWord(start, end - 1, UNITS["政府"]))
            continue
        if word[-1] == "部" and text.startswith(("门", "署", "分"), end):  # 教育部门
            continue
        found.append(UnitWord(start, end, UNITS[word]))
    return found


def _matches(text: str) -> list[tuple[str, int, int]]:
    """The units' words in ``text`` by position; a short whole name behind a Han character yields to others."""
    found = [(_WORDS[index], start, end) for index, start, end in _AUTOMATON.find_matches_as_indexes(text)]
    coming = 0
    for index, start, end in _SHORT_AUTOMATON.find_matches_as_indexes(text):
        while coming < len(found) and found[coming][2] <= start:
            coming += 1
        if coming < len(found) and found[coming][1] < end:
            inside = found[coming][1] <= start
            if inside or ("一" <= text[start - 1 : start] <= "鿿" and not break_at(text, start)):
                continue
            del found[coming]
        found.insert(coming, (_SHORT[index], start, end))
        coming += 1
    return found


def _by_last(*groups: str) -> dict[str, tuple[str, ...]]:
    """Words of the groups under their last character, the longest first."""
    by_last: dict[str, set[str]] = {}
    for group in groups:
        for word in boundary_words(group):
            by_last.setdefault(word[-1], set()).add(word)
    return {last: tuple(sorted(words, key=len, reverse=True)) for last, words in by_last.items()}


def boundary_words(group: str) -> tuple[str, ...]:
    """The words of a group of ``boundaries.toml``."""
    return tuple(table("boundaries")[group]["words"].split())


_BREAKS = _by_last("particles", "verbs")
_SOFT = _by_last("soft", "titles")
_GENERIC = _by_last("generic")
_KEPT = frozenset(boundary_words("kept"))
_NUMBERED = re.compile("[局司团院][一二三四五六七八九十]$")  # 中铁隧道局二处
_COUNTS_DAYS = frozenset("0123456789一二两三四五六七八九十几半多数整每当同昨今明次前后春夏秋冬连")
_MEASURES = frozenset(boundary_words("measures"))
_GROUNDS = frozenset("畈湾渠庄寨坪沟岭堡窝圩塘岩坝屯坡坳垸岙冲垭")  # 六家畈 is a village
_TO_PLACES = frozenset("了往到在于向给从由为至赴省市徽，。、；\n“（")
_TOWN_OF = re.compile("(?:^|[^一-鿿])[^我他她它你谁人这那也全俩们家大]都$")  # 桔都果业公司
_WEAK = frozenset("都讯后时里约可要每又处却请天随全及以经同说")  # boundaries that begin words as often as not
_JOINED = frozenset("和为向对以同经将")  # 兴和, 为民, 向阳: the dictionary tells
_LEVEL_ENDS = frozenset("省市县区州旗")
_NUMERALS = frozenset("0123456789一二两三四五六七八九十百千万几数多每各这那哪半")


def break_at(text: str, position: int, *, soft: bool = True) -> str | None:
    """The boundary word that ends at ``position`` of ``text``, None when there is none.

    A single character inside a longer word (和 in 和平) is none; with ``soft`` a word like 服务 or 职工 is one.
    """
    last = text[position - 1]
    for word in _BREAKS.get(last, ()):
        if text.endswith(word, 0, position):
            if len(word) == 1:
                return None if _in_word(text, position) else word
            return None if text[position - len(word) : position + 1] in _KEPT else word
    if soft:
        for word in _SOFT.get(last, ()):
            if text.endswith(word, 0, position):
                return word
    return None


def _in_word(text: str, position: int) -> bool:
    """True when the character before ``position`` is part of a longer word there."""
    around = text[position - 2 : position], text[position - 1 : position + 1]
    if around[1] == "和县":  # 兰考二高和县职教中心, but 在和县
        return position < 2 or text[position - 2] in _TO_PLACES
    if around[0] in _KEPT or around[1] in _KEPT:
        return True
    if text[position - 1] == "都" and _TOWN_OF.search(text, max(0, position - 3), position):
        return True
    last = text[position - 1]
    if last == "天" and text[position - 2 : position - 1] not in _COUNTS_DAYS:
        return True  # 天 counts no days in 天环公司, 楚天公司
    if last in _JOINED and (
        (is_word(around[1]) and around[1][-1] not in _LEVEL_ENDS) or (last == "和" and is_word(around[0]))
    ):
        return True
    return last in _WEAK and _covers(text, position - 1)


def _covers(text: str, at: int) -> bool:
    """True when the dictionary cuts a longer word around the character at ``at``."""
    start = max(0, at - 2)
    for token in cut(text[start : at + 4]):
        start += len(token)
        if start > at:
            return len(token) > 1
    return False


def generic_at(text: str, position: int) -> str | None:
    """The words of no particular body (各, 有关, 三家) that end at ``position``, None when there are none.

    The first of several (首批, 第三届) is particular.
    """
    last = text[position - 1]
    for word in _GENERIC.get(last, ()):
        if text.endswith(word, 0, position):
            return word
    if last in _MEASURES and position > 1 and text[position - 2] in _NUMERALS:
        if position > 2 and text[position - 3] == "第":
            return None
        counted = text[position - 2 : position]
        if (
            counted in _KEPT
            or (last == "家" and text[position : position + 1] in _GROUNDS)
            or (position < len(text) and is_word(text[position - 2 : position + 1]))
        ):  # 九州, 五台山
            return None
        if last in _LEVEL_ENDS and text[position - 2].isascii():
            return None  # a table's figure before the next row: 18.6 省邮电工会
        return text[position - 2 : position]
    return None

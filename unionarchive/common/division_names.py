"""How newspapers shorten the names of divisions, and which of the short names are safe to look for in running text.

武威市 is 武威, 临夏回族自治州 is 临夏州 or 临夏, 罗城仫佬族自治县 is 罗城县 or 罗城. What no rule gives (博州, 甘) is
listed in ``division_data/short_names.tsv``. This module imports only the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from unionarchive.common.division_table import Division, Level, rows, words

# The peoples as the names of autonomous areas write them, from the State Council's list of 55; without 族 where a
# name leaves it out (博尔塔拉蒙古自治州); 各族 as in 隆林各族自治县.
_PEOPLES = (
    "蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|"
    "傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族?|仫佬族|羌族|布朗族|撒拉族|毛南族|"
    "仡佬族|锡伯族?|阿昌族|普米族|塔吉克族?|怒族|鄂温克族|德昂族|保安族|裕固族|京族|独龙族|鄂伦春族?|赫哲族|门巴族|"
    "珞巴族|基诺族|各族"
)
_AUTONOMOUS = re.compile(rf"(?P<stem>.+?)(?:{_PEOPLES})+自治(?P<kind>[州县旗])")
_AUTONOMOUS_OF_ONE_PEOPLE = re.compile(r"(?P<stem>.+?)族?自治(?P<kind>[州县旗])")  # 东乡族自治县, 鄂伦春自治旗
_PEOPLES_DISTRICT = re.compile(rf"(?P<stem>.+?)(?:{_PEOPLES})区")  # 管城回族区
_PROVINCE = re.compile(r"(?P<stem>内蒙古|黑龙江|..)(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)")
# 左旗, 前旗 and their like are not shortened by rule: a bare 土默特左 is no name.
_ORDINARY = re.compile(r"(?P<stem>.{2,}?)(?:地区|新区|林区|特区|市|县|区|盟|(?<![左右前中后合])旗)")
_NOT_SHORTENED = re.compile(r".*矿区|(?:新|新城|城[东西南北中])区|.*自治.*")


def short_names(name: str, level: Level | None = None) -> tuple[str, ...]:
    """The short forms that the rules give for a full name, the fuller first; none of a single character.

    ``level`` tells a province from a county (吉林省); without it the name is taken as below province.
    """
    if level is Level.PROVINCE:
        found = _PROVINCE.fullmatch(name)
        return (found["stem"],) if found else ()
    # The two cheap tests spare three thousand names a long alternation.
    if "自治" in name and (found := _AUTONOMOUS.fullmatch(name) or _AUTONOMOUS_OF_ONE_PEOPLE.fullmatch(name)):
        stem = found["stem"]
        return (stem + found["kind"], stem) if len(stem) > 1 else (stem + found["kind"],)
    if name.endswith("族区") and (found := _PEOPLES_DISTRICT.fullmatch(name)):
        return (found["stem"] + "区", found["stem"])
    if _NOT_SHORTENED.fullmatch(name):
        return ()
    found = _ORDINARY.fullmatch(name)
    return (found["stem"],) if found else ()


@lru_cache(maxsize=1)
def listed_short_names() -> tuple[tuple[str, str], ...]:
    """Pairs of a short name of two characters or more and its code, for what no rule gives: (博州, 652700)."""
    return tuple((name, code) for name, code, kind in rows("short_names.tsv") if kind == "short")


@lru_cache(maxsize=1)
def abbreviations() -> tuple[tuple[str, str], ...]:
    """Pairs of a single character that stands for a province or great city and its code: (甘, 620000), (陇, 620000)."""
    return tuple((name, code) for name, code, kind in rows("short_names.tsv") if kind == "abbreviation")


@lru_cache(maxsize=1)
def former_names() -> tuple[tuple[str, str], ...]:
    """Pairs of a full name given up since 2000 and the code of the division that holds its ground: (襄樊市, 420600).

    A division that was split between several stands with the one above them.
    """
    return tuple((name, code) for name, code, _ in rows("former_names.tsv"))


@lru_cache(maxsize=1)
def former_county_names() -> tuple[tuple[str, str], ...]:
    """Pairs of a former autonomous county's everyday name and the code that stands for it: (丽江县, 530700)."""
    found = ((name, code, short_names(name)) for name, code in former_names() if name.endswith(("自治县", "自治旗")))
    return tuple((shorts[0], code) for _, code, shorts in found if shorts)


@lru_cache(maxsize=1)
def decoys() -> tuple[str, ...]:
    """Words that hold the name of a division by accident: 示范县 holds 范县, 代县长 holds 代县.

    Whoever looks for ``surfaces`` in running text looks for these beside them, longest match first, and drops them.
    """
    return words("decoys.txt")


@lru_cache(maxsize=1)
def _everyday_words() -> frozenset[str]:
    return frozenset(words("everyday_words.txt"))


def is_everyday_word(name: str) -> bool:
    """True for a division's name that more often means something else: 公安, 合作, 资源; 城区, 郊区."""
    return name in _everyday_words()


def safe_short_names(division: Division) -> Iterator[str]:
    """The short forms, by rule, that mean a place wherever they stand; none for a district (和平区, 新华区)."""
    if division.level is Level.COUNTY and division.name.endswith("区"):
        return
    yield from (
        name for name in short_names(division.name, division.level) if len(name) > 1 and not is_everyday_word(name)
    )

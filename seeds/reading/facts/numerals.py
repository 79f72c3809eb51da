"""Numbers as Chinese newspapers write them: 23.7万, 三万余, 一千三百二十, 1,200, 一吨半, 半.

Reads folded text. Imports nothing of the project.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

DIGITS = {
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "仨": 3, "俩": 2,
}  # fmt: skip
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
LARGE = {"万": 10**4, "亿": 10**8, "萬": 10**4, "億": 10**8}

HAN = "".join(DIGITS) + "".join(SMALL)
# 12 digits before the point are more than any newspaper needs and keep a run of digits from being read at length.
ARABIC = r"(?:\d{1,3}(?:[,，]\d{3}){1,3}|\d{1,12})(?:\.\d{1,6})?"
SCALE = r"(?:[十百千]?[万亿]|百|千)"
# 几十万, 数百, 十几, 300余万, 三万余, 1380余万, 近百万, 上百: a loose word may stand inside or after the number.
# 3万5千, 1亿2000万, 3万500: what stands behind a scale is added
_REST = r"(?:(?:\d{1,4}[千百万]|零\d{1,4}(?!\d)|\d{3,4}(?!\d)){1,2})"
NUMBER = (
    rf"(?:{ARABIC}[余多来几]?(?:{SCALE}{{1,2}}{_REST}?)?"
    rf"|[{HAN}几数]{{1,10}}[余多]?(?:[万亿][{HAN}]{{0,8}}[万亿]?)?)[余多来几]?"
)

_LOOSE = re.compile("[余多来几数]")
_ARABIC_PARTS = re.compile(rf"零?({ARABIC})({SCALE}{{0,2}})")
_VAGUE_ONLY = re.compile("[几数余多来半]+")


def number_of(words: str) -> Decimal | None:
    """The least number that ``words`` can mean; None when they name no definite number (几, 数百).

    300余万 is 3000000 and 十几 is 10: that they say "or somewhat more" is for ``is_loose`` to tell.
    """
    if words == "半":
        return Decimal("0.5")
    if words[:1] in ("几", "数", "") or _VAGUE_ONLY.fullmatch(words):
        return None
    solid = _LOOSE.sub("", words).replace("，", ",")
    if solid[:1].isascii():
        return _arabic(solid)
    return _han(solid)


def is_loose(words: str) -> bool:
    """True when ``words`` say "and somewhat more" themselves: 三万余, 80多, 十几."""
    return bool(_LOOSE.search(words))


def _arabic(words: str) -> Decimal | None:
    total, at, least = Decimal(0), 0, None
    while match := _ARABIC_PARTS.match(words, at):
        try:
            value = Decimal(match[1].replace(",", ""))
        except InvalidOperation:
            return None
        scale = 1
        for character in match[2]:
            scale *= SMALL.get(character) or LARGE[character]
        if least is not None and value * scale >= least:
            return None  # 3万5万 is no number
        total, at, least = total + value * scale, match.end(), scale
    return total if at == len(words) else None


def _han(words: str) -> Decimal | None:
    total = section = digit = 0
    if all(character in DIGITS for character in words) and len(words) > 1:
        return Decimal("".join(str(DIGITS[character]) for character in words))  # 二〇二〇
    scale = 1
    for character in words:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in SMALL:
            scale = SMALL[character]
            section += (digit or 1) * scale
            digit = 0
        elif character in LARGE:
            here = section + digit
            # 一亿二千万 adds its parts, 三万亿 multiplies them
            total = total + here * LARGE[character] if here else (total or 1) * LARGE[character]
            scale, section, digit = LARGE[character], 0, 0
        else:
            return None
    if digit and scale > 10 and words[-2:-1] not in ("零", "〇", "十"):
        digit *= scale // 10  # 三万五 is 35000, 一百二 is 120
    return Decimal(total + section + digit)

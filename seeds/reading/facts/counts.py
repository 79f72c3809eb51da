"""Numbers with a measure word: 237名, 8210户, 16个, 1860人次, 30余吨, 一床, 一吨半.

Reads folded text; positions are those of the folded text.
"""

from __future__ import annotations

import re
from decimal import Decimal

from seeds.reading.facts.anchored import Anchored
from seeds.reading.facts.lexicon import choice, one_of, words
from seeds.reading.facts.numerals import HAN, NUMBER, is_loose, number_of
from unionarchive.common.values import value

_UNITS = words("units")
PERSONS = frozenset(_UNITS["beneficiaries"]["persons"])
HOUSEHOLDS = frozenset(_UNITS["beneficiaries"]["households"])
BODIES = frozenset(_UNITS["beneficiaries"]["bodies"])
GOODS = frozenset(unit for group in _UNITS["goods"].values() for unit in group)

_ALL = one_of(PERSONS | HOUSEHOLDS | BODIES | GOODS)
# A Han numeral inside a word is no number: 万一, 统一, 一线, 一方面, 第一批, 十分, 三八.
_BEFORE = r"(?<![第周统同唯万专划a-zA-Z\d.])"
_BEFORE_IT = _BEFORE.replace(")", ".)")  # the same looked for behind the first character
_QUANTITY = Anchored(rf"{_BEFORE}({NUMBER}|半)({_ALL})(半)?", anchor=rf"[\d半几数{HAN}]{_BEFORE_IT}")
_NOT_A_UNIT = re.compile(
    r"一[\u4e00-\u9fff](?:不|没|接|又)|一[户人家](?=\d)|[一两三四五六七八九十]口(?:子|之家|人)|[一二两三四五六七八九十百千万]+方"
    f"|一(?:{choice('goods.no_count')}|场|个多|起|些|封信|人(?![发补]))|[一两三]次|(?:两|几)(?:个|位)?(?:多)?(?:小时|月|星期|礼拜|世纪)"
)
_TIME_AFTER = re.compile(f"(?:多|半)?(?:小时|月(?!饼)|{choice('time.lengths')})")
_OF_PLACES = frozenset(["县", "镇", "村"])
_NAMED = re.compile("[\u4e00-\u9fff](?<![和与及给向对的到了在等有达往将把由从为所全共分这那其各自这])")
_BOUNDS = (
    ("about", re.compile("(?:近|约|大约|将近|接近)$")),
    ("at_most", re.compile("(?:不超过|最多|最高)$")),
    ("at_least", re.compile("(?:超过|超|逾|不少于|不低于|至少)$")),
)
_TAKING = {
    **dict.fromkeys(("条", "艘", "只"), re.compile("[\u4e00-\u9fff]{0,4}(?:船|艇)")),
    **dict.fromkeys(("辆", "台", "部"), re.compile("[\u4e00-\u9fff]{0,6}(?:车|的士)")),
    "口": re.compile("[机水深]?井"),
    **dict.fromkeys(("间", "座", "栋"), re.compile("[\u4e00-\u9fff]{0,6}(?:宿舍|教室|铺面|商铺|大棚|校舍)")),
}
_MARKED = re.compile("(?:给|向|为|对|替)(?:了|全[县市区镇村]|首批|其中|这|当地|辖区|旗下|受灾|受损)?$")
LARGEST = Decimal(10) ** 11


@value
class Quantity:
    """``value`` in ``unit`` at ``start``–``end`` of the folded text; ``bound`` as for amounts."""

    value: Decimal
    unit: str
    bound: str
    start: int
    end: int

    @property
    def whole(self) -> int | None:
        """The value as a count, None when it is no whole number."""
        return int(self.value) if self.value == self.value.to_integral_value() else None


def counts_takers(text: str, quantity: Quantity) -> bool:
    """True when things are counted that something is given to or for: 给84条渔船, 向11口机井."""
    if quantity.unit not in _TAKING or not _TAKING[quantity.unit].match(text, quantity.end):
        return False
    return bool(_MARKED.search(text[max(0, quantity.start - 6) : quantity.start]))


def number_places(text: str, start: int, end: int) -> list[int]:
    """Where numbers with a measure word may begin in ``text[start:end]``: most stretches have no such place."""
    return _QUANTITY.places(text, start, end)


def find_quantities(text: str, start: int, end: int) -> tuple[Quantity, ...]:
    """The numbers with a measure word in ``text[start:end]``, in their order; hours, months and ordinals are none."""
    found = []
    for match in _QUANTITY.finditer(text, start, end):
        value = number_of(match[1])
        if value is None or not 0 < value < LARGEST or _NOT_A_UNIT.match(text, match.start()):
            continue
        if match[1] == "一" and text[match.start() - 1 : match.start()] in ("每", "接"):
            continue  # 每一双都…
        if (
            match[2] in _OF_PLACES
            and match[1] in HAN
            and _NAMED.search(text[max(start, match.start() - 1) : match.start()])
        ):
            continue  # 南三镇, 大兴、江桥两镇
        if match[2] == "个" and _TIME_AFTER.match(text, match.end()):
            continue
        if text[match.end() : match.end() + len(match[2])] == match[2]:
            continue  # 一盒盒
        if match[3]:
            value += Decimal("0.5")
        bound = "at_least" if is_loose(match[1]) else "exact"
        head = text[max(start, match.start() - 4) : match.start()]
        bound = next((name for name, pattern in _BOUNDS if pattern.search(head)), bound)
        found.append(Quantity(value, match[2], bound, match.start(), match.end()))
    return tuple(found)

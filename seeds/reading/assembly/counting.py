"""Numbers by which texts are known to belong together: 一是 … 二是 …, and the 七辆 of a headline that its text says."""

from __future__ import annotations

import re

_HAN = "一二三四五六七八九十"
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_SMALL = "零〇一二两"  # by themselves no number above two
_ORDINAL = re.compile(
    rf"[（(]?([{_HAN}])(?:[、是）)]|要)|第([{_HAN}])[，、,]|其([{_HAN}])[，、,是]|[（(]?(\d{{1,2}})[.．、)）]\D"
)
_LATER = re.compile(rf"([{_HAN}])(?:是|(?<=第.)[，、,]|(?<=其.)[，、,])")
_FIRSTS = {"首先": 1, "其次": 2, "再次": 3}
_NUMBER = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)([万亿]?)|([零〇一二三四五六七八九十百千万亿两]+)")


def ordinal_of(text: str) -> int:
    """The place in a count that ``text`` begins with (二、, 其二, 二是, 2.); 0 without."""
    for word, place in _FIRSTS.items():
        if text.startswith(word):
            return place
    found = _ORDINAL.match(text)
    return _place(found) if found else 0


def last_ordinal(text: str) -> int:
    """The last place in a count that ``text`` names at its beginning or inside; 0 without."""
    places = [ordinal_of(text), *(_HAN.index(word) + 1 for word in _LATER.findall(text))]
    return max([*places, *(place for word, place in _FIRSTS.items() if word in text)])


def _place(found: re.Match[str]) -> int:
    said = next(group for group in found.groups() if group)
    return int(said) if said.isascii() else _HAN.index(said) + 1


def numbers_in(text: str) -> frozenset[float]:
    """The numbers above two in ``text``, in digits or in words: 七辆 and 7辆 are one."""
    found = set()
    for digits, unit, words in set(_NUMBER.findall(text)):
        if digits:
            found.add(float(digits.replace(",", "")) * _MYRIADS.get(unit, 1))
        elif len(words) > 1 or words not in _SMALL:
            found.add(float(_spoken(words)))
    return frozenset(number for number in found if number > 2)


def _spoken(words: str) -> int:
    """The number that Chinese ``words`` say; digits side by side without a unit count as their last."""
    total = section = digit = 0
    for word in words:
        if word in _UNITS:
            section += (digit or 1) * _UNITS[word]
            digit = 0
        elif word in _MYRIADS:
            total += (section + digit) * _MYRIADS[word]
            section = digit = 0
        else:
            digit = _DIGITS[word]
    return total + section + digit

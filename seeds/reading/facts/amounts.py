"""Sums of money in a text: 23.7万元, 三万余元, 近8亿元, 500元至1500元, 5万元/户/年.

Reads folded text (``seeds.reading.folding``); positions are those of the folded text. Time is linear: the search goes
from one 元 to the next and looks back a bounded way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from seeds.reading.facts.lexicon import choice, leading, one_of, words
from seeds.reading.facts.numerals import NUMBER, is_loose, number_of
from unionarchive.common.values import value

_VOCABULARY = words("amounts")
LARGEST = Decimal(10) ** 13  # 10万亿元: more than any body gives; what is larger is a misprint
_LOOK_BACK = 32

_FOREIGN = one_of(_VOCABULARY["units"]["foreign"])
_UNIT = re.compile(
    f"(?P<foreign>{_FOREIGN})|元(?!旦|宵|月|首|素|件|老|年|气)|块钱|(?<=[万亿千百])人民币"
    f"|(?<=[万亿])(?=的?(?:{choice('money.behind_sum')}|，|。|；))"
)
_NUMBER_BEFORE = re.compile(rf"({NUMBER})$")
_BOUND_BEFORE = {
    bound: re.compile(rf"{leading(vocabulary)}[为至有到达]?$")
    for bound, vocabulary in _VOCABULARY["bounds_before"].items()
}
_BOUND_AFTER = {bound: re.compile(leading(vocabulary)) for bound, vocabulary in _VOCABULARY["bounds_after"].items()}
_PER = re.compile(r"(?:/|每)([人户名天日月年家次车]|个月)")
_LOWER = re.compile(rf"({NUMBER})(?:至|到|-|—|~)$")  # 1000至2000元
_RANGE = re.compile(r"(?:至|到|-|—|~|～)$")
_JOINED = re.compile(r"[0-9A-Za-z.]")  # a longer run of digits, or 1e30


@value
class Amount:
    """A sum in yuan at ``start``–``end`` of the folded text; ``number`` is where the figure itself begins.

    ``bound`` is exact, at_least, at_most or about. ``lower`` is the other end of a range (500元至1500元), else None.
    ``per`` are the units it is said for in its own words (5万元/户/年 has 户 and 年).
    """

    value: Decimal
    bound: str
    start: int
    number: int
    end: int
    words: str
    lower: Decimal | None = None
    per: tuple[str, ...] = ()


@value
class UnreadAmount:
    """Words that look like a sum and cannot be one: too large, or in a foreign currency."""

    start: int
    end: int
    words: str
    reason: str


def find_amounts(text: str) -> tuple[tuple[Amount, ...], tuple[UnreadAmount, ...]]:
    """The sums of ``text`` in their order, and what looks like a sum but was not read as one."""
    found: list[Amount] = []
    unread: list[UnreadAmount] = []
    for candidate in _candidates(text):
        if isinstance(candidate, UnreadAmount):
            unread.append(candidate)
            continue
        last = found[-1] if found else None
        if last and last.end <= candidate.start and _RANGE.fullmatch(text[last.end : candidate.start]):
            found[-1] = _range(text, last, candidate)
        else:
            found.append(candidate)
    return tuple(found), tuple(unread)


def _candidates(text: str) -> Iterator[Amount | UnreadAmount]:
    last = 0
    for unit in _UNIT.finditer(text):
        before = max(last, unit.start() - _LOOK_BACK)
        number = _NUMBER_BEFORE.search(text[before : unit.start()])
        if not number:
            continue
        start = before + number.start()
        value = number_of(number[1])
        last = unit.end()
        if value is None:
            continue
        printed = text[start : unit.end()]
        if unit["foreign"]:
            yield UnreadAmount(start, unit.end(), printed, "foreign currency")
        elif value > LARGEST or _JOINED.match(text, max(start - 1, 0), start):
            yield UnreadAmount(start, unit.end(), printed, "too large or broken")
        elif value > 0:
            yield _amount(text, start, unit.end(), value, loose=is_loose(number[1]))


def _amount(text: str, start: int, end: int, value: Decimal, *, loose: bool) -> Amount:
    number = start
    bound = "at_least" if loose else "exact"
    head, tail = text[max(0, start - 6) : start], text[end : end + 6]
    for name in ("at_most", "at_least", "about"):  # 不超过 holds 超过
        match = _BOUND_BEFORE[name].search(head)
        if match:
            bound = bound if loose and name == "about" else name
            start -= len(head) - match.start()
            break
    lower = _LOWER.search(text[max(0, start - 12) : start])
    per: list[str] = []
    match = _PER.match(text, end)
    while match:
        per.append(match[1])
        end = match.end()
        match = _PER.match(text, end)
    for name, pattern in _BOUND_AFTER.items():
        if bound == "exact" and pattern.match(tail):
            bound = name
    if lower and (least := number_of(lower[1])):
        return Amount(value, "at_most", start, number, end, text[number:end], least, tuple(per))
    return Amount(value, bound, start, number, end, text[number:end], per=tuple(per))


def _range(text: str, low: Amount, high: Amount) -> Amount:
    return Amount(
        high.value, "at_most", low.start, low.number, high.end, text[low.number : high.end], low.value, high.per
    )

"""What the items of a list begin with, and the days that the entries of a diary tell of."""

from __future__ import annotations

import re
from enum import IntEnum

from seeds.reading.shapes import HEADED_ITEM, ITEM_SIGNS

_NUMERALS = "一二三四五六七八九十"
_DATED = re.compile(r"(?:\d{4}年)?(\d{1,2})月(\d{1,2})日(?![，,、至到起前后上下中晚凌清的]|[\u4e00-\u9fff]{2})")
_NTH = re.compile(rf"第([{_NUMERALS}]{{1,3}}|\d{{1,2}})[天日](?:[：: 　])")
_MONTH = 31  # days, for what is only compared


class Mark(IntEnum):
    """What an item begins with; signs such as ■ have the numbers of their characters, above these."""

    NONE = 0
    NUMERAL = 1  # 一、
    BRACKETED = 2  # （一）
    DIGIT = 3  # 1.
    BRACKETED_DIGIT = 4  # （1）
    QUESTION = 5  # 问：
    ANSWER = 6  # 答：
    ROW = 7  # of a table
    HEADED = 8  # 【西和】
    SPACED = 9  # a name and what it gave, with nothing before them


_MARKS = (
    (Mark.NUMERAL, re.compile(rf"[{_NUMERALS}]{{1,3}}[、.．]")),
    (Mark.BRACKETED, re.compile(rf"[（(][{_NUMERALS}]{{1,3}}[）)]")),
    (Mark.DIGIT, re.compile(r"\d{1,2}[、.．]\D")),
    (Mark.BRACKETED_DIGIT, re.compile(r"[（(]\d{1,2}[）)]|\d{1,2}[）)]")),
    (Mark.QUESTION, re.compile("问[:：]")),
    (Mark.ANSWER, re.compile("答[:：]")),
    (Mark.ROW, re.compile(r"[|｜]")),
    (Mark.HEADED, HEADED_ITEM),
)
_SIGNS = frozenset(ITEM_SIGNS)


def mark_of(text: str, *, listed: bool) -> int:
    """What ``text`` begins with as an item of a list (``Mark``, or the number of a sign); ``listed`` says it is one."""
    if text[:1] in _SIGNS:
        return ord(text[0])
    found = next((mark for mark, pattern in _MARKS if pattern.match(text)), Mark.NONE)
    return int(found or (Mark.SPACED if listed else Mark.NONE))


def day_of(text: str) -> int:
    """A number for the day that an entry of a diary begins with (3月16日 …, 第五天：…): a later day's is greater.

    0 for what is no such entry.
    """
    if dated := _DATED.match(text):
        month, day = map(int, dated.groups())
        return month * _MONTH + day
    nth = _NTH.match(text)
    return _number(nth.group(1)) if nth else 0


def _number(said: str) -> int:
    if said.isascii():
        return int(said)
    tens, _, ones = said.partition("十") if "十" in said else ("", "", said)
    place = {numeral: value for value, numeral in enumerate(_NUMERALS, start=1)}
    return (place.get(tens, 1) * 10 if "十" in said else 0) + place.get(ones, 0)

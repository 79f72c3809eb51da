"""One figure for several bodies, and several figures for several: A、B各45万元; A、B分别捐款30万元、16万元.

Reads folded text; answers who shares how, for the reader of statements to make gifts of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from seeds.reading.facts.actors import Actor
from seeds.reading.facts.amounts import Amount
from seeds.reading.facts.numerals import HAN, number_of
from seeds.reading.facts.statements import Clause

# 各汇来, 各向仙居县总工会汇来
_EACH = re.compile(r"各(?:自)?(?:[向给为][^，。；各、\d]{2,16})?(?:[\u4e00-\u9fff]{0,6})$")
_EACH_GETS = re.compile(
    "(?:[名人位户家个支所]\\S{0,14}|款|金|工会|两县|两市|两区)各(?:[\u4e00-\u9fff]{0,8})$|各(?:领取|领到|获得?|得到|分得)?$"
)
_COUNTED = re.compile(
    rf"(?<![第{HAN}\d])(?P<number>[两二三四五六七八九十]{{1,3}}|\d{{1,3}})(?P<unit>个|家|所|[省市县区州旗镇乡])[^，。；\d]{{0,14}}?"
    r"各(?:自)?[\u4e00-\u9fff]{0,6}$"
)
_BETWEEN = re.compile("(?:也|都|还|又|则|均|昨天|当天|\\d{1,2}[月日]){0,4}")  # 甲、乙14日各汇来
_RESPECTIVELY = re.compile("分别")
_LONGEST_ROW = 60  # characters in which givers are named one behind the other
# 也派车赶到，各留下; not 给各镇, 为12个点各送, 各为每名学生, 共同给…各送
_APART = re.compile(
    r"(?:[^。；\d给为向对共合各]|\d{1,2}[月日]){0,18}?(?<![，、：])(?:，?(?:[也都又还均则]|分别){0,2})"
    "各自?(?![类种地级界方个位式样色县区市镇乡村街班队站家户点项路族科处组校厂界])(?![为给]每)"
)


def each_of(text: str, clause: Clause, amount: Amount, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The bodies right before 各 that each have the sum; empty when no 各 stands between them and it."""
    match = _EACH.search(text, clause.start, amount.start)
    if not match:
        return ()
    before = [actor for actor in actors if clause.start <= actor.start and actor.end <= match.start()]
    if not before or not _BETWEEN.fullmatch(text[before[-1].end : match.start()]):
        return ()
    group = [before[-1]]
    for actor in reversed(before[:-1]):
        if len(text[actor.end : group[0].start]) > 2 or (actor.role == "to") != (group[0].role == "to"):
            break
        group.insert(0, actor)
    return tuple(group)


def give_apart(text: str, group: Sequence[Actor], at: int) -> bool:
    """True when those of ``group`` each give the figure at ``at``: 甲工会和乙工会也派车赶到，各留下矿泉水200箱."""
    if len(group) < 2 or group[-1].end > at or group[-1].start - group[0].start > _LONGEST_ROW:
        return False
    return _APART.match(text, group[-1].end, at) is not None


@dataclass(frozen=True, slots=True)
class Counted:
    """So many bodies as a sum for each is told of: 三个县总工会各20万元, 两市总工会各转拨260万元."""

    count: int
    unit: str


def counted_each(text: str, clause: Clause, amount: Amount) -> Counted | None:
    """The number of those who each have the sum, where it stands with them; None where they are only named."""
    match = _COUNTED.search(text, clause.start, amount.start)
    number = number_of(match["number"]) if match else None
    return Counted(int(number), match["unit"]) if match and number else None


def says_each(text: str, clause: Clause, amount: Amount) -> bool:
    """True when the sum stands right behind 各: 慰问金各15万元."""
    return bool(_EACH_GETS.search(text[clause.start : amount.start]))


def respective(text: str, clause: Clause, amount: Amount, group: Sequence[Actor]) -> int | None:
    """Which of ``group`` the sum belongs to under 分别, counted from 0; None when there is no 分别.

    The number may be beyond the group: the last giver's name is not always known.
    """
    if (
        len(group) < 2
        or len(clause.amounts) < 2
        or not _RESPECTIVELY.search(text, clause.start, clause.amounts[0].start)
    ):
        return None
    return clause.amounts.index(amount)


def tells_apart(text: str, clause: Clause) -> bool:
    """True when several sums stand behind 分别, so that each is one body's: 甲、乙分别捐款30万元、16万元."""
    return len(clause.amounts) > 1 and _RESPECTIVELY.search(text, clause.start, clause.amounts[0].start) is not None


def respective_taker(text: str, clause: Clause, amount: Amount, actors: Sequence[Actor]) -> Actor | None:
    """Which of the receivers the sum is for: 向甲、乙分别下拨300万元、120万元; None where none are listed."""
    match = _RESPECTIVELY.search(text, clause.start, clause.amounts[0].start) if len(clause.amounts) > 1 else None
    if match is None:
        return None
    group = [actor for actor in actors if clause.start <= actor.start < match.start() and actor.role == "to"]
    return group[clause.amounts.index(amount)] if len(group) == len(clause.amounts) else None

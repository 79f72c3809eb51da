"""The day a statement of aid is told of: in its clause, before it in its sentence, or in the sentence it goes on from.

A date says when something began, up to when it is counted or what a sum is called as often as when it was given; only
a day of giving is kept. Positions are those of the folded text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from seeds.reading.drafts import DatedDraft
from seeds.reading.facts.dates import DateWords, opens_diary
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.statements import Clause

_RANGE_BEHIND = re.compile(r"(?:上午|下午|晚)?[至到—\-~～](?=\d)")
_RANGE_BEFORE = re.compile(r"\d[日号月]?[至到—\-~～]$")
_SINCE = re.compile("以来|以后|之后")
_NAMES_A_SUM = re.compile(f"(?:份)?(?:的|{choice('money.periods')})")  # 免收8月上旬的堆存费, 9月租金
_HAPPENED = re.compile(
    f"[^，。；]{{0,30}}(?:地震|洪水?|灾害?|{choice('time.disasters')})[^，。；]{{0,6}}(?:发生)?(?:后|以来)"
)
_THAT_IS = re.compile("，(?:也就是|也即|即|正是)[^，。；\\d]*$")
_LATELY = re.compile(choice("time.lately"))
_LEARNT = re.compile(choice("telling.learnt"))
_THEN = re.compile(
    "[^，。]{0,8}?(?:汇[入到往给]|转[入到给]|打[入到]|送[到往至]|交[到给]|发[到给往]|运[抵到往]|到账|分[到给])"
)
# The telling goes on with the same occasion.
_SAME_OCCASION = re.compile(
    f"会议(?:还|同时|随后)?(?:{choice('telling.resolved')})|{choice('time.same_occasion')}|接到(?:报告|通知|消息)后|对其中|捐赠会|慰问[团组]"
)
_ANOTHER_TIME = re.compile(rf"{choice('time.another')}|[两三四五六七八九十\d]天里|[日天]来")
_GOES_ALONG = re.compile("也|又|还|当即")
_ENDS = "。！？\n"
_FARTHEST = 260  # characters back to the day a meeting was held or a lorry came


def day_in(text: str, clauses: Sequence[Clause], index: int) -> DateWords | None:
    """The day that the sentence of ``clauses`` names for what clause ``index`` tells, None when it names none."""
    event = None
    later = _handed_later(text, clauses, index)
    for at in range(index, -1, -1):
        clause = clauses[at]
        if (
            at < index
            and _LATELY.search(text, clauses[index].start, clauses[index].end)
            and _LEARNT.search(text, clause.start, clause.end)
        ):
            return None  # 记者2月12日获悉，省总工会近日下拨
        if later and at < index and clauses[at + 1].lead == "；":
            return later
        for date in reversed(clause.dates):
            if not is_day_of_giving(text, date):
                continue
            if not _HAPPENED.match(text, date.end):
                return date
            event = event or date
    return event or later


def _handed_later(text: str, clauses: Sequence[Clause], index: int) -> DateWords | None:
    """The day with which a clause behind begins that only hands it over: 凑了一笔钱，26日汇入红十字会账户."""
    for at in range(index + 1, min(index + 3, len(clauses))):
        clause = clauses[at]
        if clause.amounts or clause.lead == "；":
            return None
        if clause.dates and clause.dates[0].start == clause.start:
            date = clause.dates[0]
            whole = date.dated is not None and date.dated.date.day is not None and not date.limit
            return date if whole and _THEN.match(text, date.end) else None
    return None


def is_day_of_giving(text: str, date: DateWords) -> bool:
    """False for the ends of a stretch of time, a month since which is counted, a month that a sum is named by."""
    if not date.dated or not (date.dated.date.month or "去年" in date.words) or "明年" in date.words:
        return False  # 延期到明年2月
    before = text[max(0, date.start - 16) : date.start]
    if _RANGE_BEHIND.match(text, date.end) or _THAT_IS.search(before):
        return False
    if _RANGE_BEFORE.search(before[-3:]) or (date.words[0] in "到至" and re.search(r"从[^，。]{0,9}[日号]$", before)):
        return False
    if date.dated.date.day is None:
        return not _SINCE.match(text, date.end) and not _NAMES_A_SUM.match(text, date.end)
    return not text.startswith("以后", date.end)


def carry_days(text: str, dates: Sequence[DateWords], gifts: Sequence[Gift], signed: DatedDraft | None = None) -> None:
    """Gives those of ``gifts`` of one text that have no day the day of the occasion that their words go on from.

    A share has that of its whole, an entry of a diary that of its heading, what a paper allots the day on which it was
    ``signed``.
    """
    starts = [date.start for date in dates]
    diary = [date for date in dates if date.dated and opens_diary(text, date.start, date.end)]
    for gift in gifts:
        whole = gift.part_of
        if gift.date is None and whole is not None and whole.donor_names == gift.donor_names:
            gift.date = whole.date
        elif gift.date is None and whole is None and gift.basis == "single" and not gift.recurring:
            day = _day_before(text, dates, starts, gift)
            gift.date = day.dated if day else None
        if gift.date is None and diary:
            gift.date = next((date.dated for date in reversed(diary) if date.start <= gift.start), None)
        if gift.date is None and gift.basis != "cumulative" and (gift.status == "committed" or whole is not None):
            gift.date = signed


def _day_before(text: str, dates: Sequence[DateWords], starts: Sequence[int], gift: Gift) -> DateWords | None:
    begin = max(text.rfind(mark, max(0, gift.start - _FARTHEST), gift.start) for mark in _ENDS) + 1
    if begin == 0 or _ANOTHER_TIME.search(text, begin, gift.end):
        return None
    same = bool(_SAME_OCCASION.search(text, begin, gift.end))
    lede = gift.status != "pledged" and not _ends_in(text, 0, begin - 1)
    if not same and not lede:
        return None
    floor = max(begin - _FARTHEST, 0) if same else 0
    back = [date for date in dates[bisect_left(starts, floor) : bisect_left(starts, begin)] if date.dated]
    day = back[-1] if back else None
    if day is None or day.dated is None or not day.dated.date.day or day.limit:
        return None
    return day if is_day_of_giving(text, day) and not re.match("起|以来", text[day.end : day.end + 2]) else None


def _ends_in(text: str, start: int, end: int) -> bool:
    return any(text.find(mark, start, end) >= 0 for mark in "。！？")


def drop_days_of_others(texts: Sequence[str], gifts: Sequence[Gift]) -> None:
    """Takes the day from a gift that only shares its sentence with another giver's dated one.

    In 8月5日，甲拨付2000万元，乙配套1000万元 and 甲6日送来铁锹；乙捎来8万元 the day is that of the first. ``texts`` are
    the bodies by article.
    """
    for gift, before in _neighbours(gifts):
        if gift.donor_names == before.donor_names or gift.day_at is None or gift.day_at != before.day_at:
            continue
        text = texts[gift.article]
        clause = max(text.rfind(mark, 0, gift.start + 1) for mark in "，；。\n") + 1
        if gift.day_at >= clause or _GOES_ALONG.search(text, before.end, gift.end):
            continue
        whole = gift.part_of
        if whole and whole.start < gift.start and set(gift.donor_names) <= set(whole.donor_names):
            continue  # 两家7日把300万元交到县里，其中甲200万元、乙100万元
        if (gift.basis == "part" and before.end > gift.day_at) or "；" in text[before.end : gift.start]:
            gift.date = None


def _neighbours(gifts: Sequence[Gift]) -> Iterator[tuple[Gift, Gift]]:
    for at in range(1, len(gifts)):
        if gifts[at].article == gifts[at - 1].article and gifts[at].sentence == gifts[at - 1].sentence:
            yield gifts[at], gifts[at - 1]

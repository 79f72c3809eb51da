"""Days, months and years in a text: 2020年1月31日, 2月3日起, 截至2月28日, 七月三日, 正月初三, 昨日, 当天, 23日.

Reads folded text; positions are those of the folded text. Impossible days (2月30日) are no dates but oddities.
"""

from __future__ import annotations

import datetime
import re

from lunardate import LunarDate

from seeds.reading.drafts import DatedDraft
from seeds.reading.facts.lexicon import branches
from seeds.reading.facts.years import Calendar
from unionarchive.common.partial_dates import PartialDate
from unionarchive.common.values import value

_LUNAR_DIGITS = "一二三四五六七八九十"
# Days back from the paper's own day, and days on from the day told before.
_TODAY = {"今日": 0, "今天": 0, "今早": 0, "昨日": 1, "昨天": 1, "昨晚": 1, "前天": 2, "前日": 2}
_AFTER = {"当日": 0, "当天": 0, "当晚": 0, "同日": 0, "同一天": 0, "次日": 1, "第二天": 1, "翌日": 1, "两天后": 2}
_DATE = re.compile(
    r"(?=[\d截到至今去前明当农正腊大除元上昨同次第翌两一二三四五六七八九十冬])(?P<limit>(?:截至|截止|截止到|到|至)(?:目前|(?=\d|[今明])))?(?:"
    r"(?:(?P<year>(?:19|20)\d\d)年|(?P<near>今年|去年|前年|明年|当年))?(?P<month>\d{1,2})月"
    r"(?:(?P<day>\d{1,2})[日号]|(?P<part>上旬|中旬|下旬|初|底|末)|(?:份(?![^，。]{0,3}(?:工资|租|薪|金|生活费)))?(?![\d日饼份均收薪租供利]))"
    r"|(?P<hmonth>十[一二]?|[一二三四五六七八九])月(?:(?P<hday>(?:[二三]?十)?[一二三四五六七八九]|[二三]?十)[日号]|(?P<hpart>上旬|中旬|下旬|[初底末](?![一二三四五六七八九十])))"
    r"|(?P<only>(?:19|20)\d\d)年(?!代|前|多|来)"
    r"|(?P<nearyear>今年|去年|前年|明年)(?!以来)"
    r"|(?P<bare>(?:(?<=截至)|(?<=截止)|(?<![\d.月至—\-、]))\d{1,2})日(?!报|均|常|产|元)"
    r"|(?P<lunar>(?:农历|大年)?(?P<lmonth>正月|腊月|大年|(?:十一|冬|[二三四五六七八九十])月(?=初[一二三四五六七八九十]))(?P<lday>初[一二三四五六七八九十]|十[一二三四五六七八九]?|"
    r"二十[一二三四五六七八九]?|廿[一二三四五六七八九]|三十))"
    r"|(?P<feast>除夕|大年夜|元宵节)"
    r"|(?P<week>上周[一二三四五六日天])"
    rf"|(?P<word>{branches((*_TODAY, *_AFTER))})"
    r")"
)
_SENT_ON = re.compile("[电讯]")  # 本报长沙7月5日电: what follows is told as of that day
_WEATHER = re.compile(
    "\x00?(?:(?!晴|阴|多云)[\u4e00-\u9fff]{1,6}?)?\x00?(?:晴|阴|多云|[小中大暴冻]?[雨雪]|雾)(?:转[\u4e00-\u9fff]{1,2})?(?=[\x00*\n]|$)"
)
_HAN_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九十", 1)}
_NEAR = {"今年": 0, "去年": -1, "前年": -2, "明年": 1, "当年": 0}


@value
class DateWords:
    """A date at ``start``–``end`` of the folded text. ``limit`` is True for 截至 and 到…, an end of a count.

    ``dated`` is None when the words name a day that cannot be resolved or does not exist.
    """

    start: int
    end: int
    words: str
    dated: DatedDraft | None
    limit: bool = False
    impossible: bool = False


def find_dates(text: str, calendar: Calendar, known: PartialDate | None = None) -> tuple[DateWords, ...]:
    """The dates of ``text`` in their order. ``known`` is the date that 当天 and 23日 go on from before any other."""
    found: list[DateWords] = []
    last = anchor = known
    today = calendar.published
    for match in _DATE.finditer(text):
        impossible = False
        if found and anchor and "\n" in text[found[-1].end : match.start()]:
            anchor = None  # 第二天 goes on from a day of its own paragraph
        try:
            dated = _resolve(match, calendar, today, anchor if _AFTER.get(match["word"] or "") else last)
        except (ValueError, OverflowError):
            dated, impossible = None, True
        limit = bool(match["limit"])
        if dated and dated.date.month:
            last = dated.date
            anchor = last if not limit else anchor
            if dated.date.day and (_SENT_ON.match(text, match.end()) or opens_diary(text, match.start(), match.end())):
                today = dated.date
        found.append(DateWords(match.start(), match.end(), match[0], dated, limit, impossible))
    return tuple(found)


def opens_diary(text: str, start: int, end: int) -> bool:
    """True for the day at ``start``–``end`` that heads an entry of a diary, with its weather: 1月29日 初五 阴."""
    return text[start - 1 : start] in ("", "\n", "*") and bool(_WEATHER.match(text, end))


def _resolve(
    match: re.Match[str], calendar: Calendar, today: PartialDate | None, last: PartialDate | None
) -> DatedDraft | None:
    if match["month"] or match["hmonth"]:
        return _solar(match, calendar)
    if match["only"]:
        return DatedDraft(PartialDate(int(match["only"])), "stated")
    if match["nearyear"] and calendar.year:
        return DatedDraft(PartialDate(calendar.year + _NEAR[match["nearyear"]]), "relative")
    if match["bare"]:
        return _bare(int(match["bare"]), calendar, last)
    if match["lunar"] or match["feast"]:
        return _lunar(match["lmonth"] or "", match["lday"] or match["feast"], calendar)
    if match["week"]:
        return _last_week(match["week"], calendar)
    word = match["word"]
    if word in _TODAY:
        base, days = today, -_TODAY[word]
    elif word:
        base, days = last, _AFTER[word]
    else:
        return None
    return _shifted(base, days)


def _solar(match: re.Match[str], calendar: Calendar) -> DatedDraft | None:
    if match["hmonth"]:
        month, day = _han(match["hmonth"]), _han(match["hday"]) if match["hday"] else None
    else:
        month, day = int(match["month"]), int(match["day"]) if match["day"] else None
    if not 1 <= month <= 12:
        return None
    if match["year"]:
        year: int | None = int(match["year"])
    elif match["near"] and match["near"] != "当年":
        year = calendar.year + _NEAR[match["near"]] if calendar.year else None
    else:
        year = calendar.year_of(month, day)
    return DatedDraft(PartialDate(year, month, day), "stated") if year else None


def _han(words: str) -> int:
    """十二 is 12, 二十 is 20, 三十一 is 31."""
    tens, ten, ones = words.rpartition("十")
    return (_HAN_DIGITS.get(tens, 1) * 10 if ten else 0) + _HAN_DIGITS.get(ones, 0)


def _bare(day: int, calendar: Calendar, last: PartialDate | None) -> DatedDraft | None:
    base = last or calendar.published
    if not base or not base.month:
        return None
    return DatedDraft(PartialDate(base.year, base.month, day), "stated")


def _lunar(month: str, day: str, calendar: Calendar) -> DatedDraft | None:
    year = calendar.year
    if not year:
        return None
    if day in ("除夕", "大年夜") or (month in ("腊月", "大年") and day == "三十"):
        solar = LunarDate(year, 1, 1).to_solar_date() - datetime.timedelta(days=1)
    elif day == "元宵节":
        solar = LunarDate(year, 1, 15).to_solar_date()
    else:
        number = _lunar_day(day)
        solar = LunarDate(year - (month == "腊月"), _lunar_month(month), number).to_solar_date()
        if calendar.published and solar.year == year and (solar.month > (calendar.published.month or 12) + 1):
            solar = LunarDate(year - 1, _lunar_month(month), number).to_solar_date()  # papers report what was
    return DatedDraft(PartialDate(solar.year, solar.month, solar.day), "lunar")


def _lunar_month(words: str) -> int:
    """腊月 is the twelfth, 冬月 the eleventh; 正月 and 大年 are the first."""
    named = {"正": 1, "大": 1, "冬": 11, "腊": 12}
    return named.get(words[0]) or _han(words.removesuffix("月"))


def _lunar_day(words: str) -> int:
    words = words.removeprefix("初").replace("廿", "二十")
    tens, _, ones = words.rpartition("十")
    if "十" not in words:
        return _LUNAR_DIGITS.index(words) + 1
    return (_LUNAR_DIGITS.index(tens) + 1 if tens else 1) * 10 + (_LUNAR_DIGITS.index(ones) + 1 if ones else 0)


def _last_week(words: str, calendar: Calendar) -> DatedDraft | None:
    day = calendar.published
    if not day or not day.day:
        return None
    weekday = "一二三四五六日".index(words[-1].replace("天", "日"))
    return _shifted(day, -(day.first.weekday() + 7 - weekday))


def _shifted(base: PartialDate | None, days: int) -> DatedDraft | None:
    if not base or not base.day:
        return None
    day = base.first + datetime.timedelta(days=days)
    return DatedDraft(PartialDate(day.year, day.month, day.day), "relative")

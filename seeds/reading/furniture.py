"""Lines of a page that are no article's: banners, section labels, navigation, footers."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from seeds.reading.drafts import Role
from seeds.reading.facts.lexicon import choice

_WORDS = tomllib.loads((Path(__file__).with_name("words") / "pages_labels.toml").read_text("utf-8"))


def _one_of(name: str) -> str:
    """A pattern for any word of the group ``name``, the longest first."""
    return "|".join(re.escape(word) for word in sorted(_WORDS[name].split(), key=lambda word: (-len(word), word)))


# Every pattern that is looked for in whole lines begins with characters, not with a choice, a repeat or an anchor: then
# the engine itself skips to where it may match. What must stand at the line's start has a pattern of its own.
_DATE = r"(?:\d\d\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d\d\d\d[-./]\d{1,2}[-./]\d{1,2})"
_STAFF = rf"(?:本版|本期|值班|执行)?(?:{_one_of('staff')})"
_BANNER_START = re.compile(r"第\s*\d+\s*期|[AB]?\d{1,2}\s*版|CN\d|农历[\u4e00-\u9fff]+$|(?:星期|周)[一二三四五六日天]$")
_BANNER_DAY = re.compile(rf"{_DATE}.{{0,12}}(?:农历|星期|周[一二三四五六日])")
_BANNER = re.compile(
    rf"星期[一二三四五六日天].{{0,16}}(?:{_DATE}|第.{{1,3}}版|农历)|总第\s*\d+\s*期"
    rf"|第\s*[一二三四五六七八九十\d]{{1,3}}\s*版(?!\s*[）)])|{_one_of('heads')}"
)
_ISSUE = re.compile(r"第\s*\d+\s*期|主[办管]\s*[:：]|数字报(?:$|[ 　])")  # in the first lines
_NUMBERED = re.compile(
    rf"{_DATE}$|[\u4e00-\u9fff]{{2,8}}报[ 　]+\d{{1,2}}[ 　]+[\u4e00-\u9fff]{{2,6}}$"
    rf"|[\u4e00-\u9fff]{{2,4}}\s*[AB]?\d{{1,2}}$|[AB]?\d{{1,2}}\s*[\u4e00-\u9fff]{{2,4}}$"
)
_STAFF_LINE = re.compile(rf"^[（(【■□]?\s*{_STAFF}\s*[:：/／　 ]")
_STAFF_ANY = re.compile(rf"{_STAFF}\s*[:：/／　 ]\s*[\u4e00-\u9fff]")
_NAVIGATION = re.compile(
    rf"{_one_of('navigation')}|首页\s*[>＞»|｜\]/／→]|\[首页\]|资料中心\s*$"
    r"|上一(?:[篇页版期](?![\u4e00-\u9fff])|条\s*[:：])|下一(?:[篇页版期](?![\u4e00-\u9fff])|条\s*[:：])"
    r"|登录\s*[|｜/ ]\s*注册|放大(?:\s*[+＋]|\s+缩小)|点击版面|缩小\s*[-－]"
)
_NAVIGATION_START = re.compile(
    rf"首页$|正文$|更多\s*[>＞»]|[*_#\s]*(?:{choice('pages_lines.more_of')})(?:{choice('pages_lines.articles')})[*_\s:：]*$"
)
_FOOTER = re.compile(
    rf"{_one_of('footers')}|Copyright|copyright|©|All [Rr]ights|all [Rr]ights"
    r"|未经.{0,8}(?:授权|许可).{0,6}(?:不得|禁止)|总机[:：]|技术支持[:：]|共印\s*\d+\s*份|热线电话\s*[:：]?\s*\d"
    r"|@(?<=[\w.]@)[\w.]|https?://|www\."
)
_FOOTER_START = re.compile(
    rf"[报发送]：|(?:读者|新闻|报料)热线\s*[:：]|(?:主[办管]){{2}}\s*[:：]|(?:{choice('pages_lines.imprint')}|零售价?)(?:单位)?\s*[:：]"
)
_OTHER = re.compile(
    r"发布(?:时间|日期)\s*[:：]|点击(?:量|数|率)?\s*[:：]|(?:浏览|阅读)(?:次数|量|数)?\s*[:：]|阅读\s*\d+"
    r"|字号\s*[:：]|字体\s*[:：]|^[-—=*_·~\s]{3,}$"
    r"|^[（(【]?(?:原版|此处|以下|下).{0,8}(?:残缺|缺损|模糊|破损|不清)"
    rf"|^[（(【\[]\s*{_STAFF}\s*[:：]|^(?:来源|时间|日期)\s*[:：].*(?:时间|日期|浏览|点击|字体)\s*[:：]"
)
_STRONG = re.compile(r"版权所有|Copyright|copyright|©|ICP备|公网安备|【打印】|【关闭】|分享到|当前位置")
_MASTHEAD = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8}|(?:[\u4e00-\u9fff][ 　]+){2,8})"
    r"(?:[日晚周时工导早]\s*报|工人报|职工报|报|网|在线|信\s*息|通\s*讯|简\s*报|工\s*人)(?:[ 　]+[A-Z][A-Za-z ]+)?"
)
_ROW = re.compile(r"\|.*\|$")
_LABEL = re.compile(
    rf"^(?:G\s+|[●■▲◆★【\[]\s*)?(?:.{{0,10}}(?:{_one_of('sections')})|.{{1,3}}战疫)[】\]]?$"
    r"|^[●■▲◆★◇]?\s*\S{2,10}(?:\s*[·•]\s*\S{2,8}|[ 　]+\S{0,6})(?:在行动|进行时|力量)$"
    r"|^向[\u4e00-\u9fff“”]{2,8}致敬[！!]?$|^致敬[ 　]*[\u4e00-\u9fff“”]{2,8}$"
)
_SPACED = re.compile(r"^(?:[\u4e00-\u9fff][ 　]+){1,7}[\u4e00-\u9fff]$")
_MARKED = re.compile(r"^(?:(?:G\s+|[●■▲◆★]\s*)\S{2,12}|[◇◆☆★●■▲＊*]\s*\S{2,8}\s*[◇◆☆★●■▲＊*]|[【〖]\S{2,6}[】〗])$")
_GENRE = re.compile(rf"(?:{_one_of('genres')})(?:[（(].*[）)])?$|^[【\[]?(?:{_one_of('genres')})[】\]｜|:： 　]")
_SLOGAN = re.compile(rf"(?:{_one_of('slogans')}|[\s　·、，!！])+")


def furniture_role(text: str, *, early: bool, late: bool, inside: bool = False) -> Role | None:
    """The role of a line that no article owns, None when it may be an article's.

    ``early`` and ``late`` say that the line stands in the first or the last lines of its page; ``inside`` that it
    touches text above, so that only what cannot be part of a sentence counts.
    """
    if len(text) > 120 or (inside and not _STRONG.search(text) and not (late and len(_STAFF_ANY.findall(text)) > 1)):
        return None
    if is_row(text):
        cells = [cell.strip() for cell in text.strip("|").split("|")]
        return Role.SECTION_LABEL if all(len(cell) <= 8 for cell in cells) else None
    if text.endswith(("。", "！", "？", "，", "、", "；")):
        return None
    if _NAVIGATION.search(text) or _NAVIGATION_START.match(text):
        return Role.NAVIGATION
    if _OTHER.search(text):
        return Role.OTHER
    if _FOOTER.search(text) or _FOOTER_START.match(text):
        return Role.FOOTER
    return _page_line(text, early=early, late=late)


def _page_line(text: str, *, early: bool, late: bool) -> Role | None:
    """The role of a line that the paper sets on every page."""
    if len(text) > 80:
        return None
    if early and _NUMBERED.match(text):
        return Role.BANNER
    if early and len(text) <= 40 and _ISSUE.search(text):
        return Role.BANNER
    banner = _BANNER.search(text) or _BANNER_START.match(text) or _BANNER_DAY.search(text)
    if banner or (_STAFF_LINE.match(text) and not text.endswith("）")):
        return Role.FOOTER if late else Role.BANNER
    if early and _MASTHEAD.fullmatch(text):
        return Role.BANNER
    if (early or late) and _STAFF_ANY.search(text) and not text.startswith(("来源", "稿件来源")):
        return Role.FOOTER if late else Role.BANNER
    return None


def is_row(text: str) -> bool:
    """True for a row of a table."""
    return text[:1] == "|" and bool(_ROW.match(text))


def is_spaced_title(text: str) -> bool:
    """True for a line with blanks between its characters that names no section; with a picture it is a headline."""
    return bool(_SPACED.match(text)) and not _LABEL.match("".join(text.split()))


def names_genre(text: str) -> bool:
    """True for a heading that says what kind of article stands below it: a roll, a notice, a list of news."""
    return bool(_GENRE.search(text))


def is_label(text: str) -> bool:
    """True when a short line reads like the name of a section (新闻特写, 短 波), not like a headline."""
    return bool(len(text) <= 16 and (_LABEL.match(text) or _SPACED.match(text) or _MARKED.match(text))) or bool(
        _SLOGAN.fullmatch(text)
    )

"""What a single line looks like: its mark-up, width, beginning and end. Judged alone, without its neighbours."""

from __future__ import annotations

import re

from seeds.reading.markup import JOINER
from unionarchive.common.values import value

_HEADING_MARK = re.compile(r"(#{1,6})\s+")
_LEAD_MARK = re.compile(r"(?:>\s*)+|[-*+]\s+(?=\S)")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\S)[*_](?=\S)|(?<=\S)[*_](?!\S)|(?<=[^\s*])\*$|^\*(?=[^\s*])")
_BOLD_LEAD = re.compile(r"\*\*(?!本[报网站刊])([^*。！？；：]{2,20})\*\*[\s　]+\S")
_NARROW = re.compile(
    "[^\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6“”‘’…—·　]"
)

CLOSERS = "”’」』）)》】〉\"'*"
TERMINAL = frozenset("。！？!?…；;")


@value
class Shape:
    """``text`` is the line without mark-up; ``width`` its width in half characters.

    ``lead`` is the number of characters of a headline in bold that the line begins with, 0 without. ``item``
    says that Markdown makes it an item of a list; ``heads`` that it may be a heading."""

    text: str
    level: int
    image: bool
    width: int
    lead: int = 0
    item: bool = False
    heads: bool = False


def shape_of(printed: str) -> Shape:
    """The shape of a line that is not blank."""
    level = 0
    item = False
    text = printed.replace(JOINER, "").strip() or printed if JOINER in printed else printed
    if text[:1] == "#" and (heading := _HEADING_MARK.match(text)):
        level = len(heading[1])
        text = text[heading.end() :]
    elif text[:1] in ">-*+" and (mark := _LEAD_MARK.match(text)):
        item = text[0] != ">"
        text = text[mark.end() :]
    image = False
    if "![" in text:
        without = _IMAGE.sub("", text).strip()
        image = not without
        text = without or text
    lead = 0
    if "*" in text or "_" in text:
        if headed := _BOLD_LEAD.match(text):
            lead = len(headed[1])
        bold = text.startswith("**") and text.rstrip().endswith("**") and text.count("**") == 2
        italic = not bold and text.startswith("*") and text.rstrip().endswith("*") and text.count("*") == 2
        text = _EMPHASIS.sub("", text)
        level = level or (7 if bold or italic else 0)
    text = text.strip() or printed.replace(JOINER, "").strip() or printed.strip()
    return Shape(text, level, image, 2 * len(text) - len(_NARROW.findall(text)), lead, item, may_head(text))


def closed(text: str) -> bool:
    """True when ``text`` ends where a sentence may end."""
    bare = text.rstrip(CLOSERS + " 　")
    return bool(bare) and bare[-1] in TERMINAL


SURE_START = re.compile(
    r"本(?:报|网|刊|站|台|社)(?:综合)?(?:讯|消息|[\u4e00-\u9fff]{0,6}(?:\d{1,2}月)?\d{1,2}日(?:讯|电))"
    r"|[\u4e00-\u9fff]{2,6}(?:消息|讯)[\s（(]|新华社[\u4e00-\u9fff]{2,8}\d|[（(]上接"
)
ITEM_SIGNS = "●■▲◆★○□·•※◇△▼▽☆◎◈❖►▶→√"
HEADED_ITEM = re.compile("【[^【】]{1,8}】.")  # an item of a list by the place or matter that it tells of: 【西和】…
BULLET = re.compile(
    rf"[{ITEM_SIGNS}]"
    r"|[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]\D|[问答][:：]"
    r"|[^，。：！？]{2,20}[:：]\s*(?:[\d－-]{7,}|\d[\d.,]*[\u4e00-\u9fff%％]{0,4}(?:[，,]\S{0,20})?)$"
    r"|[\u4e00-\u9fff（）()]{2,16}[ 　]+\d[\d.]*$"
)
DAY_HEAD = re.compile(  # of a diary: 2月14日　雨夹雪
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[ 　]*[（(]?(?:星期|周)[一二三四五六日天][）)]?)?"
    r"(?:[ 　]+[晴阴多雨雪雾霾雷阵小中大暴冻台风][\u4e00-\u9fff，、 　]{0,12})?"
    r"|(?:农历)?(?:正月|腊月|[二三四五六七八九十冬]月)(?:初|十|廿|二十|三十|除夕)[一二三四五六七八九十]?"
    r"(?:[ 　]+[晴阴多雨雪雾霾雷阵小中大暴冻台风][\u4e00-\u9fff，、 　]{0,12})?"
)
_LEAD_IN = re.compile(
    r"\d{1,2}月\d{1,2}日[上中下]?午?[,，]|据[\u4e00-\u9fff]{1,3}[，,]|.*说[，：]“|截至\d|[（(].*[）)]$"
)
_SPACED_PARTS = re.compile(r"[^\s，。]{6,26}[ 　]+[^\s，。]{6,26}")
TURNS_OVER = re.compile(r"[（(](?:下转|转|紧接)第?[^（）()]{0,8}版?[^（）()]{0,4}[）)]$|[（(]完[）)]$")
_CLOSING = re.compile(r"(?:此致)?[\s　]*(?:敬礼|此致)[！!]?")  # of a letter
_INNER_END = re.compile(r"[！？!?]")
_PAIRED = (("“", "”"), ("《", "》"), ("（", "）"), ("「", "」"))


def may_head(text: str) -> bool:
    """True when a line may be a heading: short, unfinished by any sentence's end, with its quotation marks in pairs."""
    if len(text) > 60 or "。" in text or (text[-1] in "；;，,、：" and not text.startswith("（")):
        return False  # most lines: what is dear to look for is looked for last
    if any(text.count(a) != text.count(b) for a, b in _PAIRED if a in text or b in text):
        return False
    if len(text) > 40 and not text.endswith("——") and not _SPACED_PARTS.fullmatch(text):
        return False
    if _LEAD_IN.match(text) or SURE_START.match(text) or BULLET.match(text) or len(_INNER_END.findall(text)) > 1:
        return False
    return not (text[-1] in "）)" and TURNS_OVER.search(text)) and not _CLOSING.fullmatch(text)

"""Names that need no verb of putting in place: a line with its number, a fund drawn on, what is held for the n-th time.

Reads folded text; who put them in place is for ``measures``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seeds.reading.facts.anchored import Opening
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.title_words import ACT_INSIDE, PROGRAMME, Title

_DIAL = re.compile("热线|电话")
_DIALLED = Opening(
    rf"(?P<modifier>[\u4e00-\u9fffA-Za-z0-9]{{2,12}}?)(?P<head>{choice('titles.hot_lines')})"
    rf"(?=[：为是]?\d{{3,4}}[-×\d]{{3}})",
    after=r"，。；：！\n、\-",
)
# 进入静态管理; 集中居住、闭环作业: nobody may be said to have ordered it
_SHUT = re.compile(
    "(?:进入|转入|采取|落实|居住、)(?P<modifier>(?:全域)?)(?P<head>[静闭封][态环闭默](?:管理|作业|生产))"
)
_ENDOWED = re.compile(
    "(?:设立|建立|增设)(?:了|起)?的?(?P<modifier>(?!的)[\u4e00-\u9fff]{2,12}?)(?P<head>救助金|奖学金|助学金|补助金|关爱金|援助金)"
)
_APPEAL = re.compile("(?:发出|发起)(?:了|起)?(?P<modifier>[\u4e00-\u9fff]{2,30}的)(?P<head>倡议|号召)")
_DRAWN = re.compile(
    r"从(?:[省市县区州厂]|本级)?(?P<modifier>[\u4e00-\u9fff]{2,10}?)(?P<head>基金|互助金|周转金|救急金|专户)[中里内]?"
    r"(?:先行|先|紧急|一次性)?(?:拿出|列支|支出|拨出|拨付|安排)"
)
_EDITION = re.compile(
    rf"(?P<modifier>(?:第[一二三四五六七八九十\d]{{1,3}}|首)届“?[\u4e00-\u9fff]{{0,12}}?)(?P<head>比武|大赛|竞赛|运动会|{PROGRAMME.pattern})”?"
)


def find_plain(text: str) -> Iterator[Title]:
    """Services with their number, rules of shutting off, sums set up and appeals, each by its own words alone."""
    for pattern, kind in ((_DIALLED, "service"), (_SHUT, "policy"), (_ENDOWED, "fund"), (_APPEAL, "campaign")):
        for match in pattern.finditer(text) if pattern is not _DIALLED or _DIAL.search(text) else ():
            modifier = ACT_INSIDE.split(match["modifier"])[-1] if pattern is _DIALLED else match["modifier"]
            name = modifier + match["head"]
            yield Title(name, kind, "phrase", match.start("head") - len(modifier), match.end("head"), match.start())


def find_editions(text: str) -> Iterator[Title]:
    """What is held for the n-th time has a name wherever it stands: 第九届焊工技能比武的决赛."""
    for match in _EDITION.finditer(text) if "届" in text else ():
        name = (match["modifier"] + match["head"]).replace("“", "").replace("”", "")
        yield Title(name, "campaign", "phrase", match.start(), match.end(), match.start())


def find_drawn(text: str) -> Iterator[Title]:
    """Funds that money is taken from: 从市职工解困基金里拿出35万元."""
    for match in _DRAWN.finditer(text):
        name = match["modifier"] + match["head"]
        if "的" not in name:
            yield Title(name, "fund", "phrase", match.start("modifier"), match.end("head"), match.start())

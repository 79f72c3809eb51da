"""Names in quotation marks, told apart from what else is quoted: “春风行动”送岗下乡活动, “安居贷”, “一对一”帮扶.

Reads folded text; who put it in place is for ``measures``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seeds.reading.facts.lexicon import one_of
from seeds.reading.facts.title_words import (
    ACT,
    ACT_INSIDE,
    ASKED,
    COUNT_HEAD,
    HAPPEN,
    HEAD,
    KINDS,
    MEASURES,
    PROGRAMME,
    Title,
    verb_before,
)

_QUOTED_KINDS = MEASURES["quoted"]
_QUOTED_END = re.compile(rf"{one_of(_QUOTED_KINDS)}$")
_QUOTED_BEHIND = re.compile("项目|计划|工作法")
# “五不准”, “六个一”: rules that are known by their number
_NUMBERED = re.compile("[两三四五六七八九十]+个?[\u4e00-\u9fff]{1,3}")
_NUMBERED_ACT = re.compile("(?:提出|落实|实行|推行|立起|严把|做到|严守|执行)[^，。；\n]{0,16}$")
_PAIRED = re.compile(
    "“(?P<name>一[\u4e00-\u9fff]一[\u4e00-\u9fff]?|[三四五六七八九]个一|\\d\\+[\\dNX])”(?P<more>帮扶|关爱|结对|包保|辅导|联系)"
)
# What is only used, joined or kept to was put in place by somebody else.
_USED = re.compile("(?:聚焦|通过|登录|依托|按照|围绕|参加|借助|利用|根据|结合|以|对照|遵守|做好|打通)$")
# a child 起名叫…, and people who 管冬天叫…, put nothing in place
_CALLED = re.compile(
    rf"(?<!起名)(?<!取名)(?<!起)(?<!取)(?<!管.)(?<!管..)(?<!管...){one_of(MEASURES['verbs']['calls'])}$"
)
_LETTERING = re.compile(
    "的?(?:小|大|字样|红)?(?:旗|锦旗|牌匾|字样|横幅|标语)|专项(?:资金|经费|款)?[中里]|(?:资金|经费)[中里]"
)
_TOLD_BEFORE = re.compile("(?:此次|这次|本次|上述)$")
_ONLINE = re.compile("[办搬开送][到进上]了?(?:线上|网上|云端)")
_CARRIED = re.compile("送上门|办[到进]|建[到进]|提前")
_QUOTED = re.compile(
    rf"“(?P<name>[^“”\n]{{2,24}})”(?P<more>(?:“[^“”\n]{{2,20}}”)*(?:(?:——)?[\u4e00-\u9fffA-Za-z0-9]{{0,14}}?{HEAD})?)"
)
_BEFORE_QUOTE = re.compile(
    r"(?:第\S{1,4}[届期]|24小时|\S{0,4}线上|送(?![去来给到上])\S{1,10}|[\u4e00-\u9fff]{0,3}免费)$"
)


def find_quoted(text: str) -> Iterator[Title]:
    for match in _QUOTED.finditer(text):
        more, end = match["more"], match.end()
        while (further := re.compile(HEAD).match(text, end)) and more:
            more, end = more + further[0], further.end()
        if re.search("[了把将在由为向对给已有着]", more) or ACT_INSIDE.search(more):
            more, end = "", match.start() + len(match["name"]) + 2
        head = re.search(rf"{HEAD}$", more) or re.search(rf"{HEAD}$", match["name"])
        verb = verb_before(text, match.start())
        if re.search("[。！？，；]", match["name"]) or _USED.search(text[max(0, match.start() - 6) : match.start()]):
            continue
        if ASKED.search(text, max(0, match.start() - 24), match.start()) or _LETTERING.match(text, match.end()):
            continue
        programme = bool(PROGRAMME.fullmatch(match["name"]))
        between = text[verb : match.start()] if verb is not None else ""
        near = verb is not None and not re.search("[，在于]", between) and match["name"].count("、") < 2
        happened = HAPPEN.match(text, end) or (
            text[max(0, match.start() - 1) : match.start()] in ("把", "将") and _CARRIED.match(text, end)
        )
        called = near or happened or _CALLED.search(text[max(0, match.start() - 4) : match.start()])
        special = None if head else _QUOTED_BEHIND.match(text, end) or _QUOTED_END.search(match["name"])
        end = special.end() if special and special.re is _QUOTED_BEHIND else end
        numbered = _NUMBERED.fullmatch(match["name"]) and _NUMBERED_ACT.search(
            text, max(0, match.start() - 24), match.start()
        )
        if not head and not programme and not called and not special and not numbered:
            continue
        if not head and re.match(
            r"(?:的|之|等|，|、)?[\u4e00-\u9fff]{0,3}(?:党员|干部|队员|说法|问题|目标|理念|精神|原则|方式|模式)",
            text[end : end + 6],
        ):
            continue
        start = match.start()
        if verb is not None and (modifier := _modifier(text, verb, start)):
            start -= len(modifier)
        before = _BEFORE_QUOTE.search(text[max(0, start - 6) : start])
        if before:
            start -= len(before[0])
        if verb is None and _TOLD_BEFORE.search(text, max(0, start - 2), start):
            continue
        name = text[start:end].replace("“", "").replace("”", "")
        name = "线上" + name if _ONLINE.match(text, end) and not name.startswith("线上") else name
        kind = _kind(head, special, programme=programme, numbered=bool(numbered))
        if (happened or called or numbered) and verb is None:
            verb = match.start()
        yield Title(name, kind, "programme" if programme and verb is None else "quoted", match.start(), end, verb)


def _kind(head: re.Match[str] | None, special: re.Match[str] | None, *, programme: bool, numbered: bool) -> str:
    """The measure type of a quoted name by its last word, or by what else gave it away."""
    if head:
        return KINDS[head[0]]
    if special:
        return str(_QUOTED_KINDS[special[0]])
    return "policy" if numbered else "campaign" if programme else "service"


def find_paired(text: str) -> Iterator[Title]:
    """“一对一”帮扶, “一村一医”结对, whatever stands behind."""
    for match in _PAIRED.finditer(text):
        yield Title(match["name"] + match["more"], "service", "programme", match.start(), match.end())


def _modifier(text: str, verb: int, quote: int) -> str:
    """What belongs to a name in front of its quotation marks: 困难职工“一户一策”帮扶机制."""
    match = ACT.match(text, verb)
    between = COUNT_HEAD.sub("", text[match.end() : quote]) if match else ""
    return (
        between
        if 2 <= len(between) <= 14 and not re.search(r"[了在于的为向对将把给由，。“”\d]|信息化", between)
        else ""
    )

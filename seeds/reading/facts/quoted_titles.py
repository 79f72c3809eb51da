"""Names in quotation marks, told apart from what else is quoted: “春风行动”送岗下乡活动, “安居贷”, “一对一”帮扶.

Reads folded text; who put it in place is for ``measures``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seeds.reading.facts.built_titles import SUFFIX, suffix_kind
from seeds.reading.facts.lexicon import choice, one_of
from seeds.reading.facts.title_words import (
    ACT,
    ACT_INSIDE,
    HAPPEN,
    HEAD,
    KINDS,
    MEASURES,
    PROGRAMME,
    Title,
    is_asked,
    uncounted,
    verb_before,
)
from unionarchive.common.values import value

_QUOTED_KINDS = MEASURES["quoted"]
_QUOTED_END = re.compile(rf"{one_of(_QUOTED_KINDS)}$")
_QUOTED_BEHIND = re.compile("项目|计划|工作法")
# “五不准”, “六个一”: rules that are known by their number
_NUMBERED = re.compile("一[\u4e00-\u9fff]一[\u4e00-\u9fff]|[两三四五六七八九十]+个?[\u4e00-\u9fff]{1,3}")
_NUMBERED_ACT = re.compile(rf"(?:{choice('titles.named_by')})[^，。；\n]{{0,16}}$")
_PAIRED = re.compile(
    rf"“(?P<name>一[\u4e00-\u9fff]一[\u4e00-\u9fff]?|[三四五六七八九]个一|\d\+[\dNX])”(?P<more>{choice('titles.paired')})"
)
# What is only used, joined or kept to was put in place by somebody else.
_USED = re.compile(f"(?:聚焦|通过|登录|依托|按照|围绕|(?<!报名)参加|{choice('titles.used')})$")
# a child 起名叫…, and people who 管冬天叫…, put nothing in place
_CALLED = re.compile(
    rf"(?<!起名)(?<!取名)(?<!起)(?<!取)(?<!管.)(?<!管..)(?<!管...){one_of(MEASURES['verbs']['calls'])}$"
)
_LETTERING = re.compile("的?(?:锦旗|牌匾|字样|横幅|标语)|专项(?:资金|经费|款)?[中里]|(?:资金|经费)[中里]")
_TOLD_BEFORE = re.compile("(?:此次|这次|本次|上述)$")
# what is told or handed on has a name of its own that is not a measure’s: 公布“夏季账单”
_TOLD_OF = re.compile("公布|完成|选出|列出")
_PAID = re.compile(f"(?:{choice('titles.paid')})$")  # handed out, not put in place
_HANDED = re.compile("(?:[补]?发放?了?|发给|领到|领取)$")
_OWNER = re.compile(
    f"(?:{choice('titles.bodies')})的$|(?:发了|发给|发放|办了|送上|[设办开]的|[给人员工]发|(?:{choice('titles.set_up_by')})的"
    "|(?:工会|局|集团|公司|医院|银行))$"
)
# 这笔钱叫“救急金”, 这个做法叫“一口清”: what is called so was set up
_SET_UP_BEFORE = re.compile(choice("titles.set_up"))
_NO_THING = re.compile(rf"(?:的|之|等|、)?[\u4e00-\u9fff]{{0,3}}(?:{choice('titles.no_thing')})")
_HOLD = re.compile("(?:要求|号召|动员)[^，。；：要]{0,16}(?:开展|举行|组织)(?:了|好)?$")
_LIKENED = re.compile(f"(?:{choice('titles.likened')})[^，。；]{{0,16}}的?$")
_VERB_KINDS = {
    **dict.fromkeys(("实行", "推行", "试行", "立下", "定下", "制定"), "policy"),
    "上线": "platform",
    "开讲": "training",
    **dict.fromkeys(("发起", "发动职工", "发动会员", "开展", "启动", "组织开展", "联合开展"), "campaign"),
}
# 县总工会的“移动宿舍”来了: what a body has under a name, and what becomes of it
_AT_WORK = re.compile(
    f"(?:就|便|也|又|还|已|都|今年)*(?:{choice('titles.at_work')}|每[天周月晚日]|雷打不动|办了|一开[就办]|覆盖|惠及|吸引|里[，有人]|一[周天月]|一直|从)"
)
_PEOPLE = re.compile("[人员兵手哥姐叔嫂妹爷奶娘牛匠师长]$|夫妻|兄弟|姐妹|父子|母女|[。，！？、]")
_MEETING = re.compile(rf"[\u4e00-\u9fff]{{0,4}}(?:{choice('titles.meetings')})")
_FLAG = re.compile("(?:四个|几个|个)?[大红]?字?的?[小大红]?旗")
_WRITTEN = re.compile("写|印|绣|题|书|刻|一面")
# 立了一个“知心信箱”: plain verbs with a count set up whatever has a name
_PLAINLY = re.compile(
    "(?:(?:立|出|搞|弄|建|设|开|办|摆|挂|置|添|支|搭|配)(?:了|起|出)?|(?:腾|辟|凑|拉|组|垒|砌|订|定|列|编|拟|攒|聘|选|推|评|请)(?:了|起|出|成|有|上|好|齐)+)"
    "[一两三几]?[个条张本间块座处支名位册份套项辆艘班门堂期]$"
)
_ON_SIGN = re.compile("[挂立竖贴][出起上着][^，。；“”]{0,8}(?:牌|牌子|招牌)[：，]?$")  # 竖起一块木牌：“职工接待处”
# 聘三位退休工人当“巡炉员”
_MADE = re.compile("(?:聘|请|派|选|推|抽|招)[^，。；“”]{2,24}(?:当|任|做|为|作)(?:起|了|上)?$")
_SENT_ROUND = re.compile(
    rf"送[\u4e00-\u9fff]{{1,6}}[进下到][\u4e00-\u9fff]{{1,3}}|[\u4e00-\u9fff]{{2,5}}进"
    f"(?:{choice('titles.places_of_work')})"
)  # 送医送药进山村, 年夜饭进车间
_MEMBER = re.compile("[队团组]?(?:队员|队长|团员|组员|组长|成员)")
_HEAD = re.compile(HEAD)
_CLAUSE = re.compile("[最很了的到在是为向对将把给由开被已也]|送去|发放")  # what stands behind a name tells on
# “思乡包裹”业务, but not “就业地图”五万张
_NOUN = re.compile("(?![一两三四五六七八九十百千万]+[处个家座张份本册条台辆])[\u4e00-\u9fff]{2,7}(?=[，。；])")
_TAIL = re.compile(
    rf"(?!的|等|项目|工作法|[一二两三四五六七八九十百]+[处座间个台张本])[\u4e00-\u9fff]{{0,8}}?{SUFFIX}(?=[，。；：！？、）\n]|$|\d)"
)  # “我爱我家”书画摄影展
_HEAD_END = re.compile(rf"{HEAD}$")
_SET_UP = re.compile(rf"{one_of(MEASURES['verbs']['set_up'])}(?:了|起)?[^，。；：“”的]{{0,6}}$")
_ONLINE = re.compile("[办搬开送][到进上]了?(?:线上|网上|云端)")
_CARRIED = re.compile(r"(?:[^，。；\n“”]{0,6})(?:送上门|[办搬建开][到进上]|提前|固定|定[在于])")
_QUOTED = re.compile(
    rf"“(?P<name>[^“”\n]{{1,24}})”(?P<more>(?:“[^“”\n]{{2,20}}”)*(?:(?:——)?[\u4e00-\u9fffA-Za-z0-9]{{0,14}}?{HEAD})?)"
)
_BEFORE_QUOTE = re.compile(
    r"(?:第\S{1,4}[届期]|24小时|\S{0,4}线上|送(?![去来给到上])\S{1,10}|[\u4e00-\u9fff]{0,3}免费)$"
)
_VERBAL = re.compile("[了把将在由为向对给已有着]")
_SENTENCE_MARK = re.compile("[。！？，；]")
_APART = re.compile("[，在于是]")


@value
class _Quotation:
    """What stands between “ and ”, with the words behind that belong to its name.

    ``head`` is a last word that tells a kind, ``sign`` another mark of something set up, ``verb`` where a verb of
    putting in place begins before it.
    """

    words: str
    start: int
    end: int
    head: str | None
    sign: str | None
    verb: int | None

    @property
    def programme(self) -> bool:
        """True for a programme that unions run everywhere: “金秋助学”."""
        return bool(PROGRAMME.fullmatch(self.words))


def find_quoted(text: str) -> Iterator[Title]:
    """Names in quotation marks that something says to be set up: a last word, a verb, an owner, a number of rules."""
    for match in _QUOTED.finditer(text):
        quote = _quotation(text, match)
        if quote is None or _is_other(text, quote):
            continue
        called, numbered = _called(text, quote), _numbered(text, quote)
        if not (quote.head or quote.programme or called or quote.sign or numbered):
            continue
        if not quote.head and _NO_THING.match(text[quote.end : quote.end + 6]):
            continue
        start = _start(text, quote)
        if quote.verb is None and _TOLD_BEFORE.search(text, max(0, start - 2), start):
            continue
        name = text[start : _end(text, quote)].replace("“", "").replace("”", "")
        name = "线上" + name if _ONLINE.match(text, quote.end) and not name.startswith("线上") else name
        verb = match.start() if (called or numbered) and quote.verb is None else quote.verb
        form = "programme" if quote.programme and verb is None else "quoted"
        yield Title(name, _kind(text, name, quote, numbered=numbered), form, match.start(), quote.end, verb)


def _quotation(text: str, match: re.Match[str]) -> _Quotation | None:
    more, end = match["more"], match.end()
    while (further := _HEAD.match(text, end)) and more:
        more, end = more + further[0], further.end()
    if _VERBAL.search(more) or (ACT_INSIDE.search(more) and more not in KINDS):
        more, end = "", match.start() + len(match["name"]) + 2
    if len(match["name"]) < 2 and not more:
        return None
    if (tail := _TAIL.match(text, end)) and suffix_kind(tail[0]) and not _CLAUSE.search(tail[0]):
        more, end = more + tail[0], tail.end()
    head = _HEAD_END.search(more) or _HEAD_END.search(match["name"])
    sign = None if head else _QUOTED_BEHIND.match(text, end) or _QUOTED_END.search(match["name"])
    end = sign.end() if sign and sign.re is _QUOTED_BEHIND else end
    verb = verb_before(text, match.start())
    return _Quotation(match["name"], match.start(), end, head and head[0], sign and sign[0], verb)


def _is_other(text: str, quote: _Quotation) -> bool:
    """True for a sentence, and for what is only used, asked of others or written on a flag."""
    return bool(
        _SENTENCE_MARK.search(quote.words)
        or _USED.search(text, max(0, quote.start - 6), quote.start)
        or (is_asked(text, quote.start) and not _is_asked_of_all(text, quote))
        or (text[quote.start - 1 : quote.start] == "在" and ACT.match(text, quote.end))
        or (quote.words in KINDS and _LIKENED.search(text, max(0, quote.start - 24), quote.start))
        or _MEMBER.match(text, quote.end)
        or _MEETING.match(text, quote.end)
        or (_PAID.search(quote.words) and _HANDED.search(text, max(0, quote.start - 4), quote.start))
        or _is_lettering(text, quote)
    )


def _is_asked_of_all(text: str, quote: _Quotation) -> bool:
    """True for a campaign with a name that those below are told to join: 要求各段开展“保畅通”劳动竞赛."""
    return bool(quote.head and KINDS[quote.head] == "campaign" and _HOLD.search(text, 0, quote.start))


def _is_lettering(text: str, quote: _Quotation) -> bool:
    """True for words on a flag and for money that bears a programme’s name."""
    end = quote.start + len(quote.words) + 2
    flag = _FLAG.match(text, end) and _WRITTEN.search(text, max(0, quote.start - 6), quote.start)
    return bool(flag or _LETTERING.match(text, end))


def _called(text: str, quote: _Quotation) -> bool:
    """True when a verb close by, the sentence's own verb, a word of calling or an owner says that it was set up."""
    between = text[quote.verb : quote.start] if quote.verb is not None else "，"
    near = not _APART.search(between) and quote.words.count("、") < 2
    named = bool(quote.head) or suffix_kind(text[quote.start : quote.end].strip("“”")) is not None
    if not near and named and _SET_UP.search(text, max(0, quote.start - 14), quote.start):
        return True
    if near and (quote.head or not _TOLD_OF.match(between)):
        return True
    carried = text[max(0, quote.start - 1) : quote.start] in ("把", "将") and _CARRIED.match(text, quote.end)
    plainly = _PLAINLY.search(text, max(0, quote.start - 5), quote.start) or _SENT_ROUND.fullmatch(quote.words)
    member = suffix_kind(quote.words) == "body"
    made = member and _MADE.search(text, max(0, quote.start - 32), quote.start)
    on_sign = named and _ON_SIGN.search(text, max(0, quote.start - 16), quote.start)
    if carried or plainly or made or on_sign or HAPPEN.match(text, quote.end):
        return True
    clause = text[max(0, quote.start - 24, text.rfind("。", 0, quote.start)) : quote.start]
    if _CALLED.search(text, max(0, quote.start - 6), quote.start) and (named or _SET_UP_BEFORE.search(clause)):
        return True
    owned = bool(_OWNER.search(text, max(0, quote.start - 6), quote.start))
    works = text[quote.start - 1 : quote.start] == "的" and _AT_WORK.match(text, quote.end)
    return owned and not quote.head and bool(named or (works and not _PEOPLE.search(quote.words)))


def _numbered(text: str, quote: _Quotation) -> bool:
    before = max(0, quote.start - 24)
    return bool(_NUMBERED.fullmatch(quote.words) and _NUMBERED_ACT.search(text, before, quote.start))


def _start(text: str, quote: _Quotation) -> int:
    """Where the name begins, with what belongs to it in front of the quotation mark."""
    start = quote.start
    if quote.verb is not None:
        start -= len(_modifier(text, quote.verb, start))
    before = _BEFORE_QUOTE.search(text[max(0, start - 6) : start])
    return start - len(before[0]) if before else start


def _end(text: str, quote: _Quotation) -> int:
    """Where the name ends: behind a noun that nothing is known of, when a verb just before says that it is set up."""
    noun = None if quote.head or quote.sign or quote.verb is None else _NOUN.match(text, quote.end)
    near = noun is not None and not re.search("[，在于是]", text[quote.verb : quote.start])
    return noun.end() if noun and near and not _CLAUSE.search(noun[0]) and not ACT.search(noun[0]) else quote.end


def _kind(text: str, name: str, quote: _Quotation, *, numbered: bool) -> str:
    """The measure type of a quoted name by its last word, or by what else gave it away."""
    if quote.head:
        return KINDS[quote.head]
    if quote.sign:
        return str(_QUOTED_KINDS[quote.sign])
    if numbered:
        return "policy"
    if quote.programme or _SENT_ROUND.fullmatch(quote.words):
        return "campaign"
    return suffix_kind(name) or _kind_by_verb(text, quote) or "service"


def _kind_by_verb(text: str, quote: _Quotation) -> str | None:
    """What the verb in front tells of a name that tells nothing: rules are kept to, campaigns are launched."""
    verb = ACT.match(text, quote.verb) if quote.verb is not None else None
    return _VERB_KINDS.get(verb[0]) if verb else None


def find_paired(text: str) -> Iterator[Title]:
    """“一对一”帮扶, “一村一医”结对, whatever stands behind."""
    for match in _PAIRED.finditer(text):
        yield Title(match["name"] + match["more"], "service", "programme", match.start(), match.end())


def _modifier(text: str, verb: int, quote: int) -> str:
    """What belongs to a name in front of its quotation marks: 困难职工“一户一策”帮扶机制."""
    match = ACT.match(text, verb)
    between = uncounted(text[match.end() : quote]) if match else ""
    return (
        between
        if 2 <= len(between) <= 14 and not re.search(r"[了在于的为向对将把给由，。“”\d]|信息化|[当任]$", between)
        else ""
    )

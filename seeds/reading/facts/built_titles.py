"""Names that no list of last words holds: what a verb of setting up has for its object, agreements, free offers.

The kind of such a name is told by how it ends (所, 站, 制, 队 …). Reads folded text; who put it in place is for
``measures``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from seeds.reading.facts.anchored import Opening
from seeds.reading.facts.lexicon import branches, choice, one_of
from seeds.reading.facts.title_words import ACT_INSIDE, HAPPEN, HEAD, MEASURES, Title, is_asked, uncounted

_SUFFIXES = {
    word: kind
    for kind in ("policy", "campaign", "service", "fund", "body", "training")
    for word in MEASURES["suffixes"][kind]
}
SUFFIX = one_of(_SUFFIXES)
_SUFFIX = re.compile(rf"{SUFFIX}$")
_NO_SUFFIX = re.compile(rf"(?:{one_of(MEASURES['suffixes']['none'])})$")
_HEAD_END = re.compile(rf"{HEAD}$")  # names of these ends are found elsewhere
_SET_UP = one_of(MEASURES["verbs"]["set_up"])
_CLOSE = rf"[，。；：！？、）\n]|$|{choice('titles.sent_to')}|[\d一二两三四五六七八九十]+[个处家座条间台名支辆张部]"
_OBJECT = re.compile(
    rf"(?P<verb>{branches(MEASURES['verbs']['set_up'])}|开(?=的)|办(?=的)|设(?=的)|建(?=的)|搭(?=的)|设(?<![建摆铺假开陈]设)(?=[\u4e00-\u9fff]{{2,10}}?[点站棚台岗室]))(?!{_SET_UP})(?:了|起了?)?(?:的(?P<told>))?(?P<name>[\u4e00-\u9fffA-Za-z0-9]{{2,24}}?{one_of(_SUFFIXES)})"
    rf"(?={_CLOSE}|(?(told)(?:{HAPPEN.pattern}|[已也正将在从由到为把向对给来开进赶帮共每里不收全天也还都一\d])|(?!)))"
)
_ONE_OF = re.compile("[一二两三四五六七八九十几\\d][支堂期间块趟]$")  # 组成一支马队
_SHORTEST_COUNTED = 2
# 开放纳凉防空洞13处: whatever is set up in so many places
_PLACES = re.compile(
    rf"(?:{choice('titles.sets_up_places')})(?:了|起)?(?P<name>(?![^，。]{{0,3}}[\d“])[\u4e00-\u9fff]{{3,12}})"
    r"(?=[\d一二两三四五六七八九十百]+[处个]?处)"
)
_NO_NAME = re.compile(
    f"{choice('titles.no_place')}|[了把是对给将从在由于与和及等们这那各该其并也还又被让使过]|(?<!见义勇)为|(?<![流方走])向|就(?![医业餐近学读诊])"
    rf"|[\d一二三四五六七八九十]周|{choice('titles.no_part')}"
)
# 市气象局与市总工会商定，高温预警先发工会
_AGREED = re.compile(
    r"商定[，：](?:今后|此后|从今以后)?(?:[^，。；！？\n]{2,20}时，)?(?P<name>(?![^，。；！？\n]*(?:元|%|捐款|资金|\d[\d.]*[万余多]*[名人户位]))[^，。；！？\n“”]{6,24})(?=[，。；\n])"
)
_IS_OF = (
    rf"(?=是[^，。；！？\n]{{4,48}}(?:{choice('titles.was_set_up')})(?:起来|上去|出来)?的"
    f"(?:一[项个种][^，。；]{{0,6}}|新?(?:{choice('titles.thing_set_up')}))?[，。；！])"
)
_TOLD = (
    Opening(rf"(?P<name>[\u4e00-\u9fffA-Za-z0-9]{{3,10}}){_IS_OF}", after="，。；：！\n"),
    re.compile(rf"“(?P<name>[\u4e00-\u9fffA-Za-z0-9]{{3,10}})”{_IS_OF}"),
)
_BORN = Opening(
    rf"(?P<name>[\u4e00-\u9fff]{{4,22}}?{SUFFIX})(?={HAPPEN.pattern})",
    after="，。；：！\n",
)
# 这支服务队由镇团委组织: what was named before, with who set it up
_BY = Opening(
    rf"(?:这|该)[个支项家]?(?P<name>[\u4e00-\u9fff]{{0,8}}?{SUFFIX})(?=(?:\d{{4}}年)?由[^，。；\n]{{2,40}}?"
    f"(?:{choice('titles.founds')}))",
    after="，。；：！\n",
)
# 板房区的大灶由餐饮工会承办
_RUN = Opening(
    rf"(?P<name>[\u4e00-\u9fff]{{2,16}}?{SUFFIX})(?=(?:\d{{4}}年)?由[^，。；\n]{{2,24}}?(?:{choice('titles.runs')}))",
    after="，。；：！\n",
)
# 实行错峰上下班: a way of working has no last word of its own
_KEPT_TO = re.compile(
    r"(?:实(?<![未不的施].)行|推(?<![未不的施].)行|试(?<![未不的施].)行|全面实行|一律实行)(?:了|起)?(?P<name>[\u4e00-\u9fffA-Za-z0-9]{4,14})(?=[，。；、！\n]|$)"
)
_ITEM_OF_RULES = re.compile("[一二三四五六七八九十]、[^，。；\n]*$")  # 二、对受灾职工实行…
_NO_WAY = re.compile("[的了是把被将和与在]|以来|之后|后$|前$|时$|期间|[省市县区]$|元")
# 请来的两位律师每周三坐班
_AT_DESK = re.compile(
    rf"(?:(?:请来?|派|安排)了?的?[^，。；：\n]{{0,12}}?|每[周天月日晚][^。；：\n]{{0,20}}?)(?P<who>{choice('titles.experts')})"
    rf"(?:[^，。；：\n]{{0,14}}?)(?P<what>{choice('titles.sits')})(?!表)"
)
# 公布七项举措
_ITEMS = re.compile(
    r"(?:公布|推出|出台)了?(?P<name>[一二两三四五六七八九十\d]+[项条](?:惠民|惠工|暖心|务实|硬核)?(?:举措|措施|新规))(?=[，。；：支促帮保助稳])"
)
# 发出倡议，呼吁大家多跟老干部联系
_APPEAL = re.compile(
    "(?:(?:发出|发起)(?:了|起)?(?:一份)?倡议[，：](?:呼吁|号召|请|倡导|希望)"
    "|(?:发出|发起|联名|共同|联合)(?:了|起)?(?:一份)?倡议：|向[^，。；：\n]{2,16}倡议：)"
    "(?:大家|广大职工|全[市省县区]职工|全体职工|职工们?)?(?P<name>[^，。；！？\n“”]{6,30})(?=[，。；！\n])"
)
# 免费诊治冻伤: skilled work that anybody may have, told without a number of takers
_FREE = re.compile(
    rf"(?P<name>(?:免费(?<!接受..)(?<!接受了..)(?<!享受..)|义务(?<!接受..)(?<!接受了..)(?<!享受..)){one_of(MEASURES['free'])}[\u4e00-\u9fff]{{0,14}}?)(?=[，。；！\n]|、|$)"
)
_FREE_NOT = re.compile("的$|等$|了[\u4e00-\u9fff]")
_SO_MANY = re.compile("[一二两三四五六七八九十百\\d]+[台件次份亩吨个户名人辆]")
_COUNTED = re.compile(r"\d[\d.]*[万余多]*[名人户位个头条][^，。；\n]*$")


def find_built(text: str) -> Iterator[Title]:
    """Objects of verbs of setting up by how they end, agreements by their words, free offers of skilled work."""
    yield from _objects(text)
    for match in _AGREED.finditer(text) if "商定" in text else ():
        yield Title(match["name"], "policy", "phrase", match.start("name"), match.end("name"), match.start())
    for match in _PLACES.finditer(text):
        name = match["name"].rsplit("的", 1)[-1]
        if not _HEAD_END.search(name) and not _NO_NAME.search(name) and not is_asked(text, match.start()):
            yield Title(name, "service", "object", match.end() - len(name), match.end(), match.start())
    for match in _FREE.finditer(text):
        if (
            not _FREE_NOT.search(match["name"])
            and not _SO_MANY.search(match["name"])
            and not _COUNTED.search(text, max(0, match.start() - 30), match.start())
        ):
            yield Title(match["name"], "service", "offer", match.start(), match.end(), match.start())


def find_told(text: str) -> Iterator[Title]:
    """Names that stand in front of who put them in place: “娘家角”是区总工会搭起来的."""
    for match in chain.from_iterable(pattern.finditer(text) for pattern in _TOLD):
        name = match["name"].rsplit("的", 1)[-1]
        quoted = match.string[match.start()] == "“"
        kind = suffix_kind(name) or ("service" if quoted else None)
        if kind is not None and len(name) > 2 and not _NO_NAME.search(name):
            yield Title(name, kind, "phrase", match.end("name") - len(name), match.end("name"), match.end("name"))


def find_born(text: str) -> Iterator[Title]:
    """Names in front of what happens to them, with their owner's name: 市总工会特困职工救助站成立五年."""
    for match in _BORN.finditer(text):
        name = match["name"].rsplit("的", 1)[-1]
        kind = suffix_kind(name)
        if kind is not None and len(name) > 3 and not _HEAD_END.search(name) and not _NO_NAME.search(name):
            yield Title(name, kind, "object", match.end() - len(name), match.end())


def find_again(text: str) -> Iterator[Title]:
    """What is told of something by its last word or its number: 这支服务队由镇团委组织; 公布七项举措."""
    for match in _BY.finditer(text):
        if kind := suffix_kind(match["name"]):
            yield Title(match["name"], kind, "phrase", match.start("name"), match.end("name"), match.start("name"))
    for match in _RUN.finditer(text):
        name = match["name"].rsplit("的", 1)[-1]
        if (kind := suffix_kind(name)) and len(name) > 1 and not _NO_NAME.search(name):
            yield Title(name, kind, "phrase", match.end() - len(name), match.end(), match.end() - len(name))
    for match in _AT_DESK.finditer(text):
        name = match["who"] + match["what"]
        yield Title(name, "service", "offer", match.start("who"), match.end(), match.start())
    for match in _KEPT_TO.finditer(text):
        name = match["name"]
        if not (
            _NO_WAY.search(name)
            or _ITEM_OF_RULES.search(text, max(0, match.start() - 24), match.start())
            or _HEAD_END.search(name)
            or is_asked(text, match.start())
            or suffix_kind(name)
        ):
            yield Title(name, "policy", "object", match.start("name"), match.end("name"), match.start())
    for match in _ITEMS.finditer(text):
        yield Title(match["name"], "policy", "object", match.start("name"), match.end("name"), match.start())


def find_appeals(text: str) -> Iterator[Title]:
    """Appeals by what they ask for: 发出倡议，呼吁大家多跟老干部联系."""
    for match in _APPEAL.finditer(text) if "倡议" in text else ():
        yield Title(match["name"] + "的倡议", "campaign", "phrase", match.start(), match.end(), match.start())


def suffix_kind(name: str) -> str | None:
    """The measure type that the last characters of ``name`` tell; None when they tell none."""
    match = None if _NO_SUFFIX.search(name) else _SUFFIX.search(name)
    return _SUFFIXES[match[0]] if match else None


def _shortest(words: str, name: str, kind: str | None) -> int:
    """How long the ``name`` at the end of ``words`` has to be: 马队 is counted, 粤语班 says what for."""
    if _ONE_OF.search(words, 0, len(words) - len(name)):
        return _SHORTEST_COUNTED
    return 3 if kind in ("body", "training") else 4


def _objects(text: str) -> Iterator[Title]:
    for match in _OBJECT.finditer(text):
        if is_asked(text, match.start()):
            continue
        if match["verb"] == "公布" and match["name"].endswith("电话"):
            continue  # a number that is told anew
        if match["name"].endswith("贷款") and "元" in match["name"]:
            continue  # 办了9万元低息贷款: aid
        name = uncounted(uncounted(match["name"].rsplit("的", 1)[-1]))
        kind = suffix_kind(name)
        shortest = _shortest(match["name"], name, kind)
        if (
            kind is None
            or _HEAD_END.search(name)
            or len(name) < shortest
            or _NO_NAME.search(name)
            or ACT_INSIDE.search(name)
        ):
            continue
        yield Title(name, kind, "object", match.end() - len(name), match.end(), match.start())

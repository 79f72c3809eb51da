"""Names of what was put in place, as a text prints them: 《…办法》, “春风行动”送岗下乡活动, 心理咨询热线.

Finds names and says where and of what kind; who put it in place is for ``measures``. Reads folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seeds.reading.facts.anchored import Opening
from seeds.reading.facts.built_titles import find_again, find_appeals, find_born, find_built, find_told
from seeds.reading.facts.concessions import find_concessions
from seeds.reading.facts.lexicon import choice, leading, one_of, words_of
from seeds.reading.facts.numerals import NUMBER, number_of
from seeds.reading.facts.papers import find_papers
from seeds.reading.facts.plain_titles import find_drawn, find_editions, find_plain
from seeds.reading.facts.quoted_titles import find_paired, find_quoted
from seeds.reading.facts.title_words import ACT, ACT_INSIDE, HAPPEN, HEAD, KINDS, MEASURES, Title, is_asked, uncounted

_ALONE = frozenset(MEASURES["heads"]["alone"])
_OWNED = re.compile(
    rf"的?(?P<modifier>[\u4e00-\u9fffA-Za-z0-9“”]{{0,10}}?)(?P<head>{one_of(MEASURES['heads']['owned'])})(?![\u4e00-\u9fff]?(?:主任|负责人|队员|成员|站长))"
)
# 12351热线增设法律专席: the new one is what is told
_ADDED = re.compile("(?:也|还|同步|同时|新)*(?:增设|新增|增开|加开|增加|开设)")
_OWNED_HEAD = re.compile(one_of(MEASURES["heads"]["owned"]))
# 疫情防控工作领导小组很快在该集团公司成立; 绿色通道由公司业务部打开
_TURNED = Opening(
    rf"(?P<modifier>[\u4e00-\u9fffA-Za-z0-9“”·—]{{0,30}}?)(?P<head>{HEAD})"
    rf"(?=[\d×-]{{0,14}}(?:便|就|也|则|随即|很快|陆续|已|正式|近日|日前|迅速|随之|于|一共|昨[日天]|今[日天]|本周.|上周.|下周.|\d{{1,2}}[月日]至?)*"
    rf"(?:在[^，。\n]{{2,16}}|由[^，。\n]{{2,24}})?(?:便|就|也|及时|随即|很快|陆续|已|正式|抓紧|牵头|一起|联合|共同)*"
    rf"(?:{one_of(MEASURES['verbs']['happen'])}|{ACT.pattern}|发动|组织(?!的)|制作|立了|对[^，。\n]{{2,12}}开放"
    "|(?:24小时|全天|昼夜)?有人(?:接听|值守|值班|接待)|(?:一律|每晚)延长|(?:由此|再次)?(?:增至|扩大到|增加到))(?!率)|的(?:成立|组建|建立|设立|启动|开通)[，是]"
    f"|的(?:{choice('titles.of_work')})是)",
    after=r"，。；：！\n、\-■●◆▲★◇□○",
)
# what sets something up itself is no news: 两个服务点支起大锅
_WORKS = re.compile(
    rf"(?!{one_of(MEASURES['verbs']['happen'])})(?:便|就|也|还|都|已)*{ACT.pattern}(?![了起来出完]*(?:[，。；！]|[到在于的]|$))"
)
_ACTS_ITSELF = re.compile("(?:成立|组建|启动|开通|举行|发起)(?:了|起)?[“《]")  # 女职工委员会成立“针线组”
_HANDED_ON = re.compile("[交转送拨]到|[交转]给")  # 由区文联交到慈善协会
_TOLD_ONLY = re.compile("(?:电话|津贴)$")  # what is published or paid out is not put in place by that
_SINCE = re.compile("(?:启动|开展|实行|开通|成立|推出)(?:后|之后|以来|期间)")  # what is told of as known
# of a body alone what happens to it tells; what else stands behind its name it does itself
_BORN = re.compile(
    rf"(?:[^，。；\n“”《]{{0,24}}?(?:{choice('titles.born')})(?!大会|仪式|[一二三四五六七八九十\d]+周年)|组成的|的(?:成立|组建|建立)"
    rf"|由[^，。\n]{{2,24}})"
)
# 把后勤服务小组建到工地; 将11个骑手驿站的关门时间推迟
_MOVED = re.compile(
    rf"(?:把|将)(?P<modifier>[\u4e00-\u9fffA-Za-z0-9“”、·]{{0,24}}?)(?P<head>{HEAD})"
    r"(?=建[到在成]|办[到进在上]|搬[到进上]|送[到进上]|开[到进上]|组建|延长|提前|的[\u4e00-\u9fff]{2,6}(?:延长|推迟|提前))"
)
# 成立由主席任组长、各部室为成员单位的复工保障专班
_COMPOSED = re.compile(
    rf"(?:成立|组建)(?:了|起)?[由以][^。！？；\n“”]{{4,120}}?(?:{choice('titles.composed')})的"
    rf"(?P<modifier>[\u4e00-\u9fff]{{0,16}}?)(?P<head>{one_of(MEASURES['heads']['body'])})"
)
# 由家属联络专班负责; 一是困难学生帮扶活动，…; 提供远程教学平台
# 把夜班津贴由每班20元提到30元
_AT_WORK = tuple(re.compile(pattern) for pattern in (
    rf"报名参加了?(?P<modifier>[\u4e00-\u9fff]{{2,12}}?)(?P<head>{one_of(MEASURES['heads']['body'])})(?=[，。；])",
    rf"[靠由](?P<modifier>[\u4e00-\u9fff]{{2,12}}?)(?P<head>{one_of(MEASURES['heads']['body'])})(?=，|负责|牵头|承担)",
    rf"[：；，。\n][一二三四五六][是靠](?P<modifier>[\u4e00-\u9fff]{{2,12}}?)(?P<head>{HEAD})(?=[，；。：])",
    rf"(?:提供|用上)了?(?P<modifier>[\u4e00-\u9fffA-Za-z0-9]{{2,14}}?)(?P<head>{one_of(MEASURES['heads']['platform'])})"
    "(?=[，。；和、])",
    # 在扉页写下六个字：救灾专户
    rf"写[上下着][^，。；：]{{0,8}}?[一二三四五六七八九十]个大?字：\n?(?P<modifier>[\u4e00-\u9fff]{{2,12}}?)(?P<head>{HEAD})(?=[，。；\n]|$)",
    r"[把将](?P<modifier>[\u4e00-\u9fff]{2,16}?)(?P<head>津贴|标准)(?=[由从][^，。\n]{1,12}[提调涨])",
))  # fmt: skip
# 拉起两支队伍：青年突击队和巡逻志愿队
_GROUPS = re.compile(r"(?:了|起)*[一两三四五六七八九十\d]{1,2}[支个](?:队伍|小组|小队)[：:，]")
_DRAFTED = re.compile("(?:着手|正在|抓紧|加紧|酝酿)(?:研究)?(?:制[定订]|拟定|修订|筹建)$")  # not in place yet
_LONG_HEAD = 5  # 志愿服务队 names a body with nothing in front of it
_PAPERS = frozenset(words_of("titles.papers"))
_SUBJECT = re.compile("[\u4e00-\u9fff]{4,}的")  # 稳定复工期间劳动关系的(措施)
_MANY = re.compile("[了的]?(?:一系列|系列|一些|许多)")
_WHOLE = frozenset(["倡议", "号召"])  # their name is what they ask for
_ACTS = re.compile(choice("titles.also_acts"))
_LONGEST_MODIFIER = 36
_HEAD_AHEAD = re.compile(leading(KINDS))
_PHRASE = re.compile(
    rf"(?P<modifier>[\u4e00-\u9fffA-Za-z0-9Ⅰ-Ⅵ“”、·—]{{0,{_LONGEST_MODIFIER}}}?)(?P<head>{HEAD})(?=[，。；：！？、”）（\n]|和|并|与|及|等|的(?!工作)|来|由|为|向|对|在|于|已|随|从|让|就|将|把|帮(?!扶)|以|开|上|启|进|免|共|自|被|接|迅|经|轮|每|赶|奔|累|陆|先|分|拉|下|赴|驻|深入|走进|[一二两三四五六七八九十]+[处个家]|承担|的[关开]|\d|$|{HAPPEN.pattern})"
)
_VAGUE = re.compile(rf"{choice('titles.vague')}|^(?:{choice('titles.plain_work')})[\u4e00-\u9fff]{{2}}$")
_ITEM = re.compile("[条项]")  # stands in few of the stretches that are asked about
_CLAUSES = re.compile(f"(?:共|提出|出台|一共开列|制定|等)?({NUMBER})(?:条|项)(?:{choice('titles.clauses')})?")


def find_titles(text: str) -> Iterator[Title]:
    """The names of measures in ``text``, papers first, then quoted names, then phrases after a verb."""
    taken: list[tuple[int, int]] = []
    for finder in (
        find_papers,
        find_paired,
        find_quoted,
        _composed,
        find_plain,
        find_appeals,
        _phrases,
        _turned,
        _moved,
        find_drawn,
        find_editions,
        find_told,
        find_again,
        find_born,
        find_concessions,
        find_built,
    ):
        for title in finder(text):
            if not any(start < title.end and title.start < end for start, end in taken[-400:]):
                taken.append((title.start, title.end))
                yield title


def _phrases(text: str) -> Iterator[Title]:
    last = barren = 0
    for verb in ACT.finditer(text):
        if _is_wish(text, verb):
            continue
        at = max(verb.end(), last)
        groups = _GROUPS.match(text, at)
        at = groups.end() if groups else at
        if at < barren:
            continue  # many verbs in a row cost one look each
        for _ in range(4):  # 组建了党员突击队和志愿服务队 names two
            match = _PHRASE.match(text, at)
            title = _phrase(match, verb.start()) if match else None
            if match is None:
                ahead = _HEAD_AHEAD.search(text, at)
                barren = (ahead.start() if ahead else len(text)) - _LONGEST_MODIFIER
            if match is None or title is None:
                break
            last = match.end()
            yield title
            if text[last : last + 1] not in ("和", "、", "与", "及"):
                break
            at = last + 1


def _is_wish(text: str, verb: re.Match[str]) -> bool:
    """True for what others are asked to put in place, and for what is still being drawn up."""
    return bool(is_asked(text, verb.start()) or _DRAFTED.search(text, max(0, verb.start() - 8), verb.end()))


def _turned(text: str) -> Iterator[Title]:
    """Names that stand before their verb: 领导小组很快在该集团公司成立, 绿色通道由该行公司业务部打开."""
    for match in _TURNED.finditer(text):
        title = None if _SINCE.match(text, match.end()) else _phrase(match, match.start())
        if title is None or _WORKS.match(text, title.end) or _ACTS_ITSELF.match(text, title.end):
            continue
        if title.kind != "body" or _BORN.match(text, title.end):
            yield title


def _moved(text: str) -> Iterator[Title]:
    """Names that stand between 把 and what is done with them: 把后勤服务小组建到工地; or beside who is at work."""
    for pattern in (_MOVED, *_AT_WORK):
        for match in pattern.finditer(text):
            title = _phrase(match, match.start())
            if title and not _HANDED_ON.search(match["modifier"]):
                yield title


def _composed(text: str) -> Iterator[Title]:
    """Bodies whose members are told before their name: 成立由各部室组成的复工保障专班."""
    for match in _COMPOSED.finditer(text):
        title = _phrase(match, match.start())
        if title:
            yield title


def _phrase(match: re.Match[str], verb: int) -> Title | None:
    modifier = uncounted(match["modifier"])
    if match["modifier"].endswith("等") or _MANY.match(match["modifier"]):
        return None
    if (
        "的" in modifier
        and match["head"] not in _WHOLE
        and not (match["head"] in _PAPERS and _SUBJECT.fullmatch(modifier))
    ):
        modifier = modifier.rsplit("的", 1)[1]
    modifier = uncounted(modifier)
    bare = modifier.replace("“", "").replace("”", "")
    name = bare + match["head"]
    if len(bare) < 2 and match["head"] not in _ALONE and name not in _ALONE and len(match["head"]) < _LONG_HEAD:
        return None
    if match.string[verb : verb + 2] in ("公布", "公开", "发放") and _TOLD_ONLY.search(name):
        return None
    if match.string.startswith("的，", match.end()):
        return None  # 组织职工开展线上培训的，给予补贴: a case of a rule
    if (
        _VAGUE.search(name)
        or _ACTS.search(bare)
        or re.search("、免费|通过|利用|借助|登录|依托|聚焦|[了把是]|在(?!线)|[会局司院校厂]组织|^自?\\d+年", bare)
        or (ACT_INSIDE.search(bare) and match["head"] not in _WHOLE)
    ):
        return None
    start = match.end() - len(match["head"]) - len(modifier)
    return Title(name, KINDS[match["head"]], "phrase", start, match.end(), verb)


def names_owned(text: str) -> bool:
    """True when ``text`` holds the last word of anything that a body may own."""
    return bool(_OWNED_HEAD.search(text))


def owned_title(text: str, end: int) -> Title | None:
    """The name right behind a body's name ending at ``end``, when it says what the body has: …的就业专车."""
    match = _OWNED.match(text, end)
    if not match or re.search(
        f"[由为向对给把将从在是有于与和了到]|{choice('titles.goes_before')}",
        match["modifier"],
    ):
        return None
    name = (match["modifier"] + match["head"]).replace("“", "").replace("”", "")
    if _ADDED.match(text, match.end()):
        return None
    if len(name) < 4 or ACT_INSIDE.search(match["modifier"]):
        return None
    return Title(
        name, KINDS[match["head"]], "owned", match.end() - len(match["modifier"]) - len(match["head"]), match.end()
    )


def clauses_of(text: str, start: int, end: int) -> int | None:
    """How many items the words around a title say it has (共9条, 16条举措); None when they do not say."""
    for match in _CLAUSES.finditer(text, start, end) if _ITEM.search(text, start, end) else ():
        value = number_of(match[1])
        if value is not None and 1 < value < 500 and value == value.to_integral_value():
            return int(value)
    return None

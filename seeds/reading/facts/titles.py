"""Names of what was put in place, as a text prints them: 《…办法》, “春风行动”送岗下乡活动, 心理咨询热线.

Finds names and says where and of what kind; who put it in place is for ``measures``. Reads folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seeds.reading.facts.anchored import Opening
from seeds.reading.facts.built_titles import find_again, find_appeals, find_born, find_built, find_told
from seeds.reading.facts.concessions import find_concessions
from seeds.reading.facts.lexicon import one_of
from seeds.reading.facts.numerals import NUMBER, number_of
from seeds.reading.facts.papers import find_papers
from seeds.reading.facts.quoted_titles import find_paired, find_quoted
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
)

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
    rf"(?=[\d×-]{{0,14}}(?:便|就|也|则|随即|很快|陆续|已|正式|近日|日前|迅速|随之|于|一共|昨[日天]|今[日天]|本周.|上周.|下周.|\d{{1,2}}[月日])*(?:在[^，。\n]{{2,16}}|由[^，。\n]{{2,24}})?"
    rf"(?:便|就|也|及时|随即|很快|陆续|已|正式|抓紧|牵头|一起|联合|共同)*(?:{one_of(MEASURES['verbs']['happen'])}|{ACT.pattern}|发动|组织|制作|立了|对[^，。\n]{{2,12}}开放|(?:一律|每晚)延长|(?:由此|再次)?(?:增至|扩大到|增加到))(?!率)"
    r"|的(?:成立|组建|建立|设立|启动|开通)[，是]|的(?:主角|对象|目的|重点|特点|主题|内容)是)",
    after="，。；：！\n、",
)
# what sets something up itself is no news: 两个服务点支起大锅
_WORKS = re.compile(
    rf"(?!{one_of(MEASURES['verbs']['happen'])})(?:便|就|也|还|都|已)*{ACT.pattern}(?![了起来出完]*(?:[，。；！]|[到在于的]|$))"
)
_HANDED_ON = re.compile("[交转送拨]到|[交转]给")  # 由区文联交到慈善协会
_TOLD_ONLY = re.compile("(?:电话|津贴)$")  # what is published or paid out is not put in place by that
_SINCE = re.compile("(?:启动|开展|实行|开通|成立|推出)(?:后|之后|以来|期间)")  # what is told of as known
# of a body alone what happens to it tells; what else stands behind its name it does itself
_BORN = re.compile(
    r"(?:[^，。；\n“”《]{0,24}?(?:成立|组建|挂牌|揭牌|诞生|亮相|应运而生|建成|集结)(?!大会|仪式|[一二三四五六七八九十\d]+周年)|组成的|的(?:成立|组建|建立)|由[^，。\n]{2,24})"
)
# 把后勤服务小组建到工地; 将11个骑手驿站的关门时间推迟
_MOVED = re.compile(
    rf"(?:把|将)(?P<modifier>[\u4e00-\u9fffA-Za-z0-9“”、·]{{0,24}}?)(?P<head>{HEAD})"
    r"(?=建[到在成]|办[到进在上]|搬[到进上]|送[到进上]|开[到进上]|组建|延长|提前|的[\u4e00-\u9fff]{2,6}(?:延长|推迟|提前))"
)
# 成立由主席任组长、各部室为成员单位的复工保障专班
_COMPOSED = re.compile(
    rf"(?:成立|组建)(?:了|起)?[由以][^。！？；\n“”]{{4,120}}?(?:组成|成员|单位|为主|参加|参与)的(?P<modifier>[\u4e00-\u9fff]{{0,16}}?)"
    rf"(?P<head>{one_of(MEASURES['heads']['body'])})"
)
# 拉起两支队伍：青年突击队和巡逻志愿队
_DIAL = re.compile("热线|电话")
_DIALLED = Opening(
    r"(?P<modifier>[\u4e00-\u9fffA-Za-z0-9]{2,12}?)(?P<head>热线|服务电话|求助电话|投诉电话|咨询电话|值班电话|报修电话|救助电话)(?=[：为是]?\d{3,4}[-×\d]{3})",
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
# 由家属联络专班负责; 一是困难学生帮扶活动，…; 提供远程教学平台
# 把夜班津贴由每班20元提到30元
_AT_WORK = tuple(re.compile(pattern) for pattern in (
    rf"报名参加了?(?P<modifier>[\u4e00-\u9fff]{{2,12}}?)(?P<head>{one_of(MEASURES['heads']['body'])})(?=[，。；])",
    rf"[靠由](?P<modifier>[\u4e00-\u9fff]{{2,12}}?)(?P<head>{one_of(MEASURES['heads']['body'])})(?=，|负责|牵头|承担)",
    rf"[：；，。\n][一二三四五六][是靠](?P<modifier>[\u4e00-\u9fff]{{2,12}}?)(?P<head>{HEAD})(?=[，；。：])",
    rf"(?:提供|用上)了?(?P<modifier>[\u4e00-\u9fffA-Za-z0-9]{{2,14}}?)(?P<head>{one_of(MEASURES['heads']['platform'])})"
    "(?=[，。；和、])",
    # 在扉页写下六个字：救灾专户
    rf"写[上下着][^，。；：]{{0,8}}?[一二三四五六七八九十]个大?字：(?P<modifier>[\u4e00-\u9fff]{{2,12}}?)(?P<head>{HEAD})(?=[，。；\n]|$)",
    r"[把将](?P<modifier>[\u4e00-\u9fff]{2,16}?)(?P<head>津贴|标准)(?=[由从][^，。\n]{1,12}[提调涨])",
))  # fmt: skip
_GROUPS = re.compile(r"(?:了|起)*[一两三四五六七八九十\d]{1,2}[支个](?:队伍|小组|小队)[：:，]")
_EDITION = re.compile(
    rf"(?P<modifier>(?:第[一二三四五六七八九十\d]{{1,3}}|首)届“?[\u4e00-\u9fff]{{0,12}}?)(?P<head>比武|大赛|竞赛|运动会|{PROGRAMME.pattern})”?"
)
_DRAFTED = re.compile("(?:着手|正在|抓紧|加紧|酝酿)(?:研究)?(?:制[定订]|拟定|修订|筹建)$")  # not in place yet
_LONG_HEAD = 5  # 志愿服务队 names a body with nothing in front of it
_DRAWN = re.compile(
    r"从(?:[省市县区州厂]|本级)?(?P<modifier>[\u4e00-\u9fff]{2,10}?)(?P<head>基金|互助金|周转金|救急金|专户)[中里内]?"
    r"(?:先行|先|紧急|一次性)?(?:拿出|列支|支出|拨出|拨付|安排)"
)
_PAPERS = frozenset(
    [
        "措施",
        "若干措施",
        "措施要求",
        "办法",
        "意见",
        "指导意见",
        "通知",
        "规定",
        "方案",
        "一级响应",
        "二级响应",
        "应急响应",
    ]
)
_SUBJECT = re.compile("[\u4e00-\u9fff]{4,}的")  # 稳定复工期间劳动关系的(措施)
_MANY = re.compile("[了的]?(?:一系列|系列|一些|许多)")
_WHOLE = frozenset(["倡议", "号召"])  # their name is what they ask for
_ACTS = re.compile("还为|也派|派出|组织的|也为|又为|还给|又给|也给")
_LONGEST_MODIFIER = 36
_HEAD_AHEAD = re.compile(rf"(?={HEAD})")
_PHRASE = re.compile(
    rf"(?P<modifier>[\u4e00-\u9fffA-Za-z0-9Ⅰ-Ⅵ“”、·—]{{0,{_LONGEST_MODIFIER}}}?)(?P<head>{HEAD})(?=[，。；：！？、”）（\n]|和|并|与|及|等|的(?!工作)|来|由|为|向|对|在|于|已|随|从|让|就|将|把|帮|以|开|上|启|进|免|共|自|被|接|迅|经|轮|每|赶|奔|累|陆|先|分|拉|下|赴|驻|深入|走进|[一二两三四五六七八九十]+[处个家]|承担|的[关开]|\d|$|{HAPPEN.pattern})"
)
_VAGUE = re.compile(
    r"细心|周到|优质|贴心|热情|各项|有力|有效|全方位|精准|相应|上述|多项|一些|更多|更好|良好|各类|日常|具体|各自|这个|该|此次|本次|这|分头|相关|有关"
    r"|以上|实际|迅速|纷纷|统一|自发|任务|共同|^(?:工作|疫情防控|复工复产|联防联控|志愿|宣传|结对保障|保障|销售|长效沟通)[\u4e00-\u9fff]{2}$"
)
_CLAUSES = re.compile(rf"(?:共|提出|出台|一共开列|制定|等)?({NUMBER})(?:条|项)(?:措施|举措|承诺|内容|规定|政策|具体)?")


def find_titles(text: str) -> Iterator[Title]:
    """The names of measures in ``text``, papers first, then quoted names, then phrases after a verb."""
    taken: list[tuple[int, int]] = []
    for finder in (
        find_papers,
        find_paired,
        find_quoted,
        _composed,
        _plain,
        find_appeals,
        _phrases,
        _turned,
        _moved,
        _drawn,
        _editions,
        find_told,
        find_again,
        find_born,
        find_built,
        find_concessions,
    ):
        for title in finder(text):
            if not any(start < title.end and title.start < end for start, end in taken[-400:]):
                taken.append((title.start, title.end))
                yield title


def _plain(text: str) -> Iterator[Title]:
    """Services with their number, rules of shutting off, sums set up and appeals, each by its own words alone."""
    for pattern, kind in ((_DIALLED, "service"), (_SHUT, "policy"), (_ENDOWED, "fund"), (_APPEAL, "campaign")):
        for match in pattern.finditer(text) if pattern is not _DIALLED or _DIAL.search(text) else ():
            modifier = ACT_INSIDE.split(match["modifier"])[-1] if pattern is _DIALLED else match["modifier"]
            name = modifier + match["head"]
            yield Title(name, kind, "phrase", match.start("head") - len(modifier), match.end("head"), match.start())


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
    return bool(
        ASKED.search(text, max(0, verb.start() - 24), verb.start())
        or _DRAFTED.search(text, max(0, verb.start() - 8), verb.end())
    )


def _turned(text: str) -> Iterator[Title]:
    """Names that stand before their verb: 领导小组很快在该集团公司成立, 绿色通道由该行公司业务部打开."""
    for match in _TURNED.finditer(text):
        title = None if _SINCE.match(text, match.end()) else _phrase(match, match.start())
        if title is None or _WORKS.match(text, title.end):
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


def _editions(text: str) -> Iterator[Title]:
    """What is held for the n-th time has a name wherever it stands: 第九届焊工技能比武的决赛."""
    for match in _EDITION.finditer(text) if "届" in text else ():
        name = (match["modifier"] + match["head"]).replace("“", "").replace("”", "")
        yield Title(name, "campaign", "phrase", match.start(), match.end(), match.start())


def _drawn(text: str) -> Iterator[Title]:
    """Funds that money is taken from: 从市职工解困基金里拿出35万元."""
    for match in _DRAWN.finditer(text):
        name = match["modifier"] + match["head"]
        if "的" not in name:
            yield Title(name, "fund", "phrase", match.start("modifier"), match.end("head"), match.start())


def _phrase(match: re.Match[str], verb: int) -> Title | None:
    modifier = COUNT_HEAD.sub("", match["modifier"])
    if match["modifier"].endswith("等") or _MANY.match(match["modifier"]):
        return None
    if (
        "的" in modifier
        and match["head"] not in _WHOLE
        and not (match["head"] in _PAPERS and _SUBJECT.fullmatch(modifier))
    ):
        modifier = modifier.rsplit("的", 1)[1]
    modifier = COUNT_HEAD.sub("", modifier)
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
        "[由为向对给把将从在是有于与和]|一行|来到|走进|主席|主任|组织|派出|招募|举办|借助|利用|联合|联系|提供|登录|通过|开展|出席",
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
    for match in _CLAUSES.finditer(text, start, end):
        value = number_of(match[1])
        if value is not None and 1 < value < 500 and value == value.to_integral_value():
            return int(value)
    return None

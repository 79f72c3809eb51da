"""Whom aid is for, as the words of a clause name them, with how many they are said to be.

为我省237名援鄂医务人员家庭每户 … names 援鄂医务人员家庭, 237 名. Positions are those of the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from seeds.reading.facts.actors import Actor
from seeds.reading.facts.counts import BODIES, HOUSEHOLDS, PERSONS, Quantity, counts_takers
from seeds.reading.facts.lexicon import choice, leading, one_of, words
from seeds.reading.facts.statements import Clause
from seeds.reading.facts.taker_names import is_group

_AID = words("aid")
_GROUP = re.compile(leading(_AID["nouns"]["groups"]))
_STOP = re.compile(
    f"(?:每[人户名位个家站队车份支班]|各(?!级|县|区|类|地)|{choice('handing.share_of_each')}|共(?!同|产)|先行|统一|现场|免费|另外|进行|赠|送(?!货|水|教|药)"
    f"|捐|发(?!热|烧)|拨|汇|{choice('handing.then_given')}|准备|缓收|办理|投放|支起|借出|放|返还|开|建(?!档|筑)|办(?!公|事处)|设|下拨|划拨|追加|购|买(?!卖)"
    f"|{choice('handing.then_had')}|抗击(?![^，。；]{{1,10}}的)|配(?!合|套)|垫付|募|代|做"
    rf"|的?(?=(?:存量|(?<!\d)名下|原有|剩余|(?:尚未|[已未将])?到期|逾期)[^，。；]{{0,14}}[贷借]款)"
    f"|的(?=(?:存量|到期|未到期|新增|全部|名下)?(?:{choice('money.owed')}))|，|；|。|：|！|（(?![市区县旗州镇乡村园、]+）)|(?<![战抗防])“|$)"
)
_TO = re.compile(
    f"(?:{choice('handing.hands_to')}|塞给了|汇[给入进往]|(?:补助|补贴|救助|资助|慰问了?|奖励)(?!{choice('money.help_ends')})"
    f"|{choice('handing.for_whom')}|(?<!提)供(?![应销电水暖热气货养给])|分到|给到|给所属|给|为(?!期)|向|对|替|予"
    f"|[把将](?=[^，。；元]{{2,16}}元(?:的)?(?:到期|存量)?贷款)|交到了|直接补助|投放给|送进|涉及)"
)
_TRIM_HEAD = re.compile(f"^(?:了|着|{choice('people.all_here')}|其中的?|该|每[名位户个家]|沿途|首批|旗下|包括)+")
_LONGEST = 40
_SAID_BEFORE = re.compile("(?<![他她们])[\u4e00-\u9fff]{2,12}的$")
_TRIM_TAIL = re.compile(f"(?:{choice('people.hands')})?(?:的(?:钱|款))?(?:等)?$")
# 学生已拿到…, 企业缓缴…: the phrase ends with the people it names
_PEOPLE = re.compile(f"(?={one_of(_AID['nouns']['groups'])})")
_BELONGS = re.compile(f"(?:们|代表|等|家里|本人|群体|队伍|之家|团队|的?(?:{choice('people.kin_or_union')})|联合会)+")
_HOUSE = re.compile(f"[^每各在]{{1,3}}(?:{choice('bodies.houses_of')})")  # 果农合作社
_ADVERB = re.compile("[预先另再又均都已将各也每]$")
_PURPOSE = re.compile(f"^(?:{choice('people.purposes')}|帮助(?!.*[名户]))")
_OURS = re.compile("(?:[我全本][省市县区州国旗]|辖区内?|其中|首批|第一批|所属|包括|现有|这|那|共|有|前)+")
_WHOSE = re.compile("(?!的)[\u4e00-\u9fff、]{2,12}(?<![的了等和])")
_AND_MORE = re.compile(r"等(?:(?:\d+|[一两二三四五六七八九十]+)[余多]?[个家所名支])?(?P<who>[\u4e00-\u9fff]{2,16})")
_UNIONS = re.compile("(?P<places>[\u4e00-\u9fff]{2,4}?(?:[、和][\u4e00-\u9fff]{2,4}?)+)(?P<union>[市县区旗州]总工会)")
_EACH = re.compile("每(?:个|名|位|户|家|支|所|座)(?!人)")  # 给每个工区, 为每名学生
_SENT = re.compile(f"(?:{choice('people.sent')})$")
_GOES_TO = frozenset(["运抵", "运往", "送往", "发往", "汇往", "运送到", "送达", "汇给", "捐给", "拨给"])
_BROUGHT_TO = frozenset(["送到", "发到", "分到", "运到", "拨到", "划到", "送进", "运送到", "分送到", "发放到"])
_SITE = re.compile(rf"(?![他她我每])[\u4e00-\u9fff、]{{1,14}}(?:[镇乡村县区市旗]|{choice('bodies.sites')})")
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,12}")
_PRONOUN = re.compile("[他她它其每各我你咱]|[这那](?![个支家])|大家|自己|全[队体]")
_NUMBERED = re.compile(
    "[一二两三四五六七八九十百几半](?![中小院厂线矿校]|个?[县市区乡镇村地]$)[\u4e00-\u9fff]"
)  # 一箱酸奶
_EACH_UNIT = re.compile(f"每({choice('bodies.each')})")
_TIMES = re.compile(rf"(?:{choice('handing.times')})[^，。；\d]{{0,16}}$")
_CAR = re.compile("[\u4e00-\u9fff]{0,4}(?:车|的士)")
# 两个矿区的5000名矿工, 31个村的护林员: the number counts where they are from
_PEOPLE_OF = re.compile(rf"的\S*(?:{choice('people.helped')})")
_PLACES_OF = re.compile("(?:乡镇|街道|社区|[乡镇县村区市旗])(?:里)?的(?!\\S{0,4}(?:工会|政府|干部))")  # 三个乡的安置点
_THEM = re.compile("[他她它]们(?![中家的])")
_AMONG = re.compile("(?:之列|在列|受益)$")
_CLIENTS = re.compile(f"(?:{choice('handing.applied')})")
_FIRST_LOT = re.compile("(?:首批|第一批|头一?批)$")
_BENEFITS = re.compile(rf"(?:{choice('handing.benefits_from')})[^，。；\d]{{0,10}}$")
_QUOTED = re.compile("“([^“”]{2,12})”")
# 借给该厂生产资金80万元
_MEANT = re.compile("(?:该|这[家个所]|那[家个所])(?:公司|企业|集团|单位|项目部|[厂矿校院村店站队局所社场行区县市镇乡])")
_DIGIT = re.compile(r"\d")
_HAN_BEFORE = re.compile(r"([\u4e00-\u9fff]{2,14})$")


@dataclass(frozen=True, slots=True)
class Receiver:
    """``words`` name those who get, at ``start``–``end``; ``names`` are full names where they are known bodies.

    ``count`` in ``unit`` is how many they are said to be, None where the words do not say. ``marked`` is True when a
    preposition or verb marks them as receivers, False when only the number does.
    """

    words: str
    names: tuple[str, ...]
    count: int | None
    unit: str | None
    start: int
    end: int
    marked: bool
    bound: str = "exact"
    among: bool = False  # ``names`` are some of those whom ``words`` name: 市胸科医院等8家定点医院

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that ``words`` list, each by itself: 医护人员、社区工作者和民警, 望江、宿松两县总工会.

        Those who are counted together are one group: 36户商户和农户.
        """
        if unions := _UNIONS.fullmatch(self.words):
            places = re.split("[、和]", unions["places"])
            return tuple(place.removesuffix(unions["union"][0]) + unions["union"] for place in places)
        parts = [] if self.count else re.split("[、和与及]", self.words)
        return tuple(parts) if parts and all(_GROUP.search(part) for part in parts) else (self.words,)


def find_receivers(text: str, clause: Clause, actors: Sequence[Actor]) -> tuple[Receiver, ...]:
    """The receivers that ``clause`` names, in their order."""
    inside = [actor for actor in actors if clause.start <= actor.start < clause.end]
    counts = [
        q
        for q in clause.quantities
        if (q.unit in PERSONS | HOUSEHOLDS | BODIES or counts_takers(text, q))
        and (q.unit != "台" or _CAR.match(text, q.end))  # 3台发电机 get nothing
        and not _counts_things(text, q, clause)
        # 理发64人次 counts a service, 给付1926人次 those who got money
        and (q.unit != "人次" or _TIMES.search(text[max(clause.start, q.start - 20) : q.start]))
    ]
    found: list[Receiver] = []
    at = clause.start
    while match := _TO.search(text, at, clause.end):
        at = match.end()
        receiver = _phrase(text, match.end(), clause.end, inside, counts) or _whole_phrase(text, match, clause)
        if receiver:
            found.append(receiver)
            at = max(at, receiver.end)
    for count in counts:
        if not any(r.start <= count.start < r.end for r in found):
            receiver = _counted(text, count, clause)
            if receiver:
                found.append(receiver)
    return tuple(sorted(found, key=lambda r: r.start))


def _counts_things(text: str, count: Quantity, clause: Clause) -> bool:
    """True when the number stands behind things that it counts: 铅笔200支."""
    if count.unit not in ("支", "台", "个", "座") or (count.end < clause.end and text[count.end] not in "、和及"):
        return False
    return not _GROUP.search(text[max(clause.start, count.start - 6) : count.start])


def _phrase(text: str, start: int, end: int, actors: Iterable[Actor], counts: Sequence[Quantity]) -> Receiver | None:
    start += text.startswith("了", start)  # 送到了
    if _THEM.match(text, start):
        return None
    unit = _EACH_UNIT.match(text, start)
    if unit:
        return Receiver(unit[1], (), None, None, start, unit.end(), marked=True)
    each = _EACH.match(text, start)
    start = each.end() if each else start
    named = [actor for actor in actors if start <= actor.start < start + (8 if actor.kind == "person" else 4)]
    stop = named[-1].end if named else start
    match = _STOP.search(text, stop, min(end, start + _LONGEST))
    if not match:
        return None
    end = match.start()
    inner = [count for count in counts if start <= count.start < end]
    # a figure of goods or money ends the phrase
    number = _DIGIT.search(text, stop, end)
    if number and not inner and not named:
        end = number.start()
    phrase = text[start:end]
    if _PURPOSE.match(phrase) or not phrase:
        return None
    covered = [actor for actor in actors if start <= actor.start and actor.end <= end]
    if inner and inner[-1].end == end and (quoted := _QUOTED.match(text, end)):
        return Receiver(quoted[1], (), inner[-1].whole, inner[-1].unit, start, quoted.end(), marked=True)  # 215名“棒棒”
    if not inner and not covered and not _GROUP.search(phrase) and not _is_named(phrase):
        return None
    return _receiver(text, start, end, covered, inner, marked=True)


def _is_named(phrase: str) -> bool:
    """True for words that name people, a body or a place by their form: 集中供水点, 受灾客户."""
    meant = _PRONOUN.match(phrase) or phrase.startswith("该")
    return len(phrase) > 1 and not meant and not _NUMBERED.search(phrase) and is_group(phrase)


def _whole_phrase(text: str, marker: re.Match[str], clause: Clause) -> Receiver | None:
    """What stands whole between 向 or 给 and the verb, or behind 送到 and its like: 向鲁甸汇出, 为“水上邮路”送来."""
    start = marker.end()
    quoted = _QUOTED.match(text, start)
    if quoted:
        return Receiver(quoted[1], (), None, None, start, quoted.end(), marked=True)
    if meant := _MEANT.match(text, start):
        return Receiver(meant[0], (), None, None, start, meant.end(), marked=True)
    stop = next((verb.start for verb in clause.verbs if verb.start > start), clause.end)
    phrase = text[start:stop]
    before_verb = marker[0] in ("向", "给") and stop < clause.end
    if marker[0] in _BROUGHT_TO and _SITE.fullmatch(phrase):
        return Receiver(phrase, (), None, None, start, stop, marked=True)
    if (before_verb or marker[0] in _GOES_TO) and _PLACE.fullmatch(phrase) and not _PRONOUN.match(phrase):
        return Receiver(phrase, (), None, None, start, stop, marked=True)
    return None


def _counted(text: str, count: Quantity, clause: Clause) -> Receiver | None:
    """A number of people with the noun behind it (412名职工子女领到 …) or before it (职工子女15人)."""
    match = _STOP.search(text, count.end, min(clause.end, count.end + _LONGEST))
    end = match.start() if match else clause.end
    if any(count.start < other.start < end and other.unit in PERSONS for other in clause.quantities):
        return None  # 两个矿区的5000名矿工
    if text[count.start - 1] == "派":
        return None  # 指派两名律师免费为农民工代理
    free = "免费" in text[clause.start : clause.end]
    if not free and _SENT.search(text[max(clause.start, count.start - 6) : count.start]):
        return None  # 组织60名干部, 从2100名职工手中
    gets = any(verb.kind == "receive" for verb in clause.verbs)
    benefits = (
        _FIRST_LOT.search(text[max(clause.start, count.start - 4) : count.start])
        or _BENEFITS.search(text[max(clause.start, count.start - 14) : count.start])
        or _AMONG.search(text, count.end, clause.end)
    )
    if count.unit in BODIES and not gets and not benefits and not re.match("每|各", text[end : end + 1]):
        return None
    phrase = re.split(r"[、\d]", text[count.end : end], maxsplit=1)[0]
    if _GROUP.search(phrase):
        return _receiver(text, count.start, end, [], [count], marked=False)
    if count.unit not in PERSONS | HOUSEHOLDS and not benefits:
        return None
    before = _HAN_BEFORE.search(text, max(clause.start, count.start - 14), count.start)
    if before:
        group = _last_group(before[1])
        group = _trimmed(group)
        if group:
            return Receiver(group, (), count.whole, count.unit, count.start - len(group), count.end, marked=False)
    if not phrase or gets or (count.unit in HOUSEHOLDS and _CLIENTS.match(phrase)):
        return Receiver("", (), count.whole, count.unit, count.start, count.end, marked=False)
    return None


def _last_group(words_before: str) -> str:
    cut = max(
        (
            words_before.rfind(mark) + len(mark)
            for mark in (
                "资助",
                "培训",
                "惠及",
                "涉及",
                "的",
                "补助",
                "了",
                "覆盖",
                "帮扶",
                "咨询",
                "接待",
                "受益",
                "免费",
                "检修",
                "维修",
            )
            if mark in words_before
        ),
        default=0,
    )
    group = words_before[cut:]
    return group if _GROUP.search(group) else ""


def _receiver(
    text: str, start: int, end: int, covered: Sequence[Actor], counts: Sequence[Quantity], *, marked: bool
) -> Receiver:
    count = next((q for q in counts if q.unit not in BODIES), counts[-1]) if counts else None
    of_places = count is not None and _PLACES_OF.match(text, count.end, end)
    if count and count.unit in BODIES and (of_places or _PEOPLE_OF.search(text, count.end, end)):
        count = None
    words_from = count.end if count else start
    phrase = re.split(r"[、，]?\d", text[words_from:end], maxsplit=1)[0] or text[start : count.start if count else end]
    names = tuple(
        actor.name
        for actor in covered
        if not text[actor.end : end].lstrip("、和与及以等也又都还再先就")
        or _listed(text, actor, covered, end)
        or (text.startswith("的", actor.end) and not _GROUP.search(text[actor.end : end]))  # 捐赠给市总的口罩
    )
    ahead = text[start : count.start] if count else ""
    behind = count is not None and bool(text[count.end : end].strip("，、"))
    if _GROUP.search(ahead) and not _GROUP.search(phrase):
        phrase, behind = ahead, False  # 司机58名、金额近900万元
    if count and phrase.startswith("（"):
        phrase = text[count.start : count.end] + phrase  # 三县（市）
    phrase = _trimmed(_TRIM_TAIL.sub("", _TRIM_HEAD.sub("", phrase)))
    if count and behind and not covered and (said := _SAID_BEFORE.search(text[start : count.start])):
        phrase = said[0] + phrase  # 停工待岗的860名装卸工
    elif behind and not names and "的" not in phrase and (whose := _WHOSE.fullmatch(_OURS.sub("", ahead, count=1))):
        # 台头镇三个安置点; 民意乡9个村 are the 乡
        phrase = whose[0] + phrase if _GROUP.search(phrase) else whose[0] if len(phrase) == 1 else phrase
    more = _AND_MORE.match(text, covered[-1].end, end) if covered and not names else None
    if more and _GROUP.search(more["who"]):
        names, phrase = tuple(actor.name for actor in covered), _trimmed(more["who"])
    return Receiver(
        phrase.strip("、的和"),
        names,
        count.whole if count else None,
        count.unit if count else None,
        start,
        end,
        marked,
        count.bound if count else "exact",
        among=more is not None,
    )


def _trimmed(phrase: str) -> str:
    """``phrase`` up to the last people it names: 学生已拿到贷款 are 学生."""
    ends = [_GROUP.match(phrase, at.start()) for at in _PEOPLE.finditer(phrase)]
    end = max((match.end() for match in ends if match), default=len(phrase))
    tail = phrase[end:]
    kept = _BELONGS.fullmatch(tail) or _HOUSE.fullmatch(tail) or (len(tail) < 2 and not _ADVERB.match(tail))
    return phrase if kept else phrase[:end]


def _listed(text: str, actor: Actor, covered: Sequence[Actor], end: int) -> bool:
    """True when ``actor`` stands in a list that runs to the phrase's end: A、B等6个县市总工会."""
    rest = text[actor.end : end]
    for other in covered:
        rest = rest.replace(text[other.start : other.end], "")
    return not re.sub(r"[、和与及以等]|手中|手里|主席|账户|账上|食堂|\d+个[\u4e00-\u9fff]{0,8}", "", rest)

"""The words of a sentence beside which those who get something stand: 送到…, 慰问…, 对…免收, …领到, 受益的是….

Reads folded text; positions are those of the folded text. What is found is a phrase; what it means is told by
``taker_names``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seeds.reading.facts.counts import BODIES, HOUSEHOLDS, PERSONS, Quantity, find_quantities
from seeds.reading.facts.lexicon import choice, one_of, words, words_of
from seeds.reading.facts.taker_names import is_place

_GROUP = one_of(words("aid")["nouns"]["groups"])
_HAN = "[\u4e00-\u9fff]"
_COUNT = r"(?:\d+(?:\.\d+)?万?|[一两二三四五六七八九十百千]+)[余多]?[名位户家个支所艘辆座处]"
# beside those of the list, trades of that form: 邮递员, 劳务工, 菜农
_KIND = (
    rf"{_GROUP}|{_HAN}{{0,2}}(?:[递邮采护值守船乘收投]员|[劳务外协养路炊挡装卸电焊环清]工|[菜果椰茶棉药瓜花粮]农|[损灾倒租商牧]户)"
    "|受灾[村镇乡]|[突抢清][击险淤]队|队伍|[\u4e00-\u9fff][^车，。、]队(?![员伍长])"
)
_NAMES_KIND = re.compile(_KIND)
_FIRSTS = "".join(sorted({word[0] for word in words_of("handing.hands_to")}))
_PHRASE = re.compile(
    f"(?=[{_FIRSTS}拨下划支援驰慰看走探资救帮惠涉用安来深垫接诊培给为向对替往供])(?:{choice('handing.hands_to')}|{choice('handing.supports')}"
    f"|慰问(?!金|款|品|物|信|团)|看望|走访|探望|资助(?!金|款)|救助(?!金|款|站)|{choice('handing.serves_people')}|给|为|向|对(?!面)|替|往"
    rf"|供(?!电|水|销))了?(?P<who>(?:[^，。；：！？、“”\d]|{_COUNT}){{0,20}}?(?:{_KIND})(?:的(?:{choice('people.whose')}))?"
    rf"(?:(?:、|和|与|以?及)[^，。；：、“”\d]{{0,10}}?(?:{_KIND}))*)(?:们)?"
    f"(?=[，。；、（）“”]|每|各|免|发|送|拨|捐|提供|补|办|投|进行|购|添|准备|配|上门|手[中里上]|家[中里门]|的(?:{choice('people.or_theirs')})|使用|居住|轮流"
    rf"|咨询|买|\d|$|{choice('handing.does_for')})"
)
_PLACE = re.compile(
    f"(?:{choice('handing.for_place')}|给|为|向|往|到了?)(?P<who>{_HAN}{{2,8}}?)"
    r"(?=抗[疫洪灾震旱]|救灾|抢险|救援|灾区|汇|捐|送|拨|运|划|支援|的|，|。|$|\d|[“”])"
)
_PLACE_END = re.compile(rf"[省市县区州旗盟镇乡村]$|{choice('bodies.place_ends')}|(?<={_HAN}{{2}})[院校学厂点站所坝]$")
# 受灾职工每户领到…, 42名队员，每人收到…, 全局站段都在拨付之列
_SUBJECT = re.compile(
    f"(?P<who>{_HAN}{{0,8}}?(?:{_KIND}))(?=，?(?:在[^，。；]{{1,5}}期间)?(?:每[人户名家位]|人均|户均|都|也|已|还|昨天|当天|当场)*"
    f"(?:{choice('handing.gets')}|每[人户名家位]|在{_HAN}{{0,4}}(?:之列|其列)))"
)
_GET = re.compile(f"{choice('handing.gets')}|每[人户名家位]|[之其]列")
_BENEFIT, _SIGN = re.compile("受益的"), re.compile("签")
_BENEFITS = re.compile(rf"受益的(?:人?)是(?P<who>[^，。；：、]{{0,16}}?(?:{_KIND}))")
_WITH = re.compile(rf"[与同和](?P<who>{_COUNT}[^，。；：、\d]{{0,10}}?(?:{_KIND}))(?=签)")

_NAMED = re.compile(
    rf"(?:[^，。；元\n]{{0,24}}，){{1,2}}(?:并)?(?:请[其他她]们?|托[其他她]们?)?(?:指名|指定|定向|专门|点名|转)(?:要)?(?:给|用于|帮助|资助|救助|送给|交给)(?P<who>[^，。；：！？、“”\d]{{0,14}}?(?:{_KIND}))"
    r"(?=[，。；、])"
)
_PLACE_BEHIND = re.compile(
    rf"(?:专款|专项)?(?:指定|专门|定向)?(?:用于|支持|支援|留给|给了?)(?P<who>(?![我该本]){_HAN}{{2,6}}?)(?=[，。；、]|抗[疫洪灾震旱]|救灾|灾后)"
)
_PEOPLE_OF = re.compile(rf"{_HAN}{{0,4}}(?:{_KIND})(?=[，。；])")


def find_groups(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Matches whose ``who`` names people, or, where nobody is named, a place."""
    found = False
    for pattern, needs in ((_PHRASE, None), (_SUBJECT, _GET), (_BENEFITS, _BENEFIT), (_WITH, _SIGN)):
        if needs and not needs.search(text, start, end):
            continue  # most sentences have none of these words, and each pattern looks from every character
        for match in pattern.finditer(text, start, end):
            found = True
            yield match
    if not found:
        for match in _PLACE.finditer(text, start, end):
            if _PLACE_END.search(match["who"]) or is_place(match["who"]):
                yield match


def count_in(text: str, match: re.Match[str]) -> Quantity | None:
    """How many the people of ``match`` are said to be, None where it does not say."""
    counted = [
        found
        for found in find_quantities(text, *match.span("who"))
        if found.unit in PERSONS | HOUSEHOLDS | BODIES | {"艘", "条"}
        and found.value > 1
        and "的" not in text[found.end : match.end("who")]  # 29家单位的一线职工
    ]
    return counted[-1] if counted else None


def without_count(phrase: str) -> str:
    """``phrase`` without how many they are: 受淹的11家货主 are 受淹的货主."""
    return re.sub(_COUNT, "", phrase)


def groups_in(phrase: str) -> tuple[str, ...]:
    """The groups that ``phrase`` lists, each by itself: 区总工会及产业工会."""
    parts = re.split("[、和与及]", phrase)
    return tuple(parts) if all(_NAMES_KIND.search(part) for part in parts) else (phrase,)


def find_named(text: str, start: int) -> re.Match[str] | None:
    """Those in the end of whose hands it is to be, in the clause that follows ``start``: …，指名给孤儿学校."""
    return _NAMED.match(text, start)


def find_place_behind(text: str, start: int) -> re.Match[str] | None:
    """The place that the words right behind a figure set it aside for: 指定用于阜南县."""
    match = _PLACE_BEHIND.match(text, start)
    return match if match and (_PLACE_END.search(match["who"]) or is_place(match["who"])) else None


def goes_on_with_people(text: str, start: int) -> bool:
    """True when a name at whose end ``start`` is only says whose people or post are meant: 林业局采伐作业点."""
    return bool(_PEOPLE_OF.match(text, start))

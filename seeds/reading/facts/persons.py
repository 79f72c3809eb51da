"""Names of persons in a text, found by surname, by the title in front and by what may follow a name.

Only what a statement of aid needs: who gave of their own, who received. Positions are those of the folded text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from seeds.reading.facts.anchored import Anchored, Opening
from seeds.reading.facts.lexicon import branches, choice, one_of, words, words_of
from seeds.reading.facts.person_names import COMMONEST, NamesBehind, opening
from seeds.reading.facts.sounded_names import sounded
from unionarchive.common.values import value

# Rarer ones, names only where a title stands in front: most of them begin words too.
# Source: 《中国四百大姓》(袁义达, 邱家儒).
_RARE = "鲍谌蒲迟谷邝聂冀倪翁鞠佘卞敖晏栾桂桑狄甄窦竺苑苟荆蔚虞裘詹郗鄢阙阚隋雍饶佟巩屈涂廉仝匡湛漆臧谈由丛"
_DOUBLE = choice("names.double")
_FAMILY = rf"(?:{_DOUBLE}|[{COMMONEST}])"
_FAMILY_FIRST = COMMONEST + "".join(name[0] for name in _DOUBLE.split("|"))
_HAN = "(?:(?![的了着过们各])[\u4e00-\u9fff])"
# 列检员, 挡车工: any trade of that form; 人员, 职工, 加工 are none
_TRADE = "[^人官会成队党团议委动演专职雇海]员(?!工)|[^职民员打完加施手人]工(?![会作程地人厂])"
_TITLE_WORDS = frozenset(words("aid")["nouns"]["titles"])
_TITLES = rf"(?:{one_of(_TITLE_WORDS)}|{_TRADE})儿?"
_LAST_OF_TITLES = "".join(sorted({word[-1] for word in _TITLE_WORDS} | set("员工儿")))
_LONGEST_TITLE = max(map(len, _TITLE_WORDS)) + 1  # and its 儿
# What may follow a name: punctuation, function words, and verbs of at least two characters.
_END = (
    r"(?=[，。、：；！？“”（）\s\d]|$|说|把|从|将|在|向|给|捐|也|又|都|还|等|和|及|与|是|的|已|先|就|便|却|对|替|为|则|曾|正|每|各|一(?:人|家|行|直|次|个人|[上下]午|早|夜|口气)|夫妇|夫妻|个人"
    f"|老师|两口|家(?:里|中|属|人|住|境)?|掏|拿|送[来去给到上]|接[过到]|来[到自了]|去(?:年|了)|到(?:了|场|镇|区|市|县|工会|医院|银行|捐)|{choice('names.says')}"
    "|带[头着来领]|认[下捐领]|自[己掏费发愿]|泪|领[到取走]|驾|颤|寄|汇|听[说到闻]|得知|摔|妻子|凑|承[诺包]|悄|塞|答应|两[人口]|刚|借|用[自积]|上[班台门]|报名|没|推|另|随[后即]"
    f"|连[夜着忙]|{choice('names.by_hand')}|[一两二三四五六七八九十]+[百千万]|合伙|突|联[系合]|帮|因|患|收[到下]|{choice('names.at_once')}|打[电来]"
    f"|提[出着]|决定|委托|托人|转[来交]|购|买|开[着车]|骑|背|扛|{choice('names.elders')}|颤抖|开[的办]|经营|抱|赶|陪|冒[着雨雪]|免[了去]|接了|看[到见着]"
    f"|{choice('names.of_theirs')}|[两二三四五]人)"
)
_LONG = rf"{_FAMILY}{_HAN}{{2}}"
_SHORT = rf"{_FAMILY}{_HAN}"
_NAME = rf"(?P<name>{_LONG}{_END}|{_SHORT}{_END})"
_RARELY = rf"[{_RARE}](?!家|区|里|位|个|些|年|天|时|边|国|省|市|县|镇|村)"
_TITLED = Anchored(
    rf"{_TITLES}(?P<name>(?:{_FAMILY}|{_RARELY}){_HAN}{{2}}{_END}|(?:{_FAMILY}|{_RARELY}){_HAN}{_END})",
    anchor=rf"[{_LAST_OF_TITLES}](?=[{_FAMILY_FIRST}{_RARE}])",
    before=_LONGEST_TITLE,
)
_LISTED = re.compile(rf"(?:、|和|与){_NAME}")
_TWOS = (*words_of("people.couples"), "两口子", "二人", "两人")
_TWO = f"(?:{branches(_TWOS)})"
_PAIR = re.compile(  # one of _TWO, as no other search is as quick
    f"[{''.join(sorted({word[0] for word in _TWOS}))}](?:{'|'.join(sorted({word[1:] for word in _TWOS}))})"
)
_COUPLE = re.compile(rf"(?P<name>{_LONG}|{_SHORT})(?=(?:、|和){_HAN}{{2,5}}?{_TWO})")
_PARTNER = re.compile(rf"(?:、|和)(?P<name>{_HAN}{{2,5}}?)(?={_TWO})")
_ALONE = Opening(
    rf"{_NAME}(?={choice('names.alone')}|[\d.]+万?元|[一两三四五六七八九]+[百千万][一二三四五六七八九百千]*元|(?:随后|又|也|还|另外?)?(?:捐|汇|寄)"
    f"|{choice('names.acts')})",
    after="，。、；：“\n的友岁",
)
_CLAUSE = re.compile(rf"(?:[，。；：“”！？\n]|[邻里室友伴事居]的)(?=[{COMMONEST}][\u4e00-\u9fff]{{3}})")
_BEHIND = NamesBehind(COMMONEST)
_MINORITY = re.compile(
    rf"(?<=[，。、\n“的席记长员任工民师])(?!席)(?P<name>{_HAN}{{1,5}}·{_HAN}{{2,6}}?)(?:大叔|大妈)?{_END}"
)
# 牧民苏日娜捐出: behind a plain man's title and before a verb of giving any two to four characters are a name.
_GIVER = Anchored(
    f"(?<![每])(?:{choice('names.givers')}|{_TRADE})(?P<name>(?:"
    rf"(?![也还都又就自全各等们在已因为我你他踊纷先职干群工师每其个争积热累共合总踊一两三四五六七八九十半天日月年主普多先近人另再则便仍])[\u4e00-\u9fff]){{2,4}}?)"
    "(?=(?:大叔|大妈|大爷|大娘)?(?:冒[雨雪着]|连夜|专程)?(?:捐|掏出|拿出|将|把|送来|交到|主动|[也又另还再]捐|个人))",
    anchor="[捐将把]|[掏拿](?=出)|送(?=来)|交(?=到)|主(?=动)|个(?=人)",
    before=max(map(len, words_of("names.givers"))) + 4 + 2 + 2,
)
# Whoever opens a clause more than once under the same three characters is somebody.
_OPENS = re.compile(
    rf"[，。；：“”\n](?P<name>{_FAMILY}{_HAN}(?![市县区省会院部局点站队路村镇乡厂店品物人员们日月年时地面线化性])"
    r"[\u4e00-\u9fff])(?=[\u4e00-\u9fff])"
)
_AGAIN = re.compile(rf"[，。；：“\n](?P<name>{_LONG}){_END}")
_CALLED = re.compile(
    rf"[老小](?<![\u4e00-\u9fff].)(?P<family>[{COMMONEST}])(?![\u4e00-\u9fff]{{0,1}}(?:区|街|城|村|年|板|家属|学生))"
)
_STYLED = Opening(
    f"(?P<name>[{COMMONEST}聂](?:{choice('names.by_surname')})|老[{COMMONEST}聂]|(?<=[工员师夫匠户友手机])小[{COMMONEST}聂])"
    f"(?=[^。！？；]{{0,16}}?(?:捐|掏出|拿出|放下|送[来去给到]|塞|交给|汇|寄|凑了|免费|义务|不收|没收|每[天晚][^，。]{{0,4}}送|[搬扛抬拉端背拎驮运牵挑腾让][来出去]"
    "|[煮熬蒸做修织缝][了好出]|买[来了]))",
    after="，。、；：“”\n的民人工员师机夫匠户友手主板",
)
_NOT_NAMES = re.compile(
    f"{choice('names.common_words')}|向[全灾一社]|{choice('names.everyday_words')}|余[下款额数者]|{choice('names.more_words')}"
    f"|和[^，]|.口罩|安心|顾虑|.生活|{choice('names.school_words')}|项[目链]|于[是今]|万众|万一|万名|万户|万[多余]"
    f"|{choice('names.still_words')}|章[程节]|游[泳览]|时间|石[油家化]|金秋|金[色牌]|江[水河南北]|海[上边南]|马路|牛[奶羊]|龙[头江]|安[装置康徽全]|康[复养]|武装"
    "|文[化体明艺]|方案|毛[巾毯衣]|夏[季天]|秦岭|梅[雨花]|麦[收子]|农[民村业行]|农忙|柴油|费用|纪[检委念律]|凌晨|盛[夏世]|单[位纯车]|祝[福愿贺]"
)
_WHOLE_NAME = re.compile(f"{_LONG}|{_SHORT}")


# （通讯员 甲乙 记者 丙丁）: who writes gives nothing
_SIGNED = re.compile("（[^（）]{0,6}(?:记者|通讯员|特约记者)[^（）]{2,40}）")


@value
class Person:
    """A person's name at ``start``–``end``; ``titled`` is where the title in front begins, ``start`` without one."""

    name: str
    start: int
    end: int
    titled: int


def find_persons(text: str) -> tuple[Person, ...]:
    """The persons that ``text`` names, each at every place where it names them, in their order."""
    signed = [match.span() for match in _SIGNED.finditer(text)]
    spots = {person.start: person for person in _introduced(text) if not any(a <= person.start < b for a, b in signed)}
    for person in list(spots.values()):
        at = person.end
        while match := _LISTED.match(text, at) or _PARTNER.match(text, at):  # 张三、李四和王五
            at = match.end("name")
            if not _NOT_NAMES.match(match["name"]):
                spots.setdefault(
                    match.start("name"), Person(match["name"], match.start("name"), at, match.start("name"))
                )
    names = {person.name for person in spots.values()}
    if names:
        again = AhoCorasick(
            names, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.NoncontiguousNFA
        )  # of the three the soonest made
        for _, start, end in again.find_matches_as_indexes(text):
            spots.setdefault(start, Person(text[start:end], start, end, start))
    for person in _nicknamed(text, sorted(spots.values(), key=lambda person: person.start)):
        spots.setdefault(person.start, person)
    named = sorted(spots.values(), key=lambda person: person.start)
    for person in _styled(text):
        family = person.name.removeprefix("老")[0]
        meant = next((p for p in reversed(named) if p.start < person.start and p.name[0] == family), None)
        spots.setdefault(person.start, replace(person, name=meant.name) if meant else person)
    return tuple(_apart(spots[start] for start in sorted(spots)))


def _apart(persons: Iterable[Person]) -> Iterator[Person]:
    """``persons`` without those that begin within the one before: 席|长林挑来."""
    end = 0
    for person in persons:
        if person.start >= end:
            end = person.end
            yield person


def is_name(words: str) -> bool:
    """True when ``words`` have the form of a person's name and nothing more."""
    return bool(_WHOLE_NAME.fullmatch(words)) and not _NOT_NAMES.match(words)


def _introduced(text: str) -> Iterator[Person]:
    for pattern in (_TITLED, _COUPLE, _ALONE, _MINORITY, _GIVER):
        if (pattern is _MINORITY and "·" not in text) or (pattern is _COUPLE and not _PAIR.search(text)):
            continue
        for match in pattern.finditer(text):
            name, start = match["name"], match.start("name")
            if not _NOT_NAMES.match(name) and not (name[0] == "傅" and text[start - 1 : start] == "师"):
                yield Person(name, start, match.end("name"), match.start() if pattern is _TITLED else start)
    openings = ((m.end(), opening(text, m.end())) for m in _CLAUSE.finditer(text))
    for start, name in (*_BEHIND.find(text), *sounded(text), *((at, name) for at, name in openings if name)):
        if not _NOT_NAMES.match(name):
            yield Person(name, start, start + len(name), start)
    starts = Counter(match["name"] for match in _OPENS.finditer(text))
    for match in _OPENS.finditer(text) if any(count > 1 for count in starts.values()) else ():
        if starts[match["name"]] > 1 and not _NOT_NAMES.match(match["name"]):
            yield Person(match["name"], match.start("name"), match.end("name"), match.start("name"))
    seen: set[str] = set()
    for match in _AGAIN.finditer("\n" + text):  # a name that opens one clause and stands elsewhere again
        name = match["name"]
        if name in seen and not _NOT_NAMES.match(name):
            start = match.start("name") - 1
            yield Person(name, start, start + len(name), start)
        seen.add(name)


def _styled(text: str) -> Iterator[Person]:
    """贺老汉, 田师傅 and 修车的老聂, who are called no other way and give something."""
    for match in _STYLED.finditer(text):
        yield Person(match["name"], match.start("name"), match.end("name"), match.start("name"))


def _nicknamed(text: str, persons: list[Person]) -> Iterator[Person]:
    """老杨 and 小郑 as the person of that surname named before them."""
    for match in _CALLED.finditer(text) if persons else ():
        meant = next((p for p in reversed(persons) if p.start < match.start() and p.name[0] == match["family"]), None)
        if meant:
            yield Person(meant.name, match.start(), match.end(), match.start())

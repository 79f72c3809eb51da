"""Who acts and who is acted upon in a sentence: organisations, persons, and bodies meant without their name.

The part an actor plays is told by the word in front of it (给, 为, 向 … mark a receiver; 由 a giver) and by where it
stands. Positions are those of the folded text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from seeds.reading.drafts import MentionDraft
from seeds.reading.facts.collectives import Bodies, find_collectives, of_all
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.persons import Person, find_persons
from seeds.reading.facts.texts import COLUMN
from seeds.reading.folding import Folded
from unionarchive.common.values import value

_TO = re.compile(
    f"(?:{choice('handing.toward')}|分配|奖励|像|请|委?托|交|来自|收到|接到|考上|考入)(?:了|着|位于)?(?:对口)?$"
)
_TO_FAR = re.compile(r"(?:向|给|为|对)[^，。；：、\d把将]{1,8}的$")  # 向受困的鹰嘴山矿
_WITH = re.compile(f"(?:、|{choice('handing.joined')})$")
_FOR = re.compile(
    f"(?:为|给|向|对(?![门面岸])|慰问了?|看望了?|{choice('handing.honours')}|奖励了?)[^，。；：把将捐]{{0,14}}$"
)
_TO_SEVERAL = re.compile(r"[给为向对][^，。；：、\d把将]{1,10}、$")  # 向共建单位、长沙市第一中学
# 发现退休工人丁桂荣家损失最重: who is found, heard of or seen does not act
_FOUND = re.compile(f"(?:{choice('telling.found')})了?[^，。；：“]{{0,10}}$")
_BESIDES = re.compile("[：，](?:与|联合|会同|携手|联手)")  # 市总工会：与市妇幼保健院开通…
_BESIDE = frozenset(("同", "与", "和", "跟", "还同", "又同", "还与", "又与"))
_LENDS = re.compile("银行|农商行|信用社|信用联社|保险|担保")
_FROM_NEWS = re.compile(f"[^，。；：]{{0,6}}(?:{choice('telling.from_news')})")
_COUNTS_UP = re.compile("(?:初步|粗略|不完全)?(?:统计|介绍|盘点|算账)")
_OFFICE_OF = re.compile("(?<=总工会)(?:党组|[\u4e00-\u9fff]{1,6}[部处室科])$")
_AGREES = re.compile(f"(?:{choice('telling.agrees')})")
_SUM_LIST = re.compile(r"[^，。；]{0,4}\d[\d.]*[万亿]?元?[、和]")  # 拨给甲120万元、乙100万元
_TOGETHER = re.compile("(?:和|与|同|联合|会同|携手)$")
_DECIDES = re.compile(
    "(?:第[^，。]{1,5}[次届])?(?:党组|党委|常委会?|主席办公会议?|办公会议?|班子|全委会)?(?:会议)?(?:集体)?(?:研究|同意|批准|审议)"
)
_AMONG = re.compile("[^，。；：]{0,16}(?:都|均|也|皆)在(?:其中|其列|之列|内)")  # 市疾控中心、市人民医院等都在其中
_JOINTLY = re.compile("一道|一起|共同|联合|同行")
_OF_OWN = re.compile(rf"个人|自己(?!的\d[\d.]*[余多]?[万千]?[余多]?[^\d.余多万千元])|{choice('people.of_own')}")
_GIVES = re.compile(
    f"{choice('handing.gives_of_own')}|把.{{0,24}}(?:{choice('handing.puts')})|[搬扛抬拉端拎背驮推带捎送借派租让腾挑运牵赶][来出给到了]"
    f"|[织蒸煮熬做缝炖烙][好了出]|免[了收去]|减租|放下|留下|分文不[收取]|一分(?:钱|运费|租金)?(?:也|都)?[没不][要收]|给[^，。]{{1,16}}(?:送|发|买|添|修)"
    rf"|每[天日晚次][^，。]{{0,6}}送|出(?=[\u4e00-\u9fff]{{1,6}}[\d一二三四五六七八九十])|转[来给]|{choice('handing.serves')}|[运拉]来|端出"
)
# 县总主席带领, 工会干部送来: an official acts for the body in front of the title.
_OFFICE = re.compile(f"(?:{choice('people.office')})$")
# 粮店老主任冯玉山, 加油站的站长: who runs a shop gives of their own
_SHOP = re.compile(f"(?:[店馆铺坊摊行]|{choice('bodies.shops')})的?(?:老|女|副)?(?:{choice('people.keepers')})$")
_STANDS_FOR = re.compile("[^，。]{0,4}?(?:代表|受[^，。]{2,16}委托)")  # 董事长黄建中代表集团捐款
# Who wrote the news and took its pictures: 本报讯（记者甲 通讯员乙）
_BYLINE = re.compile(
    r"（[^（）\n]{0,6}(?:记者|通讯员|摄影)[^（）\n]{1,40}）|^(?:本[报刊网站台])?(?:特约|见习)?(?:记者|通讯员)[^，。：；\n]{2,30}$",
    re.MULTILINE,
)
# A name with a sum right behind it stands in a list of givers: 周桂兰2000元.
_ROW = re.compile(
    rf"(?:[、和与][\u4e00-\u9fff]{{2,4}}?)?(?:{choice('people.couples')}|一家|全家|老人)?[：{COLUMN}]?(?:[\d.]+|[一两二三四五六七八九十百千]+)万?元"
    f"|{COLUMN}[^，；{COLUMN}]{{2,16}}{COLUMN}"
)
GIVERS = frozenset(
    {
        "trade_union",
        "government",
        "party",
        "enterprise",
        "mass_organisation",
        "association",
        "hospital",
        "school",
        "community",
    }
)
_FULL_STOP = re.compile("[。！？]")
_PAUSE = re.compile("[，；]")


@value
class Actor:
    """A body or person at ``start``–``end``. ``kind`` is "organisation" or "person".

    ``type`` is a body's type, "official" for a person named with an office. ``role`` is "to" for one that a preposition
    marks as not acting, "with" for one joined to the actor before it, "tells" for a union that the news is had from,
    else "subject". ``own`` is True for a person whose words say that the gift is of their own.
    """

    name: str
    kind: str
    start: int
    end: int
    role: str = "subject"
    type: str = ""
    own: bool = False

    @property
    def gives(self) -> bool:
        """True for a body of a kind that gives, and for a person who gives of their own."""
        return self.own if self.kind == "person" else self.type in GIVERS


def find_actors(folded: Folded, mentions: Iterable[MentionDraft], bodies: Bodies) -> tuple[Actor, ...]:
    """The actors of a part, in their order; ``mentions`` are those of that part, in any order."""
    text = folded.text
    named = [actor for actor in _named(folded, mentions) if not of_all(text, actor.start, actor.end)]
    spots = [(actor.start, actor.end, actor.name) for actor in named]
    meant = [
        Actor(
            name,
            "organisation",
            start,
            end,
            type=bodies.types.get(name) or ("trade_union" if name.endswith("工会") else "government"),
        )
        for start, end, name in find_collectives(text, bodies, spots)
    ]
    actors = [replace(actor, type=bodies.types.get(actor.name, "other")) for actor in named] + meant
    actors.sort(key=lambda actor: actor.start)
    taken = [(actor.start, actor.end) for actor in actors]
    signed = "记者" in text or "通讯员" in text or "摄影" in text
    bylines = [match.span() for match in _BYLINE.finditer(text)] if signed else []
    persons = [
        _person(text, person)
        for person in find_persons(text)
        if not _overlaps(taken, person.start, person.end) and not _overlaps(bylines, person.start, person.end)
    ]
    return tuple(_with_roles(text, sorted([*actors, *persons], key=lambda actor: actor.start)))


def _named(folded: Folded, mentions: Iterable[MentionDraft]) -> Iterator[Actor]:
    last = 0
    for mention in sorted(mentions, key=lambda m: (m.place.span.start, -m.place.span.end)):
        start = bisect_left(folded.positions, mention.place.span.start)
        end = bisect_left(folded.positions, mention.place.span.end)
        if mention.organisation and last <= start < end:
            last = end
            yield Actor(mention.organisation, "organisation", start, end)


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (start, start))
    return any(a < end and start < b for a, b in taken[max(at - 1, 0) : at + 2])


def _person(text: str, person: Person) -> Actor:
    """The person with whether the words say that they give of their own.

    An official acts for the body in front of the title, unless the words say 个人 or 自己.
    """
    rest = _FULL_STOP.split(text[person.end : person.end + 70], maxsplit=1)[0]
    clauses = _PAUSE.split(rest)
    official = False
    if _ROW.match(rest):
        own = True
    elif _STANDS_FOR.match(clauses[0]):
        own = False
    elif _OFFICE.search(text[max(0, person.start - 6) : person.start]) and not _SHOP.search(
        text[max(0, person.start - 9) : person.start]
    ):
        own, official = bool(_OF_OWN.search(clauses[0])), True
    else:
        own = bool(_GIVES.search("，".join(clauses[:3])))
    kind = "official" if official else ""
    return Actor(person.name, "person", person.start, person.end, type=kind, own=own)


def _with_roles(text: str, actors: Sequence[Actor]) -> Iterator[Actor]:
    last: Actor | None = None
    for actor in actors:
        helped = actor.kind == "person" and bool(_FOR.search(text[max(0, actor.start - 16) : actor.start]))
        role = _joined(text, last, actor) if last else None
        if role is None and helped:
            role = "to"
        role = role or _marked(text, actor)
        name = _OFFICE_OF.sub("", actor.name)  # what its party group resolves and its offices do the union does
        own = actor.own and not (helped and role == "to")
        same = (name, role, own) == (actor.name, actor.role, actor.own)
        last = actor if same else replace(actor, name=name, role=role, own=own)
        yield last


def _joined(text: str, last: Actor, actor: Actor) -> str | None:
    """The part that ``actor`` plays because it is joined to ``last``; None when it is not."""
    between = text[last.end : actor.start]
    if len(between) > 14:
        return None
    if between in _BESIDE and _AGREES.match(text, actor.end) and not _LENDS.search(actor.name):
        return "to"  # 公司同市教育局约定，今后三年资助…
    if _WITH.fullmatch(between) or _BESIDES.fullmatch(between):
        return "with" if last.role == "subject" else last.role
    if len(between) <= 10 and _WITH.search(between) and not re.search(r"[，。：\d向给为对]", between):
        return "with" if last.role in ("subject", "with") else "to"
    persons = last.kind == actor.kind == "person" and last.role != "to"
    if persons and len(between) <= 8 and re.match(r"[、和与][^，。\d]*$", between):
        return "with"
    return "to" if last.role == "to" and _SUM_LIST.fullmatch(between) else None


def _marked(text: str, actor: Actor) -> str:
    """The part that the words in front of ``actor`` give it."""
    if text[max(0, actor.start - 1) : actor.start] == "经" and _DECIDES.match(text, actor.end):
        return "subject"  # 经市总工会党组研究
    if _COUNTS_UP.match(text, actor.end) and text[actor.start - 1] == "据":
        return "tells"  # 据该厂统计
    if actor.type == "trade_union" and _FROM_NEWS.match(text, actor.end) and text[actor.start - 1] in "从据":
        return "tells"  # 记者从市总工会获悉: mostly of what it did itself
    if _TOGETHER.search(text[max(0, actor.start - 4) : actor.start]) and _JOINTLY.match(text, actor.end):
        return "with"
    if _AMONG.match(text, actor.end):
        return "to"
    before = text[max(0, actor.start - 18) : actor.start]
    if actor.kind == "organisation" and (_TO_FAR.search(before[-12:]) or _TO_SEVERAL.search(before)):
        return "to"
    if _FOUND.search(before):
        return "to"
    return "to" if _TO.search(text[max(0, actor.start - 6) : actor.start]) else "subject"

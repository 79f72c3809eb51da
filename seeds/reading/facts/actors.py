"""Who acts and who is acted upon in a sentence: organisations, persons and places that stand for their government.

The part an actor plays is told by the word in front of it (给, 为, 向 … mark a receiver; 由 a giver) and by where it
stands. Positions are those of the folded text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from seeds.reading.drafts import MentionDraft
from seeds.reading.facts.lexicon import one_of
from seeds.reading.facts.persons import Person, find_persons
from seeds.reading.folding import Folded

_TO = re.compile(
    r"(?:给|为|向|对|替|予|往|抵|至|到|入|进|赴|在|于|从|自|据|经|慰问|救助|资助|补助|支援|援助|驰援|走进|深入|转交|达|继|是|关爱|惠及|通过|拨|像|请|委托|交|来自|收到|接到)(?:了|着)?(?:对口)?$"
)
_WITH = re.compile(r"(?:、|和|与|及|以及|联合|会同|携手|同|联手|还会同|并和|还与|还和)$")
_OWN = re.compile(r"个人|自己|自掏|自费|捐|带头|夫妇|一人|把|也把|认下|合伙|掏|拿出|塞|又掏出|承诺|报名")
_GIVES_OWN = re.compile(r"捐|掏|塞|资助|把|认下|交到|义务|拿出")
_OFFICIAL = re.compile(r"(?:主席|副主席|书记|主任|干部|部长|常委|领导|班子|经理|董事长|局长|秘书长)$")
_TAIL = re.compile(r"(?:工会)?(?:的|党组|常务|党委|机关|女工部|有关|主要|生活保障部|领导)*")
_ADMIN = one_of(["我省", "我市", "我县", "我区", "我旗", "我州", "该省", "该市", "该县", "该区", "该旗", "该州"])
_PLACE_ACTS = re.compile(
    rf"({_ADMIN}|(?<=[，。\n“由])[\u4e00-\u9fff]{{2,4}}[市县区旗州])(?=日前|已|近日|也|捐|向|拨|将|还|又|同时|出台)"
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A body or person at ``start``–``end``. ``kind`` is "organisation" or "person".

    ``role`` is "to" for one that a preposition marks as not acting, "with" for one joined to the actor before it, else
    "subject". ``own`` is True for a person whose words say that the gift is of their own.
    """

    name: str
    kind: str
    start: int
    end: int
    role: str
    own: bool = False


def find_actors(folded: Folded, mentions: Iterable[MentionDraft]) -> tuple[Actor, ...]:
    """The actors of a part, in their order; ``mentions`` are those of that part, in any order."""
    text = folded.text
    actors: list[Actor] = []
    for mention in sorted(mentions, key=lambda m: (m.place.span.start, -m.place.span.end)):
        if not mention.organisation:
            continue
        start = bisect_left(folded.positions, mention.place.span.start)
        end = bisect_left(folded.positions, mention.place.span.end)
        if start >= end or (actors and start < actors[-1].end):
            continue
        actors.append(Actor(mention.organisation, "organisation", start, end, "subject"))
    taken = [(actor.start, actor.end) for actor in actors]
    for person in find_persons(text):
        if not _overlaps(taken, person.start, person.end):
            actors.append(_person(text, person, actors))
    actors.sort(key=lambda actor: actor.start)
    return tuple(_with_roles(text, actors))


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (start, start))
    return any(a < end and start < b for a, b in taken[max(at - 1, 0) : at + 2])


def _person(text: str, person: Person, actors: list[Actor]) -> Actor:
    after = text[person.end : person.end + 14].split("，", maxsplit=1)[0]
    own = bool(_OWN.match(after) or _GIVES_OWN.search(after))
    return Actor(person.name, "person", person.start, person.end, "subject", own)


def _with_roles(text: str, actors: list[Actor]) -> Iterable[Actor]:
    last: Actor | None = None
    for actor in actors:
        head = text[max(0, actor.start - 6) : actor.start]
        role = "subject"
        between = text[last.end : actor.start] if last else None
        if last and between is not None and len(between) <= 3 and _WITH.fullmatch(between):
            role = "with" if last.role == "subject" else last.role
        elif last and between is not None and len(between) <= 10 and _WITH.search(between) and "，" not in between:
            role = "with" if last.role in ("subject", "with") else "to"
        elif _TO.search(head):
            role = "to"
        last = Actor(actor.name, actor.kind, actor.start, actor.end, role, actor.own)
        yield last

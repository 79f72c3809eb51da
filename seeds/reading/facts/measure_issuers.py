"""Which bodies of a sentence put in place what it names: who acts, who acts with them, who is named behind 由.

Reads folded text; positions are those of the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from seeds.reading.facts.actors import Actor
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.title_words import ACT, Title

# 并与福建省总工会签订: who is named behind one of these acts together with the subject
_JOINED = re.compile(f"(?:{choice('handing.joins_with')})[^，。、；的了]{{0,8}}$")
# 根据市人社局8月9日下发的《…通知》: the body in front of the verb issued it, whatever stands before the body
_SOURCE = re.compile(
    rf"(?:近日|日前|此前|\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}日)?(?:联合|共同)?(?:{choice('titles.issues')})的$"
)

# between a body and what it announces
_AT_ONCE = re.compile(
    f"(?:也|还|则|同时|已|近日|日前|昨[日天]|今[日天]|当[日天]|{choice('titles.solemnly')}|向[^，。；：]{{2,8}}(?=作出|公开|郑重|承诺)|向社会"
    rf"|(?:出台|作出|下发|发出)了?(?:通知|文件|规定|公告|决定)?|并|从|自|起|\d{{4}}年|\d{{1,2}}月|\d{{1,2}}日|，)*"
)
_THE_SAME = re.compile(f"该(?:[行社院厂局段]|公司|集团|医院|银行|联社)(?={choice('titles.issuer_acts')})")
_PASSED_ON = re.compile(r"(?:转发|批转|印发|转批)了?[^，。；\n]{0,8}$")  # 市政府办公厅转发市交通局《…意见》
_SETS_UP = re.compile(rf"(?:[、和与][^，。；\n]{{2,16}})?(?:牵头|联合|共同|负责|出面)*(?:{choice('titles.sets_up')})")


def issuers_of(text: str, title: Title, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Who put ``title`` in place, of the ``actors`` of its sentence; empty when the sentence does not say.

    One behind 由 first, then the body that acts before the verb and whoever is joined to it, then the owner in front.
    """
    after = [actor for actor in actors if actor.start >= title.end and _is_by(text, actor, title)]
    if not after:
        after = [
            actor for actor in actors if actor.kind == "organisation" and text[title.end : actor.start] in ("是", "”是")
        ]
    if after:
        return with_partners(after[0], actors)
    bodies = [actor for actor in actors if actor.kind == "organisation" and actor.end <= title.start]
    source = [actor for actor in bodies if _SOURCE.fullmatch(text, actor.end, title.start)]
    if source:
        return _list_of(text, source[-1], bodies)
    until = title.verb if title.verb is not None else title.start
    owner = [actor for actor in bodies if text[actor.end : title.start] in ("", "的")]
    before = [actor for actor in bodies if actor.end <= until and actor.role == "subject"]
    if owner and title.form == "paper":
        owners = _list_of(text, owner[-1], bodies)
        sending = [actor for actor in before if _PASSED_ON.search(text, actor.end, owners[0].start)]
        return (*with_partners(sending[-1], actors), *owners) if sending else owners
    if owner and owner[-1].end > until:
        return tuple(owner[-1:])  # the verb stands behind the name: 市总工会的热线即日起开通
    if before:
        nearest = [actor for actor in before if "，" not in text[actor.end : until]]
        return _acting(text, (nearest or before)[-1], [actor for actor in actors if actor.end <= until])
    return tuple(owner[-1:]) if title.form in ("quoted", "programme") else ()


def grantors_of(text: str, title: Title, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Who grants the concession ``title``: the body right before what is announced, or one named inside it.

    Nothing but a day may lie between the body and its word; empty when somebody else's word or paper is told.
    """
    verb = title.verb if title.verb is not None else title.start
    agreed = text.startswith("达成协议", verb)  # with whom stands in front of the verb
    acting = [actor for actor in actors if actor.kind == "organisation" and (agreed or actor.role != "to")]
    before = [actor for actor in acting if actor.end <= verb]
    if before and (_AT_ONCE.fullmatch(text, before[-1].end, verb) or text[verb - 1 : verb] == "并"):
        return _acting(text, before[-1], [actor for actor in actors if actor.end <= verb])
    inside = [actor for actor in acting if verb <= actor.start and actor.end <= title.end]
    return tuple(inside[:1]) if title.start == verb else ()


def speaks_again(text: str, title: Title) -> bool:
    """True when the concession ``title`` is by the body spoken of before: 对还款困难的司机，该行一律给予宽限."""
    verb = title.verb if title.verb is not None else title.start
    return bool(_THE_SAME.search(text, max(0, verb - 12), title.end))


def _is_by(text: str, actor: Actor, title: Title) -> bool:
    """True when ``actor`` stands behind 由 as who put ``title`` in place, not as who does something else for it.

    Behind a name that a verb has introduced the sentence often tells who runs it: 推出“快贷”，客户由市总工会推荐.
    """
    if text[actor.start - 1 : actor.start] != "由":
        return False
    introduced = bool(
        ACT.search(text, max(0, title.start - 6), title.start)
        if title.form == "paper"
        else title.verb is not None and ACT.match(text, title.verb)
    )
    return not introduced or actor.start - 1 - title.end <= 1 or bool(_SETS_UP.match(text, actor.end))


def with_partners(actor: Actor, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """``actor`` and those joined to it right behind."""
    at = list(actors).index(actor)
    group = [actor]
    for other in actors[at + 1 :]:
        if other.role != "with" or other.kind != actor.kind:
            break
        group.append(other)
    return tuple(group)


def _acting(text: str, actor: Actor, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """``actor`` with who acts together with it, before it in the sentence or behind it."""
    group = with_partners(actor, actors)
    bodies = [other for other in actors if other.kind == "organisation"]
    if _is_joined(text, actor):
        first = [other for other in bodies if other.end < actor.start and other.role == "subject"]
        first = [other for other in first if not re.search("》[和与及]$", text[other.end : actor.start])]
        return (*with_partners(first[-1], actors), *group) if first else group
    return (*group, *(other for other in bodies if other.start >= group[-1].end and _is_joined(text, other)))


def _is_joined(text: str, actor: Actor) -> bool:
    return bool(_JOINED.search(text, max(0, actor.start - 12), actor.start))


def _list_of(text: str, last: Actor, bodies: Sequence[Actor]) -> tuple[Actor, ...]:
    """The bodies of a list that ``last`` ends, whatever marks its first one."""
    end = list(bodies).index(last)
    first = end
    while first > 0 and "》" not in text[bodies[first - 1].end : bodies[first].start]:
        if bodies[first].role != "with" and bodies[first - 1].end + 1 != bodies[first].start:
            break
        first -= 1
    return tuple(bodies[first : end + 1])

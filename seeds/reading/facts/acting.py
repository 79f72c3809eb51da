"""Which of the actors that a clause names act in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seeds.reading.facts.actors import Actor
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.statements import Clause

_BANK = re.compile(choice("bodies.banks"))
_PERSUADES = re.compile("(?:说服|促成|争取到?|动员|商请|协调)了?$")
_BELONGS = re.compile(f"(?:{choice('bodies.belongs')})的?")
# 秀水饭店老板龙梅: who keeps a shop gives of their own
_KEEPER = re.compile(f"的?(?:老板娘?|{choice('people.shop_keepers')})")


def subjects_of(text: str, clause: Clause, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The acting ones of ``actors`` within ``clause``."""
    here = [actor for actor in actors if clause.start <= actor.start < clause.end]
    return acting_in(text, here) if here else ()


def is_bank(actor: Actor) -> bool:
    """True for a body that lends for a living."""
    return actor.kind == "organisation" and bool(_BANK.search(actor.name))


def acting_in(text: str, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The acting ones of ``actors``: the first, and those joined to it; one who gives of their own goes before."""
    group: list[Actor] = []
    for at, actor in enumerate(actors):
        if _BELONGS.match(text, actor.end) or _keeps(text, actor, actors) or _owns_next(actors, at):
            continue
        between = text[group[-1].end : actor.start] if group else ""
        moved = actor.kind == "organisation" and _PERSUADES.search(between)
        if (actor.role == "subject" or moved) and (not group or moved or (actor.kind == "person" and actor.own)):
            if actor.kind == "person" and not actor.own:
                continue
            group = [actor]
        elif actor.role == "with" and group and group[-1].kind == actor.kind:
            group.append(actor)
    return tuple(group or [actor for actor in actors if actor.role == "tells"][:1])


def earlier(group: tuple[Actor, ...], position: int) -> tuple[Actor, ...]:
    """``group`` when it stands before ``position``, else nobody."""
    return group if group and group[0].end <= position else ()


def _keeps(text: str, body: Actor, actors: Sequence[Actor]) -> bool:
    """True for a shop that only says whose keeper acts: 秀水饭店老板龙梅."""
    keeper = _KEEPER.match(text, body.end) if body.kind == "organisation" else None
    return keeper is not None and any(a.kind == "person" and a.own and a.start == keeper.end() for a in actors)


def _owns_next(actors: Sequence[Actor], at: int) -> bool:
    """True for a body that only says whose the next is: 国家税务总局|寿光市税务局, 南昌铁路局|邵武车务段工会."""
    body, behind = actors[at], actors[at + 1] if at + 1 < len(actors) else None
    return behind is not None and body.kind == behind.kind == "organisation" and body.end == behind.start

"""The union that gets what a union above it allots, where the words only say who allots: 省总工会随后追拨150万元.

An article is told from one union's side; money from above comes to it. Positions are those of the folded text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from seeds.reading.drafts import PartyDraft
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.lexicon import choice
from unionarchive.common.divisions import by_name

_ALLOTS = re.compile("[拨追划]|电汇|到账")
_SENDS = re.compile("来|捐|援|运抵|赠|汇")
_TO_ALL = re.compile(f"全[省市州县国区]|{choice('bodies.to_all')}")
_OF_PROVINCE = re.compile("省总工会|自治区总工会|^(?:北京|天津|上海|重庆)市总工会")


def body_below(text: str, actors: Sequence[Actor], gift: Gift, start: int, end: int) -> tuple[PartyDraft, ...]:
    """The union that the article tells of, where one above it allots: 省总工会随后追拨150万元."""
    ranks = [rank_of(name) for name in gift.donor_names]
    if not ranks or None in ranks or not _ALLOTS.search(text, start, end) or _TO_ALL.search(text, start, end):
        return ()
    above = max(rank for rank in ranks if rank is not None)
    bodies = Counter(a.name for a in actors if a.start < start and (rank_of(a.name) or 0) > above)
    told = Counter({name: often for name, often in bodies.items() if _lies_in(name, gift.donors[0].name, above)})
    return (PartyDraft(told.most_common(1)[0][0], "organisation"),) if told else ()


def rank_of(name: str) -> int | None:
    """How far down the ladder a territorial union stands, None for another body."""
    if not name.endswith("总工会") or len(name) < 5:
        return None
    if name.startswith("中华全国"):
        return 0
    if _OF_PROVINCE.search(name):
        return 1
    if name[-4] in "县区旗":
        return 2 if name.endswith("地区总工会") else 3
    places = by_name(name.removesuffix("总工会"))  # a city may be a county's equal
    return 3 if places and all(not place.code.endswith("00") for place in places) else 2


def _lies_in(below: str, above: str, rank: int) -> bool:
    """True when the place of one union lies in that of the other, which stands ``rank`` steps down the ladder."""
    codes = [{place.code[: 2 * rank] for place in by_name(name.removesuffix("总工会"))} for name in (below, above)]
    return rank == 0 or bool(codes[0] & codes[1])


def union_helped(actors: Sequence[Actor], gift: Gift, home: str | None) -> tuple[PartyDraft, ...]:
    """The union of the paper's own place that the article tells of, where a union from elsewhere sends help to it."""
    inside = _prefix(home) if home else None
    if not inside or gift.status != "disbursed" or gift.basis != "single" or not _SENDS.search(gift.verb):
        return ()
    if not gift.donors or not all(_lies_outside(name, inside) for name in gift.donor_names):
        return ()
    own = Counter(a.name for a in actors if rank_of(a.name) and a.name not in gift.donor_names)
    helped = Counter({name: often for name, often in own.items() if _lies_under(name, inside)})
    return (PartyDraft(helped.most_common(1)[0][0], "organisation"),) if helped else ()


def _prefix(place: str) -> str | None:
    """The digits with which the codes of all places within ``place`` begin."""
    found = by_name(place)
    return re.sub("(?:00)+$", "", found[0].code) if len(found) == 1 else None


def _lies_under(union: str, prefix: str) -> bool:
    return any(place.code.startswith(prefix) for place in by_name(union.removesuffix("总工会")))


def _lies_outside(union: str, prefix: str) -> bool:
    """True for a territorial union whose place is known and lies elsewhere."""
    places = by_name(union.removesuffix("总工会")) if rank_of(union) else ()
    return bool(places) and not any(place.code.startswith(prefix) for place in places)

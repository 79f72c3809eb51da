"""What speaks for a statement of aid and what against it: how its parts were had and what stands around it.

Each sign is a named number from 0 to 1; ``aid_confidence`` weighs them. What is looked at in a text is bounded, so
that a long page stays linear. Which verbs, how sums compare, what kind of body gives and the statement after were
tried too and told nothing more on pages held out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from seeds.reading.facts.actors import Actor
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.telling import ToldText

# Verbs that say nothing but that something was handed over.
_PLAIN_VERBS = frozenset((
    "下拨", "拨付", "拨来", "拨去", "拨给", "划拨", "拨", "捐赠", "捐款", "捐出", "捐了", "捐", "赠送",
    "送来", "送去", "送到", "寄来", "寄去", "汇来", "汇去",
))  # fmt: skip
_STOPS = "。！？\n"
_SENTENCE_END = re.compile(f"[{_STOPS}]")
_CLAUSE_END = re.compile(f"[，；：{_STOPS}]")
_LONGEST = 400  # characters of a sentence that are looked at, before a figure and behind it
_FAR = 64  # characters between a donor and the figure, from where on farther makes no difference
_PARTS = "amount", "rate", "count", "goods"

Signs = dict[str, float]


def signs_of(bodies: Sequence[ToldText | None], gifts: Sequence[Gift]) -> list[Signs]:
    """The signs of each of ``gifts``, whose articles have these ``bodies``."""
    told: dict[int, list[Gift]] = defaultdict(list)
    for gift in gifts:
        told[gift.article].append(gift)
    articles = {at: ToldGifts(body, told[at]) for at, body in enumerate(bodies) if body and at in told}
    return [articles[gift.article].signs(gift) for gift in gifts]


class ToldGifts:
    """The statements of one article with what stands around them."""

    def __init__(self, body: ToldText, gifts: Sequence[Gift]) -> None:
        """Take the article's ``body`` and its ``gifts``."""
        self._body = body
        self._gifts = sorted(gifts, key=lambda gift: gift.end)
        self._places = {id(gift): place for place, gift in enumerate(self._gifts)}
        self._starts = [actor.start for actor in body.actors]
        named = Counter(actor.name for actor in body.actors)
        self._named_most = next((name for name, _ in named.most_common(1)), "")
        self._named = named.keys()
        self._in_full = {actor.name for actor in body.actors if body.text[actor.start : actor.end] == actor.name}
        self._sum_starts = [amount.start for amount in body.sums[0]]
        self._per_sentence = Counter(gift.sentence for gift in gifts)

    def signs(self, gift: Gift) -> Signs:
        """The signs of ``gift``, one of the article's; those that are 0 may be missing."""
        start, end = self._figure(gift)
        bounds = _around(self._body.text, start)
        place = self._places[id(gift)]
        before = self._gifts[place - 1] if place else None
        found = dict.fromkeys((*_own(gift), *_beside(gift, before)), 1.0)
        return found | self._place(gift, bounds) | self._actors(gift, start, end, bounds)

    def _figure(self, gift: Gift) -> tuple[int, int]:
        """Where the leading figure of ``gift`` is printed."""
        at = self._body.text.rfind(gift.words, max(0, gift.start - 2), gift.end + 12) if gift.words else -1
        if at >= 0:
            return at, at + len(gift.words)
        return max(gift.start, gift.end - max(len(gift.words), 1)), gift.end

    def _place(self, gift: Gift, bounds: tuple[int, int]) -> Signs:
        """Where on its page ``gift`` is told, in the sentence at ``bounds``."""
        article = self._body.article
        sums = bisect_left(self._sum_starts, bounds[1]) - bisect_left(self._sum_starts, bounds[0])
        return {
            "statements before": _share(self._places[id(gift)], 6),
            "statements of the article": _share(len(self._gifts), 12),
            "statements of the sentence": _share(self._per_sentence[gift.sentence], 5),
            "sums of the sentence": _share(sums, 4),
            "sentence of the article": _share(gift.sentence, 8),
            "clause of the sentence": _share(gift.clause, 6),
            "length of the sentence": _share(bounds[1] - bounds[0], 150),
            "news": float(article.form == "news"),
            "article confidence": article.confidence,
            "page without home": float(self._body.home is None),
        }

    def _actors(self, gift: Gift, start: int, end: int, bounds: tuple[int, int]) -> Signs:
        """Who else is named in the sentence at ``bounds``, and where in it the donors are."""
        text, donors = self._body.text, set(gift.donor_names)
        actors = self._body.actors[bisect_left(self._starts, bounds[0]) : bisect_left(self._starts, bounds[1])]
        clause = _clause(text, start, end, bounds)
        beside = [actor for actor in actors if clause[0] <= actor.start < clause[1]]
        before = [actor for actor in actors if actor.end <= start]
        ours = [actor for actor in actors if actor.name in donors]
        acting = {actor.name for actor in actors if actor.role in ("subject", "with")}
        verb = text.rfind(gift.verb, bounds[0], start) if gift.verb else -1
        return {
            "actors of the sentence": _share(len(actors), 6),
            "no actor in the clause": float(not beside),
            "others acting": _share(len(acting - donors), 3),
            "donor not in the sentence": float(not ours),
            "donor in the clause": float(any(actor in beside for actor in ours)),
            "donor acts": float(bool(acting & donors)),
            "donor begins the sentence": float(bool(actors) and actors[0].name in donors),
            "donor begins the clause": float(any(actor.start == clause[0] for actor in ours)),
            "donor last before": float(bool(before) and before[-1].name in donors),
            "donor far off": _distance(ours, start) / _FAR,
            "donor named most": float(self._named_most in donors),
            "donor in full": float(bool(donors & self._in_full)),
            "receiver among actors": float(any(party.name in self._named for party in gift.recipients)),
            "words before the figure": _share(start - max([clause[0], *(actor.end for actor in before)]), 24),
            "words before an actor": _share(min([clause[1], *(actor.start for actor in beside)]) - clause[0], 12),
            "words behind the verb": _share(start - max(verb, bounds[0]), 24),
        }


def _own(gift: Gift) -> Iterator[str]:
    """The signs that ``gift`` has of itself."""
    yield from gift.marks
    yield from (gift.form, gift.status, gift.basis)
    has = (gift.amount is not None, gift.rate is not None, gift.count is not None, bool(gift.goods))
    yield " and ".join(name for name, there in zip(_PARTS, has, strict=True) if there)
    yield f"{min(len(gift.recipients), 2)} recipients"
    yield f"{min(len(gift.goods), 2)} goods"
    conditions = {
        "rate": gift.rate is not None, "counted": gift.count, "person": gift.by_person,
        "plain_verb": gift.verb in _PLAIN_VERBS,
        "inexact": gift.bound != "exact", "recurring": gift.recurring, "total": gift.is_total,
        "agrees": gift.agreement is True, "told twice": gift.evidence, "whole known": gift.part_of is not None,
        "day in the sentence": gift.day_at is not None,
    }  # fmt: skip
    yield from (name for name, holds in conditions.items() if holds)


def _beside(gift: Gift, before: Gift | None) -> Iterator[str]:
    """What the statement told ``before`` has in common with ``gift``."""
    if before is None:
        yield "first"
        return
    alike = {
        "sentence": before.sentence == gift.sentence,
        "donors": set(before.donor_names) == set(gift.donor_names),
        "recipients": set(before.recipients) == set(gift.recipients),
        "verb": before.verb == gift.verb,
        "status": before.status == gift.status,
    }
    yield from (f"{name} as before" for name, same in alike.items() if same)
    yield from (f"{before.basis} before", f"{before.status} before")
    if gift.sentence - before.sentence <= 1:
        yield "near the one before"


def _share(number: int, most: int) -> float:
    """``number`` as a share of ``most``, from where on more makes no difference."""
    return min(number, most) / most


def _around(text: str, at: int) -> tuple[int, int]:
    """The bounds of the sentence around ``at``."""
    start = max(text.rfind(stop, max(0, at - _LONGEST), at) for stop in _STOPS) + 1
    found = _SENTENCE_END.search(text, at, at + _LONGEST)
    return max(start, at - _LONGEST), found.start() if found else min(len(text), at + _LONGEST)


def _clause(text: str, start: int, end: int, bounds: tuple[int, int]) -> tuple[int, int]:
    """The bounds of the clause around ``text[start:end]`` in the sentence at ``bounds``."""
    first = max((match.end() for match in _CLAUSE_END.finditer(text, bounds[0], start)), default=bounds[0])
    after = _CLAUSE_END.search(text, end, max(end, bounds[1]))
    return first, after.start() if after else bounds[1]


def _distance(actors: Sequence[Actor], start: int) -> int:
    """Characters from the nearest of ``actors`` to ``start``."""
    return min((min(abs(start - actor.end), _FAR) for actor in actors), default=_FAR)

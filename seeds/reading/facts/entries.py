"""Rolls of givers as entries one behind the other: 甲市总工会：50万元 乙市总工会：棉被2000床、手电筒3500只.

Entries have no verb; three in a row, each a name, a colon and figures, make a roll. Where a page has lost its line ends
the next name follows the last figure without a break. Reads folded text; time is linear in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from seeds.reading.drafts import PartyDraft
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.amounts import Amount
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.rolls import Roll, figures_run, goods_of, party_of, says_worth
from seeds.reading.facts.texts import COLUMN

_LEAST = 3  # entries: two could be anything
_LONGEST_NAME = 40
_LONGEST_SIDE = 200  # characters of an entry's figures
_BREAK = re.compile(rf"[\n。；;：|{COLUMN}]")
_BETWEEN = re.compile(rf"[\n。；;，、{COLUMN}●·■▲★◆*\s-]*")
_AND = re.compile("、|和|与|及")
_EACH = re.compile("^各")
_TAKES = re.compile("由(?P<by>[^，。；）]{2,20}?)(?:统一)?(?:接收|接受|代收)")
_NOT_GIVEN = re.compile("分配|拨付|下拨|划拨|安排|分解|标准|补助|应发|奖励")
_GIVEN = re.compile("捐|榜|爱心|谢|善|支援|援助|接收|收到|送来|暖")
_LOOK_BACK = 90


@dataclass(frozen=True, slots=True)
class _Entry:
    """``name`` at ``start``–``colon``, its figures up to ``end``."""

    start: int
    colon: int
    end: int
    amounts: tuple[Amount, ...]
    givers: tuple[PartyDraft, ...]


def find_entries(
    article: int, part: str, text: str, actors: Sequence[Actor], headline: str, allotters: Sequence[Actor]
) -> Iterator[Roll]:
    """The rolls of ``text``. What is allotted to each comes from the body named before, else from the ``allotters``."""
    run: list[_Entry] = []
    at = 0
    while (colon := text.find("：", at)) >= 0:
        entry = _entry(text, colon, run[-1].end if run else 0, actors)
        if run and (entry is None or _BETWEEN.fullmatch(text, run[-1].end, entry.start) is None):
            yield from _roll(article, part, text, run, actors, headline, allotters)
            run = []
        if entry:
            run.append(entry)
        at = entry.end if entry else colon + 1
    yield from _roll(article, part, text, run, actors, headline, allotters)


def _entry(text: str, colon: int, last: int, actors: Sequence[Actor]) -> _Entry | None:
    start = max(last, colon - _LONGEST_NAME)
    for end_before in _BREAK.finditer(text, start, colon):
        start = end_before.end()
    start = gap.end() if (gap := _BETWEEN.match(text, start, colon)) else start
    stop = _BREAK.search(text, colon + 1, colon + _LONGEST_SIDE)
    limit = stop.start() if stop else min(len(text), colon + _LONGEST_SIDE)
    end, amounts = figures_run(text, colon + 1, limit)
    if not end or start >= colon:
        return None
    givers = tuple(party for party in _parties(text, start, colon, actors) if party)
    return _Entry(start, colon, end, amounts, givers) if givers else None


def _parties(text: str, start: int, colon: int, actors: Sequence[Actor]) -> Iterator[PartyDraft | None]:
    """Who stands before the colon: every actor there, else the words between separators by their look."""
    inside = [actor for actor in actors if start <= actor.start and actor.end <= colon]
    if len(inside) > 1 and text.find("其", start, colon) < 0:
        yield from (PartyDraft(actor.name, actor.kind) for actor in inside)
        return
    at, last = start, None
    for stop in (*_AND.finditer(text, start, colon), None):
        end = stop.start() if stop else colon
        if last and last.kind == "organisation" and text[at] == "其":  # 集团及其工会
            yield replace(last, name=last.name + text[at + 1 : end])
        else:
            last = party_of(text, at, end, actors)
            yield last
        at = stop.end() if stop else colon


def _roll(
    article: int, part: str, text: str, run: Sequence[_Entry], actors: Sequence[Actor], headline: str,
    allotters: Sequence[Actor],
) -> Iterator[Roll]:  # fmt: skip
    if len(run) < _LEAST:
        return
    begin = max(0, run[0].start - _LOOK_BACK)
    before = text[begin : run[0].start]
    allotted = bool(_NOT_GIVEN.search(before)) and not _GIVEN.search(before + headline)
    taker = _taker(text, begin, run[0].start, actors)
    listed = {party.name for entry in run for party in entry.givers}
    named = [a for a in actors if begin <= a.start < run[0].start and a.kind == "organisation"]
    named = named or [actor for actor in allotters if actor.name not in listed]
    givers = tuple(PartyDraft(actor.name, actor.kind) for actor in named[-1:])
    gifts = []
    for number, entry in enumerate(run):
        for gift in _gifts(article, part, text, entry):
            gift.sentence = 3 * 10**6 + number
            if allotted:
                gift.donors, gift.recipients, gift.status = givers, gift.donors, "committed"
            else:
                gift.recipients = taker
            gifts.append(gift)
    # Without a body that allots, a list of sums says nothing of who gave.
    yield Roll(run[0].start, run[-1].end, tuple(gifts) if givers or not allotted else (), allotted=allotted)


def _gifts(article: int, part: str, text: str, entry: _Entry) -> Iterator[Gift]:
    """The sums and the goods of an entry; 各 gives as much for each of its givers."""
    each = len(entry.givers) > 1 and _EACH.match(text[entry.colon + 1 : entry.end])
    goods = goods_of(text, entry.colon + 1, entry.end)
    for givers in [(giver,) for giver in entry.givers] if each else [entry.givers]:
        worth = next((a for a in entry.amounts if goods and says_worth(text, entry.colon + 1 + a.start)), None)
        for amount in entry.amounts:
            if amount is worth:
                continue
            gift = Gift(article, part, entry.start, entry.end, 0, 0, "cash", "disbursed", givers)
            gift.amount, gift.bound, gift.words = Decimal(amount.value), amount.bound, amount.words
            gift.marks = {"table", "donor_here"}
            yield gift
        if goods:
            yield Gift(
                article, part, entry.start, entry.end, 0, 0, "goods", "disbursed", givers, goods=goods,
                amount=worth.value if worth else None, words=worth.words if worth else "",
                bound=worth.bound if worth else goods[0].bound, marks={"table", "donor_here"},
            )  # fmt: skip


def _taker(text: str, start: int, end: int, actors: Sequence[Actor]) -> tuple[PartyDraft, ...]:
    """Who is said, before the roll, to have received it all."""
    said = _TAKES.search(text, start, end)
    named = [a for a in actors if said and said.start("by") <= a.start and a.end <= said.end("by")]
    return tuple(PartyDraft(actor.name, actor.kind) for actor in named[:1])

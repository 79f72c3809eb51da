"""Rolls of givers as entries one behind the other: 甲市总工会：50万元 乙市总工会：棉被2000床、手电筒3500只.

Entries have no verb; three in a row, each a name, a mark and figures, make a roll. The mark is a colon, a space, or, in
rows that begin with a dash or dot, a comma or nothing. Where a page has lost its line ends the next name follows the
last figure without a break. Reads folded text; time is linear in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from seeds.reading.drafts import PartyDraft
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.amounts import Amount
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.rolls import UNNAMED, Roll, figures_run, goods_of, party_of, says_worth
from seeds.reading.facts.texts import COLUMN
from unionarchive.common.values import value

_LEAST = 3  # entries: two could be anything
_LONGEST_NAME = 40
_LONGEST_SIDE = 200  # characters of an entry's figures
_COLUMNS = re.compile(f"{COLUMN}+")
_SIGNS = "●○■□▲△★☆◆◇▪※"  # a row begins with one of these
_BREAK = re.compile(rf"[\n。；;：|{COLUMN}{_SIGNS}]")
_NOTE = re.compile(r"（[^（）]*\d[年月日][^（）]*）")  # before the first name
_MARKS = _SIGNS + "·•*\\-"
_COLON = re.compile("：")
_BETWEEN = re.compile(rf"[\n。；;，、{COLUMN}{_MARKS}\s]*")
# 苹果15吨，由区总工会转赠各安置点: what is said of one gift before the next name
_ASIDE = re.compile(r"[，（][^，。；：\d\n]{2,24}")
# - 黄冈市总工会，大米1800份; - 江苏省总工会、浙江省总工会各100万元
_ROW = re.compile(rf"[{_MARKS}；：\n](?P<name>[^，。；：\n\d的每{COLUMN}{_MARKS}]{{2,40}}?)(?P<mark>，|(?=各?\d))")
# 合捐5万元，用于30户职工 △三一集团: a mark begins the next row, whatever is said before it
_REST_OF_ROW = re.compile(rf"[，、（][^。\n]{{1,60}}?[{_SIGNS}]\s*")
_PAREN = re.compile(r"（[^（）：\n]{1,24}）")  # 45万元（分两次到账）
# 向区环卫局送口罩3000个, 捐给区医院9.8万元; 小米2000斤，送市传染病医院; 3000元，慰问援鄂护士家庭
_TO_WHOM = re.compile(
    rf"(?:[向给为](?P<who>[^，。；：\d\n]{{2,16}}?)(?:{choice('handing.row_gives')})[去来给]?|(?:{choice('handing.row_hands')})(?=[^，。；：\d\n]{{2,16}}))"
)
_AND_TO = re.compile(
    rf"(?:，已?|(?=[交送捐汇转][给到]))(?:{choice('handing.row_hands')}|{choice('handing.row_cares')})了?(?P<who>[^，。；：、\d\n（）{_MARKS}]{{2,24}}?)(?=[\n。；;（{_MARKS}]|$)"
)
_LENDS = re.compile("贷款|续贷|展期|授信")  # 为集团公司办理贷款展期3000万元 is no gift of money
_AND = re.compile("、|和|与|及")
_SEPARATES = re.compile("[、和与及同，；。]")
_EACH = re.compile("^各")
_TAKES = re.compile("由(?P<by>[^，。；）]{2,20}?)(?:统一)?(?:接收|接受|代收)")
_NOT_GIVEN = re.compile(choice("handing.planned"))
_GIVEN = re.compile(choice("telling.accounts"))
_NAME_FIRST = re.compile(r"[^，\d]{2,24}，")  # 红纸上记着：五金公司，铁铲60把
_LOOK_BACK = 90
# 市总工会累计拨付防疫资金：1860万元 is told with a verb and stands in no roll of names
_TELLS = re.compile(choice("handing.tells_of_aid"))


@value
class _Mark:
    """What stands at ``start``–``end`` between a name and its figures; ``plain`` is True for all but a colon."""

    start: int
    end: int
    plain: bool


@value
class _Entry:
    """``name`` at ``start`` up to its ``mark``, its figures up to ``end``; no ``givers`` where nobody is named."""

    start: int
    mark: _Mark
    end: int
    amounts: tuple[Amount, ...]
    givers: tuple[PartyDraft, ...]
    takers: tuple[PartyDraft, ...] = ()  # where the row names its own


def find_entries(
    article: int, part: str, text: str, actors: Sequence[Actor], headline: str, allotters: Sequence[Actor],
    gaps: Sequence[int] = (),
) -> Iterator[Roll]:  # fmt: skip
    """The rolls of ``text``. What is allotted to each comes from the body named before, else from the ``allotters``.

    ``gaps`` are the places where a narrow space is printed, which the folded text has lost.
    """
    run: list[_Entry] = []
    at = 0
    for mark in _marks(text, gaps):
        if mark.start < at:
            continue
        entry = _entry(text, mark, run[-1].end if run else 0, actors)
        if entry is None and mark.plain:
            continue  # any space inside a name
        if run and (entry is None or not _follows(text, run[-1], entry)):
            yield from _roll(article, part, text, run, actors, headline, allotters)
            run = []
        if entry:
            run.append(entry)
        at = entry.end if entry else mark.end
    yield from _roll(article, part, text, run, actors, headline, allotters)


def _marks(text: str, gaps: Sequence[int]) -> list[_Mark]:
    """Where a name may end and its figures begin."""
    found = [_Mark(match.start(), match.end(), plain=False) for match in _COLON.finditer(text)]
    if gaps or COLUMN in text:
        found += [_Mark(place, place, plain=True) for place in gaps]
        found += [_Mark(match.start(), match.end(), plain=True) for match in _COLUMNS.finditer(text)]
    found += [_Mark(match.start("mark"), match.end("mark"), plain=True) for match in _ROW.finditer(text)]
    return sorted(found, key=lambda mark: mark.start)


def _follows(text: str, last: _Entry, entry: _Entry) -> bool:
    """True when nothing stands between the entries but marks and an aside."""
    if _BETWEEN.fullmatch(text, last.end, entry.start):
        return True
    if _REST_OF_ROW.fullmatch(text, last.end, entry.start):
        return True
    plain = last.mark.plain and entry.mark.plain
    aside = _PAREN.match(text, last.end, entry.start) or (_ASIDE.match(text, last.end, entry.start) if plain else None)
    return aside is not None and _BETWEEN.fullmatch(text, aside.end(), entry.start) is not None


def _entry(text: str, mark: _Mark, last: int, actors: Sequence[Actor]) -> _Entry | None:
    start = max(last, mark.start - _LONGEST_NAME)
    for end_before in _BREAK.finditer(text, start, mark.start):
        start = end_before.end()
    for note in _NOTE.finditer(text, start, mark.start):
        start = note.end()
    start = gap.end() if (gap := _BETWEEN.match(text, start, mark.start)) else start
    limit = min(len(text), mark.end + _LONGEST_SIDE)
    if stop := _BREAK.search(text, mark.end, limit):
        limit = stop.start()
    if mark.plain:
        start = _name_start(text, start, mark.start, actors)
    if mark.plain:
        limit = min([limit, *(actor.start for actor in actors if mark.end <= actor.start < limit)])
    mark, takers = _told_taker(text, mark, limit, actors)
    end, amounts = figures_run(text, mark.end, limit)
    if not end or start >= mark.start or (not mark.plain and _NAME_FIRST.match(text, mark.end, end)):
        return None
    if _LENDS.search(text, start, end):
        return None
    if _TELLS.search(text, _behind_giver(start, mark.start, actors), mark.start):
        return None
    if behind := _AND_TO.match(text, end, min(len(text), end + _LONGEST_NAME)):
        takers, end = (_party(text, *behind.span("who"), actors),), behind.end()
    if UNNAMED.search(text[start : mark.start]):
        return _Entry(start, mark, end, amounts, ())
    givers = tuple(party for party in _parties(text, start, mark.start, actors) if party)
    return _Entry(start, mark, end, amounts, givers, takers) if givers else None


def _told_taker(text: str, mark: _Mark, limit: int, actors: Sequence[Actor]) -> tuple[_Mark, tuple[PartyDraft, ...]]:
    """``mark`` with what stands before the gift in its row, and whom that names: 向区环卫局送口罩3000个."""
    told = _TO_WHOM.match(text, mark.end, limit)
    if told is None:
        return mark, ()
    if told["who"]:
        return replace(mark, end=told.end()), (_party(text, *told.span("who"), actors),)
    named = next((actor for actor in actors if actor.start == told.end()), None)
    return (replace(mark, end=named.end), (PartyDraft(named.name, named.kind),)) if named else (mark, ())


def _party(text: str, start: int, end: int, actors: Sequence[Actor]) -> PartyDraft:
    """Who is named there: a body that fills the words, else the words."""
    named = next((actor for actor in actors if actor.start == start and actor.end == end), None)
    return PartyDraft(named.name, named.kind) if named else PartyDraft(text[start:end], "group")


def _behind_giver(start: int, end: int, actors: Sequence[Actor]) -> int:
    """Where the words behind a body that begins at ``start`` begin, ``end`` when there is none."""
    inside = [actor for actor in actors if actor.start == start and actor.end < end]
    return inside[0].end if inside else end


def _name_start(text: str, start: int, end: int, actors: Sequence[Actor]) -> int:
    """Where the name that ends at ``end`` begins, behind what is said of the gift before it."""
    if "，" not in text[start:end]:
        return start
    inside = [actor for actor in actors if start <= actor.start and actor.end == end]
    return inside[0].start if inside else end


def _parties(text: str, start: int, colon: int, actors: Sequence[Actor]) -> Iterator[PartyDraft | None]:
    """Who stands before the colon: every actor there, else the words between separators by their look."""
    inside = [actor for actor in actors if start <= actor.start and actor.end <= colon]
    if len(inside) > 1 and text.find("其", start, colon) < 0:
        yield from (PartyDraft(actor.name, actor.kind) for actor in without_houses(text, inside))
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


def without_houses(text: str, actors: Sequence[Actor]) -> list[Actor]:
    """``actors`` without the bodies that only say whose people those behind them are: 昆明铁路局离休干部沈克俭."""
    persons = [actor.start for actor in actors if actor.kind == "person"]
    kept = []
    for actor in actors:
        person = next((start for start in persons if start >= actor.end), None)
        apart = person is None or _SEPARATES.search(text, actor.end, person) is not None
        if actor.kind == "person" or apart:
            kept.append(actor)
    return kept


def _roll(
    article: int, part: str, text: str, run: Sequence[_Entry], actors: Sequence[Actor], headline: str,
    allotters: Sequence[Actor],
) -> Iterator[Roll]:  # fmt: skip
    begin = max(0, run[0].start - _LOOK_BACK) if run else 0
    before = text[begin : run[0].start] if run else ""
    if len(run) < _LEAST or (any(entry.mark.plain for entry in run) and not _GIVEN.search(before + headline)):
        return
    allotted = bool(_NOT_GIVEN.search(before)) and not _GIVEN.search(before + headline)
    taker = _taker(text, begin, run[0].start, actors)
    listed = {party.name for entry in run for party in entry.givers}
    named = [a for a in actors if begin <= a.start < run[0].start and a.kind == "organisation"]
    named = named or [actor for actor in allotters if actor.name not in listed]
    givers = tuple(PartyDraft(actor.name, actor.kind) for actor in named[-1:])
    gifts = []
    for number, entry in enumerate(entry for entry in run if entry.givers):
        for gift in _gifts(article, part, text, entry):
            gift.sentence = 3 * 10**6 + number
            if allotted:
                gift.donors, gift.recipients, gift.status = givers, gift.donors, "committed"
            else:
                gift.recipients = entry.takers or taker
            gifts.append(gift)
    # Without a body that allots, a list of sums says nothing of who gave.
    yield Roll(run[0].start, run[-1].end, tuple(gifts) if givers or not allotted else (), allotted=allotted)


def _gifts(article: int, part: str, text: str, entry: _Entry) -> Iterator[Gift]:
    """The sums and the goods of an entry; 各 gives as much for each of its givers."""
    each = len(entry.givers) > 1 and _EACH.match(text[entry.mark.end : entry.end])
    goods = goods_of(text, entry.mark.end, entry.end)
    for givers in [(giver,) for giver in entry.givers] if each else [entry.givers]:
        worth = next((a for a in entry.amounts if goods and says_worth(text, entry.mark.end + a.start)), None)
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

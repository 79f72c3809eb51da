"""The statements of aid of a page: from the words of each article to drafts with donors, figures and evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from seeds.reading.drafts import AidDraft, Context, Pages, PartyDraft, Place
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.aid_confidence import confidence_of, doubts_of
from seeds.reading.facts.aid_signs import Signs, signs_of
from seeds.reading.facts.arithmetic import settle
from seeds.reading.facts.days import carry_days, drop_days_of_others
from seeds.reading.facts.entries import find_entries
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.handed_down import keep_committed
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.list_takers import name_list_takers
from seeds.reading.facts.memory import Memory
from seeds.reading.facts.minutes import are_minutes, keep_pledged
from seeds.reading.facts.progress import count_up_spans
from seeds.reading.facts.roll_days import date_rolls
from seeds.reading.facts.rolls import find_rolls
from seeds.reading.facts.shares_told import mark_shares
from seeds.reading.facts.statement_reader import StatementReader
from seeds.reading.facts.statements import sentences
from seeds.reading.facts.tables import find_rows, rows_of
from seeds.reading.facts.takers import name_takers
from seeds.reading.facts.telling import Found, Telling, ToldText

_FIGURE = re.compile(r"[\d一二两三四五六七八九十百千万半]")
_LIST_OF_FIGURES = re.compile("数说|数字|数读|账本$")
_ROLL = re.compile(
    f"(?:{choice('telling.list_names')})榜|鸣谢|致谢|谢谢|感谢|(?:捐款|捐赠|捐物)[^，]{{0,3}}(?:名单|明细|公示|公告)"
)
_BY_STYLE = re.compile("[老小][\u4e00-\u9fff]")
_FEW = "零一两三四五六七八九十"
_HEAD_OF_MINUTES = 60  # characters in which minutes say when the meeting was
_NEAR = 160  # characters around a gift in which its takers may be counted
_NO_OWNER = re.compile("市(?:政|场|民|容)|区(?:块|域)")
_TELLS_DEEDS = re.compile(f"清单|账[单本]|{choice('telling.deeds')}|数[说读]|台账|一览")
_TELLS_RULES = re.compile(choice("telling.rules"))


def find_disbursements(pages: Pages, found: Found, context: Context) -> tuple[AidDraft, ...]:
    """The statements of aid of ``pages`` in the order of their words."""
    return disbursements_of(Telling(pages, found, context))


def disbursements_of(telling: Telling) -> tuple[AidDraft, ...]:
    """The statements of aid of the page told, in the order of their words."""
    gifts: list[Gift] = []
    bodies = [telling.body(number) for number in range(len(telling.articles))]
    for number, body in enumerate(bodies):
        if body and _FIGURE.search(body.text):
            gifts.extend(_read(number, body, telling))
    gifts = settle(gifts)
    for gift in gifts:
        if gift.amount and gift.rate and not gift.count and (body := bodies[gift.article]):
            _count_out(gift, gift.amount / gift.rate, body.text)
    drop_days_of_others([body.text if body else "" for body in bodies], gifts)
    places = {id(gift): index for index, gift in enumerate(gifts)}
    signs = signs_of(bodies, gifts)
    return tuple(_draft(gift, places, bodies, found) for gift, found in zip(gifts, signs, strict=True))


def _read(number: int, body: ToldText, telling: Telling) -> list[Gift]:
    amounts, _ = body.sums
    headline = telling.headline_actors(number)
    memory = _memory(body, headline)
    if memory.default_basis == "cumulative" and memory.default_date is None:
        memory.default_date = telling.headline_date(number)
    reader = StatementReader(number, "body", body.text, body.actors, memory)
    title = body.article.headline or ""
    told = reader.read(sentences(body.text, amounts, body.dates))
    rows = find_rows(number, "body", body.text, body.actors, body.dates, title, headline or memory.donors)
    rolls = [
        *find_rolls(number, "body", body.text, body.actors, body.dates),
        *find_entries(number, "body", body.text, body.actors, title, headline or memory.donors, body.gaps),
    ]
    for gift in (gift for roll in rolls for gift in roll.gifts):
        gift.donors = tuple(_at_home(donor, body.home) for donor in gift.donors)
    date_rolls(telling.articles[number], body, rolls)
    told = [gift for gift in told if not any(roll.start <= gift.end <= roll.end for roll in rolls)]
    for gift in told:
        gift.donors = tuple(_in_full(donor, body.actors) for donor in gift.donors)
    name_takers(body.text, body.actors, told, body.home)
    signed = body.article.date if body.article.form == "policy" else None
    keep_committed(body.text, told)
    if are_minutes(title, body.text):
        signed = signed or next((date.dated for date in body.dates if date.start < _HEAD_OF_MINUTES), None)
        keep_pledged(body.text, told, signed)
    count_up_spans(body.text, told)
    mark_shares(body.text, told)
    carry_days(body.text, body.dates, told, signed)
    told = [*told, *(gift for roll in rolls if not roll.allotted for gift in roll.gifts)]
    shares = [gift for roll in rolls if roll.allotted for gift in roll.gifts]
    gifts = [*told, *rows_of(told, [*rows, *shares])]
    name_list_takers([part for part in telling.articles[number] if part is not body], body, gifts)
    return gifts


def _count_out(gift: Gift, number: Decimal, text: str) -> None:
    """Gives ``gift`` the number of takers that its sum and its rate make, where the page tells of so many."""
    if number != int(number) or number < 2:
        return
    near = text[max(0, gift.start - _NEAR) : gift.end + _NEAR]
    units = "名位户家个间辆所条支套"
    told = re.search(rf"(?<![\d.第]){int(number)}(?P<unit>[人{units}县区旗镇乡村])", near)
    if not told and number < len(_FEW):
        told = re.search(rf"(?<![第十几]){_FEW[int(number)]}(?P<unit>[{units}市县区旗镇乡村])", near)
    if told:
        gift.count, gift.count_unit, gift.agreement = int(number), told["unit"], True


def _in_full(party: PartyDraft, actors: Sequence[Actor]) -> PartyDraft:
    """老牛 is 牛岳猛, where one person of that name is told of."""
    if party.kind != "person" or not _BY_STYLE.fullmatch(party.name):
        return party
    alike = {a.name for a in actors if a.kind == "person" and len(a.name) > 1 and a.name[0] == party.name[-1]}
    return replace(party, name=alike.pop()) if len(alike) == 1 else party


def _at_home(party: PartyDraft, home: str | None) -> PartyDraft:
    """县电力局 in a list of a county's paper is 监利县电力局."""
    if not home or party.kind == "person" or len(party.name) < 3 or _NO_OWNER.match(party.name):
        return party
    return replace(party, name=home + party.name[1:]) if party.name[0] == home[-1] else party


def _memory(body: ToldText, headline: tuple[Actor, ...]) -> Memory:
    """What the reader of a body knows from the start: who gives when nobody is named, and what kind of list it is.

    A list of figures counts up to a day; an article about rules tells what they promise and gives nothing.
    """
    acting = [
        actor for actor in body.actors if actor.role == "subject" and actor.kind == "organisation" and actor.gives
    ]
    first = next((actor for actor in acting if actor.type == "trade_union"), acting[0] if acting else None)
    own = next((actor for actor in body.actors if body.home and actor.name == f"{body.home}总工会"), None)
    if own and first and first.type == "trade_union" and own.start < first.start:
        first = own  # 在市总工会大厅: the paper's own union, told of before another
    memory = Memory(donors=headline or ((first,) if first else ()))
    memory.home = body.home
    title = body.article.headline or ""
    memory.roll = bool(_ROLL.search(title + "，".join(body.article.kickers)))
    memory.deeds = bool(_TELLS_DEEDS.search(title)) or are_minutes(title, body.text)
    memory.rules_only = bool(_TELLS_RULES.search(title)) and "金" not in title
    counted = _LIST_OF_FIGURES.search(title) and (not title.endswith("账本") or body.text.startswith("（"))
    if counted or re.match(r"[（]?截至", body.text):
        memory.default_basis = "cumulative"
        memory.default_date = next((date.dated for date in body.dates if date.limit), None)
    return memory


def _draft(gift: Gift, places: Mapping[int, int], bodies: Sequence[ToldText | None], signs: Signs) -> AidDraft:
    kind = "person" if gift.donors and all(d.kind == "person" for d in gift.donors) else "organisation"
    return AidDraft(
        donors=gift.donors, donor_kind=kind, recipients=gift.recipients, form=gift.form, amount=gift.amount,
        rate=gift.rate, rate_unit=gift.rate_unit, count=gift.count, count_unit=gift.count_unit,
        items=tuple(goods.item for goods in gift.goods), bound=gift.bound, status=gift.status, basis=gift.basis,
        part_of=places.get(id(gift.part_of)),
        recurring=gift.recurring, date=gift.date, purpose=gift.purpose, words=gift.words,
        evidence=tuple(_places(gift, bodies)), confidence=confidence_of(gift, signs), agreement=gift.agreement,
        doubts=doubts_of(gift),
    )  # fmt: skip


def _places(gift: Gift, bodies: Sequence[ToldText | None]) -> list[Place]:
    """Where the gift is told: the shortest stretch that shows it first, then where it is told again."""
    spots = [(gift.article, gift.start, gift.end), *((article, start, end) for article, _, start, end in gift.evidence)]
    return [body.words.place(start, end) for article, start, end in spots if (body := bodies[article])]

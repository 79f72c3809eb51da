"""Goods that are dealt out of what was told of before, counted without their name: 1万只给了街道, 其中120件转送敬老院.

The name is that of goods counted in the same unit a little before, of which there were as many or more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from seeds.reading.drafts import ItemDraft, PartyDraft
from seeds.reading.facts.counts import BODIES, GOODS, PERSONS, Quantity, find_quantities
from seeds.reading.facts.gift_maker import make_gift, parties
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.goods import Goods, name_beside
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.scene import Scene
from seeds.reading.facts.told_each import each_of_several
from seeds.reading.facts.unnamed import bare_quantity

_UNITS = GOODS - PERSONS - (BODIES - {"台"}) - {"次", "期", "节", "场", "分钟", "公里", "车次"}
_HAND = f"(?:(?:给|送|送去|用于|领走|{choice('handing.hands_to', 'handing.sends_to')})了?)"
_OF_IT = re.compile("其中的?|另外?|还有|余下的?|其余的?|剩下的?|剩余的?|首批|头一?批|第一批|先|又|再|并|从中|有|把|将")
_LED = re.compile(f"(?:{_OF_IT.pattern}){{0,3}}(?:约|近)?")
_GOES_TO = re.compile(f"(?:也|都|就|则|全部|直接|定向|无偿|当[天日晚]|随后){{0,2}}{_HAND}(?!着|在)[\u4e00-\u9fff]")
# 由新乐市总领走600份, 转交嵊州市总600件
_TO_WHOM = re.compile(
    rf"(?:{_OF_IT.pattern}){{0,3}}(?:由?[\u4e00-\u9fff、]{{2,28}}?各?(?:{choice('handing.draws')})了?"
    rf"|{_HAND}[\u4e00-\u9fff]{{2,16}})(?:约|近|各|共)?"
)
_SHARE = re.compile("其中[\u4e00-\u9fff]{2,12}")
_WHOSE = re.compile("(?:其中|[、和与])[\u4e00-\u9fff]{2,14}")
_NEXT = re.compile("[、和与][\u4e00-\u9fff]{2,14}")
_SENTENCES = 3  # back to the gift whose goods are meant
_FARTHEST = 110  # characters back to where the goods were counted


def deal_out(scene: Scene, index: int) -> bool:
    """Adds what clause ``index`` says was handed on of goods counted before; True when there was any."""
    clause = scene.clauses[index]
    if scene.ruled or scene.asked or clause.amounts:
        return False
    at, any_dealt = clause.start, False
    for quantity in clause.quantities:
        if quantity.unit in _UNITS and _is_dealt(scene, index, at, quantity, goes_on=any_dealt):
            item, whole = _goods_before(scene, index, quantity)
            goods = Goods(item, quantity.bound, quantity.start, quantity.end) if item else None
            any_dealt = bool(goods and _append(scene, index, at, goods, whole)) or any_dealt
        at = quantity.end
    return any_dealt


def deal_by_name(scene: Scene, index: int, goods: Sequence[Goods]) -> bool:
    """Adds a share for each whose name stands before it: 其中湘乡市150吨饲草、韶山市60吨饲草; False for none."""
    clause, text = scene.clauses[index], scene.text
    if len(goods) < 2 or clause.amounts or not text.startswith("其中", clause.start) or scene.ruled or scene.asked:
        return False
    ends = [clause.start, *(one.end for one in goods[:-1])]
    if not all(_WHOSE.fullmatch(text, at, one.start) for at, one in zip(ends, goods, strict=True)):
        return False
    for at, one in zip(ends, goods, strict=True):
        number = Quantity(one.item.quantity or Decimal(0), one.item.unit or "", one.bound, one.start, one.end)
        _append(scene, index, at, one, _goods_before(scene, index, number)[1])
    return True


def counted_so_far(scene: Scene, index: int) -> tuple[Goods, ...]:
    """What a clause counts that goes on telling of goods named in a sentence before: …套餐免费。到19日已送出1088份."""
    quantity = bare_quantity(scene.text, scene.clauses[index])
    verbs = scene.clauses[index].verbs
    if quantity is None or not any(verb.kind in ("give", "receive") and verb.end <= quantity.start for verb in verbs):
        return ()
    for gift in reversed(scene.memory.gifts[-4:]):
        for goods in gift.goods:
            if goods.item.unit == quantity.unit and scene.number - gift.sentence <= _SENTENCES:
                item = replace(goods.item, quantity=quantity.value)
                same = goods.item.quantity == quantity.value
                return () if same else (Goods(item, quantity.bound, quantity.start, quantity.end),)
    start = max(0, scene.clauses[index].start - _FARTHEST)
    for before in reversed(find_quantities(scene.text, start, scene.clauses[index].start)):
        if before.unit == quantity.unit and (name := name_beside(scene.text, start, before)):
            item = ItemDraft(name, quantity.value, quantity.unit)
            return (Goods(item, quantity.bound, quantity.start, quantity.end),)
    return ()


def _is_dealt(scene: Scene, index: int, at: int, quantity: Quantity, *, goes_on: bool) -> bool:
    led, clause = scene.text[at : quantity.start], scene.clauses[index]
    behind = scene.text[quantity.end : clause.end]
    if _LED.fullmatch(led) and _GOES_TO.match(behind):
        return True
    alone = not behind or behind[0] in "、和"
    return alone and bool(_TO_WHOM.fullmatch(led) or _SHARE.fullmatch(led) or (goes_on and _NEXT.fullmatch(led)))


def _goods_before(scene: Scene, index: int, quantity: Quantity) -> tuple[ItemDraft | None, Gift | None]:
    """What is counted, by the goods of the last gifts, else by what the text counts in the same unit."""
    for gift in reversed(scene.memory.gifts[-6:]):
        if scene.number - gift.sentence > 2 or gift.part_of is not None or "dealt_out" in gift.marks:
            continue
        for goods in gift.goods:
            if goods.item.unit == quantity.unit and (goods.item.quantity or 0) >= quantity.value:
                return ItemDraft(goods.item.item, quantity.value, quantity.unit), gift
    start = max(0, scene.clauses[index].start - _FARTHEST)
    for before in reversed(find_quantities(scene.text, start, scene.clauses[index].start)):
        enough = before.unit == quantity.unit and before.value >= quantity.value
        if enough and (name := name_beside(scene.text, start, before)):
            return ItemDraft(name, quantity.value, quantity.unit), None
    return None, None


def _append(scene: Scene, index: int, at: int, goods: Goods, whole: Gift | None) -> bool:
    governed = scene.verb(index, goods.start, goods.end)
    receiver = scene.receiver(index, governed, goods.start, unit=None)
    gift = make_gift(scene, index, governed, receiver, goods.start, goods.end)
    if gift is None:
        return False
    gift.form, gift.goods, gift.bound, gift.status = "goods", (goods,), goods.bound, "disbursed"
    named = [actor for actor in scene.actors if at <= actor.start and actor.end <= goods.start]
    group = each_of_several(scene, index, goods.start)
    behind = [actor for actor in scene.actors if goods.end <= actor.start < scene.clauses[index].end]
    words = scene.text[at : goods.start].removeprefix("其中").lstrip("、和与")
    if named or behind:
        gift.recipients = parties(group or named[-1:] or behind[:1])
    elif _WHOSE.fullmatch(scene.text, at, goods.start):
        gift.recipients = (PartyDraft(words, "group"),)
    gift.marks.add("dealt_out")
    if whole:
        gift.basis, gift.part_of = "part", whole
        gift.donors = gift.donors if scene.subjects[index] and not named else whole.donors
        gift.date = gift.date or whole.date
        if named and len(whole.donors) > 1 and named[-1].name in whole.donor_names:
            gift.donors, gift.recipients = parties(named[-1:]), whole.recipients  # which of them gave it
    gift.recipients = tuple(party for party in gift.recipients if party.name not in gift.donor_names)
    if named and len(group) > 1:  # so much for each of several
        scene.memory.gifts.extend(replace(gift, recipients=parties([taker]), marks={*gift.marks}) for taker in group)
    else:
        scene.memory.gifts.append(gift)
    return True

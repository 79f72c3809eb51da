"""How many of goods told of a clause before each got: 送来保供包，72户一户一份; 送来面粉14袋，一家两袋.

Such a clause names no goods of its own. It tells how many of them there are to each, and often how many got some.
"""

from __future__ import annotations

import re
from dataclasses import replace

from seeds.reading.facts.counts import GOODS, HOUSEHOLDS, PERSONS, Quantity
from seeds.reading.facts.gift_maker import make_gift
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.givers import Governed
from seeds.reading.facts.goods import find_taken, find_unnumbered
from seeds.reading.facts.scene import Scene

_TO_EACH = re.compile(
    "(?:每|一)(?:个)?[人户家间名位站桌班屋车床组村校](?:人|家)?(?:各|都|就)?(?:发|分|领|得|有|是|给)?(?:到|了)?$"
)


def each_got(scene: Scene, index: int) -> bool:
    """True when clause ``index`` only tells how many of the goods before it each got; the gift says so from now on."""
    clause, text = scene.clauses[index], scene.text
    quantity = clause.quantities[-1] if clause.quantities and index and not clause.amounts else None
    if quantity is None or quantity.unit not in GOODS or text[quantity.end : clause.end].strip("呢了"):
        return False
    if not _TO_EACH.search(text[clause.start : quantity.start]) or scene.ruled or scene.asked:
        return False
    counted = [q for q in clause.quantities[:-1] if q.unit in PERSONS | HOUSEHOLDS and q.value > 1]
    if any(q.unit in GOODS - PERSONS - HOUSEHOLDS and q.value > 1 for q in clause.quantities[:-1]):
        return False
    last = scene.memory.gifts[-1] if scene.memory.gifts else None
    if last and last.sentence == scene.number and last.goods and index - last.clause <= 2:
        last.goods = tuple(
            goods if goods.item.quantity is not None
            else replace(goods, item=replace(goods.item, quantity=quantity.value, unit=quantity.unit))
            for goods in last.goods
        )  # fmt: skip
        _count(last, counted)
        return True
    return _named_before(scene, index, quantity, counted)


def _named_before(scene: Scene, index: int, quantity: Quantity, counted: list[Quantity]) -> bool:
    """Adds a gift of the goods that the clause before names without a number."""
    before = scene.clauses[index - 1]
    for verb in before.verbs if not before.quantities else ():
        items = find_unnumbered(scene.text, verb.end, before.end) or find_taken(scene.text, before.start, verb.start)
        if verb.kind not in ("give", "receive") or verb.weak or len(items) != 1:
            continue
        governed = Governed(verb, index - 1)
        receiver = scene.receiver(index - 1, governed, verb.start, unit=None)
        gift = make_gift(scene, index - 1, governed, receiver, items[0].start, quantity.end)
        if gift is None:
            return False
        item = replace(items[0].item, quantity=quantity.value, unit=quantity.unit)
        gift.form, gift.goods, gift.bound = "goods", (replace(items[0], item=item),), quantity.bound
        gift.status = "disbursed" if gift.status == "committed" else gift.status
        _count(gift, counted)
        scene.memory.gifts.append(gift)
        return True
    return False


def _count(gift: Gift, counted: list[Quantity]) -> None:
    if counted and gift.count is None:
        gift.count, gift.count_unit = counted[-1].whole, counted[-1].unit

"""What a sum says of the goods or the service told of before it: price, premium, worth.

Such a sum is no gift of its own; it becomes part of the gift that it belongs to.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from seeds.reading.facts import figures
from seeds.reading.facts.amounts import Amount
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.goods import find_unnumbered, find_worth
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.scene import Scene
from seeds.reading.facts.services import ITEMS

COST = re.compile(f"(?!.*保额)(?:{choice('money.priced')}|每[人户份名套张家])")
_PREMIUM = re.compile("保费|保险费|费用")
_BEARS = frozenset(["承担", "支付", "列支", "出资"])  # 人均费用180元由工会承担
_IN_ALL = re.compile("(?:合计|共计|总计|共)\\d")
# 借给他5000元买砖 lends money, 把3000元换成了牛肉面 gives noodles
_SPENT = re.compile(
    "(?:一?共|总共|前后|先后|合计|光这一项就)?(?:花去了?|花了?|花费了?|用去了?|用了|耗资|开支|支出)|(?:钱|款子|费用)都?是从[^，。]{2,14}[省挤攒凑抠匀][下出]?来?的"
)
_SPENT_ON = re.compile("(?P<done>[买换]成了?|[买换]来的?|[买换]了)|买|购(?!物)|换(?![洗季])|找|添")


def is_premium(scene: Scene, index: int, amount: Amount) -> bool:
    """True when the sum is what the insurance just told of costs: 赠送意外险，保费合计3.26万元; it is then its."""
    last = scene.memory.gifts[-1] if scene.memory.gifts else None
    if not last or last.sentence != scene.number or last.form != "service" or last.amount or last.rate:
        return False
    at = index - 1 if _IN_ALL.match(scene.words(index)) else index  # 保费由公司承担，合计3.46万元
    if not _PREMIUM.match(scene.words(at)) or at - last.clause > 1:
        return False
    last.amount, last.bound, last.words, last.end = amount.value, amount.bound, amount.words, amount.end
    return True


def is_price(scene: Scene, amount: Amount, rate: figures.Rate) -> bool:
    """True when the sum is the price of goods just named: 防暑包1460份，每份80元."""
    last = scene.memory.gifts[-1] if scene.memory.gifts else None
    if not last or last.sentence != scene.number or last.form != "goods" or last.rate is not None:
        return False
    if not any(goods.item.unit == rate.unit for goods in last.goods):
        return False
    last.rate, last.rate_unit, last.bound, last.words, last.end = (
        amount.value, rate.unit, amount.bound, amount.words, amount.end,
    )  # fmt: skip
    return True


def _per_head(gift: Gift, amount: Amount) -> bool:
    """True when what goods are worth can only be what each gets: 2600名工人每人一份价值80元的清凉包."""
    return bool(gift.count) and amount.value < 5 * Decimal(gift.count or 0)


def is_cost(scene: Scene, index: int, amount: Amount, rate: figures.Rate) -> bool:
    """True when the sum is what the goods or the service just told of cost per head: 送去大米、豆油，人均150元."""
    last = scene.memory.gifts[-1] if scene.memory.gifts else None
    clause = scene.clauses[index]
    if not last or last.sentence != scene.number or last.form not in ("goods", "service") or last.amount or last.rate:
        return False
    if any(not verb.weak and verb.word not in _BEARS for verb in clause.verbs):
        return False  # 每人发给路费1000元 is a gift of its own
    if index - last.clause > 1 or not COST.match(scene.words(index)) or len(clause.amounts) > 1:
        return False
    last.rate, last.rate_unit, last.recurring = amount.value, rate.unit, rate.recurring or last.recurring
    last.bound, last.words, last.end = amount.bound, amount.words, amount.end
    return True


def is_spent(scene: Scene, index: int, amount: Amount) -> bool:
    """True when the sum is what the goods just given cost: 装上空调96台，花去62.3万元; it is then theirs."""
    last = scene.memory.gifts[-1] if scene.memory.gifts else None
    if not last or last.form != "goods" or last.amount or last.rate or scene.number - last.sentence > 1:
        return False
    before = scene.text[scene.clauses[index].start : amount.start]
    near = index - last.clause <= 2 if last.sentence == scene.number else index <= 2
    if not near or not _SPENT.fullmatch(before) or scene.subjects[index]:
        return False
    last.amount, last.bound, last.words, last.end = amount.value, amount.bound, amount.words, amount.end
    return True


def is_worth(scene: Scene, amount: Amount, rate: figures.Rate) -> bool:
    """True when the sum says what the goods before it are worth; it is then theirs."""
    last = scene.memory.gifts[-1] if scene.memory.gifts else None
    if scene.text[amount.end : amount.end + 1] == "的":
        return False
    if last and last.sentence == scene.number and last.form == "goods" and last.amount is None and last.rate is None:
        if rate.unit or _per_head(last, amount):
            last.rate, last.rate_unit = amount.value, rate.unit or last.count_unit
        else:
            last.amount = amount.value
        last.bound, last.words, last.end = amount.bound, amount.words, amount.end
        return True
    return bool(rate.unit)


def make_worth(scene: Scene, index: int, gift: Gift, amount: Amount) -> None:
    """Makes the gift one of goods where the sum is only their worth: 60元水果券, 价值120元的生活包, 200元话费."""
    clause = scene.clauses[index]
    if scene.text[amount.end : amount.end + 1] in "、和及与给为向":
        return  # 慰问金1500元和一副拐杖, 每人每天6元给守堤职工补伙食
    after = amount.end + (scene.text[amount.end : amount.end + 1] == "的")  # a quotation mark may follow
    items = find_unnumbered(scene.text, after, clause.end)
    if not items and after > amount.end and figures.is_value(scene.text, amount):
        items = find_worth(scene.text, after, clause.end)
    upto = min(after + 4, items[0].end) if items else after
    verbs = [verb for verb in clause.verbs if after <= verb.start < upto]
    if items and (bought := _SPENT_ON.match(items[0].item.item)):
        if not bought["done"] or gift.status == "committed":
            return
        name = items[0].item.item[bought.end() :]
        items = (replace(items[0], item=replace(items[0].item, item=name)), *items[1:])
    if items and not verbs and items[0].start <= after + 1 and items[0].item.item not in ("现金", "善款", "红包"):
        gift.goods = items[:1]
        gift.form = "service" if ITEMS.search(items[0].item.item) else "goods"
        gift.end = max(gift.end, items[0].end)
        gift.status = "disbursed" if gift.status == "committed" else gift.status
        if gift.amount is not None and figures.is_value(scene.text, amount) and _per_head(gift, amount):
            gift.amount, gift.rate, gift.rate_unit = None, amount.value, gift.count_unit

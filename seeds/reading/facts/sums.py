"""Sums of money as gifts: what each sum of a clause means, and what it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from seeds.reading.drafts import ItemDraft
from seeds.reading.facts import figures, shares
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.amounts import Amount
from seeds.reading.facts.funding import named_before, pooled, told_next
from seeds.reading.facts.gift_maker import make_gift, one_for_each, parties
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.givers import Governed
from seeds.reading.facts.goods import Goods, find_goods
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.receivers import Receiver
from seeds.reading.facts.scene import Scene
from seeds.reading.facts.told_each import each_of_several
from seeds.reading.facts.wholes import allotted_to, from_each, gathers_from, laid_down, mark_part, share_of, taken_from
from seeds.reading.facts.worths import is_cost, is_premium, is_price, is_spent, is_worth, make_worth

_SHARE_OF = re.compile(
    "^(?:的?(?:资金|款项|捐款|专款|善款|慰问金))?[中里](?:$|的(?=\\d)|(?=[先再又还也]?[拿划拨安排列支切取抽给分]))"
)
_OUT_OF_IT = re.compile("[用把将]了?其中(?:的|(?=\\d))")  # 镇总工会用其中的1.2万元，给…: who has got a share gives it
_MONEY_AND_GOODS = re.compile("([\u4e00-\u9fff]{2}款物)[\u4e00-\u9fff]{0,6}$")
_GOODS_SUM = re.compile(rf"([\u4e00-\u9fff]{{0,6}}(?:{choice('goods.wares')}))[合共总计价值折款约达]{{0,4}}$")
_TO_BUY = re.compile("用于|用来|购买|采购|购置|添置")  # 购买防疫物资186万元 is money
_EXPENSES = frozenset(
    ["学费", "生活费", "房租", "伙食费", "交通费", "路费", "课本费", "养老金", "营业额"]
)  # 一年学费8000元
_OWED = re.compile("[讨追要]回(?!家)|讨薪|被?(?:拖欠|克扣)[^，。]{0,10}(?:工资|薪|费|款)")
_HELPED_OUT = re.compile(f"{choice('handing.helps_out')}|发放(?!工资)")
_CROWD = re.compile("(?:不少|许多|很多|有的|有人)[^，。]{0,8}(?:掏|捐|投|塞|放)|纷纷(?:掏|捐|投|塞|放)")
_SMALL = 1000
_WORTH = re.compile("(?:总?价值|折合|折价|折款|合)(?:人民币)?(?:共|约|近)?")
_KEPT = re.compile("^[^，。]{0,6}?(?:作为|留作|列为|转为|用作)(?:预备|机动|备用|储备|后备)")  # 其余500万元作为预备金
_BANK = re.compile("银行|农商行|农信社|联社$|信用社|信用合作")
_GIVEN_BY_KIND = re.compile("其中(?:党员|企业|个人|群众|居民|干部)捐款$")  # a share of givers whom nobody names
_FEE_WAIVED = re.compile(
    f"(?:免收|减免|免除|免去|减收)了?(?:全部|所有)?[^，。]{{0,10}}?(?P<fee>(?:{choice('money.fees')})费|租金|房租|铺租)"
)
# 一年内归还, 年底还清, 不要利息
_BACK = re.compile(
    "(?:[年月日底后前内期时再]|分期|分[\\d一二两三四五六七八九十]+个?[年月])[^，。]{0,4}(?:归还|偿还|还清|扣还|还款|抵扣)|[不免]\\S{0,2}利息|(?<!贴)免息"
)
_LOAN = re.compile("(?:发放|提供|办理|申请)[^，。]{0,6}(?:借款|贷款)$")
# 为全队买了意外保险，保费7500元
_INSURED = re.compile(
    rf"(?:投保|购买|买|赠送|办理|上)了?[^，。]{{0,16}}?(?P<item>(?:{choice('money.insured')})[\u4e00-\u9fff]{{0,4}}"
    rf"(?:险|保险|保障))[^。；]{{0,24}}保费[^，。；\d]{{0,8}}\d"
)
_FOUNDS = re.compile(
    "(?:共同|联合|合力)?(?:设立|建立|成立|组建|发起)[^，。]{0,16}(?:基金|资金|互助会|专户)"
)  # 各出50万元，设立…
_LIMIT = re.compile("授信|额度|专项贷款额")
_DRIVE = re.compile(
    f"(?:{choice('people.members')})[^，。]{{0,8}}(?:捐款|捐资|募捐|捐)|(?:共|累计|总共)(?:捐款|募集|募捐|收到捐款)"
)
_TOTAL = re.compile(
    f"(?:{choice('money.total')}|[合加并凑]在一[起道处块]|[合加并]到一[起处块])儿?(?:已?达|就?有|为|是|共|整整|一共|总共)?$"
)
_CAPITAL = re.compile("本金|资金池|基金规模")
_PAYING_IN = re.compile("出资|投入|注入|注资")
_OF_THIS_MONEY = re.compile(r"这[笔些](?:钱|款|捐款)[里中]")


def read_sum(scene: Scene, index: int, amount: Amount) -> None:
    """Adds to the gifts what ``amount`` of clause ``index`` means: a gift, a share, the worth of goods, nothing."""
    clause, text = scene.clauses[index], scene.text
    rate = figures.rate_of(text, clause, amount)
    if _GIVEN_BY_KIND.search(text[clause.start : amount.start]) or _KEPT.match(text[amount.end : clause.end]):
        return
    if _belongs_to_another(scene, index, amount, rate) or is_spent(scene, index, amount):
        return
    governed = scene.verb(index, amount.start, amount.end)
    noun = figures.money_noun_near(text, clause, amount)
    if _is_no_aid(scene, index, amount):
        return
    told = (
        governed.verb
        or (noun and noun not in _EXPENSES)
        or scene.whole
        or scene.memory.allots
        or "来自" in scene.words(index)
    )
    if not told or figures.is_other(text, clause, amount, governed.verb) or _funds(scene, index, amount):
        return
    if allotted := allotted_to(scene, index, governed, amount) or laid_down(scene, index, amount):
        allotted.amount, allotted.bound, allotted.words = amount.value, amount.bound, amount.words
        takers = each_of_several(scene, index, amount.start)
        scene.memory.gifts.extend([replace(allotted, recipients=parties([taker])) for taker in takers] or [allotted])
        return
    receiver = scene.receiver(index, governed, amount.start, unit=rate.unit)
    counted = bool(receiver and receiver.count and scene.clauses[0].start <= receiver.start)
    capped = amount.bound == "at_most" and amount.lower is None and not rate.unit and not scene.ruled
    allotted_up_to = capped and governed.verb is not None and governed.verb.kind == "allocate"  # 安排不超过60万元
    if not allotted_up_to and figures.is_rule(text, clause, amount, rate, counted=counted, ruled=scene.ruled):
        return
    for gift in _gifts(scene, index, governed, receiver, amount):
        _tell_form(scene, index, governed, gift, amount)
        gift.bound, gift.words, gift.purpose = amount.bound, amount.words, noun
        _put_figure(scene, index, governed, gift, amount, rate)
        make_worth(scene, index, gift, amount)
        _in_kind(scene, index, gift, amount)
        scene.memory.gifts.append(gift)
        if scene.opened:
            scene.whole, scene.shared, scene.opened = gift, True, False


_THE_SAME = re.compile("(?:这笔?|上述|该笔)")  # 这180万元，省总补助80万元: told of before


def _is_no_aid(scene: Scene, index: int, amount: Amount) -> bool:
    """True for wages that were owed and for what people in a crowd put into a box."""
    text, clause = scene.text, scene.clauses[index]
    own = text[clause.start : amount.start]
    if _THE_SAME.fullmatch(own) and any(gift.amount == amount.value for gift in scene.memory.gifts[-4:]):
        return True
    if _OWED.search(text, scene.clauses[0].start, amount.start) and not _HELPED_OUT.search(own):
        return True
    return amount.value < _SMALL and _CROWD.search(own) is not None


def _tell_form(scene: Scene, index: int, governed: Governed, gift: Gift, amount: Amount) -> None:
    """Makes the gift credit or a service where the words say that the sum was lent or not charged."""
    text, clause = scene.text, scene.clauses[index]
    lent = _lends(scene, index, governed, gift, amount) or _to_be_paid_back(scene, index)
    if lent or figures.is_credit(text, clause, amount, governed.verb):
        gift.form = "credit"
        limit = _LIMIT.search(text[amount.end : amount.end + 8]) or _says_limit(scene, index, amount)
        if gift.status == "disbursed" and limit:
            gift.status = "pledged"  # a credit line is a promise
    elif "保费" in scene.words(index) and (
        insured := _INSURED.search(text, scene.clauses[max(0, index - 2)].start, amount.end)
    ):
        gift.form = "service"
        gift.goods = (
            Goods(ItemDraft(insured["item"], None, None), "exact", insured.start("item"), insured.end("item")),
        )
    elif waived := _FEE_WAIVED.search(text, _from(scene, index), amount.end):
        gift.form = "service"  # what costs nothing is what was done
        gift.goods = (Goods(ItemDraft(waived["fee"], None, None), "exact", waived.start("fee"), waived.end("fee")),)


def _lends(scene: Scene, index: int, governed: Governed, gift: Gift, amount: Amount) -> bool:
    """True when only banks give and the words speak of loans, interest or a credit line."""
    if not all(_BANK.search(donor.name) for donor in gift.donors):
        return False
    if governed.verb is not None and governed.verb.word.startswith(("捐", "赠", "慰问")):
        return False
    text = scene.text
    if governed.verb is not None and governed.verb.kind == "waive" and "利息" in scene.words(index):
        return True
    line = "额度" in text[amount.end : amount.end + 8] or "利息" in text[scene.clauses[index].start : amount.start]
    return (
        line
        or "授信" in text[scene.clauses[0].start : amount.start]
        or "贷" in text[scene.clauses[0].start : scene.clauses[-1].end]
    )


def _to_be_paid_back(scene: Scene, index: int) -> bool:
    """True when the words behind the sum tell of paying it back, or those before it call it a loan."""
    behind = _and_behind(scene, index)
    if any(_BACK.search(scene.words(at)) for at in behind):
        return True
    alone = index > 0 and not scene.clauses[index].verbs and not scene.subjects[index]
    return alone and bool(_LOAN.search(scene.words(index - 1)))


def _and_behind(scene: Scene, index: int) -> list[int]:
    """Clause ``index`` and up to two behind it that name no other figure and nobody else."""
    near = [index]
    for at in range(index + 1, min(index + 3, len(scene.clauses))):
        if scene.clauses[at].amounts or scene.clauses[at].quantities or scene.subjects[at]:
            break
        near.append(at)
    return near


def _from(scene: Scene, index: int) -> int:
    """Where the words about a sum begin: a clause before, when its own clause says nothing but the sum."""
    plain = all(verb.kind == "waive" for verb in scene.clauses[index].verbs)  # 免收全程运费，减免42万元
    alone = index > 0 and plain and not scene.subjects[index]
    return scene.clauses[index - alone].start


def _says_limit(scene: Scene, index: int, amount: Amount) -> bool:
    """True for 授信50亿元 and 额度600万元, which nobody has drawn yet."""
    return bool(_LIMIT.search(scene.text, max(scene.clauses[index].start, amount.start - 5), amount.start))


def _belongs_to_another(scene: Scene, index: int, amount: Amount, rate: figures.Rate) -> bool:
    """True when the sum is no gift of its own: what goods are worth, their price, or a whole spoken of again."""
    clause, text = scene.clauses[index], scene.text
    if figures.is_value(text, amount):
        if is_worth(scene, amount, rate):
            return True
        named = text[amount.end : amount.end + 1] == "的"
        if named and any(goods.end > amount.end for goods in find_goods(text, clause)):
            scene.worth = amount
            return True
    if _SHARE_OF.match(text[amount.end : clause.end]):
        gifts = scene.memory.gifts
        told = next((g for g in gifts if g.article == scene.article and g.amount == amount.value), None)
        if told or not clause.verbs or clause.verbs[0].start > amount.start:
            of_it = text.startswith("的", amount.end + 1)  # 50万元中的20万元: who acts now gives it
            scene.whole, scene.shared = None if of_it else told, True
            return True
        scene.opened = True  # 市总下拨的120万元慰问金里，有35万元…: told here for the first time
    if rate.unit:
        return is_price(scene, amount, rate) or is_cost(scene, index, amount, rate)
    return is_premium(scene, index, amount)


def _put_figure(scene: Scene, index: int, governed: Governed, gift: Gift, amount: Amount, rate: figures.Rate) -> None:
    clause = scene.clauses[index]
    gift.recurring = rate.recurring
    if rate.recurring and gift.basis == "cumulative":
        gift.basis = "single"
    gift.is_drive = not gift.by_person and bool(_DRIVE.search(scene.text, scene.clauses[0].start, amount.number))
    gift.is_total = bool(_TOTAL.search(scene.text[clause.start : amount.number]))
    if not gift.part_of and not rate.unit:
        mark_part(scene, index, governed, gift, amount)
        spent = figures.is_done_at_once(scene.text, clause.start, amount.end)
        if gift.part_of and gift.part_of.status == "pledged" and not spent:
            gift.status = "pledged"
    if rate.unit or gift.rate_unit:
        gift.rate, gift.rate_unit = amount.value, rate.unit or gift.rate_unit
    else:
        gift.amount = amount.value


def _in_kind(scene: Scene, index: int, gift: Gift, amount: Amount) -> None:
    """Makes the gift one of goods where the words before the sum say so: 救灾款物折合312.6万元, 慰问品2.3万元."""
    before = scene.text[scene.clauses[index].start : amount.number]
    if index and _WORTH.fullmatch(before) and not gift.goods:
        before = scene.words(index - 1).removesuffix("一批") + before  # 捐赠药品一批，折合32.5万元
    kind = _MONEY_AND_GOODS.search(before) or (
        None if gift.goods or gift.purpose or _TO_BUY.search(before) else _GOODS_SUM.search(before)
    )
    if kind:
        gift.form = "goods"
        gift.goods = (Goods(ItemDraft(kind[1], None, None), "exact", amount.start, amount.end),)


def _gifts(scene: Scene, index: int, governed: Governed, receiver: Receiver | None, amount: Amount) -> list[Gift]:
    """The gift that ``amount`` makes, or several where it is told of several bodies at once."""
    clause = scene.clauses[index]
    whole = scene.whole
    group = shares.each_of(scene.text, clause, amount, scene.actors)
    last = scene.memory.gifts[-1] if scene.memory.gifts else None
    if group and not clause.verbs and not whole and last and last.sentence == scene.number:
        whole = last
    if taken := taken_from(scene, index, governed, amount):
        return taken
    if scene.takers and any(verb.kind == "allocate" for verb in clause.verbs):
        scene.takers = ()  # 共收到捐款219万元，已下拨186万元，其中…: they get it
    if scene.takers and not clause.verbs:
        return from_each(scene, index, amount)
    if whole and not clause.verbs and not (scene.subjects[index] and _OUT_OF_IT.search(scene.words(index))):
        if counted := shares.counted_each(scene.text, clause, amount):
            return [_for_each(share_of(scene, index, whole, amount), counted, group)]
        if not group:
            return [share_of(scene, index, whole, amount)]
        return [share_of(scene, index, whole, amount, only=actor) for actor in group]
    if takers := gathers_from(scene, index, amount):
        scene.takers = takers
        return []
    gift = make_gift(scene, index, governed, receiver, amount.start, amount.end)
    if gift is None:
        if governed.verb and governed.verb.kind == "receive":
            scene.takers = scene.subjects[governed.clause]
        return []
    _tell_givers(scene, index, governed, gift, amount)
    if several := _one_for_each(scene, index, governed, gift, group, amount):
        return several
    if shares.says_each(scene.text, clause, amount) and receiver and receiver.count:
        gift.rate_unit = receiver.unit
    return _told_apart(scene, index, governed, gift, group, amount)


def _tell_givers(scene: Scene, index: int, governed: Governed, gift: Gift, amount: Amount) -> None:
    """Gives ``gift`` the givers whom the sums around ``amount`` leave for it."""
    clause, text = scene.clauses[index], scene.text
    if giver := named_before(clause, text, scene.actors, amount, governed.verb):
        gift.donors = parties([giver])
    if told_next(clause, text, amount, scene.subjects[index]) and scene.memory.donors:
        gift.donors = parties(scene.memory.donors)
    gift.donors = pooled(text, clause.start, amount, scene.memory.gifts, scene.number) or gift.donors


def _told_apart(
    scene: Scene, index: int, governed: Governed, gift: Gift, group: Sequence[Actor], amount: Amount
) -> list[Gift]:
    """``gift`` with the one giver or taker that the sum is told of among several, or as so much for each of so many."""
    clause = scene.clauses[index]
    if shares.tells_apart(scene.text, clause):
        gift.count = gift.count_unit = None  # 三座矿的工会分别划拨8万元、6万元和5万元
    counted = shares.counted_each(scene.text, clause, amount)
    if counted and gift.recipients and gift.rate is None and not {*gift.recipients} & {*gift.donors}:
        return [_for_each(gift, counted, group if group and group[0].name not in gift.donor_names else ())]
    taker = shares.respective_taker(scene.text, clause, amount, scene.actors)
    if taker is not None:
        return [replace(gift, recipients=parties([taker]))]
    at = shares.respective(scene.text, clause, amount, scene.donors(index, governed))
    if at is not None:
        return [replace(gift, donors=gift.donors[at : at + 1])] if at < len(gift.donors) else []
    return one_for_each(scene, index, governed, gift, amount.start)


def _one_for_each(
    scene: Scene, index: int, governed: Governed, gift: Gift, group: Sequence[Actor], amount: Amount
) -> list[Gift]:
    """A gift for each of those in front of 各: who gave it, or who got it."""
    subjects = scene.subjects[index]
    if not group and len(subjects) > 1:
        after = scene.text[subjects[-1].end : subjects[-1].end + 3].lstrip("也又")
        group = subjects if after.startswith("各") else ()  # 教师甲、工程师乙各捐款2000元
    group = group or each_of_several(scene, index, amount.start)
    if len(group) < 2 or governed.verb is None:
        return []
    if group[0].role == "subject" and governed.verb.kind != "receive":
        return [replace(gift, donors=parties([actor])) for actor in group]
    if governed.verb.end <= amount.start:
        if counted := shares.counted_each(scene.text, scene.clauses[index], amount):
            return [_for_each(gift, counted, group)]
        return [replace(gift, recipients=parties([actor])) for actor in group]
    return []


def _for_each(gift: Gift, counted: shares.Counted, group: Sequence[Actor]) -> Gift:
    """``gift`` with its sum for each of so many: 向绵竹、什邡两市总工会各转拨260万元."""
    each = replace(gift, amount=None, rate=gift.amount or gift.rate, rate_unit=counted.unit)
    each.count, each.count_unit = counted.count, counted.unit
    if group:
        each.recipients = parties(group)
    return each


def _funds(scene: Scene, index: int, amount: Amount) -> bool:
    """True when the sum is the capital of a fund or a share of money told of before: 本金…, 这笔钱里有…."""
    before = scene.text[scene.clauses[0].start : amount.start]
    paid_in = _CAPITAL.search(before) and _PAYING_IN.search(before[-30:])
    founds = index + 1 < len(scene.clauses) and _FOUNDS.match(scene.words(index + 1))
    if founds and any(verb.word == "出" for verb in scene.clauses[index].verbs):
        return True
    return bool(paid_in or _OF_THIS_MONEY.search(before))

"""Goods as gifts: what changes hands, bought or given, counted or only named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from seeds.reading.drafts import ItemDraft
from seeds.reading.facts import figures
from seeds.reading.facts.gift_maker import make_gift, one_for_each
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.givers import Governed
from seeds.reading.facts.goods import Goods, find_taken, find_unnumbered, quantities_bound
from seeds.reading.facts.lexicon import choice, words_of
from seeds.reading.facts.receivers import Receiver
from seeds.reading.facts.scene import Scene
from seeds.reading.facts.services import ITEMS
from seeds.reading.facts.statements import Verb
from seeds.reading.facts.worths import COST

_BUY = re.compile(f"^(?:{choice('handing.buys')})$")
_HELPS = frozenset(["援助", "支援", "驰援", "资助"])
_SOLD = re.compile(f"{choice('money.sold_at')}|[按照]市?价|卖给")
_CONTAINS = re.compile(
    "[每一][份包箱套袋个只桶瓶]里?(?:约|重)?[\\d一二三四五六七八九十百]+|每[份包箱套袋个只][里内]?(?:含|内含|内有|装有|里有|有|装)|内[有含装]|含有?|里面(?:有|装)"
)  # what a parcel holds
_WAS_BOUGHT = re.compile(
    "(?P<what>(?![这那])[\u4e00-\u9fff]{1,6}?)都?是[^，。]{2,24}元(?:钱)?[买购换]来?的"
)  # 肉是他掏600元买的
_HANDED_ON = re.compile("[交送捐汇塞寄]给|[交送]到")
_PAID_BY = re.compile("是[^，。]{2,24}(?:凑钱|出钱|掏钱|集资|自费|自己)买的$")  # 这45台水泵是老乡们凑钱买的
_ANOTHER = re.compile("[又还另]|并(?!一)|同时")  # 送去3万元油款，又买来牛奶320箱
_LOADED = frozenset(words_of("goods.loaded"))
# 货车开到现场，车上是水泵120台
_ABOARD = re.compile("(?:[车舱船箱厢斗包袋][上里中内]|里面)(?:是|有|装的是)?")
_MOVES = re.compile(choice("handing.sets_off"))
_ARRIVES = re.compile(choice("handing.drives_in"))
_SENDS = frozenset(["派来", "派去", "派出", "出借", "借给", "借用"])
_MACHINE = re.compile("[车机船泵艇床吊铲]$|设备$|帐篷$")
_SPENDS = re.compile(choice("handing.spends"))
_BOUGHT_FOR = re.compile("购置|添置|购买|采购|置办|买[了来下回成好]|购[进回得]|添了|换[了来成]|换发|投保")
# 拿出6000元，添了一口大锅: the money is gone, whoever the goods are for
_SPENT_IT = re.compile(
    "[又再还当天日晚即随后马上就立刻]*(?:买[了来下回成好]|购[进回得]|(?:购买|采购|购置|添置)了|添了|换[了来成])"
)
_ADDS = frozenset(["追加", "配套", "增拨"])
_BOUGHT = frozenset(["买了", "买来", "买下", "买回", "买好", "购买了", "换了", "装上"])
_MEANT_FOR = re.compile("(?:(?:用于|用来|用以)[^，。；]{0,8}|准备|计划|拟|专款)$")
_MONEY_AND = re.compile(r"元[\u4e00-\u9fff]{0,4}(?:以及|和|及|、)")


def read_goods(scene: Scene, index: int, goods: Sequence[Goods]) -> None:
    clause = scene.clauses[index]
    if _SOLD.search(scene.words(index)) or _CONTAINS.match(scene.words(index)):
        return
    groups: list[list[Goods]] = []
    for item in goods:
        if groups and not any(groups[-1][-1].end <= verb.start < item.start for verb in clause.verbs):
            groups[-1].append(item)
        else:
            groups.append([item])
    for group in groups:
        _goods_group(scene, index, group)


def _goods_group(scene: Scene, index: int, group: list[Goods]) -> None:
    clause = scene.clauses[index]
    memory = scene.memory
    governed = scene.verb(index, group[0].start, group[-1].end)
    verb = governed.verb
    last = memory.gifts[-1] if memory.gifts else None
    if scene.ruled or scene.asked or not verb:
        return
    goes_on = last and last.sentence == scene.number and last.form == "goods" and not scene.subjects[index]
    told = scene.text[scene.clauses[0].start : group[0].end]
    goes_on = goes_on and (scene.whole is not last or "其中" not in told)  # 其中1200吨 is a share of them
    if (
        last
        and goes_on
        and not any(not v.weak and v.end <= group[0].start for v in clause.verbs)
        and index - last.clause <= 1
    ):
        last.goods = (*last.goods, *group)
        last.end, last.clause = group[-1].end, index
        return
    if not _changes_hands(scene, index, governed, last, group[0].start):
        return
    after = scene.clauses[index + 1] if index + 1 < len(scene.clauses) else None
    bought = bool(_BUY.match(verb.word)) and after is not None and not after.amounts
    receiver = (
        scene.receivers[index + 1][0]
        if bought and scene.receivers[index + 1]
        else scene.receiver(index, governed, group[0].start, unit=figures.head_unit(scene.text, clause, group[0].start))
    )
    if verb.kind == "receive" and not (receiver and receiver.count) and all(item.item.quantity == 1 for item in group):
        return  # 钢筋工领到一只清凉包 shows what all got
    gift = make_gift(scene, index, governed, receiver, group[0].start, group[-1].end)
    if gift:
        gift.form, gift.goods, gift.bound = "goods", tuple(group), quantities_bound(group)
        if scene.worth:
            gift.bound, gift.words = scene.worth.bound, scene.worth.words
            if gift.count and scene.worth.value < 2 * gift.count:
                gift.rate, gift.rate_unit = scene.worth.value, gift.count_unit  # each got a parcel worth so much
            else:
                gift.amount = scene.worth.value
            scene.worth = None
        if all(ITEMS.search(goods.item.item) for goods in group) or _lent_out(verb, group):
            gift.form = "service"
        gift.status = "disbursed" if gift.status == "committed" else gift.status
        if re.search("每天|每日", scene.text[clause.start : group[0].start]):
            gift.recurring = "day"
            gift.basis = "single" if gift.basis == "cumulative" else gift.basis
        _bought(scene, index, gift, last)
        memory.gifts.extend(one_for_each(scene, index, governed, gift, group[0].start))


def _lent_out(verb: Verb, group: Sequence[Goods]) -> bool:
    """True when machines come with those who work them or go back: 派来两台铲车, 出借抽水泵6台."""
    return verb.word in _SENDS and all(_MACHINE.search(goods.item.item) for goods in group)


def _changes_hands(scene: Scene, index: int, governed: Governed, last: Gift | None, at: int) -> bool:
    """True when goods are given: a verb of giving in their clause, or words of handing over close by."""
    assert governed.verb is not None
    if _BUY.match(governed.verb.word):
        spent = last is not None and last.sentence == scene.number and last.amount is not None
        if last and spent and not scene.subjects[index] and _HANDED_ON.search(scene.words(last.clause)):
            return scene.handed_over(index)  # 把5500元交给村里，买了电缆: the village did
        spent = spent or _PAID_BY.search(scene.words(index)) is not None
        return spent or scene.handed_over(index) or bool(re.search("[为给]", scene.words(index)))
    marked = any(receiver.marked for receiver in scene.receivers[index])
    to_somebody = marked or re.search("[为给向对将]", scene.words(index)) or scene.handed_over(index)
    arrives = bool(index) and governed.verb.word in _LOADED and _ARRIVES.search(scene.words(index - 1)) is not None
    if arrives or _comes_aboard(scene, index, governed.verb):
        return True  # 货车开进益阳，车上装着陈皮2000盒
    if governed.verb.weak and not to_somebody and not _helps_with(scene, index, governed.verb, at):
        return False
    return governed.clause == index or scene.handed_over(index) or _clauses_join(scene, index, governed)


def _comes_aboard(scene: Scene, index: int, verb: Verb) -> bool:
    """True for what a car or boat that the sentence sets in motion has aboard: 船靠了岸，舱里是大米12吨."""
    start = scene.clauses[index].start
    aboard = verb.word in _LOADED or _ABOARD.fullmatch(verb.word) is not None
    told = aboard and _ABOARD.search(scene.text, start, verb.end) is not None
    return told and _MOVES.search(scene.text, max(0, start - 60), start) is not None


def _helps_with(scene: Scene, index: int, verb: Verb, at: int) -> bool:
    """True for 江苏省总工会援助蔬菜300吨: who helps, and with what right behind the verb."""
    return verb.word in _HELPS and verb.end == at and bool(scene.subjects[index])


def _clauses_join(scene: Scene, index: int, governed: Governed) -> bool:
    """True when the goods' clause has no actor of its own and follows right on the verb's."""
    return governed.clause == index - 1 and not scene.subjects[index]


def _bought(scene: Scene, index: int, gift: Gift, last: Gift | None) -> None:
    """Joins 投入4.3万元 to the goods that it bought for somebody in the same sentence."""
    if (
        last and last.sentence == scene.number and last.form == "cash" and last.amount is not None
        and not (last.recipients and _ANOTHER.match(scene.words(index)))
        and (_BOUGHT_FOR.search(gift.verb) or _spent_on(scene, index, last))
        and not last.goods and last.donor_names == gift.donor_names
        and (
            re.search("[为给]", scene.words(index)) or scene.handed_over(index) or gift.clause == last.clause
            or _SPENT_IT.match(scene.words(index))
        ) and gift.clause - last.clause <= 1
    ):  # fmt: skip
        gift.amount, gift.bound, gift.words, gift.start = last.amount, last.bound, last.words, last.start
        gift.is_drive = last.is_drive
        gift.recipients = gift.recipients or last.recipients
        scene.memory.gifts.pop()


def _spent_on(scene: Scene, index: int, last: Gift) -> bool:
    """True when all the money of ``last`` went into the goods of clause ``index``: 自筹27万元，为工人加送粥5400箱."""
    rest = [at for at in range(index, len(scene.clauses)) if not COST.match(scene.words(at))]
    return bool(_SPENDS.search(last.verb)) and not last.recipients and not any(scene.clauses[at].amounts for at in rest)


def sums_up(scene: Scene, index: int) -> bool:
    """True when the clause sums up goods given one by one: 每人一只应急包，共1100只; the sum is then theirs."""
    clause = scene.clauses[index]
    last = scene.memory.gifts[-1] if scene.memory.gifts else None
    if not last or last.sentence != scene.number or not last.goods or len(clause.quantities) != 1:
        return False
    quantity, goods = clause.quantities[0], last.goods[-1]
    alone = re.fullmatch("(?:一?共|共计|总计|合计|总共)", scene.text[clause.start : quantity.start])
    if not alone or goods.item.unit != quantity.unit:
        return False
    item = replace(goods.item, quantity=quantity.value)
    last.goods = (*last.goods[:-1], replace(goods, item=item))
    last.count, last.count_unit, last.end = None, None, quantity.end
    return True


def read_unnumbered(scene: Scene, index: int) -> None:
    """Goods without a quantity count when the words say how many people got them."""
    clause = scene.clauses[index]
    for verb in clause.verbs:
        if verb.kind not in ("give", "receive") or scene.ruled or scene.asked:
            continue
        if _MEANT_FOR.search(scene.text, clause.start, verb.start):
            continue  # 拨到14个镇街工会，用于购买消毒物资
        items = find_unnumbered(scene.text, verb.end, clause.end) or find_taken(scene.text, clause.start, verb.start)
        governed = Governed(verb, index)
        receiver = scene.receiver(index, governed, verb.start, unit=None)
        last = scene.memory.gifts[-1] if scene.memory.gifts else None
        spent = bool(
            last and last.sentence == scene.number and last.amount is not None and last.form == "cash"
            and index - last.clause == 1 and "免费" not in scene.words(index)
            and (_BOUGHT_FOR.search(verb.word) or (_sends(verb) and _spent_on(scene, index, last)))
            and (re.search("[为给]", scene.words(index)) or scene.handed_over(index))
        )  # fmt: skip
        known = (receiver and receiver.count) or spent
        if items and known and _changes_hands(scene, index, governed, last, items[0].start):
            _append_unnumbered(scene, index, governed, receiver, items)
            return


def _sends(verb: Verb) -> bool:
    return not verb.weak and verb.word.startswith(("送", "发", "配", "赠"))


def _append_unnumbered(
    scene: Scene, index: int, governed: Governed, receiver: Receiver | None, items: tuple[Goods, ...]
) -> None:
    gift = make_gift(scene, index, governed, receiver, items[0].start, items[-1].end)
    if gift:
        last = scene.memory.gifts[-1] if scene.memory.gifts else None
        gift.form, gift.goods = "service" if all(ITEMS.search(goods.item.item) for goods in items) else "goods", items
        gift.bound = receiver.bound if receiver else "exact"
        gift.status = "disbursed" if gift.status == "committed" else gift.status
        _bought(scene, index, gift, last)
        scene.memory.gifts.append(gift)


def beside_money(scene: Scene, index: int) -> None:
    """Goods that stand beside a sum, 送上800元慰问金和手套、雨衣等用品, or that it bought: 掏3000元买了水泵."""
    clause = scene.clauses[index]
    if _bought_at_once(scene, index):
        return
    match = _MONEY_AND.search(scene.text, clause.amounts[-1].end - 1, clause.end)
    last = scene.memory.gifts[-1] if scene.memory.gifts else None
    if not match or not last or last.sentence != scene.number or not last.count:
        return
    items = find_unnumbered(scene.text, match.end(), clause.end)
    if items:
        beside = replace(last, form="goods", goods=items, amount=None, rate=None, rate_unit=None, end=items[-1].end)
        beside.bound, beside.evidence, beside.doubts, beside.purpose, beside.words = "exact", [], set(), "", ""
        scene.memory.gifts.append(beside)


def _bought_at_once(scene: Scene, index: int) -> bool:
    """Makes the money that clause ``index`` says was spent on goods these goods; True when it does."""
    clause = scene.clauses[index]
    last = scene.memory.gifts[-1] if scene.memory.gifts else None
    if not last or last.sentence != scene.number or last.form != "cash" or last.amount is None or last.clause != index:
        return False
    if last.verb in _ADDS:
        return False  # 又追加4万元添置了微波炉
    for verb in clause.verbs:
        done = verb.word in _BOUGHT or scene.text.startswith("了", verb.end)
        if verb.start < clause.amounts[-1].end or not _BOUGHT_FOR.match(verb.word):
            continue
        between = scene.text[clause.amounts[-1].end : verb.start]
        handed = index + 1 < len(scene.clauses) and scene.handed_over(index + 1)
        items = find_unnumbered(scene.text, verb.end, clause.end)
        if items and (done or handed) and not re.search("用于|用来|[给帮让]", between):
            last.form, last.goods, last.end = "goods", items, items[-1].end
            last.status = "disbursed" if last.status == "committed" else last.status
            return True
    if what := _WAS_BOUGHT.fullmatch(scene.words(index)):
        at = clause.start
        last.form, last.goods = (
            "goods",
            (Goods(ItemDraft(what["what"], None, None), "exact", at, what.end("what") + at),),
        )
        return True
    return False

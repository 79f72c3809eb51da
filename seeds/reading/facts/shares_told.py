"""Shares of a sum that only the words around them tell: where it came from, what it was used for, what was left of it.

资金来源有三：…; 支出中，…; 郑主席介绍了用法：…; 先拿出4万元买药，余下的…. Works on the gifts of one text in the order
of their words and changes them in place. Positions are those of the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.goods import Goods
from seeds.reading.facts.lexicon import choice

_MONEY = f"(?:{choice('money.funds')})"
_SOURCES = re.compile(
    rf"{_MONEY}(?:的|主要)?(?:{choice('money.sources')})(?:于|有|是|为|如下)?[^，。：；\d]{{0,6}}[：，]?"
    rf"|(?:这|该|此)[笔批些项]?{_MONEY}[^，。；\d]{{0,6}}由(?=[^。；]{{2,90}}(?:{choice('handing.put_together')}))"
    rf"|(?:这|该|此)[笔批些项]{_MONEY}[^，。；：\d]{{0,4}}(?:由[^，。；：\d]{{1,8}}(?:分担|共担|分摊|凑成|合出)|从哪里?来|怎么来)[^，。；\d]{{0,4}}[：，？]"
    rf"|(?<=[。；！？\n])(?:这笔?|上述)[\d.]+[余多]?[万亿]?元(?:{_MONEY})?(?:，|(?:分别|主要)?(?:来自|来源于|由|里|中)[^，。；\d]{{0,8}}[：，])"
)
_USES = re.compile(
    rf"(?:{choice('money.uses')}|使用(?:情况|去向|明细)|分配(?:情况|方案|办法|去向)?|分账|分解|花法|用处|账目|用在[^，。：；\d]{{0,8}})"
    "(?:中|里|上|是|为|如下|了)?[：，](?!由|按|经|并)"
)
_REST = re.compile(
    f"(?:{choice('money.rest')})(?:的|部分|款|钱|款项|资金|全部|都|则|[分用留归由作给转存暂准要说打交买发])"
)
# who got it spends it: 钱到手，先拿4万元买药; 县总接款后，…; 用这笔钱
_OUT_OF_IT = re.compile(
    "(?:钱|款|款子|资金|拨款)[^，。；\\d]{0,3}(?:到手|到账|一到)[^，。；\\d]{0,4}，|接款[^，。；\\d]{0,4}，|接款后|[用拿把]这[笔些](?:钱|款|资金)"
    "|这[笔些](?:钱|款|资金)[^，。；\\d]{0,4}(?:没有?|不)[^，。；\\d]{0,4}(?:过夜|留|停)|(?:没有?|不)过夜，|一分(?:钱)?[没不未](?:有)?留，|[分补领拨]来的"
)
_ITS_OWN = re.compile(choice("money.own_part"))
_REST_NEXT = re.compile(f"[”\n]?(?:这?(?:{_REST.pattern})|(?:剩下|余下|其余|剩余)的\\d)")
_SENTENCE = "。！？\n"
_NEAR = 3  # sentences from a sum to where its shares are told


def mark_shares(text: str, gifts: Sequence[Gift]) -> None:
    """Makes the ``gifts`` of one text parts of the sum before them where its sources, its uses or its rest are told."""
    for at, gift in enumerate(gifts):
        if gift.basis != "single" or gift.part_of is not None or gift.recurring:
            continue
        begin, end = _sentence(text, gift)
        sources = _SOURCES.search(text, begin, end)
        sources = sources if sources and sources.start() < gift.end else None
        told = sources or _USES.search(text, begin, gift.start + 1) or _says_rest(text, gift.end, end)
        told = told or _spends_it(text, begin, gift)
        whole = _whole_of(gift, gifts[:at]) if told else None
        if whole is None or not (sources or _hands_on(gift, whole)):
            continue
        values = {_value(g) for g in gifts if g.part_of is whole and g.sentence == gift.sentence}
        if sum(values | {_value(gift)}, Decimal(0)) > _value(whole):
            continue  # the same value may be told as a sum and as a rate
        gift.basis, gift.part_of = "part", whole
        gift.marks.add("told_share")
        if sources and gift.status == "pledged" and whole.status != "pledged":
            gift.status = "committed"


def _sentence(text: str, gift: Gift) -> tuple[int, int]:
    """Where the sentence of ``gift`` begins and ends."""
    begin = max(text.rfind(mark, 0, gift.start) for mark in _SENTENCE) + 1
    ends = [place for mark in _SENTENCE if (place := text.find(mark, gift.end)) >= 0]
    return begin, min(ends, default=len(text))


def _spends_it(text: str, begin: int, gift: Gift) -> bool:
    """True when the sentence says that who gives has it from another, and nothing of money of their own."""
    return bool(_OUT_OF_IT.search(text, begin, gift.end)) and not _ITS_OWN.search(text, begin, gift.end)


def _says_rest(text: str, start: int, end: int) -> bool:
    """True when the sentence up to ``end``, or the beginning of the next one, tells what is done with the rest."""
    return bool(_REST.search(text, start, end) or _REST_NEXT.match(text, end + 1))


def _whole_of(gift: Gift, before: Sequence[Gift]) -> Gift | None:
    """The sum or the goods told of last of which ``gift`` may be a share."""
    for other in reversed(before[-12:]):
        if gift.sentence - other.sentence > _NEAR:
            return None
        if other.basis != "part" and _of_one_kind(gift, other) and _value(other) > _value(gift) > 0:
            return other
    return None


def _of_one_kind(gift: Gift, whole: Gift) -> bool:
    """True when both are money or the same goods; money may have been spent on goods."""
    if whole.form == "goods" and whole.goods and whole.amount is None:
        mine, its = gift.goods[:1], whole.goods[:1]
        return gift.form == "goods" and _named(mine) == _named(its)
    told = gift.amount is not None or gift.rate is not None
    return told and whole.amount is not None and whole.form == "cash" and gift.form in ("cash", "goods")


def _named(goods: Sequence[Goods]) -> list[tuple[str, str | None]]:
    return [(one.item.item, one.item.unit) for one in goods]


def _value(gift: Gift) -> Decimal:
    """The sum of money, or how many of the first goods; 0 when neither is told."""
    if gift.amount is not None:
        return gift.amount
    if gift.rate is not None:
        return gift.rate * (gift.count or 1)
    quantity = gift.goods[0].item.quantity if gift.goods and gift.form == "goods" else None
    return Decimal(quantity) if quantity is not None else Decimal(0)


def _hands_on(gift: Gift, whole: Gift) -> bool:
    """True when the givers of ``gift`` gave the whole or got it."""
    givers = set(gift.donor_names)
    return bool(givers) and (givers <= set(whole.donor_names) or givers <= {party.name for party in whole.recipients})

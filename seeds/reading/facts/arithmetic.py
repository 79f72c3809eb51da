"""Figures held against each other: rate × count against amount, parts against their whole, one gift told twice.

Works on the gifts of one page in the order of their words; changes them in place and drops those that were only
another way of saying one before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from seeds.reading.facts.gifts import Gift

SETS_ASIDE = frozenset(["挤出", "拿出", "抽出", "列支", "省出", "匀出", "划出", "支出"])
_MOST_PARTS = 12
_MOST_GIVERS = 200
_TELLING = 10000  # smaller round sums are given again and again
_CLOSE = Decimal("0.03")  # 52元 × 1221 is told as 6.35万元
_NEAR = Decimal("0.12")  # 2380 × 1000元 is told as 230余万元: round figures differ by a tenth


def settle(gifts: list[Gift]) -> list[Gift]:
    """The gifts that remain when rates joined their totals, parts their wholes and repetitions their first telling."""
    kept = _join_rates(gifts)
    _find_wholes(kept)
    _share_out(kept)
    _follow_wholes(kept)
    kept = _join_repeats(kept)
    parts: dict[int, list[Gift]] = defaultdict(list)
    for gift in kept:
        if gift.part_of is not None:
            parts[id(gift.part_of)].append(gift)
    for gift in kept:
        _check(gift, parts[id(gift)])
    return kept


def agrees(amount: Decimal, rate: Decimal, count: int, bound: str = "exact") -> bool:
    """True when ``rate`` × ``count`` is ``amount`` as printed, roundings and 余 allowed for."""
    near = _CLOSE if bound == "exact" else _NEAR
    return abs(rate * count - amount) <= amount * near


def _join_rates(gifts: Iterable[Gift]) -> list[Gift]:
    kept: list[Gift] = []
    joined: dict[int, Gift] = {}
    for gift in gifts:
        whole = _total_of(gift, kept)
        if whole:
            total, rate = (gift, whole) if gift.amount is not None else (whole, gift)
            _take_rate(whole, total=total, rate=rate)
            joined[id(gift)] = whole
        else:
            kept.append(gift)
    for gift in kept:
        if gift.part_of is not None:
            gift.part_of = joined.get(id(gift.part_of), gift.part_of)
    return kept


def _total_of(gift: Gift, before: list[Gift]) -> Gift | None:
    """The gift just before that says the same in the other way, a total for this rate or a rate for this total."""
    for other in reversed(before[-2:]):
        if other.article != gift.article or gift.sentence - other.sentence > 1:
            continue
        total, rate = (gift, other) if gift.amount is not None else (other, gift)
        if total.amount is None or rate.rate is None or rate.amount is not None or total.rate is not None:
            continue
        if rate.recurring or not _in_one_whole(total, rate):
            continue
        at_once = total.sentence == rate.sentence and total.part_of is rate.part_of
        at_once = at_once and (total.clause == rate.clause or total.part_of is not None)
        if (
            total.donor_names != rate.donor_names
            and not at_once
            and not total.inherits_donors
            and not rate.inherits_donors
        ):
            continue
        counts = [one.count for one in (rate, total) if one.count and _same_unit(rate.rate_unit, one.count_unit)]
        loose = next((bound for bound in (total.bound, rate.bound) if bound != "exact"), "exact")
        if any(agrees(total.amount, rate.rate, count, loose) for count in counts):
            return other
        alike = not rate.recipients or not total.recipients or _same_people(rate, total)
        if not counts and other is before[-1] and total.sentence == rate.sentence and alike:
            return other
    return None


def _in_one_whole(total: Gift, rate: Gift) -> bool:
    """True when both are parts of one whole or neither is; of an unknown whole only the sum is said to be one."""
    if rate.part_of is total and rate.count and rate.rate is not None:
        return rate.rate * rate.count == total.amount  # 拨出30万元，由三县总工会各领取10万元
    if total.part_of is not rate.part_of:
        return False
    alike = (total.basis == "part") == (rate.basis == "part")
    return alike or (total.basis == "part" and total.sentence == rate.sentence and total.start < rate.start)


def _same_people(first: Gift, second: Gift) -> bool:
    """True when one's receivers are the other's, in more or fewer words: 农民工, 全体农民工."""
    one, other = first.recipients[0].name, second.recipients[0].name
    return first.recipients == second.recipients or one in other or other in one


def _same_unit(per: str | None, unit: str | None) -> bool:
    """True when a rate per ``per`` can be for so many ``unit``: 每人 for 237名."""
    groups = ({"人", "名", "位"}, {"户", "家", "家庭", "名", "位"}, {"个", "县", "站", "队", "支"}, {"车", "台", "辆"})
    bodies = per in ("镇", "乡", "村", "校", "区", "局", "厂", "店", "站") and unit == "个"
    return per == unit or bodies or any(per in group and unit in group for group in groups)


def _take_rate(into: Gift, *, total: Gift, rate: Gift) -> None:
    if rate.part_of is total:
        rate.basis, rate.part_of = total.basis, total.part_of
    values = (
        total.amount, rate.rate, rate.rate_unit, total.bound, total.words, total.status, rate.goods or total.goods,
        rate.form if rate.form != "cash" and rate.goods else "goods" if total.form == "goods" else total.form,
    )  # fmt: skip
    counted = rate if rate.count else total
    count, unit = counted.count, counted.count_unit
    recipients = rate.recipients if rate.count or not total.recipients else total.recipients
    if total.verb == "自筹" and rate.status == "disbursed":
        values = (*values[:5], "disbursed", *values[6:])  # 自筹80万元，为1600名干部每人配发…
    into.amount, into.rate, into.rate_unit, into.bound, into.words, into.status, into.goods, into.form = values
    into.count, into.count_unit, into.recipients = count, unit, recipients
    into.basis = total.basis if total.basis != "single" else rate.basis
    into.donors = total.donors if not total.inherits_donors else rate.donors
    into.date = total.date or rate.date
    into.start, into.end = min(total.start, rate.start), max(total.end, rate.end)


def _find_wholes(gifts: list[Gift]) -> None:
    """Makes neighbours of a sum its parts when two or more of them add up to it exactly."""
    shares = [gift for gift in gifts if gift.part_of is not None and "told_share" not in gift.marks]
    wholes = {id(gift.part_of) for gift in shares}
    for at, gift in enumerate(gifts):
        if gift.amount is None or (id(gift) in wholes and not gift.is_total):
            continue
        if gift.gathers and (given := _given_to(gift, gifts[max(0, at - _MOST_GIVERS) : at])):
            _make_whole(gift, given)
            continue
        near = [*gifts[max(0, at - _MOST_GIVERS) : at], *gifts[at + 1 : at + 1 + _MOST_GIVERS]]
        if gift.is_drive and (given := _given_to(gift, [g for g in near if g.by_person])):
            _make_whole(gift, given)
            continue
        for side in (gifts[at + 1 : at + 1 + _MOST_PARTS], gifts[max(0, at - _MOST_PARTS) : at][::-1]):
            parts = _adding_up(gift, side)
            if parts and _pooled(gift, parts):
                _make_whole(gift, parts)
                break


def _share_out(gifts: list[Gift]) -> None:
    """Makes several gifts parts of the sum set aside for them: 挤出6.8万元，为18个道班送去电扇，又给300名工人发放…."""
    for at, gift in enumerate(gifts):
        if gift.verb not in SETS_ASIDE or gift.amount is None or gift.rate is not None or gift.form != "cash":
            continue
        after = [g for g in gifts[at + 1 : at + 5] if (g.sentence, g.article) == (gift.sentence, gift.article)]
        alone = all(g.part_of is None and g.basis == "single" and g.verb not in SETS_ASIDE for g in after)
        spent = sum((g.amount or _product(g) or Decimal(0) for g in after), Decimal(0))
        alike = all(g.donor_names == gift.donor_names for g in after)
        if len(after) > 1 and alone and alike and spent <= gift.amount:
            for part in after:
                part.basis, part.part_of = "part", gift


def _follow_wholes(gifts: list[Gift]) -> None:
    """Gives the shares of a sum that several pooled the donors of all of it: 两笔合计210万元，其中…."""
    for gift in gifts:
        whole = gift.part_of
        if whole is None or not whole.is_total or gift.start <= whole.end:
            continue
        if "share" in gift.marks and "of_giver" not in gift.marks:
            gift.donors = whole.donors


def _given_to(gift: Gift, before: list[Gift]) -> list[Gift]:
    """The sums of the article that a collection holds; empty when they are more than it."""
    given = [
        g
        for g in before
        if g.article == gift.article and g.form == "cash" and g.amount is not None and g.basis == "single"
    ]
    total = sum((g.amount for g in given if g.amount is not None), Decimal(0))
    return given if given and gift.amount is not None and total <= gift.amount else []


def _adding_up(gift: Gift, side: list[Gift]) -> list[Gift]:
    """The gifts next to ``gift`` that together are its amount; empty when they are not."""
    parts: list[Gift] = []
    total = Decimal(0)
    for other in side:
        if other.start < gift.start and any(other.part_of is whole for whole in side):
            continue  # a share of a sum before that is counted itself
        value = other.amount if other.amount is not None else _product(other)
        if (
            other.part_of is gift
            or other.article != gift.article
            or value is None
            or abs(gift.sentence - other.sentence) > 3
        ):
            break
        parts.append(other)
        total += value
        if total >= (gift.amount or 0):
            break
    return parts if len(parts) > 1 and total == gift.amount else []


def _pooled(gift: Gift, parts: list[Gift]) -> bool:
    """True when ``gift`` may be the sum of ``parts``: said to be one, given by all of them, or handed on in parts."""
    givers = {name for part in parts for name in part.donor_names}
    takers = {party.name for party in gift.recipients}
    handed_on = parts[0].start > gift.start and givers <= takers
    return gift.is_total or gift.inherits_donors or handed_on or givers <= set(gift.donor_names)


def _make_whole(gift: Gift, parts: list[Gift]) -> None:
    donors = {donor.name: donor for part in reversed(parts) for donor in part.donors}
    if gift.is_total or gift.inherits_donors:
        gift.donors = tuple(donors.values())
    for part in parts:
        if part.part_of is None or part.part_of in parts:
            part.basis, part.part_of = "part", gift


def _product(gift: Gift) -> Decimal | None:
    return gift.rate * gift.count if gift.rate is not None and gift.count and not gift.recurring else None


def _join_repeats(gifts: list[Gift]) -> list[Gift]:
    kept: list[Gift] = []
    by_figure: dict[tuple[int, object], list[Gift]] = defaultdict(list)
    joined: dict[int, Gift] = {}
    for gift in gifts:
        told = by_figure[gift.article, gift.amount if gift.amount is not None else gift.rate]
        first = next((other for other in told[-_MOST_PARTS:] if _same(gift, other)), None)
        if first:
            first.evidence.append((gift.article, gift.part, gift.start, gift.end))
            joined[id(gift)] = first
        else:
            kept.append(gift)
            told.append(gift)
    for gift in kept:
        if gift.part_of is not None:
            gift.part_of = joined.get(id(gift.part_of), gift.part_of)
    return kept


def _same(gift: Gift, other: Gift) -> bool:
    """True when both tell of one gift: the same giver and figure in one article, and receivers that do not differ."""
    if gift.article != other.article or gift.form != other.form or gift.basis == "part" or other.basis == "part":
        return False
    if not set(gift.donor_names) & set(other.donor_names):
        return False
    if gift.amount is not None:
        same_figure = gift.amount == other.amount and gift.amount >= _TELLING
    else:
        quantities = [goods.item for goods in gift.goods if goods.item.quantity is not None]
        same_figure = bool(quantities) and gift.rate == other.rate and quantities == [g.item for g in other.goods]
    if not same_figure or gift.sentence == other.sentence:
        return False
    return not (gift.recipients and other.recipients) or gift.recipients == other.recipients


def _check(gift: Gift, parts: list[Gift]) -> None:
    """Marks whether the figures of ``gift`` agree; a disagreement is a doubt for the editor."""
    if gift.amount is not None and gift.rate is not None and gift.count and not gift.recurring:
        gift.agreement = agrees(gift.amount, gift.rate, gift.count, gift.bound)
    sums = [part.amount for part in parts if part.amount is not None]
    if gift.amount is not None and len(sums) > 1:
        if sum(sums) > gift.amount:
            gift.agreement = False
        elif gift.agreement is None and sum(sums) == gift.amount:
            gift.agreement = True
    if gift.agreement is False:
        gift.doubts.add("figures_disagree")

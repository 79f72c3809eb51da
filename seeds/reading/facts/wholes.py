"""Sums that are shared out, and the shares: 其中…, a list without verbs, what one of several takes or gives."""

from __future__ import annotations

import re
from dataclasses import replace

from seeds.reading.drafts import PartyDraft
from seeds.reading.facts import figures
from seeds.reading.facts.acting import is_bank
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.amounts import Amount
from seeds.reading.facts.days import day_in
from seeds.reading.facts.gift_maker import divider, parties
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.givers import Governed
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.persons import is_name
from seeds.reading.facts.scene import Scene
from seeds.reading.facts.share_givers import POOLED, add_giver, gives_share, one_of

_PART = re.compile(
    r"其(?<![在是为给对向让帮].)中(?!的?\d+[名人户家])|从中|捐款中的|这笔资金中|上述资金中|(?:其余|余下|剩余|剩下)[^，。]{0,12}\d|当中|里头有|内含"
)
_PART_FIRST = re.compile(r"包括|含[\u4e00-\u9fff]{0,12}\d")
_NAME_ONLY = re.compile(r"[、和]?[\u4e00-\u9fff（）]{2,22}(?<![共计均约每各价值额达为有的])")
_GOES_FOR = re.compile("(?:主要|分别|将)?(?:用于|用来|安排用于)")
_USED_FOR = re.compile(
    f"(?:资金)?(?:专门|定向|直接|将|全部|则)?(?:{choice('handing.used_for')}|按[^，。]{{2,12}}标准|作为|奖励|支付|买了|购买)"
)
_UP_TO_SUM = re.compile("(?:各|共|约|近|为|获|得|获得|分得)?")
_BY_LIST = re.compile("[^，]{0,20}?按(?:照)?(?P<first>[\\u4e00-\\u9fff]{2,12})")
_AS_FOLLOWS = re.compile("如下|分配(?:情况|方案|表)|下列")
_DIVIDES = re.compile(choice("handing.divides", "handing.allots"))
_ACCOUNT = re.compile(f"{choice('handing.divides')}|方案|算账|这样分")
_REST = re.compile("另外(?=\\d)")
_OF_ITS_OWN = re.compile("自筹|自掏|本级(?:经费|财政|资金)[^，]{0,6}(?:拿|列|安排|挤)")
_GET_EACH = re.compile(f"(?:分别|各|依次|先后)[^，]{{0,4}}(?:{choice('handing.gets_share')})")
_A_SUM = re.compile(r"\d(?:[余多]?[万亿]?[余多]?元|[\d.]*[余多]?[吨件套箱只台床顶份])[^，。]*[，。；：\n]")
_OF_A_SUM = re.compile("其中的|分(?:成|为)了?[两三四五六七八九][份块笔]")
_IN_LOTS = re.compile("分(?:成|为)了?[两三四五六七八九][份块笔]")
_BEFORE = 120  # characters in which the whole of shares is told
_PLACE_NAME = re.compile("(?!各|全|其|每|该|两|三)[\\u4e00-\\u9fff]{1,10}[县区市旗州盟镇乡]")
_EVERY = re.compile("每|人均|户均")


def tell_whole(scene: Scene, index: int) -> None:
    """Sets the scene's whole when clause ``index`` begins to share a sum out, and ends it when another act begins."""
    clause, gifts = scene.clauses[index], scene.memory.gifts
    another = clause.lead == "；" and bool(scene.subjects[index]) and not scene.whole
    if another or ((scene.whole or scene.shared) and _OF_ITS_OWN.search(scene.words(index))):
        scene.whole, scene.shared = None, False
    if _begins_shares(scene, index):
        money = [gift for gift in gifts[-3:] if gift.amount is not None]
        latest = money or gifts
        scene.whole = scene.whole or (latest[-1] if latest else None)
        scene.shared = bool(scene.whole) or _OF_A_SUM.search(scene.words(index)) is not None or _says_sum(scene, index)
    elif scene.whole and clause.verbs and not _goes_on(scene, index) and (clause.lead == "；" or not clause.amounts):
        scene.whole = None
    if not scene.whole and not scene.takers:
        scene.whole = listed_under(scene, index)


def _begins_shares(scene: Scene, index: int) -> bool:
    """True when the clause says 其中 or 余下, or 另外 of less than the sentence has told of."""
    if scene.takers:
        return False
    clause, gifts = scene.clauses[index], scene.memory.gifts
    words = scene.words(index)
    lots = _IN_LOTS.search(scene.text, clause.start, clause.end) if "分" in words else None
    told = lots is not None and any(amount.start < lots.start() for amount in clause.amounts)
    if _PART_FIRST.match(words) or _PART.search(words) or (lots and not told):
        return True
    if not clause.amounts or not _REST.match(words):
        return False
    whole = next((g for g in reversed(gifts[-8:]) if g.basis != "part" and g.amount), None)
    shares = [g for g in gifts[-8:] if whole and g.part_of is whole]
    if whole is None or not shares or whole.sentence != scene.number:
        return False
    scene.whole = whole
    return clause.amounts[0].value < (whole.amount or 0)


def _says_sum(scene: Scene, index: int) -> bool:
    """True when the words before clause ``index`` say how much there was to share."""
    start = scene.clauses[index].start
    return bool(_A_SUM.search(scene.text, max(0, start - _BEFORE), scene.clauses[index].end))


def _goes_on(scene: Scene, index: int) -> bool:
    """True when the clause opens with another share of the whole: …；180万元救助在档困难职工."""
    clause, whole = scene.clauses[index], scene.whole
    if whole is None or whole.amount is None or not clause.amounts or whole.sentence != scene.number:
        return False
    first = clause.amounts[0]
    return first.number - clause.start <= 2 and first.value < whole.amount and not scene.subjects[index]


def listed_under(scene: Scene, index: int) -> Gift | None:
    """The sum that the clause shares out without a verb: …90万元：平江县40万元，华容县30万元."""
    clause = scene.clauses[index]
    if clause.verbs or scene.memory.roll or not clause.amounts or _EVERY.search(scene.words(index)):
        return None
    last = next((g for g in reversed(scene.memory.gifts[-12:]) if g.basis != "part"), None)
    if not last or last.amount is None or last.sentence != scene.number:
        return None
    start = clause.start
    for amount in clause.amounts:
        if amount.value >= last.amount or not _NAME_ONLY.fullmatch(scene.text[start : amount.start]):
            return None
        start = amount.end
    return last


def shared_out(scene: Scene) -> Gift | None:
    """The sum that the sentence shares out among bodies: …170万元。资金分配：甲县总工会100万元，乙县总工会70万元。"""
    whole = next((gift for gift in reversed(scene.memory.gifts[-3:]) if gift.basis != "part"), None)
    if whole is None or whole.amount is None or not 0 < scene.number - whole.sentence <= 4 or whole.count:
        return None
    shares = []
    for clause in scene.clauses:
        named = [actor for actor in scene.actors if clause.start <= actor.start < clause.end]
        if len(clause.amounts) == len(named) == 1 and named[0].end == clause.amounts[0].start:
            shares.append(clause.amounts[0].value)
    first = next((clause for clause in scene.clauses if clause.amounts), scene.clauses[0])
    told = re.search("去向|分配|分别是|流向", scene.text[max(0, scene.clauses[0].start - 12) : first.start])
    fits = sum(shares) == whole.amount or (told and sum(shares) < whole.amount)
    return whole if len(shares) > 1 and fits else None


def mark_part(scene: Scene, index: int, governed: Governed, gift: Gift, amount: Amount) -> None:
    """Makes the gift a part of the one before when its words share that out without saying 其中.

    下拨300万元，甲县总工会领到50万元; 拨款200万元，120万元用于…; 下拨300万元，拨给甲县总工会50万元.
    """
    clause = scene.clauses[index]
    whole = next((g for g in reversed(scene.memory.gifts[-8:]) if g.basis != "part"), None)
    if whole is None or whole.amount is None or whole.amount <= amount.value or whole.form not in (gift.form, "credit"):
        return
    takes = governed.verb is not None and governed.verb.kind == "receive" and bool(gift.recipients)
    alike = {*gift.donor_names} <= {*whole.donor_names} if takes else whole.donor_names == gift.donor_names
    if scene.number - whole.sentence > 1 or not alike:
        return
    here = whole.sentence == scene.number and not scene.subjects[index]
    told = not scene.subjects[index] and _GOES_FOR.match(scene.words(index)) is not None
    used = told or (here and clause.start >= amount.number - 1 and _USED_FOR.match(scene.text, amount.end, clause.end))
    handed_on = (
        here and not whole.recipients and governed.verb is not None and governed.verb.kind == "allocate"
        and any(party.kind == "organisation" for party in gift.recipients)
    )  # fmt: skip
    if whole.form != gift.form and not takes:
        return
    if takes or used or handed_on:
        gift.form = whole.form
        gift.basis, gift.part_of = "part", whole
        if takes:
            gift.donors = whole.donors
            gift.status = whole.status if whole.status != "pledged" else gift.status


def _alone(scene: Scene, index: int, amount: Amount) -> Actor | None:
    """The body that stands right before the sum in a clause without a verb: 昌邑区总工会160万元."""
    if scene.clauses[index].verbs:
        return None
    for actor in reversed([a for a in scene.actors if scene.clauses[index].start <= a.start < amount.start]):
        return actor if _UP_TO_SUM.fullmatch(scene.text[actor.end : amount.start]) else None
    return None


def _place_alone(scene: Scene, index: int, governed: Governed, amount: Amount) -> Actor | None:
    """The place that stands right before the sum in a list of what was allotted: 东乌旗60万元、西乌旗55万元."""
    clause = scene.clauses[index]
    if clause.verbs or governed.clause >= index or governed.verb is None or governed.verb.kind != "allocate":
        return None
    start = max([clause.start, *(other.end for other in clause.amounts if other.end <= amount.start)])
    words = scene.text[start : amount.start].strip("、，和及")
    if not _PLACE_NAME.fullmatch(words):
        return None
    return Actor(words, "group", amount.start - len(words), amount.start, role="to")


def taken_from(scene: Scene, index: int, governed: Governed, amount: Amount) -> list[Gift]:
    """What one of several gave who are told of after the one who received: 收到捐款3笔，其中甲60万元，乙20万元."""
    verb = governed.verb
    giver = _alone(scene, index, amount)
    told = scene.clauses[governed.clause]
    gets = verb is not None and (
        verb.kind == "receive"
        or (_behind_colon(scene, governed.clause, index) and any(other.kind == "receive" for other in told.verbs))
    )
    if giver is None or not gets or governed.clause >= index or scene.whole:
        return []
    takers = [actor for actor in scene.subjects[governed.clause] if actor.kind == "organisation"]
    if not takers or giver in takers:
        return []
    last = scene.memory.gifts[-1] if scene.memory.gifts else None
    if last and last.clause == governed.clause and _GET_EACH.search(scene.words(governed.clause)):
        return _as_theirs(scene, index, last, amount)
    scene.takers = tuple(takers)
    return from_each(scene, index, amount)


def _as_theirs(scene: Scene, index: int, last: Gift, amount: Amount) -> list[Gift]:
    """What others got beside those of ``last``: 甲、乙分别得到75万元和60万元，丙、丁各45万元."""
    clause = scene.clauses[index]
    takers = [actor for actor in scene.actors if clause.start <= actor.start < amount.start]
    told = [
        replace(last, start=takers[0].start, end=amount.end, clause=index, count=None, count_unit=None) for _ in takers
    ]
    for gift, taker in zip(told, takers, strict=True):
        gift.recipients, gift.marks, gift.evidence = parties([taker]), set(last.marks), []
    return told


def gathers_from(scene: Scene, index: int, amount: Amount) -> tuple[Actor, ...]:
    """Who received a sum whose givers are told one by one behind it: 共收到拨款和捐款1500万元，其中甲1000万元、乙…."""
    clause = scene.clauses[index]
    received = [verb for verb in clause.verbs if verb.kind == "receive" and verb.end <= amount.start]
    group = scene.subjects[index]
    if not received or not group or index + 1 >= len(scene.clauses) or group[0].start > received[0].start:
        return ()
    behind = scene.clauses[index + 1]
    if not behind.amounts or behind.verbs or not scene.words(index + 1).startswith("其中"):
        return ()
    giver = _alone(scene, index + 1, behind.amounts[0])
    own = any(actor.name == giver.name for actor in group) if giver else True
    return () if own or giver is None or giver.kind != "organisation" else group


def _behind_colon(scene: Scene, at: int, index: int) -> bool:
    """True when clause ``index`` stands in the list that a colon opens behind ``at``: 收到三笔汇款：甲20万元，…."""
    return at < index and scene.clauses[at + 1].lead == "：" and not scene.clauses[at].amounts


def allotted_to(scene: Scene, index: int, governed: Governed, amount: Amount) -> Gift | None:
    """One row of what was allotted, with the receiver in front of the sum: 已拨出的有：甲160万元，乙150万元."""
    taker = _alone(scene, index, amount) or _place_alone(scene, index, governed, amount)
    if taker is None or scene.whole or scene.takers or _each_of_whole(scene, taker, amount):
        return None
    verb = governed.verb
    shares_out = _accounts(scene, index)
    allots = verb is not None and verb.kind == "allocate" and verb.end <= taker.start
    if verb is not None and not allots and not shares_out:
        return None
    donors = shares_out or (_allotter(scene, governed) if allots else scene.memory.allots)
    if not donors or any(donor.name == taker.name for donor in donors):
        return None
    gift = Gift(
        scene.article, scene.part, amount.start, amount.end, scene.number, index, "cash", "committed",
        parties(donors), parties([taker]), verb=verb.word if verb else "", marks={"listed", "donor_before"},
    )  # fmt: skip
    gift.start = min(taker.start, amount.start)
    if shares_out:
        wholes = [g for g in scene.memory.gifts[-6:] if g.basis != "part" and g.amount and g.amount > amount.value]
        gift.basis, gift.part_of = ("part", wholes[-1]) if wholes else (gift.basis, None)
    day = day_in(scene.text, scene.clauses, index)
    gift.date, gift.day_at = (day.dated, day.start) if day else (None, None)
    return gift


def _accounts(scene: Scene, index: int) -> tuple[Actor, ...]:
    """Who divides up a sum among those whom a list behind a colon names: 市总工会连夜分账：甲县总工会420万元，…."""
    for at in range(index - 1, -1, -1):
        clause = scene.clauses[at]
        if clause.amounts and not clause.verbs:
            continue
        heads = scene.clauses[at + 1].lead == "：" and not clause.amounts
        group = scene.subjects[at]
        told = heads and group and _ACCOUNT.search(scene.text, group[-1].end, clause.end)
        return group if told else ()
    return ()


def _each_of_whole(scene: Scene, taker: Actor, amount: Amount) -> bool:
    """True when each of several has the sum out of one that the sentence has told: 300万元，甲、乙各150万元."""
    last = scene.memory.gifts[-1] if scene.memory.gifts else None
    larger = last is not None and last.sentence == scene.number and last.amount and last.amount > amount.value
    return bool(larger) and "各" in scene.text[taker.end : amount.start]


def _allotter(scene: Scene, governed: Governed) -> tuple[Actor, ...]:
    """Who allots by the verb: the last body that acts before it, else who acted in the sentence before."""
    at = governed.clause
    assert governed.verb is not None
    groups = [group for group in scene.subjects[: at + 1] if group and group[0].start < governed.verb.start]
    return groups[-1] if groups else scene.memory.donors


def allots_below(scene: Scene) -> tuple[Actor, ...]:
    """Who allots what follows the sentence as a list: …现一次性下拨，有关事项通知如下."""
    if not _AS_FOLLOWS.search(scene.words(len(scene.clauses) - 1)):
        return ()
    for at in range(len(scene.clauses) - 1, -1, -1):
        for verb in scene.clauses[at].verbs:
            if verb.kind == "allocate":
                return _allotter(scene, Governed(verb, at))
    return ()


def announces_list(text: str, start: int, end: int) -> bool:
    """True when a sentence at ``start``–``end`` says that what is allotted follows below."""
    return bool(_AS_FOLLOWS.search(text, max(start, end - 16), end) and _DIVIDES.search(text, start, end))


def laid_down(scene: Scene, index: int, amount: Amount) -> Gift | None:
    """A share in a list behind 按: 480万元，按思南县200万元、沿河县160万元划拨到三个县的总工会."""
    clause = scene.clauses[index]
    head = _BY_LIST.match(scene.text, clause.start, clause.amounts[0].start)
    if len(clause.amounts) < 2 or head is None:
        return None
    wholes = [g for g in scene.memory.gifts[-6:] if g.basis != "part" and g.amount and g.amount > amount.value]
    if not wholes or scene.number - wholes[-1].sentence > 2:
        return None
    gift = share_of(scene, index, wholes[-1], amount)
    at = max([head.start("first"), *(other.end for other in clause.amounts if other.end <= amount.start)])
    named = [actor for actor in scene.actors if at <= actor.start < amount.start]
    words = scene.text[at : amount.start].strip("、，和各约")
    gift.recipients = parties(named[-1:]) or (PartyDraft(words, "group"),)
    gift.count, gift.count_unit = None, None
    group = scene.subjects[index]
    if group and group[0].end <= head.start("first"):
        gift.donors = parties(group)
    gift.status = "committed"
    return gift


def from_each(scene: Scene, index: int, amount: Amount) -> list[Gift]:
    """The gift of one giver named after the sum received: 收到捐款…，其中江西省总工会60万元."""
    clause = scene.clauses[index]
    start = max([clause.start, *(other.end for other in clause.amounts if other.end <= amount.start)])
    givers = [actor for actor in scene.actors if start <= actor.start < amount.start]
    if not givers:
        return []
    gift = Gift(
        scene.article, scene.part, clause.start, amount.end, scene.number, index, "cash", "disbursed", parties(givers),
        parties(scene.takers),
    )  # fmt: skip
    return [gift]


def share_of(scene: Scene, index: int, whole: Gift, amount: Amount, *, only: Actor | None = None) -> Gift:
    """A part of the whole before it: 其中卫辉市总工会60万元."""
    clause = scene.clauses[index]
    named = (only,) if only else tuple(a for a in scene.actors if clause.start <= a.start < amount.start)
    previous = [other.end for other in clause.amounts if other.end <= amount.start]
    words = scene.text[max([clause.start, *previous]) : amount.start]
    words = re.sub(r"^(?:其中|从中|余下|其余|剩余|剩下|余|另外|、|，)+|[、约近各共达为]+$", "", words)
    recipients: tuple[PartyDraft, ...] = tuple(
        PartyDraft(a.name, a.kind) for a in named if a.start >= max([0, *previous])
    )
    if not recipients and 2 <= len(words) <= 12 and not figures.names_money(words) and not re.search(r"\d", words):
        recipients = (PartyDraft(words, "group"),)
    gift = Gift(
        scene.article, scene.part, clause.start, amount.end, scene.number, index, whole.form, whole.status,
        whole.donors, recipients, basis="part", part_of=whole, date=whole.date, verb=whole.verb,
    )  # fmt: skip
    own = one_of(whole, named[-1].name if named else words)
    if whole.verb in POOLED and not named and is_name(words):
        gift.donors, gift.recipients = (PartyDraft(words, "person"),), whole.recipients
    divided = divider(scene, index, whole)
    if divided:
        gift.donors, gift.status = divided, "committed"
    gift.marks = {"share", "donor_here" if named else "donor_before"}
    if named and is_bank(named[-1]) and whole.form == "credit" and named[-1].name not in whole.donor_names:
        gift.donors, gift.recipients = parties(named[-1:]), whole.recipients  # what one of all the banks lent
    if whole.verb in POOLED and named:  # who pooled the sum, not who shares it
        gift.donors, gift.recipients = parties(named), whole.recipients
        add_giver(scene, whole, gift)
    elif named and not own and not divided and gives_share(scene, whole, named[-1]):
        gift.donors, gift.recipients = parties(named[-1:]), whole.recipients
        gift.marks.add("of_giver")
        add_giver(scene, whole, gift)
    if own:  # of several givers each is told with its own sum
        gift.donors, gift.recipients = (own,), whole.recipients
    if own or (whole.verb in POOLED and named):
        gift.marks.add("of_giver")
    counted = next((r for r in scene.receivers[index] if r.count), None)
    if counted:
        gift.count, gift.count_unit = counted.count, counted.unit
    return gift

"""A gift as its sentence makes it: who gives, who gets, when, how far it has got.

What the figure itself is (a sum, goods, a service) is put in by ``sums`` and ``handed``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from seeds.reading.drafts import PartyDraft
from seeds.reading.facts import figures
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.days import day_in
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.givers import Governed
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.progress import is_cumulative, status_of
from seeds.reading.facts.receivers import Receiver
from seeds.reading.facts.scene import Scene
from seeds.reading.facts.shares import give_apart
from seeds.reading.facts.statements import Verb

_GATHERED = re.compile("(?:共|合计|总计|现场|当场)(?:收到|接收|募集|筹集|募得|收集)")
# 工会收到职工捐款37.4万元: what a body's own people gave it hands on in its name
_FROM_OWN = re.compile(
    f"了?(?:本[厂司校院]|全[厂体校院矿])?(?:{choice('people.members')})们?(?:的)?(?:自愿)?(?:捐|善款|爱心)"
)
_BY_PEOPLE = re.compile(f"(?:{choice('people.members')})们?(?:的)?捐款(?:合计|共|总|累计|达)")
_OURS = re.compile(f"(?:{choice('handing.ours')})(?P<place>我[省市县区州旗盟])")
_OF_IT = re.compile(
    "从中|捐款中的|[用把将]了?其中的?|[用把将从](?:分到|分得|领到|收到|得到|获得)的"
)  # who hands on a part of what they got gives it
_OUT_OF_SUM = re.compile(
    r"\d[万亿]?元[^，。\d]{0,6}[中里](?:的|[切拿划抽拨分列]出?)[^，。\d]{0,3}$"
)  # 把50万元中的20万元
_HANDS_ON = re.compile(f"(?:{choice('time.promptly')}){{0,4}}(?:上?交(?!给我)|{choice('handing.hands_on')})")
_DEALS_OUT = frozenset(["分给", "分到", "给", "投给"])
_BODIES = re.compile("(?:分给|分到|投给|给)[^，。；\\d]{1,18}(?:[县区市镇乡旗]|工会|政府)(?=[，。；])")
_TAKES_IT = re.compile("[把将]")
_DIVIDES = re.compile(f"{choice('handing.divides', 'handing.allots')}|决定|研究")


def make_gift(
    scene: Scene, index: int, governed: Governed, receiver: Receiver | None,
    start: int, end: int,
) -> Gift | None:  # fmt: skip
    clause = scene.clauses[index]
    donors = scene.donors(index, governed)
    gathers = _GATHERED.search(scene.text[clause.start : start]) is not None and not scene.subjects[index]
    if not donors and gathers:
        donors = scene.memory.host
    elif not donors and governed.verb and _from_own(scene, index, governed.verb):
        donors = scene.subjects[governed.clause] or scene.memory.donors
    if _BY_PEOPLE.search(scene.text, clause.start, start) and all(actor.kind == "person" for actor in donors):
        donors = donors if scene.named_here(donors) else scene.memory.host or donors
    whole = scene.whole
    takes = governed.verb is not None and governed.verb.kind == "receive"
    acts = _acts(scene, index, start)
    acts = acts or _came_from(scene, index, governed, donors, whole, start)
    hands_on = _OF_IT.search(scene.text[clause.start : start]) is not None
    if whole and (not acts or (takes and not _is_source(governed, donors))) and not hands_on:
        givers: tuple[PartyDraft, ...] = divider(scene, index, whole) or whole.donors
    else:
        givers = parties(donors)
    if not givers:
        return None
    first = scene.clauses[min(index, governed.clause)]
    gift = Gift(
        scene.article, scene.part, min(first.start, start), end, scene.number, index, "cash",
        status_of(scene, index, governed, start, end), givers, receivers_of(receiver),
    )  # fmt: skip
    if takes:
        gift.recipients = _takers(scene, index, governed, gift.recipients)
    gift.recipients = gift.recipients or _our_place(scene, index)
    gift.verb = governed.verb.word if governed.verb else ""
    gift.count, gift.count_unit = (receiver.count, receiver.unit) if receiver else (None, None)
    gift.marks = _marks(scene, index, governed, donors, receiver, start)
    gift.gathers = gathers
    gift.inherits_donors = not scene.named_here(donors)
    gift.basis = "cumulative" if is_cumulative(scene, index, governed, end) else scene.memory.default_basis
    if gift.status == "pledged" and not figures.sums_up(scene.text, first.start, end):
        gift.basis = scene.memory.default_basis  # 将陆续发放 counts nothing up
    day = day_in(scene.text, scene.clauses, index)
    gift.date, gift.day_at = (day.dated, day.start) if day else (scene.memory.default_date, None)
    if scene.shared and not whole:
        gift.basis = "part"  # of a sum that the page tells of without a giver
    elif not whole and (hands_on or _OUT_OF_SUM.search(scene.text[clause.start : start])):
        gift.basis = "part"  # of what another gave before
    if hands_on:
        gift.marks.add("hands_on")
    if whole:
        _take_part(scene, gift, whole, acts=acts, takes=takes, verb=governed.verb, start=first.start)
    return gift


def one_for_each(scene: Scene, index: int, governed: Governed, gift: Gift, at: int) -> list[Gift]:
    """``gift``, whose figure stands at ``at``, for each of its givers where the words say that each gave so much."""
    group = scene.donors(index, governed) if len(gift.donors) > 1 else ()
    names = tuple(actor.name for actor in group)
    if names != gift.donor_names or not scene.named_here(group) or not give_apart(scene.text, group, at):
        return [gift]
    return [replace(gift, donors=(donor,), marks=set(gift.marks)) for donor in gift.donors]


def _takers(scene: Scene, index: int, governed: Governed, told: tuple[PartyDraft, ...]) -> tuple[PartyDraft, ...]:
    """Who gets what the verb says was received: who is ``told``, to whom it is handed on, else its subject."""
    if _hands_all_on(scene, index):
        return receivers_of(next(iter(scene.receivers[index + 1]), None))
    return told or parties(scene.subjects[governed.clause] or _who_takes(scene, governed))


def _from_own(scene: Scene, index: int, verb: Verb) -> bool:
    return bool(_FROM_OWN.match(scene.text, verb.end)) or _hands_all_on(scene, index)


def _hands_all_on(scene: Scene, index: int) -> bool:
    """True when who received a sum hands all of it on: 收到捐款11万元，已交市慈善会."""
    after = index + 1
    return (
        after < len(scene.clauses)
        and _HANDS_ON.match(scene.words(after)) is not None
        and not scene.clauses[after].amounts
    )


def _acts(scene: Scene, index: int, start: int) -> bool:
    """True when somebody acts in the clause before the figure at ``start``, or by 由: not who is helped with it."""
    group = scene.subjects[index]
    return bool(group) and (group[0].start < start or scene.text[group[0].start - 1] in "由自是")


def _is_source(governed: Governed, donors: Sequence[Actor]) -> bool:
    """True for those named right behind a verb of getting: 其中收到三一集团捐款50万元."""
    verb = governed.verb
    return verb is not None and verb.kind == "receive" and bool(donors) and 0 <= donors[0].start - verb.end <= 1


def _came_from(
    scene: Scene, index: int, governed: Governed, donors: Sequence[Actor], whole: Gift | None, start: int
) -> bool:
    """True when the words of a share name its giver: 其中，三一集团捐赠粮油，合计50万元; 其中收到三一集团50万元."""
    if whole is None or whole.sentence != scene.number or not donors or governed.verb is None:
        return False
    told = whole.end <= donors[0].start < start and donors[0] in scene.actors and donors[0].role == "subject"
    named = told and not scene.subjects[index] and governed.clause < index and governed.verb.kind == "give"
    return _is_source(governed, donors) or (named and donors[0].name not in [r.name for r in whole.recipients])


def divider(scene: Scene, index: int, whole: Gift) -> tuple[PartyDraft, ...]:
    """Who shared the whole out, where another body than its giver did: …到账，市总工会当天分解完毕，其中….

    Who has just handed on a share goes on doing so: 镇总工会用其中的1.2万元，给24名队员每人发了500元.
    """
    last = scene.memory.gifts[-1] if scene.memory.gifts else None
    if last and last.sentence == scene.number and "hands_on" in last.marks:
        return last.donors
    if whole.sentence == scene.number and (hands := _hands_down(scene, whole)):
        return hands
    first = whole.clause + 1 if whole.sentence == scene.number else 0
    for at in range(first, index):
        group, clause = scene.subjects[at], scene.clauses[at]
        if group and not clause.amounts and _DIVIDES.search(scene.text, group[-1].end, clause.end):
            return parties(group)
    return ()


def _hands_down(scene: Scene, whole: Gift) -> tuple[PartyDraft, ...]:
    """Who shares out in one go what another gave: 市总工会把省总拨来的300万元分到五个县."""
    clause = scene.clauses[whole.clause]
    group = [actor for actor in scene.subjects[whole.clause] if actor.end <= whole.end]
    if not group or group[0].name in whole.donor_names or scene.text[group[-1].end : whole.end].count("，"):
        return ()
    takes = _TAKES_IT.search(scene.text, group[-1].end, whole.end)
    return parties(group) if takes and _DIVIDES.search(scene.text, whole.end, clause.end) else ()


def _take_part(
    scene: Scene, gift: Gift, whole: Gift, *, acts: bool, takes: bool, verb: Verb | None, start: int
) -> None:
    """Makes ``gift`` a part of ``whole``, from which it has what its own words, from ``start``, do not say."""
    gift.basis, gift.part_of = "part", whole
    takers = tuple(party for party in whole.recipients if party.name not in gift.donor_names)
    gift.recipients = gift.recipients or takers  # who hands on a part of what they got does not get it
    gift.date = gift.date or (whole.date if gift.donor_names == whole.donor_names else None)
    gift.form = "credit" if whole.form == "credit" and takes else gift.form
    if not acts and (verb is None or verb.weak):
        gift.status, gift.form = whole.status, whole.form
    if (
        verb
        and verb.word in _DEALS_OUT
        and whole.status == "committed"
        and _BODIES.search(scene.text, gift.start, gift.end + 24)
    ):
        gift.status = "committed"  # 余下35万元分给福海、布尔津等县
    at_once = figures.is_done_at_once(scene.text, start, gift.end)
    if whole.status == "pledged" and not acts and not at_once:
        gift.status = "pledged"


def _our_place(scene: Scene, index: int) -> tuple[PartyDraft, ...]:
    """The place that the paper calls its own, where that gets the sum: 省总工会下拨我市300万元."""
    match, home = _OURS.search(scene.words(index)), scene.memory.home
    if not match:
        return ()
    return (PartyDraft(home if home and home.endswith(match["place"][-1]) else match["place"], "group"),)


def _who_takes(scene: Scene, governed: Governed) -> tuple[Actor, ...]:
    """The person in front of the verb of getting: 返乡青年李达从农商银行拿到了20万元贷款."""
    clause, verb = scene.clauses[governed.clause], governed.verb
    inside = [
        a for a in scene.actors if clause.start <= a.start and verb and a.end <= verb.start and a.kind == "person"
    ]
    return tuple(inside[-1:])


def _marks(
    scene: Scene, index: int, governed: Governed, donors: Sequence[Actor], receiver: Receiver | None, start: int
) -> set[str]:
    """How the gift's parts were had, as codes for ``aid_confidence``."""
    verb, clause = governed.verb, scene.clauses[index]
    marks = {"verb_here" if governed.clause == index else "verb_elsewhere"} if verb else {"no_verb"}
    if verb and governed.clause == index and verb.end <= start and start - verb.end <= 10:
        marks.add("verb_before")
    if verb and verb.weak:
        marks.add("weak_verb")
    here = [actor for actor in donors if actor in scene.subjects[index] or actor in scene.subjects[governed.clause]]
    told = "donor_here" if here else "donor_in_sentence" if scene.named_here(tuple(donors)) else "donor_before"
    marks.add(told)
    if len(donors) > 1:
        marks.add("joint")
    if receiver is None:
        marks.add("no_receiver")
    elif receiver.marked and clause.start <= receiver.start < clause.end:
        marks.add("receiver_here")
    if len(clause.amounts) > 1:
        marks.add("several_sums")
    return marks


def parties(actors: Sequence[Actor]) -> tuple[PartyDraft, ...]:
    """The actors as parties, each once."""
    names: dict[str, PartyDraft] = {actor.name: PartyDraft(actor.name, actor.kind) for actor in actors}
    return tuple(names.values())


def receivers_of(receiver: Receiver | None) -> tuple[PartyDraft, ...]:
    """Those who get as parties: full names where they are known, else the group as it is printed."""
    if receiver is None:
        return ()
    named = tuple(PartyDraft(name, "organisation") for name in dict.fromkeys(receiver.names))
    if named and not receiver.among:
        return named
    return (*named, *(PartyDraft(group, "group") for group in receiver.groups if group))

"""Who gets what a statement of aid tells of, where its own clauses do not say: the sentence, then what was told before.

A newspaper names those in need once and then goes on about what they were brought. Reads folded text; every look back
is bounded. What is found here is less sure than what the words of the clause say, and marked so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from seeds.reading.drafts import PartyDraft
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.persons import is_name
from seeds.reading.facts.taker_names import meant_by
from seeds.reading.facts.taker_words import (
    count_in,
    find_groups,
    find_named,
    find_place_behind,
    goes_on_with_people,
    groups_in,
    without_count,
)
from seeds.reading.facts.unions_below import body_below, union_helped

_HAN = "[\u4e00-\u9fff]"
# 下拨市总工会60万元, 支援十堰, 送进了敬老院: what stands right behind these gets.
_MARK = re.compile(
    f"(?:(?:(?<=[，并已都全])交|{choice('handing.hands_to', 'handing.sends_to')}|{choice('handing.allots_or_gives')}"
    f"|{choice('handing.cares_for')}|{choice('handing.comes_to')}|用于|供|给|为|向|对|替|往|[款元]到)了?"
    rf"(?:[\u4e00-\u9fff]{{2,6}}的)?)$"
)
_SENTENCE = re.compile("[。！？\n■●▲◆★▪▣]")
_TRIM = re.compile(
    f"^(?:全部|所有|所属|本单位|辖区|辖区内|一线的?|其中的?|{choice('people.some')}|的|名|位|户|家|个|余|多|每[名位户家]"
    "|[一两二三四五六七八九十百千]+[多余]?[个名位户家所支])+(?=..)"
)
_FOR_ONE = re.compile(choice("money.for_one"))
_NOBODY = re.compile(f"^(?:{choice('people.nobody')}|每(?![名位户家]))")
# 陈伟棉领到, 卢雅琴，下午就从该行贷到
_GETS = re.compile(
    f"(?P<who>{_HAN}{{2,3}})(?=(?:，(?:上午|下午|当天|第二天)[^，。；]{{0,6}})?(?:上午|下午|当天|当场|也|就|已|又|从[^，。；]{{2,12}}?)*"
    f"(?:{choice('handing.takes_in_hand')}))"
)
_TROUBLE = re.compile(
    f"家(?:的|里|三|两|几|被|在|中)|的(?:{choice('people.house')})|[^，。]{{0,8}}(?:{choice('people.trouble')}|没有?着落)"
)
_HE_GETS = re.compile(r"[他她](?!们)(?:又|也|就|还|已)*(?:从[^，。；]{2,12})?(?:领到|拿到|贷到|借到)")
_GOT = re.compile(choice("handing.takes_in_hand"))
_NEXT_BEHIND = re.compile(r"[^，；。元]{0,6}，?[^，；。\d元]{0,8}")
_NEXT_BEFORE = re.compile("[^，；。元]{0,3}，?[^，；。元]*")
_FIGURE_BEHIND = re.compile(r"[^，；。]*\d")
_NEXT_CLAUSE = 30  # characters behind those who are counted in which another figure may stand
_ALSO = re.compile("也(?!是)|又|还|另|则(?!是)|再|同时")
_FARTHEST = 160  # characters back to who was told of last
_MOST = 60  # actors looked at
_MOST_LOOKS = 200  # gifts of one text; no article tells of as many


def name_takers(text: str, actors: Sequence[Actor], gifts: Sequence[Gift], home: str | None = None) -> None:
    """Gives every one of ``gifts`` of one text that has none the receivers that the text around it names.

    ``home`` is the place that the paper calls its own.
    """
    starts = [actor.start for actor in actors]
    last: Gift | None = None
    looks = 0
    for gift in gifts:
        gift.recipients = _meant(text, actors, starts, gift, home)
        if getter := _getter(text, actors, starts, gift) or _set_aside_for(text, gift):
            gift.recipients = getter
        elif not gift.recipients and looks < _MOST_LOOKS:
            looks += 1
            gift.recipients = _takers(text, actors, starts, gift, last) or union_helped(actors, gift, home)
            if gift.recipients:
                gift.marks.add("receiver_in_context")
        gift.recipients = (*gift.recipients, *_in_the_end(text, gift))
        last = gift if gift.recipients else last


def _meant(
    text: str, actors: Sequence[Actor], starts: Sequence[int], gift: Gift, home: str | None
) -> tuple[PartyDraft, ...]:
    """Those whom the receivers' printed words stand for, without those that name nobody."""
    meant = [
        meant_by(text, actors, starts, party, gift, home) if party.kind == "group" else party
        for party in gift.recipients
    ]
    return tuple(party for party in meant if party)


def _takers(
    text: str, actors: Sequence[Actor], starts: Sequence[int], gift: Gift, last: Gift | None
) -> tuple[PartyDraft, ...]:
    start, end = _sentence(text, gift)
    here = actors[bisect_left(starts, start) : bisect_left(starts, end)][:_MOST]
    named = _marked(text, here, gift) or _group(text, start, end, gift, here)
    if named:
        return named
    if last and last.sentence == gift.sentence and last.donors == gift.donors:
        return last.recipients
    if last and _goes_along(text, gift, last):
        return last.recipients
    if needy := _in_need(text, actors, starts, gift):
        return needy
    if told := _told_before(text, actors, starts, gift, start):
        return told
    if below := body_below(text, actors, gift, start, end):
        return below
    if _FOR_ONE.search(gift.purpose):
        back = max(0, start - _FARTHEST)
        return _one(actors[bisect_left(starts, back) : bisect_left(starts, gift.start)][-_MOST:], gift)
    return ()


def _sentence(text: str, gift: Gift) -> tuple[int, int]:
    before = max(text.rfind(mark, max(0, gift.start - 300), gift.start) for mark in "。！？\n■●▲◆★▪▣")
    after = _SENTENCE.search(text, gift.end, gift.end + 120)
    return before + 1, after.start() if after else min(len(text), gift.end + 120)


def _givers(gift: Gift) -> set[str]:
    return {donor.name for donor in gift.donors}


def _marked(text: str, actors: Sequence[Actor], gift: Gift) -> tuple[PartyDraft, ...]:
    """The bodies or persons that stand right behind a word for handing over, those nearest to the figure."""
    found: list[Actor] = []
    for actor in actors:
        if actor.name in _givers(gift):
            continue
        between = text[actor.end : gift.start] if actor.end <= gift.start else text[gift.end : actor.start]
        if actor.start >= gift.end and "其中" in between:
            continue  # 拨付3150万元，其中拨付甲市红十字会600万元
        if between.count("，") + 2 * between.count("；") + between.count("元") > 1:
            continue
        if goes_on_with_people(text, actor.end):
            continue  # 来到林业局采伐作业点
        joined = found and text[found[-1].end : actor.start] in ("、", "和", "与", "及")
        own = bool(found) and gift.start <= found[-1].start and found[-1].end <= gift.end
        if own and not joined and actor.start >= gift.end:
            continue  # 拨付甲县120万元，拨付乙县90万元: the next sum's
        if joined or _MARK.search(text[max(0, actor.start - 12) : actor.start]):
            found = [*found, actor] if joined else [actor]
    return tuple(PartyDraft(actor.name, actor.kind) for actor in found)


def _group(text: str, start: int, end: int, gift: Gift, here: Sequence[Actor]) -> tuple[PartyDraft, ...]:
    """The people or the place that a word for handing over or for getting stands beside."""
    acting = {actor.end for actor in here if actor.role != "to" and actor.kind == "organisation"}
    near = [match for match in find_groups(text, start, end) if match.end("who") not in acting]
    fitting = [(_distance(text, match, gift), match) for match in near if not _of_another(text, match, gift)]
    for _, match in sorted(fitting, key=lambda pair: pair[0]):
        who = _TRIM.sub("", without_count(match["who"]))
        if _NOBODY.match(who) or who in _givers(gift):
            continue
        count = count_in(text, match)
        if gift.count is None and count and count.whole and _counted_for(text, match, gift):
            gift.count, gift.count_unit = count.whole, count.unit
        return tuple(PartyDraft(group, "group") for group in groups_in(who))
    return ()


def _counted_for(text: str, match: re.Match[str], gift: Gift) -> bool:
    """True when nothing but the figure of ``gift`` stands near enough to be for those whom ``match`` counts."""
    if match.start() > gift.end:
        told_of_another = _FIGURE_BEHIND.match(text, match.end(), match.end() + _NEXT_CLAUSE)
        return not told_of_another and _NEXT_BEHIND.fullmatch(text, gift.end, match.start()) is not None
    return _NEXT_BEFORE.fullmatch(text[match.end() : gift.end].rsplit("元", 1)[0]) is not None


def _distance(text: str, match: re.Match[str], gift: Gift) -> int:
    """How far the people stand from the figure; those behind the next semicolon are told of with another."""
    behind = match.start() > gift.end and "；" in text[gift.end : match.start()]
    return abs(match.start() - gift.end) + (_FARTHEST if behind else 0)


def _of_another(text: str, match: re.Match[str], gift: Gift) -> bool:
    """True for those whom another figure between is for: 安排350万元，其中210万元补助受灾职工."""
    if match.start() >= gift.end:
        return bool(re.search("其中|元", text[gift.end : match.start()]))
    between = text[match.end() : gift.start]
    return "；" in between and "元" in between and not re.search("该[行社司会]", text[match.end() : gift.end])


def _one(actors: Sequence[Actor], gift: Gift) -> tuple[PartyDraft, ...]:
    """The person spoken of last who does not give: to one in need money is brought by a name."""
    told = next((a for a in reversed(actors) if a.kind == "person" and not a.own and a.name not in _givers(gift)), None)
    return (PartyDraft(told.name, told.kind),) if told else ()


def _getter(text: str, actors: Sequence[Actor], starts: Sequence[int], gift: Gift) -> tuple[PartyDraft, ...]:
    """The person in front of a word for getting: 开文具店的卢雅琴，下午就从该行贷到了15万元."""
    floor = max(0, gift.end - 60)
    if not _GOT.search(text, floor, gift.end):
        return ()
    begin = max(text.rfind(mark, floor, gift.end) for mark in "。；：！？\n") + 1
    if he := _HE_GETS.search(text, max(begin, floor), gift.end):
        near = actors[bisect_left(starts, he.start() - _FARTHEST) : bisect_left(starts, he.start())]
        return _one(near, gift)
    for match in reversed(list(_GETS.finditer(text, max(begin, floor), gift.end))):
        for size in (3, 2):
            name = match["who"][-size:]
            if len(name) == size and is_name(name) and name not in _givers(gift):
                return (PartyDraft(name, "person"),)
    return ()


def _in_need(text: str, actors: Sequence[Actor], starts: Sequence[int], gift: Gift) -> tuple[PartyDraft, ...]:
    """The person whose trouble was told of just before: 巡道工黄忠实家三间瓦房被埋，工会当晚送来棉被4床."""
    near = actors[bisect_left(starts, gift.start - _FARTHEST) : bisect_left(starts, gift.end)]
    for actor in reversed(near):
        trouble = _TROUBLE.match(text, actor.end) if actor.kind == "person" else None
        if trouble and actor.name not in _givers(gift) and "\n" not in text[actor.end : gift.end]:
            kin = next((a for a in near if a.kind == "person" and a.start == trouble.end()), actor)
            return (PartyDraft(kin.name, kin.kind),)
    return ()


def _told_before(
    text: str, actors: Sequence[Actor], starts: Sequence[int], gift: Gift, start: int
) -> tuple[PartyDraft, ...]:
    """Those whom the sentence before names, where the telling of the same giver goes on: 共送出早餐4100份."""
    if not gift.inherits_donors or gift.status == "pledged" or start == 0 or text[start - 1] in "\n■●▲◆★▪▣":
        return ()
    before = max(text.rfind(mark, max(0, start - 200), start - 1) for mark in "。！？\n■●▲◆★▪▣") + 1
    here = actors[bisect_left(starts, before) : bisect_left(starts, start)][:_MOST]
    return _group(text, before, start - 1, gift, here)


def _set_aside_for(text: str, gift: Gift) -> tuple[PartyDraft, ...]:
    """The place that words right behind the figure set it aside for: 其中50万元指定用于阜南县."""
    match = find_place_behind(text, gift.end)
    return (PartyDraft(match["who"], "group"),) if match else ()


def _in_the_end(text: str, gift: Gift) -> tuple[PartyDraft, ...]:
    """Those for whom a body takes it: 交到市红十字会，指名给孤儿学校."""
    if not any(party.kind == "organisation" for party in gift.recipients):
        return ()
    match = find_named(text, gift.end)
    if match is None or any(match["who"] in party.name for party in (*gift.recipients, *gift.donors)):
        return ()
    return tuple(PartyDraft(group, "group") for group in groups_in(without_count(match["who"])))


def _goes_along(text: str, gift: Gift, last: Gift) -> bool:
    """True when another giver adds to what was brought just before: 县妇联也送去奶粉72罐."""
    near = last.end <= gift.start and gift.sentence - last.sentence <= 1 and "\n" not in text[last.end : gift.start]
    if not near or gift.donors == last.donors or gift.status != "disbursed" or last.status != "disbursed":
        return False
    return bool(_ALSO.search(text, gift.start, gift.end)) and not set(_givers(gift)) & {r.name for r in last.recipients}

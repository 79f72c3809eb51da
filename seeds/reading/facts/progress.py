"""How far a gift has got: promised, allotted or handed over; once or counted up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seeds.reading.facts import figures
from seeds.reading.facts.arithmetic import SETS_ASIDE
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.givers import Governed
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.numerals import HAN
from seeds.reading.facts.scene import Scene
from seeds.reading.facts.statements import Verb

# not 已将, and not 将此款, where it is 把
_WILL = re.compile(
    r"(?<![即必已])(?<!已经)将(?![近军士领])(?!(?:此|这|该|上述|全部|所[得收有募])[笔批些项]?[^，]{0,4}[款钱资])[^\d，]*$"
)
# 将职工捐款共计180万元汇出: with a verb behind the figure 将 is 把
_THEN_HANDED = re.compile(
    r"[^，。；\d]{0,4}(?:汇[出入往到给至]|拨[出付给到]|送[到往给]|交[给到]|转[入交给到]|捐[给出]|[打划][入到给]|寄[往到给])"
)
_ARRANGED = re.compile(choice("time.budgeted"))  # 今年安排… was budgeted, 安排 alone is a plan
_LATER = re.compile(
    rf"(?:[月年]底|下周|下月|[\d一二三四五六七八九十]+[月日]|近期|年内|开学|节)(?:底)?(?:之|以)?前(?!往|来|后|夕|线|方|期|一)[^，。]{{0,6}}"
    rf"(?:{choice('handing.comes_in')})|(?:一直|直)(?:资助|补助|补贴|管|发|供)?到[^，。]{{0,8}}(?:\d岁|毕业|成年)"
    f"|^(?:预计|计划|将于?)?(?:{choice('time.soon')}|[月年]底)[^，。]{{0,4}}(?:{choice('handing.arrives')})"
)
_FIRST_LOT = re.compile("(?:首批|第一批|头一?批)(?!已办)")  # what went first is one gift, also up to a day
_MEETING = re.compile(f"会(?:议)?(?:上|当场|一致|研究)*(?:{choice('telling.decides_in_meeting')})了?$")
_PAID = re.compile(rf"已(?:经)?(?:{choice('handing.has_got')})|领到|分到|领走|拿到|到了\S{{1,4}}手")
_HAVE_GOT = re.compile("(?:首批|已|第一批)[^，。]{0,8}(?:已经?)?(?:领到|拿到|领取|到手|发到)")
_OWN_MEANS = re.compile(f"本级[^，。]{{0,10}}[中里]|从[^，。]{{0,8}}(?:{choice('money.own_means')})[中里]?")
_SPENT = re.compile("买|购|添|发放|发给|送(?!温暖|清凉)|慰问|救助|用于|分给|给每|给\\d|每[人户名]|补助|投向|奖|为|交到")
_A_SHARE = re.compile("^(?:其中|余下|其余|剩余|剩下|包括)")
_TO_COME = re.compile("(?:预计|预估|估计)[^，。\\d]{0,8}$")
_OF_OWN = frozenset(["追加", "自筹", "配套"])
_HANDED_OUT = re.compile("(?<!用于)(?<!用来)(?:添置|购置|购买|采购|买[了来回]|配[发齐]|发放|发给|送到|送去|送给)")
_DRAWN = frozenset(["分得", "分到", "分配到", "领走", "领取", "得到"])
# 七天里, 三年来, 二十一天下来; in one day a thing is done once
_WITHIN = re.compile(
    rf"(?<![第每\d{HAN}])(?!一[天日夜周])(?:\d{{1,2}}|[{HAN}两半几]{{1,4}})(?:多|来|余)?(?P<unit>[天日夜年周]|个半?月|个多月|昼夜|个?星期|个?礼拜|年多|年半)"
    "(?:的?时间)?(?:里头|里|来|间|中|下来)(?![的面外])"
)
_COLLECTS = re.compile("募|收到|收来|筹|凑")
_CAME_IN = re.compile("(?:款|钱|资金|专款)[^，。]{0,8}(?:到账|到位|到了账|进了[^，。]{0,6}账|打到|汇到|入账)")

# 办理展期贷款，已办620万元: how far what was just told of has come
_PAID_OUT = re.compile(
    r"(?:目前|现在?|[均都])?已经?(?:办|补|发|放|贷|付|支|送|供|拨|救助|减免|返还|收)[^，。元\d]{0,4}\d"
)


def status_of(scene: Scene, index: int, governed: Governed, start: int, end: int) -> str:
    """pledged, committed or disbursed, by the verb and the words around it; the figure is at ``start``–``end``."""
    verb, at = governed.verb, governed.clause
    if verb and at == index and verb.end <= start and _WILL.search(scene.text[scene.clauses[at].start : verb.start]):
        if _THEN_HANDED.match(scene.text, end):
            return "disbursed" if verb.kind == "give" else "committed"
        return "pledged"  # 将…投入600万元; with the figure in front of the verb 将 would be 把
    kind = verb.kind if verb else "give"
    if verb and kind == "allocate":
        return _status_of_allotment(scene, index, governed, verb, start)
    if kind == "give" and _handed_down(scene, index, verb):
        return "committed"
    if verb and kind == "receive":
        return "committed" if _drawn_by_union(scene, at, verb) else "disbursed"
    return _status_of_gift(scene, index, governed, start)


def _status_of_allotment(scene: Scene, index: int, governed: Governed, verb: Verb, start: int) -> str:
    """The status of what ``verb`` allots: committed, or pledged while decided, or disbursed when it has arrived."""
    at = governed.clause
    clause, stop = scene.clauses[at], verb.end + 2
    money = any(amount.start == start for amount in scene.clauses[index].amounts)  # 安排两辆大客车 is no plan
    planned = money and verb.word == "安排" and not _ARRANGED.search(scene.words(at))
    decided = _decided(scene, at) and not figures.is_done_at_once(scene.text, clause.start, stop)
    if planned or decided or figures.is_pledged(scene.text, clause.start, stop):
        return "disbursed" if _came_in(scene, max(index, at)) else "pledged"
    after = scene.clauses[min(max(index, at) + 1, len(scene.clauses) - 1)]
    arrived = figures.has_arrived(scene.text, scene.clauses[index].start, scene.clauses[index].end) or (
        not after.amounts and re.search("到账|账上|发到|手中|手里", scene.text[after.start : after.end])
    )
    spent = verb.word in _OF_OWN and at == index and _HANDED_OUT.search(scene.text, start, clause.end)
    return "disbursed" if arrived or spent else "committed"


def _came_in(scene: Scene, index: int) -> bool:
    """True when what was decided on came in before the sentence ends: …；当天下午，三笔款项就进了三家的账户."""
    rest = [at for at in range(index + 1, len(scene.clauses)) if not scene.clauses[at].amounts]
    return any(_CAME_IN.search(scene.words(at)) for at in rest)


def _drawn_by_union(scene: Scene, at: int, verb: Verb) -> bool:
    """True when lower unions draw their share, which is for them to hand on: 宁乡市总工会领走30万元."""
    takers = scene.subjects[at]
    return verb.word in _DRAWN and bool(takers) and all(actor.type == "trade_union" for actor in takers)


def _status_of_gift(scene: Scene, index: int, governed: Governed, start: int) -> str:
    verb, at = governed.verb, governed.clause
    stop = verb.end + 2 if verb else scene.clauses[at].end
    if figures.DONE.search(scene.text, scene.clauses[at].start, stop):
        return "disbursed"
    if any(_LATER.search(scene.words(near)) for near in _and_after(scene, index)):
        return "pledged"
    if _in_hand(scene, index):
        return "disbursed"
    own = scene.clauses[index].start
    if _TO_COME.search(scene.text[own:start]) or (at != index and figures.is_pledged(scene.text, own, start)):
        return "pledged"
    for back in range(at, -1, -1):
        upto = stop if back == at else scene.clauses[back].end
        says = figures.is_pledged if back == at else figures.was_resolved
        if says(scene.text, scene.clauses[back].start, upto):
            return "pledged"
        if scene.subjects[back] and scene.text[scene.clauses[back].start] != "由":
            if back and _MEETING.search(scene.words(back - 1)):
                return "pledged"  # 会议定下，市总工会拿出42万元
            break
    inside = verb is not None and verb.kind == "give" and verb.word in SETS_ASIDE and _stays_inside(scene, at)
    return "committed" if inside else "disbursed"


def _and_after(scene: Scene, index: int) -> list[int]:
    """Clause ``index``, the next and what still goes on about the same behind it."""
    near = [at for at in (index, index + 1) if at < len(scene.clauses)]
    after = index + 2
    told = after < len(scene.clauses) and (scene.clauses[index + 1].amounts or scene.clauses[after].quantities)
    if after < len(scene.clauses) and not told and not scene.subjects[after]:
        near.append(after)
    return near


def _in_hand(scene: Scene, index: int) -> bool:
    """True when the figure's own clause, or the next one with those who got it, says that it was paid."""
    if _PAID.search(scene.words(index)):
        return True
    after = index + 1
    return after < len(scene.clauses) and bool(_HAVE_GOT.search(scene.words(after)))


def _stays_inside(scene: Scene, at: int) -> bool:
    """True for money set aside from a body's own means that nobody is said to have got: 从本级经费中列支15万元."""
    if not _OWN_MEANS.search(scene.words(at)):
        return False
    told = [scene.words(near) for near in range(at, min(at + 3, len(scene.clauses)))]
    own = [words for words in told if not _A_SHARE.match(words)]
    return not any(_SPENT.search(words) for words in own)


def _handed_down(scene: Scene, index: int, verb: Verb | None) -> bool:
    """True when the next clause allots what was set aside: 挤出24万元，下拨给8个县总工会."""
    if verb is None or verb.word not in SETS_ASIDE or index + 1 >= len(scene.clauses):
        return False
    after = scene.clauses[index + 1]
    return not after.amounts and bool(after.verbs) and after.verbs[0].kind == "allocate"


def _decided(scene: Scene, index: int) -> bool:
    """True when a clause before ``index`` decides on what it tells, and nobody else has acted since."""
    for back in range(index - 1, -1, -1):
        if figures.decides(scene.text, scene.clauses[back].start, scene.clauses[back].end):
            return True
        if scene.clauses[back].amounts or scene.subjects[back + 1]:
            return False
    return False


def _tells_its_own(scene: Scene, back: int, own: int) -> bool:
    """True when clause ``back`` counts up what one gave and another begins after it: 累计送去绿茶2吨；市总也送来….

    Up to a day, everything that a sentence tells is counted.
    """
    if not scene.clauses[back].quantities or any(date.limit for clause in scene.clauses for date in clause.dates):
        return False
    before = next((scene.subjects[at] for at in range(back, -1, -1) if scene.subjects[at]), ())
    after = [actor for at in range(back + 1, own + 1) for actor in scene.subjects[at] if actor.gives]
    return bool(after) and not {actor.name for actor in before} & {actor.name for actor in after}


def is_cumulative(scene: Scene, index: int, governed: Governed, end: int) -> bool:
    """True when the words from the clause before to the figure's end tell of a running total."""
    if _FIRST_LOT.search(scene.text, scene.clauses[index].start, end):
        return False
    if index and _PAID_OUT.match(scene.words(index)):
        return True
    own = min(index, governed.clause)
    for back in range(own - 1, -1, -1):
        if _tells_its_own(scene, back, own):
            return figures.is_cumulative(scene.text, scene.clauses[own].start, end)
        if figures.counts_up(scene.text, scene.clauses[back].start, scene.clauses[back].end):
            allots = governed.verb is not None and governed.verb.kind == "allocate"
            paid = _paid_up_to(scene, own, index, end)
            return not allots or paid or figures.sums_up(scene.text, scene.clauses[back].start, end)
        if scene.clauses[back].amounts:
            break
    first = max(0, own - 1)
    upto = max(end, scene.clauses[governed.clause].end)
    before = scene.clauses[first]
    if first < own and (before.amounts or before.quantities or before.verbs):
        first = own
    if governed.verb and governed.verb.kind == "allocate":
        return _paid_up_to(scene, own, index, end) or figures.sums_up(scene.text, scene.clauses[first].start, upto)
    limits = [date for clause in scene.clauses[: index + 1] for date in clause.dates if date.limit]
    if any(not scene.text.endswith("等", 0, date.start) for date in limits):
        return True
    return figures.is_cumulative(scene.text, scene.clauses[first].start, upto)


def _paid_up_to(scene: Scene, own: int, index: int, end: int) -> bool:
    """True when the sentence names a day up to which what clause ``own`` allots was: 截至17时，…已拨付3150万元."""
    if not figures.DONE.search(scene.text, scene.clauses[own].start, end):
        return False
    return any("截" in scene.words(at) for at in range(index + 1))


def count_up_spans(text: str, gifts: Sequence[Gift]) -> None:
    """Makes running totals of what was given in kind, lent or done within days or years: 五天里，她们煮了1.6万碗面.

    Money is one gift, unless it was given for years.
    """
    for gift in gifts:
        if gift.basis != "single" or gift.part_of is not None or gift.recurring or gift.status != "disbursed":
            continue
        begin = max(text.rfind(mark, 0, gift.end) for mark in "。；！？：\n") + 1
        for span in _WITHIN.finditer(text, begin, gift.end):
            lasting = gift.form != "cash" or span["unit"].startswith("年")
            collected = _COLLECTS.search(text, span.end(), gift.end) or _FIRST_LOT.search(text, span.end(), gift.end)
            if lasting and not collected:
                gift.basis = "cumulative"

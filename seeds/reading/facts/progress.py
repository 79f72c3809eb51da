"""How far a gift has got: promised, allotted or handed over; once or counted up."""

from __future__ import annotations

import re

from seeds.reading.facts import figures
from seeds.reading.facts.givers import Governed
from seeds.reading.facts.scene import Scene
from seeds.reading.facts.statements import Verb

_WILL = re.compile(r"(?<![即必])将(?![近军士领])[^\d，]*$")
_ARRANGED = re.compile(
    "今年|已|去年|从中|批共|共安排|到位|下达|累计|先后|每年"
)  # 今年安排… was budgeted, 安排 alone is a plan
_LATER = re.compile(
    r"(?:[月年]底|下周|下月|[\d一二三四五六七八九十]+[月日]|近期|年内|开学|节)(?:底)?(?:之|以)?前(?!往|来|后|夕|线|方|期|一)"
    "[^，。]{0,6}(?:到位|打到|发放|发到|拨付|兑现|领到|补发|发给|为每|全部)"
)
_PAID = re.compile("已(?:经)?(?:领|发|办|拿|使用|支出|全部|送|到)|领到|分到|领走|拿到|到了\\S{1,4}手")
_HAVE_GOT = re.compile("(?:首批|已|第一批)[^，。]{0,8}(?:已经?)?(?:领到|拿到|领取|到手|发到)")
_OWN_MEANS = re.compile("本级[^，。]{0,10}[中里]|从[^，。]{0,6}(?:经费|资金)[中里]")
_SPENT = re.compile("买|购|发放|发给|送|慰问|救助|用于|给每|每[人户名]|补助|投向|奖|为")
_SETS_ASIDE = frozenset(["挤出", "拿出", "抽出", "列支", "省出", "匀出", "划出", "支出"])


def status_of(scene: Scene, index: int, governed: Governed, start: int) -> str:
    """pledged, committed or disbursed, by the verb and the words around it; the figure is at ``start``."""
    verb, at = governed.verb, governed.clause
    if verb and at == index and verb.end <= start and _WILL.search(scene.text[scene.clauses[at].start : verb.start]):
        return "pledged"  # 将…投入600万元; with the figure in front of the verb 将 would be 把
    clause = scene.clauses[at]
    stop = verb.end + 2 if verb else clause.end
    kind = verb.kind if verb else "give"
    if kind == "allocate":
        planned = verb is not None and verb.word == "安排" and not _ARRANGED.search(scene.words(at))
        if planned or figures.is_pledged(scene.text, clause.start, stop):
            return "pledged"
        if _decided(scene, at) and not figures.is_done_at_once(scene.text, clause.start, stop):
            return "pledged"
        after = scene.clauses[min(max(index, at) + 1, len(scene.clauses) - 1)]
        arrived = figures.has_arrived(scene.text, scene.clauses[index].start, scene.clauses[index].end) or (
            not after.amounts and re.search("到账|账上|发到|手中|手里", scene.text[after.start : after.end])
        )
        return "disbursed" if arrived else "committed"
    if kind == "give" and _handed_down(scene, index, verb):
        return "committed"
    if kind == "receive":
        return "disbursed"
    if figures.DONE.search(scene.text, scene.clauses[at].start, stop):
        return "disbursed"
    if _LATER.search(scene.words(min(index + 1, len(scene.clauses) - 1))) or _LATER.search(scene.words(index)):
        return "pledged"
    if _in_hand(scene, index):
        return "disbursed"
    for back in range(at, -1, -1):
        upto = stop if back == at else scene.clauses[back].end
        says = figures.is_pledged if back == at else figures.was_resolved
        if says(scene.text, scene.clauses[back].start, upto):
            return "pledged"
        if scene.subjects[back] and scene.text[scene.clauses[back].start] != "由":
            break
    inside = kind == "give" and verb is not None and verb.word in _SETS_ASIDE and _stays_inside(scene, at)
    return "committed" if inside else "disbursed"


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
    return not any(_SPENT.search(scene.words(near)) for near in range(at, min(at + 3, len(scene.clauses))))


def _handed_down(scene: Scene, index: int, verb: Verb | None) -> bool:
    """True when the next clause allots what was set aside: 挤出24万元，下拨给8个县总工会."""
    if verb is None or verb.word not in _SETS_ASIDE or index + 1 >= len(scene.clauses):
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
    own = min(index, governed.clause)
    for back in range(own - 1, -1, -1):
        if _tells_its_own(scene, back, own):
            return figures.is_cumulative(scene.text, scene.clauses[own].start, end)
        if figures.counts_up(scene.text, scene.clauses[back].start, scene.clauses[back].end):
            return not (governed.verb and governed.verb.kind == "allocate") or figures.sums_up(
                scene.text, scene.clauses[back].start, end
            )
        if scene.clauses[back].amounts:
            break
    first = max(0, own - 1)
    upto = max(end, scene.clauses[governed.clause].end)
    before = scene.clauses[first]
    if first < own and (before.amounts or before.quantities or before.verbs):
        first = own
    if governed.verb and governed.verb.kind == "allocate":
        return figures.sums_up(scene.text, scene.clauses[first].start, upto)
    limits = [date for clause in scene.clauses[: index + 1] for date in clause.dates if date.limit]
    if any(not scene.text.endswith("等", 0, date.start) for date in limits):
        return True
    return figures.is_cumulative(scene.text, scene.clauses[first].start, upto)

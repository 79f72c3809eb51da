"""One sentence as a scene: who stands where, and for a figure in it the verb, the givers, the receivers and the day.

Each method answers one question about one figure; positions are those of the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from seeds.reading.facts import figures
from seeds.reading.facts.acting import subjects_of
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.amounts import Amount
from seeds.reading.facts.counts import BODIES, GOODS, HOUSEHOLDS, PERSONS, find_quantities
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.givers import Givers, Governed
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.memory import Memory
from seeds.reading.facts.receivers import Receiver, find_receivers
from seeds.reading.facts.statements import Clause, Sentence, Verb
from seeds.reading.facts.texts import COLUMN

_PRONOUN = re.compile(
    f"(?<=[为给向对帮让替予])[他她]们|(?<=[助问济到])[他她]们|[他她]们(?=[^，]{{0,6}}(?:领|拿|收|得|获|分)[到得了])|{choice('people.named_before')}"
)
_SO_FAR = re.compile("(?:截至|到|至)[^，。]{0,12}(?:已|共|累计)")
_APART = re.compile("另外?(?!给)|此外|其余|余下|剩下")
_COPULA = re.compile(r"^(?:这)?(?:便|就|都|也)?是")
_HAND_OVER = re.compile(choice("handing.on_its_way"))
_HIM = re.compile(r"(?:给|补助|资助|救助|奖励|为|予|向)[了]?[他她](?!们|和|与|及)|[他她](?=父亲|母亲|妻子|丈夫|家)")
_REACH = re.compile(
    rf"{choice('handing.reaches')}|[喝吃用穿住盖坐]上了?|(?:{choice('handing.helps')})了?[^，。；]{{0,8}}\d"
)
_PASS_ON = re.compile(f"{choice('handing.passes_on')}|再由|由[^，。；]{{2,14}}(?:发放|分发|分送|转交|发|分)[到给]")
_LISTS = re.compile("每一?笔|名单|明细|如下|记着|写着|登记")
_GIVES_TO = re.compile(r"(?:又|还|也|另|并|再|先)?给(?=[^，。；]{0,14}[\d一二三四五六七八九十百]+[名户位人])")
_TEAM = re.compile(r"队[^。\d]{0,8}(?:由|共|有)(\d{1,4})(?:名|个)?人")  # 这支抢修队由86人组成
_COUNTED = PERSONS | HOUSEHOLDS | BODIES
_FARTHEST = 320  # characters back to where the people were counted
_HEADS = frozenset(["人", "名", "位", "户", "家"])
_THINGS = GOODS - PERSONS - HOUSEHOLDS - {"个", "支", "所"}  # what can only be counted goods
_ALL_TOLD = re.compile(r"共\d+[人名户]$")


class _LazyReceivers:
    """The receivers of each clause, looked for when first asked for: most clauses are never asked."""

    def __init__(self, text: str, clauses: Sequence[Clause], actors: Sequence[Actor]) -> None:
        self._text, self._clauses, self._actors = text, clauses, actors
        self._known: dict[int, tuple[Receiver, ...]] = {}

    def __getitem__(self, index: int) -> tuple[Receiver, ...]:
        if index not in self._known:
            clause = self._clauses[index]
            worth = clause.quantities or clause.amounts or clause.verbs
            self._known[index] = find_receivers(self._text, clause, self._actors) if worth else ()
        return self._known[index]


class Scene(Givers):
    """The sentence being read, numbered ``number`` in its part."""

    def __init__(
        self, article: int, part: str, text: str, sentence: Sentence, actors: Sequence[Actor], memory: Memory, *,
        number: int,
    ) -> None:  # fmt: skip
        self.article, self.part = article, part
        self.text, self.clauses, self.number = text, sentence.clauses, number
        self.actors = actors
        self.memory = memory
        self.subjects = [subjects_of(text, clause, actors) for clause in self.clauses]
        self.receivers = _LazyReceivers(text, self.clauses, actors)
        self.ruled = memory.ruled
        self.asked = False  # set when the sentence tells others what to do
        self.whole: Gift | None = None  # set while the parts of a whole are being told
        self.opened = False  # set when the next sum is a whole whose shares follow
        self.shared = False  # set when shares are told of a sum that is no gift of the page
        self.worth: Amount | None = None  # what the goods that follow are said to be worth
        self.takers: tuple[Actor, ...] = ()  # who received, when the givers are told one by one after it

    def verb(self, index: int, start: int, end: int) -> Governed:
        """The verb that governs the figure at ``start``–``end`` of clause ``index``: in its clause, else near it."""
        verb = figures.governing_verb(self.text, self.clauses[index], start, end)
        if verb and verb.kind == "receive" and self._spends(verb):
            later = [
                (v, at) for at in range(index, len(self.clauses)) for v in self.clauses[at].verbs if v.start >= end
            ]
            return Governed(*later[0]) if later else Governed(None, index)
        if verb:
            return Governed(verb, index)
        after = index + 1
        if (
            after < len(self.clauses)
            and self.clauses[after].verbs
            and (
                _COPULA.match(self.words(after))
                or (self.clauses[after].lead == "：" and not self.clauses[after].amounts)
            )
        ):
            return Governed(self.clauses[after].verbs[0], after)
        if row := self._row(index):
            return row
        listed = all(not clause.verbs for clause in self.clauses[max(index - 7, 0) : index][-3:])
        for back in range(index - 1, max(index - (8 if listed else 4), -1), -1):
            if verbs := self.clauses[back].verbs:
                strong = [verb for verb in verbs if not verb.weak]
                return Governed((strong or verbs)[-1], back)  # 收到外省捐款7笔，合计186万元
        for ahead in range(after, min(len(self.clauses), index + 4)):
            if self.clauses[ahead].lead == "；" and self.subjects[ahead]:
                break  # another tells of another gift
            if self.clauses[ahead].verbs:
                return Governed(self.clauses[ahead].verbs[0], ahead)
        for near in (index, index - 1):
            told = _GIVES_TO.match(self.text, self.clauses[near].start, self.clauses[near].end) if near >= 0 else None
            if told:  # 给水厂62名抢险职工，每人600元
                return Governed(Verb("给", "give", told.start(), told.end()), near)
        return Governed(None, index)

    def _spends(self, verb: Verb) -> bool:
        """True for 分到 in 县总工会用分到的22万元，给…: who has got the money gives it."""
        return self.text[verb.start - 1] in "用把将从" and self.text[verb.end : verb.end + 1] == "的"

    def _row(self, index: int) -> Governed | None:
        """A row of a list of givers, which has no verb: 某公司：帐篷20顶."""
        first = index
        own = self.subjects[index]
        led = bool(own) and own[0].start <= self.clauses[index].start + 8 and bool(self.clauses[index].amounts)
        if led and index and self.clauses[index].lead == "：" and _LISTS.search(self.words(index - 1)):
            self.memory.roll = True
        while not led and first > 0 and self.clauses[first].lead in "，：":
            if self.clauses[first].lead == "：" and _LISTS.search(self.words(first - 1)):
                self.memory.roll = True
                break
            first -= 1
        head = self.clauses[first]
        group = self.subjects[first]
        if not self.memory.roll or not group or group[0].start > head.start + 6:
            return None
        if COLUMN in self.text[head.start : group[0].start]:
            return None
        if any(clause.verbs for clause in self.clauses[first : index + 1]):
            return None
        return Governed(Verb("捐", "give", group[0].end, group[0].end), first)

    def handed_over(self, index: int) -> bool:
        """True when the words from clause ``index`` to the next but two say that goods change hands."""
        return any(_HAND_OVER.search(self.words(at)) for at in range(index, min(index + 3, len(self.clauses))))

    def receiver(self, index: int, governed: Governed, start: int, *, unit: str | None) -> Receiver | None:
        """Whom the figure at ``start`` is for; a figure per head looks back to the people spoken of before."""
        him = _HIM.search(self.words(index))
        person = self._person(index) if him else None
        if person:
            return Receiver(person.name, (person.name,), None, None, start, start + 1, marked=True)
        listed = self._listed(index, start) or self._column(governed, start)
        if listed:
            return listed
        here = self.receivers[index]
        before = [r for r in here if r.start <= start]
        after = [r for r in here if r.start > start]
        marked = [r for r in before if r.marked] or [r for r in after if r.marked]
        chosen = marked[-1] if marked else (before[-1] if before else after[0] if after else None)
        if chosen and not chosen.count and not chosen.names:
            bare = next((r for r in here if r.count and not r.marked and not r.words), None)
            if bare:
                chosen = replace(chosen, count=bare.count, unit=bare.unit)
        passed_on = self._passed_on(index)
        if passed_on and not (chosen and chosen.count):
            named = chosen and not any(
                _PASS_ON.search(self.words(at)) for at in range(index + 1, len(self.clauses))[:2]
            )
            return replace(chosen, count=passed_on.count, unit=passed_on.unit) if chosen and named else passed_on
        if chosen and chosen.marked and not (chosen.words or chosen.names):
            chosen = self._told_before(index, chosen)
        if self.whole:
            return chosen
        if unit in _HEADS and not (chosen and chosen.count) and (heads := self._heads(index, start)):
            return replace(chosen or heads, count=heads.count, unit=heads.unit)
        if chosen and not chosen.count and (unit or "每" in self.text[chosen.start - 2 : chosen.start]):
            other = self._counted(index, chosen)
            if other and len(chosen.words) <= 2 and other.words.endswith(chosen.words):
                return replace(other, names=chosen.names)  # 27个四等小站，给每站
            return replace(chosen, count=other.count, unit=other.unit) if other else chosen
        return chosen or self._receiver_near(index, governed, start, unit)

    def _told_before(self, index: int, chosen: Receiver) -> Receiver:
        """``chosen``, of whom the words tell only how many, named by the clause before: 对职工…展期，涉及4100户."""
        before = [r for at in (index - 1, index - 2) if at >= 0 for r in self.receivers[at] if r.marked and r.words]
        return replace(chosen, words=before[0].words, names=before[0].names) if before else chosen

    def _heads(self, index: int, start: int) -> Receiver | None:
        """How many people or households a rate is for, by the count nearest to it: 每户2000元，共80户."""
        for near in (index, index - 1, index + 1, index - 2):
            if not 0 <= near < len(self.clauses) or (near > index and self.clauses[near].amounts):
                continue
            if any(clause.lead == "；" for clause in self.clauses[near + 1 : index + 1]):
                continue
            if near < index and self.clauses[near].amounts and figures.says_rate(self.words(near)):
                continue  # 大学生92人每人5000元，高中生每人2000元
            counts = [
                q
                for q in self.clauses[near].quantities
                if q.unit in PERSONS | HOUSEHOLDS and q.unit != "人次" and q.value > 1
            ]
            if len(counts) == 1:
                count = counts[0]
                if named := next((r for r in self.receivers[near] if r.words and r.count == count.whole), None):
                    return named
                return Receiver(
                    "", (), count.whole, count.unit, count.start, count.end, marked=False, bound=count.bound
                )
        return None

    def _listed(self, index: int, start: int) -> Receiver | None:
        """The receiver of one sum in a list: 拨给甲120万元、乙100万元."""
        previous = [a.end for a in self.clauses[index].amounts if a.end <= start]
        named = [a for a in self.actors if previous and previous[-1] <= a.start < start and a.role == "to"]
        if not named:
            return None
        return Receiver(named[-1].name, (named[-1].name,), None, None, named[-1].start, named[-1].end, marked=True)

    def _column(self, governed: Governed, start: int) -> Receiver | None:
        """Who gets it in a row of three columns: 某公司　某镇小学　3000元."""
        verb = governed.verb
        if verb is None or verb.start < verb.end:
            return None
        cells = self.text[verb.end : start].split(COLUMN)
        if len(cells) < 3 or not cells[1]:
            return None
        at = verb.end + len(cells[0]) + 1
        named = next((a.name for a in self.actors if at <= a.start < at + len(cells[1])), None)
        names = (named,) if named else ()
        return Receiver(named or cells[1], names, None, None, at, at + len(cells[1]), marked=True)

    def _passed_on(self, index: int) -> Receiver | None:
        """Those who get it in the end: 交到厂工会主席手里，请他们分给40户特困职工."""
        after = index + 1
        if after + 1 < len(self.clauses) and _COPULA.match(self.words(after)) and not self.clauses[after].quantities:
            after += 1  # 煤一共260吨，是省总调来的，由县总分送到520户
        reach = self.words(after) if after < len(self.clauses) else ""
        if (_REACH.search(reach) or _ALL_TOLD.match(reach)) and not self.clauses[after].amounts:
            return next((r for r in self.receivers[after] if r.count), None)
        if after < len(self.clauses) and _PASS_ON.search(self.words(after)) and not self.clauses[after].amounts:
            return next((r for r in self.receivers[after] if r.count), None)
        return None

    def _counted(self, index: int, chosen: Receiver) -> Receiver | None:
        """The people counted just before: 为118名队员准备了…，每名队员….”"""
        back = [r for at in range(index - 1, max(index - 3, -1), -1) for r in self.receivers[at] if r.count]
        for at in range(index, max(index - 3, -1), -1):  # 27个四等小站，给每站送去…
            for quantity in self.clauses[at].quantities if len(chosen.words) <= 2 else ():
                if quantity.unit in BODIES and chosen.words in self.text[quantity.end : quantity.end + 8]:
                    whole = self.text[quantity.end : self.text.index(chosen.words, quantity.end) + len(chosen.words)]
                    return replace(chosen, words=whole, count=quantity.whole, unit=quantity.unit)
        found = back[0] if back else self.memory.receiver
        if not found or not found.count:
            return self._counted_before(index, chosen)
        return found if not chosen.words or _same_people(chosen.words, found.words) else None

    def _counted_before(self, index: int, chosen: Receiver) -> Receiver | None:
        """How many 每名队员 are, by the last number of them within a few sentences: 26名队员."""
        if len(chosen.words) < 2 or "每" not in self.text[chosen.start - 2 : chosen.start + 2]:
            return None
        start = self.clauses[index].start
        stretch = self.text[max(0, start - _FARTHEST) : start]
        counts = [q for q in find_quantities(stretch, 0, len(stretch)) if q.unit in _COUNTED and q.value > 1]
        if chosen.words.endswith("队员") and (team := list(_TEAM.finditer(stretch))):
            return replace(chosen, count=int(team[-1][1]), unit="人")
        for count in reversed(counts):
            if chosen.words[-2:] in stretch[count.end : count.end + 14].split("，")[0].split("。")[0]:
                return replace(chosen, count=count.whole, unit=count.unit)
        return None

    def _between(self, index: int, near: int) -> Iterable[tuple[Clause, tuple[Actor, ...]]]:
        """The clauses behind ``index`` up to ``near``, with who acts in each."""
        return zip(self.clauses[index + 1 : near + 1], self.subjects[index + 1 : near + 1], strict=True)

    def _receiver_near(self, index: int, governed: Governed, start: int, unit: str | None) -> Receiver | None:
        for near in dict.fromkeys((governed.clause, index - 1, index + 1, index - 2, index + 2)):
            if near == index or not 0 <= near < len(self.clauses) or not self.receivers[near]:
                continue
            ahead = self.clauses[near]
            if near > index and (
                any(clause.amounts for clause in self.clauses[index + 1 : near + 1])
                or self.subjects[near]
                or any(c.lead == "；" and g for c, g in self._between(index, near))
                or any(q.unit in _THINGS for q in ahead.quantities)
            ):
                continue
            apart = self.clauses[index].lead == "；" or _APART.match(self.words(index)) is not None
            if near < index and not unit and (apart or self._served(near)):
                continue
            pronoun = _PRONOUN.search(self.words(index))
            if near < index and near != governed.clause and self.subjects[index] and not unit and not pronoun:
                continue
            found = self.receivers[near][-1 if near < index else 0]
            if near < index and not unit and self.clauses[index].amounts and _SO_FAR.match(self.words(index)):
                return replace(found, count=None, unit=None)  # 每车每天98元，到15日已减免32万元
            if not found.count and _PRONOUN.search(self.text, self.clauses[index].start, start):
                counted = [r for at in range(index) for r in self.receivers[at] if r.count]
                found = replace(found, count=counted[-1].count, unit=counted[-1].unit) if counted else found
            return found
        asks_back = (unit and unit not in ("天", "月", "年")) or _PRONOUN.search(
            self.text, self.clauses[index].start, start
        )
        told = self.memory.receiver if asks_back else None
        of_others = unit in _THINGS and told is not None and told.unit != unit  # 每辆车 is not said of 21名司机
        if told and (of_others or (told.unit in HOUSEHOLDS and unit in ("人", "名", "位"))):
            return replace(told, count=None, unit=None)  # 每人 is not said of households
        return told

    def _served(self, index: int) -> bool:
        """True when clause ``index`` told of a service: those whom it counts had that."""
        last = self.memory.gifts[-1] if self.memory.gifts else None
        return last is not None and (last.form, last.sentence, last.clause) == ("service", self.number, index)


def _same_people(first: str, second: str) -> bool:
    """True when both words may name the same: 队员, 抢险队员; not 转岗职工, 转岗职工的孩子."""
    for one, other in ((first, second), (second, first)):
        tail = one[-4:] if one.endswith("人员") else one[-2:]  # 医护人员 are not 被困人员
        if tail in other and not re.search(f"{re.escape(tail)}的?(?:家庭|家属|子女|孩子)", other):
            return True
    return False

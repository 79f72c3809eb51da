"""Reads the sentences of one part for statements of aid: a figure, its verb, who gives, who gets.

The reader goes through the sentences in order and remembers who acted last, who was spoken of last and which day it
was, because the subject of a Chinese sentence often stands three clauses back or in the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from seeds.reading.drafts import DatedDraft, PartyDraft
from seeds.reading.facts import figures
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.amounts import Amount
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.goods import Goods, find_goods, find_unnumbered, quantities_bound
from seeds.reading.facts.receivers import Receiver, find_receivers
from seeds.reading.facts.statements import Clause, Sentence, Verb

_PART = re.compile("其中|从中|捐款中的")
_SHARE_OF = re.compile(r"^(?:资金|款项|捐款)?中$")
_PRONOUN = re.compile("他们|她们|他|她|其家属|其家人|老人|该队")
_COPULA = re.compile(r"^(?:便|就|都|也)?是")
_SPEAKER = re.compile(r"说$|表示$|介绍$|告诉记者$|称$")
_BUY = re.compile("购置|添置|购买|采购|置办|买")


@dataclass(slots=True)
class _Memory:
    """What a sentence hands on to the next."""

    donors: tuple[Actor, ...] = ()
    receiver: Receiver | None = None
    date: DatedDraft | None = None
    ruled: bool = False
    gifts: list[Gift] = field(default_factory=list)


@dataclass(slots=True)
class _Scene:
    """The sentence being read."""

    sentence: Sentence
    number: int
    subjects: list[tuple[Actor, ...]]
    receivers: list[tuple[Receiver, ...]]
    ruled: bool = False
    part: bool = False
    whole: Gift | None = None


class StatementReader:
    """Reads one part of one article; ``default`` are the donors when no sentence before has named any."""

    def __init__(self, article: int, part: str, text: str, actors: Sequence[Actor], default: tuple[Actor, ...]) -> None:
        self._article, self._part, self._text = article, part, text
        self._actors = actors
        self._memory = _Memory(donors=default)

    def read(self, sentences: Sequence[Sentence]) -> list[Gift]:
        """The statements of aid of ``sentences``, in the order of their figures."""
        at = 0
        for number, sentence in enumerate(sentences):
            upto = at
            while upto < len(self._actors) and self._actors[upto].start < sentence.end:
                upto += 1
            self._sentence(sentence, number, self._actors[at:upto])
            at = upto
        return self._memory.gifts

    def _sentence(self, sentence: Sentence, number: int, actors: Sequence[Actor]) -> None:
        memory = self._memory
        if sentence.opens:
            memory.ruled = False
        scene = _Scene(
            sentence, number,
            [_subjects(clause, actors) for clause in sentence.clauses],
            [find_receivers(self._text, clause, actors) if clause.quantities or clause.amounts or clause.verbs else ()
             for clause in sentence.clauses],
            ruled=memory.ruled,
        )  # fmt: skip
        for index, clause in enumerate(sentence.clauses):
            if figures.opens_rules(self._text, clause.start, clause.end):
                scene.ruled = True
            if _PART.search(self._text, clause.start, clause.end) and memory.gifts:
                scene.part = True
                scene.whole = memory.gifts[-1]
            elif scene.part and (clause.lead in "；。" or scene.subjects[index]) and clause.verbs:
                scene.part = scene.part and clause.lead != "；"
            self._clause(scene, index, clause)
        self._remember(scene)

    def _remember(self, scene: _Scene) -> None:
        memory = self._memory
        subjects = [group for group in scene.subjects if group and not (group[0].kind == "person" and not group[0].own)]
        speaks = _SPEAKER.search(self._text, 0, scene.sentence.end)
        if subjects and not speaks:
            memory.donors = subjects[0] if len(subjects) == 1 else subjects[0]
        counted = [receiver for group in scene.receivers for receiver in group if receiver.words]
        if counted:
            memory.receiver = max(counted, key=lambda r: (r.count is not None, r.start))
        memory.ruled = scene.ruled

    # -- one clause ---------------------------------------------------------------------------------------------

    def _clause(self, scene: _Scene, index: int, clause: Clause) -> None:
        for dates in clause.dates:
            if dates.dated:
                self._memory.date = dates.dated
        goods = find_goods(self._text, clause)
        for amount in clause.amounts:
            self._money(scene, index, clause, amount, goods)
        self._goods(scene, index, clause, goods)

    def _money(self, scene: _Scene, index: int, clause: Clause, amount: Amount, goods: Sequence[Goods]) -> None:
        text = self._text
        rate = figures.rate_of(text, clause, amount)
        if figures.is_value(text, amount):
            if not self._value(scene, index, clause, amount, rate):
                return
        share = text[amount.end : clause.end]
        if _SHARE_OF.match(share):
            scene.whole = next((g for g in self._memory.gifts if g.amount == amount.value), None)
            scene.part = scene.whole is not None
            return
        verb, verb_clause = self._verb(scene, index, amount.start, amount.end)
        noun = figures.money_noun_near(text, clause, amount)
        if not verb and not noun and not scene.part:
            return
        if figures.is_other(text, clause, amount, verb):
            return
        receiver = self._receiver(scene, index, verb_clause, amount.start, rate.unit)
        counted = bool(receiver and receiver.count)
        if figures.is_rule(text, clause, amount, rate, counted=counted, ruled=scene.ruled):
            return
        gift = self._gift(scene, index, clause, verb, verb_clause, receiver, amount.start, amount.end)
        if gift is None:
            return
        gift.form = "credit" if figures.is_credit(text, clause, amount, verb) else "cash"
        gift.bound, gift.words, gift.purpose = amount.bound, amount.words, noun
        gift.recurring = rate.recurring
        if rate.unit:
            gift.rate, gift.rate_unit = amount.value, rate.unit
        else:
            gift.amount = amount.value
        self._memory.gifts.append(gift)

    def _value(self, scene: _Scene, index: int, clause: Clause, amount: Amount, rate: figures.Rate) -> bool:
        """Hangs what goods are worth on the goods before them; True when the sum is a gift of its own instead."""
        last = self._memory.gifts[-1] if self._memory.gifts else None
        after = self._text[amount.end : clause.end]
        if after.startswith("的"):
            verb, verb_clause = self._verb(scene, index, amount.start, amount.end)
            items = find_unnumbered(self._text, amount.end + 1, clause.end)
            if verb and items:
                receiver = self._receiver(scene, index, verb_clause, amount.start, rate.unit)
                gift = self._gift(scene, index, clause, verb, verb_clause, receiver, amount.start, items[-1].end)
                if gift:
                    gift.form, gift.goods = "goods", items
                    gift.words, gift.bound = amount.words, amount.bound
                    if rate.unit:
                        gift.rate, gift.rate_unit = amount.value, rate.unit
                    else:
                        gift.amount = amount.value
                    self._memory.gifts.append(gift)
            return False
        if (
            last
            and last.sentence == scene.number
            and last.form == "goods"
            and last.amount is None
            and last.rate is None
        ):
            if rate.unit:
                last.rate, last.rate_unit = amount.value, rate.unit
            else:
                last.amount = amount.value
            last.bound, last.words, last.end = amount.bound, amount.words, amount.end
            return False
        return not rate.unit

    def _goods(self, scene: _Scene, index: int, clause: Clause, goods: Sequence[Goods]) -> None:
        memory = self._memory
        groups: list[list[Goods]] = []
        for item in goods:
            if groups and not any(groups[-1][-1].end <= verb.start < item.start for verb in clause.verbs):
                groups[-1].append(item)
            else:
                groups.append([item])
        for group in groups:
            start, end = group[0].start, group[-1].end
            verb, verb_clause = self._verb(scene, index, start, end)
            if not verb or scene.ruled:
                continue
            last = memory.gifts[-1] if memory.gifts else None
            if (
                last and last.sentence == scene.number and last.form == "goods" and not scene.subjects[index]
                and (last.verb == verb.word or not clause.verbs) and index - last.clause <= 1
            ):  # fmt: skip
                last.goods = (*last.goods, *group)
                last.end, last.clause = end, index
                continue
            receiver = self._receiver(scene, index, verb_clause, start, None)
            gift = self._gift(scene, index, clause, verb, verb_clause, receiver, start, end)
            if gift:
                gift.form, gift.goods, gift.bound = "goods", tuple(group), quantities_bound(group)
                gift.status = "disbursed" if gift.status == "committed" else gift.status
                gift.recurring = "day" if re.search("每天|每日", self._text[clause.start : start]) else None
                memory.gifts.append(gift)
        if not goods:
            self._unnumbered(scene, index, clause)

    def _unnumbered(self, scene: _Scene, index: int, clause: Clause) -> None:
        """Goods without a quantity count when the words say how many people got them."""
        for verb in clause.verbs:
            if verb.kind != "give":
                continue
            after = max([verb.end, *(a.end for a in clause.amounts if verb.end <= a.start)])
            items = find_unnumbered(self._text, after, clause.end)
            receiver = self._receiver(scene, index, index, verb.start, None)
            if items and receiver and receiver.count and not scene.ruled:
                gift = self._gift(scene, index, clause, verb, index, receiver, items[0].start, items[-1].end)
                if gift:
                    gift.form, gift.goods = "goods", items
                    gift.status = "disbursed" if gift.status == "committed" else gift.status
                    self._memory.gifts.append(gift)
                return

    # -- what belongs to a figure -------------------------------------------------------------------------------

    def _verb(self, scene: _Scene, index: int, start: int, end: int) -> tuple[Verb | None, int]:
        """The verb that governs the figure, and the clause it stands in."""
        clauses = scene.sentence.clauses
        verb = figures.governing_verb(clauses[index], start, end)
        if verb:
            return verb, index
        after = index + 1
        if (
            after < len(clauses)
            and clauses[after].verbs
            and (
                _COPULA.match(self._text[clauses[after].start : clauses[after].end])
                or (clauses[after].lead == "：" and not clauses[after].amounts)
            )
        ):
            return clauses[after].verbs[0], after
        for back in range(index - 1, max(index - 4, -1), -1):
            if clauses[back].verbs:
                return clauses[back].verbs[-1], back
        while after < min(len(clauses), index + 4):
            if clauses[after].verbs:
                return clauses[after].verbs[0], after
            after += 1
        return None, index

    def _receiver(self, scene: _Scene, index: int, verb_clause: int, start: int, unit: str | None) -> Receiver | None:
        here = scene.receivers[index]
        before = [r for r in here if r.start <= start]
        after = [r for r in here if r.start > start]
        marked = [r for r in before if r.marked] or [r for r in after if r.marked]
        chosen = marked[-1] if marked else (before[-1] if before else after[0] if after else None)
        if chosen and not chosen.count:
            counted = [r for r in here if r.count and r is not chosen]
            if counted and not counted[0].marked and counted[0].words == "":
                chosen = _with_count(chosen, counted[0])
        if chosen:
            return chosen
        order = [verb_clause, index - 1, index + 1, index - 2, index + 2]
        clauses = scene.sentence.clauses
        for near in order:
            if 0 <= near < len(clauses) and near != index and scene.receivers[near]:
                if near > index and (clauses[near].amounts or scene.subjects[near]):
                    continue
                return scene.receivers[near][-1 if near < index else 0]
        asks_back = unit or _PRONOUN.search(self._text, scene.sentence.clauses[index].start, start)
        return self._memory.receiver if asks_back else None

    def _donors(self, scene: _Scene, index: int, verb: Verb | None, verb_clause: int) -> tuple[Actor, ...]:
        if verb and verb.kind == "receive":
            source = [a for a in self._actors if a.start == verb.end]
            if source:
                return tuple(source)
            return self._memory.donors
        if verb and (group := _before(scene.subjects[verb_clause], verb.start)):
            return group
        if group := _before(scene.subjects[index], scene.sentence.clauses[index].end):
            return group
        for back in range(min(index, verb_clause) - 1, -1, -1):
            if scene.subjects[back]:
                return scene.subjects[back]
        return self._memory.donors

    def _gift(
        self, scene: _Scene, index: int, clause: Clause, verb: Verb | None, verb_clause: int,
        receiver: Receiver | None, start: int, end: int,
    ) -> Gift | None:  # fmt: skip
        donors = self._donors(scene, index, verb, verb_clause)
        if scene.part and scene.whole and not clause.verbs:
            return self._share(scene, index, clause, start, end)
        if not donors:
            return None
        clauses = scene.sentence.clauses
        first = clauses[min(index, verb_clause)]
        gift = Gift(
            self._article, self._part, self._quote_start(scene, index, verb_clause, start), end, scene.number, index,
            "cash", self._status(scene, index, verb, verb_clause), _parties(donors), _receivers(receiver),
        )  # fmt: skip
        gift.verb = verb.word if verb else ""
        gift.count, gift.count_unit = (receiver.count, receiver.unit) if receiver else (None, None)
        back = clauses[max(0, min(index, verb_clause) - 1)]
        if figures.is_cumulative(self._text, first.start, max(clause.end, end)) or figures.is_cumulative(
            self._text, back.start, back.end
        ):
            gift.basis = "cumulative"
        if scene.part and scene.whole:
            gift.basis, gift.part_of = "part", scene.whole
        gift.date = self._date(scene, index)
        return gift

    def _share(self, scene: _Scene, index: int, clause: Clause, start: int, end: int) -> Gift | None:
        """A part of the whole before it: 其中卫辉市总工会60万元."""
        whole = scene.whole
        assert whole is not None
        named = [a for a in self._actors if clause.start <= a.start < start]
        words = re.sub(r"^其中|^从中|[、约近各共]+$", "", self._text[clause.start : start])
        recipients: tuple[PartyDraft, ...] = tuple(PartyDraft(a.name, a.kind) for a in named)
        if (
            not recipients
            and 2 <= len(words) <= 12
            and not figures._MONEY_NOUN.search(words)
            and not re.search(r"\d", words)
        ):
            recipients = (PartyDraft(words, "group"),)
        gift = Gift(
            self._article, self._part, clause.start, end, scene.number, index, whole.form, whole.status, whole.donors,
            recipients, basis="part", part_of=whole, date=whole.date, verb=whole.verb,
        )  # fmt: skip
        return gift

    def _status(self, scene: _Scene, index: int, verb: Verb | None, verb_clause: int) -> str:
        text, clauses = self._text, scene.sentence.clauses
        clause = clauses[verb_clause]
        start = clause.start
        stop = verb.end + 2 if verb else clause.end
        kind = verb.kind if verb else "give"
        after = clauses[min(max(index, verb_clause) + 1, len(clauses) - 1)]
        if kind == "allocate":
            if figures.is_pledged(text, start, stop):
                return "pledged"
            arrived = figures.has_arrived(text, clauses[index].start, clauses[index].end) or (
                not after.amounts and re.search("到账|账上", text[after.start : after.end])
            )
            return "disbursed" if arrived else "committed"
        if kind == "receive":
            return "disbursed"
        for back in range(verb_clause, -1, -1):
            if figures.is_pledged(text, clauses[back].start, stop if back == verb_clause else clauses[back].end):
                return "pledged"
            if scene.subjects[back]:
                break
        return "disbursed"

    def _date(self, scene: _Scene, index: int) -> DatedDraft | None:
        for clause in reversed(scene.sentence.clauses[: index + 1]):
            for date in reversed(clause.dates):
                if date.dated and (date.dated.date.month or "去年" in date.words):
                    return date.dated
        return None

    def _quote_start(self, scene: _Scene, index: int, verb_clause: int, start: int) -> int:
        clause = scene.sentence.clauses[min(index, verb_clause)]
        return min(clause.start, start)


def _with_count(receiver: Receiver, counted: Receiver) -> Receiver:
    return Receiver(
        receiver.words, receiver.names, counted.count, counted.unit, receiver.start, receiver.end, receiver.marked
    )


def _subjects(clause: Clause, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The first group of acting bodies in the clause: one, and those joined to it."""
    group: list[Actor] = []
    for actor in actors:
        if not clause.start <= actor.start < clause.end:
            continue
        if actor.role == "subject":
            if group and not (actor.kind == "person" and actor.own):
                continue
            group = [actor]
        elif actor.role == "with" and group:
            group.append(actor)
    return tuple(group)


def _before(group: tuple[Actor, ...], position: int) -> tuple[Actor, ...]:
    return group if group and group[0].end <= position else ()


def _parties(actors: Sequence[Actor]) -> tuple[PartyDraft, ...]:
    names: dict[str, PartyDraft] = {actor.name: PartyDraft(actor.name, actor.kind) for actor in actors}
    return tuple(names.values())


def _receivers(receiver: Receiver | None) -> tuple[PartyDraft, ...]:
    if receiver is None:
        return ()
    if receiver.names:
        return tuple(PartyDraft(name, "organisation") for name in dict.fromkeys(receiver.names))
    return (PartyDraft(receiver.words, "group"),) if receiver.words else ()


def statements_of(gifts: Sequence[Gift]) -> Iterator[Gift]:
    """The gifts in the order of their words."""
    return iter(sorted(gifts, key=lambda gift: (gift.article, gift.start)))

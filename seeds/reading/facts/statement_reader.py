"""Reads the sentences of one text for statements of aid: a figure, its verb, who gives, who gets.

The reader goes through the sentences in order and remembers who acted last, who was spoken of last and which sum was
being shared out, because the subject of a Chinese sentence often stands three clauses back or in the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from seeds.reading.facts import figures
from seeds.reading.facts.acting import acting_in, is_bank
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.dealt_out import counted_so_far, deal_by_name, deal_out
from seeds.reading.facts.funding import payer, sender
from seeds.reading.facts.gift_maker import parties
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.givers import ITEM
from seeds.reading.facts.goods import find_goods
from seeds.reading.facts.handed import beside_money, read_goods, read_unnumbered, sums_up
from seeds.reading.facts.memory import Memory
from seeds.reading.facts.scene import Scene
from seeds.reading.facts.served import read_services, read_tasks
from seeds.reading.facts.spread import each_got
from seeds.reading.facts.statements import Sentence, SentenceSpan, find_verbs
from seeds.reading.facts.sums import read_sum
from seeds.reading.facts.unnamed import find_unnamed
from seeds.reading.facts.wholes import allots_below, announces_list, shared_out, tell_whole

_HEADING = 20  # characters; a line without a full stop that names who the next lines tell of
_SENDER = re.compile("(?:收到|接到|收下)了?$")
_SENT = re.compile("(?:寄来|发来|汇来|送来)?的?(?:一[封笔张个份件]|来?信|汇款|包裹|快件|快递|邮包)")
# 资金来源有四：省政府…; 由省总拨付的400万元和市总的220万元合并而成
_SOURCES = re.compile(
    "(?:资金|款项|经费|善款|钱|专款)(?:的|主要)?(?:来源|构成)|由[^。；]{4,60}(?:合并而成|构成|组成|凑成|拼成|汇成)"
)
_STIRS = re.compile("没有?闲着|坐不住|给出了?承诺|作出了?承诺|接了?招|行动起来|伸出援手|不甘落后|闻讯而动|站了?出来")


class StatementReader:
    """Reads one text; ``memory`` says who gives when no sentence before has named anybody."""

    def __init__(self, article: int, part: str, text: str, actors: Sequence[Actor], memory: Memory) -> None:
        self._article, self._part, self._text = article, part, text
        self._actors = actors
        self._memory = memory

    def read(self, spans: Iterable[SentenceSpan]) -> list[Gift]:
        """The statements of aid of the sentences at ``spans``, in the order of their figures."""
        at = 0
        for number, span in enumerate(spans):
            upto = at
            while upto < len(self._actors) and self._actors[upto].start < span.end:
                upto += 1
            if span.opens:
                self._memory.ruled = self._memory.rules_only
            actors = self._actors[at:upto]
            self._enter(span, number, actors)
            sentence = span.parsed()
            if sentence:
                self._sentence(sentence, actors, number)
            else:
                self._pass_over(span, actors)
            at = upto
        return self._memory.gifts

    def _enter(self, span: SentenceSpan, number: int, actors: Sequence[Actor]) -> None:
        """Minds where in a list the sentence stands, and who it says pays for what the one before told of."""
        memory = self._memory
        if ITEM.match(self._text, span.start):
            memory.donors = memory.listing = memory.listing or memory.donors
        elif span.opens:
            memory.listing = ()
        last = [gift for gift in memory.gifts[-4:] if gift.sentence == number - 1 and not gift.by_person]
        if not last or span.amounts or not actors:
            return
        where = (self._text, span.start, span.end, actors)
        if paying := payer(*where) or sender(*where):
            for gift in last:
                gift.donors = parties(paying)

    def _sentence(self, sentence: Sentence, actors: Sequence[Actor], number: int) -> None:
        memory = self._memory
        scene = Scene(self._article, self._part, self._text, sentence, actors, memory, number=number)
        if memory.whole and not any(clause.verbs for clause in sentence.clauses):
            scene.whole = memory.whole  # a list of shares, a line each
        if not scene.whole and (whole := shared_out(scene)):
            scene.whole, scene.ruled = whole, False
        for index in range(len(sentence.clauses)):
            self._clause(scene, index)
        memory.host = memory.host or _first_body(scene.subjects)
        verbs = any(clause.verbs for clause in sentence.clauses)
        groups = sorted(scene.subjects, key=lambda group: bool(group) and group[0].role == "tells")
        sources = _SOURCES.search(self._text, sentence.clauses[0].start, sentence.clauses[-1].end) is not None
        self._remember(groups, actors, acting=verbs, gave=_holder(scene) or _who_gave(scene), sources=sources)
        telling = [
            at for at, clause in enumerate(sentence.clauses) if clause.quantities or clause.amounts or clause.verbs
        ]
        counted = [receiver for at in telling for receiver in scene.receivers[at] if receiver.words]
        if counted:
            memory.receiver = max(counted, key=lambda r: (r.count is not None, r.start))
        memory.ruled = scene.ruled
        memory.whole = scene.whole
        memory.allots = allots_below(scene) or (memory.allots if sentence.clauses[-1].amounts else ())

    def _pass_over(self, span: SentenceSpan, actors: Sequence[Actor]) -> None:
        """Remembers what matters of a sentence without figures."""
        self._memory.whole = None
        self._memory.ruled = self._memory.ruled or figures.opens_rules(
            self._text, span.start, span.end, deeds=self._memory.deeds
        )
        if announces_list(self._text, span.start, span.end):
            self._memory.allots = acting_in(self._text, actors) or self._memory.donors
        if actors:
            verbs = any(True for _ in find_verbs(self._text, span.start, span.end))
            group = acting_in(self._text, actors)
            stirs = _STIRS.search(self._text, span.start, span.end) is not None
            headed = span.opens and span.end - span.start <= _HEADING and self._text[span.end : span.end + 1] == "\n"
            self._remember([group], actors, acting=verbs, gave=group if stirs or headed else ())

    def _remember(
        self,
        groups: Sequence[tuple[Actor, ...]],
        actors: Sequence[Actor],
        *,
        acting: bool,
        gave: tuple[Actor, ...] = (),
        sources: bool = False,
    ) -> None:
        """Keeps who acts in a sentence; those who ``gave`` whatever kind of body they are.

        Where the sentence tells out of whose ``sources`` the money comes, who holds it goes on giving.
        """
        memory = self._memory
        memory.host = memory.host or _first_body(groups)
        for group in () if sources else [gave, *groups] if gave else filter(None, groups):
            official = any(actor.type in ("trade_union", "government") for actor in group)
            gives = any(actor.gives for actor in group)
            if group and not acting and self._was_helped(group[0]):
                continue  # 机床厂工会主席说，这是雪中送炭
            if group and group[0].role == "tells" and any(g and g[0].role != "tells" for g in groups):
                continue
            if gave:
                memory.donors = group
                break
            if gives and (acting or official or not memory.donors):
                memory.donors = group
                break
        for actor in actors:
            if _SENDER.search(self._text[max(0, actor.start - 3) : actor.start]) and _SENT.match(self._text, actor.end):
                memory.donors = (actor,)  # 收到东山镇中学的一封信。信里夹着现金862元
        persons = [actor for actor in actors if actor.kind == "person"]
        pair = tuple(actor for actor in persons if actor.role != "to")
        acting_first = next((group for group in groups if group), ())
        memory.spoken = pair if len(pair) > 1 else acting_first or memory.spoken
        bank = next((actor for actor in reversed(actors) if is_bank(actor)), None)
        if bank and not (memory.bank and bank.name.startswith(memory.bank.name)):
            memory.bank = bank
        memory.person = persons[-1] if persons else memory.person

    def _was_helped(self, actor: Actor) -> bool:
        """True for a body to whose people the last gift went."""
        last = self._memory.gifts[-1] if self._memory.gifts else None
        house = actor.name.removesuffix("工会")
        return last is not None and any(party.name.startswith(house) for party in last.recipients)

    def _clause(self, scene: Scene, index: int) -> None:
        clause = scene.clauses[index]
        if (
            figures.opens_rules(self._text, clause.start, clause.end, deeds=self._memory.deeds)
            and not self._memory.roll
        ):
            scene.ruled = True
        scene.asked = scene.asked or figures.asks(self._text, clause.start, clause.end)
        tell_whole(scene, index)
        if clause.amounts or clause.quantities or clause.verbs:
            self._figures(scene, index)
        else:
            read_services(scene, index)  # most clauses; only of what is free they may tell without a figure

    def _figures(self, scene: Scene, index: int) -> None:
        clause = scene.clauses[index]
        if each_got(scene, index):
            return
        goods = find_goods(self._text, clause)
        if deal_by_name(scene, index, goods):
            return
        summed = not goods and sums_up(scene, index)
        if not goods and not summed:
            if deal_out(scene, index):
                return
            goods = find_unnamed(self._text, scene.clauses, index) or counted_so_far(scene, index)
        for amount in clause.amounts:
            read_sum(scene, index, amount)
        if read_tasks(scene, index):
            return
        read_goods(scene, index, goods)
        if goods or summed:
            read_services(scene, index)
            return
        if clause.amounts:
            beside_money(scene, index)
        else:
            read_unnumbered(scene, index)
        read_services(scene, index)


def _first_body(groups: Sequence[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """The first group of bodies of a kind that gives."""
    return next((g for g in groups if any(actor.gives and actor.kind == "organisation" for actor in g)), ())


def _who_gave(scene: Scene) -> tuple[Actor, ...]:
    """The acting group of the sentence that gave last in it; empty when none did."""
    last = scene.memory.gifts[-1] if scene.memory.gifts else None
    names = last.donor_names if last and last.sentence == scene.number else ()
    return next((group for group in reversed(scene.subjects) if any(actor.name in names for actor in group)), ())


def _holder(scene: Scene) -> tuple[Actor, ...]:
    """Who holds what the sentence says came in from others, and so spends it next: 红十字会收到87万元，其中…."""
    for at, clause in enumerate(scene.clauses if not scene.takers else ()):
        gets = bool(clause.amounts) and any(verb.kind == "receive" for verb in clause.verbs)
        told = gets and any(scene.words(later).startswith("其中") for later in range(at + 1, len(scene.clauses)))
        group = next((group for group in reversed(scene.subjects[: at + 1]) if group), ()) if told else ()
        if group and group[0].kind == "organisation":
            return group
    return scene.takers

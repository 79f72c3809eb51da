"""Who gives what a clause tells of: the subject of its verb, who hands it over, who acted before.

``Scene`` is one sentence with everything in it; what is here answers only who gives. Positions are those of the folded
text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from seeds.reading.facts.acting import earlier, is_bank, subjects_of
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.funding import bearer
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.meant import Meant
from seeds.reading.facts.receivers import Receiver
from seeds.reading.facts.statements import Clause, Verb
from seeds.reading.facts.unions_below import rank_of
from unionarchive.common.values import value

# 一、…, ●…: the items of a list go by who gives in its heading
ITEM = re.compile(r"[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]{1,2}）|\d{1,2}[.、](?!\d)|[●○◆◇■□▲△★☆①-⑳]")
_BORROWS = re.compile(
    rf"(?:{choice('handing.borrows')}){{0,4}}了?(?:借(?!用)|贷|(?:申请|争取)[^，。；\d]{{0,6}}(?:贷款|借款)|融资|赊)"
)
_CREDIT = re.compile("贷(?!款?贴息)|授信")
_IN_LOANS = re.compile(r"\d笔")  # 已发放19笔、6800万元
_CALLS = re.compile(f"的?(?:{choice('handing.calls')})")  # 接到指挥部的电话
_IS = re.compile("(?:是|有|含)[^，。；：由被]{0,14}$")
_LINE_OF = re.compile("(?:本级)?[拨捐给汇送]?来?的$")  # 第二行是市总工会本级的60万元
_GOT_FROM = re.compile(f"(?:{choice('handing.got_from')})了?$")
_HELPED_BY = re.compile(f"^的?(?:大力)?(?:{choice('handing.helped_by')})下")
_SOURCE = re.compile("来自(?:于)?$")
_RECEIVED_FROM = re.compile("收到|接收|接到|收下")

_AS_ONE = re.compile(f"^[^，]{{0,6}}(?:{choice('handing.as_one')})")
_LAST = 6  # gifts back in which a sentence may have told who got something


@value
class Governed:
    """A verb and the index of the clause it stands in."""

    verb: Verb | None
    clause: int


class _Receivers(Protocol):
    def __getitem__(self, index: int) -> tuple[Receiver, ...]: ...


class Givers(Meant):
    """What a sentence knows of who gives; ``Scene`` fills it in."""

    receivers: _Receivers
    number: int

    def donors(self, index: int, governed: Governed) -> tuple[Actor, ...]:
        """Who gives what clause ``index`` tells of; empty when the words do not say.

        Money that is lent comes from the bank among those who act together.
        """
        if paying := bearer(self.text, self.clauses, self.actors, index):
            return paying
        if lender := self._lender(index):
            return lender
        group = self._acting(index, governed)
        apart = {a for other in self.subjects if other and other[0] not in group for a in other}  # joined to others
        joined = [
            a for a in self.actors
            if group and a.role == "with" and group[-1].end < a.start < self.clauses[index].end and a not in apart
        ]  # fmt: skip
        gets = governed.verb is not None and governed.verb.kind == "receive"
        if joined and not gets and joined[0].kind == group[0].kind and self.named_here(group):
            group = (*group, *joined)
        words = self.words(index) if governed.clause == index else self.words(index) + self.words(governed.clause)
        loans = (
            _IN_LOANS.search(self.words(index)) and "贷" in self.text[self.clauses[0].start : self.clauses[index].end]
        )
        lends = bool(loans or (governed.verb and governed.verb.kind == "lend") or _CREDIT.search(words))
        if lends or (governed.verb and governed.verb.kind == "receive"):
            house = self.memory.bank
            banks = tuple(actor for actor in group if is_bank(actor))
            if house and banks and banks[0].name.startswith(house.name):
                return (house,)  # a department of the bank lends in its name
            lent = lends and not self.named_here(group)
            return banks or ((self.memory.bank,) if lent and self.memory.bank else group)
        return group

    def _lender(self, index: int) -> tuple[Actor, ...]:
        """Who is asked for what clause ``index`` says was borrowed: 向信用社借款500万元."""
        clause = self.clauses[index]
        for actor in self.actors:
            if clause.start < actor.start < clause.end and actor.role == "to" and actor.kind == "organisation":
                asked = self.text[actor.start - 1] in "向从找"
                lends = is_bank(actor) or not any(is_bank(other) for other in self.subjects[index])
                if asked and lends and _BORROWS.match(self.text, actor.end):
                    return (actor,)
        return ()

    def _acting(self, index: int, governed: Governed) -> tuple[Actor, ...]:
        verb = governed.verb
        clause = self.clauses[index]
        if "来自" in self.words(index):
            inside = [actor for actor in self.actors if clause.start < actor.start < clause.end]
            named = [actor for actor in inside if _SOURCE.search(self.text[clause.start : actor.start])]
            if named:
                return tuple(named[:1])
        if sender := self._came_from(index):
            return sender
        acts = governed.clause < index and any(actor.gives for actor in self.subjects[index])
        if source := (() if acts else self._handing(governed)) or self._of_own(index) or self._in_line(index):
            return source
        if meant := self.meant(index, governed.clause, governed.verb):
            return meant
        if verb and verb.kind == "receive":
            return self._sending(index, governed, verb)
        if later := self._after_verb(index, governed):
            return later
        if verb and (group := self._latest(governed.clause, verb.start)):
            return group
        if group := self.subjects[index]:
            return group
        return self._together(index, governed) or self._does(governed) or self._before(index, governed)

    def _came_from(self, index: int) -> tuple[Actor, ...]:
        """Who sent what the clause before says came from them: 一封来自甲市总工会，汇款50万元."""
        if not index or self.subjects[index] or self.clauses[index].lead != "，":
            return ()
        before = self.clauses[index - 1]
        sent = [actor for actor in self.actors if before.start < actor.start and actor.end == before.end]
        return tuple(a for a in sent[-1:] if _SOURCE.search(self.text, before.start, a.start))

    def _before(self, index: int, governed: Governed) -> tuple[Actor, ...]:
        """Who acted in a clause before, else in the sentence before."""
        for back_index in range(min(index, governed.clause) - 1, -1, -1):
            if self.clauses[back_index + 1].lead == "；" and ITEM.match(self.words(back_index + 1)):
                return self.memory.donors
            group = self.subjects[back_index]
            if any(actor.gives for actor in group) and not self._got(group):
                return group
        return self.memory.donors

    def _together(self, index: int, governed: Governed) -> tuple[Actor, ...]:
        """All who acted in the sentence where they are said to give as one: 总厂出20万元，厂工会出3万元，一并汇出."""
        at = min(index, governed.clause)
        if not _AS_ONE.search(self.words(at)) or self.clauses[at].lead == "；":
            return ()
        groups = [g for g in self.subjects[:at] if any(actor.gives for actor in g) and not self._got(g)]
        everybody = {actor.name: actor for group in groups for actor in group}
        return tuple(everybody.values()) if len(groups) > 1 else ()

    def _does(self, governed: Governed) -> tuple[Actor, ...]:
        """The person who does what the verb says: its clause opens with the name, or the clause before that."""
        verb, clause = governed.verb, self.clauses[governed.clause]
        if verb is None or verb.weak or verb.kind not in ("give", "waive"):
            return ()
        here = [actor for actor in self.actors if clause.start <= actor.start and actor.end <= verb.start]
        if here and here[0].kind == "person" and here[0].role == "subject" and here[0].type != "official":
            return tuple(actor for actor in here if actor is here[0] or actor.role == "with")
        before = [actor for actor in self.actors if actor.end <= clause.start]
        if here or not before or len(before) > 1 or before[0].kind != "person":
            return ()
        told = self.clauses[0]
        opens = before[0].end < told.end and before[0].role == "subject" and before[0].type != "official"
        return (before[0],) if opens and self.text[before[0].end] not in "家的" else ()

    def _got(self, group: Sequence[Actor]) -> bool:
        """True for those to whom a gift of this sentence went: they do not give what is told of next."""
        told = [gift for gift in self.memory.gifts[-_LAST:] if gift.sentence == self.number]
        takers = {party.name for gift in told for party in gift.recipients}
        return all(actor.name in takers for actor in group)

    def _sending(self, index: int, governed: Governed, verb: Verb) -> tuple[Actor, ...]:
        """Who gives what others are said to get; empty where someone got it from nobody who is named."""
        clause = self.clauses[index]
        source = tuple(
            actor for actor in self.actors
            if (verb.end <= actor.start <= verb.end + 1 and not _CALLS.match(self.text, actor.end))
                or self._is_source(clause, actor, verb)
        )  # fmt: skip
        takes = any(actor.kind == "organisation" for actor in self.subjects[governed.clause])
        if not source and takes and (sent := self._sent_before(governed.clause)):
            return sent
        if source or (_RECEIVED_FROM.match(verb.word) and (takes or not self._speaks_of_receivers(index))):
            return source
        back = [
            self.subjects[at]
            for at in range(governed.clause - 1, -1, -1)
            if self.subjects[at] and not any(v.kind == "receive" for v in self.clauses[at].verbs)
        ]
        givers = [group for group in back if any(actor.gives for actor in group)]
        return givers[0] if givers else self._above(self.subjects[governed.clause])

    def _after_verb(self, index: int, governed: Governed) -> tuple[Actor, ...]:
        """Who acts behind the clause of the verb, up to clause ``index``; empty where the verb stands in it."""
        if governed.clause != index and self.subjects[index]:
            return self.subjects[index]
        for at in range(index - 1, governed.clause, -1):
            group = self.subjects[at]
            if any(actor.gives for actor in group) and self.text[group[0].start - 1] not in "是有":
                return group
        return ()

    def _in_line(self, index: int) -> tuple[Actor, ...]:
        """The body whose sum a clause only names: 第二行是市总工会本级的60万元."""
        clause = self.clauses[index]
        for amount in clause.amounts[:1]:
            for actor in self.actors:
                if actor.start < amount.start and _IS.search(self.text, clause.start, actor.start):
                    rest = self.text[actor.end : amount.number]
                    return (actor,) if _LINE_OF.fullmatch(rest) else ()
        return ()

    def _above(self, takers: Sequence[Actor]) -> tuple[Actor, ...]:
        """Whom unions have it from that only fetch it: who gave last, else the article's first body, if above them."""
        ranks = [rank_of(actor.name) or 0 for actor in takers]
        lowest = min(ranks, default=0)
        for group in (self.memory.donors, self.memory.host):
            if any((rank_of(actor.name) or 4) < lowest for actor in group):
                return group
        return self.memory.donors

    def _sent_before(self, index: int) -> tuple[Actor, ...]:
        """Who sent what clause ``index`` says another received: …一次接一次汇款，红十字会收到的总额是600万元."""
        for back in range(index - 1, -1, -1):
            if any(verb.kind == "give" for verb in self.clauses[back].verbs):
                groups = [self.subjects[at] for at in range(back, -1, -1) if self.subjects[at]]
                return groups[0] if groups else ()
        return ()

    def _handing(self, governed: Governed) -> tuple[Actor, ...]:
        """Who hands over what another gets: 每人收到市总工会送来的3000元; 在市总工会的帮助下."""
        verb, clause = governed.verb, self.clauses[governed.clause]
        if verb is None:
            return ()
        for actor in self.actors:
            if actor.kind != "organisation" or actor.start >= verb.start:
                continue
            if (
                actor.end == verb.start
                and verb.kind in ("give", "allocate", "lend")
                and self.text[verb.end : verb.end + 1] == "的"
            ):
                return self._with_joined(actor)  # 运来市总工会捐赠的大米15吨
            close = clause.start <= actor.start and verb.start - actor.end <= 2 and verb.kind != "receive"
            if close and _GOT_FROM.search(self.text[clause.start : actor.start]):
                return (actor,)
            if verb.kind == "receive" and _HELPED_BY.match(self.text[actor.end : actor.end + 8]):
                return (actor,)
        return ()

    def _with_joined(self, actor: Actor) -> tuple[Actor, ...]:
        """``actor`` with the bodies that stand joined to it in front."""
        group = [actor]
        for other in reversed([a for a in self.actors if a.end <= actor.start and a.kind == actor.kind]):
            if self.text[other.end : group[0].start] not in ("、", "和", "与"):
                break
            group.insert(0, other)
        return tuple(group)

    def _is_source(self, clause: Clause, actor: Actor, verb: Verb) -> bool:
        """True for the bank in 从某银行拿到20万元."""
        inside = clause.start < actor.start and actor.end <= verb.start <= actor.end + 2
        return inside and self.text[actor.start - 1] == "从"

    def _speaks_of_receivers(self, index: int) -> bool:
        """True when the sentence has named people who get something, up to clause ``index``."""
        return any(self.receivers[at] for at in range(index + 1))

    def _latest(self, index: int, position: int) -> tuple[Actor, ...]:
        """The acting bodies before ``position``: of several givers with a sum each, the one after the last sum."""
        clause = self.clauses[index]
        figures_before = [amount.end for amount in clause.amounts if amount.end <= position]
        if figures_before:
            later = subjects_of(self.text, clause, [a for a in self.actors if a.start >= figures_before[-1]])
            if later and later[0].end <= position:
                return later
        return earlier(self.subjects[index], position)

    def named_here(self, donors: tuple[Actor, ...]) -> bool:
        """True when ``donors`` are named in this sentence."""
        return any(actor in self.actors for actor in donors)

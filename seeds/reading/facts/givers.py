"""Who gives what a clause tells of: the subject of its verb, who hands it over, who acted before.

``Scene`` is one sentence with everything in it; what is here answers only who gives. Positions are those of the folded
text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from seeds.reading.facts.acting import earlier, is_bank, subjects_of
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.funding import bearer
from seeds.reading.facts.memory import Memory
from seeds.reading.facts.receivers import Receiver
from seeds.reading.facts.statements import Clause, Verb
from seeds.reading.facts.unions_below import rank_of

_HE = re.compile(
    r"^[^，]{0,5}?(?<![给为帮对向替让请叫被])(?:他|她|老人|夫妇俩|两口子|老两口|这位[\u4e00-\u9fff]{2,5}|这对[\u4e00-\u9fff]{2,5}|老[党教职工]\S)(?![们家的]|父|母|妻|丈|儿|女)(?=[^，]{0,14}?(?:捐|掏|塞|拿出|把|资助|认下|认领|每天|送|垫|派|汇|寄|交|数出|凑|买|出[\u4e00-\u9fff]{0,3}\d|免|义务|煮|蒸|熬))"
)
# 把自己两个月的生活费捐了: whoever is spoken of gives, also an official
_OF_OWN = re.compile(
    "自己(?=[掏拿凑垫出攒织做]|的?(?:[\u4e00-\u9fff]{1,4}个?月|工资|奖金|积蓄|钱|生活费|养老金|零花|出租|\\d[\\d.]*[余多]?[万千]?[余多]?元))|自掏腰包"
)
_THEY = re.compile(
    "^[^，]{0,6}?(?<![给为帮对向替让请叫被把])(?:他们|她们|队员们|官兵们|战士们|师傅们|该队|这支[\u4e00-\u9fff]{0,4}队伍?)(?![的每手家])"
)
_LINE_OF = re.compile("(?:本级)?[拨捐给汇送]?来?的$")  # 第二行是市总工会本级的60万元
_GOT_FROM = re.compile("(?:收到|领到|接过|拿到|得到|获得|领取|收下|用|靠|拿着|凭)了?$")
_HELPED_BY = re.compile("^的?(?:大力)?(?:帮助|资助|支持|关心|帮扶|救助|关怀|援助)下")
_SOURCE = re.compile("来自(?:于)?$")
_RECEIVED_FROM = re.compile("收到|接收|接到|收下")


@dataclass(frozen=True, slots=True)
class Governed:
    """A verb and the index of the clause it stands in."""

    verb: Verb | None
    clause: int


class _Receivers(Protocol):
    def __getitem__(self, index: int) -> tuple[Receiver, ...]: ...


class Givers:
    """What a sentence knows of who gives; ``Scene`` fills it in."""

    text: str
    clauses: Sequence[Clause]
    actors: Sequence[Actor]
    memory: Memory
    subjects: list[tuple[Actor, ...]]
    receivers: _Receivers

    def words(self, index: int) -> str:
        """The words of the clause at ``index``."""
        return self.text[self.clauses[index].start : self.clauses[index].end]

    def donors(self, index: int, governed: Governed) -> tuple[Actor, ...]:
        """Who gives what clause ``index`` tells of; empty when the words do not say.

        Money that is lent comes from the bank among those who act together.
        """
        if paying := bearer(self.text, self.clauses, self.actors, index):
            return paying
        group = self._acting(index, governed)
        joined = [
            a for a in self.actors if group and a.role == "with" and group[-1].end < a.start < self.clauses[index].end
        ]
        gets = governed.verb is not None and governed.verb.kind == "receive"
        if joined and not gets and joined[0].kind == group[0].kind and self.named_here(group):
            group = (*group, *joined)
        lends = governed.verb is not None and governed.verb.kind == "lend"
        if lends or (governed.verb and governed.verb.kind == "receive") or "贷" in self.words(index):
            house = self.memory.bank
            banks = tuple(actor for actor in group if is_bank(actor))
            if house and banks and banks[0].name.startswith(house.name):
                return (house,)  # a department of the bank lends in its name
            lent = (lends or "贷" in self.words(index)) and not self.named_here(group)
            return banks or ((self.memory.bank,) if lent and self.memory.bank else group)
        return group

    def _acting(self, index: int, governed: Governed) -> tuple[Actor, ...]:
        verb = governed.verb
        clause = self.clauses[index]
        if "来自" in self.words(index):
            inside = [actor for actor in self.actors if clause.start < actor.start < clause.end]
            named = [actor for actor in inside if _SOURCE.search(self.text[clause.start : actor.start])]
            if named:
                return tuple(named[:1])
        if source := self._handing(governed) or self._of_own(index) or self._in_line(index):
            return source
        person = self._person(index)
        if person and any(_HE.match(self.words(at)) for at in {index, governed.clause}):
            return (person,)
        if self.memory.spoken and not (verb and verb.kind == "receive") and self._says_they(index, governed):
            return self.memory.spoken
        if verb and verb.kind == "receive":
            return self._sending(index, governed, verb)
        if governed.clause != index and self.subjects[index]:
            return self.subjects[index]
        if verb and (group := self._latest(governed.clause, verb.start)):
            return group
        if group := self.subjects[index]:
            return group
        for back_index in range(min(index, governed.clause) - 1, -1, -1):
            if any(actor.gives for actor in self.subjects[back_index]):
                return self.subjects[back_index]
        return self.memory.donors

    def _in_line(self, index: int) -> tuple[Actor, ...]:
        """The body whose sum a clause only names: 第二行是市总工会本级的60万元."""
        clause = self.clauses[index]
        for amount in clause.amounts[:1]:
            for actor in self.actors:
                if clause.start < actor.start < amount.start and self.text[actor.start - 1] in "是有含":
                    rest = self.text[actor.end : amount.number]
                    return (actor,) if _LINE_OF.fullmatch(rest) else ()
        return ()

    def _says_they(self, index: int, governed: Governed) -> bool:
        """True when those give who acted in the sentence before: 他们带去两台发电机."""
        first = min(index, governed.clause)
        if any(self.subjects[: index + 1]):
            return False
        return any(_THEY.match(self.words(at)) for at in range(first, index + 1))

    def _sending(self, index: int, governed: Governed, verb: Verb) -> tuple[Actor, ...]:
        """Who gives what others are said to get; empty where someone got it from nobody who is named."""
        clause = self.clauses[index]
        source = tuple(
            actor for actor in self.actors
            if verb.end <= actor.start <= verb.end + 1 or self._is_source(clause, actor, verb)
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

    def _above(self, takers: Sequence[Actor]) -> tuple[Actor, ...]:
        """Whom unions have it from that only fetch it: who gave last, else the article's first body, if above them."""
        ranks = [rank_of(actor.name) or 0 for actor in takers]
        lowest = min(ranks, default=0)
        for group in (self.memory.donors, self.memory.host):
            if any((rank_of(actor.name) or 4) < lowest for actor in group):
                return group
        return self.memory.donors

    def _of_own(self, index: int) -> tuple[Actor, ...]:
        """The person of the sentence who gives of what is their own; nobody where a body stands nearer."""
        for at in (index, index - 1):
            clause = self.clauses[at] if at >= 0 else None
            match = _OF_OWN.search(self.text, clause.start, clause.end) if clause else None
            if clause is None or match is None:
                continue
            before = [actor for actor in self.actors if actor.end <= match.start() and actor.role != "to"]
            here = [actor for actor in before if actor.start >= clause.start]
            persons = [actor for actor in (here or before) if actor.kind == "person"]
            if persons and not (here and here[-1].kind == "organisation"):
                return (persons[-1],)
        return ()

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
                and verb.kind in ("give", "allocate")
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

    def _person(self, index: int) -> Actor | None:
        """The person spoken of last before clause ``index``."""
        before = [a for a in self.actors if a.kind == "person" and a.start < self.clauses[index].start]
        return before[-1] if before else self.memory.person

    def named_here(self, donors: tuple[Actor, ...]) -> bool:
        """True when ``donors`` are named in this sentence."""
        return any(actor in self.actors for actor in donors)

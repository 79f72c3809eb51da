"""Whom a clause means without naming them: 他, 他们, 哥俩, whoever gives what is their own.

Answered from the persons and bodies of the sentence and of the one before. Positions are those of the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seeds.reading.facts.actors import Actor
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.memory import Memory
from seeds.reading.facts.statements import Clause, Verb

_HE = re.compile(
    rf"^[^，]{{0,5}}?(?<![给为帮对向替让请叫被])(?:{choice('people.the_one')}|这位[\u4e00-\u9fff]{{2,5}}|这对[\u4e00-\u9fff]{{2,5}}"
    rf"|老[党教职工]\S)(?![们家的]|父|母|妻|丈|儿|女)(?=[^，]{{0,14}}?(?:{choice('handing.gives_in_person')}"
    rf"|出[\u4e00-\u9fff]{{0,3}}\d|免|{choice('handing.serves_in_person')}|[运拉端挑背推带让添缝][来出给到了]))"
)
# 把自己两个月的生活费捐了: whoever is spoken of gives, also an official
_OF_OWN = re.compile(
    rf"自己(?=[掏拿凑垫出攒织做]|的?(?:[\u4e00-\u9fff]{{1,4}}个?月|{choice('money.savings', 'money.own_purse')}"
    r"|\d[\d.]*[余多]?[万千]?[余多]?元))|自掏腰包"
)
_IN_PERSON = re.compile(choice("money.savings", "people.in_person"))
_ONE = re.compile("^[^，]{0,3}?(?<![给为帮对向替让请叫被])[他她](?![们的家说父母妻丈儿女])")
_THEY = re.compile(
    rf"^[^，]{{0,6}}?(?<![给为帮对向替让请叫被把])(?:{choice('people.they')}|这支[\u4e00-\u9fff]{{0,4}}队伍?)(?![的每手家])"
)
_BOTH = re.compile(f"^[^，]{{0,6}}?(?<![给为帮对向替让请])(?:{choice('people.pairs')})")
_BACK = 2  # clauses
_HE_AND = re.compile(f"^[^，]{{0,6}}?[他她][和与同跟](?:{choice('people.kin')})?")


class Meant:
    """What a sentence knows of whom it means; ``Scene`` fills it in."""

    text: str
    clauses: Sequence[Clause]
    actors: Sequence[Actor]
    memory: Memory
    subjects: list[tuple[Actor, ...]]

    def words(self, index: int) -> str:
        """The words of the clause at ``index``."""
        return self.text[self.clauses[index].start : self.clauses[index].end]

    def meant(self, index: int, told: int, verb: Verb | None) -> tuple[Actor, ...]:
        """Those whom clause ``index``, or that of its verb at ``told``, says to give by 他 or 哥俩; else nobody."""
        if pair := self._pair(index, told):
            return pair
        person = self._person(index)
        if person and any(_HE.match(self.words(at)) for at in {index, told}):
            acts_for = person.type == "official" and not _IN_PERSON.search(self.words(index))
            return () if acts_for and self.memory.donors else (person,)
        gets = verb is not None and verb.kind == "receive"
        if person and person.type != "official" and verb and not gets and not verb.weak and self._speaks_of_one(index):
            return (person,)
        return () if gets or not self._says_they(max(index, told)) else self.memory.spoken

    def _pair(self, index: int, told: int) -> tuple[Actor, ...]:
        """The two persons told of last, where both give: 哥俩修好柴油机214台; 他和弟弟安世明摆渡了2600人次."""
        for at in sorted({index, told, *self._begun(index)}):
            clause = self.clauses[at]
            inside = [actor for actor in self.actors if clause.start <= actor.start < clause.end]
            joined = _HE_AND.match(self.words(at))
            first = self._person(at) if joined else None
            near = clause.start + joined.end() + 1 if joined else 0
            if first and inside and inside[0].kind == "person" and inside[0].start <= near:
                return (first, inside[0])
            here = [a for a in self.actors if a.kind == "person" and a.end <= clause.start and a.role != "to"]
            spoken = here if len(here) > 1 else [a for a in self.memory.spoken if a.kind == "person"]
            if _BOTH.match(self.words(at)) and not inside and len(spoken) > 1:
                return tuple(spoken[-2:])
        return ()

    def _begun(self, index: int) -> Iterator[int]:
        """The clauses in which what ``index`` tells of began: 两口子蹬着三轮车，把热豆浆送到堤上."""
        at = index
        while at and index - at < _BACK and self.clauses[at].lead == "，" and not self._names(at):
            at -= 1
            yield at

    def _names(self, index: int) -> bool:
        """True when somebody is named in clause ``index``, or a figure told."""
        clause = self.clauses[index]
        if index and (self.clauses[index - 1].amounts or self.clauses[index - 1].quantities):
            return True
        return any(clause.start <= actor.start < clause.end for actor in self.actors)

    def _speaks_of_one(self, index: int) -> bool:
        """True when the sentence began with 他 and nobody else has acted since: 她报了名，还捐出500元."""
        if any(self.subjects[: index + 1]):
            return False
        return any(_ONE.match(self.words(at)) for at in range(index))

    def _says_they(self, index: int) -> bool:
        """True when those give who acted in the sentence before: 他们带去两台发电机."""
        if any(self.subjects[: index + 1]):
            return False
        return any(_THEY.match(self.words(at)) for at in range(index + 1))

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

    def _person(self, index: int) -> Actor | None:
        """The person spoken of last before clause ``index``."""
        before = [a for a in self.actors if a.kind == "person" and a.start < self.clauses[index].start]
        return before[-1] if before else self.memory.person

"""Reads the sentences of one part for statements of aid: a figure, its verb, who gives, who gets.

The reader goes through the sentences in order and remembers who acted last, who was spoken of last and which day it
was, because the subject of a Chinese sentence often stands three clauses back or in the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from seeds.reading.drafts import DatedDraft, ItemDraft, PartyDraft
from seeds.reading.facts import figures, shares
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.amounts import Amount
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.goods import Goods, find_goods, find_taken, find_unnumbered, quantities_bound
from seeds.reading.facts.receivers import Receiver
from seeds.reading.facts.scene import Governed, Memory, Scene
from seeds.reading.facts.services import ITEMS, find_services
from seeds.reading.facts.statements import Clause, Sentence

_PART = re.compile(
    r"其中|从中|捐款中的|^包括|这笔资金中|上述资金中|(?:其余|余下|剩余|剩下)[^，。]{0,12}\d|当中|里头有|内含|^含[\u4e00-\u9fff]{0,12}\d"
)
_GATHERED = re.compile("(?:共|合计|总计|现场|当场)(?:收到|接收|募集|筹集|募得|收集)")
_NAME_ONLY = re.compile(r"[、和]?[\u4e00-\u9fff（）]{2,22}(?<![共计均约每各价值额达为])")
_EVERY = re.compile("每|人均|户均")
_POOLED = frozenset(["筹集", "筹措", "筹资", "凑出", "凑了", "凑来", "募集", "募得", "募捐", "捐款", "收到", "出资"])
_OF_IT = re.compile("从中|捐款中的")  # who hands on a part of what they got gives it
_SHARE_OF = re.compile(r"^(?:资金|款项|捐款)?中$")
_BUY = re.compile(r"^(?:认购|购买|购买了|采购|订购|买|买来|买回|买了|购置|添置)$")
_BOUGHT_FOR = re.compile("购置|添置|购买|采购|置办")
_TOTAL = re.compile(r"(?:合计|共计|总计|总额|两项合计|总共|一共|合计为)(?:达|为)?$")


class StatementReader:
    """Reads one part of one article; ``memory`` says who gives when no sentence before has named anybody."""

    def __init__(self, article: int, part: str, text: str, actors: Sequence[Actor], memory: Memory) -> None:
        self._article, self._part, self._text = article, part, text
        self._actors = actors
        self._memory = memory

    def read(self, sentences: Sequence[Sentence]) -> list[Gift]:
        """The statements of aid of ``sentences``, in the order of their figures."""
        at = 0
        for number, sentence in enumerate(sentences):
            upto = at
            while upto < len(self._actors) and self._actors[upto].start < sentence.end:
                upto += 1
            if sentence.opens:
                self._memory.ruled = self._memory.rules_only
            scene = Scene(self._text, sentence, self._actors[at:upto], self._memory, number=number)
            if self._memory.whole and not any(clause.verbs for clause in sentence.clauses):
                scene.whole = self._memory.whole  # a list of shares, a line each
            for index, clause in enumerate(sentence.clauses):
                self._clause(scene, index, clause)
            self._remember(scene)
            at = upto
        return self._memory.gifts

    def _remember(self, scene: Scene) -> None:
        memory = self._memory
        acting = any(clause.verbs for clause in scene.clauses)
        memory.host = memory.host or next((g for g in scene.subjects if any(actor.gives for actor in g)), ())
        for group in scene.subjects:
            official = any(actor.type in ("trade_union", "government") for actor in group)
            gives = any(actor.gives and actor.kind == "organisation" for actor in group)
            if gives and (acting or official or not memory.donors):
                memory.donors = group
                break
        counted = [receiver for group in scene.receivers for receiver in group if receiver.words]
        if counted:
            memory.receiver = max(counted, key=lambda r: (r.count is not None, r.start))
        persons = [actor for actor in scene.actors if actor.kind == "person"]
        memory.topic = next((a for a in reversed(scene.actors) if a.role != "with"), memory.topic)
        memory.person = persons[-1] if persons else memory.person
        memory.ruled = scene.ruled
        memory.whole = scene.whole

    def _clause(self, scene: Scene, index: int, clause: Clause) -> None:
        if figures.opens_rules(self._text, clause.start, clause.end):
            scene.ruled = True
        scene.asked = scene.asked or figures.asks(self._text, clause.start, clause.end)
        if _PART.search(scene.words(index)) and self._memory.gifts and not scene.takers:
            money = [gift for gift in self._memory.gifts[-3:] if gift.amount is not None]
            scene.whole = scene.whole or (money or self._memory.gifts)[-1]
        elif _PART.search(scene.words(index)) and not scene.takers:
            scene.shared = True
        elif scene.whole and clause.verbs and (clause.lead == "；" or not clause.amounts):
            scene.whole = None
        if not scene.whole and not scene.takers:
            scene.whole = self._listed_under(scene, clause)
        goods = find_goods(self._text, clause)
        for amount in clause.amounts:
            self._money(scene, index, clause, amount)
        self._goods(scene, index, clause, goods)
        if not goods and self._sums_up(scene, clause):
            return
        if not goods and not clause.amounts:
            self._unnumbered(scene, index, clause)
        elif not goods:
            self._beside_money(scene, index, clause)
        self._services(scene, index, clause)

    # -- sums ---------------------------------------------------------------------------------------------------

    def _money(self, scene: Scene, index: int, clause: Clause, amount: Amount) -> None:
        text, memory = self._text, self._memory
        rate = figures.rate_of(text, clause, amount)
        kinds = None
        if figures.is_value(text, amount):
            if self._hangs_on_goods(scene, amount, rate):
                return
            kinds = re.search(r"([\u4e00-\u9fff]{2}款物)[\u4e00-\u9fff]{2,6}$", text[clause.start : amount.number])
            if text[amount.end : amount.end + 1] == "的" and any(
                goods.end > amount.end for goods in find_goods(text, clause)
            ):
                scene.worth = amount
                return
        if _SHARE_OF.match(text[amount.end : clause.end]):
            scene.whole = next(
                (g for g in memory.gifts if g.article == self._article and g.amount == amount.value), None
            )
            scene.shared = True
            return
        if rate.unit and self._priced(scene, amount, rate):
            return
        governed = scene.verb(index, amount.start, amount.end)
        noun = figures.money_noun_near(text, clause, amount)
        if not governed.verb and not noun and not scene.whole:
            return
        if figures.is_other(text, clause, amount, governed.verb) or self._funds(scene, clause, amount):
            return
        receiver = scene.receiver(index, governed, amount.start, unit=rate.unit)
        counted = bool(receiver and receiver.count and scene.clauses[0].start <= receiver.start)
        if figures.is_rule(text, clause, amount, rate, counted=counted, ruled=scene.ruled):
            return
        for gift in self._gifts(scene, index, clause, governed, receiver, amount):
            gift.form = "credit" if figures.is_credit(text, clause, amount, governed.verb) else gift.form
            gift.bound, gift.words, gift.purpose = amount.bound, amount.words, noun
            gift.recurring = rate.recurring
            if rate.recurring and gift.basis == "cumulative":
                gift.basis = "single"
            gift.is_total = bool(_TOTAL.search(text[clause.start : amount.number]))
            if not gift.part_of and not rate.unit:
                self._maybe_part(scene, clause, governed, gift, amount)
            if rate.unit or gift.rate_unit:
                gift.rate, gift.rate_unit = amount.value, rate.unit or gift.rate_unit
            else:
                gift.amount = amount.value
            self._worth_of(gift, clause, amount)
            if kinds:  # 救灾款物折合312.6万元 is money and goods in one
                gift.form, gift.goods = (
                    "goods",
                    (Goods(ItemDraft(kinds[1], None, None), "exact", amount.start, amount.end),),
                )
            memory.gifts.append(gift)

    def _gifts(
        self, scene: Scene, index: int, clause: Clause, governed: Governed, receiver: Receiver | None, amount: Amount
    ) -> list[Gift]:
        """The gift that ``amount`` makes, or several where it is told of several bodies at once."""
        whole = scene.whole
        group = shares.each_of(self._text, clause, amount, scene.actors)
        last = self._memory.gifts[-1] if self._memory.gifts else None
        if group and not clause.verbs and not whole and last and last.sentence == scene.number:
            whole = last
        if scene.takers and not clause.verbs:
            return self._from_each(scene, index, clause, amount)
        if whole and not clause.verbs:
            named = [(actor,) for actor in group] or [None]
            return [self._share(scene, index, clause, whole, amount, only) for only in named]
        gift = self._gift(scene, index, clause, governed, receiver, amount.start, amount.end)
        if gift is None:
            if governed.verb and governed.verb.kind == "receive":
                scene.takers = scene.subjects[governed.clause]
            return []
        if len(group) > 1 and group[0].role == "subject" and governed.verb and governed.verb.kind != "receive":
            return [replace(gift, donors=_parties([actor])) for actor in group]
        at = shares.respective(self._text, clause, amount, scene.donors(index, governed))
        if at is not None:
            return [replace(gift, donors=gift.donors[at : at + 1])] if at < len(gift.donors) else []
        if shares.says_each(self._text, clause, amount) and receiver and receiver.count:
            gift.rate_unit = receiver.unit
        return [gift]

    def _funds(self, scene: Scene, clause: Clause, amount: Amount) -> bool:
        """True when the sum is the capital of a fund or a share of money told of before: 本金…, 这笔钱里有…."""
        before = self._text[scene.clauses[0].start : amount.start]
        paid_in = re.search("本金|资金池|基金规模", before) and re.search("出资|投入|注入|注资", before[-30:])
        return bool(paid_in or re.search(r"这[笔些](?:钱|款|捐款)[里中]", before))

    def _listed_under(self, scene: Scene, clause: Clause) -> Gift | None:
        """The sum that the clause shares out without a verb: …90万元：平江县40万元，华容县30万元."""
        last = next((g for g in reversed(self._memory.gifts[-12:]) if g.basis != "part"), None)
        if (
            clause.verbs
            or not clause.amounts
            or _EVERY.search(scene.words(scene.sentence_index(clause)))
            or not last
            or last.amount is None
            or last.sentence != scene.number
        ):
            return None
        start = clause.start
        for amount in clause.amounts:
            if amount.value >= last.amount or not _NAME_ONLY.fullmatch(self._text[start : amount.start]):
                return None
            start = amount.end
        return last

    def _maybe_part(self, scene: Scene, clause: Clause, governed: Governed, gift: Gift, amount: Amount) -> None:
        """Makes the gift a part of the one before when its words share that out without saying 其中.

        下拨300万元，甲县总工会领到50万元; 拨款200万元，120万元用于…; 下拨300万元，拨给甲县总工会50万元.
        """
        whole = next((g for g in reversed(self._memory.gifts[-8:]) if g.basis != "part"), None)
        if whole is None or whole.amount is None or whole.amount <= amount.value or whole.form != gift.form:
            return
        if scene.number - whole.sentence > 1 or whole.donor_names != gift.donor_names:
            return
        takes = governed.verb is not None and governed.verb.kind == "receive" and bool(gift.recipients)
        here = whole.sentence == scene.number and not scene.subjects[scene.sentence_index(clause)]
        used = (
            here
            and re.match(r"(?:约|近)?$", self._text[clause.start : amount.number])
            and bool(
                re.match(
                    r"(?:资金)?(?:专门|定向|直接|将)?(?:用于|用来|补助|发给|拨给)", self._text[amount.end : clause.end]
                )
            )
        )
        handed_on = (
            here and not whole.recipients and governed.verb is not None and governed.verb.kind == "allocate"
            and any(party.kind == "organisation" for party in gift.recipients)
        )  # fmt: skip
        if takes or used or handed_on:
            gift.basis, gift.part_of = "part", whole

    def _from_each(self, scene: Scene, index: int, clause: Clause, amount: Amount) -> list[Gift]:
        """The gift of one giver named after the sum received: 收到捐款…，其中江西省总工会60万元."""
        givers = [actor for actor in scene.actors if clause.start <= actor.start < amount.start]
        if not givers:
            return []
        return [
            Gift(
                self._article,
                self._part,
                clause.start,
                amount.end,
                scene.number,
                index,
                "cash",
                "disbursed",
                _parties(givers),
                _parties(scene.takers),
            )  # fmt: skip
        ]

    def _priced(self, scene: Scene, amount: Amount, rate: figures.Rate) -> bool:
        """True when the sum is the price of goods just named: 防暑包1460份，每份80元."""
        last = self._memory.gifts[-1] if self._memory.gifts else None
        if not last or last.sentence != scene.number or last.form != "goods" or last.rate is not None:
            return False
        if not any(goods.item.unit == rate.unit for goods in last.goods):
            return False
        last.rate, last.rate_unit, last.bound, last.words, last.end = (
            amount.value, rate.unit, amount.bound, amount.words, amount.end,
        )  # fmt: skip
        return True

    def _share(
        self, scene: Scene, index: int, clause: Clause, whole: Gift, amount: Amount, only: tuple[Actor, ...] | None
    ) -> Gift:
        """A part of the whole before it: 其中卫辉市总工会60万元."""
        named = only or tuple(a for a in scene.actors if clause.start <= a.start < amount.start)
        previous = [other.end for other in clause.amounts if other.end <= amount.start]
        words = self._text[max([clause.start, *previous]) : amount.start]
        words = re.sub(r"^(?:其中|从中|、|，)+|[、约近各共达为]+$", "", words)
        recipients: tuple[PartyDraft, ...] = tuple(
            PartyDraft(a.name, a.kind) for a in named if a.start >= max([0, *previous])
        )
        if not recipients and 2 <= len(words) <= 12 and not figures.names_money(words) and not re.search(r"\d", words):
            recipients = (PartyDraft(words, "group"),)
        gift = Gift(
            self._article, self._part, clause.start, amount.end, scene.number, index, whole.form, whole.status,
            whole.donors, recipients, basis="part", part_of=whole, date=whole.date, verb=whole.verb,
        )  # fmt: skip
        if whole.verb in _POOLED and named:  # who pooled the sum, not who shares it
            gift.donors, gift.recipients = _parties(named), whole.recipients
        counted = next((r for r in scene.receivers[index] if r.count), None)
        if counted:
            gift.count, gift.count_unit = counted.count, counted.unit
        return gift

    def _hangs_on_goods(self, scene: Scene, amount: Amount, rate: figures.Rate) -> bool:
        """True when the sum says what the goods before it are worth; it is then theirs."""
        last = self._memory.gifts[-1] if self._memory.gifts else None
        if self._text[amount.end : amount.end + 1] == "的":
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
            return True
        return bool(rate.unit)

    def _worth_of(self, gift: Gift, clause: Clause, amount: Amount) -> None:
        """Makes the gift one of goods where the sum is only their worth: 60元水果券, 价值120元的生活包, 200元话费."""
        after = amount.end + (self._text[amount.end : amount.end + 1] == "的")
        items = find_unnumbered(self._text, after, clause.end)
        verbs = [verb for verb in clause.verbs if after <= verb.start < after + 4]
        if items and not verbs and items[0].start == after and items[0].item.item not in ("现金", "善款"):
            gift.goods = items[:1]
            gift.form = "service" if ITEMS.search(items[0].item.item) else "goods"
            gift.end = max(gift.end, items[0].end)
            gift.status = "disbursed" if gift.status == "committed" else gift.status

    # -- goods and services -------------------------------------------------------------------------------------

    def _goods(self, scene: Scene, index: int, clause: Clause, goods: Sequence[Goods]) -> None:
        groups: list[list[Goods]] = []
        for item in goods:
            if groups and not any(groups[-1][-1].end <= verb.start < item.start for verb in clause.verbs):
                groups[-1].append(item)
            else:
                groups.append([item])
        for group in groups:
            self._goods_group(scene, index, clause, group)

    def _goods_group(self, scene: Scene, index: int, clause: Clause, group: list[Goods]) -> None:
        memory = self._memory
        governed = scene.verb(index, group[0].start, group[-1].end)
        verb = governed.verb
        last = memory.gifts[-1] if memory.gifts else None
        if scene.ruled or scene.asked or not verb:
            return
        goes_on = last and last.sentence == scene.number and last.form == "goods" and not scene.subjects[index]
        if last and goes_on and (last.verb == verb.word or not clause.verbs) and index - last.clause <= 1:
            last.goods = (*last.goods, *group)
            last.end, last.clause = group[-1].end, index
            return
        if not self._changes_hands(scene, index, governed, last):
            return
        bought = bool(_BUY.match(verb.word)) and index + 1 < len(scene.clauses) and bool(scene.receivers[index + 1])
        receiver = (
            scene.receivers[index + 1][0]
            if bought
            else scene.receiver(
                index, governed, group[0].start, unit=figures.head_unit(self._text, clause, group[0].start)
            )
        )
        gift = self._gift(scene, index, clause, governed, receiver, group[0].start, group[-1].end)
        if gift:
            gift.form, gift.goods, gift.bound = "goods", tuple(group), quantities_bound(group)
            if scene.worth:
                gift.amount, gift.bound, gift.words = scene.worth.value, scene.worth.bound, scene.worth.words
                scene.worth = None
            if all(ITEMS.search(goods.item.item) for goods in group):
                gift.form = "service"
            gift.status = "disbursed" if gift.status == "committed" else gift.status
            if re.search("每天|每日", self._text[clause.start : group[0].start]):
                gift.recurring = "day"
            self._bought(scene, index, gift, last)
            memory.gifts.append(gift)

    def _changes_hands(self, scene: Scene, index: int, governed: Governed, last: Gift | None) -> bool:
        """True when goods are given: a verb of giving in their clause, or words of handing over close by."""
        assert governed.verb is not None
        if _BUY.match(governed.verb.word):
            spent = last is not None and last.sentence == scene.number and last.amount is not None
            return spent or scene.handed_over(index) or bool(re.search("[为给]", scene.words(index)))
        if governed.verb.weak and not (
            any(r.marked for r in scene.receivers[index]) or re.search("[为给向对将]", scene.words(index)) or scene.handed_over(index)
        ):  # fmt: skip
            return False
        return governed.clause == index or scene.handed_over(index) or self.clauses_join(scene, index, governed)

    def clauses_join(self, scene: Scene, index: int, governed: Governed) -> bool:
        """True when the goods' clause has no actor of its own and follows right on the verb's."""
        return governed.clause == index - 1 and not scene.subjects[index]

    def _bought(self, scene: Scene, index: int, gift: Gift, last: Gift | None) -> None:
        """Joins 投入4.3万元 to the goods that it bought for somebody in the same sentence."""
        if (
            last and last.sentence == scene.number and last.form == "cash" and last.amount is not None
            and _BOUGHT_FOR.search(gift.verb) and re.search("[为给]", scene.words(index)) and not last.goods
        ):  # fmt: skip
            gift.amount, gift.bound, gift.words, gift.start = last.amount, last.bound, last.words, last.start
            self._memory.gifts.pop()

    def _sums_up(self, scene: Scene, clause: Clause) -> bool:
        """True when the clause sums up goods given one by one: 每人一只应急包，共1100只; the sum is then theirs."""
        last = self._memory.gifts[-1] if self._memory.gifts else None
        if not last or last.sentence != scene.number or not last.goods or len(clause.quantities) != 1:
            return False
        quantity, goods = clause.quantities[0], last.goods[-1]
        alone = re.fullmatch("(?:一?共|共计|总计|合计|总共)", self._text[clause.start : quantity.start])
        if not alone or goods.item.unit != quantity.unit:
            return False
        item = replace(goods.item, quantity=quantity.value)
        last.goods = (*last.goods[:-1], replace(goods, item=item))
        last.count, last.count_unit, last.end = None, None, quantity.end
        return True

    def _unnumbered(self, scene: Scene, index: int, clause: Clause) -> None:
        """Goods without a quantity count when the words say how many people got them."""
        for verb in clause.verbs:
            if verb.kind not in ("give", "receive") or scene.ruled or scene.asked:
                continue
            items = find_unnumbered(self._text, verb.end, clause.end) or find_taken(
                self._text, clause.start, verb.start
            )
            governed = Governed(verb, index)
            receiver = scene.receiver(index, governed, verb.start, unit=None)
            last = self._memory.gifts[-1] if self._memory.gifts else None
            spent = bool(
                last and last.sentence == scene.number and last.amount is not None and last.form == "cash"
                and index - last.clause == 1
                and _BOUGHT_FOR.search(verb.word) and re.search("[为给]", scene.words(index))
            )  # fmt: skip
            if items and ((receiver and receiver.count) or spent) and self._changes_hands(scene, index, governed, last):
                self._append_unnumbered(scene, index, clause, governed, receiver, items)
                return

    def _beside_money(self, scene: Scene, index: int, clause: Clause) -> None:
        """Goods that stand beside a sum: 送上800元慰问金和手套、雨衣等用品."""
        match = re.compile(r"元[\u4e00-\u9fff]{0,4}(?:以及|和|及|、)").search(
            self._text, clause.amounts[-1].end - 1, clause.end
        )
        last = self._memory.gifts[-1] if self._memory.gifts else None
        if not match or not last or last.sentence != scene.number or not last.count:
            return
        items = find_unnumbered(self._text, match.end(), clause.end)
        if items:
            beside = replace(last, form="goods", goods=items, amount=None, rate=None, rate_unit=None, end=items[-1].end)
            beside.bound, beside.evidence, beside.doubts, beside.purpose, beside.words = "exact", [], set(), "", ""
            self._memory.gifts.append(beside)

    def _append_unnumbered(
        self, scene: Scene, index: int, clause: Clause, governed: Governed, receiver: Receiver, items: tuple[Goods, ...]
    ) -> None:
        gift = self._gift(scene, index, clause, governed, receiver, items[0].start, items[-1].end)
        if gift:
            last = self._memory.gifts[-1] if self._memory.gifts else None
            gift.form, gift.goods = "goods", items
            gift.bound = receiver.bound if receiver else "exact"
            gift.status = "disbursed" if gift.status == "committed" else gift.status
            self._bought(scene, index, gift, last)
            self._memory.gifts.append(gift)

    def _services(self, scene: Scene, index: int, clause: Clause) -> None:
        if scene.ruled or scene.asked:
            return
        for service in find_services(self._text, clause):
            governed = scene.verb(index, service.start, service.end)
            receiver = scene.receiver(index, governed, service.start, unit=None)
            count, unit = service.count, service.unit
            if count is None and receiver:
                count, unit = receiver.count, receiver.unit
            last = self._memory.gifts[-1] if self._memory.gifts else None
            paid = last and last.sentence == scene.number and last.form == "cash" and not scene.subjects[index]
            if not count or (paid and unit != "人次"):
                continue
            gift = self._gift(scene, index, clause, governed, receiver, service.start, service.end)
            if gift:
                gift.form, gift.goods = "service", (service.goods,)
                gift.bound = receiver.bound if receiver and service.count is None else "exact"
                gift.count, gift.count_unit = count, unit
                gift.status = "disbursed" if gift.status == "committed" else gift.status
                if unit == "人次":
                    gift.basis = "cumulative" if gift.basis == "single" else gift.basis
                self._memory.gifts.append(gift)

    # -- what every gift has --------------------------------------------------------------------------------------

    def _gift(
        self, scene: Scene, index: int, clause: Clause, governed: Governed, receiver: Receiver | None,
        start: int, end: int,
    ) -> Gift | None:  # fmt: skip
        donors = scene.donors(index, governed)
        gathers = _GATHERED.search(self._text[clause.start : start]) is not None and not scene.subjects[index]
        if not donors and gathers:
            donors = self._memory.host
        whole = scene.whole
        takes = governed.verb is not None and governed.verb.kind == "receive"
        if whole and (not scene.subjects[index] or takes) and not _OF_IT.search(self._text[clause.start : start]):
            parties: tuple[PartyDraft, ...] = whole.donors
        else:
            parties = _parties(donors)
        if not parties:
            return None
        first = scene.clauses[min(index, governed.clause)]
        gift = Gift(
            self._article, self._part, min(first.start, start), end, scene.number, index, "cash",
            scene.status(index, governed), parties, _receivers(receiver),
        )  # fmt: skip
        if takes and not gift.recipients:
            gift.recipients = _parties(scene.subjects[governed.clause])
        gift.verb = governed.verb.word if governed.verb else ""
        gift.count, gift.count_unit = (receiver.count, receiver.unit) if receiver else (None, None)
        gift.gathers = gathers
        gift.inherits_donors = not scene.named_here(donors)
        gift.basis = "cumulative" if scene.is_cumulative(index, governed, end) else self._memory.default_basis
        gift.date = scene.date(index) or self._memory.default_date
        if scene.shared and not whole:
            gift.basis = "part"  # of a sum that the page tells of without a giver
        if whole:
            gift.basis, gift.part_of = "part", whole
            gift.recipients = gift.recipients or whole.recipients
            gift.date = gift.date or whole.date
            if not scene.subjects[index] and (governed.verb is None or governed.verb.weak):
                gift.status, gift.form = whole.status, whole.form
        return gift


def _parties(actors: Sequence[Actor]) -> tuple[PartyDraft, ...]:
    names: dict[str, PartyDraft] = {actor.name: PartyDraft(actor.name, actor.kind) for actor in actors}
    return tuple(names.values())


def _receivers(receiver: Receiver | None) -> tuple[PartyDraft, ...]:
    if receiver is None:
        return ()
    if receiver.names:
        return tuple(PartyDraft(name, "organisation") for name in dict.fromkeys(receiver.names))
    return (PartyDraft(receiver.words, "group"),) if receiver.words else ()


def list_memory(text: str, headline: str, date: DatedDraft | None, donors: tuple[Actor, ...]) -> Memory:
    """The memory that an article starts with: a list of figures counts up to a day, rules promise and give nothing."""
    memory = Memory(donors=donors)
    memory.rules_only = bool(re.search(r"要点|标准|怎么发|细则|办法|规定|解读", headline)) and "金" not in headline
    if re.search("数说|数字|账本|台账|账单|数读", headline) or re.match(r"[（]?截至", text):
        memory.default_basis, memory.default_date = "cumulative", date
    return memory

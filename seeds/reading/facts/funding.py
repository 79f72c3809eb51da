"""Who pays for what another is told of: …，由厂里支付; 资金由集团与慈善总会各承担一半; sums of several givers in one.

Asked by the reader of sentences when it knows who acts. Positions are those of the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from seeds.reading.drafts import PartyDraft
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.amounts import Amount
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.statements import Clause, Verb

_BORNE = re.compile(
    f"(?:全|均|都|一律|先|仍)?由(?P<who>[^，。；：]{{2,40}}?)(?:{choice('handing.shared')})*"
    rf"(?:{choice('handing.bears')}|出(?![\u4e00-\u9fff]))"
)
# What costs beside the gift: who pays that does not give it.
_BESIDE = re.compile(choice("money.side_costs"))
_COSTS = re.compile(f"{choice('money.priced')}|每")
_FUNDED = re.compile(
    f"(?:这|上述|所需|全部|该|两|三|各)?[笔项]?(?:全部|所需)?(?:的)?(?:{choice('money.told_of')}|开支|补贴)"
)
# 汇款的是苏州市总工会: who it was that gave what has just been told of
_WAS = re.compile(
    "(?:这[笔批些][^，。]{0,6})?(?:汇款|捐款|捐赠|寄[钱款来]|送[钱货水来]|出[钱资]|掏钱|来)(?:来|去)?(?:的|人|者|单位)(?:正|就|便)?(?:是|叫)"
)
_FEE = re.compile("(?P<what>[\u4e00-\u9fff]{2})费(?:用)?(?:则|都|也|全部)?$")
_LONGEST_FEE = 8
_FAR = 4  # clauses behind the figure in which who pays is told
_POOLED = re.compile(choice("handing.pooled"))
_PUTS_IN = re.compile(f"[也又则各]?(?:出资?|拿出?|捐款?|捐出|拨款?|{choice('handing.puts_in')})了?")
# …的400万元和市总本级的220万元
_OF_ITS = re.compile(f"(?:{choice('money.of_own')})?的(?:捐款|善款|资金)?")
_JOINS = re.compile("(?:和|与|及|以及|、|加上|连同)$")
_MOST = 4  # sums that are told of as one


def bearer(text: str, clauses: Sequence[Clause], actors: Sequence[Actor], index: int) -> tuple[Actor, ...]:
    """Who is said to pay for what clause ``index`` tells of, in a clause behind it without a figure of its own."""
    for clause in clauses[index + 1 : index + _FAR]:
        if clause.lead == "；" or (clause.amounts and (clause.verbs or not _COSTS.match(text, clause.start))):
            return ()
        match = _BORNE.search(text, clause.start, clause.end)
        if match:
            costs = _BESIDE.search(text, clause.start, match.start()) or _other_cost(text, clauses, index, match)
            return () if costs else _within(actors, match)
    return ()


def _other_cost(text: str, clauses: Sequence[Clause], index: int, match: re.Match[str]) -> bool:
    """True when a fee of its own name is paid, which the words of clause ``index`` do not tell of: 核酸检测费由…."""
    told = text[clauses[0].start : clauses[index].end]
    if "贷" in told:
        return True  # what is paid beside a loan is not lent
    fee = _FEE.search(text, match.start() - _LONGEST_FEE, match.start())
    return fee is not None and fee["what"] not in told


def payer(text: str, start: int, end: int, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Who pays, where the sentence at ``start``–``end`` says it of the money told of before: 资金由…承担."""
    opens = _FUNDED.match(text, start)
    match = _BORNE.match(text, opens.end(), end) if opens else None
    return _within(actors, match) if match else ()


def sender(text: str, start: int, end: int, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Who the sentence at ``start``–``end`` says it was that gave what the one before tells of: 汇款的是….

    Empty when it says no more than who was there.
    """
    match = _WAS.match(text, start, end)
    return tuple(actor for actor in actors if match and actor.start == match.end())


def _within(actors: Sequence[Actor], match: re.Match[str]) -> tuple[Actor, ...]:
    start, end = match.span("who")
    return tuple(actor for actor in actors if start <= actor.start and actor.end <= end)


def pooled(text: str, start: int, amount: Amount, gifts: Sequence[Gift], number: int) -> tuple[PartyDraft, ...]:
    """The givers of the last sums that ``amount`` adds up, told of in the sentence ``number`` or before: 两笔钱合成….

    Empty when the words from ``start`` do not say that they are one, or the sums do not add up.
    """
    if not _POOLED.search(text, start, amount.number):
        return ()
    rest, givers = amount.value, dict[str, PartyDraft]()
    for gift in reversed(gifts[-_MOST:]):
        if gift.amount is None or gift.basis == "part" or number - gift.sentence > 1:
            return ()
        rest -= gift.amount
        givers = {party.name: party for party in gift.donors} | givers
        if rest <= 0:
            return tuple(givers.values()) if rest == 0 and len(givers) > 1 else ()
    return ()


def named_before(clause: Clause, text: str, actors: Sequence[Actor], amount: Amount, verb: Verb | None) -> Actor | None:
    """The one whose name stands between the sum before and ``amount``: 收到甲50万元、乙20万元; 甲出60万元、乙出40万."""
    previous = [other.end for other in clause.amounts if other.end <= amount.start]
    if not previous:
        return None
    gets = verb is not None and verb.kind == "receive" and verb.start < previous[-1]
    inside = [actor for actor in actors if previous[-1] <= actor.start and actor.end <= amount.start]
    if len(inside) != 1:
        return None
    words = text[inside[0].end : amount.start]
    joined = _OF_ITS.fullmatch(words) and _JOINS.search(text, previous[-1], inside[0].start)
    told = gets if not words else inside[0].role != "to" and (joined or _PUTS_IN.fullmatch(words))
    return inside[0] if told else None


def told_next(clause: Clause, text: str, amount: Amount, group: Sequence[Actor]) -> bool:
    """True when ``group`` stands behind ``amount`` and before the next sum, theirs: 到账的100万元以及甲的80万元."""
    behind = [other.start for other in clause.amounts if other.start > amount.end]
    if not behind or not group or not amount.end <= group[0].start < behind[0]:
        return False
    return re.fullmatch("(?:以及|和|与|及|、|连同|加上|外加|再加)", text[amount.end : group[0].start]) is not None

"""Money on its way: what unions and offices hand down to those below them, who will give it out, is committed.

Works on the gifts of one text and changes them in place. Positions are those of the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.lexicon import choice

_ABOVE = re.compile(f"(?:{choice('bodies.above')})$")
_BELOW = re.compile(f"(?:{choice('bodies.below')})$")
_DOWN = re.compile(
    rf"分给|分到(?!户)|{choice('handing.passes_down')}|下拨(?:到|给|至)?(?:各|受灾|[两三四五六七八九十\d]+个)|划到各|划给|分账|(?:作了|进行了?|重新)分配"
    f"|{choice('handing.deals_down')}|(?<!收)留给"
)
_GIVES = re.compile(f"到账|账上|账户|领到|领取|手[里中]|交[给到]|{choice('handing.gives_out')}")
_SENTENCE = "。！？\n"


def keep_committed(text: str, gifts: Sequence[Gift]) -> None:
    """Makes committed what the words of its sentence hand down to lower bodies: 分给石壕、打通两镇工会各6万元."""
    for at, gift in enumerate(gifts):
        if gift.status != "disbursed" or gift.form != "cash" or not _between_bodies(gift):
            continue
        others = [other.end for other in gifts[max(0, at - 4) : at] if other.donor_names != gift.donor_names]
        begin = max([*(text.rfind(mark, 0, gift.start) + 1 for mark in _SENTENCE), *others])
        whole = gift.part_of
        if whole is not None and whole.donor_names == gift.donor_names and whole.sentence < gift.sentence:
            continue  # a share of what is in hand as a whole
        ends = [place for mark in "。！？；\n" if (place := text.find(mark, gift.end)) >= 0]
        clause = max(text.rfind(mark, begin, gift.end) for mark in "，；：") + 1
        stop = min(ends, default=len(text))
        after = min([place for mark in "，。；" if (place := text.find(mark, gift.end)) >= 0], default=stop)
        if _DOWN.search(text, begin, stop) and not _GIVES.search(text, max(begin, clause), after):
            gift.status = "committed"


def _between_bodies(gift: Gift) -> bool:
    """True when unions or offices give to bodies below them that are named."""
    above = all(donor.kind == "organisation" and _ABOVE.search(donor.name) for donor in gift.donors)
    below = all(_BELOW.search(party.name) for party in gift.recipients if party.kind != "person")
    persons = any(party.kind == "person" for party in gift.recipients)
    return bool(gift.donors and gift.recipients) and above and below and not persons

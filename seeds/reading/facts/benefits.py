"""What the rules of a measure promise to whoever qualifies: 每人补助500元, 每户最高1000元. They enter no sum.

Reads folded text: the sums that follow a measure's name in its paragraph and are said per head or with a limit.
"""

from __future__ import annotations

import re

from seeds.reading.drafts import BenefitDraft
from seeds.reading.facts import figures
from seeds.reading.facts.amounts import find_amounts
from seeds.reading.facts.statements import sentences
from seeds.reading.facts.telling import ToldText

_FARTHEST = 400  # characters behind the name in which its rules are told
_PROMISES = re.compile("规定|每|最高|不低于|不超过|一次性|标准|可(?:申请|获|领|享|借)|给予")
_WHO = re.compile(
    r"(?:规定|明确|对|为|凡|给)?(?P<who>[\u4e00-\u9fff]{2,20}?)(?:的)?(?=每|最高|一次性|人均|补助|按|给予|$)"
)


def benefits_of(told: ToldText, start: int, end: int) -> tuple[BenefitDraft, ...]:
    """The promises told between ``start``, the end of a measure's name, and ``end``, where another begins."""
    text = told.text
    stop = min(end, start + _FARTHEST, *(at for at in [text.find("\n", start)] if at >= 0))
    stretch = text[start:stop]
    if stop <= start or not _PROMISES.search(stretch):
        return ()
    amounts, _ = find_amounts(stretch)
    found = []
    for span in sentences(stretch, amounts, ()):
        sentence = span.parsed()
        for clause in sentence.clauses if sentence else ():
            for amount in clause.amounts:
                rate = figures.rate_of(stretch, clause, amount)
                if not figures.is_rule(stretch, clause, amount, rate, counted=False, ruled=bool(rate.unit)):
                    continue
                who = _WHO.match(stretch, clause.start, amount.start)
                place = told.words.place(start + clause.start, start + amount.end)
                found.append(
                    BenefitDraft(
                        who["who"] if who and not who["who"].startswith("每") else "",
                        amount.value,
                        rate.unit,
                        amount.bound,
                        amount.words,
                        place,
                    )
                )
    return tuple(found)

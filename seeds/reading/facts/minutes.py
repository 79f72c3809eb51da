"""Minutes of a meeting: their numbered items are resolved on, are no rules, and are still to be carried out.

Works on the gifts of one text and changes them in place. Positions are those of the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from seeds.reading.drafts import DatedDraft
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.lexicon import choice

_TITLE = re.compile("纪要(?!念)")
# 会议研究通过以下事项：1.…, 会议决定了下列三件事
_RESOLVES = re.compile(
    f"(?:会议?|研究|讨论|审议)[^，。；：]{{0,8}}?(?:{choice('telling.resolved')}|通过|议定|商定)了?(?:以下|下列|如下)"
)
# what a meeting was told of has happened: 会议通报，市总工会拨来的5万元
_TOLD_OF = re.compile("通报|听取|已(?!核定)|累计|截至|到账|[拨汇送捐寄]来")
_FARTHEST = 400  # characters of a text in which it says what the meeting resolved
_SENTENCE = "。！？\n"


def are_minutes(title: str, text: str) -> bool:
    """True for the minutes of a meeting, by their headline or by how their items are introduced."""
    return bool(_TITLE.search(title) or _TITLE.search(text[:30]) or _RESOLVES.search(text[:_FARTHEST]))


def keep_pledged(text: str, gifts: Sequence[Gift], day: DatedDraft | None) -> None:
    """Makes pledged, on the ``day`` of the meeting, what minutes resolve; not what was done before it."""
    for gift in gifts:
        begin = max(text.rfind(mark, 0, gift.start) for mark in _SENTENCE) + 1
        if not _TOLD_OF.search(text, begin, gift.end):
            gift.status = "pledged"
            gift.date = gift.date or day

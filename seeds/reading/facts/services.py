"""Help that is neither money nor goods: 心理咨询593人次, 免费培训农民工154人, 为85名残疾职工免费体检.

Only services that the word list knows, and only with a number of people helped. Reads folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from seeds.reading.drafts import ItemDraft
from seeds.reading.facts.goods import Goods
from seeds.reading.facts.lexicon import one_of, words
from seeds.reading.facts.statements import Clause

_SERVICES = words("aid")["services"]
_NAME = re.compile(rf"{one_of(_SERVICES['names'])}(?!服务?热线|热线|电话|中心|平台|站|团|队|班|师|课)")
_FREE = re.compile(r"免费|义务|上门|无偿|提供|开展|举办|进行|安排(?=\d+名)")
_PREFIX = re.compile(r"(?:心理|法律|健康|上门|劳动用工|技能|电焊工技能|免费|职业|家政|就业|创业)+$")
ITEMS = re.compile(rf"{one_of(_SERVICES['items'])}$")


@dataclass(frozen=True, slots=True)
class Service:
    """A service named at ``start``–``end``; ``count`` people in ``unit`` where its own words say so (人次)."""

    goods: Goods
    count: int | None
    unit: str | None
    start: int
    end: int


def find_services(text: str, clause: Clause) -> Iterator[Service]:
    """The services that ``clause`` names with a number of person-times, or as free of charge."""
    times = [quantity for quantity in clause.quantities if quantity.unit == "人次"]
    last = clause.start
    for quantity in times:
        match = _last(text, last, quantity.start) or _NAME.search(text, quantity.end, quantity.end + 8)
        if match:
            start, end = min(match.start(), quantity.start), max(match.end(), quantity.end)
            yield Service(_goods(text, match, last), quantity.whole, "人次", start, end)
        last = quantity.end
    if times:
        return
    free = _FREE.search(text, clause.start, clause.end)
    if not free:
        return
    matches = list(_NAME.finditer(text, clause.start if free[0] == "上门" else free.start(), clause.end))
    matches = [
        match for match in matches if not re.match("服务?热线|服务?电话|服务?平台", text[match.end() : match.end() + 4])
    ]
    if matches:
        match = matches[0] if matches[0].start() <= free.end() + 2 else matches[-1]
        yield Service(_goods(text, match, clause.start), None, None, match.start(), match.end())


def _last(text: str, start: int, end: int) -> re.Match[str] | None:
    matches = list(_NAME.finditer(text, max(start, end - 16), end))
    return matches[-1] if matches else None


def _goods(text: str, match: re.Match[str], least: int) -> Goods:
    prefix = _PREFIX.search(text[max(least, match.start() - 8) : match.start()])
    name = (prefix[0].removeprefix("免费") if prefix else "") + match[0]
    return Goods(ItemDraft(name, None, None), "exact", match.start() - (len(prefix[0]) if prefix else 0), match.end())

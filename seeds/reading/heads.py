"""The headings above an article: which is the headline (标题), which its kickers (肩题) and subheads (副题)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seeds.reading.assembly.layout import LEAD_LABEL
from seeds.reading.assembly.strips import Kind, Strip
from seeds.reading.drafts import Role
from seeds.reading.facts.lexicon import choice

_SUBHEAD = re.compile(r"[—―─-]{1,4}\s*\S")
_TOLD = re.compile(f"(?:{choice('pages_lines.told')})(?:之[一二三四五六])?$")
# A day of a diary with its weather (2月6日　晴), an entry of a list (局机关工会　41260元), the number of a document.
_DATED = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_DAY = re.compile(rf"{_DATED}月{_DATED}日(?:[\s　（(，,].{{0,12}})?")
_ENTRY = re.compile(r"\S.{0,30}[\s　].{0,30}(?:[0-9０-９]|[一二三四五六七八九十百千万]{2})\S{0,2}")
_NUMBERED = re.compile(r".{0,12}[〔\[（(][0-9０-９]{4}[〕\]）)]\s*[0-9０-９]{1,4}\s*号")
_ANNOUNCES = re.compile(r"(?:发布|发出\S{0,4}(?:通知|通告|公告|倡议))$")  # who says what stands above
_OPEN = re.compile("[把将向为给和与在让从被对、]$")  # a headline that goes on in the next line
_SHORT = 6  # characters of a headline that the next line explains
_MANY = 4  # plain lines alike: the first is the headline, the others are no heads
_TWO_PARTS = re.compile(r"([^\s　]{14,30})[ 　]+(?=[^\s　]{8,24}$)")


def split_head(text: str) -> int:
    """Where the headline begins in a line that prints a long kicker in front of it; 0 in any other line."""
    found = _TWO_PARTS.match(text)
    return found.end() if found else 0


def head_roles(members: Sequence[Strip]) -> dict[int, Role]:
    """The role of every heading before the first text, by the strip's index."""
    heads: list[Strip] = []
    for strip in members:
        if strip.kind is Kind.TEXT:
            break
        if strip.kind is Kind.HEADING and not LEAD_LABEL.match(strip.text):
            heads.append(strip)
    roles = {strip.index: Role.SUBHEAD for strip in heads if _SUBHEAD.match(strip.text)}
    entries = sum(bool(_ENTRY.fullmatch(strip.text)) for strip in heads[1:])
    roles |= {strip.index: role for strip in heads[1:] if (role := _no_head(strip.text, listed=entries > 1))}
    plain = [strip for strip in heads if strip.index not in roles]
    if not plain:
        return dict.fromkeys(roles, Role.HEADLINE) if len(roles) == 1 else roles
    chosen = _headline(plain)
    below = Role.BODY if len(plain) >= _MANY and _alike(plain) else Role.SUBHEAD
    for at, strip in enumerate(plain):
        roles[strip.index] = Role.KICKER if at < chosen else Role.HEADLINE if at == chosen else below
        if strip.text == plain[chosen].text or (at == chosen - 1 and goes_on_below(strip.text)):
            roles[strip.index] = Role.HEADLINE
    return roles


def goes_on_below(headline: str) -> bool:
    """True for the first line of a headline that is printed in two: 三级工会同一天把."""
    return bool(_OPEN.search(headline))


def _no_head(text: str, *, listed: bool) -> Role | None:
    """What a line below a heading is that looks like one and is none; ``listed`` where entries of a list may stand."""
    if _NUMBERED.fullmatch(text):
        return Role.SUBHEAD
    return Role.BODY if _DAY.fullmatch(text) or (listed and _ENTRY.fullmatch(text)) else None


def _alike(plain: Sequence[Strip]) -> bool:
    return len({strip.level for strip in plain}) == 1


def _headline(plain: Sequence[Strip]) -> int:
    """Which of several headings is the headline: the highest; of two alike the second, unless it explains the first."""
    best = min(strip.level or 6 for strip in plain)
    chosen = next(at for at, strip in enumerate(plain) if (strip.level or 6) == best)
    if chosen or len(plain) == 1 or (plain[1].level or 6) != best:
        return chosen
    if len(plain) >= _MANY and _alike(plain):
        return 0
    first, second = plain[0].text, plain[1].text
    clauses = "，" in second.replace(",", "，") and "，" not in first.replace(",", "，")
    explains = (clauses and len(second) > len(first)) or (len(first) <= _SHORT and len(second) > 12)
    explains = explains or (len(first) > _SHORT and bool(_ANNOUNCES.search(second)))
    explains = explains or bool(_TOLD.search(second) and not _TOLD.search(first))
    return 0 if explains and not first.endswith("——") else 1

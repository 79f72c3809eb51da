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
    plain = [strip for strip in heads if strip.index not in roles]
    if not plain:
        return dict.fromkeys(roles, Role.HEADLINE) if len(roles) == 1 else roles
    chosen = _headline(plain)
    for at, strip in enumerate(plain):
        roles[strip.index] = Role.KICKER if at < chosen else Role.HEADLINE if at == chosen else Role.SUBHEAD
        if strip.text == plain[chosen].text:
            roles[strip.index] = Role.HEADLINE
    return roles


def _headline(plain: Sequence[Strip]) -> int:
    """Which of several headings is the headline: the highest; of two alike the second, unless it explains the first."""
    best = min(strip.level or 6 for strip in plain)
    chosen = next(at for at, strip in enumerate(plain) if (strip.level or 6) == best)
    if chosen or len(plain) == 1 or (plain[1].level or 6) != best:
        return chosen
    first, second = plain[0].text, plain[1].text
    clauses = "，" in second.replace(",", "，") and "，" not in first.replace(",", "，")
    explains = (clauses and len(second) > len(first)) or (len(first) <= 6 and len(second) > 12)
    explains = explains or bool(_TOLD.search(second) and not _TOLD.search(first))
    return 0 if explains and not first.endswith("——") else 1

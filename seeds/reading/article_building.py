"""Strips in reading order to one article: headline, byline and body, each text with its segments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from seeds.reading.assembly.strips import Kind, Start, Strip
from seeds.reading.bylines import head_contributors, parse_byline, signature_start, split_signature
from seeds.reading.drafts import ContributorDraft, Line, Role, Segment
from seeds.reading.heads import goes_on_below, head_roles, split_head
from seeds.reading.transcription import Positions, positions_of
from unionarchive.common.spans import Span

_LEAD = re.compile(
    r"(?P<line>本(?:报|网|刊|站|台|社)(?:综合)?(?:讯|消息|[\u4e00-\u9fff]{0,6}(?:\d{1,2}月)?\d{1,2}日(?:讯|电))"
    r"|[\u4e00-\u9fff]{2,6}(?:消息|讯)(?=[\s（(])|新华社[\u4e00-\u9fff]{2,8}\d{1,2}月\d{1,2}日电)?"
    r"\s*(?:[（(](?P<names>(?:[^（）()]{0,12})(?:记者|通讯员)[^（）()]{1,60})[）)])?\s*"
)


@dataclass(slots=True)
class Built:
    """An article in the making: its segments with their texts, in reading order."""

    segments: list[tuple[Segment, str]] = field(default_factory=list)
    texts: dict[str, list[list[tuple[str, Positions]]]] = field(default_factory=dict)
    contributors: list[ContributorDraft] = field(default_factory=list)
    dateline: str = ""
    open_end: bool = False
    full_end: bool = False  # a sentence ended at the edge of its column: what touches it goes on with the paragraph


def whole(strip: Strip, lines: Sequence[Line], role: Role, reason: str) -> Segment:
    first, last = lines[strip.lines[0] - 1].span, lines[strip.lines[-1] - 1].span
    assert first is not None and last is not None
    return Segment(Span(first.start, last.end), role, reason)


def build(members: Sequence[Strip], reasons: Sequence[str], lines: Sequence[Line]) -> Built:
    built = Built()
    roles = head_roles(members)
    seen_text = False
    for strip, reason in zip(members, reasons, strict=True):
        positions = positions_of(strip, lines)
        cuts = _cuts(strip, roles, built, seen_text=seen_text)
        seen_text = seen_text or strip.kind is Kind.TEXT
        _lay(built, strip, cuts, positions, lines, reason)
    return built


def _cuts(strip: Strip, roles: dict[int, Role], built: Built, *, seen_text: bool) -> list[tuple[int, Role]]:
    """Where roles begin inside ``strip.text``."""
    if strip.kind is Kind.BYLINE:
        built.contributors += strip.contributors
        return [(0, Role.BYLINE)]
    role = roles.get(strip.index)
    if role not in (None, Role.BODY) and (sign := split_signature(strip.text)) < len(strip.text):
        built.contributors += head_contributors(strip.text[sign:])
        return [(0, role), (sign, Role.BYLINE)]
    if role is Role.HEADLINE and (headline := split_head(strip.text)):
        return [(0, Role.KICKER), (headline, Role.HEADLINE)]
    if strip.kind is not Kind.TEXT:
        return [(0, role or (Role.BODY if strip.kind is Kind.HEADING else Role.OTHER))]
    cuts: list[tuple[int, Role]] = []
    if strip.lead:
        return [(0, Role.HEADLINE), (strip.lead, Role.BODY), *_signature(strip, built)]
    lead = _LEAD.match(strip.text) if strip.start is Start.SURE or not seen_text else None
    if lead and lead.end() and (lead["line"] or lead["names"]):
        built.dateline = lead["line"] or ""
        built.contributors += parse_byline(lead["names"] or "")
        cuts.append((0, Role.BYLINE))
        if lead.end() < len(strip.text):
            cuts.append((lead.end(), Role.BODY))
    else:
        cuts.append((0, Role.BODY))
    if cuts[-1][1] is Role.BODY:
        cuts += [cut for cut in _signature(strip, built) if cut[0] > cuts[-1][0]]
    return cuts


def _signature(strip: Strip, built: Built) -> list[tuple[int, Role]]:
    """Where the signature at the end of ``strip`` begins; its names go to ``built``."""
    if not strip.contributors:
        return []
    built.contributors += strip.contributors
    return [(signature_start(strip.text), Role.BYLINE)]


_ONCE = (Role.HEADLINE, Role.KICKER, Role.SUBHEAD)  # web pages print their titles twice
_PARTS = {Role.HEADLINE: "headline", Role.KICKER: "kicker", Role.SUBHEAD: "subhead", Role.BYLINE: "byline"}


def _lay(
    built: Built,
    strip: Strip,
    cuts: Sequence[tuple[int, Role]],
    positions: Positions,
    lines: Sequence[Line],
    reason: str,
) -> None:
    """Add ``strip`` to ``built``, cut where its roles change."""
    extent = whole(strip, lines, Role.BODY, reason).span
    ends = [start for start, _ in cuts[1:]] + [len(strip.text)]
    for (start, role), end in zip(cuts, ends, strict=True):
        first = extent.start if start == 0 else max(positions[start], positions[start - 1] + 1)
        last = extent.end if end == len(strip.text) else max(positions[end], positions[end - 1] + 1)
        text = strip.text[start:end]
        built.segments.append((Segment(Span(first, last), role, strip.reason), reason))
        if strip.kind is Kind.IMAGE:
            continue
        part = built.texts.setdefault(_PARTS.get(role, "body"), [])
        stripped = text.strip()
        shift = start + len(text) - len(text.lstrip())
        laid = (stripped, positions.cut(shift, shift + len(stripped)))
        goes_on = strip.kind is Kind.TEXT and (built.open_end or (built.full_end and strip.gap == 0))
        if part and ((role is Role.BODY and goes_on) or (role is Role.HEADLINE and goes_on_below(part[-1][-1][0]))):
            part[-1].append(laid)
        elif not (role in _ONCE and any(stripped == text for paragraph in part for text, _ in paragraph)):
            part.append([laid])
        if role is Role.BODY:
            built.open_end = strip.kind is Kind.TEXT and strip.end.cut
            built.full_end = strip.kind is Kind.TEXT and strip.full

"""Paths of strips to articles: which strip is the headline, which the byline, what is furniture after all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from seeds.reading.article_dates import date_of
from seeds.reading.assembly.search import best_paths
from seeds.reading.assembly.strips import Kind, Start, Strip
from seeds.reading.assembly.terms import Link
from seeds.reading.bylines import parse_byline, signature_of, signature_start
from seeds.reading.drafts import ArticleDraft, ContributorDraft, Line, Piece, Role, Segment
from seeds.reading.transcription import compose, positions_of
from unionarchive.common.partial_dates import PartialDate
from unionarchive.common.spans import Span

_LEAD = re.compile(
    r"(?P<line>本(?:报|网|刊|站|台|社)(?:综合)?(?:讯|消息|[\u4e00-\u9fff]{0,6}(?:\d{1,2}月)?\d{1,2}日(?:讯|电))"
    r"|[\u4e00-\u9fff]{2,6}(?:消息|讯)(?=[\s（(])|新华社[\u4e00-\u9fff]{2,8}\d{1,2}月\d{1,2}日电)?"
    r"\s*(?:[（(](?P<names>(?:[^（）()]{0,12})(?:记者|通讯员)[^（）()]{1,60})[）)])?\s*"
)
_SPLIT_HEAD = re.compile(r"[ 　]+")
_SUBHEAD = re.compile(r"[—―─-]{1,4}\s*\S")
_LEAD_LABEL = re.compile(
    r"^(?:核心阅读|阅读提示|导读|要点速览|内容提要|提要|编者按|新闻提示|阅读导引|新闻背景|核心提示)$"
)


@dataclass(slots=True)
class _Built:
    """An article in the making: its segments with their texts, in reading order."""

    segments: list[tuple[Segment, str]] = field(default_factory=list)
    texts: dict[str, list[list[tuple[str, list[int]]]]] = field(default_factory=dict)
    contributors: list[ContributorDraft] = field(default_factory=list)
    dateline: str = ""
    open_end: bool = False


def assemble(
    strips: Sequence[Strip], lines: Sequence[Line], published: PartialDate | None
) -> tuple[tuple[Segment, ...], tuple[ArticleDraft, ...]]:
    """The segments of a page in page order, and the articles that the strips are best put together to."""
    articles: list[tuple[_Built, list[Strip]]] = []
    loose: list[Segment] = [
        _whole(strip, lines, strip.role, strip.reason) for strip in strips if strip.kind is Kind.FURNITURE
    ]
    for path in best_paths(strips):
        members = [strips[index] for index in path.members]
        if all(strip.kind is not Kind.TEXT for strip in members):
            loose += [_whole(strip, lines, _loose_role(strip), "nothing on the page follows it") for strip in members]
            continue
        reasons = ["the article begins here"] + [_why(link) for link in path.links]
        articles.append((_build(members, reasons, lines), members))
    segments = sorted(
        loose + [segment for built, _ in articles for segment, _ in built.segments], key=lambda segment: segment.span
    )
    index = {segment.span: at for at, segment in enumerate(segments)}
    articles.sort(key=lambda pair: min(segment.span for segment, _ in pair[0].segments))
    return tuple(segments), tuple(_draft(built, members, index, published) for built, members in articles)


def _loose_role(strip: Strip) -> Role:
    return Role.OTHER if strip.kind is not Kind.HEADING else Role.SECTION_LABEL


def _why(link: Link) -> str:
    said = [name for name, value in sorted(link.terms, key=lambda term: -term[1]) if value > 0.3]
    return ", ".join(said) or "nothing better"


def _whole(strip: Strip, lines: Sequence[Line], role: Role, reason: str) -> Segment:
    first, last = lines[strip.lines[0] - 1].span, lines[strip.lines[-1] - 1].span
    assert first is not None and last is not None
    return Segment(Span(first.start, last.end), role, reason)


def _head_roles(members: Sequence[Strip]) -> dict[int, Role]:
    """The role of every heading before the first text, by the strip's index."""
    heads: list[Strip] = []
    for strip in members:
        if strip.kind is Kind.TEXT:
            break
        if strip.kind is Kind.HEADING and not _LEAD_LABEL.match(strip.text):
            heads.append(strip)
    roles = {strip.index: Role.SUBHEAD for strip in heads if _SUBHEAD.match(strip.text)}
    plain = [strip for strip in heads if strip.index not in roles]
    if not plain:
        return dict.fromkeys(roles, Role.HEADLINE) if len(roles) == 1 else roles
    best = min((strip.level or 6 for strip in plain), default=6)
    chosen = next(at for at, strip in enumerate(plain) if (strip.level or 6) == best)
    if chosen == 0 and len(plain) > 1 and (plain[1].level or 6) == best:
        chosen = 1
    for at, strip in enumerate(plain):
        roles[strip.index] = Role.KICKER if at < chosen else Role.HEADLINE if at == chosen else Role.SUBHEAD
        if strip.text == plain[chosen].text:
            roles[strip.index] = Role.HEADLINE
    return roles


def _build(members: Sequence[Strip], reasons: Sequence[str], lines: Sequence[Line]) -> _Built:
    built = _Built()
    roles = _head_roles(members)
    seen_text = False
    for strip, reason in zip(members, reasons, strict=True):
        positions = positions_of(strip, lines)
        cuts = _cuts(strip, roles, built, seen_text=seen_text)
        seen_text = seen_text or strip.kind is Kind.TEXT
        _lay(built, strip, cuts, positions, lines, reason)
    return built


def _cuts(strip: Strip, roles: dict[int, Role], built: _Built, *, seen_text: bool) -> list[tuple[int, Role]]:
    """Where roles begin inside ``strip.text``."""
    if strip.kind is Kind.BYLINE:
        built.contributors += strip.contributors
        return [(0, Role.BYLINE)]
    if strip.kind is not Kind.TEXT:
        return [(0, roles.get(strip.index, Role.BODY if strip.kind is Kind.HEADING else Role.OTHER))]
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


def _signature(strip: Strip, built: _Built) -> list[tuple[int, Role]]:
    """Where the signature at the end of ``strip`` begins; its names go to ``built``."""
    if not strip.contributors:
        return []
    built.contributors += strip.contributors
    return [(signature_start(strip.text), Role.BYLINE)]


_PARTS = {Role.HEADLINE: "headline", Role.KICKER: "kicker", Role.SUBHEAD: "subhead", Role.BYLINE: "byline"}


def _lay(
    built: _Built,
    strip: Strip,
    cuts: Sequence[tuple[int, Role]],
    positions: list[int],
    lines: Sequence[Line],
    reason: str,
) -> None:
    """Add ``strip`` to ``built``, cut where its roles change."""
    whole = _whole(strip, lines, Role.BODY, reason).span
    ends = [start for start, _ in cuts[1:]] + [len(strip.text)]
    for (start, role), end in zip(cuts, ends, strict=True):
        first = whole.start if start == 0 else positions[start]
        last = whole.end if end == len(strip.text) else positions[end]
        text = strip.text[start:end]
        built.segments.append((Segment(Span(first, last), role, strip.reason), reason))
        if strip.kind is Kind.IMAGE:
            continue
        part = built.texts.setdefault(_PARTS.get(role, "body"), [])
        stripped = text.strip()
        shift = start + len(text) - len(text.lstrip())
        laid = (stripped, positions[shift : shift + len(stripped)])
        if part and role is Role.BODY and built.open_end and strip.kind is Kind.TEXT:
            part[-1].append(laid)
        elif not (role is Role.HEADLINE and part):
            part.append([laid])
        if role is Role.BODY:
            built.open_end = strip.kind is Kind.TEXT and strip.end.cut


def _draft(
    built: _Built, members: Sequence[Strip], index: dict[Span, int], published: PartialDate | None
) -> ArticleDraft:
    parts = tuple(compose(name, paragraphs) for name, paragraphs in built.texts.items())
    texts = {part.name: part.text for part in parts}
    doubts: list[str] = []
    body = [strip for strip in members if strip.kind is Kind.TEXT]
    if body[-1].end.cut:
        doubts.append("lost_end")
    if body[0].start is Start.MIDDLE:
        doubts.append("lost_start")
    contributors = tuple(dict.fromkeys(built.contributors))
    return ArticleDraft(
        headline=texts.get("headline"),
        kickers=tuple(texts["kicker"].split("\n")) if "kicker" in texts else (),
        subheads=tuple(texts["subhead"].split("\n")) if "subhead" in texts else (),
        form=_form(contributors, texts.get("body", ""), built.dateline),
        contributors=contributors,
        dateline=built.dateline,
        date=date_of(texts.get("body", ""), published),
        pieces=tuple(Piece(index[segment.span], reason) for segment, reason in built.segments),
        parts=parts,
        doubts=tuple(doubts),
        confidence=0.5,
    )


def _form(contributors: tuple[ContributorDraft, ...], body: str, dateline: str) -> str:
    if contributors and all(person.role == "摄影" for person in contributors) and len(body) < 300:
        return "caption"
    if dateline:
        return "news" if len(body) > 200 else "brief"
    return "feature" if len(body) > 500 else "news"

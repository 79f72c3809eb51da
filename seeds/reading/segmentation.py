"""Paths of strips to articles, and what is left over to furniture."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from seeds.reading.article_building import Built, build, whole
from seeds.reading.assembly.search import Chain, best_paths
from seeds.reading.assembly.strips import Kind, Start, Strip
from seeds.reading.assembly.terms import Link
from seeds.reading.confidence import confidence_of, evidence
from seeds.reading.drafts import ArticleDraft, ContributorDraft, Line, Piece, Role, Segment
from seeds.reading.newspaper import is_newspaper
from seeds.reading.transcription import compose
from unionarchive.common.spans import Span

_DOUBTFUL = 0.5  # below this an editor is asked to look at the assembly
_ENTWINED = 2.0  # a margin below this has a runner-up worth telling
_LITTLE = 0.3  # text is kept, and little trusted, where the page does not look like a newspaper's


def assemble(strips: Sequence[Strip], lines: Sequence[Line]) -> tuple[tuple[Segment, ...], tuple[ArticleDraft, ...]]:
    """The segments of a page in page order, and its articles as the strips make them best, without dates."""
    newspaper = is_newspaper(strips)
    loose = [whole(strip, lines, strip.role, strip.reason) for strip in strips if strip.kind is Kind.FURNITURE]
    articles: list[tuple[Built, list[Strip], Chain]] = []
    for chain in best_paths(strips) if newspaper else _plain(strips):
        members = [strips[index] for index in chain.members]
        if all(strip.kind is not Kind.TEXT for strip in members) and newspaper:
            loose += [whole(strip, lines, _loose_role(strip), "nothing on the page follows it") for strip in members]
            continue
        reasons = ["the article begins here", *map(_why, chain.links)]
        reasons += ["it stands next on the page"] * (len(members) - len(reasons))
        articles.append((build(members, reasons, lines), members, chain))
    segments = sorted(
        loose + [segment for built, _, _ in articles for segment, _ in built.segments],
        key=lambda segment: (segment.span.start, segment.span.end),
    )
    index = {segment.span: at for at, segment in enumerate(segments)}
    framed = {chain.members: _framed(members, strips) for _, members, chain in articles}
    orderly = sum(framed.values()) / (len(framed) or 1)
    agreeing = sum(chain.agreed for _, _, chain in articles) / (len(articles) or 1)
    articles.sort(key=lambda entry: min(segment.span for segment, _ in entry[0].segments))
    return tuple(segments), tuple(
        _draft(
            built,
            members,
            chain,
            index,
            confidence=_confidence(
                built, members, chain, len(articles), framed[chain.members], orderly, agreeing, strips
            ),
            newspaper=newspaper,
        )
        for built, members, chain in articles
    )


def _plain(strips: Sequence[Strip]) -> list[Chain]:
    """One article of everything, in the order of the page."""
    members = tuple(strip.index for strip in strips if strip.kind is not Kind.FURNITURE)
    return [Chain(members, (), 0.0, "")] if members else []


def _loose_role(strip: Strip) -> Role:
    return Role.OTHER if strip.kind is not Kind.HEADING else Role.SECTION_LABEL


def _why(link: Link) -> str:
    said = [name for name, value in sorted(link.terms, key=lambda term: -term[1]) if value > 0.3]
    if link.whole:
        said.append(f"and the whole page: {', '.join(link.whole)}")
    return ", ".join(said) or "nothing better"


def _framed(members: Sequence[Strip], strips: Sequence[Strip]) -> bool:
    """True for an article that stands in one piece, under its head and in front of the next head or the end."""
    first, last = members[0].index, members[-1].index
    if [strip.index for strip in members] != list(range(first, last + 1)):
        return False
    headed = members[0].kind is Kind.HEADING or members[0].start is Start.SURE
    below = strips[last + 1] if last + 1 < len(strips) else None
    ended = below is None or below.kind in (Kind.HEADING, Kind.FURNITURE) or below.start is Start.SURE
    return headed and ended and not members[-1].end.cut


def _nested(members: Sequence[Strip], strips: Sequence[Strip]) -> bool:
    """True for an article under a lower heading than the page's highest, or above one: it may be part of another."""
    first, last = members[0], members[-1].index
    top = min((strip.level for strip in strips if strip.kind is Kind.HEADING and 0 < strip.level < 7), default=0)
    own = first.level if first.kind is Kind.HEADING else 0
    below = strips[last + 1] if last + 1 < len(strips) else None
    return (own > top > 0) or (below is not None and below.kind is Kind.HEADING and below.level > own > 0)


def _confidence(
    built: Built,
    members: Sequence[Strip],
    chain: Chain,
    rivals: int,
    framed: bool,
    orderly: float,
    agreeing: float,
    strips: Sequence[Strip],
) -> float:
    return confidence_of(
        evidence(
            margin=chain.margin,
            lead=chain.lead,
            strips=len(members),
            rivals=rivals,
            headless="headline" not in built.texts,
            lost=members[-1].kind is Kind.TEXT and members[-1].end.cut,
            scattered=sum(below.index != above.index + 1 for above, below in pairwise(members)),
            framed=framed,
            orderly=orderly,
            steady=chain.steady,
            agreed=chain.agreed,
            agreeing=agreeing,
            nested=_nested(members, strips),
        )
    )


def _draft(
    built: Built, members: Sequence[Strip], chain: Chain, index: dict[Span, int], *, confidence: float, newspaper: bool
) -> ArticleDraft:
    confidence = confidence if newspaper else _LITTLE
    parts = tuple(compose(name, paragraphs) for name, paragraphs in built.texts.items())
    texts = {part.name: part.text for part in parts}
    contributors = tuple(dict.fromkeys(built.contributors))
    return ArticleDraft(
        headline=texts.get("headline"),
        kickers=tuple(texts["kicker"].split("\n")) if "kicker" in texts else (),
        subheads=tuple(texts["subhead"].split("\n")) if "subhead" in texts else (),
        form=_form(contributors, texts, built.dateline),
        contributors=contributors,
        dateline=built.dateline,
        date=None,
        pieces=tuple(Piece(index[segment.span], reason) for segment, reason in built.segments),
        parts=parts,
        doubts=_doubts(members, chain, confidence, newspaper=newspaper),
        confidence=confidence,
        runner_up=chain.rival if newspaper and chain.rival and chain.margin < _ENTWINED else None,
    )


def _doubts(members: Sequence[Strip], chain: Chain, confidence: float, *, newspaper: bool) -> tuple[str, ...]:
    """What an editor should look at, as codes."""
    if not newspaper:
        return ("not_a_newspaper",)
    texts = [strip for strip in members if strip.kind is Kind.TEXT]
    doubts = []
    if texts[-1].end.cut:
        doubts.append("lost_end")
    if texts[0].start is Start.MIDDLE or texts[0].text.startswith(("（上接", "(上接")):
        doubts.append("lost_start")
    if confidence < _DOUBTFUL:
        doubts.append("uncertain_assembly")
    weak = [link for link in chain.links if link.score < 1.0]
    if any(name == "head far" for link in weak for name, _ in link.terms):
        doubts.append("uncertain_headline")
    return tuple(doubts)


def _form(contributors: tuple[ContributorDraft, ...], texts: dict[str, str], dateline: str) -> str:
    """The kind of article, told by its byline, its length and its head."""
    body, headline = texts.get("body", ""), texts.get("headline", "")
    if contributors and all(person.role == "摄影" for person in contributors) and len(body) < 300:
        return "caption"
    if headline.endswith(("通知", "办法", "规定", "意见", "细则", "公告")) and not dateline:
        return "policy"
    if len(body) < 160:
        return "brief"
    told = any(name in texts for name in ("subhead",)) or "“" in body[:60]
    if not dateline and (len(body) > 700 or (told and len(body) > 350)):
        return "feature"
    return "news"

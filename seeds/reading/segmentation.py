"""Paths of strips to articles, and what is left over to furniture."""

from __future__ import annotations

from collections.abc import Sequence

from seeds.reading.article_building import Built, build, whole
from seeds.reading.assembly.search import Chain, best_paths
from seeds.reading.assembly.strips import Kind, Start, Strip
from seeds.reading.assembly.terms import Link
from seeds.reading.confidence import confidence_of, evidence
from seeds.reading.drafts import ArticleDraft, ContributorDraft, Line, Piece, Role, Segment
from seeds.reading.newspaper import is_newspaper
from seeds.reading.transcription import compose
from unionarchive.common.spans import Span

_DOUBTFUL = 0.75  # below this an editor is asked to look at the assembly
_ENTWINED = 1.0  # a margin below this has a runner-up worth telling
_LITTLE = 0.3  # text is kept, and little trusted, where the page does not look like a newspaper's


def assemble(strips: Sequence[Strip], lines: Sequence[Line]) -> tuple[tuple[Segment, ...], tuple[ArticleDraft, ...]]:
    """The segments of a page in page order, and the articles that the strips are best put together to, without dates."""
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
        key=lambda segment: segment.span,
    )
    index = {segment.span: at for at, segment in enumerate(segments)}
    articles.sort(key=lambda entry: min(segment.span for segment, _ in entry[0].segments))
    return tuple(segments), tuple(
        _draft(built, members, chain, index, rivals=len(articles), newspaper=newspaper)
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
    return ", ".join(said) or "nothing better"


def _draft(
    built: Built, members: Sequence[Strip], chain: Chain, index: dict[Span, int], *, rivals: int, newspaper: bool
) -> ArticleDraft:
    parts = tuple(compose(name, paragraphs) for name, paragraphs in built.texts.items())
    texts = {part.name: part.text for part in parts}
    found = evidence(
        margin=chain.margin,
        strips=len(members),
        rivals=rivals,
        headless="headline" not in texts,
        lost=members[-1].kind is Kind.TEXT and members[-1].end.cut,
        scattered=sum(1 for above, below in zip(members, members[1:], strict=False) if below.index != above.index + 1),
    )
    confidence = confidence_of(found) if newspaper else _LITTLE
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
    heads = [link for link in chain.links if any(name == "head far" for name, _ in link.terms)]
    if any(link.score < 1.0 for link in heads):
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

"""The mentions of a reading as rows, and the spans of editors brought along when articles change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from articles.correcting import move
from organisations.choices import Resolution
from organisations.models import Mention
from seeds.loading.articles import StoredArticles
from seeds.loading.carrying import carry_touched
from seeds.loading.organisations import StoredOrganisations
from seeds.loading.placing import Placement, Spot
from seeds.loading.touched import is_touched, tell_of_the_unread
from seeds.matching import fingerprint, likeness_of_places, pair
from seeds.reading.drafts import Facts, MentionDraft
from seeds.tally import Tally
from unionarchive.common.models import ReviewState

_ALMOST_THE_SAME = 0.99


@dataclass(frozen=True, slots=True)
class _Named:
    """A mention as it is to be stored."""

    spot: Spot
    organisation: int | None
    name: str
    resolution: str
    candidates: tuple[int, ...]
    candidate_names: tuple[str, ...]
    confidence: float
    fingerprint: str


def store_mentions(
    facts: Facts, placement: Placement, articles: StoredArticles, organisations: StoredOrganisations, tally: Tally
) -> set[int]:
    """Each mention of the reading has its row. The keys of the organisations that lost one are the answer."""
    drafts = list(_placed(facts, placement, organisations))
    rows = list(
        Mention.objects.filter(article__in=articles.keys)
        .select_related("organisation")
        .prefetch_related("candidates")
        .order_by("pk")
    )
    carried = carry_touched(rows, placement, articles)
    pairs = pair(
        rows,
        drafts,
        row_fingerprint=lambda row: row.fingerprint,
        draft_fingerprint=lambda draft: draft.fingerprint,
        likeness=_likeness,
    )
    paired = set(pairs.values())
    gone = [row for at, row in enumerate(rows) if at not in paired and not is_touched(row)]
    Mention.objects.filter(pk__in=[row.pk for row in gone]).delete()
    tell_of_the_unread(row for at, row in enumerate(rows) if at not in paired)
    before = {row.organisation_id for row in rows if row.organisation_id}
    lost = {row.pk for row in gone}
    _update([(rows[row], drafts[draft]) for draft, row in pairs.items()], carried, tally)
    held = {
        (row.article_id, row.part, row.start, row.end) for row in rows if not row.is_orphaned and row.pk not in lost
    }
    _create([draft for at, draft in enumerate(drafts) if at not in pairs and _place(draft.spot) not in held], tally)
    tally.kept["mentions"] += sum(at not in paired for at, row in enumerate(rows) if is_touched(row))
    tally.removed["mentions"] += len(gone)
    return before


def _placed(facts: Facts, placement: Placement, organisations: StoredOrganisations) -> Iterator[_Named]:
    """The drafts that stand in stored articles, one at a place."""
    seen = set()
    for draft in facts.mentions:
        spot = placement.place(draft.place)
        if spot is None or _place(spot) in seen:
            continue
        seen.add(_place(spot))
        row = organisations.rows.get(draft.organisation or "")
        candidates = organisations.named(draft.candidates)
        resolution = draft.resolution
        if resolution != Resolution.RESOLVED:
            row = None
        elif row is None:
            resolution = Resolution.UNKNOWN
        yield _Named(
            spot=spot,
            organisation=row.pk if row else None,
            name=row.name if row else "",
            resolution=str(resolution),
            candidates=tuple(sorted(candidate.pk for candidate in candidates)),
            candidate_names=tuple(candidate.name for candidate in candidates),
            confidence=min(max(draft.confidence, 0.0), 1.0),
            fingerprint=_fingerprint(draft, spot),
        )


def _fingerprint(draft: MentionDraft, spot: Spot) -> str:
    return fingerprint(spot.source, draft.place.part, draft.organisation, draft.resolution, draft.candidates)


def _likeness(row: Mention, draft: _Named) -> float:
    """The same words first; words that overlap when they name the same body. A rejection is of its own words only."""
    ours: list[Any] = [("raw", start, end) for start, end in row.source]
    theirs: list[Any] = [("raw", start, end) for start, end in draft.spot.source]
    if not ours:
        ours, theirs = [((row.article_id, row.part), row.start, row.end)], [_stretch(draft.spot)]
    if max(end for _, _, end in ours) <= min(start for _, start, _ in theirs):
        return 0.0
    share = likeness_of_places(ours, theirs)
    if share >= _ALMOST_THE_SAME:
        return 2.0
    if row.state == ReviewState.REJECTED or share == 0:
        return 0.0
    return share if row.organisation_id == draft.organisation or is_touched(row) else 0.0


def _update(pairs: list[tuple[Mention, _Named]], carried: list[Mention], tally: Tally) -> None:
    moved = []
    for row, draft in pairs:
        if is_touched(row):
            _suggest(row, draft)
            tally.kept["mentions"] += 1
        elif _stored(row) == _wanted(draft):
            tally.kept["mentions"] += 1
        else:
            _write(row, draft)
            moved.append(row)
            tally.updated["mentions"] += 1
            if {candidate.pk for candidate in row.candidates.all()} != set(draft.candidates):
                row.candidates.set(draft.candidates)
    move(Mention, [*carried, *moved])
    Mention.objects.bulk_update(moved, ["organisation", "resolution", "confidence", "fingerprint"])


def _create(drafts: list[_Named], tally: Tally) -> None:
    rows = []
    for draft in drafts:
        row = Mention()
        _write(row, draft)
        rows.append(row)
    Mention.objects.bulk_create(rows)
    through = Mention.candidates.through
    through.objects.bulk_create(
        through(mention_id=row.pk, organisation_id=candidate)
        for row, draft in zip(rows, drafts, strict=True)
        for candidate in draft.candidates
    )
    tally.created["mentions"] += len(rows)


def _write(row: Mention, draft: _Named) -> None:
    spot = draft.spot
    row.article_id, row.part, row.start, row.end = spot.article, spot.part, spot.start, spot.end
    row.quote, row.source = spot.quote, [list(stretch) for stretch in spot.source]
    row.organisation_id, row.resolution = draft.organisation, draft.resolution
    row.confidence, row.fingerprint = draft.confidence, draft.fingerprint


def _suggest(row: Mention, draft: _Named) -> None:
    """An editor's mention learns what a new reading says otherwise; a reading it knows already says nothing new."""
    if row.fingerprint == draft.fingerprint:
        return
    otherwise: dict[str, Any] = {}
    if row.organisation_id != draft.organisation:
        otherwise["organisation"] = draft.name
    if row.resolution != draft.resolution:
        otherwise["resolution"] = draft.resolution
    if {candidate.pk for candidate in row.candidates.all()} != set(draft.candidates):
        otherwise["candidates"] = list(draft.candidate_names)
    if row.quote != draft.spot.quote:
        otherwise["quote"] = draft.spot.quote
    row.suggestion, row.fingerprint = otherwise or None, draft.fingerprint
    Mention.objects.filter(pk=row.pk).update(suggestion=row.suggestion, fingerprint=row.fingerprint)


def _stored(row: Mention) -> tuple[Any, ...]:
    place = (row.article_id, row.part, row.start, row.end, row.quote, row.source, row.is_orphaned)
    candidates = tuple(sorted(candidate.pk for candidate in row.candidates.all()))
    return (*place, row.organisation_id, row.resolution, row.confidence, row.fingerprint, candidates)


def _wanted(draft: _Named) -> tuple[Any, ...]:
    spot = draft.spot
    source = [list(stretch) for stretch in spot.source]
    place = (spot.article, spot.part, spot.start, spot.end, spot.quote, source, False)
    return (*place, draft.organisation, draft.resolution, draft.confidence, draft.fingerprint, draft.candidates)


def _place(spot: Spot) -> tuple[int, str, int, int]:
    return spot.article, spot.part, spot.start, spot.end


def _stretch(spot: Spot) -> tuple[Any, int, int]:
    return (spot.article, spot.part), spot.start, spot.end

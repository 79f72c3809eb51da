"""What measures and aid have in common when they are stored: finding the row again, writing it, leaving it alone."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from django.utils import timezone

from organisations.models import Evidence
from seeds.loading.articles import StoredArticles
from seeds.loading.placing import Spot
from seeds.loading.touched import is_touched, tell_of_the_unread
from seeds.matching import Stretch, likeness_of_places, pair
from seeds.tally import Tally
from unionarchive.common.models import ReviewState
from unionarchive.common.search import keeping

Json = Any


@dataclass(frozen=True, slots=True)
class ReadFact:
    """A fact as it is to be stored: model fields, what hangs on it, and the words that show it.

    ``number`` is the draft's index in its reading. ``view`` has all that can be said otherwise, ready for JSON.
    """

    number: int
    spots: tuple[Spot, ...]
    fields: dict[str, Any]
    parts: Any
    view: dict[str, Json]
    fingerprint: str


class FactKeeper(ABC):
    """Stores the facts of one kind."""

    model: ClassVar[Any]
    kind: ClassVar[str]  # its name in a tally
    search_kind: ClassVar[str]  # its name in the search index
    link: ClassVar[str]  # the field of Evidence that points at it

    @abstractmethod
    def rows(self, articles: Iterable[int]) -> list[Any]:
        """The stored facts of these articles, with all that ``view`` looks at fetched."""

    @abstractmethod
    def view(self, row: Any) -> dict[str, Json]:
        """What the row says, in the form of a draft's view."""

    @abstractmethod
    def likeness(self, row: Any, draft: ReadFact) -> float:
        """How much of the same the row and the draft say; 0 when they cannot be the same fact."""

    @abstractmethod
    def write_parts(self, facts: Sequence[tuple[Any, ReadFact]]) -> None:
        """What hangs on these new or changed rows is as their drafts have it."""

    def store(self, drafts: list[ReadFact], articles: StoredArticles, tally: Tally) -> dict[int, Any]:
        """Each draft has its row; the rows by the drafts' numbers are the answer."""
        rows = self.rows(articles.keys)
        pairs = pair(
            rows,
            drafts,
            row_fingerprint=lambda row: row.fingerprint,
            draft_fingerprint=lambda draft: draft.fingerprint,
            likeness=self._likeness_with_place,
        )
        paired = set(pairs.values())
        gone = [row.pk for at, row in enumerate(rows) if at not in paired and not is_touched(row)]
        self.model.objects.filter(pk__in=gone).delete()
        keeping.changed(self.search_kind, gone)
        tally.removed[self.kind] += len(gone)
        tally.kept[self.kind] += sum(is_touched(row) for at, row in enumerate(rows) if at not in paired)
        tell_of_the_unread(row for at, row in enumerate(rows) if at not in paired)
        stored = self._update([(rows[row], drafts[draft]) for draft, row in pairs.items()], tally)
        stored |= self._create([draft for at, draft in enumerate(drafts) if at not in pairs], tally)
        return stored

    def _likeness_with_place(self, row: Any, draft: ReadFact) -> float:
        evidence = list(row.evidence.all())
        raw: list[Stretch] = [("raw", start, end) for piece in evidence for start, end in piece.source]
        if raw:
            theirs: list[Stretch] = [("raw", start, end) for spot in draft.spots for start, end in spot.source]
            share = likeness_of_places(raw, theirs)
        else:
            ours = [
                ((piece.article_id, piece.part), piece.start, piece.end) for piece in evidence if not piece.is_orphaned
            ]
            share = likeness_of_places(ours, [((s.article, s.part), s.start, s.end) for s in draft.spots])
        if share == 0:
            return 0.0
        said = self.likeness(row, draft)
        if row.state == ReviewState.REJECTED and said < 1:
            return 0.0  # another figure in the sentence of a rejected one is another claim
        return share + said if said > 0 else 0.0

    def _update(self, pairs: list[tuple[Any, ReadFact]], tally: Tally) -> dict[int, Any]:
        changed: list[tuple[Any, ReadFact]] = []
        for row, draft in pairs:
            if is_touched(row):
                self._suggest(row, draft)
            elif self._differs(row, draft):
                for name, value in draft.fields.items():
                    setattr(row, name, value)
                row.updated_at = timezone.now()
                changed.append((row, draft))
        if changed:
            names = {name for _, draft in changed for name in draft.fields} | {"updated_at"}
            self.model.objects.bulk_update([row for row, _ in changed], names)
            Evidence.objects.filter(**{f"{self.link}__in": [row.pk for row, _ in changed]}).delete()
            self._write(changed)
        tally.updated[self.kind] += len(changed)
        tally.kept[self.kind] += len(pairs) - len(changed)
        return {draft.number: row for row, draft in pairs}

    def _create(self, drafts: list[ReadFact], tally: Tally) -> dict[int, Any]:
        rows = [self.model(**draft.fields) for draft in drafts]
        self.model.objects.bulk_create(rows)
        self._write(list(zip(rows, drafts, strict=True)))
        tally.created[self.kind] += len(rows)
        return {draft.number: row for row, draft in zip(rows, drafts, strict=True)}

    def _write(self, facts: list[tuple[Any, ReadFact]]) -> None:
        self.write_parts(facts)
        Evidence.objects.bulk_create(
            Evidence(
                **{self.link: row},
                article_id=spot.article,
                part=spot.part,
                start=spot.start,
                end=spot.end,
                quote=spot.quote,
                source=[list(stretch) for stretch in spot.source],
                position=position,
            )
            for row, draft in facts
            for position, spot in enumerate(draft.spots)
        )

    def _differs(self, row: Any, draft: ReadFact) -> bool:
        if any(getattr(row, name) != value for name, value in draft.fields.items()) or self.view(row) != draft.view:
            return True
        stored = [
            (piece.article_id, piece.part, piece.start, piece.end, piece.quote, [tuple(each) for each in piece.source])
            for piece in sorted(row.evidence.all(), key=lambda piece: piece.position)
        ]
        return stored != [
            (spot.article, spot.part, spot.start, spot.end, spot.quote, list(spot.source)) for spot in draft.spots
        ]

    def _suggest(self, row: Any, draft: ReadFact) -> None:
        """An editor's fact learns what a new reading says otherwise; a reading it knows already says nothing new."""
        if row.fingerprint == draft.fingerprint:
            return
        now = self.view(row)
        row.suggestion = {name: value for name, value in draft.view.items() if value != now[name]} or None
        row.fingerprint = draft.fingerprint
        self.model.objects.filter(pk=row.pk).update(suggestion=row.suggestion, fingerprint=row.fingerprint)


def figure(value: Decimal | None, places: str = "0.01") -> str | None:
    """A number as JSON keeps it exactly: the text of the database's decimal."""
    return None if value is None else str(value.quantize(Decimal(places)))


def positive(value: Decimal | None, *, below: Decimal = Decimal(10) ** 12) -> Decimal | None:
    """``value`` where the database can keep it: more than 0, and no more digits than it has room for."""
    return value if value is not None and 0 < value < below else None

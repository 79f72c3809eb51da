"""The articles of a document: which draft is which stored article, and what becomes of each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from articles.choices import TextPart
from articles.correcting import texts
from articles.models import Article, Contributor
from seeds.loading.touched import is_touched
from seeds.matching import Stretch, fingerprint, likeness_of_places, pair
from seeds.models import Document
from seeds.reading.drafts import ArticleDraft, Pages
from seeds.tally import Tally

_READ = (*TextPart.values, "form", "dateline", "date", "date_source")  # what a suggestion may be about
_DERIVED = ("publication_id", "published", "page", "home_division")  # follow the document
_NOTED = ("confidence", "doubts", "runner_up", "fingerprint")
_FIELDS = (*_READ, *_DERIVED, *_NOTED)
_LONGEST = {"headline": 500, "dateline": 200}
_SAME = 0.3  # share of characters that two readings of one article have in common at least
_SAME_AS_REVIEWED = 0.5  # an editor's article takes no draft that is mostly something else


@dataclass(slots=True)
class StoredArticles:
    """``rows`` has the article of each draft by the draft's index; a draft without headline and body has none.

    ``before`` has the texts of articles that changed, by key. ``frozen`` are the keys of articles that an editor has
    touched; ``gone`` are proposed articles that the reading has no more.
    """

    rows: dict[int, Article] = field(default_factory=dict)
    before: dict[int, dict[str, str]] = field(default_factory=dict)
    frozen: set[int] = field(default_factory=set)
    gone: list[Article] = field(default_factory=list)

    @property
    def keys(self) -> set[int]:
        """The keys of all articles that the document has or had."""
        return {row.pk for row in (*self.rows.values(), *self.gone)} | self.frozen


def store_articles(
    document: Document, pages: Pages, home_division: str, publishing: str, tally: Tally
) -> StoredArticles:
    """Each draft has its article: a new one, the proposed one brought up to date, or an editor's left as it is."""
    olds = list(
        Article.objects.filter(sources__document=document).distinct().prefetch_related("contributors").order_by("pk")
    )
    drafted = {
        index: _values(draft, document, home_division) | {"fingerprint": _fingerprint(draft, pages)}
        for index, draft in enumerate(pages.articles)
    }
    drafted = {index: values for index, values in drafted.items() if values["headline"] or values["body"]}
    stored = StoredArticles(frozen={row.pk for row in olds if is_touched(row)})
    numbers, places = list(drafted), _places_of(document)
    pairs = pair(
        olds,
        numbers,
        row_fingerprint=lambda row: row.fingerprint,
        draft_fingerprint=lambda index: drafted[index]["fingerprint"],
        likeness=lambda row, index: _likeness(row, places[row.pk], pages.articles[index], pages),
    )
    stored.rows = {numbers[at]: olds[row] for at, row in pairs.items()}
    stored.gone = [row for at, row in enumerate(olds) if at not in set(pairs.values()) and row.pk not in stored.frozen]
    _update(stored, drafted, pages, tally)
    _create(stored, drafted, pages, publishing, tally)
    return stored


def _create(
    stored: StoredArticles, drafted: dict[int, dict[str, Any]], pages: Pages, publishing: str, tally: Tally
) -> None:
    new = {
        index: Article(**values, publishing=publishing) for index, values in drafted.items() if index not in stored.rows
    }
    Article.objects.bulk_create(new.values())
    _credit({row.pk: pages.articles[index] for index, row in new.items()})
    stored.rows = dict(sorted({**stored.rows, **new}.items()))
    tally.created["articles"] += len(new)


def _update(stored: StoredArticles, drafted: dict[int, dict[str, Any]], pages: Pages, tally: Tally) -> None:
    changed: list[Article] = []
    credited: dict[int, ArticleDraft] = {}
    for index, row in stored.rows.items():
        values, draft = drafted[index], pages.articles[index]
        if row.pk in stored.frozen:
            _suggest(row, values, draft)
        elif _differs(row, values) or _named(row) != _credits(draft):
            stored.before[row.pk] = texts(row)
            for name, value in values.items():
                setattr(row, name, value)
            row.updated_at = timezone.now()
            changed.append(row)
            credited[row.pk] = draft
    if changed:
        Article.objects.bulk_update(changed, [*_FIELDS, "updated_at"])
        Contributor.objects.filter(article__in=credited).delete()
        _credit(credited)
    tally.updated["articles"] += len(changed)
    tally.kept["articles"] += len(stored.rows) - len(changed)


def _suggest(row: Article, values: dict[str, Any], draft: ArticleDraft) -> None:
    """An editor's article learns what a new reading says otherwise; a reading it knows already says nothing new."""
    if row.fingerprint == values["fingerprint"]:
        return
    otherwise = {name: values[name] for name in _READ if values[name] != getattr(row, name)}
    if _named(row) != _credits(draft):
        otherwise["contributors"] = [f"{role} {name}" for name, role in _credits(draft)]
    row.suggestion, row.fingerprint = otherwise or None, values["fingerprint"]
    Article.objects.filter(pk=row.pk).update(suggestion=row.suggestion, fingerprint=row.fingerprint)


def _values(draft: ArticleDraft, document: Document, home_division: str) -> dict[str, Any]:
    printed = {name: part.text if (part := draft.part(name)) else "" for name in TextPart.values}
    printed["headline"] = printed["headline"] or draft.headline or ""
    values: dict[str, Any] = {
        **printed,
        "form": draft.form,
        "dateline": draft.dateline,
        "date": str(draft.date.date) if draft.date else "",
        "date_source": draft.date.source if draft.date else "",
        "publication_id": document.publication_id,
        "published": document.published,
        "page": document.page,
        "home_division": home_division,
        "confidence": min(max(draft.confidence, 0.0), 1.0),
        "doubts": list(draft.doubts),
        "runner_up": draft.runner_up or "",
    }
    return values | {name: values[name][:longest] for name, longest in _LONGEST.items()}


def _differs(row: Article, values: dict[str, Any]) -> bool:
    return any(getattr(row, name) != value for name, value in values.items())


def _credits(draft: ArticleDraft) -> list[tuple[str, str]]:
    return list(dict.fromkeys((person.name[:50], person.role) for person in draft.contributors if person.name))


def _named(row: Article) -> list[tuple[str, str]]:
    return [(person.name, person.role) for person in row.contributors.all()]


def _credit(drafts: dict[int, ArticleDraft]) -> None:
    Contributor.objects.bulk_create(
        Contributor(article_id=key, position=position, name=name, role=role)
        for key, draft in drafts.items()
        for position, (name, role) in enumerate(_credits(draft))
    )


def _fingerprint(draft: ArticleDraft, pages: Pages) -> str:
    return fingerprint(
        [[pages.segments[piece.segment].span.start, pages.segments[piece.segment].span.end] for piece in draft.pieces],
        [part.text for part in draft.parts],
        [draft.headline, draft.form, draft.dateline, draft.date and str(draft.date.date)],
        _credits(draft),
    )


def _places_of(document: Document) -> defaultdict[int, list[Stretch]]:
    places: defaultdict[int, list[Stretch]] = defaultdict(list)
    segments = document.segments.of_articles().values_list("article", "start", "end")
    for key, start, end in segments:
        places[key].append(("raw", start, end))
    return places


def _likeness(row: Article, held: list[Stretch], draft: ArticleDraft, pages: Pages) -> float:
    spans = (pages.segments[piece.segment].span for piece in draft.pieces)
    share = likeness_of_places(held, (("raw", span.start, span.end) for span in spans))
    return share if share >= (_SAME_AS_REVIEWED if is_touched(row) else _SAME) else 0.0

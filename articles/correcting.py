"""Correcting what was read of an article, with every span carried over the correction.

Used by the admin, the commands and re-reading alike. Models of the floors above point at articles through ArticleSpan;
they are found through the app registry, so that no import goes up.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import transaction

from articles.anchoring import Anchoring
from articles.choices import TextPart
from articles.models import Article, ArticleSpan
from unionarchive.common.review import mark_corrected
from unionarchive.common.search import keeping
from unionarchive.common.spans import Span


@dataclass(frozen=True, slots=True)
class Correction:
    """What a correction did to the spans of an article, in numbers of rows."""

    carried: int = 0
    orphaned: int = 0


@transaction.atomic
def correct(article: Article, *, by: Any, now: datetime.datetime | None = None) -> Correction:
    """``article`` is saved as it stands and is the editor's from now on; its spans follow the words they quote.

    The texts are compared with those that the database has. Words that the correction removed leave their span
    orphaned, with its old quote, for an editor to see; it is never moved to a look-alike.
    """
    before = texts(Article.objects.select_for_update().get(pk=article.pk))
    mark_corrected(article, by=by, now=now)
    with keeping.collected():
        article.save()
        return carry_spans(article, before)


def texts(article: Article) -> dict[str, str]:
    """The article's texts by the name of their part."""
    return {part: getattr(article, part) for part in TextPart.values}


def carry_spans(article: Article, before: Mapping[str, str]) -> Correction:
    """Every span of ``article`` that pointed into the texts ``before`` points into its texts now, or is orphaned."""
    now = texts(article)
    anchorings = {part: Anchoring(text, now[part]) for part, text in before.items() if text != now[part]}
    done = Correction()
    for model in span_models():
        moved: list[Any] = []
        lost: list[Any] = []
        for row in model._default_manager.filter(article=article, part__in=anchorings, is_orphaned=False):
            (moved if _follow(row, anchorings[row.part]) else lost).append(row)
        move(model, moved)
        model._default_manager.filter(pk__in=[row.pk for row in lost]).update(is_orphaned=True)
        done = Correction(done.carried + len(moved), done.orphaned + len(lost))
    keeping.changed("article", [article.pk])
    return done


def span_models() -> Iterator[type[ArticleSpan]]:
    """The models whose rows point at words of an article."""
    return (model for model in apps.get_models() if issubclass(model, ArticleSpan))


def move(model: type[ArticleSpan], rows: list[Any]) -> None:
    """``rows`` are stored where they stand now, none orphaned.

    In two steps, since one row may move to where another one still stands, and a place holds one mention only.
    """
    if not rows:
        return
    model._default_manager.filter(pk__in=[row.pk for row in rows]).update(is_orphaned=True)
    for row in rows:
        row.is_orphaned = False
    model._default_manager.bulk_update(rows, ["article", "part", "start", "end", "quote", "source", "is_orphaned"])


def _follow(row: Any, anchoring: Anchoring) -> bool:
    carry = anchoring.carry_loosely if row.follows_corrections else anchoring.carry
    carried = carry(Span(row.start, row.end))
    if carried is None:
        return False
    row.start, row.end, row.quote = carried.start, carried.end, carried.of(anchoring.new)
    return True

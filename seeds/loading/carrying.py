"""The spans that editors vouch for, brought along when a better reading changes the article they stand in.

Raw positions tell exactly where the words went, into another article too; an editor's own span, which has none, follows
its words through the texts. What can be followed neither way is orphaned, never moved to a look-alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from articles.anchoring import Anchoring
from articles.correcting import move, texts
from articles.models import Article
from organisations.models import AidDisbursement, Evidence, Measure, Mention
from seeds.loading.articles import StoredArticles
from seeds.loading.placing import Placement
from seeds.loading.touched import is_touched
from unionarchive.common.search import keeping
from unionarchive.common.spans import Span


def carry_touched(rows: Sequence[Mention], placement: Placement, articles: StoredArticles) -> list[Mention]:
    """Those of ``rows`` that an editor touched and that moved, pointing at their words again, not yet saved.

    One that lost its words is stored as orphaned; one whose article is gone stays there, and keeps it.
    """
    moved = [row for row in rows if is_touched(row) and _follow(row, placement, articles)]
    moving = {row.pk for row in moved}
    held = {_place(row) for row in rows if row.pk not in moving and is_touched(row) and not row.is_orphaned}
    kept = []
    for row in moved:
        if row.is_orphaned or _place(row) in held:
            row.is_orphaned = True
            Mention.objects.filter(pk=row.pk).update(is_orphaned=True)
        else:
            held.add(_place(row))
            kept.append(row)
    return kept


def carry_evidence(placement: Placement, articles: StoredArticles) -> None:
    """The evidence of facts that an editor touched points at its words again, and the facts stand where it does."""
    followed: list[Evidence] = []
    for row in Evidence.objects.filter(article__in=articles.keys).select_related("measure", "disbursement"):
        if is_touched(row.fact) and _follow(row, placement, articles):
            followed.append(row)
    orphaned = [row.pk for row in followed if row.is_orphaned]
    moved = [row for row in followed if not row.is_orphaned]
    Evidence.objects.filter(pk__in=orphaned).update(is_orphaned=True)
    move(Evidence, moved)
    for row in moved:
        fact: Any = row.fact
        if row.position == 0 and fact.article_id != row.article_id:
            type(fact).objects.filter(pk=fact.pk).update(article=row.article_id)


def remove_gone(articles: StoredArticles) -> int:
    """Articles that the reading has no more are removed, save those that hold what an editor touched; how many were."""
    keys = {row.pk for row in articles.gone}
    models: tuple[Any, ...] = (Mention, Measure, AidDisbursement)
    held = {row.article_id for model in models for row in model.objects.filter(article__in=keys) if is_touched(row)}
    held |= {row.article_id for row in Evidence.objects.filter(article__in=keys)}
    Article.objects.filter(pk__in=keys - held).delete()
    keeping.changed("article", keys - held)
    return len(keys - held)


def _follow(row: Any, placement: Placement, articles: StoredArticles) -> bool:
    """True when the row's place or state changed in memory."""
    key = row.article_id
    if row.is_orphaned or key in articles.frozen:
        return False
    gone = any(article.pk == key for article in articles.gone)
    if not gone and key not in articles.before:
        return False
    if spot := placement.find(row.source):
        row.article_id, row.part, row.start, row.end, row.quote = (
            spot.article,
            spot.part,
            spot.start,
            spot.end,
            spot.quote,
        )
        row.source = [list(stretch) for stretch in spot.source]
        return True
    if gone:
        return False
    now = texts(next(article for article in articles.rows.values() if article.pk == key))[row.part]
    carried = Anchoring(articles.before[key][row.part], now).carry(Span(row.start, row.end))
    if carried is None:
        row.is_orphaned = True
    else:
        row.start, row.end = carried.start, carried.end
    return True


def _place(row: Mention) -> tuple[int, str, int, int]:
    return row.article_id, row.part, row.start, row.end

"""The editor's verbs on reviewable rows: the one way by which a review state changes.

Used by the admin, the commands and the tests alike. Each takes the user and, for tests, the time.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from unionarchive.common.models import Reviewable, ReviewState
from unionarchive.common.search import keeping


def accept(rows: Iterable[Reviewable], *, by: Any, now: datetime.datetime | None = None) -> int:
    """Every row is accepted as it stands (a corrected one stays corrected); the number of rows that changed."""
    return _decide(rows, ReviewState.ACCEPTED, by=by, now=now, leave={ReviewState.ACCEPTED, ReviewState.CORRECTED})


def reject(rows: Iterable[Reviewable], *, by: Any, now: datetime.datetime | None = None) -> int:
    """Every row is rejected and stays so through later readings; the number of rows that changed."""
    return _decide(rows, ReviewState.REJECTED, by=by, now=now, leave={ReviewState.REJECTED})


def reopen(rows: Iterable[Reviewable], *, by: Any, now: datetime.datetime | None = None) -> int:
    """Every row is the machine's reading again, so that a later reading may change it; the number that changed."""
    return _decide(rows, ReviewState.PROPOSED, by=by, now=now, leave={ReviewState.PROPOSED})


@transaction.atomic
def take_suggestion(row: Reviewable, *, by: Any, now: datetime.datetime | None = None) -> list[str]:
    """``row`` says what the later reading says; the names of what cannot be taken over and waits for the editor's hand.

    Fields of the row itself are taken over; lists of other rows (donors, issuers) stay in the suggestion. What the
    later reading does not find is rejected.
    """
    if row.is_read_no_more:
        row.suggestion = None
        row.save(update_fields=["suggestion"])
        reject([row], by=by, now=now)
        return []
    own = {field.name: field for field in row._meta.concrete_fields if not field.is_relation and field.editable}
    suggested = row.suggestion or {}
    for name in suggested.keys() & own.keys():
        field, value = own[name], suggested[name]
        setattr(row, name, field.get_default() if value is None and not field.null else field.to_python(value))
    left = {name: value for name, value in suggested.items() if name not in own}
    row.suggestion = left or None
    mark_corrected(row, by=by, now=now)
    row.save()
    return sorted(left)


def dismiss_suggestions(rows: Iterable[Reviewable]) -> int:
    """The editor's word stands: nothing is suggested for ``rows`` any more; the number of rows that had something."""
    waiting = [row for row in rows if row.suggestion is not None]
    for row in waiting:
        row.suggestion = None
        row.save(update_fields=["suggestion"])
    return len(waiting)


def keep_first(row: Reviewable) -> None:
    """The history of ``row`` begins with what the database has of it, before an editor's first change.

    Loading writes no history: a row that nobody touched has none, and its first record is made here.
    """
    history = getattr(type(row), "history", None)
    if history is None or row.pk is None or history.filter(pk=row.pk).exists():
        return
    stored = type(row)._default_manager.get(pk=row.pk)
    history.bulk_history_create([stored], default_change_reason="as it was read")


def mark_corrected(row: Reviewable, *, by: Any, now: datetime.datetime | None = None) -> None:
    """``row`` is the editor's from now on. Sets the fields without saving: the caller is about to save."""
    row.state = ReviewState.CORRECTED
    row.reviewed_by = by
    row.reviewed_at = now or timezone.now()


@transaction.atomic
def _decide(
    rows: Iterable[Reviewable],
    state: ReviewState,
    *,
    by: Any,
    now: datetime.datetime | None,
    leave: set[ReviewState],
) -> int:
    changed = 0
    with keeping.collected():
        for row in rows:
            if row.state in leave:
                continue
            keep_first(row)
            row.state = state
            row.reviewed_by = by
            row.reviewed_at = now or timezone.now()
            row.save(update_fields=["state", "reviewed_by", "reviewed_at"])
            changed += 1
    return changed

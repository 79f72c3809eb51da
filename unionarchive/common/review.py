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
            row.state = state
            row.reviewed_by = by
            row.reviewed_at = now or timezone.now()
            row.save(update_fields=["state", "reviewed_by", "reviewed_at"])
            changed += 1
    return changed

"""What editors have touched, which no reading changes, and how they learn that a reading does not find it."""

from __future__ import annotations

from collections.abc import Iterable

from unionarchive.common.models import Reviewable, ReviewState

_READ_NO_MORE = "read no more"  # in place of a fingerprint: the editor has been told, once


def is_touched(row: Reviewable) -> bool:
    """True when an editor decided on the row or entered it: no reading changes it."""
    return row.state != ReviewState.PROPOSED or not row.fingerprint


def tell_of_the_unread(rows: Iterable[Reviewable]) -> None:
    """Rows that an editor vouches for and that this reading does not find suggest, once, to be rejected."""
    for row in rows:
        if row.is_reviewed and row.fingerprint not in ("", _READ_NO_MORE):
            row.suggestion, row.fingerprint = {"state": ReviewState.REJECTED.value}, _READ_NO_MORE
            type(row)._default_manager.filter(pk=row.pk).update(suggestion=row.suggestion, fingerprint=_READ_NO_MORE)

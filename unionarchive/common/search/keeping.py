"""How a change of a row reaches the index from below, without knowing who keeps it.

The apps say *what* changed; the project's search, which may import every app, registers *how* it is indexed. All of it
happens in the caller's transaction: when that is rolled back, so is the index.

Whoever saves one row need do nothing: models that are ``Searchable`` call ``changed``. Whoever changes rows past
``save()`` (``update()``, ``bulk_create()``, a merge that moves mentions) calls ``changed`` with their numbers.
Whoever saves many parts of the same rows, as loading does, wraps it in ``collected()``: each row is indexed once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

Changes = Mapping[str, Collection[int]]  # numbers of rows by kind
_Collected = dict[str, set[int]]
_waiting: ContextVar[_Collected | None] = ContextVar("waiting", default=None)
_reindex: list[Callable[[Changes], None]] = []


def register(reindex: Callable[[Changes], None]) -> None:
    """From now on ``reindex(changes)`` brings the index in step with rows that changed or are gone."""
    _reindex[:] = [reindex]


def changed(kind: str, refs: Collection[int]) -> None:
    """The rows ``refs`` of ``kind`` (article, organisation, measure, aid, document) are found as they are now.

    A row that is no longer there is no longer found. Call it after the change, inside its transaction. Inside
    ``collected()`` it happens at the end of that.
    """
    waiting = _waiting.get()
    if waiting is not None:
        waiting.setdefault(kind, set()).update(refs)
        return
    _tell({kind: refs})


def _tell(changes: Changes) -> None:
    for reindex in _reindex:
        reindex(changes)


@contextmanager
def collected() -> Iterator[None]:
    """Rows that change inside are indexed once each, at the end; not at all when an error leaves the block.

    Put it inside the transaction, not around it. A block inside a block adds to the outer one.
    """
    if _waiting.get() is not None:
        yield
        return
    waiting: _Collected = {}
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
    if waiting:
        _tell(waiting)

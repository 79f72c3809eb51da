"""A model whose rows, or whose owners, are found by search. Imports no app."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from unionarchive.common.search import keeping


class Searchable(models.Model):
    """A row that keeps the search index in step when it is saved or deleted.

    ``search_kind`` is the kind that is found; ``search_owner`` the field with that row's number: a part of it, such as
    an alias, names its owner's. A part of several says so in ``search_rows``.
    """

    search_kind: ClassVar[str]
    search_owner: ClassVar[str] = "pk"

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        self.reindex()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        rows = self.search_rows()
        gone = super().delete(*args, **kwargs)
        for kind, ref in rows:
            keeping.changed(kind, [ref])
        return gone

    def reindex(self) -> None:
        """The row, or its owner, is found as it is now. For changes that saving does not see (many-to-many)."""
        for kind, ref in self.search_rows():
            keeping.changed(kind, [ref])

    def search_rows(self) -> list[tuple[str, int]]:
        """The kinds and numbers of the rows that are found by this one's words."""
        owner = getattr(self, self.search_owner)
        return [] if owner is None else [(self.search_kind, owner)]

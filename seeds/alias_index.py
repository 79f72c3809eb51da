"""Which stored organisation a full name means, across documents: by name and division, then by other names.

Reads the rows that a document's names can mean in two queries, and answers from memory. Merged rows lead to the row
they were merged into, so that a merged organisation is never made again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from organisations.models import Alias, Organisation


class AliasIndex:
    """The organisations that ``names`` can mean."""

    def __init__(self, names: Iterable[str]) -> None:
        wanted = set(names)
        self._roots: dict[int, Organisation] = {}
        self._named: defaultdict[str, list[Organisation]] = defaultdict(list)
        self._aliases: defaultdict[str, list[Alias]] = defaultdict(list)
        for organisation in Organisation.objects.filter(name__in=wanted).order_by("pk"):
            self._named[organisation.name].append(organisation)
        for alias in Alias.objects.filter(name__in=wanted).select_related("organisation").order_by("pk"):
            self._aliases[alias.name].append(alias)

    def find(self, name: str, division: str | None) -> Organisation | None:
        """The one organisation that ``name`` means in ``division`` (a code or None); None when it is none or many.

        The same name with the same division is the same body. Where one side has no division, they are the same when
        no other body of that name comes into question.
        """
        named = [(row, self.root(row)) for row in self._named[name]]
        exact = [root for row, root in named if row.division_id == division]
        if exact:
            return exact[0]
        likely = [root for row, root in named if division is None or row.division_id is None]
        likely = likely or list(self._by_alias(name, division))
        return likely[0] if len({root.pk for root in likely}) == 1 else None

    def add(self, organisation: Organisation) -> None:
        """``organisation``, which was made just now, is found from now on."""
        self._named[organisation.name].append(organisation)

    def root(self, organisation: Organisation) -> Organisation:
        """The organisation that ``organisation`` was merged into at last, itself when it was not."""
        while organisation.merged_into_id is not None:
            known = self._roots.get(organisation.merged_into_id)
            if known is None:
                known = self._same_object(Organisation.objects.get(pk=organisation.merged_into_id))
                self._roots[known.pk] = known
            organisation = known
        return organisation

    def _same_object(self, organisation: Organisation) -> Organisation:
        named = self._named.get(organisation.name, ())
        return next((row for row in named if row.pk == organisation.pk), organisation)

    def _by_alias(self, name: str, division: str | None) -> Iterator[Organisation]:
        for alias in self._aliases[name]:
            root = self.root(alias.organisation)
            holds = alias.division_id in (None, division)
            if holds and (division is None or root.division_id in (None, division)):
                yield root

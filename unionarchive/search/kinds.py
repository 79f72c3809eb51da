"""The kinds of rows that are found, in the order in which they are shown."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    ORGANISATION = "organisation", _("Organisations")
    ARTICLE = "article", _("Articles")
    MEASURE = "measure", _("Measures")
    AID = "aid", _("Aid records")
    DOCUMENT = "document", _("Documents")

    @property
    def number(self) -> int:
        """The kind as the index knows it; never reused for another."""
        return _NUMBERS[self]


_NUMBERS = {Kind.ARTICLE: 1, Kind.ORGANISATION: 2, Kind.MEASURE: 3, Kind.AID: 4, Kind.DOCUMENT: 5}

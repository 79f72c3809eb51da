"""Newspapers and sites."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.querysets import PublicationQuerySet
from unionarchive.common.fields import DivisionCodeField
from unionarchive.common.models import Timestamped


class Publication(Timestamped):
    """A newspaper or site that articles appeared in (报刊)."""

    name = models.CharField(_("name"), max_length=100, unique=True, help_text=_("The name as its masthead has it."))
    division = DivisionCodeField(
        _("division"),
        help_text=_("Six-digit code of the place it is published for; empty for a national one."),
    )
    website = models.URLField(_("website"), blank=True, default="", help_text=_("Address of its own site."))
    note = models.TextField(_("note"), blank=True, default="", help_text=_("What an archivist should know of it."))

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=~models.Q(name=""), name="articles_publication_has_a_name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('articles:list')}?publication={self.pk}"

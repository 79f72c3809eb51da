"""Organisations under their full names, with all the names they go by."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from organisations.choices import AliasKind, OrganisationLevel, OrganisationType
from organisations.models.divisions import Division
from organisations.naming import give_address, keep_former_address
from organisations.querysets import OrganisationQuerySet
from unionarchive.common.models import Reviewable, Timestamped
from unionarchive.common.searchable import Searchable


class Organisation(Searchable, Timestamped, Reviewable):
    """A body that can be told from every other: a union, office, firm, hospital, community …"""

    name = models.CharField(
        _("name"), max_length=200, db_index=True, help_text=_("The full official-style name, place in front.")
    )
    slug = models.SlugField(
        _("address"),
        max_length=220,
        unique=True,
        help_text=_("The last part of its page's address; a former one goes on answering with 301."),
    )
    type = models.CharField(
        _("type"),
        max_length=20,
        choices=OrganisationType.choices,
        default=OrganisationType.OTHER,
        db_index=True,
        help_text=_("What kind of body it is."),
    )
    level = models.CharField(
        _("level"),
        max_length=12,
        choices=OrganisationLevel.choices,
        default=OrganisationLevel.GRASSROOTS,
        db_index=True,
        help_text=_("Where it stands on the state ladder; a workplace, village or company is grassroots."),
    )
    division = models.ForeignKey(
        Division,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="organisations",
        verbose_name=_("division"),
        help_text=_("The administrative division it belongs to, where that is known."),
    )
    place = models.CharField(
        _("place"),
        max_length=100,
        blank=True,
        default="",
        help_text=_("The place it belongs to as a full name; finer than the division where the text is."),
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("parent"),
        help_text=_("The body it is part of, where the text or its own name says so."),
    )
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_from",
        verbose_name=_("merged into"),
        help_text=_("The organisation that this row turned out to be."),
    )
    merge_record = models.JSONField(
        _("what the merge moved"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Keys of the rows that went to the other organisation, so that the merge can be taken back."),
    )
    note = models.TextField(_("note"), blank=True, default="", help_text=_("What an archivist should know of it."))
    pinyin = models.CharField(
        _("pinyin"),
        max_length=600,
        blank=True,
        default="",
        editable=False,
        help_text=_("The name's sound and initials, for search."),
    )

    _saved_slug = ""  # the address as the database has it, to see a change by

    search_kind = "organisation"

    objects = OrganisationQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name", "pk"]
        constraints = [
            *Reviewable.Meta.constraints,
            models.UniqueConstraint(
                fields=["name", "division"],
                condition=Q(merged_into__isnull=True, division__isnull=False),
                name="organisations_organisation_once_in_a_division",
                violation_error_message=_("This division already has an organisation of that name."),
            ),
            models.UniqueConstraint(
                fields=["name"],
                condition=Q(merged_into__isnull=True, division__isnull=True),
                name="organisations_organisation_once_without_division",
                violation_error_message=_("There is already an organisation of that name without a division."),
            ),
            models.CheckConstraint(condition=~Q(name=""), name="organisations_organisation_has_a_name"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="organisations_organisation_is_not_its_parent",
                violation_error_message=_("An organisation cannot be its own parent."),
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="organisations_organisation_is_not_merged_into_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("organisations:detail", args=[self.slug])

    def clean(self) -> None:
        super().clean()
        seen, above = {self.pk}, self.parent
        while above is not None:
            if above.pk in seen:
                raise ValidationError({"parent": _("The parent is a part of this organisation.")})
            seen.add(above.pk)
            above = above.parent

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saved with an address of its own and the sound of its name."""
        give_address(self)
        super().save(*args, **kwargs)
        keep_former_address(self, self._saved_slug)
        self._saved_slug = self.slug

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Collection[Any], **more: Any) -> Self:
        row = super().from_db(db, field_names, values, **more)
        row._saved_slug = row.__dict__.get("slug", "")  # without a query when the field is deferred
        return row


class Alias(Searchable):
    """Another name of an organisation, and the place in which a short one holds (省总工会 is a name of 31 bodies)."""

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="aliases",
        verbose_name=_("organisation"),
        help_text=_("The body that goes by this name."),
    )
    name = models.CharField(_("name"), max_length=200, db_index=True, help_text=_("The name as printed."))
    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=AliasKind.choices,
        default=AliasKind.SHORT,
        help_text=_("Official, short, former, or a misprint."),
    )
    division = models.ForeignKey(
        Division,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("holds in"),
        help_text=_("The place in whose papers the name means this body; empty when it does everywhere."),
    )

    search_kind = "organisation"
    search_owner = "organisation_id"

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        ordering = ["organisation", "kind", "name"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="organisations_alias_named_once"),
            models.CheckConstraint(condition=~Q(name=""), name="organisations_alias_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class FormerSlug(models.Model):
    """An address that an organisation had; its page goes on answering there with 301."""

    slug = models.SlugField(_("address"), max_length=220, unique=True, help_text=_("The address it had."))
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="former_slugs",
        verbose_name=_("organisation"),
        help_text=_("The organisation that is found there now."),
    )

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug

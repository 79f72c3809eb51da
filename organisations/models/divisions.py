"""Administrative divisions of China."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from organisations.choices import DivisionLevel
from unionarchive.common.fields import validate_division_code


class Division(models.Model):
    """A province, prefecture or county under its six-digit code (GB/T 2260)."""

    code = models.CharField(
        _("code"),
        max_length=6,
        primary_key=True,
        validators=[validate_division_code],
        help_text=_("Six digits; the first two name the province, the first four the prefecture."),
    )
    name = models.CharField(_("name"), max_length=60, db_index=True, help_text=_("The full name."))
    level = models.CharField(
        _("level"),
        max_length=10,
        choices=DivisionLevel.choices,
        help_text=_("Province, prefecture or county."),
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("parent"),
        help_text=_("The division it belongs to; empty for a province."),
    )
    path = models.CharField(
        _("full name with its parents"),
        max_length=120,
        blank=True,
        default="",
        help_text=_("The names from the province down, such as 陕西省安康市石泉县."),
    )
    former_names = models.JSONField(
        _("former names"),
        default=list,
        blank=True,
        help_text=_("Names that newspapers used before it was renamed."),
    )

    class Meta:
        verbose_name = _("division")
        verbose_name_plural = _("divisions")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(code__regex=r"^[0-9]{6}$"),
                name="organisations_division_code_is_six_digits",
            ),
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True, level="province")
                | models.Q(parent__isnull=False) & ~models.Q(level="province"),
                name="organisations_division_province_has_no_parent",
            ),
        ]

    def __str__(self) -> str:
        return self.path or self.name

"""Code lists of the workshop."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SegmentRole(models.TextChoices):
    """What a stretch of a page is for; the codes of the extraction contract."""

    HEADLINE = "headline", _("Headline")
    KICKER = "kicker", _("Kicker")
    SUBHEAD = "subhead", _("Subhead")
    BYLINE = "byline", _("Byline")
    BODY = "body", _("Body")
    CAPTION = "caption", _("Caption")
    BANNER = "banner", _("Banner")
    SECTION_LABEL = "section_label", _("Section label")
    NAVIGATION = "navigation", _("Navigation")
    FOOTER = "footer", _("Footer")
    OTHER = "other", _("Other furniture")

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UnionarchiveConfig(AppConfig):
    """The project itself: doors, shared shelf, search index."""

    name = "unionarchive"
    verbose_name = _("Archive")

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from unionarchive.common.search import keeping, lookup


class UnionarchiveConfig(AppConfig):
    """The project itself: doors, shared shelf, search index."""

    name = "unionarchive"
    verbose_name = _("Archive")

    def ready(self) -> None:
        # The apps say what changed and ask what is found; from here on the index follows and answers.
        from unionarchive.search.asking import find  # noqa: PLC0415 - it imports the apps' models
        from unionarchive.search.indexing import reindex  # noqa: PLC0415

        keeping.register(reindex)
        lookup.register(find)

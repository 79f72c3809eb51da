"""What the reader's doubt codes mean, in words that tell an editor what to look at. Imports no app."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, Promise] = {
    "lost_end": _("the end of the text is lost"),
    "lost_start": _("the beginning of the text is lost"),
    "lost_headline": _("the headline is lost"),
    "uncertain_headline": _("the headline may belong to another article"),
    "uncertain_assembly": _("the pieces may be put together wrongly"),
    "figures_disagree": _("the figures do not agree with each other"),
}


def doubt_words(code: str) -> Promise | str:
    """The sentence for ``code``; the code itself for one that this version has no words for."""
    return WORDS.get(code, code)

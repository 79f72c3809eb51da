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
    "not_a_newspaper": _("the text does not look like a newspaper's"),
    "figures_disagree": _("the figures do not agree with each other"),
    "donor_from_context": _("who gave is taken from an earlier sentence"),
    "receiver_from_context": _("who received is taken from the words around it"),
    "no_receiver": _("who received is not said"),
    "no_verb": _("no word says that something was given"),
    "verb_in_another_clause": _("the word that says so stands in another clause"),
    "whole_unknown": _("it is a part of a sum that is not recorded"),
    "issuer_from_context": _("who put it in place is taken from an earlier sentence"),
    "no_issuer": _("who put it in place is not said"),
}


def doubt_words(code: str) -> Promise | str:
    """The sentence for ``code``; the code itself for one that this version has no words for."""
    return WORDS.get(code, code)

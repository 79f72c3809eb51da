"""Sentences that say what of a query could not be used."""

from __future__ import annotations

from django.utils.translation import gettext as _

from unionarchive.common.search.query import Query


def texts(query: Query, *, places_known: bool, organisations_known: bool) -> tuple[str, ...]:
    """A sentence for each note of ``query``, in the language that is active."""
    sentences = {
        "too_long": _("The question was cut after %(text)s characters."),
        "too_many_terms": _("Only the first %(text)s words were sought."),
        "no_words": _("“%(text)s” has no letter, digit or character to look for."),
        "bad_date": _("“%(text)s” is not a date or range of dates; write 2020, 2020-02 or 2020-02..2020-03."),
        "bad_amount": _("“%(text)s” is not an amount or range of amounts; write 500, 1万..5万 or >=1000."),
    }
    found = [sentences[note.code] % {"text": note.text} for note in query.notes]
    if not places_known:
        found.append(_("There is no administrative division of that name."))
    if not organisations_known:
        found.append(_("No organisation goes by that name."))
    return tuple(found)

"""Who gave, who got, who issued: names in a row, linked where they have a page. Runs no query.

The view has loaded the parties, or the issuers, with organisations that know whether they are public. Built in code
because white space between the names would show.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from organisations.choices import PartyKind, PartyRole

if TYPE_CHECKING:
    from organisations.models import AidDisbursement, AidParty, Measure

register = template.Library()


@register.filter
def parties(aid: AidDisbursement, role: str) -> SafeString:
    """Its donors or recipients ("donor", "recipient") in the order of the text.

    A person who received aid is not named.
    """
    return _row((_party(party) for party in aid.parties.all() if party.role == role), gettext("not stated"))


@register.filter
def issuers(measure: Measure) -> SafeString:
    """The bodies that put it in place."""
    return _row((_linked(issuer) for issuer in measure.issuers.all()), gettext("issuer not stated"))


def _party(party: AidParty) -> SafeString | str:
    if party.organisation is not None:
        return _linked(party.organisation)
    if party.kind == PartyKind.PERSON and party.role == PartyRole.RECIPIENT:
        return gettext("a person")
    return format_html('<span lang="zh-Hans">{}</span>', party.name)


def _linked(organisation: Any) -> SafeString:  # an Organisation that with_visibility() has marked
    if organisation.is_public:
        return format_html('<a lang="zh-Hans" href="{}">{}</a>', organisation.get_absolute_url(), organisation.name)
    return format_html('<span lang="zh-Hans">{}</span>', organisation.name)


def _row(names: Iterable[SafeString | str], nobody: str | Promise) -> SafeString:
    made = format_html_join(pgettext("list", ", "), "{}", ((name,) for name in names))
    return made or format_html('<span class="none">{}</span>', nobody)

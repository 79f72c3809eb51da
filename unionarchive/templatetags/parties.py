"""The two sides of an aid record. Runs no query where the view has loaded ``parties``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

if TYPE_CHECKING:
    from organisations.models import AidDisbursement, AidParty

register = template.Library()


@register.filter
def parties(aid: AidDisbursement, role: str) -> list[AidParty]:
    """Its donors or recipients ("donor", "recipient") in the order of the text."""
    return [party for party in aid.parties.all() if party.role == role]

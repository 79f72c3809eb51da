"""The way from a page to the desk, for those who work there."""

from __future__ import annotations

from typing import Any

from django import template
from django.db.models import Model
from django.urls import reverse

register = template.Library()


@register.simple_tag(takes_context=True)
def desk_address(context: Any, row: Model) -> str:
    """The address at which staff review ``row``; nothing for other readers."""
    user = getattr(context.get("request"), "user", None)
    if user is None or not user.is_staff:
        return ""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])

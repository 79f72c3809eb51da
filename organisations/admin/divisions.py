"""Divisions on the desk: a table to look things up in; it comes with the program and is not edited by hand."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from unfold.admin import ModelAdmin

from organisations.models import Division


@admin.register(Division)
class DivisionAdmin(ModelAdmin):
    list_display = ("code", "path", "level", "parent")
    list_filter = ("level",)
    list_select_related = ("parent",)
    search_fields = ("=code", "name", "path")
    ordering = ("code",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

"""An account that editors can start with, and the group that gives it its rights."""

from __future__ import annotations

import secrets
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.db.models import Q

GROUP = "Editors"
_APPS = ("articles", "organisations", "seeds")
# Sources are never deleted from the desk, and what a run did is not for editing.
_NOT_FOR_EDITORS = Q(codename__in=["delete_document", "delete_articlesource"]) | (
    Q(codename__endswith="_readingrun") & ~Q(codename="view_readingrun")
)


class Command(BaseCommand):
    """An editor's account exists; its password is printed once, when it is made."""

    help = (
        "Make sure that the group of editors and an editor's account exist. A new account gets a random password, "
        "printed once; change it with `manage.py changepassword NAME`."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--username", default="editor", help="name of the account (default: editor)")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        group = editors()
        users = get_user_model().objects
        if users.filter(is_staff=True, is_active=True).exists():
            self.stdout.write("There is an editor's account already; change its password with changepassword NAME.")
            return
        name, password = options["username"], secrets.token_urlsafe(12)
        user, _ = users.get_or_create(username=name)
        user.is_staff = user.is_active = True
        user.set_password(password)
        user.save()
        user.groups.add(group)
        self.stdout.write(f"Editor's account: {name}")
        self.stdout.write(f"Password (shown this once): {password}")
        self.stdout.write(f"Change it with: .venv/bin/python manage.py changepassword {name}")


def editors() -> Group:
    """The group of editors, with the rights that it has when it is new or had lost; further rights are left alone."""
    group, _ = Group.objects.get_or_create(name=GROUP)
    rights = Permission.objects.filter(content_type__app_label__in=_APPS).exclude(_NOT_FOR_EDITORS)
    group.permissions.add(*rights.exclude(codename__contains="_historical"))
    group.permissions.add(*rights.filter(codename__startswith="view_historical"))
    return group

"""A fresh installation has an editor's account, whose password is shown once and whose rights are those of the desk."""

from __future__ import annotations

from io import StringIO

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from tests import factories

pytestmark = pytest.mark.django_db


def ensure_editor(*options: str) -> str:
    out = StringIO()
    call_command("ensure_editor", *options, stdout=out)
    return out.getvalue()


def test_it_makes_an_account_whose_password_is_the_one_it_prints() -> None:
    printed = ensure_editor()
    password = next(line.split(": ")[1] for line in printed.splitlines() if line.startswith("Password"))
    user = authenticate(username="editor", password=password)
    assert user is not None and user.is_staff and not user.is_superuser
    assert "changepassword editor" in printed


def test_it_is_silent_about_passwords_the_second_time() -> None:
    ensure_editor()
    before = get_user_model().objects.get().password
    assert "Password" not in ensure_editor()
    assert get_user_model().objects.get().password == before


def test_it_makes_none_where_somebody_may_log_in_already() -> None:
    factories.UserFactory()
    ensure_editor()
    assert get_user_model().objects.count() == 1
    assert Group.objects.get().name == "Editors"


@pytest.mark.parametrize(
    ("right", "has"),
    [
        ("articles.change_article", True),
        ("organisations.change_aiddisbursement", True),
        ("organisations.delete_mention", True),
        ("seeds.add_document", True),
        ("organisations.view_historicalorganisation", True),
        ("organisations.delete_historicalorganisation", False),
        ("seeds.delete_document", False),
        ("seeds.change_readingrun", False),
        ("auth.change_user", False),
    ],
)
def test_editors_have_the_rights_of_the_desk_and_no_others(right: str, has: bool) -> None:
    ensure_editor("--username=bianji")
    assert get_user_model().objects.get(username="bianji").has_perm(right) is has


def test_a_right_that_was_given_beyond_these_stays() -> None:
    ensure_editor()
    group = Group.objects.get()
    group.permissions.add(*Permission.objects.all())
    held = group.permissions.count()
    ensure_editor()
    assert group.permissions.count() == held

"""The schema is whole, and a change of it is seen: version 1 only ever gains.

After a change on purpose: ``python manage.py spectacular --lang en --validate --file tests/api/schema.yml``.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import yaml
from django.core.management import call_command
from django.test import Client

from tests.api.world import BASE, LISTS

KEPT = Path(__file__).with_name("schema.yml")


def test_it_is_what_was_kept_and_gives_no_warning() -> None:
    written = io.StringIO()
    call_command("spectacular", lang="en", validate=True, fail_on_warn=True, stdout=written)
    assert yaml.safe_load(written.getvalue()) == yaml.safe_load(KEPT.read_text(encoding="utf-8"))


def test_it_explains_every_field_and_parameter() -> None:
    schema = yaml.safe_load(KEPT.read_text(encoding="utf-8"))
    for name, component in schema["components"]["schemas"].items():
        assert component.get("description") or "enum" in component, name
        for field, described in component.get("properties", {}).items():
            assert described.get("description") or field in ("id", "organisation"), f"{name}.{field}"
    for path, operations in schema["paths"].items():
        for parameter in operations["get"].get("parameters", []):
            assert parameter.get("description") or parameter["in"] == "path", f"{path} {parameter['name']}"


def test_it_documents_every_list() -> None:
    paths = yaml.safe_load(KEPT.read_text(encoding="utf-8"))["paths"]
    assert {f"{BASE}{name}/" for name in LISTS} <= set(paths)


@pytest.mark.django_db
def test_it_is_served_with_a_page_that_needs_no_other_host() -> None:
    assert Client().get(f"{BASE}schema/").status_code == 200
    page = Client().get(f"{BASE}docs/").content.decode()
    assert "swagger-ui" in page
    assert "//cdn" not in page and "https://" not in page

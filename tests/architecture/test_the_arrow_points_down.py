"""Imports and foreign keys go down the house, never up; see docs/decisions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
# From the foundations up: a floor may import itself and the floors before it.
FLOORS = ("unionarchive.common", "articles", "organisations", "seeds", "unionarchive")
PURE = {"django", "rest_framework", "django_filters"}


def modules() -> list[Path]:
    """Every module of the project that is not a test, a migration or a benchmark."""
    return sorted(
        path
        for package in ("unionarchive", "articles", "organisations", "seeds")
        for path in (ROOT / package).rglob("*.py")
        if "migrations" not in path.parts
    )


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def floor_of(name: str) -> int | None:
    """The floor that a module lives on: the longest prefix that names one."""
    fitting = [floor for floor in FLOORS if name == floor or name.startswith(f"{floor}.")]
    return FLOORS.index(max(fitting, key=len)) if fitting else None


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and dotted name of each import, those inside functions and type-checking blocks left in."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                longer = f"{node.module}.{alias.name}"
                yield node.lineno, longer if floor_of(longer) != floor_of(node.module) else node.module


def test_it_imports_downwards_only() -> None:
    upward = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in modules()
        for line, name in imports(path)
        if (there := floor_of(name)) is not None and there > (floor_of(dotted(path)) or 0)
    ]
    # The settings' readers and the search door stand on the top floor; nobody below may reach for them.
    assert upward == []


def test_the_reader_stays_pure() -> None:
    impure = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in modules()
        if dotted(path).startswith("seeds.reading")
        for line, name in imports(path)
        if name.split(".")[0] in PURE | {"random", "time", "socket", "requests", "urllib"}
    ]
    assert impure == []


def test_foreign_keys_point_downwards_only() -> None:
    floors = {"articles": 1, "organisations": 2, "seeds": 3, "unionarchive": 4}
    upward = [
        f"{model.__name__}.{field.name} points at {field.related_model._meta.label}"
        for model in apps.get_models()
        if model._meta.app_label in floors
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and field.related_model._meta.app_label in floors
        and floors[field.related_model._meta.app_label] > floors[model._meta.app_label]
    ]  # fmt: skip
    assert upward == []


@pytest.mark.parametrize("path", [pytest.param(path, id=dotted(path)) for path in modules()])
def test_no_file_is_longer_than_400_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400

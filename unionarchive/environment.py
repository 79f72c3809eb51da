"""Typed readers of environment variables: a wrong value stops the start with a sentence, never a guess."""

from __future__ import annotations

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"0", "false", "no", "off", ""})


def text(name: str, default: str = "") -> str:
    """The variable's value with outer white space taken off, ``default`` when it is not set."""
    return os.environ.get(name, default).strip()


def boolean(name: str, *, default: bool) -> bool:
    """The variable as yes or no; ImproperlyConfigured when it is neither."""
    value = os.environ.get(name)
    if value is None:
        return default
    folded = value.strip().lower()
    if folded in _TRUE:
        return True
    if folded in _FALSE:
        return False
    raise ImproperlyConfigured(f"{name} is {value!r}; expected one of 1, true, yes, on, 0, false, no, off")


def integer(name: str, *, default: int, least: int = 0) -> int:
    """The variable as a whole number of at least ``least``; ImproperlyConfigured when it is not one."""
    value = text(name)
    if not value:
        return default
    try:
        number = int(value)
    except ValueError:
        number = least - 1
    if number < least:
        raise ImproperlyConfigured(f"{name} is {value!r}; expected a whole number of at least {least}")
    return number


def words(name: str, default: str = "") -> list[str]:
    """The variable's comma-separated words without empty ones."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def path(name: str, default: Path) -> Path:
    """The variable as a path, ``default`` when it is not set."""
    value = text(name)
    return Path(value) if value else default

"""How values are declared: dataclasses that nobody changes, as mypy sees to.

The reader makes some four thousand values a page. ``dataclass(frozen=True)`` sets each field by a call, which takes
five times as long as an assignment and would be a thirtieth of the reader's time; so nothing but mypy forbids to
change a value. This module imports nothing of the project.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

_Value = TypeVar("_Value")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[_Value]) -> type[_Value]:
    """``cls`` is a dataclass with slots; its values are equal, and have the same hash, when all their fields do."""
    return dataclass(slots=True, unsafe_hash=True)(cls)


@dataclass_transform(frozen_default=True, order_default=True, field_specifiers=(field,))
def ordered_value(cls: type[_Value]) -> type[_Value]:
    """The same; values are also less or greater than each other, by their fields in turn."""
    return dataclass(slots=True, unsafe_hash=True, order=True)(cls)

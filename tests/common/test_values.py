"""Values are equal by their fields, have no other fields, and are ordered only where they say so."""

from __future__ import annotations

import pytest

from unionarchive.common.values import ordered_value, value


@value
class _Stretch:
    start: int
    end: int = 9


@ordered_value
class _Rank:
    first: int
    second: int


def test_values_are_equal_and_hash_alike_by_their_fields() -> None:
    assert len({_Stretch(1), _Stretch(1, 9), _Stretch(1, 8)}) == 2


def test_values_have_the_declared_fields_alone() -> None:
    with pytest.raises(AttributeError):
        _Stretch(1).middle = 3  # type: ignore[attr-defined]


def test_ordered_values_compare_by_their_fields_in_turn() -> None:
    assert sorted([_Rank(2, 1), _Rank(1, 9), _Rank(1, 3)]) == [_Rank(1, 3), _Rank(1, 9), _Rank(2, 1)]
    with pytest.raises(TypeError):
        sorted([_Stretch(2), _Stretch(1)])  # type: ignore[type-var]

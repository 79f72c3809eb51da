"""Raw text to numbered lines."""

from __future__ import annotations

import pytest

from seeds.reading.lines import read_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("甲", ["甲"]),
        ("甲\n乙\n", ["甲", "乙"]),
        ("甲\r\n乙\r丙", ["甲", "乙", "丙"]),
        ("甲\n\n  乙　\n", ["甲", "", "乙"]),
        ("甲\f乙", ["甲\f乙"]),
    ],
)
def test_lines_end_at_every_kind_of_line_end(text: str, lines: list[str]) -> None:
    assert [line.text for line in read_lines(text)] == lines


def test_a_line_knows_where_its_words_stand() -> None:
    text = "甲\r\n\r\n　乙丙 \r\n"
    lines = read_lines(text)
    assert [line.number for line in lines] == [1, 2, 3]
    assert [line.span.of(text) if line.span else None for line in lines] == ["甲", None, "乙丙"]

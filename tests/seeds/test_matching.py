"""A row and a draft belong together by fingerprint first, then the likest first, each once."""

from __future__ import annotations

import pytest

from seeds.matching import fingerprint, likeness_of_places, pair


def paired(rows: list[str], drafts: list[str], likeness: dict[str, float] | None = None) -> dict[str, str]:
    """Pairs of draft and row; the letter before a dash is the fingerprint, ``likeness`` is of row and draft joined."""
    found = pair(
        rows,
        drafts,
        row_fingerprint=lambda row: row.partition("-")[0],
        draft_fingerprint=lambda draft: draft.partition("-")[0],
        likeness=lambda row, draft: (likeness or {}).get(row + draft, 0.0),
    )
    return {drafts[draft]: rows[row] for draft, row in found.items()}


@pytest.mark.parametrize(
    ("rows", "drafts", "likeness", "expected"),
    [
        pytest.param(["a", "b"], ["b", "a"], {}, {"b": "b", "a": "a"}, id="by fingerprint"),
        pytest.param(["a-1", "a-2"], ["a-3"], {}, {"a-3": "a-1"}, id="the first of equals"),
        pytest.param(["a"], ["b"], {"ab": 0.1}, {"b": "a"}, id="by likeness"),
        pytest.param(["a"], ["b"], {"ab": 0.0}, {}, id="not without any"),
        pytest.param(["a"], ["b", "c"], {"ab": 1, "ac": 2}, {"c": "a"}, id="the likest draft"),
        pytest.param(["a", "b"], ["c"], {"ac": 1, "bc": 2}, {"c": "b"}, id="the likest row"),
        pytest.param(["a", "b"], ["a", "c"], {"ac": 9, "bc": 1}, {"a": "a", "c": "b"}, id="a fingerprint goes before"),
        pytest.param(["a", "b"], ["c", "d"], {"ac": 1, "ad": 1, "bc": 1, "bd": 1}, {"c": "a", "d": "b"}, id="in order"),
        pytest.param(["-1"], ["-2"], {}, {}, id="an empty fingerprint is none"),
    ],
)
def test_it_pairs(rows: list[str], drafts: list[str], likeness: dict[str, float], expected: dict[str, str]) -> None:
    assert paired(rows, drafts, likeness) == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "share"),
    [
        ([("raw", 0, 10)], [("raw", 0, 10)], 1.0),
        ([("raw", 0, 10)], [("raw", 5, 15)], 1 / 3),
        ([("raw", 0, 10)], [("other", 0, 10)], 0.0),
        ([("raw", 0, 5), ("raw", 5, 10)], [("raw", 0, 10)], 1.0),
        ([], [], 0.0),
    ],
)
def test_likeness_is_the_share_of_characters_in_common(ours: list, theirs: list, share: float) -> None:
    assert likeness_of_places(ours, theirs) == pytest.approx(share)


def test_a_fingerprint_tells_parts_apart() -> None:
    assert fingerprint("甲", "乙") == fingerprint("甲", "乙") != fingerprint("甲乙") != fingerprint(["甲", "乙"])

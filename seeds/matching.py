"""Which stored row a new reading is about: by fingerprint first, then by likeness. Pure; imports no Django.

Nothing here decides what happens to a row; it only says which two belong together.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

Row = TypeVar("Row")
Draft = TypeVar("Draft")
Stretch = tuple[Any, int, int]  # of a text (named by anything), from, to


def fingerprint(*parts: Any) -> str:
    """A hash that is equal for equal parts, whatever the day and the machine."""
    written = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(written.encode()).hexdigest()


def likeness_of_places(ours: Iterable[Stretch], theirs: Iterable[Stretch]) -> float:
    """The share of characters that two sets of stretches have in common, from 0 to 1."""
    common = total = 0
    held, others = _by_text(ours), _by_text(theirs)
    for text in held.keys() | others.keys():
        common += len(held[text] & others[text])
        total += len(held[text] | others[text])
    return common / total if total else 0.0


def pair(
    rows: Sequence[Row],
    drafts: Sequence[Draft],
    *,
    row_fingerprint: Callable[[Row], str],
    draft_fingerprint: Callable[[Draft], str],
    likeness: Callable[[Row, Draft], float],
) -> dict[int, int]:
    """The index of the row for each index of a draft that has one; every row serves one draft at most.

    Equal fingerprints go together first, in the order of the rows; then the likest, where ``likeness`` is above 0.
    """
    pairs: dict[int, int] = {}
    waiting: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        if print_ := row_fingerprint(row):
            waiting[print_].append(index)
    for index, draft in enumerate(drafts):
        if same := waiting.get(draft_fingerprint(draft)):
            pairs[index] = same.pop(0)
    left = set(range(len(rows))) - set(pairs.values())
    scored = [
        (-score, draft, row)
        for draft in range(len(drafts))
        if draft not in pairs
        for row in left
        if (score := likeness(rows[row], drafts[draft])) > 0
    ]
    for _, number, index in sorted(scored):
        if number not in pairs and index in left:
            pairs[number] = index
            left.discard(index)
    return pairs


def _by_text(stretches: Iterable[Stretch]) -> defaultdict[Any, set[int]]:
    positions: defaultdict[Any, set[int]] = defaultdict(set)
    for text, start, end in stretches:
        positions[text].update(range(start, end))
    return positions

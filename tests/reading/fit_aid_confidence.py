"""Fit how sure statements of aid are: ``python -m tests.reading.fit_aid_confidence [--held-out] [--write]``.

Reads every annotated page but the unread ones as a user's would be read, tells by the official scorer which statements
are right in every core field, and fits a logistic regression over their signs (``aid_signs``). Pages that were read
for errors are read better than new ones: a sign of its own takes that up and is left out of the table. ``--held-out``
says how well each set is told that the fit has not seen. Needs the folder that ``score_sets`` needs; takes a minute.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from seeds.reading.contract import to_record
from seeds.reading.facts import aid, lexicon
from seeds.reading.facts.aid_signs import Signs, signs_of
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.telling import ToldText
from tests.reading.score_sets import ROOT, gold_files, reading_of

_TABLE = Path(lexicon.__file__).parents[1] / "words" / "aid_confidence.toml"
_SETS = ("seeds", "documents", "practice", "more", "blind", "hands", "kept", "later")
_NOT_READ = frozenset("jlo")  # of the later pages: not read for errors when the weights were fitted
_RARE = 25  # statements; a sign of fewer says nothing
_SHRINK = 10.0  # how much evidence a weight of 1 needs
_READ = 0.5  # what a statement counts for whose page was read for errors
_LEAST = 0.02  # smaller weights are left out
_TOPS = (5, 10, 20, 50)  # per cent

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """A statement as it was read; ``group`` is the hand that wrote its page."""

    group: str
    signs: Signs
    right: bool

    @property
    def read(self) -> bool:
        """True when the page was read for errors."""
        return self.group not in _NOT_READ


def rows() -> list[Row]:
    """Every statement of the annotated pages."""
    return [
        Row(source.name[0] if name == "later" else name, signs, right)
        for name in _SETS
        for source, gold in gold_files(name)
        for signs, right in _statements(source, gold)
    ]


def _statements(source: Path, gold: Path) -> Iterator[tuple[Signs, bool]]:
    kept: list[Signs] = []

    def keeping(bodies: Sequence[ToldText | None], gifts: Sequence[Gift]) -> list[Signs]:
        kept.extend(signs_of(bodies, gifts))
        return kept

    with patch.object(aid, "signs_of", keeping):
        record = to_record(reading_of(source, gold, from_gold=False))
    right = _right(source.read_bytes().decode("utf-8"), json.loads(gold.read_text(encoding="utf-8")), record)
    return iter([(signs, at in right) for at, signs in enumerate(kept)])


def _right(text: str, gold: dict[str, Any], record: dict[str, Any]) -> set[int]:
    """Which statements of ``record`` the official scorer pairs and finds right in every core field."""
    scorer = _scorer()
    gold, said = scorer.same_names(gold, record)
    source = scorer.Source(text)
    _, got, _, _ = scorer.labels(source, gold, said)
    held: dict[str, Any] = {}
    for article in gold["articles"]:
        places = [place for line in source.lines(article["lines"]) for place in line]
        owners = Counter(got[place] for place in places if got.get(place) is not None)
        held[article["id"]] = owners.most_common(1)[0][0] if owners else None
    pairs = scorer.match(
        source, gold["disbursements"], said["disbursements"],
        lambda page, ours, theirs: scorer.same_aid(page, ours, theirs, held), lambda *_: None, "aid",
    )  # fmt: skip
    right = {id(theirs) for ours, theirs in pairs if all(scorer.agrees(field, ours, theirs) for field in scorer.CORE)}
    return {at for at, one in enumerate(said["disbursements"]) if id(one) in right}


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", ROOT / "eval" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def names_of(statements: Sequence[Row]) -> list[str]:
    """The signs that often enough say something."""
    times = Counter(name for row in statements for name, value in row.signs.items() if value)
    return sorted(name for name, count in times.items() if count >= _RARE)


def values(statements: Sequence[Row], names: Sequence[str]) -> Values:
    """A row for each statement: its signs by ``names``, whether its page was read for errors, and 1."""
    return np.array(
        [[*(row.signs.get(name, 0.0) for name in names), float(row.read), 1.0] for row in statements], dtype=np.float64
    )


def fit(statements: Sequence[Row], names: Sequence[str]) -> Values:
    """The weights of ``names``, of having been read and of every statement: ridge regression by Newton's method."""
    table, right = values(statements, names), np.array([row.right for row in statements], dtype=np.float64)
    counts = np.array([_READ if row.read else 1.0 for row in statements])
    shrink = np.array([*(_SHRINK for _ in names), 1e-3, 1e-6])
    weights = np.zeros(len(names) + 2)
    for _ in range(12):
        share = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (counts * (share - right)) + shrink * weights
        curve = (table * (counts * share * (1 - share))[:, None]).T @ table + np.diag(shrink)
        weights -= np.linalg.solve(curve, slope)
    return weights


def shares(statements: Sequence[Row], names: Sequence[str], weights: Values) -> Values:
    """How sure each statement is, taken as one of a page that nobody has read for errors."""
    table = values(statements, names)
    table[:, -2] = 0
    answer: Values = 1 / (1 + np.exp(-table @ weights))
    return answer


def held_out(statements: Sequence[Row]) -> Values:
    """How sure each statement is by the weights of all sets but its own."""
    found = np.zeros(len(statements))
    for group in sorted({row.group for row in statements}):
        others = [row for row in statements if row.group != group]
        names = names_of(others)
        own = [at for at, row in enumerate(statements) if row.group == group]
        found[own] = shares([statements[at] for at in own], names, fit(others, names))
    return found


def _tell(title: str, sure: Values, right: Values) -> None:
    kept = np.clip(sure, 1e-4, 1 - 1e-4)
    loss = -np.mean(right * np.log(kept) + (1 - right) * np.log(1 - kept))
    order = np.argsort(-sure, kind="stable")
    tops = (f"{top}%: {right[order[: max(1, len(order) * top // 100)]].mean():.3f}" for top in _TOPS)
    print(f"{title:<12} {len(right):5} right {right.mean():.3f} log loss {loss:.4f}  top " + "  ".join(tops))


def _show(statements: Sequence[Row]) -> None:
    sure, right = held_out(statements), np.array([row.right for row in statements], dtype=np.float64)
    groups = np.array([row.group for row in statements])
    unread = np.isin(groups, sorted(_NOT_READ))
    for group in dict.fromkeys(groups):
        _tell(group, sure[groups == group], right[groups == group])
    _tell("not read", sure[unread], right[unread])
    _tell("read", sure[~unread], right[~unread])
    for low in range(10):
        band = (sure >= low / 10) & (sure < (low + 1) / 10)
        cells = [(right[band & of], band & of) for of in (unread, ~unread)]
        print(f"{low / 10:.1f}" + "".join(f"{of.sum():6} {part.mean() if part.size else 0:.2f}" for part, of in cells))


def main() -> None:
    """Fit, and show or write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="say how well each set is told by the others")
    parser.add_argument("--write", action="store_true", help="write the table of weights")
    options = parser.parse_args()
    statements = rows()
    if options.held_out:
        _show(statements)
    if options.write:
        names = names_of(statements)
        weights = fit(statements, names)
        kept = [(name, weight) for name, weight in zip(names, weights, strict=False) if abs(weight) >= _LEAST]
        lines = [f'"{name}" = {weight:.2f}' for name, weight in kept]
        head = _TABLE.read_text(encoding="utf-8").split("[weights]")[0]
        table = "\n".join(["[weights]", f"always = {weights[-1]:.2f}", *lines])
        _TABLE.write_text(f"{head}{table}\n", encoding="utf-8")


if __name__ == "__main__":
    main()

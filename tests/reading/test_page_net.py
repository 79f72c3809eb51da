"""The net that reads whole pages: what it sees, what it says, and that it reads pages that links alone do not tell."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from seeds.reading.assembly import page_net
from seeds.reading.assembly.assignment import best_assignment
from seeds.reading.assembly.page_net import WEIGHTS, nets_of
from seeds.reading.assembly.search import best_paths, weights
from seeds.reading.assembly.strips import Kind
from seeds.reading.assembly.table import OUT
from seeds.reading.assembly.terms import Terms
from seeds.reading.blocks import cut_strips
from seeds.reading.lines import read_lines
from tests.reading.page_fitting import TERMS, FitPage, Sparse
from tests.reading.page_sets import annotated
from tests.reading.test_whole_page import TURNS

_NETS, _ROWS = nets_of(WEIGHTS)


def _page(text: str) -> Terms:
    return Terms(cut_strips(read_lines(text)), weights("links"))


def _pages() -> list[Terms]:
    return [_page(page.text) for page in annotated("documents")]


def test_it_says_how_likely_links_are_and_nothing_of_what_may_not_be() -> None:
    for page in _pages():
        allowed = page.static({}) > OUT
        assert ((page.told.gains > OUT) == allowed).all()
        assert np.abs(page.told.gains[allowed]).max() <= 12


def test_standing_together_is_the_same_both_ways_and_furniture_stands_nowhere() -> None:
    for page in _pages():
        together = page.told.together
        assert (together == together.T).all()
        assert not together.diagonal().any()
        furniture = [strip.index for strip in page.strips if strip.kind is Kind.FURNITURE]
        assert not together[furniture].any()


def test_what_follows_and_what_stands_together_is_told() -> None:
    right = links = rightly = pairs = 0
    for source in annotated("documents"):
        page = FitPage(source.name, source.text, source.gold)
        told = page.terms.told
        laid_so = best_assignment(np.maximum(told.gains, 0.0))
        right, links = right + int((laid_so == page.follows)[page.kept].sum()), links + int(page.kept.sum())
        known = np.nonzero(page.kept & (page.owner >= 0))[0]
        first, second = known[:, None], known[None, :]
        same = page.owner[first] == page.owner[second]
        rightly += int(((told.together[first, second] > 0) == same)[first != second].sum())
        pairs += len(known) * (len(known) - 1)
    assert right / links > 0.95
    assert rightly / pairs > 0.95


@pytest.mark.parametrize("text", ["", "。\n", "一场雪\n", "一场雪\n\n雪下了三天，路断了。\n"])
def test_a_page_of_few_strips_is_read(text: str) -> None:
    told = _page(text).told
    assert told.gains.shape == told.together.shape
    assert not np.isnan(told.gains).any()


def test_the_vectors_of_terms_are_the_sums_of_their_named_terms() -> None:
    """What the reader reckons block by block is what fits reckon term by term."""
    net, rows = _NETS[0], _ROWS
    (source, *_) = annotated("documents")
    page = FitPage(source.name, source.text, source.gold)
    seen = page.terms.seen(net, rows)
    for some, table, found in (
        (page.static, "term vectors", seen.terms[page.first, page.second]),
        (page.begins, "begin terms", seen.begins),
        (page.over, "end terms", seen.ends),
    ):
        assert np.allclose(found, _summed(some, rows, net[table]), atol=1e-4)


def _summed(some: Sparse, rows: dict[str, int], table: page_net.Single) -> page_net.Single:
    by_number = {number: name for name, number in TERMS.of.items()}
    made = np.zeros((some.rows, table.shape[1]), np.float32)
    for row, term, value in zip(some.row.tolist(), some.term.tolist(), some.value.tolist(), strict=True):
        if (name := by_number[term]) in rows:
            made[row] += table[rows[name]] * np.clip(value, -page_net.MOST, page_net.MOST)
    return made


def test_without_its_file_it_knows_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(page_net, "WEIGHTS", tmp_path / "none.npz")
    page = _page(TURNS)
    assert set(np.unique(page.told.gains)) <= {OUT, 0.0}
    assert not page.told.together.any()
    strips = cut_strips(read_lines(TURNS))
    assert sorted(index for path in best_paths(strips) for index in path.members) == list(range(len(strips)))

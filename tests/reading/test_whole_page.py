"""Readings judged as wholes: what a page says of them, the readings beside one, and the better one of two."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.reading.assembly.assignment import circles
from seeds.reading.assembly.climbing import NEAREST
from seeds.reading.assembly.judging import Judge
from seeds.reading.assembly.neighbours import neighbours
from seeds.reading.assembly.search import best_paths, laid, weights
from seeds.reading.assembly.strips import Kind
from seeds.reading.assembly.table import OUT, Features, Floats, Ints
from seeds.reading.assembly.terms import Terms
from seeds.reading.blocks import cut_strips
from seeds.reading.lines import read_lines
from tests.reading.page_sets import annotated

# Two headed articles whose paragraphs take turns.
TURNS = """井下送来了热汤

2月3日，红卫煤矿食堂把羊肉汤送到井口，三班矿工每人一碗。

苹果卖到了海岛上

果农马德福今年收苹果4万斤，台风过后无人来收。

矿工会主席说，羊肉汤要一直送到二月二，井口的锅不撤。

海岛上的水产公司听说以后，用冷藏船运走了马德福的苹果。
"""


def _page(text: str) -> Terms:
    return Terms(cut_strips(read_lines(text)), weights("links"))


def _follows(count: int, *paths: tuple[int, ...]) -> Ints:
    follows = np.full(count, -1)
    for path in paths:
        follows[list(path[:-1])] = path[1:]
    return follows


def _terms(page: Terms, *paths: tuple[int, ...]) -> Features:
    follows = _follows(len(page.strips), *paths)
    return page.whole_page().terms(laid(page.strips, follows), follows)


RIGHT, WRONG, ONE = ((0, 1, 4), (2, 3, 5)), ((0, 1, 5), (2, 3, 4)), ((0, 1, 3, 4, 5), (2,))


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("articles", 2, 2),
        ("leaps", 2, 1),
        ("leaps cross", 1, 0),
        ("leaps inside leaps", 0, 0),
        ("texts without head", 0, 0),
        ("heads without text", 0, 0),
        ("most articles waiting", 1, 1),
        ("ends cut", 0, 0),
        ("texts go back", 0, 0),
    ],
)
def test_a_reading_is_counted_out(name: str, right: float, wrong: float) -> None:
    page = _page(TURNS)
    assert [strip.kind for strip in page.strips] == [Kind.HEADING, Kind.TEXT] * 2 + [Kind.TEXT] * 2
    assert _terms(page, *RIGHT)[name] == right
    assert _terms(page, *WRONG)[name] == wrong


def test_a_head_left_without_text_is_counted() -> None:
    assert _terms(_page(TURNS), *ONE)["heads without text"] == 1


@pytest.mark.parametrize(
    "name",
    ["words held together", "rare words held together", "words within articles", "number of rare words held together"],
)
def test_the_right_reading_keeps_words_together(name: str) -> None:
    page = _page(TURNS)
    assert _terms(page, *RIGHT)[name] > _terms(page, *WRONG)[name]


def test_a_leap_inside_another_is_told_from_one_that_crosses() -> None:
    page = _page("\n\n".join(f"{word}今天开了一次会，会上说了话。" for word in "甲乙丙丁戊己"))
    inside = _terms(page, (0, 5), (1, 4), (2, 3))
    assert (inside["leaps inside leaps"], inside["leaps cross"]) == (1, 0)
    across = _terms(page, (0, 3), (1, 4), (2, 5))
    assert (across["leaps inside leaps"], across["leaps cross"]) == (0, 3)


def test_style_that_stays_varies_less_inside_articles() -> None:
    plain, quoted = "市里拨了300万元，县里拨了200万元，镇里拨了100万元。", "“来了？”“来了。”“坐吧。”他说。"
    page = _page("\n\n".join([plain, quoted, plain, quoted]))
    alike, mixed = _terms(page, (0, 2), (1, 3)), _terms(page, (0, 1), (2, 3))
    for name in ("figures", "quotations"):
        assert alike[f"{name} vary inside articles"] < 0.01 < mixed[f"{name} vary inside articles"]


@pytest.mark.parametrize("text", ["", "字", "# 短 波\n\n# 短 波", "首页 > 新闻 > 正文"])
def test_odd_pages_are_judged(text: str) -> None:
    page = _page(text)
    assert all(np.isfinite(value) for value in _terms(page).values())


def test_a_score_is_the_sum_of_its_named_terms() -> None:
    page, by = _page(TURNS), weights("whole")
    follows = _follows(6, *RIGHT)
    paths = laid(page.strips, follows)
    judged = Judge(page, by).score(paths, follows)
    page.settle(paths)
    links = page.links([(a, b) for path in RIGHT for a, b in pairwise(path)])
    total = sum(by.get(name, 0.0) * value for features in links for name, value in features.items())
    first = np.nonzero(follows >= 0)[0]
    total -= page.ends(by)[first].sum() + page.begins(by)[follows[first]].sum()
    of_page = sum(by.get(name, 0.0) * value for name, value in page.whole_page().terms(paths, follows).items())
    assert judged == pytest.approx(total / np.sqrt(6) + of_page)


_GAINS = st.lists(st.lists(st.one_of(st.just(OUT), st.floats(-4, 9)), min_size=5, max_size=5), min_size=5, max_size=5)


def _read(gains: Floats) -> Ints:
    follows = np.full(len(gains), -1)
    for first, second in ((0, 1), (1, 2), (3, 4)):
        if gains[first, second] > OUT:
            follows[first] = second
    return follows


@settings(max_examples=200, deadline=None)
@given(_GAINS)
def test_neighbours_differ_in_a_link_or_two_and_are_readings(rows: list[list[float]]) -> None:
    gains = np.array(rows)
    np.fill_diagonal(gains, OUT)
    follows = _read(gains)
    found = neighbours(gains, follows, 12)
    assert len(found) <= 12
    assert len({one.tobytes() for one in found} | {follows.tobytes()}) == len(found) + 1
    for one in found:
        held = one[one >= 0].tolist()
        assert len(set(held)) == len(held)
        assert not circles(one)
        new = np.nonzero((one != follows) & (one >= 0))[0]
        assert all(gains[first, one[first]] > OUT for first in new.tolist())
        assert (one != follows).sum() <= 2


def test_the_cheapest_change_comes_first() -> None:
    gains = np.array([[OUT, 5.0, 4.5], [OUT, OUT, 3.0], [OUT, OUT, OUT]])
    best = neighbours(gains, _follows(3, (0, 1, 2)), 9)
    assert best[0].tolist() == [1, -1, -1]  # 3.0
    assert best[1].tolist() == [2, -1, -1]  # 5.0 and 3.0 less 4.5


def test_what_the_whole_page_made_says_so() -> None:
    reasons = [
        piece.reason for page in annotated("later") for article in page.read().articles for piece in article.pieces
    ]
    made = [reason for reason in reasons if "and the whole page: " in reason]
    assert 5 < len(made) < len(reasons) / 4
    named = {name for reason in made for name in reason.split("and the whole page: ")[1].split(", ")}
    assert named <= weights("whole").keys()


def test_no_reading_beside_the_chosen_one_is_better() -> None:
    page = next(annotated("documents"))
    strips = cut_strips(read_lines(page.text))
    chains = best_paths(strips)
    terms = Terms(strips, weights("links"))
    follows = _follows(len(strips), *(chain.members for chain in chains))
    judge = Judge(terms, weights("whole"))
    gains = terms.told.gains
    best = judge.score(laid(strips, follows), follows)
    assert all(judge.score(laid(strips, one), one) <= best for one in neighbours(gains, follows, NEAREST))


def test_readings_judged_at_once_are_judged_as_each_alone() -> None:
    page = _page(TURNS + "\n\n下转第四版\n\n□记者 马小川")
    readings = [_follows(len(page.strips), *paths) for paths in (RIGHT, WRONG, ONE, ((0, 1), (2, 3)), ())]
    paths = [laid(page.strips, follows) for follows in readings]
    at_once = page.whole_page().terms_of_all(paths, np.array(readings))
    for at, follows in enumerate(readings):
        alone = page.whole_page().terms(paths[at], follows)
        assert alone == pytest.approx({name: float(values[at]) for name, values in at_once.items()})
    scores = Judge(page, weights("whole")).scores(paths, readings)
    judge = Judge(page, weights("whole"))
    assert scores == pytest.approx([judge.score(*one) for one in zip(paths, readings, strict=True)])
    assert len(set(scores)) == len(readings)

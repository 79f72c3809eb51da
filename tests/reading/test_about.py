"""What strips are about: strips of one article are more alike than strips of two, though they share no word."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from seeds.reading.assembly import about
from seeds.reading.assembly.about import MOST, About, words_of
from seeds.reading.assembly.stretches import Stretches

# Heads, and two strips of text of each of their articles.
_STORIES = [
    (
        "一碗热粥暖了整条街",
        "早餐店老板凌晨三点起来熬粥，蒸了六十笼包子。",
        "环卫工人端着纸碗，蹲在台阶上喝得满头是汗。",
    ),
    ("教室搬进了帐篷", "黑板靠在课桌上，孩子们跟着老师念课文。", "校长说，毕业班的考试一天也不推迟。"),
    ("铁塔上的除夕", "线路结了冰，抢修队员系好安全带往上爬。", "变电站的指示灯亮了，停电四天的村子有了光。"),
    ("把药送到家门口", "社区医生给独居老人量血压、测体温。", "居民不出门，降压药和退烧药由志愿者取回。"),
]


def _page() -> About:
    texts = [text for story in _STORIES for text in story]
    heading = np.array([at % 3 == 0 for at in range(len(texts))])
    return About(texts, ~heading, heading)


def test_texts_of_one_article_are_more_alike() -> None:
    level, count = _page().level, len(_STORIES)
    own = [level[at * 3 + 1, at * 3 + 2] for at in range(count)]
    others = [level[a * 3 + 1, b * 3 + 2] for a in range(count) for b in range(count) if a != b]
    assert min(own) > np.mean(others)
    assert np.mean(own) > np.mean(others) + 1


def test_a_head_is_about_its_text() -> None:
    page = _page()
    texts = np.nonzero(page.best_head >= 0)[0]
    assert len(texts) == 2 * len(_STORIES)
    assert sum(int(page.best_head[text]) == text // 3 * 3 for text in texts) >= len(texts) - 2


def test_it_is_the_same_both_ways_and_bounded() -> None:
    level = _page().level
    assert np.array_equal(level, level.T)
    assert np.abs(level).max() <= MOST
    assert not level.diagonal().any()


def test_single_strips_are_as_alike_as_stretches_of_one() -> None:
    page = _page()
    between = page.between(Stretches([[at] for at in range(len(page.known))], len(page.known)))
    apart = ~np.eye(len(between), dtype=np.bool_)
    assert np.abs(between - page.level)[apart].max() <= 1 / 128


@pytest.mark.parametrize("texts", [[], ["一段。"], ["", "", "", ""], ["abc", "，。", "12345", "\n\n"]])
def test_what_says_nothing_is_about_nothing(texts: list[str]) -> None:
    text = np.ones(len(texts), dtype=np.bool_)
    page = About(texts, text, ~text)
    assert page.level.shape == (len(texts), len(texts))
    assert not page.level.any()


def test_without_weights_nothing_is_about_anything(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(about, "WEIGHTS", tmp_path / "none.npz")
    page = _page()
    assert not page.level.any()
    assert (page.best_head == -1).all()


def test_words_are_counted_once_for_each_line() -> None:
    line, codes = words_of("工会工会\n会a工")
    words = [
        (int(at), chr(code >> 16) + chr(code & 0xFFFF) if code >> 16 else chr(code))
        for at, code in zip(line, codes, strict=True)
    ]
    assert sorted(words) == sorted([(0, "工"), (0, "会"), (0, "工会"), (0, "会工"), (1, "会"), (1, "工")])

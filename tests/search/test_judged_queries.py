"""The order of hits, held against judgements that follow from how the articles were made (``benchmarks.judged``)."""

from __future__ import annotations

import pytest

from benchmarks.judged import articles, grade, ndcg, queries
from benchmarks.search_ranking import measure
from tests.search.archives import Archive
from unionarchive.common.search.query import parse
from unionarchive.common.search.ranking import rarity, score
from unionarchive.common.search.tokens import Text

FLOOR = 0.95  # nDCG@10; a change of the weights may not lower it
AHEAD = 0.02  # of plain bm25


def test_the_set_is_large_enough_and_always_the_same() -> None:
    archive, asked = articles(), queries()
    assert (len(archive), archive) == (2000, articles())
    assert len({query.typed for query in asked}) == len(asked) >= 60
    for query in asked:
        grades = [grade(article, query) for article in archive]
        assert max(grades) >= 2 and min(grades) == 0, query.typed


@pytest.mark.parametrize(
    ("grades", "wanted"), [([3, 2, 1], 1.0), ([], 0.0), ([0, 0, 0], 0.0), ([1, 2, 3], 0.68), ([3], 0.75)]
)
def test_ndcg_is_one_for_the_best_order_only(grades: list[int], wanted: float) -> None:
    assert ndcg(grades, [1, 2, 3, 0, 0]) == pytest.approx(wanted, abs=0.01)


def test_the_best_answers_stand_at_the_top_more_often_than_by_bm25() -> None:
    scores = measure(2000)
    assert scores["ours"] >= FLOOR
    assert scores["ours"] >= scores["bm25"] + AHEAD


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("口罩", Text("口罩到了", "正文"), Text("物资到了", "口罩到了。")),
        ("口罩", Text("物资", "口罩到了。"), Text("物资", "甲" * 80 + "。口罩到了。")),
        ("口罩", Text("物资", "甲" * 80 + "口罩口罩口罩"), Text("物资", "甲" * 80 + "口罩甲乙丙丁")),
        ("天水市总工会", Text("天水市总工会"), Text("天水市总工会女职工委员会")),
        ("天水市总工会", Text("天水市总工会医务工会"), Text("秦州区支援天水市总工会工作队")),
        ("市总", Text("某总工会", names="市总\n总工会"), Text("某总工会", names="市总工会\n总工会")),
        ("口罩 手套", Text("物资", "送来口罩、手套。" + "甲" * 90), Text("物资", "送来口罩。" + "甲" * 90 + "手套。")),
        ("慰问", Text("慰问职工"), Text("慰问金下发")),
        ("口罩 的", Text("口罩", "甲的"), Text("的士", "口罩")),
        ("工会", Text("送温暖", beside="工会在行动"), Text("送温暖", "甲" * 80 + "工会")),
    ],
)
def test_it_prefers(typed: str, better: Text, worse: Text) -> None:
    high, low = score(better, parse(typed)), score(worse, parse(typed))
    assert high is not None and low is not None
    assert high > low


def test_rare_words_count_more_than_common_ones() -> None:
    assert rarity("的") < rarity("工作") < rarity("消毒液") <= rarity("汉滨区环卫所")


def test_the_newest_of_equals_comes_first_and_a_better_one_before_it(archive: Archive) -> None:
    same = [Text("慰问", "口罩到了。") for _ in range(400)]
    refs = archive.put(*same)
    [best] = archive.put(Text("口罩", "口罩到了。"))
    archive.put(*same)
    assert archive.best("口罩", limit=3) == [best, refs[-1] + 401, refs[-1] + 400]

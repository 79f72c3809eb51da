"""Which text goes on where another was cut, by the nets across cuts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from seeds.reading.assembly import going_on
from seeds.reading.assembly.going_on import BLANK, UNKNOWN, WINDOW, numbered, numbers_of, plain, read_across

# What was one sentence, cut where a column ends.
_CUT = [
    ("县总工会连夜买来棉大衣二百件、火炉八十个，装上卡车送到受灾", "职工家里，一户也没有落下。"),
    ("入冬以来，市红十字会先后收到社会各界捐", "款四十多万元，全部用于购买口罩和消毒液。"),
    ("老支书把攒了半年的养老金取出来，交到村委会主任手", "里，说这点钱给孩子们买书包。"),
    ("隔离病房的护士们收到了小学生写来的慰问", "信，信里画着红红的太阳。"),
    ("供电公司的抢修队员顶着风雪爬上铁", "塔，用木棒一点一点敲掉导线上的冰。"),
    ("据介绍，今年全市共举办下岗女工家政服务培训", "班十二期，四百多人拿到了结业证书。"),
]


def test_a_cut_sentence_goes_on_with_its_own_rest() -> None:
    texts = [part for pair in _CUT for part in pair]
    level = read_across(texts).level
    rests = list(range(1, len(texts), 2))
    first = [rests[int(level[start, rests].argmax())] == start + 1 for start in range(0, len(texts), 2)]
    assert sum(first) >= len(_CUT) - 1


def test_the_order_of_texts_on_the_page_is_not_asked() -> None:
    texts = [part for pair in _CUT for part in pair]
    order = [5, 0, 7, 2, 11, 4, 1, 10, 3, 9, 6, 8]
    moved = read_across([texts[at] for at in order]).level
    assert np.abs(moved - read_across(texts).level[np.ix_(order, order)]).max() <= 1 / 256


def test_articles_begin_and_end_as_articles_do() -> None:
    whole = [
        "本报讯（记者 林晓）昨日，市总工会启动冬季送温暖活动，首批慰问金已经发到困难职工手中。",
        "1月12日清晨，县城的积雪还没有化，环卫工人已经上了街，各社区也都动了起来。",
        "连日来，我市各级工会组织干部深入企业，为坚守岗位的职工送去棉衣和热饮，受到大家欢迎。",
    ]
    parts = [
        "，他们又把米和油送到了楼上，老人拉着手不肯放，一个劲地说",
        "。他还说，等路通了，第二批药品也会运到，大家不用着",
        "的钥匙交给了社区，随后又去看望另外两户，其中一户是",
    ]
    across = read_across([*whole, *parts])
    assert across.begins[:3].min() > across.begins[3:].max()
    assert across.ends[:3].min() > across.ends[3:].max()


def test_values_are_bounded_and_no_text_follows_itself() -> None:
    level = read_across([part for pair in _CUT for part in pair]).level
    assert np.abs(level).max() <= 3
    assert not level.diagonal().any()


@pytest.mark.parametrize("texts", [[], ["一段。"], ["一段。", "两段。"]])
def test_with_nothing_to_choose_from_nothing_is_said(texts: list[str]) -> None:
    assert read_across(texts).level.tolist() == [[0.0] * len(texts)] * len(texts)


def test_without_weights_every_text_goes_on_as_well(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(going_on, "WEIGHTS", tmp_path / "none.npz")
    across = read_across([part for pair in _CUT for part in pair])
    assert not across.level.any()
    assert not across.begins.any()
    assert not across.ends.any()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("苏 峥　说", "苏峥说"),
        ("“好”，他说", '"好",他说'),
        ("23.7万元", "00.0万元"),
        ("ＡＢC店", "aaa店"),
        ("", ""),
        ("\n\t ", ""),
    ],
)
def test_what_is_alike_for_a_cut_is_one_character(text: str, wanted: str) -> None:
    assert plain(text) == wanted


def test_windows_lie_at_the_cut() -> None:
    numbers = numbers_of(["甲", "乙", "丙"])
    before, after = (numbered(["甲乙", "甲" * 50 + "丙", "𠮷"], numbers, left=left).tolist() for left in (True, False))
    assert before[0] == [BLANK] * (WINDOW - 2) + [UNKNOWN + 1, UNKNOWN + 2]
    assert after[0] == [UNKNOWN + 1, UNKNOWN + 2] + [BLANK] * (WINDOW - 2)
    assert before[1][-1] == UNKNOWN + 3
    assert after[1] == [UNKNOWN + 1] * WINDOW
    assert after[2][0] == UNKNOWN

"""What an item of a list begins with, and the days of a diary."""

from __future__ import annotations

import pytest

from seeds.reading.assembly.listing import Mark, day_of, mark_of


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("一、会议同意为停产的三个班组补发工资。", Mark.NUMERAL),
        ("十二、各基层工会月底前报账。", Mark.NUMERAL),
        ("（三）给受灾职工每户补助800元。", Mark.BRACKETED),
        ("(四)借款延期一年。", Mark.BRACKETED),
        ("2.在外做工的怎么报销？", Mark.DIGIT),
        ("12、值班电话不变。", Mark.DIGIT),
        ("（5）热线每天开通。", Mark.BRACKETED_DIGIT),
        ("3）到社区登记。", Mark.BRACKETED_DIGIT),
        ("问：隔离期间工资照发吗？", Mark.QUESTION),
        ("答:照发。", Mark.ANSWER),
        ("| 单位 | 物资 |", Mark.ROW),
        ("【青山】县总工会送去棉被200床。", Mark.HEADED),
        ("■市妇联捐赠毛毯60条。", ord("■")),
        ("◇县邮政局免收话费。", ord("◇")),
        ("△区总工会组织突击队。", ord("△")),
    ],
)
def test_an_item_is_known_by_what_it_begins_with(text: str, mark: int) -> None:
    assert mark_of(text, listed=False) == mark


@pytest.mark.parametrize(
    "text",
    ["市总工会给一线职工送去慰问品。", "【冰雪暖流】", "一线职工一个不少。", "2.5万元已经到账。", "问候信写了三页。"],
)
def test_running_text_is_no_item(text: str) -> None:
    assert mark_of(text, listed=False) == Mark.NONE


def test_a_row_of_a_list_without_a_sign_is_known_by_the_list() -> None:
    assert mark_of("东风厂工会　3万元", listed=True) == Mark.SPACED


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("3月16日 井打到四十米。", "3月18日 泥浆变了颜色。"),
        ("2月28日 阴", "3月1日 晴"),
        ("第一天：宿舍封了。", "第五天：外面送来西瓜。"),
        ("第九天：电话卡发下来了。", "第十四天：解除隔离。"),
        ("第十九天 有雨", "第二十天 转晴"),
        ("第二天：无事", "第12天：无事"),
        ("12月20日　晴", "12月22日 小雪"),
    ],
)
def test_days_of_a_diary_only_go_up(earlier: str, later: str) -> None:
    assert 0 < day_of(earlier) < day_of(later)


@pytest.mark.parametrize(
    "text",
    [
        "3月16日，市总工会送来水罐。",
        "3月16日上午，水车进村。",
        "第二天，车队又来了。",
        "2月8日夜里停电。",
        "11月3日静默那天他在店里。",
    ],
)
def test_a_date_in_a_sentence_begins_no_entry(text: str) -> None:
    assert day_of(text) == 0

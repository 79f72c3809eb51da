"""Minutes of meetings: what their numbered items resolve is pledged on the day of the meeting."""

from __future__ import annotations

import pytest

from tests.reading.one_article import aid_in, in_short

ITEMS = (
    "1.安排救灾专款130万元，其中望城区总工会50万元、浏阳市总工会38万元。\n"
    "2.资助受灾职工子女入学，大学新生每人3000元，已核定29人。"
)
WANTED = [
    "长沙市总工会: cash 1300000 pledged",
    "长沙市总工会: cash 500000 pledged part",
    "长沙市总工会: cash 380000 pledged part",
    "长沙市总工会: cash 3000 each for 29 pledged",
]


@pytest.mark.parametrize(("comment", "headline", "opening"), [
    ("by the headline", "长沙市总工会会议纪要", "时间：2020年9月10日\n会议由主席李建国主持。"),
    ("with its number", "长沙市总工会第九次主席办公会纪要", "（2020年9月10日）\n"),
    ("by how the items are introduced", "主席办公会",
     "9月10日，长沙市总工会主席李建国主持会议，研究通过以下事项：\n"),
    ("decided on", "主席办公会", "9月10日，长沙市总工会召开会议，会议决定了下列事项：\n"),
])  # fmt: skip
def test_items_of_minutes_are_pledged_and_no_rules(comment: str, headline: str, opening: str) -> None:
    found = aid_in(opening + ITEMS, headline=headline, published="2020-09-12")
    assert [in_short(gift) for gift in found] == WANTED
    assert {str(gift.date.date) if gift.date else None for gift in found} == {"2020-09-10"}


@pytest.mark.parametrize(("text", "gifts"), [
    ("一、会议议定，四季度从送温暖基金中列支45万元，救助特困职工家庭。", ["长沙市总工会: cash 450000 pledged"]),
    ("二、会议研究，借给望城区总工会6万元，一年内归还，不计利息。", ["长沙市总工会: credit 60000 pledged"]),
    ("三、同意以市总工会名义向湖南省慈善总会捐款10万元。", ["长沙市总工会: cash 100000 pledged"]),
    ("四、向对口帮扶的新化县捐水泥60吨。", ["长沙市总工会: goods 60 pledged"]),
    ("五、会议通报，截至8月底，市总工会已向望城区总工会拨付防汛资金20万元。",
     ["长沙市总工会: cash 200000 committed cumulative"]),
])  # fmt: skip
def test_only_what_is_still_to_come_is_pledged(text: str, gifts: list[str]) -> None:
    found = aid_in("会议由长沙市总工会主席李建国主持。\n" + text, headline="长沙市总工会会议纪要", home="长沙市")
    assert [in_short(gift) for gift in found] == gifts


def test_numbered_rules_outside_minutes_give_nothing() -> None:
    assert aid_in("长沙市总工会出台救助办法。\n1.患大病的职工，每人补助3000元。", headline="救助办法发布") == ()

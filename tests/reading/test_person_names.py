"""Names of persons told by their own form, behind a word for a person."""

from __future__ import annotations

import pytest

from seeds.reading.facts.persons import find_persons


@pytest.mark.parametrize(("text", "names"), [
    ("退休教师卢静宜织了21副毛手套。", ["卢静宜"]),
    ("在那里打工的辰溪人向吉平把4000元寄了回来。", ["向吉平"]),
    ("春饼店的老板娘权顺姬是延边人。权顺姬没要。", ["权顺姬", "权顺姬"]),
    ("会员李霞把礼金捐了。", ["李霞"]),
    ("老大叫鞠传文，老二叫鞠传武。", ["鞠传文", "鞠传武"]),
    ("电工佟海峰看见了，掏出200元。", ["佟海峰"]),
])  # fmt: skip
def test_it_finds_a_name_behind_a_word_for_a_person(text: str, names: list[str]) -> None:
    assert [person.name for person in find_persons(text)] == names


@pytest.mark.parametrize("text", [
    "从工程款里抵扣。", "涵盖农田排涝、企业复产。", "职工听说长江涨水。", "发给职工安全帽。", "工人于8日返岗。",
    "干部向职工发放口罩。",
    "会员单位捐款。", "由农民工作室负责。", "职工路费由公司报销。", "学生程度不一。", "送去板蓝根冲剂500包。",
])  # fmt: skip
def test_other_words_behind_it_are_no_name(text: str) -> None:
    assert find_persons(text) == ()

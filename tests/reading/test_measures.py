"""What organisations put in place, by name."""

from __future__ import annotations

import pytest

from tests.reading.one_article import measures_in


@pytest.mark.parametrize(("text", "title", "kind"), [
    ("长沙市总工会印发《疫情防控专项慰问资金使用管理办法》，共9条。", "疫情防控专项慰问资金使用管理办法", "policy"),
    ("长沙市总工会发出《致全市职工的倡议书》。", "致全市职工的倡议书", "campaign"),
    ("长沙市总工会开展“春风行动”送岗下乡活动。", "春风行动送岗下乡活动", "campaign"),
    ("长沙市总工会开通职工心理咨询热线。", "职工心理咨询热线", "service"),
    ("长沙市总工会成立疫情防控工作领导小组。", "疫情防控工作领导小组", "body"),
    ("长沙市总工会创办“职工夜校”。", "职工夜校", "training"),
    ("长沙市总工会推出“工惠长沙”普惠服务平台。", "工惠长沙普惠服务平台", "platform"),
    ("长沙市总工会设立川籍职工应急救助金。", "川籍职工应急救助金", "fund"),
    ("绿色通道由长沙市总工会打开，专人办理。", "绿色通道", "service"),
    ("长沙市总工会的就业专车开到厂门口。", "就业专车", "service"),
    ("长沙市总工会“爱心驿站”已建成120家。", "爱心驿站", "service"),
])  # fmt: skip
def test_it_finds_what_was_put_in_place_and_by_whom(text: str, title: str, kind: str) -> None:
    (measure,) = measures_in(text)
    assert (measure.title, measure.type, measure.issuers) == (title, kind, ("长沙市总工会",))


def test_joint_issuers_are_all_named() -> None:
    (measure,) = measures_in("长沙市总工会、长沙市财政局联合印发《关于做好职工帮扶工作的通知》，共7条。")
    assert measure.issuers == ("长沙市总工会", "长沙市财政局")
    assert measure.clauses == 7


def test_its_date_is_the_day_of_its_sentence() -> None:
    (measure,) = measures_in("7月27日，长沙市总工会启动“重建家园”劳动竞赛。", published="2021-07-28")
    assert str(measure.date.date) == "2021-07-27"


@pytest.mark.parametrize(("comment", "text"), [
    ("a paper named by its kind alone", "《通知》要求，各单位抓好落实。"),
    ("a newspaper", "据《工人日报》报道，长沙市总工会慰问职工。"),
    ("what others are asked to do", "长沙市总工会要求各单位制定工作方案。"),
    ("what is only used", "长沙市总工会通过“学习强国”平台组织学习。"),
    ("anything and everything", "长沙市总工会出台具体措施。"),
])  # fmt: skip
def test_other_names_are_no_measures(comment: str, text: str) -> None:
    assert measures_in(text) == ()


def test_a_name_told_twice_is_one_measure() -> None:
    text = "长沙市总工会启动“送清凉”活动。\n长沙市总工会“送清凉”活动将持续到9月。"
    (measure,) = measures_in(text)
    assert len(measure.evidence) == 2


def test_what_rules_promise_is_a_benefit_of_the_measure() -> None:
    text = "长沙市总工会印发《职工救助办法》，规定患病职工每人补助500元，每户最高1000元。"
    (measure,) = measures_in(text)
    assert [(str(benefit.amount), benefit.bound, benefit.rate_unit) for benefit in measure.benefits] == [
        ("500", "exact", "人"), ("1000", "at_most", "户"),
    ]  # fmt: skip


def test_straight_quotation_marks_quote_as_curly_ones_do() -> None:
    (measure,) = measures_in('长沙市总工会启动"重建菜园子"百日行动。')
    assert measure.title == "重建菜园子百日行动"


def test_a_fund_that_money_is_taken_from_was_set_up() -> None:
    (measure,) = measures_in("长沙市总工会从市职工解困基金里拿出35万元，发给受灾职工。")
    assert (measure.title, measure.type) == ("职工解困基金", "fund")


def test_two_bodies_set_up_with_one_verb_are_two_measures() -> None:
    titles = [measure.title for measure in measures_in("长沙市总工会组建了党员突击队和志愿服务队，日夜巡逻。")]
    assert titles == ["党员突击队", "志愿服务队"]

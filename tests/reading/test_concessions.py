"""What a body grants to whoever qualifies, without a name for it, by whom."""

from __future__ import annotations

import pytest

from tests.reading.one_article import measures_in


@pytest.mark.parametrize(("text", "title"), [
    ("长沙银行宣布，受灾户的到期贷款一律延期半年归还，不罚息。", "受灾户的到期贷款延期半年归还"),
    ("长沙银行承诺，凡停业的小店，贷款利息减半。", "停业的小店，贷款利息减半"),
    ("长沙银行7月9日宣布，对受淹商户的贷款利率下浮一成。", "受淹商户的贷款利率下浮一成"),
    ("长沙银行对受灾商户的贷款，给予半年延期还本付息。", "受灾商户的贷款半年延期还本付息"),
    ("长沙银行称，对一线医护人员，信用卡逾期三个月内不计入征信。", "信用卡逾期三个月内不计入征信"),
    ("长沙银行推出快贷。对还款有困难的司机，该行一律给予三个月宽限期。", "还款有困难的司机三个月宽限期"),
    ("长沙银行为安置点接上电，并宣布取暖用电一律不收电费。", "取暖用电不收电费"),
    ("长沙银行出台规定：因灾停工的职工，不得解除劳动合同。", "不得解除劳动合同"),
    ("长沙银行规定，停电期间夜班工资照发。", "停电期间夜班工资照发"),
    ("长沙银行对抢修人员的手机一律先开通后缴费。", "抢修人员的手机先开通后缴费"),
    ("长沙银行承诺，水淹财产险三日内查勘、七日内赔付。", "水淹财产险三日内查勘、七日内赔付"),
    ("长沙银行规定，受灾学生持证明可在就近学校借读，不收借读费。", "受灾学生持证明可在就近学校借读，不收借读费"),
    ("长沙银行立了一条新规矩：开工先点名，少一个都不行。", "开工先点名"),
    ("长沙银行定了条：凡受灾职工，家里看病的药费由行里报一半。", "凡受灾职工，家里看病的药费由行里报一半"),
    ("长沙银行向全体职工作出承诺：停电不停薪，停产不裁人。", "停电不停薪，停产不裁人"),
    ("长沙银行8月1日起对运救灾物资的车辆一律免收停车费。", "运救灾物资的车辆免收停车费"),
    ("长沙银行决定，对受灾果农的贷款一律延期3个月，首批56户已办妥。", "受灾果农的贷款延期3个月"),
    ("长沙银行承诺48小时内答复贷款申请。", "48小时内答复贷款申请"),
])  # fmt: skip
def test_a_concession_to_whoever_qualifies_is_a_policy(text: str, title: str) -> None:
    measure = measures_in(text)[-1]
    assert (measure.title, measure.type, measure.issuers) == (title, "policy", ("长沙银行",))


@pytest.mark.parametrize(("comment", "text"), [
    ("how many have had it", "长沙银行宣布，受灾户的到期贷款一律延期一年，涉及4100余户。"),
    ("what it comes to", "长沙银行承诺，对园区企业免收一季度租金，共计72万元。"),
    ("what a paper says", "《通知》规定，虚报冒领的一律追回，长沙银行照办。"),
    ("another's word", "长沙银行的老客户老周答应，欠条一律不收。"),
    ("nothing granted", "长沙银行宣布，王强任行长。"),
    ("exhortation", "长沙银行宣布，今年要再接再厉，做好服务。"),
])  # fmt: skip
def test_other_announcements_are_none(comment: str, text: str) -> None:
    assert measures_in(text) == ()


def test_who_agrees_on_a_concession_grants_it_together() -> None:
    (measure,) = measures_in("长沙银行与长沙市水利局达成协议，受灾学生返校一律免费乘车。")
    assert (measure.title, measure.issuers) == ("受灾学生返校免费乘车", ("长沙银行", "长沙市水利局"))

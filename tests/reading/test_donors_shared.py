"""Who gives where sums are shared out, borrowed or told of together: rows with the givers of each gift."""

from __future__ import annotations

import pytest

from tests.reading.one_article import aid_in

_SHARES = [
    (
        "the fund and its own",
        "这笔钱由省总工会拨付的400万元和长沙市总本级的220万元合并而成。",
        "湖南省总工会 | 长沙市总工会",
    ),
    ("two who gave", "善款由三一集团捐赠的50万元和长沙市慈善总会的30万元组成。", "三一集团 | 长沙市慈善总会"),
    ("asked of a bank", "长沙机床厂停产两月。该厂向长沙银行贷款300万元，给职工发了工资。", "长沙银行"),
    ("asked, nobody named", "为此厂里向浏阳农商银行借款500万元。", "浏阳农商银行"),
    (
        "the one before and the next",
        "省总工会宣布再拨150万元。连同8月13日汇到的100万元以及长沙市总工会拿出的80万元，浏阳市总工会共得330万元。",
        "湖南省总工会 | 湖南省总工会 | 长沙市总工会 | 湖南省总工会、长沙市总工会",
    ),
    (
        "among them are people",
        "浏阳农商银行安排2000万元。\n长沙市总工会职工互助中心为其中下岗的船主补助保费，每人300元，共19人。",
        "浏阳农商银行 | 长沙市总工会职工互助中心",
    ),
    (
        "out of whose money",
        "长沙市总工会共发放资金894万元。\n资金来源有二：省总工会专项拨款100万元，省财政厅安排260万元。\n支出中，发给特困职工生活补助512万元。",
        "长沙市总工会 | 湖南省总工会 | 湖南省财政厅 | 长沙市总工会",
    ),
    (
        "another fee",
        "长沙市总工会和长沙市妇联为司机免费供餐，到3月3日供餐1.8万份，核酸检测费由长沙机床厂承担。",
        "长沙市总工会、长沙市妇女联合会",
    ),
    (
        "from above",
        "长沙市总工会下拨救灾款280万元，其中全国总工会100万元，省总工会180万元。",
        "长沙市总工会 | 中华全国总工会 | 湖南省总工会",
    ),
]


@pytest.mark.parametrize(("comment", "text", "givers"), _SHARES)
def test_it_tells_who_gives_what_is_shared(comment: str, text: str, givers: str) -> None:
    assert " | ".join("、".join(donor.name for donor in gift.donors) for gift in aid_in(text)) == givers

"""How far a gift has got, and whether it is told of once, counted up or as a share."""

from __future__ import annotations

import pytest

from tests.reading.one_article import aid_in, in_short

_SET_ASIDE = [
    ("长沙市总工会从会费中挤出40万元。", ["长沙市总工会: cash 400000 committed"]),
    ("长沙市总工会又从行政经费里拿出20万元。", ["长沙市总工会: cash 200000 committed"]),
    ("长沙市总工会从送温暖资金中划出120万元。", ["长沙市总工会: cash 1200000 committed"]),
    ("长沙市总工会从结余资金里匀出30万元，其中5万元用于慰问环卫工人。",
     ["长沙市总工会: cash 300000 committed", "长沙市总工会: cash 50000 committed part"]),
    ("长沙市总工会从会费中拿出3.2万元，为病区添置洗衣机。", ["长沙市总工会: goods 32000 disbursed"]),
    ("长沙市总工会从会费中拿出16万元，给320户困难职工每户发放500元。",
     ["长沙市总工会: cash 160000 for 320 disbursed"]),
    ("长沙市总工会从帮扶资金中拿出60万元，分给三个受灾镇。", ["长沙市总工会: cash 600000 for 3 disbursed"]),
    ("退休教师周桂兰从积蓄里拿出2000元。", ["周桂兰: cash 2000 disbursed"]),
]  # fmt: skip
_ALLOTTED = [
    ("长沙市总工会筹集的首批救灾款280万元全部下拨完毕。", ["长沙市总工会: cash 2800000 committed"]),
    ("长沙市总工会募得的善款36万元已全部拨付到位。", ["长沙市总工会: cash 360000 disbursed"]),
    ("收到省总工会的款项后，长沙市总工会当即将30万元转拨宁乡市总工会。", ["长沙市总工会: cash 300000 committed"]),
    ("湘潭市总工会随即将12万元划拨给湘乡市总工会。", ["湘潭市总工会: cash 120000 committed"]),
]  # fmt: skip
_HANDED_ON = [
    ("8月13日，宁乡市总工会从长沙市总工会领走80万元。", ["长沙市总工会: cash 800000 committed"]),
    ("长沙市总工会将救灾款分到各县，浏阳市总工会分得120万元。", ["长沙市总工会: cash 1200000 committed"]),
    ("周桂兰从长沙市总工会领取救助金3000元。", ["长沙市总工会: cash 3000 disbursed"]),
    ("长沙市总工会又追加4万元添置了微波炉。", ["长沙市总工会: cash 40000 disbursed"]),
    ("长沙市总工会追加10万元，用于慰问送水队员。", ["长沙市总工会: cash 100000 committed"]),
    ("长沙市总工会召开会议，决定向宁乡市总工会下拨救灾款60万元；当天下午，款项就进了账户。",
     ["长沙市总工会: cash 600000 disbursed"]),
    ("长沙市总工会决定向宁乡市总工会下拨救灾款60万元。", ["长沙市总工会: cash 600000 pledged"]),
]  # fmt: skip
_STILL_TO_COME = [
    ("会议定下，长沙市总工会拿出42万元慰问送水队员。", ["长沙市总工会: cash 420000 pledged"]),
    ("长沙市总工会已经议定，拿出20万元救助停工的困难职工。", ["长沙市总工会: cash 200000 pledged"]),
    ("长沙市总工会打算从4月起，给320名保洁员每人每月补贴餐费200元。",
     ["长沙市总工会: cash 200 each for 320 pledged"]),
    ("长沙农商银行对旧贷款一律延期六个月，预计涉及金额4.1亿元。", ["长沙农商银行: credit 410000000 pledged"]),
    ("3名孩子没了父亲，长沙矿业公司工会每月资助每个孩子300元，一直到18岁。",
     ["长沙矿业公司工会: cash 300 each for 3 pledged"]),
    ("长沙县农业局从安徽调来荞麦种15吨，送给受灾农户，下周到货。", ["长沙县农业局: goods 15 pledged"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "gifts"), [*_SET_ASIDE, *_ALLOTTED, *_HANDED_ON, *_STILL_TO_COME])
def test_it_tells_how_far_a_gift_has_got(text: str, gifts: list[str]) -> None:
    assert [in_short(gift) for gift in aid_in(text)] == gifts

"""How many got it: whom a number counts, and what only looks like a number of takers."""

from __future__ import annotations

import pytest

from tests.reading.one_article import aid_in, in_short

_COUNTED = [
    ("长沙县总工会给11口机井每口补助3万元。", ["长沙县总工会: cash 30000 each for 11 disbursed"]),
    ("长沙市渔业协会向首批78条受损渔船每船补助柴油200升。", ["长沙市渔业协会: goods 200 for 78 disbursed"]),
    ("长沙农商银行给84条渔船发放修船贷款630万元。", ["长沙农商银行: credit 6300000 for 84 disbursed"]),
    ("长沙县医院工会给她和同科的26名护士每人发了一套内衣。", ["长沙县医院工会: goods 1 for 26 disbursed"]),
]
_NOT_COUNTED = [
    (
        "长沙县总工会给1080名职工每人发放慰问金300元，又把80吨煤球分到三个乡的安置点。",
        ["长沙县总工会: cash 300 each for 1080 disbursed", "长沙县总工会: goods 80 disbursed"],
    ),
    ("长沙县总工会把棉被860床送到大兴、江桥两镇。", ["长沙县总工会: goods 860 disbursed"]),
    ("长沙县总工会给南三镇送去棉被620床。", ["长沙县总工会: goods 620 disbursed"]),
    (
        "湖南建筑公司给留守民工发放生活费2万元。公司工会另为他们买了体温计200支、消毒液60桶。",
        ["湖南建筑公司: cash 20000 disbursed", "湖南建筑公司工会: goods 200+60 disbursed"],
    ),
    (
        "长沙出租汽车公司给隔离的21名司机每人发放生活费600元。长沙公交公司工会还给每辆车配发消毒液1桶。",
        ["长沙出租汽车公司: cash 600 each for 21 disbursed", "长沙公交公司工会: goods 1 disbursed"],
    ),
]
_IN_ONE_LOT = [
    ("长沙农商银行推出“安居贷”，首批41户已拿到贷款368万元。", ["长沙农商银行: credit 3680000 for 41 disbursed"]),
    (
        "复工以来忙。截至8月30日，长沙农商银行的首批56户拿到贷款2240万元。",
        ["长沙农商银行: credit 22400000 for 56 disbursed"],
    ),
    (
        "人保财险长沙分公司还为参加抢险的600名民工补送意外险，每份保额20万元。",
        ["人保财险长沙分公司: service no figure for 600 disbursed"],
    ),
    (
        "长沙港务集团工会三天收到捐款11.26万元，已交市慈善会。",
        ["长沙港务集团工会: cash 112600 disbursed"],
    ),
    (
        "长沙市总工会下拨120万元给浏阳市总工会。浏阳市总工会当天转拨甲县45万元、乙县40万元，余下35万元分给丙县。",
        [
            "长沙市总工会: cash 1200000 committed",
            "浏阳市总工会: cash 450000 committed part",
            "浏阳市总工会: cash 400000 committed part",
            "浏阳市总工会: cash 350000 committed part",
        ],
    ),
    ("一年工龄捐一块钱，长沙矿业公司的捐款箱前排起了队。", []),
]

_COUNTED_NEAR_BY = [
    (
        "退休教师周桂兰用攒下的700元给孩子们买了作业本120本、铅笔200支。",
        ["周桂兰: goods 700 disbursed"],
    ),
    (
        "浏阳市总工会把24万元发给了120户倒房职工，每户2000元，另外16万元买了消毒药品。",
        ["浏阳市总工会: cash 240000 for 120 disbursed", "浏阳市总工会: goods 160000 disbursed"],
    ),
    (
        "长沙县农村信用社7月以来共发放救灾贷款860万元，支持养殖户213户。",
        ["长沙县农村信用社: credit 8600000 for 213 disbursed cumulative"],
    ),
    (
        "长沙出租汽车公司对旗下186台出租车免收承包金，每车每天98元，到12月15日已减免32万元。",
        ["长沙出租汽车公司: cash 98 each for 186 disbursed", "长沙出租汽车公司: cash 320000 disbursed cumulative"],
    ),
    (
        "长沙矿业公司资助32名学生每人3000元。2006年以来，他们用在助学上的资金累计已达290万元。",
        ["长沙矿业公司: cash 3000 each for 32 disbursed", "长沙矿业公司: cash 2900000 disbursed cumulative"],
    ),
    (
        "长沙市总工会将绿豆1000公斤送到铸信钢厂炉前，220名炉前工喝上了绿豆汤。",
        ["长沙市总工会: goods 1000 for 220 disbursed"],
    ),
    (
        "长沙县政府给316户转岗职工每户送去大米一袋；长沙县妇联为转岗职工的孩子送去18万元助学款，人均600元。",
        ["长沙县人民政府: goods 1 for 316 disbursed", "长沙县妇女联合会: cash 180000 disbursed"],
    ),
    (
        "长沙市总工会从帮扶资金中拨出30万元，由望城、宁乡、浏阳三县总工会各领取10万元。",
        ["长沙市总工会: cash 300000 for 3 committed"],
    ),
    (
        "长沙市总工会指派两名律师免费为全体农民工代理。长沙市总工会又送去慰问金3万元，每人300元。",
        ["长沙市总工会: cash 30000 disbursed"],
    ),
    (
        "长沙市总工会为5名高考生各发放助学金5000元，另有12名中职生每人得到3000元。",
        ["长沙市总工会: cash 5000 each for 5 disbursed", "长沙市总工会: cash 3000 each for 12 disbursed"],
    ),
    (
        "长沙市总工会免费为560名货车司机体检，每人的体检费180元由工会承担。",
        ["长沙市总工会: service 180 each for 560 disbursed"],
    ),
    (
        "到8月27日，长沙县总工会已给1240户职工每户发放救济金200元，另有棉被860床送到大兴、江桥两镇。",
        ["长沙县总工会: cash 200 each for 1240 disbursed cumulative", "长沙县总工会: goods 860 disbursed cumulative"],
    ),
    (
        "株洲市总工会目前已发放救助金96万元，受助职工480户。",
        ["株洲市总工会: cash 960000 for 480 disbursed cumulative"],
    ),
    (
        "娄底市总工会累计发放助学金680万元，帮助2300名学生圆了大学梦。",
        ["娄底市总工会: cash 6800000 for 2300 disbursed cumulative"],
    ),
    (
        "衡阳市总工会下拨8县市总工会救灾款160万元，每县20万元。",
        ["衡阳市总工会: cash 1600000 for 8 committed"],
    ),
    (
        "长沙农商银行推出“重建贷”，期限三年。到当日下班，已有27户签约，放款306万元。",
        ["长沙农商银行: credit 3060000 for 27 disbursed"],
    ),
    (
        "长沙市总工会配套100万元，由岳麓区总工会发放到望月湖街道的1250户。",
        ["长沙市总工会: cash 1000000 for 1250 committed"],
    ),
    (
        "长沙矿业公司的这支抢修队由86人组成，五天修复线路。公司工会给每名队员准备了手套两副。",
        ["长沙矿业公司工会: goods 2 for 86 disbursed"],
    ),
    (
        "长沙县总工会向318家企业返还经费，首批126家的253.6万元已经到账。",
        ["长沙县总工会: cash 2536000 for 126 disbursed"],
    ),
    ("长沙县总工会派两名电工送来发电机6台。", ["长沙县总工会: goods 6 disbursed"]),
    (
        "长沙矿业公司工会向三座矿的工会分别划拨8万元、6万元和5万元。",
        [*(f"长沙矿业公司工会: cash {sum_} committed" for sum_ in (80000, 60000, 50000))],
    ),
]


@pytest.mark.parametrize(("text", "gifts"), [*_COUNTED_NEAR_BY, *_COUNTED, *_NOT_COUNTED, *_IN_ONE_LOT])
def test_it_tells_how_many_got_it(text: str, gifts: list[str]) -> None:
    assert [in_short(gift) for gift in aid_in(text)] == gifts


def test_a_number_of_times_may_be_a_least_one() -> None:
    (gift,) = aid_in("长沙市总工会给村民免费理发260多人次。")
    assert (gift.count, gift.bound) == (260, "at_least")


def test_each_sum_goes_to_the_body_beside_it() -> None:
    gifts = aid_in("长沙市总工会从中拨付宁乡市总工会120万元，拨付浏阳市总工会90万元。")
    assert [[party.name for party in gift.recipients] for gift in gifts] == [["宁乡市总工会"], ["浏阳市总工会"]]

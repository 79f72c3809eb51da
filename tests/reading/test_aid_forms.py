"""What a gift is: money, goods that money bought, a loan, or work done for nothing."""

from __future__ import annotations

import pytest

from tests.reading.one_article import aid_in, in_short

_WORK_FOR_NOTHING = [
    ("长沙市公交总公司将每天安排12辆专车接送医护人员上下班，不收车费。", ["长沙市公交总公司: service 12 pledged"]),
    ("长沙造船厂承诺一个月内为渔民修船100条，材料只收成本，工时费全免。", ["长沙造船厂: service 100 pledged"]),
    ("湖南省农林工会派来的三名师傅修好了九台杀青机，没收一分修理费。", ["湖南省农林工会: service 9 disbursed"]),
    (
        "株洲油田的抽水队到27日已在大棚区累计排水410万立方米，不收一分钱。",
        ["株洲油田: service 4.1e+06 disbursed cumulative"],
    ),
    ("长沙矿业公司的铲车连续九天无偿为乡亲清雪开路，清出便道63公里。", ["长沙矿业公司: service 63 disbursed"]),
    ("长沙第五建筑公司工会搭了24个蹲位，一分钱没要。", ["长沙第五建筑公司工会: service 24 disbursed"]),
    ("长沙农机合作社为37户受灾农民收割稻子420亩，分文不取。", ["长沙农机合作社: service 420 for 37 disbursed"]),
    ("长沙市交通运输局派来一台流动厕所车。", ["长沙市交通运输局: service 1 disbursed"]),
    ("长沙矿业公司出借给村里的6台抽水泵不收一分租金。", ["长沙矿业公司: service 6 disbursed"]),
    ("湘潭市总工会派车送来矿泉水300箱。", ["湘潭市总工会: goods 300 disbursed"]),
    ("长沙市总工会送去西瓜6吨，没有收一分运费。", ["长沙市总工会: goods 6 disbursed"]),
    ("长沙农机合作社为受灾农民收割稻子420亩，每亩收费60元。", []),
]
_BOUGHT = [
    ("退休教师周桂兰掏3000元买了水泵，接管子通到路边。", ["周桂兰: goods 3000 disbursed"]),
    ("长沙市总工会用15万元购买了消毒药品，交给长沙市疾控中心。", ["长沙市总工会: goods 150000 disbursed"]),
    ("周桂兰把过生日的3000元换成了牛肉面，端给队员。", ["周桂兰: goods 3000 disbursed"]),
    ("长沙市总工会拿出2万元给镇上的小学买烤火煤。", ["长沙市总工会: cash 20000 disbursed"]),
    (
        "长沙市总工会把120万元拨到14个镇街工会，用于购买消毒物资。",
        ["长沙市总工会: cash 1200000 for 14 committed"],
    ),
    (
        "长沙县总工会为346名队员投保了意外伤害险，保费由工会承担，合计3.46万元。",
        ["长沙县总工会: service 34600 for 346 disbursed"],
    ),
    (
        "长沙县总工会出资11.2万元，为全县2240名保洁员每人投保一份意外险，保费每人50元。",
        ["长沙县总工会: service 112000 for 2240 disbursed"],
    ),
]
_TO_BE_PAID_BACK = [
    (
        "长沙矿业公司工会向外协工发放借款，每户2000元，一年内归还、不计利息。",
        ["长沙矿业公司工会: credit 2000 each disbursed"],
    ),
    ("长沙矿业公司工会先借给他5000元买砖，年底还清，不要利息。", ["长沙矿业公司工会: credit 5000 disbursed"]),
    (
        "长沙县农村信用合作联社还减免了26户特困户当年的利息1.9万元。",
        ["长沙县农村信用合作联社: credit 19000 for 26 disbursed"],
    ),
    (
        "韶山旅游公司对127户商户免收2月至4月租金，约有260万元。",
        ["韶山旅游公司: service 2600000 for 127 disbursed"],
    ),
    ("长沙矿业公司免收全程运费，减免42万元。", ["长沙矿业公司: service 420000 disbursed"]),
    ("长沙矿业公司工会送去慰问金2000元，年底还将再次上门。", ["长沙矿业公司工会: cash 2000 disbursed"]),
]


@pytest.mark.parametrize(("text", "gifts"), [*_WORK_FOR_NOTHING, *_BOUGHT, *_TO_BE_PAID_BACK])
def test_it_tells_what_a_gift_is(text: str, gifts: list[str]) -> None:
    assert [in_short(gift) for gift in aid_in(text)] == gifts

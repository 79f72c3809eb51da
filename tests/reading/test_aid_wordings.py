"""Statements of aid in everyday words: verbs of handing over, 各, goods that are dealt out."""

from __future__ import annotations

import pytest

from tests.reading.one_article import aid_in, in_short

_EACH = [
    (
        "湖南省人民政府、湖南省总工会专项拨款各100万元。",
        ["湖南省人民政府: cash 1000000 committed", "湖南省总工会: cash 1000000 committed"],
    ),
    (
        "株洲农商银行、湘潭农商银行同日宣布，各拿出30万元慰问抢险职工。",
        ["株洲农商银行: cash 300000 pledged", "湘潭农商银行: cash 300000 pledged"],
    ),
    (
        "株洲市总工会和湘潭市总工会得知后，各捐款20万元。",
        ["株洲市总工会: cash 200000 disbursed", "湘潭市总工会: cash 200000 disbursed"],
    ),
    (
        "湖南省总工会下拨300万元，湘潭市总工会作了分配：湘乡市总工会120万元，韶山市总工会、湘潭县总工会各50万元。",
        [
            "湖南省总工会: cash 3000000 committed",
            "湘潭市总工会: cash 1200000 committed part",
            *["湘潭市总工会: cash 500000 committed part"] * 2,
        ],
    ),
    (
        "株洲市总工会、湘潭市总工会联合向各县总工会下拨救灾款60万元。",
        ["株洲市总工会、湘潭市总工会: cash 600000 committed"],
    ),
]
_VERBS = [
    ("湘潭市财政局出1800万元，湘潭市总工会出600万元，帮助停产企业职工。", ["1800", "600"]),
    ("长沙机床公司工会另赠急救包30个。", ["30"]),
    ("长沙机床公司把帐篷40顶搬到安置点。", ["40"]),
    ("湘潭市总工会起运棉被400床，送往灾区。", ["400"]),
    ("长沙机床公司女职工赶做棉手套150双，送给环卫工人。", ["150"]),
    ("湘江饭店把矿泉水80箱摆到站台上。", ["80"]),
    ("长沙市民政局给安置点调剂被褥80套。", ["80"]),
    ("长沙机床公司工会在每间宿舍里放电扇2台、水壶10个。", ["2+10"]),
]
_DEALT_OUT = [
    ("长沙机床公司工会募得口罩2.3万只，其中1.5万只分给岳麓区街道办事处。", ["23000 口罩", "15000 口罩 part"]),
    (
        "湘潭市总工会送来大米1800份。这1800份大米由湘乡市总工会领走600份，韶山市总工会、湘潭县总工会各领走400份。",
        ["1800 大米", "600 大米 part", "400 大米 part", "400 大米 part"],
    ),
    ("株洲药店老板彭志军买下口罩14000只，第二天送出去，1万只给了街道，4000只给了环卫处。", ["10000 口罩", "4000 口罩"]),
    (
        "株洲市总工会送来棉大衣1000件，转交湘乡市总工会600件、韶山市总工会400件。",
        ["1000 棉大衣", "600 棉大衣 part", "400 棉大衣 part"],
    ),
    ("长沙矿业公司送来棉大衣420件，其中120件转送给了敬老院。", ["420 棉大衣", "120 棉大衣 part"]),
    ("长沙机床公司工会捐西瓜8吨给县福利院和敬老院，其中福利院5吨。", ["8 西瓜", "5 西瓜 part"]),
    ("湘潭市酒业公司捐出酒精13吨，7吨送到市疾控中心，4吨送往邻县的学校。", ["13 酒精", "7 酒精 part", "4 酒精 part"]),
    (
        "湘潭市总工会调运饲草260吨，其中湘乡市150吨饲草、韶山市60吨饲草。",
        ["260 饲草", "150 饲草 part", "60 饲草 part"],
    ),
    (
        "湘潭市总工会送来棉被300床，其中棉被100床给了敬老院。",
        ["300 棉被", "100 棉被 part"],
    ),
    (
        "湘潭矿业公司工会赠送防护服800套、酒精6吨；其中防护服300套指定给职工医院。",
        ["800 防护服", "6 酒精", "300 防护服 part"],
    ),
    ("长沙市总工会有会员16个行业的职工代表参加，其中6个交流了经验。", []),
]
_WORK = [
    ("长沙机床公司工会到大堤上给民工剃头63个，分文不取。", ["63 剃头"]),
    ("长沙顺达汽车修理公司免费给泡水车拖车，五天拖了160台。", ["160 拖"]),
    ("湘潭市总工会免费给老人补拍寿照100张。", ["100 补拍寿照"]),
    ("长沙机床公司职工彭志军替村民免费碾谷1.9万斤。", ["19000 碾谷"]),
    ("湘潭市总工会的帮扶中心五天接待职工1400人次。", ["None 接待"]),
    ("长沙市总工会组织120名医护人员到岳阳疗养5天，费用全免，疗养职工共300人次。", ["None 疗养"]),
    ("彭志军修鞋一双收3元，一天修鞋20双。", []),
]
_SPREAD = [
    ("岳麓区总工会送来保供包，小区72户一户一份。", ["1 保供包 for 72"]),
    ("长沙市红十字会送来面粉14袋，7户人家一家两袋。", ["14 面粉 for 7"]),
    ("长沙机床公司工会备齐电暖器1080台，一间一台。", ["1080 电暖器"]),
    ("湘潭市总工会发放棉被，312户每户两条。", ["2 棉被 for 312"]),
    ("株洲市总工会把手套送到工地，86名工人一人两双。", ["2 手套 for 86"]),
    ("湘潭市总工会送来棉被200床，每户又发毛巾两条。", ["200 棉被", "2 毛巾"]),
]
_SO_FAR = [
    ("湘潭市总工会给卡口送来套餐300份。到19日，已送出1088份。", ["300 套餐", "1088 套餐 cumulative"]),
    (
        "长沙机床公司食堂给堤上送绿豆汤，第一天熬了800碗。到昨天累计送了2600碗。",
        ["800 绿豆汤", "2600 绿豆汤 cumulative"],
    ),
    ("湘潭市总工会给工地送来矿泉水500箱。第二天，株洲市总工会也送来300箱。", ["500 矿泉水", "300 矿泉水"]),
    ("湘江饭店给孩子们送来八床新被子，当天抱到安置点。", ["8 被子"]),
    ("湘潭市总工会给在外地过年的135名职工每人2000元。", ["2000 for 135"]),
]
_ABOARD = [
    ("株洲市总工会的货车开到现场，车上是水泵120台、编织袋6000条。", ["120 水泵", "6000 编织袋"]),
    ("湘乡市总工会的船靠了岸，舱里是大米12吨、蔬菜5吨。", ["12 大米", "5 蔬菜"]),
    ("长沙机床公司工会的面包车上路了，车上装着面粉60袋。", ["60 面粉"]),
    ("车间里停着机床，柜子里是工具30件。", []),
]


@pytest.mark.parametrize(("text", "gifts"), _ABOARD)
def test_what_comes_aboard_is_brought(text: str, gifts: list[str]) -> None:
    assert [f"{item.quantity} {item.item}" for gift in aid_in(text) for item in gift.items] == gifts


@pytest.mark.parametrize("spent", ["花去62.3万元", "一共花了62.3万元", "前后用去62.3万元"])
def test_what_goods_cost_is_said_of_them(spent: str) -> None:
    (gift,) = aid_in(f"长沙机床公司工会给宿舍装上空调96台、热水器48台，{spent}。")
    assert (gift.form, gift.amount, len(gift.items)) == ("goods", 623_000, 2)


@pytest.mark.parametrize(("text", "gifts"), _SPREAD)
def test_what_each_got_is_no_gift_of_its_own(text: str, gifts: list[str]) -> None:
    found = [
        f"{item.quantity} {item.item}{f' for {gift.count}' if gift.count else ''}"
        for gift in aid_in(text)
        for item in gift.items
    ]
    assert found == gifts


@pytest.mark.parametrize(("text", "gifts"), _SO_FAR)
def test_a_number_goes_on_telling_of_the_goods_before_it(text: str, gifts: list[str]) -> None:
    found = []
    for gift in aid_in(text):
        figure = "".join(f"{item.quantity} {item.item}" for item in gift.items) or f"{gift.rate} for {gift.count}"
        found.append(figure + ("" if gift.basis == "single" else f" {gift.basis}"))
    assert found == gifts


@pytest.mark.parametrize(("text", "gifts"), _WORK)
def test_it_counts_work_done_for_nothing(text: str, gifts: list[str]) -> None:
    found = [f"{item.quantity and round(item.quantity)} {item.item}" for gift in aid_in(text) for item in gift.items]
    assert found == gifts


@pytest.mark.parametrize(("text", "gifts"), _DEALT_OUT)
def test_it_names_what_is_dealt_out_of_goods_told_of_before(text: str, gifts: list[str]) -> None:
    found = [
        f"{item.quantity:.0f} {item.item}{' part' if gift.basis == 'part' else ''}"
        for gift in aid_in(text)
        for item in gift.items
    ]
    assert found == gifts


@pytest.mark.parametrize(("text", "gifts"), _EACH)
def test_a_sum_of_each_is_a_statement_for_each(text: str, gifts: list[str]) -> None:
    assert sorted(in_short(gift) for gift in aid_in(text)) == sorted(gifts)


@pytest.mark.parametrize(("text", "figures"), _VERBS)
def test_it_knows_the_everyday_verbs(text: str, figures: list[str]) -> None:
    found = [
        "+".join(f"{item.quantity:.0f}" for item in gift.items) or f"{gift.amount or 0:.0f}".removesuffix("0000")
        for gift in aid_in(text)
    ]
    assert found == figures

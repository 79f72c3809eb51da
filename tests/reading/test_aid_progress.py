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
    *((f"长沙市总工会{word}拿出30万元慰问环卫工人。", ["长沙市总工会: cash 300000 pledged"])
      for word in ("议定", "敲定", "审议通过", "原则同意", "定于8月1日")),
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


_POOLED = [
    (
        "省总工会向长沙市拨款60万元，长沙市总工会从会费中挤出40万元，合起来100万元，分头拨往宁乡、浏阳两县。",
        ["湖南省总工会: cash 600000 committed part", "长沙市总工会: cash 400000 committed part",
         "湖南省总工会、长沙市总工会: cash 1000000 committed"],
    ),
    (
        "省总工会下拨救灾款500万元；第三天，长沙市总工会配套700万元，两笔钱合成1200万元。",
        ["湖南省总工会: cash 5000000 committed part", "长沙市总工会: cash 7000000 committed part",
         "湖南省总工会、长沙市总工会: cash 12000000 committed"],
    ),
    (
        "湘潭市总工会汇来8万元，株洲市总工会汇来6万元，加在一起14万元，当天转给了受灾职工。",
        ["湘潭市总工会: cash 80000 disbursed part", "株洲市总工会: cash 60000 disbursed part",
         "株洲市总工会、湘潭市总工会: cash 140000 disbursed"],
    ),
]  # fmt: skip
_DIVIDED = [
    (
        "省总工会下拨长沙市总工会救灾款830万元。长沙市总工会连夜开会分账：浏阳市总工会420万元，宁乡市总工会260万元，"
        "望城区总工会150万元。",
        ["湖南省总工会: cash 8300000 committed", "长沙市总工会: cash 4200000 committed part",
         "长沙市总工会: cash 2600000 committed part", "长沙市总工会: cash 1500000 committed part"],
    ),
    (
        "长沙市总工会下拨救灾款180万元，岳麓、开福两个区总工会各60万元，浏阳市总工会60万元。",
        ["长沙市总工会: cash 1800000 committed", "长沙市总工会: cash 600000 each for 2 committed part",
         "长沙市总工会: cash 600000 committed part"],
    ),
    (
        "长沙市总工会下拨救灾款140万元，浏阳市总工会60万元，宁乡市总工会、望城区总工会各40万元。",
        ["长沙市总工会: cash 1400000 committed", "长沙市总工会: cash 600000 committed part",
         "长沙市总工会: cash 400000 committed part", "长沙市总工会: cash 400000 committed part"],
    ),
]  # fmt: skip
_UP_TO_A_DAY = [
    (
        "湖南省红十字会公布，截至当日17时，捐赠物资折价1620万元；已拨付3150万元，其中拨付岳阳市红十字会350万元。",
        ["湖南省红十字会: goods 16200000 disbursed cumulative", "湖南省红十字会: cash 31500000 committed cumulative",
         "湖南省红十字会: cash 3500000 committed part"],
    ),
    ("长沙市总工会的两辆货车开到医院门口，卸下牛奶300箱。", ["长沙市总工会: goods 300 disbursed"]),
]  # fmt: skip
_IN_A_LIST = [
    (
        "长沙市总工会向三个县的总工会下拨救灾款，长沙县60万元、浏阳市55万元、宁乡市40万元，共计155万元。",
        ["长沙市总工会: cash 600000 committed part", "长沙市总工会: cash 550000 committed part",
         "长沙市总工会: cash 400000 committed part", "长沙市总工会: cash 1550000 for 3 committed"],
    ),
    (
        "长沙市总工会拨来55万元。浏阳市总工会用其中的18万元购买棉衣900件，其余37万元按每户1000元发给370户职工，月底前全部发到户。",
        ["长沙市总工会: cash 550000 committed", "浏阳市总工会: goods 180000 disbursed part",
         "浏阳市总工会: cash 370000 for 370 pledged part"],
    ),
    (
        "省总工会拨来100万元，长沙市总工会匹配50万元，两笔加起来150万元，全部分到四个受灾县。",
        ["湖南省总工会: cash 1000000 committed part", "长沙市总工会: cash 500000 committed part",
         "湖南省总工会、长沙市总工会: cash 1500000 for 4 committed"],
    ),
]  # fmt: skip
_ADDED_TO_OTHERS = [
    (
        "长沙市总工会第二批救灾款120万元已经下达，宁乡市总工会领到70万元，浏阳市总工会领到50万元。"
        "加上第一批的200万元，长沙市总工会今年汛期已下拨救灾款320万元。",
        ["长沙市总工会: cash 1200000 committed part", "长沙市总工会: cash 700000 committed part",
         "长沙市总工会: cash 500000 committed part", "长沙市总工会: cash 2000000 committed part",
         "长沙市总工会: cash 3200000 committed cumulative"],
    ),
]  # fmt: skip
_HANDED_ON_IN_PARTS = [
    (
        "省总工会的救灾资金200万元到达长沙市总工会账户。长沙市总工会随即向浏阳市总工会划拨120万元、宁乡市总工会划拨80万元。"
        "宁乡市总工会把其中30万元用来修缮宿舍，剩余20万元分两批发给了200户职工，每户1000元。",
        ["湖南省总工会: cash 2000000 disbursed", "长沙市总工会: cash 1200000 committed part",
         "长沙市总工会: cash 800000 committed part", "宁乡市总工会: cash 300000 disbursed part",
         "宁乡市总工会: cash 200000 for 200 disbursed part"],
    ),
]  # fmt: skip
_SHARED_OUT = [
    (
        "长沙市总工会挤出6.8万元，为18个道班送去电扇36台，又给300名工人每人发放降温费100元。",
        ["长沙市总工会: cash 68000 disbursed", "长沙市总工会: goods 36 for 18 disbursed part",
         "长沙市总工会: cash 100 each for 300 disbursed part"],
    ),
    (
        "长沙农商银行给84条渔船发放贷款630万元。渔民周桂兰分到7万元。",
        ["长沙农商银行: credit 6300000 for 84 disbursed", "长沙农商银行: credit 70000 disbursed part"],
    ),
    (
        "长沙市总工会把1500万元拨给浏阳市总工会，宁乡市总工会也得到200万元。",
        ["长沙市总工会: cash 15000000 committed", "长沙市总工会: cash 2000000 committed part"],
    ),
]  # fmt: skip
_SO_MANY_OF_THEM = [
    ("长沙市总工会把200万元划到宁乡、浏阳两市总工会，每市100万元。", ["长沙市总工会: cash 2000000 for 2 committed"]),
    ("长沙市总工会把200万元拨到四个城区的总工会，每区50万元。", ["长沙市总工会: cash 2000000 for 4 committed"]),
    ("长沙市总工会给沿江六所小学送去救灾款12万元，每所2万元。", ["长沙市总工会: cash 120000 for 6 disbursed"]),
]
_OF_A_DRIVE = [
    (
        "长沙矿业公司工会发动职工捐款2.37万元。退休教师周桂兰一个人就捐了2000元。",
        ["长沙矿业公司工会: cash 23700 disbursed", "周桂兰: cash 2000 disbursed part"],
    ),
    (
        "长沙矿业公司工会两天里收到职工捐款8.26万元，全部汇给市慈善会。退休教师周桂兰一个人就捐了370元。",
        ["长沙矿业公司工会: cash 82600 disbursed", "周桂兰: cash 370 disbursed part"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "gifts"),
    [
        *_POOLED,
        *_DIVIDED,
        *_HANDED_ON_IN_PARTS,
        *_ADDED_TO_OTHERS,
        *_IN_A_LIST,
        *_UP_TO_A_DAY,
        *_SHARED_OUT,
        *_SO_MANY_OF_THEM,
        *_OF_A_DRIVE,
    ],
)
def test_it_tells_what_belongs_to_a_larger_sum(text: str, gifts: list[str]) -> None:
    assert [in_short(gift) for gift in aid_in(text)] == gifts


@pytest.mark.parametrize(("text", "basis"), [
    ("五天里，长沙市饮食公司给安置点送去盒饭8000份。", "cumulative"),
    ("长沙市饮食公司七天来给安置点送去盒饭8000份。", "cumulative"),
    ("三天三夜下来，长沙市饮食公司给安置点送去盒饭8000份。", "cumulative"),
    ("二十多天里，粮油店主周桂兰给抢险队送来绿豆汤三千多碗。", "cumulative"),
    ("两个月间，长沙第一医院为受灾职工免费看病630人次。", "cumulative"),
    ("六年里，长沙矿业公司工会借给职工62万元，不收利息。", "cumulative"),
    ("长沙市总工会两天里给320名环卫工人每人发放慰问金500元。", "single"),
    ("7月中旬，长沙市饮食公司给安置点送去盒饭8000份。", "single"),
    ("一天里，长沙市饮食公司给安置点送去盒饭8000份。", "single"),
    ("长沙矿业公司工会三天里从职工手中募来的棉被1200床，送到了安置点。", "single"),
    ("长沙农商银行推出新的贷款，两天里，首批19户领到贷款142万元。", "single"),
    ("长沙市总工会承诺，两年内为周桂兰家送去大米20袋。", "single"),
])  # fmt: skip
def test_what_is_done_within_days_is_counted_up(text: str, basis: str) -> None:
    assert [gift.basis for gift in aid_in(text)][:1] == [basis]


@pytest.mark.parametrize(("text", "status"), [
    ("长沙市总工会已将此款连同本级拨出的120万元一并下拨。", "committed"),
    ("湖南省总工会汇来50万元。长沙市总工会将这笔钱和自己拨出的20万元一起下拨。", "committed"),
    ("长沙铝业集团公司将职工捐款和企业捐款共计180万元汇出。", "disbursed"),
    ("长沙铝业集团公司将募集捐款8万元交给市红十字会。", "disbursed"),
    ("长沙铝业集团公司将捐款80万元。", "pledged"),
    ("长沙市总工会将投入600万元修缮职工宿舍。", "pledged"),
    ("长沙水务集团贴出告示，给受灾的210户商户减免水费，合计1870万元。", "pledged"),
    ("长沙水务集团发布公告，给受灾的210户商户每户补助2000元。", "pledged"),
])  # fmt: skip
def test_what_will_be_done_is_told_from_what_is_handed_over(text: str, status: str) -> None:
    assert aid_in(text)[-1].status == status


@pytest.mark.parametrize("rows", [
    "（截至7月4日）\n▲长沙市总工会累计拨付防疫资金：1860万元\n▲长沙市总工会发放爱心包：2.4万个\n▲长沙银行发放贷款：9.7亿元",
    "（截至7月4日）\n■长沙市总工会下拨抗旱资金：485万元\n■长沙市建筑工会送西瓜：42吨\n■长沙市红十字会转拨善款：30万元",
])  # fmt: skip
@pytest.mark.parametrize("headline", ["数字里的工会", "伏天账本", "数说战疫"])
def test_a_list_of_figures_counts_up(headline: str, rows: str) -> None:
    gifts = aid_in(rows, headline=headline, published="2021-07-08")
    assert gifts[0].status == "committed"
    assert {gift.basis for gift in gifts} == {"cumulative"}


@pytest.mark.parametrize(("text", "basis"), [
    ("长沙农商银行给受灾的合作社办理展期贷款，已办620万元。", "cumulative"),
    ("长沙县农村信用社给74户办了小额贷款，已经放出11.9万元。", "cumulative"),
    ("油钱由长沙市总工会补，每车300元，已补19.2万元。", "cumulative"),
    ("长沙市总工会免收摊位费，目前已减免31万元。", "cumulative"),
    ("株洲市总工会号召会员捐茶，已送出岩茶1200斤。", "cumulative"),
    ("长沙市总工会拨付救灾资金50万元，已到账。", "single"),
    ("长沙市总工会拨付浏阳市总工会50万元，已发到320户职工手中。", "single"),
])  # fmt: skip
def test_what_has_been_paid_of_something_going_on_is_counted_up(text: str, basis: str) -> None:
    assert aid_in(text)[-1].basis == basis

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

_GOODS_BY_OTHER_WORDS = [
    ("长沙市总工会捐赠的60台制氧机运抵长沙市红十字会。", ["长沙市总工会: goods 60 disbursed"]),
    ("这45台柴油水泵是长沙市商会凑钱买的，价值11.7万元。", ["长沙市商会: goods 117000 disbursed"]),
    ("这12吨大米是长沙市总工会捐的。", ["长沙市总工会: goods 12 disbursed"]),
    ("长沙县第二中学的师生把宿舍里的棉被洗晒干净，捐出460床。", ["长沙县第二中学: goods 460 disbursed"]),
    ("长沙市总工会把仓库里的帐篷装上车，连夜送来200顶。", ["长沙市总工会: goods 200 disbursed"]),
    ("长沙县总工会把粉条装成“年夜饭盒”，送到4座集气站，一共216盒。", ["长沙县总工会: goods 216 for 4 disbursed"]),
    ("长沙市总工会给安置点送馍1.2万个。", ["长沙市总工会: goods 12000 disbursed"]),
    ("长沙市总工会为1150名困难职工送出价值200元的年货券。", ["长沙市总工会: goods 200 each for 1150 disbursed"]),
    ("长沙市总工会为12支突击队每队送去慰问金5000元。", ["长沙市总工会: cash 5000 each for 12 disbursed"]),
    (
        "长沙市总工会为灾区1.2万名抢险人员赠送意外伤害保障，每份保额3万元。",
        ["长沙市总工会: service no figure for 12000 disbursed"],
    ),
    (
        "长沙市总工会的律师免费解答租户咨询，已接待530人次。",
        ["长沙市总工会: service no figure for 530 disbursed cumulative"],
    ),
    (
        "长沙港务集团工会发放慰问金：抢险队员520人，每人600元；受灾职工115户，每户1600元。",
        ["长沙港务集团工会: cash 600 each for 520 disbursed", "长沙港务集团工会: cash 1600 each for 115 disbursed"],
    ),
]

_DONE_FOR_PEOPLE = [
    (text, ["长沙市总工会: service no figure for 86 disbursed"])
    for text in (
        "长沙市总工会免费为86名环卫工接种疫苗。",
        "长沙市总工会为86名环卫工免费配眼镜。",
        "长沙市总工会义务给86名老人修家电。",
        "长沙市总工会免费为86名残疾人安装假肢。",
        "长沙市总工会免费为86名环卫工拍全家福。",
    )
]
_IN_UNITS = [
    (f"长沙市总工会给灾民送去{words}。", [f"长沙市总工会: goods {quantity} disbursed"])
    for words, quantity in (
        ("3锅粥", "3"),
        ("40笼包子", "40"),
        ("200颗白菜", "200"),
        ("1万尾鱼苗", "10000"),
        ("1000对春联", "1000"),
        ("3垛饲草", "3"),
        ("两叠毛巾", "2"),
    )
]
_NO_AID = [
    ("3对夫妇来到长沙市总工会。", []),
    ("长沙市总工会为86名农民工讨回被拖欠的工资213万元，最多的一人拿到4.6万元。", []),
    ("长沙市总工会帮骑手要回被克扣的配送费11.6万元。", []),
    ("长沙市红十字会的募捐箱前，不少市民掏出10元、20元。", []),
    ("长沙卷烟厂职工陈红梅丈夫下岗，孩子一年学费8000元。", []),
    ("长沙市总工会给被拖欠工资的137名农民工每人救助500元。", ["长沙市总工会: cash 500 each for 137 disbursed"]),
    ("长沙水泥厂停产期间，420名职工每人每月发生活费220元。", ["长沙水泥厂: cash 220 each for 420 disbursed"]),
]
_BESIDE_MONEY = [
    ("长沙市第一中学工会收拾出8间教室，给160名群众住。", ["长沙市第一中学工会: service 8 for 160 disbursed"]),
    ("长沙市总工会的15名电工义务干了四天。", []),
    ("长沙市总工会把方便面、饼干搬上了码头，一共80箱。", ["长沙市总工会: goods 80 disbursed"]),
    (
        "长沙纺织厂工会为32名女职工每人赠送一份“安康险”，保费每份48元由工会承担。",
        ["长沙纺织厂工会: service 48 each for 32 disbursed"],
    ),
    ("长沙市总工会包了10辆大巴，送老乡返乡过年。", ["长沙市总工会: service 10 disbursed"]),
    ("长沙村民周桂兰承包了150亩地。", []),
    (
        "长沙市总工会为90名农民工子女每人送去书包一个、新衣一套，价值300元。",
        ["长沙市总工会: goods 300 each for 90 disbursed"],
    ),
    (
        "长沙县农村信用联社向46名返乡农民工授信1150万元，当年发放780万元。",
        ["长沙县农村信用联社: credit 11500000 for 46 pledged", "长沙县农村信用联社: credit 7800000 for 46 disbursed"],
    ),
    ("长沙农商银行当天上门，给毛织厂办了50万元“复工贷”，三年内免息。", ["长沙农商银行: credit 500000 disbursed"]),
    (
        "长沙农商银行已放款1.32亿元，长沙市总工会贴息94万元。",
        ["长沙农商银行: credit 132000000 disbursed cumulative", "长沙市总工会: cash 940000 disbursed"],
    ),
    (
        "长沙市慈善总会拨付362.4万元，其中用于购买防疫物资186万元。",
        ["长沙市慈善总会: cash 3624000 committed", "长沙市慈善总会: cash 1860000 disbursed part"],
    ),
    ("周桂兰把库里的八宝粥搬了出来，拿出500箱白送给隔离酒店。", ["周桂兰: goods 500 disbursed"]),
    ("长沙市总工会给每名驻厂职工配了一套被褥，共186套。", ["长沙市总工会: goods 186 disbursed"]),
    (
        "长沙供电公司工会免费为偏远的23户村民装上了小型水泵。",
        ["长沙供电公司工会: goods no figure for 23 disbursed"],
    ),
    ("长沙煤业集团捐赠救灾煤2000吨，其中1200吨已装车发运。", ["长沙煤业集团: goods 2000 disbursed"]),
    ("工地上的棚子由湘潭水表公司捐赠，首批260顶将在5日前运抵。", ["湘潭水表公司: goods 260 pledged"]),
    (
        "长沙市总工会追加慰问金15万元，指定用于给民工购买雨衣。",
        ["长沙市总工会: cash 150000 committed"],
    ),
    (
        "江门市总工会的货车昨天开进益阳，车上装着陈皮2000盒、凉茶600箱。",
        ["江门市总工会: goods 2000+600 disbursed"],
    ),
    ("长沙建材公司的工资比规定的标准高出一倍，到昨天已经送出西瓜6吨。", ["长沙建材公司: goods 6 disbursed cumulative"]),
    (
        "岳麓区总工会向街镇的宿舍送出“免煮包”3.2万份，所需的313.6万元从专项资金中列支。",
        ["岳麓区总工会: goods 3136000 disbursed"],
    ),
    ("长沙市妇联为留守儿童送去“暖冬包”5000个，每个价值200元。", ["长沙市妇女联合会: goods 200 each disbursed"]),
    ("长沙市总工会向职工发放“避险明白卡”12万张。", []),
    ("湖南省残联为146名残疾人免费适配假肢、轮椅等辅具。", ["湖南省残疾人联合会: service no figure for 146 disbursed"]),
    (
        "长沙港务集团工会为416名职工每人发放防寒服一件、慰问金200元。",
        ["长沙港务集团工会: cash 200 each for 416 disbursed", "长沙港务集团工会: goods 1 for 416 disbursed"],
    ),
    (
        "长沙市教育工会送来慰问金1500元和一副拐杖。",
        ["长沙市教育工会: cash 1500 disbursed", "长沙市教育工会: goods 1 disbursed"],
    ),
    (
        "长沙矿业公司工会按每人每天6元给86名守堤职工补伙食。",
        ["长沙矿业公司工会: cash 6 each for 86 disbursed"],
    ),
    (
        "湘江电厂向加油站送去3万元油款，又买来牛奶320箱，送给扑火队员。",
        ["湘江电厂: cash 30000 disbursed", "湘江电厂: goods 320 disbursed"],
    ),
    ("岳麓区总工会为全队买了意外保险，保费7500元。", ["岳麓区总工会: service 7500 disbursed"]),
    ("湘江水务公司把价值11万元的管件留给了长沙市自来水公司。", ["湘江水务公司: goods 110000 disbursed"]),
    ("长沙市总工会安排两辆大客车，送56名职工返乡。", ["长沙市总工会: service 2 for 56 disbursed"]),
]


@pytest.mark.parametrize(
    ("text", "gifts"),
    [
        *_IN_UNITS,
        *_DONE_FOR_PEOPLE,
        *_NO_AID,
        *_BESIDE_MONEY,
        *_GOODS_BY_OTHER_WORDS,
        *_WORK_FOR_NOTHING,
        *_BOUGHT,
        *_TO_BE_PAID_BACK,
    ],
)
def test_it_tells_what_a_gift_is(text: str, gifts: list[str]) -> None:
    assert [in_short(gift) for gift in aid_in(text)] == gifts


def test_numbered_items_are_rules_unless_the_article_lists_deeds() -> None:
    text = "一、走访工地37处；二、发放清凉包4160个；三、为65名劳模每人送去电风扇一台，由长沙县总工会资助。"
    assert aid_in(text, headline="长沙县总公布“十项措施”") == ()
    fans = aid_in(text, headline="长沙县总公布“送清凉”清单")[-1]
    assert in_short(fans) == "长沙县总工会: goods 1 for 65 disbursed"


def test_a_sum_that_says_what_goods_in_a_roll_are_worth_is_theirs() -> None:
    roll = "湘潭市总工会：方便面600箱；岳阳市总工会：现金30万元；株洲市总工会：救生衣500件、手电筒800支，价值6.4万元。"
    assert [in_short(gift) for gift in aid_in(f"爱心榜。{roll}")] == [
        "湘潭市总工会: goods 600 disbursed",
        "岳阳市总工会: cash 300000 disbursed",
        "株洲市总工会: goods 64000 disbursed",
    ]

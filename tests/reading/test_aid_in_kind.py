"""Sentences of many papers that tell of goods and services, turned this way and that."""

from __future__ import annotations

import pytest

from tests.reading.one_article import aid_in, in_short

ROWS: list[tuple[str, list[str]]] = [
    ("要往岳阳运的大米有30吨，是湘潭市总工会发动职工凑的。", ["湘潭市总工会: goods 30 disbursed"]),
    ("村里断电的第三天，株洲市电力公司给村里架起3台发电机。", ["株洲市电力公司: goods 3 disbursed"]),
    ("被水围了四天的两个村，靠衡阳市总工会送来的12条冲锋舟运出老人。", ["衡阳市总工会: goods 12 disbursed"]),
    (
        "三年来，长沙市总工会共为1.6万名农民工免费体检。",
        ["长沙市总工会: service no figure for 16000 disbursed cumulative"],
    ),
    (
        "长沙市总工会法律援助中心今年已为农民工代写诉状126份。",
        ["长沙市总工会法律援助中心: service 126 disbursed cumulative"],
    ),
    ("湘江水务公司免费为安置点送水60车。", ["湘江水务公司: goods 60 disbursed"]),
    (
        "“我们能做的不多，就是出点力。”湘江建材公司经理李建军说。这家公司3天里给灾区送去水泥80吨。",
        ["湘江建材公司: goods 80 disbursed cumulative"],
    ),
    (
        "岳阳市总工会主席带队赶到大堤。大堤上，风大浪高，民工们正在扛沙包。当晚，他们送来姜汤20桶、雨衣300件。",
        ["岳阳市总工会: goods 20+300 disbursed"],
    ),
    ("矿泉水是长沙市总工会送来的，一共600箱。", ["长沙市总工会: goods 600 disbursed"]),
    ("站里的大米由湘江粮油公司供应，每天50公斤，分文不取。", ["湘江粮油公司: goods 50 disbursed"]),
    ("120箱方便面、60箱牛奶，昨天由娄底市总工会的车送进了隔离点。", ["娄底市总工会: goods 120+60 disbursed"]),
    ("一场大雪压垮了菜棚，长沙县总工会赶来了，送的是棚膜120卷、化肥3吨。", ["长沙县总工会: goods 120+3 disbursed"]),
    ("宁乡市总工会把300顶帐篷连夜装车，发往地震灾区。", ["宁乡市总工会: goods 300 disbursed"]),
    ("宁乡市总工会连夜装车，300顶帐篷、1000床棉被今晨运抵汶川县。", ["宁乡市总工会: goods 300+1000 disbursed"]),
    ("湘江制药厂捐赠价值48万元的药品，分送长沙、株洲两地医院。", ["湘江制药厂: goods 480000 disbursed"]),
    (
        "长沙市总工会送去总价值6.8万元的慰问品，包括大米200袋、食用油200桶、棉被100床。",
        ["长沙市总工会: goods 68000 disbursed"],
    ),
    (
        "长沙市总工会给坚守岗位的560名公交司机送去“平安返乡包”，每份含口罩10只、消毒液1瓶。",
        ["长沙市总工会: goods no figure for 560 disbursed"],
    ),
    ("除夕夜，长沙市总工会为1300名留守工人送上热腾腾的饺子。", ["长沙市总工会: goods no figure for 1300 disbursed"]),
    ("菜农刘大山家的3000斤大白菜，一大早就送到了隔离酒店。", ["刘大山: goods 3000 disbursed"]),
    (
        "广州市总工会向郴州市总工会捐款60万元，捐赠棉衣2000件。",
        ["广州市总工会: cash 600000 disbursed", "广州市总工会: goods 2000 disbursed"],
    ),
    (
        "广州市总工会捐给郴州市总工会的60万元和2000件棉衣昨日到达。",
        ["广州市总工会: cash 600000 disbursed", "广州市总工会: goods 2000 disbursed"],
    ),
    (
        "郴州市总工会收到广州市总工会捐款60万元、棉衣2000件。",
        ["广州市总工会: cash 600000 disbursed", "广州市总工会: goods 2000 disbursed"],
    ),
    (
        "高温天里，长沙市总工会送清凉进工地，2600名建筑工人每人得到一份价值80元的清凉包。",
        ["长沙市总工会: goods 80 each for 2600 disbursed"],
    ),
    (
        "长沙市总工会拨专款26万元，购置风油精、藿香正气水等防暑药品，分发给48个工地。",
        ["长沙市总工会: goods 260000 for 48 disbursed"],
    ),
    (
        "长沙市总工会向48个工地送去绿豆2400公斤、白糖960公斤，价值3.2万元。",
        ["长沙市总工会: goods 32000 for 48 disbursed"],
    ),
    ("长沙市总工会给48个工地各送去绿豆50公斤、白糖20公斤。", ["长沙市总工会: goods 50+20 for 48 disbursed"]),
    ("长沙市总工会为每个工地配备冰柜一台，首批覆盖36个工地。", ["长沙市总工会: goods 1 for 36 disbursed"]),
    ("长沙市总工会援助的10台制氧机、5台呼吸机，3日从长沙起运。", ["长沙市总工会: goods 10+5 disbursed"]),
    (
        "台风“彩虹”登陆前夜，湛江市总工会为1200名返港渔民准备了被褥800套、热饭1200份。",
        ["湛江市总工会: goods 800+1200 for 1200 disbursed"],
    ),
    (
        "地震发生后不到两小时，成都铁路局工会调集的矿泉水2400箱、面包5000个就送进了重灾区。",
        ["成都铁路局工会: goods 2400+5000 disbursed"],
    ),
    ("长沙县总工会给31个村的护林员每人发了一盏头灯。", ["长沙县总工会: goods 1 disbursed"]),
    (
        "长沙市总工会的心理热线7天接听来电386个，为96名职工提供心理疏导。",
        ["长沙市总工会: service no figure for 96 disbursed"],
    ),
    (
        "长沙市总工会的5辆专车，三天里免费接送农民工1600名。",
        ["长沙市总工会: service no figure for 1600 disbursed cumulative"],
    ),
    (
        "长沙市总工会职工学校为320名下岗职工免费培训，人均补贴500元。",
        ["长沙市总工会职工学校: service 500 each for 320 disbursed"],
    ),
    ("长沙市总工会包了6节车厢，让680名农民工免费坐火车回家。", ["长沙市总工会: service no figure for 680 disbursed"]),
    ("长沙市总工会给4500名快递员赠送意外伤害保险。", ["长沙市总工会: service no figure for 4500 disbursed"]),
    (
        "中国移动长沙分公司向一线医护人员赠送每人100元话费，共1860人。",
        ["中国移动长沙分公司: service 100 each for 1860 disbursed"],
    ),
    ("中国移动长沙分公司赠送3000名医护人员每人60G流量。", ["中国移动长沙分公司: service 60 for 3000 disbursed"]),
    ("湘江宾馆腾出86间客房，供医护人员免费住宿。", ["湘江宾馆: service 86 disbursed"]),
    ("从湖南运来的5000盒中药颗粒，是湘江制药厂捐的。", ["湘江制药厂: goods 5000 disbursed"]),
    ("湘江制药厂听说武汉缺药，二话没说，捐出连花清瘟胶囊2万盒。", ["湘江制药厂: goods 20000 disbursed"]),
    (
        "湘江制药厂，一家成立才六年的民营企业，在最缺口罩的日子里，把仅有的1.2万只口罩捐给了长沙市第一医院。",
        ["湘江制药厂: goods 12000 disbursed"],
    ),
    (
        "4万只口罩、600公斤酒精、80把额温枪——这是湘江制药厂4天里送给武汉同行的。",
        ["湘江制药厂: goods 40000+600+80 disbursed"],
    ),
    (
        "长沙市总工会为武汉捐赠：口罩4万只，防护服600套，护目镜1200副。",
        ["长沙市总工会: goods 40000+600+1200 disbursed"],
    ),
    ("●长沙市总工会 送去防疫物资：口罩3.6万只、消毒液420桶。", ["长沙市总工会: goods 36000+420 disbursed"]),
    (
        "长沙市总工会联合长沙市财政局共同出资600万元，为3万名货车司机发放消费券，每人200元。",
        ["长沙市总工会、长沙市财政局: goods 6000000 for 30000 disbursed"],
    ),
    ("长沙市总工会发放消费券3万张，每张面值20元。", ["长沙市总工会: goods 20 each disbursed"]),
    (
        "长沙市总工会订购湘西滞销脐橙36吨，分给全市环卫工人，支付货款21.6万元。",
        ["长沙市总工会: goods 216000 disbursed"],
    ),
    ("长沙市总工会对口帮扶的村里，37户贫困户每户收到鸡苗50只。", ["长沙市总工会: goods 50 for 37 disbursed"]),
    (
        "长沙市总工会看望慰问12户困难职工家庭，给每户送上1000元慰问金和米、油。",
        ["长沙市总工会: cash 1000 each for 12 disbursed", "长沙市总工会: goods no figure for 12 disbursed"],
    ),
    (
        "“接到通知，我们连夜备货。”湘江粮油公司负责人说，60吨大米、20吨食用油已送到重庆市慈善总会仓库。",
        ["湘江粮油公司: goods 60+20 disbursed"],
    ),
    (
        "长沙市红十字会发放家庭包2400个、赈济家庭箱600个，受益群众近万人。",
        ["长沙市红十字会: goods 2400+600 disbursed"],
    ),
    ("长沙市红十字会向安化县调拨帐篷200顶、毛巾被1000床。", ["长沙市红十字会: goods 200+1000 disbursed"]),
    ("长沙市总工会将从今天起连续五天向滞留旅客免费供应早餐，每天3000份。", ["长沙市总工会: goods 3000 pledged"]),
    ("长沙市总工会从昨天起向滞留旅客供应热粥，三天供了1.1万碗。", ["长沙市总工会: goods 11000 disbursed"]),
    (
        "长沙火车站广场，长沙市总工会的姜汤点前排起长队，两个小时送出姜汤600碗。",
        ["长沙市总工会: goods 600 disbursed"],
    ),
    ("湘潭钢铁公司为武汉火神山医院供应钢材320吨，分文未取。", ["湘潭钢铁公司: goods 320 disbursed"]),
    ("水口山矿务局职工医院免去伤员全部医疗费用，共计8.6万元。", ["水口山矿务局职工医院: service 86000 disbursed"]),
    (
        "为支援玉树，青海省总工会在第一时间划拨100万元，随后又募集到酥油3吨、糌粑5吨、帐篷50顶。",
        ["青海省总工会: cash 1000000 committed", "青海省总工会: goods 3+5+50 disbursed"],
    ),
    ("长沙市侨联牵线，旅美华侨陈国栋寄来口罩5000只。", ["陈国栋: goods 5000 disbursed"]),
    (
        "长沙市总工会发放困难补助时，给农民工彭亮也发了1000元，并送他一床棉被。",
        ["长沙市总工会: cash 1000 disbursed", "长沙市总工会: goods 1 disbursed"],
    ),
    (
        "江苏省总工会援助蔬菜300吨、食用油2万桶，浙江省总工会援助大米200吨。",
        ["江苏省总工会: goods 300+20000 disbursed", "浙江省总工会: goods 200 disbursed"],
    ),
    ("衡阳市总工会隔着省界送来方便面2000箱、煤气罐120个。", ["衡阳市总工会: goods 2000+120 disbursed"]),
    ("湘潭市农业农村局一周里免费翻耕稻田1300亩。", ["湘潭市农业农村局: service 1300 disbursed cumulative"]),
    (  # 在衡阳 begins another scene, also where no paragraph begins
        "岳阳市总工会的慰问组有3个，主要领导看望了家属，送去慰问金2000元。在衡阳，“一对一”关爱活动由衡阳市总工会发动，市直医院的工会都参与进来。市中心医院工会给职工送去口罩300只。",
        ["岳阳市总工会: cash 2000 disbursed", "衡阳市中心医院工会: goods 300 disbursed"],
    ),
]


# Money that has been spent is what it bought, whoever the goods are for.
SPENT: list[tuple[str, list[str]]] = [
    ("长沙市总工会又添4万元买了铁炉子208个、炉筒子600节。", ["长沙市总工会: goods 40000 disbursed"]),
    ("长沙市总工会也拿出6000元，添了一口大锅。", ["长沙市总工会: goods 6000 disbursed"]),
    ("湘潭市总工会拿出其中的9.6万元，买了洗衣机48台。", ["湘潭市总工会: goods 96000 disbursed part"]),
    ("湘江机床厂加了2000元，买来书包200个。", ["湘江机床厂: goods 2000 disbursed"]),
    ("余下的4000元，长沙县总工会买了900份《防护手册》送到车间。", ["长沙县总工会: goods 4000 disbursed"]),
    ("肉是长沙市总工会掏600元买的。", ["长沙市总工会: goods 600 disbursed"]),
    ("岳阳市总工会从会费里挤出9万元，给两个乡的护林员买了口粮。", ["岳阳市总工会: goods 90000 disbursed"]),
    ("株洲市总工会给31名村医每人买了一双雨靴，共花4960元。", ["株洲市总工会: goods 4960 for 31 disbursed"]),
    (
        "株洲市总工会为146名乡邮员每人配发水壶一只，钱是从疗养费里省下来的8800元。",
        ["株洲市总工会: goods 8800 for 146 disbursed"],
    ),
    ("退休工人彭志把5500元交给村里，买了两卷电缆。", ["彭志: cash 5500 disbursed"]),
    ("长沙市总工会向消防队送去3万元油款，又买来牛奶320箱，送给队员。",
     ["长沙市总工会: cash 30000 disbursed", "长沙市总工会: goods 320 disbursed"]),
    ("长沙市总工会拨付20万元，用于购买帐篷。", ["长沙市总工会: cash 200000 committed"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "gifts"), SPENT)
def test_money_that_was_spent_is_what_it_bought(text: str, gifts: list[str]) -> None:
    assert [in_short(gift) for gift in aid_in(text)] == gifts


@pytest.mark.parametrize(("text", "gifts"), ROWS)
def test_it_reads_what_is_given_in_kind(text: str, gifts: list[str]) -> None:
    assert [in_short(gift) for gift in aid_in(text)] == gifts


def test_a_name_by_style_is_that_of_the_one_told_of() -> None:
    text = (
        "牛岳猛听得脸红，摆摆手回一句，换成你家种菜，你也捐。牛岳猛在矿上当矿工。牛岳猛耐着性子讲道理。"
        "要往武汉运的蔬菜有25吨，包装、装车、运输都让他犯愁。"
    )
    (gift,) = aid_in(text, headline="“老牛”捐菜")
    assert [party.name for party in gift.donors] == ["牛岳猛"]


@pytest.mark.parametrize(("text", "items"), [
    ("长沙市电业局工会捐赠发电机2台、手电筒500把。", [("发电机", 2), ("手电筒", 500)]),
    ("湘江制药厂送来纱布口罩9万只、过氧乙酸4.2吨。", [("纱布口罩", 90_000), ("过氧乙酸", 4.2)]),
    ("长沙市总工会送去应急发电机3台。", [("应急发电机", 3)]),
    ("湘潭市妇联送去发热贴2000片。", [("发热贴", 2000)]),
    ("长沙市总工会还给老刘背来一袋25公斤的大米。", [("大米", 1)]),
    ("株洲市总工会给每户添了一台电磁炉、一袋25公斤的面粉。", [("电磁炉", 1), ("面粉", 1)]),
    ("老支书孙宝田送来一袋五十斤的大米和两床棉被。", [("大米", 1), ("棉被", 2)]),
    ("长沙市总工会送去大米25吨、菜油500公斤。", [("大米", 25), ("菜油", 500)]),
])  # fmt: skip
def test_goods_are_called_by_their_whole_name_and_counted_once(text: str, items: list[tuple[str, float]]) -> None:
    (gift,) = aid_in(text)
    assert [(item.item, float(item.quantity or 0)) for item in gift.items] == items

"""What short names of organisations mean where they stand: 市总, 县妇联, 公司工会, 该局."""

from __future__ import annotations

import pytest

from tests.reading.organisations_found import found_in, meant_by

# comment, home, text, a surface in it, the full names meant by it in the order of the text
MEANINGS = [
    ("a level word means the paper's home", "安康市", "市总印发通知。", "市总", ["安康市总工会"]),
    ("a level above it too", "安康市", "省总工会拨来20万元。", "省总工会", ["陕西省总工会"]),
    (
        "a level below it the place named last",
        "酒泉市",
        "玉门市已复工。金塔县放款后，县妇联送来口罩。",
        "县妇联",
        ["金塔县妇女联合会"],
    ),
    (
        "in a national paper the place that acts",
        None,
        "吉安市总工会联合市人社局下发倡议书。",
        "市人社局",
        ["吉安市人力资源和社会保障局"],
    ),
    (
        "a place that is only mentioned does not count",
        "甘肃省",
        "武威市总工会带队。市医院派人支援武汉市。",
        "市医院",
        ["武威市医院"],
    ),
    ("the district of a municipality", "重庆市綦江区", "市总、区总两级拨款。", "区总", ["重庆市綦江区总工会"]),
    ("its city", "重庆市綦江区", "市总、区总两级拨款。", "市总", ["重庆市总工会"]),
    ("an autonomous region's 区总", "宁夏回族自治区", "区总召开会议。", "区总", ["宁夏回族自治区总工会"]),
    (
        "a district named in between",
        "宁夏回族自治区",
        "在吴忠市利通区，区红十字会收下捐款。",
        "区红十字会",
        ["利通区红十字会"],
    ),
    ("a county by its short name", None, "南京鼓楼区总拨款30万元。", "南京鼓楼区总", ["南京市鼓楼区总工会"]),
    ("a prefecture by its short name", None, "玉树州总工会收到帐篷。", "玉树州总工会", ["玉树藏族自治州总工会"]),
    ("该局 is the bureau just named", "固原市", "市税务局推出清单。该局职工捐款。", "该局", ["固原市税务局"]),
    (
        "公司工会 is that of the firm named",
        None,
        "宁夏送变电公司开工。公司工会送来红旗。",
        "公司工会",
        ["宁夏送变电公司工会"],
    ),
    ("段工会 likewise", None, "百色工务段抢险。段工会送来棉被。", "段工会", ["百色工务段工会"]),
    ("a firm by its bare name", None, "无锡金浦重机公司捐款。金浦重机又派人。", "金浦重机", ["无锡金浦重机公司"]),
    ("a union by that", None, "北方铝电集团减利。北方铝电工会发放助学金。", "北方铝电工会", ["北方铝电集团工会"]),
    (
        "a short firm name",
        None,
        "宜州区桂绵茧丝绸有限责任公司复工。桂绵公司捐款。",
        "桂绵公司",
        ["宜州区桂绵茧丝绸有限责任公司"],
    ),
    (
        "counties counted by their plight",
        "齐齐哈尔市",
        "给讷河、克东、拜泉三个国家级贫困县总工会各拨5万元。",
        "讷河、克东、拜泉三个国家级贫困县总工会",
        ["讷河市总工会"],
    ),
    (
        "two of them by their full names",
        "齐齐哈尔市",
        "市总给甘南县、克东县两个重灾县总工会拨款。",
        "克东县两个重灾县总工会",
        ["克东县总工会"],
    ),
    ("none when only counted", "齐齐哈尔市", "慰问三个贫困县总工会。", "县总工会", []),
    ("a new area of no city", "哈尔滨市", "雄安新区总工会捐款。", "雄安新区总工会", ["雄安新区总工会"]),
    ("nor beside one", None, "唐山市派人，西咸新区总工会捐款。", "西咸新区总工会", ["西咸新区总工会"]),
    ("成都局 after 成都铁路局", None, "成都铁路局拨款。成都局要求各站落实。", "成都局", ["成都铁路局"]),
    (
        "a headquarters without a place",
        "安康市",
        "紫阳县的工厂复工，厂长要向疫情防控指挥部报告。",
        "疫情防控指挥部",
        ["紫阳县疫情防控指挥部"],
    ),
    (
        "a township at the head of a clause",
        "石泉县",
        "青松岭镇有民工三千人。镇工会联合会送来体温计。",
        "镇工会联合会",
        ["石泉县青松岭镇工会联合会"],
    ),
    ("coming home is no township", "石泉县", "务工返乡的有补贴。乡工会联合会登记。", "乡工会联合会", []),
    ("a seamen's union", None, "福建海员工会送来救生衣。", "福建海员工会", ["福建省海员工会"]),
    (
        "a short name that a bracket gives",
        None,
        "浙江华港染织集团有限公司（以下简称“华港集团”）捐布。华港集团又捐款。",
        "华港集团",
        ["浙江华港染织集团有限公司"] * 2,
    ),
    (
        "an office's short name",
        None,
        "金塔县防汛抗旱指挥部（简称县防指）拨来沙袋。",
        "县防指",
        ["金塔县防汛抗旱指挥部"],
    ),
    ("a quoted shop", None, "隔壁“老田家臊子面”的田师傅送餐。", "老田家臊子面", ["老田家臊子面"]),
    ("what is only quoted", None, "他们推出“点对点”服务。", "点对点", []),
    (
        "the rural bank of a county",
        None,
        "依安农商银行放款。依安县开会，县农商银行参加。",
        "县农商银行",
        ["依安农商银行"],
    ),
    (
        "a street's union by 街道",
        None,
        "铜梁区双江镇停电。铜梁区东城街道停水。街道工会联合会送来水。",
        "街道工会联合会",
        ["重庆市铜梁区东城街道工会联合会"],
    ),
    (
        "a street named without its district",
        None,
        "潼南区双江镇停电，她往东城街道跑。街道工会联合会送来水。",
        "街道工会联合会",
        ["重庆市潼南区东城街道工会联合会"],
    ),
    (
        "a street office by its county",
        None,
        "南宫市的志愿者送菜。凤岗街道办事处派人。",
        "凤岗街道办事处",
        ["南宫市凤岗街道办事处"],
    ),
    ("a port and its group", None, "大连港送来融雪剂。大连港集团派船。", "大连港", ["大连港集团"]),
    ("a street that gives", None, "湖里区殿前街道捐款。", "湖里区殿前街道", ["湖里区殿前街道办事处"]),
    ("a town that gives", None, "江阴市周庄镇捐赠大米。", "江阴市周庄镇", ["江阴市周庄镇人民政府"]),
    ("a town that is told of", None, "江阴市周庄镇有五千户。", "江阴市周庄镇", []),
    ("a county's school by its number", "淅川县", "县一中停课。", "县一中", ["淅川县第一中学"]),
    ("a town's youth league", "淅川县", "厚坡镇停电。镇团委慰问。", "镇团委", ["共青团淅川县厚坡镇委员会"]),
    (
        "a short name inside its bracket",
        None,
        "云南滇东矿业集团（以下简称滇东集团）运输公司捐款。",
        "滇东集团）运输公司",
        ["云南滇东矿业集团运输公司"],
    ),
    ("what is common is no short name", None, "文昌市自来水公司抢修。一家自来水厂停产。", "自来水", []),
    ("a mine by its short name", None, "木岗煤矿停产。木岗矿的职工募捐。", "木岗矿", ["木岗煤矿"]),
    ("a hospital by its number", "武汉市", "市一医院收到口罩。", "市一医院", ["武汉市第一医院"]),
    (
        "a town's hospital",
        None,
        "松桃苗族自治县孟溪镇停电。镇卫生院接来发电机。",
        "镇卫生院",
        ["松桃苗族自治县孟溪镇卫生院"],
    ),
    ("a mine's union", None, "北山矿业公司拨款，公司采煤二队出动。矿工会送来棉衣。", "矿工会", ["北山矿业公司工会"]),
    ("a zone as it is printed", None, "苏州工业园区总工会拨款。", "苏州工业园区总工会", ["苏州工业园区总工会"]),
    ("a city's post", None, "上海邮政工会送来雨衣。", "上海邮政工会", ["上海邮政工会"]),
    (
        "a gang at a place",
        None,
        "杨陵电务段拨款。兴平信号工区的职工领到水杯。",
        "兴平信号工区",
        ["杨陵电务段兴平信号工区"],
    ),
    ("a team sent by a union", None, "铜梁区总工会派来了清淤突击队。", "清淤突击队", ["重庆市铜梁区总工会清淤突击队"]),
    ("what cannot be told is left", None, "市总送来口罩。", "市总", []),
]


@pytest.mark.parametrize(("comment", "home", "text", "surface", "names"), MEANINGS, ids=[row[0] for row in MEANINGS])
def test_it_tells_what_a_short_form_means(
    comment: str, home: str | None, text: str, surface: str, names: list[str]
) -> None:
    assert meant_by(found_in(text, home=home), surface) == names


# text, a short name of a union in it, the union meant
HOUSES = [
    ("郑州铁路局拨款。路局工会送来棉衣。", "路局工会", "郑州铁路局工会"),
    ("大庆油田有限责任公司捐款。油田工会慰问。", "油田工会", "大庆油田有限责任公司工会"),
    ("开滦矿务局捐款。局机关工会跟进。", "局机关工会", "开滦矿务局机关工会"),
    ("秦皇岛港务集团捐款。港务集团工会慰问。", "港务集团工会", "秦皇岛港务集团工会"),
    ("安徽农业大学募捐。校工会慰问。", "校工会", "安徽农业大学工会"),
    ("白沙电厂停机。电厂工会慰问。", "电厂工会", "白沙电厂工会"),
    ("夹河村党支部捐款。村党支部又捐款。", "村党支部", "夹河村党支部"),
    ("苏州工业园区总工会拨款。园区总工会又拨款。", "园区总工会", "苏州工业园区总工会"),
    ("沙井街道总工会拨款。街道总工会又拨款。", "街道总工会", "沙井街道总工会"),
]


@pytest.mark.parametrize(("text", "surface", "name"), HOUSES)
def test_a_short_name_means_the_house_named_before(text: str, surface: str, name: str) -> None:
    assert meant_by(found_in(text), surface)[-1:] == [name]

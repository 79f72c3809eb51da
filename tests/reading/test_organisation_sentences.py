"""Sentences in the styles of many papers, and all the bodies that each of them names."""

from __future__ import annotations

import pytest

from seeds.reading.drafts import Context
from seeds.reading.facts.organisations import find_organisations
from tests.reading.organisations_found import by_name, found_in
from tests.reading.pages_made import make_pages

# comment, home, text, the full names of all bodies in it with 、 between them
SENTENCES = [
    (
        "districts listed by short names before what counts them",
        "吉林市",
        "款项划给船营、昌邑、龙潭三个城区总工会。",
        "船营区总工会、昌邑区总工会、龙潭区总工会",
    ),
    (
        "counties and districts behind 等",
        "雅安市",
        "雨城、名山、荥经等县区总工会已行动。",
        "雨城区总工会、名山区总工会、荥经县总工会",
    ),
    ("a city beside a county", "湛江市", "雷州市、遂溪县总工会各得一份。", "雷州市总工会、遂溪县总工会"),
    ("a city above a district is not of its rank", "济南市", "济南市、历城区总工会派人。", "历城区总工会"),
    ("what only counts", "吉林市", "四个城区总工会和各县区总工会都来了。", ""),
    (
        "the city of county rank that acts",
        "齐齐哈尔市",
        "讷河市妇联请来市中医院的医生。",
        "讷河市妇女联合会、讷河市中医院",
    ),
    ("a list that begins with one", "防城港市", "东兴市民政局、市红十字会开仓。", "东兴市民政局、东兴市红十字会"),
    ("市总工会 is the paper's own", "齐齐哈尔市", "讷河市妇联给市总工会写信。", "讷河市妇女联合会、齐齐哈尔市总工会"),
    (
        "so is an office named with the city",
        "齐齐哈尔市",
        "讷河市妇联给市妇联写信。",
        "讷河市妇女联合会、齐齐哈尔市妇女联合会",
    ),
    ("and in the next sentence", "齐齐哈尔市", "讷河市妇联来信。市民政局回信。", "讷河市妇女联合会、齐齐哈尔市民政局"),
    (
        "no other prefecture's city",
        "齐齐哈尔市",
        "海城市妇联谢过市妇联、市民政局。",
        "海城市妇女联合会、齐齐哈尔市妇女联合会、齐齐哈尔市民政局",
    ),
    ("a headquarters of two duties", "齐齐哈尔市", "市抗洪救灾指挥部下令。", "齐齐哈尔市抗洪救灾指挥部"),
    ("a county's bank", "双峰县", "县工商银行工会出钱。", "双峰县工商银行、双峰县工商银行工会"),
    ("a bank at a county", None, "盘山县农行放款，双峰县工商银行跟上。", "盘山县农行、双峰县工商银行"),
    ("a bank that no place stands before", "双峰县", "农行放款。", "农行"),
    ("a county's union without 总", "安岳县", "县工会带头捐款。", "安岳县总工会"),
    (
        "所属 tells of all that are listed",
        None,
        "淮北矿业集团所属朱庄煤矿、石台煤矿停产。",
        "淮北矿业集团、朱庄煤矿、石台煤矿",
    ),
    (
        "a garrison without its level",
        "衡水市",
        "保定军分区、烟台警备区来信，市军分区回信。",
        "保定军分区、烟台警备区、衡水军分区",
    ),
    (
        "a town whose first character makes a mayor",
        None,
        "东莞市长安镇总工会、肥东县长临河镇六家畈小学",
        "东莞市长安镇总工会、肥东县长临河镇六家畈小学",
    ),
    ("a town called 街", None, "武昌区首义路街总工会开课。", "武昌区首义路街总工会"),
    ("a street that is no body", None, "大街总工会一词不成立，逛街工会也不成立。", ""),
    ("和 inside a name", "长春市", "朝阳区清和街居民委员会办起义演。", "朝阳区清和街居民委员会"),
    ("里 inside a mine's name", None, "枣庄矿业集团柴里煤矿停产。", "枣庄矿业集团、枣庄矿业集团柴里煤矿"),
    ("和 before a district, not 和龙", None, "深圳市总工会和龙岗区总工会开会。", "深圳市总工会、龙岗区总工会"),
    ("丰镇 is not in 新丰镇", None, "西安铁路局新丰镇车辆段停工。", "西安铁路局、新丰镇车辆段"),
    ("东港 is not in 湛东港务", None, "湛东港务集团捐款，集团工会也捐。", "湛东港务集团、湛东港务集团工会"),
    ("会同 that joins", "双峰县", "县总工会会同县人社局上门。", "双峰县总工会、双峰县人力资源和社会保障局"),
    ("会同 that is a county", None, "在会同县，会同县总工会送水。", "会同县总工会"),
    ("向 inside a name", None, "向塘机务段党委捐款。", "向塘机务段、向塘机务段党委"),
    ("a mine said twice", None, "老厂锡矿矿工会会诊。", "老厂锡矿、老厂锡矿工会"),
    ("a sum before a verb", None, "他把余下的3600元塞进医院的捐款箱。", ""),
    ("a verb of one character before a team", "阿勒泰地区", "自治区医药工会托医疗队捎药。", "新疆维吾尔自治区医药工会"),
    ("a team of a hospital", "齐齐哈尔市", "市第一医院医疗队进村。", "齐齐哈尔市第一医院、齐齐哈尔市第一医院医疗队"),
    (
        "a union above a bureau's branch",
        None,
        "黑龙江农垦总局九三分局总工会拨款。",
        "黑龙江省农垦总局、黑龙江省农垦总局九三分局、黑龙江省农垦总局九三分局总工会",
    ),
    ("a village's committee", "张掖市", "甘州区三闸镇新建村村委会来信。", "甘州区三闸镇新建村"),
    ("a railway's police", None, "哈尔滨铁路公安局追回钱物。", "哈尔滨铁路公安局"),
    ("a team with a name of its own", None, "邢台蓝天救援队守堤。", "邢台蓝天救援队"),
    ("a zone below a level word", "宿迁市", "市湖滨新区总工会拨款。", "宿迁市湖滨新区总工会"),
    ("a league's office", "兴安盟", "盟行署和盟行署办公室来人。", "兴安盟行政公署、兴安盟行政公署办公室"),
    ("a town's office by its level", "泸州市", "叙永县黄坭乡的款由乡财政所打卡。", "叙永县黄坭乡财政所"),
    ("a street's party committee", None, "温泉街道工委派人。", "中共温泉街道工作委员会"),
    ("a team that a union sent", "双峰县", "县总组织的送水队进村。", "双峰县总工会、双峰县总工会送水队"),
    (
        "a union's own volunteers",
        None,
        "阿克苏地区总工会的党员志愿服务队来了。",
        "阿克苏地区总工会、阿克苏地区总工会党员志愿服务队",
    ),
    ("a team that is only somebody's", None, "衢州市总工会的抢修队来了。", "衢州市总工会"),
    ("a province that is a river's north", None, "河北建工集团捐款，淮河北岸的厂停产，河北岸也停产。", "河北建工集团"),
    ("a village whose cadres act", None, "川儿村的党员干部值守，川儿村很冷。", "川儿村"),
    ("one journey to a school", None, "他跑了一趟学校、两趟医院。", ""),
    ("a numbered crew", None, "白沙电厂锅炉检修一班捐款。", "白沙电厂、白沙电厂锅炉检修一班"),
    ("a town's supply station", "淅川县", "淅川县荆紫关镇停电，镇供电所抢修。", "淅川县荆紫关镇供电所"),
    (
        "one union for all private firms of a town",
        None,
        "仁寿县文林镇民营企业工会联合会谈薪。",
        "仁寿县文林镇民营企业工会联合会",
    ),
    ("private firms' unions", None, "几家民营企业工会谈薪，民营企业工会联合会也谈。", ""),
    (
        "a school's students",
        "太原市",
        "5月，市三中学生会募捐，钱给市二中。",
        "太原市第三中学、太原市第二中学",
    ),
    ("pupils of one", "太原市", "市三中学生募捐。", ""),
    ("a mill, not a mine", None, "大山选矿厂的人捐款，大山选矿厂的厂长也捐。", "大山选矿厂"),
    ("a neighbourhood that holds 都", None, "越城区府山街道越都社区居委会收下。", "越城区府山街道越都社区"),
    ("one that holds 店", None, "禹城市房寺镇邢店社区签约。", "禹城市房寺镇邢店社区"),
    ("a town that holds 村", None, "汾阳市杏花村镇总工会慰问。", "汾阳市杏花村镇总工会"),
    ("villages and towns", None, "村镇总工会还没有建。", ""),
    ("a town's village, no committee of the town", None, "隆林县沙梨乡委尧村收到果苗。", "隆林县沙梨乡委尧村"),
    (
        "a former county above a town",
        None,
        "广东省增城市新塘镇商会捐款，镇总工会捐款。",
        "增城市新塘镇商会、增城市新塘镇总工会",
    ),
    (
        "what a bay's zone is called",
        "宁波市",
        "杭州湾新区总工会送来口罩。",
        "宁波市杭州湾新区总工会",
    ),
    ("和 before a school's name", None, "第一中学和龙泉中学的孤儿。", "第一中学、龙泉中学"),
    ("a fund that cares", None, "太原市关爱职工基金会捐款。", "太原市关爱职工基金会"),
    ("who winds a firm up", None, "哈尔滨第一工具厂留守处慰问。", "哈尔滨第一工具厂、哈尔滨第一工具厂留守处"),
    ("a workshop's union group", None, "大连造船厂船体车间工会小组长捐款。", "大连造船厂、大连造船厂船体车间"),
    ("a town whose village takes", None, "武陵源区天子山街道泗南峪村很远。", ""),
    ("a power firm whose county holds a verb", None, "国网奉节供电公司抢修。", "国网奉节供电公司"),
    (
        "a team under a word in quotation marks",
        None,
        "哈尔滨市总工会“工”字旗抢险队出发。",
        "哈尔滨市总工会、哈尔滨市总工会“工”字旗抢险队",
    ),
    ("a way into a hospital is none", None, "淅川县总工会“五送”进医院。", "淅川县总工会"),
    (
        "a town of a nation",
        "德宏傣族景颇族自治州",
        "在梁河县九保阿昌族乡，乡卫生院添了取暖器。",
        "梁河县九保阿昌族乡卫生院",
    ),
    ("who builds", None, "施工方宏川建设公司承诺。", "宏川建设公司"),
    ("a county in a person's name", None, "建平县有个电焊工叫尹长顺，县水利局给他补助。", "建平县水利局"),
    ("one in a reporter's", None, "建平县停水。记者 江宜春报道，县水利局送水。", "建平县水利局"),
    (
        "a county as it was called then",
        "监利市",
        "县总工会拨款，三洲镇总工会送水。",
        "监利县总工会、监利县三洲镇总工会",
    ),
    ("the city as it is called now", "监利市", "市总工会拨款，三洲镇总工会送水。", "监利市总工会、监利市三洲镇总工会"),
    ("a numbered department of a firm", None, "中铁隧道局二处、二处的人都捐款。", "中铁隧道局、中铁隧道局二处"),
    ("a department of an oil field", None, "渤南油田停产。油田安全环保处发出通知。", "渤南油田、渤南油田安全环保处"),
    ("a place that is one", None, "每处工地、三处塌方、两处。", ""),
    ("同 that joins", None, "车务段团委同陕西师范大学志愿服务队约好。", "陕西师范大学、陕西师范大学志愿服务队"),
    (
        "a city that opens a list",
        "宜春市",
        "樟树市药业协会和樟树市洲上乡政府来了，市中医院也来。",
        "樟树市药业协会、樟树市洲上乡人民政府、樟树市中医院",
    ),
    (
        "a city that is only given to",
        "宜春市",
        "市工会给樟树市药业协会拨款，市民政局也拨款。",
        "宜春市总工会、樟树市药业协会、宜春市民政局",
    ),
    ("the next cell of a table", "宜春市", "樟树市药业协会|大葱32吨|市民政局", "樟树市药业协会、宜春市民政局"),
    (
        "a town's office and what it does",
        None,
        "涪城区关帝镇政府办起了夜校，卫东区政府办发了通知。",
        "涪城区关帝镇人民政府、卫东区人民政府办公室、卫东区人民政府",
    ),
    ("high schools of a county", None, "兰考一高、兰考二高和县职教中心收到款。", "兰考一高、兰考二高、兰考县职教中心"),
    ("a town called after a mill", None, "南丹县大厂镇总工会签约。", "南丹县大厂镇总工会"),
    ("a trade's association", None, "惠东县黄埠镇鞋业商会捐款。", "惠东县黄埠镇鞋业商会"),
    (
        "a group in brackets",
        None,
        "北京同仁堂（集团）有限责任公司捐款。",
        "北京同仁堂（集团）有限责任公司",
    ),
    ("才 that begins a town", None, "上杭县才溪镇政府认领。", "上杭县才溪镇人民政府"),
    ("里 that begins a town", None, "滨城区里则镇派出所巡逻。", "滨城区里则镇派出所"),
    ("都 that ends a firm's name", None, "县果业局、桔都果业公司开课，他们都捐款，大家都是公司的人。", "桔都果业公司"),
    ("a city's store", "开封市", "市百货公司的劳模座谈。", "开封市百货公司"),
    (
        "a centre by two characters",
        "贵港市",
        "市疾控派人，疾控专家、市疾控部门和市疾控局都来了。",
        "贵港市疾病预防控制中心、贵港市疾病预防控制局",
    ),
    (
        "a bus line's crew",
        None,
        "北京公交集团电车分公司111路车队工会送绿豆汤。",
        "北京公交集团、北京公交集团电车分公司、北京公交集团电车分公司111路车队、北京公交集团电车分公司111路车队工会",
    ),
    ("a group called by a brand", None, "玉柴机器集团工会捐款。", "玉柴机器集团、玉柴机器集团工会"),
    ("a paper that reports", None, "《劳动午报》报道了此事。", "劳动午报"),
    (
        "a mine's ward and a hospital's",
        "张掖市",
        "市第二人民医院护理部捐款，山丹县东水泉煤矿采掘队加班。",
        "张掖市第二人民医院、张掖市第二人民医院护理部、山丹县东水泉煤矿、山丹县东水泉煤矿采掘队",
    ),
    ("a firm's desk at a place", None, "顺丰速运绍兴营业部送货。", "顺丰速运、顺丰速运绍兴营业部"),
]


@pytest.mark.parametrize(("comment", "home", "text", "names"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_it_finds_all_bodies_of_a_sentence(comment: str, home: str | None, text: str, names: str) -> None:
    assert sorted(by_name(found_in(text, home=home))) == sorted(names.split("、") if names else [])


# comment, text, a body's full name, its parent
PARENTS = [
    ("listed after 所属", "淮北矿业集团所属朱庄煤矿、石台煤矿停产。", "石台煤矿", "淮北矿业集团"),
    ("an oil field's plant", "渤南油田捐款。集输厂捐款。渤南油田又捐款，集输厂又捐款。", "渤南油田集输厂", "渤南油田"),
    (
        "a team posted in a village",
        "西北铝驻村帮扶工作队入户。川儿村驻村帮扶队员说，川儿村党员干部都来了。",
        "西北铝驻村帮扶工作队",
        "西北铝",
    ),
    ("a team that was sent", "双峰县总工会组织的送水队进村。", "双峰县总工会送水队", "双峰县总工会"),
    ("a team of an oil field", "渤南油田捐款。油田抽水队出发。", "渤南油田抽水队", "渤南油田"),
]


@pytest.mark.parametrize(("comment", "text", "name", "parent"), PARENTS, ids=[row[0] for row in PARENTS])
def test_it_tells_whose_part_a_body_is(comment: str, text: str, name: str, parent: str) -> None:
    assert by_name(found_in(text))[name].parent == parent


def test_a_team_posted_in_a_village_is_no_part_of_it() -> None:
    found = by_name(found_in("川儿村驻村帮扶工作队入户。"))

    assert found["川儿村驻村帮扶工作队"].parent is None


def test_a_union_of_a_firm_is_that_of_the_pages_only_firm_when_its_article_names_none() -> None:
    found = found_in("吉纤集团供餐，厨师进驻。", "集团工会给待岗职工补助。")

    assert "吉纤集团工会" in by_name(found)


# a 段 beside two railways, the one it belongs to
RAILWAYS = [
    ("沈阳铁路局来信。南宁铁路局来信。太原铁路局来信，百色工务段回信。", "南宁铁路局"),
    ("太原铁路局来信。百色工务段回信。", "太原铁路局"),
]


@pytest.mark.parametrize(("text", "railway"), RAILWAYS)
def test_a_railways_part_belongs_to_the_railway_of_its_province(text: str, railway: str) -> None:
    assert by_name(found_in(text))["百色工务段"].parent == railway


def test_a_railways_part_belongs_to_a_railway_of_its_article() -> None:
    found = by_name(found_in("南宁铁路局来信。", "柳州机务段、成都铁路局来信。"))

    assert found["柳州机务段"].parent == "成都铁路局"


def test_a_county_paper_calls_its_towns_by_the_county_of_then() -> None:
    body = "县总工会拨款，县妇联、县农业局跟进，三洲镇卫生院开门。荆州市派人。邻县华容县也派人来。"

    found = find_organisations(make_pages(body, "三洲镇中心小学复课。", furniture=("监利报　第二版",)), Context())

    assert "监利县三洲镇中心小学" in by_name(found)


# a part as it stands beside 渤南油田 in one article, its full name
NUMBERED = [
    ("采油二厂", "渤南油田采油二厂"),
    ("第二装卸公司", "渤南油田第二装卸公司"),
    ("机械动力厂", "渤南油田机械动力厂"),
    ("红柳沟制药厂", "红柳沟制药厂"),
]


@pytest.mark.parametrize(("part", "name"), NUMBERED)
def test_a_part_called_by_number_and_trade_bears_the_name_of_its_house(part: str, name: str) -> None:
    assert name in by_name(found_in(f"渤南油田捐款，{part}工会捐款。"))


def test_a_mine_belongs_to_the_mining_group_that_a_page_is_about() -> None:
    group = "云岭煤业集团拨款，云岭煤业集团工会慰问。"

    assert by_name(found_in(group, group, "阿令德煤矿捐款。"))["阿令德煤矿"].parent == "云岭煤业集团"
    assert by_name(found_in(group, "阿令德煤矿捐款。"))["阿令德煤矿"].parent is None
    assert by_name(found_in(group, group, "塔什店煤矿捐款，大同市王村煤矿捐款。"))["大同市王村煤矿"].parent is None

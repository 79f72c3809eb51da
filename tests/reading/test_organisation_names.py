"""Names are found by their grammar: what stands in a text, without knowing which body it means."""

from __future__ import annotations

import pytest

from seeds.reading.facts.organisation_names import find_names
from seeds.reading.facts.places import find_places

# comment, text, the names printed in it (inner ones too), in the order of their ends
CASES = [
    ("a union at a hospital", "武威市肿瘤医院工会慰问护士", ["武威市肿瘤医院", "武威市肿瘤医院工会"]),
    ("a bare level word", "记者从市总工会获悉", ["市总工会"]),
    ("the short form of a union", "榆阳区总为骑手送餐", ["榆阳区总"]),
    ("总 in other words", "市总工程师与区总会计师到场，全省总投资下降", []),
    (
        "three levels of one firm",
        "川北集团广能公司绿水洞矿工会",
        ["川北集团", "川北集团广能公司", "川北集团广能公司绿水洞矿", "川北集团广能公司绿水洞矿工会"],
    ),
    ("a verb in front of a firm", "矿泉水由津海惠民食品公司送", ["津海惠民食品公司"]),
    ("an apposition in front of a firm", "市总联合平台企业快达天津公司开办课堂", ["市总", "快达天津公司"]),
    ("a trade that is a verb elsewhere", "滇南冶炼集团工会送来水", ["滇南冶炼集团", "滇南冶炼集团工会"]),
    ("one in front of a firm's unit", "天虹修造公司、安泰搬运公司停工", ["天虹修造公司", "安泰搬运公司"]),
    ("ways into a plant and out of it", "蔬菜进厂，旧料出厂，职工返厂，代表入校", []),
    ("天 counts days behind a number", "复工，天辰电缆公司捐款。3天安泰搬运公司", ["天辰电缆公司", "安泰搬运公司"]),
    ("a day in front of a firm", "8日临江缫丝厂送米，3月 日新制碱厂停产", ["临江缫丝厂", "日新制碱厂"]),
    ("a street that is called like a province", "四川北路街道总工会拨款", ["四川北路街道总工会"]),
    ("a river's own office", "珠江航务管理局工会慰问船员", ["珠江航务管理局", "珠江航务管理局工会"]),
    ("a conjunction inside a name", "浙江大洋兴和食品有限公司停产", ["浙江大洋兴和食品有限公司"]),
    ("a firm whose name holds another unit", "平川区后山煤矿集团公司捐款", ["平川区后山煤矿集团公司"]),
    ("a branch of a bank", "邮储银行灵山县支行放款", ["邮储银行", "邮储银行灵山县支行"]),
    (
        "a place in brackets",
        "华润电力（贺州）公司工会先动手",
        ["华润电力", "华润电力（贺州）公司", "华润电力（贺州）公司工会"],
    ),
    ("a team between quotation marks", "编成“红袖章”巡查组", ["“红袖章”巡查组"]),
    ("a shop between quotation marks", "“冉姐面庄”的灶火", ["冉姐面庄"]),
    ("no shop without them", "进了一家面庄", []),
    ("bodies of no particular name", "各级工会、有关企业工会和三家医院", []),
    (
        "a list of places",
        "望江、宿松、怀宁三县总工会领到款",
        ["怀宁三县总工会", "宿松、怀宁三县总工会", "望江、宿松、怀宁三县总工会"],
    ),
    ("inner bodies of a list", "义桥煤矿工会、团委、女工委联合慰问", ["义桥煤矿", "义桥煤矿工会", "团委", "女工委"]),
    ("a zone", "临港经开区总工会拨款", ["临港经开区总工会"]),
    ("an everyday word that is a division", "港口区总工会没有闲着", ["港口区总工会"]),
    ("a department's party word", "市委组织部、团市委到场", ["市委组织部", "团市委"]),
    ("words that look like units", "教育部门和中小学、变电站、核心城区", []),
    ("a head of a bureau", "市人社局局长汪某", ["市人社局"]),
    ("an office of several duties", "依安县工业信息科技局捐款", ["依安县工业信息科技局"]),
    ("a short whole name", "鞍钢、同煤捐款", ["鞍钢", "同煤"]),
    ("its letters inside other words", "贵阳煤矿停产，山西电力公司抢修", ["贵阳煤矿", "山西电力公司"]),
    ("what a brand makes", "通过腾讯视频开课，腾讯捐款", ["腾讯"]),
    ("a person of that name", "□武钢摄", []),
    ("a common word that is a school's name", "红旗小学、青年路小学捐款", ["红旗小学", "青年路小学"]),
    ("a word that is a verb in shorter form", "滨江航空发动机公司捐款", ["滨江航空发动机公司"]),
    ("letters in a firm's name", "KTV集团和3M公司捐款", ["KTV集团", "3M公司"]),
    ("a street office", "浆洗街街道办事处送菜，各街道办事处值守", ["浆洗街街道办事处"]),
    ("a street that does something", "在洛城街道办起夜校", []),
    ("a neighbourhood named after a bridge", "倪家桥社区居委会送菜", ["倪家桥社区", "倪家桥社区居委会"]),
    ("a village that gives", "夹河村捐白菜，客人来到柳林村", ["夹河村"]),
    ("a village that is given something", "给柳林村送去大米", ["柳林村"]),
    ("a village in a table", "|永吉县万昌镇孤店村|大米2万斤|", ["永吉县万昌镇孤店村"]),
    ("a village's branch", "龙泉村党支部带头，龙泉村小学停课", ["龙泉村党支部", "龙泉村小学"]),
    ("a station that acts", "沟帮子车站为旅客送水，在城关车站上车", ["沟帮子车站"]),
    ("a shop that gives", "好运饭庄送餐，街角的好运饭庄关了门", ["好运饭庄"]),
    ("a firm of its word and its trade", "楚南印务捐款，收到新鲜食品", ["楚南印务"]),
    ("a city's utility", "绵阳燃气派人抢修", ["绵阳燃气"]),
    ("an industry's union is no trade's", "省电力工会拨款", ["省电力工会"]),
    ("a foundation with words of its own", "爱德基金会和几家基金会捐赠", ["爱德基金会"]),
    ("countrymen abroad", "旅美福建同乡会捐款", ["福建同乡会"]),
    ("a street's union", "沙井街道工会慰问", ["沙井街道工会"]),
    (
        "an office sent to a place",
        "中国职工保险互助会吴忠办事处赔付",
        ["中国职工保险互助会", "中国职工保险互助会吴忠办事处"],
    ),
    ("a brand's hotel is one firm", "京东大饭店捐款", ["京东大饭店"]),
    ("a school's dining room", "市委党校餐厅供餐", ["市委党校"]),
    ("a house's hospital", "局职工总医院派人", ["局", "局职工总医院"]),
    ("a shop of a word that no dictionary has", "街对面的永康堂大药房门脸小", ["永康堂大药房"]),
    ("a shop in a roll", "江湾药店，消毒片120瓶；小区药店关门", ["江湾药店"]),
    ("a trade behind a quoted word", "“汉口阿嫂”热干面馆送餐", ["“汉口阿嫂”热干面馆"]),
    ("no shop in a city's name", "潍坊鸿泰铸件厂停产", ["潍坊鸿泰铸件厂"]),
    ("builders by their numbers", "中建三局、中铁四局、二十二冶捐款", ["中建三局", "中铁四局", "二十二冶"]),
    ("committees of other parties", "民革湖南省委和民盟市委捐款", ["民革湖南省委", "民盟市委"]),
    ("armed police", "武警四川省总队抢险，两支总队会合", ["武警四川省总队"]),
    ("an office of a river", "黄河河务局抢险", ["黄河河务局"]),
    ("a mountain that begins with a number", "五台山佛教协会捐款", ["五台山佛教协会"]),
    ("districts by their short names", "秀英、龙华两个区总工会领到款", ["龙华两个区总工会", "秀英、龙华两个区总工会"]),
    ("a port named like a city", "张家港捐款，青岛港捐款", ["青岛港"]),
    (
        "a union of trades abroad of its place",
        "中国建筑工会广东省委员会慰问",
        ["中国建筑工会", "中国建筑工会广东省委员会"],
    ),
    ("an association of those who found firms", "岳西县青年创业者协会捐款", ["岳西县青年创业者协会"]),
    ("a street of a name with 才", "长安区育才街道办事处捐水", ["长安区育才街道办事处"]),
    ("a bureau of two duties", "市科学技术和知识产权局捐款", ["市科学技术和知识产权局"]),
    ("a hospital's name with 和", "天和医院捐款", ["天和医院"]),
    ("an association behind a federation", "县工商联组织食品商会慰问", ["县工商联"]),
    ("a village behind 带领下", "在队长带领下夹河村捐款", ["夹河村"]),
    ("goods between quotation marks", "送来“蔬菜包”和“爱心粥”", []),
    ("a village where somebody works", "他在夹河村送外卖", []),
    ("a place beside a firm", "潍柴旁边有家小店，潍柴捐款", ["潍柴"]),
    ("a place inside a firm's name", "中国铁通河南分公司捐款", ["中国铁通", "中国铁通河南分公司"]),
    (
        "numbers in names",
        "川西钻探公司70052钻井队和解放军264医院捐款",
        ["川西钻探公司", "川西钻探公司70052钻井队", "解放军264医院"],
    ),
    ("a village's women", "许家冲村妇联赶制鞋垫", ["许家冲村", "许家冲村妇联"]),
    ("a station of a city's quarter", "宜昌东站为旅客送水，在宜昌东站上车", ["宜昌东站"]),
    ("a trade of a place", "枝江酒业捐款，莆田市鞋业捐款", ["枝江酒业"]),
    ("a prefecture's office with its name", "大兴安岭地区行署拨款", ["大兴安岭地区行署"]),
    ("a bank's name with a verb", "记者从包商银行获悉", ["包商银行"]),
    ("a hotel of a place that gives", "敦煌宾馆捐款，客人住进镇坪宾馆", ["敦煌宾馆"]),
    ("an association's name with 为", "天津市见义勇为协会捐款", ["天津市见义勇为协会"]),
    ("a school's number in figures", "海口市第27小学捐款", ["海口市第27小学"]),
    ("a row behind a figure", "24万只区慈善会发放，走访3家区慈善会", ["区慈善会"]),
    ("a place's bank behind 和", "市妇联和西吉县农村信用联社放款", ["市妇联", "西吉县农村信用联社"]),
    ("a station's union", "鹰潭站工会送水，他在鹰潭站上车", ["鹰潭站", "鹰潭站工会"]),
    ("和 before a county's office", "建平县总工会和县水利局捐款", ["建平县总工会", "县水利局"]),
    ("a county's bookshop", "省新华书店捐书", ["省新华书店"]),
    ("a weight before a unit", "两万公斤，指挥部派船", ["指挥部"]),
    ("a writer's signature", "红石岩煤矿停电。□樊晓芸红石岩煤矿副井口", ["红石岩煤矿", "红石岩煤矿"]),
    ("an industry of two words", "省能源化工工会慰问", ["省能源化工工会"]),
    ("a school that sends", "怀化学院派出教师，朝阳医院院长到场", ["怀化学院", "朝阳医院"]),
    ("a writer called like a brand", "记者苏宁报道，苏宁捐款", ["苏宁"]),
    ("what only looks like a brand", "我国航天事业，国航捐款", ["国航"]),
    ("firms of countries", "两国公司合作，他把钱存进银行", ["银行"]),
    ("trades in a list of givers", "蓝思科技、绝味食品、茶颜悦色捐款", ["蓝思科技", "绝味食品"]),
    ("the union of a province's offices", "省直机关工会拨款，省直单位捐款", ["省直机关工会"]),
    ("drivers on call", "市网约车行业工会联合会送水", ["市网约车行业工会联合会"]),
    ("what a brand sells", "用着华为手机，比亚迪汽车公司捐款", ["比亚迪", "比亚迪汽车公司"]),
    ("a village's two committees", "联南村“两委”筹款，纪建东便同村两委商量", ["联南村"]),
    ("a firm behind a union", "港务公司工会应集团要求捐款", ["港务公司", "港务公司工会"]),
    ("an inner firm", "集团生活服务公司送饭", ["集团", "集团生活服务公司"]),
]


@pytest.mark.parametrize(("comment", "text", "names"), CASES, ids=[case[0] for case in CASES])
def test_it_finds_names_by_their_grammar(comment: str, text: str, names: list[str]) -> None:
    found = [text[name.start : name.end] for name in find_names(text, find_places(text))]

    assert found == names


def test_a_name_of_five_hundred_characters_is_none() -> None:
    text = "甲" * 500 + "公司"

    assert [name for name in find_names(text, find_places(text)) if name.core] == []


def test_names_inside_names_end_at_a_depth() -> None:
    text = "武威市甲乙公司" + "丙丁公司" * 50

    assert max(name.depth for name in find_names(text, find_places(text))) <= 6

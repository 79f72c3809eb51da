"""Which organisations a document names: full names, types, levels, parents, and what short forms mean where."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.reading.drafts import Context, OrganisationDraft
from seeds.reading.facts.organisations import Found, find_organisations
from tests.reading.pages_made import make_pages


def _found(*bodies: str, headline: str | None = None, home: str | None = None) -> Found:
    return find_organisations(make_pages(*bodies, headline=headline), Context(home_place=home))


def _by_name(found: Found) -> dict[str, OrganisationDraft]:
    return {organisation.name: organisation for organisation in found.organisations}


def _meant(found: Found, surface: str) -> list[str | None]:
    return [mention.organisation for mention in found.mentions if mention.surface == surface]


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
    assert _meant(_found(text, home=home), surface) == names


# comment, text, full name, type, level, parent
BODIES = [
    ("a county union", "灵山县总工会拨款。", "灵山县总工会", "trade_union", "county", None),
    ("a city of county rank", "福泉市总工会拨款。", "福泉市总工会", "trade_union", "county", None),
    ("a municipality", "重庆市总工会拨款。", "重庆市总工会", "trade_union", "province", None),
    ("a town's union", "卫辉市顿坊店乡总工会收到款。", "卫辉市顿坊店乡总工会", "trade_union", "township", None),
    ("an industry's union", "甘肃省教科文卫工会慰问。", "甘肃省教科文卫工会", "trade_union", "province", None),
    (
        "a union at a workplace",
        "武威市肿瘤医院工会送来慰问品。",
        "武威市肿瘤医院工会",
        "trade_union",
        "grassroots",
        "武威市肿瘤医院",
    ),
    ("the workplace too", "武威市肿瘤医院工会送来慰问品。", "武威市肿瘤医院", "hospital", "grassroots", None),
    (
        "a union's department",
        "曲靖市总生活保障部的同志说。",
        "曲靖市总工会生活保障部",
        "trade_union",
        "prefecture",
        "曲靖市总工会",
    ),
    (
        "a union's centre without the union",
        "阜新市困难职工帮扶中心发放。",
        "阜新市总工会困难职工帮扶中心",
        "trade_union",
        "prefecture",
        "阜新市总工会",
    ),
    ("an office abbreviated", "灵山县人社局出台办法。", "灵山县人力资源和社会保障局", "government", "county", None),
    ("a committee", "湖北省委常委到场。", "中共湖北省委", "party", "province", None),
    ("an autonomous region's", "宁夏回族自治区党委要求。", "中共宁夏回族自治区委员会", "party", "province", None),
    ("its department", "安康市委统战部参加。", "中共安康市委统一战线工作部", "party", "prefecture", "中共安康市委"),
    ("a party school", "濮阳市委党校接待。", "中共濮阳市委党校", "school", "prefecture", "中共濮阳市委"),
    ("the youth league", "共青团绥德县委送来物资。", "共青团绥德县委员会", "mass_organisation", "county", None),
    ("a bureau that is an enterprise", "昭通供电局收到捐款。", "昭通供电局", "enterprise", "grassroots", None),
    ("a charity", "福泉市慈善会开会。", "福泉市慈善会", "association", "county", None),
    (
        "a street office by its short form",
        "汉滨区江北办临江社区缺人手。",
        "汉滨区江北街道办事处",
        "government",
        "township",
        None,
    ),
    (
        "a police station",
        "濮阳市公安局华龙区分局中原路派出所帮忙。",
        "濮阳市公安局华龙区分局中原路派出所",
        "government",
        "township",
        "濮阳市公安局华龙区分局",
    ),
    ("a pit of a group", "晋云煤业集团拨款，石墙框矿派人。", "石墙框矿", "enterprise", "grassroots", "晋云煤业集团"),
    ("an industry's union", "市能源工会慰问，重庆市能源工会拨款。", "重庆市能源工会", "trade_union", "province", None),
    ("a workshop", "成都铁路局重庆机务段检修车间停产。", "重庆机务段", "enterprise", "grassroots", "成都铁路局"),
    ("a county that acts", "镇坪县日前出台5项措施。", "镇坪县人民政府", "government", "county", None),
    ("a paper that is credited", "（据《钟山工友报》）", "钟山工友报", "media", "national", None),
    ("a national body", "全总拨来专款。", "中华全国总工会", "trade_union", "national", None),
    ("a former county", "陕西彬县雅店煤矿与彬县总工会共建。", "彬县总工会", "trade_union", "county", None),
]


@pytest.mark.parametrize(
    ("comment", "text", "name", "type_", "level", "parent"), BODIES, ids=[row[0] for row in BODIES]
)
def test_it_gives_full_names_types_levels_and_parents(
    comment: str, text: str, name: str, type_: str, level: str, parent: str | None
) -> None:
    organisation = _by_name(_found(text))[name]

    assert (organisation.type, organisation.level, organisation.parent) == (type_, level, parent)


def test_the_home_place_is_voted_from_level_words_and_places() -> None:
    found = _found("我市复工，汉滨区、紫阳县、石泉县均已开工。市总工会拨款。", "市人社局下发通知。")

    assert found.home_place == "安康市"
    assert _meant(found, "市人社局") == ["安康市人力资源和社会保障局"]


# what the articles name beside the paper's own level word, the home of 鼓楼职工 there
DISTRICT_PAPERS = [
    ("秦淮区总工会也派人支援。", "南京市鼓楼区总工会"),
    ("马尾区总工会也派人支援。", "福州市鼓楼区总工会"),
    ("大家都派人支援。", None),
]


@pytest.mark.parametrize(("story", "union"), DISTRICT_PAPERS)
def test_a_district_paper_is_at_home_beside_the_districts_it_names(story: str, union: str | None) -> None:
    body = f"区总工会拨款，区妇联、区红十字会到场。{story}"
    found = find_organisations(make_pages(body, furniture=("鼓楼职工　第8期",)), Context())

    assert _meant(found, "区总工会")[:1] == ([union] if union else [])


# a plant as it stands beside the group 滇东钢铁集团, its full name: a common word is no name outside its house
PLANTS = [
    ("炼铁厂", "滇东钢铁集团炼铁厂"),
    ("烧结厂", "滇东钢铁集团烧结厂"),
    ("石屏厂", "石屏厂"),
]


@pytest.mark.parametrize(("plant", "name"), PLANTS)
def test_a_plant_called_by_a_common_word_bears_the_name_of_its_group(plant: str, name: str) -> None:
    found = _found(f"滇东钢铁集团拨款。{plant}领到冷饮，{plant}工会登记。")

    assert _meant(found, f"{plant}工会") == [f"{name}工会"]


# the paper's own line, what its bare 集团 means in an article that names no group
HOUSE_PAPERS = [("川西铝业报　第三版", ["川西铝业集团工会"]), ("工友报　第三版", [])]


@pytest.mark.parametrize(("line", "names"), HOUSE_PAPERS)
def test_a_group_is_the_firm_that_the_paper_is_named_after(line: str, names: list[str]) -> None:
    pages = make_pages("川西铝业集团拨款。", "集团工会送来冷饮。", furniture=(line,))

    assert _meant(find_organisations(pages, Context()), "集团工会") == names


def test_a_company_is_the_firm_that_the_paper_is_named_after() -> None:
    pages = make_pages(
        "金岭钢铁公司拨款。恒昌劳务公司派人，该公司工会致谢，公司工会送来冷饮。", furniture=("金岭钢铁报　第三版",)
    )

    found = find_organisations(pages, Context())

    assert _meant(found, "公司工会") == ["金岭钢铁公司工会"]
    assert _meant(found, "该公司工会") == ["恒昌劳务公司工会"]


# a body called by a common word once, in the paper of 金岭钢铁公司
INNER = [("后勤公司", "金岭钢铁公司后勤公司"), ("炼钢厂", "金岭钢铁公司炼钢厂"), ("职工医院", "金岭钢铁公司职工医院")]


@pytest.mark.parametrize(("word", "name"), INNER)
def test_a_firms_paper_calls_its_parts_by_common_words(word: str, name: str) -> None:
    pages = make_pages(f"金岭钢铁公司拨款。{word}送来冷饮。", furniture=("金岭钢铁报　第三版",))

    assert name in _by_name(find_organisations(pages, Context()))


# the paper's address, the home of a paper that speaks of 市总工会 and of the counties of 运城
ADDRESSES = [
    ("地址：运城市红旗东街", "运城市"),
    ("社址：运城市盐湖区红旗东街", "运城市"),
    ("地址：太原市新建路", "运城市"),
]


@pytest.mark.parametrize(("line", "home"), ADDRESSES)
def test_a_paper_is_at_home_where_its_office_is_unless_it_speaks_of_another_city(line: str, home: str) -> None:
    body = "市总工会拨款，新绛县总工会、稷山县总工会、平陆县总工会、万荣县总工会、运城市总工会转账。"
    found = find_organisations(make_pages(body, "市妇联慰问，市红十字会募捐。", furniture=(line,)), Context())

    assert found.home_place == home


def test_a_county_paper_is_at_home_in_the_county_that_is_a_city_today() -> None:
    body = "县总工会拨款，县妇联、县农业局跟进。荆州市派人。邻县华容县也派人来，华容县总工会捐款。"

    found = find_organisations(make_pages(body, furniture=("监 利 报　第二版",)), Context())

    assert _meant(found, "县总工会") == ["监利县总工会"]


def test_a_paper_named_like_a_county_of_another_province_is_not_at_home_there() -> None:
    body = "市总工会拨款，市妇联、市红十字会跟进。温岭市、临海市、仙居县停电。"

    found = find_organisations(make_pages(body, furniture=("海门晚报　第二版",)), Context())

    assert found.home_place == "台州市"


def test_a_paper_of_many_provinces_has_no_home() -> None:
    assert _found("贺州市总工会开通商场。", "唐山市红十字会收到蔬菜。", "淄博市总工会稳岗。").home_place is None


def test_a_home_that_cannot_be_told_is_none() -> None:
    names = ("贺州市", "唐山市", "淄博市", "酒泉市", "玉林市", "保定市")
    stories = [f"{name}总工会开课，{name}妇联参加。" for name in names]

    found = _found("我市复工，市总工会拨款，市人社局跟进。", *stories)

    assert found.home_place is None
    assert "唐山市妇女联合会" in _by_name(found)


def test_a_headline_means_what_its_story_names() -> None:
    found = _found("本报讯 日前，吉安市总工会出台十条措施。", headline="市总“四个先行”助企复工")

    assert _meant(found, "市总") == ["吉安市总工会"]


def test_an_organisation_stands_once_with_its_short_forms() -> None:
    organisations = _by_name(_found("固原市总工会送来口罩。市总又送来体检卡。"))

    assert organisations["固原市总工会"].aliases == ("市总",)
    assert len(organisations) == 1


def test_an_imprint_names_organisations_without_a_mention() -> None:
    pages = make_pages("满洲里市总工会送暖。", furniture=("主管：中共满洲里市委宣传部", "来源：草原口岸报 作者：高娃"))

    found = find_organisations(pages, Context())

    assert {"中共满洲里市委宣传部", "中共满洲里市委", "草原口岸报"} <= set(_by_name(found))


def test_mentions_quote_the_text_as_it_stands() -> None:
    body = "记者从武威市 肿瘤医院 工会获悉。"

    found = _found(body)

    assert [mention.place.span.of(body) for mention in found.mentions] == ["武威市 肿瘤医院 工会", "武威市 肿瘤医院"]


def test_the_mentions_before_a_position_come_nearest_first_and_headlines_last() -> None:
    body = "武威市总工会会同武威市人民医院工会慰问。"
    found = _found(body, headline="定西市总工会在行动")

    names = [mention.organisation for mention in found.before(0, "body", len(body))]

    assert names == ["武威市人民医院工会", "武威市总工会", "定西市总工会"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="市总工会省县区局公司医院武威安康该各、，。“”（）·的在和由12 \nA厂矿段村", max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    found = _found(text)

    assert all(mention.place.span.end <= len(text) for mention in found.mentions)


ENDLESS = [
    "市总工会、",
    "武威市总工会，",
    "该公司工会和",
    "甲乙公司",
    "“红队”服务队",
    "省、市、县三级工会",
    "我市日前",
    "武威市",
    "夹河村捐",
    "“老李面馆”送来",
    "中国铁通河南",
    "华港公司（简称华港）捐",
    "桂林街道",
]


@pytest.mark.parametrize("words", ENDLESS)
def test_an_endless_sentence_costs_no_more_than_its_length(words: str) -> None:
    _found(words)  # vocabularies are read once
    costs = []
    for times in (2_000, 8_000):
        start = time.process_time()
        _found(words * times)
        costs.append(time.process_time() - start)

    assert costs[1] < 12 * costs[0] + 0.2


def test_a_name_of_several_places_stays_ambiguous() -> None:
    found = _found("鼓楼区总工会拨款30万元。")

    (mention,) = found.mentions
    assert (mention.organisation, mention.resolution) == (None, "ambiguous")
    assert "南京市鼓楼区总工会" in mention.candidates
    assert found.organisations == ()


def test_a_short_name_in_two_provinces_is_two_bodies() -> None:
    found = _found("南京市鼓楼区总工会开课。鼓楼区总拨款。", "福州市鼓楼区总工会捐茶。鼓楼区总募款。")

    assert _meant(found, "鼓楼区总") == ["南京市鼓楼区总工会", "福州市鼓楼区总工会"]


def test_a_printed_place_is_believed_more_than_words_of_ones_own() -> None:
    organisations = _by_name(_found("武威市总工会慰问。三力磷业公司捐煤。"))

    assert organisations["武威市总工会"].confidence > 0.95 > organisations["三力磷业公司"].confidence

"""Which organisations a document names: full names, types, levels, parents, and what short forms mean where."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.reading.drafts import Context
from seeds.reading.facts.organisations import find_organisations
from tests.reading.organisations_found import by_name, found_in, meant_by
from tests.reading.pages_made import make_pages

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
    organisation = by_name(found_in(text))[name]

    assert (organisation.type, organisation.level, organisation.parent) == (type_, level, parent)


def test_the_home_place_is_voted_from_level_words_and_places() -> None:
    found = found_in("我市复工，汉滨区、紫阳县、石泉县均已开工。市总工会拨款。", "市人社局下发通知。")

    assert found.home_place == "安康市"
    assert meant_by(found, "市人社局") == ["安康市人力资源和社会保障局"]


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

    assert meant_by(found, "区总工会")[:1] == ([union] if union else [])


# a plant as it stands beside the group 滇东钢铁集团, its full name: a common word is no name outside its house
PLANTS = [
    ("炼铁厂", "滇东钢铁集团炼铁厂"),
    ("烧结厂", "滇东钢铁集团烧结厂"),
    ("石屏厂", "石屏厂"),
]


@pytest.mark.parametrize(("plant", "name"), PLANTS)
def test_a_plant_called_by_a_common_word_bears_the_name_of_its_group(plant: str, name: str) -> None:
    found = found_in(f"滇东钢铁集团拨款。{plant}领到冷饮，{plant}工会登记。")

    assert meant_by(found, f"{plant}工会") == [f"{name}工会"]


# the paper's own line, what its bare 集团 means in an article that names no group when others name two
HOUSE_PAPERS = [("川西铝业报　第三版", ["川西铝业集团工会"]), ("工友报　第三版", [])]


@pytest.mark.parametrize(("line", "names"), HOUSE_PAPERS)
def test_a_group_is_the_firm_that_the_paper_is_named_after(line: str, names: list[str]) -> None:
    pages = make_pages("川西铝业集团拨款。", "滇东冶炼集团派人。", "集团工会送来冷饮。", furniture=(line,))

    assert meant_by(find_organisations(pages, Context()), "集团工会") == names


def test_a_company_is_the_firm_that_the_paper_is_named_after() -> None:
    pages = make_pages(
        "金岭钢铁公司拨款。恒昌劳务公司派人，该公司工会致谢，公司工会送来冷饮。", furniture=("金岭钢铁报　第三版",)
    )

    found = find_organisations(pages, Context())

    assert meant_by(found, "公司工会") == ["金岭钢铁公司工会"]
    assert meant_by(found, "该公司工会") == ["恒昌劳务公司工会"]


# a body called by a common word once, in the paper of 金岭钢铁公司
INNER = [("后勤公司", "金岭钢铁公司后勤公司"), ("炼钢厂", "金岭钢铁公司炼钢厂"), ("职工医院", "金岭钢铁公司职工医院")]


@pytest.mark.parametrize(("word", "name"), INNER)
def test_a_firms_paper_calls_its_parts_by_common_words(word: str, name: str) -> None:
    pages = make_pages(f"金岭钢铁公司拨款。{word}送来冷饮。", furniture=("金岭钢铁报　第三版",))

    assert name in by_name(find_organisations(pages, Context()))


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


# a line of the paper's own, the home of a paper that speaks of 市总工会 and names no place more than another
NUMBERS = [
    ("新闻热线：0416-21×××××", "锦州市"),
    ("读者热线（0536）8×××110", "潍坊市"),
    ("传真 0898-66××××××", "海口市"),
    ("热线：024-2345×××× 广告：024-2345××××", "沈阳市"),
    ("发行热线 010-6×××××××", None),
    ("热线：0416-21××××× 0536-8××××××", None),
    ("准印证号 0416-21", None),
    ("每份0416元", None),
]


@pytest.mark.parametrize(("line", "home"), NUMBERS)
def test_a_paper_that_no_vote_tells_is_at_home_where_its_telephone_is(line: str, home: str | None) -> None:
    found = find_organisations(make_pages("市总工会拨款，市妇联跟进。", furniture=(line,)), Context())

    assert found.home_place == home


def test_a_telephone_number_does_not_outvote_the_places_of_a_paper() -> None:
    body = "我市复工，汉滨区、紫阳县、石泉县均已开工。市总工会拨款，安康市总工会又拨款。"
    found = find_organisations(make_pages(body, furniture=("新闻热线：0416-21×××××",)), Context())

    assert found.home_place == "安康市"


# the paper's own line, its home where every bare 市总工会 stands beside a city inside that pays or is paid
PAYING = [
    ("版权所有：沧州市总工会宣教部", "沧州市"),
    ("主办：沧州市总工会", "沧州市"),
    ("主办单位：沧州市职工服务中心网络部", "沧州市"),
    ("友情链接：沧州市总工会", None),
]


@pytest.mark.parametrize(("line", "home"), PAYING)
def test_a_paper_is_at_home_where_its_publisher_is(line: str, home: str | None) -> None:
    body = "任丘大雨。市总工会向任丘市总工会拨款，市总工会又向黄骅市总工会拨款。石家庄市派人。"

    assert find_organisations(make_pages(body, furniture=(line,)), Context()).home_place == home


# the telephone of a paper that speaks of 省总工会 most, its home
CITY_PAPERS = [("热线：0593-28×××××", "宁德市"), ("热线：0591-8×××××××", "福建省"), ("热线：0571-8×××××××", "福建省")]


@pytest.mark.parametrize(("line", "home"), CITY_PAPERS)
def test_a_citys_paper_is_told_from_its_provinces_by_the_telephone(line: str, home: str) -> None:
    body = "省总工会拨款，省妇联、省红十字会跟进。福鼎市、霞浦县、福安市受灾，福建省派人。"

    assert find_organisations(make_pages(body, furniture=(line,)), Context()).home_place == home


# what a paper of 市总工会 names, its home: a district's short name counts where nothing else tells
SHORT_DISTRICTS = [
    ("铁锋区派人，五大连池派人。富拉尔基停水。", "齐齐哈尔市"),
    ("温州市派人，台州市派人。码头停水。", None),
]


@pytest.mark.parametrize(("story", "home"), SHORT_DISTRICTS)
def test_the_short_name_of_a_district_settles_a_tie(story: str, home: str | None) -> None:
    assert found_in(f"市总工会拨款，市妇联、市民政局跟进。{story}").home_place == home


def test_a_district_named_once_is_home_to_a_paper_that_speaks_of_it_alone() -> None:
    ours = "区总工会拨款，区妇联、区民政局、区红十字会到场。"
    text = f"郑州市派人。二七广场停水。{ours * 4}"

    assert found_in(text).home_place == "二七区"
    assert found_in(text, "金水区也停水。").home_place != "二七区"


def test_a_county_paper_is_at_home_in_the_county_that_is_a_city_today() -> None:
    body = "县总工会拨款，县妇联、县农业局跟进。荆州市派人。邻县华容县也派人来，华容县总工会捐款。"

    found = find_organisations(make_pages(body, furniture=("监 利 报　第二版",)), Context())

    assert meant_by(found, "县总工会") == ["监利县总工会"]


def test_a_paper_named_like_a_county_of_another_province_is_not_at_home_there() -> None:
    body = "市总工会拨款，市妇联、市红十字会跟进。温岭市、临海市、仙居县停电。"

    found = find_organisations(make_pages(body, furniture=("海门晚报　第二版",)), Context())

    assert found.home_place == "台州市"


def test_a_paper_named_after_a_river_is_not_at_home_in_the_county_of_that_name() -> None:
    body = "县总工会拨款，县妇联、县农业局跟进。娄底市总工会派人。双峰县农信社放贷。涟水断流，江苏省捐款。双峰县停水。"

    found = find_organisations(make_pages(body, furniture=("涟水周报　第二版",)), Context())

    assert found.home_place == "双峰县"


def test_a_paper_of_many_provinces_has_no_home() -> None:
    assert found_in("贺州市总工会开通商场。", "唐山市红十字会收到蔬菜。", "淄博市总工会稳岗。").home_place is None


def test_a_home_that_cannot_be_told_is_none() -> None:
    names = ("贺州市", "唐山市", "淄博市", "酒泉市", "玉林市", "保定市")
    stories = [f"{name}总工会开课，{name}妇联参加。" for name in names]

    found = found_in("我市复工，市总工会拨款，市人社局跟进。", *stories)

    assert found.home_place is None
    assert "唐山市妇女联合会" in by_name(found)


def test_a_headline_means_what_its_story_names() -> None:
    found = found_in("本报讯 日前，吉安市总工会出台十条措施。", headline="市总“四个先行”助企复工")

    assert meant_by(found, "市总") == ["吉安市总工会"]


def test_an_organisation_stands_once_with_its_short_forms() -> None:
    organisations = by_name(found_in("固原市总工会送来口罩。市总又送来体检卡。"))

    assert organisations["固原市总工会"].aliases == ("市总",)
    assert len(organisations) == 1


def test_an_imprint_names_organisations_without_a_mention() -> None:
    pages = make_pages("满洲里市总工会送暖。", furniture=("主管：中共满洲里市委宣传部", "来源：草原口岸报 作者：高娃"))

    found = find_organisations(pages, Context())

    assert {"中共满洲里市委宣传部", "中共满洲里市委", "草原口岸报"} <= set(by_name(found))


def test_mentions_quote_the_text_as_it_stands() -> None:
    body = "记者从武威市 肿瘤医院 工会获悉。"

    found = found_in(body)

    assert [mention.place.span.of(body) for mention in found.mentions] == ["武威市 肿瘤医院 工会", "武威市 肿瘤医院"]


def test_the_mentions_before_a_position_come_nearest_first_and_headlines_last() -> None:
    body = "武威市总工会会同武威市人民医院工会慰问。"
    found = found_in(body, headline="定西市总工会在行动")

    names = [mention.organisation for mention in found.before(0, "body", len(body))]

    assert names == ["武威市人民医院工会", "武威市总工会", "定西市总工会"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="市总工会省县区局公司医院武威安康该各、，。“”（）·的在和由12 \nA厂矿段村", max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    found = found_in(text)

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
    found_in(words)  # vocabularies are read once

    def cost(times: int) -> float:
        start = time.process_time()
        found_in(words * times)
        return time.process_time() - start

    few, many = (min(cost(times) for _ in range(2)) for times in (2_000, 8_000))
    assert many < 12 * few + 0.5


def test_a_name_of_several_places_stays_ambiguous() -> None:
    found = found_in("鼓楼区总工会拨款30万元。")

    (mention,) = found.mentions
    assert (mention.organisation, mention.resolution) == (None, "ambiguous")
    assert "南京市鼓楼区总工会" in mention.candidates
    assert found.organisations == ()


def test_a_short_name_in_two_provinces_is_two_bodies() -> None:
    found = found_in("南京市鼓楼区总工会开课。鼓楼区总拨款。", "福州市鼓楼区总工会捐茶。鼓楼区总募款。")

    assert meant_by(found, "鼓楼区总") == ["南京市鼓楼区总工会", "福州市鼓楼区总工会"]


def test_a_printed_place_is_believed_more_than_words_of_ones_own() -> None:
    organisations = by_name(found_in("武威市总工会慰问。三力磷业公司捐煤。"))

    assert organisations["武威市总工会"].confidence > 0.95 > organisations["三力磷业公司"].confidence

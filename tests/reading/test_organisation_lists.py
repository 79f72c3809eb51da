"""Bodies told of together: several that share one unit, and how many there are of them."""

from __future__ import annotations

import pytest

from tests.reading.organisations_found import by_name, found_in

# comment, home, text, the full names of all bodies in it with 、 between them
LISTS = [
    (
        "towns by short names",
        "滑县",
        "市总拨款给白道口、四间房、高平三镇工会。",
        "滑县白道口镇工会、滑县四间房镇工会、滑县高平镇工会",
    ),
    ("with a measure word", None, "款发给青川县乔庄、沙州两个镇的总工会。", "青川县乔庄镇总工会、青川县沙州镇总工会"),
    ("by whole names", None, "青川县的乔庄镇和沙州镇两个镇的工会来了。", "青川县乔庄镇工会、青川县沙州镇工会"),
    ("towns in trouble", None, "头道沟、三源浦两个重灾镇工会先动手。", "头道沟镇工会、三源浦镇工会"),
    ("streets", None, "鲤城区的临江、海滨两街道总工会送粥。", "鲤城区临江街道总工会、鲤城区海滨街道总工会"),
    ("townships behind a verb", None, "县里拨给马场、石岗、罗汉三个乡的工会。", "马场乡工会、石岗乡工会、罗汉乡工会"),
    ("towns of both kinds", None, "拨给青石坝、刘庄两个乡镇工会。刘庄乡也受了灾。", "青石坝镇工会、刘庄乡工会"),
    ("more than are counted", None, "马场、石岗、罗汉两乡工会来了。", ""),
    (
        "cities with an office between",
        None,
        "省局补给长治、晋城两市邮政局工会。",
        "长治市邮政局、晋城市邮政局、长治市邮政局工会、晋城市邮政局工会",
    ),
    ("an industry's unions", None, "向吉林、辽宁两省邮政工会拨付经费。", "吉林省邮政工会、辽宁省邮政工会"),
    ("places of several ranks", None, "给四川、重庆两地教育工会寄书。", "四川省教育工会、重庆市教育工会"),
    ("districts behind 的", None, "鹿城区、龙湾区两个区的总工会招人。", "鹿城区总工会、龙湾区总工会"),
    ("headquarters", None, "送到吴忠市、中卫市两地的防汛指挥部。", "吴忠市防汛指挥部、中卫市防汛指挥部"),
    (
        "a short name between full ones",
        None,
        "康县、武都、成县总工会各得20万元。",
        "康县总工会、武都区总工会、成县总工会",
    ),
    ("but not before them", None, "武汉、定西市总工会来人。", "定西市总工会"),
    ("what lies in two places is of neither", None, "款用在涪陵、万州两地的5个职工服务站。", ""),
    ("nor is a village", None, "在涪陵、万州两地排水47个村。", ""),
]


@pytest.mark.parametrize(("comment", "home", "text", "names"), LISTS, ids=[row[0] for row in LISTS])
def test_each_of_a_list_has_the_unit_behind_it(comment: str, home: str | None, text: str, names: str) -> None:
    found = set(by_name(found_in(text, home=home))) - {"安阳市总工会", "河南省总工会"}

    assert found == set(filter(None, names.split("、"))), comment


# text, the unions in it
HOUSES = [
    ("鹁鸽岭矿、红柳沟矿、卧牛山矿三座矿的工会捐款。", ["鹁鸽岭矿工会", "红柳沟矿工会", "卧牛山矿工会"]),
    ("石门煤矿、杏山煤矿两矿工会捐款。", ["石门煤矿工会", "杏山煤矿工会"]),
    ("江海公司、通源公司两家公司的工会捐款。", ["江海公司工会", "通源公司工会"]),
    ("广河县医院、和政县医院两家医院的工会捐款。", ["广河县医院工会", "和政县医院工会"]),
]


@pytest.mark.parametrize(("text", "unions"), HOUSES)
def test_each_house_of_a_counted_list_has_its_union(text: str, unions: list[str]) -> None:
    assert {name for name in by_name(found_in(text)) if name.endswith("工会")} == set(unions)


# home, text, the bank meant
BANKS = [
    ("宁津县", "县建行对水泥厂的贷款展期一年。", "宁津县建设银行"),
    ("宁津县", "县工行向毛纺厂贷款60万元。", "宁津县工商银行"),
    ("宁津县", "款在县农行取。", "宁津县农业银行"),
    ("宁津县", "随后县农发行放贷500万元。", "宁津县农业发展银行"),
    ("海东市", "市中行减息。", "海东市中国银行"),
    ("恩施土家族苗族自治州", "州建行派人上门。", "恩施土家族苗族自治州建设银行"),
    (None, "曲靖市农行减息。", "曲靖市农行"),
    (None, "宁津县工商银行开门。", "宁津县工商银行"),
]


@pytest.mark.parametrize(("home", "text", "bank"), BANKS)
def test_a_places_bank_is_the_national_banks_house_there(home: str | None, text: str, bank: str) -> None:
    assert bank in by_name(found_in(text, home=home))


def test_a_bank_is_no_company() -> None:
    found = found_in("海川机床公司停产。南平农商银行对该公司展期，该公司工会主席很高兴。")

    assert "海川机床公司工会" in by_name(found)

"""What names of places mean: the table of divisions, its tree, and names with doubt as a value."""

from __future__ import annotations

import pytest

from unionarchive.common.divisions import (
    Ambiguous,
    Level,
    Resolution,
    Resolved,
    Unknown,
    ancestors,
    by_code,
    by_name,
    by_short_name,
    children,
    decoys,
    divisions,
    full_path,
    is_within,
    province_of,
    resolve,
    short_names,
    surfaces,
)


def codes(outcome: Resolution) -> list[str]:
    """The codes an outcome speaks of: one when resolved, several when ambiguous, none when unknown."""
    match outcome:
        case Resolved(division):
            return [division.code]
        case Ambiguous(candidates):
            return [division.code for division in candidates]
        case Unknown():
            return []


def test_it_holds_every_province_and_the_counts_of_the_source() -> None:
    levels = [division.level for division in divisions().values()]
    assert levels.count(Level.PROVINCE) == 34
    assert levels.count(Level.PREFECTURE) == 333
    assert levels.count(Level.COUNTY) == len(levels) - 34 - 333 == 2846


def test_every_parent_is_in_the_table_and_stands_higher() -> None:
    order = list(Level)
    for division in divisions().values():
        if division.parent_code is None:
            assert division.level is Level.PROVINCE
            continue
        parent = divisions()[division.parent_code]
        assert order.index(parent.level) < order.index(division.level), division
        assert parent.code[:2] == division.code[:2]


def test_it_holds_no_statistical_stand_ins() -> None:
    for division in divisions().values():
        assert not 71 <= int(division.code[4:]) <= 80, division
        assert division.name not in {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
        assert not division.name.endswith(("开发区", "管理区", "示范区", "委员会")), division


@pytest.mark.parametrize(
    ("why", "code", "path"),
    [
        ("an ordinary district", "620602", "甘肃省武威市凉州区"),
        ("a district of a municipality", "110105", "北京市朝阳区"),
        ("a county of Chongqing", "500229", "重庆市城口县"),
        ("a city that a province governs directly", "419001", "河南省济源市"),
        ("a city of the production corps", "659001", "新疆维吾尔自治区石河子市"),
        ("a prefecture without counties", "441900", "广东省东莞市"),
        ("a province", "710000", "台湾省"),
    ],
)
def test_it_walks_from_a_division_to_its_province(why: str, code: str, path: str) -> None:
    assert full_path(code) == path
    assert path.startswith(province_of(code).name)
    above = ancestors(code)
    assert all(is_within(code, division.code) for division in above)
    assert len(above) == len({division.code for division in above})


def test_ancestors_come_nearest_first() -> None:
    assert [division.name for division in ancestors("620602")] == ["武威市", "甘肃省"]
    assert ancestors("620000") == ()


@pytest.mark.parametrize("code", ["441900", "442000", "460400", "620200", "460300"])
def test_some_prefectures_have_no_counties(code: str) -> None:
    assert children(code) == ()


def test_children_are_those_directly_below() -> None:
    assert {division.name for division in children("620600")} == {"凉州区", "民勤县", "古浪县", "天祝藏族自治县"}
    assert len(children(None)) == 34


def test_a_code_of_no_division_is_none_to_look_up_and_an_error_to_walk_from() -> None:
    assert by_code("371200") is None
    with pytest.raises(KeyError):
        full_path("371200")
    with pytest.raises(KeyError):
        resolve("武威", near="371200")


def test_a_full_name_may_belong_to_several() -> None:
    assert [division.code for division in by_name("鼓楼区")] == ["320106", "320302", "350102", "410204"]
    assert [division.code for division in by_name("安康市")] == ["610900"]
    assert by_name("莱芜市") == ()


@pytest.mark.parametrize(
    ("name", "level", "expected"),
    [
        ("甘肃省", Level.PROVINCE, ("甘肃",)),
        ("内蒙古自治区", Level.PROVINCE, ("内蒙古",)),
        ("黑龙江省", Level.PROVINCE, ("黑龙江",)),
        ("广西壮族自治区", Level.PROVINCE, ("广西",)),
        ("新疆维吾尔自治区", Level.PROVINCE, ("新疆",)),
        ("香港特别行政区", Level.PROVINCE, ("香港",)),
        ("武威市", None, ("武威",)),
        ("大兴安岭地区", None, ("大兴安岭",)),
        ("锡林郭勒盟", None, ("锡林郭勒",)),
        ("临夏回族自治州", None, ("临夏州", "临夏")),
        ("湘西土家族苗族自治州", None, ("湘西州", "湘西")),
        ("博尔塔拉蒙古自治州", None, ("博尔塔拉州", "博尔塔拉")),
        ("罗城仫佬族自治县", None, ("罗城县", "罗城")),
        ("积石山保安族东乡族撒拉族自治县", None, ("积石山县", "积石山")),
        ("隆林各族自治县", None, ("隆林县", "隆林")),
        ("东乡族自治县", None, ("东乡县", "东乡")),
        ("鄂伦春自治旗", None, ("鄂伦春旗", "鄂伦春")),
        ("管城回族区", None, ("管城区", "管城")),
        ("神农架林区", None, ("神农架",)),
        ("浦东新区", None, ("浦东",)),
        ("津市市", None, ("津市",)),
        ("准格尔旗", None, ("准格尔",)),
        ("阿拉善左旗", None, ()),
        ("成县", None, ()),
        ("芒市", None, ()),
        ("矿区", None, ()),
    ],
)
def test_rules_shorten_names(name: str, level: Level | None, expected: tuple[str, ...]) -> None:
    assert short_names(name, level) == expected


def test_the_short_names_of_provinces_are_told_by_rule_for_all_of_them() -> None:
    for province in children(None):
        (short,) = short_names(province.name, Level.PROVINCE)
        assert codes(by_short_name(short)) == [province.code]


@pytest.mark.parametrize(
    ("name", "near", "expected"),
    [
        ("武威", None, ["620600"]),
        ("临夏州", None, ["622900"]),
        ("博州", None, ["652700"]),
        ("罗城县", None, ["451225"]),
        ("科左中旗", None, ["150521"]),
        ("广西", None, ["450000"]),
        ("甘", None, ["620000"]),
        ("陇", None, ["620000"]),
        # An autonomous prefecture does not take the name from its seat.
        ("临夏", None, ["622900", "622901", "622921"]),
        ("临夏", "622900", ["622900", "622901", "622921"]),
        # A 市 or a province does.
        ("濮阳", None, ["410900"]),
        ("濮阳", "410928", ["410900"]),
        ("吉林", "220200", ["220000"]),
        # A province is meant unless something of the name is nearer.
        ("海南", None, ["460000"]),
        ("海南", "632500", ["632500"]),
        ("河南", "632300", ["632324"]),
        # Districts count only where nothing greater has the name, or in their own prefecture.
        ("西安", None, ["610100"]),
        ("西安", "231000", ["231005", "610100"]),
        ("朝阳", None, ["211300"]),
        ("朝阳", "110000", ["110105", "211300"]),
        ("朝阳", "211300", ["211300"]),
        ("雁塔", None, ["610113"]),
        ("长安", None, ["130102", "610116"]),
        ("长安", "610100", ["610116"]),
        ("无此地", None, []),
    ],
)
def test_a_short_name_means_what_its_place_makes_it_mean(name: str, near: str | None, expected: list[str]) -> None:
    assert codes(by_short_name(name, near=near)) == expected
    assert codes(resolve(name, near=near)) == expected


@pytest.mark.parametrize(
    ("name", "near", "expected"),
    [
        ("安康市", None, ["610900"]),
        ("鼓楼区", None, ["320106", "320302", "350102", "410204"]),
        ("鼓楼区", "320000", ["320106", "320302"]),
        ("鼓楼区", "320100", ["320106"]),
        ("鼓楼区", "320102", ["320106"]),
        ("鼓楼区", "620000", ["320106", "320302", "350102", "410204"]),
        # Former names, in full and short.
        ("襄樊市", None, ["420600"]),
        ("襄樊", None, ["420600"]),
        ("莱芜市", None, ["370116"]),
        ("江津市", None, ["500116"]),
        ("思茅市", None, ["530800"]),
        ("绍兴县", None, ["330603"]),
        ("昌都县", None, ["540302"]),
        ("宣武区", None, ["110102"]),
        # A former name that another division bears today.
        ("清河区", None, ["211204"]),
        ("清河区", "320800", ["320812"]),
        ("清河区", "211200", ["211204"]),
        # A former name that is short for another today.
        ("东乡县", None, ["361003", "622926"]),
        ("东乡县", "622900", ["622926"]),
        ("东乡县", "361000", ["361003"]),
        # Names run together.
        ("甘肃武威", None, ["620600"]),
        ("甘肃省临夏州", None, ["622900"]),
        ("甘肃省临夏州临夏县", None, ["622921"]),
        ("陕西省西安市雁塔区", None, ["610113"]),
        ("江苏鼓楼区", None, ["320106", "320302"]),
        ("吉林省吉林市", None, ["220200"]),
        ("湖北襄樊", None, ["420600"]),
        ("甘肃省安康市", None, []),
        ("", None, []),
        ("市", None, []),
        ("总工会", "620000", []),
    ],
)
def test_it_resolves_full_former_and_joined_names(name: str, near: str | None, expected: list[str]) -> None:
    assert codes(resolve(name, near=near)) == expected


def test_every_full_name_resolves_to_its_division_when_seen_from_there() -> None:
    for division in divisions().values():
        assert codes(resolve(division.name, near=division.code)) == [division.code]


def test_every_path_leads_to_its_division() -> None:
    for code in list(divisions())[::17]:
        assert codes(resolve(full_path(code))) == [code]


def test_surfaces_are_names_of_two_characters_and_more_with_codes_of_today() -> None:
    for name, found in surfaces().items():
        assert len(name) >= 2
        assert found and all(code in divisions() for code in found)
        assert list(found) == sorted(set(found))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("武威市", ("620600",)),
        ("武威", ("620600",)),
        ("临夏", ("622900", "622901", "622921")),
        ("襄樊市", ("420600",)),
        ("襄樊", ("420600",)),
        ("博州", ("652700",)),
        ("鼓楼区", ("320106", "320302", "350102", "410204")),
        ("思茅市", ("530800", "530802")),
    ],
)
def test_surfaces_know_the_names_that_papers_print(name: str, expected: tuple[str, ...]) -> None:
    assert surfaces()[name] == expected


@pytest.mark.parametrize("name", ["合作", "公安", "资源", "惠民", "城区", "郊区", "和平", "新华", "甘", "海淀", "雁塔"])
def test_surfaces_leave_out_everyday_words_and_bare_districts(name: str) -> None:
    assert name not in surfaces()


def test_every_decoy_holds_a_surface_and_is_none() -> None:
    for decoy in decoys():
        inner = [decoy[start:end] for start in range(len(decoy)) for end in range(start + 2, len(decoy) + 1)]
        assert decoy not in surfaces()
        assert any(name in surfaces() for name in inner), decoy

"""Names of organisations: when two are one, and how they are written in Latin letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionarchive.common import names
from unionarchive.common.division_table import divisions


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        ("width of letters and digits", "８４消毒液厂ＡＢＣ", "84消毒液厂ABC"),
        ("width of brackets", "金川（集团）公司", "金川(集团)公司"),
        ("kind of brackets", "金川【集团】公司", "金川〔集团〕公司"),
        ("quotation marks", "“娘家人”服务队", "「娘家人」服务队"),
        ("quotation marks or none", "《工人报》社", "工人报社"),
        ("white space of all widths", "甘肃省　总 工\u00a0会", "甘肃省总工会"),
        ("a zero-width joiner", "甘肃省\u200d总工会", "甘肃省总工会"),
        ("middle dots", "阿凡提•艾山工作室", "阿凡提·艾山工作室"),
        ("dashes", "京–沪线工会", "京-沪线工会"),
        ("case", "ABC公司", "abc公司"),
    ],
)
def test_two_ways_of_printing_a_name_compare_as_one(why: str, one: str, other: str) -> None:
    assert names.comparable(one) == names.comparable(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("甘肃省总工会", "甘肃省工会"),
        ("濮阳市总工会", "濮阳县总工会"),
        ("第一医院", "第二医院"),
        ("金川(集团)公司", "金川集团公司"),
    ],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert names.comparable(one) != names.comparable(other)


@given(st.text())
def test_comparing_is_settled_at_once(name: str) -> None:
    once = names.comparable(name)
    assert names.comparable(once) == once


@pytest.mark.parametrize(
    ("name", "slug", "initials"),
    [
        ("甘肃省总工会", "gansu-sheng-zonggonghui", "gsszgh"),
        ("武威市人民医院工会", "wuwei-shi-renmin-yiyuan-gonghui", "wwsrmyygh"),
        ("内蒙古自治区总工会", "neimenggu-zizhiqu-zonggonghui", "nmgzzqzgh"),
        ("临夏州总工会", "linxia-zhou-zonggonghui", "lxzzgh"),
        ("重庆市总工会", "chongqing-shi-zonggonghui", "cqszgh"),
        ("长治市总工会", "changzhi-shi-zonggonghui", "czszgh"),
        ("六安市总工会", "luan-shi-zonggonghui", "laszgh"),
        ("市总工会", "shi-zonggonghui", "szgh"),
        ("84消毒厂", "84-xiaodu-chang", "84xdc"),
        ("ABC（中国）有限公司", "abc-zhongguo-youxiangongsi", "azgyxgs"),
        ("", "", ""),
        ("《》（）", "", ""),
    ],
)
def test_names_are_spelled_by_words(name: str, slug: str, initials: str) -> None:
    assert names.slug(name) == slug
    assert names.initials(name) == initials


def test_a_slug_is_cut_at_a_word() -> None:
    assert names.slug("甘肃省总工会", max_length=23) == "gansu-sheng-zonggonghui"
    assert names.slug("甘肃省总工会", max_length=22) == "gansu-sheng"
    assert names.slug("甘肃省总工会", max_length=3) == "gan"


@given(st.text(max_size=60), st.integers(min_value=1, max_value=40))
def test_a_slug_fits_an_address(name: str, max_length: int) -> None:
    slug = names.slug(name, max_length=max_length)
    assert len(slug) <= max_length
    assert all(c.isascii() and (c.isalnum() or c == "-") for c in slug)
    assert not slug.startswith("-") and not slug.endswith("-") and "--" not in slug


@pytest.mark.parametrize(
    ("place", "pinyin"),
    [
        ("都匀市", "duyunshi"),
        ("漯河市", "luoheshi"),
        ("什邡市", "shifangshi"),
        ("厦门市", "xiamenshi"),
        ("朝阳市", "chaoyangshi"),
        ("库尔勒市", "kuerleshi"),
        ("蚌埠市", "bengbushi"),
        ("单县", "shanxian"),
        ("长子县", "zhangzixian"),
        ("亳州市", "bozhoushi"),
    ],
)
def test_places_are_read_as_their_people_read_them(place: str, pinyin: str) -> None:
    assert "".join(names.syllables(place)) == pinyin


def test_every_division_has_a_syllable_for_each_character() -> None:
    for division in divisions().values():
        assert len(names.syllables(division.name)) == len(division.name), division.name


def test_the_sound_of_a_name_is_found_whole_and_by_initials() -> None:
    assert names.sounds("甘肃省总工会") == "gansushengzonggonghui gsszgh"
    assert names.sounds("（）") == ""

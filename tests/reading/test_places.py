"""Places in running text: which division they may mean and what an organisation of theirs is called."""

from __future__ import annotations

import pytest

from seeds.reading.facts.places import find_places, full_name, with_level

# comment, text, the places printed in it with the full names of their first meaning
CASES = [
    ("a chain is one place", "福建省晋江市的鞋厂", [("福建省晋江市", "晋江市")]),
    ("a short chain", "长春朝阳区送岗", [("长春朝阳区", "长春市朝阳区")]),
    ("the outer one tells the inner one", "江苏南通的通州区", [("江苏南通", "南通市"), ("通州区", "南通市通州区")]),
    ("a short name", "玉树州与博州", [("玉树州", "玉树藏族自治州"), ("博州", "博尔塔拉蒙古自治州")]),
    ("a former name is kept", "云南省沾益县", [("云南省沾益县", "沾益县")]),
    ("a street is no city", "东港街道的商户", []),
    ("和 before a county", "队里和县水利局的人到了和县", [("和县", "和县")]),
    ("an everyday word", "示范县的经验", []),
]


@pytest.mark.parametrize(("comment", "text", "places"), CASES, ids=[case[0] for case in CASES])
def test_it_finds_places(comment: str, text: str, places: list[tuple[str, str]]) -> None:
    found = [(text[place.start : place.end], full_name(place.codes[0], place.surface)) for place in find_places(text)]

    assert found == places


# code, level word, full name of the division of that level
LEVELS = [
    ("610921", "市", "安康市"),
    ("610921", "省", "陕西省"),
    ("500110", "市", "重庆市"),
    ("640422", "自治区", "宁夏回族自治区"),
]


@pytest.mark.parametrize(("code", "word", "name"), LEVELS)
def test_it_climbs_to_a_level(code: str, word: str, name: str) -> None:
    assert full_name(str(with_level(code, word))) == name


def test_there_is_no_county_above_a_city() -> None:
    assert with_level("610900", "县") is None

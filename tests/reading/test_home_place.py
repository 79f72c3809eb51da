"""Where a paper is at home, told by how it speaks of places: what is near needs no introduction."""

from __future__ import annotations

import pytest

from tests.reading.organisations_found import found_in

# comment, articles, the home place
HOMES = [
    (
        "a city behind its province is far away",
        ("市总工会送水，市总又拨款。", "山东泰安来的修理工留下水泵。泰安市总工会随后送来雨靴。", "凤泉区总工会送药。"),
        "新乡市",
    ),
    (
        "a district without its city is near",
        ("市总工会拨款，市妇联跟进。", "湖滨区总工会送水。", "洛阳商会捐款。"),
        "三门峡市",
    ),
    (
        "home is spread over the articles",
        (
            "市总工会来到江堤，市总留下药。",
            "永吉县断水。吉林市总工会拨款给永吉县总工会，蛟河也有份。松原来的车到了永吉。",
            "前郭县一中复课。",
            "前郭县信用联社放贷，宁江区来人。",
        ),
        "松原市",
    ),
    ("the city told of once is not home", ("宝兴县、芦山县来人，市总派车。雅安市总工会拨款。", "成都寄来毛毯。"), None),
    ("市政 is no level", ("集团市政公司、一公司排水，市政公司工会送奶。延吉市和白山市来人。",), None),
]


@pytest.mark.parametrize(("comment", "articles", "home"), HOMES, ids=[row[0] for row in HOMES])
def test_home_is_told_by_what_needs_no_introduction(comment: str, articles: tuple[str, ...], home: str | None) -> None:
    assert found_in(*articles).home_place == home, comment

"""An unknown, empty, repeated or wrong parameter is a 400 that names it and says what was expected."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.api.world import BASE, LISTS, get, make_page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", LISTS)
def test_it_refuses_a_parameter_that_it_does_not_know(name: str) -> None:
    answer = get(f"{name}/", pagesize=10)
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"
    (fault,) = answer.json()["errors"]
    assert fault["parameter"] == "pagesize"
    assert fault["code"] == "unknown_parameter"
    assert "page_size" in fault["detail"]


def test_it_takes_no_parameter_at_a_single_row() -> None:
    page = make_page()
    for name in LISTS:
        answer = get(f"{name}/{page.key(name)}/", page_size=10)
        assert answer.status_code == 400, name
        assert answer.json()["errors"][0]["parameter"] == "page_size"


# list, wrong query, the parameter at fault, a word of what was expected
WRONG = [
    ("articles", "page_size=0", "page_size", "500"),
    ("articles", "page_size=501", "page_size", "500"),
    ("articles", "page_size=-1", "page_size", "500"),
    ("articles", "page_size=ten", "page_size", "500"),
    ("articles", "page_size=１０", "page_size", "500"),
    ("articles", "count=yes", "count", "true or false"),
    ("articles", "ordering=headline", "ordering", "newest"),
    ("articles", "cursor=abc", "cursor", "next or previous"),
    ("articles", "form=news,leader", "form", "caption"),
    ("articles", "form=news,", "form", "empty"),
    ("articles", "form=", "form", "Empty"),
    ("articles", "form=news&form=brief", "form", "commas"),
    ("articles", "publication=abc", "publication", "id"),
    ("articles", "publication=0", "publication", "1"),
    ("articles", "publication=99999999999999999999", "publication", "9223372036854775807"),
    ("articles", "published_from=2020-13", "published_from", "YYYY"),
    ("articles", "published_to=5 Feb", "published_to", "YYYY"),
    ("articles", "division=62", "division", "six digits"),
    ("articles", "reviewed=maybe", "reviewed", "true nor false"),
    ("articles", "updated_since=yesterday", "updated_since", "2020-02-05T"),
    ("articles", "updated_since=0001-01-01T00:00:00%2B08:00", "updated_since", "2020-02-05T"),
    ("articles", "q=%00", "q", "Null"),
    ("articles", "q=" + "长" * 101, "q", "100"),
    ("organisations", "type=union", "type", "trade_union"),
    ("organisations", "level=village", "level", "grassroots"),
    ("mentions", "resolution=sure", "resolution", "ambiguous"),
    ("mentions", "part=title", "part", "headline"),
    ("measures", "type=law", "type", "policy"),
    ("aid-disbursements", "status=paid", "status", "disbursed"),
    ("aid-disbursements", "amount_min=5万", "amount_min", "number"),
    ("aid-disbursements", "amount_min=-1", "amount_min", "0"),
    ("aid-disbursements", "amount_min=NaN", "amount_min", "number"),
    ("divisions", "level=town", "level", "county"),
    ("evidence", "state=open", "state", "proposed"),
]


@pytest.mark.parametrize(("name", "query", "parameter", "expected"), WRONG)
def test_it_says_what_a_wrong_value_should_have_been(name: str, query: str, parameter: str, expected: str) -> None:
    answer = Client(headers={"accept-language": "en"}).get(f"{BASE}{name}/?{query}")
    assert answer.status_code == 400
    problem = answer.json()
    assert [fault["parameter"] for fault in problem["errors"]] == [parameter]
    assert expected in problem["errors"][0]["detail"]
    assert problem["errors"][0]["code"]
    assert parameter in problem["detail"]


def test_it_refuses_a_cursor_of_another_list_or_ordering() -> None:
    make_page(), make_page()
    following = get("articles/", page_size=1).json()["next"].split("?")[1]
    assert Client().get(f"{BASE}articles/?{following}").status_code == 200
    assert Client().get(f"{BASE}measures/?{following}").status_code == 400
    assert Client().get(f"{BASE}articles/?{following}&ordering=id").status_code == 400


def test_it_says_it_in_chinese_unless_asked_otherwise() -> None:
    answer = Client().get(f"{BASE}articles/?pagesize=10")
    assert answer.json()["errors"][0]["parameter"] == "pagesize"
    assert answer.headers["Content-Language"] == "zh-hans"

"""Parts of bodies that no list of units has, and the house whose paper a page is from."""

from __future__ import annotations

import pytest

from seeds.reading.drafts import Context
from seeds.reading.facts.organisations import find_organisations
from tests.reading.organisations_found import by_name, found_in
from tests.reading.pages_made import make_pages

# text, the part's full name, its type and level
PARTS = [
    ("市总职业介绍所登记。", "安康市总工会职业介绍所", "trade_union", "prefecture"),
    ("市总工会下岗女工服务中心借出两千元。", "安康市总工会下岗女工服务中心", "trade_union", "prefecture"),
    ("市总工会赈灾物资接收组登记。", "安康市总工会赈灾物资接收组", "trade_union", "prefecture"),
    ("市总法律顾问处答复。", "安康市总工会法律顾问处", "trade_union", "prefecture"),
    ("市粮食局仓储科送粮。", "安康市粮食局仓储科", "government", "prefecture"),
    ("汉江铸造厂清砂班捐款。", "汉江铸造厂清砂班", "enterprise", "grassroots"),
    ("汉江丝绸厂缫丝车间捐款。", "汉江丝绸厂缫丝车间", "enterprise", "grassroots"),
    ("汉江电力公司扫雪队出发。", "汉江电力公司扫雪队", "other", "grassroots"),
    ("汉江重机厂职工互助储金会放款。", "汉江重机厂职工互助储金会", "other", "grassroots"),
    ("西乡县医院放射科捐款。", "西乡县医院放射科", "hospital", "grassroots"),
    ("汉江农学院蚕桑系派人。", "汉江农学院蚕桑系", "school", "grassroots"),
    ("汉江锌矿工会劳动保护科答复。", "汉江锌矿工会劳动保护科", "trade_union", "grassroots"),
]


@pytest.mark.parametrize(("text", "name", "kind", "level"), PARTS)
def test_nouns_behind_a_body_that_end_like_a_part_are_one(text: str, name: str, kind: str, level: str) -> None:
    part = by_name(found_in(text, home="安康市"))[name]

    assert (part.type, part.level) == (kind, level)
    assert name.startswith(part.parent or "-")


# text with nothing in it but the union or the plant that it begins with
NO_PARTS = [
    "市总工会干部下乡。",
    "市总工会日前组织义诊。",
    "市总工会慰问组来到工地。",
    "市总工会得知工作室停电。",
    "市总工会几个重要部门合办。",
    "市总工会副主席率队走访。",
    "市总工会组织培训班。",
    "汉江锻压厂化验室门口排起长队。",
    "汉江锻压厂两台机组停机。",
    "市总工会走访班组。",
]


@pytest.mark.parametrize("text", NO_PARTS)
def test_verbs_and_everyday_words_make_no_part(text: str) -> None:
    assert set(by_name(found_in(text, home="安康市"))) <= {"安康市总工会", "汉江锻压厂"}


# the paper's own line, the article, bodies in it
HOUSES = [
    (
        "鹁鸽岭矿工报　第二版",
        "局工会拨款。局工会又借出钱，局社会保险处答复。青县民政局收款。",
        ("鹁鸽岭矿务局工会", "鹁鸽岭矿务局社会保险处"),
    ),
    ("辽南铁道报　2", "局工会送水。局党委来信，局总医院派人。", ("辽南铁路局工会", "辽南铁路局总医院")),
    ("红柳石油工人　2", "公司工会送水。红柳油田公司工会来信。", ("红柳油田公司工会",)),
    ("湘南装备报　准字第5号　湘南装备集团公司主办", "集团工会拨款，集团团委跟进。", ("湘南装备集团公司工会",)),
    ("湘南装备报　湘南装备集团公司主办", "集团互助会借出三万元。", ("湘南装备集团公司互助会",)),
]


@pytest.mark.parametrize(("line", "text", "names"), HOUSES)
def test_a_house_paper_calls_its_house_by_its_kind(line: str, text: str, names: tuple[str, ...]) -> None:
    found = by_name(find_organisations(make_pages(text, furniture=(line,)), Context()))

    assert set(names) <= set(found)


def test_a_bureau_that_the_page_names_is_what_it_calls_so() -> None:
    pages = make_pages("河间供电局停电。局工会送水，局工会又送饭，局团委来人。", furniture=("冀中电力报　2",))

    assert "河间供电局工会" in by_name(find_organisations(pages, Context()))

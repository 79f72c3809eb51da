"""Rolls of givers as entries without verbs: a name, a colon, figures; and columns whose heading names the unit."""

from __future__ import annotations

import pytest

from tests.reading.one_article import aid_in

ROLL = "长沙市总工会：50万元\n株洲市总工会：棉被2000床、手电筒3500只\n退休教师龚少芬：3000元"
Row = tuple[tuple[str, ...], object]


def rows(text: str) -> list[Row]:
    """The givers of each statement, and its sum or its goods."""
    return [
        (
            tuple(party.name for party in gift.donors),
            int(gift.amount) if gift.amount else [(item.item, item.quantity) for item in gift.items],
        )
        for gift in aid_in(text)
    ]


WANTED = [
    (("长沙市总工会",), 500_000),
    (("株洲市总工会",), [("棉被", 2000), ("手电筒", 3500)]),
    (("龚少芬",), 3000),
]


@pytest.mark.parametrize(("comment", "text"), [
    ("a line each", ROLL),
    ("line ends lost", ROLL.replace("\n", "")),
    ("with marks", ROLL.replace("\n", "；\n●")),
    ("a note before it", "（5月22日至26日，款物均由湘潭市总工会接收）\n" + ROLL),
    ("prose behind it", ROLL + "的信里写着：钱不多。"),
])  # fmt: skip
def test_it_reads_entries_without_verbs(comment: str, text: str) -> None:
    assert rows(text) == WANTED


def test_who_received_it_all_is_said_before_the_roll() -> None:
    gifts = aid_in("（款物均由湘潭市总工会接收）\n" + ROLL)
    assert {party.name for gift in gifts for party in gift.recipients} == {"湘潭市总工会"}


def test_as_much_each_is_a_record_for_each() -> None:
    assert rows("长沙市总工会、株洲市总工会：各10万元\n" + ROLL)[:2] == [
        (("长沙市总工会",), 100_000), (("株洲市总工会",), 100_000),
    ]  # fmt: skip


def test_who_somebody_is_and_whose_a_union_is_belongs_to_no_name() -> None:
    found = rows("湘江水务集团及其工会：26.8万元\n退伍军人粟明亮：5000元\n" + ROLL)
    assert found[:2] == [(("湘江水务集团", "湘江水务集团工会"), 268_000), (("粟明亮",), 5000)]


@pytest.mark.parametrize(("comment", "text"), [
    ("rates", "补助标准：住院：3000元\n伤残：5000元\n遇难：30000元"),
    ("two are no roll", "长沙市总工会：50万元\n株洲市总工会：40万元"),
    ("telephones", "长沙市总工会：12351\n株洲市总工会：28112351\n湘潭市总工会：58212351"),
])  # fmt: skip
def test_other_lists_are_no_roll_of_givers(comment: str, text: str) -> None:
    assert all(not gift.donors or gift.status != "disbursed" for gift in aid_in(text))


ALLOTTED = "补助资金分配如下：\n长沙市总工会：50万元\n株洲市总工会：40万元\n湘潭市总工会：30万元"


def test_what_is_allotted_to_each_comes_from_who_allots_it() -> None:
    whole, *shares = aid_in("湖南省总工会下拨救灾资金120万元，" + ALLOTTED)
    assert whole.amount == 1_200_000
    assert {party.name for gift in shares for party in gift.donors} == {"湖南省总工会"}
    assert [party.name for gift in shares for party in gift.recipients] == [
        "长沙市总工会",
        "株洲市总工会",
        "湘潭市总工会",
    ]
    assert {(gift.status, gift.basis) for gift in shares} == {("committed", "part")}


def test_nobody_gives_what_is_allotted_by_nobody() -> None:
    assert aid_in(ALLOTTED) == ()


def test_a_column_of_sums_has_its_unit_in_the_heading() -> None:
    text = (
        "单位（姓名）　　现金（元）　　物资\n长沙机床公司　　58000　　柴油4吨\n株洲市总工会　　无　　编织袋3.5万条\n"
        "个体户熊代富　　5000　　无"
    )
    wanted = [
        (("长沙机床公司",), 58_000), (("长沙机床公司",), [("柴油", 4)]),
        (("株洲市总工会",), [("编织袋", 35_000)]), (("熊代富",), 5_000),
    ]  # fmt: skip
    assert rows(text) == rows(text.replace("\n", "")) == wanted


def test_a_note_before_the_heading_may_name_the_unit() -> None:
    text = (
        "（款物由湘潭市总工会接收，单位：元）\n|姓名或单位|金额|物资|\n|---|---|---|\n"
        "|长沙机床公司|300000|—|\n|职工彭志|1200|—|"
    )
    assert rows(text + "\n|株洲市总工会|—|饭碗10000只|") == [
        (("长沙机床公司",), 300_000), (("彭志",), 1_200), (("株洲市总工会",), [("饭碗", 10_000)]),
    ]  # fmt: skip


def test_who_got_what_may_stand_between() -> None:
    text = (
        "|送出单位（人）|送给谁|数量|\n|---|---|---|\n"
        "|长沙市总工会|株洲市总工会|防暑经费15万元|\n|长沙机床公司|敬老院|电风扇36台|"
    )
    assert rows(text) == [(("长沙市总工会",), 150_000), (("长沙机床公司",), [("电风扇", 36)])]


PLAIN = (
    "长沙市慈善会6月收到的捐赠\n长沙机床公司{0}50万元\n株洲市总工会{0}棉被2000床、手电筒3500只\n退休教师龚少芬{0}3000元"
)
PLAIN_WANTED = [(("长沙机床公司",), 500_000), *WANTED[1:]]


@pytest.mark.parametrize(("comment", "text"), [
    ("a space between", PLAIN.format(" ")),
    ("a wide space between", PLAIN.format("\u3000")),
    ("line ends lost", PLAIN.format(" ").replace("元\n", "元").replace("只\n", "只")),
    ("somebody without a name among them", PLAIN.format(" ").replace("\n退休", "\n一位不留名的司机 200元\n退休")),
    ("an aside", PLAIN.format(" ").replace("只\n", "只，由该会转送灾区\n")),
    ("rows with dashes", PLAIN.format("，").replace("\n", "；\n- ").replace("捐赠；", "捐赠：")),
    ("rows with dots", PLAIN.format("，").replace("\n", "\n●")),
])  # fmt: skip
def test_a_space_or_a_comma_may_stand_between_name_and_gift(comment: str, text: str) -> None:
    assert rows(text) == PLAIN_WANTED


def test_names_and_gifts_may_take_turns_in_a_sentence() -> None:
    text = "红纸上记着：长沙机床公司，50万元；株洲市总工会，棉被2000床、手电筒3500只；退休教师龚少芬，3000元。"
    assert rows(text) == PLAIN_WANTED


def test_two_in_one_row_gave_as_much_each() -> None:
    text = (
        "市总工会收到外地捐赠：\n- 江西省总工会、福建省总工会各100万元；\n"
        "- 九江市总工会，大米1800份；\n- 退休矿工龚少芬，1万元"
    )
    assert rows(text) == [
        (("江西省总工会",), 1_000_000), (("福建省总工会",), 1_000_000), (("九江市总工会",), [("大米", 1800)]),
        (("龚少芬",), 10_000),
    ]  # fmt: skip


def test_two_kinds_of_goods_may_be_as_many_each() -> None:
    text = "捐赠公示\n长沙机床公司 大米、面粉各500公斤\n株洲市总工会 棉鞋400双\n湘潭市总工会 苹果15吨"
    assert rows(text)[0] == (("长沙机床公司",), [("大米", 500), ("面粉", 500)])


@pytest.mark.parametrize(("comment", "text"), [
    ("prices", "长沙机床公司食堂菜价\n白菜 3元\n豆腐 2元\n猪肉 12元"),
    ("prose with spaces", "长沙市总工会 株洲市总工会 湘潭市总工会 三家去年捐赠的车辆共有30台"),
])  # fmt: skip
def test_other_lists_with_spaces_are_no_roll(comment: str, text: str) -> None:
    assert rows(text) == []


def test_a_table_may_ask_who_gave_what_to_whom() -> None:
    text = (
        "|谁|给了什么|给了谁|\n|---|---|---|\n"
        "|长沙机床公司|抗原试剂3000份|敬老院|\n|株洲市总工会|萝卜20吨|湘潭市总工会|"
    )
    assert rows(text) == [(("长沙机床公司",), [("抗原试剂", 3000)]), (("株洲市总工会",), [("萝卜", 20)])]


def test_verbs_in_a_row_belong_to_no_goods() -> None:
    text = "捐赠公示\n长沙机床公司、株洲市总工会：合捐蔬菜22吨\n湘潭市总工会：现金5万元、军大衣300件"
    text += "\n湘潭水泵公司：捐苹果15吨"
    assert [goods for _, goods in rows(text) if isinstance(goods, list)] == [
        [("蔬菜", 22)], [("军大衣", 300)], [("苹果", 15)],
    ]  # fmt: skip


def takers(text: str) -> list[list[str]]:
    return [[party.name for party in gift.recipients] for gift in aid_in(text)]


BOOKS = "{}\n株洲市总工会：25万元\n湘江商会：方便面1200箱\n退休教师温少琴：2000元"


@pytest.mark.parametrize(("comment", "note", "names"), [
    ("an account", "捐助榜（长沙市总工会救灾专户，8月26日至30日收到）", ["长沙市总工会"]),
    ("two who made it public", "（长沙市红十字会、长沙市总工会2月21日—29日公示）", ["长沙市红十字会", "长沙市总工会"]),
    ("who wrote it down, up to a day", "（岳阳市慈善总会登记，截至5月8日）", ["岳阳市慈善总会"]),
    ("a month alone", "（长沙县总工会1998年12月）", ["长沙县总工会"]),
    ("days alone", "（长沙县总工会8月1日至10日）", ["长沙县总工会"]),
    ("on whose account it came in", "爱心榜（8月15日—20日长沙市总工会救灾账户到账）", ["长沙市总工会"]),
    ("who keeps it all", "（以上由湘潭市总工会统一收存）", ["湘潭市总工会"]),
    ("who sent a reporter", "（长沙县总工会供稿）", []),
    ("days without a body", "（8月1日至10日）", []),
])  # fmt: skip
def test_who_keeps_the_book_gets_what_stands_in_it(comment: str, note: str, names: list[str]) -> None:
    assert takers(BOOKS.format(note)) == [names] * 3


def test_rows_with_a_verb_go_to_who_keeps_the_book() -> None:
    text = "（长沙县总工会1998年12月）●8日湘江机床公司工会送来块煤100吨●16日湘江轻工学校师生捐来棉衣1300件"
    assert takers(text) == [["长沙县总工会"]] * 2


@pytest.mark.parametrize(("comment", "row", "names"), [
    ("before the goods", "湘江水泥厂：向长沙县环卫局送口罩3000个", ["长沙县环境卫生管理局"]),
    ("right behind the verb", "湘江水泥厂：捐给长沙市第一医院9.8万元", ["长沙市第一医院"]),
    ("to which it is remitted", "湘江水泥厂：汇来长沙市总工会10万元", ["长沙市总工会"]),
    ("behind the goods", "湘江水泥厂：小米2000斤，送长沙市第一医院", ["长沙市第一医院"]),
    ("to whom it is handed", "湘江水泥厂：2万元，交长沙市慈善总会", ["长沙市慈善总会"]),
    ("who is visited with it", "湘江水泥厂：3000元，慰问援鄂护士家庭", ["援鄂护士家庭"]),
    ("without a comma", "湘江水泥厂：把奖金1360元交给长沙市红十字会", ["长沙市红十字会"]),
    ("nobody in brackets", "湘江水泥厂：45万元（分两次到账）", []),
])  # fmt: skip
def test_a_row_may_name_its_own_receiver(comment: str, row: str, names: list[str]) -> None:
    text = f"爱心榜\n▲株洲市总工会：50万元\n▲{row}\n▲退休教师龚少芬：3000元\n▲湘江商会：方便面1200箱"
    assert takers(text) == [[], names, [], []]


def test_a_loan_put_off_is_no_row_of_gifts() -> None:
    found = aid_in(ROLL + "\n长沙农商银行：为湘江集团办理贷款展期3000万元")
    assert all(gift.form == "credit" for gift in found if gift.amount == 30_000_000)


def test_a_table_may_begin_with_the_goods() -> None:
    text = (
        "|物资|来源|去向|\n|---|---|---|\n|方便面800箱|长沙市工商联|望城区隔离点|\n|大米5吨|株洲市总工会|长沙县总工会|"
    )
    assert takers(text) == [["望城区隔离点"], ["长沙县总工会"]]


@pytest.mark.parametrize(("what", "count"), [("板枣2000斤", 2), ("云锦一幅", 1)])
def test_a_gift_in_return_is_one_unless_it_is_for_the_wall(what: str, count: int) -> None:
    assert len(aid_in(f"10月9日，株洲市总工会送来沙袋2万条，长沙市总工会回赠{what}。")) == count

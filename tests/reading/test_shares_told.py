"""Shares of a sum that only the words around them tell: its sources, its uses, what was left of it."""

from __future__ import annotations

import pytest

from tests.reading.one_article import aid_in, in_short

_FIRST = "长沙市总工会公布，元旦春节期间共发放慰问资金900万元。"
_SOURCES = [
    (f"{_FIRST}资金来源有三：省总工会拨款200万元，长沙市财政局安排300万元，其余由各县自筹。",
     {"湖南省总工会: cash 2000000 committed part", "长沙市财政局: cash 3000000 committed part"}),
    (f"{_FIRST}这笔钱由两家分担：长沙市财政局出600万元，长沙市总工会出300万元。",
     {"长沙市财政局: cash 6000000 disbursed part", "长沙市总工会: cash 3000000 disbursed part"}),
    (f"{_FIRST}这900万元，省总工会补助500万元，长沙市财政局拿出400万元。",
     {"湖南省总工会: cash 5000000 disbursed part", "长沙市财政局: cash 4000000 disbursed part"}),
    (f"{_FIRST}这笔900万元来自三处：省总工会下拨200万元，株洲市总工会支援300万元，余下400万元由长沙市总工会自筹。",
     {"湖南省总工会: cash 2000000 committed part", "株洲市总工会: cash 3000000 disbursed part"}),
    (f"{_FIRST}该笔资金由省总工会拨付的500万元和长沙市总工会拨出的400万元合并而成。",
     {"湖南省总工会: cash 5000000 committed part", "长沙市总工会: cash 4000000 committed part"}),
]  # fmt: skip
_USES = [
    (f"{_FIRST}支出中，发给特困职工生活补助512万元，发放助学金66万元，其余用于购买米面油。",
     {"长沙市总工会: cash 5120000 disbursed part", "长沙市总工会: cash 660000 disbursed part"}),
    (f"{_FIRST}款项去向：发放生活补助500万元，发放助学金60万元。",
     {"长沙市总工会: cash 5000000 disbursed part", "长沙市总工会: cash 600000 disbursed part"}),
]  # fmt: skip
_REST = [
    ("长沙市总工会把慰问金5万元交给宁乡市总工会。宁乡市总工会给212名抢险队员每人发放100元，剩下的留给伤员。",
     {"宁乡市总工会: cash 100 each for 212 disbursed part"}),
    ("长沙市总工会拨给宁乡市总工会抗旱资金40万元，宁乡市总工会拨给三个镇工会各6万元，余款用作油费。",
     {"宁乡市总工会: cash 60000 each for 3 committed part"}),
    ("长沙市总工会拨给宁乡市总工会抗旱资金40万元。宁乡市总工会给150户职工每户发放1000元。剩下的25万元留着打井。",
     {"宁乡市总工会: cash 1000 each for 150 disbursed part"}),
]  # fmt: skip
_IN_HAND = [
    ("省总工会救灾款60万元汇到长沙市总工会账上。长沙市总工会没有过夜，分给宁乡市总工会25万元。",
     {"长沙市总工会: cash 250000 committed part"}),
    ("长沙市总工会拨给宁乡市总工会抗旱资金40万元。宁乡市总工会用这笔钱给320户职工每户发放500元。",
     {"宁乡市总工会: cash 500 each for 320 disbursed part"}),
    ("长沙市总工会拨给宁乡市总工会抗旱资金40万元。钱一到账，宁乡市总工会先给120户职工每户发放500元。",
     {"宁乡市总工会: cash 500 each for 120 disbursed part"}),
    ("长沙市总工会拨给宁乡市总工会补助资金18万元。宁乡市总工会接款后，补助42家企业15万元。",
     {"宁乡市总工会: cash 150000 for 42 disbursed part"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shares"), [*_SOURCES, *_USES, *_REST, *_IN_HAND])
def test_it_takes_them_for_parts(text: str, shares: set[str]) -> None:
    assert shares <= {in_short(gift) for gift in aid_in(text)}


@pytest.mark.parametrize(("comment", "text"), [
    ("nothing is said of a rest",
     "长沙市总工会拨给宁乡市总工会抗旱资金40万元。宁乡市总工会给150户职工每户发放1000元。"),
    ("another's", "长沙市总工会给医院送去慰问金40万元。湘江公司工会给150户职工每户发放1000元，余下的日子再想办法。"),
    ("other things", "长沙市总工会送去饮水箱20个。长沙红十字会留下面包500箱，由教委分给其余4个安置点。"),
    ("another sum, met by chance",
     "长沙市总工会送去慰问金40万元。湘江公司说，这30万元，公司拿出来修路。株洲市总工会捐款10万元。"),
    ("of its own", "长沙市总工会拨给宁乡市总工会40万元。宁乡市总工会接款后，另行配套10万元，一并拨给镇工会。"),
    ("more than the sum", "长沙市总工会拨给宁乡市总工会1万元。宁乡市总工会给150户职工每户发放1000元，剩下的留给伤员。"),
])  # fmt: skip
def test_what_is_no_share_stays_single(comment: str, text: str) -> None:
    assert {gift.basis for gift in aid_in(text)} == {"single"}


def test_a_sum_told_of_again_is_no_second_gift() -> None:
    found = [in_short(gift) for gift in aid_in(f"{_FIRST}这900万元，省总工会补助500万元，长沙市财政局拿出400万元。")]
    assert [gift for gift in found if "9000000" in gift] == ["长沙市总工会: cash 9000000 disbursed cumulative"]


@pytest.mark.parametrize("allotted", ["已下拨186万元", "目前已拨付186万元", "已划拨186万元"])
def test_shares_of_what_was_allotted_out_of_what_came_in_go_to_those_named(allotted: str) -> None:
    text = f"截至8月底，长沙市总工会共收到外地捐款219.4万元，{allotted}，其中望城区总工会70万元、长沙县总工会44万元。"
    _, *shares = aid_in(text)
    assert [in_short(gift) for gift in shares] == [
        "长沙市总工会: cash 700000 committed part", "长沙市总工会: cash 440000 committed part",
    ]  # fmt: skip
    assert [party.name for gift in shares for party in gift.recipients] == ["望城区总工会", "长沙县总工会"]

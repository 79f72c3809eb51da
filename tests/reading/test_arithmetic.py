"""Figures held against each other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.reading.one_article import aid_in


def test_a_rate_joins_the_total_that_it_makes() -> None:
    (gift,) = aid_in("长沙市总工会拨款30万元，为300名困难职工每人发放1000元生活补助。")
    assert (gift.amount, gift.rate, gift.count, gift.agreement) == (Decimal(300000), Decimal(1000), 300, True)


def test_a_rate_that_does_not_make_the_total_is_another_gift() -> None:
    gifts = aid_in("长沙市总工会拨款30万元，为300名困难职工每人发放100元生活补助。")
    assert [gift.amount for gift in gifts] == [Decimal(300000), None]


@pytest.mark.parametrize("text", [
    "湖南省总工会下拨专项资金170万元，其中，长沙市总工会100万元；株洲市总工会70万元。",
    "湖南省总工会拨款100万元、株洲市总工会配套70万元，总计170万元已发放到位。",
    "湖南省总工会下拨专项资金170万元。现通知如下：\n一、资金分配。长沙市总工会100万元，株洲市总工会70万元，本周到账。",
    "湖南省总工会拨款170万元，按长沙市总工会100万元、株洲市总工会70万元划拨到两市。",
    "湖南省总工会把170万元分成两份：长沙市总工会100万元，株洲市总工会70万元。",
    "湖南省总工会下拨救灾资金170万元，长沙市总工会领到100万元，株洲市总工会领到70万元。",
])  # fmt: skip
def test_parts_point_at_their_whole(text: str) -> None:
    gifts = aid_in(text)
    whole = next(index for index, gift in enumerate(gifts) if gift.amount == 1700000)
    assert [gift.part_of for gift in gifts if gift.basis == "part"] == [whole, whole]
    assert gifts[whole].agreement is True


def test_the_same_gift_told_twice_is_one_with_two_pieces_of_evidence() -> None:
    (gift,) = aid_in("长沙市总工会拨款30万元慰问环卫工人。\n据介绍，长沙市总工会拨出的30万元已全部到账。")
    assert len(gift.evidence) == 2


def test_parts_that_are_more_than_their_whole_are_a_doubt() -> None:
    gifts = aid_in("湖南省总工会下拨专项资金100万元，其中长沙市总工会80万元，株洲市总工会70万元。")
    assert gifts[0].agreement is False
    assert "figures_disagree" in gifts[0].doubts


def test_a_pooled_sum_has_all_its_givers_and_so_have_its_shares() -> None:
    gifts = aid_in(
        "湖南省总工会下拨救灾资金200万元，长沙市总工会配套100万元，合计300万元全部分到受灾县市，其中浏阳市总工会80万元。"
    )
    assert [(len(gift.donors), gift.part_of) for gift in gifts] == [(1, 2), (1, 2), (2, None), (2, 2)]


@pytest.mark.parametrize(("text", "figures"), [
    ("a tenth off is another gift", ("长沙市总工会拿出20万元办驿站。当天，向42名职工每人发放5000元。", [200000, None])),
    ("round figures are told so", ("长沙市总工会向1.9万户职工发放慰问金1930余万元，户均1000元。", [19300000])),
    ("and rates are rounded", ("颍上棉纺厂工会捐款6.35万元，1221名职工人均52元。", [63500])),
])  # fmt: skip
def test_figures_that_are_printed_exactly_agree_exactly(text: str, figures: tuple[str, list[int | None]]) -> None:
    told, amounts = figures
    assert [gift.amount for gift in aid_in(told)] == amounts, text

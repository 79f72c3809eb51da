"""Shares of a sum: whose they are when they are handed on, and what is no share."""

from __future__ import annotations

import pytest

from tests.reading.one_article import aid_in, in_short

_OWN_SHARE = [
    (
        "省总向长沙市总工会拨款45万元。长沙市总工会收到款项的第二天，就把其中的20万元送到了农民工手中，每户1000元，一共200户。",
        ["湖南省总工会: cash 450000 committed", "长沙市总工会: cash 200000 for 200 disbursed part"],
    ),
    (
        "省总工会下拨救灾资金200万元，长沙市总工会决定，其中120万元用于补助特困职工。",
        ["湖南省总工会: cash 2000000 committed", "长沙市总工会: cash 1200000 committed part"],
    ),
    (
        "湘江水务集团、湘江水务集团工会捐款26.8万元，其中集团20万元，工会6.8万元。",
        [
            "湘江水务集团、湘江水务集团工会: cash 268000 disbursed",
            "湘江水务集团: cash 200000 disbursed part",
            "湘江水务集团工会: cash 68000 disbursed part",
        ],
    ),
    (
        "湘潭市总工会、株洲市总工会捐款共计270万元，其中湘潭市总工会150万元，株洲市总工会120万元。",
        [
            "株洲市总工会、湘潭市总工会: cash 2700000 disbursed",
            "湘潭市总工会: cash 1500000 disbursed part",
            "株洲市总工会: cash 1200000 disbursed part",
        ],
    ),
]
_OF_THE_GIVER = [
    (
        "长沙市总工会拨出300万元，岳麓区总工会、开福区总工会各150万元。",
        ["长沙市总工会: cash 3000000 committed", *["长沙市总工会: cash 1500000 committed part"] * 2],
    ),
    (
        "长沙市总工会列支15万元，其中5万元用于慰问参加抢险的长沙市消防支队。",
        ["长沙市总工会: cash 150000 disbursed", "长沙市总工会: cash 50000 disbursed part"],
    ),
    (
        "长沙市总工会下拨救灾款96万元，当天就到账：宁乡市总工会60万元，另外36万元给了受灾企业。",
        [
            "长沙市总工会: cash 960000 disbursed",
            "长沙市总工会: cash 600000 disbursed part",
            "长沙市总工会: cash 360000 disbursed part",
        ],
    ),
]
_NO_SHARE = [
    ("支援物资22日全部运抵长沙。其中，湘潭市总工会援助帐篷200顶。", ["湘潭市总工会: goods 200 disbursed"]),
    (
        "湘潭市总工会将其中的260万元转拨湘乡市总工会，同时自筹资金80万元发放给环卫工人。",
        ["湘潭市总工会: cash 2600000 committed part", "湘潭市总工会: cash 800000 disbursed"],
    ),
]


_BASES = [
    ("260万元中的96万元由长沙市总工会连夜发给了480名采样队员。", ["part"]),
    ("长沙市总工会连夜分成了三份：120万元拨到14个镇街工会。", ["part"]),
    ("长沙市总工会到本月18日共支付补助款136万元。", ["cumulative"]),
    ("湖南省总工会、湘潭市总工会领导先后来到安置点，分别送来慰问金50万元和20万元。", ["single", "single"]),
    ("入夏以来，长沙矿业公司工会累计送去绿茶1.8吨；株洲市总工会也发出冰棍3000根。", ["cumulative", "single"]),
    ("等到6月23日，长沙市总工会100万元如数送到职工手中。", ["single"]),
]


@pytest.mark.parametrize(("text", "gifts"), _OWN_SHARE)
def test_who_has_got_a_share_or_put_one_in_gives_it(text: str, gifts: list[str]) -> None:
    assert [in_short(gift) for gift in aid_in(text)] == gifts


@pytest.mark.parametrize(("text", "gifts"), _OF_THE_GIVER)
def test_a_share_has_the_giver_of_the_whole(text: str, gifts: list[str]) -> None:
    assert [in_short(gift) for gift in aid_in(text)] == gifts


@pytest.mark.parametrize(("text", "gifts"), _NO_SHARE)
def test_it_is_no_share_without_a_sum_or_of_their_own(text: str, gifts: list[str]) -> None:
    assert [in_short(gift) for gift in aid_in(text)] == gifts


@pytest.mark.parametrize(("text", "bases"), _BASES)
def test_it_tells_shares_and_running_totals_from_single_gifts(text: str, bases: list[str]) -> None:
    assert [gift.basis for gift in aid_in(text)] == bases

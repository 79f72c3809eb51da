"""Who gets what a statement of aid tells of: as its clause names them, and as the text around it does."""

from __future__ import annotations

import pytest

from tests.reading.one_article import aid_in


def takers(text: str, **page: str) -> list[str]:
    return [party.name for party in aid_in(text, home="长沙市", **page)[-1].recipients]


@pytest.mark.parametrize(("comment", "text", "names"), [
    ("of several kinds of place", "长沙市总工会把420万元下拨到九个县（市、区）总工会。", ["县（市、区）总工会"]),
    ("whose they are", "长沙市总工会每天向台头镇三个安置点送去盒饭900份。", ["台头镇安置点"]),
    ("whose, not which of ours", "长沙市总工会为我省237名援鄂医务人员家庭每户发放1000元。", ["援鄂医务人员家庭"]),
    ("named before their number", "长沙农商银行办理延期还本，涉及司机58名、金额近900万元。", ["司机"]),
    ("with a word of the verb",
     "长沙市总工会向浏阳、宁乡两个县总工会预拨救灾款各50万元。", ["浏阳县总工会", "宁乡县总工会"]),
    ("a list",
     "长沙市总工会决定拿出200万元，专门救助停工的困难职工和灵活就业人员。", ["停工的困难职工", "灵活就业人员"]),
    ("counted together", "长沙农商银行与36户商户和农户签约，发放贷款800万元。", ["商户和农户"]),
    ("whose loans are put off", "长沙农商银行对受灾职工的存量贷款展期一年，涉及4100户、6.7亿元。", ["受灾职工"]),
])  # fmt: skip
def test_they_are_named_up_to_their_noun(comment: str, text: str, names: list[str]) -> None:
    assert takers(text) == names

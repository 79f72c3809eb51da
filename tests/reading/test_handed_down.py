"""Money on its way through lower bodies is committed; what those in need have in hand is disbursed."""

from __future__ import annotations

import pytest

from tests.reading.one_article import aid_in

_WHOLE = "省总工会救灾款60万元下拨到长沙市总工会。"


@pytest.mark.parametrize(("comment", "text", "status"), [
    ("dealt out", f"{_WHOLE}长沙市总工会把其中的18万元分给宁乡市总工会。", "committed"),
    ("passed on", f"{_WHOLE}长沙市总工会将20万元转给浏阳市总工会。", "committed"),
    ("cut out of it", f"{_WHOLE}长沙市总工会从中切出24万元，分给三个镇的工会。", "committed"),
    ("drawn", f"{_WHOLE}长沙市总工会把这笔钱分了下去，宁乡市总工会分得30万元。", "committed"),
    ("to its people", f"{_WHOLE}长沙市总工会将3万元送到宁乡市总工会抢险队员手中。", "disbursed"),
    ("given", "长沙市总工会向宁乡市总工会捐款10万元。", "disbursed"),
    ("sent by another", "株洲市总工会给宁乡市总工会汇来10万元，长沙市总工会转给两个镇的工会各1万元。", "committed"),
    ("come in", "省总工会的救灾款60万元汇到长沙市总工会，当天下拨各县区。", "disbursed"),
])  # fmt: skip
def test_it_is_committed_until_it_is_given_out(comment: str, text: str, status: str) -> None:
    assert aid_in(text)[-1].status == status

"""Bodies called by what everybody calls them: 市财政, 市二院, the committee of the village just spoken of."""

from __future__ import annotations

import pytest

from tests.reading.organisations_found import by_name, found_in

# comment, text in a paper of 许昌市, a body in it
SHORT = [
    ("a purse that pays", "市财政拿出60万元。", "许昌市财政局"),
    ("after a word", "救灾款由市财政先后拨付。", "许昌市财政局"),
    ("of a county", "禹州市财政又安排90万元。", "禹州市财政局"),
    ("a hospital by its number", "伤员送到市二院。", "许昌市第二人民医院"),
    ("with 医院", "药送到市三医院。市第三人民医院来信。", "许昌市第三人民医院"),
    ("its union", "颍河汽配公司及其工会合捐五万元。", "颍河汽配公司工会"),
    ("its hospital", "颍河汽配公司工会和其职工医院派车。", "颍河汽配公司职工医院"),
    ("a school of many", "许昌十七中捐款。", "许昌十七中"),
    ("a county that the dictionary takes for a verb", "正定农机公司捐款。", "正定农机公司"),
    ("户外 inside a name", "伟邦户外家具公司停产。", "伟邦户外家具公司"),
    ("a cooperative bank", "诸暨农村合作银行放贷。", "诸暨农村合作银行"),
    ("a village's committee", "青石畈村的果库满了。村委会送来橘子。", "青石畈村村委会"),
    ("of a village that acts", "青石畈村捐了米，村委会又捐了面。", "青石畈村"),
    ("a works of a brand", "鞍钢厂里停电，中国一重厂捐款。厂工会也捐。", "中国一重厂工会"),
    ("a place's telephone company", "市电信公司捐款。", "许昌市电信公司"),
    ("its insurer", "市人寿保险公司送来保单。", "许昌市人寿保险公司"),
    ("a branch in a place with an everyday name", "青海银行互助支行放贷。", "青海银行互助支行"),
    ("a town's home for the old", "石梁河镇的敬老院收到棉被。", "石梁河镇敬老院"),
    ("a school at the gate of the county", "送到鄢陵县城关小学。", "鄢陵县城关小学"),
    ("counties and cities in brackets", "禹州、襄城、鄢陵三县（市）总工会来人。", "襄城县总工会"),
    ("a neighbourhood's", "柳南社区封了门。居委会买来菜。", "柳南社区居委会"),
]


@pytest.mark.parametrize(("comment", "text", "name"), SHORT, ids=[row[0] for row in SHORT])
def test_a_body_is_known_by_what_everybody_calls_it(comment: str, text: str, name: str) -> None:
    assert name in by_name(found_in(text, home="许昌市")), comment


# text in a paper of 许昌市 that names no body
NOBODY = [
    "市财政收入增长，县财政困难。",
    "他住在市二院内科楼后面的院里。",
    "各县区总工会，市直各系统工会：",
    "堤下开小卖部的老汉来了。",
    "村委会和居委会都要排查。",
    "跑了十一家医院、六个村。",
]


@pytest.mark.parametrize("text", NOBODY)
def test_words_like_them_name_nobody(text: str) -> None:
    assert set(by_name(found_in(text, home="许昌市"))) == set()

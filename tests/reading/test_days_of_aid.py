"""The day a statement of aid is told of: which of the days around it is the day of giving, and when none is."""

from __future__ import annotations

import pytest

from tests.reading.one_article import aid_in


def last_day(text: str) -> str | None:
    date = aid_in(text, home="长沙市", published="2021-07-08")[-1].date
    return str(date.date) if date else None


@pytest.mark.parametrize(("comment", "text", "day"), [
    ("in its clause", "长沙市总工会7月3日为环卫工人送去慰问金5万元。", "2021-07-03"),
    ("before it", "7月5日，长沙市总工会向岳阳市总工会汇款30万元。", "2021-07-05"),
    ("behind it", "湘江商会凑了一笔86万元的应急金，7月6日汇入长沙市红十字会账户。", "2021-07-06"),
    ("with the handing over, not when it began",
     "7月1日，长沙红十字会捐米2吨；湘江集团职工捐出的31万元，7月6日也由集团工会交到长沙市慈善总会。", "2021-07-06"),
    ("of a list of what was allotted",
     "到7月6日，长沙市总工会已拨出的有：浏阳市总工会160万元，宁乡市总工会150万元。", "2021-07-06"),
    ("of both who give it",
     "7月6日，长沙市总工会、湘江红十字会把300万元交到县里，其中长沙市总工会200万元。", "2021-07-06"),
    ("in Han numerals", "七月三日，长沙市总工会为环卫工人送去慰问金5万元。", "2021-07-03"),
    ("up to when it is counted", "截至7日，湘江公司职工认捐共计31.7万元。", "2021-07-07"),
    ("from when on", "从7月1日起，长沙市总工会每天给200名职工送去盒饭200份。", "2021-07-01"),
    ("said twice", "7月4日，也就是洪峰过境后的第二天，长沙市总工会送来大米10吨。", "2021-07-04"),
    ("not that of the disaster",
     "长沙市总工会7月5日介绍，7月1日23时地震发生后，该会已向灾区拨付专款150万元。", "2021-07-05"),
    ("counted from the dateline", "本报长沙7月5日讯 长沙市总工会昨天召开会议，决定划拨专款500万元。", "2021-07-04"),
])  # fmt: skip
def test_it_is_the_day_its_sentence_names(comment: str, text: str, day: str) -> None:
    assert last_day(text) == day


@pytest.mark.parametrize(("comment", "text"), [
    ("a month since which it is counted", "6月以来，长沙市总工会为待闸船员送菜1850单。"),
    ("months it is counted over", "1—6月，长沙市总工会累计拨付防疫资金1136万元。"),
    ("days it is counted over", "7月1日至5日，长沙市总工会共向清淤队伍送去盒饭1.1万份。"),
    ("the same, with 从", "从7月1日到5日，长沙市总工会每天给志愿者送去400份盒饭。"),
    ("months a rent is for", "长沙市总工会对127户小微商户免收2月至4月租金，合计260万元。"),
    ("when it was learnt", "记者7月6日从长沙市总工会获悉，湖南省总工会近日下拨救灾资金60万元。"),
    ("another giver's", "7月2日，湘江集团拿出90万元给职工发补助；集团工会同时给每名驻厂职工配了一套被褥。"),
    ("a giver's who adds to it", "7月2日，长沙市总工会发放助学金35.7万元。其中，湖南省总工会下拨15万元。"),
])  # fmt: skip
def test_other_days_are_not_the_day_of_giving(comment: str, text: str) -> None:
    assert last_day(text) is None


@pytest.mark.parametrize(("comment", "text"), [
    ("a meeting", "7月2日，长沙市总工会召开紧急会议。会议决定，向岳阳市总工会下拨慰问金60万元。"),
    ("at once", "7月2日凌晨，暴雨引发山洪。长沙市总工会当即启动预案，连夜将方便面300箱运抵青山乡政府。"),
    ("a lorry", "7月2日，一辆冷链车驶进长沙。车上装着岳阳市总工会捐赠的口罩5万只。"),
    ("on the same way", "长沙忙。\n7月2日，岳阳市总工会干部来到长沙。随车送来的还有棉鞋1500双。"),
    ("the lede", "7月2日，重伤员住进长沙的医院。长沙市总工会的干部给每名伤员送上1000元。"),
])  # fmt: skip
def test_it_goes_on_from_the_day_of_the_same_occasion(comment: str, text: str) -> None:
    assert last_day(text) == "2021-07-02"


@pytest.mark.parametrize(("comment", "text", "day"), [
    ("an entry of a diary", "**7月2日 初五 阴**\n上午碰头。长沙市总工会给医院拨去30万元。", "2021-07-02"),
    ("what it calls today", "**7月2日 晴**\n截至今天18时，长沙市总工会投入861万元慰问职工。", "2021-07-02"),
    ("no weather, no diary", "7月2日晚，河水涨了。\n上午碰头。长沙市总工会给医院拨去30万元。", None),
])  # fmt: skip
def test_a_diary_is_dated_by_its_headings(comment: str, text: str, day: str | None) -> None:
    assert last_day(text) == day


def test_a_list_is_dated_by_the_day_on_which_all_of_it_was_received() -> None:
    text = "7月2日，岳阳市慈善总会收到下列捐赠：湘江水泵公司：3万元。"
    (gift,) = aid_in(text, headline="捐赠公示", published="2021-07-08")
    assert str(gift.date.date) == "2021-07-02"  # type: ignore[union-attr]


@pytest.mark.parametrize(("comment", "text"), [
    ("later", "7月2日，长沙市总工会拨付100万元。湘江公司工会随后列支15万元。"),
    ("since", "7月2日以来，长沙连降大雨。长沙市总工会为60名工人每人发了500元。"),
    ("a promise", "7月2日，长沙市总工会慰问劳模。该会将从资金里安排60万元用于救助职工。"),
    ("two sentences on", "7月2日，长沙市总工会开会。与会者很多。天很热。湘江公司工会列支15万元。"),
])  # fmt: skip
def test_another_occasion_has_no_day(comment: str, text: str) -> None:
    assert last_day(text) is None


def test_a_list_of_figures_is_dated_by_its_headline() -> None:
    (gift,) = aid_in("长沙市总工会累计投入426.7万元。", headline="数说工会（截至7月4日24时）", published="2021-07-08")
    assert str(gift.date.date) == "2021-07-04"  # type: ignore[union-attr]


_ROWS = "\n● 湘江水泵公司：3万元\n● 浏阳市总工会：棉被200床\n● 退休教师周桂兰：500元"


@pytest.mark.parametrize(("comment", "headline", "text", "day"), [
    ("in brackets above it", "爱心榜", f"（7月2日，长沙市慈善总会收）{_ROWS}", "2021-07-02"),
    ("with a number of the list", "捐赠一览", f"（7月3日 第二号）{_ROWS}", "2021-07-03"),
    ("in the sentence that opens it", "捐赠鸣谢", f"长沙市总工会6月下旬收到下列捐赠，谨致谢忱：{_ROWS}", "2021-06"),
    ("in the headline", "长沙市慈善总会7月4日收到的捐赠", _ROWS.strip(), "2021-07-04"),
    ("a stretch of days is none", "爱心榜", f"（7月2日至6日，长沙市慈善总会收）{_ROWS}", None),
    ("nor in the headline", "爱心榜（7月2日至6日）", _ROWS.strip(), None),
    ("nor a month in the headline", "7月捐赠光荣榜", _ROWS.strip(), None),
    ("nor up to when it was kept", "爱心榜", f"（截至7月6日）{_ROWS}", None),
    ("nor what an earlier sentence tells", "爱心榜", f"7月2日，河水涨了。以下是捐赠名单：{_ROWS}", None),
])  # fmt: skip
def test_a_roll_has_the_day_above_it(comment: str, headline: str, text: str, day: str | None) -> None:
    gifts = aid_in(text, headline=headline, published="2021-07-08", home="长沙市")
    assert [str(gift.date.date) if gift.date else None for gift in gifts] == [day] * 3

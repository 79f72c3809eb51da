"""Lines to strips: what stands together, and what each strip looks like."""

from __future__ import annotations

import pytest

from seeds.reading.assembly.layout import Layout
from seeds.reading.assembly.strips import End, Kind, Start, Strip
from seeds.reading.blocks import cut_strips
from seeds.reading.furniture import is_label, names_genre
from seeds.reading.lines import read_lines


def strips_of(text: str) -> tuple[Strip, ...]:
    return cut_strips(read_lines(text))


COLUMN = """小额借款扶起一千五百名女工
本报讯（记者 于 波）由市总女职工委员会开办
的“巧手”再就业培训班，一年来免费培训下岗女
工1860人次，1500人重新上岗，上岗率达八成。
培训班设家政、裁剪、蔬菜栽培三个专业，每期二
十五天。（金 萍）
"""


def test_wrapped_lines_become_paragraphs() -> None:
    headline, text, last = strips_of(COLUMN)
    assert headline.kind is Kind.HEADING
    assert "下岗女工1860人次" in text.text
    assert "每期二十五天。" in last.text
    assert (text.start, last.end) == (Start.SURE, End.SIGNED)


def test_a_sentence_that_ends_at_the_edge_of_its_column_may_end_a_paragraph() -> None:
    _, text, last = strips_of(COLUMN)
    assert text.text.endswith("上岗率达八成。")
    assert (text.full, last.full) == (True, False)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("# 市总启动送温暖活动", Kind.HEADING),
        ("本报记者 周峰", Kind.BYLINE),
        ("![](images/1.jpg)", Kind.IMAGE),
        ("首页 > 新闻 > 正文", Kind.FURNITURE),
        ("责任编辑：米兰　版式：程晓", Kind.FURNITURE),
        ("版权所有：市总工会", Kind.FURNITURE),
        ("今天，市总工会给职工送去了慰问金。", Kind.TEXT),
        ("职工可拨打电话或（下转第三版）", Kind.TEXT),
        ("点击蓝字　关注我们　｜　2021-09-18 21:06　发表于福建", Kind.FURNITURE),
        ("主管主办：省总工会　地址：花园街", Kind.FURNITURE),
        ("您所在的位置：首页 → 专题 → 正文", Kind.FURNITURE),
        ("读者热线：0576－888  公众号：晚报", Kind.FURNITURE),
        ("标题导航：点击版面区域可阅读全文 放大 缩小", Kind.FURNITURE),
        ("辽西铁道报　2　综合新闻", Kind.FURNITURE),
        ("粤西港务集团机关报 投递范围：本港各单位", Kind.FURNITURE),
        ("（程 野）", Kind.BYLINE),
        ("此致", Kind.TEXT),
        ("敬礼！", Kind.TEXT),
        ("据了解，这家企业去年推出职", Kind.TEXT),
        ("王振说，“那年我还小，不知道", Kind.TEXT),
        ("甘河县总工会　2010年1月18日", Kind.TEXT),
        ("青山纺织集团工会 2021年7月23日", Kind.TEXT),
        ("读者 苏 峥", Kind.BYLINE),
        ("下岗女工家属 佟小兰", Kind.BYLINE),
        ("一线职工 风采", Kind.HEADING),
        ("甘河工友 · 数字报　第 1187 期", Kind.FURNITURE),
        ("甘河新报　主办：中共甘河市委宣传部", Kind.FURNITURE),
        ("甘河职工网 GANHE ZHIGONG WANG", Kind.FURNITURE),
        ("甘河工会在线", Kind.FURNITURE),
    ],
)
def test_a_line_alone_is_what_it_looks_like(line: str, kind: Kind) -> None:
    assert strips_of(line)[0].kind is kind


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("本报讯 今天开会。", Start.SURE, End.CLOSED),
        ("该局随即下发通知，", Start.FOLLOWS, End.COMMA),
        ("近日，市总工会给职工发放了慰", Start.FRESH, End.OPEN),
        ("，把钱送到职工手里。（下转第三版）", Start.MIDDLE, End.SIGNED),
        ("“家里的事交给我们，”他说，“你放心去吧。”", Start.QUOTE, End.CLOSED),
    ],
)
def test_a_strip_knows_how_it_begins_and_ends(text: str, start: Start, end: End) -> None:
    (strip,) = strips_of(text)
    assert (strip.start, strip.end) == (start, end)


def test_a_page_head_is_furniture_and_its_article_is_not() -> None:
    head, headline, text = strips_of("2008年5月21日 星期三　第二版\n\n一封家书进班组\n\n本报讯 昨天，家书到了班组。\n")
    assert head.kind is Kind.FURNITURE
    assert (headline.kind, text.kind) == (Kind.HEADING, Kind.TEXT)


FOOT = """三、报名截止：2021年10月8日前，各单位把推荐表送到市总工会。

{}
2021年9月17日

## 速览
"""


@pytest.mark.parametrize("body", ["市总工会办公室", "市总工会\n市人力社保局"])
def test_a_notice_is_signed_by_a_body_and_a_day(body: str) -> None:
    *_, signed, heading = strips_of(COLUMN + FOOT.format(body))
    assert (signed.kind, signed.end) == (Kind.TEXT, End.SIGNED)
    assert (heading.kind, heading.text) == (Kind.HEADING, "速览")


def test_headlines_listed_at_the_foot_of_a_page_stay_apart() -> None:
    listed = ["信到了，人也到了", "菜棚里的焊工班", "骑手驿站到零点", "迎峰度夏"]
    strips = strips_of(COLUMN + "\n" + "\n".join(listed) + "\n")
    assert [strip.text for strip in strips[3:]] == listed
    assert all(strip.kind is Kind.HEADING for strip in strips[3:])


def test_a_short_end_of_a_column_above_a_signature_is_no_headline() -> None:
    strips = strips_of(COLUMN + "\n老田的妻子把汇款单折了又折，又放\n进贴身衣袋。\n□ 周渝\n")
    assert [strip.kind for strip in strips[3:]] == [Kind.TEXT, Kind.BYLINE]


@pytest.mark.parametrize(("text", "label"), [("区 县 短 波", True), ("短　讯", True), ("清 井", False)])
def test_a_title_set_with_blanks_over_or_under_a_picture_is_no_section(text: str, label: bool) -> None:
    caption = "8月27日，消防员给水井消毒。　武 刚 摄\n"
    for page in (f"{text}\n{caption}", f"{caption}{text}\n"):
        strips = strips_of(COLUMN + "\n" + page)
        heading = next(strip for strip in strips if strip.text == text)
        assert heading.kind is Kind.HEADING
        assert Layout(strips).label[heading.index] is label


def test_a_table_of_figures_belongs_to_an_article() -> None:
    table = ["| 项目 | 数额 |", "| --- | --- |", "| 累计投入 | 426.7万元 |", "| 慰问金 | 198.2万元 |"]
    strips = strips_of(COLUMN + "\n数说战“疫”\n\n" + "\n".join(table) + "\n")
    assert [strip.kind for strip in strips[4:]] == [Kind.TEXT] * 4
    links = "\n".join(["| 首页 | 新闻 |", "| 专题 | 论坛 |", "| 图片 | 视频 |"])
    assert all(strip.kind is Kind.FURNITURE for strip in strips_of(links))


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("◇ 抗疫故事 ◇", True),
        ("【通知公告】", True),
        ("＊短讯＊", True),
        ("■ 抗震救灾 · 物流人在行动", True),
        ("强台风“彩虹”灾后特刊", True),
        ("万众一心　抗击非典", True),
        ("【两千名矿工过上安心年】", False),
        ("一盒人丹走过四级工会", False),
    ],
)
def test_names_of_sections_are_told_from_headlines(line: str, label: bool) -> None:
    assert is_label(line) is label


def test_a_short_line_alone_is_a_headline_on_a_page_that_marks_others() -> None:
    page = "## 闽宁一线牵\n\n款到了。\n\n## 一床棉被\n\n被子也到了。\n\n巷口的热干面，家乡的臊子面\n"
    assert strips_of(page)[-1].kind is Kind.HEADING


def test_a_line_as_wide_as_its_column_may_be_a_piece_of_it() -> None:
    *_, strip = strips_of(COLUMN + "\n手套和棉帽由地区总工会分发给各条公路的养路\n")
    assert (strip.kind, strip.unsure) == (Kind.HEADING, True)


def test_a_kicker_above_a_marked_headline_is_a_heading() -> None:
    page = "去产能 不去温度\n## 两千名矿工过上安心年\n\n今天，矿工们回家。\n\n## 闽宁一线牵\n\n款到了。\n"
    assert [strip.kind for strip in strips_of(page)][:2] == [Kind.HEADING, Kind.HEADING]


def test_a_line_in_bold_with_a_sign_is_a_heading() -> None:
    page = "**■ 春节期间帮扶不打烊**\n\n市总工会公布值班安排。\n"
    assert strips_of(page)[0].kind is Kind.HEADING


@pytest.mark.parametrize(
    ("heading", "genre"),
    [
        ("爱心榜（8月14日—18日）", True),
        ("通告｜关于开展寻访活动", True),
        ("关于下拨专项资金的通知", True),
        ("12351周报", True),
        ("钱从哪里来", False),
        ("一张爱心榜上的名字", False),
    ],
)
def test_some_headlines_say_what_kind_of_article_stands_below(heading: str, genre: bool) -> None:
    assert names_genre(heading) is genre


def test_a_byline_in_brackets_may_take_two_lines_of_a_column() -> None:
    *_, byline = strips_of(
        COLUMN.replace("（金 萍）", "") + "（作者系货车司机，口述　本报全媒体首席记者何\n武 整理）\n"
    )
    assert (byline.kind, [person.name for person in byline.contributors]) == (Kind.BYLINE, ["何武"])


def test_a_headline_stands_over_questions_even_if_a_word_lies_across() -> None:
    page = (
        COLUMN
        + "\n就医购药怎么办？区防控办作答\n问：居家隔离期间急需就医怎么办？\n答：请拨打街镇电话，由专车闭环转运。\n"
    )
    assert strips_of(page)[3].kind is Kind.HEADING


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2月14日　雨夹雪", True),
        ("8月25日 晴", True),
        ("2月8日　阴，余震两次", True),
        ("腊月廿八", True),
        ("正月初三 晴", True),
        ("2月14日，市总工会开会", False),
        ("8月的雨", False),
    ],
)
def test_a_day_of_a_diary_is_known(line: str, day: bool) -> None:
    strips = strips_of(f"卡口日记\n\n{line}\n\n今天卡口来了三个人，送来一箱热水袋。\n")
    assert Layout(strips).day[1] is day
    assert strips[1].unsure is False or not day


@pytest.mark.parametrize(
    ("below", "label"),
    [
        ("（市总工会救灾办公室8月26日至30日收到）", False),
        ("\n（市红十字会2月21日—29日公示）", False),
        ("\n近日，市总工会组织职工捐款。", True),
    ],
)
def test_a_spaced_title_with_a_note_below_is_a_headline(below: str, label: bool) -> None:
    strips = strips_of(f"捐 助 榜\n{below}\n\n棉纺厂职工捐款3万元，已经交到灾区职工手中。\n")
    assert Layout(strips).label[0] is label


NARROW = """叫我代点。他转身便按名册给212名抢险队
员每人发了100元，剩下的说要给牺牲的吴
年喜家里一个交代。
"""


def test_a_full_line_that_carries_a_sentence_on_is_no_heading() -> None:
    assert [strip.kind for strip in strips_of(NARROW)] == [Kind.TEXT]


def test_the_body_and_day_that_sign_a_notice_end_it() -> None:
    signed = strips_of("请各单位于月底前报名。\n\n甘河县总工会　2010年1月18日\n")[-1]
    assert (signed.start, signed.end) == (Start.FOLLOWS, End.SIGNED)

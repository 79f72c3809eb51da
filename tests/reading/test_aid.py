"""Statements of aid: who gave what to whom, promised or paid; what is no aid at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.reading.drafts import Context
from seeds.reading.facts.reading import read_facts
from tests.reading.one_article import aid_in, page_of


def donors(gift: object) -> list[str]:
    return [donor.name for donor in gift.donors]  # type: ignore[attr-defined]


def test_it_reads_a_plain_statement_whole() -> None:
    (gift,) = aid_in("7月5日，长沙市总工会为237名环卫工人家庭每户发放1000元慰问金。", published="2021-07-08")
    assert donors(gift) == ["长沙市总工会"]
    assert [party.name for party in gift.recipients] == ["环卫工人家庭"]
    assert (gift.form, gift.rate, gift.rate_unit) == ("cash", Decimal(1000), "户")
    assert (gift.count, gift.count_unit, gift.status) == (237, "名", "disbursed")
    assert (str(gift.date.date), gift.purpose, gift.bound) == ("2021-07-05", "慰问金", "exact")


@pytest.mark.parametrize(("comment", "text", "names"), [
    ("three clauses back", "长沙市总工会闻讯后立即行动，召开会议，连夜研究，拨出10万元。", ["长沙市总工会"]),
    ("in the sentence before", "长沙市总工会上门看望。还为他们送去慰问金5万元。", ["长沙市总工会"]),
    ("joint", "长沙市总工会、长沙市妇联为500户困难家庭送去大米5吨。", ["长沙市总工会", "长沙市妇女联合会"]),
    ("a person", "退休教师周桂兰把1万元积蓄交到长沙市红十字会。", ["周桂兰"]),
    ("an official acts for the body", "长沙市总工会主席李明为职工送去慰问金5万元。", ["长沙市总工会"]),
    ("a couple", "出租车司机彭勇、胡志明夫妇捐了2000元。", ["彭勇", "胡志明"]),
    ("a relative", "村里遭了灾，在广州打工的侄子彭志把攒下的3000元汇到了长沙市总工会。", ["彭志"]),
    ("a trade of any name", "退休挡车工钟秀兰没赶上，第二天又专程把500元送到长沙市总工会。", ["钟秀兰"]),
    ("a couple of two peoples", "列检员孙国强、阿依古丽夫妇捐出2000元。", ["孙国强", "阿依古丽"]),
    ("no trade at all", "老人的女儿、在长沙开店的梁琴随后汇来8000元。", ["梁琴"]),
    ("both by name", "长沙商会会长黄建中与妻子林玉芬另以个人名义捐款50万元。", ["黄建中", "林玉芬"]),
    ("what stands in between", "粉店店主龙桂香推着三轮车送来米粉300碗。", ["龙桂香"]),
    ("whom it is had from", "开饭馆的彭志7月6日从长沙农商银行拿到了20万元贷款。", ["长沙农商银行"]),
    ("by whose resolution", "长沙县总工会：经省总工会党组研究，下拨专项资金170万元。", ["湖南省总工会"]),
    ("among those who get", "长沙市总工会拨款慰问。长沙市第一医院等都在其中，每人拨付5000元。", ["长沙市总工会"]),
    ("a bank before", "长沙农商银行与企业签约。长沙市总工会负责贴息。全年计划授信1.2亿元。", ["长沙农商银行"]),
    ("who sends what others get", "42名队员，每人收到长沙市总工会送来的3000元慰问金。", ["长沙市总工会"]),
    ("with whose help", "在长沙市总工会的帮助下，学生李婷领到3000元助学金。", ["长沙市总工会"]),
    ("whose people gave", "湘江装备集团工会收到职工捐款37.4万元。", ["湘江装备集团工会"]),
    ("called by a style", "修鞋的贺老汉腿脚慢，拿出攒下的600元，交给长沙市红十字会。", ["贺老汉"]),
    ("a list without verbs", "登记簿上写着：王建国500元，李秀英300元。", ["王建国"]),
    ("whatever the name is followed by", "八十一岁的退休教师卢静宜织了21副毛手套，送给环卫工人。", ["卢静宜"]),
    ("a name of two behind a trade", "矿上的女工李霞把结婚礼金1800元捐给了长沙市红十字会。", ["李霞"]),
    ("what people bring", "双江口镇的个体户何世明搬来自家小超市的矿泉水400件，分给环卫工人。", ["何世明"]),
    ("told by 叫", "打井队有个电焊工叫尹长顺，把攒着的5500元交给了长沙市红十字会。", ["尹长顺"]),
    ("all unions of a place", "长沙西车辆段工会腾出公寓。截至今天，全省工会投入防疫资金861万元。", ["湖南省总工会"]),
    ("the bank pointed at", "长沙市总工会与长沙农商银行签约，由该行拿出2亿元专项额度。", ["长沙农商银行"]),
    ("the body pointed at", "湘潭市总工会连夜开会。该会已向灾区拨付专款150万元。", ["湘潭市总工会"]),
    ("who has got it and hands it on", "浏阳市总工会用分到的22万元，给农民工发放皮大衣440件。", ["浏阳市总工会"]),
    ("what is their own", "长沙市总工会驻村第一书记丛林陪他去签字，又自己掏出3000元交了学费。", ["丛林"]),
    ("their own money", "大学生张浩说，他在长沙学院读书，第三天就把自己的生活费1600元交给了村委会。", ["张浩"]),
    ("who is talked into it", "长沙市总工会协调株洲市总工会送来大米20吨。", ["株洲市总工会"]),
    ("where it comes from", "这批物资里，有30万元来自长沙市总工会。", ["长沙市总工会"]),
])  # fmt: skip
def test_it_finds_the_donor(comment: str, text: str, names: list[str]) -> None:
    assert donors(aid_in(text)[0]) == names


@pytest.mark.parametrize(("text", "taker"), [
    ("97名学生已拿到长沙农商银行贷款41.5万元。", "学生"),
    ("长沙市总工会给停工待岗的860名装卸工每人发放生活补助600元。", "停工待岗的装卸工"),
    ("湖南省总工会下拨株洲市总工会专项资金50万元。", "株洲市总工会"),
    ("中华全国总工会下拨我省救灾资金300万元。", "湖南省"),
    ("会员们都在堤上。长沙市总工会走访6家企业，送去慰问金18万元。", "企业"),
])  # fmt: skip
def test_it_finds_who_gets_it(text: str, taker: str) -> None:
    (gift,) = aid_in(text)
    assert [party.name for party in gift.recipients] == [taker]


def test_it_finds_the_donor_in_the_headline() -> None:
    (gift,) = aid_in("近日已向企业职工发放慰问金5万元。", headline="长沙市总工会慰问一线职工")
    assert donors(gift) == ["长沙市总工会"]


@pytest.mark.parametrize(("comment", "text", "status"), [
    ("decided", "长沙市总工会决定拿出30万元慰问环卫工人。", "pledged"),
    ("will", "长沙市总工会将为全市1200名困难职工每人发放慰问金1000元。", "pledged"),
    ("allotted", "湖南省总工会向长沙市总工会下拨救灾资金50万元。", "committed"),
    ("set aside and allotted", "湖南省总工会从经费中挤出24万元，下拨给8个县总工会。", "committed"),
    ("allotted and gone", "湖南省总工会给长沙市总工会拨去救灾资金50万元。", "committed"),
    ("handed on by hand", "长沙市总工会把18万元慰问金递到职工手里。", "disbursed"),
    ("allotted, in one word", "湖南省总工会另拨贴息资金150万元支持长沙市。", "committed"),
    ("soon", "下一步，长沙市总工会要为2000名职工每人送上500元。", "pledged"),
    ("hoped", "长沙市总工会力争年内向职工发放慰问金50万元。", "pledged"),
    ("made ready", "长沙市总工会准备向每名队员发放慰问金3000元，共12名。", "pledged"),
    ("from now on", "长沙市总工会表示，今后每年向该校捐助5万元。", "pledged"),
    ("by a day to come", "长沙市总工会为1200名职工每人发放3000元，2月底前打到个人账户。", "pledged"),
    ("from its own means", "长沙市总工会随后从本级经费中列支15万元。", "committed"),
    ("will, once", "长沙市总工会将一次性资助30名职工子女18万元。", "pledged"),
    ("allotted and arrived", "湖南省总工会拨付的50万元防汛资金7日到账，发往各县。", "disbursed"),
    ("handed over", "长沙市总工会为环卫工人送去慰问金5万元。", "disbursed"),
])  # fmt: skip
def test_its_status_goes_by_the_verb(comment: str, text: str, status: str) -> None:
    assert aid_in(text)[0].status == status


@pytest.mark.parametrize(("comment", "text"), [
    ("production", "长沙机床公司今年产值达6.8亿元，同比增长4.3%。"),
    ("wages", "长沙机床公司职工月平均工资5600元。"),
    ("a price", "长沙市总工会介绍，每吨大米售价4600元。"),
    ("a rule", "《办法》规定，因灾住院的职工每人补助2000元，每户最高5000元。"),
    ("a loan to be had", "长沙市总工会介绍，职工凭证明最高可借5万元。"),
    ("the size of a fund", "长沙市总工会设立500万元的职工帮扶基金。"),
    ("a loss", "长沙市总工会慰问长沙机床公司，该公司今年亏损6300万元。"),
    ("an invalid's bill", "长沙市总工会看望了彭志，他住院67天花费11.4万元。"),
    ("a fee", "职工每人每年交60元，长沙机床公司按1∶1补贴。"),
    ("a cost price", "长沙机床公司又以每只0.8元的成本价供应市内企业。"),
    ("a bonus to be had", "长沙市总工会宣布，每吸纳一名职工返岗，奖补企业500元。"),
    ("one for all to see", "工地上，钢筋工彭志领到一只清凉包，长沙市总工会很高兴。"),
    ("a sale", "长沙机床公司以成本价供应市内企业口罩20万只。"),
    ("output", "长沙机床公司转产支援，日产口罩12万只。"),
    ("a ceiling", "长沙市总工会发放生活补贴，一户累计以1000元为限。"),
    ("from how many on", "长沙市总工会扶持带动10至19人，补贴1万元。"),
    ("a fine", "长沙机床公司被罚款3万元。"),
    ("posts", "长沙市总工会在招聘会上提供岗位1843个。"),
    ("leaflets", "长沙市总工会发放宣传册3000份。"),
    ("people", "长沙市总工会组织60名干部下沉社区。"),
])  # fmt: skip
def test_other_figures_are_no_aid(comment: str, text: str) -> None:
    assert aid_in(text) == ()


@pytest.mark.parametrize(("text", "items"), [
    ("长沙市总工会送去口罩5000只、84消毒液200公斤。", [("口罩", 5000, "只"), ("84消毒液", 200, "公斤")]),
    ("长沙市总工会为医护人员送上50桶蛋白粉。", [("蛋白粉", 50, "桶")]),
    ("长沙市总工会支援岳阳市总工会30余吨次氯酸钠溶液。", [("次氯酸钠溶液", 30, "吨")]),
    ("长沙市总工会给32名职工每人送去米、面各一袋。", [("米", 1, "袋"), ("面", 1, "袋")]),
    ("长沙市总工会为450名环卫工人送去棉大衣和电热水壶等慰问品。", [("棉大衣", None, None), ("电热水壶", None, None)]),
])  # fmt: skip
def test_it_reads_goods(text: str, items: list[tuple[str, int | None, str | None]]) -> None:
    (gift,) = aid_in(text)
    assert gift.form == "goods"
    assert [(item.item, item.quantity, item.unit) for item in gift.items] == items


@pytest.mark.parametrize(("comment", "text", "form", "figure", "count"), [
    ("what a subsidy is for", "长沙市总工会延长11个驿站的时间，并向每个驿站一次性补贴电费1500元。", "cash", 1500, 11),
    ("a month's wages", "长沙机床公司工人彭立把当月工资4200元寄到了长沙市红十字会。", "cash", 4200, None),
    ("a fee waived", "长沙机床公司向灾区发货，免收全部运费6.4万元。", "service", 64000, None),
    ("interest waived", "长沙农商银行减免利息43.6万元。", "credit", 436000, None),
    ("worth so much", "长沙市第一医院给30户家庭每户送去价值300元的“连心菜篮”。", "goods", 300, 30),
    ("red packets", "长沙机床公司给62名留岗职工每人发800元红包。", "cash", 800, 62),
    ("a bank's loans", "长沙农商银行首期安排5亿元，发放复产贷款。", "credit", 500000000, None),
    ("worth so much each", "2600名建筑工人每人得到一份价值80元的清凉包，是长沙市总工会送的。", "goods", 80, 2600),
    ("a fee told before the sum", "长沙机床公司向灾区发货，免收全部运费，合计6.4万元。", "service", 64000, None),
    ("a credit line", "国家开发银行湖南省分行授信50亿元，支持灾后重建。", "credit", 5000000000, None),
    ("at most so much is set aside", "长沙市总工会从帮扶资金里安排不超过60万元用于贴息。", "cash", 600000, None),
    ("goods counted as money", "长沙机床公司捐赠药品折款4.2万元。", "goods", 42000, None),
    ("patched up", "长沙市总工会给社区补了1.5万元煤炭钱。", "cash", 15000, None),
    ("mutual insurance", "长沙市总工会当场赔付38名会员15.2万元，每人4000元。", "cash", 152000, 38),
    ("tax put off", "长沙市税务局已为92家受灾企业办理延期缴纳税款4700余万元。", "credit", 47000000, 92),
    ("bought and sent on", "长沙市总工会出资6万元，买来测温仪20台，送到20个社区。", "goods", 60000, 20),
    ("so many named", "湖南省总工会从中向长沙、株洲两市总工会各转拨260万元。", "cash", 2600000, 2),
    ("to whom alone", "长沙市总工会上堤慰问。给水厂62名抢险职工，每人600元。", "cash", 600, 62),
    ("all of it spent on goods", "长沙市总工会自筹27万元，为建筑工人加送了八宝粥5400箱。", "goods", 270000, None),
    ("a premium", "长沙市总工会给217名骑手每人赠送了一份意外险，保费合计3.26万元。", "service", 32600, 217),
    ("two receivers", "长沙市总工会向浏阳、宁乡两县总工会各拨付80万元。", "cash", 800000, 2),
])  # fmt: skip
def test_it_reads_figures_in_their_ways(comment: str, text: str, form: str, figure: int, count: int | None) -> None:
    (gift,) = aid_in(text)
    assert (gift.form, gift.rate or gift.amount if count != 38 else gift.amount, gift.count) == (form, figure, count)


@pytest.mark.parametrize(("text", "item", "count"), [
    ("长沙市总工会天没亮就出发，把1800份汤圆送到87个卡口。", "汤圆", 87),
    ("湘江铝材公司工会再添年货包1130份。", "年货包", None),
    ("长沙市总工会还为1300名护边员每人投保一份意外伤害险。", "意外伤害险", 1300),
    ("长沙市总工会为援外队员送来防晒霜、面包等，惠及310人次。", "防晒霜", 310),
    ("长沙市总工会的干部扛来矿泉水200箱、毛巾500条。", "矿泉水", None),
    ("长沙市总工会为他们备足了被褥30套。", "被褥", None),
    ("长沙市总工会准备的420份午餐准时送到。", "午餐", None),
    ("长沙市总工会忙了一夜。要往岳阳运的蔬菜有25吨。", "蔬菜", None),
    ("贫困户的沙糖桔，最先等来买主，长沙市总工会一开口就认购3.5吨，分给职工。", "沙糖桔", None),
    ("长沙市总工会干部带着160袋奶粉，专给庄台上的46个婴幼儿。", "奶粉", 46),
])  # fmt: skip
def test_it_sees_goods_behind_rarer_verbs(text: str, item: str, count: int | None) -> None:
    gift = aid_in(text)[0]
    assert (gift.items[0].item, gift.count) == (item, count)


def test_who_is_counted_for_goods_or_a_service_is_not_counted_for_the_money_beside() -> None:
    money, _, _ = aid_in("长沙市总工会挤出6.8万元，为18个道班送去电扇36台，又给300名职工每人发放100元。")
    _, paid = aid_in("长沙市总工会为劳模218人免费体检，发放困难补助金14万余元。")
    assert (money.count, paid.count) == (None, None)


def test_cash_and_goods_of_one_gift_are_two_records() -> None:
    gifts = aid_in("长沙市总工会为11名队员每人准备了5000元慰问金和一张体检卡。")
    assert [(gift.form, gift.count) for gift in gifts] == [("cash", 11), ("goods", 11)]


def test_several_givers_with_a_sum_each_are_several_records() -> None:
    gifts = aid_in("长沙机床公司和长沙路桥公司分别向长沙市红十字会捐款30万元、16万元。")
    assert [(donors(gift), gift.amount) for gift in gifts] == [
        (["长沙机床公司"], Decimal(300000)), (["长沙路桥公司"], Decimal(160000)),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "basis", "recurring"), [
    ("长沙市总工会累计发放慰问金25.39万元。", "cumulative", None),
    ("截至2月28日，长沙市总工会已发放助学金30万元。", "cumulative", None),
    ("长沙农商银行推出复产贷，已有67名职工拿到贷款930万元。", "cumulative", None),
    ("长沙市总工会每年列支50万元，用于慰问劳模。", "single", "year"),
    ("长沙机床公司给632名职工每人每天发放补贴100元。", "single", "day"),
])  # fmt: skip
def test_it_tells_running_totals_and_what_recurs(text: str, basis: str, recurring: str | None) -> None:
    (gift,) = aid_in(text)
    assert (gift.basis, gift.recurring) == (basis, recurring)


def test_money_lent_is_credit_from_the_bank() -> None:
    (gift,) = aid_in("长沙市总工会与长沙农商银行签订协议，已向23家企业放款4100万元。")
    assert (gift.form, donors(gift), gift.count) == ("credit", ["长沙农商银行"], 23)


def test_a_service_counts_those_it_reached() -> None:
    (gift,) = aid_in("长沙市总工会为85名残疾职工免费体检。")
    assert (gift.form, gift.count, gift.items[0].item) == ("service", 85, "体检")


def test_a_list_under_a_unit_is_read_row_by_row() -> None:
    text = "捐赠光荣榜\n（5月19日湖南省总工会收到的部分捐款 单位：万元）\n长沙市总工会 120\n株洲市总工会 18.6\n"
    gifts = aid_in(text, published="2008-05-21")
    assert [(donors(gift), gift.amount) for gift in gifts] == [
        (["长沙市总工会"], Decimal(1200000)), (["株洲市总工会"], Decimal(186000)),
    ]  # fmt: skip


def test_its_evidence_holds_the_figure_and_is_short() -> None:
    text = "天气一天比一天热，工地上的活却停不下来。长沙市总工会为环卫工人送去慰问金5万元，大家都说心里凉快。"
    (gift,) = aid_in(text)
    quote = gift.evidence[0].span.of(text)
    assert "5万元" in quote and "长沙市总工会" in quote and "天气" not in quote and "大家" not in quote


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="长沙市总工会为名职工送去元万户每人其中捐款各分别，。；：0123456789口罩只\n“”《》的", max_size=160)
)
def test_it_reads_any_heap_of_words_without_raising(text: str) -> None:
    for gift in aid_in(text):
        assert gift.donors
        assert gift.evidence


@pytest.mark.parametrize(
    "text",
    ["一" * 100_000, "慰" * 500 + "工会捐款1元。", "长沙市总工会捐款1元，" * 2_000],
    ids=["one sentence", "a long name", "many clauses"],
)
def test_it_stays_linear_on_odd_texts(text: str) -> None:
    aid_in(text)


def test_it_says_which_sums_and_days_it_could_not_read() -> None:
    pages = page_of("2月30日，长沙市总工会拨款99999999999999999999999元。", published="2021-03-05")
    problems = read_facts(pages, Context()).problems
    assert {problem.code for problem in problems} == {"impossible_date", "unreadable_amount"}


def test_it_says_on_which_line_it_could_not_read_them() -> None:
    text = "本报讯\n5月30日，长沙市总工会慰问职工。\n2月30日，长沙市总工会拨款99999999999999999999999元。"
    problems = read_facts(page_of(text, published="2021-06-05"), Context(), source=text).problems
    assert {(problem.code, problem.line) for problem in problems} == {("impossible_date", 3), ("unreadable_amount", 3)}


def test_what_is_unsure_says_why() -> None:
    sure, unsure = aid_in("长沙市总工会为环卫工人送去慰问金5万元。\n近日还追加了3万元。")
    assert sure.confidence > unsure.confidence
    assert "donor_from_context" in unsure.doubts


def test_a_roll_of_givers_has_a_gift_in_each_row() -> None:
    first, second = aid_in(
        "1. 湘江水泵有限公司　长沙市慈善总会　100万元；2. 长沙市第一医院：棉毯400条、方便面1000箱。", headline="爱心榜"
    )
    assert [donor.name for donor in first.donors] == ["湘江水泵有限公司"]
    assert [party.name for party in first.recipients] == ["长沙市慈善总会"]
    assert first.amount == 1_000_000
    assert [item.item for item in second.items] == ["棉毯", "方便面"]


@pytest.mark.parametrize("rows", [
    "| 日期 | 捐赠方 | 款物 | 接收方 |\n| --- | --- | --- | --- |\n"
    "| 3月17日 | 株洲市总工会 | 大葱32吨 | 长沙市总工会 |\n"
    "| 3月23日 | 市民 由桂荣 | 2000元 | 长沙市红十字会 |",
    "捐赠方 / 接收方 / 款物\n株洲市总工会 / 长沙市总工会 / 大葱32吨市民 由桂荣 / 长沙市红十字会 / 2000元",
])  # fmt: skip
def test_a_table_of_givers_has_a_gift_in_each_row_even_where_line_ends_are_lost(rows: str) -> None:
    first, second = aid_in(rows, headline="爱心榜")
    assert (donors(first), [party.name for party in first.recipients]) == (["株洲市总工会"], ["长沙市总工会"])
    assert [(item.item, item.quantity) for item in first.items] == [("大葱", 32)]
    assert (donors(second), second.amount, second.recipients[0].name) == (["由桂荣"], Decimal(2000), "长沙市红十字会")


def test_a_table_may_hold_money_and_goods_in_two_columns() -> None:
    rows = "单位（姓名）　　现金（元）　　物资\n长沙市电力局　　58000　　柴油4吨长沙市第一中学　　13840　　无"
    gifts = aid_in(rows, headline="一周接收捐赠")
    assert [(donors(gift), gift.amount, [item.item for item in gift.items]) for gift in gifts] == [
        (["长沙市电力局"], Decimal(58000), []), (["长沙市电力局"], None, ["柴油"]),
        (["长沙市第一中学"], Decimal(13840), []),
    ]  # fmt: skip


def test_a_list_of_givers_may_have_lost_its_line_ends() -> None:
    text = "（款物均由长沙市总工会接收）\n株洲市总工会：50万元湘潭市总工会、郴州市总工会：各10万元教师龚少芬：3000元"
    gifts = aid_in(text, headline="爱 心 榜")
    assert [(donors(gift), gift.amount) for gift in gifts] == [
        (["株洲市总工会"], Decimal(500000)), (["湘潭市总工会"], Decimal(100000)), (["郴州市总工会"], Decimal(100000)),
        (["龚少芬"], Decimal(3000)),
    ]  # fmt: skip
    assert {gift.recipients[0].name for gift in gifts} == {"长沙市总工会"}


@pytest.mark.parametrize(("text", "item", "quantity"), [
    ("长沙市总工会法律援助中心已为农民工代写诉状126份。", "诉状", 126),
    ("长沙环卫集团给受灾村免费清运垃圾1.6万吨。", "清运垃圾", 16000),
    ("长沙市总工会腾出客房20间，供伤员家属住宿。", "客房", 20),
    ("长沙市总工会为封控小区送菜1850单。", "送菜", 1850),
])  # fmt: skip
def test_work_done_for_others_is_counted_by_what_was_done(text: str, item: str, quantity: int) -> None:
    (gift,) = aid_in(text)
    assert (gift.form, gift.items[0].item, gift.items[0].quantity) == ("service", item, quantity)


@pytest.mark.parametrize(("text", "item", "quantity"), [
    ("矿泉水由湘江食品公司送，每天20箱。", "矿泉水", 20),
    ("湘江水务公司免费送水，到3月20日已送出7450方。", "水", 7450),
    ("长沙市总工会都要给环卫工人送腊八粥，今年送了2600碗。", "腊八粥", 2600),
])  # fmt: skip
def test_what_was_counted_was_named_a_clause_before(text: str, item: str, quantity: int) -> None:
    (gift,) = aid_in(text)
    assert (gift.items[0].item, gift.items[0].quantity) == (item, quantity)


@pytest.mark.parametrize(("text", "shares"), [
    ("湖南省总工会的600万元到账，长沙市总工会分解，其中浏阳市总工会320万元，宁乡市总工会280万元。", ["长沙市总工会"]),
    ("长沙市总工会下拨救灾款，通知如下：\n一、浏阳市总工会320万元、宁乡市总工会280万元。", ["长沙市总工会"]),
    ("长沙市总工会日夜忙碌。到24日，已拨出的有：浏阳市总工会320万元，宁乡市总工会280万元。", ["长沙市总工会"]),
])  # fmt: skip
def test_a_list_of_what_was_allotted_names_who_gets_it(text: str, shares: list[str]) -> None:
    gifts = [gift for gift in aid_in(text) if gift.amount and gift.amount < 5000000]
    assert [(donors(gift), gift.recipients[0].name) for gift in gifts] == [
        (shares, "浏阳市总工会"), (shares, "宁乡市总工会"),
    ]  # fmt: skip


def test_without_a_heading_a_row_of_figures_gives_nothing() -> None:
    assert not aid_in("1. 湘江水泵有限公司　产值　100万元；2. 长沙纺织有限公司　产值　80万元。", headline="经济动态")


def test_what_has_been_done_for_so_many_so_far_is_a_running_total() -> None:
    (gift,) = aid_in("湘江水务公司已经为31个停水村免费送水2600立方米。")
    assert gift.basis == "cumulative"

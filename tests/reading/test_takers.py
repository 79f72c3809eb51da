"""Who gets what a statement of aid tells of: as its clause names them, and as the text around it does."""

from __future__ import annotations

import pytest

from tests.reading.one_article import aid_in


def takers(text: str, **page: str) -> list[str]:
    return [party.name for party in aid_in(text, home="长沙市", **page)[-1].recipients]


@pytest.mark.parametrize(("comment", "text", "names"), [
    ("of several kinds of place", "长沙市总工会把420万元下拨到九个县（市、区）总工会。", ["县（市、区）总工会"]),
    ("whose they are", "长沙市总工会每天向台头镇三个安置点送去盒饭900份。", ["台头镇安置点"]),
    ("whose, not which of ours", "长沙市总工会给我市85名援外医疗队员家庭每户补助600元。", ["援外医疗队员家庭"]),
    ("named before their number", "长沙农商银行办理延期还本，涉及司机58名、金额近900万元。", ["司机"]),
    ("with a word of the verb",
     "长沙市总工会向浏阳、宁乡两个县总工会预拨救灾款各50万元。", ["浏阳县总工会", "宁乡县总工会"]),
    ("a list",
     "长沙市总工会决定拿出200万元，专门救助停工的困难职工和灵活就业人员。", ["停工的困难职工", "灵活就业人员"]),
    ("some by name", "长沙市总工会把60万元交到西安市胸科医院等8家定点医院。", ["西安市胸科医院", "定点医院"]),
    ("counted together", "长沙农商银行与36户商户和农户签约，发放贷款800万元。", ["商户和农户"]),
    ("by no word of a list", "株洲县农机站给种粮大户免费发放稻种1200公斤。", ["种粮大户"]),
    ("by where they are", "长沙市第三医院到昨天已经给堤上的人免费看病640人次。", ["堤上的人"]),
    ("a family", "长沙市妇联又塞给周家600元。", ["周家"]),
    ("a post", "长沙市总工会为值守卡点送去热茶200壶。", ["值守卡点"]),
    ("behind the comma", "长沙市总工会用其中的2万元买了水桶500只，送给集中取水点。", ["集中取水点"]),
    ("where it is passed on to", "湘潭市总工会把其中的6吨面粉转送给了对岸的易俗河镇。", ["对岸的易俗河镇"]),
    ("two townships", "长沙市水务局为营盘、桥口两乡送去水泵30台。", ["营盘、桥口两乡"]),
    ("two brothers", "长沙市总工会给兄弟俩送来米面各两袋。", ["兄弟俩"]),
    ("a school by its number", "长沙市总工会把慰问金5万元送到望城一中。", ["望城一中"]),
    ("a team meant by 这", "长沙市总工会奖励这个抢修班2万元。", ["这个抢修班"]),
    ("a pronoun and no family", "长沙市总工会把慰问金5万元送到他们家。", []),
    ("no body in 供应", "长沙市总工会每天给患者供应一斤鲜奶，共供应300斤。", ["患者"]),
    ("whose loans fall due", "长沙农商银行对受灾渔户到期的2600万元贷款延期一年。", ["受灾渔户"]),
    ("not yet due", "浏阳市农村信用联社对停产企业尚未到期的贷款1800万元一律展期半年。", ["停产企业"]),
    ("whose loan the day of is put off",
     "长沙农商银行主动把果农合作社400万元贷款的还款日推后了八个月。", ["果农合作社"]),
    ("whose loans are put off", "长沙农商银行对受灾职工的存量贷款展期一年，涉及4100户、6.7亿元。", ["受灾职工"]),
])  # fmt: skip
def test_they_are_named_up_to_their_noun(comment: str, text: str, names: list[str]) -> None:
    assert takers(text) == names


@pytest.mark.parametrize(("comment", "text", "names"), [
    ("who was treated", "长沙市第一医院的巡诊车停在操场边，五天接诊受灾群众520人次。", ["受灾群众"]),
    ("a person who got it", "长沙农商银行发放贷款800万元，其中红茶加工户陈伟棉领到50万元。", ["陈伟棉"]),
    ("two clauses on", "长沙农商银行推出贷款。开店的卢雅琴，下午就从该行贷到了15万元。", ["卢雅琴"]),
    ("for whom it was left", "长沙水电站腾出宿舍32间，让给下游被淹的农户居住。", ["下游被淹的农户"]),
    ("counted before the verb", "对受淹的11家货主，长沙港务公司免收8月的堆存费46.8万元。", ["受淹的货主"]),
    ("whose wages they are", "长沙水泥公司按每人每天60元垫付186名外协工的工资。", ["外协工"]),
    ("a trade of that form", "长沙市总工会为船厂劳务工免费代写诉状64份。", ["船厂劳务工"]),
    ("who is told to benefit", "长沙局集团工会下拨159万元，受益的是全局窗口单位。", ["全局窗口单位"]),
    ("with whom a bank signs", "长沙农商银行与11家制鞋企业签约，授信3.2亿元。", ["制鞋企业"]),
    ("families, not their workers",
     "长沙市总工会凭照片登记，向1326户受灾职工家庭发放慰问金，每户1500元。", ["受灾职工家庭"]),
    ("named with the count before",
     "长沙市总工会为61户大棚被淹的农民工会员发放补助，每户2000元。", ["大棚被淹的农民工会员"]),
    ("a list of them", "长沙市总工会首期拨付1200万元给各区总工会及产业工会。", ["各区总工会", "产业工会"]),
    ("what the figure is set aside for", "湖南省总工会拨付500万元专款支援岳阳抗洪。", ["岳阳"]),
    ("who takes it and who gets it in the end",
     "佟桂芝掏出3000元，一并交到长沙市红十字会，指名给玉树孤儿学校。", ["长沙市红十字会", "玉树孤儿学校"]),
    ("whose post it is", "长沙市总工会干部来到湘江林业局采伐作业点，送上慰问金9万元。", ["湘江林业局采伐作业点"]),
    ("each of those counted", "长沙市总工会的专列跑完27个四等小站，给每站送去猪肉100公斤。", ["四等小站"]),
    ("the township of villages", "长沙市总工会把桶装水2万桶分给民意乡9个村。", ["民意乡"]),
    ("another item of a list", "■长沙市总工会走访企业。■长沙市妇联为待产妇女送去奶粉72罐。\n■长沙商会捐款5万元。", []),
    ("behind 了", "长沙市总工会把首批10万元分到了两个街道工会，各5万元。", ["街道工会"]),
    ("a place without its kind", "长沙市总工会把大米6吨送到岳阳，大家都说好。", ["岳阳"]),
    ("those another gave to before", "长沙市总工会给旅客送去米粉3800碗。长沙市妇联也送去奶粉72罐。", ["旅客"]),
    ("whose house fell in", "巡道工黄忠实家三间瓦房被埋。长沙市总工会当晚送来棉被4床。", ["黄忠实"]),
    ("whom the sentence before names",
     "长沙市总工会从6月起为环卫工免费提供早餐。到27日，共送出早餐4100份。", ["环卫工"]),
    ("several kinds",
     "长沙市总工会拿出350万元，投向医护人员、社区工作者和公安民警。", ["医护人员", "社区工作者", "公安民警"]),
    ("the union of the place to which another sends",
     "长沙市总工会连夜清点。岳阳市总工会送来大米10吨。", ["长沙市总工会"]),
    ("in quotation marks behind their number", "长沙市总工会给在册的215名“棒棒”每人发了一件救生衣。", ["棒棒"]),
    ("the street at which it arrives", "养殖户孙巧凤捐出的咸鸭蛋2万枚，一同运到广陵区曲江街道。", ["广陵区曲江街道"]),
    ("a person who is rewarded", "工人蒋建国，头一个跳进水里。长沙市总工会奖励他1万元。", ["蒋建国"]),
    ("a home behind the figure", "长沙县供电公司送水240桶到敬老院。", ["敬老院"]),
    ("not who a second giver's clause names",
     "长沙市总工会转拨浏阳市总工会4万元；浏阳市总工会买回绿豆600公斤，8月8日发到11个班组。", ["班组"]),
    ("who is trained, not where they are from", "长沙市总工会今后三年将为凤凰免费培训焊工120人。", ["焊工"]),
    ("to which it came", "全国总工会支援的150万元救灾款到了湖南省总工会。", ["湖南省总工会"]),
    ("a team", "长沙市总工会拿出30万元，为采掘一线的区队更换工装。", ["采掘一线的区队"]),
    ("of our place, who helps it", "湖南省总工会从送温暖资金中拨出300万元支援我市。", ["长沙市"]),
    ("the union below", "长沙县总工会连夜启动预案。湖南省总工会随后下拨救灾款500万元。", ["长沙县总工会"]),
])  # fmt: skip
def test_what_is_told_around_the_figure_names_them(comment: str, text: str, names: list[str]) -> None:
    assert takers(text) == names


@pytest.mark.parametrize(("comment", "text"), [
    ("a union elsewhere", "岳阳县总工会日夜忙碌。江西省总工会随后下拨救灾款500万元。"),
    ("money for many", "长沙县总工会日夜忙碌。湖南省总工会下拨全省救灾款500万元。"),
    ("those whom a share is for", "长沙市总工会安排350万元，其中210万元补助受灾职工，其余留存。\n长沙商会捐款5万元。"),
    ("what it serves", "长沙市总工会累计拨付500万元，主要用于服务企业、服务职工。"),
    ("another matter", "长沙市总工会给旅客送去米粉3800碗。长沙市妇联一直忙着。长沙市妇联也捐出奶粉72罐。"),
])  # fmt: skip
def test_where_nothing_tells_nobody_is_named(comment: str, text: str) -> None:
    assert takers(text) == []


@pytest.mark.parametrize(("comment", "text", "names"), [
    ("the body meant by its last words",
     "湘江港务集团消防支队回来了。长沙市总工会给支队送去西瓜1.2吨。", ["湘江港务集团消防支队"]),
    ("this body", "长沙市红十字会忙了一夜。长沙市总工会给该会送去大米6吨。", ["长沙市红十字会"]),
    ("with a word that counts time", "理发店的林惠娟给婆婆每天送一碗粥，长沙市总工会给婆婆每天送两份饭。", ["婆婆"]),
    ("in quotation marks", "长沙市总工会为“水上邮路”送来救生衣30件。", ["水上邮路"]),
    ("a shop", "石桥街道总工会给修车铺送来2000元。", ["修车铺"]),
    ("a place in town", "湘江食品公司给弄堂送来酸奶24箱。", ["弄堂"]),
    ("a body that the words point at",
     "湘潭造纸厂停产半月。湘潭市财政局借给该厂恢复生产资金50万元。", ["湘潭造纸厂"]),
    ("handed in", "湘江机床公司捐款2万元，交岳阳市慈善总会。", ["岳阳市慈善总会"]),
    ("what is theirs", "湖南省总工会捐赠给长沙市总工会的口罩5万只到了。", ["长沙市总工会"]),
    ("what is left is nobody", "长沙市总工会分了三次，余下的10万元用于慰问。", []),
])  # fmt: skip
def test_printed_words_stand_for_a_body_a_group_or_nobody(comment: str, text: str, names: list[str]) -> None:
    assert takers(text) == names


@pytest.mark.parametrize(("comment", "text", "headline"), [
    ("handed on, below the list", "湘江水泵公司：3万元。\n以上款项均由市总工会转交岳阳市慈善总会。", "爱心榜"),
    ("received, in the heading", "湘江水泵公司：3万元。", "爱心榜（款物由岳阳市慈善总会接收转交）"),
    ("handed on as a whole", "市总工会接收以下捐赠，并已转交岳阳市慈善总会：\n湘江水泵公司：3万元。", "捐赠公示"),
    ("taken in, with the days", "湘江水泵公司：3万元。", "光荣榜（以下款物6月24日至27日由岳阳市慈善总会接收）"),
    ("whose heading it is", "▲湘江水泵公司：3万元。", "岳阳市慈善总会接收捐赠明细"),
    ("brought to", "款物送进岳阳市慈善总会的院子，登在下面：\n湘江水泵公司：3万元。", "爱心榜"),
    ("collected", "5月6日，岳阳市慈善总会收到下列捐赠：湘江水泵公司　3万元。", "捐赠公告"),
    ("whose notice it is", "湘江水泵公司：3万元。", "岳阳市慈善总会捐赠公告（5月12日至18日）"),
    ("what it got on a day", "岳阳市慈善总会20日收到的捐赠\n湘江水泵公司：3万元。", "爱心榜"),
    ("in a bracket", "清凉爱心榜（8月7日岳阳市慈善总会收）\n湘江水泵公司：3万元。", "爱心榜"),
    ("its office for them", "岳阳市慈善总会救灾物资接收组公布：\n湘江水泵公司：3万元。", "爱心榜"),
    ("on whose board", "岳阳市慈善总会的公示栏上，记着每一笔：湘江水泵公司，3万元。", "一张红纸"),
])  # fmt: skip
def test_a_list_of_givers_names_once_who_gets_it(comment: str, text: str, headline: str) -> None:
    assert takers(text, headline=headline) == ["岳阳市慈善总会"]


@pytest.mark.parametrize(("comment", "text", "count"), [
    ("counted before the verb", "对受淹的11家货主，长沙港务公司免收8月的堆存费46.8万元。", (11, "家")),
    ("of ships", "长沙市总工会向40艘船舶赠送药箱各1只。", (40, "艘")),
    ("of whom others are", "长沙市总工会为全市29家单位的一线职工送去方便食品1.3万份。", (None, None)),
])  # fmt: skip
def test_they_are_counted_where_the_figure_is_for_them_alone(
    comment: str, text: str, count: tuple[int | None, str | None]
) -> None:
    gift = aid_in(text, home="长沙市")[0]
    assert (gift.count, gift.count_unit) == count


def test_whether_they_are_named_is_told_as_a_doubt() -> None:
    (told,) = aid_in("巡道工黄忠实家三间瓦房被埋。长沙市总工会当晚送来棉被4床。")
    (untold,) = aid_in("长沙市总工会送来棉被4床。")
    assert (told.doubts, untold.doubts) == (("receiver_from_context",), ("no_receiver",))

"""Measures in the wordings of many papers: unusual verbs, names behind 》, who stands behind 由 and who passes on."""

from __future__ import annotations

import pytest

from tests.reading.one_article import measures_in


@pytest.mark.parametrize(("text", "title", "kind"), [
    ("长沙市总工会发动木工、电工组成两班倒的突击队，守在堤上。", "突击队", "body"),
    ("长沙市总工会发出《省一度电 亮一盏灯》倡议书。", "省一度电亮一盏灯", "campaign"),
    ("长沙市总工会24小时值班电话为0731-8888××××，天天有人。", "24小时值班电话", "service"),
    ("长沙市总工会修订了职工重大疾病互助办法，报销比例提高。", "职工重大疾病互助办法", "policy"),
    ("长沙市总工会办了四期泥瓦匠短训班，学费全免。", "泥瓦匠短训班", "training"),
    ("长沙市总工会每月组织一次吊车防风实操训练，每次四学时。", "吊车防风实操训练", "training"),
    ("长沙市总工会把停课的夜校改成了复习班，请老师补课。", "复习班", "training"),
    ("长沙市总工会搞劳务培训，砌筑工一期、钢筋工一期。", "劳务培训", "training"),
    ("长沙市总工会在候车室辟出重点旅客休息区，老人优先。", "重点旅客休息区", "service"),
    ("长沙市总工会牵头成立了劳务输出办公室，一月送走两批。", "劳务输出办公室", "body"),
    ("长沙市总工会给每个安置点派驻一名“工会联络员”，早晚各报一次。", "工会联络员", "body"),
    ("“爱心早餐”是长沙市总工会今年推出的新服务，天天不断。", "爱心早餐", "service"),
    ("堤上的广播站是长沙市总工会办的，一天播三次。", "广播站", "service"),
    ("长沙市总工会的“移动宿舍”来了。", "移动宿舍", "service"),
    ("长沙市总工会的“板凳会”天天晚上开，谁有难处谁先讲。", "板凳会", "service"),
    ("长沙市总工会的“流动加油站”跟着车队上了山。", "流动加油站", "service"),
    ("长沙市总工会职业介绍所开办三年来，天天有人。", "职业介绍所", "service"),
    ("长沙市总工会的维权大篷车开到农民工返乡点。", "维权大篷车", "service"),
    ("长沙市总工会把“安康杯”班组竞赛搬到堤上。", "安康杯班组竞赛", "campaign"),
    ("长沙市总工会下发通知，要求各县开展“保畅通”劳动竞赛。", "保畅通劳动竞赛", "campaign"),
    ("长沙市总工会联名倡议：全市职工每人省下一天烟酒钱，捐给学校。", "每人省下一天烟酒钱的倡议", "campaign"),
    ("长沙市总工会在扉页写下六个字：洪水救灾专户。", "洪水救灾专户", "fund"),
    ("长沙市总工会组织了18支“红袖标”巡堤队，日夜不离岗。", "红袖标巡堤队", "body"),
    ("长沙市总工会启用职工维权卡，凭卡可以咨询律师。", "职工维权卡", "service"),
    ("长沙市总工会承办的农民工焊工培训，共六期。", "农民工焊工培训", "training"),
    ("长沙市总工会给每个小区安排一名“代购员”，团购米面。", "代购员", "body"),
    ("长沙市总工会援建的“流动浴室”开进了乡里。", "流动浴室", "service"),
    ("长沙市总工会与工厂签了三年结对帮扶协议。", "三年结对帮扶协议", "policy"),
    ("长沙市总工会上线“寻岗小助手”，手机号一填就行。", "寻岗小助手", "platform"),
    ("长沙市总工会将每年十月八日定为环卫工人休息日，这天替他们扫街。", "环卫工人休息日", "campaign"),
    ("长沙市总工会推出“竹乡疗休养”，三天就订完。", "竹乡疗休养", "service"),
    ("长沙市总工会把厨房变成常设的应急服务队。", "应急服务队", "body"),
    ("长沙市总工会发动职工“一人一桶水”，十天攒下五千桶。", "一人一桶水", "campaign"),
    ("长沙市总工会跟着出了个“互助存折”，中层干部先存。", "互助存折", "service"),
    ("长沙市总工会的做法被概括为“四个先行”。", "四个先行", "policy"),
    ("长沙市总工会公布安排：\n-职工维权热线2月7日至13日24小时有人接听；", "职工维权热线", "service"),
    ("长沙市总工会在扉页写下六个字：\n洪水救灾专户。", "洪水救灾专户", "fund"),
    ("长沙市总工会在闸口竖起一块木牌：“职工接待处”，天天有人。", "职工接待处", "service"),
    ("长沙市总工会把幼儿园改作灾民临时托儿所，阿姨加班。", "灾民临时托儿所", "service"),
    ("长沙市总工会用拖拉机改装成“流动粮店”，平价卖面。", "流动粮店", "service"),
    ("长沙市总工会购买了“职工意外险”，先给环卫工人。", "职工意外险", "service"),
    ("长沙市总工会将“劳模出诊日”固定在月末。", "劳模出诊日", "service"),
    ("长沙市总工会聘请退休法官当“工会调解员”，坐进仲裁院。", "工会调解员", "body"),
    ("长沙市总工会公布欠薪企业“黑名单”，首批上榜的不少。", "欠薪企业黑名单", "policy"),
    ("长沙市总工会出台九条措施支持返乡创业，头一条就实在。", "九条措施", "policy"),
    ("长沙市总工会开讲“封控不封心”，听众很多。", "封控不封心", "training"),
    ("长沙市总工会“清凉合伙人”招募令一出，商户纷纷报名。", "清凉合伙人招募令", "campaign"),
    ("长沙市总工会立即启动Ⅲ级响应，分三路查灾。", "Ⅲ级响应", "policy"),
    ("长沙市总工会挨家落实“一户一策”，一户一张表。", "一户一策", "policy"),
    ("长沙市总工会印发的《高温保护二十问》到了工棚。", "高温保护二十问", "policy"),
    ("长沙市总工会在田间设“爱心凉亭”五处，凉茶管够。", "爱心凉亭", "service"),
    ("长沙市总工会成立首批“工人先锋号”服务社，修锁修家电。", "工人先锋号服务社", "body"),
    ("长沙市总工会建立困难职工动态管理台账，每周更新。", "困难职工动态管理台账", "service"),
    ("长沙市总工会印发了一份《给外来务工兄弟的信》，录成磁带。", "给外来务工兄弟的信", "campaign"),
    ("长沙市总工会的“共享灶台”一直烧到八月底。", "共享灶台", "service"),
    ("长沙市总工会印制“就业地图”五万张，夹在报纸里。", "就业地图", "service"),
    ("长沙市总工会首创职工志愿积分银行，做好事换理发。", "职工志愿积分银行", "service"),
    ("长沙市总工会女职工委员会成立“针线组”，缝补被褥。", "针线组", "body"),
    ("“邻里黑板”是长沙市总工会挂上去的，天天有人看。", "邻里黑板", "service"),
    ("长沙市总工会担保贷种子，这个办法当地人称为“借春还秋”。", "借春还秋", "service"),
    ("长沙市总工会公布《封控期间劳动关系十问十答》。", "封控期间劳动关系十问十答", "policy"),
    ("长沙市总工会向个体户发出公开信，号召平价售菜。", "公开信", "campaign"),
    ("长沙市总工会开辟抗疫企业审批快线，当天办结。", "抗疫企业审批快线", "service"),
    ("长沙市总工会发起“百企帮百村”，人人认领。", "百企帮百村", "campaign"),
    ("长沙市总工会实行“两点一线”，住宿区有人值守。", "两点一线", "policy"),
    ("长沙市总工会在安置点举行首场返乡职工专场招聘会。", "首场返乡职工专场招聘会", "campaign"),
    ("长沙市总工会在“网上之家”上线心理咨询专区，人人可问。", "心理咨询专区", "platform"),
    ("长沙市总工会分头下到工地，开展高温津贴专项督查。", "高温津贴专项督查", "campaign"),
    ("长沙市总工会开通热线，夜里也有人接。", "热线", "service"),
    ("互助储金会是长沙市总工会早年间办起来的，谁有急用谁借。", "互助储金会", "fund"),
    ("灾民点的大灶由长沙市总工会承办，一天三餐。", "大灶", "service"),
    ("长沙市总工会还要合办月嫂速成班，学费全免。", "月嫂速成班", "training"),
    ("长沙市总工会印发《码头装卸作业规范》，要求天天对照。", "码头装卸作业规范", "policy"),
    ("长沙市总工会向企业发出《防暑降温提示函》，列了六件事。", "防暑降温提示函", "policy"),
    ("长沙市总工会补发《伤残职工优惠证》，买煤便宜。", "伤残职工优惠证", "policy"),
    ("长沙市总工会出台《赈灾款物八不准》，谁违反谁退钱。", "赈灾款物八不准", "policy"),
    ("长沙市总工会请来师傅讲了三堂养蜂课。", "三堂养蜂课", "training"),
    ("长沙市总工会从会费里挤出钱来，凑成一个“救急账”。", "救急账", "fund"),
    ("长沙市总工会给每户配了一名“跑腿员”，买菜取药。", "跑腿员", "body"),
    ("长沙市总工会聘三位退休工人当“巡炉员”，夜里轮流看火。", "巡炉员", "body"),
    ("长沙市总工会夏天开放避暑山洞13处，全都不要钱。", "避暑山洞", "service"),
    ("长沙市总工会为安置点老人免费测血压，天天有人排队。", "免费测血压", "service"),
    ("长沙市总工会请来的两位律师每周三在大厅坐班。", "律师坐班", "service"),
    ("长沙市总工会实行错峰上下班，车间不再挤。", "错峰上下班", "policy"),
    ("长沙市总工会女工部办起了缝纫组，给孩子做棉衣。", "缝纫组", "body"),
    ("长沙市总工会给外地务工者开办粤语班。", "粤语班", "training"),
    ("长沙市总工会组成医疗救护队赶赴山里。", "医疗救护队", "body"),
    ("长沙市总工会设立举报电话12351，欢迎监督。", "举报电话", "service"),
    ("长沙市总工会设临时休息处，备有开水。", "临时休息处", "service"),
    ("长沙市总工会的“职工吐槽日”每月十五日举行，领导轮流到场。", "职工吐槽日", "service"),
    ("长沙市总工会成立了由主席挂帅的救灾班子。", "救灾班子", "body"),
])  # fmt: skip
def test_it_finds_what_papers_tell_in_other_words(text: str, title: str, kind: str) -> None:
    (measure,) = measures_in(text)
    assert (measure.title, measure.type) == (title, kind)
    assert [issuer.removesuffix("女职工委员会") for issuer in measure.issuers] == ["长沙市总工会"]


@pytest.mark.parametrize(("comment", "text", "issuers"), [
    ("who passes it on", "长沙市人民政府转发长沙市交通运输局《减负意见》。", ("长沙市人民政府", "长沙市交通运输局")),
    ("who runs it", "长沙银行推出“快贷”，客户由长沙市总工会推荐。", ("长沙银行",)),
    ("who is told by the rules", "长沙市人民政府发布《供水令》：放水由长沙市水利局调度。", ("长沙市人民政府",)),
    ("who pays the interest", "长沙银行推出“圆梦贷”，利息由长沙市总工会承担。", ("长沙银行",)),
    ("who ran it together", "◆长沙市总工会办的听书驿站本周五对读者开放。", ("长沙市总工会",)),
    ("who set it up", "长沙银行领到了“安居卡”，该卡由长沙市总工会推出。", ("长沙市总工会",)),
])  # fmt: skip
def test_who_stands_behind_by(comment: str, text: str, issuers: tuple[str, ...]) -> None:
    assert measures_in(text)[-1].issuers == issuers


def test_a_notice_named_by_the_headline_is_by_who_issues_it_in_the_text() -> None:
    text = "3月28日，长沙市总工会、长沙市财政局联合发布提示：\n一、按时发薪。"
    (measure,) = measures_in(text, headline="关于做好停工期间工资支付的提示", published="2022-03-31")
    assert measure.issuers == ("长沙市总工会", "长沙市财政局")
    assert str(measure.date and measure.date.date) == "2022-03-28"


@pytest.mark.parametrize(("comment", "text"), [
    ("what is being drawn up", "长沙市总工会已着手制定住房修缮补助细则，预计本月出台。"),
    ("a likeness", "长沙市总工会老周的车厢成了邻居的“超市”。"),
    ("a couple", "长沙市总工会的“夫妻车”已到上海。"),
    ("goods sent in", "长沙市总工会把“蔬菜包”送进宿舍。"),
    ("a loan paid out", "长沙市总工会给十二户办了9万元低息贷款。"),
    ("a wall of men", "长沙市总工会的职工替小区竖起了一道“保护墙”。"),
    ("what others are told to do", "长沙市总工会要求，各县工会尽快建立受灾职工台账。"),
    ("a month", "长沙市总工会今年元月挂牌。"),
])  # fmt: skip
def test_other_words_are_no_measures(comment: str, text: str) -> None:
    assert measures_in(text) == ()


def test_a_figure_of_speech_in_a_headline_is_no_service() -> None:
    assert measures_in("长沙市总工会连夜送去药品。", headline="长沙市总工会的“早班车”") == ()


@pytest.mark.parametrize("between", ["", "\n"])
def test_what_an_item_of_rules_names_is_a_part_of_them(between: str) -> None:
    text = f"长沙市总工会推出“暖企三条”：{between}贷款可延期支付；案件实行“线上开庭”。"
    assert [measure.title for measure in measures_in(text)] == ["暖企三条"]


def test_a_headline_that_counts_the_items_tells_of_the_paper() -> None:
    text = "长沙市总工会印发《关于支持返乡创业的意见》，从贷款讲到培训。"
    (measure,) = measures_in(text, headline="长沙市总工会出台16条措施支持返乡创业")
    assert (measure.title, measure.clauses) == ("关于支持返乡创业的意见", 16)


@pytest.mark.parametrize(("comment", "text", "day"), [
    ("the meeting's", "7月3日，长沙市总工会召开全委会。\n会议审议通过《职工救助办法》。", "2021-07-03"),
    ("none of a count", "截至7月3日，长沙市总工会“关爱劳模”项目覆盖千人。", "None"),
    ("none of a term", "7月3日以前，长沙市总工会开通法律热线。", "None"),
    ("none of what went before", "7月职代会以后，长沙市总工会推行《提案办法》。", "None"),
    ("since when", "7月3日以来，长沙市总工会开展“百日会战”竞赛。", "2021-07-03"),
])  # fmt: skip
def test_its_day_is_not_the_end_of_a_stretch(comment: str, text: str, day: str) -> None:
    (measure,) = measures_in(text, published="2021-07-28")
    assert str(measure.date and measure.date.date) == day


@pytest.mark.parametrize(("comment", "text"), [
    ("goods are handed out", "长沙市总工会给骑手发放“暖身包”2000个。"),
    ("a part of what has a name", "长沙市总工会开出“早班专线”，环卫工人免费乘坐。"),
    ("who looks in", "长沙市总工会组成检查组，看了三个工地。"),
    ("a number told anew", "长沙市总工会公布投诉电话，请大家监督。"),
    ("an item of rules", "一、抓紧排险。二、对受灾职工实行分档救助。三、按时上报。"),
])  # fmt: skip
def test_what_is_only_told_beside_is_no_measure_of_its_own(comment: str, text: str) -> None:
    assert not {m.title for m in measures_in(text)} - {"早班专线"}

"""What organisations put in place, by name."""

from __future__ import annotations

import pytest

from tests.reading.one_article import measures_in


@pytest.mark.parametrize(("text", "title", "kind"), [
    ("长沙市总工会印发《疫情防控专项慰问资金使用管理办法》，共9条。", "疫情防控专项慰问资金使用管理办法", "policy"),
    ("长沙市总工会印发《洪涝灾后居家防病手册》。", "洪涝灾后居家防病手册", "policy"),
    ("长沙市总工会发布《户外劳动者冬季防护提示》十条。", "户外劳动者冬季防护提示", "policy"),
    ("长沙市总工会有人值守，24小时投诉电话2400×××也已开通。", "24小时投诉电话", "service"),
    ("长沙市总工会发出《致全市职工的倡议书》。", "致全市职工的倡议书", "campaign"),
    ("长沙市总工会开展“春风行动”送岗下乡活动。", "春风行动送岗下乡活动", "campaign"),
    ("长沙市总工会开通职工心理咨询热线。", "职工心理咨询热线", "service"),
    ("长沙市总工会成立疫情防控工作领导小组。", "疫情防控工作领导小组", "body"),
    ("长沙市总工会创办“职工夜校”。", "职工夜校", "training"),
    ("长沙市总工会推出“工惠长沙”普惠服务平台。", "工惠长沙普惠服务平台", "platform"),
    ("长沙市总工会设立川籍职工应急救助金。", "川籍职工应急救助金", "fund"),
    ("绿色通道由长沙市总工会打开，专人办理。", "绿色通道", "service"),
    ("长沙市总工会的就业专车开到厂门口。", "就业专车", "service"),
    ("长沙市总工会“爱心驿站”已建成120家。", "爱心驿站", "service"),
    ("长沙市总工会推出“安居贷”，首批放款300万元。", "安居贷", "service"),
    ("长沙市总工会组织的“岗位大练兵”活动同时落地。", "岗位大练兵活动", "campaign"),
    ("长沙市总工会提出加班管理“五不准”，要求天天查。", "五不准", "policy"),
    ("长沙市总工会挂出“纳凉小站”的牌子，凉茶管够。", "纳凉小站", "service"),
    ("长沙市总工会的“连心帮”正在替她照看老人。", "连心帮", "body"),
    ("长沙市总工会把“春送岗位”办到了网上。", "线上春送岗位", "campaign"),
    ("长沙市总工会便把后勤服务小组建到工地。", "后勤服务小组", "body"),
    ("长沙市总工会把6个驿站改成司机夜宿点，夜里有人守。", "司机夜宿点", "service"),
    ("长沙市总工会8月15日起将11个骑手驿站的关门时间推迟。", "骑手驿站", "service"),
    ("长沙市总工会与工厂合办的电工班，设在厂里。", "电工班", "training"),
    ("长沙市总工会招募的35名青年志愿者轮流值守。", "青年志愿者", "body"),
    ("长沙市总工会请来60名女工组成陪护队，经培训后上岗。", "陪护队", "body"),
    ("长沙市总工会成立了由主席任组长、各部室为成员单位的复工保障专班，天天碰头。", "复工保障专班", "body"),
    ("长沙市总工会拉起一支队伍：青年突击队。", "青年突击队", "body"),
    ("社会救助工作组的成立，是由长沙市总工会决定的。", "社会救助工作组", "body"),
    ("防汛知识竞答随之开场，由长沙市总工会出题。", "防汛知识竞答", "campaign"),
    ("长沙市总工会从困难职工周转金中先行拿出20万元。", "困难职工周转金", "fund"),
    ("长沙市总工会印发《湘黔工会结对行动》。", "湘黔工会结对行动", "campaign"),
    ("长沙市总工会发送各类公益短信30万条。", "公益短信", "service"),
    ("长沙市总工会“工匠学院”项目今年已培训1200人。", "工匠学院项目", "service"),
    ("老人拨通了长沙市总工会“一对一”帮扶干部的手机。", "一对一帮扶", "service"),
    ("长沙市总工会动作快，3000张防汛宣传彩页印好下发。", "防汛宣传彩页", "campaign"),
    ("长沙市总工会有人值守，24小时心理援助热线0731-8888××××天天接听。", "24小时心理援助热线", "service"),
    ("长沙市总工会出台稳定复工期间劳动关系的措施要求。", "稳定复工期间劳动关系的措施要求", "policy"),
    ("长沙市总工会给工地立下封闭管理的规矩。", "封闭管理", "policy"),
    ("长沙市总工会打算用这些钱设立高温救助金。", "高温救助金", "fund"),
    ("长沙市总工会举行“同心护水”——长沙市职工书画展示活动。", "同心护水——长沙市职工书画展示活动", "campaign"),
    ("长沙市总工会定下规矩，一份部署防汛的通知也及时发到各单位。", "部署防汛的通知", "policy"),
    ("长沙市总工会送去一张“连心服务卡”——用来记难处。", "连心服务卡", "service"),
    ("长沙市总工会上门对接，每天由家属联络专班负责。", "家属联络专班", "body"),
    ("长沙市总工会添了实惠：一是困难学生帮扶活动，名单已定。", "困难学生帮扶活动", "campaign"),
    ("长沙市总工会为学校免费提供远程教学平台和名师课。", "远程教学平台", "platform"),
    ("长沙市总工会举办塔吊司机擂台赛，比三项。", "塔吊司机擂台赛", "campaign"),
    ("长沙市总工会谈成快递行业集体合同，管3000人。", "快递行业集体合同", "policy"),
    ("长沙市总工会支起工地热水点，天天不断。", "工地热水点", "service"),
    ("长沙市总工会设立工资保证金，专款专用。", "工资保证金", "fund"),
    ("长沙市总工会成立临时党支部，带头守堤。", "临时党支部", "body"),
    ("长沙市总工会开设职工大讲堂，每周一讲。", "职工大讲堂", "training"),
    ("长沙市总工会开通农产品专区，卖橙子。", "农产品专区", "platform"),
    ("长沙市总工会的“暖心灶”天天有热饭。", "暖心灶", "service"),
    ("长沙市总工会把夜班津贴由每班20元提到30元。", "夜班津贴", "policy"),
    ("由长沙市总工会主办的职工数控技能大赛，比了两天。", "职工数控技能大赛", "campaign"),
    ("这是长沙市总工会首届塔吊工技能大赛的奖杯。", "首届塔吊工技能大赛", "campaign"),
    ("长沙市总工会“四个一”帮扶名单上有他。", "四个一帮扶", "service"),
    ("长沙市总工会办起了下岗职工职业介绍所，登记300人。", "下岗职工职业介绍所", "service"),
    ("长沙市总工会给特困职工发了“优惠证”，看病可免挂号费。", "优惠证", "service"),
    ("长沙市总工会开出首趟免费返乡大巴，送42人回家。", "免费返乡大巴", "service"),
    ("长沙市总工会印制10万份《农民工维权手册》。", "农民工维权手册", "policy"),
    ("长沙市总工会实行会员普惠制，坐公交打八折。", "会员普惠制", "policy"),
    ("长沙市总工会出台助企惠工八条，减半收取会费。", "助企惠工八条", "policy"),
    ("长沙市总工会启动防汛四级应急响应。", "防汛四级应急响应", "policy"),
    ("长沙市总工会签下一纸约定，停工不减薪。", "约定", "policy"),
    ("长沙市总工会牵头成立外卖行业工会联合会，覆盖8600人。", "外卖行业工会联合会", "body"),
    ("长沙市总工会招募100名“银发宣讲员”，进厂讲课。", "银发宣讲员", "body"),
    ("长沙市总工会组成五个救灾工作组下到县里。", "救灾工作组", "body"),
    ("长沙市总工会设立抗震救灾专用账户，号码见报。", "抗震救灾专用账户", "fund"),
    ("长沙市总工会设立20万元的见义勇为奖励金。", "见义勇为奖励金", "fund"),
    ("全市工会抗洪专项资金增至1800万元，由长沙市总工会管理。", "全市工会抗洪专项资金", "fund"),
    ("长沙市总工会在安置点设了帐篷学校，30名老师轮流上课。", "帐篷学校", "training"),
    ("长沙市总工会为30对新人举办集体婚礼。", "集体婚礼", "campaign"),
    ("长沙市总工会主办的全省职工网上练兵昨日落幕。", "全省职工网上练兵", "campaign"),
    ("长沙市总工会把每年九月定为“困难职工助学月”。", "困难职工助学月", "campaign"),
    ("长沙市总工会发出倡议，呼吁大家多与退休职工保持联系。", "多与退休职工保持联系的倡议", "campaign"),
    ("长沙市总工会请来理发师，为环卫工人免费理发，每月两次。", "免费理发", "service"),
    ("长沙市总工会商定，高温预警先发给户外职工。", "高温预警先发给户外职工", "policy"),
    ("长沙市总工会的“微心愿墙”上贴满了字条。", "微心愿墙", "service"),
    ("长沙市总工会组建的6支“工”字旗抢险队到了堤上。", "工字旗抢险队", "body"),
    ("长沙市总工会12351热线增设法律专席。", "法律专席", "service"),
    ("长沙市总工会试水“共享用工”，三个月调剂830人次。", "共享用工", "service"),
    ("长沙市总工会在乡镇铺开劳务经纪人培训，一人带一村。", "劳务经纪人培训", "training"),
    ("长沙市总工会选聘100名劳动关系调解员，持证上岗。", "劳动关系调解员", "body"),
    ("长沙市总工会的“年夜饭进车间”，今年添了视频拜年。", "年夜饭进车间", "campaign"),
    ("长沙市总工会“春苗营养餐”覆盖了19所小学。", "春苗营养餐", "service"),
    ("长沙市总工会设立的镍都工匠奖学金已发放四届。", "镍都工匠奖学金", "fund"),
    ("长沙市总工会开办“网上娘家”论坛，有问必答。", "网上娘家论坛", "platform"),
    ("长沙市总工会推出“思乡包裹”业务，不收邮费。", "思乡包裹业务", "service"),
    ("长沙市总工会的“就业小屋”开到了晚上十点。", "就业小屋", "service"),
    ("老潘说的是长沙市总工会在家属区开的职工理发室。", "职工理发室", "service"),
    ("长沙市总工会试点“小立法”提案制，人人可提。", "小立法提案制", "policy"),
    ("长沙市总工会12351热线新增心理咨询专席。", "心理咨询专席", "service"),
    ("长沙市总工会职代会表决通过了《女职工专项集体合同》。", "女职工专项集体合同", "policy"),
    ("长沙市总工会全委会通过了《关于加强工会工作的决议》。", "关于加强工会工作的决议", "policy"),
    ("长沙市总工会在《告全市职工书》中说，共渡难关。", "告全市职工书", "campaign"),
    ("长沙市总工会发行“长沙工会卡”，首批20万张。", "长沙工会卡", "service"),
    ("长沙市总工会开通职工就医一卡通，刷卡即可挂号。", "职工就医一卡通", "service"),
    ("长沙市总工会发起成立了林区职工互助基金会。", "林区职工互助基金会", "body"),
    ("长沙市总工会一楼，新挂牌的职工服务大厅里人来人往。", "职工服务大厅", "service"),
    ("长沙市总工会定下“三必访”：生病必访、丧事必访。", "三必访", "policy"),
    ("职工服务热线96510由长沙市总工会今年3月开通。", "职工服务热线", "service"),
    ("长沙市总工会在隔离区外立了一个“知心信箱”。", "知心信箱", "service"),
    ("长沙市总工会“送医送药进山村”第一车出发了。", "送医送药进山村", "campaign"),
    ("长沙市总工会把“复产服务队”的旗子插到堆场门口。", "复产服务队", "body"),
    ("长沙市总工会印发《支援抗洪救灾十项工作机制》。", "支援抗洪救灾十项工作机制", "policy"),
    ("28日，长沙市总工会公布七项举措，件件有人管。", "七项举措", "policy"),
    ("这支服务队由长沙市总工会组织，天天下村。", "服务队", "body"),
    ("长沙市总工会说，网上心理专线每晚延长两小时。", "网上心理专线", "service"),
    ("长沙市总工会举办“感恩”职工征文，收到稿件900篇。", "感恩职工征文", "campaign"),
    ("长沙市总工会实施“一对一”结对帮扶，人人有亲戚。", "一对一结对帮扶", "service"),
    ("长沙市总工会的“工会网校”开学了，学员很多。", "工会网校", "training"),
    ("长沙市总工会委托技校开设的热力工培训班结业，78人上岗。", "热力工培训班", "training"),
    ("长沙市总工会说，4.3万人报名参加工会抗洪突击队。", "工会抗洪突击队", "body"),
    ("长沙市总工会在大厅挂出“暖企三条”，条条有人管。", "暖企三条", "policy"),
    ("“娘家角”是长沙市总工会4月10日搭起来的，人人都来。", "娘家角", "service"),
    ("抽水队是长沙市总工会抽调职工组建的。", "抽水队", "body"),
    ("来顶班的是长沙市总工会组织的“劳模顶班队”。", "劳模顶班队", "body"),
    ("由长沙市总工会组建的职工心理援助队到了县里。", "职工心理援助队", "body"),
    ("长沙市总工会抽调36名律师组成服务队，驻点办案。", "服务队", "body"),
    ("长沙市总工会同步开通资金流向查询，人人可看。", "资金流向查询", "service"),
    ("长沙市总工会开展“我爱我家”书画摄影展，展出320幅。", "我爱我家书画摄影展", "campaign"),
    ("长沙市总工会开设“讨薪一站式”服务大厅，天天有人。", "讨薪一站式服务大厅", "service"),
    ("长沙市总工会设立户外劳动者临时避险点186处。", "户外劳动者临时避险点", "service"),
    ("长沙市总工会搭起“工会暖棚”，轮流烧水。", "工会暖棚", "service"),
    ("长沙市总工会成立全市首家乳业产业工会联合会。", "乳业产业工会联合会", "body"),
    ("长沙市总工会启动防台风Ⅱ级应急响应，干部到岗。", "防台风Ⅱ级应急响应", "policy"),
    ("长沙市总工会将每月15日定为主席接待日。", "主席接待日", "service"),
    ("长沙市总工会编印《灾后自救三十问》2万册。", "灾后自救三十问", "policy"),
    ("长沙市总工会设立总额3000万元的职工创业扶持资金。", "职工创业扶持资金", "fund"),
    ("长沙市总工会“草原流动书箱”走过31个嘎查。", "草原流动书箱", "service"),
    ("长沙市总工会的“一对一”帮扶干部上了门。", "一对一帮扶", "service"),
])  # fmt: skip
def test_it_finds_what_was_put_in_place_and_by_whom(text: str, title: str, kind: str) -> None:
    (measure,) = measures_in(text)
    assert (measure.title, measure.type, measure.issuers) == (title, kind, ("长沙市总工会",))


@pytest.mark.parametrize(("comment", "text", "day"), [
    ("what was done at the same time", "7月3日，长沙市总工会拨款。长沙市总工会同时开通法律热线。", "2021-07-03"),
    ("the day on which it begins", "长沙市总工会制定的《用工办法》7月9日施行。", "2021-07-09"),
    ("another day of the article", "7月3日，长沙市总工会拨款。长沙市总工会开通法律热线。", "None"),
])  # fmt: skip
def test_its_day_may_be_told_before_or_behind(comment: str, text: str, day: str) -> None:
    (measure,) = measures_in(text, published="2021-07-28")
    assert str(measure.date and measure.date.date) == day


def test_joint_issuers_are_all_named() -> None:
    (measure,) = measures_in("长沙市总工会、长沙市财政局联合印发《关于做好职工帮扶工作的通知》，共7条。")
    assert measure.issuers == ("长沙市总工会", "长沙市财政局")
    assert measure.clauses == 7


_BOTH = ("长沙市总工会", "株洲市总工会")


@pytest.mark.parametrize(("comment", "text", "issuers"), [
    ("a partner behind 与", "长沙市总工会捐了款，并与株洲市总工会签订《协作备忘录》。", _BOTH),
    ("a partner behind 联合", "长沙市总工会还联合兄弟单位株洲市总工会开办“骑手学堂”。", _BOTH),
    ("the sender of a paper cited", "据长沙市总工会8月9日下发的《职工救助办法》，可以申请。", _BOTH[:1]),
    ("the owner in front", "株洲市总工会捐了款。长沙市总工会法律援助热线即日起开通。", _BOTH[:1]),
    ("told in the next sentence", "评星看《驿站管理办法》。办法由长沙市总工会印发，共18条。", _BOTH[:1]),
    ("who did something else", "株洲市总工会《公开信》和长沙市总工会《职工救助办法》都到了。", _BOTH[:1]),
])  # fmt: skip
def test_who_put_it_in_place(comment: str, text: str, issuers: tuple[str, ...]) -> None:
    assert measures_in(text)[-1].issuers == issuers


def test_what_is_told_of_a_paper_later_belongs_to_it() -> None:
    text = "驿站评星看《驿站管理办法》。办法由长沙市总工会7月20日印发，共18条。"
    (measure,) = measures_in(text, published="2023-07-28")
    assert (measure.clauses, str(measure.date.date)) == (18, "2023-07-20")


def test_a_paper_is_of_the_body_in_its_masthead_and_of_the_day_it_was_signed() -> None:
    text = "长沙市总工会文件\n各县总工会：\n一、即日下拨。\n二、专款专用。\n长沙市总工会\n2010年6月25日"
    (measure,) = measures_in(text, headline="关于下拨救助资金的通知")
    assert (measure.issuers, str(measure.date.date)) == (("长沙市总工会",), "2010-06-25")


def test_its_date_is_the_day_of_its_sentence() -> None:
    (measure,) = measures_in("7月27日，长沙市总工会启动“重建家园”劳动竞赛。", published="2021-07-28")
    assert str(measure.date.date) == "2021-07-27"


@pytest.mark.parametrize(("comment", "text"), [
    ("a paper named by its kind alone", "《通知》要求，各单位抓好落实。"),
    ("a newspaper", "据《工人日报》报道，长沙市总工会慰问职工。"),
    ("what others are asked to do", "长沙市总工会要求各单位制定工作方案。"),
    ("what is only used", "长沙市总工会通过“学习强国”平台组织学习。"),
    ("anything and everything", "长沙市总工会出台具体措施。"),
    ("a booklet handed out", "长沙市总工会把500册《防暑手册》送到工地。"),
    ("a word cut in two", "长沙市总工会进行线上线下专题培训。"),
    ("a rate of what was signed", "长沙市总工会提出，全市建筑行业工资集体合同签订率要达到85%。"),
    ("a verb inside another word", "其余由湘江建设公司承诺9月底前付清，长沙市总工会盯着。"),
    ("many things at once", "长沙市总工会推出一系列暖心活动，人人说好。"),
    ("examples", "长沙市总工会把安全用电、防暑等课程送进工地。"),
    ("part of a body's own name", "病人由长沙市总工会“党员工作组”照看。"),
    ("a campaign told before", "长沙市总工会说，此次“以购代捐”活动中，职工买了30箱橙子。"),
    ("what somebody checks", "长沙市总工会天天查验“两码”。"),
    ("who does the work", "菜由长沙市总工会组织职工志愿者，一户户送到。"),
    ("a clause", "长沙市总工会捐的发电机发出的电点亮了收费窗口。"),
    ("what somebody promised to do", "其余由施工方承诺9月底前付清，长沙市总工会盯着。"),
    ("a child's name", "长沙市总工会接出的产妇生下一个男娃，起名叫“油生”。"),
    ("words on a banner", "长沙市总工会收到一面写着“最暖窗口”的锦旗。"),
    ("a fund's name for money spent", "长沙市总工会从“送温暖”专项中拨付150万元。"),
    ("what is yet to be set up", "副主席说，长沙市总工会要建立长效机制。"),
    ("a wish", "有职工建议，长沙市总工会应当设立爱心超市。"),
    ("what there is not", "长沙市总工会没有建立困难职工档案，受到批评。"),
    ("a course of others", "长沙市总工会派人参加了全省工会财务培训班。"),
    ("a place on the way", "长沙市总工会一行冒雨来到“平安驿站”，送去方便面。"),
    ("a member of a team", "长沙市总工会表扬的是“红马甲”志愿服务队队员。"),
    ("money handed out", "长沙市总工会决定，给环卫工人每人发放“台风津贴”200元。"),
    ("a number that is published", "长沙市总工会公布了监督举报电话，可以拨打。"),
    ("a case of a rule", "长沙市总工会规定，企业组织职工开展线上培训的，给予补贴。"),
    ("a place where work is done", "长沙市总工会在两个车站救助点支起大锅。"),
    ("an agreement on money", "长沙市总工会与红十字会商定，捐款统一用于过渡住房。"),
    ("work that is counted behind", "长沙市总工会请来师傅，义务检修发动机四十六台。"),
    ("who hands money on", "3.86万元由长沙市总工会交到慈善协会，定向使用。"),
    ("a meeting about it", "长沙市总工会召开“送温暖”工作座谈会，安排帮扶。"),
    ("what others wished for", "长沙市总工会收集到的“微心愿”，都被认领走了。"),
    ("a body at work", "长沙市总工会职工技术协会组织退休工程师上门。"),
    ("a nickname", "长沙市总工会看门的老李说，这场雪叫“瑞雪”。"),
    ("a saying", "长沙市总工会办公室主任周明说，这叫“花小钱办大事”。"),
    ("praise", "工人们说，长沙市总工会办的是“实打实的好事”。"),
    ("a list that is told", "长沙市总工会公布“夏季账单”：花了600万元。"),
    ("what is sent out", "长沙市总工会派出3个小分队分赴灾区，发放救灾款。"),
    ("work that is counted", "长沙市总工会为85名残疾职工免费体检。"),
    ("an agreement on a sum", "长沙市总工会与市一中商定，每名学生补助600元。"),
    ("a handful of parts of a place", "长沙市总工会建起住房、厂房和车站。"),
    ("what was told before", "疫情防控一级响应启动后，长沙市总工会慰问职工。"),
    ("an office taken by somebody", "长沙市总工会成立三人小组，由主席任组长。"),
    ("who acts", "疫情防控工作指挥部印发了一批口罩，长沙市总工会领到一箱。"),
])  # fmt: skip
def test_other_names_are_no_measures(comment: str, text: str) -> None:
    assert measures_in(text) == ()


def test_a_name_told_twice_is_one_measure() -> None:
    text = "长沙市总工会启动“送清凉”活动。\n长沙市总工会“送清凉”活动将持续到9月。"
    (measure,) = measures_in(text)
    assert len(measure.evidence) == 2


@pytest.mark.parametrize("text", [
    "长沙市总工会与长沙市扶贫办举办“以购代捐”活动。此次“以购代捐”活动中，雨花区总工会买了30箱橙子。",
    "长沙市总工会发出招募抗洪志愿者的倡议。倡议发出后，报名的人很多。",
])  # fmt: skip
def test_what_is_told_again_in_other_words_is_one_measure(text: str) -> None:
    assert len(measures_in(text)) == 1


def test_a_headline_may_tell_of_another_measure_than_the_text() -> None:
    text = "长沙市总工会开通职工心理咨询热线，天天有人接听。"
    titles = {m.title for m in measures_in(text, headline="建立困难职工动态监测机制")}
    assert titles == {"困难职工动态监测机制", "职工心理咨询热线"}


def test_what_rules_promise_is_a_benefit_of_the_measure() -> None:
    text = "长沙市总工会印发《职工救助办法》，规定患病职工每人补助500元，每户最高1000元。"
    (measure,) = measures_in(text)
    assert [(str(benefit.amount), benefit.bound, benefit.rate_unit) for benefit in measure.benefits] == [
        ("500", "exact", "人"), ("1000", "at_most", "户"),
    ]  # fmt: skip


def test_straight_quotation_marks_quote_as_curly_ones_do() -> None:
    (measure,) = measures_in('长沙市总工会启动"重建菜园子"百日行动。')
    assert measure.title == "重建菜园子百日行动"


def test_a_fund_that_money_is_taken_from_was_set_up() -> None:
    (measure,) = measures_in("长沙市总工会从市职工解困基金里拿出35万元，发给受灾职工。")
    assert (measure.title, measure.type) == ("职工解困基金", "fund")


def test_a_body_called_by_name_belongs_to_the_one_that_set_it_up() -> None:
    (measure,) = measures_in("还有一支队伍，名叫“红袖章巡逻队”，长沙市总工会把它组建起来。")
    assert measure.title == "红袖章巡逻队"


def test_a_lasting_thing_with_a_name_counts_though_nobody_is_said_to_run_it() -> None:
    (measure,) = measures_in("“货车司机之家”里有热饭、有热炕。")
    assert (measure.title, measure.issuers) == ("货车司机之家", ())


def test_what_is_held_for_the_nth_time_has_a_name() -> None:
    (measure,) = measures_in("这是长沙市总工会第九届焊工技能比武的决赛现场。")
    assert (measure.title, measure.issuers) == ("第九届焊工技能比武", ("长沙市总工会",))


def test_a_headline_that_is_the_title_of_a_paper_is_a_measure() -> None:
    (measure,) = measures_in("各县总工会：请遵照执行。", headline="关于做好职工帮扶工作的通知")
    assert (measure.title, measure.type) == ("关于做好职工帮扶工作的通知", "policy")


def test_a_headline_that_names_rules_is_a_measure_when_they_follow() -> None:
    text = "一、本市职工住房倒塌的，每户救助2000元。\n二、弄虚作假者追回款项。"
    (measure,) = measures_in(text, headline="长沙市总工会救助受灾职工暂行办法")
    assert (measure.title, measure.type) == ("长沙市总工会救助受灾职工暂行办法", "policy")


def test_a_town_that_shuts_itself_off_has_rules_of_nobody() -> None:
    (measure,) = measures_in("5月5日，城区进入静态管理；大家都在家。")
    assert (measure.title, measure.issuers) == ("静态管理", ())


@pytest.mark.parametrize("text", [
    "长沙市总工会慰问了职工。5月5日，城区进入静态管理；大家都在家。",
    "长沙市总工会慰问了职工。上级《关于加强防汛工作的通知》到了，人人传看。",
])  # fmt: skip
def test_what_comes_from_above_is_not_by_the_body_told_of_before(text: str) -> None:
    assert measures_in(text)[-1].issuers == ()


def test_a_named_campaign_belongs_to_who_acted_in_the_sentence_before() -> None:
    text = "长沙市总工会把队伍拉到堤上。评委说，“我为堤坝献一策”评比活动收到提案30份。"
    assert [(m.title, m.issuers) for m in measures_in(text)] == [("我为堤坝献一策评比活动", ("长沙市总工会",))]


def test_two_bodies_set_up_with_one_verb_are_two_measures() -> None:
    titles = [measure.title for measure in measures_in("长沙市总工会组建了党员突击队和志愿服务队，日夜巡逻。")]
    assert titles == ["党员突击队", "志愿服务队"]

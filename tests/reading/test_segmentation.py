"""Articles put together from what a page has scattered."""

from __future__ import annotations

import pytest

from seeds.reading.assembly.strips import Kind, Strip
from seeds.reading.drafts import ArticleDraft, Context, Role
from seeds.reading.explaining import explain
from seeds.reading.heads import head_roles
from seeds.reading.pages import read_pages

PAGE = "\n\n".join(
    [
        "桂绵公司复工先让职工安心",
        "本报讯（记者 谭 文）2月13日一早，宜州区桂绵茧丝公司工会守在厂门口，给返岗职工每人发十只口罩。"
        "该公司一月份生产白厂丝四十六吨，订单没有减少，为稳住原料，公司拿出三万元补贴蚕农购买消",
        "老城社区的红袖章",
        "本报讯（记者 蓝 海）金城江区老城社区共有住户三千户，没有物业的老旧小区占六成。"
        "社区党支部把党员和楼栋长编成“红袖章”巡查组，每两小时巡查一遍，逐户登记返乡人员。",
        "毒药品。“企业再难，也不能亏了养蚕人。”桂绵公司董事长说。工会又派两名干部驻厂，协助做好错峰就餐。",
        "“人勤快一点，病毒就慢一点。”老城社区的退休教师每天爬楼巡查，红袖章磨得发白。",
    ]
)


def articles_of(text: str, context: Context | None = None) -> dict[str | None, ArticleDraft]:
    return {article.headline: article for article in read_pages(text, context or Context()).articles}


def test_it_joins_a_sentence_that_another_article_cuts() -> None:
    articles = articles_of(PAGE)
    assert set(articles) == {"桂绵公司复工先让职工安心", "老城社区的红袖章"}
    assert "补贴蚕农购买消毒药品。" in articles["桂绵公司复工先让职工安心"].body
    assert "红袖章磨得发白" in articles["老城社区的红袖章"].body


def test_every_piece_says_why_it_belongs() -> None:
    for article in articles_of(PAGE).values():
        assert all(piece.reason for piece in article.pieces)


def test_a_lost_end_is_marked() -> None:
    (article,) = articles_of("一张清单\n\n本报讯 今天，市总工会把清单贴在食堂门口，职工们看了都\n").values()
    assert "lost_end" in article.doubts


def test_an_article_without_a_headline_gets_none() -> None:
    (article,) = articles_of("本报讯（记者 王 军）今天，市总工会给环卫工送去了早餐。\n").values()
    assert article.headline is None


def test_kicker_headline_and_subhead_are_told_apart() -> None:
    text = "\n\n".join(
        [
            "### 送千家 暖万户",
            "# 市总叩开百家企业大门",
            "——两级工会慰问职工纪实",
            "□ 本报记者 邵 河",
            "腊月里，市总慰问团走进企业。",
        ]
    )
    (article,) = articles_of(text).values()
    assert (article.kickers, article.headline, article.subheads) == (
        ("送千家 暖万户",),
        "市总叩开百家企业大门",
        ("——两级工会慰问职工纪实",),
    )
    assert [(person.name, person.role) for person in article.contributors] == [("邵河", "记者")]


def test_a_title_that_a_web_page_prints_twice_is_one() -> None:
    text = "\n\n".join(
        [
            "首页 > 新闻 > 正文",
            "海岛来了流动诊所",
            "发布时间：2019-09-11　阅读：53次",
            "海岛来了流动诊所",
            "今天，流动诊所到了海岛，老人们高兴。",
        ]
    )
    articles = articles_of(text)
    assert list(articles) == ["海岛来了流动诊所"]


def test_what_is_no_newspaper_stays_one_flagged_article() -> None:
    for text in (
        "It was the best of times, it was the worst of times.\n\nIt was the age of wisdom.\n",
        "name,amount\nfoo,12\nbar,14\n",
        "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。\n",
    ):
        articles = read_pages(text, Context()).articles
        assert len(articles) <= 1
        assert all(article.confidence < 0.5 and "not_a_newspaper" in article.doubts for article in articles)


def test_the_page_head_names_paper_and_day() -> None:
    pages = read_pages("铁路职工报　　要闻　　第二版\n\n2012年1月18日　星期三\n\n本报讯 昨日，列车开出。\n", Context())
    assert (pages.publication, str(pages.published)) == ("铁路职工报", "2012-01-18")
    assert str(pages.articles[0].date.date) == "2012-01-17"
    assert all(segment.role is Role.BANNER for segment in pages.segments[:2])


def test_it_explains_what_it_did() -> None:
    told = explain(PAGE, read_pages(PAGE, Context()))
    assert "桂绵公司复工先让职工安心" in told
    assert "line" in told


def test_a_roll_of_givers_is_no_section_of_the_article_above() -> None:
    story = "“欠的是钱，记的是情。”船老大把账本合上，又翻开第一页，上面记着四十二笔旧账。"
    page = f"## 船老大的账本\n\n{story}\n\n## 爱心榜（8月14日—18日）\n\n1. 水泵公司　10万元。\n2. 市医院　药品。\n"
    assert set(articles_of(page)) == {"船老大的账本", "爱心榜（8月14日—18日）"}


def test_headlines_may_stand_under_their_texts() -> None:
    texts = {
        "清了井再喝水": "8月27日，上口镇的消防员给水井消毒，三天清了二百口井，村民又喝上了井水。",
        "四免一补到家门": "市总工会对受灾职工减免费用，补助生活费，工作人员把表格送到每个职工的家门口。",
        "四十二台车连轴转": "运输公司的四十二台货车连轴转，把种子和化肥送到菜农手里，司机们轮流睡觉。",
    }
    page = "\n\n".join(f"{text}\n{headline}" for headline, text in texts.items()) + "\n"
    articles = articles_of("2018年8月30日 星期四 要闻\n\n" + page)
    assert {headline: article.body for headline, article in articles.items()} == texts


@pytest.mark.parametrize(
    ("heads", "headline"),
    [
        (["一家农商行与工会合推“纾困贷”", "先缓一缓，再帮一把"], "先缓一缓，再帮一把"),
        (["白衣出征 后方安心", "结对到人,“五保障”样样有着落"], "白衣出征 后方安心"),
        (["复工头一月社保可缓缴", "市人社局、市总工会发出紧急通知"], "复工头一月社保可缓缴"),
        (["抗疫专刊", "市总工会发出紧急通知"], "市总工会发出紧急通知"),
        (["关于调剂救灾帐篷的通知", "沙总工〔2014〕12号"], "关于调剂救灾帐篷的通知"),
        (["白衣战士的后院", "尹 禾"], "白衣战士的后院"),
        (["白衣战士的后院", "乐平镇中心小学五年级 温小北"], "白衣战士的后院"),
        (["白衣战士收礼单", "市总工会 面包300份", "县农商行 毛毯40条"], "白衣战士收礼单"),
        (["市总工会同农商行把", "八百万元贷款送到厂里"], "市总工会同农商行把八百万元贷款送到厂里"),
    ],
)
def test_of_two_headings_alike_the_one_that_explains_is_not_the_headline(heads: list[str], headline: str) -> None:
    page = "\n".join(heads) + "\n\n本报讯 市总工会今天与农商行签约，白衣战士的家人有人照顾。\n"
    (article,) = articles_of(page).values()
    assert article.headline == headline


@pytest.mark.parametrize(("heads", "roles"), [
    (["农商行帮扶日记", "2月11日　小雪"], [Role.HEADLINE, Role.BODY]),
    (["夜班", "灯还没有熄", "白衣在走廊里走", "像一小片雪"], [Role.HEADLINE, Role.BODY, Role.BODY, Role.BODY]),
    (["收礼单", "市总工会 面包300份", "农商行 毛毯40条"], [Role.HEADLINE, Role.BODY, Role.BODY]),
    (["春天来信", "一封家书", "读来泪下"], [Role.KICKER, Role.HEADLINE, Role.SUBHEAD]),
    (["三级工会同一天把", "帐篷送上大堤"], [Role.HEADLINE, Role.HEADLINE]),
    (["两级工会一条心", "送去帐篷 送去粮食", "——大堤慰问侧记"], [Role.KICKER, Role.HEADLINE, Role.SUBHEAD]),
])  # fmt: skip
def test_lines_above_a_text_have_their_roles(heads: list[str], roles: list[Role]) -> None:
    strips = [Strip(at, Kind.HEADING, (at + 1,), text, "a heading") for at, text in enumerate(heads)]
    found = head_roles(strips)
    assert [found[at] for at in range(len(heads))] == roles


def test_the_author_below_a_headline_is_named_and_a_day_is_text() -> None:
    story = "走廊尽头的灯亮了一夜，白衣战士的家人有人照顾，菜和药每天送到楼下，孩子的功课有人辅导。"
    (article,) = articles_of(f"白衣战士的后院\n尹 禾\n\n{story}\n").values()
    assert [person.name for person in article.contributors] == ["尹禾"]
    assert (article.kickers, article.subheads) == ((), ())
    (diary,) = articles_of("农商行帮扶日记\n2月11日　小雪\n\n今天与农商行签约，白衣战士的家人有人照顾。\n").values()
    assert diary.body.startswith("2月11日　小雪\n")


def test_the_caption_of_a_picture_is_an_article_of_its_own() -> None:
    story = "本报讯（记者 王 军）昨天，市总工会的慰问组来到煤矿，给井下工人送去3万元慰问金和棉大衣。"
    caption = "2月6日，县总工会请来医护人员给煤矿工人量血压。　史 伟 摄"
    page = f"慰问组下了煤矿\n\n{story}\n\n{caption}\n\n工人们说，有了慰问金，年货就能备齐了。\n"
    articles = read_pages(page, Context()).articles
    assert [article.body for article in articles if "量血压" in article.body] == [caption.split("　", maxsplit=1)[0]]


def test_a_short_title_under_its_picture_is_its_headline() -> None:
    caption = "2月4日，市第一人民医院门诊大厅，省总工会捐赠的发电机点亮了收费窗口。　曹 勇 摄"
    news = "本报讯（通讯员 肖 峰）停产一个月的厂子还交不交电费？市电力公司昨天出台办法，企业可以缓缴。"
    articles = articles_of(f"湘南职工　2008年2月5日　星期二\n\n电费缓缴\n{news}\n\n{caption}\n复 明\n")
    assert "点亮了收费窗口" in articles["复 明"].body


@pytest.mark.parametrize(("gap", "paragraphs"), [("\n\n", 2), ("\n", 1)])
def test_a_paragraph_that_ends_at_the_edge_of_its_column_ends_where_a_line_is_blank(gap: str, paragraphs: int) -> None:
    first = "本报讯（记者谭文）九日一早长沙\n市总工会守在厂门口为返岗职工每\n人发十只口罩订单一个也没有少。"
    second = "公司拿出三万元补贴种桑养蚕的农\n户董事长说企业再难也不能亏了他\n们工会又派两名干部到厂里驻守。"
    (article,) = read_pages(f"桂绵公司复工\n{first}{gap}{second}\n", Context()).articles
    assert len(article.body.split("\n")) == paragraphs

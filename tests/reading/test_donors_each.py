"""Who gives, told by 各, by rarer names of persons and by pronouns: rows of sentences with the givers of each gift."""

from __future__ import annotations

import pytest

from tests.reading.one_article import aid_in

_APART = [
    ("goods, each", "株洲市总工会、湘潭市总工会当晚各运来棉被300床。", "株洲市总工会 | 湘潭市总工会"),
    ("in the next clause", "株洲市总工会和湘潭市总工会也派车赶到，各留下矿泉水200箱。", "株洲市总工会 | 湘潭市总工会"),
    ("announced, each", "浏阳农商银行、宁乡农商银行昨天宣布，各安排2000万元。", "浏阳农商银行 | 宁乡农商银行"),
    ("behind a noun", "省财政厅、省总工会专项拨款各200万元。", "湖南省财政厅 | 湖南省总工会"),
    ("of two towns", "株洲市红十字会、湘潭市红十字会各送来消毒液80箱。", "株洲市红十字会 | 湘潭市红十字会"),
    ("to each pupil", "长沙市总工会、长沙市妇联各为每名孩子准备了一只书包。", "长沙市总工会、长沙市妇女联合会"),
    ("to each place", "长沙市总工会和长沙市慈善总会给12个安置点各送去电扇20台。", "长沙市总工会、长沙市慈善总会"),
    ("together", "长沙市总工会、长沙市慈善总会共同给岳麓区、开福区各送去帐篷50顶。", "长沙市总工会、长沙市慈善总会"),
    ("all kinds", "长沙市总工会、长沙市慈善总会送去各类药品300盒。", "长沙市总工会、长沙市慈善总会"),
]  # fmt: skip
_MEANT = [
    ("and its union", "湘江机床厂及其工会合捐5万元。", "湘江机床厂、湘江机床厂工会"),
    ("and the union of that works", "湘江机床厂和该厂工会向灾区捐款5万元。", "湘江机床厂、湘江机床厂工会"),
    ("with its union", "三一集团与其工会送来棉被300床。", "三一集团、三一集团工会"),
    ("by its last word", "居民领到长沙市红十字会送来的毛巾。红十字会随后又留下饮用水500箱。", "长沙市红十字会"),
    (
        "the office",
        "长沙市送温暖工程领导小组办公室公布了用款情况。办公室还向浏阳市总工会追加了6万元。",
        "长沙市送温暖工程领导小组办公室",
    ),
    (
        "a couple in a roll",
        "△ 湘江机床厂：合捐5万元，用于30户职工 △ 三一集团：捐助2万元 △ 老党员徐广文、陈阿珍夫妇：2万元，交慈善总会",
        "湘江机床厂 | 三一集团 | 徐广文、陈阿珍",
    ),
    ("a name of two and 各", "退休教师邱文、护士白洁各捐2000元。", "邱文 | 白洁"),
]  # fmt: skip
_SENT = "长沙市总工会给安置点送来大米3吨。"
_PERSONS = [
    ("what she keeps", "开早餐店的贲小燕蒸了包子500个送到堤上。", "贲小燕"),
    ("what he does", "跑长途的戚国强拉来矿泉水60箱。", "戚国强"),
    ("where he lives", "团结巷的皮春生把攒的1200元交到街道。", "皮春生"),
    ("on which floor", "住在五楼的退休教师卜世昌拿出2000元交给居委会。", "卜世昌"),
    ("a given name that is a word", "水果摊主郎建国抬来西瓜300斤。", "郎建国"),
    ("who runs a shop", "粮店老主任奚大海听说了，当场撕了欠条，第二天又让人扛来黄豆6袋。", "奚大海"),
    ("who runs a pump", "加油站站长麻振东知道了，送来柴油100升。", "麻振东"),
    ("a name of two and 又", "修鞋匠吉有福又捐800元。", "吉有福"),
    ("a daughter", "面馆老板的女儿荀晓兰用攒下的600元压岁钱买了手套60双送给队员。", "荀晓兰"),
    ("an old hand", "老师傅封有才把自己的3000元奖金让给了徒弟。", "封有才"),
    ("two of them", "开旅馆的谯文秀和丈夫麻石生都没睡，两口子煮了姜汤4桶送到坝上。", "谯文秀、麻石生"),
    ("two, clauses later", "店主穆广汉生火，老伴计桂芳揉面，凌晨三点，两口子把馒头300个送到堤上。", "穆广汉、计桂芳"),
    ("she, again", "种菜的席长林挑来豆角200斤。她还往救急箱里塞了500元。", "席长林 | 席长林"),
    ("what she cooked", "陈秀云炖了鸡汤两桶，送到隔离点。", "陈秀云"),
    ("after a time", "第二天一早，徐广田拉着一车白菜来了，白菜有2000斤，全部送给食堂。", "徐广田"),
    ("with her husband", "孙宝贵两口子杀了一头猪，给队员送来猪肉160斤。", "孙宝贵"),
    ("after a quotation", "“我没啥本事，就会理发。”顾小刚说着，免费给队员理发70人次。", "顾小刚"),
    ("written by its sound", "阿依古丽把攒下的3000元交给社区。", "阿依古丽"),
    ("with a trade in front", "馕铺老板艾合买提每天送馕200个。", "艾合买提"),
    ("with an office in front", "牧民乌云其其格捐出5000元。", "乌云其其格"),
    ("of two surnames", "瓦匠司马平带着三个徒弟，免费修房12间。", "司马平"),
    ("by family name alone", "理发师小冯免费理发300人次。", "小冯"),
    ("old and no title", "三轮车夫老胡给安置点拉来西瓜600斤。", "老胡"),
    ("in quotation marks", "“的姐”孙艳红免费接送护士46人次。", "孙艳红"),
    ("what he sells", "包子铺的许师傅每天送包子100个。", "许师傅"),
    ("and another", "店员贲小燕另捐500元。", "贲小燕"),
]  # fmt: skip


@pytest.mark.parametrize(("comment", "text", "givers"), [*_APART, *_MEANT])
def test_it_tells_who_gives_each_figure(comment: str, text: str, givers: str) -> None:
    assert " | ".join("、".join(donor.name for donor in gift.donors) for gift in aid_in(text)) == givers


@pytest.mark.parametrize(("comment", "text", "givers"), _PERSONS)
def test_it_knows_persons_who_give_after_a_body_did(comment: str, text: str, givers: str) -> None:
    gifts = aid_in(_SENT + text)[1:]
    assert " | ".join("、".join(donor.name for donor in gift.donors) for gift in gifts) == givers

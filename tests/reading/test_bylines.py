"""Who made an article, out of every kind of byline that papers print."""

from __future__ import annotations

import pytest

from seeds.reading.bylines import (
    bare_author,
    head_contributors,
    lone_signature,
    names_in,
    parse_byline,
    signature_of,
    split_signature,
)

WHOLE_LINES = [
    ("a reporter", "本报记者 周峰", [("周峰", "记者")]),
    ("a reporter and a correspondent", "记者 周健 通讯员 李研", [("周健", "记者"), ("李研", "通讯员")]),
    ("authors behind a sign", "□ 张伟 陈晓", [("张伟", "作者"), ("陈晓", "作者")]),
    ("a name of two spaced characters", "（通讯员 苏 峥 王三丰）", [("苏峥", "通讯员"), ("王三丰", "通讯员")]),
    ("words and picture apart", "文/本网记者 邵 岩　图/宋丽", [("邵岩", "记者"), ("宋丽", "摄影")]),
    ("names in front of the stroke", "张三/文 李四/图", [("张三", "作者"), ("李四", "摄影")]),
    ("words run together", "记者成蓉通讯员曾 理", [("成蓉", "记者"), ("曾理", "通讯员")]),
    ("a photographer", "新华社记者 张博文 摄", [("张博文", "摄影")]),
    ("an editor of answers", "（本报记者 陈 曦 整理）", [("陈曦", "记者")]),
    ("a long Mongolian name", "记者 乌云其木格", [("乌云其木格", "记者")]),
    ("a credited source with its author", "来源：草原报   作者：高 娃   责任编辑：白 雪", [("高娃", "作者")]),
    ("what a scan makes of a sign", "口 张三", [("张三", "作者")]),
    ("one who tells and one who writes", "（作者系货车司机，口述　本报记者何 武 整理）", [("何武", "记者")]),
    ("a teller and a writer by name", "（李师傅口述 王小明整理）", [("王小明", "作者")]),
    ("words and pictures by one", "本报记者 张三平 李四海 文/图", [("张三平", "记者"), ("李四海", "记者")]),
    ("names and roles before the stroke", "记者 张三平/文 通讯员 李四海/图", [("张三平", "记者"), ("李四海", "摄影")]),
    ("a sign and names before the stroke", "■本报记者 张三平/文 李四海/图", [("张三平", "记者"), ("李四海", "摄影")]),
    ("a bullet before a reporter", "●本报记者 张三平", [("张三平", "记者")]),
    ("a bullet before an item", "● 张三平", []),
    ("an editor on the same line", "记者 张三平 编辑 李四海", [("张三平", "记者")]),
    ("words and pictures with a colon", "文：张三平 图：李四海", [("张三平", "作者"), ("李四海", "摄影")]),
    ("pictures and words in front", "图/文 张三平", [("张三平", "作者")]),
    ("a picture given", "供图：张三平", [("张三平", "摄影")]),
    ("a reader who signs a letter", "读者 苏峥", [("苏峥", "作者")]),
    ("a worker's kin who signs", "特困职工家属　佟 兰", [("佟兰", "作者")]),
    ("a parent who signs", "甘河县的学生家长 苏小明", [("苏小明", "作者")]),
    ("staff and what they do", "困难职工 送温暖活动", []),
    ("three spaced characters", "□ 本报记者 欧 阳 岚", [("欧阳岚", "记者")]),
    ("three spaced characters and a picture", "本报记者 曾 凡 平 摄", [("曾凡平", "摄影")]),
    ("two names of spaced characters", "记者 王 军 李 明", [("王军", "记者"), ("李明", "记者")]),
    ("an office is no person", "文/陈碧云　图/县总宣教部", [("陈碧云", "作者")]),
    ("a surname set apart", "通讯员 包 青山", [("包青山", "通讯员")]),
    ("a report and its picture by one", "姜 岩 报道并摄", [("姜岩", "摄影")]),
    ("words and shots by one", "记者 应依依 文/摄", [("应依依", "记者")]),
    ("a name that ends like a picture", "□ 通讯员 巴 图", [("巴图", "通讯员")]),
    ("a section label", "短 波", []),
    ("a headline", "老城社区的“红袖章”", []),
    ("a sentence about reporters", "记者在现场看到了什么", []),
]


@pytest.mark.parametrize(("comment", "line", "people"), WHOLE_LINES)
def test_it_reads_a_byline_on_a_line_of_its_own(comment: str, line: str, people: list[tuple[str, str]]) -> None:
    assert [(person.name, person.role) for person in parse_byline(line)] == people


SIGNATURES = [
    ("brackets", "贡献力量。 （工轩）", [("工轩", "作者")]),
    ("words and pictures by one", "送到车间。（张三平 文/图）", [("张三平", "作者")]),
    ("a paper's own summary", "送到车间。（本报综合）", []),
    ("a name that ends with what authors do", "咨询电话12351。(辛 文)", [("辛文", "作者")]),
    ("a single character", "分量正好四两。（己）", [("己", "作者")]),
    ("a photographer", "平安运到嘉峪关。李朝 摄", [("李朝", "摄影")]),
    ("run on to the last sentence", "全市职工的娘家人。记者王泽通讯员高新", [("王泽", "记者"), ("高新", "通讯员")]),
    ("a sign", "总经理说。□严 俊", [("严俊", "作者")]),
    ("a source is no author", "优先推荐。（来源：市总经济部）", []),
    ("the end is no author", "明天去丹寨。（完）", []),
    ("a group of correspondents", "表示感谢。（突击队通讯组）", [("突击队通讯组", "作者")]),
    ("one who answers for an office", "代写诉状64份。（法律顾问 华 静）", []),
    ("a house and a name", "下岗的就少一个。（市总生产保护部 丁国祥）", [("丁国祥", "作者")]),
    ("a house and a spaced name", "已经讲明不回家。（都匀供电局输电所 蒙 建）", [("蒙建", "作者")]),
    ("a place and what is there", "请到窗口领取。（一楼大厅 左侧）", []),
    ("no signature", "他说：“好。”", []),
]


@pytest.mark.parametrize(("comment", "text", "people"), SIGNATURES)
def test_it_reads_a_signature_behind_the_last_sentence(comment: str, text: str, people: list[tuple[str, str]]) -> None:
    assert [(person.name, person.role) for person in signature_of(text)] == people


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("（程 野）", ["程野"]),
        ("(唐棣)", ["唐棣"]),
        ("（完）", []),
        ("（二十）", []),
        ("（记者）", []),
        ("（三版）", []),
        ("程 野", []),
        ("（何 俊 单志华）", ["何俊", "单志华"]),
        ("（昆明重机厂　王志强）", ["王志强"]),
        ("（下转第三版）", []),
        ("（综合部 供稿）", []),
    ],
)
def test_a_name_in_brackets_on_a_line_of_its_own_signs(line: str, names: list[str]) -> None:
    assert [person.name for person in lone_signature(line)] == names


@pytest.mark.parametrize(("line", "people"), [
    ("尹 禾", ["尹禾"]), ("韩 晓 燕", ["韩晓燕"]), ("金玉蓉　汤 波", ["金玉蓉", "汤波"]), ("鲁春枝", ["鲁春枝"]),
    ("欧阳春枝", ["欧阳春枝"]), ("白石乡工会 余贵生", ["余贵生"]), ("高温", []), ("春 耕", []), ("方便", []),
    ("市总工会 县总工会", []), ("安全生产", []), ("高考延期", []), ("数 灯", []),
    ("何 俊 单志华", ["何俊", "单志华"]), ("何俊、单志华", ["何俊", "单志华"]),
])  # fmt: skip
def test_a_name_alone_below_a_headline_is_its_author(line: str, people: list[str]) -> None:
    assert [(person.name, person.role) for person in bare_author(line)] == [(name, "作者") for name in people]


HEADS = [
    ("a sign", "——全市工会驰援侧记　　□ 本报记者 翟 苗", "——全市工会驰援侧记", [("翟苗", "记者")]),
    ("a bare name", "大喇叭里的老孟头　　刘春和", "大喇叭里的老孟头", [("刘春和", "作者")]),
    ("two parts of a headline", "追薪六十天　　拿回血汗钱", "追薪六十天　　拿回血汗钱", []),
    ("the weather of a day", "12月3日　　雨夹雪", "12月3日　　雨夹雪", []),
    ("no byline", "市总送来 及时雨", "市总送来 及时雨", []),
]


@pytest.mark.parametrize(("comment", "line", "head", "people"), HEADS)
def test_it_reads_a_byline_behind_a_heading(comment: str, line: str, head: str, people: list[tuple[str, str]]) -> None:
    cut = split_signature(line)
    assert line[:cut] == head
    assert [(person.name, person.role) for person in head_contributors(line[cut:])] == people


def test_single_characters_side_by_side_are_one_name() -> None:
    assert names_in("苏 和 郝利平 单 玉") == ("苏和", "郝利平", "单玉")

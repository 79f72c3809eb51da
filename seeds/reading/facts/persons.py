"""Names of persons in a text, found by surname, by the title in front and by what may follow a name.

Only what a statement of aid needs: who gave of their own, who received. Positions are those of the folded text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from seeds.reading.facts.lexicon import one_of, words

# The 200 commonest surnames. Source: 公安部《二〇二〇年全国姓名报告》.
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷段"
    "龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文洪施牛樊柯颜温芦葛庞邢安伍翟庄申涂关殷聂焦游路童章傅俞鲁齐欧裴左柳祁耿毕岳尚包管阮卓蓝靳佟海农牛"
)
_TITLES = one_of(words("aid")["nouns"]["titles"])
_BOUNDARY = r"(?=[，。、：；！？“”（）\s]|说|把|从|将|在|向|给|捐|也|又|都|还|等|和|及|与|夫妇|个人|先行|老师|是|的|家|掏|拿|送|接|来|去|到|告|介|表|带|认|一人|一家|自|泪|领|驾|颤|寄|汇|听|得|摔|妻|颗|凑|承|得知|悄|塞|答|两|刚|借|用|上|报|合伙|突|对|联|帮|个|$)"
_NAME = rf"([{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)"
_TITLED = re.compile(rf"{_TITLES}{_NAME}{_BOUNDARY}")
_COUPLE = re.compile(rf"{_NAME}(?:、|和){_NAME}(?=夫妇|夫妻|两口子|二人|两人)")
_ALONE = re.compile(rf"(?<=[，。、的和妻友岁]){_NAME}(?=一人|个人|夫妇|捐|又捐|把|掏|拿出|也把|领到)")
_NOT_NAMES = re.compile(
    r"公司|工会|单位|部门|文件|方面|关于|安全|全国|全省|全市|高度|于是|方便|常务|关心|关爱|金额|万元|向[全灾一]|田间|石油|马上|许多|任何|何况|白天|黄金|程度|江苏|江西|海南|安徽|文化|武汉|武警|余名|余人|余户|安排|包括|管理|路上|龙头|严格|严重|温暖|常年|常态|康复|游客|童车|章程|方式|方法|向社会|关键|焦急|申请|施工|易地|白酒|任务|金融|和[^，]"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name at ``start``–``end``; ``titled`` is where the title in front begins, ``start`` without one."""

    name: str
    start: int
    end: int
    titled: int


def find_persons(text: str) -> tuple[Person, ...]:
    """The persons that ``text`` names, each at every place where it names them, in their order."""
    spots: dict[int, Person] = {}
    names: set[str] = set()
    for pattern in (_TITLED, _COUPLE, _ALONE):
        for match in pattern.finditer(text):
            for group in range(1, len(match.groups()) + 1):
                name = match[group]
                if name and not _NOT_NAMES.match(name):
                    names.add(name)
                    start = match.start(group)
                    titled = match.start() if pattern is _TITLED else start
                    spots[start] = Person(name, start, match.end(group), titled)
    if names:
        for match in re.finditer(one_of(names), text):
            spots.setdefault(match.start(), Person(match[0], match.start(), match.end(), match.start()))
    return tuple(spots[start] for start in sorted(spots))

"""Names of persons that are written by their sound: 阿依古丽, 才让东主, 乌云其其格.

From Tibetan, Mongolian, Uyghur, Kazakh and Yi they come into print with few characters, and without a surname. Reads
folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seeds.reading.tokens import frequency

_SOUNDS = (
    "阿艾埃安敖奥巴白班拜宝贝本比毕别宾伯博布才曹策查朝楚次措达代丹旦道德登迪地丁东都杜敦顿多朵俄额恩尔嘎甘冈高戈哥格根贡古关哈海罕好浩和合赫呼花华火吉加佳嘉贾坚江姜"
    "杰洁金晋卡康柯科可克肯孔库宽拉兰朗劳老乐勒雷黎力丽利莲林龙鲁罗洛麻马玛买麦满曼毛梅美门蒙孟米牧木穆姆那纳娜乃南尼聂努诺帕潘佩彭皮平婆普其奇旗齐钦青庆琼曲确然让热仁日茹"
    "肉如茸若萨赛三色森沙莎山善尚申生师石史舒司丝斯苏素索塔台太泰坦唐桃特提帖铁廷图土吐托陀瓦万旺威维文翁沃乌吾伍西希喜先香祥小辛熊秀旭雅亚燕央扬耶业叶伊依义音英永尤友"
    "于玉元月云赞泽增扎哲珍真芝智忠周朱珠卓孜子宗佐呷惹且甫逊错朋秋莫尼娅琪主胡包汗祖汪鲍"
)
_WHO = "[民叔妈爸员师生士人长任工农女伙娘族匠手户汉孩友兵头]"  # the last character of a word for a person
_SOUNDED = re.compile(
    f"(?<=[，。；：、“”！？\\n民叔妈爸板员主机师生士人长记任工农女伙娘子族匠手户汉友兵头])(?P<name>[{_SOUNDS}]{{3,6}}?)"
    f"(?=(?<={_WHO}....)[，、：（]|(?<={_WHO}.....)[，、：（]"
    "|[把将从掏捐牵赶扛抬搬端背拎驮]|拿出|每[天日]|送来|拉[着来]|带[着来]|[也又还]把|连夜|免费|自[己掏]|一(?:个人|[上下]午|天|早|夜|口气)|解下|卸下|捧|塞|拉|打开|腾|取出)"
)
# Times in the dictionary's corpus, above which two characters are a word and no sound: at the head of a clause, and
# behind a word for a person.
_SPELT, _TOLD_SPELT = 80, 1000


def sounded(text: str) -> Iterator[tuple[int, str]]:
    """Where names stand that are written by their sound, and the names: 阿依古丽把…, 牧民才让东主牵来…."""
    for match in _SOUNDED.finditer(text):
        name = match["name"]
        most = _TOLD_SPELT if "\u4e00" <= text[match.start() - 1 : match.start()] <= "\u9fff" else _SPELT
        if all(frequency(name[at : at + 2]) <= most for at in range(len(name) - 1)):
            yield match.start(), name

"""Names of persons told by their own form: behind a word for a person, whatever follows: 退休教师卢静宜织了….

A surname and two characters that no word of the dictionary explains are a name; the dictionary also tells where a name
of two characters ends (女工李霞把…). Reads folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seeds.reading.tokens import frequency

# Surnames besides the commonest, names only behind a word for a person. Source: 《中国四百大姓》(袁义达, 邱家儒).
RARER = (
    "鲍谌蒲迟谷邝聂冀倪翁鞠佘卞敖晏栾桂桑狄甄窦竺苑苟荆蔚虞裘詹郗鄢阙阚隋雍饶佟巩屈涂廉仝匡湛漆臧谈由丛艾权云米粟蔺苗冷辜喻晁"
    "逯郜尤巫逄亓宓邸仇柏娄储兰阳缑冶"
)
# The last character of a word for a person: 辰溪人, 老板娘, 护士长, 电焊工; 叫 before a name told for the first time.
_PERSON = "人娘户农商夫长师员工生民妇嫂爷奶弟兄姐妹手匠主友军兵叫士书记教授理板干部席汉妈爸姨舅叔伯胞侨"
_BY = ("房东", "师傅", "同行", "邻居", "老乡", "同乡", "同事")
_RELATIVES = ("妻子", "儿子", "孙子", "侄子", "嫂子", "父亲", "母亲", "的哥", "的姐", "老伴", "女婿", "儿媳", *_BY)
# 开小卖部的丁桂琴, 刘家村的张秀云: what somebody keeps or grows, and where they live
_KEEPS = "[店铺摊馆部厂村镇乡果猪羊牛鱼菜意]的"
_KIN = "|".join((*_RELATIVES, _KEEPS))
# What stands right behind a name of two characters oftener than in a name of three.
_BEHIND = frozenset("把将从在对说就也又都还被跟给每则已送捐拿掏交寄汇则便却仍带领看听问")
# What no given name holds.
_OUTSIDE = re.compile(
    "[的了着过们是不和与及等在各每多余名个位万千百元年月日时市县区省镇乡村街厂局院校队会社部处所公司职]"
)
_MARKS = frozenset("、，把将")  # behind which 张富强 is a name, whatever 富强 means
_WORD, _PAIR, _GIVEN = 0, 5, 200  # times in the dictionary's corpus, above which characters are words of their own


def name_behind(text: str, at: int) -> str:
    """The name of two or three characters at ``at``, right behind a word for a person; empty where none stands."""
    name, behind = text[at : at + 3], text[at + 3 : at + 4]
    if len(name) < 2 or frequency(text[at - 1 : at + 1]) > _PAIR or frequency(text[at - 1 : at + 2]) > _WORD:
        return ""  # 工|程款, 农|田排涝, 板|蓝根
    short = len(name) < 3 or not "\u4e00" <= name[2] <= "\u9fff" or name[2] in _BEHIND
    if short:
        pair = name[:2]
        return pair if not _OUTSIDE.search(pair[1]) and frequency(pair) <= _WORD else ""
    if _OUTSIDE.search(name[1:]) or frequency(name[:2]) > _PAIR or frequency(name) > _WORD:
        return ""
    given = frequency(name[1:])
    if (given > _GIVEN and behind not in _MARKS) or (not given and frequency(name[2] + behind) > _GIVEN):
        return ""
    return name


class NamesBehind:
    """Finds the names behind words for persons, given the common ``surnames``."""

    def __init__(self, surnames: str) -> None:
        """Take the characters that are surnames in any case; the rarer ones are added."""
        # What must stand in front is looked for behind the surname, so that the engine skips to the surnames.
        self._pattern = re.compile(f"[{surnames}{RARER}](?:(?<=[{_PERSON}].)|(?<=(?:{_KIN}).))(?=[\u4e00-\u9fff])")

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Where the names stand, and the names, from left to right."""
        for match in self._pattern.finditer(text):
            if name := name_behind(text, match.start()):
                yield match.start(), name

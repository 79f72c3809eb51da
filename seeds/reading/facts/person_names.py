"""Names of persons told by their own form: behind a word for a person, whatever follows: 退休教师卢静宜织了….

A surname and two characters that no word of the dictionary explains are a name; the dictionary also tells where a name
of two characters ends (女工李霞把…). Reads folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seeds.reading.facts.lexicon import choice, words_of
from seeds.reading.tokens import frequency

# The commonest surnames. Source: 公安部《二〇二〇年全国姓名报告》.
COMMONEST = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟"
    "秦邱侯江尹薛闫雷段龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文洪施牛樊柯颜温芦葛庞邢安伍翟庄申涂关殷聂焦游路童章傅俞鲁齐欧裴左柳祁耿毕岳尚"
    "包管阮卓蓝靳佟海农辛冉麦骆梅盛缪凌霍柴单项祝阎费褚滕纪霍"
)
# Surnames besides the commonest, names only behind a word for a person. Source: 《中国四百大姓》(袁义达, 邱家儒).
RARER = (
    "鲍谌蒲迟谷邝聂冀倪翁鞠佘卞敖晏栾桂桑狄甄窦竺苑苟荆蔚虞裘詹郗鄢阙阚隋雍饶佟巩屈涂廉仝匡湛漆臧谈丛艾权云米粟蔺苗冷辜喻晁"
    "逯郜尤巫逄亓宓邸仇柏娄储兰阳缑冶卫戚奚郎昌岑邬皮卜穆萧禹计伏茅舒闵席季麻危刁昝宗宣贲郁诸吉钮嵇滑荀惠曲封芮"
    "汲邴糜巴隗宫甘厉戎祖符景束幸蓟鄂籍屠蒙池胥莘贡扶郦濮寿边扈郏浦瞿茹戈庾暨居满寇禄殳沃夔隆厍华宁尚訾毋沙巢蒯桓"
    "牟佴谯揭仲伊闻习古衡原鹿"
)
# The last character of a word for a person: 辰溪人, 老板娘, 护士长, 电焊工; 叫 before a name told for the first time.
_PERSON = "人娘户农商夫长师员工生民妇嫂爷奶弟兄姐妹手匠主友军兵叫士书记教授理板干部席汉妈爸姨舅叔伯胞侨"
_BY = ("房东", "师傅", "同行", "邻居", "老乡", "同乡", "同事")
_RELATIVES = (
    "妻子", "儿子", "孙子", "侄子", "嫂子", "父亲", "母亲", "的哥", "的姐", "老伴", "女婿", "儿媳", "女儿", "孙女",
    "侄女", "外甥", "公公", "婆婆", "岳母", "岳父", "姥姥", "姥爷", "姑姑", "养女", "养子", "独女", "独子",
    "长女", "长子", "次子", "次女", "儿女", "爱人", "对象", "小哥", "老大", "愿者", "掌柜", "主任", *_BY,
)  # fmt: skip
_KIN = "|".join((*_RELATIVES, "[\u4e00-\u9fff]的"))
_KEEPS = "店铺摊馆部厂村镇乡果猪羊牛鱼菜意"  # 开小卖部的丁桂琴, 刘家村的张秀云
# 开民宿的卓小红, 拐弯巷的熊昌贵, 三楼的张秀云: what somebody does or keeps, and where they live
_WHO = re.compile(
    rf"(?:^|[^\u4e00-\u9fff])(?:[\u4e00-\u9fff]{{0,3}}(?:{choice('names.trades')})[\u4e00-\u9fff\d]{{0,9}}"
    rf"|[\u4e00-\u9fff\d]{{1,10}}(?:[街巷组屯寨庄湾坪沟弄楼]|{choice('names.lives_at')}))的$"
)
_PHRASE = 16  # characters in front of a name in which such words stand
# What a person does: behind it a name may have any meaning (开饭馆的周国庆端来…).
_DOES = re.compile(
    "[把将从对在又也还给让请叫免每用划修牵拿掏捐送交寄汇腾挑扛抬搬端拉背拎推驮运说骑赶守跑蹲站揣抱煮熬蒸烧另]|带[着来]|听[说到]|[知闻]道|得知|看[到见]|开[着来]|家[里中]|夫妇|老人|一家|自[己掏]|悄悄"
    f"|主动|连夜|当[即场]|二话|出[了过来去]|打[开来]|义务|无偿|坚持|带人|买[了来]|做[了好]|的(?:{choice('names.who')})"
)
# What stands right behind a name of two characters oftener than in a name of three.
_BEHIND = frozenset("和把将从在对说就也又都还被跟给每则已送捐拿掏交寄汇则便却仍带领看听问挑扛抬搬拎牵驮塞买用租煮免")
# What only a person does, or is, right behind the name that opens a clause: 陈秀云炖了鸡汤, 范永年是个瓦匠.
_LIVES = re.compile(
    "[炖烙炸蒸煮熬烧炒磨揉缝织绣摇撑划驾跑走蹲坐喊想怕搓擦洗刷扫剪裁钉锯焊修补种养卖拧掀撬砸砍劈割摘捡捧攥揣抱扛挑背搬抬牵拎扶搀][着了来起出好]?|[掏端]出|[把将]"
    f"|也?(?:听[说到见]|看[到见]|知道|得知|闻讯)|也?(?:报了?名|没闲着|坐不住)|最先|第一个|自[己掏]|家的|家里|两口子|{choice('people.couples')}"
    f"|[和与](?:{choice('people.kin')})|是(?:个|一名|一位|位)|说着|没[要收有说留]|不[肯要收]|腾[出了]|拿[出来了]|拉[着来]|运来|送[来去给到]|赶[来到着]|带[着来]"
    "|悄悄|连夜|主动|[又还也](?:捐|送|拿|掏|把)|捐[了出献]|塞|寄|汇[来了出]|免费|每天"
)
_DOUBLE = frozenset(words_of("names.double"))
# What no given name holds.
_OUTSIDE = re.compile(
    "[不没的了着过们是不和与及等在各每多余名个位万千百元年月日时市县区省镇乡村街厂局院校队会社部处所公司职]"
)
# The same for names of three, in which a sum, a month or a place may be a character (李万春, 张新月).
_NEVER = re.compile("[不没的了着过们是与及等各每余名个位市县区省镇乡村街厂局院校队会社部处所司职]")
_MARKS = frozenset("、，把将")  # behind which 张富强 is a name, whatever 富强 means
# Times in the dictionary's corpus, above which characters are words of their own.
_WORD, _PAIR, _HALF, _GIVEN = 0, 5, 120, 200


def name_behind(text: str, at: int) -> str:
    """The name of two or three characters at ``at``, right behind a word for a person; empty where none stands."""
    name, behind = text[at : at + 3], text[at + 3 : at + 4]
    if len(name) < 2 or frequency(text[at - 1 : at + 2]) > _WORD:
        return ""  # 板|蓝根
    if text[at : at + 2] in _DOUBLE:
        whole = text[at : at + 4]
        return name if _DOES.match(text, at + 3) else whole if _DOES.match(text, at + 4) else ""
    across = frequency(text[at - 1 : at + 1])
    if across > _PAIR and across > frequency(text[at - 2 : at]):
        return ""  # 工|程款, 农|田排涝; but 站长|毛铁军
    if text[at - 1] + name[0] == "师傅":
        return ""
    told = text[at - 1] == "的" and text[at - 2] not in _KEEPS
    if told and not _WHO.search(text[max(0, at - _PHRASE) : at]):
        return ""
    lives = behind > "一" and _LIVES.match(text, at + 2) is not None and not _LIVES.match(text, at + 3)
    if len(name) < 3 or not "\u4e00" <= name[2] <= "\u9fff" or name[2] in _BEHIND or lives:
        return "" if told and not _DOES.match(text, at + 2) else _pair(name[:2])
    return _three(text, at, told=told)


def _pair(name: str) -> str:
    return name if not _OUTSIDE.search(name[1]) and frequency(name) <= _WORD else ""


def _three(text: str, at: int, *, told: bool) -> str:
    name, behind = text[at : at + 3], text[at + 3 : at + 4]
    if _NEVER.search(name[1:]) or frequency(name[:2]) > _HALF or frequency(name) > _WORD:
        return ""
    acts = _DOES.match(text, at + 3) is not None
    if told or acts:
        return name if acts else ""
    given = frequency(name[1:])
    if (given > _GIVEN and behind not in _MARKS) or (not given and frequency(name[2] + behind) > _GIVEN):
        return ""
    return name


def opening(text: str, at: int) -> str:
    """The name of three characters with which a clause opens at ``at``; empty where none stands there."""
    name = text[at : at + 3]
    if len(name) < 3 or _OUTSIDE.search(name[1:]) or not _LIVES.match(text, at + 3):
        return ""
    if frequency(name) > _WORD or frequency(name[:2]) > _PAIR or frequency(name[2] + text[at + 3]) > _GIVEN:
        return ""
    return name


class NamesBehind:
    """Finds the names behind words for persons, given the common ``surnames``."""

    def __init__(self, surnames: str) -> None:
        """Take the characters that are surnames in any case; the rarer ones are added."""
        # What must stand in front is looked for behind the surname, so that the engine skips to the surnames.
        double = "|".join(sorted(_DOUBLE))
        self._pattern = re.compile(
            f"(?:[{surnames}{RARER}](?:(?<=[{_PERSON}].)|(?<=[{_PERSON}]”.)|(?<=(?:{_KIN}).))"
            f"|(?:{double})(?<=[{_PERSON}]..))(?=[\u4e00-\u9fff])"
        )

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Where the names stand, and the names, from left to right."""
        for match in self._pattern.finditer(text):
            if name := name_behind(text, match.start()):
                yield match.start(), name

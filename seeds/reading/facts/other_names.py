"""Organisations that no unit gives away: a county that acts, an office in 市人社等部门, a credited paper.

Looked for beside the names of ``organisation_names`` and handed on in the same form. Imports the grammar and places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seeds.reading.facts.lexicon import choice, one_of
from seeds.reading.facts.name_acting import gives
from seeds.reading.facts.name_parts import FIRM, LevelWord, Name, ending
from seeds.reading.facts.places import PlaceWord
from seeds.reading.tokens import name_start
from seeds.reading.vocabulary import UNITS, Unit, boundary_words, table

_ACTS = "|".join(boundary_words("acts"))
_WHEN = rf"(?:{choice('time.acting')}|，|\d{{1,2}}月\d{{1,2}}日)*"
_ACTING = re.compile(rf"{_WHEN}(?:向[一-鿿]{{1,8}}?)?(?:{_ACTS})")
_OURS = re.compile(
    rf"(?:(?<=[，。！？；：、\n“”])|^)(?P<whose>[我该])(?P<level>自治区|省|市|县|区|州|旗){_WHEN}(?:{_ACTS})", re.M
)
_BUREAUS = tuple(
    sorted((word for word in table("offices")["bureaus"]["words"] if len(word) <= 4), key=len, reverse=True)
)
_DEPARTMENT = re.compile(r"等(?:相关)?(?:部门|单位|多部门)")
_CREDITED = re.compile(
    f"(?:{choice('telling.credited')})《(?P<paper>[^》]{{2,12}})》|《(?P<told>[^》]{{2,10}}报)》(?:报道|刊登|刊发|消息)"
    rf"|来源：《?(?P<source>[^\s\0，。（）【】：《》]{{2,12}}?)(?=》|{choice('telling.after_source')}|\d{{4}}|[\s\0，。（）【】]|$)"
)
_OWNED = re.compile(r"旗下的?")
_HOUSE = re.compile(r"[一-鿿]{2,8}$")
_SCHOOL = re.compile("[一二三四五六七八九十]{1,3}(?:中(?![学医心队小])|高(?![速级楼度职压炉温中]))")
_ABBREVIATED = re.compile(
    "财政(?=(?:[也又还再另各每]|专门|先后|连夜|及时|随即|一次性|今年|去年)*"
    "(?:拿|拨|投|安排|出[资钱\\d]|补[助贴]|列支|挤|筹|追加|承担|兜底|下达|贴息|配套))"
    "|(?P<number>[一二三四五六七八九十])院(?![士长校子落线内里])"
)
_QUOTED = re.compile("“(?P<name>[一-鿿]{3,8})”")
_COUNTS = frozenset("一二三四五六七八九十两多每各")
_SHOP_ENDS = boundary_words("shop_ends")
_FOOD_ENDS = boundary_words("food_ends")
_SHOP_CUES = boundary_words("shop_cues")
_KEEPERS = re.compile("的?" + one_of(boundary_words("shop_keepers")))
SHOP = Unit("", "", "shop", "enterprise", "grassroots", "free")
_LEVEL_SCHOOL = re.compile(
    "(?P<level>[市县区])(?:(?<![一-鿿].)|(?<=[给和与在到向由从对].))(?P<number>[一二三四五六七八九十])中(?![医心队小级]|学(?!生会))"
)
PLAIN_SCHOOL = Unit("", "", "school", "school", "grassroots", "free")
PAPER = Unit("", "", "media", "media", "paper", "none")
_GOVERNMENT = UNITS["政府"]
_TOWN = re.compile("[一-鿿]{2,4}?(?:街道|镇|乡)(?![办政党工村中卫]|派出所|[一-鿿]{1,4}(?:村|社区))")
_STREET = Unit("", "办事处", "bodies", "government", "township", "place")
_NO_PAPER = frozenset(("本站", "本报", "本网", "网络", "综合", "原创", "互联网", "资料", "新闻"))


def other_names(text: str, places: list[PlaceWord], names: list[Name]) -> Iterator[Name]:
    """The names in ``text`` beside ``names``, which are those that their units give away."""
    taken = {name.start for name in names}
    named = {name.end for name in names}
    for place in places:
        whole = place.start not in taken and place.surface[-1] in "市县区旗州"
        if whole and _leads(text, place.start) and _ACTING.match(text, place.end):
            yield Name(place.start, place.end, place, "", _GOVERNMENT)
        town = _TOWN.match(text, place.end) if place.start not in taken and _leads(text, place.start) else None
        if town is not None and gives(text, town.end()):  # 湖里区殿前街道捐款
            whole_town = PlaceWord(place.start, town.end(), text[place.start : town.end()], place.codes, town[0])
            yield Name(place.start, town.end(), whole_town, "", _STREET if town[0].endswith("街道") else _GOVERNMENT)
        if (school := _SCHOOL.match(text, place.end)) is not None:  # 寿光一中
            yield Name(place.start, school.end(), place, school[0], PLAIN_SCHOOL)
    for match in _OURS.finditer(text) if "我" in text or "该" in text else ():
        level = LevelWord(match.start("whose"), match.end("level"), match["level"], match["whose"])
        yield Name(level.start, level.end, level, "", _GOVERNMENT)
    for match in _LEVEL_SCHOOL.finditer(text):  # 县一中
        level = LevelWord(match.start(), match.start() + 1, match["level"], "")
        yield Name(match.start(), match.end(), level, f"第{match['number']}", UNITS["中学"])
    yield from _by_abbreviation(text, places)
    ends = {place.end: place for place in places}
    for match in _DEPARTMENT.finditer(text):
        bureau = ending(text, match.start(), _BUREAUS)
        start = match.start() - len(bureau)
        base = ends.get(start) or _level_before(text, start)
        if bureau and base is not None:
            yield Name(base.start, match.start(), base, "", UNITS[bureau + "局"])
    for match in _CREDITED.finditer(text):
        group = "paper" if match["paper"] else "told" if match["told"] else "source"
        if match[group] not in _NO_PAPER and not match[group].endswith("工会") and match.end(group) not in named:
            yield Name(match.start(group), match.end(group), None, match[group], PAPER)
    yield from _owners(text, taken)
    if "“" in text:
        yield from _quoted_shops(text, named)


def _by_abbreviation(text: str, places: list[PlaceWord]) -> Iterator[Name]:
    """市财政 where it pays, 市二院: the bureau and the hospital by what everybody calls them."""
    ends = {place.end: place for place in places}
    for match in _ABBREVIATED.finditer(text) if "财政" in text or "院" in text else ():
        at = match.start()
        base: LevelWord | PlaceWord | None = ends.get(at) or _level_before(text, at)
        if base is None or (isinstance(base, PlaceWord) and base.surface[-1] not in "省市县区旗盟州"):
            continue
        if match["number"]:
            yield Name(base.start, match.end(), base, f"第{match['number']}", UNITS["人民医院"])
        else:
            yield Name(base.start, match.end(), base, "", UNITS["财政局"])


def _owners(text: str, taken: set[int]) -> Iterator[Name]:
    """中国纸业 in 中国纸业旗下泰格林纸集团: a house known by the firm behind it."""
    for match in _OWNED.finditer(text):
        house = _HOUSE.search(text, max(0, match.start() - 8), match.start())
        if house is None or match.end() not in taken:
            continue
        start = house.start() + name_start(house[0])
        if match.start() - start >= 3:
            yield Name(start, match.start(), None, text[start : match.start()], FIRM)


def _quoted_shops(text: str, named: set[int]) -> Iterator[Name]:
    """老田家臊子面 between quotation marks, when a word beside it says that it is a shop or when it gives."""
    for match in _QUOTED.finditer(text):
        trade = match["name"].endswith(_SHOP_ENDS)
        if match.end("name") in named or not (trade or match["name"].endswith(_FOOD_ENDS)):
            continue
        if match["name"][0] in _COUNTS:
            continue
        told = text.endswith(_SHOP_CUES, 0, match.start()) or _KEEPERS.match(text, match.end())
        if told or (trade and gives(text, match.end())):
            yield Name(match.start("name"), match.end("name"), None, match["name"], SHOP)


def _level_before(text: str, end: int) -> LevelWord | None:
    level = text[end - 1] if end else ""
    parted = end == 1 or not "一" <= text[end - 2 : end - 1] <= "鿿" or text[end - 2] in "合由和与给向到在"
    if level in ("省", "市", "县", "区", "州", "盟", "旗") and parted:
        return LevelWord(end - 1, end, level, "")
    return None


def _leads(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in "，。！？；：\n“”）"

"""Names of organisations by their grammar: a place, words of their own, and units (武威市 + 肿瘤 + 医院 + 工会).

The unit is found first, then a bounded look to the left finds where the name begins. What the name means (which 市,
which 公司) is for ``seeds.reading.resolution``. Imports the vocabulary and places.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import zip_longest

from seeds.reading.facts.name_acting import SITES, ends_here, only_acting
from seeds.reading.facts.name_lists import enumerated_places, listed_places
from seeds.reading.facts.name_parts import DEEPEST, LevelWord, Name, Pointer, beginning, ending, is_han
from seeds.reading.facts.name_places import places_beside
from seeds.reading.facts.name_rules import acceptable, may_be_whole
from seeds.reading.facts.name_shared import Shared
from seeds.reading.facts.places import LEVEL_WORDS, TOWNSHIPS, PlaceWord
from seeds.reading.tokens import name_start, names_a_kind
from seeds.reading.vocabulary import Unit, UnitWord, boundary_words, break_at, generic_at, table, unit_words

_LOCAL_BANKS: dict[str, str] = table("nationals")["local_banks"]["names"]
LOOK = 30  # characters to the left of a unit in which its name must begin

_NOT_LEVELS = frozenset(boundary_words("not_levels"))
_NOT_LEVEL_STARTS = frozenset(boundary_words("not_level_starts"))
_POINTERS = frozenset(boundary_words("pointers"))
_SHORT_POINTERS = tuple(pointer for pointer in _POINTERS if len(pointer) <= 2)
_HOUSE_WORDS = ("集团公司", "集团", "公司", "油田", "局", "矿", "厂", "段")
_NATIONAL_HOUSES = boundary_words("houses")
_IN_HOUSES = frozenset(("hospital", "school", "company", "plant", "station"))
_NUMBERED = frozenset(("plant", "hospital", "school"))
_IN_TOWNS = frozenset(("union", "party_branch", "team", "school", "hospital"))
_OF_TOWNS = frozenset(("hospital", "school", "police"))
_LEVELLED = frozenset(("hospital", "school", "plant"))
_TOWN = re.compile("[一-鿿]{2,4}?(?:街道|镇|乡)")
_LATIN = re.compile(r"(?<![A-Za-z0-9.&])(?=[A-Za-z0-9.&]*[A-Za-z])[A-Za-z0-9.&]{1,12}$")
_TO_FIRM = re.compile("[一-鿿]{0,8}?(?:公司|电力)")
_ROW_END = re.compile(r"\d[万亿]?[^家个名位所座]$")
_AMOUNT_END = re.compile(r"\d[余多]?[吨斤箱件套台床袋盒桶只顶双包瓶份副辆]$")
_SUM_END = re.compile("[0-9万亿余多百千]元$")
_FIRST = ("首批", "首届")
_OWNERSHIP = ("民营", "私营", "非公", "非公有制", "小微", "中小")
_OWNED = ("所属", "下属")
_OF_TRADES = frozenset(("户外", "平台", "会员"))  # said of many bodies, and of what a firm makes
_SENT = re.compile("(?:组织|派出|派去|组建|成立)?的$")
_OPENING = frozenset("后长才可又要却处请天随时约都里")
_NUMBER = re.compile("[0-9]{1,4}[路号]$")
_SPEECH = re.compile("[，。！？；]")
_DETERMINERS = ("该", "本", "这个", "这家", "这所")
_IN_BRACKETS = ("集团", "控股", "有限", "股份", "中国")
_INSIDE = frozenset("（）“”·")
_SIGNED = frozenset(("shop", "company", "plant", "school"))
_MARKS = frozenset("□■●▲◆")
_PRODUCT = re.compile(f"(?:{'|'.join(boundary_words('products'))})(?!公司|集团|有限|股份|总?厂|工会|销售|制造)")
_NO_BODY = (
    "摄",
    "文/",
    "图/",
    "旁边",
    "附近",
    "门口",
    "对面",
    "家属院",
    "家属区",
    "宿舍",
    "路口",
)  # 武 钢 摄: a person
_SERVING = ("服务", "供应", "配送", "联合", "援助")  # 生活服务公司
# Kinds whose names hold words like 服务, 职工, 工作.
_SOFT_KINDS = frozenset(
    (
        "team",
        "headquarters",
        "station",
        "centre",
        "agency",
        "association",
        "workshop",
        "union_part",
        "union",
        "subbureau",
        "commission",
        "bank",
    )
)
_LEVELS = frozenset("省市县州旗")
_ROW_STARTS = frozenset("省市县区州旗")
_LEVEL_ENDS = frozenset("市县区州旗盟")
_ENTERPRISE = ("enterprise", "grassroots", "free")


def find_names(text: str, places: list[PlaceWord], brands: Mapping[int, tuple[int, Unit]] | None = None) -> list[Name]:
    """The names in ``text`` in the order of their ends, inner ones (市人民医院 in 市人民医院工会) before outer ones.

    ``text`` is folded; ``places`` are those of ``find_places``. ``brands`` are enterprises known by a bare name: where
    it ends, where it begins and a unit that holds it. Names of no particular body (各级工会) are left out.
    """
    words = unit_words(text)
    look = _Look(text, places_beside(text, places, words))
    for end, (start, unit) in (brands or {}).items():
        look.keep(Name(start, end, None, "", unit))
    for word, after in zip_longest(words, words[1:]):
        if _is_bracketed(text, word) or (word.unit.kind == "company" and _is_trade_of(word, after)):
            continue
        if word.unit.kind != "trade" or ends_here(text, word, after):
            look.read(word)
    return only_acting(text, sorted(look.found, key=lambda name: (name.end, -name.start)))


def _is_bracketed(text: str, word: UnitWord) -> bool:
    """True for 集团 in 同仁堂（集团）有限公司: no end of a name."""
    return word.unit.word == "集团" and text.startswith("）", word.end) and text.endswith("（", 0, word.start)


def _is_trade_of(word: UnitWord, after: UnitWord | None) -> bool:
    """True for 鞋业 in 黄埠镇鞋业商会: the trade of an association, no firm."""
    firm = word.unit.word.endswith(("公司", "集团", "社", "所", "店", "部", "厅", "中心"))
    return not firm and after is not None and after.unit.kind == "association" and after.start - word.end < 3


class _Look(Shared):
    """The looks to the left in one text: what was found so far, by the position where it ends."""

    def read(self, word: UnitWord) -> None:
        """Look to the left of one unit and keep what it ends."""
        if word.start in self.generic:
            self.generic.add(word.end)
            return
        if word.unit.kind in SITES and word.end in self.places:  # 张家港, 潍坊
            return
        if self.shared(word):
            return
        name = self._name(word)
        known = self.ends.get(name.end) if name is not None else None
        if name is not None and known is not None and known.unit.kind == "alias" and known.start <= name.start:
            return
        if name is not None and name.depth <= DEEPEST:
            for place in enumerated_places(self.text, name.base, self.places):  # 疏附县、伽师县、巴楚县总工会
                self.keep(replace(name, start=place.start, base=place))
            self.keep(name)
        elif word.start in self.generic or word.end in self.generic:
            core = self.text[self.counted : word.start]
            for listed in listed_places(self.text, self.counted, self.places):
                self.keep(Name(listed.start, word.end, listed, core, word.unit))

    def _name(self, word: UnitWord) -> Name | None:
        if word.unit.base == "none":
            return self._whole(word)
        if word.unit.base == "place":
            return self.office(word)
        if (owner := self.its_owner(word.start, word.unit)) is not None:
            return Name(word.start, word.end, owner, "", word.unit)
        return self.of_town(word) or self.walked(word)

    def _whole(self, word: UnitWord) -> Name | None:
        if word.unit.word == "国网":  # 国网甘肃: the name goes on to the right
            place = next((self.places[end] for end in range(word.end + 2, word.end + 9) if end in self.places), None)
            if place is None or place.start != word.end:
                return None
            if _TO_FIRM.match(self.text, place.end):  # 国网重庆綦江供电公司
                return None
            return Name(word.start, place.end, None, self.text[word.end : place.end], word.unit)
        signed = word.unit.kind == "brand" and self.text.endswith(("记者", "通讯员"), 0, word.start)  # 记者苏宁
        sold = word.unit.kind == "brand" and _PRODUCT.match(self.text, word.end)  # 华为手机
        if signed or sold or self.text.startswith(_NO_BODY, word.end):
            return None
        if (local := self._local_bank(word)) is not None:
            return local
        if word.end - word.start == 2:  # 建行, but not 其中行政
            before = self.text[word.start - 1] if word.start else "，"
            if is_han(before) and word.start not in self.places and not break_at(self.text, word.start):
                return None
        return Name(word.start, word.end, None, "", word.unit)

    def _local_bank(self, word: UnitWord) -> Name | None:
        """县工商银行, 双峰县农行: the national bank's house in a place, called by the place's level."""
        if not word.unit.word.endswith("行") or (base := self.before.at(word.start)) is None:
            return None
        if isinstance(base, LevelWord) and base.start and is_han(self.text[base.start - 1]):
            base = base if break_at(self.text, base.start) else None
        if base is None or self.text[word.start - 1] not in _LEVEL_ENDS:
            return None
        printed = isinstance(base, PlaceWord)  # 玉溪市农行 is called so, 县农行 is the county's 农业银行
        whole = word.unit.word if printed else _LOCAL_BANKS.get(word.unit.word, word.unit.word)
        return Name(base.start, word.end, base, "", Unit(whole, whole, "bank", *_ENTERPRISE))

    def walked(self, word: UnitWord) -> Name | None:
        """The name that a unit ends, looked for word by word to the left."""
        text, unit = self.text, word.unit
        at = word.start
        floor = max(0, word.start - LOOK)
        if (opening := self._quoted_from(at, floor)) is not None:
            at = opening
            if at not in self.ends and at not in self.places:
                return self.bare(at, word)
        at = self._before_digits(at, floor, unit)
        soft = unit.kind not in _SOFT_KINDS and not (unit.kind == "company" and text.endswith(_SERVING, 0, at))
        if at in self.ends and self._says_again(at, word):
            return None
        while at > floor:
            if at in self.ends:
                return self.after_name(self.ends[at], at, word)
            if at in self.generic:
                self.generic.add(word.end)
                return None
            if at in self.places and not (at < len(text) and text[at] == "）"):
                return self.after_place(self.places[at], word)
            if text[at - 1] == "“":
                whole = at == word.start  # 湖北省总工会“党员工作组”, 哈尔滨市总工会“工”字旗抢险队
                if at - 1 in self.ends and (whole or (unit.kind == "team" and "”" in text[at : word.start])):
                    return self.after_name(self.ends[at - 1], at if whole else at - 1, word)
                break
            if self._is_edge(at):
                break
            if unit.kind != "national_body" and self._is_one_of_many(at):
                return self._joint_union(at, word)
            if break_at(text, at, soft=soft) and not self._goes_on(at, unit):
                sender = self._sender(at, unit)
                sent = self.after_name(sender, at, word) if sender is not None else None
                return replace(sent, start=at) if sent is not None else self.bare(at, word)
            at -= 1
        return self.bare(at, word)

    def _joint_union(self, at: int, word: UnitWord) -> Name | None:
        """文林镇民营企业工会联合会: the one union of all such firms of a place. Else one of many is noted."""
        said = generic_at(self.text, at) or ""
        whole = word.unit.word == "工会联合会" and said in _OWNERSHIP
        base = self.before.at(at - len(said)) if whole else None
        if not isinstance(base, PlaceWord):
            self.mark_generic(at, word)
            return None
        return Name(base.start, word.end, base, self.text[at - len(said) : word.start], word.unit)

    def _sender(self, at: int, unit: Unit) -> Name | None:
        """The body whose team follows behind 组织的, or 的: 县总组织的送水队, 总工会的志愿服务队; not 公司的抢修队."""
        sent = _SENT.search(self.text, max(0, at - 4), at) if unit.kind == "team" else None
        if sent is None or not (len(sent[0]) > 1 or "志愿" in unit.word):
            return None
        return self.ends.get(sent.start())

    def _is_one_of_many(self, at: int) -> bool:
        """True behind words of no particular body; 首批 is particular, 所属 behind a house ends where a name begins."""
        said = generic_at(self.text, at)
        if said is None or self.text[at - 2 : at] in _FIRST or (said in _OF_TRADES and self.is_inside(at - len(said))):
            return False
        return not (said in _OWNED and at - 2 in self.ends)  # 淮北矿业集团所属朱庄煤矿

    def _says_again(self, at: int, word: UnitWord) -> bool:
        """True for the second 矿 of 老厂锡矿矿工会: the name before it stands for both."""
        if word.unit.word != self.text[at - 1] or word.unit.word not in _POINTERS:
            return False
        self.ends[word.end] = self.ends[at]
        return True

    def _before_digits(self, at: int, floor: int, unit: Unit) -> int:
        """Where the number begins that a unit bears: 70052钻井队, 解放军264医院, 111路车队; else ``at``."""
        if unit.kind == "workshop" and (numbered := _NUMBER.search(self.text, max(floor, at - 6), at)) is not None:
            return numbered.start()
        while unit.kind in _NUMBERED and at > floor and self.text[at - 1].isdigit():
            at -= 1
        return at

    def _quoted_from(self, at: int, floor: int) -> int | None:
        """Where the quotation that ends at ``at`` begins: “你工作 我服务” is one word of a name. None for speech."""
        if not at or self.text[at - 1] != "”":
            return None
        opening = self.text.rfind("“", floor, at)
        return opening if opening >= 0 and not _SPEECH.search(self.text, opening, at) else None

    def _is_edge(self, at: int) -> bool:
        """True behind punctuation; brackets stand in a name only around a place or a word like 集团."""
        text, last = self.text, self.text[at - 1]
        if last in "和与及同" and at - 1 in self.ends and text[at - 1 : at + 1] != "同意":  # 省总和省能源化学工会
            return True
        if last in "日月时" and text[max(0, at - 2) : at - 1].isdigit():
            return True  # 8日临江缫丝厂
        if last == "元" and _SUM_END.search(text, max(0, at - 4), at):
            return True  # 剩的3600元塞进医院
        if _AMOUNT_END.search(text, max(0, at - 3), at):
            return True  # 消毒液3吨 红柳油田供电公司
        if text[at : at + 1] in _ROW_STARTS and _ROW_END.search(text, max(0, at - 4), at):
            return True  # a table's figure before the next row: 24万只 区慈善会
        if last == "）":
            return at - 1 not in self.places and not text.endswith(_IN_BRACKETS, 0, at - 1)
        return not is_han(last) and last not in _INSIDE

    def _goes_on(self, at: int, unit: Unit) -> bool:
        """True for what is no boundary there: 后 or 才 behind a place (平鲁区后安煤矿, 上杭县才溪镇中学), 里 and 和 one
        character behind it or a house (枣庄矿业集团柴里煤矿, 朝阳区清和街), 里 and 都 in a neighbourhood (惠新里社区).
        """
        last = self.text[at - 1]
        if last in "里和" and (at - 2 in self.places or (at - 2 in self.ends and unit.kind == "plant")):
            return True
        return (last in "里都" and unit.kind == "community") or (last in _OPENING and at - 1 in self.places)

    def bare(self, at: int, word: UnitWord) -> Name | None:
        """A name that begins at ``at`` with no place or organisation in front, unless its first words are one."""
        text, unit = self.text, word.unit
        core = text[at : word.start].lstrip("”）·")
        at = word.start - len(core)
        if unit.kind in _SIGNED and "”" in core and "“" not in core and text.startswith("“", at - 1):
            at, core = at - 1, "“" + core  # “汉口阿嫂”热干面馆
        if unit.kind == "company" and (latin := _LATIN.search(text, max(0, at - 12), at)) is not None:  # TCL集团
            return Name(latin.start(), word.end, None, text[latin.start() : word.start], unit)
        if text[at - 1 : at] in _MARKS and (signed := self._behind_signature(at, word)):
            at, core = at + signed, core[signed:]
        if unit.kind == "shop" and core.endswith("开"):  # 堤下开小卖部的
            return None
        base = self._division_in(at, core, word)
        if base is not None:
            return acceptable(text, Name(base.start, word.end, base, text[base.end : word.start], unit))
        determiner = ending(text, at, _DETERMINERS)
        if unit.base == "inner" and "“" not in core and not determiner and (cut_at := name_start(core)):
            at += cut_at
            core = core[cut_at:]
        if (target := self._house_in(at, core, determiner, unit)) is not None:
            return acceptable(text, Name(target.start, word.end, target, text[target.end : word.start], unit))
        if not core:
            return self._without_words(at, determiner, word)
        if determiner and len(core) < 3:
            target = Pointer(at - len(determiner), word.end, core + unit.word, determiner)
            return Name(target.start, word.end, target, "", unit)
        if unit.base in ("free", "inner") and "“" not in core:
            cut_at = 0 if core.startswith(_NATIONAL_HOUSES) else name_start(core)  # 国网奉节供电公司
            if len(core) - cut_at < 2 and may_be_whole(text, at, core, unit):  # 包商银行, though 包 is a verb
                cut_at = 0
            at += cut_at
            if at == word.start:
                return None
            core = text[at : word.start]
        return acceptable(text, Name(at, word.end, None, core, unit))

    def _behind_signature(self, at: int, word: UnitWord) -> int:
        """How long a writer's signature before a name is: 3 in □樊晓芸红石岩煤矿, when the rest stands elsewhere."""
        for length in (3, 2):
            rest = self.text[at + length : word.end]
            if len(rest) > len(word.unit.word) + 1 and self.text.count(rest) > 1:
                return length
        return 0

    def _division_in(self, at: int, core: str, word: UnitWord) -> LevelWord | PlaceWord | None:
        """The level word or town that the words before a unit begin or end with: 市第一医院, 泽国镇商会, 上省医院."""
        text, unit = self.text, word.unit
        level = beginning(core, LEVEL_WORDS)
        known = core[:2] not in _NOT_LEVEL_STARTS and core not in _NOT_LEVELS
        whole = level not in TOWNSHIPS or (core == level and self._is_of_town(unit))  # 镇卫生院
        if level and known and whole and unit.kind != "township":
            determiner = text[at - 1] if at and text[at - 1] in "该本我" else ""
            return LevelWord(at - len(determiner), at + len(level), level, determiner)
        last = core[-1:]
        levelled = unit.kind in _LEVELLED or (unit.kind == "association" and len(core) == 2)  # 交市慈善会
        if last in _LEVELS and len(core) < 4 and core not in _NOT_LEVELS and levelled:
            return LevelWord(word.start - 1, word.start, last, "")
        if unit.base == "placed" or unit.kind in _IN_TOWNS:
            town = _TOWN.match(core)
            if town is not None and not name_start(town[0][:-1]):
                return PlaceWord(at, at + town.end(), town[0], (), township=town[0])
        return None

    def _is_of_town(self, unit: Unit) -> bool:
        """True for what a town has one of: 镇中学, 镇派出所, 镇供电所."""
        return unit.kind in _OF_TOWNS or (unit.kind == "plant" and unit.word.endswith(("所", "电站", "管站")))

    def _house_in(self, at: int, core: str, determiner: str, unit: Unit) -> Pointer | None:
        """The word for a house that a part's own words begin with: 公司 in 公司工会, 局 in 局职工医院."""
        if unit.base == "inner":
            pointer = core if core in _POINTERS else beginning(core, _SHORT_POINTERS)
        elif unit.kind in _IN_HOUSES and (determiner or self._is_parted(at)):
            pointer = beginning(core, _HOUSE_WORDS)
            pointer = pointer if len(core) > len(pointer) and names_a_kind(core[len(pointer) :]) else ""
        else:
            return None
        return Pointer(at - len(determiner), at + len(pointer), pointer, determiner) if pointer else None

    def _is_parted(self, at: int) -> bool:
        return not at or not is_han(self.text[at - 1]) or break_at(self.text, at) is not None

    def _without_words(self, at: int, determiner: str, word: UnitWord) -> Name | None:
        """A unit alone: a part of the house of the list, or a pointer at something named before."""
        text, unit = self.text, word.unit
        if unit.kind in SITES:
            return None
        if unit.kind == "workshop" and text.endswith("“", 0, at) and text.startswith("”", word.end):
            return None  # 成了一线的“后勤部”
        if unit.base == "inner" and (house := self._shared_house(at)) is not None:
            return Name(at, word.end, house, "", unit)
        target = Pointer(at - len(determiner), word.end, unit.word, determiner)
        return Name(target.start, word.end, target, "", unit)

    def _shared_house(self, at: int) -> Name | None:
        """The house of the name before in a list: 义桥煤矿 for 团委 in 义桥煤矿工会、团委."""
        if at < 2 or self.text[at - 1] not in "、和与及" or (before := self.ends.get(at - 1)) is None:
            return None
        return before.base if isinstance(before.base, Name) and before.unit.base == "inner" else None

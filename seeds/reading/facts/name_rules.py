"""What a name's own words may be, by the kind of its unit.

Imports the vocabulary, places and the word cutter.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from seeds.reading.facts.name_acting import SITES, gives
from seeds.reading.facts.name_parts import LevelWord, Name, Pointer, is_han
from seeds.reading.facts.places import PlaceWord
from seeds.reading.tokens import cut, is_common, is_rare, is_word, name_start, names_a_kind
from seeds.reading.vocabulary import Unit, boundary_words, break_at, table

LOOSE = frozenset(boundary_words("loose"))
UNION_CORES = frozenset(("", "机关", "直属", "局", "本部", "总"))  # what may stand between a house and its 工会
_LOOSE_ENDS = tuple(word for word in LOOSE if len(word) > 3)
_STREET = re.compile("[一-鿿]{2,4}(?:街道|街|镇|乡)[一-鿿]{2,4}$")
_NO_COMMUNITY = frozenset("去同到进回守入来往出向人的们查")
_GROUNDS = frozenset("桥里园庄坊苑湾湖山河路街岗坡村屯营店塘沟岭滩洲门井")  # 倪家桥社区
_MORE_DUTIES = ("信息", "工业", "社会", "经济", "商贸", "体育", "产业", "执法", "管理")
_DUTIES = frozenset((*table("offices")["bureaus"]["words"], *_MORE_DUTIES))
_COUNTRIES = boundary_words("countries")
_WAYS = frozenset("进返入回出离到")  # 进厂, 返校: no plant and no school
_FOUNDING = (
    "派来",
    "派来了",
    "派出",
    "派出了",
    "抽调",
    "抽出",
    "组织",
    "组成",
    "组建了",
    "成立了",
    "组建",
    "成立",
    "设立",
    "建立",
    "建起",
)
_NATIONAL = ("中国", "全国", "国家", "中华")


def may_be_whole(text: str, at: int, core: str, unit: Unit) -> bool:
    """True when ``core``, which begins at ``at``, may be a firm's own words though a verb is cut from it: 包商银行."""
    if unit.kind not in ("company", "bank", "plant", "hospital", "school") or not 2 <= len(core) <= 4:
        return False
    if name_start(core, least=2) and not (len(core) == 2 and is_rare(core)):
        return False
    return at == 0 or not is_han(text[at - 1]) or break_at(text, at) is not None


def acceptable(text: str, name: Name) -> Name | None:
    """The name, unless its own words cannot be those of a name of its kind."""
    core = name.core
    if len(core) > 16 or core.count("“") != core.count("”") or core.count("（") != core.count("）"):
        return None
    if len(core) < 2 and name.unit.kind == "company" and not name.unit.word.endswith(("公司", "集团", "社", "所")):
        base = name.base  # 莆田市鞋业 is a trade, 枝江酒业 a firm when it gives
        if not isinstance(base, PlaceWord) or base.surface[-1] in "省市县区" or not gives(text, name.end):
            return None
    if name.base is None:
        return (
            replace(name, quoted=_quoted(text, name), founded=_founded(text, name))
            if _stands_alone(text, name)
            else None
        )
    if name.unit.kind in ("shop", "national_body") and not core and not name.unit.word.endswith("公司"):
        hotel = name.unit.word in ("宾馆", "饭店", "酒店", "大酒店", "大饭店", "商场")  # 敦煌宾馆
        placed = isinstance(name.base, PlaceWord) and name.base.surface[-1] not in "省市县区旗州"
        if not (hotel and placed and gives(text, name.end)):
            return None
    if name.unit.kind == "union" and isinstance(name.base, Pointer) and core not in UNION_CORES:
        return None
    if name.unit.kind == "trade" and isinstance(name.base, LevelWord):  # 省能源化工 (工会)
        return None
    return name


def _stands_alone(text: str, name: Name) -> bool:
    """True when the own words make a name with no place or house in front."""
    unit, core = name.unit, name.core
    if core in LOOSE or core.endswith(_LOOSE_ENDS):
        return False
    if unit.kind == "township":  # 浆洗街街道办事处, but not 江北办, which needs its place
        return unit.word.startswith("街道") and 2 <= len(core) <= 4 and not name_start(core) and not names_a_kind(core)
    if unit.word in ("厂", "矿", "校") and core[-1:] in _WAYS:
        return False
    if unit.kind == "community":
        return _is_neighbourhood(core)
    if unit.kind == "national_body":
        return core.startswith(_NATIONAL)
    if unit.kind in SITES:
        return len(core) > 1 and not name_start(core)
    if unit.kind == "association":
        return core.startswith(_NATIONAL) or _is_particular(core)
    if unit.base == "placed":
        return len(core) > 1 and (unit.kind == "headquarters" or core.startswith(_NATIONAL))
    return len(core) > 1 or unit.base == "inner"


def _is_particular(core: str) -> bool:
    """True when an association's own words hold a name: 爱德 (基金会), 旅美福建 (同乡会); not 行业, 公益."""
    if len(core) < 2 or name_start(core):
        return False
    return core.startswith(_COUNTRIES) or not (names_a_kind(core) or is_common(core))


def _is_neighbourhood(core: str) -> bool:
    """True for 文昌 (社区), 龙泉村 (村委会), 金银湖街银湖 (社区); not for 投身 (社区)."""
    if core.endswith("村"):
        return 3 <= len(core) <= 5
    if _STREET.match(core):
        return True
    if not 2 <= len(core) <= 4 or core[-1] in _NO_COMMUNITY:
        return False
    return len(cut(core)[-1]) > 1 or (len(core) > 2 and core[-1] in _GROUNDS)


def _quoted(text: str, name: Name) -> bool:
    return text.endswith("“", 0, name.start) and text.startswith("”", name.end)


def _founded(text: str, name: Name) -> bool:
    return name.unit.kind == "team" and text.endswith(_FOUNDING, 0, name.start)


@lru_cache(maxsize=2048)
def is_duty(core: str) -> bool:
    """True for words of offices' names alone: 工业信息, 教育."""
    core = core.strip("和与")
    if core in _DUTIES:
        return True
    return any(core[:cut_at] in _DUTIES and is_duty(core[cut_at:]) for cut_at in range(2, len(core) - 1))


def is_landmark(core: str) -> bool:
    """True for the name of a river, lake or mountain: 黄河, 鄱阳湖."""
    return 1 < len(core) < 5 and core[-1] in "河江湖山海岛" and is_word(core) and not is_common(core)


def acceptable_office(name: Name) -> Name | None:
    """汉滨区江北办, but not 市场主体办: a district or county with a name of two characters before 办."""
    base, core = name.base, name.core
    if not isinstance(base, PlaceWord) or not base.surface.endswith(("区", "县", "市", "旗")):
        return None
    if name.unit.word == "办" and len(core) != 2:
        return None
    if name.unit.word.startswith("街道"):  # 育才街道办事处
        return name if 2 <= len(core) <= 4 and not names_a_kind(core) else None
    return name if 2 <= len(core) <= 4 and not name_start(core) else None

"""Names that are bodies only where they act or are given something: villages, stations, shops, firms of a bare trade.

夹河村, 沟帮子车站 and 老孙家饭庄 are places until they give; 楚天印务 is a trade until it acts. Imports the vocabulary
and the word cutter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from seeds.reading.facts.lexicon import one_of, words_of
from seeds.reading.facts.name_parts import Name, is_han
from seeds.reading.facts.places import PlaceWord
from seeds.reading.tokens import is_common, names_a_kind
from seeds.reading.vocabulary import UNITS, UnitWord, boundary_words, break_at

SITES = frozenset(("site", "trade", "shop"))
# What is one in each place: 绵阳燃气, 成都地铁.
_UTILITIES = frozenset(words_of("bodies.utilities"))
_WHEN = one_of(boundary_words("gives_when"))
_DAYS = rf"(?:{_WHEN}|\d{{1,2}}月\d{{1,2}}日){{0,4}}"
_GIVES = re.compile(_DAYS + one_of(boundary_words("gives")))
_GIVES_OR_HAS = re.compile(_DAYS + one_of((*boundary_words("gives"), *boundary_words("members"))))
_GIVES_OR_BRANCH = re.compile(
    _DAYS
    + one_of((*boundary_words("gives"), "党支部", "党总支", "村委会", "妇联", "两委", "“两委”", "党员干部", "干部群众"))
)
_IN_LIST = re.compile("(?:[、和][一-鿿]{2,10}?){1,6}(?:等[一-鿿]{0,6})?" + one_of(boundary_words("donates")))
_TO = ("向", "给", "捐给", "赠给", "拨给", "由", "为")
_ROLL = re.compile(r"[，：、][一-鿿]{1,6}?(?:\d|[一二三四五六七八九十百千两]+[一-鿿])")
_LETTERS = frozenset("店铺馆坊")
_IN_TOWN = re.compile("[一-鿿]{2,4}(?:街道|镇|乡)[一-鿿]{1,4}$")
_WAYSIDE = frozenset(("东站", "西站", "南站", "北站"))
_WITHIN = 4  # characters between a trade and the unit that it may belong to
_HOUSED = frozenset(("union", "party_branch", "youth_branch"))
_CELLS = frozenset("|｜│/")
_AT = ("在", "于", "到", "至", "往", "从", "路过", "来自")
_JOINS = frozenset("、和与及")


def only_acting(text: str, names: Sequence[Name]) -> list[Name]:
    """``names``, in the order of their ends, without the sites in them that neither act nor are given something."""
    if not any(name.unit.kind in SITES for name in names):
        return list(names)
    ends = {name.end for name in names if name.unit.kind not in SITES}
    acting: set[int] = set()  # where sites begin that act
    kept: list[Name] = []
    for name in reversed(names):
        if name.unit.kind in SITES and not _is_sure_shop(name):
            joined = text[name.end : name.end + 1] in _JOINS and name.end + 1 in acting
            listed = text[name.start - 1 : name.start] in _JOINS and name.start - 1 in ends
            if not (_is_named(text, name) and (joined or listed or _acts(text, name))):
                continue
            acting.add(name.start)
        kept.append(name)
    return kept[::-1]


def gives(text: str, end: int) -> bool:
    """True when a verb of giving follows at ``end``: what stands before it acts."""
    return _GIVES.match(text, end) is not None


def ends_here(text: str, word: UnitWord, after: UnitWord | None) -> bool:
    """True when the trade can end a name: no unit follows that it would belong to (能源 in 能源化学工会)."""
    if after is None or after.start - word.end > _WITHIN:
        return True
    if after.start == word.end:
        return after.unit.kind in _HOUSED
    return not all(map(is_han, text[word.end : after.start]))


def _is_sure_shop(name: Name) -> bool:
    """True for a shop with its place before it or with words of its own that no dictionary has: 永康堂大药房."""
    if name.unit.kind != "shop" or name.unit.word in _LETTERS:
        return False
    if name.base is not None or name.core in UNITS or (name.quoted and not names_a_kind(name.core)):
        return True
    return not (is_common(name.core) or names_a_kind(name.core))


def _acts(text: str, name: Name) -> bool:
    if text.endswith(_AT, 0, name.start):
        return False
    in_table = text[name.end : name.end + 1] in _CELLS
    if in_table and isinstance(name.base, PlaceWord) and name.base.codes:
        return True
    if not is_han(text[name.start - 1 : name.start] or "，") and _ROLL.match(text, name.end):
        return True  # 江湾药店，消毒片120瓶
    if name.unit.kind == "trade" and name.core and _IN_LIST.match(text, name.end):
        return True  # 蓝思科技、茶颜悦色捐款
    bare = name.unit.kind == "trade" and not name.core
    pattern = _GIVES_OR_BRANCH if name.unit.type == "community" else _GIVES if bare else _GIVES_OR_HAS
    acts = pattern.match(text, name.end)
    return acts is not None or text.endswith(_TO, 0, name.start)


def _is_named(text: str, name: Name) -> bool:
    """True when the own words can be those of a body: 楚天 (印务), 老孙家 (饭庄); not 新鲜 (食品)."""
    core = name.core
    if name.unit.kind == "trade":
        if isinstance(name.base, PlaceWord) and not core:
            return name.unit.word in _UTILITIES
        if not 2 <= len(core) <= 4 or is_common(core) or core in ("中国", "全国", "世界"):
            return False
        return not name.start or not is_han(text[name.start - 1]) or break_at(text, name.start) is not None
    if name.unit.type == "community" and name.base is None and len(core) > (6 if name.unit.word == "嘎查" else 4):
        return _IN_TOWN.match(core) is not None
    if name.unit.word == "站" and not (isinstance(name.base, PlaceWord) and not core):  # 鹰潭站, 独山站工会
        return 2 <= len(core) <= 3 and not is_common(core) and text.startswith(("工会", "党支部", "职工"), name.end)
    if name.unit.word in _WAYSIDE:
        return isinstance(name.base, PlaceWord) and not core
    if name.unit.word == "港":
        return isinstance(name.base, PlaceWord) and not core
    if name.unit.word in _LETTERS:
        return len(core) > 2 and not is_common(core)
    return not core or not names_a_kind(core)

"""How a full name, a type and a level are made of a place, own words and a unit.

Imports the vocabulary, nodes and the word cutter.
"""

from __future__ import annotations

import re

from seeds.reading.organisation_nodes import Node
from seeds.reading.tokens import name_start
from seeds.reading.vocabulary import Unit, boundary_words, table
from unionarchive.common.values import value

# Kinds whose names stay as printed, with a level word in front made full.
PRINTED = frozenset(
    (
        "company", "plant", "bank", "hospital", "school", "community", "media", "station", "police", "agency", "shop",
        "local_brand", "team", "site", "trade",
    )
)  # fmt: skip
INDUSTRIES = frozenset(table("offices")["industries"]["words"].split())
_GARRISONS = frozenset(("军分区", "警备区"))
_LEVEL = re.compile("(?:市|地区|盟)$")
_LOOSE = frozenset(boundary_words("loose"))


@value
class Where:
    """The place that a name's beginning stands for."""

    name: str
    level: str
    code: str | None


def is_trade(core: str) -> bool:
    """True for the name of an industry: 教科文卫, 陶瓷; not for 决战贡献 or 困难企业."""
    if core in INDUSTRIES:
        return True
    return (
        2 <= len(core) <= 4
        and not name_start(core)
        and core not in _LOOSE
        and not core.endswith(("企业", "单位", "职工"))
    )


def office_name(where: Where, core: str, unit: Unit) -> str:
    if unit.kind == "committee":
        whole = where.level == "province" and where.name.endswith("自治区")
        return f"中共{where.name}{'委员会' if whole else '委'}"
    if unit.kind == "garrison":
        return core + where.name + unit.full
    if unit.full in _GARRISONS:  # 保定军分区
        return _LEVEL.sub("", where.name) + unit.full
    if unit.kind == "sister_party":
        return f"{unit.full}{where.name}委"
    if unit.kind == "party":
        return f"中共{where.name}{'委' if unit.word.startswith('委') else ''}{unit.full}"
    if unit.kind == "league":
        return f"共青团{where.name}委员会"
    if unit.kind == "prefecture_committee":
        return f"中共{where.name}委员会"
    if unit.kind == "prefecture_office":
        return where.name + unit.full
    if unit.kind == "bureau" and core:  # 工业信息科技局 is no 科学技术局
        return where.name + core + unit.word
    return where.name + core + unit.full


def level_for(unit: Unit, where: Where | None) -> str:
    if unit.level == "place":
        return where.level if where else "grassroots"
    return unit.level


def inherited(above: Node, unit: Unit) -> tuple[str, str]:
    """Type and level of a part: a department is what its house is; a union or a party branch is its own kind."""
    if unit.kind in ("headquarters", "workshop", "bureau", "bodies", "centre", "union_part", "national_body"):
        if unit.word in ("女职工委员会", "女工委", "经费审查委员会"):
            return "trade_union", above.level
        return above.type, above.level
    if unit.kind == "subbureau":
        return above.type, "county"
    if unit.kind == "agency" and above.type == "enterprise":  # 交投集团台州管理处
        return above.type, "grassroots"
    if unit.word in ("党组", "纪检监察组", "派驻纪检监察组"):
        return unit.type, above.level
    official = above.level != "grassroots" and above.type in ("trade_union", "government", "mass_organisation")
    if unit.kind == "association":
        return "other", above.level if official else "grassroots"
    if unit.kind == "team" and official:  # the city's union sends its team
        return unit.type, above.level
    if unit.kind == "police":
        return unit.type, "township"
    return unit.type, "grassroots"

"""What a text calls 该公司, 该局 and must have been named before it: a number with a bit for each kind of body."""

from __future__ import annotations

import re

_KINDS = (
    "集团公司|公司|集团|企业|社区|单位|学校|医院|合作社|银行|学院|大学|中心|协会|街道|局|厂|县|市|区|州|站|行|校|队|院"
    "|矿|村|镇|乡|旗|段|馆|所|会|项目|活动|基地|平台"
)
_REFERENCE = re.compile(rf"(?:该|这家|这个|这所)({_KINDS})")
# What may not stand in front is looked for behind the first character, so that the engine skips to where one begins.
_NAME = re.compile(f"({'|'.join(f'{kind[0]}(?<![该各本我全两这].){kind[1:]}' for kind in _KINDS.split('|'))})")
_SAME = {"集团公司": "公司", "学院": "院", "医院": "院", "学校": "校", "银行": "行", "大学": "校"}
_BITS = {kind: 1 << at for at, kind in enumerate(_KINDS.split("|"))}


def _bit(kind: str) -> int:
    return _BITS[_SAME.get(kind, kind)]


def names_of(text: str) -> int:
    """The kinds of bodies that ``text`` names."""
    found = 0
    for kind in set(_NAME.findall(text)):
        found |= _bit(kind)
    return found


def refers_to(text: str) -> int:
    """The kinds of bodies that ``text`` refers to before it names one of the kind itself."""
    found = 0
    if "该" not in text and "这" not in text:
        return 0
    for match in _REFERENCE.finditer(text):
        bit = _bit(match[1])
        if not names_of(text[: match.start()]) & bit:
            found |= bit
        if match.start() > 400:
            break  # what stands so deep in a text says nothing of how it begins
    return found

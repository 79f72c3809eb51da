"""What a text calls 该公司, 该局 and must have been named before it."""

from __future__ import annotations

import re

_BODY = "集团公司|公司|集团|企业|社区|单位|学校|医院|合作社|银行|学院|大学|中心|协会|街道|局|厂|县|市|区|州|站|行|校|队|院|矿|村|镇|乡|旗|段|馆|所|会|项目|活动|基地|平台"
_REFERENCE = re.compile(rf"(?:该|这家|这个|这所)(?P<body>{_BODY})")
_NAME = re.compile(rf"(?<![该各本我全两这])(?P<body>{_BODY})")
_SHORT = {"集团公司": "公司", "学院": "院", "医院": "院", "学校": "校", "银行": "行", "大学": "校"}


def refers_to(text: str) -> frozenset[str]:
    """The kinds of bodies that ``text`` refers to before it names one of the kind itself."""
    found: set[str] = set()
    for match in _REFERENCE.finditer(text):
        kind = _kind(match["body"])
        if kind not in names_of(text[: match.start()]):
            found.add(kind)
    return frozenset(found)


def names_of(text: str) -> frozenset[str]:
    """The kinds of bodies that ``text`` names."""
    return frozenset(_kind(match["body"]) for match in _NAME.finditer(text))


def _kind(body: str) -> str:
    return _SHORT.get(body, body)

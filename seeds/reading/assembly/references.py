"""What a text calls 该公司, 该局 and must have been named before it: a number with a bit for each kind of body."""

from __future__ import annotations

import re

from seeds.reading.facts.lexicon import branches, words_of

_KINDS = words_of("pages_lines.kinds")
_REFERENCE = re.compile(f"(?:该|这家|这个|这所)({branches(_KINDS)})")
# What may not stand in front is looked for behind the first character, so that the engine skips to where one begins.
_NAME = re.compile(f"({branches(_KINDS, {kind[0]: '(?<![该各本我全两这].)' for kind in _KINDS})})")
_SAME = {"集团公司": "公司", "学院": "院", "医院": "院", "学校": "校", "银行": "行", "大学": "校"}
_BITS = {kind: 1 << at for at, kind in enumerate(_KINDS)}


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

"""Organisations' names: compared without what differs without meaning, and in Latin letters for addresses and search.

This module imports nothing of the project.
"""

from __future__ import annotations

import unicodedata

from pypinyin import Style, lazy_pinyin

_QUOTES = str.maketrans("", "", "\"'“”‘’「」『』《》〈〉＂＇")


def comparable(name: str) -> str:
    """``name`` without width, white space and quotation marks: equal for two ways of printing one name."""
    return "".join(unicodedata.normalize("NFKC", name).translate(_QUOTES).split()).casefold()


def syllables(name: str) -> list[str]:
    """The name's pinyin without tones, a syllable for each Han character; Latin words and numbers stay whole."""
    made = lazy_pinyin(comparable(name), style=Style.NORMAL, errors=_latin_only)
    return [syllable for syllable in made if syllable]


def slug(name: str, *, max_length: int = 200) -> str:
    """``gan-su-sheng-zong-gong-hui`` for 甘肃省总工会, cut at a syllable to ``max_length``; empty without letters."""
    kept, length = [], 0
    for syllable in syllables(name):
        length += len(syllable) + 1
        if length - 1 > max_length:
            break
        kept.append(syllable)
    return "-".join(kept)


def initials(name: str) -> str:
    """``gsszgh`` for 甘肃省总工会."""
    return "".join(syllable if syllable.isdigit() else syllable[0] for syllable in syllables(name))


def sounds(name: str) -> str:
    """What a name is found by in Latin letters: its run-together pinyin and its initials."""
    return f"{''.join(syllables(name))} {initials(name)}".strip()


def _latin_only(characters: str) -> list[str]:
    return "".join(c if c.isascii() and c.isalnum() else " " for c in characters).split()

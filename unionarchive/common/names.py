"""Organisations' names: compared without what differs without meaning, and in Latin letters for addresses and search.

How places are read (长治 is changzhi, 都昌 duchang) comes from ``division_data/readings.tsv``, since the general
dictionary takes the commoner reading of a character. This module imports nothing of the project but that table.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from functools import lru_cache

import jieba
from pypinyin import Style, lazy_pinyin, load_phrases_dict

from unionarchive.common.division_table import rows

jieba.setLogLevel(logging.WARNING)  # it tells every process on standard error that it reads its dictionary

_QUOTES = "\"'“”‘’„‟«»「」『』《》〈〉＂＇｢｣"
_BRACKETS = {"[": "(", "]": ")", "【": "(", "】": ")", "〔": "(", "〕": ")", "{": "(", "}": ")"}
_MIDDLE_DOTS = dict.fromkeys("・•‧∙⋅․●", "·")
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_FOLDED = str.maketrans({**dict.fromkeys(_QUOTES), **_BRACKETS, **_MIDDLE_DOTS, **_DASHES})
_RUNG = re.compile(r"(.{2,}?)(自治[州县区旗]|地区|[省市县区州盟旗])")


def comparable(name: str) -> str:
    """``name`` with one width, one kind of bracket, dot and dash, and no quotation marks, white space or case.

    Equal for two ways of printing one name: `（甘肃）“金川”集团` and `(甘肃) 金川 集团`.
    """
    folded = unicodedata.normalize("NFKC", name).translate(_FOLDED)
    kept = "".join(c for c in folded if not c.isspace() and unicodedata.category(c) != "Cf")
    return unicodedata.normalize("NFKC", kept.casefold())


def words(name: str) -> list[str]:
    """The words of a name, a place apart from its rung: 甘肃 省 总工会."""
    found: list[str] = []
    for word in jieba.lcut(comparable(name)):
        rung = _RUNG.fullmatch(word)
        found += rung.groups() if rung else (word,)
    return found


def syllables(name: str) -> list[str]:
    """The name's pinyin without tones, a syllable for each Han character; Latin words and numbers stay whole."""
    _learn_places()
    # The library takes a list here too, which its types leave out.
    made = lazy_pinyin(comparable(name), style=Style.NORMAL, errors=_latin_only)  # type: ignore[arg-type]
    return [syllable for syllable in made if syllable]


def slug(name: str, *, max_length: int = 200) -> str:
    """``gansu-sheng-zonggonghui`` for 甘肃省总工会, cut at a word to ``max_length``; empty without letters or digits.

    A first word that alone is longer is cut at ``max_length``.
    """
    spelled = ["".join(syllables(word)) for word in words(name)]
    made = ""
    for word in filter(None, spelled):
        longer = f"{made}-{word}" if made else word[:max_length]
        if len(longer) > max_length:
            break
        made = longer
    return made


def initials(name: str) -> str:
    """``gsszgh`` for 甘肃省总工会; numbers stay whole, Latin words give their first letter."""
    return "".join(syllable if syllable.isdigit() else syllable[0] for syllable in syllables(name))


def sounds(name: str) -> str:
    """What a name is found by in Latin letters: its run-together pinyin and its initials; empty without either."""
    return f"{''.join(syllables(name))} {initials(name)}".strip()


@lru_cache(maxsize=1)
def _learn_places() -> None:
    load_phrases_dict({name: [[syllable] for syllable in pinyin.split()] for name, pinyin in rows("readings.tsv")})


def _latin_only(characters: str) -> list[str]:
    return "".join(c if c.isascii() and c.isalnum() else " " for c in characters).split()

"""Word cutting with word classes: where a run of characters stops being a name.

The classes of jieba's dictionary say which words are verbs, adverbs, pronouns and so on. Imports jieba and the cutter.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import jieba

from seeds.reading.cutter import cut_known, cut_words
from unionarchive.common.division_names import short_names
from unionarchive.common.division_table import divisions

# Classes of jieba's dictionary whose words do not stand in a name: verbs, adverbs, pronouns, prepositions …
_OUTSIDE = frozenset(("v", "d", "r", "c", "p", "u", "uj", "ul", "uz", "ud", "y", "t", "vd", "vi", "vq", "e", "o"))

_SELDOM = 150  # times in the dictionary's corpus up to which a verb may be a county's short name instead
_RARE = 40  # times in the dictionary's corpus
_PROPER = ("nr", "ns", "nt", "nz", "j")


def _words(group: str) -> frozenset[str]:
    table = tomllib.loads(files("seeds.reading").joinpath("words/cutting.toml").read_text(encoding="utf-8"))
    return frozenset(table[group]["words"].split())


_TRADES, _APPOSED, _VERBS = _words("trades") | _words("brand_words"), _words("apposed"), _words("verbs")
_KINDS = _words("kinds")


class _Dictionary(NamedTuple):
    """The words that do not stand in a name, the proper names, and how often each word stands in its corpus."""

    outside: frozenset[str]
    proper: frozenset[str]
    times: dict[str, int]


@cache
def _dictionary() -> _Dictionary:
    """Jieba's dictionary, read in one go and without what jieba itself makes of it to cut words."""
    outside, proper, times = set(), set(), {}
    with jieba.get_dict_file() as file:
        lines = file.read().decode("utf-8").splitlines()
    for line in lines:
        word, number, tag = line.rstrip().split(" ")
        times[word] = int(number)
        if tag in _OUTSIDE:
            outside.add(word)
        elif tag.startswith(_PROPER):
            proper.add(word)
    return _Dictionary(frozenset(outside - _TRADES | _APPOSED), frozenset(proper), times)


@cache
def _counties() -> frozenset[str]:
    """Short names of counties that the dictionary takes for verbs: 正定 (农商银行), 平定 (化肥厂)."""
    names = (short for each in divisions().values() for short in short_names(each.name, each.level) if len(short) == 2)
    return frozenset(name for name in names if name in _dictionary().outside and frequency(name) < _SELDOM)


@lru_cache(maxsize=16384)
def name_start(words: str, least: int = 1) -> int:
    """Where in ``words`` the run that can be a name begins: after its last verb, adverb, pronoun or preposition.

    Words shorter than ``least`` are let pass.
    """
    outside = _dictionary().outside
    at = len(words)
    for token in reversed(cut_words(words)):
        if len(token) >= least and token in outside and (len(token) > 1 or token in _VERBS):
            return 0 if at == len(token) < len(words) and token in _counties() else at
        at -= len(token)
    # 联合 is a word of names only at their end (联合会).
    return 2 if words.startswith("联合") and len(words) > 3 else 0


@lru_cache(maxsize=16384)
def cut(words: str) -> tuple[str, ...]:
    """The dictionary's words in a short stretch."""
    return tuple(cut_known(words))


def is_word(words: str) -> bool:
    """True for a word of the dictionary."""
    return frequency(words) > 0


def is_proper(words: str) -> bool:
    """True for a proper name of the dictionary."""
    return words in _dictionary().proper


@lru_cache(maxsize=8192)
def is_common(words: str) -> bool:
    """True when all the words are of the dictionary and none of them is a proper name: 煤气, 服装, 快递."""
    proper = _dictionary().proper
    return all(len(token) > 1 and is_word(token) and token not in proper for token in cut(words))


@lru_cache(maxsize=8192)
def names_a_kind(words: str) -> bool:
    """True when the words only say what kind of body it is: 物流, 股份制商业, 民办职业; not for 红旗, 徽商."""
    return all(token in _KINDS for token in cut(words))


def is_rare(word: str) -> bool:
    """True for a word that the dictionary hardly knows: 攀钢, 包商, but not 聆听."""
    return frequency(word) < _RARE


def frequency(word: str) -> int:
    """How often the dictionary's corpus has ``word``; 0 for none of its words."""
    return _dictionary().times.get(word, 0)

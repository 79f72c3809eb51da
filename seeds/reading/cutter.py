"""Cuts texts into words: jieba's words, by its compiled twin where that gives the same ones.

rjieba has jieba's dictionary and model and is some thirteen times as fast. With the dictionary alone it cuts as jieba
does; where words are guessed it differs in letters and digits with signs among them (2.0.3, a.jpg), in the rarest Han
and in a character five times over. Texts that have any of these are jieba's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import jieba

_compiled: Callable[[str, bool], list[str]] | None
try:
    from rjieba import cut as _compiled
except ImportError:  # no wheel for the machine: slower, and the same words
    _compiled = None

_GUESSED_OTHERWISE = re.compile(r"[+#&._%-]|[\u3400-\u4dbf\u9fd6-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_REPEATED = re.compile(r"([\u4e00-\u9fff])\1{4}")  # five times the same: ways to cut that are equally likely


def dictionary() -> Iterator[str]:
    """Every word of the dictionary."""
    with jieba.get_dict_file() as file:
        for line in file:
            yield line.decode("utf-8").split(" ", 1)[0]


def cut_words(text: str) -> list[str]:
    """The words of ``text``, guesses at words that the dictionary does not know included."""
    if _compiled is None or _GUESSED_OTHERWISE.search(text) or _REPEATED.search(text):
        return list(jieba.lcut(text))
    try:
        return _compiled(text, True)
    except UnicodeEncodeError:  # halves of characters, which no decoded file has
        return list(jieba.lcut(text))


def cut_known(text: str) -> list[str]:
    """The words of ``text`` that the dictionary knows, and single characters between them."""
    if _compiled is None:
        return list(jieba.lcut(text, HMM=False))
    try:
        return _compiled(text, False)
    except UnicodeEncodeError:
        return list(jieba.lcut(text, HMM=False))

"""How a text begins: as a paragraph does, in the middle of a sentence, or as an article. Judged by its first words."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from seeds.reading.cutter import cut_known

_FIRST, _WORDS = 24, 8  # characters and words that are looked at
_LOOKED_AT = 40  # characters in which the first clause ends
_CLAUSE = re.compile("[，。；：！？、]")
_LEDE = re.compile(
    r"(?:本[报网刊]|新华社|据新华社).{0,40}?(?:讯|电|报道：|[）)])[：:]?\s*(?:[（(][^（）()]{2,40}[）)])?\s*"
)
_DIGIT = re.compile(r"[0-9０-９]")
_MOST = 4.0  # odds beyond this say no more


class Opening(NamedTuple):
    """Logarithms of odds against an ordinary paragraph, at most 4 either way, halved: what weights are fitted to."""

    middle: float  # it goes on inside a clause
    clause: float  # it goes on after a comma
    article: float  # it begins an article


class _Sign(NamedTuple):
    """What a text may begin with, by its ``name`` in the tables, and what it says for each of the three."""

    name: str
    middle: float
    clause: float
    article: float


class _Signs(NamedTuple):
    """The signs by what they are of, so that no name has to be put together to look one up; ``always`` holds."""

    words: tuple[dict[str, _Sign], ...]  # the first word, the second, the third, any later one
    starts: dict[str, _Sign]  # characters or two words that a text begins with
    lengths: dict[str, _Sign]  # thirds of characters to the end of the first clause
    marks: dict[str, _Sign]  # the mark there
    always: Opening


@cache
def _signs() -> _Signs:
    table = tomllib.loads((Path(__file__).resolve().parents[1] / "words" / "pages_openings.toml").read_text("utf-8"))
    tables = [
        {sign: float(odds) for odds, signs in table[kind].items() if odds != "always" for sign in signs.split()}
        for kind in Opening._fields
    ]
    known = {name: _Sign(name, *(one.get(name, 0.0) for one in tables)) for one in tables for name in one}
    *words, starts, lengths, marks = (
        {name[1:]: sign for name, sign in known.items() if name[0] == first} for first in "123+^np"
    )
    return _Signs(tuple(words), starts, lengths, marks, Opening(*(table[kind]["always"] for kind in Opening._fields)))


@lru_cache(maxsize=4096)
def opening_of(text: str) -> Opening:
    """How ``text`` begins; what stands before its first sentence as 本报讯 is left out."""
    bare = _LEDE.sub("", text[:80], count=1).lstrip() if text[:1] in "本新据" else text
    middle = clause = article = 0.0
    for sign in sorted(_signs_of(_DIGIT.sub("0", bare[:_LOOKED_AT]))):
        middle, clause, article = middle + sign.middle, clause + sign.clause, article + sign.article
    always = _signs().always
    whole = (middle + always.middle, clause + always.clause, article + always.article)
    return Opening(*(max(min(one, _MOST), -_MOST) / 2 for one in whole))


def _signs_of(text: str) -> set[_Sign]:
    """The signs of an opening that the tables know."""
    words = [word for word in cut_known(text[:_FIRST]) if not word.isspace()][:_WORDS]
    signs, end = _signs(), _CLAUSE.search(text)
    later = signs.words[-1]
    found = {
        *(sign for known, word in zip(signs.words, words[:3], strict=False) if (sign := known.get(word))),
        *(sign for word in words[3:] if (sign := later.get(word))),
        signs.starts.get(text[:1]),
        signs.starts.get(text[:2]),
        signs.starts.get("_".join(words[:2])),
        signs.lengths.get(str(min((end.start() if end else _LOOKED_AT) // 3, 8))),
        signs.marks.get(end[0] if end else "-"),
    }
    return {sign for sign in found if sign is not None}

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


@cache
def _odds() -> tuple[dict[str, Opening], Opening]:
    """The odds of each sign in either of the three, 0 where it says nothing, and those of any text."""
    table = tomllib.loads((Path(__file__).resolve().parents[1] / "words" / "pages_openings.toml").read_text("utf-8"))
    tables = [
        {sign: float(odds) for odds, signs in table[kind].items() if odds != "always" for sign in signs.split()}
        for kind in Opening._fields
    ]
    signs = {sign: Opening(*(one.get(sign, 0.0) for one in tables)) for one in tables for sign in one}
    return signs, Opening(*(table[kind]["always"] for kind in Opening._fields))


@lru_cache(maxsize=4096)
def opening_of(text: str) -> Opening:
    """How ``text`` begins; what stands before its first sentence as 本报讯 is left out."""
    bare = _LEDE.sub("", text[:80], count=1).lstrip() if text[:1] in "本新据" else text
    odds, always = _odds()
    middle = clause = article = 0.0
    for sign in sorted({sign for sign in _signs(_DIGIT.sub("0", bare[:_LOOKED_AT])) if sign in odds}):
        one = odds[sign]
        middle, clause, article = middle + one[0], clause + one[1], article + one[2]
    whole = (middle + always.middle, clause + always.clause, article + always.article)
    return Opening(*(max(min(one, _MOST), -_MOST) / 2 for one in whole))


def _signs(text: str) -> list[str]:
    """The signs of an opening, under their names in the tables."""
    words = [word for word in cut_known(text[:_FIRST]) if not word.isspace()][:_WORDS]
    found = _CLAUSE.search(text)
    return [
        *(f"{place}{word}" for place, word in enumerate(words[:3], 1)),
        *(f"+{word}" for word in words[3:]),
        f"^{text[:1]}",
        f"^{text[:2]}",
        "^" + "_".join(words[:2]),
        f"n{min((found.start() if found else _LOOKED_AT) // 3, 8)}",
        "p" + (found[0] if found else "-"),
    ]

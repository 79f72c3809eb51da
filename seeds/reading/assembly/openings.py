"""How a text begins: as a paragraph does, in the middle of a sentence, or as an article. Judged by its first words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from seeds.reading.cutter import cut_known

_FIRST, _WORDS = 24, 8  # characters and words that are looked at
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
def _tables() -> tuple[dict[str, float], ...]:
    table = tomllib.loads((Path(__file__).resolve().parents[1] / "words" / "pages_openings.toml").read_text("utf-8"))
    return tuple(
        {"always": table[kind]["always"]}
        | {sign: float(odds) for odds, signs in table[kind].items() if odds != "always" for sign in signs.split()}
        for kind in Opening._fields
    )


@lru_cache(maxsize=4096)
def opening_of(text: str) -> Opening:
    """How ``text`` begins; what stands before its first sentence as 本报讯 is left out."""
    bare = _LEDE.sub("", text[:80], count=1).lstrip() if text[:1] in "本新据" else text[:80]
    signs = set(_signs(_DIGIT.sub("0", bare)))
    odds = (sum(table.get(sign, 0.0) for sign in sorted(signs)) + table["always"] for table in _tables())
    return Opening(*(max(min(one, _MOST), -_MOST) / 2 for one in odds))


def _signs(text: str) -> Iterator[str]:
    """The signs of an opening that the tables know, under their names there."""
    words = [word for word in cut_known(text[:_FIRST]) if word.strip()][:_WORDS]
    for place, word in enumerate(words):
        yield f"{place + 1}{word}" if place < 3 else f"+{word}"
    yield f"^{text[:1]}"
    yield f"^{text[:2]}"
    yield "^" + "_".join(words[:2])
    found = _CLAUSE.search(text[:40])
    yield f"n{min((found.start() if found else 40) // 3, 8)}"
    yield "p" + (found[0] if found else "-")

"""The word lists of ``seeds/reading/words`` as tables and as patterns; new words go there, not into code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent.parent / "words"


@lru_cache(maxsize=32)
def words(name: str) -> dict[str, Any]:
    """The tables of ``words/NAME.toml``; FileNotFoundError when there is none."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def one_of(vocabulary: Iterable[str]) -> str:
    """A group that matches any of ``vocabulary``, longest first, for use inside a pattern.

    A class of first characters stands in front, so that a position that cannot begin a word costs one look.
    """
    longest_first = sorted(set(vocabulary), key=lambda word: (-len(word), word))
    firsts = "".join(sorted({re.escape(word[0]) for word in longest_first}))
    return rf"(?=[{firsts}])(?:{'|'.join(map(re.escape, longest_first))})"

"""The word lists of ``seeds/reading/words`` as tables and as patterns; new words go there, not into code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import Any

_FOLDER = Path(__file__).parent.parent / "words"


@lru_cache(maxsize=32)
def words(name: str) -> dict[str, Any]:
    """The tables of ``words/NAME.toml``; FileNotFoundError when there is none."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def words_of(name: str) -> tuple[str, ...]:
    """The words of the group ``name``, its file and its tables: ``people.kin``, ``aid.nouns.titles``.

    KeyError when the file has no such group.
    """
    file, *tables = name.split(".")
    found: Any = words(file)
    for table in tables:
        found = found[table]
    return tuple(found)


def choice(*names: str) -> str:
    """The words of the groups as alternatives, for a choice inside a pattern; longer words go first."""
    return branches(word for name in names for word in words_of(name))


def one_of(vocabulary: Iterable[str]) -> str:
    """A group that matches any of ``vocabulary``, longest first, for use inside a pattern.

    A class of first characters stands in front, so that a position that cannot begin a word costs one look, and words
    that begin alike are looked at together.
    """
    found = sorted(set(vocabulary))
    firsts = "".join(sorted({re.escape(word[0]) for word in found}))
    return rf"(?=[{firsts}])(?:{_branches(found)})"


def leading(vocabulary: Iterable[str], guards: Mapping[str, str] = MappingProxyType({})) -> str:
    """The same for the very beginning of a pattern, where the engine itself looks for first characters, and sooner.

    It does so only where nothing stands in front: what must hold around a word is looked for behind its first
    character, as ``guards`` say by that character.
    """
    return f"(?:{branches(vocabulary, guards)})"


def branches(vocabulary: Iterable[str], guards: Mapping[str, str] = MappingProxyType({})) -> str:
    """The alternatives that ``leading`` groups, for a pattern that begins with a choice between these and others."""
    return _branches(sorted(set(vocabulary)), guards)


def _branches(found: list[str], guards: Mapping[str, str] = MappingProxyType({})) -> str:
    """The alternatives of sorted words, those with the same first character as one; a longer word goes before."""
    branches = []
    for first, group in groupby((word for word in found if word), key=lambda word: word[0]):
        rests = [word[1:] for word in group]
        longer = _branches(rests)
        inner = f"(?:{longer})" if "|" in longer else longer
        whole = "" in rests
        rest = f"(?:{longer})?" if longer and whole else inner
        branches.append(re.escape(first) + guards.get(first, "") + rest)
    return "|".join(branches)

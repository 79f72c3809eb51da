"""Which questions are answered, and rightly: the half of ``benchmarks.search`` about recall and precision.

The truth is Python's ``in`` over the printed texts. Questions are of 2 to 8 characters: stretches from anywhere, words
as a dictionary cuts them (and neighbouring ones together), and both again in traditional characters, as a reader in
Hong Kong or Taipei types them.
"""

from __future__ import annotations

import itertools
import random
import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import jieba
from opencc import OpenCC

from benchmarks.search_corpus import KIND, rows, sentences
from benchmarks.search_speed import Archive, open_archive
from unionarchive.common.search.finding import Search
from unionarchive.common.search.query import parse
from unionarchive.common.search.tokens import Text

_MOST = 1_000_000

Find = Callable[[str], set[int]]


@dataclass(frozen=True, slots=True)
class Question:
    """``typed`` finds the texts that have ``meant`` in them."""

    typed: str
    meant: str


@dataclass(frozen=True, slots=True)
class Recall:
    """Means over ``questions`` of the share of the right rows found, and of the found rows that are right."""

    engine: str
    contestant: str
    asked: str
    questions: int
    recall: float
    precision: float


def recall(engine: str, size: int, *, number: int, folder: Path) -> list[Recall]:
    """Every contestant of ``engine`` asked ``number`` questions of each sort over ``size`` made articles."""
    texts = {row.number: row.text for row in rows(size)}
    asked = question_sets(number)
    truth = _truth(texts, {question.meant for questions in asked.values() for question in questions})
    with closing(open_archive(engine, folder, size, with_rivals=True, is_kept=False)) as archive:
        contestants = {"ours": _ours(archive), **_rivals(archive, texts)}
        return [
            _measured(engine, name, kind, questions, find, truth)
            for name, find in contestants.items()
            for kind, questions in asked.items()
        ]


def question_sets(number: int) -> dict[str, list[Question]]:
    """``number`` questions of each sort, the same every time."""
    random_ones, domain = stretches(number, seed=7), domain_words(number, seed=8)
    convert = OpenCC("s2t").convert
    return {
        "random": [Question(text, text) for text in random_ones],
        "domain": [Question(text, text) for text in domain],
        "random, traditional": [Question(convert(text), text) for text in random_ones],
        "domain, traditional": [Question(convert(text), text) for text in domain],
    }


def stretches(number: int, *, seed: int) -> list[str]:
    """Stretches of 2 to 8 word characters, wherever words begin and end."""
    draw, found = random.Random(seed), list[str]()
    stock = [run for sentence in sentences() for run in re.findall(r"\w{8,}", sentence)]
    while len(found) < number:
        run, length = draw.choice(stock), draw.randint(2, 8)
        start = draw.randrange(len(run) - length + 1)
        found.append(run[start : start + length])
    return found


def domain_words(number: int, *, seed: int) -> list[str]:
    """Words as jieba cuts them, and neighbouring words together, of 2 to 8 characters."""
    found: set[str] = set()
    for sentence in sentences():
        words = list(jieba.cut(sentence))
        found.update(words)
        found.update(map("".join, itertools.pairwise(words)))
    fitting = sorted(word for word in found if re.fullmatch(r"\w{2,8}", word))
    return random.Random(seed).sample(fitting, number)


def _truth(texts: Mapping[int, Text], needles: Iterable[str]) -> dict[str, set[int]]:
    return {
        needle: {number for number, text in texts.items() if needle in text.title or needle in text.body}
        for needle in needles
    }


def _ours(archive: Archive) -> Find:
    def find(typed: str) -> set[int]:
        search = Search(archive.index, KIND, parse(typed), archive.texts, seconds=60)
        refs, is_all = search.all_refs(most=_MOST)
        if not is_all:
            raise RuntimeError(f"{typed} was not answered to its end")
        return set(refs)

    return find


def _rivals(archive: Archive, texts: Mapping[int, Text]) -> dict[str, Find]:
    """What the database offers, and an index of words: each asked for every row."""
    found = {name: _asked_for_all(ask) for name, ask in archive.rivals(limit=_MOST).items()}
    return found | {"FTS5 over jieba's words": _words(texts)}


def _asked_for_all(ask: Callable[[str], list[int]]) -> Find:
    return lambda typed: set(ask(typed))


def _words(texts: Mapping[int, Text]) -> Find:
    """An index of words as jieba cuts them for search engines, asked for the words of the question in a row."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5 (text, content='', tokenize='unicode61')")
    cut = ((number, _cut(f"{text.title}\n{text.body}")) for number, text in texts.items())
    connection.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", cut)

    def find(typed: str) -> set[int]:
        return {n for (n,) in connection.execute("SELECT rowid FROM words WHERE words MATCH ?", (f'"{_cut(typed)}"',))}

    return find


@lru_cache(maxsize=10_000)
def _cut(text: str) -> str:
    return " ".join(word for word in jieba.cut(text) if re.search(r"\w", word))


def _measured(
    engine: str, name: str, kind: str, questions: list[Question], find: Find, truth: Mapping[str, set[int]]
) -> Recall:
    sums = {"recall": 0.0, "precision": 0.0}
    for question in questions:
        wanted, got = truth[question.meant], find(question.typed)
        sums["recall"] += len(wanted & got) / len(wanted) if wanted else 1.0
        sums["precision"] += len(wanted & got) / len(got) if got else 1.0
    return Recall(
        engine, name, kind, len(questions), sums["recall"] / len(questions), sums["precision"] / len(questions)
    )

"""A large made archive and the questions put to it, the same every time.

Articles of about 600 characters are put together from the sentences of the bundled documents, so that their words, and
how often words occur, are those of such papers; half of the sentences have a name or a figure of their own, so that
rare words exist too.
"""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import jieba

from unionarchive.common.search.index import Entry
from unionarchive.common.search.tokens import Text

LENGTH = 600
KIND = 1
_DOCUMENTS = Path(__file__).resolve().parent.parent / "seeds" / "documents"
_DAYS = 1500  # about four years of papers
_FIRST_DAY = datetime.date(2019, 1, 1)
_COUNTIES = "安平宁昌兴永长新清通泰和丰德福乐海江山河东南西北中高临大"
_BATCH = 2000
_FACETS = ("news", "feature", "brief")


@dataclass(frozen=True, slots=True)
class Row:
    """One made article."""

    number: int
    day: datetime.date
    text: Text

    def entry(self) -> Entry:
        return Entry(
            self.number,
            self.day,
            self.text,
            frozenset({f"year{self.day.year}", f"form{_FACETS[self.number % 3]}", f"publication{self.number % 40}"}),
        )


def sentences() -> list[str]:
    found = []
    for path in sorted(_DOCUMENTS.glob("*.txt")):
        text = re.sub(r"\s+", "", path.read_text(encoding="utf-8"))
        found += [sentence for sentence in re.findall(r"[^。！？]+[。！？]", text) if 8 <= len(sentence) <= 120]
    return found


def rows(number: int, *, seed: int = 5) -> Iterator[Row]:
    """``number`` articles; ten million begin with the same as ten."""
    stock, draw = sentences(), random.Random(seed)
    for at in range(1, number + 1):
        body = ""
        while len(body) < LENGTH:
            body += draw.choice(stock) if draw.random() < 0.5 else _own(draw, draw.choice(stock))
        headline = draw.choice(stock)[: draw.randint(9, 22)].rstrip("，、。！？；：")
        yield Row(at, _FIRST_DAY + datetime.timedelta(days=draw.randrange(_DAYS)), Text(headline, body))


def batches(number: int) -> Iterator[list[Row]]:
    """``rows(number)``, as many at a time as fit well into one transaction."""
    made = rows(number)
    while batch := list(islice(made, _BATCH)):
        yield batch


def _own(draw: random.Random, sentence: str) -> str:
    """``sentence`` with a county and a figure that few other articles have."""
    county = f"{draw.choice(_COUNTIES)}{draw.choice(_COUNTIES)}县"
    return f"{county}{sentence[:-1]}，计{draw.randrange(10, 10_000)}人次。"


@dataclass(frozen=True, slots=True)
class Questions:
    """Queries by what is asked of them: one word, two words, seven characters in a row."""

    one_word: tuple[str, ...]
    two_words: tuple[str, ...]
    phrase: tuple[str, ...]

    def kinds(self) -> dict[str, tuple[str, ...]]:
        return {"one word": self.one_word, "two words": self.two_words, "7 characters": self.phrase}


def questions(number: int = 300, *, seed: int = 9) -> Questions:
    """Words as a dictionary cuts them, and stretches from anywhere; all of them occur."""
    draw, stock = random.Random(seed), sentences()
    words = sorted({w for sentence in stock for w in jieba.cut(sentence) if re.fullmatch(r"\w{2,6}", w)})
    runs = [run for sentence in stock for run in re.findall(r"\w{7,}", sentence)]
    phrases = []
    for _ in range(number):
        run = draw.choice(runs)
        start = draw.randrange(len(run) - 6)
        phrases.append(run[start : start + 7])
    return Questions(
        tuple(draw.choices(words, k=number)),
        tuple(f"{draw.choice(words)} {draw.choice(words)}" for _ in range(number)),
        tuple(phrases),
    )

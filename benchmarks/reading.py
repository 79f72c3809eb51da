"""What does reading a page cost beside merely cutting it into words?

``python -m benchmarks.reading [--size N] [--runs N] [--json]``: CPU time of ``seeds.reading.reader.read``, from lines
to facts, over that of one bare ``jieba.lcut`` of the same pages, start-up aside; and whether memory grows with them.
"""

from __future__ import annotations

import logging

import jieba

from benchmarks.measuring import Contestant, Work, main
from benchmarks.pages import pages
from seeds.reading.drafts import Context
from seeds.reading.reader import read

QUESTION = "CPU time of reading pages, from lines to facts, over that of cutting the same pages into words"


def reading(size: int) -> Work:
    """The reader at work on made pages; its dictionaries, automata and patterns are loaded before."""
    corpus = list(pages(size))
    context = Context(name="made.txt", home_place="甘肃省")
    for page in pages(60_000, seed=1):
        read(page, context)
    return Work((read(page, context) for page in corpus), len(corpus), _bytes(corpus))


def cutting(size: int) -> Work:
    """jieba at work on the same pages, its dictionary loaded before."""
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    corpus = list(pages(size))
    return Work((jieba.lcut(page) for page in corpus), len(corpus), _bytes(corpus))


def _bytes(corpus: list[str]) -> int:
    return sum(len(page.encode()) for page in corpus)


if __name__ == "__main__":
    main(QUESTION, [Contestant("reading", reading), Contestant("jieba.lcut", cutting)], size=1_000_000, unit="B")

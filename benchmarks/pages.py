"""Newspaper pages without end: the bundled documents with their sentences shuffled.

Each page takes the shape of a bundled document, paragraph by paragraph and column by column, and deals that document's
sentences and headlines out to it anew, so that it looks and costs what a real page does. Same seed, same pages.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "seeds" / "documents"
_SENTENCE = re.compile(r"[^。！？]+[。！？]+[”’」』）]?|[^。！？]+$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines between empty ones: the ``width`` they are set in, the ``sentences`` they hold, whether any is whole."""

    width: int
    sentences: tuple[str, ...]
    whole: bool


def pages(size: int, *, seed: int = 20200205) -> Iterator[str]:
    """Pages of together at least ``size`` bytes of UTF-8, and less than one page more."""
    shuffle = random.Random(seed)
    shapes = _shapes()
    made = 0
    while made < size:
        page = "\n\n".join(_shuffled(shuffle.choice(shapes), shuffle)) + "\n"
        made += len(page.encode())
        yield page


def _shuffled(shape: tuple[Paragraph, ...], shuffle: random.Random) -> Iterator[str]:
    # Paragraphs that end in a full stop keep to themselves; so do headlines, bylines and ends that the page cut off.
    piles: dict[bool, list[str]] = {True: [], False: []}
    for paragraph in shape:
        piles[paragraph.whole] += paragraph.sentences
    for pile in piles.values():
        shuffle.shuffle(pile)
    for paragraph in shape:
        text = "".join(piles[paragraph.whole].pop() for _ in paragraph.sentences)
        yield "\n".join(text[start : start + paragraph.width] for start in range(0, len(text), paragraph.width))


@lru_cache(maxsize=1)
def _shapes() -> tuple[tuple[Paragraph, ...], ...]:
    documents = sorted(FOLDER.glob("*.txt"))
    return tuple(tuple(_paragraphs(path.read_text("utf-8-sig"))) for path in documents)


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in block.splitlines()]
        sentences = tuple(_SENTENCE.findall("".join(lines)))
        yield Paragraph(max(map(len, lines)), sentences, block.rstrip().endswith(("。", "！", "？", "”")))

"""Fit what strips are about: ``python -m tests.reading.fit_about --corpus FOLDER [--without SET …] [--out FILE]``.

A batch is of several pages, their stories cut into strips at random: the nets learn to tell for each strip which
others are of its story, among those of its page and among all, beside what words in common tell already. They
learn from a corpus first (files in the form of ``story_pages``), then mostly from the stories of annotated pages and
those written for this project. Only the rows of a batch are moved in a step, and words in common are reckoned with
sparse matrices. Needs PyTorch and SciPy, which only the fits of nets do, and ten minutes on one core.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from scipy import sparse
from torch import nn

from seeds.reading.assembly.about import FEW, WEIGHTS, words_of
from seeds.reading.assembly.going_on import plain
from seeds.reading.assembly.table import Array, Floats, Ints
from tests.reading.page_sets import SETS
from tests.reading.pages_laid_anew import Story
from tests.reading.story_pages import annotated_stories, pages_for_strips, written_pages

_VECTOR = 64
_LEAST, _LEAST_ON_PAGES = 80, 10  # paragraphs of the corpus, or stories of pages, that a word is in before it is known
_STORY = 3  # a story of the pages counts as so many paragraphs of the corpus
_PAGES, _STORIES, _STRIPS = 6, 8, 7  # of a batch; of a page; of a story
_LENGTHS = (18, 30, 45, 70, 100, 150, 220)  # characters of a strip, more or less
_SHORT = 12  # characters: a shorter strip is none
_WHOLE = 0.75  # the share of strips that end with a sentence
_LOST = 0.4  # the share of words of a strip that are left out, on average
_AMONG_ALL = 0.5  # what telling strips of other pages counts
_OWN = 0.85  # the share of batches that are not from the corpus, when both teach
_RATES = (2e-3, 1e-3)  # of learning, from the corpus and from pages
_SENTENCE_END = re.compile("[。!?]")
_CHARACTER = 16  # bits of a code


@dataclass(frozen=True, slots=True)
class Words:
    """The characters and pairs that are known, by their codes in order, and how rare each is: a logarithm."""

    codes: Ints
    rare: Floats

    def rows(self, codes: Ints) -> Ints:
        """The row of each of ``codes``, -1 for one that is not known."""
        rows = np.minimum(np.searchsorted(self.codes, codes), len(self.codes) - 1)
        return np.where(self.codes[rows] == codes, rows, -1)

    @classmethod
    def of(cls, corpus: Sequence[Sequence[Story]], pages: Sequence[Sequence[Story]]) -> Words:
        """Those that enough paragraphs of ``corpus`` have, or enough stories of ``pages``."""
        large: Counter[int] = Counter()
        own: Counter[int] = Counter()
        paragraphs = [plain(one) for page in corpus for story in page for one in story.paragraphs]
        for paragraph in paragraphs:
            large.update(words_of(paragraph)[1].tolist())
        stories = [story for page in pages for story in page]
        for story in stories:
            own.update(words_of(plain("".join([*story.heads, *story.paragraphs])))[1].tolist())
        codes = sorted(
            code for code in large.keys() | own.keys() if large[code] >= _LEAST or own[code] >= _LEAST_ON_PAGES
        )
        held = np.array([large[code] + _STORY * own[code] for code in codes])
        count = len(paragraphs) + _STORY * len(stories)
        return cls(np.array(codes, dtype=np.int64), np.log((count + 1) / (held + 1)))


class Text:
    """A text whose characters are numbered: the rows of what begins at each, -1 for nothing that is known."""

    def __init__(self, text: str, words: Words) -> None:
        """Number ``text``, which has no white space."""
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
        han = (points >= 0x3400) & (points <= 0x9FFF)
        self.length = len(points)
        self._characters = np.where(han, words.rows(points), -1)
        pairs = words.rows(points[:-1] << _CHARACTER | points[1:])
        self._pairs = np.where(han[:-1] & han[1:], pairs, -1)
        self.ends = np.array([found.end() for found in _SENTENCE_END.finditer(text)], dtype=np.int64)

    def rows(self, start: int, end: int) -> Ints:
        """The rows of the different words between two places."""
        rows = np.unique(np.concatenate([self._characters[start:end], self._pairs[start : max(start, end - 1)]]))
        return rows[rows >= 0]


@dataclass(frozen=True, slots=True)
class Told:
    """A story with its texts numbered; ``head`` is None where it has none."""

    head: Text | None
    body: Text

    @classmethod
    def of(cls, story: Story, words: Words) -> Told:
        """Number the texts of ``story``."""
        head = Text(plain("".join(story.heads)), words) if story.heads else None
        return cls(head, Text(plain("".join(story.paragraphs)), words))

    def strips(self, random: np.random.Generator) -> list[tuple[Text, int, int, bool]]:
        """The head and strips of the text, cut at random: where each begins and ends, and whether it is the head."""
        strips = [(self.head, 0, self.head.length, True)] if self.head else []
        body, at = self.body, 0
        while at < body.length:
            end = min(at + int(random.choice(_LENGTHS) * random.uniform(0.7, 1.3)), body.length)
            if random.random() < _WHOLE and (next_end := np.searchsorted(body.ends, end)) < len(body.ends):
                end = int(body.ends[next_end])
            if end - at >= _SHORT:
                strips.append((body, at, end, False))
            at = end
        if len(strips) > _STRIPS:
            strips = [strips[at] for at in np.sort(random.choice(len(strips), _STRIPS, replace=False))]
        return strips


@dataclass(frozen=True, slots=True)
class Batch:
    """Strips as the rows of their words; ``story`` and ``page`` say where each is from."""

    rows: Sequence[Ints]
    story: Ints
    page: Ints
    heading: Array

    @classmethod
    def of(cls, pages: Sequence[Sequence[Told]], random: np.random.Generator) -> Batch:
        """Strips of some of ``pages``."""
        kept, where = [], []
        for page in random.choice(len(pages), min(_PAGES, len(pages)), replace=False).tolist():
            first = int(random.integers(0, max(len(pages[page]) - _STORIES, 0) + 1))
            for story in pages[page][first : first + _STORIES]:
                for text, start, end, heading in story.strips(random):
                    rows = text.rows(start, end)
                    rows = rows[random.random(len(rows)) > _LOST * 2 * random.random()]
                    if len(rows) > 2:
                        kept.append(rows)
                        where.append((id(story), page, heading))
        story_of, page_of, headings = (np.array(column) for column in zip(*where, strict=True))
        return cls(kept, story_of, page_of, headings)


class Net(nn.Module):
    """The vectors of words; ``about`` reckons the same with numpy."""

    def __init__(self, rare: Floats) -> None:
        """Know as many words as ``rare`` says how rare they are."""
        super().__init__()
        self.vectors = nn.Embedding(len(rare), _VECTOR, sparse=True)
        nn.init.normal_(self.vectors.weight, 0, 0.1)
        self.weight = nn.Embedding(len(rare), 1, sparse=True)
        self.weight.weight.data[:, 0] = torch.from_numpy(np.log(rare / rare.mean() + 0.05)).float()
        self.heading = nn.Linear(_VECTOR, _VECTOR, bias=False)
        nn.init.eye_(self.heading.weight)
        self.scale, self.common = nn.Parameter(torch.tensor(3.0)), nn.Parameter(torch.tensor(6.0))

    def forward(self, batch: Batch) -> torch.Tensor:
        """The vectors of the strips of a batch."""
        sizes = torch.tensor([len(row) for row in batch.rows])
        numbers = torch.from_numpy(np.concatenate(batch.rows))
        weight = torch.exp(self.weight(numbers)[:, 0])
        own = torch.repeat_interleave(torch.arange(len(sizes)), sizes)
        sums = torch.zeros(len(sizes), _VECTOR).index_add(0, own, self.vectors(numbers) * weight[:, None])
        made = sums / (torch.zeros(len(sizes)).index_add(0, own, weight)[:, None] + FEW)
        return torch.where(torch.from_numpy(batch.heading)[:, None], self.heading(made), made)

    def kept(self, words: Words) -> dict[str, Any]:
        """What is written: vectors as whole numbers from -127 to 127, a scale for each place in them."""
        exact = self.vectors.weight.detach().numpy() * np.sqrt(self.scale.item())
        scale = np.maximum(np.abs(exact).max(axis=0) / 127, 1e-9).astype(np.float32)
        return {
            "codes": words.codes.astype(np.uint32),
            "vectors": np.round(exact / scale).astype(np.int8),
            "scale": scale,
            "weight": self.weight.weight.detach().numpy()[:, 0].astype(np.float16),
            "heading": self.heading.weight.detach().numpy().astype(np.float16),
        }


def in_common(rows: Sequence[Ints], rare: Floats) -> Floats:
    """How many words every two strips have in common, the rarer the heavier, from 0 to 1."""
    held = np.concatenate(rows)
    begins = np.cumsum([0, *map(len, rows)])
    weights = sparse.csr_matrix((rare[held].astype(np.float32), held, begins), shape=(len(rows), len(rare)))
    sizes = np.sqrt(np.asarray(weights.multiply(weights).sum(axis=1))[:, 0]) + 3
    scaled = sparse.diags(1 / sizes) @ weights
    return np.asarray((scaled @ scaled.T).todense(), dtype=np.float32)


def loss_of(net: Net, rare: Floats, batch: Batch) -> torch.Tensor:
    """The cross-entropy of which strips are of one story: among those of a page, and among all."""
    vectors = net(batch)
    alike = net.scale * (vectors @ vectors.T) + net.common * torch.from_numpy(in_common(batch.rows, rare))
    others = ~np.eye(len(batch.rows), dtype=np.bool_)
    same = torch.from_numpy((batch.story[:, None] == batch.story) & others)
    known = same.any(1)
    among_page = torch.from_numpy((batch.page[:, None] == batch.page) & others)
    loss = torch.zeros(())
    for among, share in ((among_page, 1.0), (torch.from_numpy(others), _AMONG_ALL)):
        shown = alike.masked_fill(~among, -1e9)
        odds = shown - torch.logsumexp(shown, 1, keepdim=True)
        loss = loss - share * ((odds * same).sum(1)[known] / same.sum(1)[known]).mean()
    return loss


def fit(
    net: Net, rare: Floats, corpus: Sequence[Sequence[Told]], pages: Sequence[Sequence[Told]], minutes: float
) -> None:
    """Teach ``net`` for so many ``minutes``: from ``corpus``, and mostly from ``pages`` where there are any."""
    random, began, step = np.random.default_rng(1), time.monotonic(), 0
    rate = _RATES[bool(pages)]
    by_rows = [net.vectors.weight, net.weight.weight]  # a batch moves the rows of its words alone
    rest = [net.heading.weight, net.scale, net.common]
    teachers = (torch.optim.SparseAdam(by_rows, lr=rate), torch.optim.Adam(rest, lr=rate))
    while (passed := (time.monotonic() - began) / 60 / minutes) < 1:
        for group in (group for teacher in teachers for group in teacher.param_groups):
            group["lr"] = rate * (0.5 * (1 + np.cos(np.pi * passed)) + 0.02) * min(1.0, (step + 1) / 100)
        taught = pages if pages and (not corpus or random.random() < _OWN) else corpus
        loss = loss_of(net, rare, Batch.of(taught, random))
        for teacher in teachers:
            teacher.zero_grad()
        loss.backward()
        for teacher in teachers:
            teacher.step()
        step += 1
        if step % 500 == 0:
            print(f"{step} steps, {passed:.0%} of the time, loss {loss.item():.3f}", flush=True)


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="a folder of stories")
    parser.add_argument("--without", nargs="*", default=[], choices=tuple(SETS), help="annotated sets to leave out")
    parser.add_argument("--minutes", type=float, nargs=2, default=(2.0, 9.0), help="for the corpus, and for the pages")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(1)
    corpus = list(written_pages(options.corpus))
    sets = [name for name in SETS if name not in options.without]
    annotated = list(annotated_stories(sets))
    pages = [*annotated, *annotated, *pages_for_strips()]  # those of annotated pages count twice
    words = Words.of(corpus, pages)
    from_corpus, from_pages = ([[Told.of(story, words) for story in page] for page in some] for some in (corpus, pages))
    net = Net(words.rare)
    for taught, minutes in zip(([], from_pages), options.minutes, strict=True):
        fit(net, words.rare, from_corpus, taught, minutes)
    np.savez_compressed(options.out, **net.kept(words))
    print(f"{len(words.codes)} words")


if __name__ == "__main__":
    main()

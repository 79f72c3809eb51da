"""Fit what strips are about: ``python -m tests.reading.fit_about --corpus FOLDER [--without SET …] [--out FILE]``.

A batch is of several pages, their stories cut into strips at random: the nets learn to tell for each strip which
others are of its story, among those of its page and among all, beside what words in common tell already. They
learn from a corpus first (files in the form of ``story_pages``), then mostly from the stories of annotated pages and
those written for this project. Needs PyTorch, which only the fits of nets do, and a quarter of an hour on one core.
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
from torch import nn
from torch.nn import functional

from seeds.reading.assembly.about import FEW, WEIGHTS, words_of
from seeds.reading.assembly.going_on import plain
from seeds.reading.assembly.table import Array, Floats, Ints
from tests.reading.page_sets import SETS
from tests.reading.pages_laid_anew import Story
from tests.reading.story_pages import annotated_stories, written_pages

_VECTOR = 64
_LEAST, _LEAST_ON_PAGES = 80, 10  # paragraphs of the corpus, or stories of pages, that a word is in before it is known
_PAGES, _STORIES, _STRIPS = 6, 8, 7  # of a batch; of a page; of a story
_LENGTHS = (18, 30, 45, 70, 100, 150, 220)  # characters of a strip, more or less
_SHORT = 12  # characters: a shorter strip is none
_WHOLE = 0.75  # the share of strips that end with a sentence
_LOST = 0.2  # the share of words of a strip that are left out, on average
_AMONG_ALL = 0.5  # what telling strips of other pages counts
_OWN = 0.85  # the share of batches that are not from the corpus, when both teach
_RATES = (2e-3, 1e-3)  # of learning, from the corpus and from pages


@dataclass(frozen=True, slots=True)
class Words:
    """The words that are known, by their codes in order, and how rare each is: a logarithm."""

    codes: Ints
    rare: Floats

    def numbers(self, text: str) -> Ints:
        """The numbers of the different words of ``text``."""
        codes = words_of(text)[1]
        places = np.minimum(np.searchsorted(self.codes, codes), len(self.codes) - 1)
        return places[self.codes[places] == codes]

    @classmethod
    def of(cls, corpus: Sequence[Sequence[Story]], pages: Sequence[Sequence[Story]]) -> Words:
        """The words that enough paragraphs of ``corpus`` have, or enough stories of ``pages``."""
        large: Counter[int] = Counter()
        own: Counter[int] = Counter()
        paragraphs = [plain(one) for page in corpus for story in page for one in story.paragraphs]
        for paragraph in paragraphs:
            large.update(words_of(paragraph)[1].tolist())
        for story in (story for page in pages for story in page):
            own.update(words_of(plain("".join([*story.heads, *story.paragraphs])))[1].tolist())
        codes = sorted(
            code for code in large.keys() | own.keys() if large[code] >= _LEAST or own[code] >= _LEAST_ON_PAGES
        )
        held = np.array([large[code] + 3 * own[code] for code in codes])
        return cls(np.array(codes, dtype=np.int64), np.log((len(paragraphs) + 1) / (held + 1)))


@dataclass(frozen=True, slots=True)
class Batch:
    """Strips as the numbers of their words; ``story`` and ``page`` say where each is from."""

    rows: Sequence[Ints]
    story: Ints
    page: Ints
    heading: Array


class Net(nn.Module):
    """The vectors of words; ``about`` reckons the same with numpy."""

    def __init__(self, rare: Floats) -> None:
        """Know as many words as ``rare`` says how rare they are."""
        super().__init__()
        self.vectors = nn.Embedding(len(rare), _VECTOR)
        nn.init.normal_(self.vectors.weight, 0, 0.1)
        self.weight = nn.Parameter(torch.from_numpy(np.log(rare / rare.mean() + 0.05)).float())
        self.heading = nn.Linear(_VECTOR, _VECTOR, bias=False)
        nn.init.eye_(self.heading.weight)
        self.scale, self.common = nn.Parameter(torch.tensor(3.0)), nn.Parameter(torch.tensor(6.0))

    def forward(self, batch: Batch) -> torch.Tensor:
        """The vectors of the strips of a batch."""
        sizes = torch.tensor([len(row) for row in batch.rows])
        numbers = torch.from_numpy(np.concatenate(batch.rows))
        weight = torch.exp(self.weight[numbers])
        begins = torch.cumsum(sizes, 0) - sizes
        sums = functional.embedding_bag(numbers, self.vectors.weight, begins, mode="sum", per_sample_weights=weight)
        whole = torch.zeros(len(sizes)).index_add(0, torch.repeat_interleave(torch.arange(len(sizes)), sizes), weight)
        made = sums / (whole[:, None] + FEW)
        return torch.where(torch.from_numpy(batch.heading)[:, None], self.heading(made), made)

    def kept(self, words: Words) -> dict[str, Any]:
        """What is written: vectors as whole numbers from -127 to 127, a scale for each place in them."""
        exact = self.vectors.weight.detach().numpy() * np.sqrt(self.scale.item())
        scale = np.maximum(np.abs(exact).max(axis=0) / 127, 1e-9).astype(np.float32)
        return {
            "codes": words.codes.astype(np.uint32),
            "vectors": np.round(exact / scale).astype(np.int8),
            "scale": scale,
            "weight": self.weight.detach().numpy().astype(np.float16),
            "heading": self.heading.weight.detach().numpy().astype(np.float16),
        }


def strips_of(story: Story, random: np.random.Generator) -> list[tuple[str, bool]]:
    """The head of a story and strips of its text, cut at random; of each whether it is the head."""
    strips = [(plain("".join(story.heads)), True)] if story.heads else []
    body = plain("".join(story.paragraphs))
    at = 0
    while at < len(body):
        end = at + int(random.choice(_LENGTHS) * random.uniform(0.7, 1.3))
        if random.random() < _WHOLE and (sentence := re.compile("[。!?]").search(body, min(end, len(body)))):
            end = sentence.end()
        if len(body[at:end]) >= _SHORT:
            strips.append((body[at:end], False))
        at = end
    if len(strips) > _STRIPS:
        strips = [strips[at] for at in np.sort(random.choice(len(strips), _STRIPS, replace=False))]
    return strips


def batch_of(pages: Sequence[Sequence[Story]], words: Words, random: np.random.Generator) -> Batch:
    """Strips of some of ``pages``."""
    rows, where = [], []
    for page in random.choice(len(pages), min(_PAGES, len(pages)), replace=False).tolist():
        first = random.integers(0, max(len(pages[page]) - _STORIES, 0) + 1)
        for story in pages[page][first : first + _STORIES]:
            for text, heading in strips_of(story, random):
                numbers = words.numbers(text)
                kept = numbers[random.random(len(numbers)) > _LOST * 2 * random.random()]
                if len(kept) > 2:
                    rows.append(kept)
                    where.append((id(story), page, heading))
    story, page, heading = (np.array(column) for column in zip(*where, strict=True))
    return Batch(rows, story, page, heading)


def in_common(rows: Sequence[Ints], rare: Floats) -> Floats:
    """How many words every two strips have in common, the rarer the heavier, from 0 to 1."""
    numbers, place = np.unique(np.concatenate(rows), return_inverse=True)
    weights = np.zeros((len(rows), len(numbers)), dtype=np.float32)
    weights[np.repeat(np.arange(len(rows)), [len(row) for row in rows]), place] = rare[numbers[place]]
    weights /= np.sqrt((weights**2).sum(axis=1, keepdims=True)) + 3
    return np.asarray(weights @ weights.T)


def loss_of(net: Net, words: Words, batch: Batch) -> torch.Tensor:
    """The cross-entropy of which strips are of one story: among those of a page, and among all."""
    vectors = net(batch)
    common = torch.from_numpy(in_common(batch.rows, words.rare))
    alike = net.scale * (vectors @ vectors.T) + net.common * common
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
    net: Net, words: Words, corpus: Sequence[Sequence[Story]], pages: Sequence[Sequence[Story]], minutes: float
) -> None:
    """Teach ``net`` for so many ``minutes``: from ``corpus``, and mostly from ``pages`` where there are any."""
    random, began, step = np.random.default_rng(1), time.monotonic(), 0
    rate = _RATES[bool(pages)]
    teacher = torch.optim.Adam(net.parameters(), lr=rate)
    while (passed := (time.monotonic() - began) / 60 / minutes) < 1:
        for group in teacher.param_groups:
            group["lr"] = rate * (0.5 * (1 + np.cos(np.pi * passed)) + 0.02) * min(1.0, (step + 1) / 100)
        taught = pages if pages and (not corpus or random.random() < _OWN) else corpus
        loss = loss_of(net, words, batch_of(taught, words, random))
        teacher.zero_grad()
        loss.backward()
        teacher.step()
        step += 1
        if step % 500 == 0:
            print(f"{step} steps, {passed:.0%} of the time, loss {loss.item():.3f}", flush=True)


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="a folder of stories")
    parser.add_argument("--without", nargs="*", default=[], choices=tuple(SETS), help="annotated sets to leave out")
    parser.add_argument("--minutes", type=float, nargs=2, default=(3.0, 10.0), help="for the corpus, and for the pages")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(1)
    corpus = list(written_pages(options.corpus))
    sets = [name for name in SETS if name not in options.without]
    pages = [*annotated_stories(sets), *annotated_stories(sets), *written_pages()]  # those of pages count twice
    words = Words.of(corpus, pages)
    net = Net(words.rare)
    for taught, minutes in zip(([], pages), options.minutes, strict=True):
        fit(net, words, corpus, taught, minutes)
    np.savez_compressed(options.out, **net.kept(words))
    print(f"{len(words.codes)} words")


if __name__ == "__main__":
    main()

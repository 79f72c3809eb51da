"""Fit the two nets across cuts: ``python -m tests.reading.fit_going_on --corpus FOLDER [--out FILE]``.

A corpus is a folder of files in the form of ``story_pages``, newspapers of any kind. The nets learn in a batch of cuts
which end belongs to which beginning: first from the corpus, then mostly from the stories written for this project and
those of annotated pages (``--without`` leaves sets out, to measure on them). ``--learnt FILE`` keeps what the corpus
has taught, or begins with it when it is there. Needs PyTorch, which only the fits of nets do, and an hour on one core.
The weights that are committed are of 25 million characters: a month of People's Daily (January 1998), transcripts of
the evening news of 2022 to 2026, articles of a Hong Kong news site.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from seeds.reading.assembly.going_on import AROUND, BLANK, NEAR, UNKNOWN, WEIGHTS, WINDOW, numbers_of, plain
from seeds.reading.assembly.table import Bools, Ints
from tests.reading.page_sets import SETS
from tests.reading.story_pages import annotated_stories, pages_for_strips, written_pages

_LETTER, _HIDDEN, _VECTOR = 64, 256, 128  # sizes of vectors
_LEAST = 60  # times that a character is seen before it is known
_EDGES = 0.5  # what telling where articles begin and end counts
_AMONG_ALL = 0.5  # what telling cuts of other pages counts
_SHORT = 60  # characters: a shorter article has nothing to cut
_EDGE = 8  # characters on either side of a cut, at least
_TOGETHER, _CUTS = 64, 8  # articles of a batch, cuts of each
_ALIKE = 8  # articles of a batch that stand side by side in the corpus: of one day, they are hard to tell apart
_PAGES = 8  # pages of a batch
_EVERY = 4  # one batch of so many is from the corpus, when pages teach too
_WHOLE = 0.6  # the share of windows that are seen in full; others are as short as a strip may be
_INSIDE, _PAUSE, _SENTENCE = range(3)  # kinds of cuts: in a clause, after a comma, after a sentence
_TURNS = (_INSIDE, _INSIDE, _PAUSE, _SENTENCE)  # a batch is of cuts of one kind
_END, _COMMA = "。.!?", ",;:、"


class Texts:
    """Articles as one row of numbers, with the places where each may be cut."""

    def __init__(self, articles: Sequence[Sequence[str]], numbers: Ints) -> None:
        """Take ``articles``, each a list of paragraphs without white space."""
        kept = [some for some in articles if sum(map(len, some)) >= _SHORT]
        letters = "".join("".join(some) for some in kept)
        points = np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        self.row = numbers[np.minimum(points, len(numbers) - 1)]
        self.starts = np.cumsum([0, *(sum(map(len, some)) for some in kept)])
        ends = {number for number, character in enumerate(letters) if character in _END}
        commas = {number for number, character in enumerate(letters) if character in _COMMA}
        at, paragraphs = 0, set()
        for some in kept:
            for paragraph in some:
                at += len(paragraph)
                paragraphs.add(at)
        self.kind = np.zeros(len(letters) + 1, dtype=np.int64)
        self.kind[[place + 1 for place in commas]] = _PAUSE
        self.kind[[place + 1 for place in ends] + list(paragraphs)] = _SENTENCE

    def cuts(self, articles: Sequence[int], kind: int, random: np.random.Generator) -> tuple[Ints, Ints, Ints]:
        """Windows before and after some cuts of a ``kind`` in ``articles``: rows of ``WINDOW`` numbers; and whose."""
        places, firsts, lasts, whose = [], [], [], []
        for article in articles:
            first, last = int(self.starts[article]), int(self.starts[article + 1])
            some = np.nonzero(self.kind[first + _EDGE : last - _EDGE] == kind)[0] + first + _EDGE
            chosen = random.choice(some, min(_CUTS, len(some)), replace=False)
            places += chosen.tolist()
            firsts += [first] * len(chosen)
            lasts += [last] * len(chosen)
            whose += [article] * len(chosen)
        at = np.array(places, dtype=np.int64)[:, None]
        before, after = at + np.arange(-WINDOW, 0), at + np.arange(WINDOW)
        left = self._seen(before, before >= np.array(firsts)[:, None], random, np.arange(WINDOW, 0, -1))
        right = self._seen(after, after < np.array(lasts)[:, None], random, np.arange(1, WINDOW + 1))
        return left, right, np.array(whose, dtype=np.int64)

    def edges(self, articles: Sequence[int], random: np.random.Generator) -> tuple[Ints, Ints]:
        """Windows at the ends and at the beginnings of ``articles``."""
        first, last = self.starts[articles][:, None], self.starts[np.array(articles) + 1][:, None]
        before, after = last + np.arange(-WINDOW, 0), first + np.arange(WINDOW)
        ends = self._seen(before, before >= first, random, np.arange(WINDOW, 0, -1))
        return ends, self._seen(after, after < last, random, np.arange(1, WINDOW + 1))

    def _seen(self, places: Ints, inside: Bools, random: np.random.Generator, far: Ints) -> Ints:
        """The numbers at ``places`` that are ``inside`` the article and not too ``far`` from the cut."""
        reach = random.integers(_EDGE, WINDOW + 1, len(places))
        reach[random.random(len(places)) < _WHOLE] = WINDOW
        shown = inside & (far <= reach[:, None])
        return np.where(shown, self.row[np.clip(places, 0, len(self.row) - 1)], BLANK)


class Net(nn.Module):
    """The nets on both sides of a cut; ``going_on`` reckons the same with numpy."""

    def __init__(self, characters: int) -> None:
        """Know so many ``characters`` beside the blank and the unknown one."""
        super().__init__()
        self.letters = nn.Embedding(characters + 2, _LETTER)
        self.weight = nn.Embedding(characters + 2, 1)
        nn.init.normal_(self.letters.weight, 0, 0.3)
        nn.init.zeros_(self.weight.weight)
        wide = (NEAR + 2) * _LETTER
        self.hidden = nn.ModuleDict({side: nn.Linear(wide, _HIDDEN) for side in ("before", "after")})
        self.out = nn.ModuleDict({side: nn.Linear(_HIDDEN, _VECTOR) for side in ("before", "after")})
        self.edge = nn.ModuleDict({side: nn.Linear(_HIDDEN, 1) for side in ("before", "after")})

    def forward(self, rows: torch.Tensor, side: str) -> tuple[torch.Tensor, torch.Tensor]:
        """The vectors of windows on one side, and how far an article ends or begins with them."""
        weight = torch.exp(self.weight(rows)[..., 0]) * (rows != BLANK)
        near, around = (slice(-NEAR, None), slice(-AROUND, None)) if side == "before" else (slice(NEAR), slice(AROUND))
        parts = [self.letters(rows[:, near]).flatten(1)]
        for some in (slice(None), around):
            mean = functional.embedding_bag(
                rows[:, some], self.letters.weight, mode="sum", per_sample_weights=weight[:, some]
            )
            parts.append(mean / (weight[:, some].sum(1, keepdim=True) + 0.5))
        hidden = functional.relu(self.hidden[side](torch.cat(parts, 1)))
        return self.out[side](hidden), self.edge[side](hidden)[:, 0]

    def kept(self, characters: Sequence[str]) -> dict[str, Any]:
        """What is written: whole numbers from -127 to 127, with a scale for each row."""
        named = {"letters": self.letters.weight, "weight": self.weight.weight.T}
        for side in ("before", "after"):
            named |= {f"{side}.hidden": self.hidden[side].weight, f"{side}.bias": self.hidden[side].bias[None]}
            for name, layer in ((f"{side}.out", self.out[side]), (f"{side}.edge", self.edge[side])):
                named |= {name: layer.weight, f"{name} bias": layer.bias[None]}
        made: dict[str, Any] = {"characters": np.array(characters)}
        for name, values in named.items():
            exact = values.detach().numpy()
            scale = np.maximum(np.abs(exact).max(axis=1, keepdims=True) / 127, 1e-9).astype(np.float32)
            whole = np.round(exact / scale).astype(np.int8)
            made |= (
                {name: whole.T, f"{name}.scale": scale} if name == "weight" else {name: whole, f"{name}.scale": scale}
            )
        return made


def fit(net: Net, corpus: Texts, pages: Texts | None, groups: Sequence[Sequence[int]], minutes: float) -> None:
    """Teach ``net`` for so many ``minutes``: from ``corpus``, and with ``pages`` mostly from these."""
    random, began, step = np.random.default_rng(1), time.monotonic(), 0
    rate = 1e-3 if pages else 2e-3
    teacher = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=0.01)
    count = len(corpus.starts) - 1
    page_of = np.array([number for number, group in enumerate(groups) for _ in group])
    while (passed := (time.monotonic() - began) / 60 / minutes) < 1:
        for group in teacher.param_groups:
            group["lr"] = rate * (0.5 * (1 + np.cos(np.pi * passed)) + 0.01) * min(1.0, (step + 1) / 200)
        kind = _TURNS[(step // _EVERY if pages else step) % len(_TURNS)]
        if pages and step % _EVERY:
            drawn = random.choice(len(groups), min(_PAGES, len(groups)), replace=False)
            some = [article for page in drawn.tolist() for article in groups[page]]
            before, after, whose = pages.cuts(some[:_TOGETHER], kind, random)
            page = page_of[whose]
        else:
            starts = random.integers(0, max(count - _ALIKE, 1), _TOGETHER // _ALIKE).tolist()
            some = [at for start in starts for at in range(start, min(start + _ALIKE, count))]
            before, after, whose = corpus.cuts(some, kind, random)
            page = np.searchsorted(np.sort(starts), whose, side="right")
        step += 1
        if len(before) < 2:
            continue
        texts = pages if pages and (step - 1) % _EVERY else corpus
        ends, begins = texts.edges(some[:_TOGETHER], random)
        (left, over), (right, start) = (
            net(torch.from_numpy(np.concatenate([inner, outer])), side)
            for inner, outer, side in ((before, ends, "before"), (after, begins, "after"))
        )
        loss = loss_of(left[: len(before)] @ right[: len(before)].T, page)
        edge = (torch.arange(len(over)) >= len(before)).float()
        for odds in (over, start):
            loss = loss + _EDGES * functional.binary_cross_entropy_with_logits(odds, edge)
        teacher.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        teacher.step()
        if step % 200 == 0:
            print(f"{step} steps, {passed:.0%} of the time, loss {loss.item():.3f}", flush=True)


def loss_of(alike: torch.Tensor, page: Ints) -> torch.Tensor:
    """The cross-entropy of which end belongs to which beginning: among those of a page, and among all."""
    right = torch.arange(len(alike))
    own = alike.masked_fill(torch.from_numpy(page[:, None] != page), -1e9)
    both = [functional.cross_entropy(some, right) for one in (alike, own) for some in (one, one.T)]
    return (_AMONG_ALL * (both[0] + both[1]) + both[2] + both[3]) / 2


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="a folder of stories")
    parser.add_argument("--learnt", type=Path, help="what the corpus has taught")
    parser.add_argument("--without", nargs="*", default=[], choices=tuple(SETS), help="annotated sets to leave out")
    parser.add_argument(
        "--minutes", type=float, nargs=2, default=(40.0, 20.0), help="for the corpus, and for the pages"
    )
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(1)
    articles = [[plain(one) for one in story.paragraphs] for page in written_pages(options.corpus) for story in page]
    learnt = torch.load(options.learnt) if options.learnt and options.learnt.exists() else None
    seen = Counter(character for article in articles for paragraph in article for character in paragraph)
    most = [character for character, count in seen.most_common() if count >= _LEAST]
    characters = learnt["characters"] if learnt else most
    numbers = numbers_of(characters)
    sets = [name for name in SETS if name not in options.without]
    groups, stories = [], []
    annotated = list(annotated_stories(sets))
    for page in [*annotated, *annotated, *pages_for_strips()]:  # annotated ones count twice
        some = [[plain(one) for one in story.paragraphs] for story in page]
        long = [story for story in some if sum(map(len, story)) >= _SHORT]
        groups.append(list(range(len(stories), len(stories) + len(long))))
        stories += long
    net = Net(len(characters))
    corpus = Texts(articles, numbers)
    if learnt:
        net.load_state_dict(learnt["net"], strict=False)
    else:
        fit(net, corpus, None, [], options.minutes[0])
    if options.learnt:
        torch.save({"net": net.state_dict(), "characters": characters}, options.learnt)
    fit(net, corpus, Texts(stories, numbers), groups, options.minutes[1])
    np.savez_compressed(options.out, **net.kept(characters))
    print(f"{len(characters) + UNKNOWN + 1} characters, {sum(values.numel() for values in net.parameters())} weights")


if __name__ == "__main__":
    main()

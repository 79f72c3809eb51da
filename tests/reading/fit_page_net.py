"""Fit the net that reads whole pages: ``python -m tests.reading.fit_page_net [--minutes 24] [--without SET …]``.

It learns from annotated pages, from those that were laid out by hand from written stories, and from those that are laid
out at random from the same. None of them should have been seen by the nets that tell what strips are about and how
texts go on, or it learns to trust these too far: they leave its stories alone, and are taught ``--without`` annotated
sets. Files of stories that are held back (``story_pages.HELD``) tell how well it does, by pages laid by hand from them.
Needs PyTorch, which only the fits of nets do, half an hour on one core and 2 GB.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from seeds.reading.assembly.assignment import best_assignment
from seeds.reading.assembly.page_net import MOST, WEIGHTS
from seeds.reading.assembly.table import Floats
from tests.reading.page_sets import SETS, annotated
from tests.reading.page_sheets import Sheet, Source, Vocabulary, laid_anew, often_met, sheets_of
from tests.reading.pages_laid_by_hand import pages_laid_by_hand
from tests.reading.story_pages import HELD, OF_PAGE_NET, STORIES, pages_in

_SIZE, _HIDDEN, _THIRDS, _LAYERS = 32, 64, 12, 4  # of vectors, of layers, of what third strips say; how many layers
_PLACES = 6  # facts of where two strips stand to each other
_LEFT_OUT, _NOISE = 0.1, 0.1  # of hidden numbers at random; of likenesses
_BATCH = 4  # pages of about one size
_RATE, _DECAY, _RAISED = 2e-3, 0.01, 200  # of learning; steps until the rate is reached
_SHARES = {"annotated": 0.3, "by hand": 0.5, "anew": 0.2}  # of batches
_KEPT = 0.998  # of the mean over steps that is written, at each step
_NEVER, _LEAST = -1e4, -9.0


@dataclass(slots=True)
class Batch:
    """Sheets side by side, filled up to the largest."""

    links: tuple[torch.Tensor, torch.Tensor, torch.Tensor]
    begins: tuple[torch.Tensor, torch.Tensor, torch.Tensor]
    ends: tuple[torch.Tensor, torch.Tensor, torch.Tensor]
    alike: torch.Tensor
    looks: torch.Tensor
    page: torch.Tensor
    allowed: torch.Tensor
    kept: torch.Tensor
    follows: torch.Tensor
    owner: torch.Tensor

    @classmethod
    def of(cls, sheets: Sequence[Sheet], words: Vocabulary, usual: Floats) -> Batch:
        """A batch of ``sheets``; likenesses are divided by what is ``usual``."""
        most, count = max(sheet.size for sheet in sheets), len(sheets)
        alike = np.zeros((count, most, most, len(usual)), np.float32)
        looks = np.zeros((count, most, sheets[0].looks.shape[1]), np.float32)
        allowed, kept = np.zeros((count, most, most), np.bool_), np.zeros((count, most), np.bool_)
        follows, owner = np.full((count, most), -1), np.full((count, most), -1)
        links, begins, ends = [], [], []
        for at, sheet in enumerate(sheets):
            size = sheet.size
            row, term, value = words.rows(sheet.links)
            links.append(((at * most + sheet.first[row]) * most + sheet.second[row], term, value))
            for named, some in ((sheet.begins, begins), (sheet.ends, ends)):
                row, term, value = words.rows(named)
                some.append((at * most + row, term, value))
            alike[at, :size, :size] = np.clip(sheet.alike / usual, -MOST, MOST)
            looks[at, :size], kept[at, :size] = sheet.looks, sheet.kept
            allowed[at, sheet.first, sheet.second] = True
            follows[at, :size], owner[at, :size] = sheet.follows, sheet.owner
        page = np.stack([sheet.page for sheet in sheets])
        dense = (torch.from_numpy(values) for values in (alike, looks, page, allowed, kept, follows, owner))
        return cls(_joined(links), _joined(begins), _joined(ends), *dense)


def _joined(some: Sequence[tuple[Floats, ...]]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    place, term, value = (np.concatenate(column) for column in zip(*some, strict=True))
    return torch.from_numpy(place), torch.from_numpy(term), torch.from_numpy(value).float()


class Layer(nn.Module):
    """What changes the vectors of pairs by their rows and columns and by third strips."""

    def __init__(self) -> None:
        """A layer that changes little at first."""
        super().__init__()
        self.norm = nn.LayerNorm(_SIZE)
        self.third = nn.Linear(_SIZE, 4 * _THIRDS, bias=False)
        self.pairs = nn.Linear(2 * _SIZE + 2 * _THIRDS, _HIDDEN)
        self.rows, self.columns = (nn.Linear(2 * _SIZE, _HIDDEN, bias=False) for _ in range(2))
        self.out = nn.Linear(_HIDDEN, _SIZE)
        nn.init.zeros_(self.out.bias)
        self.out.weight.data *= 0.3

    def forward(self, vectors: torch.Tensor, kept: torch.Tensor) -> torch.Tensor:
        """The vectors after this layer."""
        shown, both = self.norm(vectors), (kept[:, :, None] & kept[:, None])[..., None]
        up, down, out, back = (torch.tanh(self.third(shown)) * both).split(_THIRDS, -1)
        many = kept.sum(1).clamp(min=1).float().sqrt()[:, None, None, None]
        thirds = torch.cat([torch.einsum("bikc,bkjc->bijc", up, down), torch.einsum("bikc,bjkc->bijc", out, back)], -1)
        hidden = self.pairs(torch.cat([shown, shown.transpose(1, 2), thirds / many], -1))
        hidden = hidden + self.rows(pooled(shown, kept, 2))[:, :, None] + self.columns(pooled(shown, kept, 1))[:, None]
        return vectors + self.out(functional.dropout(functional.relu(hidden), _LEFT_OUT, self.training))


def pooled(vectors: torch.Tensor, kept: torch.Tensor, axis: int) -> torch.Tensor:
    """The mean and the most of every row (2) or column (1), over strips that are ``kept``."""
    both = (kept[:, :, None] & kept[:, None])[..., None]
    mean = (vectors * both).sum(axis) / kept.sum(1).clamp(min=1)[:, None, None]
    return torch.cat([mean, vectors.masked_fill(~both, _LEAST).amax(axis)], -1)


class Net(nn.Module):
    """The net; ``page_net`` reckons the same with numpy."""

    def __init__(self, terms: int, kinds: int, looks: int, page: int) -> None:
        """Know so many ``terms``, ``kinds`` of likeness and facts of strips (``looks``) and of the ``page``."""
        super().__init__()
        self.terms, self.begins, self.ends = (nn.Embedding(terms, _SIZE) for _ in range(3))
        for some in (self.terms, self.begins, self.ends):
            nn.init.normal_(some.weight, 0, 0.05)
        self.first, self.second = nn.Linear(looks, _SIZE), nn.Linear(looks, _SIZE, bias=False)
        self.page, self.alike = nn.Linear(page, _SIZE, bias=False), nn.Linear(2 * kinds, _SIZE, bias=False)
        self.place, self.allowed = nn.Linear(_PLACES, _SIZE, bias=False), nn.Linear(1, _SIZE, bias=False)
        self.layers = nn.ModuleList(Layer() for _ in range(_LAYERS))
        self.norm = nn.LayerNorm(_SIZE)
        self.link, self.same = nn.Linear(_SIZE, 1), nn.Linear(_SIZE, 1)
        self.over, self.start = nn.Linear(3 * _SIZE, 1), nn.Linear(3 * _SIZE, 1)

    def forward(self, batch: Batch) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """Odds that strips follow each other, that they are of one article, and that articles end and begin there."""
        count, size = batch.kept.shape
        terms = _summed(self.terms, batch.links, count * size * size).view(count, size, size, _SIZE)
        ends, begins = (
            _summed(table, some, count * size).view(count, size, _SIZE)
            for table, some in ((self.ends, batch.ends), (self.begins, batch.begins))
        )
        first, second = self.first(batch.looks) + ends, self.second(batch.looks) + begins
        place = torch.arange(size)
        away = (place[None] - place[:, None]).float()
        far = torch.log(away.abs().clamp(min=1))
        places = torch.stack(
            [(away == 1).float(), (away == -1).float(), far * (away > 1), far * (away < -1),
             (away > 0).float(), (away == 0).float()], -1
        )  # fmt: skip
        vectors = terms + first[:, :, None] + second[:, None] + self.page(batch.page)[:, None, None]
        vectors = vectors + self.alike(torch.cat([batch.alike, batch.alike.transpose(1, 2)], -1))
        vectors = vectors + self.place(places) + self.allowed(batch.allowed[..., None].float())
        for layer in self.layers:
            vectors = layer(vectors, batch.kept)
        vectors = self.norm(vectors)
        own = torch.diagonal(vectors, dim1=1, dim2=2).transpose(1, 2)
        same = self.same(vectors)[..., 0]
        return (
            self.link(vectors)[..., 0].masked_fill(~batch.allowed, _NEVER),
            (same + same.transpose(1, 2)) / 2,
            self.over(torch.cat([pooled(vectors, batch.kept, 2), own], -1))[..., 0],
            self.start(torch.cat([pooled(vectors, batch.kept, 1), own], -1))[..., 0],
        )

    def kept(self, words: Vocabulary, usual: Floats) -> dict[str, Floats]:
        """What is written, by the names that ``page_net`` knows."""
        named = {
            "term vectors": self.terms.weight, "begin terms": self.begins.weight, "end terms": self.ends.weight,
            "first": self.first.weight, "second": self.second.weight, "bias": self.first.bias,
            "page": self.page.weight, "alike": self.alike.weight, "place": self.place.weight,
            "allowed": self.allowed.weight[:, 0], "scale": self.norm.weight, "shift": self.norm.bias,
        }  # fmt: skip
        for name, odds in (("link", self.link), ("same", self.same), ("end", self.over), ("begin", self.start)):
            named |= {name: odds.weight[0], f"{name} bias": odds.bias[0]}
        for at, layer in enumerate(self.layers):
            named |= {
                f"{at}.scale": layer.norm.weight, f"{at}.shift": layer.norm.bias, f"{at}.third": layer.third.weight,
                f"{at}.pairs": layer.pairs.weight, f"{at}.bias": layer.pairs.bias, f"{at}.rows": layer.rows.weight,
                f"{at}.columns": layer.columns.weight, f"{at}.out": layer.out.weight, f"{at}.out bias": layer.out.bias,
            }  # fmt: skip
        made = {name: values.detach().numpy().astype(np.float16) for name, values in named.items()}
        return {"names": np.array(words.names), "usual": usual.astype(np.float32), **made}


def _summed(table: nn.Embedding, some: tuple[torch.Tensor, torch.Tensor, torch.Tensor], rows: int) -> torch.Tensor:
    place, term, value = some
    return torch.zeros(rows, _SIZE).index_add(0, place, table(term) * value[:, None])


def loss_of(net: Net, batch: Batch) -> torch.Tensor:
    """The cross-entropies of what follows and what goes before each strip, and of what stands in one article."""
    link, same, over, start = net(batch)
    count, size = batch.kept.shape
    known = batch.kept & (batch.owner >= 0)
    before = torch.full((count, size), -1)
    page, first = torch.nonzero(batch.follows >= 0, as_tuple=True)
    before[page, batch.follows[page, first]] = first
    loss = torch.zeros(())
    for odds, none, right, may in (
        (link, over, batch.follows, batch.allowed),
        (link.transpose(1, 2), start, before, batch.allowed.transpose(1, 2)),
    ):
        told = known & ((right < 0) | torch.gather(may, 2, right.clamp(min=0)[..., None])[..., 0])
        wanted = torch.where(right >= 0, right, size)
        loss = loss + functional.cross_entropy(torch.cat([odds, none[..., None]], 2)[told], wanted[told])
    pairs = known[:, :, None] & known[:, None] & ~torch.eye(size, dtype=torch.bool)
    one = (batch.owner[:, :, None] == batch.owner[:, None]).float()
    return loss + functional.binary_cross_entropy_with_logits(same[pairs], one[pairs])


class Teacher:
    """Draws batches of the three kinds and moves the net."""

    def __init__(self, sheets: dict[str, list[Sheet]], seed: int, start: Mapping[str, Any] | None) -> None:
        """Teach from ``sheets`` by their kind; ``start`` is what another teacher has kept."""
        self._random = Random(seed)
        self._sheets = {kind: sorted(some, key=lambda sheet: sheet.size) for kind, some in sheets.items()}
        every = [sheet for some in sheets.values() for sheet in some]
        self.words = Vocabulary(start["names"] if start else often_met(every))
        some = [sheet.alike.reshape(-1, sheet.alike.shape[2]) for sheet in every[:300]]
        self.usual = start["usual"] if start else np.concatenate(some).std(0) + 1e-3
        self.net = Net(len(self.words.names), len(self.usual), every[0].looks.shape[1], len(every[0].page))
        if start:
            self.net.load_state_dict(start["net"])

    def batch(self, kind: str) -> Batch:
        """Pages of a ``kind`` that are about one size."""
        some = self._sheets[kind]
        wide = max(6, len(some) // 25)
        start = max(0, min(self._random.randrange(len(some)) - wide // 2, len(some) - wide))
        near = some[start : start + wide]
        return Batch.of(self._random.sample(near, min(_BATCH, len(near))), self.words, self.usual)

    def teach(self, minutes: float) -> Iterator[str]:
        """Teach for so many ``minutes``, then leave the mean over the later steps; tells how it goes."""
        teacher = torch.optim.AdamW(self.net.parameters(), lr=_RATE, weight_decay=_DECAY, betas=(0.9, 0.98))
        mean = {name: values.clone() for name, values in self.net.state_dict().items()}
        began, step, losses = time.monotonic(), 0, 0.0
        while (passed := (time.monotonic() - began) / 60 / minutes) < 1:
            rate = _RATE * min(1.0, (step + 1) / _RAISED) * (0.5 * (1 + np.cos(np.pi * passed)) + 0.02)
            for group in teacher.param_groups:
                group["lr"] = rate
            batch = self.batch(self._random.choices(list(_SHARES), list(_SHARES.values()))[0])
            batch.alike += torch.randn_like(batch.alike) * _NOISE
            loss = loss_of(self.net, batch)
            teacher.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(self.net.parameters(), 2.0)
            teacher.step()
            step, losses = step + 1, losses + loss.item()
            kept = min(_KEPT, step / (step + 20))
            for name, values in self.net.state_dict().items():
                mean[name].mul_(kept).add_(values, alpha=1 - kept)
            if step % 200 == 0:
                yield f"{step} steps, {passed:.0%} of the time, loss {losses / 200:.3f}"
                losses = 0.0
        self.net.load_state_dict(mean)
        self.net.eval()


def links_right(teacher: Teacher, sheets: Sequence[Sheet]) -> float:
    """The share of strips of ``sheets`` with the right successor when each page is laid by this net alone."""
    right = strips = 0
    for sheet in sheets:
        with torch.no_grad():
            link, _, over, start = (
                odds[0].numpy() for odds in teacher.net(Batch.of([sheet], teacher.words, teacher.usual))
            )
        gains = np.maximum(2 * link - over[:, None] - start, 0.0).astype(np.float64)
        kept = sheet.kept
        right += int((best_assignment(gains) == sheet.follows)[kept].sum())
        strips += int(kept.sum())
    return right / max(strips, 1)


def write(path: Path, net: Mapping[str, Floats], beside: Path | None) -> None:
    """Write a net, behind those of the file ``beside``, which must know the same terms."""
    others = dict(np.load(beside)) if beside else {name: values[None][:0] for name, values in net.items()}
    if beside and others["names"].tolist() != net["names"].tolist():
        raise ValueError(f"the nets in {beside} know other terms: let this one learn on from what one of them kept")
    stacked = {name: np.concatenate([others[name], values[None]]) for name, values in net.items() if name != "names"}
    np.savez_compressed(path, names=net["names"], **stacked)


def main() -> None:
    """Fit, measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=24.0)
    parser.add_argument("--anew", type=int, default=2500, help="pages laid out at random")
    parser.add_argument("--without", nargs="*", default=[], choices=tuple(SETS), help="annotated sets to leave out")
    parser.add_argument(
        "--more",
        type=Path,
        nargs=2,
        metavar=("PAGES", "GOLD"),
        help="folders of annotated pages that are not ours to keep",
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--start", type=Path, help="weights of a net that learns on, as --keep has kept them")
    parser.add_argument("--keep", type=Path, help="where weights are kept that another net may learn on from")
    parser.add_argument("--beside", type=Path, help="a file of nets that this one joins: the reader takes their mean")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    sets = [name for name in SETS if name not in options.without]
    if options.more:
        SETS["more"] = tuple(options.more)
        sets.append("more")
    by_set = {name: [(page.name, page.text, page.gold) for page in annotated(name)] for name in SETS}
    by_hand: dict[bool, list[Source]] = {True: [], False: []}
    for page in pages_laid_by_hand():
        by_hand[page.stories.split()[0].endswith(HELD)].append((page.name, page.text, page.gold))
    files = [path for path in sorted(STORIES.glob("*.txt")) if OF_PAGE_NET.fullmatch(path.stem)]
    stories = [page for path in files if not path.stem.endswith(HELD) for page in pages_in(path)]
    sheets = {
        "annotated": sheets_of(page for name in sets for page in by_set[name]),
        "by hand": sheets_of(by_hand[False]),
        "anew": sheets_of(
            chain(
                laid_anew(stories, options.anew, options.seed),
                laid_anew(stories, options.anew // 3, options.seed + 1, small=True),
            )
        ),
    }
    print(", ".join(f"{len(some)} pages {kind}" for kind, some in sheets.items()), flush=True)
    start = torch.load(options.start, weights_only=False) if options.start else None
    teacher = Teacher(sheets, options.seed, start)
    for line in teacher.teach(options.minutes):
        print(line, flush=True)
    if options.keep:
        kept = {"net": teacher.net.state_dict(), "names": teacher.words.names, "usual": teacher.usual}
        torch.save(kept, options.keep)
    write(options.out, teacher.net.kept(teacher.words, teacher.usual), options.beside)
    print(f"held pages by hand: links {links_right(teacher, sheets_of(by_hand[True])):.3f}")
    for name in options.without:
        print(f"{name}: links {links_right(teacher, sheets_of(by_set[name])):.3f}")


if __name__ == "__main__":
    main()

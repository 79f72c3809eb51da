"""The annotated pages that the tests hold the reader against, and how they are read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from seeds.reading.drafts import Context, Pages
from seeds.reading.pages import read_pages
from tests.reading.scoring import Gold, Tally, add_page

_HERE = Path(__file__).resolve().parent
_DOCUMENTS = _HERE.parents[1] / "seeds" / "documents"
SETS = {
    "documents": (_DOCUMENTS, _HERE / "documents"),
    "practice": (_HERE / "practice", _HERE / "practice"),
    "pages": (_HERE / "pages", _HERE / "pages"),
    "fresh": (_HERE / "fresh", _HERE / "fresh"),
    "hands": (_HERE / "hands", _HERE / "hands"),
    "kept": (_HERE / "kept", _HERE / "kept"),
    "later": (_HERE / "later", _HERE / "later"),
    "latest": (_HERE / "latest", _HERE / "latest"),
}


@dataclass(frozen=True, slots=True)
class Annotated:
    """A page with what a careful archivist finds in it."""

    name: str
    text: str
    gold: Gold

    def read(self) -> Pages:
        """What the reader makes of it."""
        return read_pages(self.text, Context(name=self.name))


def annotated(name: str) -> Iterator[Annotated]:
    """The pages of the set ``name``."""
    sources, golds = SETS[name]
    for path in sorted(golds.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (sources / gold["document"]).read_bytes().decode("utf-8")
        yield Annotated(gold["document"], text, gold)


@cache
def tally(name: str) -> Tally:
    """The figures over the set ``name``."""
    counted = Tally()
    for page in annotated(name):
        add_page(counted, page.read(), page.text, page.gold)
    return counted

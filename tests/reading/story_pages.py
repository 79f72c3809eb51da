"""Stories to learn from, in reading order, page by page: those written for this project and those of annotated pages.

``stories/*.txt`` says ``== `` where a page begins (the paper and its day), ``= `` for a line of a story's head, which
begins a story (``=`` alone where it has none), ``@ `` for a byline, ``## `` for a cross-head, ``> `` for a caption;
any other line is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from seeds.reading.assembly.going_on import plain
from tests.reading.page_sets import annotated
from tests.reading.pages_laid_anew import Story

STORIES = Path(__file__).resolve().parent / "stories"
# Files of stories that the net of whole pages learns from, and the nets whose word it takes do not.
OF_PAGE_NET = re.compile(r"[de][a-h]\d\d")
HELD = "08"  # files of these whose names end so are held back to measure on
_FEW = 3  # stories: a page of fewer is none
_TEXT = re.compile("[，。；]|.{17}")  # a line that is no heading


def written_pages(folder: Path = STORIES) -> Iterator[list[Story]]:
    """The stories of each page of the files in ``folder``; a corpus of newspapers may be written so too."""
    for path in sorted(folder.glob("*.txt")):
        yield from (stories for stories in pages_in(path) if len(stories) >= _FEW)


def pages_for_strips() -> Iterator[list[Story]]:
    """The written pages that the nets of strips learn from."""
    for path in sorted(STORIES.glob("*.txt")):
        if not OF_PAGE_NET.fullmatch(path.stem):
            yield from (stories for stories in pages_in(path) if len(stories) >= _FEW)


def pages_in(path: Path) -> Iterator[list[Story]]:
    """The stories of each page of one file."""
    for page in path.read_text("utf-8").split("\n== "):
        yield [story for story in _stories_of(page.split("\n")[1:]) if story.paragraphs]


def _stories_of(lines: list[str]) -> Iterator[Story]:
    story: Story | None = None
    for line in (line.strip() for line in lines):
        sign, _, said = line.partition(" ")
        if sign == "=" and (story is None or story.paragraphs):
            if story is not None:
                yield story
            story = Story()
        if story is None or not line:
            continue
        if sign == "=":
            story.heads += [said.strip()] if said else []
        elif sign == "@":
            story.byline = story.byline or said.strip()
        elif sign == "##":
            story.add(said.strip(), cross=True)
        else:
            story.add(said.strip() if sign == ">" else line)
    if story is not None:
        yield story


def annotated_stories(sets: Sequence[str]) -> Iterator[list[Story]]:
    """The stories of each page of annotated ``sets``, each with its headline and one paragraph of all its text."""
    for page in (page for name in sets for page in annotated(name)):
        lines = page.text.split("\n")
        yield [_annotated(article, lines) for article in page.gold["articles"]]


def _annotated(article: Mapping[str, Any], lines: Sequence[str]) -> Story:
    said = [lines[at - 1].strip() for first, last in article["lines"] for at in range(first, last + 1)]
    heads = [article["headline"]] if article.get("headline") else []
    return Story(heads, "", ["".join(plain(line) for line in said if _TEXT.search(line))], [False])

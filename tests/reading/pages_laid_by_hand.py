"""Pages that people laid out from the written stories: scrambled as papers and their copies are, with their solution.

``laid_by_hand/*.txt`` says for each page where every piece of it stands. Unlike pages that a program lays out at
random these were thought out one by one, after the manner of the practice pages. A script goes line by line:

``page da01 0``      begins a page of the stories of ``stories/da01.txt``, of its first page
``width 34``         lines of 34 half characters from here on, 0 for a paragraph a line
``indent 2``         blanks before each paragraph
``L …``              a line that belongs to no story
``_``                a blank line
``h2``, ``h2.1``     the head of story 2, or its first line; what follows is printed before it, ``**`` on both sides
``b2``, ``b2 …``     its byline, or another one
``p2.1``, ``p2.1-4`` its first paragraph, or the first four
``cut p2.3 0.4 mid`` cuts paragraph 3 near that share of it: inside a clause, behind a ``comma`` or a ``stop``
``p2.3a``            the first part of a paragraph that was cut
``t2.3 …``           a line more, read behind its paragraph 3
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.reading.pages_laid_anew import NEVER_FIRST, Story, wrapped
from tests.reading.story_pages import STORIES, pages_in

SCRIPTS = Path(__file__).resolve().parent / "laid_by_hand"
_PARTS = "abcdefg"
_ENDS = {"stop": re.compile("[。！？]”?"), "comma": re.compile("[，；、]")}
_EDGE = 3  # characters that a cut leaves on either side, at least
_HEAD = re.compile(r"h(\d+)(?:\.(\d+))?")
_TEXT = re.compile(rf"p(\d+)\.(\d+)([{_PARTS}]?)(?:-(\d+))?")
_MORE = re.compile(r"t(\d+)\.(\d+)")
_BYLINE_AT, _MORE_AT = 0.5, 0.55  # places in reading order: behind the head, behind a paragraph


@dataclass(frozen=True, slots=True)
class LaidPage:
    """A page as text and its solution; ``stories`` names the file and page that its stories are of."""

    name: str
    stories: str
    text: str
    gold: Mapping[str, Any]


def pages_laid_by_hand(folder: Path = SCRIPTS) -> Iterator[LaidPage]:
    """The pages of all scripts."""
    for path in sorted(folder.glob("*.txt")):
        for number, script in enumerate(re.split(r"^page ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]):
            yield laid_by(f"{path.stem}-{number:03d}", script)


def laid_by(name: str, script: str) -> LaidPage:
    """The page that one ``script`` makes, without its first word; ValueError says which line it cannot follow."""
    first, *lines = script.split("\n")
    file, page = first.split()
    laying = _Laying(_stories(file)[int(page)])
    for line in lines:
        if line.strip() and not line.startswith("//"):
            laying.follow(line)
    articles = [
        {"id": f"a{story}", "headline": None, "contributors": [], "lines": [[at, at] for _, at in sorted(places)]}
        for story, places in sorted(laying.places.items())
    ]
    gold = {"document": f"{name}.txt", "articles": articles, "furniture": []}
    return LaidPage(name, f"{file} {page}", "\n".join(laying.lines) + "\n", gold)


@cache
def _stories(file: str) -> Sequence[Sequence[Story]]:
    return list(pages_in(STORIES / f"{file}.txt"))


@dataclass(slots=True)
class _Laying:
    """A page while it is laid; ``places`` are the lines of each story with their places in its reading order."""

    stories: Sequence[Story]
    lines: list[str] = field(default_factory=list)
    places: dict[int, list[tuple[float, int]]] = field(default_factory=dict)
    width: int = 0
    indent: str = ""
    parts: dict[str, tuple[float, str]] = field(default_factory=dict)

    def follow(self, line: str) -> None:
        """Do what ``line`` of a script says."""
        word, _, rest = line.partition(" ")
        if word == "_":
            self.lines.append("")
        elif word == "L":
            self.lines.append(rest)
        elif word == "width":
            self.width = int(rest)
        elif word == "indent":
            self.indent = "　" * int(rest)
        elif word == "cut":
            self._cut(*rest.split())
        elif found := _HEAD.fullmatch(word):
            self._head(int(found[1]), int(found[2] or 0), rest)
        elif re.fullmatch(r"b\d+", word):
            self._put(int(word[1:]), _BYLINE_AT, [rest or self._story(int(word[1:])).byline])
        elif found := _TEXT.fullmatch(word):
            for at in range(int(found[2]), int(found[4] or found[2]) + 1):
                self._paragraph(int(found[1]), at, found[3] if at == int(found[2]) else "", rest)
        elif found := _MORE.fullmatch(word):
            self._put(int(found[1]), int(found[2]) + _MORE_AT, wrapped(rest, self.width))
        else:
            raise ValueError(f"a page laid by hand has no line such as {line!r}")

    def _story(self, number: int) -> Story:
        if not 1 <= number <= len(self.stories):
            raise ValueError(f"story {number} of a page that has {len(self.stories)}")
        return self.stories[number - 1]

    def _put(self, story: int, order: float, lines: Sequence[str]) -> None:
        for at, line in enumerate(lines):
            self.lines.append(line)
            self.places.setdefault(story, []).append((order + at / 1e4, len(self.lines)))

    def _head(self, story: int, which: int, sign: str) -> None:
        for at, head in enumerate(self._story(story).heads, 1):
            if which in (0, at):
                self._put(story, at / 100, [f"{sign}{head}{'**' if sign.endswith('**') else ''}"])

    def _cut(self, paragraph: str, *cuts: str) -> None:
        story, at = map(int, paragraph.removeprefix("p").split("."))
        text = self._story(story).paragraphs[at - 1]
        places = [_place(text, float(share), kind) for share, kind in zip(cuts[::2], cuts[1::2], strict=True)]
        bounds = [0, *places, len(text)]
        if bounds != sorted(set(bounds)):
            raise ValueError(f"the cuts of {paragraph} are not one behind the other")
        for number, (start, end) in enumerate(pairwise(bounds)):
            self.parts[f"{story}.{at}{_PARTS[number]}"] = at + number / 10, text[start:end]

    def _paragraph(self, story: int, at: int, part: str, sign: str) -> None:
        cross = self._story(story).cross[at - 1]
        if part:
            order, text = self.parts[f"{story}.{at}{part}"]
        else:
            order, text = float(at), self._story(story).paragraphs[at - 1]
        before = sign if cross else self.indent if order == at else ""
        self._put(story, order, [before + text] if cross else wrapped(before + text, self.width))


def _place(text: str, share: float, kind: str) -> int:
    """Where ``text`` is cut: the place of its ``kind`` that is nearest to a ``share`` of it."""
    if kind in _ENDS:
        places = [found.end() for found in _ENDS[kind].finditer(text)]
    else:
        places = [
            at
            for at in range(_EDGE + 1, len(text) - _EDGE)
            if text[at - 1] not in "，。；、！？：" and text[at] not in NEVER_FIRST
            and not (text[at - 1].isdigit() and text[at].isdigit())
        ]  # fmt: skip
    some = [at for at in places if _EDGE < at < len(text) - 2]
    if not some:
        raise ValueError(f"there is no {kind} to cut at in {text[:20]!r}")
    return min(some, key=lambda at: abs(at - int(len(text) * share)))

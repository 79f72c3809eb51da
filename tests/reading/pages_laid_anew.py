"""Stories laid out at random, scrambled as papers and their copies are: thousands of pages to fit to.

A story is what an article was before a page took it apart. ``lay`` puts several on a page: columns of two to four
stories take turns, at the ends of paragraphs, of sentences or inside them; heads move below, to the foot or are lost;
bylines wander. The gold says which lines belong to which story, in reading order, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

_LABELS = tuple(
    "短讯 基层动态 综合新闻 图片新闻 一线风采 简讯 读者来信 工会动态 百姓关注 新闻特写 要闻 凡人善举 民生".split()  # noqa: SIM905
)
_FURNITURE = (
    "工人日报 2020年2月18日 星期二 第3版", "2021年7月26日　星期一", "第三版　2008年5月20日",
    "责任编辑：李文 版式：王丹",
    "http://www.example.cn/paper", "总第2163期 本版编辑 张华",
)  # fmt: skip
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华"
_WIDTHS = (0, 0, 26, 30, 32, 34, 36, 38, 40, 42, 44, 48, 52)  # half characters; 0 for a paragraph a line
NEVER_FIRST = "，。、；：！？）》”’」』…—%％"  # in a line


@dataclass(slots=True)
class Story:
    """An article before a page took it apart; ``cross`` says of each paragraph whether it is a cross-head."""

    heads: list[str] = field(default_factory=list)
    byline: str = ""
    paragraphs: list[str] = field(default_factory=list)
    cross: list[bool] = field(default_factory=list)

    @property
    def length(self) -> int:
        """Characters of the body."""
        return sum(map(len, self.paragraphs))

    def add(self, text: str, *, cross: bool = False) -> None:
        """Add a paragraph."""
        self.paragraphs.append(text)
        self.cross.append(cross)


@dataclass(slots=True)
class _Block:
    """Lines of a story (-1 for none), where they stand in its reading order, and the blank lines above."""

    story: int
    order: float
    lines: list[str]
    gap: int


@dataclass(frozen=True, slots=True)
class _Style:
    """How a page is set: the width of its columns, and the blank lines between paragraphs and between pieces."""

    width: int
    gap: int
    apart: int
    inside: float  # how often columns end inside sentences


Piece = list[tuple[str, bool]]


def lay(stories: Sequence[Story], name: str, random: Random) -> tuple[str, dict[str, Any]]:
    """The text of a page with ``stories``, and its gold."""
    style = _style(random)
    stories = [_signed(story, random) for story in stories]
    blocks: list[_Block] = []
    foot: list[list[_Block]] = []
    order = list(range(len(stories)))
    random.shuffle(order)
    while order:
        group = [order.pop() for _ in range(min(random.choice((1, 1, 2, 2, 3, 3, 3, 4)), len(order)))]
        _Group(stories, group, style, random, blocks, foot).lay()
        if random.random() < 0.15:
            blocks.append(_Block(-1, 0, [random.choice(_LABELS)], 1))
    _lay_foot(blocks, foot, random)
    if random.random() < 0.7:
        blocks.insert(0, _Block(-1, 0, [random.choice(_FURNITURE)], 0))
    if random.random() < 0.2:
        blocks.append(_Block(-1, 0, [random.choice(_FURNITURE)], 1))
    return _printed(blocks, name)


def _signed(story: Story, random: Random) -> Story:
    """A story that says nowhere who wrote it, now and then with an invented byline."""
    told = story.byline or re.match(r"本[报网刊]|新华社|.{0,12}记者", story.paragraphs[0])
    if told or not story.heads or random.random() > 0.35:
        return story
    people = ["".join((random.choice(_SURNAMES), *random.choices(_GIVEN, k=random.choice((1, 2))))) for _ in range(3)]
    byline = random.choice(
        ("本报记者 {0}", "本报记者 {0} 通讯员 {1}", "□ 本报记者 {0}", "本报记者 {0} {1}", "通讯员 {2}")
    )
    return replace(story, byline=byline.format(*people))


def _style(random: Random) -> _Style:
    width = random.choice(_WIDTHS)
    gap, apart = random.choice((0, 0, 1)), random.choice((1, 1, 1, 1, 2, 0, 0))
    if not width:
        gap, apart = int(random.random() < 0.85), max(apart, 1)
    return _Style(width, gap, apart, random.choice((0.1, 0.5, 0.8)))


class _Group:
    """Stories whose columns are laid into each other; a single one stands whole."""

    def __init__(
        self,
        stories: Sequence[Story],
        group: Sequence[int],
        style: _Style,
        random: Random,
        blocks: list[_Block],
        foot: list[list[_Block]],
    ) -> None:
        self._stories, self._random, self._style = stories, random, style
        self._blocks, self._foot = blocks, foot
        self._late: list[list[_Block]] = []  # heads that stand together below the columns
        self._delay = random.random() < 0.4
        self._touching = random.random() < 0.1  # heads touch the texts above them
        self._width = style.width + (random.choice((-4, 4, 6)) if style.width and random.random() < 0.15 else 0)
        self._mixed = len(group) > 1 and all(stories[one].length > 60 for one in group)
        self._turn = list(group)
        self._left = {one: self._pieces(stories[one]) for one in group}
        self._place = {one: self._head_place(stories[one]) for one in group}
        self._byline = {one: self._byline_place(one) for one in group}
        self._began: dict[int, int] = {}

    def _pieces(self, story: Story) -> list[Piece]:
        whole = list(zip(story.paragraphs, story.cross, strict=True))
        return _cut(whole, self._random, self._style.inside) if self._mixed else [whole]

    def _head_place(self, story: Story) -> str:
        chance = self._random.random()
        if self._mixed:
            steps = ((0.2, "above"), (0.42, "below"), (0.88, "foot"))
        else:
            steps = ((0.8, "above"), (0.9, "below"), (0.95, "foot"))
        place = next((place for most, place in steps if chance < most), "lost") if story.heads else "lost"
        return "below" if self._touching and place != "lost" else place

    def _byline_place(self, one: int) -> str:
        if not self._stories[one].byline:
            return ""
        chance = self._random.random()
        place = "start" if 0.55 <= chance < 0.77 else "end" if 0.77 <= chance < 0.84 else "head"
        if (0.84 <= chance < 0.9 and self._mixed) or (place == "head" and self._place[one] == "lost"):
            place = "foot" if self._random.random() < 0.6 else "start"
        return place

    def lay(self) -> None:
        while any(self._left.values()):
            if self._random.random() < 0.12:
                self._random.shuffle(self._turn)
            for one in self._turn:
                rest = any(self._left[other] for other in self._turn if other != one)
                if self._left[one] and not (rest and self._random.random() < 0.1):
                    self._lay_piece(one)
        for late in self._late:
            self._blocks += late

    def _lay_piece(self, one: int) -> None:
        number = self._began.setdefault(one, 0)
        if not number:
            self._open(one)
        touches = self._place[one] == "above" and not number and self._random.random() < 0.4
        gap = 0 if touches else self._style.apart if self._mixed or number else 1
        for at, (text, cross) in enumerate(self._left[one].pop(0)):
            lines = [text] if cross else wrapped(text, self._width)
            if at:
                gap = max(self._style.gap, int(cross and self._random.random() < 0.8))
            self._blocks.append(_Block(one, 1 + number + at / 1000, lines, gap))
        self._began[one] += 1
        if not self._left[one]:
            self._close(one)

    def _head(self, one: int) -> list[_Block]:
        story = self._stories[one]
        lines = story.heads + ([story.byline] if self._byline[one] == "head" else [])
        blocks = [
            _Block(one, at / 100, [line], int(not at or self._random.random() < 0.25)) for at, line in enumerate(lines)
        ]
        if blocks and self._touching:
            blocks[0].gap = 0
        return blocks

    def _open(self, one: int) -> None:
        if self._place[one] == "above":
            self._blocks += self._head(one)
        if self._byline[one] == "start":
            self._blocks.append(_Block(one, 0.5, [self._stories[one].byline], 1))

    def _close(self, one: int) -> None:
        if self._byline[one] == "end":
            self._blocks.append(_Block(one, 0.5, [self._stories[one].byline], int(self._random.random() < 0.5)))
        if self._byline[one] == "foot":
            self._foot.append([_Block(one, 0.5, [self._stories[one].byline], 1)])
        if self._place[one] == "below":
            late = self._delay and not self._touching
            (self._late.append if late else self._blocks.extend)(self._head(one))  # type: ignore[operator]
        if self._place[one] == "foot":
            self._foot.append(self._head(one))


def _cut(whole: Piece, random: Random, inside: float) -> list[Piece]:
    """A body cut into two to four pieces: between paragraphs, or in one way anywhere."""
    count = random.choice((2, 2, 3, 3, 4))
    if random.random() < inside or len(whole) < 2:
        return _cut_anywhere(whole, random, count)
    cuts = set(random.sample(range(1, len(whole)), min(count - 1, len(whole) - 1)))
    pieces: list[Piece] = [[]]
    for at, paragraph in enumerate(whole):
        if at in cuts and not whole[at - 1][1]:
            pieces.append([])
        pieces[-1].append(paragraph)
    return pieces


def _cut_anywhere(whole: Piece, random: Random, count: int) -> list[Piece]:
    total = sum(len(text) for text, _ in whole)
    places = sorted(random.randrange(25, max(total - 15, 26)) for _ in range(count - 1))
    pieces: list[Piece] = [[]]
    start = 0
    for text, cross in whole:
        done = 0
        for place in places:
            cut = _near(text, place - start, random) if start <= place < start + len(text) else 0
            if not cross and cut - done >= 12 and len(text) - cut >= 6:
                pieces[-1].append((text[done:cut], cross))
                pieces.append([])
                done = cut
        pieces[-1].append((text[done:], cross))
        start += len(text)
    return pieces


def _near(text: str, place: int, random: Random) -> int:
    """A place to cut ``text`` near ``place``: anywhere, behind a comma, or behind a sentence."""
    chance = random.random()
    marks = "[，；、]" if chance < 0.3 else "[。！？]”?" if chance < 0.55 else ""
    ends = [found.end() for found in re.finditer(marks, text) if 10 < found.end() < len(text) - 5] if marks else []
    if ends:
        return min(ends, key=lambda end: abs(end - place))
    while place < len(text) - 3 and (text[place] in NEVER_FIRST or text[place - 1 : place + 1].isdigit()):
        place += 1
    return place


def wrapped(text: str, width: int) -> list[str]:
    """``text`` in lines of ``width`` half characters, in one line where there is no width."""
    lines, used = [""], 0
    for character in text:
        wide = 1 if character.isascii() else 2
        if width and used + wide > width and character not in NEVER_FIRST:
            lines.append("")
            used = 0
        lines[-1] += character
        used += wide
    return lines


def _lay_foot(blocks: list[_Block], foot: list[list[_Block]], random: Random) -> None:
    if random.random() < 0.6:
        random.shuffle(foot)
    together = random.random() < 0.4
    for at, heads in enumerate(foot):
        if together and at:
            heads[0].gap = 0
        blocks += heads


def _printed(blocks: Sequence[_Block], name: str) -> tuple[str, dict[str, Any]]:
    lines: list[str] = []
    places: dict[int, list[tuple[float, int]]] = {}
    for block in blocks:
        lines += [""] * block.gap
        for at, line in enumerate(block.lines):
            lines.append(line)
            if block.story >= 0:
                places.setdefault(block.story, []).append((block.order + at / 1_000_000, len(lines)))
    articles = [
        {"id": f"a{story}", "headline": None, "contributors": [], "lines": [[line, line] for _, line in sorted(some)]}
        for story, some in sorted(places.items())
    ]
    return "\n".join(lines) + "\n", {"document": name, "articles": articles, "furniture": []}

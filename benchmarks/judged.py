"""An archive of made articles whose subjects are known, and queries with the answers they should get.

Each article reports one act: a body of a place did something for a group. Its headline names body and group in one of
several ways, some of which lack the words that people search for; its first sentence tells the act; the rest are
sentences of the bundled documents and passing mentions of other acts. So what an article is *about* is known without
reading it, and a judgement needs no opinion of ours about ranking.

Judgements (``grade``): 3, the article's act is what was asked for; 2, its act meets all that was asked but one, which
the article mentions in passing; 1, the article has everything that was asked, but only in passing; 0, none of these.
"""

from __future__ import annotations

import datetime
import math
import random
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from unionarchive.common.search.tokens import Text

_HERE = Path(__file__).resolve().parent
_DOCUMENTS = _HERE.parent / "seeds" / "documents"
_FIRST_DAY = datetime.date(2020, 1, 20)


@dataclass(frozen=True, slots=True)
class Act:
    """Who did what for whom, by the keys of ``judged.toml``."""

    place: str
    body: str
    group: str
    deed: str

    def has(self, concept: str) -> bool:
        return concept in (self.place, self.body, self.group, self.deed)


@dataclass(frozen=True, slots=True)
class JudgedArticle:
    text: Text
    day: datetime.date
    about: Act
    mentions: tuple[Act, ...]
    filler: str


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """``typed`` asks for ``concepts``: keys of places, bodies, groups and deeds; other words stand for themselves."""

    typed: str
    concepts: tuple[str, ...]


def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((_HERE / "judged.toml").read_text(encoding="utf-8"))


def queries() -> list[JudgedQuery]:
    rows: Any = tomllib.loads((_HERE / "judged.toml").read_text(encoding="utf-8"))["queries"]
    return [JudgedQuery(row["typed"], tuple(row["concepts"])) for row in rows]


def articles(number: int = 2000, *, seed: int = 20) -> list[JudgedArticle]:
    """The same articles every time, in the order of their numbers."""
    draw, table = random.Random(seed), _table()
    filler = list(_sentences())
    acts = [_act(draw, table) for _ in range(number)]
    return [_article(draw, table, act, acts, filler) for act in acts]


def grade(article: JudgedArticle, query: JudgedQuery) -> int:
    """How well ``article`` answers ``query``, by the rule above."""
    unmet = [concept for concept in query.concepts if not article.about.has(concept)]
    if not unmet:
        return 3
    in_passing = all(
        concept in article.filler or any(act.has(concept) for act in article.mentions) for concept in unmet
    )
    if not in_passing:
        return 0
    return 2 if len(unmet) == 1 and len(query.concepts) > 1 else 1


def ndcg(grades: Sequence[int], ideal: Sequence[int], *, depth: int = 10) -> float:
    """Normalised discounted cumulative gain of the grades in the order given; ``ideal`` are all grades there are."""
    best = _gain(sorted(ideal, reverse=True)[:depth])
    return _gain(grades[:depth]) / best if best else 1.0


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def _act(draw: random.Random, table: dict[str, dict[str, list[str]]]) -> Act:
    names = (draw.choice(sorted(table[part])) for part in ("places", "bodies", "groups", "deeds"))
    return Act(*names)


def _article(
    draw: random.Random, table: dict[str, dict[str, list[str]]], act: Act, acts: list[Act], filler: list[str]
) -> JudgedArticle:
    mentions = tuple(draw.sample(acts, draw.choice((0, 0, 1, 2))))
    padding = draw.sample(filler, draw.randint(3, 9))
    told = [draw.choice(_PASSING).format(**_words(draw, table, other)) for other in mentions]
    words = _words(draw, table, act)
    rest = padding + told + [draw.choice(_GOING_ON).format(**words)]
    draw.shuffle(rest)
    return JudgedArticle(
        Text(draw.choice(_HEADLINES).format(**words), "".join([draw.choice(_LEADS).format(**words), *rest])),
        _FIRST_DAY + datetime.timedelta(days=draw.randrange(900)),
        act,
        mentions,
        "".join(padding),
    )


def _words(draw: random.Random, table: dict[str, dict[str, list[str]]], act: Act) -> dict[str, str]:
    """The words of the act: the full ones, and others that papers use in headlines."""
    return {
        "place": act.place,
        "body": act.body,
        "group": act.group,
        "deed": act.deed,
        "short": draw.choice([act.body, *table["bodies"][act.body]]),
        "people": draw.choice([act.group, *table["groups"][act.group]]),
        "did": draw.choice([act.deed, *table["deeds"][act.deed]]),
    }


_HEADLINES = (
    "{place}{short}{did}{people}",
    "{place}：{did}{people}",
    "{people}的暖心事",
    "{short}{did}，温暖{people}",
    "{place}{short}在行动",
    "一份牵挂送到{people}身边",
)
_LEADS = (
    "{place}{body}{deed}{group}，把关怀送到一线。",
    "日前，{place}{body}负责人一行{deed}{group}。",
    "“有你们在，我们放心。”日前，{group}对{place}{body}的来人说。这一天，{place}{body}{deed}{group}。",
)
_GOING_ON = (
    "{place}{body}有关负责人说，今后还要为{group}多办实事。",
    "据了解，这次{deed}的有两百多名{group}。",
    "{group}代表说，心里热乎乎的。",
)
_PASSING = (
    "此前，{place}{body}也曾{deed}{group}。",
    "与此同时，{place}的{group}也收到了{body}的关心。",
    "同一天，{place}{body}{deed}{group}的做法被介绍。",
)


def _sentences() -> Iterator[str]:
    for path in sorted(_DOCUMENTS.glob("*.txt")):
        text = re.sub(r"\s+", "", path.read_text(encoding="utf-8"))
        yield from (sentence for sentence in re.findall(r"[^。！？]+[。！？]", text) if 8 <= len(sentence) <= 100)

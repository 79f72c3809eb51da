"""The texts of a page as measures and aid are read from them: folded once, with who acts in each and its days.

Actors and days are looked for when first asked for: most texts of most pages tell of neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Protocol

from seeds.reading.drafts import ArticleDraft, Context, DatedDraft, MentionDraft, OrganisationDraft, Pages
from seeds.reading.facts.actors import Actor, find_actors
from seeds.reading.facts.amounts import Amount, UnreadAmount, find_amounts
from seeds.reading.facts.collectives import Bodies
from seeds.reading.facts.dates import DateWords, find_dates
from seeds.reading.facts.texts import ArticleText, article_texts
from seeds.reading.facts.years import Calendar, calendar_of


class Found(Protocol):
    """What the search for organisations hands on."""

    @property
    def home_place(self) -> str | None: ...
    @property
    def organisations(self) -> tuple[OrganisationDraft, ...]: ...
    @property
    def mentions(self) -> tuple[MentionDraft, ...]: ...


class ToldText:
    """One text of an article with what stands in it."""

    def __init__(
        self, words: ArticleText, article: ArticleDraft, mentions: Iterable[MentionDraft], bodies: Bodies,
        calendar: Calendar,
    ) -> None:  # fmt: skip
        self.words = words
        self.article = article
        self._mentions = mentions
        self._bodies = bodies
        self._calendar = calendar

    @property
    def text(self) -> str:
        """The folded text."""
        return self.words.text

    @property
    def gaps(self) -> tuple[int, ...]:
        """Where in the folded text a space is printed."""
        kept = self.words.folded.positions
        if len(kept) < 2 or kept[-1] - kept[0] == len(kept) - 1:
            return ()
        return tuple(place for place in range(1, len(kept)) if kept[place] - kept[place - 1] > 1)

    @property
    def home(self) -> str | None:
        """The place that the page calls 我市, None where it does not tell."""
        return self._bodies.home_place

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """Who acts and who is acted upon, in order."""
        return find_actors(self.words.folded, self._mentions, self._bodies)

    @cached_property
    def sums(self) -> tuple[tuple[Amount, ...], tuple[UnreadAmount, ...]]:
        """The sums of money that it names, in order, and what looks like a sum and is none."""
        return find_amounts(self.text)

    @cached_property
    def dates(self) -> tuple[DateWords, ...]:
        """The days that it names, in order."""
        known = self.article.date.date if self.article.date else None
        return find_dates(self.text, self._calendar, known)

    @property
    def odd_dates(self) -> tuple[DateWords, ...]:
        """The dates that name a day which the calendar does not have: 2月30日."""
        if "月" not in self.text or "日" not in self.text:
            return ()
        return tuple(date for date in self.dates if date.impossible)


class Telling:
    """The texts of a page; ``articles`` holds those of each article in reading order, empty for one without text."""

    def __init__(self, pages: Pages, found: Found, context: Context, folded: Sequence[ArticleText] = ()) -> None:
        """Take ``pages`` and what was found on them; ``folded`` are their texts, for a caller who has them."""
        bodies = Bodies(
            {body.name: body.type for body in found.organisations},
            found.home_place or context.home_place,
            tuple(body.name for body in found.organisations if body.name.endswith("总工会")),
        )
        calendar = calendar_of(pages, context)
        mentions: dict[tuple[int, str], list[MentionDraft]] = defaultdict(list)
        for mention in found.mentions:
            mentions[mention.place.article, mention.place.part].append(mention)
        self.articles: list[list[ToldText]] = [[] for _ in pages.articles]
        for words in folded or article_texts(pages):
            article = pages.articles[words.article]
            told = ToldText(words, article, mentions[words.article, words.part], bodies, calendar)
            self.articles[words.article].append(told)

    def body(self, article: int) -> ToldText | None:
        """The body of the article at ``article``, None when it is only a headline."""
        return next((told for told in self.articles[article] if told.words.part == "body"), None)

    def headline_date(self, article: int) -> DatedDraft | None:
        """The first day or year that the article's headline or what stands around it names, None when none does."""
        heads = [told for told in self.articles[article] if told.words.part != "body"]
        return next((date.dated for told in heads for date in told.dates if date.dated), None)

    def headline_actors(self, article: int) -> tuple[Actor, ...]:
        """The first body that acts in the article's headline, kicker or subhead; empty when none does."""
        for told in self.articles[article]:
            if told.words.part in ("headline", "kicker", "subhead"):
                acting = tuple(actor for actor in told.actors if actor.role == "subject" and actor.gives)
                if acting:
                    return acting[:1]
        return ()

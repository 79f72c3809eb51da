"""What organisations put in place: papers, campaigns, services, funds, bodies, courses, platforms.

A measure is a name (``titles``) with the body that acts in its sentence; a name without either a verb of putting in place
or an acting body beside it is only spoken of.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seeds.reading.drafts import Context, DatedDraft, MeasureDraft, MentionDraft, Pages, Place
from seeds.reading.facts.actors import Actor, find_actors
from seeds.reading.facts.aid import Found, bodies_of
from seeds.reading.facts.dates import DateWords, find_dates
from seeds.reading.facts.titles import Title, clauses_of, find_titles, owned_title
from seeds.reading.facts.years import calendar_of
from seeds.reading.folding import Folded, fold

_SENTENCE = re.compile(r"[^。！？\n]+")


def find_measures(pages: Pages, found: Found, context: Context) -> tuple[MeasureDraft, ...]:
    """The measures of ``pages``, each once, in the order of their first words."""
    calendar = calendar_of(pages, context)
    bodies = bodies_of(found, context)
    mentions: dict[tuple[int, str], list[MentionDraft]] = defaultdict(list)
    for mention in found.mentions:
        mentions[mention.place.article, mention.place.part].append(mention)
    drafts: list[MeasureDraft] = []
    for number, article in enumerate(pages.articles):
        default = _headline_actors(pages, number, mentions, found, context)
        for part in sorted(article.parts, key=lambda part: part.name != "body"):
            if part.name != "byline":
                text = fold(part.text)
                actors = find_actors(text, mentions[number, part.name], bodies)
                dates = find_dates(text.text, calendar, article.date.date if article.date else None)
                drafts.extend(_part(number, part.name, text, actors, dates, default))
    return tuple(_once(drafts))


def _headline_actors(
    pages: Pages, number: int, mentions: dict[tuple[int, str], list[MentionDraft]], found: Found, context: Context
) -> tuple[Actor, ...]:
    part = pages.articles[number].part("headline")
    if not part:
        return ()
    actors = find_actors(fold(part.text), mentions[number, "headline"], bodies_of(found, context))
    return tuple(actor for actor in actors if actor.role == "subject" and actor.gives)[:1]


def _part(
    number: int,
    part: str,
    text: Folded,
    actors: Sequence[Actor],
    dates: Sequence[DateWords],
    default: tuple[Actor, ...],
) -> Iterator[MeasureDraft]:
    titles = list(find_titles(text.text))
    taken = sorted((title.start, title.end) for title in titles)
    for actor in actors:
        title = owned_title(text.text, actor.end) if actor.gives and actor.kind == "organisation" else None
        if title and not any(start < title.end and title.start < end for start, end in taken):
            titles.append(title)
    titles.sort(key=lambda title: title.start)
    if not titles:
        return
    memory = default
    at = 0
    for sentence in _SENTENCE.finditer(text.text):
        inside = [actor for actor in actors if sentence.start() <= actor.start < sentence.end()]
        while at < len(titles) and titles[at].start < sentence.end():
            title = titles[at]
            at += 1
            issuers = _issuers(text.text, sentence.start(), title, inside) or (
                memory if title.form in ("paper", "phrase") or title.verb is not None or _lasting(title) else ()
            )
            if issuers or title.form == "paper" or (title.form == "quoted" and title.verb is not None):
                yield _draft(number, part, text, title, issuers, sentence, dates)
        acting = [actor for actor in inside if actor.role == "subject" and actor.gives and actor.kind == "organisation"]
        if acting:
            memory = _with_partners(acting[0], inside)


def _lasting(title: Title) -> bool:
    """True for a quoted name whose last word names a thing that somebody set up: “货车司机之家”."""
    return title.form == "quoted" and title.kind in ("service", "fund", "platform", "training")


def _issuers(text: str, start: int, title: Title, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Who acts in the sentence: the last body before the name that no preposition marks, else one behind 由."""
    after = [actor for actor in actors if actor.start >= title.end and text[actor.start - 1 : actor.start] == "由"]
    if after:
        return _with_partners(after[0], actors)
    until = title.verb if title.verb is not None else title.start
    before = [
        actor for actor in actors if actor.end <= until and actor.role == "subject" and actor.kind == "organisation"
    ]
    if before:
        nearest = [actor for actor in before if "，" not in text[actor.end : until]]
        return _with_partners((nearest or before)[-1], actors)
    return ()


def _with_partners(actor: Actor, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    at = list(actors).index(actor)
    group = [actor]
    for other in actors[at + 1 :]:
        if other.role != "with" or other.kind != actor.kind:
            break
        group.append(other)
    return tuple(group)


def _draft(
    number: int,
    part: str,
    text: Folded,
    title: Title,
    issuers: Sequence[Actor],
    sentence: re.Match[str],
    dates: Sequence[DateWords],
) -> MeasureDraft:
    named = [actor for actor in issuers if sentence.start() <= actor.start < title.start]
    start = named[0].start if named and title.start - named[0].start < 60 else title.start
    return MeasureDraft(
        title=title.name, type=title.kind, issuers=tuple(dict.fromkeys(actor.name for actor in issuers)),
        date=_date(dates, sentence, title), clauses=clauses_of(text.text, title.start, min(sentence.end(), title.end + 40)),
        benefits=(), evidence=(Place(number, part, text.span(start, title.end)),), confidence=0.5,
    )  # fmt: skip


def _date(dates: Sequence[DateWords], sentence: re.Match[str], title: Title) -> DatedDraft | None:
    before = [d for d in dates if sentence.start() <= d.start <= title.start and d.dated]
    return before[-1].dated if before else None


def _once(drafts: Sequence[MeasureDraft]) -> Iterator[MeasureDraft]:
    """Each measure once: a name told again by the same body, or without one, is more evidence of the first."""
    kept: list[MeasureDraft] = []
    for draft in drafts:
        same = next((at for at, other in enumerate(kept) if _alike(draft, other)), None)
        if same is None:
            kept.append(draft)
        else:
            first = kept[same]
            kept[same] = replace(
                first, issuers=first.issuers or draft.issuers, evidence=(*first.evidence, *draft.evidence),
                clauses=first.clauses or draft.clauses, date=first.date or draft.date,
            )  # fmt: skip
    return iter(kept)


def _alike(draft: MeasureDraft, other: MeasureDraft) -> bool:
    if draft.title == other.title:
        return not draft.issuers or not other.issuers or bool(set(draft.issuers) & set(other.issuers))
    if draft.evidence[0].article != other.evidence[0].article:
        return False
    if draft.evidence[0].part != "body" and draft.type == other.type:
        return True  # a headline says again what the article tells
    if draft.title.startswith("关于") and other.title.startswith("关于"):
        return False  # two papers of one body differ by a few words
    shorter, longer = sorted((draft.title, other.title), key=len)
    if len(shorter) >= 3 and shorter in longer:
        return True
    return (
        draft.type == other.type and bool(set(draft.issuers) & set(other.issuers)) and _likeness(shorter, longer) >= 0.8
    )


def _likeness(first: str, second: str) -> float:
    """The share of characters that two names have in common, 0 to 1."""
    both = sum((Counter(first) & Counter(second)).values())
    return 2 * both / (len(first) + len(second))

"""What organisations put in place: papers, campaigns, services, funds, bodies, courses, platforms.

A measure is a name (``titles``) with the body that acts in its sentence; a name with neither a verb of putting in place
nor an acting body beside it is only spoken of.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seeds.reading.drafts import Context, DatedDraft, MeasureDraft, Pages
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.benefits import benefits_of
from seeds.reading.facts.dates import DateWords
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.measure_issuers import grantors_of, issuers_of, speaks_again, with_partners
from seeds.reading.facts.paper_references import issued_by, issued_on, refer_back, signed_by, signed_on
from seeds.reading.facts.papers import paper_of_headline
from seeds.reading.facts.telling import Found, Telling, ToldText
from seeds.reading.facts.title_words import Title
from seeds.reading.facts.titles import clauses_of, find_titles, names_owned, owned_title

_SENTENCE = re.compile(r"[^。！？\n]+")
# The share that is right in name and issuers, counted on annotated pages that no rule was made from, and rounded down.
_CONFIDENCE = {"paper": 0.85, "quoted": 0.75, "phrase": 0.7}
_OTHER_FORM = 0.5
_FROM_CONTEXT = 0.45
_ARTICLES = re.compile("[^。]{0,60}?(?:^|\\n|：|。)?(?:一、|第一条|（一）|1[.．、])")  # how the text of rules begins
_VISITED = re.compile(
    "(?:参加了?|来到|走进|前往|拨打|拨通了?|登录)[全本]?[国省市区县]?$"
)  # what is used is no news of its owner
_NEAR = 8  # characters from a name to the day on which it begins
_BEGINS = re.compile(f"起?(?:{choice('titles.begins')})")
_MEANWHILE = re.compile(choice("time.meanwhile"))
_MEETING = re.compile("(?:会议|会上|大会)(?:[^，。；]{0,6}通过|[一刚][散完]|后)")
_UNTIL = re.compile("截[至止]|直?[到至]")  # a day up to which something is counted
_SPAN = re.compile("(?:\\d{1,2}[时点])?(?:底|初|末)?(?:以?前|为止|止|[^，。；]{0,6}以后)")
_ONE_TELLING = 250  # characters back to the day of a meeting that is told of
_OF_STATE = re.compile("(?:静态|静默|闭环|封闭)管理$|响应(?:机制)?$")
_FROM_ABOVE = re.compile("(?:上级|中央|国家|上面|省里|市里)的?$")
_NUMBER_ALONE = re.compile(r"[\d一二三四五六七八九十]+[条项][\u4e00-\u9fff]{0,4}")  # 16条措施
_COLON = re.compile(r"(?:，?共?[\d一二三四五六七八九十]+[条项])?：\n?(?=[^。\n]{4,60}；)")
_UNSURE = 0.2
_MOST_COMPARED = 150
_FARTHEST = 60  # characters from the issuer to the name that still make one short quote


def find_measures(pages: Pages, found: Found, context: Context) -> tuple[MeasureDraft, ...]:
    """The measures of ``pages``, each once, in the order of their first words."""
    return measures_of(Telling(pages, found, context))


def measures_of(telling: Telling) -> tuple[MeasureDraft, ...]:
    """The measures of the page told, each once, in the order of their first words."""
    drafts: list[MeasureDraft] = []
    for number, texts in enumerate(telling.articles):
        here: list[MeasureDraft] = []
        for told in sorted(texts, key=lambda told: told.words.part != "body"):
            if told.words.part != "byline":
                here.extend(_told(number, told, telling))
        body = telling.body(number)
        drafts.extend(refer_back(here, body) if here and body else here)
    return tuple(_once(drafts))


def _told(number: int, told: ToldText, telling: Telling) -> Iterator[MeasureDraft]:
    body = telling.body(number)
    follows = body is not None and bool(_ARTICLES.match(body.text))
    own = paper_of_headline(told.text, paper_follows=follows) if told.words.part == "headline" else None
    titles = sorted([*find_titles(told.text), *_owned(told)], key=lambda title: title.start) if own is None else [own]
    memory = telling.headline_actors(number) if titles else ()
    issuing: tuple[Actor, ...] = ()
    if own is not None and body is not None:
        memory = memory or signed_by(body)
        issuing = () if memory else issued_by(body)
        memory = memory or issuing
    at = upto = 0
    last = items = -1
    for sentence in _SENTENCE.finditer(told.text) if titles else ():
        first = upto
        while upto < len(told.actors) and told.actors[upto].start < sentence.end():
            upto += 1
        inside = told.actors[first:upto]
        while at < len(titles) and titles[at].start < sentence.end():
            title, at = titles[at], at + 1
            if title.start < last or (title.start < items and title.form == "quoted"):
                continue
            if title.form == "offer" and last > sentence.start():
                continue  # a part of what the sentence has named
            last = title.end
            title = _without_owner(title, inside)
            if told.words.part != "body" and _is_figure_of_speech(title, body):
                continue
            issuers = issuers_of(told.text, title, inside) or (memory if _may_inherit(told.text, title) else ())
            issuers = tuple(actor for actor in issuers if actor.name != title.name)  # a shop is not its own work
            if title.form == "granted":
                issuers = grantors_of(told.text, title, inside) or (memory if speaks_again(told.text, title) else ())
                if not issuers:
                    continue
            if (
                issuers
                or title.form == "paper"
                or (_lasting(title) and told.words.part == "body")
                or (title.form in ("quoted", "phrase") and title.verb is not None)
            ):
                following = titles[at].start if at < len(titles) else len(told.text)
                items = _items_of(told.text, title) or items
                draft = _draft(told, title, issuers, sentence, following)
                signed = None
                if own is not None and body is not None:
                    signed = signed_on(body) or (issued_on(body) if issuing else None)
                yield replace(draft, date=draft.date or signed) if signed else draft
        acting = [actor for actor in inside if actor.role == "subject" and actor.gives and actor.kind == "organisation"]
        if acting:
            memory = with_partners(acting[0], inside)


def _owned(told: ToldText) -> Iterator[Title]:
    """The names that stand right behind the name of the body they belong to: 市总工会的就业专车."""
    if names_owned(told.text):
        for actor in told.actors:
            owner = (
                actor.gives
                and actor.kind == "organisation"
                and not _VISITED.search(told.text, max(0, actor.start - 6), actor.start)
            )
            title = owned_title(told.text, actor.end) if owner else None
            if title:
                yield title


def _without_owner(title: Title, actors: Sequence[Actor]) -> Title:
    """``title`` without the name of the body it begins with: 市总工会特困职工救助站."""
    for actor in actors:
        rest = title.end - actor.end
        if (
            title.kind != "body"
            and title.form != "paper"
            and actor.start == title.start
            and actor.gives
            and 3 < rest <= len(title.name)
        ):
            return replace(title, name=title.name[-rest:], start=actor.end, verb=actor.end if title.verb else None)
    return title


def _items_of(text: str, title: Title) -> int | None:
    """Where the items end by which rules are told behind a colon; what an item names is a part of them."""
    colon = _COLON.match(text, title.end) if title.kind == "policy" else None
    ends = [at for at in (text.find(mark, colon.end()) for mark in "。\n") if at >= 0] if colon else []
    return min(ends, default=len(text)) if colon else None


def _is_figure_of_speech(title: Title, body: ToldText | None) -> bool:
    """True for quoted words of a headline that the text never uses and nothing sets up: 娘家人的“早班车”."""
    if title.form != "quoted" or title.kind == "campaign" or title.verb is not None or body is None:
        return False
    return title.name[:4] not in body.text.replace("“", "").replace("”", "")


def _may_inherit(text: str, title: Title) -> bool:
    """True when the body that acted in the sentence before may have put it in place.

    Whoever shuts off a town or sends a paper down from above is not the body that the page has just told of.
    """
    if _OF_STATE.search(title.name) or _FROM_ABOVE.search(text, max(0, title.start - 6), title.start):
        return False
    named = title.form == "quoted" and title.kind == "campaign"
    return title.form in ("paper", "phrase") or title.verb is not None or named or _lasting(title)


def _lasting(title: Title) -> bool:
    """True for a quoted name whose last word names a thing that somebody set up: “货车司机之家”."""
    return title.form == "quoted" and title.kind in ("service", "fund", "platform", "training")


def _draft(
    told: ToldText, title: Title, issuers: Sequence[Actor], sentence: re.Match[str], following: int
) -> MeasureDraft:
    here = [actor for actor in issuers if sentence.start() <= actor.start < sentence.end()]
    named = [actor for actor in here if actor.start < title.start]
    start = named[0].start if named and title.start - named[0].start < _FARTHEST else title.start
    doubts = () if here else ("issuer_from_context",) if issuers else ("no_issuer",)
    benefits = benefits_of(told, title.end, following) if title.kind == "policy" else ()
    return MeasureDraft(
        title=title.name, type=title.kind, issuers=tuple(dict.fromkeys(actor.name for actor in issuers)),
        date=_day_of(told, title, sentence),
        clauses=clauses_of(told.text, title.start, min(sentence.end(), title.end + 40)), benefits=benefits,
        evidence=(told.words.place(start, title.end),),
        confidence=_confidence(title, doubts), doubts=doubts,
    )  # fmt: skip


def _confidence(title: Title, doubts: Sequence[str]) -> float:
    if not doubts:
        return _CONFIDENCE.get(title.form, _OTHER_FORM)
    return _FROM_CONTEXT if doubts == ("issuer_from_context",) else _UNSURE


def _day_of(told: ToldText, title: Title, sentence: re.Match[str]) -> DatedDraft | None:
    """The day of ``title``: the last in its sentence before it, else one behind it, else that of what went with it."""
    dated = [day for day in told.dates if day.dated and day.start < sentence.end() and not _is_limit(told.text, day)]
    before = [day for day in dated if sentence.start() <= day.start <= title.start]
    if before:
        return before[-1].dated
    behind = [day for day in dated if title.end <= day.start <= title.end + _NEAR]
    if behind and _BEGINS.match(told.text, behind[0].end):
        return behind[0].dated
    earlier = [day for day in dated if sentence.start() - _ONE_TELLING < day.start < sentence.start()]
    if earlier and _MEETING.match(told.text, sentence.start(), title.start):
        return earlier[-1].dated
    earlier = [day for day in earlier if told.text.rfind("\n", 0, sentence.start()) < day.start]
    alike = earlier and _MEANWHILE.search(told.text, sentence.start(), title.start)
    return earlier[-1].dated if alike else None


def _is_limit(text: str, day: DateWords) -> bool:
    """True for a day that ends or begins a stretch of time: 截至7月31日, 3月底以前, 2月职代会以后."""
    return bool(_UNTIL.match(text, day.start) or _SPAN.match(text, day.end))


def _once(drafts: Sequence[MeasureDraft]) -> Iterator[MeasureDraft]:
    """Each measure once: a name told again by the same body, or without one, is more evidence of the first."""
    kept: list[MeasureDraft] = []
    for draft in drafts:
        recent = range(max(0, len(kept) - _MOST_COMPARED), len(kept))  # a page of thousands of names stays linear
        same = next((at for at in recent if _alike(draft, kept[at])), None)
        if same is None:
            kept.append(draft)
        else:
            first = kept[same]
            kept[same] = replace(
                first, issuers=first.issuers or draft.issuers, evidence=(*first.evidence, *draft.evidence),
                clauses=first.clauses or draft.clauses, benefits=first.benefits or draft.benefits,
                date=first.date or draft.date,
            )  # fmt: skip
    return iter(kept)


def _alike(draft: MeasureDraft, other: MeasureDraft) -> bool:
    if draft.title == other.title:
        here = draft.evidence[0].article == other.evidence[0].article and (
            draft.type in ("campaign", "policy") or {draft.evidence[0].part, other.evidence[0].part} != {"body"}
        )
        return here or not draft.issuers or not other.issuers or bool(set(draft.issuers) & set(other.issuers))
    if draft.evidence[0].article != other.evidence[0].article:
        return False
    head = draft.evidence[0].part != "body" and draft.type == other.type
    if head and (_NUMBER_ALONE.fullmatch(draft.title) or _likeness(draft.title, other.title) >= 0.25):
        return True  # a headline says again what the article tells
    if draft.title.startswith("关于") and other.title.startswith("关于"):
        return False  # two papers of one body differ by a few words
    shorter, longer = sorted((draft.title, other.title), key=len)
    if shorter in longer and (len(shorter) >= 3 or longer.endswith(shorter)):
        return True
    return (
        draft.type == other.type and bool(set(draft.issuers) & set(other.issuers)) and _likeness(shorter, longer) >= 0.8
    )


def _likeness(first: str, second: str) -> float:
    """The share of characters that two names have in common, 0 to 1."""
    both = sum((Counter(first) & Counter(second)).values())
    return 2 * both / (len(first) + len(second))

"""The organisations of a document and every place that names one: names found, resolved, gathered.

``find_organisations`` is what the other facts stand on: its mentions are in reading order and carry full names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from seeds.reading.drafts import Context, MentionDraft, OrganisationDraft, Pages
from seeds.reading.facts.home_place import home_place
from seeds.reading.facts.organisation_names import Name, find_names
from seeds.reading.facts.places import PlaceWord, find_places
from seeds.reading.facts.texts import PARTS, ArticleText, article_texts
from seeds.reading.resolution import Node, Resolver, Scene, Seen
from unionarchive.common import divisions

_CLAUSE_ENDS = frozenset("，。！？；：、\n“”‘’（）—…》")


@dataclass(frozen=True, slots=True)
class Found:
    """What ``find_organisations`` found. ``mentions`` are sorted by place: article, part as printed, position.

    ``home_place`` is the full name of the division that the paper calls its own, None for a national one.
    """

    home_place: str | None
    organisations: tuple[OrganisationDraft, ...]
    mentions: tuple[MentionDraft, ...]
    by_text: dict[tuple[int, str], tuple[MentionDraft, ...]] = field(repr=False, compare=False, default_factory=dict)

    def in_text(self, article: int, part: str) -> tuple[MentionDraft, ...]:
        """The mentions in one text of an article, by position; longer ones before the ones inside them."""
        return self.by_text.get((article, part), ())

    def before(self, article: int, part: str, position: int) -> tuple[MentionDraft, ...]:
        """The resolved mentions that end at or before a position, the nearest first, then those of the headline.

        ``position`` is in the text as it stands. Mentions inside longer ones are left out, so the first is the whole
        name nearest to the left. For a body the mentions of subhead, headline and kicker follow: the actors that a
        first sentence may leave out.
        """
        nearest = [each for each in _outer(self.in_text(article, part)) if each.place.span.end <= position]
        nearest.reverse()
        if part == "body":
            for name in ("headline", "kicker", "subhead"):
                nearest.extend(_outer(self.in_text(article, name)))
        return tuple(each for each in nearest if each.organisation is not None)


def _outer(mentions: Iterable[MentionDraft]) -> list[MentionDraft]:
    kept: list[MentionDraft] = []
    for mention in mentions:
        if not kept or mention.place.span.end > kept[-1].place.span.end:
            kept.append(mention)
    return kept


def find_organisations(pages: Pages, context: Context) -> Found:
    """The organisations that the articles of ``pages`` name, each once under its full name, and their mentions."""
    texts = list(article_texts(pages))
    home = _home(texts, pages, context)
    resolver = Resolver(home)
    met: list[Met] = []
    for group in _by_article(texts):
        met.extend(_read_article(group, resolver, home))
    mentions = _mentions(met)
    by_text: dict[tuple[int, str], list[MentionDraft]] = defaultdict(list)
    for mention in mentions:
        by_text[mention.place.article, mention.place.part].append(mention)
    return Found(
        divisions.divisions()[home].name if home else None,
        tuple(_organisations(met)),
        tuple(mentions),
        {key: tuple(found) for key, found in by_text.items()},
    )


@dataclass(frozen=True, slots=True)
class Met:
    """A name in a text with the organisation that it means, None when that cannot be told."""

    text: ArticleText
    name: Name
    node: Node | None


def _home(texts: list[ArticleText], pages: Pages, context: Context) -> str | None:
    if context.home_place:
        known = divisions.resolve(context.home_place)
        if isinstance(known, divisions.Resolved):
            return known.division.code
    hints = [hint for hint in (pages.publication, context.publication) if hint]
    return home_place((text.text for text in texts), hints)


def _by_article(texts: list[ArticleText]) -> Iterator[list[ArticleText]]:
    groups: dict[int, list[ArticleText]] = defaultdict(list)
    for text in texts:
        groups[text.article].append(text)
    yield from groups.values()


def _read_article(texts: list[ArticleText], resolver: Resolver, home: str | None) -> Iterator[Met]:
    scene = Scene(home)
    names: list[tuple[ArticleText, list[Name]]] = []
    for text in texts:
        places = find_places(text.text)
        for place in places:
            scene.see_place(text.offset + place.start, place.codes, leads=_leads(text.text, place))
        names.append((text, find_names(text.text, places)))
    # The body first: a headline's 市总 is the one that the story names.
    for text, found in sorted(names, key=lambda pair: pair[0].part != "body"):
        for name in found:
            at = text.offset + name.start
            node = resolver.node(name, at, scene)
            if node is not None:
                scene.nodes.append(Seen(at, node))
            yield Met(text, name, node)
        scene.nodes.sort(key=lambda seen: seen.at)


def _leads(text: str, place: PlaceWord) -> bool:
    return place.start == 0 or text[place.start - 1] in _CLAUSE_ENDS


def _mentions(met: Iterable[Met]) -> list[MentionDraft]:
    drafts = []
    for each in met:
        if each.node is None:
            continue
        place = each.text.place(each.name.start, each.name.end)
        surface = each.text.text[each.name.start : each.name.end]
        drafts.append(MentionDraft(place, surface, each.node.full(), "resolved", (), 0.9))
    drafts.sort(
        key=lambda draft: (
            draft.place.article,
            PARTS.index(draft.place.part),
            draft.place.span.start,
            -draft.place.span.end,
        )
    )
    return drafts


def _organisations(met: Iterable[Met]) -> Iterator[OrganisationDraft]:
    surfaces: dict[str, dict[str, None]] = defaultdict(dict)
    nodes: dict[str, Node] = {}
    for each in met:
        if each.node is None:
            continue
        surfaces[each.node.full()][each.text.text[each.name.start : each.name.end]] = None
        node: Node | None = each.node.rep()
        while node is not None:
            nodes.setdefault(node.full(), node)
            above = node.above or node.within
            node = above.rep() if above is not None else None
    for full, node in nodes.items():
        aliases = tuple(surface for surface in surfaces[full] if surface != full)
        yield OrganisationDraft(full, node.type, node.level, node.place, node.code, node.parent(), aliases, 0.9)

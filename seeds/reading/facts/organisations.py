"""The organisations of a document and every place that names one: names found, resolved, gathered.

``find_organisations`` is what the other facts stand on: its mentions are in reading order and carry full names.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from seeds.reading.drafts import Context, MentionDraft, OrganisationDraft, Pages
from seeds.reading.facts.anchored import Anchored
from seeds.reading.facts.brands import brands_in
from seeds.reading.facts.home_place import Placed, home_place
from seeds.reading.facts.name_inside import inner_parts
from seeds.reading.facts.name_parts import LevelWord, Name, Pointer, is_han
from seeds.reading.facts.name_places import without_persons
from seeds.reading.facts.name_villages import committees
from seeds.reading.facts.organisation_names import find_names
from seeds.reading.facts.other_names import other_names
from seeds.reading.facts.paper_house import credited, meet_house
from seeds.reading.facts.places import PlaceWord, find_places, level_of, only_former
from seeds.reading.facts.texts import COLUMN, PARTS, ArticleText, article_texts
from seeds.reading.organisation_nodes import Node, house_parts, merge, stem
from seeds.reading.resolution import Resolver, waits
from seeds.reading.scene import Scene
from seeds.reading.tokens import is_common, name_start, names_a_kind
from seeds.reading.trust import trust_in
from seeds.reading.vocabulary import break_at
from unionarchive.common import divisions

_TOWNSHIP = re.compile(r"(?:(?![镇乡的和与])[一-鿿]){2,6}?族乡|[一-鿿]{2,4}?(?:街道|镇|乡)")
_BARE_TOWNSHIP = Anchored(
    r"(?:^|(?<=[，。！？；：\n”]))(?P<own>[一-鿿]{2,4})[镇乡](?=有|：|的|地处|位于)",
    anchor="[镇乡](?=有|：|的|地处|位于)",
    before=4,
)
_STREET = re.compile(
    "街道(?!办|工委|口|上|两|边)|镇(?![里村长区痛静压守江海平宁安上级区企域])|乡(?![里村亲长镇土级下企域愁间])"
)
_COMMON_KINDS = frozenset(("company", "plant", "school", "hospital", "bank"))
_PLAIN_UNITS = frozenset(("公司", "集团", "厂", "工厂", "银行", "大学", "学校", "医院"))
_HOUSE_TYPES = frozenset(("enterprise", "school", "hospital"))
_OWNED = re.compile("(?:所属|下属|旗下|所辖|直属)的?$")
_JOINING = frozenset("、和与及")
_BELONGS = re.compile("隶属于?$")
_NEW_SCENE = re.compile("[\n。！？](?:(?<=\n)|(?=在[\u4e00-\u9fff]{2,7}，))")  # a paragraph, or 在武威，… inside one
_CELL = re.compile(rf"[|｜│{COLUMN}]")
_SENTENCE_END = re.compile(r"[。！？\n]")
_CLAUSE_ENDS = frozenset(COLUMN + "，。！？；：\n“”‘’（）—…》")


@dataclass(frozen=True, slots=True)
class Found:
    """What ``find_organisations`` found. ``mentions`` are sorted by place: article, part, position.

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
        name nearest to the left. For a body the mentions of headline, kicker and subhead follow: the actors that a
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


def find_organisations(pages: Pages, context: Context, folded: Sequence[ArticleText] = ()) -> Found:
    """The organisations that the articles of ``pages`` name, each once under its full name, and their mentions.

    ``folded`` are the texts of ``pages``, for a caller who has them.
    """
    texts = [_Read(text, without_persons(text.text, find_places(text.text))) for text in folded or article_texts(pages)]
    for text in texts:
        text.names = find_names(text.at.text, text.places)
    home = _home(texts, pages, context)
    _add_brands(texts)
    for text in texts:
        text.names.extend(other_names(text.at.text, text.places, text.names))
        text.names.extend(inner_parts(text.at.text, text.names))
        text.names.extend(committees(text.at.text, text.names))
        text.names.sort(key=lambda name: (name.end, -name.start))
    resolver = Resolver(home)
    levels = {name.base.word for text in texts for name in text.names if isinstance(name.base, LevelWord)}
    resolver.former = only_former((place for text in texts for place in text.places), home, levels)
    meet_house(resolver, _own_lines(pages, context), ((text.at.text, name) for text in texts for name in text.names))
    met = [each for group in _by_article(texts) for each in _read_article(group, resolver)]
    met = _with_house(met, resolver, _own_lines(pages, context))
    own = resolver.own_house()
    if own is None:
        met = _without_common(met, times=Counter(each.node.rep() for each in met if each.node is not None))
    merge(resolver.nodes.values())
    house_parts([(each.text.article, each.node) for each in met if each.node is not None], own and own.rep())
    met = _without_common(met)
    imprint = [node for words in pages.furniture for node in credited(words, resolver)]
    mentions = _mentions(met, resolver)
    by_text: dict[tuple[int, str], list[MentionDraft]] = defaultdict(list)
    for mention in mentions:
        by_text[mention.place.article, mention.place.part].append(mention)
    return Found(
        divisions.divisions()[home].name if home else None,
        tuple(_organisations(met, imprint)),
        tuple(mentions),
        {key: tuple(found) for key, found in by_text.items()},
    )


@dataclass(slots=True)
class _Read:
    """A text with the places and names found in it."""

    at: ArticleText
    places: list[PlaceWord]
    names: list[Name] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Met:
    """A name in a text with the organisation that it means, None when that cannot be told."""

    text: ArticleText
    name: Name
    node: Node | None


def _home(texts: list[_Read], pages: Pages, context: Context) -> str | None:
    if context.home_place:
        known = divisions.resolve(context.home_place)
        if isinstance(known, divisions.Resolved):
            return known.division.code
    articles = ([_placed(each) for each in group] for group in _by_article(texts))
    return home_place(articles, _own_lines(pages, context))


def _own_lines(pages: Pages, context: Context) -> list[str]:
    """The paper's own name, its publisher's, its imprint."""
    return [line for line in (pages.publication, context.publication, *pages.furniture) if line]


def _placed(text: _Read) -> Placed:
    levels = [name for name in text.names if isinstance(name.base, LevelWord) and name.unit.base != "free"]
    return Placed(text.at.text, text.places, sorted(levels, key=lambda name: name.start))


def _add_brands(texts: list[_Read]) -> None:
    """Read again the texts in which an enterprise of the document is called by its bare name (金浦重机)."""
    brands = brands_in((text.at.text, text.names) for text in texts)
    for text, found in zip(texts, brands, strict=True):
        if found:
            text.names = find_names(text.at.text, text.places, found)


def _by_article(texts: list[_Read]) -> Iterator[list[_Read]]:
    groups: dict[int, list[_Read]] = defaultdict(list)
    for text in texts:
        groups[text.at.article].append(text)
    yield from groups.values()


def _read_article(texts: list[_Read], resolver: Resolver) -> Iterator[Met]:
    """Resolve the names of an article: whole ones first, then those that lean on others, the body before the heads."""
    scene = Scene(resolver.home)
    for text in texts:
        acting = {name.base.start for name in text.names if isinstance(name.base, PlaceWord)}
        for place in text.places:
            weight = 2 * (place.start in acting) + _leads(text.at.text, place.start)
            scene.see_place(text.at.offset + place.start, place, weight)
        _see_breaks(text, scene)
        _see_places_of_names(text, scene)
    ordered = [(text, name) for text in sorted(texts, key=lambda each: each.at.part != "body") for name in text.names]
    owners: dict[int, Node] = {}
    for text, name in sorted(ordered, key=lambda pair: waits(pair[1])):
        at = text.at.offset + name.start
        node = resolver.node(name, at, scene)
        if node is not None:
            resolver.printed.setdefault(text.at.text[name.start : name.end], node)
            owner = _owner(text.at, name, scene, owners)
            if owner is not None:
                resolver.own(node, owner)
                owners[text.at.offset + name.end] = owner
            if belongs := _BELONGS.search(text.at.text, max(0, name.start - 4), name.start):
                part = scene.ending_at(text.at.offset + belongs.start())
                if part is not None:
                    resolver.own(part, node)
            scene.see_node(at, text.at.offset + name.end, node, leads=_leads(text.at.text, name.start))
        yield Met(text.at, name, node)


def _owner(text: ArticleText, name: Name, scene: Scene, owners: dict[int, Node]) -> Node | None:
    """Whose part the text calls the body: 集团所属甲公司, and 乙公司 listed after it. ``owners`` by where they end."""
    if owned := _OWNED.search(text.text, max(0, name.start - 6), name.start):
        return scene.ending_at(text.offset + owned.start())
    joined = text.text[max(0, name.start - 1) : name.start] in _JOINING
    return owners.get(text.offset + name.start - 1) if joined else None


def _with_house(met: list[Met], resolver: Resolver, own_lines: list[str]) -> list[Met]:
    """Where an article names no 公司 or 校 that its 公司工会 could mean, the paper's own house is meant: the firm that
    the paper is named after, the body that most articles name, or the page's only one of its kind.
    """
    articles: dict[Node, set[int]] = defaultdict(set)
    for each in met:
        if each.node is not None and each.node.rep().type in _HOUSE_TYPES:
            articles[each.node.rep()].add(each.text.article)
    own = {node for node in articles if _is_named_after(own_lines, node)}
    resolver.houses = sorted(
        (node for node in articles if len(articles[node]) > 1 or node in own),
        key=lambda node: (node not in own, -len(articles[node])),
    )
    resolver.alone = [node for node in articles if node not in resolver.houses]
    if not articles:
        return met
    scene = Scene(resolver.home)
    return [
        replace(each, node=resolver.node(each.name, 0, scene)) if each.node is None and _pointed(each.name) else each
        for each in met
    ]


def _is_named_after(own_lines: list[str], node: Node) -> bool:
    """True when a line of the paper's own begins with the firm's name: 川西铝业报 of 川西铝业集团."""
    name = stem(node.own)
    return len(name) > 3 and node.type == "enterprise" and any(line.startswith(name) for line in own_lines)


def _without_common(met: list[Met], *, times: Counter[Node] | None = None) -> list[Met]:
    """Leave out 快递公司, 服装厂: words for a kind of body with a unit, and nothing of their own below them.

    With ``times`` only those met once: a house of the document may claim the others (house_parts).
    """
    above = {each.node.rep().above for each in met if each.node is not None}
    return [replace(each, node=None) if _is_common(each, times) and each.node not in above else each for each in met]


def _is_common(each: Met, times: Counter[Node] | None) -> bool:
    name, node = each.name, each.node
    if node is None or name.base is not None or name.unit.kind not in _COMMON_KINDS or name.quoted:
        return False
    if name.unit.word == "油田" or name.unit.word.startswith("集团") or name.unit.word.endswith("有限公司"):
        return False
    if name.core == "中国" and name.unit.word not in _PLAIN_UNITS:  # 中国纸业
        return False
    if times is None:
        return node.rep().parent() is None and names_a_kind(name.core)
    return (
        times[node.rep()] == 1
        and node.rep().parent() is None
        and (names_a_kind(name.core) or (name.unit.kind == "plant" and is_common(name.core)))
    )


def _pointed(name: Name) -> bool:
    base = name.base
    return isinstance(base, Pointer) if not isinstance(base, Name) else _pointed(base)


def _see_breaks(text: _Read, scene: Scene) -> None:
    offset = text.at.offset
    scene.sentences += [offset, *(offset + end.end() for end in _SENTENCE_END.finditer(text.at.text))]
    scene.cells.extend(offset + cell.end() for cell in _CELL.finditer(text.at.text))
    scene.paragraphs.append(offset)
    scene.paragraphs.extend(offset + end.end() for end in _NEW_SCENE.finditer(text.at.text))


def _see_places_of_names(text: _Read, scene: Scene) -> None:
    """Note townships, behind a place or at the head of a clause (石桥镇有…), and the districts with everyday names that
    only the office behind them tells (港口区总工会).
    """
    known = {place.end for place in text.places}
    for name in text.names:
        base = name.base
        if isinstance(base, PlaceWord) and base.codes and base.township.endswith("区"):
            scene.zones.append((text.at.offset + base.start, base))
        if isinstance(base, PlaceWord) and base.codes and base.end not in known and not base.township:
            scene.see_place(text.at.offset + base.start, base, 2 + _leads(text.at.text, base.start))
    for place in text.places:
        if (found := _TOWNSHIP.match(text.at.text, place.end)) is not None:
            whole = text.at.text[place.start : found.end()]
            township = PlaceWord(place.start, found.end(), whole, place.codes, township=found[0])
            scene.townships.append((text.at.offset + place.start, township))
    for found in _BARE_TOWNSHIP.finditer(text.at.text):
        if name_start(found["own"]) or is_common(found["own"]):
            continue  # 外出返乡的, 产业重镇有
        codes = (scene.home,) if scene.home and level_of(scene.home) == "county" else ()
        township = PlaceWord(found.start(), found.end(), found[0], codes, township=found[0])
        scene.townships.append((text.at.offset + found.start(), township))
    placed = {seen.township: seen.codes for _, seen in scene.townships}
    for street in _streets(text.at.text):
        if street.township in placed:
            continue
        county = scene.county_before(text.at.offset + street.start)
        scene.townships.append((text.at.offset + street.start, replace(street, codes=(county,) if county else ())))
    scene.zones.sort(key=lambda seen: seen[0])
    scene.townships.sort(key=lambda seen: seen[0])


def _streets(text: str) -> Iterator[PlaceWord]:
    """桂林街道 with no place before it, in 往桂林街道跑."""
    for found in _STREET.finditer(text):
        for length in (2, 3):
            start = found.start() - length
            own = text[max(0, start) : found.start()]
            parted = start >= 0 and all(map(is_han, own)) and (not start or break_at(text, start))
            if parted and not names_a_kind(own) and not name_start(own):
                yield PlaceWord(start, found.end(), text[start : found.end()], (), township=text[start : found.end()])
                break


def _leads(text: str, start: int) -> bool:
    return not start or text[start - 1] in _CLAUSE_ENDS


def _mentions(met: Iterable[Met], resolver: Resolver) -> list[MentionDraft]:
    drafts = []
    for each in met:
        candidates = resolver.candidates(each.name) if each.node is None else ()
        if each.node is None and not candidates:
            continue
        place = each.text.place(each.name.start, each.name.end)
        surface = each.text.text[each.name.start : each.name.end]
        if each.node is None:
            drafts.append(MentionDraft(place, surface, None, "ambiguous", candidates, 1 / len(candidates)))
        else:
            trust = trust_in([each.name], each.node)
            drafts.append(MentionDraft(place, surface, each.node.full(), "resolved", (), trust))
    drafts.sort(key=_reading_order)
    return drafts


def _reading_order(draft: MentionDraft) -> tuple[int, int, int, int]:
    place = draft.place
    return place.article, PARTS.index(place.part), place.span.start, -place.span.end


def _organisations(met: list[Met], imprint: Iterable[Node]) -> Iterator[OrganisationDraft]:
    surfaces: dict[str, dict[str, None]] = defaultdict(dict)
    nodes: dict[str, Node] = {}
    names: dict[str, list[Name]] = defaultdict(list)
    for each in met:
        if each.node is None:
            continue
        full = each.node.full()
        names[full].append(each.name)
        surfaces[full][each.text.text[each.name.start : each.name.end]] = None
    for found in (*(each.node for each in met if each.node is not None), *imprint):
        node: Node | None = found.rep()
        while node is not None and (full := node.full()) not in nodes:
            nodes[full] = node
            node = node.parent()
    for full, node in nodes.items():
        aliases = tuple(surface for surface in surfaces[full] if surface != full)
        parent = node.parent()
        yield OrganisationDraft(
            name=full, type=node.type, level=node.level, place=node.place, division=node.code,
            parent=parent.full() if parent else None, aliases=aliases, confidence=trust_in(names[full], node),
        )  # fmt: skip

"""The place that a paper calls 我市 and 我省: voted by the level words it uses and the divisions it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.name_parts import LevelWord, Name
from seeds.reading.facts.places import (
    PlaceWord,
    code_of_former,
    codes_of,
    districts_in,
    find_places,
    has_own_short_name,
    level_of,
    level_word,
    printed_level,
)
from seeds.reading.vocabulary import table
from unionarchive.common import divisions

_OURS = re.compile(r"(?P<whose>[我全])(?P<word>自治区|地区|省|市|县|区|州|旗|盟)")


@dataclass(frozen=True, slots=True)
class Placed:
    """A text with its places and with the names that begin with a level word (市总工会), by position."""

    text: str
    places: list[PlaceWord]
    levels: list[Name]


# A paper's own lines: 阜新工人报, 新乡工会网, 主办：包头市总工会, 地址：新乡市平原路.
_IMPRINT_BEFORE = re.compile(r"(?:^|主办(?:单位)?[：:]|地址[：:]|版权所有[：:]?)\s*$")
_ADDRESS = re.compile(r"(?:社址|地址)[：:]\s*$")
_IMPRINT_AFTER = re.compile(f"(?:市|县|区)?[一-鿿]{{0,4}}?(?:{choice('bodies.paper_words')})")
_TELEPHONE = re.compile(r"(?<![\d-])(?P<area>0[2-9]\d{1,2})\s?[)）]?\s?[-—–－ ]?\s?\d[\d×xX*]{5,7}(?![\d×])")
_SPACED = re.compile("(?<=[一-鿿]) (?=[一-鿿])")
_MASTHEAD = re.compile(r"[#*《 ]*(?P<own>[一-鿿]{2,4}?)(?:日报|晚报|周报|时报|工人报|报|新闻)(?=[》\s　第总]|$)")
_SHORT = 5  # characters at the head of a line in which a district's short name stands
_MANY = 20  # level words of a paper that may be at home in the only county it names, once
_FAR = 4  # times as many of the named places
_CAPITAL = "0100"  # how the code of a province's capital ends
_SURE = 3  # one 市总工会 that nothing explains is not enough, unless most places lie in one province


def home_place(articles: Iterable[list[Placed]], hints: Iterable[str] = ()) -> str | None:
    """The code of the home division of a paper with these ``articles``, each a list of its texts.

    ``hints`` are the paper's own name, its publisher's, its imprint. None when the articles use no level word as one's
    own, or when no named place bears it out.
    """
    levels: Counter[str] = Counter()
    named: Counter[str] = Counter()
    spoken: Counter[str] = Counter()  # the level words, explained or not: 市总工会 may pay 任丘市总工会
    others: set[str] = set()
    bare: set[str] = set()
    spread: Counter[str] = Counter()  # the divisions by how many articles name them or what lies in them
    everything = list(articles)
    for article in everything:
        explained: set[str] = set()
        spread.update(_around(article))
        others.update(_led_by_province(article))
        bare.update(_bare_districts(article))
        for placed in article:
            named.update(code for place in placed.places for code in place.codes)
            levels.update(_own_levels(placed, explained))
            others.update(_others(placed))
            spoken.update(word for _, word, _ in _level_words(placed))
    own_lines = [_SPACED.sub("", line) for line in hints]
    if (county := _own_county(own_lines, levels, named)) is not None:
        return county
    if (district := _own_district(own_lines, levels, named)) is not None:
        return district
    for hint in own_lines:
        for place in find_places(hint):
            if len(place.codes) != 1 or (
                _MASTHEAD.match(hint[place.start :]) and not _lies_amid(place.codes[0], named)
            ):
                continue
            named[place.codes[0]] += 2
            if _ADDRESS.search(hint[: place.start]) and (city := _city_of(place.codes[0], levels, named)) is not None:
                return city
            before = _IMPRINT_BEFORE.search(hint[: place.start])
            counted = spoken if before and before[0].strip() else levels  # 主办：沧州市总工会, 阜新工人报
            own_line = before and _IMPRINT_AFTER.match(hint, place.end)
            if own_line and any(counted[word] > 1 for word in _called(place.codes[0])):
                return place.codes[0]
    if levels["区"] > 2:
        for article in everything:
            for placed in article:
                named.update(code for code in districts_in(placed.text) if _is_placed(code, named))
    return _voted(everything, own_lines, levels, named, _Told(others, spread, Counter(map(_city_around, bare))))


# How many divisions in and around one are named, how many articles tell of it, how often it is named, how low it
# lies, and its code: the greatest is home.
_Vote = tuple[int, int, int, int, str]


@dataclass(frozen=True, slots=True)
class _Told:
    """What a paper tells of the divisions it names: those that are not its home, how many articles each is in, and of
    how many districts it speaks without their city.
    """

    others: set[str]
    spread: Counter[str]
    districts: Counter[str]


def _around(article: Iterable[Placed]) -> set[str]:
    """The divisions that an article names, with all that they lie in."""
    codes = {code for placed in article for place in placed.places for code in place.codes}
    return {above.code for code in codes for above in divisions.lineage(code)}


def _led_by_province(article: Iterable[Placed]) -> Iterator[str]:
    """The cities whose province an article prints before them: 山东泰安 is far from home."""
    for placed in article:
        for place in placed.places:
            led = place.end - place.start > len(place.surface) and len(place.codes) == 1
            if led and level_of(place.codes[0]) == "prefecture":
                yield place.codes[0]


def _bare_districts(article: list[Placed]) -> Iterator[str]:
    """The districts that an article names without their city: only a paper of that city does."""
    around = _around(article)
    cities = {place.codes[0] for placed in article for place in placed.places if len(place.codes) == 1}
    for code in around & cities:
        if level_word(code) == "区" and level_of(code) == "county" and _city_around(code) not in cities:
            yield code


def _city_around(district: str) -> str:
    return divisions.divisions()[district].parent_code or district


def _voted(
    articles: list[list[Placed]], own_lines: list[str], levels: Counter[str], named: Counter[str], told: _Told
) -> str | None:
    """The home that the votes elect, else that of the telephone, else the votes with the short names of districts."""
    elected = _elected(levels, named, told)
    if elected is not None:
        return _narrowed(elected, own_lines, named)
    if (called := _called_up(own_lines, levels, named)) is not None:
        return called
    short = (code for article in articles for placed in article for code in districts_in(placed.text))
    return _elected(levels, named + Counter(code for code in short if has_own_short_name(code)), told)


def _called_up(own_lines: Iterable[str], levels: Counter[str], named: Counter[str]) -> str | None:
    """The division of a paper that no vote tells, by the telephone numbers in its own lines: 热线 0416-21×××××.

    Of several cities with one area code the one that the paper names most; None for numbers of two areas.
    """
    city = _telephoned(own_lines, named)
    return None if city is None else _city_of(city, levels, named)


def _narrowed(home: str, own_lines: Iterable[str], named: Counter[str]) -> str:
    """``home``, or the city in that province where the paper has its telephone: a province's sits in the capital."""
    city = _telephoned(own_lines, named) if level_of(home) == "province" else None
    if city is None or city.endswith(_CAPITAL) or not divisions.is_within(city, home):
        return home
    return city


def _telephoned(own_lines: Iterable[str], named: Counter[str]) -> str | None:
    """The city with the area code of the numbers in a paper's own lines; None for none or for numbers of two areas."""
    areas = {match["area"] for line in own_lines for match in _TELEPHONE.finditer(line)}
    codes = _area_codes().get(areas.pop(), ()) if len(areas) == 1 else ()
    if not codes:
        return None
    around = {code: sum(n for each, n in named.items() if divisions.is_within(each, code)) for code in codes}
    return max(codes, key=lambda code: (around[code], -codes.index(code)))


@cache
def _area_codes() -> dict[str, tuple[str, ...]]:
    pairs = (each.split("=") for each in table("area_codes")["area_codes"]["words"].split())
    return {area: tuple(codes.split("/")) for area, codes in pairs}


def _city_of(code: str, levels: Counter[str], named: Counter[str]) -> str | None:
    """The division of the paper that has its office in ``code``: of those around it the one whose level it speaks of.

    None when the paper is the province's, or speaks of another city far more: papers of a province sit in its capital.
    """
    line = [division.code for division in divisions.lineage(code) if level_of(division.code) != "province"]
    spoken = [(levels[level_word(each)], -index, each) for index, each in enumerate(line)]
    if not spoken:
        return None
    chosen = max(spoken)[2]
    around: Counter[str] = Counter()
    for each, count in named.items():
        around.update({above.code: count for above in divisions.lineage(each)})
    city = line[0]
    others = [count for each, count in around.items() if level_of(each) == "prefecture" and each != city]
    if 2 * around[city] < max(others, default=0):
        return None
    whole = levels["省"] + levels["自治区"] > levels["市"] + levels["县"] + levels["区"]
    return None if whole and 2 * around[city] < named.total() else chosen


def _own_county(own_lines: list[str], levels: Counter[str], named: Counter[str]) -> str | None:
    """The county or city that a paper is named after (监利报), when it is, or was, what the paper calls its own.

    Places of its prefecture must be named, too: 海门 was a town of Taizhou before it was a city of
    Nantong, and 涟水 is a river of Hunan too.
    """
    for line in own_lines:
        match = _MASTHEAD.match(line)
        if match is None:
            continue
        for word in ("县", "市", "区", "旗", "州"):
            name = match["own"] + word
            codes = codes_of(name) or tuple(filter(None, (code_of_former(name),)))
            if len(codes) != 1 or levels[word] <= 2 or levels[word] < max(levels.values()):
                continue
            if _lies_amid(codes[0], named):
                return codes[0]
    return None


def _lies_amid(code: str, named: Counter[str]) -> bool:
    """True when other places of its prefecture, or the prefecture, are named as well."""
    line = divisions.lineage(code)
    around = line[1].code if len(line) > 2 else line[0].code
    return any(each != code and divisions.is_within(each, around) for each in named)


def _own_district(own_lines: list[str], levels: Counter[str], named: Counter[str]) -> str | None:
    """The district that a paper with 区 for its level is named after: 朝阳 of 朝阳工人 is Beijing's beside 丰台区.

    Of several of that short name the one whose city is spoken of most; None when none is.
    """
    if levels["区"] <= max(2, levels["市"], levels["县"]):
        return None
    votes: Counter[str] = Counter()
    for line in own_lines:
        for code in districts_in(line[:_SHORT]):
            division = divisions.divisions()[code]
            short = division.name.removesuffix("区")
            if line.startswith(short) and _IMPRINT_AFTER.match(line, len(short)) and division.parent_code:
                city = division.parent_code
                votes[code] += sum(count for each, count in named.items() if divisions.is_within(each, city))
    ranked = votes.most_common(2)
    tied = len(ranked) > 1 and ranked[0][1] == ranked[1][1]
    return ranked[0][0] if ranked and ranked[0][1] and not tied else None


def _own_levels(placed: Placed, explained: set[str]) -> Iterator[str]:
    """Level words that mean the paper's own place: 我市, and 全市 or 市总工会 that no place before them explains.

    ``explained`` are the level words of the places before, and gains those of this text.
    """
    coming, found = 0, placed.places
    for at, word, whose in sorted(_level_words(placed)):
        while coming < len(found) and found[coming].start < at:
            for code in found[coming].codes:
                explained.update(_words_for(code), (printed_level(found[coming].surface, code),))
            coming += 1
        if whose == "我":
            yield from (word, word, word)
        elif word not in explained:
            yield from (word, word)
    for place in found[coming:]:
        for code in place.codes:
            explained.update(_words_for(code), (printed_level(place.surface, code),))


def _level_words(placed: Placed) -> Iterator[tuple[int, str, str]]:
    """Position, level word and whose it is said to be, for 我市, 全市 and the beginnings of names."""
    for match in _OURS.finditer(placed.text):
        yield match.start(), match["word"], match["whose"]
    for name in placed.levels:
        if isinstance(name.base, LevelWord) and name.base.determiner == "":
            yield name.start, name.base.word, ""


def _others(placed: Placed) -> Iterator[str]:
    """The divisions whose 总工会 a text names in full after a bare one of the same level: not the home.

    台州市总工会 behind a bare 市总工会 is another body; a paper's own city is named in full first or not at all.
    """
    bare: dict[str, int] = {}
    for name in placed.levels:
        if isinstance(name.base, LevelWord) and name.unit.full == "总工会" and not name.base.determiner:
            bare.setdefault(name.base.word, name.start)
    for place in placed.places:
        if len(place.codes) != 1 or not placed.text.startswith("总", place.end):
            continue
        if any(bare.get(word, place.start) < place.start for word in _called(place.codes[0])):
            yield place.codes[0]


@lru_cache(maxsize=4096)
def _words_for(code: str) -> frozenset[str]:
    words = {level_word(division.code) for division in divisions.lineage(code)}
    return frozenset(words | {"区"} if "自治区" in words else words)


def _elected(levels: Counter[str], named: Counter[str], told: _Told) -> str | None:
    """Of the divisions of the level used most, the one around most of the named divisions, then the most named one.

    A county is only elected when it is named more than once and more than any other, its neighbours hardly at all.
    """
    votes: Counter[str] = Counter()
    around: Counter[str] = Counter()
    for code, count in named.items():
        for rank, division in enumerate(reversed(divisions.lineage(code))):
            votes[division.code] += 3 * count if rank == 0 else count
            around[division.code] += 1
    for word, weight in _lowest_first(levels):
        fitting = [
            (
                _with_outer(code, around, named) + told.districts[code],
                told.spread[code],
                count,
                -len(divisions.lineage(code)),
                code,
            )
            for code, count in votes.items()
            if word in _called(code) and (level_of(code) != "county" or _stands_out(code, named, levels))
        ]
        least = 5 if weight >= _SURE else 2
        fitting = [vote for vote in fitting if _lies_together(vote[4], named, least)]
        ranked = sorted(fitting, reverse=True)
        # The first of those that may be home, unless another is borne out far better.
        own = [vote for vote in ranked if vote[4] not in told.others]
        if weight < _SURE and ranked and ranked[0][4] in told.others:
            continue  # one bare 市总工会 of the city told of
        ranked = own if own and own[0][0] * _FAR >= ranked[0][0] else ranked
        if ranked and not (len(ranked) > 1 and _ties(ranked[0], ranked[1])):
            return ranked[0][4]
    return None


def _ties(first: _Vote, second: _Vote) -> bool:
    """True when two divisions that lie beside each other are borne out alike: which is home cannot be told."""
    return first[:3] == second[:3] and not divisions.is_within(first[4], second[4])


def _lowest_first(levels: Counter[str]) -> list[tuple[str, int]]:
    """The level words in the order of belief: a city's paper has 省总工会 too, a province's hardly 市总工会."""
    ordered = levels.most_common()
    least = max(_SURE, ordered[0][1] * 3 // 10) if ordered else 0
    strong = [pair for pair in ordered if pair[1] >= least]
    strong.sort(key=lambda pair: pair[0] in ("省", "自治区"))
    weak = [pair for pair in ordered if pair[1] < least]
    weak.sort(key=lambda pair: pair[0] in ("省", "自治区"))
    return strong + weak


def _is_placed(code: str, named: Counter[str]) -> bool:
    """True for a district known by its short name alone, or whose city is named: 朝阳 beside 北京."""
    return has_own_short_name(code) or any(above.code in named for above in divisions.ancestors(code))


def _called(code: str) -> tuple[str, ...]:
    own = level_word(code)
    return (own, "区") if own == "自治区" else (own,)


def _stands_out(code: str, named: Counter[str], levels: Counter[str]) -> bool:
    """True for the county that is named most of all, and twice as often as all its neighbours together.

    Once is enough for the only one named by a paper that hardly speaks of any level but that.
    """
    table = divisions.divisions()
    counties = {each: count for each, count in named.items() if level_of(each) == "county"}
    if named[code] < max(counties.values(), default=0):
        return False
    beside = sum(
        n for each, n in counties.items() if each != code and table[each].parent_code == table[code].parent_code
    )
    alone = len(counties) == 1 and levels[level_word(code)] * 3 >= 2 * levels.total() > _MANY
    return (named[code] > 1 or alone) and named[code] >= 2 * beside


def _lies_together(code: str, named: Counter[str], times: int) -> bool:
    """True when one in so many ``times`` of the places named lies in the division's province."""
    province = divisions.province_of(code).code
    inside = sum(count for each, count in named.items() if divisions.is_within(each, province))
    return times * inside >= named.total()


def _with_outer(code: str, around: Counter[str], named: Counter[str]) -> int:
    return around[code] + sum(above.code in named for above in divisions.ancestors(code))

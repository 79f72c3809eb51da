"""Patterns that are tried at some places alone find what they find when they are tried at every place."""

from __future__ import annotations

import re

import pytest

from seeds.reading.facts import collectives, counts, organisations, persons, plain_titles, titles
from seeds.reading.facts.anchored import Anchored, Opening
from seeds.reading.facts.lexicon import leading, one_of
from seeds.reading.folding import fold
from tests.reading.page_sets import SETS, annotated

_OPENINGS = (titles._TURNED, plain_titles._DIALLED, collectives._PLACE, persons._ALONE, persons._STYLED)
_ANCHORED = (persons._TITLED, persons._GIVER, counts._QUANTITY, organisations._BARE_TOWNSHIP)


def _pages() -> str:
    return fold("\n".join(page.text for name in SETS for page in annotated(name))).text


def _spans(matches: object) -> list[tuple[int, int]]:
    return [match.span() for match in matches]  # type: ignore[attr-defined]


@pytest.mark.parametrize("pattern", _ANCHORED)
def test_what_holds_an_anchor_is_found_as_by_the_pattern_alone(pattern: Anchored) -> None:
    text = _pages()
    assert _spans(pattern.finditer(text)) == _spans(pattern._pattern.finditer(text))


@pytest.mark.parametrize("opening", _OPENINGS)
def test_what_opens_a_clause_is_found_as_by_the_pattern_alone(opening: Opening) -> None:
    text = _pages()
    alone = re.compile(f"(?:(?<=[{opening._after}])|^)(?:{opening._pattern.pattern})")
    assert _spans(opening.finditer(text)) == _spans(alone.finditer(text))


def test_an_anchor_inside_the_last_match_may_begin_no_other() -> None:
    anchored = Anchored("a?b+c", anchor="b", before=2)
    text = "abbbc bc ab abc"
    assert [match[0] for match in anchored.finditer(text)] == ["abbbc", "bc", "abc"]


def test_one_of_takes_the_longest_word_first_and_falls_back_to_shorter_ones() -> None:
    words = ["慰问", "慰问金", "慰问金额", "捐", "捐款", "a.b", "a"]
    pattern = re.compile(one_of(words))
    assert pattern.findall("慰问金额慰问团捐款a.bab") == ["慰问金额", "慰问", "捐款", "a.b", "a"]
    assert re.compile(one_of(words) + "额").findall("慰问金额") == ["慰问金额"]


def test_what_stands_around_a_word_may_be_asked_behind_its_first_character() -> None:
    guarded = leading(["上线", "设立", "设", "办"], {"上": "(?<!线.)", "设": "(?<!建.)(?![备施])", "办": "(?<!县.)"})
    plain = rf"(?!(?<=线)上线|(?<=建)设|设[备施]|(?<=县)办){one_of(['上线', '设立', '设', '办'])}"
    text = "线上线下，上线，建设，设备，设立，设，县办，办，开办"
    assert re.findall(guarded, text) == re.findall(plain, text) == ["上线", "设立", "设", "办", "办"]

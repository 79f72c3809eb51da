"""Every code of doubt that the reader gives on the bundled documents has words for editors and readers."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from seeds.reading.drafts import Context, Reading
from seeds.reading.reader import read
from unionarchive.common.doubts import WORDS, doubt_words

DOCUMENTS = sorted((Path(settings.BASE_DIR) / "seeds" / "documents").glob("*.txt"))


def codes(reading: Reading) -> set[str]:
    """The doubts about its articles, measures and aid."""
    doubted = (*reading.pages.articles, *reading.facts.measures, *reading.facts.disbursements)
    return {code for draft in doubted for code in draft.doubts}


def test_every_code_has_words() -> None:
    readings = (read(path.read_text(encoding="utf-8"), Context(name=path.name)) for path in DOCUMENTS)
    given = set().union(*map(codes, readings))
    assert given
    assert given - set(WORDS) == set()


@pytest.mark.parametrize(("code", "has_words"), [("lost_end", True), ("a_code_of_a_later_version", False)])
def test_a_code_without_words_stands_for_itself(code: str, has_words: bool) -> None:
    assert (str(doubt_words(code)) != code) is has_words

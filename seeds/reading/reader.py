"""The order of the reader's stages. Text in, a reading out: same input, same output.

Standard library, the word cutters, array, assignment, calendar and automaton libraries and the pure modules of
``unionarchive.common`` only.
"""

from __future__ import annotations

from seeds.reading.drafts import Context, Reading
from seeds.reading.facts.reading import read_facts
from seeds.reading.pages import read_pages

VERSION = "7"  # raised when a reading of the same text may come out differently


def read(text: str, context: Context) -> Reading:
    """All that the reader finds in ``text``, the decoded document as it stands.

    Positions are code points of ``text``. Never raises for what a text contains: oddities are the reading's problems.
    """
    pages = read_pages(text, context)
    return Reading(context, pages, read_facts(pages, context, source=text))

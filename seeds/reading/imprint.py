"""What a page says of the paper it is from and of its day: mastheads, page heads, credited sources."""

from __future__ import annotations

import re
from collections.abc import Iterable

from seeds.reading.facts.lexicon import choice
from unionarchive.common.partial_dates import PartialDate

_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})(?!\d)")
_PAPER = re.compile(rf"[\u4e00-\u9fff]{{1,10}}(?:{choice('pages_lines.papers')})(?![\u4e00-\u9fff])")
_SOURCE = re.compile(r"(?:稿件|文章|信息)?来源\s*[:：]\s*([\u4e00-\u9fff]{2,16})")
_OWN = re.compile(r"本[报网站刊台]")
_NO_PAPER = re.compile(f"{choice('pages_lines.no_paper')}|新闻$")


def day_of(lines: Iterable[str]) -> PartialDate | None:
    """The first whole day that ``lines``, which belong to no article, print; None when none does."""
    for line in lines:
        if found := _DATE.search(line):
            year, month, day = (int(part) for part in found.groups())
            try:
                return PartialDate(year, month, day)
            except ValueError:
                continue
    return None


def paper_of(heads: Iterable[str], credits_: Iterable[str]) -> str | None:
    """The name of the paper: at the front of a page head (``heads``), else the source that ``credits_`` name."""
    for line in heads:
        bare = line.lstrip("#* ").strip()
        spaced = re.fullmatch(r"(?:[\u4e00-\u9fff][ 　]+)+[\u4e00-\u9fff]", bare)
        first = bare.replace(" ", "").replace("\u3000", "") if spaced else re.split(r"[\s　\d|｜]", bare)[0]
        if _PAPER.fullmatch(first) and not _NO_PAPER.search(first):
            return first
    for line in credits_:
        found = _SOURCE.search(line)
        if found and not _OWN.match(found[1]):
            return found[1]
    return None

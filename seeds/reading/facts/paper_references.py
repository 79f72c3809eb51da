"""What a text says later of a paper that it has named: 办法由市总工会7月20日印发, 《通知》共12条, who signed.

Reads folded text. Adds to measures what their own sentences leave open; finds no measure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from seeds.reading.drafts import DatedDraft, MeasureDraft
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.anchored import Opening
from seeds.reading.facts.lexicon import choice, one_of
from seeds.reading.facts.measure_issuers import with_partners
from seeds.reading.facts.telling import ToldText
from seeds.reading.facts.title_words import MEASURES
from seeds.reading.facts.titles import clauses_of

_AGAIN = Opening(
    rf"(?:该|这份|这项|以上|上述)?《?(?P<kind>{one_of(MEASURES['references']['short'])})》?"
    r"(?:由(?P<by>[^。；\n]{2,60}?)(?:联合|共同)?(?:印发|发布|下发|出台|制定|颁布)|(?=共[\d一二三四五六七八九十]+[条项]))",
    after="。；：\n",
)
_MASTHEAD = re.compile("文件|公告|函")
# 3月28日，市人社局、市总工会联合发布提示：
_ISSUES = re.compile(f"(?:印发|发布|发出|下发|出台|公布)(?:了|的)?(?:[这此该]?[份项个])?(?:{choice('titles.notices')})")
_HEAD_OF_PAPER = 60  # characters in which the name of the sending body stands


def refer_back(drafts: Sequence[MeasureDraft], told: ToldText) -> list[MeasureDraft]:
    """``drafts`` of one article, with issuers, date and clauses that ``told`` gives to a paper named before."""
    filled = list(drafts)
    for match in _AGAIN.finditer(told.text):
        at = _spoken_of(filled, match["kind"])
        if at is None:
            continue
        draft = filled[at]
        issuers = tuple(a.name for a in told.actors if match["by"] and match.start("by") <= a.start < match.end("by"))
        days = [day.dated for day in told.dates if match.start() <= day.start < match.end() and day.dated]
        filled[at] = replace(
            draft,
            issuers=issuers if issuers and draft.doubts else draft.issuers,
            doubts=() if issuers else draft.doubts,
            date=draft.date or (days[0] if days else None),
            clauses=draft.clauses or clauses_of(told.text, match.start(), match.end() + 24),
        )
    return filled


def _spoken_of(drafts: Sequence[MeasureDraft], kind: str) -> int | None:
    named = [at for at, draft in enumerate(drafts) if draft.type == "policy" and kind in draft.title]
    return named[-1] if named else None


def signed_by(told: ToldText) -> tuple[Actor, ...]:
    """The body whose paper ``told`` is the text of: in its masthead or at its end; empty without."""
    bodies = [actor for actor in told.actors if actor.kind == "organisation"]
    heads = [actor for actor in bodies if actor.end <= _HEAD_OF_PAPER and _MASTHEAD.match(told.text, actor.end)]
    last = told.text.rstrip("\n").rfind("\n", 0, max(0, len(told.text) - 24))
    signing = [actor for actor in bodies if actor.start > last > 0 and told.text[actor.start - 1] == "\n"]
    return tuple((heads or signing)[:1])


def issued_by(told: ToldText) -> tuple[Actor, ...]:
    """The bodies that the first sentence of ``told`` says to have issued what the headline names; empty without."""
    for match in _ISSUES.finditer(told.text.partition("\n")[0]):
        acting = [
            actor
            for actor in told.actors
            if actor.end <= match.start() and actor.role == "subject" and actor.kind == "organisation"
        ]
        if acting:
            return with_partners(acting[-1], told.actors)
    return ()


def issued_on(told: ToldText) -> DatedDraft | None:
    """The first day that the opening of ``told`` names; None when it names none."""
    return next((day.dated for day in told.dates if day.dated and day.start < _HEAD_OF_PAPER), None)


def signed_on(told: ToldText) -> DatedDraft | None:
    """The day in the last line of a paper's text; None when it has none."""
    last = told.text.rstrip("\n").rfind("\n") + 1
    days = [day.dated for day in told.dates if day.start >= last and day.dated]
    return days[-1] if days and len(told.text) - last < 40 else None

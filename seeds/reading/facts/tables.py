"""Lists of sums without verbs under a heading that names the unit once: 捐赠光荣榜（单位：万元） 扬州市总工会 120.

Reads folded text, in which the spaces of a printed table are gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from seeds.reading.drafts import PartyDraft
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.dates import DateWords
from seeds.reading.facts.days import is_day_of_giving
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.texts import COLUMN

_UNIT = re.compile(r"单位：(?P<unit>亿元|万元|元)")
SCALES = {"元": Decimal(1), "万元": Decimal(10**4), "亿元": Decimal(10**8)}
_ROW = re.compile(
    rf"[|\n、；）{COLUMN}\-]*(?P<name>[\u4e00-\u9fff（）]{{2,24}})[|：\n{COLUMN}]*(?P<number>\d{{1,9}}(?:\.\d{{1,4}})?)(?!\d)[|\n{COLUMN}]*"
)
_RECEIVES = re.compile(choice("telling.received"))
_ALLOTS = re.compile(f"{choice('handing.divides', 'handing.allots')}|发放|预算|支出")
_PLANNED = re.compile(choice("telling.planned"))
_TITLE = re.compile(f"^.*(?:{choice('people.titled')})")
_LOOK_BACK = 80
_NOTE = 24  # characters in front of the unit that say what the list is of
_MOST_ROWS = 500


def find_rows(
    article: int, part: str, text: str, actors: Sequence[Actor], dates: Sequence[DateWords], headline: str,
    fallback: Sequence[Actor],
) -> Iterator[Gift]:  # fmt: skip
    """A gift for each row: its name gives where the heading speaks of donations, else receives."""
    for unit in _UNIT.finditer(text):
        heading = text[max(0, unit.start() - _LOOK_BACK) : unit.start()]
        within = [a for a in actors if unit.start() - _LOOK_BACK <= a.start < unit.start() and a.kind == "organisation"]
        near = [d for d in dates if unit.start() - _LOOK_BACK <= d.start < unit.start()]
        day = near[-1].dated if near and is_day_of_giving(text, near[-1]) else None
        gives = bool(_RECEIVES.search(heading + headline)) and not _ALLOTS.search(heading[-_NOTE:] + headline)
        if not gives and not within:
            within = list(fallback)
        if not within and not gives:
            continue
        at = unit.end()
        for number in range(_MOST_ROWS):
            row = _ROW.match(text, at)
            if not row or row["name"].startswith(("合计", "总计", "咨询", "电话")):
                break
            at = row.end()
            party = _party(row, actors)
            body = tuple(PartyDraft(a.name, a.kind) for a in within[-1:])
            gift = Gift(
                article, part, row.start("name"), row.end("number"), 10**6 + number, 0, "cash",
                "disbursed" if gives else "committed", (party,) if gives else body, body if gives else (party,),
                amount=Decimal(row["number"]) * SCALES[unit["unit"]], date=day, words=row["number"] + unit["unit"],
            )  # fmt: skip
            if _PLANNED.search(heading + headline):
                gift.status = "pledged"
            gift.marks = {"table", "donor_here"}
            yield gift


def rows_of(told: Sequence[Gift], rows: list[Gift]) -> list[Gift]:
    """``rows`` as parts of the sum in ``told`` that they share out, where the text tells of one."""
    total = sum((row.amount for row in rows if row.amount is not None), Decimal(0))
    sums = [gift for gift in told if gift.amount is not None and gift.amount >= total and gift.basis != "part"]
    whole = next((gift for gift in sums if gift.amount == total), None)
    if whole is None and rows and rows[0].status != "disbursed":
        whole = next((gift for gift in sums if gift.donor_names == rows[0].donor_names), None)
    for row in rows if whole and len(rows) > 1 else ():
        row.basis, row.part_of = "part", whole
    return rows


def _party(row: re.Match[str], actors: Sequence[Actor]) -> PartyDraft:
    inside = [a for a in actors if row.start("name") <= a.start < row.end("name")]
    if inside:
        return PartyDraft(inside[-1].name, inside[-1].kind)
    named = _TITLE.sub("", row["name"])
    return PartyDraft(named or row["name"], "person" if named != row["name"] and named else "group")

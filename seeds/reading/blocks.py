"""Lines to strips: what stands together on the page, and what each strip looks like by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from seeds.reading.assembly.cuts import spans_word
from seeds.reading.assembly.strips import End, Kind, Start, Strip
from seeds.reading.bylines import bare_author, is_source, lone_signature, parse_byline, signature_of
from seeds.reading.columns import Columns, Row, columns_of, cut_out, rows_of, wrap_width
from seeds.reading.drafts import ContributorDraft, Line, Role
from seeds.reading.facts.lexicon import choice
from seeds.reading.furniture import furniture_role, is_label, is_row
from seeds.reading.shapes import BULLET, DAY_HEAD, HEADED_ITEM, SURE_START, TERMINAL, TURNS_OVER, closed
from seeds.reading.transcription import joined
from unionarchive.common.values import value

_FRESH = re.compile(
    rf"\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}日[\u4e00-\u9fff，,]|\d{{4}}年|{choice('pages_lines.fresh')}|昨[日天]|本月|上周|正月|腊月|大年"
)
_FOLLOWS = re.compile(
    rf"该[\u4e00-\u9fff]|据[悉了介统]|{choice('pages_lines.goes_on')}|当[天日晚时]|次日|第二天|他们?[\u4e00-\u9fff，]"
    rf"|她们?[\u4e00-\u9fff，]|{choice('pages_lines.besides')}|活动[中当]|{choice('pages_lines.turns')}|这[\u4e00-\u9fff]"
    "|《(?:通知|意见|办法|规定|方案)》"
)
_MIDDLE = re.compile(r"[，。、；：！？）》”’…%％℃]|[的了着们性化]|并(?!非)|以及|从而|而是|或者|及其|和[\u4e00-\u9fff]")
_DAY = re.compile(
    r"(?:\d{4}|[一二〇○Ｏ零三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,2}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日"
)
_SIGNERS = f"(?:{choice('pages_lines.signers')})"
_SIGNER = re.compile(rf"[\u4e00-\u9fff]{{2,}}{_SIGNERS}")
_SIGNED_DAY = re.compile(rf"(?:[\u4e00-\u9fff（）]{{2,24}}{_SIGNERS}[ 　]+)?(?:{_DAY.pattern})")
_NARROW = 28  # half characters: a line as wide as a column may be one of its lines, unless the column is narrow
_FAR = 8  # lines from either end of a page within which banners and footers are looked for


@value
class _Run:
    """Rows without a blank line between them, and what they are together: ``heads`` when all may be headings."""

    rows: Sequence[Row]
    width: float
    heads: bool
    longest: int
    marked: bool  # the page marks its headings


def cut_strips(lines: Sequence[Line]) -> tuple[Strip, ...]:
    """Every line that is not blank in exactly one strip, in page order."""
    rows = rows_of(lines)
    strips: list[Strip] = []
    columns = columns_of(rows)
    marked = sum(1 for row in rows if 0 < row.shape.level <= 2) >= 2
    for group, role in _grouped(rows):
        if role is not None:
            strips += [_furniture(row, role) for row in group]
        else:
            strips += _cut(group, columns, marked=marked)
    return tuple(_numbered(tuple(_authored(strips))))


def _authored(strips: Sequence[Strip]) -> Iterator[Strip]:
    """The same with names alone below a headline as bylines: they touch it, or a text follows."""
    above: Kind | None = None
    for strip, below in zip_longest(strips, strips[1:]):
        named = above is Kind.HEADING is strip.kind and not strip.level
        if named and (strip.gap == 0 or (below is not None and below.kind is Kind.TEXT)):
            authors = bare_author(strip.text)
            yield replace(strip, kind=Kind.BYLINE, contributors=authors, reason="a name alone") if authors else strip
            above = Kind.BYLINE if authors else Kind.HEADING
        else:
            yield strip
            above = strip.kind


def _numbered(strips: Sequence[Strip]) -> Iterator[Strip]:
    for index, strip in enumerate(strips):
        yield _changed(strip, index=index)


def _changed(strip: Strip, index: int) -> Strip:
    object.__setattr__(strip, "index", index)
    return strip


def _grouped(rows: Sequence[Row]) -> Iterator[tuple[list[Row], Role | None]]:
    """Runs of rows without a blank line between them, furniture apart."""
    run: list[Row] = []
    held: Role | None = None
    total = len(rows)
    figures = _figures(rows)
    last = max((at for at, row in enumerate(rows) if "。" in row.shape.text), default=0)
    told = False  # a sentence has been read: what follows a line of navigation now may be a list of other pages
    for at, row in enumerate(rows):
        inside = row.gap == 0 and bool(run) and held is None and run[-1].shape.width > 24 and not run[-1].shape.heads
        late = at >= total - _FAR and at > 2
        role = None if at in figures else furniture_role(row.shape.text, early=at < _FAR, late=late, inside=inside)
        if at == 0 and role is None and len(row.shape.text) <= 10 and len(rows) > 1:
            below = furniture_role(rows[1].shape.text, early=True, late=False)
            role = below if below is Role.BANNER else None  # the paper's name above its date
        told = told or (role is None and _sentence(row.shape.text))
        if (
            told
            and (row.gap == 0 or (at > last and held is Role.NAVIGATION and row.gap < 2))
            and role is None
            and held in (Role.NAVIGATION, Role.FOOTER)
            and not _sentence(row.shape.text)
        ):
            role = held
        if run and (row.gap or role != held):
            yield run, held
            run = []
        run.append(row)
        held = role
    if run:
        yield run, held


def _figures(rows: Sequence[Row]) -> set[int]:
    """The places of the rows of tables that hold figures: an article's, where other tables are a site's."""
    found: set[int] = set()
    table: list[int] = []
    for at, row in enumerate([*rows, None]):
        if row is not None and is_row(row.shape.text) and (not table or row.gap == 0):
            table.append(at)
            continue
        if len(table) > 2:
            told = sum(any(character.isdigit() for character in rows[place].shape.text) for place in table)
            found.update(table if told * 2 >= len(table) else ())
        table = [at] if row is not None and is_row(row.shape.text) else []
    return found


def _sentence(text: str) -> bool:
    return len(text) > 40 or text.endswith("。")


def _furniture(row: Row, role: Role) -> Strip:
    return Strip(
        0, Kind.FURNITURE, (row.line.number,), row.shape.text, f"reads like {role.value}", role=role, gap=row.gap
    )


def _cut(run: Sequence[Row], columns: Columns, *, marked: bool) -> Iterator[Strip]:
    foot = _foot(run)
    if foot < len(run):
        if foot:
            yield from _cut(run[:foot], columns, marked=marked)
        yield replace(_text_strip(run[foot:], 0.0), start=Start.FOLLOWS, end=End.SIGNED)
        return
    facts = _Run(run, wrap_width(run, columns), _all_heads(run), max([row.shape.width for row in run]), marked)
    width = facts.width
    column = cut_out(run, columns)
    held: list[Row] = []
    for at, row in enumerate(run):
        kind = Kind.TEXT if column else _kind(facts, at)
        held_before = bool(held)
        if held and (kind is not Kind.TEXT or _parted(held[-1], row, width) or _signed(held, row, width)):
            yield _text_strip(held, width)
            held = []
        if kind is Kind.TEXT:
            held.append(row)
        else:
            spoken = kind is Kind.HEADING and row.shape.text.endswith("——") and not row.shape.level
            unsure = (
                kind is Kind.HEADING and held_before and not row.shape.level and row.shape.width >= width * 0.75 > 0
            )
            alone = kind is Kind.HEADING and len(run) == 1 and not row.shape.level and not columns.usual
            spoken = spoken or (kind is Kind.HEADING and marked and not row.shape.level and len(run) == 1)
            edge = kind is Kind.HEADING and len(run) == 1 and not row.shape.level and row.shape.width in columns.widths
            spoken = spoken or (edge and row.shape.width > _NARROW and not row.shape.text.startswith("——"))
            spoken = spoken or (alone and ("，" in row.shape.text or "," in row.shape.text))
            unsure = spoken or (unsure and not signature_of(run[at - 1].shape.text))
            yield _single(row, kind, unsure=unsure and not DAY_HEAD.fullmatch(row.shape.text))
    if held:
        yield _text_strip(held, width)


def _foot(run: Sequence[Row]) -> int:
    """Where the body and the day that sign a notice begin in ``run``; its length when none do."""
    if not _SIGNED_DAY.fullmatch(run[-1].shape.text) or run[-1].shape.level:
        return len(run)
    at = len(run) - 1
    while at and at > len(run) - 5 and not run[at - 1].shape.level and _SIGNER.fullmatch(run[at - 1].shape.text):
        at -= 1
    return at


def _parted(above: Row, below: Row, width: float) -> bool:
    """True when a paragraph ends between two lines that touch."""
    if (
        not width
        or SURE_START.match(below.shape.text)
        or is_row(below.shape.text)
        or BULLET.match(below.shape.text)
        or below.shape.item
    ):
        return True
    text = above.shape.text
    if TURNS_OVER.search(text):
        return True
    return closed(text)  # at the edge of the column it may be the end of a paragraph, or of a piece of another article


def _signed(held: Sequence[Row], below: Row, width: float) -> bool:
    """True when ``held`` ends with a signature that the line below does not carry on."""
    end = "".join(row.shape.text for row in held[-4:])
    if not signature_of(end):
        return False
    return held[-1].shape.width < width - 6 or not signature_of(end + below.shape.text)


def _kind(facts: _Run, at: int) -> Kind:
    run, width = facts.rows, facts.width
    row = run[at]
    text = row.shape.text
    if row.shape.image:
        return Kind.IMAGE
    if len(text) <= 60 and (parse_byline(text) or is_source(text)) and not _inside(run, at, width):
        return Kind.BYLINE
    if (not width or not at or closed(run[at - 1].shape.text)) and lone_signature(text):
        return Kind.BYLINE
    if 0 < row.shape.level <= 6:
        return Kind.HEADING
    if _goes_on(facts, at) or is_row(text):
        return Kind.TEXT
    if row.shape.level == 7 and len(run) == 1 and text[0] in "■●▲◆★":
        return Kind.HEADING
    if len(run) == 1 and is_label(text):
        return Kind.HEADING
    if not row.shape.heads:
        return Kind.TEXT
    if row.shape.level == 7:
        return Kind.HEADING
    if facts.marked and not text.startswith("——"):
        if at == 0 and len(run) > 1 and 0 < run[1].shape.level <= 6:
            return Kind.HEADING  # a kicker touches its headline
        return Kind.HEADING if facts.heads or _short_label(run, text) else Kind.TEXT
    if len(run) == 1 or not width or facts.heads:
        return Kind.HEADING
    return Kind.HEADING if _edge_heading(facts, at) else Kind.TEXT


def _all_heads(run: Sequence[Row]) -> bool:
    """True for a run that holds headings and bylines alone."""
    return all(row.shape.heads or parse_byline(row.shape.text) for row in run)


def _short_label(run: Sequence[Row], text: str) -> bool:
    return len(run) == 1 and len(text) <= 8


def _inside(run: Sequence[Row], at: int, width: float) -> bool:
    """True when the line is the middle of a wrapped sentence, so that 记者 甲 in it is no byline of its own."""
    if not width or at == 0:
        return False
    above = run[at - 1].shape
    return not closed(above.text) and above.width >= width - 4 and not above.heads


def _goes_on(facts: _Run, at: int) -> bool:
    """True for a line that looks like a heading, fills its column, and carries on the sentence of the line above."""
    run, full = facts.rows, facts.longest - 4
    shape = run[at].shape
    if not at or not shape.heads or shape.level or shape.width < full or shape.text.startswith("——"):
        return False
    above = run[at - 1].shape
    if above.level or above.heads or above.width < full or parse_byline(above.text):
        return False
    return not closed(above.text) and not BULLET.match(shape.text)


def _edge_heading(facts: _Run, at: int) -> bool:
    """True for a heading that touches the column of text above or below it."""
    run, width = facts.rows, facts.width
    row = run[at]
    text = row.shape.text
    if text.startswith("——"):
        return True
    if at and not run[at - 1].shape.heads and width - 4 <= row.shape.width <= width + 2:
        return False  # a full line goes on in another column
    if at and run[at - 1].shape.heads and BULLET.match(run[0].shape.text) and not BULLET.match(text):
        return _edge_heading(facts, at - 1)
    if at + 1 == len(run):
        if BULLET.match(run[at - 1].shape.text):
            return False
        above = run[at - 1].shape.text
        if signature_of(above + text) and run[at - 1].shape.width >= width - 6:
            return False  # the last names of a signature
        return (closed(above) or bool(signature_of(above) or parse_byline(above))) and (
            len(text) >= 4 or is_label(text)
        )
    if at and BULLET.match(run[at - 1].shape.text) and not BULLET.match(text):
        return run[at - 1].shape.width < facts.longest - 6  # a heading under a list
    below = run[at + 1].shape.text
    first = at == 0 or (at < 4 and all(other.shape.heads for other in run[:at]))
    if SURE_START.match(below) and (first or closed(run[at - 1].shape.text)):
        return True
    if not first or (spans_word(text, below) and not BULLET.match(below)):
        return False
    if BULLET.match(below) or parse_byline(below) or below.startswith("——"):
        return True
    fresh = _FRESH.match(below) or below[0] in "“《"
    odd = row.shape.width <= width * 0.75 or (fresh and row.shape.width <= width - 8) or row.shape.width > width + 3
    return odd and text[-1] not in "的和在"


def _single(row: Row, kind: Kind, *, unsure: bool) -> Strip:
    text = row.shape.text
    byline: tuple[ContributorDraft, ...] = parse_byline(text) or lone_signature(text) if kind is Kind.BYLINE else ()
    reason = {Kind.BYLINE: "a byline", Kind.IMAGE: "an image", Kind.HEADING: "a heading"}[kind]
    return Strip(
        0,
        kind,
        (row.line.number,),
        text,
        reason,
        start=_start(text),
        end=_end(text, signed=False),
        level=row.shape.level,
        gap=row.gap,
        contributors=byline,
        unsure=unsure,
    )


def _text_strip(rows: Sequence[Row], width: float) -> Strip:
    text = joined([row.shape.text for row in rows])
    signature = signature_of(text)
    if len(rows) > 1 and text[0] in "（(" and len(text) <= 60 and (people := parse_byline(text)):
        numbers = tuple(row.line.number for row in rows)
        return Strip(0, Kind.BYLINE, numbers, text, "a byline on several lines", gap=rows[0].gap, contributors=people)
    full = [row.shape.width for row in rows[:-1]]
    return Strip(
        0,
        Kind.TEXT,
        tuple(row.line.number for row in rows),
        text,
        "wrapped lines of a column" if len(rows) > 1 else "a paragraph",
        start=Start.SURE if rows[0].shape.lead else Start.LIST if rows[0].shape.item or is_row(text) else _start(text),
        end=_end(text, signed=bool(signature)),
        lead=rows[0].shape.lead,
        full=bool(width) and not signature and _ends_full(rows, width),
        gap=rows[0].gap,
        width=sorted(full)[len(full) // 2] if len(full) > 1 else (width or 0.0),
        contributors=signature,
    )


def _ends_full(rows: Sequence[Row], width: float) -> bool:
    """True when a sentence ends at the edge of the column, so that whether a paragraph ends too is not seen."""
    last, first = rows[-1].shape, rows[0].shape
    listed = first.item or BULLET.match(first.text) or last.text[-1] in "；;"
    return not listed and closed(last.text) and last.width > width - 3


def _start(text: str) -> Start:
    if SURE_START.match(text):
        return Start.SURE
    if _MIDDLE.match(text):
        return Start.MIDDLE
    if BULLET.match(text) or HEADED_ITEM.match(text):
        return Start.LIST
    if _FOLLOWS.match(text):
        return Start.FOLLOWS
    if _FRESH.match(text):
        return Start.FRESH
    if text[0] in "“《【":
        return Start.QUOTE
    return Start.NUMBER if text[0].isdigit() else Start.UNKNOWN


def _end(text: str, *, signed: bool) -> End:
    if signed or TURNS_OVER.search(text):
        return End.SIGNED
    if text[-1] in "，、,":
        return End.COMMA
    if closed(text) or BULLET.match(text) or is_row(text) or text[-1] in TERMINAL or text.endswith("——"):
        return End.CLOSED
    return End.COMMA if text[-1] == "：" else End.OPEN

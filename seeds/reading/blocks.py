"""Lines to strips: what stands together on the page, and what each strip looks like by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seeds.reading.assembly.cuts import spans_word
from seeds.reading.assembly.strips import End, Kind, Start, Strip
from seeds.reading.bylines import parse_byline, signature_of
from seeds.reading.drafts import ContributorDraft, Line, Role
from seeds.reading.furniture import furniture_role
from seeds.reading.shapes import TERMINAL, Shape, closed, shape_of

_SURE_START = re.compile(
    r"本(?:报|网|刊|站|台|社)(?:综合)?(?:讯|消息|[\u4e00-\u9fff]{0,6}(?:\d{1,2}月)?\d{1,2}日(?:讯|电))"
    r"|[\u4e00-\u9fff]{2,6}(?:消息|讯)[\s（(]|新华社[\u4e00-\u9fff]{2,8}\d|[（(]上接"
)
_FRESH = re.compile(
    r"\d{1,2}月\d{1,2}日|\d{4}年|据|近日|日前|连日来|截至|目前|此外|同时|记者|今年|去年|当天|昨[日天]|次日|接下来|随后|下一步|该[\u4e00-\u9fff]"
)
_MIDDLE = re.compile(r"[，。、；：！？）》”’…%％℃]|[的了着们性化]")
_BULLET = re.compile(
    r"[●■▲◆★○□·•※]|[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]\D|[问答][:：]|[^，。：！？]{2,20}[:：]\s*\d[\d.,]*\S{0,12}$"
    r"|[\u4e00-\u9fff（）()]{2,16}[ 　]+\d[\d.]*$"
)
_CONTINUED = re.compile(r"[（(](?:下转|转|紧接)第?[^（）()]{0,8}版?[^（）()]{0,4}[）)]$|[（(]完[）)]$")
_LEAD_IN = re.compile(r"\d{1,2}月\d{1,2}日[上中下]?午?[,，]|据[\u4e00-\u9fff]{1,3}[，,]|.*说[，：]“")
_SPACED_PARTS = re.compile(r"[^\s，。]{6,26}[ 　]+[^\s，。]{6,26}")
_INNER_END = re.compile(r"[！？!?]")
_FAR = 8  # lines from either end of a page within which banners and footers are looked for
_WRAP_LIMIT = 84  # half characters: no newspaper column is wider


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that is not blank with its shape and the number of blank lines before it."""

    line: Line
    shape: Shape
    gap: int


def cut_strips(lines: Sequence[Line]) -> tuple[Strip, ...]:
    """Every line that is not blank in exactly one strip, in page order."""
    rows = _rows(lines)
    strips: list[Strip] = []
    usual = _usual_width(rows)
    marked = sum(1 for row in rows if 0 < row.shape.level <= 2) >= 2
    for group, role in _grouped(rows):
        if role is not None:
            strips += [_furniture(row, role) for row in group]
        else:
            strips += _cut(group, marked=marked, usual=usual)
    return tuple(_numbered(strips))


def _numbered(strips: Sequence[Strip]) -> Iterator[Strip]:
    for index, strip in enumerate(strips):
        yield _changed(strip, index=index)


def _changed(strip: Strip, index: int) -> Strip:
    object.__setattr__(strip, "index", index)
    return strip


def _rows(lines: Sequence[Line]) -> list[_Row]:
    rows: list[_Row] = []
    gap = 0
    for line in lines:
        if line.span is None:
            gap += 1
            continue
        rows.append(_Row(line, shape_of(line.text), gap))
        gap = 0
    return rows


def _grouped(rows: Sequence[_Row]) -> Iterator[tuple[list[_Row], Role | None]]:
    """Runs of rows without a blank line between them, furniture apart."""
    run: list[_Row] = []
    held: Role | None = None
    total = len(rows)
    told = False  # a sentence has been read: what follows a line of navigation now may be a list of other pages
    for at, row in enumerate(rows):
        role = furniture_role(row.shape.text, early=at < _FAR, late=at >= total - _FAR and at > 2)
        told = told or (role is None and _sentence(row.shape.text))
        if (
            told
            and row.gap == 0
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


def _usual_width(rows: Sequence[_Row]) -> int:
    """The median width of a page of columns; 0 for a page whose paragraphs stand on one line each."""
    widths = sorted(row.shape.width for row in rows)
    middle = widths[len(widths) // 2] if widths else 0
    long = sum(1 for width in widths if width > _WRAP_LIMIT)
    return middle if middle and long * 5 < len(widths) else 0


def _sentence(text: str) -> bool:
    return len(text) > 40 or text.endswith("。")


def _furniture(row: _Row, role: Role) -> Strip:
    return Strip(
        0, Kind.FURNITURE, (row.line.number,), row.shape.text, f"reads like {role.value}", role=role, gap=row.gap
    )


def _cut(run: Sequence[_Row], *, marked: bool, usual: int) -> Iterator[Strip]:
    width = _wrap_width(run, usual)
    held: list[_Row] = []
    for at, row in enumerate(run):
        kind = _kind(run, at, width, marked=marked)
        if held and (kind is not Kind.TEXT or _parted(held[-1], row, width) or _signed(held)):
            yield _text_strip(held, width)
            held = []
        if kind is Kind.TEXT:
            held.append(row)
        else:
            unsure = kind is Kind.HEADING and bool(width) and at == len(run) - 1 and at > 0 and not row.shape.level
            yield _single(row, kind, unsure=unsure and not signature_of(run[at - 1].shape.text))
    if held:
        yield _text_strip(held, width)


def _wrap_width(run: Sequence[_Row], usual: int) -> float:
    """The usual width of the full lines of ``run`` when they are broken at the end of a column; else 0."""
    widths = [row.shape.width for row in run]
    if len(run) < 2 or max(widths) > _WRAP_LIMIT:
        return 0.0
    if len(run) == 2 and usual and widths[0] >= usual * 0.6 and not _may_head(run[1].shape.text):
        return float(widths[0])
    inner = sorted(widths)
    typical = inner[len(inner) * 2 // 3]
    near = sum(1 for width in widths if abs(width - typical) <= 4)
    text = any(row.shape.text[-1:] in "。，、；" for row in run) or max(widths) > 30
    return float(typical) if near * 2 >= len(run) and text else 0.0


def _parted(above: _Row, below: _Row, width: float) -> bool:
    """True when a paragraph ends between two lines that touch."""
    if not width or _SURE_START.match(below.shape.text) or _BULLET.match(below.shape.text):
        return True
    text = above.shape.text
    if _CONTINUED.search(text):
        return True
    return closed(text) and above.shape.width <= width - 3


def _signed(held: Sequence[_Row]) -> bool:
    return bool(signature_of("".join(row.shape.text for row in held[-4:])))


def _kind(run: Sequence[_Row], at: int, width: float, *, marked: bool) -> Kind:
    row = run[at]
    text = row.shape.text
    if row.shape.image:
        return Kind.IMAGE
    if len(text) <= 60 and parse_byline(text) and not _inside(run, at, width):
        return Kind.BYLINE
    if 0 < row.shape.level <= 6:
        return Kind.HEADING
    if not _may_head(text):
        return Kind.TEXT
    if row.shape.level == 7:
        return Kind.HEADING
    if marked and not text.startswith("——"):
        return Kind.TEXT if not _short_label(run, text) else Kind.HEADING
    if len(run) == 1 or not width or _all_heads(run):
        return Kind.HEADING
    return Kind.HEADING if _edge_heading(run, at, width) else Kind.TEXT


def _all_heads(run: Sequence[_Row]) -> bool:
    """True for a run that holds headings and bylines alone, which no column's even edge joins."""
    texts = [row.shape.text for row in run]
    if not all(_may_head(text) or parse_byline(text) for text in texts):
        return False
    widths = [row.shape.width for row in run]
    even = max(widths) - min(widths) <= 4
    return not (even and len(run) > 3) and not any(
        even and spans_word(above, below) for above, below in zip(texts, texts[1:], strict=False)
    )


def _short_label(run: Sequence[_Row], text: str) -> bool:
    return len(run) == 1 and len(text) <= 8


def _inside(run: Sequence[_Row], at: int, width: float) -> bool:
    """True when the line is the middle of a wrapped sentence, so that 记者 甲 in it is no byline of its own."""
    if not width or at == 0:
        return False
    above = run[at - 1].shape
    return not closed(above.text) and above.width >= width - 4 and not _may_head(above.text)


def _may_head(text: str) -> bool:
    """True when a line may be a heading: short, unfinished by any sentence's end, with its quotation marks in pairs."""
    if len(text) > 60 or _LEAD_IN.match(text) or _SURE_START.match(text) or _BULLET.match(text):
        return False
    if len(text) > 40 and not text.endswith("——") and not _SPACED_PARTS.fullmatch(text):
        return False
    if "。" in text or len(_INNER_END.findall(text)) > 1:
        return False
    if text[-1] in "。；;，,、：" and not text.startswith("（"):
        return False
    return all(text.count(a) == text.count(b) for a, b in ("“”", "《》", "（）", "「」"))


def _edge_heading(run: Sequence[_Row], at: int, width: float) -> bool:
    """True for a heading that touches the column of text above or below it."""
    row = run[at]
    text = row.shape.text
    if text.startswith("——"):
        return True
    if at + 1 == len(run):
        above = run[at - 1].shape.text
        return (closed(above) or bool(signature_of(above))) and len(text) >= 4
    below = run[at + 1].shape.text
    first = at == 0 or all(_may_head(other.shape.text) for other in run[:at])
    if _SURE_START.match(below) and (first or closed(run[at - 1].shape.text)):
        return True
    if not first or spans_word(text, below):
        return False
    if _BULLET.match(below) or parse_byline(below) or below.startswith("——"):
        return True
    odd = row.shape.width <= width - 6 or row.shape.width > width + 3
    return odd and not row.shape.text.endswith(("的", "和", "在"))


def _single(row: _Row, kind: Kind, *, unsure: bool) -> Strip:
    text = row.shape.text
    byline: tuple[ContributorDraft, ...] = parse_byline(text) if kind is Kind.BYLINE else ()
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


def _text_strip(rows: Sequence[_Row], width: float) -> Strip:
    text = "".join(row.shape.text for row in rows)
    signature = signature_of(text)
    full = [row.shape.width for row in rows[:-1]]
    return Strip(
        0,
        Kind.TEXT,
        tuple(row.line.number for row in rows),
        text,
        "wrapped lines of a column" if len(rows) > 1 else "a paragraph",
        start=_start(text),
        end=_end(text, signed=bool(signature)),
        gap=rows[0].gap,
        width=sorted(full)[len(full) // 2] if len(full) > 1 else (width or 0.0),
        contributors=signature,
    )


def _start(text: str) -> Start:
    if _SURE_START.match(text):
        return Start.SURE
    if _MIDDLE.match(text):
        return Start.MIDDLE
    if _BULLET.match(text):
        return Start.LIST
    if _FRESH.match(text):
        return Start.FRESH
    if text[0] in "“《【":
        return Start.QUOTE
    return Start.NUMBER if text[0].isdigit() else Start.UNKNOWN


def _end(text: str, *, signed: bool) -> End:
    if signed or _CONTINUED.search(text):
        return End.SIGNED
    if closed(text) or _BULLET.match(text) or text[-1] in TERMINAL or text.endswith("——"):
        return End.CLOSED
    return End.COMMA if text[-1] in "，、,：" else End.OPEN

"""What a person typed, understood: every input is a valid query.

Words (all of them), "a phrase", -without, this OR that, field:value. What could not be used is kept as a note, so that
the page can say how the query was understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from .folding import fold
from .ranges import AmountRange, DayRange, parse_amounts, parse_days
from .tokens import needle_grams

MOST_CHARACTERS = 1000  # of a query; the rest is not read
MOST_TERMS = 20  # longer lists make no better answers, only slower ones

FIELDS = {
    **dict.fromkeys(("标题", "題目", "题目", "標題", "title", "headline"), "title"),
    **dict.fromkeys(("作者", "记者", "記者", "author", "byline"), "names"),
    **dict.fromkeys(("机构", "組織", "组织", "機構", "单位", "organisation", "organization", "org"), "organisation"),
    **dict.fromkeys(("地点", "地點", "地区", "地區", "place"), "place"),
    **dict.fromkeys(("日期", "时间", "時間", "date"), "date"),
    **dict.fromkeys(("金额", "金額", "amount"), "amount"),
}
_QUOTES = {'"': '"', "＂": "＂", "“": "”", "「": "」", "『": "』"}
_FIELD = re.compile(r"([^\s:：\"“”]{2,12})[:：](?=\S)")
_WITHOUT = ("-", "－", "—")


@dataclass(frozen=True, slots=True)
class Term:
    """Something to be found: ``text`` as typed, ``needle`` as compared; ``field`` is "", "title" or "names".

    ``also`` are other needles that count as the same word (the names of one organisation).
    """

    text: str
    needle: str
    field: str = ""
    quoted: bool = False
    also: tuple[str, ...] = ()

    @property
    def needles(self) -> tuple[str, ...]:
        """The needle, and the other forms that stand for it."""
        return (self.needle, *self.also)


@dataclass(frozen=True, slots=True)
class Note:
    """Something the query could not use: ``code`` says why (``too_long``, ``no_words``, ``bad_date`` …)."""

    code: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """All ``groups`` must be met, each by one of its terms; none of ``without``; the fields narrow further."""

    typed: str = ""
    groups: tuple[tuple[Term, ...], ...] = ()
    without: tuple[Term, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    days: DayRange | None = None
    amounts: AmountRange | None = None
    notes: tuple[Note, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True when there is nothing to look for, neither words nor fields."""
        return not (self.groups or self.organisations or self.places or self.days or self.amounts)

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term that a match may show."""
        return tuple(term for group in self.groups for term in group)

    def with_groups(self, groups: tuple[tuple[Term, ...], ...]) -> Query:
        """This query, looking for ``groups`` instead."""
        return replace(self, groups=groups)


@dataclass(slots=True)
class _Piece:
    text: str
    quoted: bool = False
    without: bool = False
    field: str = ""


@dataclass(slots=True)
class _Understanding:
    """What has been read so far; ``or_next`` means that the next term joins the group before it."""

    groups: list[list[Term]] = field(default_factory=list)
    without: list[Term] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    days: DayRange | None = None
    amounts: AmountRange | None = None
    notes: list[Note] = field(default_factory=list)
    or_next: bool = False
    not_next: bool = False


def parse(typed: str) -> Query:
    """How ``typed`` is understood. Never raises, whatever the characters are."""
    cleaned = "".join(" " if ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 else c for c in typed)
    state = _Understanding()
    if len(cleaned) > MOST_CHARACTERS:
        state.notes.append(Note("too_long", str(MOST_CHARACTERS)))
    for piece in _pieces(cleaned[:MOST_CHARACTERS]):
        _take(state, piece)
    return Query(
        typed=cleaned[:MOST_CHARACTERS].strip(),
        groups=tuple(tuple(group) for group in state.groups),
        without=tuple(state.without),
        organisations=tuple(state.organisations),
        places=tuple(state.places),
        days=state.days,
        amounts=state.amounts,
        notes=tuple(dict.fromkeys(state.notes)),
    )


def _pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        piece = _Piece("")
        if text[at] in _WITHOUT and at + 1 < len(text) and not text[at + 1].isspace():
            piece.without, at = True, at + 1
        named = _FIELD.match(text, at)
        if named and named[1].lower() in FIELDS:
            piece.field, at = FIELDS[named[1].lower()], named.end()
        piece.text, piece.quoted, at = _value(text, at)
        pieces.append(piece)
    return pieces


def _value(text: str, at: int) -> tuple[str, bool, int]:
    """The quoted or bare words at ``at``, whether they are quoted, and where they end. A lone quote is no quote."""
    close = text.find(_QUOTES[text[at]], at + 1) if text[at] in _QUOTES else -1
    # “十条”措施 is a word with quotation marks in it, as the paper prints it; "十条" 措施 is a phrase and a word.
    if close > at + 1 and (close + 1 == len(text) or text[close + 1].isspace() or text[at].isascii()):
        return text[at + 1 : close], True, close + 1
    end = at
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[at:end].strip('"＂'), False, end


def _take(state: _Understanding, piece: _Piece) -> None:
    if not piece.quoted and not piece.field and piece.text in {"OR", "|", "||", "AND", "&&", "&", "NOT"}:
        state.or_next = state.or_next or piece.text in {"OR", "|", "||"}
        state.not_next = piece.text == "NOT"
        return
    piece.without = piece.without or state.not_next
    if piece.field in {"organisation", "place", "date", "amount"} and not piece.without:
        _narrow(state, piece)
    else:
        _add_term(state, piece)
    state.or_next = state.not_next = False


def _narrow(state: _Understanding, piece: _Piece) -> None:
    if piece.field == "organisation":
        state.organisations.append(piece.text)
    elif piece.field == "place":
        state.places.append(piece.text)
    elif piece.field == "date":
        days = parse_days(piece.text)
        state.days = days or state.days
        if not days:
            state.notes.append(Note("bad_date", piece.text))
    else:
        amounts = parse_amounts(piece.text)
        state.amounts = amounts or state.amounts
        if not amounts:
            state.notes.append(Note("bad_amount", piece.text))


def _add_term(state: _Understanding, piece: _Piece) -> None:
    text = " ".join(piece.text.split()) if piece.quoted else _without_lone_brackets(piece.text)
    if not needle_grams(text):
        if text:
            state.notes.append(Note("no_words", text))
        return
    if sum(map(len, state.groups)) + len(state.without) >= MOST_TERMS:
        state.notes.append(Note("too_many_terms", str(MOST_TERMS)))
        return
    field_name = piece.field if piece.field in {"title", "names"} else ""
    term = Term(text=text, needle=fold(text), field=field_name, quoted=piece.quoted)
    if piece.without:
        state.without.append(term)
    elif state.or_next and state.groups:
        state.groups[-1].append(term)
    else:
        state.groups.append([term])


def _without_lone_brackets(text: str) -> str:
    """``(甲 OR 乙)`` is cut at its spaces; a bracket whose partner went with the other half is dropped."""
    for opening, closing in ("()", "（）"):
        if text.count(opening) != text.count(closing):
            text = text.lstrip(opening).rstrip(closing)
    return text

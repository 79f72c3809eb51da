"""Names, evidence and hits cut a text into pieces that put together are the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.highlighting import Mark, MarkKind, Stretch, paragraphs, stretches
from unionarchive.common.spans import Span

TEXT = "临江市总工会拨付慰问金5万元。\n工会开通热线。"


def mark(words: str, kind: MarkKind, text: str = TEXT) -> Mark:
    start = text.index(words)
    return Mark(Span(start, start + len(words)), kind, key=words, url="#", label=words)


def shown(parts: tuple[Stretch, ...]) -> str:
    """The parts in a notation: <name>, [evidence], {hit}."""
    return "".join(
        ("<" if part.name else "")
        + "".join(
            ("[" if piece.evidence else "") + (f"{{{piece.text}}}" if piece.is_hit else piece.text)
            + ("]" if piece.evidence else "")
            for piece in part.pieces
        )
        + (">" if part.name else "")
        for part in parts
    )  # fmt: skip


@pytest.mark.parametrize(
    ("comment", "names", "evidence", "hits", "expected"),
    [
        ("nothing", [], [], [], "临江市总工会拨付慰问金5万元。"),
        ("a name", ["临江市总工会"], [], [], "<临江市总工会>拨付慰问金5万元。"),
        ("a name inside evidence", ["临江市总工会"], ["临江市总工会拨付慰问金"], [],
         "<[临江市总工会]>[拨付慰问金]5万元。"),
        ("evidence that begins inside a name", ["临江市总工会"], ["总工会拨付"], [],
         "<临江市[总工会]>[拨付]慰问金5万元。"),
        ("a hit inside evidence", [], ["慰问金5万元"], ["慰问"], "临江市总工会拨付[{慰问}][金5万元]。"),
        ("two names that overlap", ["临江市总工会", "总工会拨付"], [], [], "<临江市总工会>拨付慰问金5万元。"),
        ("two pieces of evidence that overlap", [], ["拨付慰问金", "慰问金5万元"], [],
         "临江市总工会[拨付][慰问金][5万元]。"),
    ],
)  # fmt: skip
def test_it_cuts_at_every_mark(
    comment: str, names: list[str], evidence: list[str], hits: list[str], expected: str
) -> None:
    line = TEXT.split("\n", maxsplit=1)[0]
    marks = [mark(words, MarkKind.NAME) for words in names]
    marks += [mark(words, MarkKind.EVIDENCE) for words in evidence]
    marks += [mark(words, MarkKind.HIT) for words in hits]
    assert shown(stretches(line, marks)) == expected, comment


def test_it_carries_a_mark_over_the_end_of_a_paragraph() -> None:
    first, second = paragraphs(TEXT, [mark("5万元。\n工会", MarkKind.EVIDENCE)])
    assert shown(first) == "临江市总工会拨付慰问金[5万元。]"
    assert shown(second) == "[工会]开通热线。"
    assert [m.label for part in first for m in part.closing] == []
    assert [m.label for part in second for m in part.closing] == ["5万元。\n工会"]


MARKS = st.lists(
    st.builds(
        lambda start, length, kind: Mark(Span(start, start + length), kind),
        st.integers(0, 40), st.integers(1, 20), st.sampled_from(list(MarkKind)),
    ),
    max_size=12,
)  # fmt: skip


@given(st.text(alphabet="工会\n 万元", max_size=40), MARKS)
def test_it_loses_and_doubles_no_character(text: str, marks: list[Mark]) -> None:
    whole = "".join(piece.text for part in stretches(text, marks) for piece in part.pieces)
    assert whole == text
    lines = ["".join(piece.text for part in line for piece in part.pieces) for line in paragraphs(text, marks)]
    assert lines == [line for line in text.split("\n") if line.strip()]

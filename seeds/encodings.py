"""Bytes of a file to text: UTF-8, UTF-16 or GB18030, told apart by what the bytes allow and what Chinese looks like.

GB18030 gives a character to almost any pair of bytes, so that a Big5 file or a damaged UTF-8 one would come out as
rare characters without an error; a decoding counts only when most of its characters are ones that newspapers print.
This module imports no Django.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass

from seeds.reading.problems import Problem

EXPECTED = "text in UTF-8, UTF-16 or GB18030"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
_SAMPLE = 20_000  # characters that tell an encoding as surely as the whole file does
_USUAL = 0.5  # of simplified text 0.99 are usual, of traditional text 0.68, of Big5 taken for GB18030 0.4
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\v\f\r")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text without its byte order mark, and the encoding that it was read with. Newlines are as they were."""

    text: str
    encoding: str


class UndecodableError(ValueError):
    """The bytes are no text in an encoding that we read; ``problem`` says what was found."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def decode(raw: bytes) -> Decoded:
    """The text of ``raw``; UndecodableError for binary files and for other encodings."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _marked(raw[len(mark) :], encoding)
    for decoded in _readings(raw):
        if decoded.encoding == "utf-8" or _looks_printed(decoded.text):
            return decoded
    if _is_binary(raw):
        raise UndecodableError(Problem("binary_file", "a binary file", EXPECTED))
    raise UndecodableError(Problem("unknown_encoding", f"an unknown encoding ({_first_bad_byte(raw)})", EXPECTED))


def _marked(raw: bytes, encoding: str) -> Decoded:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        found = f"a {encoding} byte order mark, then byte 0x{error.object[error.start]:02x} at {error.start}"
        raise UndecodableError(Problem("unknown_encoding", found, EXPECTED)) from error
    if not _CONTROLS.isdisjoint(text):
        raise UndecodableError(Problem("binary_file", "a binary file", EXPECTED))
    return Decoded(text, encoding)


def _readings(raw: bytes) -> Iterator[Decoded]:
    for encoding in _UNMARKED:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _CONTROLS.isdisjoint(text):
            yield Decoded(text, encoding)


def _looks_printed(text: str) -> bool:
    """True when most characters beyond ASCII are common Han characters or the signs of Chinese print."""
    beyond = [character for character in text[:_SAMPLE] if not character.isascii()]
    return sum(map(_is_usual, beyond)) > _USUAL * len(beyond)


def _is_usual(character: str) -> bool:
    try:
        first = character.encode("gb2312")[0]
    except UnicodeEncodeError:
        return False
    return first <= 0xA9 or 0xB0 <= first <= 0xD7  # signs, then the 3755 common characters (一级汉字)


def _is_binary(raw: bytes) -> bool:
    return any(byte < 32 and chr(byte) in _CONTROLS for byte in raw[:_SAMPLE])


def _first_bad_byte(raw: bytes) -> str:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"byte 0x{raw[error.start]:02x} at {error.start} is not UTF-8"
    return "no common Chinese characters"

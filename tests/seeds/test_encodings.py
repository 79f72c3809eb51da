"""A file's text is found whatever of our encodings it has, and nothing else is taken for text."""

from __future__ import annotations

import codecs
import os
import random

import opencc
import pytest

from seeds.encodings import UndecodableError, decode

TEXT = "临江市总工会拨付慰问金5万元，送到一线职工手中。\r\n本报记者　王小明\n"
TRADITIONAL = opencc.OpenCC("s2t").convert(TEXT)


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        pytest.param(TEXT.encode(), "utf-8", id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), "utf-8", id="UTF-8 with a byte order mark"),
        pytest.param(TEXT.encode("utf-16"), "utf-16-le", id="UTF-16 as Windows writes it"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be", id="UTF-16 big-endian"),
        pytest.param(TEXT.encode("utf-16-le"), "utf-16-le", id="UTF-16 little-endian without a mark"),
        pytest.param(TEXT.encode("utf-16-be"), "utf-16-be", id="UTF-16 big-endian without a mark"),
        pytest.param(TEXT.encode("gb18030"), "gb18030", id="GB18030"),
        pytest.param(TEXT.encode("gbk"), "gb18030", id="GBK, a part of it"),
    ],
)
def test_it_reads_our_encodings_and_leaves_newlines_alone(raw: bytes, encoding: str) -> None:
    decoded = decode(raw)
    assert (decoded.text, decoded.encoding) == (TEXT, encoding)


def test_it_reads_traditional_characters_in_gb18030() -> None:
    assert decode(TRADITIONAL.encode("gb18030")).text == TRADITIONAL


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        pytest.param(TRADITIONAL.encode("big5", "ignore"), "unknown_encoding", id="Big5"),
        pytest.param(TEXT.encode()[:-3] + b"\xff\xfe" + TEXT.encode(), "unknown_encoding", id="UTF-8 with bad bytes"),
        pytest.param("Société générale, déjà vu".encode("latin-1"), "unknown_encoding", id="Latin-1"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "binary_file", id="a picture"),
        pytest.param(b"PK\x03\x04\x14\x00\x06\x00" + os.urandom(2000), "binary_file", id="a zip"),
        pytest.param(
            b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(random.Random(1).randbytes(4000)), "binary_file", id="a PDF"
        ),
        pytest.param("文字".encode() + b"\x00", "binary_file", id="a stray NUL"),
        pytest.param(codecs.BOM_UTF16_LE + b"\x00\xd8", "unknown_encoding", id="UTF-16 with half a pair"),
    ],
)
def test_it_refuses_anything_else_and_says_what_it_found(raw: bytes, code: str) -> None:
    with pytest.raises(UndecodableError) as refusal:
        decode(raw)
    assert refusal.value.problem.code == code
    assert refusal.value.problem.expected == "text in UTF-8, UTF-16 or GB18030"

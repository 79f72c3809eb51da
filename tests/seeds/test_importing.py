"""Files and folders become documents; whatever is no document gets one line that says why."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from seeds.importing import Overrides, Source, UnreadableError, find_sources, read_original
from seeds.manifests import Entry
from unionarchive.common.partial_dates import PartialDate

ROOM = 1_000


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def test_it_finds_documents_in_folders_in_the_order_of_their_names(tmp_path: Path) -> None:
    write(tmp_path, b_txt="乙", a_md="甲", sub__c_html="<p>丙</p>", d_jpg="", README_md="说明")
    (tmp_path / ".hidden.txt").write_text("不", encoding="utf-8")
    sources, problems = find_sources([tmp_path])
    assert [source.path.name for source in sources] == ["a.md", "b.txt", "c.html"]
    assert problems == []


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, a_txt="甲")
    sources, _ = find_sources([tmp_path / "a.txt", tmp_path])
    assert len(sources) == 1


def test_the_manifest_beside_a_file_counts_though_only_the_file_is_named(tmp_path: Path) -> None:
    write(tmp_path, a_txt="甲", manifest_csv="file,publication\na.txt,临江日报\n")
    sources, _ = find_sources([tmp_path / "a.txt"])
    assert sources == [Source(tmp_path / "a.txt", Entry(publication="临江日报"))]


def test_the_command_line_goes_before_the_manifest(tmp_path: Path) -> None:
    write(tmp_path, a_txt="甲", manifest_csv="file,publication,page\na.txt,临江日报,3\n")
    sources, _ = find_sources([tmp_path], overrides=Overrides(publication="工人报", published=PartialDate(2020)))
    assert sources[0].entry == Entry(publication="工人报", published=PartialDate(2020), page="3")


def test_a_document_whose_row_is_wrong_is_kept_out_and_the_others_are_not(tmp_path: Path) -> None:
    write(tmp_path, a_txt="甲", b_txt="乙", manifest_csv="file,published\na.txt,morgen\n")
    sources, problems = find_sources([tmp_path])
    assert [source.path.name for source in sources] == ["b.txt"]
    assert [problem.problem.code for problem in problems] == ["bad_date"]


@pytest.mark.parametrize("content", ["", "kein.csv"])
def test_a_folder_without_documents_is_a_problem(tmp_path: Path, content: str) -> None:
    if content:
        (tmp_path / content).write_text("a,b", encoding="utf-8")
    _, problems = find_sources([tmp_path])
    assert [str(problem) for problem in problems] == [
        f"{tmp_path}: no_documents: found a folder without documents; expected a .txt, .md or .html file"
    ]


def test_it_hashes_the_file_as_it_is_and_keeps_its_newlines(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("甲\r\n乙".encode("gb18030"))
    original = read_original(Source(tmp_path / "a.txt"), max_bytes=ROOM)
    assert original.sha256 == hashlib.sha256("甲\r\n乙".encode("gb18030")).hexdigest()
    assert (original.text, original.encoding, original.media_type) == ("甲\r\n乙", "gb18030", "text/plain")


def test_of_html_it_reads_the_visible_words(tmp_path: Path) -> None:
    write(tmp_path, a_html="<h1>标题</h1><p>正文</p>")
    original = read_original(Source(tmp_path / "a.html"), max_bytes=ROOM)
    assert (original.text, original.media_type) == ("标题\n正文", "text/html")


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("a.txt", b"", "empty_file: found a file without any words; expected a text"),
        ("a.txt", b" \n\r\n\t", "empty_file"),
        ("a.html", b"<p> </p>", "empty_file"),
        ("a.txt", b"\x00\x01\x02\xff", "binary_file: found a binary file; expected text in UTF-8"),
        ("a.txt", b"\xe9t\xe9 \xe0 Paris", "unknown_encoding: found an unknown encoding (byte 0xe9 at 0 is not UTF-8)"),
        ("a.txt", b"x" * 1_001, "file_too_large: found 1,001 bytes; expected at most 1,000 (DOCUMENT_MAX_BYTES)"),
        ("a.pdf", b"%PDF", "no_document: found a .pdf file; expected a .txt, .md or .html file"),
        ("noending", b"x", "no_document: found a file without an ending"),
        ("gone.txt", None, "unreadable_file: found no such file or directory; expected a readable file"),
        ("gone", None, "no_document: found no such file or folder"),
    ],
)
def test_whatever_is_no_document_gets_one_clear_line(tmp_path: Path, name: str, raw: bytes | None, words: str) -> None:
    if raw is not None:
        (tmp_path / name).write_bytes(raw)
    with pytest.raises(UnreadableError) as refusal:
        read_original(Source(tmp_path / name), max_bytes=ROOM)
    line = str(refusal.value.file_problem)
    assert line.startswith(f"{tmp_path / name}: {words}")
    assert "\n" not in line

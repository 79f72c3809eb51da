"""A manifest tells of the documents beside it; what is wrong with it keeps out no more than its own document."""

from __future__ import annotations

from pathlib import Path

import pytest

from seeds.manifests import Entry, Manifest, read_manifest
from unionarchive.common.partial_dates import PartialDate

HEADER = "file,publication,published,page,home_place,language,rights,source_note\n"


def manifest(folder: Path, content: str | bytes) -> Manifest:
    (folder / "a.txt").write_text("甲", encoding="utf-8")
    (folder / "b.txt").write_text("乙", encoding="utf-8")
    raw = content if isinstance(content, bytes) else content.encode()
    (folder / "manifest.csv").write_bytes(raw)
    return read_manifest(folder)


def test_it_tells_what_is_known_of_each_file(tmp_path: Path) -> None:
    found = manifest(
        tmp_path, HEADER + 'a.txt,临江日报,2020-02-05,3,临江市,zh-Hans,报社,"重写, 供测试"\nb.txt,,,,,,,\n'
    )
    assert found.problems == ()
    assert found.entries["a.txt"] == Entry(
        "临江日报", PartialDate(2020, 2, 5), "3", "临江市", "zh-Hans", "报社", "重写, 供测试"
    )
    assert found.entries["b.txt"] == Entry()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            "file,date,place\na.txt,2020-02,临江市\n".encode("gb18030"), id="GB18030 and other names of columns"
        ),
        pytest.param("﻿FILE, Published ,home_place\r\na.txt,2020-02,临江市\r\n", id="as a spreadsheet saves it"),
    ],
)
def test_it_understands_what_people_write(tmp_path: Path, content: str | bytes) -> None:
    found = manifest(tmp_path, content)
    assert found.problems == ()
    assert found.entries["a.txt"] == Entry(published=PartialDate(2020, 2), home_place="临江市")


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        ("name,publication\na.txt,报\n", 1, "columns name, publication without file"),
        ("file,publicaton\na.txt,报\n", 1, "unknown columns publicaton"),
        ("file,page,page\na.txt,1,2\n", 1, "columns page twice"),
        ("", 1, "no columns without file"),
        ("file,published\na.txt,2020-13\n", 2, "'2020-13' for 'a.txt'; expected a date as YYYY"),
        ("file,published\nb.txt,\na.txt,5.2.2020\n", 3, "'5.2.2020' for 'a.txt'"),
        ("file,page\nc.txt,1\n", 2, "'c.txt', which is not there"),
        ("file,page\n../a.txt,1\n", 2, "'../a.txt', which is not there"),
        ("file,page\n,1\n", 2, "a row without a file name"),
        ("file,page\na.txt,1\na.txt,2\n", 3, "'a.txt' a second time"),
        ("file,page\na.txt,1,2\n", 2, "more cells than columns"),
        ("file,page\na.txt," + "1" * 21 + "\n", 2, "21 characters in page; expected at most 20"),
    ],
)
def test_it_says_in_one_line_what_is_wrong_and_where(tmp_path: Path, content: str, line: int, words: str) -> None:
    (problem,) = manifest(tmp_path, content).problems
    assert str(problem).startswith(f"{tmp_path / 'manifest.csv'}:{line}: ")
    assert words in str(problem)


def test_a_wrong_row_keeps_out_its_own_document_only(tmp_path: Path) -> None:
    found = manifest(tmp_path, "file,published\na.txt,gestern\nb.txt,2020\n")
    assert found.refused == {"a.txt"}
    assert set(found.entries) == {"b.txt"}


def test_columns_that_are_understood_are_used_beside_unknown_ones(tmp_path: Path) -> None:
    found = manifest(tmp_path, "file,colour,page\na.txt,red,7\n")
    assert found.entries["a.txt"].page == "7"


def test_a_binary_manifest_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    (problem,) = manifest(tmp_path, b"\x00\x01\x02").problems
    assert problem.problem.code == "binary_file"


def test_a_folder_without_a_manifest_has_nothing_to_say(tmp_path: Path) -> None:
    assert read_manifest(tmp_path) == Manifest()

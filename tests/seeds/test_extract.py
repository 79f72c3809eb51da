"""extract prints the contract's record of each file, a line each, and needs no database."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

ROOT = Path(__file__).resolve().parents[2]
PAGE = "五万元慰问金送到一线\r\n临江市总工会2月3日拨付慰问金5万元，送到一线职工手中。\r\n"


def extract(*paths: Path, **options: Any) -> list[dict[str, Any]]:
    out = StringIO()
    call_command("extract", *map(str, paths), stdout=out, **options)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def page(folder: Path, name: str = "page.txt") -> Path:
    path = folder / name
    path.write_bytes(PAGE.encode())
    return path


def test_it_prints_one_record_for_each_file_in_their_order(tmp_path: Path) -> None:
    records = extract(page(tmp_path, "b.txt"), page(tmp_path, "a.txt"))
    assert [record["document"] for record in records] == ["b.txt", "a.txt"]


def test_positions_are_of_the_file_as_it_is(tmp_path: Path) -> None:
    (record,) = extract(page(tmp_path))
    covered = "".join(PAGE[segment["start"] : segment["end"]] for segment in record["segments"])
    assert "".join(covered.split()) == "".join(PAGE.split())


def test_the_manifest_beside_a_file_gives_the_context(tmp_path: Path) -> None:
    page(tmp_path)
    (tmp_path / "manifest.csv").write_text("file,publication,published,home_place\npage.txt,临江日报,2020,濮阳市\n")
    (record,) = extract(tmp_path)
    assert (record["publication"], record["published"], record["home_place"]) == ("临江日报", "2020", "濮阳市")


def test_it_explains_itself_to_a_person_when_asked(tmp_path: Path) -> None:
    out = StringIO()
    call_command("extract", str(page(tmp_path)), "--explain", stdout=out)
    assert out.getvalue().startswith("# page.txt\n")
    assert "because: " in out.getvalue()
    assert "五万元慰问金送到一线" in out.getvalue()


def test_workers_keep_the_order(tmp_path: Path) -> None:
    paths = [page(tmp_path, f"{number}.txt") for number in range(6)]
    assert [record["document"] for record in extract(*paths, jobs=2)] == [path.name for path in paths]


def test_a_bad_file_is_reported_and_the_others_are_read(tmp_path: Path) -> None:
    out, complaints = StringIO(), StringIO()
    (tmp_path / "bad.txt").write_bytes(b"\x00")
    with pytest.raises(CommandError):
        call_command("extract", str(tmp_path / "bad.txt"), str(page(tmp_path)), stdout=out, stderr=complaints)
    assert len(out.getvalue().splitlines()) == 1
    assert f"{tmp_path / 'bad.txt'}: binary_file: found a binary file" in complaints.getvalue()


def test_it_touches_no_database_and_prints_utf_8_whatever_the_terminal_has(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nowhere",
        "UNIONARCHIVE_VAR": str(tmp_path / "var"),
        "PYTHONIOENCODING": "ascii",
    }
    command = [sys.executable, "manage.py", "extract", str(page(tmp_path))]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    assert "临江市总工会" in done.stdout.decode("utf-8") or json.loads(done.stdout)["document"] == "page.txt"

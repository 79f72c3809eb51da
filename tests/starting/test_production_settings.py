"""With production settings Django finds nothing to warn of, and wrong ones are refused with a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def manage(*arguments: str, var: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=clean | {"UNIONARCHIVE_VAR": str(var)} | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_django_finds_nothing_to_warn_of(tmp_path: Path) -> None:
    answer = manage(
        "check", "--deploy", "--fail-level", "WARNING", var=tmp_path, HTTPS="1", ALLOWED_HOSTS="archive.example"
    )
    assert answer.returncode == 0, answer.stderr
    assert "no issues" in answer.stdout


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("HTTPS", "perhaps", "HTTPS is 'perhaps'; expected one of"),
        ("CACHE_URL", "memcached://here", "expected redis://HOST:PORT/NUMBER"),
        ("DOCUMENT_MAX_BYTES", "huge", "expected a whole number of at least 1"),
    ],
)
def test_a_wrong_setting_stops_the_start(tmp_path: Path, name: str, value: str, sentence: str) -> None:
    answer = manage("check", var=tmp_path, **{name: value})
    assert answer.returncode != 0
    assert sentence in answer.stderr


def test_prepare_sets_everything_up_and_then_finds_nothing_to_do(tmp_path: Path) -> None:
    first = manage("prepare", var=tmp_path)
    assert first.returncode == 0, first.stderr
    assert "Password (shown this once)" in first.stdout
    assert (tmp_path / "static" / "staticfiles.json").exists()
    again = manage("prepare", var=tmp_path)
    assert again.returncode == 0, again.stderr
    assert "Password" not in again.stdout.replace("changepassword", "")
    rows = {
        line.split()[0]: line.split()[1:]
        for line in again.stdout.splitlines()
        if line[:9] in {"documents", "articles "}
    }
    assert rows["documents"][:3] == ["0", "0", "5"]
    assert rows["articles"][0] == "0"

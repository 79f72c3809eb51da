"""The site's secret key is made once, whole, and for its owner's eyes only."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from unionarchive.secret import secret_key


def test_it_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "var" / "secret_key"
    made = secret_key(path)
    assert len(made) >= 50
    assert secret_key(path) == made


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    secret_key(tmp_path / "secret_key")
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_all_who_start_at_once_have_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(secret_key, [tmp_path / "secret_key"] * 32))
    assert len(made) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]

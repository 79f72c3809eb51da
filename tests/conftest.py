"""What every test may use: addresses of the real services, and a clean reason when one is missing.

In CI nothing is skipped for want of a service: a missing one fails.
"""

from __future__ import annotations

import os
from pathlib import Path

import dj_database_url
import psycopg
import pytest
import redis

IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}


def _missing(what: str, how: str) -> None:
    if IN_CI:
        pytest.fail(f"{what} is not there: {how}")
    pytest.skip(f"{what} is not there: {how}")


@pytest.fixture(scope="session")
def postgres_url() -> str:
    """Address of a PostgreSQL server on which the tests may create databases."""
    url = os.environ.get("TEST_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/postgres")
    try:
        psycopg.connect(url, connect_timeout=3).close()
    except psycopg.OperationalError as error:
        _missing("PostgreSQL", f"{dj_database_url.parse(url)['HOST']} answered {error}; set TEST_POSTGRES_URL")
    return url


@pytest.fixture(scope="session")
def redis_url() -> str:
    """Address of a Redis database that the tests may fill and empty."""
    url = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/15")
    try:
        redis.Redis.from_url(url, socket_connect_timeout=3).ping()
    except redis.ConnectionError as error:
        _missing("Redis", f"{url} answered {error}; set TEST_REDIS_URL")
    return url


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Path of an installed Chromium."""
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    if not Path(path).exists():
        _missing("Chromium", f"no file at {path}; install Debian's chromium or set CHROMIUM")
    return path

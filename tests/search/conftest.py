from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.search.archives import Archive, postgres_archive, sqlite_archive


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def archive(request: pytest.FixtureRequest) -> Iterator[Archive]:
    """An empty archive on each of the two engines."""
    if request.param == "sqlite":
        with sqlite_archive() as made:
            yield made
    else:
        with postgres_archive(request.getfixturevalue("postgres_url")) as made:
            yield made

"""The index in whatever database the project runs on."""

from __future__ import annotations

import sqlite3
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from unionarchive.common.search.index import Index
from unionarchive.common.search.postgres import PostgresIndex
from unionarchive.common.search.sqlite import SqliteIndex


def index_on(database: Any) -> Index:
    """The index that lives in ``database``, one of Django's connections, and takes part in its transactions."""
    if database.vendor == "sqlite":

        def cursor() -> sqlite3.Cursor:
            database.ensure_connection()
            made: sqlite3.Cursor = database.connection.cursor()
            return made

        return SqliteIndex(cursor)
    if database.vendor == "postgresql":
        return PostgresIndex(database.cursor)
    raise ImproperlyConfigured(f"search runs on SQLite and PostgreSQL, not on {database.vendor}")


def archive_index() -> Index:
    """The index of the archive."""
    return index_on(connection)

"""What a ``manifest.csv`` says of the documents beside it. This module imports no Django.

A row that cannot be believed keeps its own document out and no other; the columns that can be understood are used.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from seeds.encodings import UndecodableError, decode
from seeds.reading.problems import Problem
from unionarchive.common.partial_dates import PartialDate

NAME = "manifest.csv"
LANGUAGE = "zh-Hans"  # of a document whose language nobody states
COLUMNS = ("file", "publication", "published", "page", "home_place", "language", "rights", "source_note")
_SYNONYMS = {"date": "published", "place": "home_place"}
_LONGEST = {"publication": 100, "page": 20, "home_place": 100, "language": 20, "rights": 300}
_EXPECTED_COLUMNS = "the columns " + ", ".join(COLUMNS)
_EXPECTED_DATE = "a date as YYYY, YYYY-MM or YYYY-MM-DD"


@dataclass(frozen=True, slots=True)
class FileProblem:
    """A problem and the file that has it; printed as ``path:line: code: found …; expected …``."""

    file: str
    problem: Problem

    def __str__(self) -> str:
        where = f"{self.file}:{self.problem.line}" if self.problem.line else self.file
        return f"{where}: {self.problem.code}: found {self.problem.found}; expected {self.problem.expected}"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a document beside its text; None and empty where nothing is."""

    publication: str | None = None
    published: PartialDate | None = None
    page: str = ""
    home_place: str | None = None
    language: str = ""
    rights: str = ""
    source_note: str = ""


UNKNOWN = Entry()


@dataclass(frozen=True, slots=True)
class Manifest:
    """The entries by file name, the files whose rows cannot be believed, and what is wrong."""

    entries: dict[str, Entry] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    problems: tuple[FileProblem, ...] = ()


def parse_date(text: str) -> PartialDate:
    """The date that ``text`` writes; ValueError with found and expected otherwise."""
    try:
        return PartialDate.parse(text)
    except ValueError as error:
        raise ValueError(f"found {text!r}; expected {_EXPECTED_DATE}") from error


def read_manifest(folder: Path) -> Manifest:
    """The manifest of ``folder``, an empty one when there is none. Never raises for what the file says."""
    path = folder / NAME
    try:
        text = decode(path.read_bytes()).text
    except FileNotFoundError:
        return Manifest()
    except UndecodableError as error:
        return Manifest(problems=(FileProblem(str(path), error.problem),))
    except OSError as error:
        return Manifest(problems=(FileProblem(str(path), Problem("unreadable", str(error), "a readable file")),))
    return _parse(path, text)


def _parse(path: Path, text: str) -> Manifest:
    rows = csv.DictReader(io.StringIO(text, newline=""), restval="")
    header = [_column(name) for name in rows.fieldnames or ()]
    problems = [FileProblem(str(path), problem) for problem in _header_problems(header)]
    if "file" not in header:
        return Manifest(problems=tuple(problems))
    rows.fieldnames = header
    entries: dict[str, Entry] = {}
    refused: set[str] = set()
    try:
        for row in rows:
            name = (row.get("file") or "").strip()
            wrong = [replace(problem, line=rows.line_num) for problem in _row_problems(row, name, entries, path)]
            problems += [FileProblem(str(path), problem) for problem in wrong]
            if wrong:
                refused.add(name)
            else:
                entries[name] = _entry(row)
    except csv.Error as error:
        problems.append(FileProblem(str(path), Problem("bad_manifest", str(error), "a CSV table", rows.line_num)))
    return Manifest(entries, frozenset(refused - entries.keys()), tuple(problems))


def _column(name: str | None) -> str:
    folded = (name or "").strip().lower()
    return _SYNONYMS.get(folded, folded)


def _header_problems(header: list[str]) -> Iterator[Problem]:
    found = f"the columns {', '.join(header)}" if header else "no columns"
    if "file" not in header:
        yield Problem("bad_manifest", f"{found} without file", _EXPECTED_COLUMNS, 1)
        return
    unknown = [name or "(no name)" for name in header if name not in COLUMNS]
    if unknown:
        yield Problem("bad_manifest", f"unknown columns {', '.join(unknown)}", _EXPECTED_COLUMNS, 1)
    repeated = sorted({name for name in header if header.count(name) > 1})
    if repeated:
        yield Problem("bad_manifest", f"the columns {', '.join(repeated)} twice", "each column once", 1)


def _row_problems(row: dict[str, str], name: str, entries: dict[str, Entry], path: Path) -> Iterator[Problem]:
    if not name:
        yield Problem("bad_manifest", "a row without a file name", "the name of a file beside the manifest")
        return
    if name in entries:
        yield Problem("bad_manifest", f"{name!r} a second time", "one row for each file")
    elif Path(name).name != name or not (path.parent / name).is_file():
        yield Problem("unknown_file", f"{name!r}, which is not there", f"the name of a file in {path.parent}")
    if None in row:
        yield Problem("bad_manifest", f"more cells than columns for {name!r}", "one cell for each column")
    if published := _cell(row, "published"):
        try:
            PartialDate.parse(published)
        except ValueError:
            yield Problem("bad_date", f"{published!r} for {name!r}", _EXPECTED_DATE)
    for column, longest in _LONGEST.items():
        if len(_cell(row, column)) > longest:
            yield Problem("too_long", f"{len(_cell(row, column))} characters in {column}", f"at most {longest}")


def _entry(row: dict[str, str]) -> Entry:
    published = _cell(row, "published")
    return Entry(
        publication=_cell(row, "publication") or None,
        published=PartialDate.parse(published) if published else None,
        page=_cell(row, "page"),
        home_place=_cell(row, "home_place") or None,
        language=_cell(row, "language"),
        rights=_cell(row, "rights"),
        source_note=_cell(row, "source_note"),
    )


def _cell(row: dict[str, str], column: str) -> str:
    return (row.get(column) or "").strip()

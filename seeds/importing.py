"""Files and folders named on a command line to documents: found, checked, hashed and decoded.

Parsing happens here, once; what comes out is trusted by loading and by extraction. This module imports no Django.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from seeds.encodings import UndecodableError, decode
from seeds.html_text import visible_text
from seeds.manifests import LANGUAGE, NAME, UNKNOWN, Entry, FileProblem, Manifest, read_manifest
from seeds.reading.drafts import Context
from seeds.reading.problems import Problem
from unionarchive.common.partial_dates import PartialDate

MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown", ".html": "text/html", ".htm": "text/html"}
_EXPECTED_FILE = "a .txt, .md or .html file"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read, with what its manifest or the command line says of it."""

    path: Path
    entry: Entry = UNKNOWN


@dataclass(frozen=True, slots=True)
class Original:
    """A document as it came in: ``sha256`` is of the file's bytes, ``text`` what positions count."""

    name: str
    sha256: str
    text: str
    encoding: str
    media_type: str
    entry: Entry = UNKNOWN

    @property
    def context(self) -> Context:
        """What the reader is told before it reads."""
        return Context(
            name=self.name,
            home_place=self.entry.home_place,
            publication=self.entry.publication,
            published=self.entry.published,
            language=self.entry.language or LANGUAGE,
        )


class UnreadableError(Exception):
    """The file is no document; ``file_problem`` says what was found and what was expected."""

    def __init__(self, file_problem: FileProblem) -> None:
        super().__init__(str(file_problem))
        self.file_problem = file_problem


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the command line says of every document; None where it says nothing. It goes before a manifest."""

    publication: str | None = None
    published: PartialDate | None = None
    home_place: str | None = None

    def applied_to(self, entry: Entry) -> Entry:
        """``entry`` with what the command line says instead of the manifest."""
        return replace(
            entry,
            publication=self.publication or entry.publication,
            published=self.published or entry.published,
            home_place=self.home_place or entry.home_place,
        )


NO_OVERRIDES = Overrides()


def find_sources(
    paths: Iterable[Path], *, overrides: Overrides = NO_OVERRIDES
) -> tuple[list[Source], list[FileProblem]]:
    """The files behind ``paths``, each once, and what is wrong with paths and manifests.

    Folders are searched with their subfolders, in the order of names; hidden files and READMEs are no documents.
    """
    sources: dict[Path, Source] = {}
    problems: list[FileProblem] = []
    manifests: dict[Path, Manifest] = {}
    for path in paths:
        found = list(_files(path))
        if path.is_dir() and not found:
            problems.append(
                FileProblem(str(path), Problem("no_documents", "a folder without documents", _EXPECTED_FILE))
            )
        for file in found:
            if file.parent not in manifests:
                manifests[file.parent] = read_manifest(file.parent)
                problems += manifests[file.parent].problems
            manifest = manifests[file.parent]
            if file.name not in manifest.refused:
                entry = overrides.applied_to(manifest.entries.get(file.name, UNKNOWN))
                sources.setdefault(file.resolve(), Source(file, entry))
    return list(sources.values()), problems


def read_original(source: Source, *, max_bytes: int) -> Original:
    """The document of ``source``; UnreadableError for anything that is no text of a size that we take."""
    path = source.path
    try:
        raw = _bytes(path, max_bytes)
        decoded = decode(raw)
    except UndecodableError as error:
        raise UnreadableError(FileProblem(str(path), error.problem)) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableError(
            FileProblem(str(path), Problem("unreadable_file", reason.lower(), "a readable file"))
        ) from error
    media_type = MEDIA_TYPES[path.suffix.lower()]
    text = visible_text(decoded.text) if media_type == "text/html" else decoded.text
    if not text.strip():
        raise UnreadableError(FileProblem(str(path), Problem("empty_file", "a file without any words", "a text")))
    digest = hashlib.sha256(raw).hexdigest()
    return Original(path.name, digest, text, decoded.encoding, media_type, source.entry)


def _files(path: Path) -> Iterator[Path]:
    """``path`` itself unless it is a folder, else the documents below it. Links to folders are not followed."""
    if not path.is_dir():
        yield path
        return
    for folder, subfolders, names in os.walk(path):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(names) if _is_document(name))


def _is_document(name: str) -> bool:
    path = Path(name)
    hidden = name.startswith(".") or path.stem.lower().startswith("readme") or name == NAME
    return not hidden and path.suffix.lower() in MEDIA_TYPES


def _bytes(path: Path, max_bytes: int) -> bytes:
    if path.suffix.lower() not in MEDIA_TYPES:
        found = f"a {path.suffix} file" if path.suffix else "a file without an ending"
        if not path.exists():
            found = "no such file or folder"
        raise UndecodableError(Problem("no_document", found, _EXPECTED_FILE))
    size = path.stat().st_size
    if size > max_bytes:
        raise UndecodableError(
            Problem("file_too_large", f"{size:,} bytes", f"at most {max_bytes:,} (DOCUMENT_MAX_BYTES)")
        )
    return path.read_bytes()

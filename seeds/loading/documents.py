"""The row of a document, and which of its particulars people stated and which the reader found."""

from __future__ import annotations

from dataclasses import dataclass

from articles.models import Publication
from seeds.importing import Original
from seeds.manifests import LANGUAGE, Entry
from seeds.models import Document
from seeds.reading.drafts import Reading
from unionarchive.common import divisions
from unionarchive.common.partial_dates import PartialDate

_LONGEST_NAME = 100  # of a publication or a place


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A stored document; ``found`` has what was read in the text of publication, date and home place."""

    document: Document
    is_new: bool
    is_changed: bool
    found: dict[str, str]


def stated_of(document: Document) -> Entry:
    """What people said of ``document``: its particulars without those that the last reading put there itself."""
    last = document.runs.first()
    found = last.found if last else {}
    publication = document.publication.name if document.publication else ""
    published = _unless_found(document.published, found.get("published"))
    return Entry(
        publication=_unless_found(publication, found.get("publication")) or None,
        published=PartialDate.parse(published) if published else None,
        page=document.page,
        home_place=_unless_found(document.home_place, found.get("home_place")) or None,
        language=document.language,
        rights=document.rights,
        source_note=document.source_note,
    )


def original_of(document: Document, entry: Entry) -> Original:
    """The document as reading wants it, with ``entry`` as what is known of it."""
    return Original(document.name, document.sha256, document.text, document.encoding, document.media_type, entry)


def keep_document(original: Original, reading: Reading) -> KeptDocument:
    """The document has its row, with what is stated of it and, where nothing is, with what the reader found."""
    document = Document.objects.filter(sha256=original.sha256).first()
    is_new = document is None
    if document is None:
        document = Document(sha256=original.sha256, text=original.text, name=original.name[:255])
        document.encoding, document.media_type = original.encoding, original.media_type
    before = _particulars(document)
    found = _found(original.entry, reading)
    _describe(document, original.entry, found)
    is_changed = not is_new and _particulars(document) != before
    if is_new or is_changed:
        document.save()
    return KeptDocument(document, is_new, is_changed, found)


def division_code(place: str | None) -> str:
    """The code of the division with that name, empty when there is none or several."""
    outcome = divisions.resolve(place) if place else None
    return outcome.division.code if isinstance(outcome, divisions.Resolved) else ""


def _found(entry: Entry, reading: Reading) -> dict[str, str]:
    pages, facts = reading.pages, reading.facts
    read = {
        "publication": None if entry.publication else pages.publication,
        "published": None if entry.published else pages.published,
        "home_place": None if entry.home_place else facts.home_place,
    }
    return {field: str(value)[:_LONGEST_NAME] for field, value in read.items() if value}


def _describe(document: Document, entry: Entry, found: dict[str, str]) -> None:
    publication = entry.publication or found.get("publication")
    document.publication = Publication.objects.get_or_create(name=publication)[0] if publication else None
    document.published = str(entry.published or found.get("published", ""))
    home_place = entry.home_place or found.get("home_place", "")
    if home_place != document.home_place or not document.home_division:  # else an editor may have chosen the code
        document.home_division = division_code(home_place)
    document.home_place = home_place
    document.page = entry.page
    document.language = entry.language or LANGUAGE
    document.rights = entry.rights
    document.source_note = entry.source_note


def _particulars(document: Document) -> tuple[object, ...]:
    return (
        document.publication_id,
        document.published,
        document.home_place,
        document.home_division,
        document.page,
        document.language,
        document.rights,
        document.source_note,
    )


def _unless_found(value: str, found: str | None) -> str:
    return "" if value == found else value

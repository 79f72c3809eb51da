"""Many documents from files into the database: read in worker processes, stored one by one in this one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.conf import settings
from django.db import DatabaseError
from django.db.models import QuerySet

from articles.choices import Publishing
from seeds.importing import NO_OVERRIDES, Original, Overrides, Source, UnreadableError, read_original
from seeds.loading import store
from seeds.loading.documents import original_of, stated_of
from seeds.manifests import LANGUAGE, UNKNOWN, Entry, FileProblem
from seeds.models import Document
from seeds.reading.problems import Problem
from seeds.tally import Tally
from seeds.workers import Outcome, read_all


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are loaded. ``publishing`` is for new articles; ``reread`` reads again what is there already."""

    publishing: str = Publishing.PUBLISHED
    reread: bool = False
    jobs: int = 1
    overrides: Overrides = NO_OVERRIDES


DEFAULT = Options()


@dataclass(frozen=True, slots=True)
class Processed:
    """What became of one document: counts, or the failure; ``notices`` are what a person should look at."""

    name: str
    tally: Tally = field(default_factory=Tally)
    notices: tuple[FileProblem, ...] = ()
    failure: FileProblem | None = None


def process(sources: Iterable[Source], options: Options, *, everything: bool = False) -> Iterator[Processed]:
    """Each source's document is stored whole or not at all; one answer for each, in the order they are finished.

    A document that the archive has already is left alone unless ``options.reread``. With ``everything`` the stored
    documents that none of the sources is are read again as well.
    """
    queue = _Queue(options)
    for outcome in read_all(queue.originals(sources), jobs=options.jobs):
        yield from queue.take_answers()
        yield _store(outcome, options)
    yield from queue.take_answers()
    if everything:
        yield from reread(Document.objects.exclude(sha256__in=queue.seen), options)


def reread(documents: QuerySet[Document], options: Options = DEFAULT) -> Iterator[Processed]:
    """Each stored document is read again from its text; one answer for each."""
    keys = list(documents.order_by("pk").values_list("pk", flat=True))
    originals = (_stored_original(key, options.overrides) for key in keys)
    for outcome in read_all(originals, jobs=options.jobs):
        yield _store(outcome, options)


def _stored_original(key: int, overrides: Overrides) -> Original:
    document = Document.objects.select_related("publication").get(pk=key)
    return original_of(document, overrides.applied_to(stated_of(document)))


class _Queue:
    """The originals that have to be read; the answers for those that have not."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._answers: list[Processed] = []
        self.seen: set[str] = set()

    def originals(self, sources: Iterable[Source]) -> Iterator[Original]:
        for source in sources:
            try:
                original = read_original(source, max_bytes=settings.DOCUMENT_MAX_BYTES)
            except UnreadableError as error:
                self._answers.append(Processed(str(source.path), failure=error.file_problem))
                continue
            document = Document.objects.filter(sha256=original.sha256).select_related("publication").first()
            if original.sha256 in self.seen or (document and not self._options.reread):
                self._answers.append(_left_alone(source, document))
                continue
            self.seen.add(original.sha256)
            yield self._with_what_is_stated(original, document)

    def take_answers(self) -> list[Processed]:
        """The answers since the last time."""
        answers, self._answers = self._answers, []
        return answers

    def _with_what_is_stated(self, original: Original, document: Document | None) -> Original:
        if document is None:
            return original
        entry = merged(stated_of(document), original.entry)
        return original_of(document, self._options.overrides.applied_to(entry))


def merged(stated: Entry, entry: Entry) -> Entry:
    """What the archive has been told already, and from ``entry`` what it has not."""
    return Entry(
        publication=stated.publication or entry.publication,
        published=stated.published or entry.published,
        page=stated.page or entry.page,
        home_place=stated.home_place or entry.home_place,
        language=stated.language if stated.language != LANGUAGE else entry.language or LANGUAGE,
        rights=stated.rights or entry.rights,
        source_note=stated.source_note or entry.source_note,
    )


def _left_alone(source: Source, document: Document | None) -> Processed:
    tally = Tally()
    tally.kept["documents"] += 1
    news = _news(source.entry, document) if document else ""
    expected = "the same as in the archive; --reread takes what the archive has not been told"
    notices = (FileProblem(str(source.path), Problem("manifest_differs", news, expected)),) if news else ()
    return Processed(str(source.path), tally, notices)


def _news(entry: Entry, document: Document) -> str:
    """What ``entry`` says that the stored document does not, in words."""
    if entry == UNKNOWN:
        return ""
    stated = {
        "publication": (entry.publication or "", document.publication.name if document.publication else ""),
        "published": (str(entry.published or ""), document.published),
        "page": (entry.page, document.page),
        "home_place": (entry.home_place or "", document.home_place),
        "rights": (entry.rights, document.rights),
    }
    return ", ".join(f"{name} {new!r}" for name, (new, old) in stated.items() if new and new != old)


def _store(outcome: Outcome, options: Options) -> Processed:
    original, reading = outcome.original, outcome.reading
    if reading is None:
        return Processed(original.name, failure=outcome.failure)
    try:
        tally = store(original, reading, publishing=options.publishing, seconds=outcome.seconds)
    except (DatabaseError, ValueError, LookupError, TypeError) as error:
        # The transaction is undone: the archive has nothing of this document, and the others still load.
        found = f"{type(error).__name__}: {error}".replace("\n", " ")
        return Processed(
            original.name,
            failure=FileProblem(original.name, Problem("not_stored", found, "a reading that can be stored")),
        )
    problems = (*reading.pages.problems, *reading.facts.problems)
    return Processed(original.name, tally, tuple(FileProblem(original.name, problem) for problem in problems))

"""The order in which a reading is stored."""

from __future__ import annotations

import datetime
from time import perf_counter

from django.db import connection, transaction
from django.utils import timezone

from articles.choices import Publishing
from organisations.gazetteer import ensure_divisions
from organisations.models import AidParty, Measure
from seeds.importing import Original
from seeds.loading.aid import AidKeeper, link_parts, read_aid
from seeds.loading.articles import store_articles
from seeds.loading.carrying import carry_evidence, remove_gone
from seeds.loading.documents import KeptDocument, division_code, keep_document
from seeds.loading.measures import MeasureKeeper, read_measures
from seeds.loading.mentions import store_mentions
from seeds.loading.organisations import remove_unnamed, store_organisations
from seeds.loading.placing import Placement
from seeds.loading.segments import store_segments
from seeds.models import ReadingRun
from seeds.reading.drafts import Reading
from seeds.reading.reader import VERSION
from seeds.tally import Tally
from unionarchive.common.search import keeping

_WRITERS = 0x75_6E_69_6F_6E  # names the lock; any number that no other lock of the database has


@transaction.atomic
def store(
    original: Original,
    reading: Reading,
    *,
    publishing: str = Publishing.PUBLISHED,
    seconds: float = 0.0,
    now: datetime.datetime | None = None,
) -> Tally:
    """The document and all that was read in it are in the database; the counts say what had to be done for it.

    ``publishing`` is for articles that are new; ``seconds`` is how long reading took. Loading the same again changes
    nothing but the list of runs.
    """
    _wait_for_other_writers()
    started, tally = perf_counter(), Tally()
    with keeping.collected():
        kept = keep_document(original, reading)
        _count(kept, tally)
        articles, organisations = _store_pages_and_facts(kept, original, reading, publishing, tally)
        if tally.has_changes:
            keeping.changed("document", [kept.document.pk])
            keeping.changed("article", articles)
            keeping.changed("organisation", organisations)
    _keep_run(kept, reading, tally, seconds + perf_counter() - started, now or timezone.now())
    return tally


def _store_pages_and_facts(
    kept: KeptDocument, original: Original, reading: Reading, publishing: str, tally: Tally
) -> tuple[set[int], set[int]]:
    """All but the document's own row is stored; the keys of its articles and of organisations that changed."""
    home = division_code(reading.facts.home_place or original.entry.home_place)
    ensure_divisions([home, kept.document.home_division])
    articles = store_articles(kept.document, reading.pages, home, publishing, tally)
    store_segments(kept.document, reading.pages, articles)
    placement = Placement(reading.pages, articles)
    carry_evidence(placement, articles)
    used = _organisations_of(articles.keys)
    organisations = store_organisations(reading.facts, home, articles.keys, tally)
    used |= store_mentions(reading.facts, placement, articles, organisations, tally)
    MeasureKeeper().store(list(read_measures(reading.facts, placement, organisations)), articles, tally)
    aid = AidKeeper().store(list(read_aid(reading.facts, placement, organisations)), articles, tally)
    link_parts(reading.facts, aid)
    tally.removed["articles"] += remove_gone(articles)
    named = {row.pk for row in organisations.rows.values()}
    remove_unnamed(used - named, tally)
    return articles.keys, organisations.changed


def _wait_for_other_writers() -> None:
    """One document is stored at a time, as SQLite has it anyway: two at once would make an organisation twice."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_WRITERS])


def _count(kept: KeptDocument, tally: Tally) -> None:
    counts = tally.created if kept.is_new else tally.updated if kept.is_changed else tally.kept
    counts["documents"] += 1


def _organisations_of(articles: set[int]) -> set[int]:
    """Keys of the organisations that facts of these articles involve."""
    parties = AidParty.objects.filter(disbursement__article__in=articles, organisation__isnull=False)
    issuers = Measure.issuers.through.objects.filter(measure__article__in=articles)
    return {*parties.values_list("organisation", flat=True), *issuers.values_list("organisation", flat=True)}


def _keep_run(kept: KeptDocument, reading: Reading, tally: Tally, seconds: float, now: datetime.datetime) -> None:
    ReadingRun.objects.create(
        document=kept.document,
        reader=VERSION,
        started_at=now - datetime.timedelta(seconds=seconds),
        seconds=seconds,
        created=dict(tally.created),
        updated=dict(tally.updated),
        kept=dict(tally.kept),
        found=kept.found,
        problems=[
            {"code": problem.code, "line": problem.line, "found": problem.found, "expected": problem.expected}
            for problem in (*reading.pages.problems, *reading.facts.problems)
        ],
    )

"""What is new in the archive, for feed readers: articles, measures, aid, and whatever a question finds (Atom)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe

from unionarchive.common.search.snippets import Snippet, snippet
from unionarchive.search import Filters, Hit, Kind, Order, search
from unionarchive.search.sources import SOURCES
from unionarchive.templatetags.figures import partial_date
from unionarchive.templatetags.search_results import with_hits

MOST_ENTRIES = 50
_SUMMARY = 200  # characters
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)  # when an empty feed changed last


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the archive as a feed tells of it; ``date`` is the partial date it is printed or dated on.

    ``question`` goes with the link to its page, which marks the words that were sought; a document's does not.
    """

    kind: Kind
    row: Any
    title: str
    summary: Snippet
    date: str
    question: str = ""


class _Atom(Atom1Feed):
    """Atom whose bytes change only when what it tells changes, so that asking again costs a line."""

    def latest_post_date(self) -> datetime.datetime:
        changed = (item["updateddate"] for item in self.items)
        return max(changed, default=_NEVER)


@method_decorator([require_safe, conditional_page], name="__call__")
class ArchiveFeed(Feed):
    """Entries in the order in which they came into the archive, newest first; ``lang=en|zh-hans`` chooses the words."""

    feed_type = _Atom
    author_name = "unionarchive"

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = request.GET.get("lang", "")
        language = asked if asked in dict(settings.LANGUAGES) else translation.get_language()
        with translation.override(language):
            response = super().__call__(request, *args, **kwargs)
        response.headers["Content-Language"] = language or settings.LANGUAGE_CODE
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
        patch_cache_control(response, no_cache=True)  # withdrawn, it is gone at once
        return response

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpRequest:
        return request

    def feed_url(self, request: HttpRequest) -> str:
        return request.get_full_path()

    def item_title(self, item: Entry) -> str:
        return _printable(item.title)

    def item_description(self, item: Entry) -> SafeString:
        publication = _publication(item.row)
        where = [publication and publication.name, item.date and partial_date(item.date)]
        told = with_hits(item.summary.text, item.summary.highlights)
        html = format_html("<p>{}</p><p>{}{}</p>", " ".join(filter(None, where)), told, "…" * item.summary.cut_after)
        return mark_safe(_printable(html))

    def item_link(self, item: Entry) -> str:
        page = str(item.row.get_absolute_url())
        return f"{page}?{urlencode({'q': item.question})}" if item.question and item.kind != Kind.DOCUMENT else page

    def item_guid(self, item: Entry) -> str:
        # Not the link: the same row is the same entry, whatever was asked, and wherever the archive is moved.
        return f"tag:unionarchive,2026:{item.kind}/{item.row.pk}"

    def item_pubdate(self, item: Entry) -> datetime.datetime:
        return item.row.created_at  # type: ignore[no-any-return]

    def item_updateddate(self, item: Entry) -> datetime.datetime:
        return item.row.updated_at  # type: ignore[no-any-return]

    def item_categories(self, item: Entry) -> tuple[str, ...]:
        return (str(item.kind.label),)


class LatestFeed(ArchiveFeed):
    """The public rows of one kind that came in last."""

    def __init__(self, kind: Kind, listed_at: str) -> None:
        self._kind, self._listed_at = kind, listed_at

    def title(self) -> str:
        # The whole sentence for each kind: what stands before a noun is not the same in every language.
        names = {
            Kind.ARTICLE: _("New articles"),
            Kind.MEASURE: _("New measures"),
            Kind.AID: _("New records of aid"),
        }
        return f"{names[self._kind]} · unionarchive"

    def link(self) -> str:
        return reverse(self._listed_at)

    def items(self) -> list[Entry]:
        rows: Any = SOURCES[self._kind].rows()
        return _entries(self._kind, rows.public().order_by("-pk").values_list("pk", flat=True)[:MOST_ENTRIES])


class SearchFeed(ArchiveFeed):
    """What the search page finds for the same parameters, as it comes in: ``q``, ``kind`` and the filters."""

    def title(self, request: HttpRequest) -> str:
        asked = _printable(request.GET.get("q", "").strip())
        return f"{asked} · unionarchive" if asked else f"{_('Search')} · unionarchive"

    def link(self, request: HttpRequest) -> str:
        asked = [(name, value) for name, values in request.GET.lists() if name != "lang" for value in values]
        return f"{reverse('search')}?{urlencode(asked)}"

    def items(self, request: HttpRequest) -> list[Entry]:
        kind = request.GET.get("kind")
        answer = search(
            request.GET.get("q", ""),
            kinds=(Kind(kind),) if kind in Kind.values else (),
            filters=Filters.from_lists(dict(request.GET.lists())),
            order=Order.NEWEST,
            page_size=MOST_ENTRIES,
            with_facets=False,
        )
        hits = sorted(answer.hits, key=lambda hit: hit.row.created_at, reverse=True)[:MOST_ENTRIES]
        return [_found(hit, answer.understood.query.typed) for hit in hits]


def _entries(kind: Kind, refs: Iterable[int]) -> list[Entry]:
    numbers: Collection[int] = list(refs)
    source = SOURCES[kind]
    rows, texts, traits = source.shown(numbers), source.texts(numbers), source.traits(numbers)
    return [
        Entry(
            kind,
            rows[ref],
            texts[ref].title or str(rows[ref]),
            snippet(texts[ref].body, (), length=_SUMMARY),
            traits[ref].date,
        )
        for ref in numbers
        if ref in rows
    ]


def _found(hit: Hit, question: str) -> Entry:
    return Entry(hit.kind, hit.row, hit.title or str(hit.row), hit.snippet, hit.date, question)


def _publication(row: Any) -> Any:
    """Where the row, or the article it stands in, was printed."""
    return getattr(getattr(row, "article", row), "publication", None)


def _printable(text: str) -> str:
    """``text`` without what no XML document may hold."""
    return _NOT_IN_XML.sub("", text)

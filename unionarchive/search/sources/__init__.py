"""What each kind of row gives to the index and to a result list."""

from unionarchive.search.kinds import Kind
from unionarchive.search.sources.articles import ArticleSource
from unionarchive.search.sources.documents import DocumentSource
from unionarchive.search.sources.facts import AidSource, MeasureSource
from unionarchive.search.sources.organisations import OrganisationSource
from unionarchive.search.sources.source import Source

SOURCES: dict[Kind, Source] = {
    Kind.ORGANISATION: OrganisationSource(),
    Kind.ARTICLE: ArticleSource(),
    Kind.MEASURE: MeasureSource(),
    Kind.AID: AidSource(),
    Kind.DOCUMENT: DocumentSource(),
}

__all__ = ["SOURCES", "Source"]

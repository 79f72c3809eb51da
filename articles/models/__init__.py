from articles.models.articles import Article, Contributor
from articles.models.publications import Publication
from articles.models.spans import ArticleSpan

__all__ = ["Article", "ArticleSpan", "Contributor", "Publication"]

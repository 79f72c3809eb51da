"""How an article is cited: one line after GB/T 7714-2015, the Chinese standard for references."""

from __future__ import annotations

from articles.choices import ContributorRole
from articles.models import Article

NAMED_AUTHORS = 3  # the standard names three and writes 等 for the rest


def reference(article: Article) -> str:
    """``甲, 乙. 标题[N]. 报名, 2020-02-05(3).``; parts that are not known are left out.

    A lost headline is replaced by the first words in square brackets, as the standard has it for titles that the
    citing person supplies. Photographers are not authors. Reads the article's contributors and publication.
    """
    authors = [person.name for person in article.contributors.all() if person.role != ContributorRole.PHOTOGRAPHER]
    named = ", ".join(authors[:NAMED_AUTHORS]) + (", 等" if len(authors) > NAMED_AUTHORS else "")
    title = article.headline or f"[{article.first_words}]"
    page = f"({article.page})" if article.page else ""
    issue = ", ".join(filter(None, [article.publication.name if article.publication else "", article.published]))
    return ". ".join(filter(None, [named, f"{title}[N]", f"{issue}{page}"])) + "."

"""An archive for the page tests: one call makes an article with everything that a page can show of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import reverse

from articles.models import Article
from organisations.models import AidDisbursement, Measure, Organisation
from seeds.models import Document
from tests import factories

DONOR = "临江市总工会"
GIFT = "拨付慰问金5万元"
RULES = "印发《关爱职工十条》"


@dataclass(frozen=True)
class Story:
    """An article with a donor, a measure, a gift, their evidence, and the document it was read from."""

    article: Article
    donor: Organisation
    measure: Measure
    gift: AidDisbursement
    document: Document

    def addresses(self) -> dict[str, str]:
        """The page of each of its rows."""
        return {
            "article": self.article.get_absolute_url(),
            "organisation": self.donor.get_absolute_url(),
            "measure": self.measure.get_absolute_url(),
            "aid": self.gift.get_absolute_url(),
            "document": self.document.get_absolute_url(),
        }


LISTS = {
    "articles": "articles:list",
    "organisations": "organisations:list",
    "measures": "organisations:measures",
    "aid": "organisations:aid-list",
    "documents": "seeds:documents",
}


def story(**fields: Any) -> Story:
    """A story whose article has ``fields``; its document holds the headline on line 1 and the body from line 3."""
    article = factories.ArticleFactory(**fields)
    text = f"{article.headline}\n\n{article.body}\n\n第{article.pk}版"
    document = factories.DocumentFactory(text=text, name=f"page-{article.pk}.txt", home_place="临江市")
    factories.ReadingRunFactory(document=document)
    at = text.index(article.body)
    if article.headline:
        factories.ArticleSourceFactory(document=document, article=article, start=0, end=len(article.headline))
    factories.ArticleSourceFactory(
        document=document, article=article, position=1, role="body", start=at, end=at + len(article.body)
    )
    furniture = text.rindex("第")
    factories.ArticleSourceFactory(document=document, article=None, role="banner", start=furniture, end=len(text))
    donor = factories.OrganisationFactory()
    factories.AliasFactory(organisation=donor)
    factories.MentionFactory(
        article=article, organisation=donor, quote="临江市总工会", **_source(article, at, "临江市总工会")
    )
    measure = factories.MeasureFactory(article=article)
    measure.issuers.add(donor)
    factories.MeasureBenefitFactory(measure=measure)
    factories.EvidenceFactory(article=article, measure=measure, quote=RULES, **_source(article, at, RULES))
    gift = factories.AidDisbursementFactory(article=article)
    factories.AidPartyFactory(disbursement=gift, organisation=donor)
    factories.AidPartyFactory(disbursement=gift, role="recipient", kind="group", organisation=None, name="一线职工")
    factories.AidItemFactory(disbursement=gift)
    factories.EvidenceFactory(article=article, disbursement=gift, quote=GIFT, **_source(article, at, GIFT))
    return Story(article, donor, measure, gift, document)


def page(client: Client, address: str, language: str = "en", /, **query: Any) -> str:
    """The page at ``address`` (a path, or the name of one), which answers 200; without white space beside tags."""
    path = address if address.startswith("/") else reverse(address)
    answer = client.get(path, query or None, headers={"accept-language": language})
    assert answer.status_code == 200, f"{path} answers {answer.status_code}"
    return re.sub(r"\s*(<[^>]+>)\s*", r"\1", answer.content.decode())


def status(client: Client, address: str) -> int:
    return client.get(address).status_code


def _source(article: Article, at: int, quote: str) -> dict[str, Any]:
    start = at + article.body.index(quote)
    return {"source": [[start, start + len(quote)]]}

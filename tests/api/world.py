"""A small archive with rows behind every list of the API, and the table of those lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.test import Client

from tests import factories

BASE = "/api/v1/"
# Each list, and the rows that the world below gives it for each of its pages.
LISTS = (
    "articles",
    "documents",
    "publications",
    "organisations",
    "mentions",
    "measures",
    "aid-disbursements",
    "evidence",
    "divisions",
)


@dataclass(frozen=True)
class Page:
    """The rows that come with one newspaper page; ``key`` of a list is the key of its row."""

    document: Any
    article: Any
    organisation: Any
    mention: Any
    measure: Any
    aid: Any
    evidence: Any
    division: Any

    def key(self, name: str) -> Any:
        rows = {
            "articles": self.article,
            "documents": self.document,
            "publications": self.article.publication,
            "organisations": self.organisation,
            "mentions": self.mention,
            "measures": self.measure,
            "aid-disbursements": self.aid,
            "evidence": self.evidence,
            "divisions": self.division,
        }
        return rows[name].pk


def make_page(*, state: str = "proposed", publishing: str = "published") -> Page:
    """One page with a row of everything, all of them in ``state`` and in an article that is ``publishing``."""
    division = factories.DivisionFactory()
    document = factories.DocumentFactory()
    article = factories.ArticleFactory(state=state, publishing=publishing, home_division=division.code)
    factories.ContributorFactory(article=article)
    factories.ArticleSourceFactory(document=document, article=article)
    parent = factories.OrganisationFactory(state=state)
    organisation = factories.OrganisationFactory(state=state, division=division, parent=parent)
    factories.AliasFactory(organisation=organisation)
    mention = factories.MentionFactory(article=article, organisation=organisation, state=state)
    factories.MentionFactory(article=article, organisation=parent, state=state, part="headline")
    measure = factories.MeasureFactory(article=article, state=state, date="2020-02")
    measure.issuers.add(organisation)
    factories.MeasureBenefitFactory(measure=measure)
    factories.EvidenceFactory(article=article, measure=measure, quote="《关爱职工十条》")
    aid = factories.AidDisbursementFactory(article=article, state=state)
    factories.AidPartyFactory(disbursement=aid, organisation=organisation)
    factories.AidPartyFactory(disbursement=aid, role="recipient", kind="group", organisation=None, name="一线职工")
    factories.AidItemFactory(disbursement=aid)
    evidence = factories.EvidenceFactory(article=article, disbursement=aid, quote="拨付慰问金5万元")
    return Page(document, article, organisation, mention, measure, aid, evidence, division)


def get(path: str, /, **parameters: Any) -> Any:
    """The answer of the API at ``path`` below its root, asked in English."""
    return Client(headers={"accept-language": "en"}).get(BASE + path, parameters)


def rows(name: str, /, **parameters: Any) -> list[dict[str, Any]]:
    """The rows of a list's first page, which must answer 200."""
    answer = get(f"{name}/", **parameters)
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()["results"]


def keys(name: str, /, **parameters: Any) -> list[Any]:
    """Their keys."""
    return [row["code" if name == "divisions" else "id"] for row in rows(name, **parameters)]

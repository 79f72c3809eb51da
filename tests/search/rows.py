"""A few rows of every kind, for tests of the search over the archive."""

from __future__ import annotations

import hashlib
import itertools
from typing import Any

from articles.models import Article, Contributor, Publication
from organisations.models import (
    AidDisbursement,
    AidItem,
    AidParty,
    Alias,
    Division,
    Evidence,
    Measure,
    Mention,
    Organisation,
)
from seeds.models import Document

_numbers = itertools.count()


def make_division(code: str = "620000", name: str = "甘肃省", *, parent: Division | None = None) -> Division:
    level = "province" if parent is None else "prefecture" if code.endswith("00") else "county"
    path = f"{parent.path if parent else ''}{name}"
    return Division.objects.get_or_create(
        code=code, defaults={"name": name, "level": level, "parent": parent, "path": path}
    )[0]


def make_publication(name: str = "工人晨报") -> Publication:
    return Publication.objects.get_or_create(name=name)[0]


def make_article(
    headline: str = "工会送来防疫口罩",
    body: str = "市总工会为环卫工人送去口罩。",
    *,
    authors: tuple[str, ...] = (),
    **fields: Any,
) -> Article:
    article = Article.objects.create(headline=headline, body=body, **fields)
    for position, name in enumerate(authors):
        Contributor.objects.create(article=article, name=name, position=position)
    return article


def make_organisation(name: str = "甘肃省总工会", *, aliases: tuple[str, ...] = (), **fields: Any) -> Organisation:
    fields.setdefault("type", "trade_union")
    organisation = Organisation.objects.create(name=name, **fields)
    for alias in aliases:
        Alias.objects.create(organisation=organisation, name=alias, division=organisation.division)
    return organisation


def make_mention(article: Article, organisation: Organisation, words: str) -> Mention:
    start = article.body.index(words)
    return Mention.objects.create(
        article=article, organisation=organisation, part="body", start=start, end=start + len(words), quote=words
    )


def make_measure(article: Article, title: str, *issuers: Organisation, quote: str = "", **fields: Any) -> Measure:
    measure = Measure.objects.create(article=article, title=title, type=fields.pop("type", "policy"), **fields)
    measure.issuers.set(issuers)
    if quote:
        make_evidence(article, quote, measure=measure)
    measure.reindex()
    return measure


def make_aid(
    article: Article, donor: Organisation, to: str, *, items: tuple[str, ...] = (), **fields: Any
) -> AidDisbursement:
    fields = {"form": "cash", "status": "disbursed"} | fields
    aid = AidDisbursement.objects.create(article=article, **fields)
    AidParty.objects.create(disbursement=aid, role="donor", kind="organisation", organisation=donor)
    AidParty.objects.create(disbursement=aid, role="recipient", kind="group", name=to, position=1)
    for position, item in enumerate(items):
        AidItem.objects.create(disbursement=aid, item=item, position=position)
    return aid


def make_evidence(article: Article, quote: str, **fact: Any) -> Evidence:
    start = article.body.index(quote)
    return Evidence.objects.create(
        article=article, part="body", start=start, end=start + len(quote), quote=quote, **fact
    )


def make_document(text: str, *, name: str = "page.txt", **fields: Any) -> Document:
    sha256 = hashlib.sha256(f"{next(_numbers)}{text}".encode()).hexdigest()
    return Document.objects.create(name=name, text=text, sha256=sha256, encoding="utf-8", **fields)

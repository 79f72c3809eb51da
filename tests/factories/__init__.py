"""Rows with good defaults for tests: ``ArticleFactory(headline="…")``. Spans always quote what they point at."""

from __future__ import annotations

import hashlib
from decimal import Decimal

import factory
from django.contrib.auth import get_user_model
from django.utils import timezone

from articles.models import Article, Contributor, Publication
from organisations.models import (
    AidDisbursement,
    AidItem,
    AidParty,
    Alias,
    Division,
    Evidence,
    Measure,
    MeasureBenefit,
    Mention,
    Organisation,
)
from seeds.models import ArticleSource, Document, ReadingRun

BODY = "临江市总工会2月3日拨付慰问金5万元，送到一线职工手中。\n工会还印发《关爱职工十条》，开通心理热线。"


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"editor{n}")
    is_staff = True
    is_superuser = True
    password = factory.django.Password("correct horse battery")


class PublicationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Publication
        django_get_or_create = ("name",)

    name = factory.Sequence(lambda n: f"临江工人报{n}")


class ArticleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Article

    publication = factory.SubFactory(PublicationFactory)
    headline = "五万元慰问金送到一线"
    body = BODY
    published = "2020-02-05"


class ContributorFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Contributor

    article = factory.SubFactory(ArticleFactory)
    name = factory.Sequence(lambda n: f"王小{n}")
    role = "记者"


class DivisionFactory(factory.django.DjangoModelFactory):
    """A province by default; codes from 990000 up, which no real division has."""

    class Meta:
        model = Division
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"{990000 + n}")
    name = factory.Sequence(lambda n: f"临江省{n}")
    level = "province"


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"临江市第{n}区总工会")
    type = "trade_union"
    level = "county"


class AliasFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Alias

    organisation = factory.SubFactory(OrganisationFactory)
    name = "市总"


class SpanFactory(factory.django.DjangoModelFactory):
    """Points at ``quote`` in the article's body, or at the first four characters."""

    class Meta:
        abstract = True

    article = factory.SubFactory(ArticleFactory)
    part = "body"
    quote = factory.LazyAttribute(lambda span: getattr(span.article, span.part)[:4])
    start = factory.LazyAttribute(lambda span: getattr(span.article, span.part).index(span.quote))
    end = factory.LazyAttribute(lambda span: span.start + len(span.quote))


class MentionFactory(SpanFactory):
    class Meta:
        model = Mention

    organisation = factory.SubFactory(OrganisationFactory)


class MeasureFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Measure

    article = factory.SubFactory(ArticleFactory)
    title = "关爱职工十条"
    type = "policy"


class MeasureBenefitFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MeasureBenefit

    measure = factory.SubFactory(MeasureFactory)
    words = "每户最高1000元"
    amount = Decimal(1000)
    rate_unit = "户"
    bound = "at_most"


class AidDisbursementFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AidDisbursement

    article = factory.SubFactory(ArticleFactory)
    form = "cash"
    amount = Decimal(50000)
    status = "committed"
    date = "2020-02-03"
    words = "5万元"


class AidPartyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AidParty

    disbursement = factory.SubFactory(AidDisbursementFactory)
    role = "donor"
    kind = "organisation"
    organisation = factory.SubFactory(OrganisationFactory)


class AidItemFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AidItem

    disbursement = factory.SubFactory(AidDisbursementFactory)
    item = "口罩"
    quantity = Decimal(500)
    unit = "只"


class EvidenceFactory(SpanFactory):
    """Evidence of a disbursement in the same article unless ``measure`` is given."""

    class Meta:
        model = Evidence

    disbursement = factory.Maybe(
        "measure", yes_declaration=None, no_declaration=factory.SubFactory(
            AidDisbursementFactory, article=factory.SelfAttribute("..article")
        )
    )  # fmt: skip
    measure = None


class DocumentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Document

    name = factory.Sequence(lambda n: f"page-{n}.txt")
    text = factory.Sequence(lambda n: f"五万元慰问金送到一线\n{BODY}\n第{n}版")
    sha256 = factory.LazyAttribute(lambda document: hashlib.sha256(document.text.encode()).hexdigest())
    encoding = "utf-8"


class ReadingRunFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ReadingRun

    document = factory.SubFactory(DocumentFactory)
    reader = "1"
    started_at = factory.LazyFunction(timezone.now)
    seconds = 0.1


class ArticleSourceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ArticleSource

    document = factory.SubFactory(DocumentFactory)
    article = factory.SubFactory(ArticleFactory)
    start = 0
    end = 10
    role = "headline"

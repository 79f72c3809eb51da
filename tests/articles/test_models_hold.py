"""The smallest row of every model can be stored, and spans that do not quote their text cannot."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "name", [name for name in dir(factories) if name.endswith("Factory") and name != "SpanFactory"]
)
def test_it_stores_a_row_of_every_model(name: str) -> None:
    row = getattr(factories, name)()
    assert type(row).objects.filter(pk=row.pk).exists()


def test_it_refuses_a_span_whose_quote_is_not_the_text() -> None:
    with pytest.raises(ValidationError, match="quote"):
        factories.MentionFactory(start=3, end=5, quote="错字")


def test_it_refuses_an_article_without_any_text() -> None:
    with pytest.raises(IntegrityError):
        factories.ArticleFactory(headline="", body="")


def test_it_refuses_evidence_of_two_facts() -> None:
    article = factories.ArticleFactory()
    with pytest.raises(IntegrityError):
        factories.EvidenceFactory(
            article=article,
            measure=factories.MeasureFactory(article=article),
            disbursement=factories.AidDisbursementFactory(article=article),
        )


def test_it_refuses_to_change_a_source() -> None:
    document = factories.DocumentFactory()
    document.text += "多一字"
    with pytest.raises(ValidationError):
        document.save()


def test_it_keeps_a_former_address() -> None:
    organisation = factories.OrganisationFactory(name="临江市总工会")
    organisation.slug = "new-address"
    organisation.save()
    assert [former.slug for former in organisation.former_slugs.all()] == ["linjiang-shi-zonggonghui"]

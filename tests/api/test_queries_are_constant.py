"""A list of ten rows costs the queries of a list of one, and so does a row with ten facts."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.api.world import LISTS, get, make_page

pytestmark = pytest.mark.django_db


def test_it_costs_the_same_for_one_row_and_for_ten() -> None:
    make_page()
    one = {name: _queries(f"{name}/") for name in LISTS}
    for _ in range(9):
        make_page()
    assert {name: _queries(f"{name}/") for name in LISTS} == one
    assert max(one.values()) <= 9


def test_it_costs_the_same_for_a_row_with_one_fact_and_with_ten() -> None:
    page = make_page()
    one = {name: _queries(f"{name}/{page.key(name)}/") for name in LISTS}
    for number in range(9):
        body = page.article.body
        quote = body[number : number + 2]
        factories.MentionFactory(article=page.article, organisation=page.organisation, quote=quote)
        measure = factories.MeasureFactory(article=page.article)
        measure.issuers.add(page.organisation, factories.OrganisationFactory())
        factories.EvidenceFactory(article=page.article, measure=page.measure, quote=quote)
        factories.EvidenceFactory(article=page.article, disbursement=page.aid, quote=quote)
        factories.AidPartyFactory(disbursement=page.aid)
        factories.AidDisbursementFactory(article=page.article, basis="part", part_of=page.aid)
        factories.ArticleSourceFactory(
            document=page.document, article=page.article, start=20 + number, end=21 + number, role="body"
        )
    assert {name: _queries(f"{name}/{page.key(name)}/") for name in LISTS} == one


def _queries(path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert get(path).status_code == 200
    return len(queries)

"""A single row holds what it should: the text and its facts' addresses, the evidence of a fact, amounts as numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client

from tests import factories
from tests.api.world import BASE, get, make_page

pytestmark = pytest.mark.django_db
HOST = "http://testserver"


def test_an_article_holds_its_text_and_the_addresses_of_its_facts() -> None:
    page = make_page()
    article = get(f"articles/{page.article.pk}/").json()
    assert article["headline"] == page.article.headline
    assert article["body"] == page.article.body
    assert article["document"] == f"{HOST}{BASE}documents/{page.document.pk}/"
    assert f"{HOST}{BASE}mentions/{page.mention.pk}/" in article["mentions"]
    assert article["measures"] == [f"{HOST}{BASE}measures/{page.measure.pk}/"]
    assert article["disbursements"] == [f"{HOST}{BASE}aid-disbursements/{page.aid.pk}/"]
    assert article["contributors"][0]["role"] == "记者"
    assert [source["role"] for source in article["sources"]] == ["headline"]
    for address in (article["url"], article["document"], *article["mentions"], *article["measures"]):
        assert Client().get(address).status_code == 200


def test_an_article_has_lines_as_lists_and_null_for_what_is_not_known() -> None:
    article = factories.ArticleFactory(
        headline="", kicker="抗疫一线\n职工之家", subhead="——记临江市总工会", publication=None, published=""
    )
    shown = get(f"articles/{article.pk}/").json()
    assert shown["kicker"] == ["抗疫一线", "职工之家"]
    assert shown["subheads"] == ["——记临江市总工会"]
    assert [shown[name] for name in ("headline", "publication", "published", "date", "document")] == [None] * 5
    assert shown["opening"] == article.body[:60]


@pytest.mark.parametrize("name", ["measure", "aid"])
def test_a_fact_carries_its_evidence_its_state_and_its_confidence(name: str) -> None:
    page = make_page()
    row = getattr(page, name)
    row.confidence, row.doubts = 0.97, ["figures_disagree"]
    row.save()
    fact = get(f"{'measures' if name == 'measure' else 'aid-disbursements'}/{row.pk}/").json()
    assert (fact["state"], fact["confidence"], fact["doubts"]) == ("proposed", 0.97, ["figures_disagree"])
    (evidence,) = fact["evidence"]
    assert page.article.body[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert evidence["part"] == "body"
    assert evidence["source"] == []
    assert evidence["html_url"] == f"{HOST}{page.article.get_absolute_url()}#e{evidence['id']}"
    alone = Client().get(evidence["url"]).json()
    assert (alone["quote"], alone["state"], alone["confidence"]) == (evidence["quote"], "proposed", 0.97)
    assert alone["measure" if name == "measure" else "disbursement"] == fact["url"]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [("237000", b"237000"), ("0.5", b"0.5"), ("1234.56", b"1234.56"), ("9999999999999", b"9999999999999")],
)
def test_it_writes_amounts_as_json_numbers(amount: str, expected: bytes) -> None:
    aid = factories.AidDisbursementFactory(amount=Decimal(amount))
    assert b'"amount":' + expected + b"," in get(f"aid-disbursements/{aid.pk}/").content


def test_aid_names_its_parties_and_goods() -> None:
    page = make_page()
    aid = get(f"aid-disbursements/{page.aid.pk}/").json()
    organisation = {
        "id": page.organisation.pk,
        "url": f"{HOST}{BASE}organisations/{page.organisation.pk}/",
        "name": page.organisation.name,
    }
    assert aid["donors"] == [{"kind": "organisation", "name": page.organisation.name, "organisation": organisation}]
    assert aid["recipients"] == [{"kind": "group", "name": "一线职工", "organisation": None}]
    assert aid["items"] == [{"item": "口罩", "quantity": 500, "unit": "只"}]
    assert (aid["rate"], aid["rate_unit"], aid["recurring"]) == (None, None, None)


def test_it_never_names_a_person_who_received_aid() -> None:
    page = make_page()
    for role, name in (("donor", "赵善人"), ("recipient", "钱困难")):
        factories.AidPartyFactory(disbursement=page.aid, role=role, kind="person", organisation=None, name=name)
    for answer in (get("aid-disbursements/"), get(f"aid-disbursements/{page.aid.pk}/")):
        assert "钱困难" not in answer.content.decode()
        assert "赵善人" in answer.content.decode()
    assert get("aid-disbursements/", q="钱困难").json()["results"] == []
    person = get(f"aid-disbursements/{page.aid.pk}/").json()["recipients"][-1]
    assert person == {"kind": "person", "name": "a person, not named here", "organisation": None}


def test_an_organisation_counts_its_public_facts() -> None:
    page = make_page()
    factories.MentionFactory(article=page.article, organisation=page.organisation, quote="工会", state="rejected")
    shown = get(f"organisations/{page.organisation.pk}/").json()
    counts = {name: shown[f"{name}_count"] for name in ("mention", "measure", "given", "received")}
    assert counts == {"mention": 1, "measure": 1, "given": 1, "received": 0}
    assert shown["aliases"] == [{"name": "市总", "kind": "short", "division": None}]
    assert shown["parent"]["id"] == page.organisation.parent_id
    above = get(f"organisations/{page.organisation.parent_id}/").json()
    assert above["children"] == [shown["url"]]


def test_a_merged_organisation_answers_301_to_what_it_became() -> None:
    target = factories.OrganisationFactory(state="accepted")
    between = factories.OrganisationFactory(merged_into=target)
    merged = factories.OrganisationFactory(merged_into=between)
    answer = get(f"organisations/{merged.pk}/")
    assert answer.status_code == 301
    assert answer.headers["Location"] == f"{HOST}{BASE}organisations/{target.pk}/"
    target.state = "rejected"
    target.save()
    assert get(f"organisations/{merged.pk}/").status_code == 404


def test_an_unresolved_mention_lists_its_candidates() -> None:
    one, two = factories.OrganisationFactory(state="accepted"), factories.OrganisationFactory()
    mention = factories.MentionFactory(organisation=None, resolution="ambiguous")
    mention.candidates.add(one, two)
    shown = get(f"mentions/{mention.pk}/").json()
    assert shown["organisation"] is None
    assert [(row["id"], row["url"] is None) for row in shown["candidates"]] == [(one.pk, False), (two.pk, True)]

"""The doors to the one search: suggestions while typing, related articles on a page, the boxes of the desk."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from tests.search.rows import make_aid, make_article, make_document, make_measure, make_organisation

pytestmark = pytest.mark.django_db


def test_the_box_offers_public_names_and_headlines(client: Client) -> None:
    union = make_organisation("甘肃省总工会", state="accepted")
    make_organisation("甘肃省人民医院", state="rejected")
    make_article("甘肃省援鄂医疗队出征", "口罩")
    make_article("甘肃省的草稿", publishing="draft")
    answer = client.get(reverse("search-suggestions"), {"q": "甘肃"})
    assert answer.json()["suggestions"][0] == {
        "kind": "organisation",
        "id": union.pk,
        "text": "甘肃省总工会",
        "url": union.get_absolute_url(),
    }
    assert [row["text"] for row in answer.json()["suggestions"]] == ["甘肃省总工会", "甘肃省援鄂医疗队出征"]
    assert "max-age=60" in answer["Cache-Control"]


@pytest.mark.parametrize("typed", ["", "。", "\x00", "工" * 5000, "OR"])
def test_the_box_offers_nothing_for_nothing(client: Client, typed: str) -> None:
    answer = client.get(reverse("search-suggestions"), {"q": typed})
    assert (answer.status_code, answer.json()) == (200, {"suggestions": []})


def test_an_article_leads_to_those_that_go_on_from_it(client: Client) -> None:
    article = make_article("环卫工人领到防疫口罩", "汉滨区总工会为环卫工人发放防疫口罩。")
    near = make_article("防疫口罩送到环卫工人手中", "紫阳县总工会为环卫工人送去口罩。")
    far = make_article("钢铁厂复工", "高炉点火。")
    page = client.get(article.get_absolute_url()).content.decode()
    assert f'href="{near.get_absolute_url()}"' in page
    assert f'href="{far.get_absolute_url()}"' not in page


@pytest.mark.parametrize("model", ["articles_article", "organisations_organisation", "organisations_measure",
                                   "organisations_aiddisbursement", "seeds_document"])  # fmt: skip
def test_the_desk_finds_what_the_archive_does_and_drafts_too(client: Client, model: str) -> None:
    union = make_organisation("安康市总工会", aliases=("市总口罩队",))
    article = make_article("送口罩", "安康市总工会送口罩。", publishing="draft")
    make_article("别的", "手套")
    make_measure(article, "口罩行动", union)
    make_aid(article, union, "医务人员", items=("口罩",), form="goods")
    make_document("口\n罩")
    make_document("手套")
    client.force_login(User.objects.create_superuser("editor"))
    page = client.get(reverse(f"admin:{model}_changelist"), {"q": "口罩"})
    assert page.status_code == 200
    assert page.context["cl"].result_count == 1
    assert client.get(reverse(f"admin:{model}_changelist"), {"q": '"口罩 没有'}).status_code == 200

"""An article's page: the text as printed, names linked, facts beside it, the way to the source; losses said plainly."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from articles.citations import reference
from articles.models import Article
from tests import factories
from tests.site.pages import DONOR, GIFT, RULES, page, story

pytestmark = pytest.mark.django_db


def test_it_links_names_and_numbers_evidence(client: Client) -> None:
    told = story()
    html = page(client, told.article.get_absolute_url())
    assert f'<a class="name" href="{told.donor.get_absolute_url()}" title="{told.donor.name}">{DONOR}</a>' in html
    gift, rules = told.gift.evidence.get(), told.measure.evidence.get()
    assert f'<span id="e{gift.pk}"></span><mark class="evidence">{GIFT}</mark><sup class="note">' in html
    assert f'<span id="e{rules.pk}"></span><mark class="evidence">{RULES}</mark><sup class="note">' in html
    assert f'<li id="aid-{told.gift.pk}" value="1">' in html  # the gift comes first in the text
    assert f'<li id="measure-{told.measure.pk}" value="2">' in html


def test_it_numbers_facts_in_the_order_in_which_their_numbers_stand(client: Client) -> None:
    told = story()
    wider = factories.MeasureFactory(article=told.article)
    factories.EvidenceFactory(article=told.article, measure=wider, quote=f"{GIFT}，送到一线职工手中")
    html = page(client, told.article.get_absolute_url())
    assert re.findall(r'<sup class="note"><a href="#([a-z]+-\d+)" aria-label="Fact (\d)"', html) == [
        (f"aid-{told.gift.pk}", "1"), (f"measure-{wider.pk}", "2"), (f"measure-{told.measure.pk}", "3"),
    ]  # fmt: skip


def test_every_anchor_on_the_page_has_its_target(client: Client) -> None:
    told = story()
    html = page(client, told.article.get_absolute_url())
    anchors = set(re.findall(r'href="#([^"]+)"', html))
    assert len(anchors) == 5  # the main part, two facts, two pieces of evidence
    assert anchors <= set(re.findall(r'id="([^"]+)"', html))


def test_it_leads_from_the_evidence_to_its_line(client: Client) -> None:
    told = story()
    article = page(client, told.article.get_absolute_url())
    assert f'href="{told.document.get_absolute_url()}#L3">Source line 3<' in article
    assert f'href="{told.document.get_absolute_url()}#L4">Source line 4<' in article
    document = page(client, told.document.get_absolute_url())
    assert re.search(rf'id="L3".*?{GIFT}', document)
    assert f'href="{told.article.get_absolute_url()}"' in document


def test_it_shows_the_parts_that_were_printed(client: Client) -> None:
    told = story(kicker="战“疫”进行时\n工会在行动", subhead="——记临江市总工会", byline="本报记者 王小一", page="3")
    html = page(client, told.article.get_absolute_url())
    assert "战“疫”进行时<br>工会在行动" in html
    assert "——记临江市总工会" in html
    assert "本报记者 王小一" in html
    assert "page 3" in html


def test_it_escapes_what_was_printed(client: Client) -> None:
    article = factories.ArticleFactory(headline="<script>甲</script>", body="<b>乙</b>&amp;")
    html = page(client, article.get_absolute_url())
    assert "<script>甲" not in html
    assert "&lt;b&gt;乙&lt;/b&gt;&amp;amp;" in html


def test_it_shows_first_words_for_a_lost_headline_and_says_so(client: Client) -> None:
    article = factories.ArticleFactory(headline="")
    for address in (article.get_absolute_url(), "articles:list", "home"):
        html = page(client, address)
        assert "headline lost" in html
        assert article.first_words in html


def test_it_says_that_the_end_is_lost(client: Client) -> None:
    article = factories.ArticleFactory(doubts=["lost_end", "a_code_without_words"])
    html = page(client, article.get_absolute_url())
    assert "the end is lost" in html
    assert "a_code_without_words" in html
    assert "the end is lost" not in page(client, factories.ArticleFactory().get_absolute_url())


def test_it_keeps_the_words_of_the_search_marked(client: Client) -> None:
    told = story()
    address = told.article.get_absolute_url()
    assert '<mark class="hit">慰问金</mark>' in page(client, address, q="慰问金")
    assert '<mark class="hit">' not in page(client, address)


@pytest.mark.parametrize("question", ["下拨慰问金送温暖", "慰問金"])
def test_what_was_found_otherwise_than_as_typed_is_marked_too(client: Client, question: str) -> None:
    address = story().article.get_absolute_url()
    assert '<mark class="hit">慰问金</mark>' in page(client, address, q=question)


def test_every_name_of_the_organisation_that_was_asked_for_is_marked(client: Client) -> None:
    told = story()
    html = page(client, told.article.get_absolute_url(), q=f"机构:{told.donor.name}")
    assert '<mark class="hit">市总</mark>' in html  # one of its names


def test_it_shows_an_uncertain_name_without_a_link(client: Client) -> None:
    article = factories.ArticleFactory()
    mention = factories.MentionFactory(article=article, organisation=None, resolution="ambiguous", quote=DONOR)
    mention.candidates.add(
        factories.OrganisationFactory(name="甲省总工会"), factories.OrganisationFactory(name="乙省总工会")
    )
    html = page(client, article.get_absolute_url())
    assert 'class="name uncertain"' in html
    assert "乙省总工会 or 甲省总工会" in html


def test_it_leaves_out_a_name_whose_words_a_correction_has_removed(client: Client) -> None:
    article = factories.ArticleFactory()
    factories.MentionFactory(article=article, quote="旧词", start=0, end=2, is_orphaned=True)
    assert 'class="name' not in page(client, article.get_absolute_url())


@pytest.mark.parametrize(
    ("comment", "fields", "people", "expected"),
    [
        ("everything", {"page": "3"}, [("甲", "记者"), ("乙", "通讯员")],
         "甲, 乙. 五万元慰问金送到一线[N]. 临江工人报, 2020-02-05(3)."),
        ("nobody named", {}, [], "五万元慰问金送到一线[N]. 临江工人报, 2020-02-05."),
        ("more than three", {}, [("甲", "记者"), ("乙", "记者"), ("丙", "作者"), ("丁", "作者")],
         "甲, 乙, 丙, 等. 五万元慰问金送到一线[N]. 临江工人报, 2020-02-05."),
        ("a photographer is no author", {}, [("甲", "摄影")], "五万元慰问金送到一线[N]. 临江工人报, 2020-02-05."),
        ("no headline", {"headline": "", "body": "短文"}, [], "[短文][N]. 临江工人报, 2020-02-05."),
        ("nothing known", {"publication": None, "published": ""}, [], "五万元慰问金送到一线[N]."),
    ],
)  # fmt: skip
def test_it_is_cited_after_the_standard(
    comment: str, fields: dict[str, str], people: list[tuple[str, str]], expected: str
) -> None:
    article: Article = factories.ArticleFactory(
        **{"publication": factories.PublicationFactory(name="临江工人报"), **fields}
    )
    for position, (name, role) in enumerate(people):
        factories.ContributorFactory(article=article, name=name, role=role, position=position)
    assert reference(article) == expected, comment

"""A reading becomes rows: every span quotes its text, every fact has its evidence, nothing of the page is lost."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from organisations.models import AidDisbursement, Alias, Division, Evidence, Measure, Mention, Organisation
from seeds.loading import store
from seeds.manifests import Entry
from seeds.models import ArticleSource, Document, ReadingRun
from seeds.reading.drafts import Reading
from seeds.reading.problems import Problem
from tests.seeds.readings import (
    FIRST,
    HEADLINE,
    SECOND,
    TEXT,
    UNION,
    Page,
    benefit,
    day,
    masks,
    original,
    usual,
)
from unionarchive.common.partial_dates import PartialDate

pytestmark = pytest.mark.django_db


def aid_of(page: Page) -> AidDisbursement:
    store(original(page.text), page.reading())
    return AidDisbursement.objects.get()


def test_it_counts_what_it_creates() -> None:
    tally = store(original(), usual().reading())
    kinds = ("documents", "articles", "organisations", "mentions", "measures", "disbursements")
    assert tally.created == dict.fromkeys(kinds, 1)
    assert tally.updated.total() == tally.kept.total() == tally.removed.total() == 0


def test_the_article_is_as_it_was_put_together() -> None:
    store(original(), usual().reading())
    article = Article.objects.get()
    assert (article.headline, article.body) == (HEADLINE, f"{FIRST}\n{SECOND}")
    assert [(person.name, person.role) for person in article.contributors.all()] == [("王小明", "记者")]
    assert article.state == "proposed"


def test_every_span_quotes_its_text_and_its_source() -> None:
    store(original(), usual().reading())
    for row in (*Mention.objects.all(), *Evidence.objects.all()):
        row.clean()
        assert "".join(TEXT[start:end] for start, end in row.source) == row.quote


def test_the_segments_cover_the_page_once() -> None:
    store(original(), usual().reading())
    covered = [at for row in ArticleSource.objects.all() for at in range(row.start, row.end)]
    solid = {at for at, character in enumerate(TEXT) if not character.isspace()}
    assert len(covered) == len(set(covered))
    assert solid <= set(covered)


def test_facts_are_tied_to_their_organisation() -> None:
    store(original(), usual().reading())
    union = Organisation.objects.get()
    assert union.name == UNION
    assert [party.organisation for party in AidDisbursement.objects.get().parties.filter(role="donor")] == [union]
    assert list(Measure.objects.get().issuers.all()) == [union]
    assert Mention.objects.get().organisation == union


def test_the_manifest_goes_before_what_the_reader_found() -> None:
    page = usual()
    page.publication, page.published = "别的报", PartialDate(1999)
    store(original(entry=Entry(publication="临江日报")), page.reading())
    document = Document.objects.get()
    assert document.publication is not None
    assert (document.publication.name, document.published) == ("临江日报", "1999")
    assert Article.objects.get().published == "1999"


def test_the_home_place_is_kept_with_its_code() -> None:
    store(original(), Page(home_place="濮阳市").article(HEADLINE, FIRST).reading())
    document, article = Document.objects.get(), Article.objects.get()
    assert (document.home_place, document.home_division, article.home_division) == ("濮阳市", "410900", "410900")


def test_an_organisation_has_its_division_with_all_above_it() -> None:
    store(original(), Page().article(HEADLINE, FIRST).organisation(UNION, division="410900", place="濮阳市").reading())
    division = Organisation.objects.get().division
    assert division is not None
    assert division.path == "河南省濮阳市"
    assert set(Division.objects.values_list("code", flat=True)) == {"410000", "410900"}


@pytest.mark.parametrize(
    ("surface", "holds_in"),
    [
        pytest.param("市总", "410900", id="a short name holds in its own place"),
        pytest.param("濮阳市总", None, id="a name with the place in it holds everywhere"),
        pytest.param("濮阳总工会", None, id="a short form of the place counts as well"),
    ],
)
def test_a_short_name_is_kept_with_where_it_holds(surface: str, holds_in: str | None) -> None:
    page = Page().article(HEADLINE, FIRST).organisation("濮阳市总工会", division="410900", aliases=(surface,))
    store(original(), page.reading())
    alias = Alias.objects.get()
    assert (alias.name, alias.division_id, alias.kind) == (surface, holds_in, "short")


@pytest.mark.parametrize("surface", ["该局", "本会", "工会", "总工会", "公司", "濮阳市", UNION, ""])
def test_words_that_only_point_at_it_and_the_name_itself_are_no_aliases(surface: str) -> None:
    store(original(), Page().article(HEADLINE, FIRST).organisation(UNION, aliases=(surface,)).reading())
    assert not Alias.objects.exists()


def test_a_parent_is_found_among_the_reading_and_in_the_archive() -> None:
    store(original(), Page().article(HEADLINE, FIRST).organisation(UNION).reading())
    text = TEXT + "副刊\n"
    page = Page(text).article(HEADLINE, FIRST).organisation("临江市职工医院工会", parent=UNION)
    store(original(text), page.reading())
    assert Organisation.objects.get(name="临江市职工医院工会").parent == Organisation.objects.get(name=UNION)


def test_two_organisations_that_name_each_other_as_parent_make_no_ring() -> None:
    page = Page().article(HEADLINE, FIRST)
    page.organisation("甲工会", parent="乙工会").organisation("乙工会", parent="甲工会")
    store(original(), page.reading())
    for organisation in Organisation.objects.all():
        organisation.clean()


def test_an_ambiguous_mention_keeps_its_candidates() -> None:
    page = Page().article(HEADLINE, FIRST).organisation("甲市总工会").organisation("乙市总工会")
    page.mention(UNION, None, resolution="ambiguous", candidates=("甲市总工会", "乙市总工会"))
    store(original(), page.reading())
    mention = Mention.objects.get()
    assert mention.resolution == "ambiguous"
    assert {row.name for row in mention.candidates.all()} == {"甲市总工会", "乙市总工会"}


def test_a_name_that_only_a_fact_uses_becomes_an_organisation() -> None:
    disbursement = aid_of(Page().article(HEADLINE, FIRST).aid("拨付慰问金5万元", 50_000, donors=(UNION,)))
    assert [party.label for party in disbursement.parties.filter(role="donor")] == [UNION]


def test_a_part_points_at_its_whole() -> None:
    page = (
        Page().article(HEADLINE, FIRST).aid("慰问金5万元", 50_000).aid("送到一线职工", 20_000, basis="part", part_of=0)
    )
    store(original(), page.reading())
    assert AidDisbursement.objects.get(amount=20_000).part_of == AidDisbursement.objects.get(amount=50_000)


@pytest.mark.parametrize(
    ("more", "field", "stored"),
    [
        ({"rate": Decimal(500), "rate_unit": "人"}, "rate", Decimal(500)),
        ({"rate": Decimal(500)}, "rate", None),
        ({"count": 14, "count_unit": "户"}, "count", 14),
        ({"count": 14}, "count", None),
        ({"amount": Decimal(0)}, "amount", None),
        ({"amount": Decimal(10) ** 30}, "amount", None),
        ({"date": day("2020-02-03", "relative")}, "date_source", "relative"),
        ({"words": "五" * 500}, "words", "五" * 200),
    ],
)
def test_a_figure_is_stored_where_the_model_has_room_for_it(more: dict, field: str, stored: object) -> None:
    assert getattr(aid_of(Page().article(HEADLINE, FIRST).aid("慰问金5万元", **more)), field) == stored


def test_goods_have_their_items_in_order() -> None:
    page = Page().article(HEADLINE, FIRST).aid("送到一线职工手中", form="goods", items=(masks(500), masks(20)))
    assert [item.quantity for item in aid_of(page).items.all()] == [500, 20]


def test_a_measure_has_its_benefits() -> None:
    page = Page().article(HEADLINE, FIRST, SECOND)
    page.measure("关爱职工十条", "关爱职工十条", benefits=(benefit(page.place("关爱")),))
    store(original(), page.reading())
    kept = Measure.objects.get().benefits.get()
    assert (kept.amount, kept.rate_unit, kept.bound) == (1000, "户", "at_most")


def test_a_draft_without_headline_and_body_leaves_its_lines_as_furniture() -> None:
    page = Page().article(HEADLINE, FIRST)
    page.articles[0] = replace(page.articles[0], headline=None, parts=())
    store(original(), page.reading())
    assert not Article.objects.exists()
    assert not ArticleSource.objects.of_articles().exists()


def test_the_run_keeps_the_problems_with_their_lines() -> None:
    page = usual()
    page.problems.append(Problem("odd_line", "something", "a line", 3))
    store(original(), page.reading())
    assert ReadingRun.objects.get().problems == [
        {"code": "odd_line", "line": 3, "found": "something", "expected": "a line"}
    ]


def test_a_headline_of_impossible_length_is_cut_and_keeps_its_spans() -> None:
    headline = "慰问" * 300
    text = f"{headline}\n{FIRST}\n"
    page = Page(text).article(headline, FIRST).organisation(UNION).mention("慰问慰问", UNION)
    store(original(text), page.reading())
    assert len(Article.objects.get().headline) == 500
    Mention.objects.get().clean()


def test_a_reading_that_cannot_be_stored_leaves_nothing() -> None:
    page = usual()
    broken: Reading = page.reading()
    object.__setattr__(broken.facts.disbursements[0], "amount", "five")
    with pytest.raises(TypeError):
        store(original(), broken)
    assert not Document.objects.exists()
    assert not Organisation.objects.exists()


def test_it_costs_the_same_queries_for_one_gift_and_for_ten() -> None:
    def page(gifts: int) -> Page:
        made = usual()
        for number in range(gifts):
            made.organisation(f"临江市第{number}工会").aid(
                "慰问金5万元", 1000 + number, donors=(f"临江市第{number}工会",)
            )
        return made

    store(original(), usual().reading())
    with CaptureQueriesContext(connection) as few:
        store(original(TEXT + "一\n"), page(1).reading())
    with CaptureQueriesContext(connection) as many:
        store(original(TEXT + "二\n"), page(10).reading())
    assert len(many) <= len(few)

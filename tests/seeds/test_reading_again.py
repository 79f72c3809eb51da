"""Reading again changes what is still proposed and nothing that an editor has touched.

Each test loads a page, lets an editor do something, and loads a second reading of the same file.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from articles.correcting import correct
from articles.models import Article
from organisations.models import AidDisbursement, Evidence, Measure, Mention, Organisation
from seeds.loading import store
from seeds.models import ArticleSource, Document, ReadingRun
from seeds.tally import Tally
from tests import factories
from tests.seeds.readings import FIRST, HEADLINE, SECOND, TEXT, UNION, Page, original, usual
from unionarchive.common import review

pytestmark = pytest.mark.django_db
GIFT = "拨付慰问金5万元"
MEASURE = "印发《关爱职工十条》"


def load(page: Page) -> Tally:
    return store(original(page.text), page.reading())


def gift(amount: int, **more: Any) -> Page:
    return Page().article(HEADLINE, FIRST, SECOND).organisation(UNION).aid(GIFT, amount, donors=(UNION,), **more)


def editor() -> Any:
    return factories.UserFactory()


def change(row: Any, **values: Any) -> None:
    """An editor's correction, as the desk saves it."""
    for name, value in values.items():
        setattr(row, name, value)
    review.mark_corrected(row, by=editor())
    row.save()


def test_the_same_reading_again_changes_nothing() -> None:
    load(usual())
    before = {model: list(model.objects.values()) for model in (Article, Organisation, Mention, Measure, Evidence)}
    tally = load(usual())
    assert not tally.has_changes
    assert tally.kept.total() == 6
    assert before == {model: list(model.objects.values()) for model in before}
    assert (Document.objects.count(), ReadingRun.objects.count()) == (1, 2)


def test_a_proposed_fact_takes_what_the_new_reading_says() -> None:
    load(gift(50_000))
    key = AidDisbursement.objects.get().pk
    tally = load(gift(500_000, status="disbursed"))
    row = AidDisbursement.objects.get()
    assert (row.pk, row.amount, row.status) == (key, 500_000, "disbursed")
    assert (tally.updated["disbursements"], tally.created["disbursements"]) == (1, 0)


def test_a_proposed_fact_that_is_read_no_more_goes() -> None:
    load(usual())
    tally = load(Page().article(HEADLINE, FIRST, SECOND))
    assert not AidDisbursement.objects.exists() and not Measure.objects.exists() and not Mention.objects.exists()
    assert not Organisation.objects.exists()
    assert (tally.removed["disbursements"], tally.removed["organisations"]) == (1, 1)


def test_a_parent_goes_with_the_last_of_its_parts() -> None:
    load(
        Page()
        .article(HEADLINE, FIRST)
        .organisation("甲县总工会")
        .organisation(UNION, parent="甲县总工会")
        .mention(UNION, UNION)
    )
    load(Page().article(HEADLINE, FIRST))
    assert not Organisation.objects.exists()


def test_what_was_a_part_of_a_sum_may_turn_out_to_be_a_gift_of_its_own() -> None:
    load(gift(50_000).aid("送到一线职工", 20_000, basis="part", part_of=0))
    load(gift(50_000).aid("送到一线职工", 20_000))
    row = AidDisbursement.objects.get(amount=20_000)
    assert (row.basis, row.part_of) == ("single", None)


@pytest.mark.parametrize("decide", [review.accept, review.reject])
def test_a_decided_fact_stays_though_it_is_read_no_more(decide: Any) -> None:
    load(gift(50_000))
    decide(AidDisbursement.objects.all(), by=editor())
    load(Page().article(HEADLINE, FIRST, SECOND))
    assert AidDisbursement.objects.get().amount == 50_000
    assert Evidence.objects.get().quote == GIFT
    assert Organisation.objects.filter(name=UNION).exists()


def test_an_editor_learns_once_that_an_accepted_fact_is_read_no_more() -> None:
    load(usual())
    for model in (AidDisbursement, Measure, Mention):
        review.accept(model.objects.all(), by=editor())
    load(Page().article(HEADLINE, FIRST, SECOND))
    rows = [AidDisbursement.objects.get(), Measure.objects.get(), Mention.objects.get()]
    assert all(row.is_read_no_more and row.state == "accepted" for row in rows)
    review.dismiss_suggestions(rows)
    load(Page().article(HEADLINE, FIRST, SECOND))
    assert not any(model.objects.exclude(suggestion=None).exists() for model in (AidDisbursement, Measure, Mention))


def test_a_fact_that_is_read_again_is_not_to_be_rejected_any_more() -> None:
    load(gift(50_000))
    review.accept(AidDisbursement.objects.all(), by=editor())
    load(Page().article(HEADLINE, FIRST, SECOND))
    load(gift(50_000))
    assert AidDisbursement.objects.get().suggestion is None


@pytest.mark.parametrize("state", ["rejected", "proposed"])
def test_nobody_is_told_of_a_fact_that_no_editor_vouches_for(state: str) -> None:
    load(gift(50_000))
    fingerprint = AidDisbursement.objects.get().fingerprint if state == "rejected" else ""  # or entered by hand
    AidDisbursement.objects.update(state=state, fingerprint=fingerprint)
    load(Page().article(HEADLINE, FIRST, SECOND))
    assert AidDisbursement.objects.get().suggestion is None


def test_an_accepted_fact_keeps_its_values_and_learns_the_difference() -> None:
    load(gift(50_000))
    review.accept(AidDisbursement.objects.all(), by=editor())
    load(gift(500_000))
    row = AidDisbursement.objects.get()
    assert (row.state, row.amount) == ("accepted", 50_000)
    assert row.suggestion == {"amount": "500000.00"}


def test_a_correction_is_not_questioned_by_the_reading_that_it_corrected() -> None:
    load(gift(50_000))
    change(AidDisbursement.objects.get(), amount=Decimal(60_000))
    load(gift(50_000))
    row = AidDisbursement.objects.get()
    assert (row.state, row.amount, row.suggestion) == ("corrected", 60_000, None)


def test_a_correction_that_a_better_reading_confirms_has_nothing_to_learn() -> None:
    load(gift(50_000))
    change(AidDisbursement.objects.get(), amount=Decimal(60_000))
    load(gift(60_000))
    assert AidDisbursement.objects.get().suggestion is None


def test_a_dismissed_suggestion_does_not_come_back_from_the_same_reading() -> None:
    load(gift(50_000))
    review.accept(AidDisbursement.objects.all(), by=editor())
    load(gift(500_000))
    AidDisbursement.objects.update(suggestion=None)
    load(gift(500_000))
    assert AidDisbursement.objects.get().suggestion is None


def test_a_rejected_fact_stays_rejected_and_is_not_proposed_again() -> None:
    load(gift(50_000))
    review.reject(AidDisbursement.objects.all(), by=editor())
    load(gift(50_000, status="disbursed"))
    assert AidDisbursement.objects.get().state == "rejected"


def test_another_figure_beside_a_rejected_one_is_another_claim() -> None:
    load(gift(50_000))
    review.reject(AidDisbursement.objects.all(), by=editor())
    load(gift(70_000))
    assert dict(AidDisbursement.objects.values_list("state", "amount")) == {"rejected": 50_000, "proposed": 70_000}


def test_two_gifts_in_one_sentence_are_not_taken_for_each_other() -> None:
    page = gift(50_000).aid(GIFT, 20_000)
    load(page)
    review.accept(AidDisbursement.objects.filter(amount=50_000), by=editor())
    load(gift(20_000, status="disbursed").aid(GIFT, 50_000, status="disbursed"))
    rows = {row.amount: row for row in AidDisbursement.objects.all()}
    assert set(rows) == {50_000, 20_000}
    assert (rows[50_000].status, rows[20_000].status) == ("committed", "disbursed")


def test_a_fact_that_an_editor_entered_is_not_proposed_beside_it() -> None:
    load(Page().article(HEADLINE, FIRST, SECOND))
    article = Article.objects.get()
    own = factories.AidDisbursementFactory(article=article, amount=Decimal(50_000), state="accepted")
    factories.EvidenceFactory(article=article, quote=GIFT, disbursement=own)
    load(gift(50_000))
    assert AidDisbursement.objects.get().pk == own.pk


def test_a_rejected_measure_stays_rejected_under_a_longer_title() -> None:
    load(Page().article(HEADLINE, FIRST, SECOND).measure("关爱职工十条", MEASURE))
    review.reject(Measure.objects.all(), by=editor())
    load(Page().article(HEADLINE, FIRST, SECOND).measure("《关爱职工十条》", SECOND))
    assert Measure.objects.get().state == "rejected"


def test_an_accepted_measure_learns_new_issuers() -> None:
    load(Page().article(HEADLINE, FIRST, SECOND).measure("关爱职工十条", MEASURE))
    review.accept(Measure.objects.all(), by=editor())
    load(Page().article(HEADLINE, FIRST, SECOND).organisation(UNION).measure("关爱职工十条", MEASURE, issuers=(UNION,)))
    row = Measure.objects.get()
    assert not row.issuers.exists()
    assert row.suggestion == {"issuers": [UNION]}


def test_a_mention_that_an_editor_resolved_stays_so() -> None:
    load(Page().article(HEADLINE, FIRST, SECOND).organisation(UNION).mention(UNION, UNION))
    other = factories.OrganisationFactory(name="外地总工会")
    change(Mention.objects.get(), organisation=other)
    load(Page().article(HEADLINE, FIRST, SECOND).organisation("另一总工会").mention(UNION, "另一总工会"))
    row = Mention.objects.get()
    assert row.organisation == other
    assert row.suggestion == {"organisation": "另一总工会"}


def test_a_rejected_mention_is_not_made_again() -> None:
    load(usual())
    review.reject(Mention.objects.all(), by=editor())
    load(usual())
    assert Mention.objects.get().state == "rejected"


def test_longer_words_around_a_rejected_mention_are_another_reading() -> None:
    load(Page().article(HEADLINE, FIRST).organisation(UNION).mention("总工会", UNION))
    review.reject(Mention.objects.all(), by=editor())
    load(Page().article(HEADLINE, FIRST).organisation(UNION).mention(UNION, UNION))
    assert dict(Mention.objects.values_list("quote", "state")) == {"总工会": "rejected", UNION: "proposed"}


def test_longer_words_around_an_accepted_mention_are_a_suggestion() -> None:
    load(Page().article(HEADLINE, FIRST).organisation(UNION).mention("总工会", UNION))
    review.accept(Mention.objects.all(), by=editor())
    load(Page().article(HEADLINE, FIRST).organisation(UNION).mention(UNION, UNION))
    row = Mention.objects.get()
    assert (row.quote, row.suggestion) == ("总工会", {"quote": UNION})


def test_an_organisation_that_an_editor_corrected_keeps_its_type() -> None:
    load(usual())
    change(Organisation.objects.get(), type="association")
    page = usual()
    page.organisations[0] = replace(page.organisations[0], type="government")
    load(page)
    row = Organisation.objects.get()
    assert row.type == "association"
    assert row.suggestion == {"type": "government"}


def test_a_proposed_organisation_takes_what_its_only_document_says() -> None:
    load(usual())
    page = usual()
    page.organisations[0] = replace(page.organisations[0], level="county", division="410900", place="濮阳市")
    load(page)
    row = Organisation.objects.get()
    assert (row.level, row.division_id, row.place) == ("county", "410900", "濮阳市")


def test_what_one_document_says_of_an_organisation_overrules_no_other() -> None:
    load(usual())
    page = Page(TEXT + "副刊\n").article(HEADLINE, FIRST).organisation(UNION, level="county").mention(UNION, UNION)
    load(page)
    assert Organisation.objects.get().level == "prefecture"
    assert not load(page).has_changes
    assert not load(usual()).has_changes


class TestArticles:
    def test_a_proposed_article_takes_the_new_text_and_keeps_its_address(self) -> None:
        load(Page().article(HEADLINE, FIRST))
        key = Article.objects.get().pk
        load(Page().article(HEADLINE, FIRST, SECOND))
        row = Article.objects.get()
        assert (row.pk, row.body) == (key, f"{FIRST}\n{SECOND}")
        assert row.sources.count() == 3

    def test_an_accepted_article_keeps_its_text_and_segments(self) -> None:
        load(Page().article(HEADLINE, FIRST))
        review.accept(Article.objects.all(), by=editor())
        load(Page().article(HEADLINE, FIRST, SECOND))
        row = Article.objects.get()
        assert row.body == FIRST
        assert row.suggestion == {"body": f"{FIRST}\n{SECOND}"}
        covered = {at for segment in ArticleSource.objects.all() for at in range(segment.start, segment.end)}
        assert {at for at, character in enumerate(TEXT) if not character.isspace()} <= covered

    def test_facts_of_a_corrected_article_are_placed_in_the_corrected_text(self) -> None:
        load(Page().article(HEADLINE, FIRST, SECOND))
        article = Article.objects.get()
        article.body = article.body.replace("2月3日", "2020年2月3日上午")
        correct(article, by=editor())
        load(gift(50_000))
        evidence = Evidence.objects.get()
        evidence.clean()
        assert evidence.quote == GIFT
        assert Article.objects.get().body == article.body

    def test_a_fact_whose_words_an_editor_took_out_is_not_proposed(self) -> None:
        load(Page().article(HEADLINE, FIRST, SECOND))
        article = Article.objects.get()
        article.body = article.body.replace(GIFT, "慰问")
        correct(article, by=editor())
        load(gift(50_000))
        assert not AidDisbursement.objects.exists()

    def test_accepted_evidence_follows_its_words_into_a_changed_text(self) -> None:
        load(Page().article(HEADLINE, FIRST).aid(GIFT, 50_000))
        review.accept(AidDisbursement.objects.all(), by=editor())
        load(Page().article(HEADLINE, SECOND, FIRST).aid(GIFT, 50_000))
        evidence = Evidence.objects.get()
        evidence.clean()
        assert (evidence.quote, evidence.is_orphaned) == (GIFT, False)

    def test_accepted_evidence_follows_its_words_into_another_article(self) -> None:
        load(Page().article(HEADLINE, FIRST, SECOND).aid(GIFT, 50_000).mention("工会还", None))
        review.accept(AidDisbursement.objects.all(), by=editor())
        load(Page().article(HEADLINE, SECOND).article("", FIRST).aid(GIFT, 50_000))
        row = AidDisbursement.objects.get()
        assert row.article.body == FIRST
        assert Evidence.objects.get().article == row.article

    def test_accepted_evidence_that_the_new_text_tears_apart_is_orphaned(self) -> None:
        across = "手中。\n工会还"
        load(Page().article(HEADLINE, FIRST, SECOND).aid(across, 50_000))
        review.accept(AidDisbursement.objects.all(), by=editor())
        load(Page().article(HEADLINE, FIRST, "本报记者 王小明", SECOND))
        evidence = Evidence.objects.get()
        assert (evidence.is_orphaned, evidence.quote) == (True, across)

    def test_an_article_read_no_more_goes_unless_an_editor_vouched_for_something_in_it(self) -> None:
        load(Page().article(HEADLINE, FIRST).article("", SECOND).aid(GIFT, 50_000).measure("十条", MEASURE))
        review.accept(AidDisbursement.objects.all(), by=editor())
        load(Page())
        assert [article.body for article in Article.objects.all()] == [FIRST]
        assert AidDisbursement.objects.get().evidence.get().quote == GIFT

    def test_a_rejected_article_is_not_made_again(self) -> None:
        load(usual())
        review.reject(Article.objects.all(), by=editor())
        load(usual())
        assert Article.objects.get().state == "rejected"

    def test_a_new_article_is_a_draft_when_asked_and_an_old_one_stays_published(self) -> None:
        load(Page().article(HEADLINE, FIRST))
        page = Page().article(HEADLINE, FIRST).article("", SECOND)
        store(original(), page.reading(), publishing="draft")
        assert dict(Article.objects.values_list("body", "publishing")) == {FIRST: "published", SECOND: "draft"}


def test_what_the_reader_found_of_the_document_may_change_what_people_stated_may_not() -> None:
    page = usual()
    page.publication = "临江报"
    load(page)
    page.publication = "临江日报"
    load(page)
    document = Document.objects.get()
    assert document.publication is not None and document.publication.name == "临江日报"

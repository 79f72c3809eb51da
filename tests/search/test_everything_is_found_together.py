from __future__ import annotations

from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from seeds.models import ArticleSource
from tests.search.rows import (
    make_aid,
    make_article,
    make_division,
    make_document,
    make_evidence,
    make_measure,
    make_mention,
    make_organisation,
    make_publication,
)
from unionarchive.common.search import keeping
from unionarchive.search import Answer, Filters, Kind, Order, related, search, suggest

pytestmark = pytest.mark.django_db


def found(answer: Answer) -> list[tuple[str, str]]:
    return [(hit.kind.value, hit.title) for hit in answer.hits]


def titles(text: str, **options: object) -> list[str]:
    return [hit.title for hit in search(text, **options).hits]  # type: ignore[arg-type]


def editor() -> User:
    return User(username="editor", is_staff=True)


def test_it_finds_every_kind_by_one_word() -> None:
    union = make_organisation("濮阳市总工会", aliases=("市总工会",))
    article = make_article("濮阳市总工会出台十条措施", "濮阳市总工会出台十条措施，向医务人员发放慰问金5万元。")
    make_mention(article, union, "濮阳市总工会")
    make_measure(article, "濮阳市总工会十条措施", union)
    aid = make_aid(article, union, "医务人员", amount=Decimal(50000), words="5万元", purpose="慰问金")
    make_evidence(article, "发放慰问金5万元", disbursement=aid)
    document = make_document("濮阳市总\n工会出台十条措施")
    ArticleSource.objects.create(document=document, article=article, start=0, end=4, role="body")
    answer = search("濮阳市总工会")
    assert found(answer) == [
        ("organisation", "濮阳市总工会"),
        ("article", "濮阳市总工会出台十条措施"),
        ("measure", "濮阳市总工会十条措施"),
        ("aid", "濮阳市总工会 → 医务人员：5万元 慰问金"),
        ("document", "page.txt"),
    ]
    assert [group.count_text for group in answer.groups] == ["1"] * 5
    assert found(search("濮阳市总工会", kinds=[Kind.AID])) == [("aid", "濮阳市总工会 → 医务人员：5万元 慰问金")]
    assert [hit.url for hit in answer.hits] == [hit.row.get_absolute_url() for hit in answer.hits]


def test_it_reports_where_the_words_stand() -> None:
    make_article("送口罩的人", "第一句话。第二句说口罩，口罩到了。")
    document = make_document("上一行有口\n罩两个字")
    ArticleSource.objects.create(document=document, article=make_article("别的", "手套"), start=0, end=4, role="body")
    article, page = search("口罩").hits
    assert [(mark.field, mark.start, mark.end) for mark in article.highlights] == [
        ("headline", 1, 3),
        ("body", 9, 11),
        ("body", 12, 14),
    ]
    assert [span.of(article.title) for span in article.title_highlights] == ["口罩"]
    assert [span.of(article.snippet.text) for span in article.snippet.highlights] == ["口罩", "口罩"]
    [mark] = page.highlights
    assert (mark.field, document.text[mark.start : mark.end]) == ("text", "口\n罩")


def test_it_shows_drafts_and_withdrawn_articles_to_staff_alone() -> None:
    draft = make_article("草稿口罩", publishing="draft")
    withdrawn = make_article("公开口罩")
    union = make_organisation("兰州市总工会")
    make_mention(draft, union, "市总工会")
    assert titles("口罩") == ["公开口罩"]
    withdrawn.publishing = "withdrawn"
    withdrawn.save()
    assert titles("口罩") == []
    assert titles("兰州市总工会") == []
    assert sorted(titles("口罩", visible_to=editor())) == ["公开口罩", "草稿口罩"]
    assert titles("兰州市总工会", visible_to=editor()) == ["兰州市总工会"]
    assert titles("口罩", visible_to=User(username="reader")) == []


def test_a_withdrawal_past_save_vanishes_at_once() -> None:
    article = make_article("公开口罩")
    type(article).objects.filter(pk=article.pk).update(publishing="withdrawn")
    assert titles("口罩") == []
    assert search("口罩").count == 0
    type(article).objects.all().delete()
    assert titles("口罩", visible_to=editor()) == []


@override_settings(SHOW_UNREVIEWED=False)
def test_it_hides_what_no_editor_has_reviewed_when_the_setting_says_so() -> None:
    make_article("机器读的口罩")
    make_article("编辑看过的口罩", state="accepted")
    assert titles("口罩") == ["编辑看过的口罩"]


def test_it_follows_every_change_in_the_transaction_that_makes_it() -> None:
    article = make_article("旧题", "口罩")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        article.body = "手套"
        article.save()
        assert titles("手套") == ["旧题"]
        raise ZeroDivisionError
    assert titles("口罩") == ["旧题"]
    assert titles("手套") == []
    article.delete()
    assert titles("口罩") == []


def test_it_indexes_each_row_once_inside_a_block_and_none_after_an_error() -> None:
    with keeping.collected():
        article = make_article("旧题", "口罩")
        assert titles("口罩") == []
        with keeping.collected():
            article.body = "手套"
            article.save()
    assert (titles("手套"), titles("口罩")) == (["旧题"], [])
    with pytest.raises(ZeroDivisionError), transaction.atomic(), keeping.collected():
        make_article("新题", "手套")
        raise ZeroDivisionError
    assert titles("手套") == ["旧题"]


def test_it_finds_an_organisation_by_alias_former_name_and_pinyin() -> None:
    gansu, shaanxi = make_division(), make_division("610000", "陕西省")
    union = make_organisation("甘肃省总工会", aliases=("省总工会", "省总"), state="accepted", division=gansu)
    make_organisation("陕西省总工会", aliases=("省总工会", "省总"), state="accepted", division=shaanxi)
    for query in ("甘肃省总工会", "甘肃", "gsszgh", "gansu", "GANSU", "甘肅省總工會"):
        assert [hit.id for hit in search(query).hits] == [union.pk], query
    assert len(search("省总").hits) == 2
    assert [hit.id for hit in search("省总", filters=Filters(place=("620000",))).hits] == [union.pk]
    assert [hit.id for hit in search("省总 地点:甘肃省").hits] == [union.pk]
    assert [hit.id for hit in search("省总 地点:甘肃").hits] == [union.pk]
    assert search("省总 地点:甘肃").hits[0].snippet.text == "省总"  # the name by which it was found


def test_a_short_name_in_a_place_finds_the_full_one_and_marks_it() -> None:
    gansu = make_division()
    make_organisation("甘肃省总工会", state="accepted", division=gansu)
    make_article("甘肃省总工会发口罩", "甘肃省总工会发口罩。", home_division="620000")
    make_article("别省", "省总发口罩。", home_division="610000")
    answer = search("省总 口罩 地点:甘肃", kinds=[Kind.ARTICLE])
    [hit] = answer.hits
    assert [span.of(hit.title) for span in hit.title_highlights] == ["甘肃省总工会", "口罩"]
    assert [(e.word, e.names) for e in answer.understood.expansions] == [("省总", ("甘肃省总工会",))]


def test_it_finds_by_organisation_field_whatever_the_article_calls_it() -> None:
    union = make_organisation("安康市总工会", aliases=("市总工会", "市总"))
    named = make_article("慰问", "市总送来口罩。")
    make_mention(named, union, "市总")
    make_article("别处", "市总送来口罩。")
    answer = search("机构:安康市总工会 口罩", kinds=[Kind.ARTICLE])
    [hit] = answer.hits
    assert hit.id == named.pk
    assert [span.of(hit.snippet.text) for span in hit.snippet.highlights] == ["市总", "口罩"]
    assert titles("机构:安康市总工会") == ["安康市总工会", "慰问"]
    assert search("机构:没有这个").understood.notes
    assert titles("机构:没有这个") == []


def test_it_finds_by_author_title_date_and_amount() -> None:
    article = make_article("口罩", "李玉说的口罩。", authors=("王莉",), published="2020-02-05")
    make_article("手套", "王莉和口罩。", authors=("李玉",), published="2022-04-09")
    union = make_organisation()
    make_aid(article, union, "医务人员", amount=Decimal(50000), words="5万元")
    make_aid(article, union, "职工", amount=Decimal(500), words="500元")
    assert titles("作者:王莉") == ["口罩"]
    assert titles("标题:口罩") == ["口罩"]
    assert titles("口罩 日期:2020") == ["口罩"]
    assert titles("口罩 日期:2021..2022-04") == ["手套"]
    assert [hit.row.words for hit in search("金额:1万..10万").hits] == ["5万元"]
    assert [hit.row.words for hit in search("职工 金额:<=500").hits] == ["500元"]


def test_it_narrows_by_filters_and_counts_what_hits_have_in_common() -> None:
    paper = make_publication()
    union = make_organisation("天水市总工会", division=make_division("620500", "天水市", parent=make_division()))
    first = make_article("甲口罩", "天水市总工会送口罩。", published="2020-02-05", publication=paper, form="brief")
    make_mention(first, union, "天水市总工会")
    make_article("乙口罩", published="2022-04-09")
    make_article("丙口罩")
    [group] = search("口罩", kinds=[Kind.ARTICLE]).groups
    facets = {facet.name: [(value.value, value.label, value.count) for value in facet.values] for facet in group.facets}
    assert facets["publication"] == [(str(paper.pk), "工人晨报", 1)]
    assert facets["year"] == [("2020", "2020", 1), ("2022", "2022", 1)]
    assert facets["place"] == [("62", "甘肃省", 1)]
    assert facets["organisation"] == [(str(union.pk), "天水市总工会", 1)]
    assert [(value, count) for value, _, count in facets["form"]] == [("news", 2), ("brief", 1)]
    for chosen in (
        {"publication": (str(paper.pk),)},
        {"year": ("2020",)},
        {"year": ("2020",), "form": ("brief",)},
        {"place": ("620000",)},
        {"place": ("62",)},
        {"place": ("620500",)},
        {"organisation": (str(union.pk),)},
    ):
        assert titles("口罩", kinds=[Kind.ARTICLE], filters=Filters(**chosen)) == ["甲口罩"], chosen
    assert titles("口罩", filters=Filters(year=("1999",))) == []
    assert titles("口罩", filters=Filters(year=("20'20; --",))) == []
    assert titles("", filters=Filters(year=("2020",))) == ["甲口罩"]


def test_it_orders_newest_first_on_demand_and_pages() -> None:
    for day in range(1, 26):
        make_article(f"第{day}天", "口罩" * (day % 5 + 1), published=f"2020-02-{day:02}")
    newest = search("口罩", order=Order.NEWEST, page_size=10, page=2)
    assert [hit.title for hit in newest.hits] == [f"第{day}天" for day in range(15, 5, -1)]
    assert newest.groups[0].more
    assert newest.groups[0].count_text == "25"
    assert not search("口罩", page_size=10, page=3).groups[0].more


def test_it_seeks_single_words_when_nothing_has_them_all_together_and_says_so() -> None:
    make_article("慰问", "市总工会慰问了医护人员的家属。")
    answer = search("工会慰问医护人员")
    assert (answer.understood.is_relaxed, [hit.title for hit in answer.hits]) == (True, ["慰问"])
    assert not search("慰问了医护").understood.is_relaxed
    assert titles('"工会慰问医护人员"') == []


@pytest.mark.parametrize("typed", ["甘素省总工会", "甘肃省中工会", "甘肃省工会总", "干肃省总公会"])
def test_it_offers_the_name_that_was_meant(typed: str) -> None:
    make_organisation("甘肃省总工会", state="accepted")
    make_organisation("陕西省人民医院", state="accepted")
    assert search(typed).did_you_mean == ("甘肃省总工会",)


def test_it_offers_nothing_hidden() -> None:
    make_organisation("甘肃省总工会", state="rejected")
    assert search("甘素省总工会").did_you_mean == ()


def test_it_suggests_names_measures_and_headlines() -> None:
    union = make_organisation("甘肃省总工会", aliases=("省总",), state="accepted")
    article = make_article("甘肃省援鄂医疗队出征", "口罩")
    make_measure(article, "甘肃省工会十条措施", union)
    assert [(s.kind.value, s.text) for s in suggest("甘肃省")] == [
        ("organisation", "甘肃省总工会"),
        ("measure", "甘肃省工会十条措施"),
        ("article", "甘肃省援鄂医疗队出征"),
    ]
    for typed in ("gsszgh", "gans", "省总", "甘"):
        assert suggest(typed)[0].text == "甘肃省总工会", typed
    assert suggest("口罩") == ()
    assert suggest("") == suggest("。") == ()


def test_it_relates_articles_that_share_telling_words() -> None:
    article = make_article("环卫工人领到防疫口罩", "汉滨区总工会为环卫工人发放防疫口罩。")
    near = make_article("防疫口罩送到环卫工人手中", "紫阳县总工会为环卫工人送去口罩。")
    make_article("钢铁厂复工", "高炉点火。")
    make_article("环卫工人的防疫口罩", "草稿。", publishing="draft")
    assert related(article) == (near,)


@pytest.mark.parametrize(
    "typed", ["", " ", "。", "OR", '"', "工" * 10_000, "\x00\ud800", "地点:", "金额:x 日期:y", "%' OR 1=1"]
)
def test_it_answers_whatever_is_typed(typed: str) -> None:
    make_article()
    answer = search(typed)
    assert answer.is_complete
    suggest(typed)


def test_it_costs_the_same_queries_for_one_row_and_for_ten() -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            search("口罩")
        return len(captured)

    union = make_organisation("天水市总工会")

    def add(number: int) -> None:
        article = make_article(f"口罩{number}", "天水市总工会送口罩。", publication=make_publication(f"报{number}"))
        make_mention(article, union, "天水市总工会")
        make_measure(article, f"口罩行动{number}", union)
        make_aid(article, union, "医务人员", items=("口罩",), form="goods")

    add(0)
    one = queries()
    for number in range(1, 10):
        add(number)
    assert queries() == one

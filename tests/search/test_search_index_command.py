from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article
from organisations.models import Alias
from tests.search.rows import make_article, make_document, make_measure, make_organisation
from unionarchive.search import Kind, rebuilding, search
from unionarchive.search.engine import archive_index

pytestmark = pytest.mark.django_db


def run(*options: str) -> str:
    out = StringIO()
    call_command("search_index", *options, stdout=out, stderr=StringIO())
    return out.getvalue()


def fill() -> Article:
    union = make_organisation("甘肃省总工会", aliases=("陇工",), state="accepted")
    article = make_article("口罩送到", "甘肃省总工会发口罩。")
    make_measure(article, "十条措施", union)
    make_document("口罩送到")
    return article


def spoil(article: Article) -> None:
    """One entry of each sort that a change past the models leaves behind."""
    Article.objects.filter(pk=article.pk).update(body="手套。")
    Alias.objects.all().delete()
    Article.objects.bulk_create([Article(headline="新来的")])
    gone = make_article("走了的")
    Article.objects.filter(pk=gone.pk).delete()


def test_it_says_that_the_index_has_every_row() -> None:
    fill()
    assert "every row" in run("--verify")


def test_it_names_what_is_missing_stale_and_orphaned_and_changes_nothing() -> None:
    spoil(fill())
    for _ in range(2):
        with pytest.raises(CommandError, match="1 missing, 1 orphaned, 2 stale"):
            run("--verify")


def test_it_brings_the_index_in_step() -> None:
    article = fill()
    spoil(article)
    assert "4 entries" in run()
    assert "every row" in run()
    assert [hit.id for hit in search("手套").hits] == [article.pk]
    assert search("陇工").hits == ()


def test_it_makes_the_index_anew() -> None:
    spoil(fill())
    assert "from 5 rows" in run("--rebuild")
    assert "every row" in run("--verify")


def test_a_rebuild_goes_on_where_it_stopped_and_takes_edits_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "BATCH", 2)
    rows = [make_article(f"口罩{number}", "正文") for number in range(7)]

    def stop(_done: int) -> None:
        if archive_index().progress(Kind.ARTICLE.number) >= rows[3].pk:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuilding.rebuild(stop)
    rows[0].headline = "手套"
    rows[0].save()
    rows[6].delete()
    done: list[int] = []
    assert rebuilding.rebuild(done.append) == 6
    assert done[0] == 4  # what had been filled before the stop
    assert {hit.id for hit in search("口罩").hits} == {row.pk for row in rows[1:6]}
    assert [hit.id for hit in search("手套").hits] == [rows[0].pk]
    assert "every row" in run("--verify")

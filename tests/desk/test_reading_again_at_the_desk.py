"""An editor has documents read again from the list of documents."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article
from seeds.admin import DocumentAdmin
from seeds.loading import store
from seeds.models import Document, ReadingRun
from tests import factories
from tests.seeds.readings import original, usual

pytestmark = pytest.mark.django_db
LIST = reverse("admin:seeds_document_changelist")


def ask(client: Client, *documents: Document) -> str:
    client.force_login(factories.UserFactory())
    chosen = {"action": "read_again", "_selected_action": [document.pk for document in documents]}
    return client.post(LIST, chosen, follow=True).content.decode()


def test_the_newest_reader_reads_the_stored_text(client: Client) -> None:
    page = usual()
    store(original(page.text), page.reading())
    Article.objects.update(headline="旧读法的标题", fingerprint="older")
    answer = ask(client, Document.objects.get())
    assert "重新识读" in answer
    assert ReadingRun.objects.count() == 2
    assert not Article.objects.filter(headline="旧读法的标题").exists()


def test_an_article_that_an_editor_corrected_stays(client: Client) -> None:
    page = usual()
    store(original(page.text), page.reading())
    Article.objects.update(headline="编辑定的标题", fingerprint="older", state="corrected")
    ask(client, Document.objects.get())
    assert Article.objects.filter(headline="编辑定的标题").exists()


def test_more_than_a_page_of_documents_is_left_to_the_command(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DocumentAdmin, "list_per_page", 1)
    answer = ask(client, factories.DocumentFactory(), factories.DocumentFactory())
    assert "load_seeds --reread" in answer
    assert not ReadingRun.objects.exists()

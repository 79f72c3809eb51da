"""The pages that benchmarks are run on: shuffled, but of the kind that the archive reads."""

from __future__ import annotations

from collections import Counter

from benchmarks.pages import FOLDER, pages


def test_pages_come_to_the_size_asked_for_and_less_than_one_more() -> None:
    made = list(pages(50_000))
    sizes = [len(page.encode()) for page in made]
    assert sum(sizes) >= 50_000 > sum(sizes[:-1])


def test_the_same_seed_makes_the_same_pages() -> None:
    assert list(pages(50_000)) == list(pages(50_000))
    assert list(pages(50_000, seed=1)) != list(pages(50_000, seed=2))


def test_a_page_holds_the_characters_of_one_document_in_another_order() -> None:
    documents = [path.read_text("utf-8-sig") for path in FOLDER.glob("*.txt")]
    bags = [Counter(text.replace("\n", "").replace(" ", "")) for text in documents]
    for page in pages(100_000):
        assert page not in documents
        assert Counter(page.replace("\n", "").replace(" ", "")) in bags


def test_a_page_is_set_in_columns_as_its_document_is() -> None:
    widths = {max(map(len, path.read_text("utf-8-sig").splitlines())) for path in FOLDER.glob("*.txt")}
    for page in pages(100_000):
        assert max(map(len, page.splitlines())) <= max(widths)

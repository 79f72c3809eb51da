"""Settings come from the environment through strict readers: a wrong value stops the start with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from unionarchive import environment


@pytest.mark.parametrize(
    ("value", "meant"), [("1", True), ("True", True), (" on ", True), ("0", False), ("no", False), ("", False)]
)
def test_it_reads_yes_and_no(monkeypatch: pytest.MonkeyPatch, value: str, meant: bool) -> None:
    monkeypatch.setenv("DEBUG", value)
    assert environment.boolean("DEBUG", default=not meant) is meant


def test_it_takes_the_default_when_nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEBUG", raising=False)
    assert environment.boolean("DEBUG", default=True) is True
    assert environment.integer("DEBUG", default=7) == 7
    assert environment.path("DEBUG", Path("var")) == Path("var")


@pytest.mark.parametrize("value", ["maybe", "2", "yes please"])
def test_it_refuses_neither_yes_nor_no(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("DEBUG", value)
    with pytest.raises(ImproperlyConfigured, match=r"DEBUG is .*; expected one of"):
        environment.boolean("DEBUG", default=False)


@pytest.mark.parametrize("value", ["-1", "0", "many", "1.5"])
def test_it_refuses_what_is_not_a_number_of_the_size(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("DOCUMENT_MAX_BYTES", value)
    with pytest.raises(ImproperlyConfigured, match="expected a whole number of at least 1"):
        environment.integer("DOCUMENT_MAX_BYTES", default=5, least=1)


def test_it_reads_words_between_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", "a.example, b.example,,")
    assert environment.words("ALLOWED_HOSTS") == ["a.example", "b.example"]

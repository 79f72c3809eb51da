"""The Chinese catalogue is whole: it has every string of the code, none is doubtful, the compiled file is its own."""

from __future__ import annotations

import gettext
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import translation

from tests.conftest import IN_CI

CATALOGUE, THEME = (Path(place) / "zh_Hans" / "LC_MESSAGES" / "django.po" for place in settings.LOCALE_PATHS)
both = pytest.mark.parametrize("catalogue", [CATALOGUE, THEME], ids=["ours", "the theme's"])

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPES = {"\\n": "\n", "\\t": "\t", '\\"': '"', "\\\\": "\\"}
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def unquoted(text: str) -> str:
    """The strings of a field of the catalogue put together."""
    joined = "".join(_STRING.findall(text))
    return re.sub(r'\\[nt"\\]', lambda escape: _ESCAPES[escape[0]], joined)


def entries(text: str) -> dict[str, str]:
    """Translations of a catalogue by message, with the context and \\x04 before it where it has one."""
    made = {}
    for block in text.split("\n\n"):
        fields = dict(re.findall(r'^(msgctxt|msgid|msgstr(?:\[0\])?) ((?:".*"\n?)+)', block + "\n", flags=re.MULTILINE))
        if "msgid" not in fields:
            continue
        context = unquoted(fields["msgctxt"]) + "\x04" if "msgctxt" in fields else ""
        made[context + unquoted(fields["msgid"])] = unquoted(fields.get("msgstr", fields.get("msgstr[0]", "")))
    return made


def needs_gettext() -> None:
    """The test goes on only where GNU gettext is installed; in CI its absence is a failure."""
    if shutil.which("xgettext") is None:
        if IN_CI:
            pytest.fail("GNU gettext is not there: install Debian's gettext")
        pytest.skip("GNU gettext is not there: install Debian's gettext")


@both
def test_no_string_lacks_a_translation(catalogue: Path) -> None:
    translated = entries(catalogue.read_text(encoding="utf-8"))
    assert len(translated) > 50
    assert [message for message, chinese in translated.items() if not chinese] == []


@both
def test_no_translation_is_doubtful_or_left_over(catalogue: Path) -> None:
    text = catalogue.read_text(encoding="utf-8")
    assert "#, fuzzy" not in text
    assert "#~" not in text


@both
def test_every_placeholder_is_kept(catalogue: Path) -> None:
    # A singular may say "once" where Chinese has one form that counts.
    lost = {
        message: chinese
        for message, chinese in entries(catalogue.read_text(encoding="utf-8")).items()
        if message and not set(_PLACEHOLDER.findall(message)) <= set(_PLACEHOLDER.findall(chinese))
    }
    assert lost == {}


@both
def test_the_compiled_catalogue_is_that_of_the_source(catalogue: Path) -> None:
    source = entries(catalogue.read_text(encoding="utf-8"))
    with catalogue.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    held = {key[0] if isinstance(key, tuple) else key: value for key, value in compiled.items()}
    assert {key: value for key, value in held.items() if key} == {key: value for key, value in source.items() if key}


def test_the_catalogue_has_every_string_of_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs_gettext()
    for name in ("articles", "organisations", "seeds", "unionarchive"):
        ignored = shutil.ignore_patterns("*.pyc", "static", "words", "division_data", "documents")
        shutil.copytree(Path(settings.BASE_DIR) / name, tmp_path / name, ignore=ignored)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(settings, "LOCALE_PATHS", [str(tmp_path / "unionarchive" / "locale")])
    call_command("makemessages", locale=["zh_Hans"], no_obsolete=True, verbosity=0)
    collected = entries((tmp_path / "unionarchive/locale/zh_Hans/LC_MESSAGES/django.po").read_text(encoding="utf-8"))
    committed = entries(CATALOGUE.read_text(encoding="utf-8"))
    assert sorted(set(collected) - set(committed)) == []
    assert sorted(set(committed) - set(collected)) == []


@both
def test_the_formats_of_the_translations_fit(catalogue: Path) -> None:
    needs_gettext()
    checked = subprocess.run(
        ["msgfmt", "--check-format", "-o", "-", str(catalogue)], capture_output=True, check=False
    )  # fmt: skip
    assert checked.returncode == 0, checked.stderr.decode()


@pytest.mark.parametrize(
    ("english", "chinese"),
    [("unreviewed", "待核"), ("Aid ledger", "援助台账"), ("Organisations", "机构"), ("Return to site", "返回网站")],
)
def test_it_says_them_in_chinese(english: str, chinese: str) -> None:
    with translation.override("zh-hans"):
        assert translation.gettext(english) == chinese

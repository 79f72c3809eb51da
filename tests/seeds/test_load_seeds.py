"""The command loads what it is given, says what it did, and fails loudly without harming what can be loaded."""

from __future__ import annotations

import os
import signal
import threading
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article
from organisations.models import Division
from seeds.management.commands.load_seeds import BUNDLED
from seeds.models import Document, ReadingRun

PAGE = "五万元慰问金送到一线\n临江市总工会2月3日拨付慰问金5万元，送到一线职工手中。\n"


def load(*paths: Path | str, **options: Any) -> str:
    """What the command prints."""
    out = StringIO()
    call_command("load_seeds", *map(str, paths), stdout=out, stderr=out, **options)
    return out.getvalue()


def failing(*paths: Path | str, **options: Any) -> tuple[str, str]:
    """What it prints, and the sentence that it ends with."""
    out = StringIO()
    with pytest.raises(CommandError) as error:
        call_command("load_seeds", *map(str, paths), stdout=out, stderr=out, **options)
    return out.getvalue(), str(error.value)


def counts(printed: str, kind: str) -> list[int]:
    """created, updated, left alone and removed of a kind, from the summary."""
    line = next(line for line in printed.splitlines() if line.startswith(kind))
    return [int(number.replace(",", "")) for number in line.split()[1:]]


def page(folder: Path, name: str = "page.txt", text: str = PAGE) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.django_db
class TestLoading:
    def test_reading_again_without_a_path_takes_the_bundled_documents_and_every_stored_one(
        self, tmp_path: Path
    ) -> None:
        page(tmp_path)
        load(tmp_path)
        assert len(list(BUNDLED.glob("*.txt"))) == 5
        assert counts(load(reread=True), "documents") == [5, 0, 1, 0]
        assert Article.objects.count() > 20
        assert Division.objects.count() > 3000

    def test_a_second_time_it_leaves_everything_alone(self, tmp_path: Path) -> None:
        page(tmp_path)
        load(tmp_path)
        assert counts(load(tmp_path), "documents") == [0, 0, 1, 0]
        assert ReadingRun.objects.count() == 1

    def test_the_same_file_under_two_names_is_one_document(self, tmp_path: Path) -> None:
        page(tmp_path, "a.txt"), page(tmp_path, "b.txt")
        assert counts(load(tmp_path), "documents") == [1, 0, 1, 0]

    def test_reading_again_leaves_alone_what_has_not_changed(self, tmp_path: Path) -> None:
        page(tmp_path)
        load(tmp_path)
        assert counts(load(tmp_path, reread=True), "articles") == [0, 0, 1, 0]
        assert ReadingRun.objects.count() == 2

    def test_a_dry_run_says_the_same_and_stores_nothing(self, tmp_path: Path) -> None:
        page(tmp_path)
        assert counts(load(tmp_path, dry_run=True), "documents") == [1, 0, 0, 0]
        assert not Document.objects.exists()
        assert not Division.objects.exists()

    def test_options_say_what_no_manifest_says(self, tmp_path: Path) -> None:
        load(page(tmp_path), "--publication=临江日报", "--date=2020-02-05", "--place=濮阳市")
        document = Document.objects.get()
        assert str(document.publication) == "临江日报"
        assert (document.published, document.home_place, document.home_division) == ("2020-02-05", "濮阳市", "410900")

    def test_drafts_are_for_editors(self, tmp_path: Path) -> None:
        load(page(tmp_path), "--draft")
        assert set(Article.objects.values_list("publishing", flat=True)) == {"draft"}

    def test_what_a_manifest_says_later_is_mentioned_and_taken_when_reading_again(self, tmp_path: Path) -> None:
        page(tmp_path)
        load(tmp_path)
        page(tmp_path, "manifest.csv", "file,published\npage.txt,2020-02-05\n")
        assert "manifest_differs: found published '2020-02-05'" in load(tmp_path)
        assert Document.objects.get().published == ""
        load(tmp_path, reread=True)
        assert Document.objects.get().published == "2020-02-05"
        assert Article.objects.get().published == "2020-02-05"

    def test_what_an_editor_said_of_a_document_goes_before_its_manifest(self, tmp_path: Path) -> None:
        page(tmp_path)
        load(tmp_path)
        Document.objects.update(published="2020-03")
        page(tmp_path, "manifest.csv", "file,published\npage.txt,2020-02-05\n")
        load(tmp_path, reread=True)
        assert Document.objects.get().published == "2020-03"

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("home_division", "410902"),
            ("language", "zh-Hant"),
            ("page", "4"),
            ("rights", "报社"),
            ("source_note", "馆藏"),
        ],
    )
    def test_no_particular_that_an_editor_set_is_overwritten(self, tmp_path: Path, field: str, value: str) -> None:
        page(tmp_path)
        page(
            tmp_path,
            "manifest.csv",
            "file,home_place,language,page,rights,source_note\npage.txt,濮阳市,zh-Hans,1,甲,乙\n",
        )
        load(tmp_path)
        Document.objects.update(**{field: value})
        load(tmp_path, reread=True)
        assert getattr(Document.objects.get(), field) == value

    def test_other_encodings_load_as_well(self, tmp_path: Path) -> None:
        for number, encoding in enumerate(("utf-8-sig", "utf-16", "gb18030")):
            (tmp_path / f"{number}.txt").write_bytes(f"{PAGE}第{number}版\n".encode(encoding))
        load(tmp_path)
        assert [document.text for document in Document.objects.order_by("name")] == [
            f"{PAGE}第{number}版\n" for number in range(3)
        ]

    def test_workers_read_the_same(self, tmp_path: Path) -> None:
        for number in range(3):
            page(tmp_path, f"{number}.txt", f"{PAGE}第{number}版\n")
        assert counts(load(tmp_path, jobs=2), "documents") == [3, 0, 0, 0]
        assert not load(tmp_path, reread=True, jobs=1).count("manifest_differs")
        assert Article.objects.count() == 3


@pytest.mark.django_db
class TestBadInput:
    @pytest.mark.parametrize(
        ("name", "raw", "code"),
        [
            ("bad.txt", b"", "empty_file"),
            ("bad.txt", b"\x00\x01", "binary_file"),
            ("bad.txt", b"\xe9t\xe9 \xe0 Paris", "unknown_encoding"),
            ("manifest.csv", b"name\nx\n", "bad_manifest"),
            ("manifest.csv", b"file,page\nnowhere.txt,1\n", "unknown_file"),
        ],
    )
    def test_it_fails_with_one_line_and_loads_the_others(
        self, tmp_path: Path, name: str, raw: bytes, code: str
    ) -> None:
        page(tmp_path)
        (tmp_path / name).write_bytes(raw)
        printed, _ = failing(tmp_path)
        assert [line for line in printed.splitlines() if str(tmp_path / name) in line and f" {code}: " in line]
        assert counts(printed, "documents") == [1, 0, 0, 0]

    def test_a_file_that_is_too_large_is_not_even_read(self, tmp_path: Path, settings: Any) -> None:
        settings.DOCUMENT_MAX_BYTES = 100
        page(tmp_path)
        printed, sentence = failing(tmp_path)
        assert "file_too_large" in printed
        assert "1 of 1 documents failed" in sentence

    def test_a_bad_date_keeps_out_its_document_only(self, tmp_path: Path) -> None:
        page(tmp_path), page(tmp_path, "other.txt", PAGE + "另\n")
        page(tmp_path, "manifest.csv", "file,published\npage.txt,2020-02-30\n")
        printed, _ = failing(tmp_path)
        assert "manifest.csv:2: bad_date: found '2020-02-30' for 'page.txt'; expected a date as YYYY" in printed
        assert Document.objects.get().name == "other.txt"

    def test_an_empty_folder_fails(self, tmp_path: Path) -> None:
        printed, _ = failing(tmp_path)
        assert "no_documents" in printed

    @pytest.mark.parametrize(
        ("option", "words"),
        [
            ("--date=5.2.2020", "found '5.2.2020'; expected a date as YYYY, YYYY-MM or YYYY-MM-DD"),
            ("--jobs=0", "found '0'; expected a number of processes from 1 up"),
        ],
    )
    def test_a_bad_option_stops_it_before_it_begins(self, option: str, words: str) -> None:
        with pytest.raises(CommandError, match=words.replace(".", r"\.")):
            call_command("load_seeds", option)
        assert not Document.objects.exists()


@pytest.mark.django_db
def test_ctrl_c_leaves_whole_documents_only(tmp_path: Path) -> None:
    for number in range(400):
        page(tmp_path, f"{number:03}.txt", f"{PAGE}第{number}版\n")
    out = StringIO()
    ctrl_c = threading.Timer(0.5, os.kill, [os.getpid(), signal.SIGINT])
    ctrl_c.start()
    with pytest.raises(SystemExit) as stop:
        call_command("load_seeds", str(tmp_path), stdout=out, stderr=out, jobs=1)
    assert stop.value.code == 130
    assert "Stopped: the documents above are stored whole" in out.getvalue()
    assert Document.objects.count() == counts(out.getvalue(), "documents")[0] < 400
    # The run is written last: a document without one would be half a document.
    assert not Document.objects.filter(runs=None).exists()

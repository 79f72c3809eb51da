"""The index follows its rows: changes, removals, rollbacks, rebuilding while it answers."""

from __future__ import annotations

import datetime
import sqlite3

import pytest

from tests.search.archives import KIND, Archive, shuffled_texts
from unionarchive.common.search.index import Entry
from unionarchive.common.search.sqlite import SqliteIndex
from unionarchive.common.search.tokens import Text, digest

DAY = datetime.date(2020, 2, 5)


def test_it_finds_a_changed_row_by_its_new_text_only(archive: Archive) -> None:
    [ref] = archive.put(Text("旧题", "旧文说口罩"))
    archive.change(ref, Text("新题", "新文说手套"))
    assert archive.all("手套") == {ref}
    assert archive.all("口罩") == set()
    assert archive.all("旧题") == set()


def test_it_loses_a_removed_row_at_once_and_gives_its_place_to_nobody(archive: Archive) -> None:
    first, second = archive.put(Text("甲", "口罩"), Text("乙", "口罩"), day=DAY)
    archive.index.remove(KIND, [second, 999])
    assert archive.all("口罩") == {first}
    # The next row of the day must not inherit what stood under the removed one.
    archive.texts[second] = Text("丙", "手套")
    archive.index.put(KIND, [Entry(second, DAY, archive.texts[second])])
    assert archive.all("口罩") == {first}
    assert archive.all("手套") == {second}


def test_it_keeps_kinds_apart(archive: Archive) -> None:
    [ref] = archive.put(Text("甲", "口罩"))
    archive.index.put(KIND + 1, [Entry(ref, None, Text("乙", "手套"))])
    assert archive.all("手套") == set()
    archive.index.remove(KIND + 1, [ref])
    assert archive.all("口罩") == {ref}


def test_it_moves_a_row_whose_date_changed(archive: Archive) -> None:
    older, newer = archive.put(Text("甲", "口罩"), Text("乙", "口罩"), day=DAY)
    archive.change(older, Text("甲", "口罩"), day=DAY + datetime.timedelta(days=3))
    assert [hit.ref for hit in archive.search("口罩").newest(limit=5).hits] == [older, newer]


def test_it_puts_undated_rows_last(archive: Archive) -> None:
    archive.put(Text("无日期", "口罩"))
    archive.put(Text("老", "口罩"), day=DAY)
    assert [hit.ref for hit in archive.search("口罩").newest(limit=5).hits] == [2, 1]


def test_it_filters_by_facets(archive: Archive) -> None:
    archive.put(Text("甲", "口罩"), facets={"year2020", "formnews"})
    archive.put(Text("乙", "口罩"), facets={"year2022", "formnews"})
    assert archive.all("口罩", facets=(("year2020",),)) == {1}
    assert archive.all("口罩", facets=(("year2020", "year2022"), ("formnews",))) == {1, 2}
    assert archive.all("口罩", facets=(("year2020",), ("year2022",))) == set()


def test_a_facet_with_punctuation_is_refused(archive: Archive) -> None:
    with pytest.raises(ValueError, match="year:2020"):
        archive.put(Text("甲", "口罩"), facets={"year:2020"})


def test_a_facet_is_not_found_as_a_word(archive: Archive) -> None:
    archive.put(Text("甲", "口罩"), facets={"year2020"})
    assert archive.all("year2020") == archive.all("20") == set()


def test_it_shows_only_what_is_kept(archive: Archive) -> None:
    archive.put(*[Text(f"第{number}篇", "口罩和手套") for number in range(50)])
    only_even = {"keep": lambda refs: [ref for ref in refs if ref % 2 == 0]}
    assert archive.all("口罩", **only_even) == {ref for ref in archive.texts if ref % 2 == 0}
    assert archive.search("口罩", **only_even).count(most=10) == (10, False)
    assert archive.search("口罩", **only_even).count() == (25, True)


def test_pages_follow_each_other_without_gap_or_repeat(archive: Archive) -> None:
    archive.put(*[Text(f"第{number}篇", "口罩到了" * (number % 7 + 1)) for number in range(700)])
    for order in ("newest", "ranked"):
        seen: list[int] = []
        for page in range(40):
            found = getattr(archive.search("口罩"), order)(limit=20, offset=page * 20)
            seen += [hit.ref for hit in found.hits]
            if not found.more:
                break
        assert len(seen) == 700 and set(seen) == set(archive.texts)


def test_a_change_that_is_rolled_back_never_happened() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    index = SqliteIndex(connection.cursor)
    index.create()
    archive = Archive(index)
    [ref] = archive.put(Text("甲", "口罩"))
    connection.execute("BEGIN")
    archive.put(Text("乙", "口罩"))
    archive.index.remove(KIND, [ref])
    connection.execute("ROLLBACK")
    assert archive.all("口罩") == {ref}


def test_it_knows_what_it_holds(archive: Archive) -> None:
    refs = archive.put(*shuffled_texts(5))
    archive.index.remove(KIND, [refs[1]])
    assert archive.index.refs(KIND, after=0, limit=10) == [1, 3, 4, 5]
    assert archive.index.refs(KIND, after=3, limit=1) == [4]
    assert archive.index.digests(KIND, refs)[3] == digest(archive.texts[3])
    assert archive.index.has(KIND, Entry(3, None, archive.texts[3]))
    assert not archive.index.has(KIND, Entry(3, None, Text("别的", "完全不同的话")))
    assert not archive.index.has(KIND, Entry(2, None, archive.texts[2]))


def test_it_answers_and_takes_changes_while_it_is_rebuilt(archive: Archive) -> None:
    archive.put(*[Text(f"第{number}篇", "口罩") for number in range(10)])
    index = archive.index
    index.begin_rebuild()
    index.fill(KIND, [Entry(ref, None, archive.texts[ref]) for ref in range(1, 6)], past=5)
    index.begin_rebuild()  # taken up again after a stop
    assert index.progress(KIND) == 5
    assert archive.all("口罩") == set(range(1, 11))
    archive.change(2, Text("改", "手套"))
    index.remove(KIND, [3])
    index.fill(KIND, [Entry(ref, None, archive.texts[ref]) for ref in range(6, 11)], past=10)
    index.end_rebuild()
    assert archive.all("口罩") == set(range(1, 11)) - {2, 3}
    assert archive.all("手套") == {2}
    assert index.progress(KIND) == 0
    archive.change(4, Text("改", "面罩"))
    assert archive.all("面罩") == {4}

"""The vocabulary is data with sources, and says nothing of the pages that the reader was built on."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from seeds.reading.facts.lexicon import choice, words_of
from seeds.reading.vocabulary import UNITS, break_at, generic_at, table, unit_words

TABLES = ("offices", "organisations", "boundaries", "nationals")
# the words that patterns are put together from
GROUPED = ("handing", "money", "people", "bodies", "time", "telling", "services", "names", "titles", "pages_lines")
_READING = Path(__file__).resolve().parents[2] / "seeds" / "reading"


def _groups(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for value in table(name).values():
        groups = value if isinstance(value, list) else [value]
        found.extend(group for group in groups if "words" in group or "names" in group)
    return found


@pytest.mark.parametrize("name", TABLES)
def test_every_group_names_its_source(name: str) -> None:
    groups = [group for group in _groups(name) if not isinstance(group.get("words"), dict) or "source" in group]

    assert groups
    assert [group for group in groups if len(group.get("source", "")) < 6] == []


@pytest.mark.parametrize("name", GROUPED)
def test_every_group_of_words_tells_what_it_is_for_and_where_it_is_from(name: str) -> None:
    text = (_READING / "words" / f"{name}.toml").read_text(encoding="utf-8")
    told = re.findall(r"^# [^\n;]{12,}; [^\n]{6,}\n(\w+) = \[", text, re.MULTILINE)

    assert "\n# Source: " in text
    assert [key for key in tomllib.loads(text) if key not in told] == []


@pytest.mark.parametrize("name", GROUPED)
def test_every_group_of_words_is_used_and_holds_a_word_once(name: str) -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in _READING.rglob("*.py"))
    groups = [f"{name}.{key}" for key in tomllib.loads((_READING / "words" / f"{name}.toml").read_text("utf-8"))]

    assert [each for each in groups if not re.search(rf"[\"']{re.escape(each)}[\"']", code)] == []
    assert [each for each in groups if len(set(words_of(each))) < len(words_of(each))] == []


# more words than these in one choice are a group of words/*.toml
_FEW = 8
_WRITTEN_OUT = re.compile(rf"[一-鿿]{{2,}}(?:\|[一-鿿]{{2,}}){{{_FEW},}}")


def test_patterns_take_their_words_from_groups() -> None:
    texts = (
        (path.name, node.value)
        for path in sorted(_READING.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )

    assert [(name, match[0]) for name, text in texts for match in _WRITTEN_OUT.finditer(text)] == []


def test_a_choice_between_groups_takes_the_longest_word() -> None:
    pattern = re.compile(choice("bodies.below", "people.kin"))

    assert [match[0] for match in pattern.finditer("区工会联合会和他的老伴")] == ["工会联合会", "老伴"]


# an office as printed, its word in a full name
OFFICES = [
    ("人社局", "人力资源和社会保障局"),
    ("住建局", "住房和城乡建设局"),
    ("卫健委", "卫生健康委员会"),
    ("疾控中心", "疾病预防控制中心"),
    ("工商联", "工商业联合会"),
    ("总", "总工会"),
    ("财政局", "财政局"),
    ("计划生育委员会", "计划生育委员会"),
    ("第一中级人民法院", "第一中级人民法院"),
    ("消协", "消费者协会"),
    ("减灾办", "减灾委员会办公室"),
    ("退役军人局", "退役军人事务局"),
    ("委老干局", "老干部局"),
    ("光彩会", "光彩事业促进会"),
    ("国家防总", "国家防汛抗旱总指挥部"),
    ("中国残联", "中国残疾人联合会"),
    ("中组部", "中央组织部"),
]


@pytest.mark.parametrize(("printed", "full"), OFFICES)
def test_offices_are_written_out(printed: str, full: str) -> None:
    assert UNITS[printed].full == full


def test_the_longest_unit_wins() -> None:
    assert [word.unit.word for word in unit_words("市人大常委会与区总工会")] == ["人大常委会", "总工会"]


# text up to a position, the boundary that ends there
BOUNDARIES = [
    ("记者从", "从"),
    ("联系上捐赠", "捐赠"),
    ("浙江兴和", None),  # 和 is part of a place's name
    ("塔里木", None),
]


@pytest.mark.parametrize(("text", "word"), BOUNDARIES)
def test_a_look_to_the_left_ends_at_boundaries(text: str, word: str | None) -> None:
    assert break_at(text, len(text)) == word


# text up to a position, the words of no particular body that end there
GENERIC = [
    ("停了所有", "所有"),
    ("九州", None),
    ("全市各级", "各级"),
    ("走访三家", "三家"),
    ("第三批", None),
    ("武威市", None),
]


@pytest.mark.parametrize(("text", "words"), GENERIC)
def test_counted_and_sweeping_words_name_no_body(text: str, words: str | None) -> None:
    assert generic_at(text, len(text)) == words

"""Words are jieba's words, whoever cuts them."""

from __future__ import annotations

import jieba
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from seeds.reading import cutter
from seeds.reading.cutter import cut_known, cut_words, dictionary
from tests.reading.page_sets import SETS, annotated

_WORDS = st.sampled_from([word for at, word in enumerate(dictionary()) if at % 7 == 0])
_OTHER = st.sampled_from([
    *"0123456789abAZ.+#&_%-/=@，。、“”（）《》 \n\r\t\u3000１２ＡＢ％〇々éß中的了㐀鿖鿿豈𠀀",
    "23.7", "2.0.3", "A股", "AT&T", "\r\n", "3%", "1.5.", "K歌", "Ａ.5.",
])  # fmt: skip
_TEXTS = st.lists(_WORDS | _OTHER | st.characters(min_codepoint=0x4E00, max_codepoint=0x9FD5), max_size=12).map("".join)


@settings(max_examples=500, deadline=None)
@given(_TEXTS)
@example("门迎凉2.0.23.7潜")
@example("职工㐀鿖鿿")
@example("丈丈丈丈丈")
@example("职工丈丈丈丈丈丈丈丈开会")
@example("")
@example("\ud800 慰问金")
def test_words_are_those_of_jieba(text: str) -> None:
    assert cut_words(text) == jieba.lcut(text)
    assert cut_known(text) == jieba.lcut(text, HMM=False)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30))
def test_any_text_is_cut_as_by_jieba(text: str) -> None:
    assert cut_words(text) == jieba.lcut(text)
    assert cut_known(text) == jieba.lcut(text, HMM=False)


@pytest.mark.parametrize("name", SETS)
def test_real_pages_are_cut_as_by_jieba(name: str) -> None:
    for page in annotated(name):
        assert cut_words(page.text) == jieba.lcut(page.text)
        assert cut_known(page.text) == jieba.lcut(page.text, HMM=False)


def test_without_the_compiled_cutter_jieba_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutter, "_compiled", None)
    assert cut_words("送去慰问金23.7万元") == jieba.lcut("送去慰问金23.7万元")
    assert cut_known("慰问金") == ["慰问金"]

"""Of an HTML page its visible words are read, a block a line."""

from __future__ import annotations

import pytest

from seeds.html_text import visible_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param("<h1>标题</h1><p>第一段。</p><p>第二段。</p>", "标题\n第一段。\n第二段。", id="blocks are lines"),
        pytest.param("<p>甲<b>乙</b><a href='#'>丙</a></p>", "甲乙丙", id="inline elements are not"),
        pytest.param("甲<br>乙<br/>丙", "甲\n乙\n丙", id="breaks"),
        pytest.param("<p>5万&nbsp;元&lt;10%&#x3002;</p>", "5万 元<10%。", id="entities are characters"),
        pytest.param("<p>折\n行</p>", "折 行", id="line feeds of the markup are spaces"),
        pytest.param(
            "<head><title>站名</title><style>p{}</style></head><body><script>a<b</script><p>文</p></body>",
            "文",
            id="head, style and script are unseen",
        ),
        pytest.param("<head><title>站名</title><body><p>文</p>", "文", id="a head that was never closed"),
        pytest.param("<p>甲<!-- 注 --></p><template><p>乙</p></template>丙", "甲\n丙", id="comments and templates"),
        pytest.param("<table><tr><td>甲</td><td>乙</td></tr></table>", "甲\n乙", id="cells"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_it_reads_what_is_seen(markup: str, text: str) -> None:
    assert visible_text(markup) == text

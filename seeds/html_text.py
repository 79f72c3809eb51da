"""The words that a reader of an HTML page sees, a block element a line. This module imports no Django.

Positions in a document that came as HTML count the characters of this text, not of the markup.
"""

from __future__ import annotations

from html.parser import HTMLParser

_UNSEEN = frozenset({"head", "script", "style", "noscript", "template", "svg", "select", "button", "iframe"})
_BREAKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt", "fieldset"),
        *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main"),
        *("nav", "ol", "option", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    }
)


def visible_text(markup: str) -> str:
    """What ``markup`` shows, with one line for each block and without empty lines; entities are characters."""
    page = _Page()
    page.feed(markup)
    page.close()
    lines = (" ".join(line.split()) for line in "".join(page.words).split("\n"))
    return "\n".join(line for line in lines if line)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self._unseen.clear()  # a head that was never closed ends here
        elif tag in _UNSEEN:
            self._unseen.append(tag)
        elif tag in _BREAKS:
            self.words.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            while self._unseen.pop() != tag:
                pass
        elif tag in _BREAKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(data.replace("\r", " ").replace("\n", " "))

"""HTML out of the way: the same text, character for character as long, with its mark-up blanked."""

from __future__ import annotations

import html
import re

JOINER = "\u2060"  # stands where mark-up stood inside a line, so that no blank cuts a word; shapes leave it out
_HTML = re.compile(
    r"<!doctype html|<html[\s>]|<body[\s>]|<(?:p|div|br|td|h[1-6]|span|article)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE
)
_UNREAD = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<tag>script|style|head|noscript|template)(?:\s[^<>]{0,2000})?>.*?(?:</(?P=tag)\s*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"</?(?P<name>[a-zA-Z][a-zA-Z0-9]{0,15})(?:\s[^<>]{0,2000})?/?>|<![^<>]{0,200}>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,16});")
_NOTHING = re.compile(rf"(?:\A|(?<=[\r\n]))[^\S\r\n]*{JOINER}(?:[^\S\r\n]|{JOINER})*(?=[\r\n]|\Z)")  # a line of mark-up
_INLINE = frozenset(
    ["a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small"]
).union(["span", "strike", "strong", "sub", "sup", "tt", "u", "var"])


def looks_like_html(text: str, name: str) -> bool:
    """True when a file's name says so, or its first characters hold tags that no newspaper prints."""
    return name.lower().endswith((".html", ".htm", ".xhtml")) or bool(_HTML.search(text[:3000]))


def blanked(text: str) -> str:
    """``text`` with scripts and tags blanked and entities read, each character still at its place."""
    text = _UNREAD.sub(lambda found: _lines_kept(found[0]), text)
    text = _TAG.sub(_tag, text)
    text = _ENTITY.sub(_entity, text)
    return _NOTHING.sub(lambda found: " " * len(found[0]), text)


def _lines_kept(unread: str) -> str:
    return "".join(character if character in "\r\n" else " " for character in unread)


def _tag(found: re.Match[str]) -> str:
    tag = found[0]
    if (found["name"] or "").lower() in _INLINE:
        return "".join(character if character in "\r\n" else JOINER for character in tag)
    return "\n" + _lines_kept(tag[1:])


def _entity(found: re.Match[str]) -> str:
    read = html.unescape(found[0])
    if len(read) != 1 or read in "\r\n\0":
        return found[0]
    return (" " if read.isspace() else read) + JOINER * (len(found[0]) - 1)

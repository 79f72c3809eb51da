"""The terms of the assembly's score: what speaks for one strip following another, and for an article's ends.

Every term is a named number; its weight stands in ``words/pages_weights.toml``. Weighted terms add up, roughly as
logarithms of odds. docs/reading.md explains each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import log

from seeds.reading.assembly.cuts import spans_word
from seeds.reading.assembly.references import names_of, refers_to
from seeds.reading.assembly.strips import End, Kind, Start, Strip
from seeds.reading.assembly.vocabulary import Vocabulary
from seeds.reading.bylines import SIGN
from seeds.reading.drafts import Role
from seeds.reading.furniture import is_label

_DASHED = re.compile(r"[—―─]{1,4}\s*\S")
_LEAD_LABEL = re.compile(
    r"^(?:核心(?:阅读|提示)|阅读(?:提示|导引)|导读|要点速览|内容提要|提要|编者按|新闻(?:提示|背景))$"
)
Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Link:
    """``second`` follows ``first`` with ``score``; ``terms`` name what it was made of, weighted."""

    first: int
    second: int
    score: float
    terms: tuple[tuple[str, float], ...]


_NAMED = re.compile(r"[（(][^（）()]{0,12}(?:记者|通讯员)")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Part of an article: its words, and whether it names its authors at the front or signs at the end."""

    words: frozenset[str]
    led: bool
    signed: bool
    names: frozenset[str]
    texts: int
    level: int
    inner: float = 0.0  # how much its texts have in common on average, 0 for a single one


class Terms:
    """The score of every link between the strips of one page."""

    def __init__(self, strips: Sequence[Strip], weights: Mapping[str, float]) -> None:
        """Prepare to score ``strips``."""
        self.strips = strips
        self.weights = weights
        self.vocabulary = Vocabulary([strip.text for strip in strips])
        last_text = max((strip.index for strip in strips if strip.kind is Kind.TEXT), default=0)
        self.tail = {strip.index for strip in strips if strip.index > last_text}
        pairs = [
            b.gap
            for a, b in pairwise(strips)
            if a.kind is Kind.TEXT and b.kind is Kind.TEXT and a.end is End.CLOSED and b.start is not Start.SURE
        ]
        self._texts_before = list(accumulate((strip.kind is Kind.TEXT for strip in strips), initial=0))
        self._refers = [refers_to(strip.text) for strip in strips]
        self._names = [names_of(strip.text) for strip in strips]
        self._fames: dict[int, float] = {}
        self.settle(())
        texts = [strip for strip in strips if strip.kind is Kind.TEXT]
        some = [self._words(a, b) / 2 for a in texts[:40] for b in texts[:40] if a.index < b.index]
        self.usual = sum(some) / (len(some) or 1)
        cuts = [
            spans_word(a.text, b.text)
            for a, b in pairwise(strips)
            if a.kind is Kind.TEXT and b.kind is Kind.TEXT and a.end is End.OPEN and b.gap
        ]
        self.broken = (sum(cuts) + 0.5) / (len(cuts) + 1)
        self.dense = sum(1 for gap in pairs if gap == 0) / (len(pairs) + 1)

    def settle(self, paths: Sequence[Sequence[int]]) -> None:
        """Take ``paths`` for the articles so far: links are scored by all that stands before and after them."""
        self._before = [self._alone(strip) for strip in self.strips]
        self._after = list(self._before)
        self.settled = bool(paths)
        grams = self.vocabulary.grams
        bodies = paths or [[strip.index] for strip in self.strips]
        self._bodies = [
            frozenset().union(*(grams[index] for index in path if self.strips[index].kind is Kind.TEXT))
            for path in bodies
            if any(self.strips[index].kind is Kind.TEXT for index in path)
        ]
        self._coverages: dict[int, list[float]] = {}
        for path in paths:
            for held, indices in ((self._before, path), (self._after, path[::-1])):
                so_far = held[indices[0]]
                for index in indices[1:]:
                    so_far = held[index] = self._joined(so_far, self._alone(self.strips[index]))

    def _alone(self, strip: Strip) -> _Stretch:
        lead = strip.kind is Kind.BYLINE or (strip.start is Start.SURE and bool(_NAMED.search(strip.text[:60])))
        signed = strip.kind is Kind.BYLINE or bool(strip.contributors)
        text = int(strip.kind is Kind.TEXT)
        return _Stretch(self.vocabulary.grams[strip.index], lead, signed, self._names[strip.index], text, strip.level)

    def _joined(self, first: _Stretch, second: _Stretch) -> _Stretch:
        inner = first.inner
        if second.texts and first.texts:
            joins = first.texts - 1
            inner = (inner * joins + self.vocabulary.shared(first.words, second.words)) / (joins + 1)
        return _Stretch(
            first.words | second.words,
            first.led or second.led,
            first.signed or second.signed,
            first.names | second.names,
            first.texts + second.texts,
            first.level or (0 if first.texts else second.level),
            inner,
        )

    def _article(self, a: Strip, b: Strip) -> Features:
        """What the articles so far before ``a`` and after ``b`` say of their belonging together."""
        before, after = self._before[a.index], self._after[b.index]
        words = self.vocabulary.shared(before.words, after.words)
        features = {
            "article words": words * 2,
            "article words against the page": log((words + 0.05) / (self.usual + 0.05)),
        }
        if before.texts and after.texts:
            features["article length before"] = log(before.texts)
            features["article length after"] = log(after.texts)
            inners = [some.inner for some in (before, after) if some.inner]
            if inners:
                inner = sum(inners) / len(inners)
                features["article words against its own"] = log((words + 0.05) / (inner + 0.05))
        if a.kind is Kind.HEADING or (a.kind is Kind.BYLINE and before.words):
            features["article covers the head"] = self.vocabulary.covered(before.words, after.words)
        if refers := self._refers[b.index]:
            features["what is referred to was named" if refers & before.names else "nothing named is referred to"] = 1.0
        if b.kind is Kind.HEADING and a.kind is not Kind.HEADING and b.level and before.level:
            features["cross-head below its head" if b.level > before.level else "cross-head as high as its head"] = 1.0
        if before.led and after.signed:
            features["signed twice"] = 1.0
        return features

    def _words(self, a: Strip, b: Strip) -> float:
        """How much ``a`` and ``b`` alone have in common."""
        return self.vocabulary.shared(self.vocabulary.grams[a.index], self.vocabulary.grams[b.index]) * 2

    def _below(self, strip: Strip) -> Strip | None:
        return self.strips[strip.index + 1] if strip.index + 1 < len(self.strips) else None

    def _label(self, strip: Strip) -> bool:
        """True for the name of a section; one that touches a list below is the list's headline."""
        below = self._below(strip)
        listed = below is not None and below.gap == 0 and below.kind is Kind.TEXT and below.start is Start.LIST
        return is_label(strip.text) and not listed

    def _after_break(self, strip: Strip) -> bool:
        """True when a line of the page's staff or a rule stands right above ``strip``: something ended there."""
        above = self.strips[strip.index - 1] if strip.index else None
        return above is not None and above.kind is Kind.FURNITURE and above.role is Role.OTHER

    def _inside_run(self, strip: Strip) -> bool:
        """True when text stands right above ``strip``, without a blank line."""
        return bool(strip.gap == 0 and strip.index and self.strips[strip.index - 1].kind is Kind.TEXT)

    def _under_label(self, strip: Strip) -> bool:
        """True when ``strip`` is a whole item of a list right under the name of a section, not under a headline."""
        if not strip.text.endswith("。"):
            return False
        for above in reversed(self.strips[max(strip.index - 12, 0) : strip.index]):
            if above.kind is Kind.HEADING:
                return self._label(above)
            if above.start is not Start.LIST:
                return False
        return False

    def _covered(self, part: Strip, whole: Strip) -> float:
        return self.vocabulary.covered(self.vocabulary.grams[part.index], self.vocabulary.grams[whole.index])

    def _coverage(self, heading: Strip) -> list[float]:
        """How much of the words of ``heading`` each article so far has."""
        if heading.index not in self._coverages:
            words = self.vocabulary.grams[heading.index]
            self._coverages[heading.index] = [self.vocabulary.covered(words, text) for text in self._bodies]
        return self._coverages[heading.index]

    def _common_text(self, a: Strip, b: Strip) -> float:
        """How far two headings are about the same articles, from -1 to 1; 0 when nothing is known of one."""
        pairs = list(zip(self._coverage(a), self._coverage(b), strict=True))
        both = sum(min(pair) for pair in pairs)
        first, second = (max(values, default=0.0) for values in zip(*pairs, strict=True)) if pairs else (0.0, 0.0)
        if min(first, second) < 0.1:
            return 0.0
        return 2 * both / sum(max(pair) for pair in pairs) - 0.5

    def _fame(self, heading: Strip) -> float:
        """The share of the words of ``heading`` that the text with most of them has."""
        if heading.index not in self._fames:
            texts = [strip for strip in self.strips if strip.kind is Kind.TEXT]
            self._fames[heading.index] = max((self._covered(heading, text) for text in texts), default=0.0)
        return self._fames[heading.index]

    def weigh(self, features: Features) -> float:
        """The sum of weighted terms."""
        return sum(self.weights.get(name, 0.0) * value for name, value in features.items())

    def begins(self, strip: Strip) -> Features:
        """What speaks for an article beginning at ``strip``."""
        if strip.kind is Kind.TEXT:
            features = {f"begin text {strip.start.value}": 1.0}
            if strip.start is not Start.SURE and self._inside_run(strip):
                features["begin inside a run"] = 1.0
            if self._after_head(strip):
                features["begin under a head"] = 1.0
            if strip.start is Start.LIST and self._under_label(strip):
                features["begin list under a label"] = 1.0
            return features
        if self._after_break(strip):
            return {"begin after a break": 1.0}
        if strip.kind is Kind.HEADING and strip.unsure and strip.text.endswith("——"):
            return {"begin with a kicker": 1.0}
        if strip.kind is Kind.HEADING and strip.unsure:
            below = self.strips[strip.index + 1] if strip.index + 1 < len(self.strips) else None
            touched = below is not None and below.gap == 0
            return {"begin unsure heading in a run" if touched else "begin unsure heading": 1.0}
        features = {f"begin {strip.kind.value}": 1.0}
        if strip.kind is Kind.HEADING and _DASHED.match(strip.text):
            features["begin subhead"] = 1.0
        return features

    def ends(self, strip: Strip) -> Features:
        """What speaks for an article ending with ``strip``."""
        if strip.kind is Kind.TEXT:
            below = self._below(strip)
            broken = below is not None and below.kind is Kind.FURNITURE and below.role is Role.OTHER
            return {f"end text {strip.end.value}": 1.0, "end before a break": float(broken)}
        if strip.kind is Kind.HEADING:
            return self._heading_ends(strip)
        above = self.strips[strip.index - 1] if strip.index else None
        under_text = above is not None and above.kind in (Kind.TEXT, Kind.BYLINE, Kind.IMAGE)
        return {f"end {strip.kind.value}" if under_text else f"end {strip.kind.value} away from text": 1.0}

    def _heading_ends(self, strip: Strip) -> Features:
        if self._label(strip):
            return {"end label": 1.0}
        features = {"end heading": 1.0, "end heading unrelated": 1 - self._fame(strip)}
        if strip.index in self.tail:
            features["end heading in tail"] = 1.0
        elif not self._texts_before[strip.index]:
            features["end heading at top"] = 1.0
        return features

    def link(self, first: int, second: int) -> Features | None:
        """The terms of ``second`` following ``first``, None where it is out of the question."""
        a, b = self.strips[first], self.strips[second]
        if Kind.FURNITURE in (a.kind, b.kind) or first == second:
            return None
        if a.kind is Kind.BYLINE and b.start is Start.SURE and b.text[0] not in "（(":
            return None  # 本报讯 stands where no byline stands of its own
        features = self._link(a, b)
        if features is not None and Kind.TEXT in (a.kind, b.kind):
            if self.settled:
                features.update(self._article(a, b))
        return features

    def _link(self, a: Strip, b: Strip) -> Features | None:
        if b.kind is Kind.HEADING and not b.unsure:
            return self._to_heading(a, b)
        if b.kind in (Kind.BYLINE, Kind.IMAGE):
            return self._to_byline(a, b)
        if a.kind is Kind.TEXT:
            return self._text_to_text(a, b)
        features = self._head_to_text(a, b)
        if a.unsure:
            other = self._text_to_text(a, b)
            if other and (features is None or self.weigh(other) > self.weigh(features)):
                return other
        return features

    def _to_heading(self, a: Strip, b: Strip) -> Features | None:
        if a.kind is Kind.HEADING:
            return self._heading_to_heading(a, b)
        if a.kind is Kind.IMAGE:
            return None
        after = self.strips[b.index + 1] if b.index + 1 < len(self.strips) else None
        leads = after is not None and after.kind is Kind.TEXT and after.start is not Start.SURE
        features: Features = {"cross-head before text" if leads else "cross-head before no text": 1.0}
        if b.index != a.index + 1:
            if not leads or a.end is End.SIGNED or after is a:
                return None
            features["cross-head far forward" if b.index > a.index else "cross-head far back"] = 1.0
            features["cross-head distance"] = log(abs(b.index - a.index))
        if b.level == 1 or (a.end.cut and a.kind is Kind.TEXT and b.index == a.index + 1):
            return None
        if b.gap and after is not None and after.gap == 0:
            features["cross-head touches text below alone"] = 1.0
        if len(b.text) > 16:
            features["long cross-head"] = len(b.text) / 20
        if _LEAD_LABEL.match(b.text):
            features["lead label"] = 1.0
        if self._label(b):
            features["label inside"] = 1.0
        if a.kind is Kind.BYLINE:
            features["cross-head after byline"] = 1.0
            return features
        features[f"cross-head level {min(b.level, 3)}"] = 1.0
        features[f"cross-head after {a.end.value}"] = 1.0
        features["cross-head covered"] = self._covered(b, a)
        if after is not None and leads:
            features["cross-head words"] = self._words(a, after)
        return features

    def _heading_to_heading(self, a: Strip, b: Strip) -> Features | None:
        distance = b.index - a.index
        lead = bool(_LEAD_LABEL.match(b.text))
        repeated = 0 < distance < 8 and any(
            other.kind is Kind.HEADING and other.text == b.text
            for other in self.strips[max(a.index - 2, 0) : a.index + 1]
        )
        if distance != 1 and not repeated and not (lead and a.index in self.tail):
            return None
        features = {"heads touch" if b.gap == 0 else "heads near": 1.0} if distance == 1 else {"heads far": 1.0}
        if repeated:
            features["heads repeat"] = 1.0
        if self._label(b) and not lead:
            features["label below"] = 1.0
        if _DASHED.match(b.text):
            features["subhead"] = 1.0
        if a.text.endswith("——"):
            features["kicker dash"] = 1.0
        if a.level and b.level:
            features["higher head" if a.level > b.level else "lower head" if a.level < b.level else "equal head"] = 1.0
        if self._label(a):
            features["label above"] = 1.0
        if lead:
            features["lead label"] = 1.0
        features["heads words"] = self._words(a, b)
        features["heads of one text"] = self._common_text(a, b)
        return features

    def _to_byline(self, a: Strip, b: Strip) -> Features | None:
        distance = b.index - a.index
        if b.kind is Kind.IMAGE:
            return {"image inside": 1.0} if distance == 1 else None
        if distance != 1:
            led = a.kind is Kind.TEXT and self._led(a)
            if (a.kind is not Kind.HEADING and not led) or self._after_head(b):
                return None
            return {"byline far": 1.0}
        if a.kind in (Kind.HEADING, Kind.BYLINE):
            return {f"byline under {a.kind.value}": 1.0}
        if a.kind is Kind.IMAGE:
            return {"byline under image": 1.0}
        below = self.strips[b.index + 1] if b.index + 1 < len(self.strips) else None
        if b.gap and below is not None and below.gap == 0 and below.kind is Kind.TEXT and below.start is not Start.SURE:
            return None  # it heads what it touches
        features = {f"byline after {a.end.value}": 1.0, "byline touches" if b.gap == 0 else "byline near": 1.0}
        if b.text[:1] in SIGN:
            features["byline with a sign touches" if b.gap == 0 else "byline with a sign near"] = 1.0
        return features

    def _after_head(self, strip: Strip) -> bool:
        """True when a heading or byline stands right above ``strip``."""
        above = self.strips[strip.index - 1] if strip.index else None
        if above is None or above.kind not in (Kind.HEADING, Kind.BYLINE) or above.unsure:
            return False
        return above.kind is Kind.BYLINE or not self._label(above)

    def _led(self, strip: Strip) -> bool:
        """True when ``strip`` belongs to what a label like 核心阅读 stands over."""
        for above in reversed(self.strips[max(strip.index - 8, 0) : strip.index]):
            if above.kind is Kind.HEADING:
                return bool(_LEAD_LABEL.match(above.text))
            if above.kind is not Kind.TEXT or above.start is Start.SURE:
                return False
        return False

    def _head_to_text(self, a: Strip, b: Strip) -> Features | None:
        features = {f"head to text {b.start.value}": 1.0}
        near = b.index == a.index + 1
        if near:
            features["head touches" if b.gap == 0 else "head near"] = 1.0
        else:
            if a.kind is Kind.IMAGE:
                return None
            features["head far"] = 1.0
            features["head distance"] = log(abs(b.index - a.index))
            if self._after_head(b):
                features["text has a head"] = 1.0
            if self._inside_run(b) and b.start is not Start.SURE:
                features["head to text inside a run"] = 1.0
            if a.index not in self.tail:
                features["head not in tail"] = 1.0
        if a.kind is Kind.HEADING:
            features["head covered"] = self._covered(a, b)
            if self._label(a):
                features["label to text"] = 1.0
        else:
            features[f"{a.kind.value} to {'news' if b.start is Start.SURE else 'text'}"] = 1.0
            if a.kind is Kind.BYLINE and b.end is End.SIGNED:
                features["two signatures"] = 1.0
        return features

    def _text_to_text(self, a: Strip, b: Strip) -> Features | None:
        distance = b.index - a.index
        if a.end is End.SIGNED:
            return None
        features: Features = {}
        if self._after_head(b) and distance != 1:
            if b.gap == 0 and self.strips[b.index - 1].kind is Kind.BYLINE:
                return None  # its byline touches it
            features["text under another head"] = 1.0
        if b.start is Start.SURE:
            led = self._led(a)
            if not led and (distance != 1 or len(a.text) > 40 or a.end.cut or not self._after_head(a)):
                return None
            features["news after its lead" if led else "news after a caption"] = 1.0
        if distance == 1:
            features["touches" if b.gap == 0 else "near"] = 1.0
            if b.gap:
                features["near on a dense page"] = self.dense
            if a.end.cut:
                features["near but cut"] = 1.0
                features["near but cut on a page of cuts"] = self.broken
        elif distance > 0:
            features["forward"] = 1.0
            features["forward distance"] = log(distance)
        else:
            features["backward"] = 1.0
            features["backward distance"] = log(1 - distance)
        if a.width and b.width:
            features["same width" if abs(a.width - b.width) <= 2 else "other width"] = 1.0
        elif a.width or b.width:
            features["other setting"] = 1.0
        words = features["words"] = self._words(a, b)
        features["words against the page"] = log((words / 2 + 0.05) / (self.usual + 0.05))
        if b.unsure:
            features["may be a heading"] = 1.0
        if a.end.cut:
            joined = a.end is End.OPEN and spans_word(a.text, b.text)
            features["word across the cut" if joined else f"{a.end.value} before {b.start.value}"] = 1.0
        else:
            features[f"sentence ended before {b.start.value}"] = 1.0
        quotes = a.text.count("“") - a.text.count("”")
        unopened = b.text.count("”") - b.text.count("“")
        if quotes > 0 or unopened > 0:
            features["quotation goes on" if quotes > 0 and unopened > 0 else "quotation lost"] = 1.0
        if b.start is Start.LIST:
            features["list goes on" if a.start is Start.LIST else "list begins"] = 1.0
            if self._under_label(b):
                return None  # each item is news of its own
        return features

"""The terms of one strip following another that the two strips, their words and the layout alone decide.

Terms are named numbers; None says that a link is out of the question. docs/reading.md explains each.
"""

from __future__ import annotations

from math import log

from seeds.reading.assembly.cuts import spans_word
from seeds.reading.assembly.layout import Layout
from seeds.reading.assembly.likeness import Likeness
from seeds.reading.assembly.strips import End, Kind, Start, Strip
from seeds.reading.bylines import SIGN
from seeds.reading.furniture import names_genre

Features = dict[str, float]


def to_heading(layout: Layout, likeness: Likeness, a: Strip, b: Strip) -> Features | None:
    """A heading after text, byline or another heading: a cross-head, or part of the same head."""
    if a.kind is Kind.HEADING:
        return _heading_to_heading(layout, likeness, a, b)
    if a.kind is Kind.IMAGE or b.level == 1:
        return None
    near = b.index == a.index + 1
    after = layout.below(b)
    leads = after is not None and after.kind is Kind.TEXT and after.start is not Start.SURE
    if not near and (not leads or a.end is End.SIGNED or after is a):
        return None
    if near and a.kind is Kind.TEXT and a.end.cut:
        return None  # a sentence goes on in text, not in a heading
    features: Features = {"cross-head before text" if leads else "cross-head before no text": 1.0}
    if not near:
        features["cross-head far forward" if b.index > a.index else "cross-head far back"] = 1.0
        features["cross-head distance"] = log(abs(b.index - a.index))
    if b.gap and after is not None and after.gap == 0:
        features["cross-head touches text below alone"] = 1.0
    if len(b.text) > 16:
        features["long cross-head"] = len(b.text) / 20
    if layout.lead_label[b.index]:
        features["lead label"] = 1.0
    elif names_genre(b.text):
        features["cross-head names a genre"] = 1.0
    if layout.label[b.index]:
        features["label inside"] = 1.0
    if a.kind is Kind.BYLINE:
        features["cross-head after byline"] = 1.0
        return features
    features[f"cross-head level {min(b.level, 3)}"] = 1.0
    features[f"cross-head after {a.end.value}"] = 1.0
    features["cross-head covered"] = likeness.covered(b.index, a.index)
    if after is not None and leads:
        features["cross-head words"] = likeness.between(a.index, after.index) * 2
    return features


def _heading_to_heading(layout: Layout, likeness: Likeness, a: Strip, b: Strip) -> Features | None:
    distance = b.index - a.index
    lead = layout.lead_label[b.index]
    repeated = 0 < distance < 8 and any(
        other.kind is Kind.HEADING and other.text == b.text
        for other in layout.strips[max(a.index - 2, 0) : a.index + 1]
    )
    if distance != 1 and not repeated and not (lead and layout.tail[a.index]):
        return None
    features: Features = {"heads far": 1.0}
    if distance == 1:
        features = {"heads touch" if b.gap == 0 else "heads near": 1.0}
    if repeated:
        features["heads repeat"] = 1.0
    if layout.label[b.index] and not lead:
        features["label below"] = 1.0
    if layout.dashed[b.index]:
        features["subhead"] = 1.0
    if a.text.endswith("——"):
        features["kicker dash"] = 1.0
    if a.level and b.level:
        features["higher head" if a.level > b.level else "lower head" if a.level < b.level else "equal head"] = 1.0
    if layout.label[a.index]:
        features["label above"] = 1.0
    elif len(a.text) <= 5:
        features["short head above"] = 1.0
    if lead:
        features["lead label"] = 1.0
    features["heads words"] = likeness.between(a.index, b.index) * 2
    return features


def to_byline(layout: Layout, a: Strip, b: Strip) -> Features | None:
    """A byline or an image after anything."""
    near = b.index == a.index + 1
    if b.kind is Kind.IMAGE:
        return {"image inside": 1.0} if near else None
    if not near:
        if (a.kind is not Kind.HEADING and not layout.led[a.index]) or layout.after_head[b.index]:
            return None
        return {"byline far": 1.0, "head under its text": float(layout.under[a.index] == b.index)}
    if a.kind in (Kind.HEADING, Kind.BYLINE):
        return {f"byline under {a.kind.value}": 1.0}
    if a.kind is Kind.IMAGE:
        return {"byline under image": 1.0}
    below = layout.below(b)
    if b.gap and below is not None and below.gap == 0 and below.kind is Kind.TEXT and below.start is not Start.SURE:
        return None  # it heads what it touches
    features = {f"byline after {a.end.value}": 1.0, "byline touches" if b.gap == 0 else "byline near": 1.0}
    if b.text[:1] in SIGN:
        features["byline with a sign touches" if b.gap == 0 else "byline with a sign near"] = 1.0
    return features


def head_to_text(layout: Layout, likeness: Likeness, a: Strip, b: Strip) -> Features | None:
    """Text after a heading, byline or image."""
    features: Features = {f"head to text {b.start.value}": 1.0}
    if b.index == a.index + 1:
        features["head touches" if b.gap == 0 else "head near"] = 1.0
        if layout.under[a.index] >= 0:
            features["head under another text"] = 1.0
    else:
        if a.kind is Kind.IMAGE:
            return None
        features.update(_head_far(layout, a, b))
    if heads := layout.heads[a.index]:
        features["head covered"] = max(likeness.covered(head, b.index) for head in heads)
        if any(likeness.best_text.get(head) == b.index for head in heads):
            features["text that covers the head best"] = 1.0
        if likeness.best_head.get(b.index) in heads:
            features["head that the text covers best"] = 1.0
    if a.kind is Kind.HEADING:
        if layout.label[a.index]:
            features["label to text"] = 1.0
        return features
    features[f"{a.kind.value} to {'news' if b.start is Start.SURE else 'text'}"] = 1.0
    if a.kind is Kind.BYLINE and b.end is End.SIGNED:
        features["two signatures"] = 1.0
    return features


def _head_far(layout: Layout, a: Strip, b: Strip) -> Features:
    """What the layout says of a head whose text stands elsewhere."""
    features: Features = {"head far": 1.0, "head distance": log(abs(b.index - a.index))}
    if layout.after_head[b.index]:
        features["text has a head"] = 1.0
    if layout.inside_run[b.index] and b.start is not Start.SURE:
        features["head to text inside a run"] = 1.0
    if not layout.tail[a.index]:
        features["head not in tail"] = 1.0
    if layout.under[a.index] == b.index:
        features["head under its text"] = 1.0
    return features


def text_allowed(layout: Layout, a: Strip, b: Strip) -> bool:
    """False where text cannot follow text at all."""
    if a.end is End.SIGNED:
        return False
    near = b.index == a.index + 1
    if not near and b.gap == 0 and layout.after_head[b.index] and layout.strips[b.index - 1].kind is Kind.BYLINE:
        return False  # its byline touches it
    if layout.under_label[b.index]:
        return False  # each item is news of its own
    if b.start is not Start.SURE or layout.led[a.index]:
        return True
    return near and len(a.text) <= 40 and not a.end.cut and layout.after_head[a.index]


def text_to_text(layout: Layout, likeness: Likeness, a: Strip, b: Strip, usual: float) -> Features | None:
    """Text after text; ``usual`` is what two texts of the page have in common on average."""
    if not text_allowed(layout, a, b):
        return None
    features = _placed(layout, a, b)
    if b.start is Start.SURE:
        features["news after its lead" if layout.led[a.index] else "news after a caption"] = 1.0
    if a.width and b.width:
        features["same width" if abs(a.width - b.width) <= 2 else "other width"] = 1.0
    elif a.width or b.width:
        features["other setting"] = 1.0
    words = likeness.between(a.index, b.index)
    features["words"] = words * 2
    features["words against the page"] = log((words + 0.05) / (usual + 0.05))
    if b.unsure:
        features["may be a heading"] = 1.0
    if {person.role for person in b.contributors} == {"摄影"} and b.start is not Start.MIDDLE:
        features["caption after a cut" if a.end.cut else "caption after text"] = 1.0
    features[sentence_term(a, b)] = 1.0
    if quotation := quotation_term(layout, a, b):
        features[quotation] = 1.0
    if b.start is Start.LIST:
        features["list goes on" if a.start is Start.LIST else "list begins"] = 1.0
    return features


def sentence_term(a: Strip, b: Strip) -> str:
    """How the end of ``a`` and the beginning of ``b`` fit."""
    if not a.end.cut:
        return f"sentence ended before {b.start.value}"
    if a.end is End.OPEN and spans_word(a.text, b.text):
        return "word across the cut"
    return f"{a.end.value} before {b.start.value}"


def quotation_term(layout: Layout, a: Strip, b: Strip) -> str:
    """Whether a quotation that ``a`` leaves open is closed by ``b``; empty where no quotation is open."""
    opened, closed = layout.quotes[a.index] > 0, layout.quotes[b.index] < 0
    if opened and closed:
        return "quotation goes on"
    return "quotation lost" if opened or closed else ""


def _placed(layout: Layout, a: Strip, b: Strip) -> Features:
    """Where ``b`` stands on the page as seen from ``a``."""
    distance = b.index - a.index
    features: Features = {}
    if distance != 1 and layout.after_head[b.index]:
        features["text under another head"] = 1.0
    if distance == 1:
        features["touches" if b.gap == 0 else "near"] = 1.0
        if b.gap:
            features["near on a dense page"] = layout.dense
        if a.end.cut:
            features["near but cut"] = 1.0
            features["near but cut on a page of cuts"] = layout.broken
    elif distance > 0:
        features["forward"] = 1.0
        features["forward distance"] = log(distance)
    else:
        features["backward"] = 1.0
        features["backward distance"] = log(1 - distance)
    return features

"""The terms of an article beginning or ending with a strip."""

from __future__ import annotations

from seeds.reading.assembly.layout import Layout
from seeds.reading.assembly.links import Features
from seeds.reading.assembly.strips import Kind, Start, Strip


def begins(layout: Layout, strip: Strip) -> Features:
    """What speaks for an article beginning at ``strip``."""
    if strip.kind is Kind.TEXT:
        features: Features = {f"begin text {strip.start.value}": 1.0}
        if strip.start is not Start.SURE and layout.inside_run[strip.index]:
            features["begin inside a run"] = 1.0
        if layout.after_head[strip.index]:
            features["begin under a head"] = 1.0
        if layout.under_label[strip.index]:
            features["begin list under a label"] = 1.0
        return features
    if layout.after_break(strip):
        return {"begin after a break": 1.0}
    if strip.kind is Kind.HEADING and strip.unsure:
        return {_unsure_begin(layout, strip): 1.0}
    features = {f"begin {strip.kind.value}": 1.0}
    if layout.dashed[strip.index]:
        features["begin subhead"] = 1.0
    return features


def _unsure_begin(layout: Layout, strip: Strip) -> str:
    if strip.text.endswith("——"):
        return "begin with a kicker"
    below = layout.below(strip)
    return "begin unsure heading in a run" if below is not None and below.gap == 0 else "begin unsure heading"


def ends(layout: Layout, strip: Strip, fame: float) -> Features:
    """What speaks for an article ending with ``strip``; ``fame`` is how far the text most like a heading covers it."""
    if strip.kind is Kind.TEXT:
        return {f"end text {strip.end.value}": 1.0, "end before a break": float(layout.before_break(strip))}
    if strip.kind is Kind.HEADING:
        return _heading_ends(layout, strip, fame)
    above = layout.above(strip)
    while above is not None and above.kind in (Kind.BYLINE, Kind.IMAGE):
        above = layout.above(above)
    under_text = above is not None and above.kind is Kind.TEXT
    return {f"end {strip.kind.value}" if under_text else f"end {strip.kind.value} away from text": 1.0}


def _heading_ends(layout: Layout, strip: Strip, fame: float) -> Features:
    if layout.label[strip.index]:
        return {"end label": 1.0}
    features = {"end short heading" if len(strip.text) <= 5 else "end heading": 1.0, "end heading unrelated": 1 - fame}
    if layout.tail[strip.index]:
        features["end heading in tail"] = 1.0
    elif layout.top[strip.index]:
        features["end heading at top"] = 1.0
    return features

"""How sure an assembly is: the share of such assemblies that were right on annotated pages."""

from __future__ import annotations

import tomllib
from functools import cache
from math import exp, log
from pathlib import Path

_MOST = 12.0  # a margin above this says no more
_SURE, _CAUTION = 1.73, 0.25  # odds (of 0.85) above which each step counts that much: few articles are called sure


@cache
def _weights() -> dict[str, float]:
    path = Path(__file__).with_name("words") / "pages_confidence.toml"
    return {name: float(value) for name, value in tomllib.loads(path.read_text("utf-8"))["weights"].items()}


def evidence(
    *,
    margin: float,
    lead: float,
    strips: int,
    rivals: int,
    headless: bool,
    lost: bool,
    scattered: int,
    framed: bool,
    orderly: float,
    steady: bool,
    agreed: float,
    agreeing: float,
    nested: bool,
) -> dict[str, float]:
    """What the confidence of an article hangs on, as named numbers.

    ``margin`` is what the best other assembly would cost, ``lead`` how far other readings are worse as wholes,
    ``rivals`` the number of articles on the page, ``scattered`` how often the article leaves the order of the page;
    ``framed`` says that it stands whole between its head and the head of the next, ``orderly`` what share of the page's
    articles do; ``steady`` that the first look laid it so too; ``agreed`` says what share of all looks comes to it,
    ``agreeing`` the same of the page's articles on average. ``nested`` says that its head is a lower one, or that a
    lower one stands right below it.
    """
    return {
        "always": 1.0,
        "margin": min(margin, _MOST) / _MOST,
        "lead": min(lead, 1.0),
        "strips": log(strips),
        "articles on the page": log(1 + rivals),
        "headless": float(headless),
        "lost end": float(lost),
        "scattered": float(min(scattered, 4)),
        "framed": float(framed and not scattered),
        "orderly page": orderly,
        "nested": float(nested),
        "steady": float(steady),
        "agreed": agreed,
        "agreeing page": agreeing,
        "agreed margin": min(margin, _MOST) / _MOST * agreed,
        "steady margin": min(margin, _MOST) / _MOST * float(steady),
        "framed on an orderly page": orderly * float(framed and not scattered),
    }


def confidence_of(found: dict[str, float]) -> float:
    """The chance from 0 to 1 that an article with this ``evidence`` is put together rightly."""
    weights = _weights()
    odds = sum(weights.get(name, 0.0) * value for name, value in found.items())
    odds = min(odds, _SURE) + max(odds - _SURE, 0.0) * _CAUTION
    return round(1 / (1 + exp(-max(min(odds, 30.0), -30.0))), 3)

"""Amounts in yuan as Chinese newspapers print them (23.7万元) or as English readers expect them (¥237,000).

Here amounts are written; reading them is the reader's work. Sums say how far they can be trusted: ≥ when every inexact
amount in them is a lower bound, ≈ when any is not. This module imports nothing of the project.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

_WAN = Decimal(10_000)
_YI = Decimal(100_000_000)
_WAN_STEP = Decimal(10)  # 万元 with three decimals at most: 159.241万元
_YI_STEP = _WAN  # 亿元 with four: 1.2345亿元


class Bound(StrEnum):
    """What a printed figure says of the true one; the codes are those of the database and the API."""

    EXACT = "exact"
    AT_LEAST = "at_least"  # 余, 多, 以上, 超
    AT_MOST = "at_most"  # 不超过, 最高
    ABOUT = "about"  # 近, 约


_SIGNS = {Bound.EXACT: "", Bound.AT_LEAST: "≥", Bound.AT_MOST: "≤", Bound.ABOUT: "≈"}


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount in yuan as a text states it, None where the text states none."""

    amount: Decimal | None
    bound: str = Bound.EXACT


@dataclass(frozen=True, slots=True)
class Total:
    """What figures add up to. ``amount`` is None when none of them states an amount: no amount is not zero.

    ``counted`` figures are in the sum, ``inexact`` of them not exact; ``unstated`` have no amount and are left out.
    """

    amount: Decimal | None
    bound: Bound
    counted: int
    inexact: int
    unstated: int


def total(figures: Iterable[Figure]) -> Total:
    """The sum of the figures that state an amount, with how exact it is and how many it leaves out."""
    everyone = list(figures)
    stated = [(figure.amount, Bound(figure.bound)) for figure in everyone if figure.amount is not None]
    return Total(
        amount=sum((amount for amount, _ in stated), Decimal(0)) if stated else None,
        bound=bound_of_sum(bound for _, bound in stated),
        counted=len(stated),
        inexact=sum(bound is not Bound.EXACT for _, bound in stated),
        unstated=len(everyone) - len(stated),
    )


def bound_of_sum(bounds: Iterable[str]) -> Bound:
    """How exact a sum of such figures is: exact, at least (all inexact ones are lower bounds), or about.

    Raises ValueError for a code that is no bound.
    """
    inexact = {Bound(bound) for bound in bounds} - {Bound.EXACT}
    if not inexact:
        return Bound.EXACT
    return Bound.AT_LEAST if inexact == {Bound.AT_LEAST} else Bound.ABOUT


def format_yuan(amount: Decimal, *, bound: str = Bound.EXACT, language: str = "zh-hans") -> str:
    """``amount`` in words of ``language``: Chinese for any code that begins with zh, else English; a sign for a bound.

    Nothing is rounded. In Chinese: 亿元 from 100 million and with four decimals at most, 万元 from ten thousand and
    with three at most, else yuan: ≥23.7万元, 1.2亿元, 1,000元, 12,345元; in English ≥¥237,000, ¥12.50. Raises
    ValueError for what is no finite number or no bound.
    """
    if not amount.is_finite():
        raise ValueError(f"expected a finite amount, not {amount}")
    sign = _SIGNS[Bound(bound)] + ("-" if amount < 0 else "")
    size = abs(amount)
    return sign + (_in_chinese(size) if language.lower().startswith("zh") else _in_english(size))


def format_total(made: Total, *, language: str = "zh-hans") -> str:
    """The sum with its sign; a dash when no figure states an amount."""
    return "—" if made.amount is None else format_yuan(made.amount, bound=made.bound, language=language)


def _in_chinese(size: Decimal) -> str:
    if size >= _YI and size % _YI_STEP == 0:
        return f"{_plain(size / _YI)}亿元"
    if size >= _WAN and size % _WAN_STEP == 0:
        return f"{_plain(size / _WAN)}万元"
    return f"{_plain(size)}元"


def _in_english(size: Decimal) -> str:
    fen = size * 100
    if fen % 100 == 0 or fen % 1 != 0:  # what is finer than a fen is kept as it stands
        return f"¥{_plain(size)}"
    return f"¥{size:,.2f}"


def _plain(number: Decimal) -> str:
    """With thousands separators and without idle zeros or exponents."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text

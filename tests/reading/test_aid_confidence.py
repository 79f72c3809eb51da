"""How sure a statement of aid is: what stands around it makes it surer or less sure, and the weights are fitted."""

from __future__ import annotations

import math
from random import Random

import pytest

from seeds.reading.facts.aid_confidence import confidence_of
from seeds.reading.facts.aid_signs import signs_of
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.lexicon import words
from seeds.reading.trust import SAFE
from tests.reading.fit_aid_confidence import Row, fit, held_out, names_of, shares
from tests.reading.one_article import aid_in


@pytest.mark.parametrize(("comment", "surer", "less_sure"), [
    ("a donor in its own sentence", "长沙市总工会拨付5万元。", "长沙市总工会召开会议。会后又拨付5万元。"),
    ("a plain verb", "长沙市总工会捐赠5万元。", "长沙市总工会注入5万元。"),
    ("one sum in the sentence", "长沙市总工会拨付5万元。", "长沙市总工会拨付5万元，另拨付3万元，又拨付4万元。"),
    ("the donor at the head", "长沙市总工会拨付5万元。", "看到株洲市总工会有难处，长沙市总工会拨付5万元。"),
    ("early in the sentence", "长沙市总工会拨付5万元。", "天没亮，雨没停，路没通，长沙市总工会没等，就拨付5万元。"),
    ("a donor named in full", "长沙市总工会拨付5万元。", "省总工会拨付5万元。"),
])  # fmt: skip
def test_what_stands_around_a_statement_tells_how_sure_it_is(comment: str, surer: str, less_sure: str) -> None:
    assert aid_in(surer)[-1].confidence > aid_in(less_sure)[-1].confidence, comment


@pytest.mark.parametrize(("sign", "there", "missing"), [
    ("donor in full", "长沙市总工会拨付5万元。", "省总工会拨付5万元。"),
    ("donor begins the clause", "长沙市总工会拨付5万元。", "昨天长沙市总工会拨付5万元。"),
    ("donor last before", "长沙市总工会拨付5万元。", "长沙市总工会经株洲市总工会拨付5万元。"),
    ("no actor in the clause", "长沙市总工会开会，拨付5万元。", "长沙市总工会拨付5万元。"),
    ("verb as before", "长沙市总工会拨付5万元。省总工会拨付3万元。", "长沙市总工会拨付5万元。省总工会捐赠3万元。"),
    ("donors as before", "长沙市总工会拨付5万元，捐赠大米3吨。", "长沙市总工会拨付5万元，株洲市总工会捐赠大米3吨。"),
    ("plain_verb", "长沙市总工会拨付5万元。", "长沙市总工会注入5万元。"),
    ("amount and count", "长沙市总工会给30名职工拨付5万元。", "长沙市总工会拨付5万元。"),
])  # fmt: skip
def test_a_sign_is_told_by_the_words(sign: str, there: str, missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    monkeypatch.setattr("seeds.reading.facts.aid.signs_of", lambda *told: seen.append(signs_of(*told)) or seen[-1])

    aid_in(there)
    aid_in(missing)
    assert [bool(signs[-1].get(sign)) for signs in seen] == [True, False]


def test_every_sign_is_a_share(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    monkeypatch.setattr("seeds.reading.facts.aid.signs_of", lambda *told: seen.extend(signs_of(*told)) or seen)

    told = [f"长沙市总工会和株洲市总工会拨付{number}万元" for number in range(1, 60)]
    aid_in("，".join(told[:30]) + "。" + "。".join(told[30:]) + "。")
    assert len(seen) > 20
    assert all(0 <= value <= 1 for signs in seen for value in signs.values())


def test_no_statement_is_sure_enough_to_be_accepted_unseen() -> None:
    """Of none so many were right on pages that were held out (docs/reading.md)."""
    (gift,) = aid_in("长沙市总工会拨付株洲市总工会救灾专款5万元。")
    assert 0.5 < gift.confidence < SAFE


def test_figures_that_disagree_leave_half_a_chance_at_most() -> None:
    gift = Gift(0, "body", 0, 4, 0, 0, "cash", "disbursed")
    sure = dict.fromkeys((name for name, weight in words("aid_confidence")["weights"].items() if weight > 0), 1.0)
    assert confidence_of(gift, sure) > 0.9
    gift.agreement = False
    assert confidence_of(gift, sure) == 0.5


def _rows(draw: Random, group: str, number: int, *, level: float) -> list[Row]:
    """Statements whose odds of being right are ``level``, and e² times as great with the sign "good"."""
    rows = []
    for _ in range(number):
        good = float(draw.random() < 0.5)
        odds = level * math.exp(2 * good)
        rows.append(Row(group, {"good": good, "idle": draw.random()}, draw.random() < odds / (1 + odds)))
    return rows


def test_a_fit_finds_how_much_a_sign_says_and_takes_the_page_for_one_not_read() -> None:
    draw = Random(7)
    rows = [*_rows(draw, "j", 3000, level=0.5), *_rows(draw, "hands", 3000, level=3.0)]
    names = names_of(rows)
    weights = dict(zip([*names, "read", "always"], fit(rows, names), strict=True))

    assert weights["good"] == pytest.approx(2, abs=0.3)
    assert weights["idle"] == pytest.approx(0, abs=0.3)
    assert weights["read"] == pytest.approx(math.log(6), abs=0.3)
    sure = shares([Row("hands", {"good": 1.0}, right=True)], names, fit(rows, names))
    assert sure[0] == pytest.approx(0.5 * math.exp(2) / (1 + 0.5 * math.exp(2)), abs=0.06)


def test_a_set_held_out_is_told_by_the_others() -> None:
    draw = Random(7)
    told = _rows(draw, "l", 2000, level=1.0)
    contrary = [Row("j", row.signs, not row.right) for row in _rows(draw, "j", 400, level=1.0)]
    sure = held_out([*told, *contrary])

    good = [
        share for row, share in zip([*told, *contrary], sure, strict=True) if row.group == "j" and row.signs["good"]
    ]
    assert min(good) > 0.6  # as the other set has it, though its own says the contrary

"""Which of the bodies told of with a share of a sum gave it: 投入500万元，其中市总工会200万元，市财政局300万元.

Asked when a sum is shared out; everybody else who is named with a share gets it. Positions are of folded text.
"""

from __future__ import annotations

from seeds.reading.drafts import PartyDraft
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.scene import Scene
from seeds.reading.facts.unions_below import rank_of

POOLED = frozenset(["筹集", "筹措", "筹资", "凑出", "凑了", "凑来", "募集", "募得", "募捐", "捐款", "收到", "出资"])
# What several do who are not named before their shares: 三家单位一共拿出60万元：….
_PUT_UP = frozenset(
    ["捐", "捐赠", "捐出", "拿出", "投入", "送来", "汇来", "认捐", "捐助", "凑", "支援", "援助", "赠送", "到账", "汇集"]
)
_LAST = 6  # gifts back to the shares before


def gives_share(scene: Scene, whole: Gift, named: Actor) -> bool:
    """True when ``named`` gave the share of ``whole`` that it is told with, and did not get it."""
    if _stands_above(named, whole) or named.name in whole.donor_names:
        return True
    shares = [gift for gift in scene.memory.gifts[-_LAST:] if gift.part_of is whole]
    if shares:
        return "of_giver" in shares[-1].marks
    return whole.verb in _PUT_UP and whole.sentence == scene.number and _is_unnamed(scene, whole)


def add_giver(scene: Scene, whole: Gift, share: Gift) -> None:
    """Makes the giver of ``share`` one of the givers of ``whole``, where the words named none before."""
    if "of_several" in whole.marks:
        whole.donors = tuple(dict.fromkeys((*whole.donors, *share.donors)))
    elif _is_unnamed(scene, whole):
        whole.donors = share.donors
        whole.marks.add("of_several")


def _is_unnamed(scene: Scene, whole: Gift) -> bool:
    """True when no words before the whole name who gave it."""
    if whole.inherits_donors or whole.sentence != scene.number:
        return whole.inherits_donors
    return not any(actor.name in whole.donor_names and actor.end <= whole.end for actor in scene.actors)


def _stands_above(actor: Actor, whole: Gift) -> bool:
    """True for a union above all who gave the whole: it allots to them, they do not to it."""
    rank = rank_of(actor.name)
    below = [rank_of(donor.name) for donor in whole.donors]
    return rank is not None and all(other is not None and rank < other for other in below)


def one_of(whole: Gift, name: str) -> PartyDraft | None:
    """Which of several givers of the whole ``name`` is, in full or by its last word: 集团20万元，工会6.8万元."""
    if len(whole.donors) < 2 or len(name) < 2 or "of_several" in whole.marks:
        return None
    alike = [donor for donor in whole.donors if donor.name.endswith(name)]
    return alike[0] if len(alike) == 1 else None

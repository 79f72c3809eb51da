"""Quantities whose goods were named a clause before: 送夜宵，每晚260份; 矿泉水是市总工会送来的，一共600箱.

Reads folded text; looks back over the clauses of one sentence and no further.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from seeds.reading.drafts import ItemDraft
from seeds.reading.facts.counts import BODIES, GOODS, PERSONS, Quantity
from seeds.reading.facts.goods import Goods, goods_called
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.statements import Clause

# What may stand before a bare quantity: 到昨天已送出3900碗, 三天供了1.1万碗, 全市一共发了1860条
_BARE = re.compile(
    f"(?:[^，。；]{{0,8}}?(?:[天日晚周月夜年]|目前|现在|首批|其中|全[市县省厂镇校]))?(?:里|内)?"
    f"(?:就|也|又|还|已|经|共|{choice('money.so_many')}|只|约|近|达|有|足有|多达|能|要)*(?:{choice('handing.hands_out')})?(?:了|着)?"
    "(?:约|近|共|整整)*"
)
_TURNED = re.compile(r"^(?P<item>[\u4e00-\u9fffA-Za-z]{1,8}?)(?:是|由|全是|都是|，由)")
_BEHIND_VERB = re.compile(
    rf"(?:的|了|来|去|上|出|给|[装做打]成|{choice('handing.makes')})(?:一[\u4e00-\u9fff])?(?P<item>[\u4e00-\u9fff“”]{{1,8}})$"
)
_BARE_NOUN = re.compile("的(?P<item>[\\u4e00-\\u9fff]{2,6})$")  # 贫困户的沙糖桔，…认购3.5吨
# 把宿舍里的棉被洗晒干净，捐出460床
_TAKEN = re.compile(
    "[把将](?:[^，]*?的)?(?P<item>[\u4e00-\u9fff、]{1,12}?)(?=[洗晒装做切打包缝煮熬蒸收摘砍挖掰放搬拉运卖清拆])"
)
_GOES_OFF = re.compile(
    "白送|已|将|于|由|陆续|全部|正|连夜|当天|当晚|昨[天日]|今[天日]|[月日]底前"
)  # 首批260顶将在5日前运抵
_UNITS = GOODS - PERSONS - (BODIES - {"台"}) - {"次", "期", "节", "场", "分钟", "公里", "车次"}


def find_unnamed(text: str, clauses: Sequence[Clause], index: int) -> tuple[Goods, ...]:
    """The goods that clause ``index`` counts without naming them, with the name that an earlier clause gives."""
    clause = clauses[index]
    quantity = bare_quantity(text, clause)
    if quantity is None:
        return ()
    verb_before = _verb_before(clause, quantity)
    summed = text[clause.start : quantity.start] in ("共", "一共", "总共", "共计")
    for back in range(index - 1, max(index - 4, -1), -1):
        words = text[clauses[back].start : clauses[back].end]
        told = [
            _TURNED.match(words),
            _TAKEN.search(words) if verb_before or summed else None,
            _BEHIND_VERB.search(words),
        ]
        told.append(_BARE_NOUN.search(words) if verb_before else None)
        names = [re.split("[的送给由发]", match["item"].strip("“”"))[-1] for match in told if match]
        if name := next((name for name in names if name and goods_called(name)), None):
            item = ItemDraft(name, quantity.value, quantity.unit)
            return (Goods(item, quantity.bound, quantity.start, quantity.end),)
    return ()


def bare_quantity(text: str, clause: Clause) -> Quantity | None:
    """What ``clause`` counts without naming it, None when it counts several things or says what they are."""
    counted = [quantity for quantity in clause.quantities if quantity.unit in _UNITS]
    if len(counted) != 1 or clause.amounts:
        return None
    behind = text[counted[0].end : clause.end].strip("，多余呢了")
    if behind and not _GOES_OFF.match(behind):
        return None
    bare = _verb_before(clause, counted[0]) or _BARE.fullmatch(text, clause.start, counted[0].start)
    return counted[0] if bare else None


def _verb_before(clause: Clause, quantity: Quantity) -> bool:
    return any(0 <= quantity.start - verb.end <= 1 and not verb.weak for verb in clause.verbs)

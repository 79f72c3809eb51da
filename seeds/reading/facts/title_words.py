"""What the finders of names share: the name itself, the last words of names, the verbs of putting in place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from seeds.reading.facts.lexicon import branches, choice, one_of, words
from seeds.reading.facts.numerals import NUMBER

MEASURES = words("measures")
_TYPES = ("policy", "campaign", "service", "fund", "body", "training", "platform")
KINDS = {word: kind for kind in _TYPES for word in MEASURES["heads"][kind]}
ACT_INSIDE = re.compile(one_of(verb for verb in MEASURES["verbs"]["act"] if len(verb) > 1 and verb != "倡议"))
HEAD = one_of(KINDS)
# 线上线下, 建设 and 办公室 set nothing up.
_NO_ACT = {
    "上": "(?!(?<=线上)线)",
    "设": "(?<![建摆铺假]设)(?![施备计想])",
    "办": "(?<![市县省区政主承经党防团扶]办)(?![公事理学法结])",
}
_ACTS = MEASURES["verbs"]["act"]
ACT = re.compile(
    f"(?:{branches(_ACTS, {word[0]: '(?<!线上.)' + _NO_ACT.get(word[0], '') for word in _ACTS})}"
    r"|组(?<!线上.)织(?=了?(?:\d+|[一两三四五六七八九十]+)支))"
)
PROGRAMME = re.compile(one_of(MEASURES["heads"]["programmes"]))
# What others are asked to put in place is not in place.
_ASKED = re.compile(
    rf"(?:{choice('titles.asked')})[^，。；：\n]{{0,20}}$|(?<!提出)要求[，：](?!并)[^，。；：\n]{{0,20}}$"
    rf"|各[级单][^，。；：\n]{{0,16}}要[^，。；：\n]{{0,20}}$|(?:(?<![主只重紧不正就])(?<!还)要|应当?|应该|必须|是否|没有|未|不再|考虑|有待)"
    f"(?:要|能|够|{choice('titles.eagerly')})*$"
)
HAPPEN = re.compile(
    rf"(?:在[^，。\n]{{2,12}})?(?:已经?|也|便|就|将|正式|近日|日前|昨[日天]|今[日天]|(?:即日|昨[日天]|今[日天]?|明[日天]|本[周月]|下[周月]|月初|\d{{1,2}}日|\d{{1,2}}月)起|本周.?|上周.|下周.|今年|去年|元月|月底|年底|\d{{1,2}}月(?:\d{{1,2}}日)?|\d{{1,2}}[日号]|每[天日晚周月年](?:[一二三四五六日末底初]|[一二三四五六七八九十\d]{{1,3}}[日号])?|集中|同时|随之)*{one_of(MEASURES['verbs']['happen'])}"
)
_COUNT_HEAD = re.compile(
    f"^(?:了|着|一系列|广泛|积极|全面|及时|(?:全[国省市区县州厂])?首[个批趟支家列座]|全新|起|{choice('titles.several')}|过|的)*"
    f"(?:(?:全[国省市区县州厂])?{NUMBER}(?:{choice('titles.counters')}))?(?:的|由)?"
)


def is_asked(text: str, at: int) -> bool:
    """True when the words up to ``at`` ask others to do, or wish for, what a verb there tells."""
    return bool(_ASKED.search(text, max(0, at - 24), at))


def uncounted(name: str) -> str:
    """``name`` without a number, a measure word and words like 首个 in front."""
    return _COUNT_HEAD.sub("", name)


@dataclass(frozen=True, slots=True)
class Title:
    """A name at ``start``–``end`` of the folded text, its ``form`` (paper, quoted, phrase, owned) and measure type.

    ``verb`` is where the verb that introduces a phrase begins, None when there is none.
    """

    name: str
    kind: str
    form: str
    start: int
    end: int
    verb: int | None = None


def verb_before(text: str, position: int) -> int | None:
    """Where the last verb of putting in place begins in the clause up to ``position``."""
    start = max(text.rfind(mark, max(0, position - 40), position) for mark in "，。；\n：") + 1
    verbs = list(ACT.finditer(text, max(start, position - 40, 0), position))
    return verbs[-1].start() if verbs and not re.search("[。；\n]", text[verbs[-1].end() : position]) else None

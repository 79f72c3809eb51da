"""What a printed phrase for those who get something stands for: a group, a place, a body named before, or nobody.

Phrases are found by where they stand in a sentence; those that name nobody (余下的) are told here, and which body is
meant by its last words (支队, 该公司). Positions are those of the folded text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from seeds.reading.drafts import PartyDraft
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.lexicon import choice, one_of, words
from unionarchive.common.divisions import Unknown, by_short_name

_GROUP = re.compile(one_of(words("aid")["nouns"]["groups"]))
_PEOPLE = re.compile(
    "(?:[员工农民户者师友手童妇汉娘们家婆爷奶娃妹弟哥姐叔姨伯爸妈]|(?<![本主夫每有无])人|[哥姐弟兄]俩|家的|[\u4e00-\u9fff]{2}[军兵])$"
)
_BODY = re.compile(f"(?:{choice('bodies.taker_ends')}|[一二三四五六七八九十]中|[附一]小)$")
_PLACE = re.compile(
    rf"(?:[省市县区州旗盟镇乡村街寨屯]|街道|(?<=[\u4e00-\u9fff]{{2}})沿线|{choice('bodies.ground_ends')})$"
)
_NOBODY = re.compile(
    f"(?:国家|大家|自家|[全本][省市县区州局厂国]$|余下|剩下|其中|其余|预留|每[户人名家位个]|由|已|并|将|还|又|{choice('handing.of_sum')}|共|约|达到|经|从|按|生活$"
    "|儿子$|女儿$)"
)
_TAKEN_OFF = re.compile(
    "^(?:[\u4e00-\u9fff]{1,6}?[则已也还又][为向给]|睡在|到(?!了|[达来])|[则再并又还也][为给]|达(?=[\u4e00-\u9fff]{2,}[市县区乡镇村州]$)|了)"
)
_LEFT_ON = re.compile(f"(?:{choice('time.left_on')})+$")
_MEANT = re.compile("(?:该|这[个家所座]|那[个家所座]|本)(?P<kind>[\u4e00-\u9fff]{1,4})")
_NAMED_PLACE = re.compile("[\u4e00-\u9fff]{2,6}?[市县区镇乡村]")
_TOO_COMMON = frozenset(["工会", "企业", "单位", "公司", "医院", "学校", "社区", "总工会"])
_LOOK_BACK = 400  # characters; a body spoken of by its last words was named not long before


def is_group(phrase: str) -> bool:
    """True when ``phrase`` names people, a body or a place."""
    if _NOBODY.match(phrase):
        return False
    return bool(
        _GROUP.search(phrase) or _PEOPLE.search(phrase) or _BODY.search(phrase) or _PLACE.search(phrase)
    ) or is_place(phrase)


def is_place(phrase: str) -> bool:
    """True for the short name of a division: 岳阳."""
    return len(phrase) <= 3 and not isinstance(by_short_name(phrase), Unknown)


def meant_by(
    text: str, actors: Sequence[Actor], starts: Sequence[int], party: PartyDraft, gift: Gift, home: str | None
) -> PartyDraft | None:
    """Whom ``party``, who gets ``gift``, stands for; None when its words name nobody.

    ``starts`` are those of ``actors``, in order; ``home`` is what the paper calls 我市.
    """
    at = gift.end
    phrase = _LEFT_ON.sub("", _TAKEN_OFF.sub("", party.name))
    phrase = re.split("[都均]是", phrase)[0].lstrip("日月")  # 学员都是返乡农民工; 至12日坚守岗位的工人
    if ours := re.match("我([省市县区州旗盟])(?:的|$)", phrase):
        return PartyDraft(home if home and home.endswith(ours[1]) else ours[0].rstrip("的"), "group")
    near = actors[bisect_left(starts, at - _LOOK_BACK) : bisect_left(starts, at)]
    before = [a for a in near if a.kind == "organisation" and a.name not in gift.donor_names]
    if match := _MEANT.fullmatch(phrase):
        kind = match["kind"]
        named = next((a.name for a in reversed(before) if a.name.endswith(kind)), None)
        if named:
            return PartyDraft(named, "organisation")
        places = [p for p in _NAMED_PLACE.findall(text, max(0, at - _LOOK_BACK), at) if p.endswith(kind)]
        return PartyDraft(places[-1], "group") if places and len(kind) == 1 else party
    if 2 <= len(phrase) <= 5 and phrase not in _TOO_COMMON and _BODY.search(phrase):
        named = next((a.name for a in reversed(before) if a.name.endswith(phrase)), None)
        if named:
            return PartyDraft(named, "organisation")
    quoted = text.find(f"“{phrase}”", max(0, at - _LOOK_BACK), at) >= 0
    if not quoted and not is_group(re.sub("（[^（）]*）", "", phrase)):
        return None
    return party if phrase == party.name else PartyDraft(phrase, party.kind)

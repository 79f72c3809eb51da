"""Bodies that a sentence means without naming them: 全市两级工会, 慰问团, 工会 alone, 我市.

Each stands for a body that the page names elsewhere or that its home place has; what cannot be told is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from seeds.reading.facts.anchored import Opening
from seeds.reading.facts.lexicon import choice

_LADDER = re.compile(
    r"(?P<place>全[省市县区州旗]|自治区和[省市县区州]|[省市县区州](?=[、（和各两三])|(?:(?<=[，。；、\n：由“])|^)[\u4e00-\u9fff]{2,4}?[省市县区州旗]?)"
    r"(?:、[省市县区州旗]|（[市区县旗、]{1,6}）|和[省市县区州旗]){0,4}(?:各级|[两二三四]级|所有)?工会(?:系统|组织)?(?!主席|干部|会|经|职|小|工|法|卡|驿)"
)
_MISSION = re.compile(r"慰问[团组]|慰问小组|工会(?<=[，。；\n、由]..)(?=[^主干经会法小工职]|的)|工会“?娘家人”?")
_OF_PLACE = frozenset(f"{level}总工会" for level in ("", *"省市县区州旗"))
_ADMIN = re.compile(f"我(?:省|市|县|区|旗|州)(?=(?:已|也|将|又|还|再)?(?:{choice('handing.place_gives')}|从))")
# 泾源县日前出台…, 由该县拨付: a place that acts stands for its government
_PLACE = Opening(
    r"((?![该这本全各])[\u4e00-\u9fff]{2,6}?(?<![已向灾疫])[县市区旗])(?=日前|近日|已|也|将|还|同时|今年|出台|举办|拨|向)",
    after="，。；\n：”）",
)
_THAT_PLACE = re.compile(r"该(?<=[由，。；\n]该)([县市区旗])(?=拨|已|向|将|还|又|同时|财政|从|为)")

# 该行另拿出500万元; 商会也凑了10万元: the last body of that kind
_THAT_BODY = re.compile(
    rf"(?:(?<![给为向对替帮])该(?P<that>[行会队厂社局所校院]|农商行|银行|商会|协会|合作社)|(?<=[，。；\n])(?P<bare>{choice('bodies.kinds')}))"
    "(?=[也又还另再则将已拟共][^些是]|主动|当[即天晚日]|随[即后]|接着|连夜|同时|累计|提供|免|拿|出|从|给|为|向|把|送|派|捐|安排|垫|筹)"
)
# 这家公司从七月起给…, 由厂里支付: the body just told of
_THIS_BODY = re.compile(
    rf"这[家个所支座间][\u4e00-\u9fff]{{0,4}}?(?P<this>{choice('bodies.this_kind')})(?![的是们])"
    "|(?<=由)(?P<own>厂|矿|校|院|公司|集团)(?:里|上|方|行政)?(?=(?:全额|全部|统一|先行|全)?(?:承担|支付|负担|买单|埋单|出钱))"
)
# 机床厂及其工会: the union of the body that stands before it
_ITS_UNION = re.compile("[其该](?<=[及和与].)(?:(?<=其)|(?<=该)(?:厂|矿|校|院|公司|集团|企业|单位))(?:基层)?工会")
# 厂里没有赶人, 矿长在会上讲: the works that is told of
_HEADS = re.compile(
    rf"(?<=[，。；：\n“”])(?:(?P<head>厂|矿|校|院|行)长(?:[\u4e00-\u9fff]{{2,3}}?(?=在|{choice('telling.speaks')}))?"
    "|(?P<house>厂|矿|校|院)[里上方])(?![的有人召])"
)
_FIRMS = ("公司", "企业", "集团", "厂", "矿")
_SCHOOLS = ("学校", "小学", "中学", "学院", "大学")
_BANKS = ("银行", "农商行", "支行", "分行")
_KINDS_OF = {
    "公司": ("公司",), "企业": _FIRMS, "集团": ("集团", "公司"), "工厂": ("厂",), "学校": _SCHOOLS, "校": _SCHOOLS,
    "银行": _BANKS, "行": _BANKS, "院": ("医院", "学院"), "村": ("村", "村委会"),
}  # fmt: skip
_OF_KIND = {
    "妇联": ("妇联", "妇女联合会"),
    "残联": ("残联", "残疾人联合会"),
    "团委": ("团委", "委员会"),
    "慈善会": ("慈善会", "慈善总会"),
    "工商联": ("工商联", "工商业联合会"),
    "街道办": ("街道办事处",),
    "居委会": ("居委会", "居民委员会"),
    "村委会": ("村委会", "村民委员会"),
    "联社": ("联社", "信用合作社联合社"),
    "物业": ("物业公司", "物业服务公司", "物业管理公司"),
    "行": ("银行", "农商行", "支行", "分行"),
    "社": ("社",),
    "银行": ("银行", "农商行"),
}
_OF_ALL = re.compile("全[省市县区州旗]工会(?=系统|组织|[已共投将还也又今先筹捐拨发为向从，]|累计)")


@dataclass(frozen=True, slots=True)
class Bodies:
    """What the page knows: the type of each body by its full name, and the home place."""

    types: Mapping[str, str]
    home_place: str | None
    unions: tuple[str, ...] = field(default=())

    def union_of(self, place: str, named: Sequence[str]) -> str | None:
        """The territorial union that ``place`` (全市, 朔州, 州) means; ``named`` are the unions named before it."""
        if place.startswith("全") or len(place) == 1 or "和" in place:
            level = place[-1]
            if self.home_place and self.home_place.endswith(level):
                return f"{self.home_place}总工会"
            return next((n for n in (*reversed(named), *self.unions) if n.endswith(f"{level}总工会")), None)
        for name in (*reversed(named), *self.unions):
            if name.startswith(place) and name[len(place) :] in _OF_PLACE:
                return name
        if self.home_place and self.home_place.startswith(place):
            return f"{self.home_place}总工会"
        return None


def find_collectives(
    text: str, bodies: Bodies, taken: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str]]:
    """Start, end and full name of each body meant without its name; ``taken`` are the named ones, in order."""
    starts = [start for start, _, _ in taken]
    meant: list[tuple[int, str]] = []
    for match in _LADDER.finditer(text) if "工会" in text else ():
        if _free(taken, starts, match.start(), match.end()):
            before = taken[: bisect_left(starts, match.start())]
            named = [name for _, _, name in before if name.endswith("总工会")]
            name = bodies.union_of(match["place"], named)
            if name:
                meant.append((match.start(), name))
                yield match.start(), match.end(), name
    for match in _MISSION.finditer(text):
        if _free(taken, starts, match.start(), match.end()):
            before = taken[: bisect_left(starts, match.start())]
            unions = [name for _, _, name in before if bodies.types.get(name) == "trade_union"]
            unions += [name for at, name in meant if at < match.start()]
            if unions:  # the one told of most often, the last of several
                yield match.start(), match.end(), max(reversed(unions), key=Counter(unions).__getitem__)
    acting = [(match.start(1), match.end(1), match[1]) for match in _PLACE.finditer(text)]
    for start, end, place in acting:
        if _free(taken, starts, start, end):
            yield start, end, f"{place}人民政府"
    for match in _THAT_PLACE.finditer(text):
        start = match.start(1) - 1
        place = next((p for at, _, p in reversed(acting) if at < start and p.endswith(match[1])), None)
        if place and _free(taken, starts, start, match.end(1)):
            yield start, match.end(1), f"{place}人民政府"
    yield from _pointed_at(text, taken, starts)
    yield from _this_body(text, taken, starts)
    yield from _its_union(text, taken, starts)
    for match in _ADMIN.finditer(text):
        if bodies.home_place:
            yield match.start(), match.end(), f"{bodies.home_place}人民政府"


def _pointed_at(
    text: str, taken: Sequence[tuple[int, int, str]], starts: Sequence[int]
) -> Iterator[tuple[int, int, str]]:
    """The last body of its kind for 该行 and 商会."""
    for match in _THAT_BODY.finditer(text):
        kind = match["that"] or match["bare"]
        ends = _OF_KIND.get(kind, (kind,))
        before = taken[: bisect_left(starts, match.start())]
        that = next((name for _, _, name in reversed(before) if name.endswith(ends)), None)
        if that and _free(taken, starts, match.start(), match.end()):
            yield match.start(), match.end(), that


def _its_union(
    text: str, taken: Sequence[tuple[int, int, str]], starts: Sequence[int]
) -> Iterator[tuple[int, int, str]]:
    """The union of the body right before 及其工会."""
    for match in _ITS_UNION.finditer(text):
        last = taken[bisect_left(starts, match.start()) - 1 :][:1]
        if last and last[0][1] == match.start() - 1 and not last[0][2].endswith("工会"):
            yield match.start(), match.end(), f"{last[0][2]}工会"


def _this_body(
    text: str, taken: Sequence[tuple[int, int, str]], starts: Sequence[int]
) -> Iterator[tuple[int, int, str]]:
    """The last body of its kind for 这家公司 and, where it pays, 厂里, also by the name of its union."""
    for match in (*_THIS_BODY.finditer(text), *_HEADS.finditer(text)):
        kind = next(word for word in match.groups() if word)
        ends = _KINDS_OF.get(kind, (kind,))
        for _, _, name in reversed(taken[: bisect_left(starts, match.start())]):
            body = name if match.re is _THIS_BODY and match["this"] else name.removesuffix("工会")
            if body.endswith(ends):
                if _free(taken, starts, match.start(), match.end()):
                    yield match.start(), match.end(), body
                break


def of_all(text: str, start: int, end: int) -> bool:
    """True for 工会 in 全市工会, which is not the union named last but all of the place's."""
    return text[start:end] == "工会" and _OF_ALL.match(text, max(0, start - 2)) is not None


def _free(taken: Sequence[tuple[int, int, str]], starts: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(starts, start)
    return all(not (a < end and start < b) for a, b, _ in taken[max(at - 1, 0) : at + 2])

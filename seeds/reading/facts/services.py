"""Help that is neither money nor goods: 心理咨询593人次, 免费培训农民工154人, 为85名残疾职工免费体检.

Only services that the word list knows, and only with a number of people helped. Reads folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from seeds.reading.drafts import ItemDraft
from seeds.reading.facts.counts import GOODS, HOUSEHOLDS, PERSONS, Quantity
from seeds.reading.facts.goods import Goods
from seeds.reading.facts.lexicon import choice, leading, one_of, words, words_of
from seeds.reading.facts.statements import Clause

_SERVICES = words("aid")["services"]
_NAME = re.compile(f"{leading(_SERVICES['names'])}(?!服务?热线|{choice('services.not_service')})")
_FREE = re.compile(rf"{choice('services.offered')}|安排(?=\d+名)")
_PREFIX = re.compile(f"(?:{choice('services.fields')})+$")
ITEMS = re.compile(rf"{leading(_SERVICES['items'])}$")


# 没收一分修理费, 一分钱没要, 工时费全免
_GRATIS = re.compile(
    f"{choice('services.gratis')}|分文[不未没]|不要钱|没要钱|(?:不|没有?|未)(?:再)?[收要取](?:取|过)?[^，。；]{{0,6}}(?:钱|费|租金|报酬|分文)"
    f"|一(?:分|块|毛)钱?[^，。；]{{0,4}}(?:不|没有?|未)[收要取]|费用?(?:也|都)?(?:全免|全部?免|一律免|免收|免除|分文|一分)"
)
# Work that is counted by what was done: 代写诉状126份. ``always`` is help even where nothing says that it was free.
_TASK = re.compile(
    rf"(?P<act>{one_of([*_SERVICES['tasks'], *_SERVICES['always']])})(?:了|好|出|完)?"
    r"(?!人员|车|队|员|(?<=药)(?:箱|品|盒|包))(?P<object>[\u4e00-\u9fff、]{0,10}?)(?:共|近|约|累计|达|逾|超)*$"
)
_NOT_DONE = re.compile(f"(?:{choice('services.no_deed')})$")
_ONLY_COUNTS = re.compile(
    rf"(?:已|共|累计|先后|[天日周月]里|[\d一二两三四五六七八九十]|目前|截至今日|服务|{choice('services.had_it')}|为|了|约|近|超)*"
)
# What is done for nothing, by whatever verb of work: 剃头63个, 给老人补拍寿照100张, 替人碾谷1.9万斤
_ANY_WORK = re.compile(
    "(?P<act>(?:[补代帮重加][修补缝改拍写配]|[修补缝改拉拖剃剪洗擦拆拍照写磨碾犁耕割挑背抬敷焊跑授喂扫铲挖]))"
    "(?P<object>[\u4e00-\u9fff]{0,5}?)(?:了|过|有|出|好|完|共|一共|约|近){0,2}$"
)
_THEN = re.compile("(?:的)?(?P<object>[\\u4e00-\\u9fff]{2,5}?)(?=，|。|；|$|供|给|免费|用|让|作)")
_JUST = re.compile(f"(?<!承)(?P<act>{choice('services.gave_up')})了?(?P<object>)(?:约|近)?$")  # 腾出86间客房
_MAKES = frozenset(words_of("services.made"))  # what was made is the service
_HIRES = frozenset(["包了", "租了"])  # 包了10辆大巴
_ALWAYS = frozenset(_SERVICES["always"]) | _HIRES | {"收拾出", "让出", "空出", "辟出"}
_FREE_ACT = re.compile(
    r"(?:免费|义务|无偿)(?:地)?(?:为|给|替|对|向)?(?P<act>(?![发送供提开使乘入参投赠配分交派干忙来去当])[\u4e00-\u9fff]{2,10}?)(?<!的)(?=，|。|；|、|等|$|\d|共|累计|近|约)"
)
# 免费诊治牲畜2.3万头, 免费翻耕稻田1300亩
_FREE_WORK = re.compile(
    r"(?:免费|义务|无偿)(?:地)?(?P<act>(?![发送供提开使乘入参投赠配捐拨运调领为给替对向分交派捎])[\u4e00-\u9fff]{2})(?P<object>[\u4e00-\u9fff]{2,6}?)(?:共|近|约|累计|达|逾|超)*$"
)


@dataclass(frozen=True, slots=True)
class Service:
    """A service named at ``start``–``end``; ``count`` people in ``unit`` where its own words say so (人次)."""

    goods: Goods
    count: int | None
    unit: str | None
    start: int
    end: int
    bound: str = "exact"  # of the count: 260多人次


def may_be_free(text: str, clause: Clause) -> bool:
    """False for a clause without a word that says that something was done for nothing."""
    return bool(_FREE.search(text, clause.start, clause.end))


def find_services(text: str, clause: Clause) -> Iterator[Service]:
    """The services that ``clause`` names with a number of person-times, or as free of charge."""
    times = [quantity for quantity in clause.quantities if quantity.unit == "人次"]
    last = clause.start
    for quantity in times:
        match = _last(text, last, quantity.start) or _NAME.search(text, quantity.end, quantity.end + 8)
        match = match or _told_before(text, clause, quantity)
        if match:
            start, end = min(match.start(), quantity.start), max(match.end(), quantity.end)
            yield Service(_goods(text, match, last), quantity.whole, "人次", start, end, quantity.bound)
        last = quantity.end
    if times:
        return
    free = _FREE.search(text, clause.start, clause.end)
    if not free:
        return
    matches = list(_NAME.finditer(text, clause.start if free[0] == "上门" else free.start(), clause.end))
    matches = [
        match for match in matches if not re.match("服务?热线|服务?电话|服务?平台", text[match.end() : match.end() + 4])
    ]
    if matches:
        match = matches[0] if matches[0].start() <= free.end() + 2 else matches[-1]
        yield Service(_goods(text, match, clause.start), None, None, match.start(), match.end())


def _told_before(text: str, clause: Clause, quantity: Quantity) -> re.Match[str] | None:
    """The service that the clause before names and this one only counts: 免费解答咨询，已接待530余人次."""
    if clause.lead != "，" or not _ONLY_COUNTS.fullmatch(text, clause.start, quantity.start):
        return None
    before = text[max(0, clause.start - 24) : clause.start - 1].rsplit("，", 1)[-1].rsplit("。", 1)[-1]
    start = clause.start - 1 - len(before)
    return _last(text, start, clause.start - 1) if _GRATIS.search(before) else None


def find_tasks(text: str, clause: Clause, sentence: str) -> Iterator[Service]:
    """Work done for others that ``clause`` counts; ``sentence`` are the words in which it must be said to be free."""
    gratis = _GRATIS.search(sentence) is not None
    last = clause.start
    for quantity in clause.quantities:
        if quantity.unit not in GOODS and quantity.unit not in ("处", "次"):
            continue
        before = text[max(last, quantity.start - 22) : quantity.start]
        behind = _THEN.match(text, quantity.end, clause.end)
        just = _JUST.search(before) if behind else None
        if just and just["act"] in _HIRES and quantity.unit not in ("辆", "架", "艘", "间"):
            just = None
        match = just or _TASK.search(before) or _FREE_WORK.search(before)
        near = _GRATIS.search(text, max(0, clause.start - 30), clause.end + 16) if gratis and not match else None
        if near and not _gives(clause, quantity):
            match = _ANY_WORK.search(before)
        last = quantity.end
        if match and (gratis or match["act"] in _ALWAYS):
            start = quantity.start - len(match[0])
            thing = behind["object"] if behind and not match["object"] else match["object"]
            yield Service(_task(match["act"], thing, quantity, start), None, None, start, quantity.end)


def _gives(clause: Clause, quantity: Quantity) -> bool:
    """True when a verb of giving stands right before ``quantity``, so that it counts goods."""
    return any(quantity.start - 8 < verb.end <= quantity.start and verb.word != "送" for verb in clause.verbs)


def _task(act: str, thing: str, quantity: Quantity, start: int) -> Goods:
    thing = thing.removeprefix("的")
    name = thing if act in _MAKES and thing else act + thing
    return Goods(ItemDraft(name, quantity.value, quantity.unit), quantity.bound, start, quantity.end)


def find_free(text: str, clause: Clause) -> Service | None:
    """What ``clause`` says was done for people free of charge, under whatever name: 免费装配假肢."""
    match = _FREE_ACT.search(text, clause.start, clause.end)
    if not match or _NOT_DONE.search(match["act"]):
        return None
    counted = next((q for q in clause.quantities if q.unit in PERSONS | HOUSEHOLDS and q.start == match.end()), None)
    goods = Goods(ItemDraft(match["act"], None, None), "exact", match.start("act"), match.end("act"))
    whole = counted.whole if counted else None
    unit, end = (counted.unit, counted.end) if counted else (None, match.end())
    return Service(goods, whole, unit, match.start(), end, counted.bound if counted else "exact")


def _last(text: str, start: int, end: int) -> re.Match[str] | None:
    matches = list(_NAME.finditer(text, max(start, end - 16), end))
    return matches[-1] if matches else None


def _goods(text: str, match: re.Match[str], least: int) -> Goods:
    prefix = _PREFIX.search(text[max(least, match.start() - 8) : match.start()])
    name = (prefix[0].removeprefix("免费") if prefix else "") + match[0]
    return Goods(ItemDraft(name, None, None), "exact", match.start() - (len(prefix[0]) if prefix else 0), match.end())

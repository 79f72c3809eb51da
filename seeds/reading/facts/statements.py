"""The sentences and clauses of a text, with what a statement of aid is made of: verbs, sums, quantities, dates.

Reads folded text; all positions are those of the folded text. Only sentences that hold a figure are looked at closely.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from seeds.reading.facts.amounts import Amount
from seeds.reading.facts.counts import Quantity, find_quantities, number_places
from seeds.reading.facts.dates import DateWords
from seeds.reading.facts.lexicon import choice, leading, words
from unionarchive.common.values import value

_AID = words("aid")
_KINDS = {word: kind for kind, vocabulary in _AID["verbs"].items() for word in vocabulary}
_VERB = re.compile(leading(_KINDS))
# A list of figures has no full stops: each bullet, and each 名目：数字 that another follows, is a sentence.
_SENTENCE_END = re.compile(
    r"(?:[。！？]|(?<!分[配解账]：)\n)[。！？\n]*[”’」』）]*|(?=[●■▲△◆◇★])|(?<=[元只个人吨次户名件])(?=(?!其中|惠及|受益)[\u4e00-\u9fff、]{2,18}：[\d.]+[万亿]?[元只个人吨次户名件])"
)
_FULL_STOP = re.compile(
    r"(?:[。！？]|(?<!分[配解账]：)\n)[。！？\n]*[”’」』）]*"
)  # the same for a text without such lists
_LISTING = re.compile(r"[●■▲△◆◇★]|：[\d.]")
# 交到家属手里的，是慰问金 is one clause.
_CLAUSE_END = re.compile(
    r"：\n|[，；。！？\n…：—](?:(?<=[；。！？\n…])|(?<=，)(?:(?<!的，)|(?!(?:便|就)?是))|(?<=：)(?!\d)|(?<=—)—)"
)  # 口罩：24万只 is one clause
# 补贴资金, 救助标准, 捐款中的10万元: here the word is a noun.
_NOUNED = re.compile(f"(?:专项|配套)?(?:资金|款项?|金(?!融)|{choice('money.noun_ends')})")
_LONGEST_SENTENCE = 600  # characters; newspapers' longest, lists and all, have some four hundred
_CUT = re.compile(r"(?=[，；、元])|(?<=.{200})", re.DOTALL)
_UNIT_STARTS = "".join(
    sorted(
        {unit[0] for table in ("beneficiaries", "goods") for group in words("units")[table].values() for unit in group}
    )
)
_FIGURE = re.compile(rf"\d|[一二两三四五六七八九十百千万半][余多]?[{_UNIT_STARTS}]")
_WEAK = frozenset(_AID["weak"]["verbs"])
# 捐 and 发 are verbs of their own only where a giver's sentence has room for them.
_SINGLE = {
    "发": re.compile(
        rf"(?<=[每人户各给上当场统一辆村车])发(?=了|[\d一两三四五六七八九十])|发(?=\d|(?:{choice('money.given')})\d)"
    ),
    "送": re.compile(
        r"送(?=的(?:，|。|$)|了|[\d一两三四五六七八九十]|[^，。]{1,8}[\d一两三四五六七八九十])|送$|送(?=，)"
    ),
    "给": re.compile(
        r"(?<![送发交捐赠拨寄汇补分留转借付递塞])给(?=[^，。；]{2,36}每[人户名家位站队]\d)|(?<=[会司院校局社店厂团委部])给(?=的(?:，|。|$))"
    ),
    "供": re.compile(r"供(?=餐\d)"),
    "运": re.compile(r"运(?=的[\u4e00-\u9fff]{1,8}[有达共]*\d)"),
    "出": re.compile(
        r"(?<![付支拿掏捐拨划超卖多退借贷突高派指花提取转挤省匀倒腾送发寄汇运搬让凑])出(?=了?(?:近|约)?\d[\d.]*[余多]?[万亿]?元)|(?<=[，；我你他她家号店铺])出(?=[\u4e00-\u9fff]{1,5}\d+[个箱袋斤只张份桶瓶捆车])"
    ),
    "放": re.compile(r"(?<=[里中上间每])放(?:了|着)?(?=[\u4e00-\u9fff]{2,6}\d+[台个箱瓶桶袋床张只件套])"),
    "捐": re.compile(r"捐(?=了|的(?:，|。|；|$)|[\d一两三四五六七八九十]|[^，。]{1,8}[\d一两三四五六七八九十])"),
    "汇": re.compile(r"汇(?=了|[\d一两三四五六七八九十])"),
    "寄": re.compile(r"寄(?=了|[\d一两三四五六七八九十])"),
    "拨": re.compile(r"拨(?=了|[\d一两三四五六七八九十]|专款|[^，。打通开]{1,8}(?:资金|经费|款|金)\d)"),
    "申请": re.compile(r"申请(?=了?[^，。]{0,10}[\d一两三四五六七八九十])"),
    "支持": re.compile(r"支持(?=[\d一两三四五六七八九十])"),
    "塞": re.compile(r"塞(?=给|到|进|了|[\d一两三四五六七八九十])"),
    "予": re.compile(r"(?<![给授赋准寄])予(?=\S{2,12}[\d一两三四五六七八九十])"),
    "买": re.compile(
        r"买(?=了|的(?:，|。|；|$)|[\u4e00-\u9fff、]{2,10}\d+[副条双件套只个箱台张袋桶床]|[\d一两三四五六七八九十])"
    ),
    "添": re.compile(r"添(?=了|[\d一两三四五六七八九十]|[^，。上加置]{1,8}\d)"),
    "赠": re.compile(r"赠(?=了|[\d一两三四五六七八九十])"),
    "补": re.compile(r"(?<![弥填修替候贴递增织奖互])补(?=[\d一两三四五六七八九十]|伙食|餐费|误餐|路费|差价)"),
    "贴息": re.compile(r"贴息(?=[约近共达]?\d)"),
    "办了": re.compile(r"办了(?=[^，。\d]{0,3}\d[\d.]*[万亿]?元[^，。]{0,8}贷)"),
    "获": re.compile(r"获(?=\d|赠|助|捐)"),
}


@value
class Verb:
    """A verb of aid: ``kind`` is give, allocate, receive, lend or waive."""

    word: str
    kind: str
    start: int
    end: int
    weak: bool = False  # a verb that is as often part of a noun: 慰问资金, 补贴资金


@value
class Clause:
    """A stretch between two commas, without them. ``lead`` is the mark in front of it, "" at a sentence's start."""

    start: int
    end: int
    lead: str
    verbs: tuple[Verb, ...]
    amounts: tuple[Amount, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateWords, ...]


@value
class Sentence:
    """A sentence's clauses; ``opens`` is True for the first of a paragraph."""

    start: int
    end: int
    clauses: tuple[Clause, ...]
    opens: bool


def _ends(text: str) -> Iterator[re.Match[str]]:
    """Where sentences end; one that runs on past all measure is cut, so that each costs a bounded look."""
    start = 0
    pattern = _SENTENCE_END if _LISTING.search(text) else _FULL_STOP
    for match in pattern.finditer(text + "\n"):
        while match.start() - start > _LONGEST_SENTENCE:
            cut = _CUT.search(text, start + _LONGEST_SENTENCE)
            if cut is None or cut.end() >= match.start():
                break
            yield cut
            start = cut.end()
        yield match
        start = match.end()


@value
class SentenceSpan:
    """A sentence that is parsed when it is worth it; ``opens`` is True for the first of a paragraph."""

    text: str
    start: int
    end: int
    opens: bool
    amounts: tuple[Amount, ...]
    dates: tuple[DateWords, ...]

    def parsed(self) -> Sentence | None:
        """The sentence with its clauses, None when it holds no figure and so can tell of no aid."""
        if not self.amounts and not _FIGURE.search(self.text, self.start, self.end):
            return None
        clauses = tuple(_clauses(self.text, self.start, self.end, self.amounts, self.dates))
        return Sentence(self.start, self.end, clauses, self.opens)


def sentences(text: str, amounts: tuple[Amount, ...], dates: tuple[DateWords, ...]) -> Iterator[SentenceSpan]:
    """The sentences of ``text`` in their order."""
    start, opens = 0, True
    at_amount = at_date = 0
    for match in _ends(text):
        end = min(match.end(), len(text))
        if match.start() > start and end > start:
            upto_amount, upto_date = at_amount, at_date
            while upto_amount < len(amounts) and amounts[upto_amount].start < end:
                upto_amount += 1
            while upto_date < len(dates) and dates[upto_date].start < end:
                upto_date += 1
            yield SentenceSpan(
                text, start, match.start(), opens, amounts[at_amount:upto_amount], dates[at_date:upto_date]
            )
            at_amount, at_date = upto_amount, upto_date
        opens = "\n" in match[0]
        start = end


def _clauses(
    text: str, start: int, end: int, amounts: tuple[Amount, ...], dates: tuple[DateWords, ...]
) -> Iterator[Clause]:
    lead = ""
    marks = [*_CLAUSE_END.finditer(text, start, end)]
    bounds = [(match.start(), match.end(), match[0]) for match in marks] + [(end, end, "")]
    verbs, numbers = [*_VERB.finditer(text, start, end)], number_places(text, start, end)  # no mark stands in either
    starts = [amount.start for amount in amounts], [date.start for date in dates], [verb.start() for verb in verbs]
    last = max([*numbers[-1:], *(some[-1] for some in starts if some)], default=-1)
    at_amount = at_date = at_verb = at_number = 0
    for stop, after, mark in bounds:
        if stop > start:
            if start > last:  # nothing of the kind stands in what is left
                yield Clause(start, stop, lead, (), (), (), ())
            else:
                upto_amount, upto_date, upto_verb = (bisect_left(some, stop) for some in starts)
                upto_number = bisect_left(numbers, stop)
                sums, counted = amounts[at_amount:upto_amount], upto_number > at_number
                told = tuple(_verbs(text, stop, verbs[at_verb:upto_verb])) if upto_verb > at_verb else ()
                yield Clause(
                    start, stop, lead, told, sums, _quantities(text, start, stop, sums) if counted else (),
                    dates[at_date:upto_date],
                )  # fmt: skip
                at_amount, at_date, at_verb, at_number = upto_amount, upto_date, upto_verb, upto_number
        start, lead = after, mark.rstrip("\n") or mark


def _quantities(text: str, start: int, end: int, amounts: tuple[Amount, ...]) -> tuple[Quantity, ...]:
    found = find_quantities(text, start, end)
    if not amounts:
        return found
    return tuple(
        quantity
        for quantity in found
        if not any(amount.start < quantity.end and quantity.start < amount.end for amount in amounts)
    )


def find_verbs(text: str, start: int, end: int) -> Iterator[Verb]:
    """The verbs of aid in ``text[start:end]``, look-alikes left out."""
    return _verbs(text, end, _VERB.finditer(text, start, end))


def _verbs(text: str, end: int, found: Iterable[re.Match[str]]) -> Iterator[Verb]:
    """Those of the verbs ``found`` in words up to ``end`` that tell of aid there."""
    for match in found:
        word = match[0]
        kind = _KINDS[word]
        if word in _WEAK and _NOUNED.match(text, match.end()):
            continue
        if kind == "none" or (word in _SINGLE and not _SINGLE[word].match(text, match.start(), end)):
            continue
        weak = word in _WEAK and text[match.start() - 2 : match.start()] not in ("免费", "无偿", "义务")
        yield Verb(word, kind, match.start(), match.end(), weak)

"""Who gets what a list of givers tells of: the body that receives or hands on, and the one on whose board it hangs.

Lists name the giver in each row and the receiver once: in the heading, below the list, or by the board. Reads folded
text; positions are those of the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from seeds.reading.drafts import DatedDraft, PartyDraft
from seeds.reading.facts.actors import Actor
from seeds.reading.facts.days import is_day_of_giving
from seeds.reading.facts.gifts import Gift
from seeds.reading.facts.lexicon import choice
from seeds.reading.facts.telling import ToldText

_WHAT = f"(?:{choice('money.listed')})"
_PASSED_ON = re.compile(f"{_WHAT}[^。；]{{0,14}}(?:{choice('handing.hands_to', 'handing.sends_to')})(?:了|给)?$")
_TAKEN_BY = re.compile(f"{_WHAT}[^。；]{{0,14}}由$")
_TAKES = re.compile(f"(?:统一|负责|代为)?(?:{choice('handing.keeps')})")
_COLLECTS = re.compile(
    "[^。；，]{0,4}(?:收到|接收)[^。；]{0,12}(?:捐赠|捐款|款物|捐助|捐物)[^。；：]{0,24}(?:：|如下|明细|公示|公告|名单|\n|$)"
)
# 市红十字会捐赠公告, 区慈善总会20日收到的捐赠, 省总工会救灾物资接收组公布
_NAMED_IN_HEAD = re.compile(
    rf"(?:救灾|抗[疫洪震旱]|爱心|社会)?(?:(?:捐赠|捐款|款物|物资|善款|接收捐赠)[^，。；\n]{{0,4}}(?:{choice('telling.lists')})"
    rf"|(?:[\d月日至]{{0,12}})(?:收到|接收|收)(?:的|了)?(?:社会|各界|爱心|部分)?(?:捐赠|捐款|款物|善款|物资|捐物)|(?:\d{{1,2}}日)?收）)"
)
_BOARD = re.compile(f"的?(?:{choice('telling.boards')})")
_DAYS = "[\\d年月日至起到—~～、.-]"
# （市总工会救灾办公室8月26日至30日收到）, （县总工会救灾专户，截至4月26日）, （区红十字会6月登记）
_KEEPS_BOOK = re.compile(
    f"[^，。；：、和\\n（）]{{0,12}}?(?:(?:{choice('telling.purses')})[”’]?(?=[，。；）\\d]|{choice('telling.books')})"
    f"|{_DAYS}{{0,20}}(?:{choice('telling.books')})(?=[，。；：）\\n]|$)|{_DAYS}{{2,20}}）)"
)
# 慈善总会救灾物资接收组 takes for its house
_OFFICE = re.compile("(?<=[会局处办])(?:救灾|抗[疫洪震旱]|爱心|社会)?(?:捐赠|捐款|款物|物资|善款)*接收[组点站]$")
_SIGNS = "●○■□▲△◆◇★☆▪▣▶·※"
_ROW = re.compile(f"[{_SIGNS}][^{_SIGNS}，。；\\n]*$")
_ROW_LONGEST = 60  # characters of a row up to its figure
_BRACKET = 60  # characters from the bracket of a heading to the body that it names
_AND = ("、", "和", "与")
_LONGEST = 900  # characters of a list below its board


def name_list_takers(heads: Sequence[ToldText], body: ToldText, gifts: Sequence[Gift]) -> None:
    """Gives those of ``gifts`` of one article that have no receiver the one that its lists name.

    ``heads`` are its headline and what stands around it.
    """
    open_ones = [gift for gift in gifts if not gift.recipients and gift.status == "disbursed"]
    if not open_ones:
        return
    found = (_receiver(told.text, told.actors) for told in (*heads, body))
    everywhere = next((party for party in found if party), None)
    kept = next((parties for told in (*heads, body) if (parties := _book_keepers(told))), ())
    takers = kept or ((everywhere,) if everywhere else ())
    day = _day_of_list(body)
    boards = [actor for actor in body.actors if _BOARD.match(body.text, actor.end)]
    for gift in open_ones:
        board = next((a for a in reversed(boards) if a.end <= gift.end < a.end + _LONGEST), None)
        if board and board.name not in gift.donor_names:
            gift.recipients = (PartyDraft(board.name, board.kind),)
        elif (
            takers
            and _is_listed(gift, rows=bool(kept), text=body.text)
            and not {party.name for party in takers} & set(gift.donor_names)
        ):
            gift.recipients = takers
            gift.date = gift.date or day
        if gift.recipients:
            gift.marks.add("receiver_in_context")


def _day_of_list(body: ToldText) -> DatedDraft | None:
    """The one day on which a body received what the list tells of: 2月8日，市总工会接收以下捐赠."""
    for actor in body.actors:
        if actor.kind == "organisation" and _COLLECTS.match(body.text, actor.end):
            near = [date for date in body.dates if actor.start - 12 <= date.start < actor.start]
            return near[0].dated if len(near) == 1 and is_day_of_giving(body.text, near[0]) else None
    return None


def _is_listed(gift: Gift, *, rows: bool, text: str) -> bool:
    """True for a row of a list: in a table, without a verb, or, where ``rows`` count, behind a mark (●8日…送来煤)."""
    if "table" in gift.marks or gift.verb in ("", "捐"):
        return True
    return rows and _ROW.search(text, max(0, gift.end - _ROW_LONGEST), gift.end) is not None


def _book_keepers(told: ToldText) -> tuple[PartyDraft, ...]:
    """Who keeps the list of gifts, by the bracket in its heading: （市红十字会、市总工会2月21日至29日公示）."""
    for number, actor in enumerate(told.actors):
        opened = told.text.rfind("（", max(0, actor.start - _BRACKET), actor.start)
        if opened < 0 or told.text.find("）", opened, actor.start) >= 0:
            continue
        if actor.kind == "organisation" and _KEEPS_BOOK.match(told.text, actor.end):
            first = number
            while first and told.text[told.actors[first - 1].end : told.actors[first].start] in _AND:
                first -= 1
            return tuple(PartyDraft(each.name, each.kind) for each in told.actors[first : number + 1])
    return ()


def _receiver(text: str, actors: Sequence[Actor]) -> PartyDraft | None:
    """Who receives all that the list tells of, or to whom it is handed on."""
    found = None
    for actor in actors:
        if actor.kind != "organisation":
            continue
        before = text[max(0, actor.start - 24) : actor.start]
        if office := _OFFICE.search(actor.name):
            found = found or PartyDraft(actor.name[: office.start()], actor.kind)
        if _PASSED_ON.search(before):
            return PartyDraft(actor.name, actor.kind)
        if (
            _NAMED_IN_HEAD.match(text, actor.end)
            or _COLLECTS.match(text, actor.end)
            or (_TAKEN_BY.search(before) and _TAKES.match(text, actor.end))
        ):
            found = found or PartyDraft(actor.name, actor.kind)
    return found

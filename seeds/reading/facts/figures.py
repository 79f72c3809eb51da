"""What a figure in a clause means: rate or total, aid or something else, promised or paid, single or cumulative.

Every function looks at the words around one figure and answers one question. Positions are those of the folded text.
"""

from __future__ import annotations

import re

from seeds.reading.facts.amounts import Amount
from seeds.reading.facts.lexicon import choice, leading, words
from seeds.reading.facts.statements import Clause, Verb
from unionarchive.common.values import value

_AID = words("aid")
# 已拨付, but not 已答应出钱
DONE = re.compile(f"已(?!经济|经?(?:{choice('telling.agreed')}))")
_PLEDGED = re.compile(f"(?<![当随立])(?:{leading(_AID['auxiliaries']['pledged'])})")
_CUMULATIVE = re.compile(leading(_AID["auxiliaries"]["cumulative"]))
_SO_FAR = re.compile(
    rf"已经?(?:[为向给]\d|免费供应|免费发放|免费接送)|已有\d+[名户家人位][^，。]{{0,10}}(?:{choice('handing.had')})|[天日]半?里共"
    rf"|到[^，。]{{0,5}}\d日[已共]"
)
_BY_NOW = re.compile(
    rf"(?<!日)已(?:经)?(?:先后|陆续|累计|分[一二两三四五六七八九十\d]+批|{choice('handing.counted_up')}|向\S{{2,14}}拨付|向\S{{2,14}}发放)"
)
_ONE_AFTER_THE_OTHER = re.compile("先后(?=来|到|赶|走|抵|奔)")  # who came, not what they gave
_OTHER_NOUN = re.compile(leading(_AID["nouns"]["other"]))
_MONEY_NOUN = re.compile(leading(_AID["nouns"]["money"]))
_EVERY = re.compile(
    r"每(学期|[个]?(?:县市|县（[市区、]+）|[人户名位个家站车队天日月年份套条眼张班支台件箱队员床所盒镇乡村校区局厂店桶袋所矿口间亩栋处座艘辆棵头]|[县旗]|市(?!斤|[级直属总]))|\S家)|(人|户|站|队)均"
)
_TIMES = {"天": "day", "日": "day", "月": "month", "年": "year"}
_ARRIVED = re.compile(rf"到账|到了?\S{{0,6}}账|{choice('handing.arrived')}")
_RULES = re.compile(
    f"{choice('telling.rules_of')}|每(?:吸纳|招用|录用|带动|新增)|招用|符合条件|一次性(?:奖补|补助|补贴|奖励)|的[，]?每[人户名家]|奖补"
    f"|{choice('telling.rule_words')}|上限"
)
_CONDITION = re.compile(
    r"(?:对|凡|职工|的|因|连续|参训)\S{0,40}的[，]?(?:每|给予|补贴|奖补|按|一次性|最高|人均)|的，|的每[人户]"
)
_CONDITIONAL = re.compile(r"一次性(?!拨|发放|划|给|吸纳|稳岗|创业|就业)|最高|最多|可(?:以)?(?:借|贷|领|申请|获|补|享)")
_CREDIT = re.compile(r"贷|借(?!助|力|此|鉴|调)|缓缴|缓收|缓交|周转金(?!中)|授信|延期")
_VALUE = re.compile(
    r"(?:总?价值|货款|所需(?:的)?(?:资金|费用|款项|货款)?|折合(?:人民币|资金|现金)?|折价|市值|面值|成本|造价)(?:约|近|超|超过|达|共|人民币)?$"
)
_OWN_GIVING = frozenset(
    [
        "捐",
        "寄来",
        "送来",
        "捐出",
        "捐了",
        "捐款",
        "拿出",
        "掏出",
        "交到",
        "交给",
        "献上",
        "寄到",
        "汇到",
        "汇给",
        "寄给",
        "捐给",
        "送到",
    ]
)
_PAYS_FOR = frozenset(["补贴", "补助", "资助", "承担", "垫付", "垫", "代缴", "减免", "免收", "报销"])  # 补贴电费1500元
_WAGES = re.compile(f"(?:{choice('money.earned')})$")
_PAID_FOR = re.compile("[按照]市?价|付了?钱|买单|付账")
_RESOLVED = re.compile(
    f"{choice('telling.resolves')}|贴出[^，。]{{0,6}}(?:公告|告示|通告)|发[布出][^，。]{{0,4}}(?:公告|通告)|公告(?:称|说)"
    f"|{choice('telling.promises')}|(?:计划|准备)(?=[从在给为向再])|将(?=为|向|给|从|再|对)|拟|审议通过|同意|明年|下一步|下月|下周"
)
_OPENS_RULES = re.compile(
    r"规定(?!的?(?:标准|时间|数额|期限|比例)?[^，。]{0,2}(?:高|多出|低|提前|翻))[，：]?|按规定|按照规定|明确(?!专人)|标准[，：]|凡(?:进入|是|以)|对(?!其中)[^\d，]{2,40}的$"
)
_BRACKETED = re.compile(r"（[一二三四五六七八九十]{1,2}）(?=[^，]*(?:对|凡|每|户))")
_NUMBERED = re.compile(r"[一二三四五六七八九十\d]{1,2}[.、](?!\d)")
_ASKS = re.compile("要求(?!的)|希望各|倡议")
_DECIDES = re.compile(choice("telling.decides"))
_AT_ONCE = re.compile(choice("time.at_once"))
_FUND_OF = re.compile("(?:设立|新设|建立|成立|组建)[^，]{0,12}(?:基金|专项资金|互助金)$")
_FUND = re.compile(r"(?:设立|建立|成立|组建)(?:了)?(?:总?规模)?$")
_FOR_ONE = re.compile("(?:^|[，、：])一([户人家])$")
_PRICED = re.compile(r"一(条|份|张|套|盒|只|件)(?:成本|面值|价值|售价)\S{0,2}$")
_FROM = re.compile(r"由(?:每\S{1,4})?$")
_NOT_AID = re.compile(rf"(?:的)?(?:成本|罚款|运费|以上\d|{choice('money.not_aid')})")
_LIMIT = re.compile("为限|封顶")
_PAID_ONCE = re.compile("一次性发放")
_OF_EACH = re.compile(r"的每[人户名]")
_NUMBERED_PEOPLE = re.compile(r"\d[名户人位]")
_MORE = re.compile("余|多")
_OR_MORE = re.compile(r"\d[人户名]以上")
_FROM_SO_MANY = re.compile(r"(?:\d[人户名家]以上|\d至\d+[人户名家])$")
_WILL = re.compile(
    r"(?:^|[^即])将(?=补助|一次性|逐|分批|免费|资助|奖励|负责|再|为|向|给|支持|资助|从|于|按|投入|拿|拨|安排|捐|发放|分[一二三两四五\d批年期]|陆续|继续|全部|全额|统一|每[年月]|在|以|把|对|由|开展|新增|提供|赠|采购|购买|用)"
)
_COUNTED_UP = re.compile(
    r"截至|截止|今年以来|年以来|月以来|[一二两三四五六七八九十\d]年来|半年来|迄今|一年间|(?:汛期|疫情发生|活动开展|入夏|入冬|入汛)以来$"
)
_IS_CREDIT = re.compile("，(?:便|就)?是")


@value
class Rate:
    """Per what a figure is said: ``unit`` (人, 户, 天 …) and how it recurs, both None for a plain total."""

    unit: str | None
    recurring: str | None


def rate_of(text: str, clause: Clause, amount: Amount) -> Rate:
    """Per whom or what ``amount`` is said, by the 每 in front of it or the / behind it."""
    before = max([clause.start, *(other.end for other in clause.amounts if other.end <= amount.start)])
    units: list[str] = []
    for match in _EVERY.finditer(text, before, amount.start):
        unit = match[1] or match[2] or match[0][1]
        units.append("个" if unit.endswith("县市") else unit[-1] if unit[0] == "个" or unit.endswith("家") else unit)
    units.extend(amount.per)
    if one := _FOR_ONE.search(text[max(0, clause.start - 1) : amount.start]):
        units.append(one[1])  # 一户4000元
    if "按月" in text[before : amount.start]:
        units.append("月")
    if priced := _PRICED.search(text[before : amount.start]):
        units.append(priced[1])
    timed = next((_TIMES[unit] for unit in units if unit in _TIMES), None)
    plain = [unit for unit in units if unit not in _TIMES and unit != "学期"]
    unit = plain[0] if plain else next((u if u != "日" else "天" for u in units if u in _TIMES), None)
    return Rate(unit, timed)


def says_rate(words: str) -> bool:
    """True when ``words`` tell of something per head: 每人5000元."""
    return _EVERY.search(words) is not None


def head_unit(text: str, clause: Clause, start: int) -> str | None:
    """人, 户 and the like when what stands at ``start`` is given to each of them: 每人发10只口罩."""
    units = [match[1] or match[0][1] for match in _EVERY.finditer(text, clause.start, start)]
    return next((unit for unit in units if unit not in _TIMES), None)


def governing_verb(text: str, clause: Clause, start: int, end: int) -> Verb | None:
    """The verb of aid nearest in front of the figure at ``start``–``end``, else the first behind it."""
    last = max([clause.start, *(amount.end for amount in clause.amounts if amount.end <= start)])
    before = [verb for verb in clause.verbs if last <= verb.start and verb.end <= start]
    before = before or [verb for verb in clause.verbs if verb.end <= start]
    after = [verb for verb in clause.verbs if verb.start >= end]
    strong = [verb for verb in before if not verb.weak]
    if strong:
        done = next((verb for verb in after if verb.kind == "allocate"), None)
        # 筹集的280万元全部下拨完毕: the verb of the clause stands behind
        return done if done and strong[-1].kind == "give" and _names_sum(text, strong[-1], start) else strong[-1]
    strong = [verb for verb in after if not verb.weak]
    if before and (before[-1].kind != "noun" or not strong):
        return before[-1] if not strong or text_between_is_object(before[-1], start) else strong[0]
    return strong[0] if strong else after[0] if after else None


def _names_sum(text: str, verb: Verb, start: int) -> bool:
    """True when ``verb`` only says which sum the one at ``start`` is: 市总工会筹集的首批救灾款280万元."""
    return text.startswith("的", verb.end) and start - verb.end <= 14


def text_between_is_object(verb: Verb, start: int) -> bool:
    """True when the figure stands right behind ``verb`` or its short object: 补贴交通费200元."""
    return start - verb.end <= 4


def is_value(text: str, amount: Amount) -> bool:
    """True when the sum says what goods are worth: 价值25万元, 每张面值200元."""
    return bool(_VALUE.search(text[max(0, amount.start - 10) : amount.start]))


def is_other(text: str, clause: Clause, amount: Amount, verb: Verb | None) -> bool:
    """True when the sum is of something else: sales, wages, prices, losses, the size of a fund."""
    if amount.value <= 1 or _PAID_FOR.search(text[clause.start : amount.start]):
        return True  # 一年工龄捐一块钱; 照市价给了8元
    if verb and (verb.kind == "lend" or (verb.kind == "waive" and "利息" in text[clause.start : amount.start])):
        return False
    since = max(clause.start, verb.end if verb and verb.end <= amount.start else clause.start, amount.start - 14)
    before = text[since : amount.start]
    if _FUND.search(text[max(clause.start, amount.start - 10) : amount.start]) or _FUND_OF.search(before):
        return True
    if _FROM.search(text[max(clause.start, amount.start - 6) : amount.start]):
        return True  # 由每班8元提到12元
    after = text[amount.end : amount.end + 6]
    if _NOT_AID.match(after):
        return True
    if verb and verb.word in _OWN_GIVING and _WAGES.search(before):
        return False  # 捐出第一个月的工资2600元
    pays_for = verb is not None and verb.word in _PAYS_FOR and verb.end == since
    reach = -1 if verb is None or not pays_for else 2 if verb.kind == "waive" else 0  # 免收全部运费
    others = [match for match in _OTHER_NOUN.finditer(before) if match.start() > reach]
    if not others:
        return False
    # an aid noun that stands nearer to the figure wins: 收入 … 慰问金500元
    money = list(_MONEY_NOUN.finditer(before))
    return not money or money[-1].start() < others[-1].start()


def is_rule(text: str, clause: Clause, amount: Amount, rate: Rate, *, counted: bool, ruled: bool) -> bool:
    """True when the sum is what rules promise to whoever qualifies. ``ruled`` is True inside the telling of rules."""
    stretch = text[clause.start : clause.end]
    if amount.lower is not None:
        return True
    if _LIMIT.match(text[amount.end : amount.end + 2]) or _reaches(text, clause):
        return True
    if counted and not ruled and "最高" not in stretch:
        return False
    if ruled and not counted:
        return True
    if not counted and _CONDITIONAL.search(text[clause.start : amount.start]):
        return True
    if _PAID_ONCE.match(text[amount.end : amount.end + 5]):
        return True
    if _OF_EACH.search(stretch) and not _NUMBERED_PEOPLE.search(stretch):
        return True
    if rate.unit and amount.bound in ("at_most", "at_least") and not _MORE.search(amount.words):
        return True
    if amount.bound == "at_most" or _OR_MORE.search(stretch):
        return True
    return bool(rate.unit and not counted and (_RULES.search(stretch) or _CONDITION.search(stretch)))


def _reaches(text: str, clause: Clause) -> bool:
    """True when the clause before says from how many on something is due: 带动20人以上，补贴2万元."""
    before = text[max(0, clause.start - 12) : clause.start - 1]
    return clause.lead == "，" and bool(_FROM_SO_MANY.search(before))


def opens_rules(text: str, start: int, end: int, *, deeds: bool = False) -> bool:
    """True when the words at ``start``–``end`` begin the telling of rules: 规定…, 按照规定, 明确…标准, 要求….

    Numbered items are rules too, unless the article lists ``deeds``.
    """
    numbered = _BRACKETED.match(text, start, end) or (not deeds and _NUMBERED.match(text, start, end))
    return bool(numbered or _OPENS_RULES.search(text, start, end))


def was_resolved(text: str, start: int, end: int) -> bool:
    """True when an earlier clause at ``start``–``end`` says that what follows is decided and still to come."""
    return bool(_RESOLVED.search(text, start, end))


def decides(text: str, start: int, end: int) -> bool:
    """True when an earlier clause at ``start``–``end`` decides on what the next allots."""
    return bool(_DECIDES.search(text, start, end))


def is_done_at_once(text: str, start: int, end: int) -> bool:
    """True when the words at ``start``–``end`` say that what was decided was done: 当天即…, 已…."""
    return bool(_AT_ONCE.search(text, start, end))


def asks(text: str, start: int, end: int) -> bool:
    """True when the words at ``start``–``end`` tell others what to do: 要求…, 希望…."""
    return bool(_ASKS.search(text, start, end))


def is_pledged(text: str, start: int, end: int) -> bool:
    """True when the words at ``start``–``end`` put the gift into the future."""
    stretch = text[start:end]
    if DONE.search(stretch) or "全部到账" in stretch:
        return False
    return bool(_PLEDGED.search(stretch)) or bool(_WILL.search(stretch))


def is_cumulative(text: str, start: int, end: int) -> bool:
    """True when the words at ``start``–``end`` say that the figure is a running total."""
    so_far = _SO_FAR.search(text, start, end) or _BY_NOW.search(text, start, end)
    return bool(_CUMULATIVE.search(_ONE_AFTER_THE_OTHER.sub("", text[start:end])) or so_far)


def sums_up(text: str, start: int, end: int) -> bool:
    """True when the words at ``start``–``end`` say outright that the figure is a sum of several: 累计, 共."""
    return bool(
        re.search(
            "累计|(?:今年|本月|汛期|年内|全年|以来|入[夏冬春汛])[^，。\\d]{0,6}已(?!经?(?:安排|决定))|共(?:计)?(?:向|为|下拨|拨付|安排)|总额已?达|迄今|至今|目前|已向\\d+个|到[^，。]{0,5}\\d日[已共]",
            text[start:end],
        )
        or _BY_NOW.search(text, start, end)
    )


def counts_up(text: str, start: int, end: int) -> bool:
    """True when a clause at ``start``–``end`` sets a period for the figures after it: 截至…, 今年以来, 三年来."""
    return bool(_COUNTED_UP.search(text[start:end]))


def has_arrived(text: str, start: int, end: int) -> bool:
    """True when the words at ``start``–``end`` say that what was allotted is in hand."""
    return bool(_ARRIVED.search(text[start:end]))


def is_credit(text: str, clause: Clause, amount: Amount, verb: Verb | None) -> bool:
    """True when the sum is lent or its payment put off."""
    if verb and verb.kind == "lend":
        return True
    if _IS_CREDIT.match(text[amount.end : amount.end + 3]):  # 近8亿元，是今年投放的贷款
        return "贷" in re.split("[；。]", text[amount.end : amount.end + 40])[0]
    near = (
        text[max(clause.start, amount.start - 12) : amount.start] + text[amount.end : min(clause.end, amount.end + 12)]
    )
    return bool(_CREDIT.search(near)) and "贴息" not in near


def names_money(phrase: str) -> bool:
    """True when ``phrase`` holds a word for money given: 现金, 善款."""
    return bool(_MONEY_NOUN.search(phrase))


def money_noun_near(text: str, clause: Clause, amount: Amount) -> str:
    """The word for aid beside the sum (慰问金), "" when there is none; right behind it wins."""
    after = _MONEY_NOUN.search(text, amount.end, min(clause.end, amount.end + 10))
    if after:
        return after[0]
    before = list(_MONEY_NOUN.finditer(text, max(clause.start, amount.start - 8), amount.start))
    return before[-1][0] if before else ""

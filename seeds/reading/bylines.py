"""Who made an article: names and roles out of every kind of byline that newspapers print."""

from __future__ import annotations

import re

from seeds.reading.drafts import ContributorDraft
from seeds.reading.facts.lexicon import choice, words_of
from seeds.reading.facts.person_names import COMMONEST, RARER
from seeds.reading.tokens import is_proper, is_word

_ROLE_WORDS = {
    "记者": "记者",
    "实习生": "记者",
    "通讯员": "通讯员",
    "特约记者": "记者",
    "作者": "作者",
    "撰文": "作者",
    "撰稿": "作者",
    "供稿": "作者",
    "采写": "作者",
    "整理": "作者",
    "摄影": "摄影",
    "图": "摄影",
    "文": "作者",
}
_OUTLET = r"(?:本[报网刊台站社]|新华社|[\u4e00-\u9fff]{2,6}(?:日报|晚报|工人报|网|报))?"
_RANK = r"(?:全媒体|融媒体?|首席|特约|特派|驻地?[\u4e00-\u9fff]{0,3}?|见习|实习|通讯){0,2}"
_ROLE = re.compile(
    rf"(?P<outlet>{_OUTLET}){_RANK}(?P<role>记者|实习生|通讯员|作者|摄影(?:报道)?|撰文|撰稿|供稿|采写|整理)\s*[:：/／]?"
    r"|(?P<both>文\s*[/／]\s*图|图\s*[/／]\s*文)\s*[:：]?"
    r"|(?P<slash>图文|文图|供图|摄影|文|图)\s*[/／:：]\s*"
)
_HAN = "\u3400-\u9fff〇·•"
_NAME = re.compile(rf"[{_HAN}]{{1,8}}")
_NAMES = re.compile(rf"\s*[{_HAN}]{{1,8}}(?:[\s、，,]+[{_HAN}]{{1,8}}){{0,9}}\s*")
# In 通讯员 巴 图 the last character is a name's.
_SHOT = re.compile(rf"[\s　]*(?:报道)?并?(?:摄影报道|摄影|摄|供图)$|(?<!(?:员|者)[\s　][{_HAN}])[\s　]+图$")
_WRITTEN = re.compile(
    r"[\s　]+(?:撰?文|综合|(?:文\s*[/／]\s*图|图\s*[/／]\s*文))$|[\s　]*(?:整理|报道|采写|供稿|撰稿|编译)$"
)
_AFTER = re.compile(rf"([{_HAN}]{{1,4}}(?:[\s　]+[{_HAN}]{{1,4}})*)\s*[/／]\s*(文|图|摄|摄影)(?=[\s　]|$)")
_BEFORE = re.compile(rf"(文|图|摄影)[\s　]+([{_HAN}]{{2,4}}(?:[\s　]+(?!文|图|摄影)[{_HAN}]{{1,4}})*)(?=[\s　]|$)")
_BOTH = re.compile(r"[\s　]+(?:文\s*[/／]?\s*[图摄]|图\s*[/／]?\s*文)$")  # 记者 甲 文/图
_STAFF = re.compile(r"[\s　]+(?:责任编辑|责编|编辑|校对|美编)[\s　:：].*$")
_NOT_NAMES = re.compile(
    rf"[完据]$|^(?:{choice('pages_lines.no_name')}|[\u4e00-\u9fff]{{2}}顾问|系|单位|图片|原载|转载|完|未完|连载|续|注|图(?![文/／:：])|略|本报综合"
    "|综合)|[的了是在]"
)

_OFFICE = re.compile(rf"[\u4e00-\u9fff]{{3}}(?:{choice('pages_lines.offices')})$|总工会|妇联$|团委$")
SIGN = "□■◎"
_SIGNS = frozenset(SIGN + "*_口OoＯ0〇")  # what a byline without a word for its role begins with, mark-up included
# Who signs a letter to the editor, with his calling: 读者 苏峥.
_LETTER = re.compile(
    rf"[\u4e00-\u9fff]{{0,16}}(?:{choice('pages_lines.letter_writers')})[ 　]+"
    f"([{_HAN}]{{2,3}}|[{_HAN}][ 　][{_HAN}]{{1,2}})"
)
_WORDS = re.compile(choice("pages_lines.byline_words"))
_PICTURES = frozenset(["摄影", "摄影报道", "图", "供图"])
_BULLETS = frozenset("●◆▲◇○")


_SLIP = re.compile(r"[口OoＯ0〇](?:[\s　]+(?=[\u4e00-\u9fff])|(?=本报|记者|通讯员))")


def names_in(text: str) -> tuple[str, ...]:
    """The names in ``text``, which holds nothing else; characters side by side are one name (苏 峥)."""
    names: list[str] = []
    single = 0  # characters of the name so far that stand by themselves
    tokens = _NAME.findall(text)
    for at, token in enumerate(tokens):
        last = at + 1 == len(tokens) or len(tokens[at + 1]) > 1
        if len(token) == 1 and (single == 1 or (single == 2 and last)):
            names[-1] += token
            single += 1
            continue
        if len(token) == 2 and single == 1:  # 包 青山
            names[-1] += token
            single = 0
            continue
        names.append(token)
        single = 1 if len(token) == 1 else 0
    return tuple(names)


_SOURCE = re.compile(r"(?:稿件|文章|信息)?来源\s*[:：]\s*[^，。；]{2,30}$")
_TOLD = re.compile(r"[（(][^（）()]{2,30}口述[，,\s　]*([^（）()，,]{2,30})[）)]")
_AUTHOR = re.compile(
    rf"(?:作者|记者|通讯员|摄影)\s*[:：][\s　]*([{_HAN}]{{1,8}}(?:[ 　、][{_HAN}]{{1,8}})*?)"
    r"(?=[\s　]{2,}|[\s　]*责|$)"
)


def _may_be_byline(text: str) -> bool:
    """False for most lines: no sign in front, no word that a byline must have."""
    return text.lstrip()[:1] in _SIGNS or bool(_WORDS.search(text))


def is_source(text: str) -> bool:
    """True for a line that credits the paper an article was taken from (来源：…)."""
    return "来源" in text and bool(_SOURCE.match(text.strip("（）() ")))


def parse_byline(text: str) -> tuple[ContributorDraft, ...]:
    """The contributors when ``text`` is a byline and nothing else; else empty.

    Takes brackets, signs (□) and the words around names (本报记者 … 摄) in its stride.
    """
    if not _may_be_byline(text):
        letter = _LETTER.fullmatch(text) if " " in text or "　" in text else None
        return _with_role(letter[1], "作者") if letter and not _NOT_NAMES.search(letter[1]) else ()
    if is_source(text):
        return tuple(
            person
            for found in _AUTHOR.finditer(text)
            for person in _with_role(found[1], (found[0][:2] == "作者" and "作者") or "记者")
        )
    if told := _TOLD.fullmatch(text.strip()):
        return parse_byline(told[1]) or parse_byline("□" + _WRITTEN.sub("", told[1]))
    bare = text.strip().strip("*_").strip()
    signed = bare[:1] in SIGN and bare[:1] != ""
    if slip := _SLIP.match(bare):
        bare, signed = bare[slip.end() :], True  # 口 and O are what a scan makes of □
    bare = bare.lstrip(SIGN + "－-—　 ").strip("（）()[]【】 　")
    if bare[:1] in _BULLETS and _ROLE.match(bare[1:].lstrip()):
        bare = bare[1:].lstrip()
    bare = _STAFF.sub("", bare)
    if both := _BOTH.search(bare):
        bare, signed = bare[: both.start()], True
    if not bare or len(bare) > 60 or _NOT_NAMES.search(bare):
        return ()
    if apart := _named_apart(bare):
        return apart
    default = ""
    if shot := _SHOT.search(bare):
        bare, default = bare[: shot.start()], "摄影"
    elif written := _WRITTEN.search(bare):
        bare = bare[: written.start()] if _ROLE.match(bare) else bare
    found = list(_ROLE.finditer(bare))
    if not found:
        role = default or ("作者" if signed else "")
        return _with_role(bare, role) if role else ()
    if bare[: found[0].start()].strip():
        return ()
    return _contributors(bare, found, default)


def _named_apart(bare: str) -> tuple[ContributorDraft, ...]:
    """The contributors of 甲/文 乙/图 and 文 甲 图 乙; empty for any other form."""
    for pattern, name, word in ((_AFTER, 1, 2), (_BEFORE, 2, 1)):
        if not pattern.sub("", bare).strip(" 　"):
            return tuple(
                person
                for found in pattern.finditer(bare)
                for person in _made_by(found[name], written=found[word] == "文")
            )
    return ()


def _made_by(names: str, *, written: bool) -> tuple[ContributorDraft, ...]:
    """Who wrote or took the picture; 记者 in front of a name says more than 文 behind it."""
    role = _ROLE.match(names)
    said = _ROLE_WORDS.get(role["role"] or "", "作者") if role else "作者"
    return _with_role(names[role.end() :] if role else names, said if written else "摄影")


def _contributors(bare: str, found: list[re.Match[str]], default: str) -> tuple[ContributorDraft, ...]:
    """The contributors behind each role word of ``found``; empty when something else stands between them."""
    made: list[ContributorDraft] = []
    waiting = False
    for match, following in zip(found, [*found[1:], None], strict=True):
        names = bare[match.end() : following.start() if following else len(bare)]
        if not names.strip(" 　/／"):
            waiting = True  # 文/本网记者 甲: the second word says more
            continue
        word = match["role"] or match["slash"] or match["both"]
        role = "摄影" if word in _PICTURES else _ROLE_WORDS.get(word, "作者")
        some = _with_role(names, default or role)
        if not some and not _OFFICE.search(names.strip()):
            return ()
        made += some
    return tuple(made) if made or waiting else ()


def _with_role(names: str, role: str) -> tuple[ContributorDraft, ...]:
    if not _NAMES.fullmatch(names.strip(" 　/／")):
        return ()
    return tuple(ContributorDraft(name, role) for name in names_in(names) if not _OFFICE.search(name))


_SURNAMES = frozenset(COMMONEST + RARER)
_DOUBLE = frozenset(words_of("names.double"))
_BARE = re.compile(
    rf"(?:[\u4e00-\u9fff]{{2,16}}(?:{choice('pages_lines.callings')})[ 　]+)?"
    rf"(?P<names>[{_HAN}]{{1,4}}(?:[ 　、]+[{_HAN}]{{1,4}}){{0,5}})"
)


def _may_be_name(name: str) -> bool:
    return name[0] in _SURNAMES and (len(name) in (2, 3) or (len(name) == 4 and name[:2] in _DOUBLE))


def bare_author(text: str) -> tuple[ContributorDraft, ...]:
    """The authors when ``text`` is names alone, or a school, a works or the like with a name; else empty.

    To be asked of lines below a headline only: 温　度 may be a name, and may be the temperature.
    """
    found = _BARE.fullmatch(text.strip())
    if not found:
        return ()
    names = names_in(found["names"])
    if not all(
        _may_be_name(name) and (name not in found["names"] or not is_word(name) or is_proper(name)) for name in names
    ):
        return ()  # a word of the dictionary is a name where blanks stand between its characters
    return tuple(ContributorDraft(name, "作者") for name in names)


_HEAD_SIGN = re.compile(rf"[ 　]+(?:[{SIGN}]|本[报网刊台]).{{2,40}}$|(?<=[^\s]{{5}})(?:[ 　]{{2,}}|　)[{_HAN}]{{2,3}}$")


def split_signature(heading: str) -> int:
    """Where the byline begins that a heading ends with (…纪事　　□ 本报记者 甲, …老孟　　乙); its length without."""
    found = _HEAD_SIGN.search(heading)
    return found.start() if found and head_contributors(heading[found.start() :]) else len(heading)


def head_contributors(byline: str) -> tuple[ContributorDraft, ...]:
    """The contributors of the byline that a heading ends with; a bare name is the author's."""
    bare = byline.strip()
    return parse_byline(byline) or (parse_byline("□" + bare) if bare[:1] in _SIGNS else bare_author(bare))


_SIGNATURE = re.compile(
    rf"[（(]\s*(?:[{_HAN}]{{2,4}}|[{_HAN}][\s　]+[{_HAN}]{{1,2}}|[{_HAN}](?:[\s　]+[{_HAN}]){{2}})\s*[）)]"
)
_NOTES = re.compile(r"[一二三四五六七八九十上下附节摘选待]|记者|通讯员|摄影|作者|实习生")
_GROUP = re.compile(r"[（(]([\u4e00-\u9fff]{2,8}(?:通讯组|报道组|采访组|编辑部))[）)]$")


def lone_signature(text: str) -> tuple[ContributorDraft, ...]:
    """The authors when ``text`` is names in brackets and nothing else (（程 野）), as papers sign under an article."""
    bare = text.strip("（）() ")
    if text[:1] in "（(" and text[-1:] in "）)" and (authors := bare_author(bare)):
        return authors
    if not _SIGNATURE.fullmatch(text) or _NOT_NAMES.search(bare) or _OFFICE.search(bare) or _NOTES.match(bare):
        return ()
    return _with_role(bare, "作者")


_STOPS = frozenset("。！？!?…”")
_TAIL = re.compile(r"[。！？!?…”）)]\s*([^。！？!?…”]{2,60})$")
_BRACKETED = re.compile(rf"\s*[（(]([{_HAN}\s　]{{1,9}})[）)]$")
_HOUSED = re.compile(rf"\s*[（(]([{_HAN}]{{3,16}}[ 　]+[{_HAN} 　]{{2,9}})[）)]$")  # （市总生产保护部 丁国祥）


def signature_of(text: str) -> tuple[ContributorDraft, ...]:
    """The contributors who sign behind the last sentence of ``text`` (（苏 峥）, 记者甲通讯员乙, 丙 摄); else empty."""
    tail = _TAIL.search(text[-64:]) if text[-1:] not in _STOPS else None
    if not tail:
        return ()
    if group := _GROUP.search(tail[1]):
        return (ContributorDraft(group[1], "作者"),)
    if (bracketed := _BRACKETED.search(tail[1])) and not _NOT_NAMES.search(bracketed[1].strip()):
        named = parse_byline(bracketed[1])
        if named:
            return named
        written = _WRITTEN.sub("", bracketed[1])
        bare = written if len(written.strip()) > 1 else bracketed[1]  # 辛 文 is a name, 辛明 文 a name and what he did
        names = names_in(bare)
        if any(_OFFICE.search(name) for name in names):
            return bare_author(bare)
        return _with_role(bare, "作者") if all(len(name) <= 4 for name in names) else ()
    if (housed := _HOUSED.search(tail[1])) and not parse_byline(housed[1]) and (authors := bare_author(housed[1])):
        return authors
    signed = tail[1].strip()
    return parse_byline(signed)


def signature_start(text: str) -> int:
    """Where the signature that ``signature_of`` reads begins in ``text``."""
    tail = _TAIL.search(text[-64:])
    return len(text) - len(text[-64:]) + tail.start(1) if tail else len(text)

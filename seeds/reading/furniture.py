"""Lines of a page that are no article's: banners, section labels, navigation, footers."""

from __future__ import annotations

import re

from seeds.reading.drafts import Role

_DATE = r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
_STAFF = r"(?:本版)?(?:责任编辑|责编|值班编委|编辑|版式|美编|校对|组版|审读|主编|编委)"
_BANNER = re.compile(
    rf"{_DATE}.{{0,12}}星期|星期[一二三四五六日天].{{0,8}}(?:{_DATE}|第.{{1,3}}版)|总第\s*\d+\s*期"
    r"|第\s*[一二三四五六七八九十\d]{1,3}\s*版(?!\s*[）)])|^(?:综合|要闻|要\s*闻)\s*\d+$"
)
_STAFF_LINE = re.compile(rf"^[（(]?\s*{_STAFF}\s*[:：　 ]")
_STAFF_ANY = re.compile(rf"{_STAFF}\s*[:：　 ]\s*[\u4e00-\u9fff]")
_NAVIGATION = re.compile(
    r"首页\s*[>＞|｜\]]|\[首页\]|当前位置|现在的位置|[上下]一[篇页版]|分享到|【打印】|【关闭】|放大\+|^更多\s*>>|版面导航"
    r"|^[*_]*相关(?:阅读|链接|新闻|文章)[*_]*$|信箱登陆|资料中心\s*$"
)
_FOOTER = re.compile(
    r"版权所有|[Cc]opyright|©|ICP备|网站地图|导航地图|关于我们|联系我们|联系方式|投稿须知|保留所有权利|[Aa]ll [Rr]ights"
    r"|浏览总数|访问量|位访客|总机[:：]|共印\s*\d+\s*份|^(?:主办|主管|承办|地址|邮编|邮政编码|热线|总机|国内统一刊号)\s*[:：]"
    r"|^[报发]：|^主办单位|热线电话|投稿邮箱|订阅|零售价|印刷"
)
_OTHER = re.compile(
    r"发布时间\s*[:：]|点击数?\s*[:：]|浏览\s*[:：]|字号\s*[:：]|字体\s*[:：]|^[-—=*_·\s]{3,}$|原版.{0,6}(?:残缺|缺损|模糊)|^[（(]\s*(?:责任编辑|责编|编辑)"
    r"|^责任编辑"
)
_MASTHEAD = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8}|(?:[\u4e00-\u9fff][ 　]+){2,8})(?:日报|晚报|周报|时报|工人报|职工报|工报|导报|报|网|信\s*息|通讯|简报)"
)
_TABLE = re.compile(r"^\|.*\|$")


def furniture_role(text: str, *, early: bool, late: bool) -> Role | None:
    """The role of a line that no article owns, None when it may be an article's.

    ``early`` and ``late`` say that the line stands in the first or the last lines of its page.
    """
    if len(text) > 120:
        return None
    if _TABLE.match(text):
        cells = [cell.strip() for cell in text.strip("|").split("|")]
        return Role.SECTION_LABEL if all(len(cell) <= 8 for cell in cells) else None
    if _NAVIGATION.search(text):
        return Role.NAVIGATION
    if _FOOTER.search(text) and not text.endswith(("。", "！")):
        return Role.FOOTER
    if _OTHER.search(text) and not text.endswith("。"):
        return Role.OTHER
    if len(text) <= 60 and (_BANNER.search(text) or _STAFF_LINE.match(text)) and not text.endswith(("。", "）")):
        return Role.FOOTER if late else Role.BANNER
    if early and _MASTHEAD.fullmatch(text):
        return Role.BANNER
    if early and len(text) <= 60 and _STAFF_ANY.search(text) and not text.endswith("。"):
        return Role.BANNER
    return None


_LABEL_WORDS = (
    "新闻|要闻|短讯|简讯|快讯|短波|电波|特写|速写|手记|手记手记|日记|日记日记|群像|专版|特刊|专刊|专页|专栏|特别报道|一线|风采|之窗|窗口"
    "|园地|之声|动态|看台|视点|传真|连线|瞭望|扫描|纵横|论坛|副刊|之石|志愿者|暖流|班组|职工生活|人物|视野|档案|博览|天地|聚焦|记事"
)
_LABEL = re.compile(rf"^(?:G\s+|[●■▲◆★]\s*)?(?:.{{0,8}}(?:{_LABEL_WORDS})|.{{1,3}}战疫)$")
_SPACED = re.compile(r"^(?:\S[ 　]+){1,7}\S$")
_MARKED = re.compile(r"^(?:G\s+|[●■▲◆★]\s*)\S{2,12}$")


_SLOGAN = re.compile(
    r"(?:众志成城|共克时艰|凝心聚力|守望相助|同舟共济|万众一心|风雨同舟|同心(?:协力|战疫|抗疫)?|抗击疫情|抗击|疫情防控|战疫|抗疫|抗震|抗旱|抗洪|防汛|救灾"
    r"|抢险|阻击战|学习雷锋|雷锋精神|弘扬|培育|践行|社会主义|核心价值观|文明实践|文明|争做|身边好人|奉献他人|提升自己|你我同行|复工复产|脱贫攻坚"
    r"|决战|决胜|全面小康|不忘初心|牢记使命|新时代|新征程|特别报道|打赢|坚决|和|在行动|工会|中的|力量|聚焦|关注|进行时|[\s　·、，!！])+"
)


def is_label(text: str) -> bool:
    """True when a short line reads like the name of a section (新闻特写, 短 波), not like a headline."""
    return bool(len(text) <= 16 and (_LABEL.match(text) or _SPACED.match(text) or _MARKED.match(text))) or bool(
        _SLOGAN.fullmatch(text)
    )

"""Lines of a page that are no article's: banners, section labels, navigation, footers."""

from __future__ import annotations

import re

from seeds.reading.drafts import Role

_DATE = r"(?:\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[-./]\d{1,2}[-./]\d{1,2})"
_STAFF = r"(?:本版|本期|值班|执行)?(?:责任编辑|责任校对|责编|编委|编辑|版式(?:设计)?|美术编辑|美编|校对|组版|审读|审核|主编|总编|监制|一审|二审|三审|初审|终审|制图|统筹|值班主任)"
_BANNER = re.compile(
    rf"{_DATE}.{{0,12}}(?:星期|周[一二三四五六日])|星期[一二三四五六日天].{{0,16}}(?:{_DATE}|第.{{1,3}}版|农历)|总第\s*\d+\s*期"
    rf"|^第\s*\d+\s*期|第\s*[一二三四五六七八九十\d]{{1,3}}\s*版(?!\s*[）)])|^[AB]?\d{{1,2}}\s*版"
    r"|国内统一(?:连续出版物号|刊号)|邮发代号|^CN\d|新闻热线|发行热线|广告热线|报料热线|^农历[\u4e00-\u9fff]+$|^(?:星期|周)[一二三四五六日天]$"
)
_NUMBERED = re.compile(
    rf"{_DATE}$|"
    r"[\u4e00-\u9fff]{2,4}\s*[AB]?\d{1,2}$|[AB]?\d{1,2}\s*[\u4e00-\u9fff]{2,4}$"
)
_STAFF_LINE = re.compile(rf"^[（(【■□]?\s*{_STAFF}\s*[:：/／　 ]")
_STAFF_ANY = re.compile(rf"{_STAFF}\s*[:：/／　 ]\s*[\u4e00-\u9fff]")
_NAVIGATION = re.compile(
    r"首页\s*[>＞»|｜\]/／]|\[首页\]|^首页$|当前位置|(?:现在|您)的位置|所在位置|[上下]一(?:[篇页版期](?![\u4e00-\u9fff])|条\s*[:：])|分享到|分享至|扫一扫|扫码|【打印】|【关闭】|【字体|\[打印\]"
    r"|打印本页|关闭窗口|返回(?:首页|顶部|目录|列表)|设为首页|加入收藏|收藏本站|登录\s*[|｜/ ]\s*注册|放大\s*[+＋]|缩小\s*[-－]|^更多\s*[>＞»]|版面导航|版面目录|本版目录"
    r"|^[*_#\s]*(?:相关|推荐|延伸|热门|热点|更多|精彩|最新|往期)(?:阅读|链接|新闻|文章|报道|推荐|资讯|内容|回顾)[*_\s:：]*$|猜你喜欢|信箱登陆|资料中心\s*$|^正文$"
)
_FOOTER = re.compile(
    r"版权所有|未经.{0,8}(?:授权|许可).{0,6}(?:不得|禁止)|[Cc]opyright|©|ICP备|公网安备|备案号|网站地图|导航地图|关于我们|联系我们|联系方式|投稿须知|网站声明"
    r"|保留所有权利|[Aa]ll [Rr]ights|浏览总数|访问(?:总)?量|位访客|总机[:：]|共印\s*\d+\s*份|技术支持[:：]|违法和不良信息"
    r"|^(?:主办|主管|承办|协办|地址|社址|本报地址|邮编|邮政编码|热线|总机|传真|电话|邮箱|投稿|网址|印刷|承印|定价|零售价?)(?:单位)?\s*[:：]"
    r"|^[报发送]：|热线电话\s*[:：]?\s*\d|投稿(?:邮箱|信箱)|[\w.]+@[\w.]+|https?://|www\."
)
_OTHER = re.compile(
    r"发布(?:时间|日期)\s*[:：]|点击(?:量|数|率)?\s*[:：]|(?:浏览|阅读)(?:次数|量|数)?\s*[:：]|阅读\s*\d+|字号\s*[:：]|字体\s*[:：]|^[-—=*_·~\s]{3,}$|^[（(【]?(?:原版|此处|以下|下).{0,8}(?:残缺|缺损|模糊|破损|不清)"
    rf"|^[（(【\[]\s*{_STAFF}\s*[:：]|^(?:来源|时间|日期)\s*[:：].*(?:时间|日期|浏览|点击|字体)\s*[:：]"
)
_STRONG = re.compile(r"版权所有|[Cc]opyright|©|ICP备|公网安备|【打印】|【关闭】|分享到|当前位置")
_MASTHEAD = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8}|(?:[\u4e00-\u9fff][ 　]+){2,8})(?:日\s*报|晚\s*报|周\s*报|时\s*报|工人报|职工报|工\s*报|导\s*报|早\s*报|报|网|信\s*息|通\s*讯|简\s*报|工\s*人)"
)
_TABLE = re.compile(r"^\|.*\|$")


def furniture_role(text: str, *, early: bool, late: bool, inside: bool = False) -> Role | None:
    """The role of a line that no article owns, None when it may be an article's.

    ``early`` and ``late`` say that the line stands in the first or the last lines of its page; ``inside`` that it
    touches text above, so that only what cannot be part of a sentence counts.
    """
    if len(text) > 120 or (inside and not _STRONG.search(text)):
        return None
    if _TABLE.match(text):
        cells = [cell.strip() for cell in text.strip("|").split("|")]
        return Role.SECTION_LABEL if all(len(cell) <= 8 for cell in cells) else None
    if text.endswith(("。", "！", "？", "，", "、", "；")):
        return None
    if _NAVIGATION.search(text):
        return Role.NAVIGATION
    if _OTHER.search(text):
        return Role.OTHER
    if _FOOTER.search(text):
        return Role.FOOTER
    return _page_line(text, early=early, late=late)


def _page_line(text: str, *, early: bool, late: bool) -> Role | None:
    """The role of a line that the paper sets on every page."""
    if len(text) > 80:
        return None
    if early and _NUMBERED.match(text):
        return Role.BANNER
    if _BANNER.search(text) or (_STAFF_LINE.match(text) and not text.endswith("）")):
        return Role.FOOTER if late else Role.BANNER
    if early and _MASTHEAD.fullmatch(text):
        return Role.BANNER
    if (early or late) and _STAFF_ANY.search(text) and not text.startswith(("来源", "稿件来源")):
        return Role.FOOTER if late else Role.BANNER
    return None


_LABEL_WORDS = (
    "新闻|要闻|短讯|简讯|快讯|短波|电波|速递|快递|快报|快览|播报|头条|资讯|微新闻|集锦|集萃|荟萃|特写|速写|素描|侧记|手记|日记|随笔|故事|群像|群英谱|人物志|人物谱"
    "|专版|特刊|专刊|专页|专栏|专题|系列报道|连续报道|追踪|特别报道|特别关注|本期关注|今日关注|关注|聚焦|深度|调查|观察|视点|看点|看台|讲台|讲堂|论坛|纵横|纵览"
    "|一线|前线|基层|风采|风采录|之窗|窗口|园地|之声|之家|动态|传真|连线|瞭望|扫描|透视|直击|现场|见证|记录|镜头|影像|光影|图片|图说|读图|副刊|之石|天地|博览|视野|档案"
    "|志愿者|暖流|班组|职工生活|人物|记事|综合|民生|经济|时评|言论|评论|服务台|信箱|来信|点赞台|曝光台|光荣榜单|巡礼|走基层|直通车|回音壁|公告栏|维权|帮扶|县区|工运"
)
_LABEL = re.compile(rf"^(?:G\s+|[●■▲◆★【\[]\s*)?(?:.{{0,8}}(?:{_LABEL_WORDS})|.{{1,3}}战疫)[】\]]?$")
_SPACED = re.compile(r"^(?:[\u4e00-\u9fff][ 　]+){1,7}[\u4e00-\u9fff]$")
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

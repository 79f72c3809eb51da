"""Word cutting with word classes: where a run of characters stops being a name.

jieba cuts; its dictionary's classes say which words are verbs, adverbs, pronouns and so on. Imports jieba only.
"""

from __future__ import annotations

from functools import cache, lru_cache

import jieba

# Classes of jieba's dictionary whose words do not stand in a name: verbs, adverbs, pronouns, prepositions …
_OUTSIDE = frozenset(("v", "d", "r", "c", "p", "u", "uj", "ul", "uz", "ud", "y", "t", "vd", "vi", "vq", "e", "o"))
# Verbs that name a trade or a kind of work: 换装所, 采油厂, 出租汽车公司.
_TRADES = frozenset(
    "换装 采油 出租 起重 缝补 加压 振兴 互助 联合 扶贫 运营 采煤 掘进 铸造 锻造 装卸 打井 检修 抢修 维修 抢险 救援 救灾 防汛 防疫 租赁 "
    "出版 发行 印刷 建筑 采购 销售 批发 零售 养殖 种植 屠宰 加工 制造 制药 造纸 造船 炼油 炼铁 炼钢 轧钢 纺纱 织布 印染 发电 输电 变电 "
    "供水 供热 供气 排水 净水 环保 绿化 养护 清洁 保洁 保安 家政 速递 快递 配送 送变电 创新 创业 开发 开源 振华 建工 建安 兴隆 长征 "
    "复兴 恒通 通达 快达 顺达 飞跃 腾飞 奋进 前进 跃进 团结 解放 胜利 建国 东方红 就业 保障 服务 防控 帮扶 工作 救助 值守 优抚 康复 优生 计划生育 残疾 幼儿 附属 直属 实验 对口支援".split()
)


# Common nouns that stand before a name and are none of it: 平台企业快达公司.
_APPOSED = frozenset(
    "企业 平台 单位 用户 个体户 全县 全市 全省 全区 全国 村民 群众 公司 地方 项目 现场 同志 身边 门口 旗下 所在 周边 红马甲 多少 投身 孙女 女儿 儿子 儿女".split()
)


# Of the verbs and particles of one character those that stand before names; 窝 and 松 begin names.
_VERBS = frozenset(
    "去能靠守送捐发给找看走进出买做办请随让和与向对在由从把被将到的了着过更只都也就才还不没很最再又已各每某这那该本全设拉叫帮替用等若因"
)


@cache
def _outside() -> frozenset[str]:
    found = set()
    for line in jieba.get_dict_file():
        word, _, tag = line.decode("utf-8").rstrip().rpartition(" ")
        if tag in _OUTSIDE:
            found.add(word.rpartition(" ")[0])
    return frozenset(found - _TRADES | _APPOSED)


@lru_cache(maxsize=16384)
def name_start(words: str, least: int = 1) -> int:
    """Where in ``words`` the run that can be a name begins: after its last verb, adverb, pronoun or preposition.

    Words shorter than ``least`` are let pass.
    """
    at = len(words)
    for token in reversed(jieba.lcut(words)):
        if len(token) >= least and token in _outside() and (len(token) > 1 or token in _VERBS):
            return at
        at -= len(token)
    # 联合 is a word of names only at their end (联合会).
    return 2 if words.startswith("联合") and len(words) > 3 else 0


@lru_cache(maxsize=16384)
def cut(words: str) -> tuple[str, ...]:
    """The dictionary's words in a short stretch."""
    return tuple(jieba.lcut(words, HMM=False))


def is_word(words: str) -> bool:
    """True for a word of the dictionary."""
    if not jieba.dt.initialized:
        jieba.initialize()
    return bool(jieba.dt.FREQ.get(words))

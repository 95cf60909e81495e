"""The words that comparing goes by: the one place of ``comparison`` for word lists.

General words of plans, not of a field: what says that something is done, how far it has come, how
far it reaches, and not what it is.
"""

from __future__ import annotations


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


# What 由教务处负责 says of a unit.
ROLES = ("牵头负责", "牵头", "负责", "主办", "承办")

# What ends the name of a place, and that of an office named after itself.
PLACES = _words("省 自治区 市 新区 区 自治县 县 旗 州 镇 乡 街道 社区 村")
OFFICES = _words("小学 中学 学校 学院 幼儿园 集团 公司")

# What Chinese numerals count, as patterns. Without one of these they are part of a word: 三重一大, 五项管理.
MEASURES = _words("""
    次 期 届 轮 批 场 名 人 个百分点 个 项 处 所 座 间 家 户 条 件 支 亩 公里 份 篇 套 台 辆 遍
    节 天 日 周 万元 亿元 元 阶段 学期 季度 年(?!级)
""")

# What makes a bound of a number, before it or after it.
BEFORE = {
    "不少于": "least",
    "不低于": "least",
    "不小于": "least",
    "至少": "least",
    "最少": "least",
    "不超过": "most",
    "不多于": "most",
    "不高于": "most",
    "不大于": "most",
    "至多": "most",
    "最多": "most",
    "超过": "over",
    "多于": "over",
    "高于": "over",
    "少于": "under",
    "低于": "under",
    "大约": "about",
}
AFTER = {"以上": "least", "以下": "most", "以内": "most", "左右": "about", "上下": "about"}

# What joins one thing to another: 小学和初中, 食堂、宿舍.
JOINING = frozenset("和与及、暨跟同") | {"以及"}

# Verbs of doing, manners, and nouns that every work may be called by: they say nothing about which
# work it is.
LIGHT = frozenset(
    _words("""
    开展 组织 做好 加强 推进 抓好 抓实 进行 推动 强化 深化 继续 深入 深入开展 进一步 持续 不断
    认真 扎实 切实 积极 及时 定期 严格 着力 加快 加大 力度 大力 稳步 有序 统筹 协助 配合 参与
    参加 健全 完善 优化 规范 提升 提高 促进 改进 增强 夯实 确保 保障 召开 举办 举行 办好 开好
    搞好 筹备 编制 编写 撰写 编印 编发 编 印 汇编 形成 上报 报送 迎接 对 对于 向 把 将 以 的 地
    得 或 等 在 中 为 于 各 各项 工作 活动 情况 系列 有关 相关 要求 任务 事项 到 到位 实 好
    执行 坚持 推行 实行 运用 利用 围绕 努力 力争 集中 统一 共同 其他 其它 日常 常态化 各校 各地
    高质量 高标准 高效 精心 突出 聚焦 紧扣
    年度 抓 促 建 做 办 搞 下 上 从 由 能 可 会 使 让 按 按时 按期 层层 准备 一 了 不 其 该 此
    所 新 再 又 也 而 且 我 本 县 区 市 镇 乡 校 局
""")
)

# How far a work reaches. A word of these beside another scope widens or narrows the same work.
WHOLE = frozenset(
    _words("""
    全体 全部 所有 全员 全 覆盖 全覆盖 整体 全域 全县 全区 全市 全省 全镇 全乡 全校 全园 全街道
    全国
""")
)
EXTENT = WHOLE | {"部分", "重点", "其余", "辖区", "辖区内"}

# How far a work has come: begun, drawn up, carried out, done. A change from one to another is the
# same work a step further. 完成 is no more than doing it where the other side doesn't begin it.
STAGES = {
    word: stage
    for stage, words in enumerate(
        (
            "启动 筹建 谋划 申报 试点 试行 探索 起草 草拟 拟定 研究",
            "制定 制订 建立 组建 自查",
            "完成",
            "印发 出台 发布 落实 实施 全面实施 推广 推开 铺开",
            "建成 建好 投入使用 通过 落成 验收 巩固 回头看",
        )
    )
    for word in _words(words)
}
BEGUN, DRAWN_UP, DOING, CARRIED_OUT, DONE = range(5)

# What says of a work that it is not done, or no more: of one kind, words are put for each other.
ENDING = {
    word: kind
    for kind, words in {
        "ended": "取消 停止 终止 中止 废止 废除 撤销 停办 停开 不再",
        "paused": "暂停 暂缓 推迟 延期 缓办",
        "forbidden": "禁止 严禁 不得 不准 不许",
    }.items()
    for word in _words(words)
}

# Words that plans put for each other.
_ALIKE = (
    ("检查", "督导", "督查", "巡查", "抽查", "督察", "视导", "查验"),
    ("制度", "机制", "办法", "规定", "规则", "细则"),
    ("会议", "会"),
    ("公布", "公开", "公示", "发布"),
    ("计划", "方案"),
    ("总结", "小结"),
    ("效果", "效益", "效率", "成效"),
    ("演练", "演习"),
    ("学校", "校园"),
    ("考试", "测试", "检测"),
    ("能力", "水平", "素质"),
    ("治理", "整治"),
    ("评估", "评价"),
    ("比赛", "竞赛"),
    ("排查", "摸排"),
    ("培养", "培育"),
    ("修订", "修改"),
)
ALIKE = {word: words[0] for words in _ALIKE for word in words}

"""The same work in other words, as offices write their plan anew: verbs, manners, nouns, order.

Written from how such plans read, and apart from the words that ``duplan.comparison`` knows.
"""

from __future__ import annotations

import re
from random import Random

# What a title begins with, and what stands there in other years.
VERBS = {
    "开展": ("组织开展", "深入开展", "认真开展", "扎实开展", "组织实施", "实施", "抓好"),
    "组织开展": ("开展", "认真组织", "扎实开展"),
    "加强": ("强化", "进一步加强", "切实加强", "不断强化", "着力加强", "抓好"),
    "强化": ("加强", "进一步强化", "持续强化"),
    "做好": ("认真做好", "抓好", "切实做好", "扎实做好", "全力做好"),
    "抓好": ("做好", "抓实抓好", "切实抓好"),
    "推进": ("深入推进", "稳步推进", "持续推进", "加快推进", "推动"),
    "完善": ("健全", "健全完善", "进一步完善", "修订完善"),
    "健全": ("完善", "建立健全", "进一步健全"),
    "落实": ("严格落实", "认真落实", "全面落实"),
    "召开": ("组织召开", "如期召开", "开好"),
    "举办": ("组织", "举行", "组织举办"),
    "举行": ("举办", "组织"),
    "组织": ("认真组织", "统一组织", "精心组织"),
    "制定": ("研究制定", "制订", "编制"),
    "制订": ("制定", "编制"),
    "提升": ("提高", "着力提升", "不断提升", "全面提升"),
    "提高": ("提升", "不断提高"),
    "规范": ("进一步规范", "严格规范"),
    "完成": ("全面完成", "按时完成", "高质量完成"),
    "建立": ("建立健全", "建立完善"),
    "参加": ("组织参加", "积极参加"),
    "迎接": ("认真迎接", "做好准备迎接"),
    "撰写": ("编写", "认真撰写"),
    "汇总": ("收集汇总", "整理汇总"),
    "修订": ("修订完善", "修改完善"),
    "印发": ("下发", "制发"),
    "报送": ("上报", "按时报送"),
    "上报": ("报送", "按要求上报"),
    "启动": ("全面启动", "正式启动"),
    "评选": ("组织评选",),
    "压实": ("夯实", "层层压实", "压紧压实"),
    "深化": ("持续深化", "不断深化"),
    "做实": ("抓实", "做深做实"),
    "实施": ("组织实施", "开展", "全面实施"),
    "优化": ("进一步优化", "持续优化"),
    "突出": ("聚焦", "紧扣"),
    "严格": ("从严", "进一步严格"),
    "督促": ("指导督促", "督促指导"),
    "配合": ("协助", "积极配合"),
    "编印": ("编发", "编写"),
    "公布": ("公示", "公开"),
    "更新": ("及时更新", "更新完善"),
    "发放": ("下发", "及时发放"),
    "通报": ("及时通报", "印发通报"),
}

# What else a title may begin with, and manners that stand before it in other years.
PLAIN_VERBS = (
    "办好|抓实|培育|保障|管控|改造|清理|走访|慰问|收集|收齐|核查|抽查|分析|部署|总结|谋划|研究|指导|拓展|打造"
    "|维护|保护|聘任|选派|征集|展示|表彰|宣传|申报|调整|维修|清查|盘点|编制|审核|验收|督查|检查|汇编|拟定|下发|规划"
    "|承办|整理|登记|新建|整治|落细|筹备|接待|探索|构建|实行|推行|压降|配备|回访|巡查|查看|核对|联合|督办"
)
MANNERS = ("认真", "及时", "扎实", "有序", "切实", "按计划", "继续")

# What may stand for it anywhere.
NOUNS = {
    "工作会议": ("工作会",),
    "会议": ("会",),
    "督导检查": ("督查", "督导"),
    "专项督导": ("专项督查", "专项督导检查"),
    "检查": ("大检查", "督查"),
    "机制": ("制度", "工作机制"),
    "总结": ("工作总结",),
    "方案": ("工作方案",),
    "例会": ("工作例会",),
    "讲座": ("专题讲座",),
    "整治": ("治理", "专项整治"),
    "排查": ("摸排", "全面排查"),
    "比赛": ("竞赛",),
    "竞赛": ("比赛",),
    "研讨": ("研讨活动", "交流研讨"),
    "评选": ("评选活动",),
    "培训": ("业务培训", "培训活动"),
    "情况": ("工作情况",),
    "培养": ("培育",),
    "家长会": ("家长会议",),
    "维护": ("日常维护",),
    "演练": ("应急演练", "演练活动"),
    "宣传": ("宣传教育",),
    "巡查": ("检查",),
    "评估": ("评价",),
    "及时": ("",),
    "认真": ("",),
    "进一步": ("",),
    "扎实": ("", "切实"),
    "深入": ("", "持续"),
}

DEEDS = (
    "专项督导检查|专项督导|督导评估|综合督导|督导|专项检查|检查|督查|巡查|培训|评估|排查|整治|演练|评选"
    "|研讨|监测|评比|比赛|竞赛|调研|轮训|验收|考核|宣传|检修|普查"
)
_DEED = re.compile(rf"^(?:开展|组织|组织开展|实施)(?P<rest>[^，,；。：]{{2,}}(?:{DEEDS}))$")
_NO_VERB = re.compile(rf"^(?P<rest>[^，,；。：]{{2,}}(?:{DEEDS}))$")
_STATE = re.compile(
    r"^(?P<verb>加强|规范|完善|提升|深化|优化|强化)(?P<rest>[^，,；。：和与]{3,12})$"
)
_WORK = re.compile(r"^(?:认真|切实)?做好(?P<rest>[^，,；。：]{2,})工作$")
_TOWARDS = re.compile(
    rf"^对(?P<whom>[^，,；。：]{{2,16}})(?:开展|进行)(?P<rest>[^，,；。：]{{0,8}}(?:{DEEDS}))$"
)
_ACTING = "|".join(sorted(VERBS, key=len, reverse=True))
TWO_CLAUSES = re.compile(
    rf"^(?P<first>(?:{_ACTING})[^，,；;。：、]{{2,}})[，,；;](?P<second>(?:{_ACTING})[^，,；;。：]{{2,}})$"
)
COORDINATED = re.compile(
    rf"^(?P<verb>(?:{_ACTING})?)(?P<a>[\u4e00-\u9fff]{{2,5}})(?P<by>和|与|及|、)(?P<b>[\u4e00-\u9fff]{{2,5}}?)(?P<tail>{DEEDS}|工作|管理|教育|建设|制度|机制)$"
)
_PLAIN = re.compile(rf"^(?:{PLAIN_VERBS})(?!的|工作|会)")
_SAID = re.compile(_ACTING)
_BEGINS = re.compile(rf"^(?:{_ACTING})")


def acts(title: str) -> bool:
    """Whether a title begins with a verb of doing."""
    return _BEGINS.match(title) is not None


def reword(rng: Random, title: str) -> str | None:
    """The same work said otherwise, by one to three changes; None where nothing fits."""
    said = title
    for change in rng.sample((_verb, _noun, _order), k=rng.choice((1, 1, 2, 3))):
        said = change(rng, said)
    return said if said != title and said else None


def _verb(rng: Random, title: str) -> str:
    found = _BEGINS.match(title)
    if found:
        other = rng.choice(VERBS[found[0]])
        rest = title[found.end() :]
        named = rest.startswith("《") and other in ("开展", "抓好")
        if not named and not title.startswith(other) and not rest.startswith(other[-2:]):
            return other + rest
    if _PLAIN.match(title):
        return rng.choice(MANNERS) + title
    deed = _NO_VERB.match(title)
    if deed and not _SAID.search(title) and not title.startswith(("对", "把", "以")):
        return rng.choice(("开展", "组织开展", "认真开展")) + title
    return title


def _noun(rng: Random, title: str) -> str:
    held = [word for word in NOUNS if title.count(word) == 1 and not _named(title, word)]
    if not held or re.search("[《“「]", title):
        return title
    word = rng.choice(held)
    other = rng.choice(NOUNS[word])
    if other and (other in title or word * 2 in title):
        return title
    if word in ("机制", "总结", "方案", "例会", "情况", "会议") and f"工作{word}" in title:
        return title
    return title.replace(word, other)


def _named(title: str, word: str) -> bool:
    """Whether the word is part of a name: 培训班, 宣传周."""
    return title[title.index(word) + len(word) :].startswith(tuple("周月日班会组员人表单"))


def _order(rng: Random, title: str) -> str:
    ways = []
    if found := _DEED.match(title):
        ways += [found["rest"], f"{title}工作"]
    if found := _STATE.match(title):
        ways.append(f"{found['rest']}进一步{found['verb']}")
    if found := _WORK.match(title):
        ways += [f"{found['rest']}工作", f"抓好{found['rest']}各项工作"]
    if found := _TOWARDS.match(title):
        ways += [f"开展{found['whom']}{found['rest']}", f"开展对{found['whom']}的{found['rest']}"]
    if found := TWO_CLAUSES.match(title):
        ways.append(f"{found['second']}，{found['first']}")
    if found := COORDINATED.match(title):
        ways.append(f"{found['verb']}{found['b']}{found['by']}{found['a']}{found['tail']}")
    return rng.choice(ways) if ways else title

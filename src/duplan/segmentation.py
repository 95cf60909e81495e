"""Words of Chinese text, cut by jieba with the terms of the field; for searching and comparing.

jieba is imported, and its dictionary built, at the first cut: about half a second.
"""

from __future__ import annotations

import logging
import re
import warnings
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import jieba

# Of plans and of inspection offices: what jieba's dictionary doesn't know as one word. Kept to terms
# whose parts mean something else by themselves.
TERMS = (
    *("督导室", "督学", "督政", "责任督学", "专职督学", "兼职督学", "特约督学", "督学责任区"),
    *(
        "教育督导",
        "督导评估",
        "专项督导",
        "综合督导",
        "随访督导",
        "挂牌督导",
        "评估监测",
        "质量监测",
    ),
    *("督导委员会", "督导意见书", "督导报告", "整改台账", "问题清单", "回头看", "一校一策"),
    *(
        "优质均衡",
        "基本均衡",
        "普及普惠",
        "控辍保学",
        "履行教育职责",
        "办园行为",
        "办学行为",
        "办学水平",
    ),
    *("学前教育", "义务教育", "素质教育", "立德树人", "师德师风", "双减", "五项管理", "课后服务"),
    *("校外培训机构", "营养改善计划", "平安校园", "校园安全", "校园周边", "食品安全", "阳光招生"),
    *("大班额", "随班就读", "送教上门", "春季开学", "秋季开学", "中小学校", "党组织", "主题党日"),
    *("三重一大", "一岗双责", "隐患排查", "安全生产", "绩效考核", "中层干部", "教研组", "备课组"),
)


# As much as jieba is given at once, up to a mark beside which it begins anew anyway, if there is one: its
# model for unknown words takes quadratic time, minutes for a hundred thousand rare characters.
_STRETCH = re.compile(r"(?:.{0,199}[^\w+#&.%\-])|.{1,200}", re.DOTALL)


def words(text: str) -> list[str]:
    """The words of a text; together they are the text."""
    cut = _tokenizer().lcut
    return [word for stretch in _STRETCH.findall(text) for word in cut(stretch)]


def search_words(text: str) -> list[str]:
    """The words of a text and the shorter words inside them: 义务教育 also as 义务 and 教育."""
    cut = _tokenizer().lcut_for_search
    return [word for stretch in _STRETCH.findall(text) for word in cut(stretch)]


@cache
def _tokenizer() -> jieba.Tokenizer:
    """A tokenizer that neither reads nor writes jieba's cache in the shared temporary folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its regular expressions, from Python 3.12 on
        import jieba
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    for term in TERMS:
        tokenizer.add_word(term)
    return tokenizer

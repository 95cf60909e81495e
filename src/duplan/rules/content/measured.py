"""What a goal can be held against: a number, a share, a rank, a date, or that it is all or nothing."""

from __future__ import annotations

import re

_COUNTED = (
    "[个個项項次所名人类類分成倍年月天日处處家门門级級届屆篇册冊期场場条條区區镇鎮校周週轮輪批套件户戶座"
    "元亩畝公亿億万萬千百本台輛辆吨噸份节節]"
)
_FIGURE = re.compile(
    rf"[0-9０-９%％‰]|百分|[一二三四五六七八九十百千万两兩半几幾]{{1,5}}{_COUNTED}|分之|前[一二三四五六七八九十列茅]"
)
_BOUND = re.compile(
    "全部|全覆[盖蓋]|全[员員面体體]|所有|[各每逐]|[零无無]|[不未](?![断斷])[\u4e00-\u9fff]|杜[绝絕]|清零|[达達][标標到成]|[年月季学學][底内內初末期度]"
    "|率|力[争爭]|以上|以[内內]|通[过過]|完成|[建创創形评評][成建]|[争爭][创創]|[荣榮][获獲]|[晋晉][升级級]|目[标標]|[「『“《]"
)
# 整改率不断提高 says of a rate that it changes, not how far.
_VAGUE = re.compile("(?:不[断斷]|[稳穩]步|逐步|[进進]一步|持[续續]|明[显顯]|[显顯]著)")


def has_figure(text: str) -> bool:
    """Whether a number, share or rank stands in the text."""
    return _FIGURE.search(text) is not None


def is_measured(text: str) -> bool:
    """Whether the text holds anything by which one can tell that it was reached, in a wide sense."""
    return has_figure(text) or (_BOUND.search(text) is not None and not _VAGUE.search(text))

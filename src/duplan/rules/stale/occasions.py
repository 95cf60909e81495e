"""Occasions that come every year and are counted: 第36个教师节. Each with the year of its first.

The count of a year is ``year - first + 1``. Sources: the decision that founded the occasion, or its
first holding; only occasions that never failed to be held and that are counted in one way are listed.
"""

from __future__ import annotations

FIRST: dict[str, int] = {
    "教师节": 1985,  # decision of the NPC Standing Committee, 21 January 1985
    "植树节": 1979,  # decision of the NPC Standing Committee, 23 February 1979
    "国家宪法日": 2014,  # decision of the NPC Standing Committee, 1 November 2014
    "烈士纪念日": 2014,  # decision of the NPC Standing Committee, 31 August 2014
    "国家公祭日": 2014,  # decision of the NPC Standing Committee, 27 February 2014
    "全民国家安全教育日": 2016,  # National Security Law of 2015, article 14
    "全国推广普通话宣传周": 1998,  # State Council, 1997: from 1998 on, in September
    "推广普通话宣传周": 1998,
    "推普周": 1998,
    "全国中小学生安全教育日": 1996,  # State Education Commission and six others, 1996
    "中小学生安全教育日": 1996,
    "全国学前教育宣传月": 2012,  # Ministry of Education, 2012
    "学前教育宣传月": 2012,
    "安全生产月": 2002,  # Publicity Department and others, 2002
    "全国防灾减灾日": 2009,  # State Council, 2009
    "防灾减灾日": 2009,
    "全国助残日": 1991,  # Law on the Protection of Disabled Persons of 1990
    "爱国卫生月": 1989,  # National Patriotic Health Campaign Committee, 1989
    "全国爱眼日": 1996,  # Ministry of Health and others, 1996
    "全国交通安全日": 2012,  # State Council, 2012
    "全国土地日": 1991,  # State Council, 1991
    "全国税收宣传月": 1992,  # State Taxation Administration, 1992
    "中国水周": 1988,  # Ministry of Water Resources, 1988
    "世界水日": 1993,  # UN General Assembly, resolution 47/193
    "世界读书日": 1996,  # UNESCO, proclaimed in 1995, first held in 1996
    "世界艾滋病日": 1988,  # WHO, 1988
    "国际禁毒日": 1988,  # UN General Assembly, resolution 42/112 of 1987
    "中国农民丰收节": 2018,  # State Council, 2018
    "农民丰收节": 2018,
    "中国医师节": 2018,  # State Council, 2017: from 2018 on
    "全国科技工作者日": 2017,  # State Council, 2016: from 2017 on
    "中国航天日": 2016,  # State Council, 2016
}

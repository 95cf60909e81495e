"""The words that tell work done from work to do around a year; simplified script."""

from __future__ import annotations

import re

# What the plan of a year is called.
KIND_WORD = "(?:行事历|校历|分解表|计划|要点|方案|思路|安排|打算|展望|设想)"
REVIEWS = re.compile("总结|小结|回顾")

# Said of what is over, or of what is made of it: 2019年工作总结, 2019年度考核结果.
BACKWARD = re.compile(
    r"总结|小结|回顾|考核|考评|评价|评估|评议|测评|述职|述法|自查|结果|整改|问题|报告|年报|决算|审计|验收|表彰"
    r"|奖励|情况|绩效|统计|归档|档案|资料|材料|汇总|汇编|结转|清算|收官|复核|复查|回头看|通报|台账|成果|数据"
    r"|经验|年检|年审|核查|评审|评定|先进|优秀|公示|兑现|遗留|未完成|剩余|欠|后续|巩固|延续|同期|相比|比上年"
    r"|基础上|反馈|排名|销号|招标|期末|职称|欠账|成绩|成效|修订|续建|跨年|竣工|入库|立项"
)
# Said of what has happened: 2019年，我局…取得了…
PAST = re.compile(
    r"了|已|曾|取得|完成(?!时限|期限)|圆满|荣获|获得|被评|以来|总结|回顾|成效|成绩|不足|存在|历程|去年|上年"
    r"|实施的|出台的|印发的|下发的|公布的|发布的|颁布|相比|同比|期间|形成的"
)
# What a plan says of its own time.
FORWARD = re.compile(
    r"将|力争|争取|确保|计划|总体思路|总体要求|工作思路|指导思想|目标|要求|重点|任务|坚持|围绕|聚焦|紧扣|以[^，。]{2,30}为"
    r"|继续|进一步|着力|扎实|大力|深入|全面|努力|要|是"
)
# What begins work on something: 召开2020年…会议.
BEGINS = re.compile(
    r"(?:开展|组织|参加|参与|召开|举办|举行|启动|筹备|迎接|承办|承接|实施|推进|推动|落实|抓好|做好|抓实|部署|安排|申报|编制|制定|制订"
    r"|拟定|拟订|研制|印发|下达|签订|发布|出台|新建|建设|打造|争创|创建|召集|谋划|征订|订阅|分解|明确|确定|起草"
    r"|对|在|于|抓)[^，。；：、《》\n]{0,8}$"
)
MAKES = re.compile(
    r"(?:制定|制订|拟定|拟订|编制|提出|形成|安排|印发|起草|研制|出台|下发|发布|签订)[^，。；：《\n]{0,8}《?[^，。；：《》\n]{0,20}$"
)
LIMITS = re.compile(r"(?:力争|争取|确保|预计|计划|拟|到|至|于|在)[^，。；：\n]{0,6}$")

# The traditional forms of the characters in the words above and in the rules of this family: a table of
# them costs nothing, a converter of whole texts more than all these rules.
_TRADITIONAL = (
    "佈來個備傳價優兌內創劃動務勝勵匯區協參員問啓啟國圍園圓堅報壩學實審將對導屆嶺師庫廣後從復徵徹愛慶憲戰據擬數於時曆書會業榮標樹檔檢歷歸殘決況減測滿災為營爭爲獎獲現"
    "產畢畫發確礎礦稅稱節範簽籌籤紀級組結統經綱緊編縣總績織繞繼續職臺與舉華著號衛衞製覆規訂計討設評話該認調論謀證議護讀豐貫責資賬較轉辦農週進過達遺鄉醫銜銷鎮長開間閱"
    "閲關際雲鞏項預頒頭題願顧餘饋驗體點黨"
)
_SIMPLIFIED = (
    "布来个备传价优兑内创划动务胜励汇区协参员问启启国围园圆坚报坝学实审将对导届岭师库广后从复征彻爱庆宪战据拟数于时历书会业荣标树档检历归残决况减测满灾为营争为奖获现"
    "产毕划发确础矿税称节范签筹签纪级组结统经纲紧编县总绩织绕继续职台与举华着号卫卫制复规订计讨设评话该认调论谋证议护读丰贯责资账较转办农周进过达遗乡医衔销镇长开间阅"
    "阅关际云巩项预颁头题愿顾余馈验体点党"
)
TO_SIMPLIFIED = str.maketrans(_TRADITIONAL, _SIMPLIFIED)

# ruff: noqa: E501 - markup as it is found
"""Pages of invented offices and schools, in the styles that their sites are made in.

Each page names what its document says (``kept``, in order) and what belongs to the site
(``left``): a reader keeps the first in the running text and the second out of it.
"""

from __future__ import annotations

from typing import NamedTuple


class Site(NamedTuple):
    """A page."""

    markup: str
    kept: tuple[str, ...]
    left: tuple[str, ...]


ITEMS = (
    "一、提高站位，统一思想",
    "（一）加强理论学习。坚持每月集中学习一次，全年不少于十二次，由办公室负责记录并归档。",
    "（二）严格请销假制度。外出须提前一天报备，由分管领导审批后方可离岗。",
    "二、突出重点，狠抓落实",
    "（一）做好汛期值班。六月至九月实行二十四小时值班，值班人员不得脱岗。",
    "（二）推进档案整理。年底前完成近五年档案的数字化，目录报区档案馆备案。",
    "三、强化保障，注重实效",
    "每季度末召开一次调度会，通报进展，对进度滞后的科室限期整改。",
)
TITLE = "芦洲区水务局2024年工作计划"

_MENU = "".join(
    f'<li><a href="/{at}/index.html">{name}</a></li>'
    for at, name in enumerate(("首页", "政务公开", "办事服务", "互动交流", "走进芦洲", "数据发布"))
)
_RELATED = "".join(
    f'<li><a href="./t2024{at:04}.html">{name}</a><span>2024-0{at}-1{at}</span></li>'
    for at, name in enumerate(
        ("芦洲区召开河长制推进会", "全区供水管网改造完成过半", "水务局开展节水宣传周活动"), 1
    )
)
_IMPRINT = "主办单位：芦洲区人民政府办公室 网站标识码：0000000001 芦ICP备00000001号 芦公网安备 00000000000001号"


def _paragraphs(start: str = "", end: str = "") -> str:
    return "\n".join(f"<p>{start}{item}{end}</p>" for item in ITEMS)


TRS = Site(
    f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}_芦洲区人民政府</title>
<meta name="PubDate" content="2024-01-15"><meta name="ContentSource" content="区水务局">
<script>var a = "<p>不是正文</p>";</script><style>.hide {{ display: none }}</style></head><body>
<div class="header"><div class="logo"><a href="/">芦洲区人民政府门户网站</a></div>
<ul class="nav">{_MENU}</ul><form action="/search"><input type="text" value="请输入关键字">
<input type="submit" value="搜索"></form></div>
<div class="main"><div class="BreadcrumbNav">当前位置：<a href="/">首页</a> &gt; <a href="/z">政务公开</a>
 &gt; <a href="/z/j">计划总结</a></div>
<div class="xl-title">{TITLE}</div>
<div class="info"><span>发布时间：2024-01-15</span> <span>来源：区水务局</span></div>
<div class="TRS_Editor"><style>.TRS_Editor P {{ margin: 0 }}</style>{_paragraphs("　　")}
<p style="text-align: right">芦洲区水务局</p><p style="text-align: right">2024年1月15日</p></div>
<div class="hide">此段仅供编辑查看</div></div>
<div class="footer"><p>{_IMPRINT}</p><p>地址：芦洲区滨河路1号 电话：0000-0000000</p></div></body></html>""",
    (TITLE, "发布时间：2024-01-15", *ITEMS, "芦洲区水务局", "2024年1月15日"),
    (
        "芦洲区人民政府门户网站",
        "办事服务",
        "请输入关键字",
        "网站标识码",
        "滨河路1号",
        "不是正文",
        "仅供编辑查看",
    ),
)

TABLES = Site(
    f"""<html><head><title>{TITLE}</title></head><body><table width="1000" align="center"><tr><td colspan="2">
<table width="100%"><tr><td><a href="/1">网站首页</a></td><td><a href="/2">机构设置</a></td><td><a href="/3">
工作动态</a></td><td><a href="/4">政策法规</a></td></tr></table></td></tr>
<tr><td width="200" valign="top"><table><tr><td>栏目导航</td></tr><tr><td><a href="/5">通知公告</a></td></tr>
<tr><td><a href="/6">领导信箱</a></td></tr><tr><td><a href="/7">下载中心</a></td></tr></table></td>
<td width="800" valign="top"><table width="100%"><tr><td align="center"><font size="5"><b>{TITLE}</b></font></td></tr>
<tr><td align="center">发布时间：2024-01-15　　点击数：118</td></tr><tr><td><font size="3">
{"<br>".join("&nbsp;&nbsp;&nbsp;&nbsp;" + item for item in ITEMS)}</font></td></tr></table></td></tr>
<tr><td colspan="2" align="center">版权所有：芦洲区水务局　芦ICP备00000001号</td></tr></table></body></html>""",
    (TITLE, *ITEMS),
    ("机构设置", "政策法规", "领导信箱", "下载中心", "ICP备"),
)

BREAKS = Site(
    f"""<html><head><meta charset="utf-8"><title>芦洲区水务局</title></head><body><div id="nav">
{" | ".join(f'<a href="/{at}">{name}</a>' for at, name in enumerate(("首页", "概况", "动态", "公开", "服务")))}</div>
<div id="zoom"><h2 align="center">{TITLE}</h2>
{"<br/><br/>".join("　　" + item for item in ITEMS)}<br/></div>
<div id="copyright">Copyright © 2024 芦洲区水务局</div></body></html>""",
    (TITLE, *ITEMS),
    ("概况", "服务", "Copyright"),
)

SOUP = Site(
    f"""<!doctype html><html><head><meta charset="utf-8"><title>{TITLE}</title></head><body><div><div><div>
<div><div><a href="/a">首页</a><a href="/b">要闻</a><a href="/c">公告</a><a href="/d">专题</a></div></div>
<div><div><span><b>{TITLE}</b></span></div><div><div>{"".join(f"<div>　　{item}</div>" for item in ITEMS)}</div>
<div>附件：<a href="/files/plan.docx">1.芦洲区水务局2024年任务分解表.docx</a></div></div></div>
<div><div>相关阅读</div><ul>{_RELATED}</ul></div>
<div><div>{_IMPRINT}</div></div></div></div></div></body></html>""",
    (TITLE, *ITEMS, "1.芦洲区水务局2024年任务分解表.docx"),
    ("要闻", "专题", "供水管网改造", "网站标识码"),
)

PORTAL = Site(
    f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE} - 政府信息公开</title></head><body>
<header><h1><a href="/">芦洲区政府信息公开</a></h1><nav><ul>{_MENU}</ul></nav></header>
<div class="container"><aside class="left"><h3>公开目录</h3><ul>{_MENU}</ul></aside><div class="right">
<table class="index" width="100%" border="1"><tr><td>索引号：</td><td>000000001/2024-00012</td><td>主题分类：</td>
<td>水利、水务</td></tr><tr><td>发文机构：</td><td>芦洲区水务局</td><td>成文日期：</td><td>2024年01月12日</td></tr>
<tr><td>标题：</td><td colspan="3">{TITLE}</td></tr><tr><td>发文字号：</td><td>芦水发〔2024〕3号</td>
<td>发布日期：</td><td>2024年01月15日</td></tr></table>
<h1 class="title">{TITLE}</h1><div id="UCAP-CONTENT">{_paragraphs("&emsp;&emsp;")}</div>
<div class="bdsharebuttonbox">分享到：<a href="#">微信</a><a href="#">微博</a></div></div></div>
<footer><p>{_IMPRINT}</p></footer></body></html>""",
    ("000000001/2024-00012", "芦洲区水务局", "芦水发〔2024〕3号", TITLE, *ITEMS),
    ("公开目录", "互动交流", "分享到", "公网安备"),
)

WORD = Site(
    f"""<html><head><meta charset="utf-8"><title>{TITLE}</title></head><body><div class="menu"><ul>{
        _MENU
    }</ul></div>
<div class="content"><p class="MsoTitle" align="center" style="text-align:center;mso-outline-level:1"><b><span
style="font-size:22.0pt;font-family:方正小标宋简体">{TITLE}<o:p></o:p></span></b></p>
<?xml:namespace prefix = "o" ns = "urn:schemas-microsoft-com:office:office" /><!--[if gte mso 9]><xml>
<w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
{
        "".join(
            f'''<p class="MsoNormal" style="text-indent:32.0pt;mso-char-indent-count:2.0"><span lang="EN-US"
style="font-size:16.0pt"><span style="font-family:仿宋_GB2312">{item}</span></span><o:p></o:p></p>'''
            for item in ITEMS
        )
    }</div><div class="foot">{_IMPRINT}</div></body></html>""",
    (TITLE, *ITEMS),
    ("数据发布", "ICP备", "Normal"),
)

SCHOOL = Site(
    f"""<html><head><meta charset="gb2312"><title>苇塘小学</title></head><body><div id="top"><img src="b.jpg" alt="校徽">
<ul id="menu">{_MENU}</ul></div><div id="main"><div id="left"><div class="box"><h3>最新文章</h3><ul>{_RELATED}</ul>
</div></div><div id="right"><div id="position">您的位置：<a href="/">首页</a> &gt;&gt; <a href="/jh">学校计划</a></div>
<h2>苇塘小学2024年春季工作计划</h2><div class="author">作者：教导处　日期：2024-02-20　<a href="#">【打印】</a></div>
<div id="article">{_paragraphs()}<table border="1"><tr><th>月份</th><th>工作</th></tr><tr><td>三月</td>
<td>植树活动</td></tr><tr><td>四月</td><td>清明祭扫</td></tr></table></div>
<div class="pager">上一篇：<a href="1.html">苇塘小学安全工作简报</a><br>下一篇：<a href="2.html">苇塘小学春游活动</a></div>
</div></div><div id="footer">苇塘小学 版权所有 技术支持：某科技公司</div></body></html>""",
    ("苇塘小学2024年春季工作计划", *ITEMS, "植树活动", "清明祭扫"),
    ("走进芦洲", "供水管网改造", "技术支持"),
)

TAIWAN = Site(
    f"""<!DOCTYPE html><html lang="zh-Hant-TW"><head><meta charset="utf-8"><title>汀洲國民小學113學年度校務計畫</title>
</head><body><a href="#center" title="跳到主要內容">跳到主要內容區塊</a><header role="banner"><ul><li><a href="/">
網站導覽</a></li><li><a href="/en">English</a></li><li><a href="/login">登入</a></li></ul></header>
<nav aria-label="主選單"><ul>{_MENU}</ul></nav><main id="center"><a accesskey="C" href="#C">:::</a><article><h2>汀洲國民小學113學年度校務計畫</h2>
<ol style="list-style-type: cjk-ideographic"><li>依據：本校校務會議決議辦理。</li><li>目標<ol type="1"><li>
落實課程計畫，提升教學品質。</li><li>推動友善校園，營造安全環境。</li></ol></li><li>實施期程：
自113年8月1日起至114年7月31日止。</li></ol></article></main>
<footer role="contentinfo"><p>地址：汀洲市中山路2號 電話：00-0000000</p><p>著作權所有 © 汀洲國小</p></footer></body></html>""",
    (
        "汀洲國民小學113學年度校務計畫",
        "依據：本校校務會議決議辦理。",
        "落實課程計畫，提升教學品質。",
        "推動友善校園，營造安全環境。",
    ),
    ("跳到主要內容", ":::", "網站導覽", "English", "中山路2號", "著作權所有"),
)

HONG_KONG = Site(
    f"""<html lang="zh-HK"><head><meta charset="utf-8"><title>學校發展計劃</title></head><body><div class="skip-nav">
<a href="/a">主頁</a><a href="/b">關於我們</a><a href="/c">課程</a><a href="/d">聯絡</a></div>
<section><h1>海灣中學2023/24年度學校發展計劃</h1><dl><dt>關注事項一：提升自學能力</dt><dd>推行閱讀計劃，每班每週兩節。
</dd><dt>關注事項二：加強價值觀教育</dt><dd>舉辦義工服務，全年不少於六次。</dd></dl>{_paragraphs()}</section>
<div class="copyright">© 2023 海灣中學 版權所有</div></body></html>""",
    (
        "海灣中學2023/24年度學校發展計劃",
        "關注事項一：提升自學能力",
        "推行閱讀計劃，每班每週兩節。",
        *ITEMS,
    ),
    ("關於我們", "版權所有"),
)

WEB_FORM = Site(
    f"""<html><head><meta charset="utf-8"><title>{TITLE}</title></head><body><form name="form1" method="post">
<input type="hidden" name="__VIEWSTATE" value="AAAA"><div class="top"><ul>{_MENU}</ul><select><option>--友情链接--
</option><option>省水利厅</option></select></div><div class="cont"><h3>{TITLE}</h3>
<span id="lblContent"><p><span>　　{"</span></p><p><span>　　".join(ITEMS)}</span></p></span>
<button type="button">关闭窗口</button></div><div class="bottom">{_IMPRINT}</div></form></body></html>""",
    (TITLE, *ITEMS),
    ("友情链接", "省水利厅", "关闭窗口", "ICP备", "AAAA"),
)

PRE = Site(
    f"""<html><head><meta charset="utf-8"><title>{TITLE}</title></head><body><table><tr><td><a href="/1">首页</a> <a
href="/2">新闻</a> <a href="/3">公告</a></td></tr></table><pre>
{TITLE}

{chr(10).join("    " + item for item in ITEMS)}
</pre><hr></body></html>""",
    (TITLE, *ITEMS),
    ("新闻",),
)

CALENDAR = Site(
    f"""<html><head><meta charset="utf-8"><title>行事历</title></head><body><div class="nav"><ul>{_MENU}</ul></div>
<div class="wrap"><p align="center"><strong>苇塘小学2024年第一学期行事历</strong></p>
<table style="border-collapse:collapse"><tbody><tr><td style="border:1px solid #000">月份</td>
<td style="border:1px solid #000">主要工作</td></tr><tr><td style="border:1px solid #000" rowspan="2">九月</td>
<td style="border:1px solid #000"><p>1.开学典礼；</p><p>2.家长会。</p></td></tr><tr>
<td style="border:1px solid #000">3.常规检查。</td></tr><tr><td style="border:1px solid #000">十月</td>
<td style="border:1px solid #000">1.秋季运动会。</td></tr></tbody></table></div>
<ul class="related">{_RELATED}</ul></body></html>""",
    (
        "苇塘小学2024年第一学期行事历",
        "1.开学典礼；",
        "2.家长会。",
        "3.常规检查。",
        "1.秋季运动会。",
    ),
    ("办事服务", "节水宣传周"),
)

LINKED_LAWS = Site(
    f"""<html><head><meta charset="utf-8"><title>{TITLE}</title></head><body><div class="article"><h1>{TITLE}</h1>
{_paragraphs()}<div><p>依据：<a href="/law/1">《中华人民共和国水法》</a>、<a href="/law/2">《中华人民共和国防洪法》</a>、
<a href="/law/3">《芦洲区节约用水办法》</a></p></div><ul><li><a href="a.pdf">附件1：任务分解表</a></li>
<li><a href="b.pdf">附件2：值班安排表</a></li><li><a href="c.pdf">附件3：联系人名单</a></li></ul></div></body></html>""",
    (TITLE, *ITEMS, "《中华人民共和国防洪法》", "附件2：值班安排表"),
    (),
)

PAGES = {
    "trs": TRS, "tables": TABLES, "breaks": BREAKS, "soup": SOUP, "portal": PORTAL, "word": WORD,
    "school": SCHOOL, "taiwan": TAIWAN, "hong-kong": HONG_KONG, "web-form": WEB_FORM, "pre": PRE,
    "calendar": CALENDAR, "linked-laws": LINKED_LAWS,
}  # fmt: skip

"""The parts of a Word package that hold none of the text: styles, numbering, settings, names.

Element order follows the schemas of ECMA-376 Part 1, which Word enforces.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True)
class House:
    """The habits of the program that writes: style ids, fonts and sizes (half-points)."""

    application: str
    ids: dict[str, str]
    font: str
    title_font: str
    size: int
    title_size: int
    line: int  # exact line pitch, twentieths of a point
    rsids: bool


WORD = House(
    "Microsoft Office Word",
    {"body": "a", "h1": "1", "h2": "2", "header": "a3", "footer": "a4", "title": "a5"}
    | {"grid": "a6", "link": "a7", "char": "a0", "table": "a1", "list": "a2"},
    "仿宋_GB2312",
    "方正小标宋简体",
    32,
    44,
    560,
    rsids=True,
)
WPS = House(
    "WPS Office_12.1.0.16388_F1E327BC-269C-435d-A152-05C5408002CA",
    {"body": "1", "h1": "2", "h2": "3", "header": "5", "footer": "4", "title": "6"}
    | {"grid": "8", "link": "10", "char": "9", "table": "7", "list": "99"},
    "宋体",
    "黑体",
    24,
    36,
    440,
    rsids=False,
)
HOUSES = {"word": WORD, "wps": WPS}


@dataclass(frozen=True)
class Level:
    """One ``w:lvl``; ``style`` is the paragraph style that it numbers."""

    fmt: str
    text: str
    style: str = ""
    legal: bool = False
    suffix: str = "nothing"


FIRST = Level("chineseCountingThousand", "%1、", "h1")
SECOND = Level("chineseCountingThousand", "（%2）", "h2")
THIRD = Level("decimal", "%3.", suffix="space")
FOURTH = Level("decimalEnclosedCircle", "%4", suffix="space")
DOTTED = Level("decimal", "%1.%2", "h2", legal=True, suffix="space")
BULLET = Level("bullet", "\uf06c", suffix="tab")
CELL_ITEM = Level("decimal", "%1.")
ROW_NUMBER = Level("decimal", "%1")

# Word keeps the four levels of an office document in one multilevel list; WPS gives each its own.
SCHEMES: dict[str, tuple[tuple[Level, ...], ...]] = {
    "gov": ((FIRST, SECOND, THIRD, FOURTH),),
    "legal": ((FIRST, DOTTED, Level("decimal", "（%3）"), FOURTH),),
    "wps": (
        (Level("chineseCounting", "%1、", "h1"),),
        (Level("chineseCounting", "（%1）", "h2"),),
        (Level("decimal", "%1、"),),
    ),
}
LOOSE = {"cell": CELL_ITEM, "row": ROW_NUMBER, "bullet": BULLET}


@dataclass
class Lists:
    """The lists of one document. ``w:num`` instances are handed out in reading order."""

    scheme: tuple[tuple[Level, ...], ...]
    instances: list[tuple[int, bool]] = field(default_factory=list)
    current: dict[int, int] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        for abstract in range(len(self.scheme)):
            self.start(abstract, restart=False)

    def start(self, abstract: int, *, restart: bool = True) -> int:
        """A new ``w:num`` of an abstract list, counting from one; returns its id."""
        self.instances.append((abstract, restart))
        self.current[abstract] = len(self.instances)
        return len(self.instances)

    def heading(self, level: int) -> tuple[int, int]:
        """(numId, ilvl) of a heading of a 0-based depth; separate lists restart below it."""
        if len(self.scheme) == 1:
            return self.current[0], level
        for deeper in self.used.intersection(range(level + 1, len(self.scheme))):
            self.current.pop(deeper, None)
        self.used.add(level)
        return self.current.get(level) or self.start(level), 0

    def loose(self, name: str, *, fresh: bool = False) -> tuple[int, int]:
        """(numId, ilvl) of a bullet, of a row number, or of an item of a table cell."""
        abstract = len(self.scheme) + list(LOOSE).index(name)
        known = None if fresh else self.current.get(abstract)
        return known or self.start(abstract, restart=fresh), 0

    def part(self, house: House) -> str:
        """word/numbering.xml"""
        abstracts = [*self.scheme, *((level,) for level in LOOSE.values())]
        body = "".join(_abstract(i, levels, house) for i, levels in enumerate(abstracts))
        body += "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>'
            + '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' * restart
            + "</w:num>"
            for number, (abstract, restart) in enumerate(self.instances, 1)
        )
        return f"{XML}<w:numbering {NAMESPACES}>{body}</w:numbering>"


def _abstract(number: int, levels: tuple[Level, ...], house: House) -> str:
    kind = "multilevel" if len(levels) > 1 else "singleLevel"
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x2A5C1000 + number:08X}"/>'
        f'<w:multiLevelType w:val="{kind}"/><w:tmpl w:val="{0x5C3E2000 + number:08X}"/>'
        + "".join(_level(ilvl, level, house) for ilvl, level in enumerate(levels))
        + "</w:abstractNum>"
    )


def _level(ilvl: int, level: Level, house: House) -> str:
    fonts = (
        '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings" w:hint="default"/>'
        if level.fmt == "bullet"
        else '<w:rFonts w:hint="eastAsia"/>'
    )
    return (
        f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="1"/><w:numFmt w:val="{level.fmt}"/>'
        + (f'<w:pStyle w:val="{house.ids[level.style]}"/>' if level.style else "")
        + "<w:isLgl/>" * level.legal
        + f'<w:suff w:val="{level.suffix}"/><w:lvlText w:val="{level.text}"/>'
        '<w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr><w:rPr>{fonts}</w:rPr></w:lvl>'
    )


def fonts(name: str) -> str:
    """``w:rFonts`` that sets one face for Latin and Chinese letters."""
    return f'<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}"/>'


def size(half_points: int) -> str:
    """``w:sz`` with its complex-script twin."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def styles(house: House, lists: Lists) -> str:
    """word/styles.xml: the heading styles carry the numbering of the first two levels."""
    ids = house.ids
    body = f'<w:basedOn w:val="{ids["body"]}"/>'
    after = f'{body}<w:next w:val="{ids["body"]}"/>'

    def numbered(level: int) -> str:
        shared = len(lists.scheme) == 1
        ilvl = f'<w:ilvl w:val="{level}"/>' if shared and level else ""
        return f'<w:numPr>{ilvl}<w:numId w:val="{1 if shared else level + 1}"/></w:numPr>'

    def small(name: str, align: str) -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="{ids[name]}"><w:name w:val="{name}"/>{body}'
            '<w:uiPriority w:val="99"/><w:pPr><w:snapToGrid w:val="0"/>'
            f'<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="{align}"/></w:pPr>'
            f"<w:rPr>{size(18)}</w:rPr></w:style>"
        )

    def heading(level: int, face: str) -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="{ids[f"h{level}"]}">'
            f'<w:name w:val="heading {level}"/>{after}<w:uiPriority w:val="9"/><w:qFormat/>'
            f"<w:pPr><w:keepNext/>{numbered(level - 1)}"
            f'<w:ind w:firstLineChars="200" w:firstLine="{house.size * 20}"/>'
            f'<w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr>{fonts(face)}</w:rPr></w:style>'
        )

    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    )
    hidden = '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
    return (
        f"{XML}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman" '
        'w:cs="Times New Roman"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        f'<w:style w:type="paragraph" w:default="1" w:styleId="{ids["body"]}">'
        '<w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/>'
        f'<w:spacing w:line="{house.line}" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr>'
        f'<w:rPr><w:rFonts w:eastAsia="{house.font}"/><w:kern w:val="2"/>{size(house.size)}</w:rPr>'
        f'</w:style><w:style w:type="character" w:default="1" w:styleId="{ids["char"]}">'
        f'<w:name w:val="Default Paragraph Font"/>{hidden}</w:style>'
        f'<w:style w:type="table" w:default="1" w:styleId="{ids["table"]}">'
        f'<w:name w:val="Normal Table"/>{hidden}<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
        f'<w:style w:type="numbering" w:default="1" w:styleId="{ids["list"]}">'
        f'<w:name w:val="No List"/>{hidden}</w:style>'
        + heading(1, "黑体")
        + heading(2, "楷体_GB2312" if house is WORD else house.font)
        + small("header", "center")
        + small("footer", "left")
        + f'<w:style w:type="paragraph" w:styleId="{ids["title"]}"><w:name w:val="Title"/>{after}'
        '<w:uiPriority w:val="10"/><w:qFormat/><w:pPr>'
        f'<w:spacing w:line="{house.title_size * 15}" w:lineRule="exact"/><w:jc w:val="center"/>'
        f"</w:pPr><w:rPr>{fonts(house.title_font)}{size(house.title_size)}</w:rPr></w:style>"
        f'<w:style w:type="character" w:styleId="{ids["link"]}"><w:name w:val="Hyperlink"/>'
        '<w:uiPriority w:val="99"/><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr>'
        f'</w:style><w:style w:type="table" w:styleId="{ids["grid"]}"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="{ids["table"]}"/><w:uiPriority w:val="39"/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr></w:style></w:styles>"
    )


def settings() -> str:
    """word/settings.xml"""
    return (
        f'{XML}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        '<w:proofState w:spelling="clean" w:grammar="clean"/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/>'
        "<w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>"
        "<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        ' w:val="15"/></w:compat><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )


def header(text: str, house: House) -> str:
    """word/header1.xml: the running title."""
    return (
        f'{XML}<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{house.ids["header"]}"/></w:pPr>'
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>{escape(text)}</w:t></w:r></w:p>'
        "</w:hdr>"
    )


def footer(house: House) -> str:
    """word/footer1.xml: — 1 —, the number a PAGE field."""

    def run(content: str) -> str:
        return f"<w:r><w:rPr>{size(28)}</w:rPr>{content}</w:r>"

    pieces = (
        '<w:t xml:space="preserve">— </w:t>',
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE \\* MERGEFORMAT </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
        '<w:t xml:space="preserve"> —</w:t>',
    )
    return (
        f'{XML}<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{house.ids["footer"]}"/>'
        f'<w:jc w:val="center"/></w:pPr>{"".join(map(run, pieces))}</w:p></w:ftr>'
    )


def font_table(house: House) -> str:
    """word/fontTable.xml"""
    names = ("Times New Roman", "宋体", "黑体", "楷体_GB2312", house.font, house.title_font)
    body = "".join(f'<w:font w:name="{name}"/>' for name in dict.fromkeys(names))
    return f"{XML}<w:fonts {NAMESPACES}>{body}</w:fonts>"


def properties(house: House, author: str, date: str) -> dict[str, str]:
    """docProps/*: the two parts that Word writes, and the third that WPS adds."""
    extended = f"{OFFICE}/extended-properties"
    purl = "http://purl.org/dc"
    parts = {
        "docProps/app.xml": f'{XML}<Properties xmlns="{extended}"><Template>Normal.dotm</Template>'
        f"<Application>{house.application}</Application><DocSecurity>0</DocSecurity>"
        "<AppVersion>16.0000</AppVersion></Properties>",
        "docProps/core.xml": f"{XML}<cp:coreProperties "
        f'xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="{purl}/elements/1.1/" xmlns:dcterms="{purl}/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f'<cp:revision>4</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">{date}'
        f'</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{date}</dcterms:modified>'
        "</cp:coreProperties>",
    }
    if house is WPS:
        parts["docProps/custom.xml"] = (
            f'{XML}<Properties xmlns="{OFFICE}/custom-properties" '
            f'xmlns:vt="{OFFICE}/docPropsVTypes"><property '
            'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer">'
            "<vt:lpwstr>2052-12.1.0.16388</vt:lpwstr></property></Properties>"
        )
    return parts


def relationships(targets: list[tuple[str, str, str]]) -> str:
    """A .rels part of (id, type URI, target); a web address is an external target."""
    rows = "".join(
        f'<Relationship Id="{ident}" Type="{kind}" Target="{escape(target)}"'
        + ' TargetMode="External"' * target.startswith("http")
        + "/>"
        for ident, kind, target in targets
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def content_types(names: list[str]) -> str:
    """[Content_Types].xml for the parts named."""
    rows = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}+xml"/>' for name, kind in _types(names)
    )
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def _types(names: list[str]) -> Iterator[tuple[str, str]]:
    kinds = {
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties",
        "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties",
        "word/document.xml": f"{WORD_TYPE}.document.main",
    }
    for name in names:
        stem = name.rpartition("/")[2].removesuffix(".xml").rstrip("1")
        yield name, kinds.get(name, f"{WORD_TYPE}.{stem}")

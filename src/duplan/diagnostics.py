"""Findings about a document, data first and text last, and the one error that ends a file's reading.

A code is never reused. Families by stage: DP1xx reading, DP2xx outline, DP3xx content of plans,
DP4xx dates and schedule, DP5xx official-document format, DP9xx configuration.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from duplan.source import Span

Severity = Literal["error", "warning", "info"]
Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Kind:
    """What all findings of one code share; the texts are ``str.format`` templates."""

    code: str
    name: str
    severity: Severity
    en: str
    zh: str


class Edit(NamedTuple):
    """Put ``text`` in the place of ``span``; an empty span only inserts."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding together; ``safe`` where they can't change what the text says."""

    edits: tuple[Edit, ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. ``values`` fill the message's template; ``span`` is the place, if it has one.

    ``related`` are further places that one needs to see: the other of two that don't agree.
    """

    kind: Kind
    span: Span | None = None
    values: dict[str, str | int] = field(default_factory=dict)
    fix: Fix | None = None
    related: tuple[Span, ...] = ()

    @property
    def code(self) -> str:
        """The stable code, e.g. ``DP108``."""
        return self.kind.code

    @property
    def name(self) -> str:
        """The readable name of the code, e.g. ``noise-dropped``."""
        return self.kind.name

    @property
    def severity(self) -> Severity:
        """``error``, ``warning`` or ``info``."""
        return self.kind.severity

    def message(self, language: Language = "en") -> str:
        """The finding in words."""
        template = self.kind.zh if language == "zh" else self.kind.en
        return template.format(**self.values)


class UnreadableError(Exception):
    """The input can't be read at all: ``what`` is wrong and what to do (``remedy``), in two languages."""

    def __init__(self, kind: str, **values: str | int) -> None:
        self.kind = kind
        self.values = values
        super().__init__(self.message())

    def message(self, language: Language = "en") -> str:
        """What is wrong and what to do, in one line."""
        en, zh = UNREADABLE[self.kind]
        values = dict(self.values)
        if "limit" in values:
            values["what"] = LIMITS[str(values["limit"])][language == "zh"]
        return (zh if language == "zh" else en).format(**values)


KINDS: dict[str, Kind] = {
    kind.code: kind
    for kind in (
        # reading
        Kind("DP101", "encoding-guessed", "info", "read as {encoding}", "按 {encoding} 编码读取"),
        Kind(
            "DP102",
            "undecodable-bytes",
            "warning",
            "{count} byte(s) are not valid {encoding} and were kept as replacement characters",
            "有 {count} 个字节不是有效的 {encoding} 编码，已用替代字符保留",
        ),
        Kind(
            "DP103",
            "control-characters",
            "info",
            "{count} control character(s) were left out",
            "略去 {count} 个控制字符",
        ),
        Kind(
            "DP104",
            "hidden-text",
            "info",
            "hidden text was left out: {text}",
            "略去隐藏文字：{text}",
        ),
        Kind(
            "DP105",
            "tracked-changes",
            "warning",
            "the file holds tracked changes: {insertions} insertion(s) kept, {deletions} deletion(s) dropped",
            "文件含修订记录：保留插入 {insertions} 处，去掉删除 {deletions} 处",
        ),
        Kind(
            "DP106",
            "aside-text",
            "info",
            "{story} text stands outside the plan: {text}",
            "{story} 文字不属于正文：{text}",
        ),
        Kind(
            "DP107",
            "part-damaged",
            "warning",
            "the part {part} can't be read and was left out: {reason}",
            "部件 {part} 无法读取，已略去：{reason}",
        ),
        Kind(
            "DP108",
            "noise-dropped",
            "info",
            "taken for page furniture and left out: {text}",
            "视为网页或版面杂项，已略去：{text}",
        ),
        Kind(
            "DP109",
            "pinyin-notes",
            "info",
            "{count} pinyin note(s) were removed",
            "去除注音 {count} 处",
        ),
        Kind(
            "DP110",
            "wrong-extension",
            "warning",
            "the name ends in {extension} but the content is {format}",
            "扩展名为 {extension}，内容却是 {format}",
        ),
        Kind(
            "DP112",
            "pages-without-text",
            "warning",
            "page(s) {pages} are pictures without text and were left out;"
            " pip install 'duplan[ocr]' reads them",
            "第 {pages} 页只有图像、没有文字，已略去；安装 pip install 'duplan[ocr]' 后可以识别",
        ),
        Kind(
            "DP113",
            "words-recognised",
            "warning",
            "the words of page(s) {pages} were recognised in pictures and may be wrong",
            "第 {pages} 页的文字由图像识别得来，可能有误",
        ),
        Kind(
            "DP114",
            "characters-unknown",
            "warning",
            "{count} character(s) of page {page} can't be told from their font and were kept as"
            " replacement characters",
            "第 {page} 页有 {count} 个字符无法从字体中辨认，已用替代字符保留",
        ),
        Kind(
            "DP115",
            "site-text",
            "info",
            "part of the site, not of the document: {text}",
            "属于网站而非文件正文：{text}",
        ),
        Kind(
            "DP116",
            "wrong-encoding-declared",
            "warning",
            "the file declares {declared} but was read as {encoding}",
            "文件声明的编码是 {declared}，实际按 {encoding} 读取",
        ),
        Kind(
            "DP117",
            "title-not-shown",
            "info",
            "the page has a title that its text doesn't show: {text}",
            "网页标题未出现在正文中：{text}",
        ),
        Kind(
            "DP118",
            "hidden-cells",
            "info",
            "{count} hidden cell(s) were left out, {where}: {text}",
            "略去隐藏的单元格 {count} 个，{where}：{text}",
        ),
        Kind(
            "DP119",
            "formula-without-value",
            "warning",
            "{count} formula(s) hold no stored result and show nothing here, the first in {where};"
            " save the file in Excel or WPS",
            "有 {count} 个公式没有保存结果，读作空白，首个在 {where}；请用 Excel 或 WPS 打开并保存",
        ),
        Kind(
            "DP120",
            "sheet-name",
            "info",
            "the name of a sheet was not taken as text: {name}",
            "工作表名称未作为正文：{name}",
        ),
        Kind(
            "DP121",
            "numbers-unprinted",
            "warning",
            "{count} paragraph(s) have automatic numbers that the file doesn't spell out; "
            "save it as .docx to have them read",
            "有 {count} 段使用自动编号，但文件未写出编号；另存为 .docx 即可读出",
        ),
        Kind(
            "DP123",
            "seals",
            "info",
            "{count} electronic seal(s) are pictures and were not read",
            "{count} 个电子印章是图像，未读取",
        ),
        Kind(
            "DP124",
            "attached-file",
            "info",
            "an attached file was not read: {name}",
            "文件所带附件未读取：{name}",
        ),
        Kind(
            "DP125",
            "pages-of-pictures",
            "warning",
            "page(s) {pages} are pictures without text and were left out;"
            " saved as PDF, pip install 'duplan[ocr]' reads them",
            "第 {pages} 页只有图像、没有文字，已略去；"
            "另存为 PDF 并安装 pip install 'duplan[ocr]' 后可以识别",
        ),
        Kind(
            "DP126",
            "unused-part",
            "info",
            "the part {part} is shown nowhere in the document: {text}",
            "部件 {part} 没有显示在文档中：{text}",
        ),
        # outline
        Kind(
            "DP201",
            "number-gap",
            "warning",
            "{label} follows {previous}: a number is missing",
            "“{previous}”之后是“{label}”，编号不连续",
        ),
        Kind(
            "DP202",
            "number-repeated",
            "warning",
            "{label} stands after {previous}: the number is repeated or runs back",
            "“{previous}”之后是“{label}”，编号重复或倒退",
        ),
        # content of plans
        Kind("DP301", "no-plan", "warning", "no plan was found", "没有找到计划"),
        Kind(
            "DP302",
            "outside-plan",
            "info",
            "text outside every plan: {text}",
            "不属于任何计划的文字：{text}",
        ),
        Kind("DP303", "no-title", "warning", "the plan has no title", "计划没有标题"),
        # dates and schedule
        Kind(
            "DP401",
            "unread-time",
            "warning",
            "the time can't be read and was kept as it is: {text}",
            "无法识别的时间，原样保留：{text}",
        ),
    )
}

UNREADABLE: dict[str, tuple[str, str]] = {
    "missing": (
        "no such file; check the name and the folder",
        "没有这个文件；请检查文件名和所在文件夹",
    ),
    "folder": (
        "this is a folder without plan documents in it; name a file",
        "这是文件夹，其中没有计划文档；请指定文件",
    ),
    "closed": (
        "the folder may not be looked into; check its permissions",
        "没有打开这个文件夹的权限；请检查权限",
    ),
    "permission": (
        "the file may not be read; check its permissions",
        "没有读取权限；请检查文件权限",
    ),
    "empty": (
        "the file holds no text; check that it was saved or downloaded whole",
        "文件中没有文字；请检查是否保存或下载完整",
    ),
    "binary": (
        "the content is neither text nor a document of a known format; save it as .docx or .txt",
        "内容既不是文本，也不是认识的文档格式；请另存为 .docx 或 .txt",
    ),
    "encrypted": (
        "the document is protected by a password; save it without one",
        "文档有密码保护；请取消密码后另存",
    ),
    "unknown-format": (
        "{format} files can't be read; save the document as .docx, .xlsx or .txt",
        "无法读取 {format} 文件；请另存为 .docx、.xlsx 或 .txt",
    ),
    "needs-extra": (
        "{format} files need packages that aren't installed: pip install 'duplan[{extra}]'",
        "读取 {format} 文件需要另装组件：pip install 'duplan[{extra}]'",
    ),
    "legacy": (
        "the file was written by a program older than Word 97, or in WPS's own old form; "
        "open it in WPS, Word or LibreOffice and save it as .docx",
        "这是 Word 97 之前的版本或旧版 WPS 自有格式的文件；请用 WPS、Word 或 LibreOffice 打开并另存为 .docx",
    ),
    "not-word": (
        "the OLE file holds no Word document (presentations, messages and installers have this form too); "
        "save it as .docx",
        "这个 OLE 文件里没有 Word 文档（演示文稿、邮件、安装包也是这种形式）；请另存为 .docx",
    ),
    "damaged": (
        "the file is damaged or cut off ({reason}); get it again,"
        " or repair it in the program that wrote it",
        "文件损坏或不完整；请重新获取，或用原来的软件修复",  # the reason is a library's, in English
    ),
    "scanned": (
        "the pages are scanned: pictures without text that can be read;"
        " pip install 'duplan[ocr]' recognises their words",
        "各页是扫描件，只有图像，没有可读取的文字；安装 pip install 'duplan[ocr]' 后可以识别",
    ),
    "pictured": (
        "the pages are pictures without text; save the file as PDF,"
        " pip install 'duplan[ocr]' reads that",
        "各页都是图像，没有文字；请另存为 PDF 并安装 pip install 'duplan[ocr]' 后识别",
    ),
    "not-docx": (
        "the zip file is no document of a known format; unzip it, or save the document as .docx",
        "这个压缩包不是认识的文档格式；请解压，或将文档另存为 .docx",
    ),
    "too-large": (
        "more than {value} {what}; split the file, or allow more: --limit {limit}=NUMBER",
        "超过 {value} {what}；请拆分文件，或放宽上限：--limit {limit}=数目",
    ),
    "too-complex": (
        "the content is nested or repeated beyond what any document needs;"
        " save it anew in the program that wrote it",
        "内容的嵌套或重复超出任何文档所需；请用原来的软件重新另存",
    ),
}

LIMITS: dict[str, tuple[str, str]] = {  # what readers.file.Limits bounds, in words
    "file": ("bytes", "字节"),
    "text": ("bytes or characters of text", "字节或字符的文字"),
    "lines": ("lines", "行"),
    "members": ("files inside of it", "个内含文件"),
    "unzipped": ("unzipped bytes", "字节（解压后）"),
    "ratio": ("unzipped bytes for a zipped one", "倍的压缩比"),
    "paragraphs": ("paragraphs", "段"),
    "cells": ("cells", "个单元格"),
    "pages": ("pages", "页"),
    "seconds": ("seconds of reading", "秒的读取时间"),
}

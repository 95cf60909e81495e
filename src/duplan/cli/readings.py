"""What ``explain`` calls the roles of readings and the reasons for them, in English and Chinese.

A key without words stands for itself.
"""

from __future__ import annotations

from duplan.cli.words import Language, choose

ROLES: dict[str, tuple[str, str]] = {
    "title": ("title", "标题"),
    "overview": ("overview", "总述"),
    "goals": ("goals section", "目标部分"),
    "tasks": ("tasks section", "任务部分"),
    "schedule": ("schedule", "逐月安排"),
    "measures": ("measures", "措施"),
    "review": ("review", "回顾"),
    "other": ("other section", "其他部分"),
    "goal": ("goal", "目标"),
    "task": ("task", "任务"),
    "body": ("body of a task", "任务正文"),
    "table": ("task table", "任务表"),
    "column": ("column of a table", "表格栏目"),
    "index-box": ("index box", "索引框"),
    "notice": ("covering notice", "印发通知"),
    "letterhead": ("letterhead", "版头"),
    "document-number": ("document number", "发文字号"),
    "recipients": ("recipients", "主送机关"),
    "signature": ("signature", "落款"),
    "attachment": ("attachment", "附件说明"),
    "publicity": ("imprint", "版记"),
    "note": ("note", "题注"),
    "outside": ("outside the plan", "计划之外"),
    "noise": ("left out", "已略去"),
}
REASONS: dict[str, tuple[str, str]] = {
    # the document around the plan
    "title-ends-in-kind-word": ("ends in a word such as 计划", "以“计划”一类的词结尾"),
    "keys-of-an-index-box": ("keys of an index box", "索引框的栏目名"),
    "covering-notice": ("part of the covering notice", "印发通知的内容"),
    "document-number": ("has the form of a document number", "符合发文字号的写法"),
    "organisation-above-the-title": ("an organisation above the title", "标题上方的机关名称"),
    "organisation-below-the-title": ("an organisation below the title", "标题下方的机关名称"),
    "date-below-the-title": ("a date below the title", "标题下方的日期"),
    "bracket-below-the-title": ("in brackets below the title", "标题下方的括注"),
    "approval-below-the-title": ("when it was passed, below the title", "标题下方的通过日期"),
    "before-the-goals": ("prose before the goals", "目标之前的一段说明"),
    "ends-in-a-colon-after-the-title": (
        "ends in a colon right after the title",
        "紧接标题，以冒号结尾",
    ),
    "signature-at-the-end": ("name or date at the end", "文末的署名或日期"),
    "announces-an-attachment": ("announces an attachment", "说明有附件"),
    "publicity-or-copies": ("how it is published, who gets copies", "公开方式或抄送"),
    "before-the-first-title": ("before the first title", "在第一个标题之前"),
    "below-the-signature": ("below the signature", "在落款之后"),
    "form-lines-above-a-table": ("who filled in the table below, and when", "表格上方的填报信息"),
    "title-printed-again": ("the title printed again", "标题重复印了一遍"),
    "outside-every-plan": ("no part of any plan", "不属于任何计划"),
    "page-number": ("a page number", "页码"),
    "contents": ("a line of the table of contents", "目录中的一行"),
    "web-page": ("belongs to the web page around it", "网页上的附带内容"),
    # sections
    "before-the-first-heading": ("before the first heading", "在第一个小标题之前"),
    "words-of-the-heading": ("the words of the heading", "由小标题的用词判断"),
    "substantive-heading": ("the heading itself says what to do", "小标题本身就是一项任务"),
    "keyed-by-times": ("arranged by times", "按时间排列"),
    "bare-table": ("a table without a heading", "没有小标题的表格"),
    "attachment": ("printed as an attachment", "作为附件列出"),
    "flat-list": ("a list with no levels", "不分层次的清单"),
    "review-of-the-past": ("looks back", "回顾已做的工作"),
    "measures-are-the-only-tasks": (
        "its items are the only tasks of the plan",
        "计划中只有这里列出了任务",
    ),
    "counts-on-from-a-task-section": (
        "its numbers go on from a tasks section",
        "编号接着任务部分往下排",
    ),
    "lead-in-of-the-section": ("lead-in of the section", "这一部分的引言"),
    "below-the-heading": ("stands below the heading", "在小标题之下"),
    "table-below-the-heading": ("a table below the heading", "小标题之下的表格"),
    # goals and tasks
    "labelled-item": ("an item with a number", "有编号的条目"),
    "unlabelled-heading": ("a heading without a number", "没有编号的小标题"),
    "numbered-inside-a-paragraph": ("numbered inside a paragraph", "段落中的编号"),
    "cells-of-a-task-table": ("cells of a task table", "任务表的单元格"),
    "category-cell": ("names a group of rows in a task table", "任务表中一组任务的类别"),
    "table-row": ("a row of a task table", "任务表中的一行"),
    "below-its-heading": ("stands below the task's heading", "在任务标题之下"),
    "line-that-names-a-goal": ("the line names a goal", "这一行写明了目标"),
    "paragraph-of-a-goals-section": ("a paragraph of a goals section", "目标部分的段落"),
    "item-of-a-goals-section": ("an item of a goals section", "目标部分的条目"),
    # schedule
    "table-keyed-by-times": ("a table arranged by times", "按时间排列的表格"),
    "stands-under-a-time": ("stands under a time", "列在某个时间之下"),
    "nothing-under-the-time": ("nothing stands under this time", "该时间下没有内容"),
    "no-time-above": ("no time stands above it", "上方没有时间"),
}


def name_of(language: Language, table: dict[str, tuple[str, str]], key: str) -> str:
    """The words for a key of ``ROLES`` or ``REASONS``, the key itself where there are none."""
    return choose(language, table.get(key, (key, key)))

"""Why the findings of reading matter, and what to do about them."""

from __future__ import annotations

from duplan.diagnostics import KINDS
from duplan.rules.rule import Rule, Words


def _noticed(code: str, finds: Words, why: Words, mend: Words) -> Rule:
    """What only informs isn't asked for by a check that names no codes."""
    kind = KINDS[code]
    usual = kind.severity != "info" and code not in _ON_REQUEST
    return Rule(kind, "0.1.0", finds, why, mend, standard=usual)


_ON_REQUEST = ("DP401",)  # most times that no month stands for are meant so: 汛前, 待定
_SAVE_UTF8 = Words(
    "Look whether the text is readable; if it isn't, save the file as UTF-8.",
    "看看文字是否正常；如果是乱码，请另存为 UTF-8。",
)
_BELONGS = Words(
    "Look whether the text named is really no part of the plan.",
    "看看所列文字是否确实不属于计划正文。",
)
_GET_AGAIN = Words(
    "Get or save the file again with the program that wrote it.",
    "请重新获取，或用原来的软件重新保存。",
)
_PART_MISSING = Words(
    "What can't be read is missing from everything that is made of the plan.",
    "读不出的内容，在由计划整理出的各项结果中都会缺失。",
)
_SILENT_LOSS = Words(
    "What isn't shown is easily sent out unseen, or missed by those who read only what was taken over.",
    "看不见的内容容易在不知情时发出，也容易被只看整理结果的人漏掉。",
)
_PICTURES = Words(
    "Words in pictures can't be searched or counted, and work in them is missing from every schedule.",
    "图片里的文字不能检索和统计，其中的工作不会出现在任何安排里。",
)

RULES: tuple[Rule, ...] = (
    _noticed(
        "DP101",
        Words(
            "A text file that isn't UTF-8 and doesn't say what it is, so that its encoding was told by"
            " its content.",
            "文本文件不是 UTF-8，也没有注明编码，编码是由内容推断的。",
        ),
        Words(
            "A wrong guess turns characters into others, mostly into obvious nonsense.",
            "推断有误时，文字会变成别的字，多半是明显的乱码。",
        ),
        _SAVE_UTF8,
    ),
    _noticed(
        "DP102",
        Words(
            "Bytes that are no text in the encoding of the file.",
            "文件中有不符合其编码的字节。",
        ),
        Words(
            "The file was cut off, mixed from two files, or damaged on its way; words are lost there.",
            "文件可能被截断、拼接或在传输中损坏，这些地方的文字已经丢失。",
        ),
        _GET_AGAIN,
    ),
    _noticed(
        "DP103",
        Words(
            "Control characters, which no program shows.",
            "不会显示出来的控制字符。",
        ),
        Words(
            "They come from old systems or broken copying and can part words for a search.",
            "多来自旧系统或复制出错，会使词语断开，检索不到。",
        ),
        Words(
            "Copy the text into a new file if words look broken.",
            "如果词语断开，请把文字复制到新文件中。",
        ),
    ),
    _noticed(
        "DP104",
        Words("Text that the author hid.", "作者隐藏的文字。"),
        _SILENT_LOSS,
        Words(
            "Decide whether the sentence belongs to the plan; show or delete it.",
            "请判断这段文字是否属于计划，予以显示或删除。",
        ),
    ),
    _noticed(
        "DP106",
        Words(
            "Headers, footers, notes and comments, which stand outside the running text.",
            "页眉、页脚、脚注、批注等正文以外的文字。",
        ),
        Words(
            "They are no part of goals, tasks or schedule, even where they name work.",
            "其中即使写了工作，也不计入目标、任务和安排。",
        ),
        _BELONGS,
    ),
    _noticed(
        "DP107",
        Words(
            "A part of the file that can't be read.",
            "文件中有一部分无法读取。",
        ),
        _PART_MISSING,
        Words(
            "Get or save the file again. Of a web page, read the file that it shows inside.",
            "请重新获取或保存；如果是网页，请读取它嵌入显示的文件。",
        ),
    ),
    _noticed(
        "DP108",
        Words(
            "Lines taken for page numbers, navigation or other furniture of pages.",
            "被当作页码、导航等版面杂项的文字。",
        ),
        Words(
            "They are left out of the plan.",
            "这些文字没有计入计划。",
        ),
        _BELONGS,
    ),
    _noticed(
        "DP109",
        Words(
            "Notes on pronunciation between the characters.",
            "文字中夹有拼音注音。",
        ),
        Words(
            "They come from web pages with reading aids and break words for a search.",
            "多来自带注音功能的网页，会使词语断开，检索不到。",
        ),
        Words(
            "Nothing: the text is read without them. `pinyin-note` shows each place.",
            "不必处理，读取时已去除。各处位置由 `pinyin-note` 列出。",
        ),
    ),
    _noticed(
        "DP110",
        Words(
            "A file whose name says another format than its content.",
            "文件的扩展名与内容的格式不一致。",
        ),
        Words(
            "Other programs go by the name and refuse the file or show nonsense.",
            "别的软件按扩展名打开，会打不开或显示乱码。",
        ),
        Words(
            "Give the file the suffix of its format, or save it in the format of its name.",
            "请改用正确的扩展名，或另存为扩展名所示的格式。",
        ),
    ),
    _noticed(
        "DP112",
        Words("Pages that are pictures without text.", "只有图像、没有文字的页面。"),
        _PICTURES,
        Words(
            "Use the file that was printed, or install `duplan[ocr]`.",
            "请改用扫描前的电子文件，或安装 `duplan[ocr]`。",
        ),
    ),
    _noticed(
        "DP113",
        Words(
            "Pages whose words were recognised in pictures.",
            "文字由图像识别得来的页面。",
        ),
        Words(
            "Recognised figures and rare characters are often wrong.",
            "识别出的数字和生僻字常有错误。",
        ),
        Words("Compare the words with the page.", "请与原页面核对。"),
    ),
    _noticed(
        "DP114",
        Words(
            "Characters that the fonts of the file don't tell.",
            "无法从文件所带字体中辨认的字符。",
        ),
        _PART_MISSING,
        Words(
            "Save the PDF anew from the program that wrote the document.",
            "请用编写文档的软件重新输出 PDF。",
        ),
    ),
    _noticed(
        "DP115",
        Words(
            "Text of the web site around the document.",
            "文件所在网站的文字。",
        ),
        Words(
            "It is left out; where a site is built oddly, part of the document could be among it.",
            "这些文字已略去；网页结构特殊时，其中可能有正文。",
        ),
        Words(
            "If it is part of the document after all, save the text of the page alone.",
            "如果确属正文，请只保存网页的正文部分。",
        ),
    ),
    _noticed(
        "DP116",
        Words(
            "A web page whose declared encoding isn't its real one.",
            "网页声明的编码与实际不符。",
        ),
        Words(
            "Browsers that trust the declaration show nonsense to readers.",
            "按声明显示的浏览器会给读者看到乱码。",
        ),
        Words(
            "Nothing, if the text is readable; tell the editors of the site.",
            "文字正常则不必处理；可告知网站管理人员。",
        ),
    ),
    _noticed(
        "DP117",
        Words(
            "A web page whose title isn't in its text.",
            "网页的标题没有出现在正文中。",
        ),
        Words(
            "It may be the title of a plan whose text was published without one.",
            "正文发布时如果漏了标题，它可能就是计划的标题。",
        ),
        Words(
            "Put the title above the text if it is missing there.",
            "正文缺标题时，请补在正文上方。",
        ),
    ),
    _noticed(
        "DP118",
        Words("Hidden cells, rows, columns or sheets.", "隐藏的单元格、行、列或工作表。"),
        _SILENT_LOSS,
        Words(
            "Look whether what is hidden belongs to the plan; show or delete it.",
            "请判断隐藏的内容是否属于计划，予以显示或删除。",
        ),
    ),
    _noticed(
        "DP119",
        Words(
            "Formulas without a stored result.",
            "没有保存计算结果的公式。",
        ),
        Words(
            "Who opens the file without calculating sees empty cells.",
            "不重新计算就打开文件的人，看到的是空白。",
        ),
        Words(
            "Open the file in Excel or WPS and save it.",
            "请用 Excel 或 WPS 打开并保存。",
        ),
    ),
    _noticed(
        "DP120",
        Words(
            "The name of a sheet that was not taken as text.",
            "没有计入正文的工作表名称。",
        ),
        Words(
            "Some sheets are told apart by their names only.",
            "有的工作表只靠名称区分内容。",
        ),
        Words(
            "Write the name above the table if it says something.",
            "名称有实际含义时，请写在表格上方。",
        ),
    ),
    _noticed(
        "DP121",
        Words(
            "Automatic numbers that the file doesn't spell out.",
            "文件没有写出的自动编号。",
        ),
        Words(
            "Without its numbers a plan loses its levels.",
            "没有编号，计划的层次就无法分清。",
        ),
        Words("Save the document as .docx.", "请另存为 .docx。"),
    ),
    _noticed(
        "DP123",
        Words("Electronic seals.", "电子印章。"),
        Words(
            "The name in a seal may be the only signature of the document.",
            "印章上的名称可能是文件唯一的署名。",
        ),
        Words(
            "Look who sealed the document if its issuer is missing.",
            "发文机关缺失时，请查看印章。",
        ),
    ),
    _noticed(
        "DP124",
        Words(
            "A file attached to the document, which was not read.",
            "文档内带有附件文件，未读取。",
        ),
        Words(
            "The schedule is often in the attachment.",
            "逐月安排常常放在附件里。",
        ),
        Words(
            "Save the attached file and read it too.",
            "请取出附件，另行读取。",
        ),
    ),
    _noticed(
        "DP125",
        Words("Pages that are pictures without text.", "只有图像、没有文字的页面。"),
        _PICTURES,
        Words(
            "Use the file that was printed, or save it as PDF and install `duplan[ocr]`.",
            "请改用扫描前的电子文件，或另存为 PDF 并安装 `duplan[ocr]`。",
        ),
    ),
    _noticed(
        "DP126",
        Words(
            "A part of the file that the document shows nowhere.",
            "文件中有一部分没有在文档中显示。",
        ),
        _SILENT_LOSS,
        Words(
            "Save the document anew; what isn't used goes away.",
            "重新另存一次，没有用到的部分即可去除。",
        ),
    ),
    _noticed(
        "DP301",
        Words(
            "A file in which no plan was found: no title such as …计划, no goals, tasks or schedule.",
            "没有找到计划的文件：没有“……计划”一类的标题，也没有目标、任务和安排。",
        ),
        Words(
            "It is missing from every calendar and comparison.",
            "它不会出现在任何日历和对照中。",
        ),
        Words(
            "Look whether this is the right file and whether its text is complete.",
            "请确认文件没有选错，文字是否完整。",
        ),
    ),
    _noticed(
        "DP302",
        Words(
            "Text that stands outside every plan of the file.",
            "不属于文件中任何计划的文字。",
        ),
        Words(
            "Work named there is missing from goals, tasks and schedule.",
            "其中写到的工作不计入目标、任务和安排。",
        ),
        _BELONGS,
    ),
    _noticed(
        "DP303",
        Words("A plan without a title.", "没有标题的计划。"),
        Words(
            "Without a title nobody knows whose plan it is, nor for which year.",
            "没有标题，就不知道是哪个单位、哪一年的计划。",
        ),
        Words(
            "Write the title above the text; it may stand in a picture or was not copied.",
            "请在正文上方写上标题；它可能在图片里，或复制时漏掉了。",
        ),
    ),
    _noticed(
        "DP401",
        Words(
            "A time in the schedule that can't be read.",
            "安排中无法识别的时间。",
        ),
        Words(
            "The work has no month and isn't found by one.",
            "这项工作没有月份，按月份查找不到。",
        ),
        Words(
            "Write a month if the work should be found by it.",
            "需要按月份查找的，请写明月份。",
        ),
    ),
)

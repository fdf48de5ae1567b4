"""Word templates and documents, in Chinese."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

NAMES = {
    "chart": "图表",
    "ref": "引用",
    "footnote": "脚注",
    "endnote": "尾注",
    "page_break": "分页",
    "restart_numbering": "重新编号",
    "styled": "样式",
    "markdown": "排版",
}
"""What the functions and filters of Word templates are called beside the program's own names."""

STYLES: dict[str, tuple[str, ...]] = {
    "caption": ("图表标题", "题注"),
    "unit": ("表格单位",),
    "head": ("表头",),
    "cell": ("表格文字",),
    "number": ("表格数字",),
    "group": ("表格分组",),
    "note": ("表格注释", "表注"),
    "source": ("资料来源",),
    "chart": ("图表",),
    "table": ("统计表", "三线表"),
    "link": ("超链接",),
}
"""Names of the styles that generated parts look for."""

COUNTING = ("零一二三四五六七八九", "十")
"""Digits and ten of Word's number format ``chineseCounting``."""

MESSAGES: dict[str, Entry] = {
    # what is written into documents
    "table-label": "表",
    "chart-label": "图",
    "before-caption-number": "{label}",
    "after-caption-number": "\u3000{title}",
    "note-head": "注：",
    "note-number": "{number}．",
    "note-mark": "{mark} ",
    "source-head": "资料来源：",
    "unit-line": "单位：{unit}",
    "head-with-unit": "{head}（{unit}）",
    "drawing-name": "图表 {number}",
    # what the parts of a document are called
    "header": "页眉",
    "first-header": "首页页眉",
    "even-header": "偶数页页眉",
    "footer": "页脚",
    "first-footer": "首页页脚",
    "even-footer": "偶数页页脚",
    "in-section": "第{section}节{part}",
    "footnotes": "脚注",
    "endnotes": "尾注",
    "properties": "文档属性",
    "variables": "文档变量",
    "comments": "批注",
    "building-blocks": "构建基块",
    "chart": "图表",
    "styles": "样式",
    "lists": "列表编号",
    "taken-in": "打开时并入的文件（altChunk）",
    "paragraph": "段落",
    "table-row": "表格行",
    "table-cell": "单元格",
    "a-table": "表格",
    "another-row": "另一行",
    "another-cell": "另一单元格",
    "another-paragraph": "另一段落",
    "another-place": "另一处",
    "a-hyperlink": "超链接",
    "a-control": "内容控件",
    "a-text-box": "文本框",
    # what an inserted document loses
    "left-out-section": "其分节（页面布局、页眉页脚）",
    "left-out-comment": "其批注",
    "left-out-note": "没有内容或位于页眉的脚注、尾注",
    "left-out-note-link": "脚注、尾注中的超链接（文字保留）",
    "left-out-note-picture": "脚注、尾注中的图片",
    # errors
    "no-document": "模板不是Word文档；请使用 .docx、.docm、.dotx 或 .dotm 文件。",
    "cannot-fill": "无法填写 Word 模板：{first}{more:?（另有{more}处）}",
    "document-not-read": "无法读取文档 {path}（{reason}）。",
    "document-without-text": "要插入的文档没有正文。",
    "document-damaged": "文档已损坏；请在 Word 中重新保存。",
    "not-editable-in-place": "部件 {part} 的写法无法就地修改；请在 Word 中重新保存该文档。",
}

FINDINGS: dict[str, Advice] = {
    "split-tag": Advice("“{tag}”被格式拆开，将采用第一个花括号的格式。", "请给整个标签设置同一格式。"),
    "text-beside-tag": Advice(
        "“{tag}”会占用整个{holder}，同处的“{lost}”将会丢失。", "请让该标签独占一个{holder}。"
    ),
    "misplaced-tag/vm": Advice(
        "“{tag}”把单元格沿循环的各行向下合并，但不在行循环中。",
        "请把该行放在 {%tr for … %} 与 {%tr endfor %} 之间。",
    ),
    "misplaced-tag/hm": Advice(
        "“{tag}”把单元格沿循环的各列横向合并，但不在列循环中。",
        "请把该单元格放在 {%tc for … %} 与 {%tc endfor %} 之间。",
    ),
    "misplaced-tag": Advice("“{tag}”作用于{holder}，但不在{holder}中。", "请放入表格，或去掉前缀。"),
    "block-across-structure": Advice(
        "“{opener}”结束于{where}中的“{closer}”：只会写出不完整的一部分。",
        "请把两者放在同一单元格或段落中，或都加上前缀 p 或 tr。",
    ),
    "tag-syntax/part": Advice("{problem}", "请改正该部分的标签。"),
    "unknown-reference": Advice(
        "没有名为“{name}”的表、图或书签。", "{near:?是否应为{near:quoted or}？|请改用数据中已有的名称。}"
    ),
    "unknown-reference/not-shown": Advice(
        "文中引用了 {name}，而文档中没有它的题注。",
        "{shown:?请列出该表或图并写明标题，或改为引用{shown:quoted or}。|请列出该表或图并写明标题。}",
    ),
    "cell-value/colour": Advice("“{value}”不是颜色。", "请写六位十六进制数（FF0000）或 red 之类的名称。"),
    "cell-value/span": Advice("单元格不能跨“{value}”列。", "请写 1 到 63 的整数。"),
    "tag-in-address": Advice("链接地址中的标签不显示值：{address}。", "地址中只能写 {{ }}。"),
    "misplaced-value/newer-chart": Advice(
        "无法填写这类新式图表（瀑布图、漏斗图、树状图、旭日图、直方图、箱形图、地图）。",
        "请改用柱形图、条形图、折线图、饼图、散点图或股价图。",
    ),
    "misplaced-value/picture-for-chart": Advice("此处绘制的是图表，却给出了图片。", "请在此处指定图表。"),
    "misplaced-value/chart-for-picture": Advice(
        "此处绘制的是图片，却给出了图表。", "请在此处绘制图表，或让标签独占一段。"
    ),
    "misplaced-block": Advice("表格、图表或整段内容不能放在一行文字中。", "请让该标签独占一段。"),
    "misplaced-footnote": Advice("脚注和尾注只能放在正文中。", "请从页眉、页脚或注释中删除该标签。"),
    "control-character": Advice(
        "文字“{near}”中含有 Word 文档不允许的字符 {character}。", "请从数据中删除该字符。"
    ),
    "tag-not-filled/inserted": Advice("插入的文档中有标签，不会被填写。", "请先填写该文档，再插入其结果。"),
    "tag-not-filled/comment": Advice(
        "批注中的标签不会被填写，将原样输出。", "请把标签写进正文，或删除该批注。"
    ),
    "tag-not-filled/chunk": Advice(
        "Word 打开时并入的文件（altChunk）中有标签，不会被填写。",
        "请把该文件的内容插入正文，或作为 Subdocument 提供。",
    ),
    "tag-not-filled/deleted": Advice(
        "修订中删除的文字里有标签；如有人拒绝该删除，标签将原样出现。", "请在模板中接受该删除。"
    ),
    "tag-not-filled/chart": Advice(
        "图表数据中的标签不会被填写，将原样显示。", "请整体填写该图表：在其替代文字中写入 {{ charts.名称 }}。"
    ),
    "tag-not-filled/definition": Advice(
        "样式名称或列表编号中的标签不会被填写，将原样输出。", "请把标签写进正文。"
    ),
    "tag-not-filled/building-block": Advice(
        "构建基块中的标签不会被填写，将原样输出。", "请把标签写进正文，或删除该构建基块。"
    ),
    "unavailable-tag/filter": Advice(
        "Word 模板中不能使用“{keyword}”。", "请把过滤器写进每个标签：{{ 名称|upper }}。"
    ),
    "no-value/tag": Advice("{reason}", "请去掉该标签，或用 {% if %} 判断。"),
    "foreign-value": Advice("docxtpl 的 {kind} 不能显示。", "请提供文字、Picture 或 Subdocument。"),
    "foreign-value/link": Advice(
        "docxtpl 的 {kind} 中“{shown}”的链接只在 docxtpl 的模板中有效。",
        "请改用 RichText(文字, url=网址)（reportgen.word）。",
    ),
    "unsound-xml": Advice(
        "有的值自带 Word 无法读取的 XML 或 HTML。", "请提供文字；需要格式时请用 reportgen.word 的 RichText。"
    ),
    "unknown-picture": Advice(
        "文档中没有名为“{name}”的图片。",
        "{near:?现有的图片：{near:quoted or}。|请在 Word 中为图片填写替代文字。}",
    ),
    "picture": Advice("{reason}", "请检查图片。"),
    "chart-data": Advice(
        "图表“{chart}”无法填写：系列“{name}”有{values}个数值，而类别有{categories}个。",
        "请为每个系列的每个类别提供数值。",
    ),
    "chart-design/series": Advice("{reason}", "请在图表数据中提供该名称的系列，并为每个类别提供数值。"),
    "chart-design/panels": Advice(
        "分面图由多幅小图组成，而此处画好的图表只有一幅。",
        "请删去画好的图表，另起一段写 {{ charts.{chart} }}。",
    ),
    "chart-design": Advice("{reason}", "请在 Word 中检查该图表。"),
    "subdocument": Advice("{reason}", "请将该文档另存为 .docx 后重试。"),
    "subdocument-left-out": Advice("插入的文档未保留{kinds}。", "请在模板中设置。"),
}

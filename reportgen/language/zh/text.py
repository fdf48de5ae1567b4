"""Texts (Markdown and plain text), in Chinese."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

MESSAGES: dict[str, Entry] = {
    "cannot-fill": "无法填写文本模板：{first}{more:?（另有{more}处）}",
    "not-utf-8": "第{line}行不是 UTF-8 编码；请将文本另存为 UTF-8",
    "no-text": "该文件不是文本；请使用 .md 或 .txt 文件",
}

FINDINGS: dict[str, Advice] = {
    "chart-in-text": Advice(
        "图表“{chart}”不能放在文本中。", "请用表格列出其中的数字，或写明图表在哪份文档中。"
    ),
    "table-in-line": Advice("表格不能放在一行文字中间。", "请让该标签单独占一行。"),
}

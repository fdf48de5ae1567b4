"""Finished documents read back, in Chinese."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

MESSAGES: dict[str, Entry] = {
    "no-lineage": "{file} 不含数据沿袭信息：生成时用了 --no-lineage，或被其他程序删除；请指定生成它的报告包。",
    "cannot-carry-lineage": (
        "{file} 是纯文本，不含数据沿袭信息；数字的来历请向报告包查询，新的文本请重新生成报告包，核对时请给 audit 加 --pack。"
    ),
    "no-document": "{file} 不是 Word 或 Excel 文件。",
    "recorded-finding": "{place:?{place}：}{what}{remedy}",
}

FINDINGS: dict[str, Advice] = {}

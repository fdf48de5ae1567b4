"""The page on which every number answers, in Chinese."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

MESSAGES: dict[str, Entry] = {
    "no-documents": "报告包 {pack} 没有由模板生成的文档，页面没有正文可用。",
    "over-input": "{path} 是生成页面所用的文件：请用 -o 另取名称。",
    "no-page": "{path} 不是网页文件名：请给 -o 一个以 .html 结尾的名称。",
    # ---- on the page ----
    "skip": "跳到正文",
    "cut-off": "数据截至{date}",
    "search": "查找",
    "search-hint": "数字、编号或文字，如 46.0",
    "parts": "页面各部分",
    "panel": "数字及其来历",
    "section-text": "正文",
    "section-figures": "数字（{count}）",
    "section-sources": "来源（{count}）",
    "section-findings": "核查发现（{count}）",
    "section-revisions": "修订（{count}）",
    "close": "关闭",
    "found": "找到数字%f个，正文%p处。",
    "none-found": "未找到。",
    "more-found": "另有%n处",
    "in-paragraph": "{document}，第{number}段",
    "in-table": "{document}，第{table}个表，第{row}行第{cell}格",
    "in-cell": "{document}，{sheet}!{cell}",
    "in-chart": "{document}，图：{series}，{category}",
    "chart": "图表",
    "was-built": "（生成时为：{built}）",
    "inputs": "计算依据",
    "findings": "有关的核查发现",
    "stands": "出现{count}处",
    "not-in-text": "未直接出现在正文中。",
    "concerns": "涉及数字：",
    "carries": "{count}个数字：",
    "no-sources": "没有来源。",
    "no-findings": "没有与这些数字有关的核查发现。",
    "no-revisions": "没有初步数或修订过的数字。",
    "earlier": "此前：{amount}{published:?，{published}发布}",
}

FINDINGS: dict[str, Advice] = {}

"""Explain, audit, refresh, compare, in Chinese."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry
from reportgen.language.zh.compared import COMPARE
from reportgen.language.zh.quantities import QUALIFIERS

_OF = "：{label}，{period}。"

FINDINGS: dict[str, Advice] = {
    "figure-retyped": Advice(
        "此处写“{text}”，而数据为{expected}" + _OF, "请改回{expected}，或更正数据后刷新文档。"
    ),
    "figure-unit": Advice("“{text}”的单位与数据不符，数据为{expected}" + _OF, "请写作{expected}。"),
    "figure-rounding": Advice("“{text}”不是{expected}四舍五入的结果" + _OF, "请写作{expected}，或正确取舍。"),
    "figure-without-number": Advice("此处写“{text}”，应为{expected}" + _OF, "请恢复该数字，或删去该句。"),
    "percent-for-points/document": Advice(
        "“{text}”用了百分号，而该差额应以百分点表示，即{expected}" + _OF, "请写作{expected}。"
    ),
    "points-for-percent/document": Advice(
        "“{text}”用了百分点，而该数为百分数，即{expected}" + _OF, "请写作{expected}。"
    ),
    "qualifier-lost": Advice("“{text}”丢失了限定词，数据为{expected}" + _OF, "请写作{expected}。"),
    "qualifier-not-backed": Advice(
        "“{text}”前的“{words}”超出了数据所述（{expected}）" + _OF, "请删去“{words}”。"
    ),
    "word-against-sign": Advice("“{words}”与数字{text}的方向相反（{expected}）" + _OF, "请改正方向用词。"),
    "figure-vanished": Advice("此处之后原有的{expected}已不在文中" + _OF, "如系误删，请恢复。"),
    "row-vanished": Advice(
        "表中“{row}”一行已被删除，其中有{expected}{more:?……}。", "如系误删请恢复该行，并核对合计。"
    ),
    "figure-removed": Advice("此处之后的{expected}已删去，文中别处仍有" + _OF, "如属有意删改，无须处理。"),
    "figure-unlinked": Advice(
        "{expected}已成普通文字，与数据的关联丢失" + _OF, "刷新时不会更新；请从别处连同标记一起复制。"
    ),
    "unbacked-number": Advice(
        "“{text}”没有数据支持{near:?，最接近的是{near}（{near_label}）}。",
        "请改用数据集中的数字、注明来源或删去。",
    ),
    "unknown-figure": Advice(
        "“{text}”标为数据，但文档的沿袭信息中没有它（{key}）。",
        "它是从其他文档复制来的；请用 --pack 核查。",
    ),
    "sum-of-parts": Advice(
        "各分项之和为{sum}，合计却为{text}{column:?（“{column}”列）}。", "请改正分项或合计。"
    ),
    "part-above-whole": Advice(
        "其中项“{part}”（{text}）大于总体{whole}{column:?（“{column}”列）}。", "请改正其中之一。"
    ),
    "chart-against-workbook": Advice(
        "图中“{series_name}”{category}为{text}，其内嵌工作簿为{expected}。",
        "请打开“编辑数据”使图表更新，或改正工作簿。",
    ),
    "chart-against-cells": Advice(
        "图中“{series_name}”{category}为{text}，对应单元格为{expected}。", "请使图表重新读取单元格。"
    ),
    "chart-against-text": Advice(
        "图中“{series_name}”{category}为{text}，而据数据绘制的是{expected}。",
        "请在图表数据中改回{expected}，或更正数据后刷新。",
    ),
    "chart-vanished": Advice("文档生成时有{count}个图表，现已缺少。", "如系误删，请恢复。"),
    "chart-words-changed": Advice(
        "图表的文字已改动：{built:?“{built}”|（无）}改为{now:?“{now}”|（无）}。",
        "请恢复原文字，或按新文字重新制图。",
    ),
    "chart-axis-changed": Advice(
        "图表的画法已改动：原为{built:?{built}|默认}，现为{now:?{now}|默认}。",
        "请恢复原状：否则图形的高低或方向会引起误读。",
    ),
    "formula-changed": Advice("生成时公式为{built}，现为{now}。", "请恢复原公式，或请制表人确认新公式。"),
    "released-without-manifest": Advice(
        "文档旁没有pack.json，发布记录中未注明它出自哪次生成。",
        "请在其生成文件夹中发布，或先将该文件夹的pack.json复制到文档旁。",
    ),
    "format-changed": Advice(
        "该数字现以格式{now}显示，与原格式{built}的含义不同。", "请恢复单元格格式；数值本身未变。"
    ),
    "number-as-text": Advice(
        "“{text}”以文本形式存储，公式和图表不会计入" + _OF, "请重新输入数字，或将单元格转换为数字。"
    ),
    "figure-about-another": Advice(
        "“{text}”与{expected}相同，但后者说的是另一件事" + _OF, "请换用与表述相符的数字，或写明该数字所指。"
    ),
    "formula-overwritten": Advice("公式已被常数{text}覆盖。", "请恢复公式：可从相邻单元格复制。"),
    "number-retyped": Advice(
        "生成时该单元格为{expected}，现为{text}。", "请改回{expected}，或更正数据后重新生成。"
    ),
    "figure-revised": Advice("此处为{expected}，数据集现为{text}" + _OF, "请刷新文档。"),
    "figure-gone": Advice("此处为{expected}，数据集已无此数" + _OF, "请删去，或恢复该观测值。"),
    "changed-since-released": Advice("文档在{date}发布后已有改动。", "请使用已发布的副本，或重新发布。"),
    "claim-unbacked": Advice("“{text}”为人工加入，没有数据能够说明。", "请注明依据，或说明是谁的看法。"),
    "words-changed": Advice("表述已改动：“{built}”改为“{now}”。", "请恢复原表述，或换用与新表述相符的数字。"),
    "words-changed/often": Advice(
        "表述已改动：“{built}”改为“{now}”，另有{count}处相同。", "请恢复原表述，或换用与新表述相符的数字。"
    ),
    "words-gone": Advice("生成时此处有“{built}”，现已缺少。", "如读者仍需要，请恢复。"),
    "lines-hidden": Advice("生成时该表页未隐藏{lines:and}，现已隐藏。", "请取消隐藏，或说明原因。"),
    "look-changed": Advice("“{text}”{look}，生成时并非如此。", "请恢复原样，或明确删去。"),
    "sentence-to-read/row": Advice(
        "“{text}”一行为人工加入，同一表中的数字已更新到新的时期。",
        "请换成新时期的数字，或删去这一行。",
    ),
    "sentence-to-read": Advice(
        "“{text}”是为上一时期写的{periods:?，其中提到{periods:quoted and}}{left:?，仍写着{left:quoted and}}{moved:?，其中数字已更新：{moved:and}}。",
        "请通读并改正。",
    ),
    "left-to-decide": Advice("{what:sentence}", "请决定取舍。"),
    "dataset-newer": Advice("文档生成后数据集已有改动，涉及其中{count}个数字。", "再次使用前请刷新文档。"),
}

_AUDIT: dict[str, Entry] = {
    "no-number": "无数据",
    "look-struck": "已加删除线",
    "look-white": "为白色文字，无法看见",
    "look-small": "字号过小，无法辨读",
    "look-hidden": "已隐藏",
    "look-joined": "已合并为一个单元格，只显示第一个",
    "look-condition": "按条件显示，与单元格的内容无关",
    "released-over-itself": "{out} 就是该文档本身：请为 -o 指定其他文件名。",
    "written-over-itself": "{out} 就是被核查的文档：请指定其他文件名。",
    "one-name-twice": "{out} 被指定了两次：请为每个输出另取文件名。",
    "not-accepted-csv": "{file} 不是已认可发现的清单：须有{columns:and}各列。",
    "place-of-findings": "{place}{page:?，第{page}页}",
    "accepted-before": "此前已认可{count}条，未列出（{file}）。",
    "to-be-accepted": "{file} 列有以上{count}条；认可者请在其中填写 by（姓名）、reason（理由）和 date（日期）。",
    "report-title": "{file}核查结果",
    "report-figures": "（文档中共有{count}个数字）",
    "report-nothing": "没有需要处理的发现。",
    "report-accepted": "此前已认可（{count}条）",
    "accepted-code": "代码",
    "accepted-text": "文字",
    "accepted-by": "认可人",
    "accepted-reason": "理由",
    "accepted-date": "日期",
}

_EXPLAIN: dict[str, Entry] = {
    "no-such-path": "找不到 {path}：请检查路径。",
    "ambiguous-figure": "“{asked}”可能是下列之一：{ids}。",
    "no-figure-shows": "没有数字显示为“{asked}”；可用 `reportgen figures` 查看全部，编号形如 {example}。",
    "not-a-figure-id": "“{asked}”不是数字编号{near:?。是否应为 {near}？|；编号形如 {example}。}可用 `reportgen figures` 查看全部。",
    "source-does-not-say": "来源未说明",
    "explain-reason": "不给出数值，原因：{reason}",
    "explain-full": "完整值：{full}；显示时{way}{precision}",
    "explain-formula": "公式：{formula}",
    "explain-period": "时期：{period}{inferred:?（推断）}",
    "explain-qualifier": "限定词：{qualifier}",
    "explain-bound": "界限：{bound}",
    "explain-scope": "口径：{scope}",
    "explain-citation": "{statement:?{statement:quoted}——}{source} [{id}]",
    "explain-note": "说明：{note}",
    "explain-stands": "位置：{place}：{text}",
    "no-figure-there": "{paragraph:?第{paragraph}段}{cell:?{cell}}没有数字；`reportgen explain 文档 --all` 列出全部数字及其位置。",
    "rounded-half-up": "四舍五入",
    "rounded-down": "向下舍入",
    "rounded-up": "向上舍入",
    "to-decimals": "，保留{count}位小数",
    "to-step": "到{step}",
    **{f"qualifier-{code}": words.strip() for code, words in QUALIFIERS.items()},
    "qualifier-almost": "近（低于且接近）",
    "bound-lower": "下限：不低于该值",
    "bound-upper": "上限：不高于该值",
    "bound-approximate": "约数",
    "bound-none": "无法界定",
}

_REFRESH: dict[str, Entry] = {
    "refresh-needs-lineage": (
        "{file} 不含数据沿袭信息：生成时用了 --no-lineage，或由会删除该信息的程序保存（如 LibreOffice 保存的工作簿）；请用 --built 给出生成时的原件，或重新生成。"
    ),
    "refresh-needs-snapshot-of-document": (
        "{file} 未保存生成时的文字：已被其他程序删除，或由较早版本生成；请重新生成该文档。"
    ),
    "refresh-needs-snapshot-of-workbook": "{file} 未保存生成时的内容；请重新生成该工作簿。",
    "no-original": "{pack} 没有列出 {file} 对应的原件，或原件不在其旁；其中列有{documents:and}：请用 --built 直接给出原件。",
    "original-changed": "{file} 已不是生成时的样子：请用 --built 给出未经改动的副本。",
    "not-its-original": "{original} 没有记录生成时的内容，或与 {file} 不是同一种文档：请用 --built 给出 {file} 的原件。",
    "kept-both-changed": "两份都改了“{built}”：本份为“{edited}”，另一份为“{now}”。",
    "kept-both-deleted": "“{built}”在本份中已删除，另一份为“{now}”。",
    "kept-both-gone": "“{edited}”在另一份中已删除，本份中有人工改动。",
    "kept-both-new": "另一份还有“{now}”，未找到放置之处。",
    "merges-only-texts": "{file} 和 {other} 不都是 Word 文档：工作簿的两份副本不能合并。",
    "not-one-build": "{other} 与 {file} 不是同一次生成的副本：只能合并同一次生成的两份副本。",
    "period-needs-pack": "--period 是报告包的时期：请用 --pack 给出生成 {file} 的报告包。",
    "refresh-needs-pack": "{pack} 是数据集而不是报告包：请给出生成 {file} 的报告包。",
    "databook-is-not-refreshed": "{file} 是数据手册，整体由数据生成：请直接重新生成报告包。",
    "not-of-pack": "报告包 {pack} 不生成 {document}，只生成 {built}：请给出生成 {file} 的报告包。",
    "no-tracking-in-workbooks": "工作簿没有修订功能：请去掉 --track。",
    "count-texts": "文中有{count}处不同",
    "and-elsewhere": "{said}（另有{count}处）",
    "compares-two-of-a-kind": "{old} 与 {new} 不是同一类文件：请比较两份 Word 文档或两个工作簿；文档与数据核对请用 audit --pack。",
    "changed": "{place}：{before} → {after}{label:?  [{label}]}",
    "added": "{place}：新增：{after}{label:?  [{label}]}",
    "removed": "{place}：删除：{before}{label:?  [{label}]}",
    "kept": "{verdict}：{place}：{what}{label:?  [{label}]}",
    "verdict-kept": "保留",
    "filled-not-read": "{file} 无法作为表格读取：有单元格超过131,072个字符，或含有文本中不会出现的字符；请在电子表格软件中重新保存为 CSV。",
    "filled-is-workbook": "{file} 是工作簿，或名称像工作簿：这张表是 CSV 文件，请在电子表格程序中另存为 CSV（UTF-8）。",
    "decided-twice": "{file} 第{row}行：这一冲突在前面已有另一选择，请只留一个。",
    "decisions-unused": "{file} 中有{count}项选择所对应的冲突已不存在：此后文字或数据有变化。",
    "no-decisions": "{file} 第{row}行：没有写明是哪一处冲突；先用新的文件名加 --decide 运行一次，即可写出该表。",
    "no-such-choice": "{file} 第{row}行：此处不能写“{choice}”，请写{choices:quoted or}。",
    "verdict-decided": "按决定保留",
    "verdict-taken": "已取数据",
    "verdict-note": "提示",
    "kept-retyped": "“{edited}”系人工{built:?改写（原为“{built}”）|所写}；数据为“{now}”。",
    "kept-rewritten": "人工改写过，数据也有变化。现写作“{edited}”；按数据应为“{now}”。",
    "kept-deleted": "“{built}”已被人工删除，保持删除；按数据现应为“{now}”。",
    "kept-elsewhere": "“{built}”移到了别处，未能跟随更新；数据为“{now}”。",
    "kept-gone": "“{edited}”已不再由数据生成，但经人工修改。",
    "kept-new": "数据现另有“{now}”，但找不到相应位置。",
    "kept-gone-row": "“{edited}”一行已不再由数据生成，但经人工修改。",
    "kept-new-row": "数据现另有一行“{now}”，其位置旁没有同样的行。",
    "kept-gone-column": "“{edited}”一列已不再由数据生成，但经人工修改。",
    "kept-new-column": "数据现另有一列“{now}”，其位置旁没有同样的列。",
    "kept-gone-sheet": "工作表“{edited}”已不再由数据生成。",
    "kept-new-sheet": "数据现另有工作表“{now}”；工作表不自动加入。",
    "kept-sheet-name": "按现有数据，此工作表应由“{built}”改名为“{now}”；它已由人工命名为“{edited}”，或该名称已被占用。",
    "kept-gone-table": "表格“{edited}”已不再由数据生成，且经人工修改。",
    "kept-gone-chart": "图表（{edited}）已不再由数据生成。",
    "kept-new-chart": "新增图表（{now}），但未找到其位置。",
    "kept-broken": "公式 {edited} 所引用的行或列已不再由数据生成。",
    "kept-copied": "“{edited}”处于人工撰写的文字中，且正负号已变：数据为“{now}”。",
    "kept-chart": "图表数据经人工修改（{edited}）；按数据应为：{now}。",
    "kept-formula": "“{built}”处已改为公式 {edited}；数据为“{now}”。",
    "to-read": (
        "请读：{place}：“{text}”{periods:?提到{periods:quoted and}。}{left:?仍写着{left:quoted and}。}{moved:?其中数字已更新：{moved:and}。}{row:?同一表中的数字已更新到新的时期。}"
    ),
    "count-to-read": "有{count}句自写的话需要通读。",
    "kept-left-over": "此处仍为“{edited}”{now:?，数据为{now}|；按现在的数据，文档不再有这个数字}。",
    "up-to-date": "{all}处数字中有{shown}处与现在的数据一致。",
    "nothing-to-change": "无需改动：文档与数据集一致。",
    "refreshed": "已更新{changes}处，待人工处理{conflicts}处。",
}

MESSAGES: dict[str, Entry] = {**_AUDIT, **_EXPLAIN, **_REFRESH, **COMPARE}

CHOICES = {
    "data": ("数据", "以数据为准", "按数据"),
    "person": ("人工", "人", "以人工为准", "按人工"),
    "keep": ("留待", "暂留", "保留", "待定", "暂不决定"),
}
"""How the choices in a table of decisions are written: the first word as the table says it, all as people do."""

NOTE_NAMES = {
    "title": "标题",
    "marking": "标注",
    "issuer": "发文单位",
    "old": "原版本",
    "new": "新版本",
    "cut_off": "截止日期",
    "summary": "要点",
    "revised": "修订",
    "computed": "带动",
    "targets": "目标",
    "added": "新增",
    "gone": "删除",
    "sources": "来源",
    "breaks": "中断",
    "findings": "发现",
}
"""Names of the revision note's template in this language; the English ones are always understood."""
NOTE_COLUMNS = {
    "figure": "数据",
    "period": "时期",
    "before": "原值",
    "now": "现值",
    "change": "变动",
    "through": "原因",
}

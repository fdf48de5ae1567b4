"""The data book's own words in both languages: sheet names, heads, notes, the names of bounds and severities."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from reportgen.language import both, kind_name, quantity_words
from reportgen.messages import Bilingual, Message
from reportgen.style import STYLE

Said = Bilingual

WORDS: dict[str, Bilingual] = {
    # sheets
    "cover": Said("Cover", "封面"),
    "contents": Said("Contents", "目录"),
    "notes": Said("Notes", "说明"),
    "progress": Said("Progress to target", "目标进度"),
    "table": Said("Table", "表"),
    "chart": Said("Chart", "图"),
    "growth": Said("Growth calculations", "增长测算"),
    "structure": Said("Other calculations", "其他测算"),
    "target_sums": Said("Target calculations", "目标测算"),
    "completion_sheet": Said("Completion chart", "完成率图"),
    "multiples": Said("Series over time", "历年走势"),
    "data": Said("Data", "数据"),
    "target_data": Said("Target data", "目标数据"),
    "sources": Said("Sources", "资料来源"),
    "findings": Said("Findings", "核对发现"),
    # names of Excel Tables that formulas use
    "data_table": Said("Data", "数据表"),
    "target_table": Said("Targets", "目标表"),
    "growth_table": Said("Growth", "增长测算表"),
    "structure_table": Said("Other", "其他测算表"),
    "target_sums_table": Said("TargetSums", "目标测算表"),
    # alternative texts
    "growth_alt": Said(
        "One computed growth figure in a row: formula, inputs fetched from the data sheet by id, result.",
        "每行一个增长测算：公式、按编号取自数据表页的输入值、结果。",
    ),
    "structure_alt": Said(
        "One computed share, difference, multiple, balance or exchange rate in a row, with formula, inputs and result.",
        "每行一个比重、差值、倍数、差额或汇率测算：公式、输入值、结果。",
    ),
    "target_sums_alt": Said(
        "One target calculation in a row: formula, inputs fetched from the data sheets by id, result.",
        "每行一个目标测算：公式、按编号取自数据表页的输入值、结果。",
    ),
    "progress_alt": Said(
        "One target in a row: value, achieved so far, gap, completion, time elapsed, required growth, status.",
        "每行一个目标：目标值、已实现、缺口、完成率、时间进度、所需年均增速、状态。",
    ),
    "progress_note": Said(
        "Note: Gap, completion and required growth are taken at the target's threshold. Targets that cannot be measured "
        "come last, with the reason.",
        "注：缺口、完成率和所需增速按目标界值计算；无法衡量的目标列于表末，并说明原因。",
    ),
    "multiples_alt": Said(
        "One year in a row, one series in a column; beside it a small column chart for each series.",
        "每行一年，每列一个序列；右侧为各序列的小柱形图。",
    ),
    "multiples_note": Said(
        "Each small chart has its own unit and scale: compare shapes, not heights, across charts.",
        "各小图单位和刻度不同：可比较走势，不可比较柱高。",
    ),
    "break_note": Said(
        "From {period} on, figures for {series} cannot be compared with earlier ones ({basis}).",
        "{series}自{period}起与此前不可比（{basis}）。",
    ),
    "one_table_small_charts": Said(
        "This sheet holds one table and small charts drawn from it", "本表页含一张表及据以绘制的小图"
    ),
    "whole_target": Said("Target (100%)", "目标（100%）"),
    "progress_chart": Said("Completion of targets that can be measured", "可衡量目标的完成率"),
    "progress_chart_alt": Said(
        "For each measured target a box for the whole of it, a dark bar for what is completed, in percent; a frame "
        "shows the share of the time gone where a plan says what it starts from.",
        "每个可衡量的目标以方框表示目标值，深色条形表示已完成的百分比；规划写明基数的，以边框表示时间进度。",
    ),
    # around a table
    "back": Said("← Contents", "← 返回目录"),
    "to_cover": Said("← Cover", "← 返回封面"),
    "one_table": Said("This sheet holds one table", "本表页含一张表"),
    "one_table_one_chart": Said(
        "This sheet holds one table and the chart drawn from it", "本表页含一张表和据此绘制的图"
    ),
    "notes_from": Said("notes and source from row {row}", "注释和资料来源见第{row}行起"),
    "unit": Said("Unit: {unit}", "单位：{unit}"),
    "note": Said("Note: {text}", "注：{text}"),
    "source_line": Said("Source: {text}", "资料来源：{text}"),
    "page_of": Said("Page &P of &N", "第 &P 页，共 &N 页"),
    "cut_off": Said("Data as of {date}", "数据截至{date}"),
    "data_book": Said("Data book", "数据册"),
    # heads
    "sheet": Said("Sheet", "表页"),
    "holds": Said("What it holds", "内容"),
    "rows": Said("Rows", "行数"),
    "subject": Said("Subject", "事项"),
    "explanation": Said("Explanation", "说明"),
    "obs_id": Said("Observation id", "观测编号"),
    "target_id": Said("Target id", "目标编号"),
    "figure_id": Said("Figure id", "数字编号"),
    "key": Said("Key", "短码"),
    "indicator": Said("Indicator", "指标"),
    "area": Said("Area", "地区"),
    "breakdown": Said("Breakdown", "分组"),
    "counterpart": Said("Counterpart area", "对方地区"),
    "period": Said("Period", "时期"),
    "period_basis": Said("Period is", "时期依据"),
    "measure": Said("Measure", "度量"),
    "compared_with": Said("Compared with", "比较对象"),
    "qualifier": Said("Qualifier", "限定词"),
    "written": Said("Value as written", "原文数值"),
    "unit_mult": Said("Power of ten", "10的幂次"),
    "unit_head": Said("Unit", "单位"),
    "base_value": Said("Value in base units", "基本单位值"),
    "scope": Said("Scope", "口径"),
    "status": Said("Status", "状态"),
    "source": Said("Source", "来源"),
    "words": Said("The source's words", "来源原文"),
    "used": Said("In the pack", "本报告引用"),
    "remark": Said("Note", "备注"),
    "section": Said("Section", "分组"),
    "calculation": Said("Calculation", "测算项目"),
    "formula": Said("Formula", "公式"),
    "input_of": Said("{letter} is", "{letter} 为"),
    "input_value": Said("{letter}", "{letter}"),
    "result": Said("Result", "结果"),
    "rounded": Said("Rounded", "修约值"),
    "as_printed": Said("As printed", "印出形式"),
    "bound": Said("Bound", "界限"),
    "comparable": Said("Comparable", "可比"),
    "reason": Said("Reason", "原因"),
    "operator": Said("Operator", "关系"),
    "plan": Said("Plan", "规划"),
    "department": Said("Responsible", "责任部门"),
    "base_obs": Said("Starts from (observation)", "基数（观测）"),
    "category": Said("Category", "类别"),
    "severity": Said("Severity", "程度"),
    "code": Said("Code", "代码"),
    "place": Said("Place", "位置"),
    "what": Said("What was found", "发现"),
    "remedy": Said("What to do", "处理建议"),
    "about": Said("Concerns", "涉及"),
    "number": Said("No.", "序号"),
    "reference": Said("Reference", "著录"),
    "title": Said("Title", "标题"),
    "author": Said("Author", "作者"),
    "publisher": Said("Publisher", "发布单位"),
    "published": Said("Published", "发布日期"),
    "accessed": Said("Accessed", "引用日期"),
    "link": Said("Link", "链接"),
    "carries": Said("Statements it carries", "载有数字（条）"),
    "target": Said("Target", "目标值"),
    "path": Said("Path", "目标路径值"),
    "achieved": Said("Achieved so far", "已实现"),
    "as_of": Said("As of", "截至时期"),
    "gap": Said("Gap", "缺口"),
    "completion": Said("Completion (%)", "完成率（%）"),
    "elapsed": Said("Time elapsed (%)", "时间进度（%）"),
    "required": Said("Required growth a year (%)", "所需年均增速（%）"),
    # cells
    "yes": Said("● yes", "● 是"),
    "no": Said("○ no", "○ 否"),
    "not_comparable": Said("× no", "× 否"),
    "not_stated": both(Message("figures.not-stated")),
    "all": Said("Total", "合计"),
    "none": Said(STYLE.not_applicable, STYLE.not_applicable),
    "missing": Said(STYLE.missing, STYLE.missing),
    "unknown": Said("unknown", "不详"),
    "look_again": Said("○ look again", "○ 需重新判断"),
    "untitled": Said("[untitled]", "[无标题]"),
    "nothing_found": Said("Nothing was found.", "未发现问题。"),
    "stated": Said("stated", "原文写明"),
    "inferred": Said("inferred", "推定"),
    # cover
    "issuer": Said("Issued by", "发布单位"),
    "issue": Said("Number", "期号"),
    "marking": Said("Marking", "标识"),
    "cut_off_head": Said("Data as of", "数据截至"),
    "indicators": Said("Indicators with data", "有数据的指标"),
    "observations": Said("Observations", "观测"),
    "targets": Said("Targets", "目标"),
    "in_numbers": Said("In this book", "本册内容"),
    "how_to": Said("How to follow a number", "怎样追溯一个数字"),
}

BOUNDS: dict[str, Bilingual] = {
    "exact": Said("exact", "确定值"),
    "lower": Said("> lower bound", "> 下限"),
    "upper": Said("< upper bound", "< 上限"),
    "approximate": Said("≈ approximate", "≈ 近似"),
    "none": Said("cannot be bounded", "无法界定"),
}

SEVERITIES: dict[str, Bilingual] = {
    "error": Said("× error", "× 错误"),
    "warning": Said("▲ warning", "▲ 警告"),
    "note": Said("○ note", "○ 提示"),
}


class Words:
    """The words of one language: ``words("back")``; unknown names are mistakes of ours and raise ``KeyError``."""

    def __init__(self, language: Literal["en", "zh"]) -> None:
        self.language: Literal["en", "zh"] = language

    def __call__(self, name: str, **parts: object) -> str:
        text = WORDS[name].in_language(self.language)
        return text.format(**parts) if parts else text

    def joined(self, parts: Iterable[str]) -> str:
        """Remarks on one line, apart by semicolons."""
        return ("；" if self.language == "zh" else "; ").join(parts)

    def noted(self, notes: Iterable[object]) -> tuple[str, ...]:
        """The lines under a table. Several are numbered ①②, as the marks at the table's rows name them."""
        lines = [str(note) for note in notes]
        if len(lines) > 1:
            gap = "" if self.language == "zh" else " "
            lines = [f"{STYLE.note_mark(number)}{gap}{line}" for number, line in enumerate(lines, start=1)]
        return (self("note", text=lines[0]), *lines[1:]) if lines else ()

    def noted_unit(self, name: str, unit: str) -> str:
        """``Exports (billion yuan)``, ``出口（亿元）``."""
        return f"{name}（{unit}）" if self.language == "zh" else f"{name} ({unit})"

    def listed(self, parts: Iterable[str]) -> str:
        """Short items in a row, apart by commas."""
        return ("，" if self.language == "zh" else ", ").join(parts)

    def kind(self, kind: str) -> str:
        return kind_name(kind, self.language)

    def qualifier(self, qualifier: str) -> str:
        """``more than``; a number as it stands has no qualifier: a dash."""
        return quantity_words(self.language).qualifier(qualifier).strip() or STYLE.not_applicable

    def status(self, status: str) -> str:
        """SDMX's OBS_STATUS in words; a normal value has none: a dash."""
        return quantity_words(self.language).status(status) or status or STYLE.not_applicable

    def bound(self, bound: str) -> str:
        return BOUNDS[bound].in_language(self.language)

    def state(self, state: str) -> str:
        """Icon and word of a target's status, so that nothing rests on colour."""
        return f"{STYLE.states[state]} {quantity_words(self.language).state(state)}"

    def severity(self, severity: str) -> str:
        return SEVERITIES[severity].in_language(self.language)

"""The columns a table may have: built-in ones with heads in both languages, and a pack's own with an expression."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from reportgen.figures.definitions import Definition
from reportgen.figures.names import says
from reportgen.messages import Bilingual
from reportgen.periods import Period, PeriodKind

Align = Literal["text", "number", "centre"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in both languages, its head, and the expression that gives a row's cell."""

    key: str
    key_zh: str
    head: Bilingual
    expression: str
    align: Align = "number"
    weight: float | None = None
    """Share of the width; ``None``: as its longest cell needs."""
    group: Bilingual = Bilingual("", "")  # noqa: RUF009 - frozen


_BUILT_IN = (
    Column("level", "绝对数", says("Level", "绝对数"), "."),
    Column("previous_year", "上年同期", says("Year before", "上年同期"), ".previous_year"),
    Column("yoy", "同比", says("Growth year on year", "同比增长"), ".yoy"),
    Column("yoy_national", "全国同比", says("National growth", "全国增长"), ".area({national}).yoy"),
    Column("difference", "增速差", says("Against the nation", "与全国增速差"), ".difference({national})"),
    Column("pop", "环比", says("Growth on the period before", "环比增长"), ".pop"),
    Column("share", "占比", says("Share", "比重"), ".share"),
    Column("multiple", "倍数", says("Multiple", "倍数"), ".multiple"),
    Column("rank", "位次", says("Rank", "位次"), ".rank"),
    Column("contribution", "贡献率", says("Contribution to growth", "贡献率"), ".contribution"),
    Column("pull", "拉动", says("Pull on growth", "拉动"), ".pull"),
    Column("single_month", "当月", says("Month alone", "当月"), ".single_month"),
    Column("implied_base", "推算基数", says("Implied base", "推算基数"), ".implied_base"),
    Column("balance", "差额", says("Balance", "差额"), ".balance"),
    Column("value", "现值", says("Measured level", "现值"), ".target.measured"),
    Column("target", "目标值", says("Target", "目标值"), ".target.value"),
    Column("gap", "缺口", says("Gap", "差距"), ".target.gap"),
    Column("completion", "完成率", says("Completion", "完成率"), ".target.completion"),
    Column("required_growth", "所需增速", says("Required growth a year", "年均需增长"), ".target.required_growth"),
    Column("path", "路径", says("Path", "路径值"), ".target.path"),
    Column("elapsed", "序时进度", says("Time elapsed", "序时进度"), ".target.elapsed"),
    Column("pace", "进度差", says("Ahead of time elapsed", "快于序时进度"), ".target.pace"),
    Column("projection", "推算", says("Projection", "推算值"), ".target.projection"),
    Column("status", "状态", says("Status", "状态"), ".target.status", "centre"),
    Column("due", "期限", says("Due", "期限"), ".target.due", "centre"),
    Column("department", "责任部门", says("Responsible department", "责任部门"), ".target.department", "text"),
    Column("plan", "规划", says("Plan", "规划"), ".target.plan", "text"),
    Column("measured_at", "测算时期", says("Measured at", "测算时期"), ".target.measured.period_label", "centre"),
    Column("period", "期间", says("Period", "时期"), ".period_label", "centre"),
    Column("words", "原文", says("Source's words", "来源原文"), ".words", "text"),
    Column("note", "说明", says("Note", "说明"), ".note", "text"),
    Column("source", "来源", says("Source", "来源"), ".mark", "centre"),
)  # fmt: skip

COLUMNS = {column.key: column for column in _BUILT_IN}
CHINESE_KEYS = {
    "label": "名称",
    "unit": "单位",
    **{column.key: column.key_zh for column in _BUILT_IN},
    "number": "编号",
    "reference": "著录",
    "severity": "级别",
    "place": "位置",
    "what": "说明",
    "remedy": "处理",
    "figure": "数据",
    "formula": "公式",
}
"""For each column key of a table its Chinese twin, by which a template may name it too."""

_BY_CHINESE = {column.key_zh: column.key for column in _BUILT_IN}
_OWN_KEYS = ("head", "value", "key", "align", "weight", "group")

DEFAULT_COLUMNS = {
    "indicators": ("level", "yoy"),
    "targets": ("value", "target", "gap", "completion", "required_growth", "status", "department"),
}


def read_columns(definition: Definition, kind: str) -> list[Column]:
    """The columns that the definition asks for, or those usual for its kind."""
    found: list[Column] = []
    usual = [
        key
        for key in DEFAULT_COLUMNS.get(kind, ("level",))
        if key != "department" or _has_departments(definition)
    ]
    raw = definition.raw.get("columns", usual)
    for number, item in enumerate(raw if isinstance(raw, list) else [raw], start=1):
        column = _read_column(definition, f"columns[{number}]", item, number)
        if column is not None:
            found.append(column)
    return found


def _has_departments(definition: Definition) -> bool:
    targets = definition.vocabulary.catalogue.dataset.targets.values()
    return any(target.department or target.department_zh for target in targets)


def head_of(column: Column, language: str, period: Period) -> str:
    """The head in the language; growth of a full year is 比上年增长 in Chinese."""
    if column.key == "yoy" and language == "zh" and period.kind is PeriodKind.YEAR:
        return "比上年增长"
    return column.head.in_language(language)


def expression_of(column: Column, national_area: str) -> str:
    """The column's expression, with the national area put in."""
    return column.expression.replace("{national}", f'"{national_area}"')


def _read_column(definition: Definition, key: str, item: Any, number: int) -> Column | None:
    if isinstance(item, str):
        column = COLUMNS.get(_BY_CHINESE.get(item, item))
        if column is None:
            definition.unknown(key, Bilingual("column", "列"), item, [*COLUMNS, *_BY_CHINESE])
        return column
    if not isinstance(item, Mapping) or "value" not in item or "head" not in item:
        definition.wrong(
            key,
            Bilingual("a column is a name or {head, value}.", "列应为名称或 {head, value}。"),
            Bilingual(
                'Write "yoy" or {head = "...", value = ".yoy"}.',
                '请写成 "yoy" 或 {head = "...", value = ".同比"}。',
            ),
        )
        return None
    for name in item:
        if name not in _OWN_KEYS:
            definition.unknown(f"{key}.{name}", Bilingual("key", "键"), name, _OWN_KEYS)
    head = definition.words(f"{key}.head", item["head"])
    group = definition.words(f"{key}.group", item.get("group", ""))
    own = str(item.get("key", f"column{number}"))
    align: Align = item["align"] if item.get("align") in ("text", "number", "centre") else "number"
    return Column(
        own,
        own,
        Bilingual(head, head),
        str(item["value"]),
        align,
        float(item["weight"]) if "weight" in item else None,
        Bilingual(group, group),
    )

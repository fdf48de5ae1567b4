"""What is shown: tables, charts, appendix, the template vocabulary, in Chinese."""

from __future__ import annotations

from typing import Any

from reportgen.language.contract import Advice, Entry, Speaker, Wording
from reportgen.language.zh import labels
from reportgen.language.zh.clause_parts import PRICES
from reportgen.language.zh.kinds import NAMES
from reportgen.language.zh.periods import label as period_label


def _coded(language: Speaker, parameters: dict[str, Any]) -> str:
    """A code with its label, where that says more."""
    code, label = parameters["code"], language.say(parameters["label"])
    return f"{code}（{label}）" if label and label != code else code


def _no_number(language: Speaker, parameters: dict[str, Any]) -> str:
    figure, reason = parameters["figure"], language.write(parameters["reason"], "sentence")
    name = labels.title(figure.series, "" if figure.kind == "level" else NAMES[figure.kind])
    return f"{period_label(figure.period)}{name}没有数值：{reason}"


def _prices(_language: Speaker, parameters: dict[str, Any]) -> str:
    """绝对额按现价计算，增长速度按不变价计算。"""
    levels, growth = (PRICES.get(parameters[key], "") for key in ("levels", "growth"))
    if levels == growth:
        return f"绝对额和增长速度均{levels}。"
    return f"绝对额{levels}{f'，增长速度{growth}' if growth else ''}。"


MESSAGES: dict[str, Entry] = {
    "and-more": Wording(
        "另有{count}处相同情况{series:?（{series}）}，`reportgen check --json` 逐一列出。",
        "另有{count}处相同情况{series:?（{series}）}。",
    ),
    "and-more-on": "另有{count}处同类情况：{names:phrase and}。",
    "not-stated": "未注明",
    "coded": _coded,
    # what a name in a definition or a template should be
    "area": "地区",
    "breakdown": "分组",
    "counterpart_area": "贸易对象",
    "target": "目标",
    "indicator": "指标",
    "column": "列",
    # templates
    "no-unit": "“{unit}”不是单位；可用：{known}。",
    "empty-list": "列表为空，请先判断，如 {% if 进出口.下级地区 %}",
    "paragraph-of-nothing": "段落中没有指标，请写入至少一个，如 段落([出口, 进口])。",
    "no-member": "段落只能写入指标、数据或其列表，“{text}”不是；文字请写在标签之外。",
    "no-count": "“{text}”不是个数，请写整数，如 前(3)",
    "no-period": "“{text}”不是时期；请写成 2021、2022-Q1、2022-05 或 2022-01--2022-05。",
    "no-period-before": "时期 {period} 没有上一时期。",
    "no-such-code": "数据集中没有{thing}“{wanted}”{near:?；相近的有：{near}}{instances:?；可用的有：{instances}}。",
    "target-replaced": "该目标自{since}起调整。",
    "no-target": "数据集中没有{series:indicator}的目标。",
    "no-such-step": "“{expression}”中的“{step}”不存在{near:?；相近的有：{near}}。",
    "unreadable-expression": '无法识别“{expression}”；请写成 .同比、.目标.缺口 或 .区域("CN").同比 这样的形式。',
    "definition-mistakes": "{file} 中 {where} 的定义有{count}处错误。",
    # tables
    "subtotal": "小计",
    "no-subtotal": "不列小计：各行不是同一总体的全部分项。",
    "head-indicator": "指标",
    "head-unit": "单位",
    "table-alt": "表：{title}。共{count}行，列为{heads}。",
    "prices": _prices,
    "revised-base": "增速或增减额按修订后的基数计算。",
    "sign-missing": "“{sign}”表示数据不可得",
    "sign-not-applicable": "“{sign}”表示不适用",
    "sign-tiny": "“{sign}”表示数值不足所示单位的一半",
    "sign-blank": "空格表示数据不详、不适用或不足所示单位的一半",
    "sign-part": "“{sign}”表示其中项",
    "sign-gt": "“{sign}”表示超过",
    "sign-ge": "“{sign}”表示不低于",
    "sign-lt": "“{sign}”表示不足",
    "sign-le": "“{sign}”表示不超过",
    "sign-about": "“{sign}”表示约数",
    "parts-and-totals": "由于四舍五入，分项之和可能与合计数不等。",
    "inferred-period": "来源未完整注明时期，系推定。",
    "measured-at-threshold": "进展按目标值测算。",
    "measured-at-lower-limit": "进展按目标下限测算。",
    "measured-at-upper-limit": "进展按目标上限测算。",
    # charts
    "chart-titled": "图：{title}。",
    "chart-point": "{label}{value}",
    "chart-series": "{name}：{points}。",
    "chart-target": "{series:indicator}：{period}{level}，{due}目标{target}，完成{completion}。",
    "chart-target-open": "{series:indicator}：{due}目标{target}，暂无可比现值。",
    "note-on": "{series:indicator}：",
    "target-open": "{series:indicator}：{why}",
    "break-stated": "{series:phrase}自{period}起与此前不可比（来源说明）。",
    "break-inferred": "{series:phrase}自{period}起口径疑有变化，与此前不可比。",
    "points-inferred": "{labels}{names:?（{names}）}：来源未完整注明时期，系推定。",
    "points-missing": "{labels:and}未绘出数据{name:?（{name}）}：{why}",
    "periods-hatched": "{labels:and}时期短于其余各期，以斜线表示，不宜直接比较。",
    "periods-left-out": "{labels:and}时期短于其余各期，未绘出数据。",
    "periods-between": "{labels:and}未列示，留空以保持时间间隔。",
    "not-published": "所用来源未公布数值。",
    "series-from": "{name}（{period:short}起）",
    "series-level": "最近可比值",
    "series-target": "目标值",
    "series-path": "路径值",
    "series-completion": "完成率",
    "series-elapsed": "序时进度",
    # appendix
    "title-sources": "资料来源",
    "title-figures": "引用数据一览",
    "title-findings": "数据核查发现",
    "list-alt": "表：{title}，共{count}行。",
    "score-card-alt": "每行一个目标：目标值、已实现、缺口、完成率、时间进度、所需年均增速、状态。",
    "score-card-note": "缺口、完成率和所需增速按目标界值计算；无法衡量的目标列于表末，并说明原因。",
    "series-whole-target": "目标（100%）",
    "completion-chart": "可衡量目标的完成率",
    "completion-chart-alt": "每个可衡量的目标以方框表示目标值，深色条形表示已完成的百分比；规划写明基数的，以边框表示时间进度。",
    "series-completion-in-percent": "完成率（%）",
    "series-elapsed-in-percent": "时间进度（%）",
    "panel-name": "{phrase}",
    "panel-alt": "{name}: {values}",
    "panel-column": "柱形：{name}{unit:?（{unit}）}。",
    "panel-bar": "柱形：{name}{unit:?（{unit}）}。",
    "panel-line": "折线：{name}{unit:?（{unit}）}。",
    "panel-marker": "标记：{name}{unit:?（{unit}）}。",
    "unit-on-primary": "{unit}，左轴",
    "unit-on-secondary": "{unit}，右轴",
    "panels-own-scales": "各小图{units:?单位和刻度|刻度}不同：可比较走势，不可比较柱高。",
    "panels-left-out": "无数据未绘出：{names:and}。",
    "panels-note": "{names:and}：{note}",
    "score-card": "目标进度",
    "head-reason": "原因",
    "head-target-id": "目标编号",
    "head-number": "编号",
    "head-reference": "来源",
    "head-figure": "数据",
    "head-period": "时期",
    "head-value": "数值",
    "head-words": "来源原文或计算公式",
    "head-source": "来源",
    "head-note": "说明",
    "head-severity": "级别",
    "head-place": "位置",
    "head-what": "问题",
    "head-remedy": "处理",
    "in-table": "表：{title}",
    "in-chart": "图：{title}",
    "periods-to": "{first}至{last}",
    "count-of-figures": "{count}个数据",
    "severity-of-many": "{severity}（{count}项）",
    "as-above": "同上。",
    "scope": "统计口径：{scope}。",
    "period-inferred": "{period}（推定）",
    "severity-error": "错误",
    "severity-warning": "警告",
    "column-left-out": "未列{column}：{reason:?{reason}|各行均无数据}。",
    "column-not-stated": "{column}：来源均未注明。",
    "severity-note": "提示",
}

FINDINGS: dict[str, Advice] = {
    "long-key-message": Advice("要点超过两行：“{text}”。", "请减少要点中的指标，其余写入正文。"),
    "left-out-unexplained": Advice(
        "正文略去了没有数值的数据，文中没有说明原因：{names}。",
        "请在正文之后写入 {%p for n in 注 %}、注：{{ n }}、{%p endfor %} 三段。",
    ),
    "list-read-early/sources": Advice(
        "全文内容尚未确定时就读取了来源列表：当时有{held}个，全文共{now}个。",
        "请用单独的标签读取列表，不要用它给名称赋值或决定是否展示其他数据；或在正文之后读取。",
    ),
    "list-read-early/figures": Advice(
        "全文内容尚未确定时就读取了数据或发现列表：当时有{held}项数据，全文共{now}项。",
        "请用单独的标签读取列表，不要用它给名称赋值或决定是否展示其他数据；或在正文之后读取。",
    ),
    "raw-arithmetic": Advice(
        "模板用“{one}”与“{other}”作运算，而两者不可比：{reason}。",
        "请改用 reportgen 计算的指标（增速、增减额、比重）：不可比时不出数，或说明作了何种处理。",
    ),
    "raw-arithmetic/bound": Advice(
        "模板用“{one}”作运算，而该数值只知上下限或约数，所得结果看似准确，其实不然。",
        "请改用 reportgen 计算的指标（增速、增减额、比重）：只知界限时会写明“超过”等字样。",
    ),
    "no-number": Advice(_no_number, "请删去，或显示前先用“.可用”判断，或用“.句子”说明原因。"),
    "unknown-name/definition": Advice("{key}：没有{thing}“{wanted}”；相近的有：{near}。", "请更正名称。"),
    "unknown-name/definition-choices": Advice(
        "{key}：没有{thing}“{wanted}”。",
        "{choices:?请改用：{choices}。|数据集中一个也没有，请先在数据集中添加。}",
    ),
    "unknown-name/expression": Advice("{key}：{error}", "请修改表达式。"),
    "unknown-name/code": Advice("{key}：{error}", "请改用数据集中的代码。"),
    "wrong-value/expression": Advice("{key}：{error}", "请修改。"),
    "wrong-value/definition": Advice("{error}", "请修改定义。"),
    "missing-key/each": Advice(
        "{key}用于下级各行的排序，而该行未写明是哪些行。",
        '请加上 each = "areas"、"breakdown" 或 "partners"，或删去{name}。',
    ),
    "missing-key/group-by": Advice(
        "{key}：没有分组，无从小计。",
        '请写 group_by = "area"（地区）、"department"（部门）或"indicator"（指标）。',
    ),
    "missing-key/table-rows": Advice("{key}：表中没有行。", '请写成 rows = [{indicator = "..."}]。'),
    "missing-key/table-periods": Advice("{key}：表中没有时期。", '请写成 periods = ["2019", "2020"]。'),
    "missing-key/chart-periods": Advice(
        "{key}：图中既没有时期也没有行。",
        '请写成 periods = ["2020", "2021"] 或 rows = [{indicator = "..."}]。',
    ),
    "missing-key/chart-series": Advice(
        "{key}：按时期的图中没有系列。", '请写成 series = [{indicator = "..."}]。'
    ),
    "wrong-value/rows-over-periods": Advice(
        "{key}：按时期的图由系列构成，行只用于不按时期的图。",
        '请将 rows 改为 series = [{indicator = "..."}]，或删去 periods。',
    ),
    "missing-key/ranking-rows": Advice(
        "{key}：排序图按行比较，而图中没有行。", '请写成 rows = [{indicator = "..."}]。'
    ),
    "missing-key/panel-rows": Advice(
        "{key}：分面图每行一幅小图，而图中没有行。", '请写成 rows = [{indicator = "...", each = "areas"}]。'
    ),
    "missing-key/panel-periods": Advice(
        "{key}：分面图的各小图按时期绘制，而图中没有时期。",
        '请写成 periods = {last = 12, like = "month"} 或 periods = ["2022", "2023"]。',
    ),
    "missing-key/parts-rows": Advice(
        "{key}：该图按行显示总体的各部分，而图中没有行。", '请写成 rows = [{indicator = "..."}]。'
    ),
    "wrong-value/one-series": Advice(
        "{key}：总体的各部分只能是一个系列，而图中有多个。", '请只保留一个系列，或改用 kind = "stacked"。'
    ),
    "wrong-value/negative-part": Advice(
        "{key}：有一部分为负值，扇形会显示得如同正值。", '请改用 kind = "bar"，正负均可显示。'
    ),
    "row-without-data": Advice(
        "{key}：数据集没有{row:quoted}任何时期的数据，该行为空。",
        "请更正该行的 indicator、area、breakdown 或 partner，或在有数据之前删去该行。",
    ),
    "chart-parts/many": Advice(
        "{key}：共{count}个部分，扇形难以分辨；不超过{most}个为宜。",
        '请合并较小的部分，或改用 kind = "ranking"。',
    ),
    "chart-parts/no-whole": Advice(
        "{key}：不能确定所列部分合起来就是一个总体，而饼图正是这个意思。",
        '请补全各部分，或改用 kind = "bar"。',
    ),
    "missing-key/chart-targets": Advice("{key}：图中没有目标。", '请写成 targets = ["..."]。'),
    "empty-chart": Advice(
        "{key}：图中没有任何可绘制的数据。{reasons:?{reasons:sentences}}",
        "请改选有数据的时期、行或目标，或从定义和模板中删去该图。",
    ),
}

"""Calculations and reconciliation: why there is no number, and what does not add up, in Chinese."""

from __future__ import annotations

from typing import Any

from reportgen.language.contract import Advice, Entry, Speaker, Wording
from reportgen.language.zh.periods import label
from reportgen.periods import PeriodKind


def _unlike(_language: Speaker, parameters: dict[str, Any]) -> str:
    """2022年1—5月与2025年所含月份不同，不可比; of days and of a day beside months as such."""
    periods = (parameters["one"], parameters["other"])
    days = sum(period.kind is PeriodKind.DAY for period in periods)
    differ = ("所含月份不同", "一为时期、一为时点", "时点不同")[days]
    one, other = (label(period) for period in periods)
    return f"{one}与{other}{differ}，不可比"


MESSAGES: dict[str, Entry] = {
    # growth
    "base-zero": "基数为零，无法计算增速",
    "base-negative": "基数为负，增速没有意义",
    "turned-negative": "数值由正转负（由顺差转为逆差），不存在增速",
    "change-within-rounding": "总量的变动小于数值的四舍五入误差",
    "rounding-leaves-open": "受数值四舍五入影响，结果可能在{low}至{high}之间",
    "whole-across-zero": "总量由正转负或由负转正（顺差与逆差互转），没有增速可供各部分分担",
    "whole-hardly-moved": "总量变动不足1%，贡献率没有意义",
    "part-moved-against": "该部分与总量变动方向相反，不计算贡献率",
    "whole-unchanged": "总量没有变化，无法计算贡献率",
    "lost-everything": "下降幅度达到或超过100%，无法反推基数",
    "multiple-not-above-zero": "倍数不大于零，无法反推基数",
    "no-whole-year": "两个时期相隔不足一年",
    "later-not-above-zero": "期末值不大于零，不存在对应的固定增速",
    "cumulative-falls": "累计数小于此前较短时期的累计数，可能经过修订或口径不同",
    "within-rounding": "差额小于两项数值的四舍五入误差",
    # beside each other
    "divisor-not-above-zero": "作为分母的数值不大于零",
    "part-above-whole": "部分大于总体，二者口径不一致",
    # bounds
    "unbounded": Wording(
        "所依据的数值仅以{bounds}表述，结果无法界定上下限",
        "来源对所依据的数值仅以{bounds}表述，无法据以测算",
    ),
    "bound-within-rounding": "受数值四舍五入影响，无法给出必然成立的上下限",
    "bound-lower": "“超过”",
    "bound-upper": "“不到”",
    "bound-approximate": "“约”",
    # comparability
    "different-series": "所指不同：{differing}",
    "is-not": "{one}不是{other}",
    "different-units": Wording("计量单位不同（{one:code}与{other:code}）", "计量单位不同（{one}与{other}）"),
    "different-prices": "二者注明的价格基础不同（未注明的视为现价）",
    "unlike-periods": _unlike,
    "unlike-lengths": "{one}为{one:length}，{of_target:?目标|{other}}为{other:length}，不可比",
    "different-scopes": "统计口径不同（{one}与{other}）",
    "scope-not-stated": "{period}的数据未说明统计口径（另一数据为{scope}），而该序列在{breaks_at}存在断点",
    "broken-between": Wording(
        "{later}与{earlier}不可比：该序列自{breaks_at}起口径中断（{inferred:?推断|来源说明}）{note:?。{note}}",
        "自{breaks_at}起口径{inferred:?疑有变化|已经调整}，{later}与{earlier}不可比{note:?。{note}}",
    ),
    "no-definition": "来源均未说明两项数据的统计口径，二者口径未必一致",
    "broken-in-one-area": Wording(
        "{broken}的序列在{breaks}出现口径中断，而{whole}的序列没有；来源均未说明其中哪一段与{whole}的数据口径一致",
        "{broken}数据的口径在{breaks}有变，{whole}数据的口径未变，来源均未说明哪一段与{whole}数据口径一致",
    ),
    "break-at": Wording("{period}（{inferred:?推断|来源说明}）", "{period}"),
    # conversions
    "rate-out-of-line": "该汇率与其他折算不符，其他折算为1{foreign}合{others}{home}。{slip}",
    "rates": "{low}{high:?至{high}}",
    "misplaced-point": "小数点可能错位（相差{factor}倍）：{corrected}才与其他折算相符。",
    # sizes of changes, and what to do about contradictions
    "from-nothing": "由零起步",
    "times-as-much": "为此前的{times}倍",
    "fell-by": "下降{percent}",
    "fell-to-part": "降为此前的1/{times}（可能错了数量级）",
    "rose-by": "上升{percent}",
    "look-for-a-break": "请核对来源；若统计口径有变，请在breaks表登记{period}的中断。",
    "rely-on-the-break": Wording(
        "已登记的{period}口径中断（{inferred:?推断|来源说明}）{place:?（{place}）}可以解释，不跨越该中断进行计算。",
        "{period}口径{inferred:?疑有|有}变化，不跨期计算。",
    ),
    "check-the-three": "请核对这三个数值及其统计口径是否一致。",
    "quoted": "“{text}”",
    "smaller-ones": "另有{count}处修订较小",
    "restated-by": "{period}数{rises:?上调|下调}{amount}（{share}）",
    "parts-areas": "地区",
    "parts-breakdown": "分项",
    "parts-partners": "贸易伙伴",
    "parts-months": "月份",
    "parts-quarters": "季度",
    # targets without an observation
    "nearest-does-not-fit": Wording(
        "“{nearest}”（{stated}）不适用，{reason}", "最接近的数值为{stated}，不适用，因{reason}"
    ),
    "only-something-else": "只有“{series}”的数据，所指不同",
    "no-level-of-it": Wording("数据集中没有该指标的数值", "尚无公布数值"),
    # targets
    "not-above-zero": "固定增速要求起点和目标均大于零",
    "target-period-over": "目标期限已到",
    "target-reached-already": "目标已经达到",
    "at-the-base": "该数值即规划起点，尚无路径和进度可言",
    "before-the-base": "该时期早于规划起点",
    "no-base": "规划未给出起点数值，无法推算路径和进度",
    "beyond-the-target": "该时期晚于目标期",
    "no-way-down": "压降类目标需由起点计算完成率，而规划未给出起点数值",
    "needs-base": "该目标以基期为准，而规划未给出基期数值",
    "total-has-no-path": "多年累计目标按累计数衡量，没有年度路径",
    "no-path-of-growth": "增速目标只针对其所属时期，没有路径，也不计算年均需增长",
    "share-has-no-path": "比重目标只对其所属时期而言，没有推进路径",
    "open-at-the-mark": "观测值仅为上限或下限，且恰为目标值，相差多少无法判断",
    "not-completed": "增速目标和区间目标只判断是否达到，不计算完成率",
    "base-beyond-target": "起点已达到或越过目标值，不存在推进路径",
    "no-progress-before": "该目标只针对一个时期，且未给出起点，此前没有进展可言",
    "base-at-target": "起点已等于目标值",
    "target-not-above-zero": "目标值不大于零，无法计算完成率",
    "no-yearly-path": "目标年度内的累计数不适用年度路径，应与序时进度比较",
    "share-is-no-pace": "跨年度目标和时点指标目标按年度路径衡量，完成率不与序时进度比较",
    "ceiling-is-used-up": "年度上限类目标的累计数是已用额度，不计算完成率",
    "rates-do-not-grow": "比率指标不适用固定增速路径，差距以百分点计",
    # statuses of targets
    "target-reached": "已达到目标",
    "target-reached-at-base": "目标已经达到，规划基期即已达到",
    "target-missed": "目标期限已到，未达到目标",
    "keeps-up": "达到或超过应有进度",
    "falls-short": "落后于应有进度",
    "keeps-up-with-time": "达到或超过序时进度",
    "falls-short-of-time": "落后于序时进度",
    "meets-so-far": "目前符合目标要求",
    "does-not-meet-so-far": "目前不符合目标要求",
    "side-left-open": "观测值的限定词使其处于标准哪一侧无法判断",
}


def _sum(language: Speaker, parameters: dict[str, Any]) -> str:
    total = " + ".join(language.write(part) for part in parameters["parts"])
    name, whole, ids = (language.write(parameters[key]) for key in ("name", "whole", "ids"))
    return f"{name}为{whole}，而其各部分{ids}之和更大：{total}。"


FINDINGS: dict[str, Advice] = {
    "stated-twice": Advice(
        "{name}有两个不同的数值：{first_id:?“{first_id}”为}{first}，{second_id:?“{second_id}”为}{second}；目前采用前者。",
        "请核实以哪个为准；口径不同的应填写不同的scope，修订数应在status列注明。",
    ),
    "stated-twice-alike": Advice(
        "{name}有两种表述：{first}和{second}，在取舍误差内一致。",
        "请保留较精确的一行，并为其登记两条引用。",
    ),
    "growth-against-levels": Advice(
        "{period}{rises:?增长|下降}{size}、达{now}，由此推算{base_period}为{implied}，而{base_id:?“{base_id}”载明|公布的数值}{other_period}为{base}。",
        "{advice}",
    ),
    "growth-on-revised-base": Advice(
        "{name}有{count}个公布的增速与公布的绝对额不符，但可由基数修订解释；相差最大的为{period}的{rate}，由此推算{base_period}为{implied}，"
        "比当时公布的{base}{base_id:?（“{base_id}”）}{rises:?高|低}{size}。",
        "请采用公布的增速；若有来源给出{base_period}的修订数，请予补充。",
    ),
    "share-against-levels": Advice(
        "{name}据报道为{said}，而由{part}{part_id:?（“{part_id}”）}与{whole}{whole_id:?（“{whole_id}”）}计算为{quotient}。",
        "{advice}",
    ),
    "multiple-against-levels": Advice(
        "{name}据报道为{said}，而由{part}{part_id:?（“{part_id}”）}与{whole}{whole_id:?（“{whole_id}”）}计算为{quotient}。",
        "{advice}",
    ),
    "share-above-whole": Advice(
        "{name}为{said}：部分不可能超过整体。",
        "请核对数值，以及它是否实为倍数或增速。",
    ),
    "negative-share": Advice(
        "{name}为{said}：累加而成的总量，其部分不可能小于零。",
        "请核对正负号，以及它是否实为增速或差值。",
    ),
    "points-against-rates": Advice(
        "{name}据报道为{said}，而{rate}{rate_id:?（“{rate_id}”）}减{base}{base_id:?（“{base_id}”）}为{found}。",
        "请对照来源核对这三个数值。",
    ),
    "period-below-its-part": Advice(
        "{name}：{whole_period}为{whole}，未超过或仅略高于其中{part_period}的{part}{part_id:?（“{part_id}”）}。",
        "请核对两个数值及其统计口径是否一致。",
    ),
    "implied-restatement": Advice(
        "{name}：据累计数推算，后来的修订为：{changes}{smaller:?；{smaller}}。",
        "若系发布机构修订，则无需处理；单月数请取当月数，增速请取公布数。",
    ),
    "total-against-months": Advice(
        "{name}：{period}累计{total}减去{months}的{between}，与{earlier}的{before}相差{amount}。",
        "请核对这三个数值：发布机构对此前月份的修订不会如此之大。",
    ),
    "large-change-unreported": Advice(
        "{name}由{earlier}的{before}{earlier_id:?（“{earlier_id}”）}变为{later}的{after}，{size}，而没有来源报道这一变化。",
        "{advice}",
    ),
    "large-change-unreported/pace": Advice(
        "{name}：{later}为{after}（月均{after_monthly}），难以与{earlier}的{before}（{earlier_id:?“{earlier_id}”，}月均{before_monthly}）相衔接："
        "月均{size}，而没有来源报道这一变化。",
        "{advice}",
    ),
    "part-above-total": Advice(
        "{name}为{part}，高于其总数{whole_id:?“{whole_id}”}：{whole_name}为{whole}。",
        "请核对两个数值及其统计口径是否一致。",
    ),
    "parts-above-total": Advice(_sum, "请核对各数值，以及各部分是否有重叠或口径不同。"),
    "parts-against-whole": Advice(
        "{name}为{whole}，而其{count}个{dimension}合计为{total}，{is_more:?多|少}{difference}，超出四舍五入所能解释的范围。",
        "请核对各部分与总数；若各部分不完整或有重叠，请从additive列中去掉该维度。",
    ),
    "parts-against-whole/in-time": Advice(
        "{name}为{whole}，而其{count}个{dimension}合计为{total}，{is_more:?多|少}{difference}，超出四舍五入所能解释的范围。",
        "请核对；若发布机构只在累计数中修订此前各月，请从additive列中去掉该维度。",
    ),
    "shares-above-whole": Advice(
        "{name}与同一分组的其他比重（共{count}个）合计为{total}：部分之和不可能超过整体。",
        "请核对各比重，以及是否有重叠。",
    ),
    "same-as-last-year": Advice(
        "{name}：{period}的{value}与{earlier}{earlier_id:?（“{earlier_id}”）}完全相同。",
        "请核实是否误抄了上年数值。",
    ),
    "values-exchanged": Advice(
        "{name}为{value}，{other_name}为{other}{other_id:?（“{other_id}”）}：两者均与其他数值矛盾，互换后则不矛盾。",
        "请核对两个数值是否填反。",
    ),
    "unusual-change": Advice(
        "{name}：{period}变动{rate}，与其余{count}个同比变动的一般水平{usual}相差悬殊。",
        "请向来源核对该数值，是否有数位或行次错误。",
    ),
    "unusual-rate": Advice(
        "{name}：{period}为{value}，与该序列其余{count}个数值的一般水平{usual}相差悬殊。",
        "请向来源核对该数值，是否错了小数点。",
    ),
    "rate-out-of-line": Advice(
        "{name}：{amount}折合{converted}，即1{foreign}合{rate}{home}，而其他折算为{others}{home}。{slip}",
        Wording(
            "请向来源核实两个数值；可照原文引用，存疑的数值不参与计算。",
            "照原文引用，存疑的数值不参与计算。",
        ),
    ),
    "target-without-observation": Advice(
        Wording(
            "目标“{target}”（{name}{goal}）没有可比的观测值：{why}。",
            "{name}的目标（{goal}）未测算进度：{why}。",
        ),
        Wording(
            "请补充指标、地区、分组、单位相同且时期可比的观测值；在此之前不显示完成进度。",
            "未列完成率。",
        ),
    ),
    "target-without-base": Advice(
        "目标“{target}”（{name}{goal}）未给出起点，{period}之前不显示完成率、差距和状态。",
        "请在“base_obs”列填写规划起点的观测值。",
    ),
    "target-measured-before-break": Advice(
        "目标“{target}”未采用最新数值（{period}{latest}{latest_id:?，“{latest_id}”}）计算：该序列自{breaks_at}起口径中断（{inferred:?推断|来源说明}），"
        "仍按基数（{base_period}{base}）所在时段衡量。",
        "请在数据旁说明，并向规划主管部门核实目标所用口径。",
    ),
    "target-not-beyond-base": Advice(
        "目标“{target}”（{period}{goal}）已被其基数超过：{base_period}为{base}{base_id:?（“{base_id}”）}。",
        "请核对数值、数量级和base_obs。",
    ),
    "target-base-unlike": Advice(
        "目标“{target}”针对{wanted}（{unit:code}），而其基数{base_id:?“{base_id}”}为{given}（{base_unit:code}，{measure}）。",
        "请填写同一序列、同一单位的数值，或将base_obs留空。",
    ),
    "milestone-beyond-target": Advice(
        "阶段目标“{milestone}”（{earlier}{first}）超过了更晚的目标“{target}”（{later}{second}）。",
        "请核对两个目标的数值和时期。",
    ),
    "unlike-periods": Advice(
        "{name}：{period}{level_id:?（“{level_id}”）}与其他时期（{others}）所含月份不同，不计算其间增速。",
        "若有来源，请补充其他年份相同月份的数值。",
    ),
    "unlike-periods/base": Advice(
        "{growth_id:?“{growth_id}”|公布的增速}将{period}与{base}相比，两者所含月份不同。",
        "请更正基期；同比应比较相同月份。",
    ),
    "break-inferred": Advice(
        "{name}自{period}起与此前不可比（推断）。{note}",
        "不跨越该中断计算增速；如有来源说明原因，请据以更新。",
    ),
    "break-stated": Advice(
        "{name}自{period}起与此前不可比（来源说明）。{note}",
        "不跨越该中断计算增速。",
    ),
}

"""Calculations and reconciliation: why there is no number, and what does not add up, in Chinese."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry, Wording

MESSAGES: dict[str, Entry] = {
    # growth
    "base-zero": "基数为零，无法计算增速",
    "base-negative": "基数为负，增速没有意义",
    "whole-unchanged": "总量没有变化，无法计算贡献率",
    "lost-everything": "下降幅度达到或超过100%，无法反推基数",
    "multiple-not-above-zero": "倍数不大于零，无法反推基数",
    "no-whole-year": "两个时期相隔不足一年",
    "later-not-above-zero": "期末值不大于零，不存在对应的固定增速",
    "cumulative-falls": "累计数小于此前较短时期的累计数，可能经过修订或口径不同",
    # beside each other
    "divisor-not-above-zero": "作为分母的数值不大于零",
    "part-above-whole": "部分大于总体，二者口径不一致",
    # bounds
    "unbounded": Wording(
        "所依据的数值仅以{bounds}表述，结果无法界定上下限",
        "来源对所依据的数值仅以{bounds}表述，无法据以测算",
    ),
    "bound-lower": "“超过”",
    "bound-upper": "“不到”",
    "bound-approximate": "“约”",
    # comparability
    "different-series": "所指不同：{differing}",
    "is-not": "{one}不是{other}",
    "different-units": Wording("计量单位不同（{one:code}与{other:code}）", "计量单位不同（{one}与{other}）"),
    "unlike-periods": "{one}与{other}的时期长度或起止不同，不可比",
    "different-scopes": "统计口径不同（{one}与{other}）",
    "scope-not-stated": "{period}的数据未说明统计口径（另一数据为{scope}），而该序列在{breaks_at}存在断点",
    "broken-between": "{later}与{earlier}不可比：该序列自{breaks_at}起口径中断（{inferred:?推断|来源说明}）{note:?。{note}}",
    "no-definition": "来源均未说明两项数据的统计口径，二者口径未必一致",
    "broken-in-one-area": "{broken}的序列在{breaks}出现口径中断，而{whole}的序列没有；来源均未说明其中哪一段与{whole}的数据口径一致",
    "break-at": "{period}（{inferred:?推断|来源说明}）",
    # conversions
    "rate-out-of-line": "该汇率与其他折算不符，其他折算为1{foreign}合{others}{home}。{slip}",
    "rates": "{low}{high:?至{high}}",
    "misplaced-point": "小数点可能错位（相差{factor}倍）：{corrected}才与其他折算相符。",
    # targets
    "not-above-zero": "固定增速要求起点和目标均大于零",
    "target-period-over": "目标期限已到",
    "target-reached-already": "目标已经达到",
    "at-the-base": "该数值即规划起点，尚无路径和进度可言",
    "before-the-base": "该时期早于规划起点",
    "no-base": "规划未给出起点数值，无法推算路径和进度",
    "beyond-the-target": "该时期晚于目标期",
    "no-way-down": "压降类目标需由起点计算完成率，而规划未给出起点数值",
    "base-at-target": "起点已等于目标值",
    "target-not-above-zero": "目标值不大于零，无法计算完成率",
    "no-yearly-path": "目标年度内的累计数不适用年度路径，应与序时进度比较",
    "share-is-no-pace": "跨年度目标和时点指标目标按年度路径衡量，完成率不与序时进度比较",
    "ceiling-is-used-up": "年度上限类目标的累计数是已用额度，不计算完成率",
    "rates-do-not-grow": "比率指标不适用固定增速路径，差距以百分点计",
    # statuses of targets
    "target-reached": "已达到目标",
    "target-missed": "目标期限已到，未达到目标",
    "keeps-up": "达到或超过应有进度",
    "falls-short": "落后于应有进度",
    "side-left-open": "观测值的限定词使其处于标准哪一侧无法判断",
}

FINDINGS: dict[str, Advice] = {}

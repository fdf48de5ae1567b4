"""Kinds of figures: their names, and why there is no number, in Chinese."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry, KindWords, Wording

KINDS = {
    "level": KindWords("绝对数", "{series}"),
    "growth_yoy": KindWords("同比增长", "{series}的同比增速", about="同比增速"),
    "difference_pp": KindWords("增速差", "{series}的增速差", about="增速之差"),
    "share": KindWords("占比", "{series}占{whole}的比重", about="比重"),
    "multiple": KindWords("倍数", "{series}的倍数", about="倍数"),
    "rank": KindWords("位次", "{series}的位次", about="位次"),
    "rank_among": KindWords("所列位次", "{series}在所列各项中的位次"),
    "growth_computed": KindWords("同比增长（计算值）", "{series}的同比增速"),
    "change": KindWords("增减额", "{series}的增减额"),
    "change_pop": KindWords("环比增减额", "{series}的环比增减额"),
    "growth_pop": KindWords("环比增长", "{series}的环比增速"),
    "single_month": KindWords("当月值", "{series}的当月值"),
    "implied_base": KindWords("推算基数", "由{series}增速推算的基期数值"),
    "implied_exchange_rate": KindWords("隐含汇率", "{series}换算的隐含汇率"),
    "growth_avg": KindWords("平均增速", "{series}的年均增速"),
    "sum": KindWords("分项合计", "{series}的分项合计"),
    "residual": KindWords("其余", "{series}除已列分项外的其余部分"),
    "ratio": KindWords("比值", "{series}的比值"),
    "base_rate": KindWords("对方增速", "{series}所比较的对方增速"),
    "cagr": KindWords("年均增长", "{series}的年均增速"),
    "contribution": KindWords("贡献率", "{series}对{whole}增长的贡献率"),
    "pull": KindWords("拉动", "{series}对{whole}增长的拉动"),
    "balance": KindWords("贸易差额", "{area}贸易差额"),
    "target": KindWords("目标", "{series}的目标"),
    "target_gap": KindWords("目标差距", "{series}与目标的差距"),
    "target_completion": KindWords("目标完成率", "{series}的目标完成率"),
    "target_progress": KindWords("目标推进率", "{series}由起点向目标的推进率"),
    "target_required_growth": KindWords("年均需增长", "实现目标所需的{series}年均增速"),
    "target_path": KindWords("目标路径值", "{series}的目标路径值"),
    "target_elapsed": KindWords("序时进度", "{series}目标的序时进度"),
    "target_pace": KindWords("与序时进度之差", "{series}目标完成率与序时进度之差"),
    "target_status": KindWords("目标状态", "{series}的目标状态"),
    "target_projection": KindWords("推算值", "{series}的推算值"),
}
"""The words of each kind of figure."""

NAMES = {kind: words.name for kind, words in KINDS.items()}
MISSING = {kind: words.missing for kind, words in KINDS.items()}

MESSAGES: dict[str, Entry] = {
    # why there is no number
    "no-level": Wording(
        "数据集中没有{period}{series:?{series:quoted}}的数值",
        "所用来源未公布{period}{series:?{series:quoted}}的数值",
    ),
    "no-growth-stated": Wording(
        "数据集中没有来源公布{period}{series:?{series:quoted}}的增速",
        "所用来源均未公布{period}{series:?{series:quoted}}的增速",
    ),
    "no-rank-stated": Wording(
        "数据集中没有来源公布{period}{series:?{series:quoted}}的位次",
        "所用来源均未公布{period}{series:?{series:quoted}}的位次",
    ),
    "no-such-figure": Wording("数据集中没有该数据", "所用来源未提供该数据"),
    "nothing-to-measure": Wording("数据集中没有可用于衡量该目标的数据", "尚无可与该目标对照的公布数据"),
    "repeated-target": "该目标系另一目标的外币折算，进展按原目标衡量",
    "other-series": "该目标针对的是另一指标序列",
    "undated-count": "来源未注明该数的统计时点，无法据以推算年度进度",
    "unclear-multiple": "来源未说明以何为基数，也未说明是增长多少倍还是增至多少倍；仅保留原文表述，不据以计算",
    "needs-period": Wording("需要在类型后写明起始时期，如 cagr:2020", "需要有起始时期"),
    "base-not-earlier": "比较的基期必须早于本期",
    "only-months-and-quarters": "环比只适用于月度和季度数据",
    "not-within-a-year": "单月数据只能由同一年度的累计数推算",
    "stock-has-no-months": "时点指标不能由累计数推算单月",
    "published-together": "1—2月合并发布，不拆分单月",
    "no-whole": Wording("数据集未说明其所属的总体", "来源未说明其所属的总体"),
    "no-share-of-rates": "比率指标不能计算占比",
    "no-growth-of-rates": "比率指标的变动以百分点计，不计算增长百分比",
    "no-balance-of-rates": "差额只由总量指标计算",
    "needs-dimension": Wording("需在类型后写明按什么分项，如 sum:areas", "需要指明按什么分项"),
    "needs-indicator": Wording("需在类型后写明作为分母的指标", "需要指明作为分母的指标"),
    "needs-other-side": Wording("需在类型后写明所求增速的地区或指标", "需要指明所求增速的地区或指标"),
    "too-few-years": "平均增速至少跨两年",
    "mixed-prices": "各数值的价格基础不同（现价、不变价或可比价）",
    "not-said-to-add-up": "没有依据表明各部分齐全且可相加为总体",
    "nothing-beside": "没有可与之排位的同类数据",
    "ranks-of-bounds": "仅为上下限的数值不能排位",
    "no-parts": "没有其组成部分的数据",
    "scopes-of-rates-differ": "增速与差距的统计口径不同",
    "only-of-growth": "所求为另一方的增速，而该差距是比重之差",
    "no-difference-stated": "没有来源说明高于或低于对方多少个百分点",
    "not-a-part-of-the-period": "按时间计算的占比只能是某时期在其所属更长时期中的比重",
    "multiple-of-inferred-period": "来源未写明倍数所对应的基期，该基期系推断",
    "rate-in-doubt": "该换算与其他换算均不相符，两个金额之一可能有误",
    "qualitative": "该目标以文字表述，没有数值",
    "replaced-target": "自{since}起已由另一目标取代",
    "not-one-basis": "一方为公布的增速，另一方只能由绝对数计算，二者依据不一",
    "growth-at-other-prices": "公布增速的价格基础与绝对数不同",
    "does-not-add-up": "该计量单位的数值不能相加",
    "no-such-change": "位次不计算增减",
    "no-partner": Wording(
        "差额由出口指标计算，需在类型后写明进口指标，如 balance:imports",
        "没有可与出口相抵的进口数据",
    ),
    "no-conversion": "没有来源在同一表述中用两种货币给出这一金额",
    "open-path": "路径起点数值本身只有上下限",
    "itself": "该地区即比较基准本身",
    # errors
    "no-figure-id": "“{text}”不是数据标识；请写成“指标/地区/时期/类型”，如 cbec_trade/CN-CQ/2021/level。",
    "unknown-indicator": "数据集中没有指标“{code}”{nearest:?；相近的有：{nearest}}。",
    "unknown-area": "数据集中没有地区“{code}”{nearest:?；相近的有：{nearest}}。",
    "unknown-target": "数据集中没有目标“{code}”{nearest:?；相近的有：{nearest}}。",
    "unknown-base": "数据集中没有基数“{code}”{nearest:?；相近的有：{nearest}}。",
    # notes
    "notes": "{notes:sentences}",
    "threshold-to-be-exceeded": "按目标的下限值计算，目标要求超过该值。",
    "threshold-to-be-undercut": "按目标的上限值计算，目标要求低于该值。",
    "threshold-about": "按规划所称“约”数计算。",
    "measured-on": "以{period}的数据衡量，此后的数据未采用：{reasons:sentences}",
    "total-so-far": "为{start}至{end}的累计{missing:?，尚缺{missing:and}}。",
    "time-runs": "自{start}末起算，至{end}末止。",
    "implied-for": "为推算的{period}数值。",
    "revised-from": "为修订数，此前公布为{values:and}。",
    "another-value": Wording("同一数据另有不同数值：{ids}。", "同一数据另有不同数值。"),
}

FINDINGS: dict[str, Advice] = {}

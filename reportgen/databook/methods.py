"""What the notes sheet and the cover explain: symbols, qualifiers, rounding, comparability, targets, and how to trace."""

from __future__ import annotations

from reportgen.messages import Bilingual

Said = Bilingual

HOW_TO = (
    Said(
        "Find the number in a table, or its key or figure id on a calculation sheet.",
        "在表中找到该数字，或在测算表页中按短码、数字编号查找。",
    ),
    Said(
        "Press F2 in the result: the formula names the input cells of the same row.",
        "在“结果”单元格按 F2：公式引用同一行的输入单元格。",
    ),
    Said(
        "Press F2 in an input: it looks up the id beside it in the data sheet, where the source's words and the note stand.",
        "在输入单元格按 F2：它按左侧编号到数据表页取值，那里列有来源原文和备注。",
    ),
    Said(
        "Search the id in the data sheet to see how the number was written, by which source, and how it is qualified.",
        "在数据表页查找该编号，即可看到原文数值、来源和限定词。",
    ),
)

NOTES = (
    (
        Said("Symbols", "符号"),
        Said(
            "… not available, or not comparable; — does not apply; 0.0 less than half of the last digit shown.",
            "… 表示数据不详或不可比；— 表示不适用；0.0 表示不足所示末位的一半。",
        ),
    ),
    (
        Said("Qualifiers", "限定词"),
        Said(
            "> more than, ≥ at least, < less than, ≤ at most, ≈ about; “nearly” means below and close. The sign is part "
            "of the cell's number format: the cell itself holds the plain number.",
            "> 超过，≥ 不低于，< 不足，≤ 不超过，≈ 约；“近”表示略低于。符号是单元格数字格式的一部分，单元格本身仍是数值。",
        ),
    ),
    (
        Said("Bounds", "界限"),
        Said(
            "A figure computed from a qualified number is a lower bound, an upper bound or approximate. Where the "
            "qualifiers pull in opposite directions there is no number, and the reason is given instead.",
            "由带限定词的数值推算的数字为下限、上限或近似值；限定词方向相反而无法界定的，不给数值，只说明原因。",
        ),
    ),
    (
        Said("Rounding", "修约"),
        Said(
            "Table sheets hold the rounded numbers that the documents print, rounded once, half up. Data and calculation "
            "sheets hold full precision. Parts may not add up to totals because of rounding.",
            "各表所列为文件中印出的修约值，只修约一次，四舍五入；数据和测算表页保留全部精度。由于修约，各分项之和可能不等于合计。",
        ),
    ),
    (
        Said("Units", "计量单位"),
        Said(
            "The data sheets keep each value as written, with its power of ten; value × 10^power is the value in base "
            "units (yuan, firms, percent). Percent (%) and percentage points are different units.",
            "数据表页保留原文数值及其10的幂次，数值×10的幂次即为基本单位值（元、家、百分比）。百分比与百分点是不同的单位。",
        ),
    ),
    (
        Said("Comparability", "可比性"),
        Said(
            "Numbers are compared only within one indicator, area, breakdown, counterpart, unit and scope, over like "
            "periods (year with year, January–May with January–May), with no break in the series between. Otherwise "
            "the figure is refused and the reason stands beside it.",
            "只有指标、地区、分组、对方地区、单位和口径相同，时期同类（年与年、1—5月与1—5月），且其间序列没有中断，才作比较；"
            "否则不计算，并说明原因。",
        ),
    ),
    (
        Said("Growth", "增长率"),
        Said(
            "Reported growth is what a source states. Computed growth is (a − b) ÷ b × 100. The implied base a ÷ (1 + "
            "b ÷ 100) is the earlier value that a reported growth implies. Compound annual growth is ((a ÷ b)^(1 ÷ years) − 1) × 100.",
            "“公布”的增速取自来源；计算的增速为 (a − b) ÷ b × 100；推算基数 a ÷ (1 + b ÷ 100) 是由公布增速倒推的上年同期数；"
            "年均复合增长为 ((a ÷ b)^(1 ÷ 年数) − 1) × 100。",
        ),
    ),
    (
        Said("Targets", "目标"),
        Said(
            "A target is taken at its threshold (“more than 70 billion” at 70) and measured against the latest "
            "observation of the same unbroken series as the one the plan starts from. The path runs at constant growth "
            "from that base to the target; a cumulative figure is set beside the share of the time elapsed.",
            "目标按其界值计（“超过700亿元”按700亿元），与规划基数所在的、未中断序列的最新观测比较；目标路径为从基数到目标的"
            "等速增长；累计数与序时进度对照。",
        ),
    ),
    (
        Said("Status", "进度状态"),
        Said(
            "√ achieved, ▲ on track, ▼ behind, × missed, ○ not known: sign and word together, never colour alone.",
            "√ 已完成，▲ 达到进度，▼ 落后进度，× 未完成，○ 无法判断：符号与文字并用，不单凭颜色。",
        ),
    ),
    (
        Said("Colours", "颜色"),
        Said(
            "On calculation sheets blue ink marks inputs fetched from other sheets, black ink results. Nothing is said "
            "by colour alone.",
            "测算表页中蓝字为取自其他表页的输入值，黑字为计算结果；任何信息都不单凭颜色表示。",
        ),
    ),
    (
        Said("Missing facts", "未说明的事项"),
        Said(
            "What a source does not state is printed as “not stated” or “unknown”, never guessed. A period that a source "
            "only implies is marked “inferred”.",
            "来源未写明的，标为“未注明”或“不详”，绝不推测；来源仅隐含的时期标为“推定”。",
        ),
    ),
)

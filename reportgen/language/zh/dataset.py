"""Datasets: what is wrong with tables, cells, records and quotations, in Chinese."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry, Wording

_SAVE_AS_UTF8 = "请另存为“CSV UTF-8（逗号分隔）”格式。"

MESSAGES: dict[str, Entry] = {
    # no dataset at all
    "nothing-there": "{path}处没有数据集{near:?，是否应为{near}？否则请指定|；请指定}CSV文件夹、.xlsx工作簿、SQLite文件或数据库的URL。",
    "one-table": "{file}只是数据集的一张表；请指定其所在文件夹。",
    "no-dataset": "{file}不是数据集；请指定CSV文件夹或SQLite文件，或将工作簿另存为.xlsx。",
    "no-sqlite": "{file}无法作为SQLite文件读取：文件已损坏，或由其他程序生成；请换用一份完好的文件。",
    "sqlite-in-use": "另一程序正在写入{file}（旁边有{beside}）：请先在该程序中关闭，再重新运行。",
    "no-parquet": "{file}无法作为Parquet文件读取：文件已损坏，或由其他程序生成；请换用一份完好的文件。",
    "database-failed": "无法使用数据库{url}：{said}。请检查其地址、库名和用户（密码可写在PGPASSWORD中）。",
    "no-address": "无法识别其地址",
    "driver-missing": "未安装驱动程序“{module}”",
    "needs-extra": '{what}需要附加组件：请用pip install "reportgen[{extra}]"安装。',
    "sdmx-csv": "{file}是SDMX-CSV，只含观测值：请用`reportgen import`配合读表说明将其导入数据集。",
    "sheet-missing": "{file}中没有“{sheet}”工作表：请增加该表，首行为{columns}。",
    "text-too-long": "“{sheet}”第{row}行“{column}”列的文字超过工作簿单元格的上限（32767个字符）：请缩短，或导出为SQLite。",
    "no-such-form": "{path}不能作为数据集的名称：请给出文件夹、.xlsx、.sqlite、.csv（SDMX-CSV）或.parquet、数据库的URL，或用--as指明形式。",
    "export-there": "{path}处已有内容：请换一个名称，或用--replace替换。",
    "export-unreadable": "{path}处的数据集无法完整读取，未写入任何内容：请先改正以上问题。",
    "no-table": "{path}中没有数据集的任何一张表；需要{tables:and}。",
    "no-source-texts": "{folder}处没有存放来源原文的文件夹。",
    # parts of findings
    "also-in-rows": "（第{rows}行也使用该代码）",
    "form-of-code": "字母、数字、“_”和“-”",
    "form-of-indicator": "小写字母、数字和“_”，且以字母开头",
    "form-of-breakdown": "字母、数字和“_”",
    "semicolons": "分号",
    "tabs": "制表符",
    "full-width-commas": "全角逗号",
}

FINDINGS: dict[str, Advice] = {
    # ---- files and tables ----
    "wrong-encoding/utf-16": Advice(
        "该文件为UTF-16编码（即Excel的“Unicode文本”），不是UTF-8。", _SAVE_AS_UTF8
    ),
    "wrong-encoding/gbk": Advice("该文件为GBK编码（中文版Excel的普通“CSV”格式），不是UTF-8。", _SAVE_AS_UTF8),
    "wrong-encoding/unknown": Advice(
        "该文件不是UTF-8编码：第{row}行含有无法识别为文字的字节。", _SAVE_AS_UTF8
    ),
    "wrong-delimiter": Advice("各列以{delimiters}而不是英文逗号分隔。", _SAVE_AS_UTF8),
    "unreadable-row": Advice(
        "该行有双引号未闭合或位置不当，本行未被读入。", "请闭合每一个双引号；文字内部的双引号请写两次。"
    ),
    "unreadable-row/long": Advice(
        "该行有单元格长{length:,}字，超过上限{longest:,}字，本行未被读入。",
        "请缩短，并检查是否误把整张表粘贴进了一个单元格。",
    ),
    "unreadable-datapackage": Advice("数据包描述文件不是有效的JSON。", "请在该处改正，或删除该文件。"),
    "missing-table": Advice(
        "数据集中缺少“{table}”表。",
        "{near:?如果“{near}”就是该表，请改名为{table}.csv。|请增加{table}.csv，包含以下列：{columns}。}",
    ),
    "missing-table/sheet": Advice(
        "数据集中缺少“{table}”表。",
        "{near:?如果“{near}”就是该表，请改名为{table}。|请增加{table}工作表，包含以下列：{columns}。}",
    ),
    "table-not-read": Advice(
        "“{near}”未被读取：该表应名为“{table}”。", "请改名为{table}.csv；如果是其他内容，请放到别的文件夹。"
    ),
    "table-not-read/sheet": Advice(
        "“{near}”未被读取：该表应名为“{table}”。", "请改名为{table}；如果是其他内容，请另取名称。"
    ),
    "missing-head": Advice("第1行中没有该表的任何列名。", "请在数据之上加入表头：{columns}。"),
    "empty-table": Advice("“{table}”表是空的。", "请填写表头：{columns}。"),
    "empty-table/optional": Advice("“{table}”表是空的。", "请删除该表，或填写表头：{columns}。"),
    "missing-column": Advice(
        "表头缺少“{column}”列{near:?（表头中的“{near}”可能就是该列）}。",
        "{near:?请改名为{column}。|请在第1行加上名为“{column}”的列。}",
    ),
    "column-not-read": Advice(
        "“{written}”列未被读取：列名应为“{column}”。",
        "请改名为{column}；如果是其他内容，请取一个不易混淆的列名。",
    ),
    "duplicate-column": Advice("表头中“{column}”列出现了两次。", "请只保留其中一列。"),
    "cells-beyond-head": Advice(
        "该行的单元格多于表头，“{text}”不属于任何一列。", "含有逗号的文字请用英文双引号括起来。"
    ),
    "formula-without-value": Advice(
        "该单元格有公式{formula}，但没有计算结果。", "请用Excel打开该工作簿，重新计算后保存。"
    ),
    "percent-cell": Advice(
        "该单元格为百分比格式：显示{meant}%，实际存储{stored}。", "请将单元格改为“常规”格式并填写{meant}。"
    ),
    "error-cell": Advice("该单元格显示Excel错误值{said}。", "请改正公式，或将单元格留空。"),
    # ---- cells ----
    "empty-cell": Advice("“{column}”单元格为空。", "请填写该单元格；若没有数据，请删除整行。"),
    "unreadable-number": Advice(
        "“{text}”不是纯数字。", "请只写数字和小数点（如32.21）；若无数据，请删除整行。"
    ),
    "unreadable-number/grouped": Advice("“{text}”不是纯数字。", "请写作{number}，不要使用千位分隔符。"),
    "unreadable-number/decimal-comma": Advice("“{text}”不是纯数字。", "请写作{number}，小数点用“.”。"),
    "unreadable-number/rate": Advice(
        "“{text}”不是纯数字。", "请写作{number}，不加符号；其指标类型或计量单位已说明是百分数。"
    ),
    "unreadable-number/multiplier": Advice(
        "“{text}”不是纯数字。", "请在此填写{number}，并在“unit_mult”列填写{power}。"
    ),
    "unreadable-number/qualified": Advice(
        "“{text}”不是纯数字。",
        "请在此填写{number}{power:?，在“unit_mult”列填写{power}}，并在“{column}”列填写{qualifier}。",
    ),
    "unreadable-number/exponent": Advice("“{text}”不是纯数字。", "请在此填写{number}，“unit_mult”列不变。"),
    "unreadable-number/digits": Advice(
        "“{text}”的位数超出可计算的范围，或数量级过大。",
        "请至多填写{most}位数字，并核对是否把两个数填在了一个单元格。",
    ),
    "control-character-in-cell": Advice(
        "单元格含有任何文档都无法显示的控制字符（{sign}）。", "请将其删除；它来自损坏的导出文件。"
    ),
    "unreadable-power": Advice(
        "“{text}”不是10的幂次。",
        "{power:?请填写{power}。|请填写整数：9表示十亿，8表示亿，0表示个位。}",
    ),
    "unreadable-power/range": Advice(
        "{text}不是合理的10的幂次，应在{low}至{high}之间。", "请填写幂次而不是倍数本身：十亿填9。"
    ),
    "unreadable-date": Advice(
        "“{text}”不是“年-月-日”形式的日期。", "请写作{example}的形式；日期不详时留空。"
    ),
    "unreadable-period": Advice(
        "“{text}”不是可识别的时期。",
        "{meant:?请写作{meant}；将该列设为“文本”格式，以免被Excel改写。|请填写年（2021）、季（2022-Q1）、月（2022-05）、"
        "时段（2022-01--2022-05）或日期（2023-12-31）。}",
    ),
    # ---- codes ----
    "unknown-code": Advice(
        "“{code_used}”不在{tables:or}表中{also}。",
        "{near:?是否应为“{near}”？否则请在该表中补充。|请在该表中补充，或更正代码。}",
    ),
    "unknown-code/word": Advice(
        "“{text}”不是“{column}”列的代码。", "{near:?是否应为“{near}”？}请填写以下之一：{known}。"
    ),
    "malformed-code": Advice(
        "“{code_used}”不能用于数据标识，标识只允许{allowed}。", "请在所有用到之处更改该代码。"
    ),
    "name-no-identifier": Advice(
        "“{name}”无法在模板中使用：名称不得含空格和标点，也不得以数字开头。",
        "请改用由文字和数字组成的名称。",
    ),
    "duplicate-name": Advice("“{name}”已是指标“{first}”的名称。", "请为每个指标取不同的名称。"),
    "duplicate-id": Advice(
        "“{code_used}”已在第{row}行出现，本行未被读入。",
        "请为每一行使用不同的名称；同一数值见于两个来源时，应为一行数据、两条引用。",
    ),
    "duplicate-id/code": Advice("“{dimension}”的代码“{code_used}”已在第{row}行出现。", "请只保留其中一行。"),
    "circular-parents": Advice("“{code_used}”成了自己的上级：{chain}。", "请更正其中一行的“parent”列。"),
    # ---- records ----
    "unit-against-measure": Advice(
        "“{subject}”为{measure}，单位只能是{unit}，不能是{given}。", "请将unit留空，或更正measure。"
    ),
    "multiplier-of-rate": Advice(
        "“{subject}”的单位为{unit:name}，不使用倍数，而unit_mult填写了{power}。", "请在“unit_mult”列填写0。"
    ),
    "growth-of-rate": Advice(
        "“{subject}”登记为增长{stated}，而该指标本身以{unit:name}计量：比率的变动以百分点表示。",
        "请改为difference_pp，并在“base_period”列填写对比的时期；也可删去此行，由reportgen计算。",
    ),
    "index-base-not-said": Advice(
        "{name}为指数，{count}个数历年均接近100，却未说明以何时为100；现按定基指数计算其增长。",
        "请在codes表中加一行，dimension填unit，code填{unit_code}，名称填（上年=100）、(last year = 100)之类：每年以上年为100的，class填index_previous；以某一年为100的，class填index。",
    ),
    "duplicate-observation": Advice(
        "“{subject}”与“{first}”重复：{name}，{stated}。", "请只保留一行，并为其登记两条引用。"
    ),
    "duplicate-target": Advice(
        "“{first}”（{stated_first}）与“{target}”（{stated}）是同一规划的同一目标：{name}。",
        "请只保留一行，并为其登记两条引用。",
    ),
    # ---- dates ----
    "accessed-before-published": Advice(
        "“{source}”的查阅日期{accessed}早于发布日期{published}。", "请更正其中一个日期。"
    ),
    "published-before-period-ends": Advice(
        "“{subject}”的时期（{period}）在来源发布（{published}）之后才结束。",
        "请核对该数值是否只覆盖部分时期、是否为预计数，或是否属于其他年份。",
    ),
    "published-before-period-ends/inferred": Advice(
        "“{subject}”推定的时期（{period}）在来源发布（{published}）之后才结束。",
        "请核对该数值是否只覆盖部分时期、是否为预计数，或是否属于其他年份。",
    ),
    "base-not-before-period": Advice("“{subject}”的基期{base}不早于报告期{period}。", "请更正时期或基期。"),
    "target-not-after-base": Advice(
        "目标“{target}”的目标期{period}不晚于其基期{base}。", "请更正目标期或base_obs。"
    ),
    # ---- citations ----
    "missing-citation": Advice(
        "“{subject}”（{name}）没有引用任何来源。", "请在citations表中登记来源及其原文。"
    ),
    "missing-citation/any": Advice(
        "citations表没有数据，{count}个数值均未注明来源。", "请为每个数值登记来源及其原文。"
    ),
    "duplicate-citation": Advice("“{subject}”的同一引文登记了两次。", "请删除其中一行。"),
    "long-statement": Advice(
        "引文长{length}个字符，作为依据最多{longest}个字符。", "请只保留含有该数字的分句。"
    ),
    "not-verbatim": Advice("引文不见于{file}{nearby:?，最接近的原文为“{nearby}”}。", "请逐字照录来源原文。"),
    "missing-source-text": Advice(
        "文件夹中没有来源原文{file}{near:?，“{near}”可能就是该文件}。",
        "请补充原文文件，或更正“file”列中的文件名。",
    ),
    "no-source-text": Advice(
        "未核对“{source}”的引文，因为没有为其登记原文文件。", "请在“file”列登记其原文文件名。"
    ),
    "multiplier-not-in-clause": Advice(
        "“{subject}”记为{stated}，而其引文为{said}。",
        "请{value:?在“value”列填写{value}}{joint:?，}{unit_mult:?在“unit_mult”列填写{unit_mult}}。",
    ),
    "value-not-in-clause": Advice(
        "“{subject}”记为{stated}，但其引文中没有这个数。", "请更正数值，或引用含有该数值的原文。"
    ),
    "unit-not-in-clause": Advice(
        "“{subject}”的单位记为{unit:name}，而其引文{foreign:?的单位是{foreign:name}|中没有这个单位}。",
        "请更正单位，或引用含有该单位的原文。",
    ),
    "value-not-in-cell": Advice(
        "“{subject}”记为{stated}，而其引用的单元格{cell:?{cell}}中是“{text}”。",
        "请更正数值，或引用载有该数的单元格。",
    ),
    "multiplier-not-in-cell": Advice(
        "“{subject}”记为{stated}，而其引用的单元格{cell:?{cell}}中是“{text}”，表头写明“{unit_label}”，即{said}。",
        "请在“value”列填写{value}、在“unit_mult”列填写{unit_mult}，或更正所引单元格的单位。",
    ),
    "unit-not-in-cell": Advice(
        "“{subject}”的单位记为{unit:name}，而其引用的单元格{cell:?{cell}}的单位是{foreign:name}。",
        "请更正单位，或引用以该单位表示的单元格。",
    ),
    "percent-for-points": Advice(
        Wording(
            "来源写作{number}%，实为两个增速之差，应为{number}个百分点。",
            "来源写作{number}%，应指两个增速之差，按{number}个百分点理解。",
        ),
        Wording("按百分点之差使用；若可能是两个增速之比，请向来源核实。", "按百分点之差使用。"),
    ),
    "points-for-percent": Advice(
        "“{subject}”记为{number}%，而其引文说的是{number}个百分点。",
        "请改记为difference_pp，并填写比较的对象。",
    ),
    "comparison-for-growth": Advice(
        "“{subject}”记为增长{number}%，而其引文是与其他对象而不是与往期相比。",
        "若为两个增速之差，请改记为difference_pp，并填写base_area或base_indicator。",
    ),
    "qualifier-not-taken": Advice(
        "引文说的是“{said}”，而“{subject}”记为{recorded:qualifier}。",
        "请在“{column}”列填写{code_to_write}。",
    ),
    "qualifier-not-in-clause": Advice(
        "“{subject}”记为{recorded:qualifier}，但其引文在该数旁没有相应的词。",
        "请核对来源，并将限定词一并引用。",
    ),
    "negative-level": Advice(
        "{name}记为{stated}，而其引文未提及负值、逆差或亏损。", "请删去负号，或引用表明其为负值的原文。"
    ),
    "negative-level/uncited": Advice(
        "{name}记为{stated}，且未引用任何来源。", "请删去负号，或引用表明其为负值的原文。"
    ),
    "direction-against-clause/fall": Advice(
        "“{subject}”记为{stated}，而其引文说的是下降。", "请在“value”列填写{right}。"
    ),
    "direction-against-clause/loss": Advice(
        "“{subject}”记为{stated}，而其引文说的是亏损或逆差。", "请在“value”列填写{right}。"
    ),
    "direction-against-clause/profit": Advice(
        "“{subject}”记为{stated}，而其引文说的是盈利或顺差。", "请在“value”列填写{right}。"
    ),
    "direction-against-clause/rise": Advice(
        "“{subject}”记为{stated}，而其引文说的是上升。", "请在“value”列填写{right}。"
    ),
}

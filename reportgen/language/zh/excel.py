"""Excel templates, in Chinese."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

MESSAGES: dict[str, Entry] = {
    "mistake": "{first}",
    "mistakes": "{first}（另有{more}处。）",
    "no-sheets": "模板中没有可填写的工作表。",
    "no-workbook": "模板不是Excel工作簿；请使用 .xlsx、.xlsm 或 .xltx 文件。",
}

FINDINGS: dict[str, Advice] = {
    "missing-value": Advice(
        "该值缺失（none）。",
        '请写明以何代替：{{ value if value is not none else "…" }}。',
    ),
    "not-a-number": Advice(
        "该值为{value}，Excel无法以数字表示。",
        "请更正数据，或在模板中加以判断。",
    ),
    "too-many-digits": Advice(
        "{value}超过15位数字，而Excel的数字只保留15位。",
        "请将模板中的单元格设为文本格式，或对该数取整。",
    ),
    "time-zone": Advice(
        "{value}带有时区，而Excel的日期和时间没有时区。",
        "请提供所指地点的当地时间，不带时区；或将模板中的单元格设为文本格式。",
    ),
    "not-one-value": Advice(
        "单元格只能容纳一个值，而这里是列表。",
        '请用循环逐行填写，或合并为文本：{{ list | join("、") }}。',
    ),
    "not-one-value/table": Advice(
        "单元格只能容纳一个值，而这里是表格。",
        "请用循环逐行填写：{% for row in tables.NAME.rows %}。",
    ),
    "not-one-value/chart": Advice(
        "单元格只能容纳一个值，而这里是图表。",
        "请在Excel中基于循环行设计图表。",
    ),
    "not-one-value/picture": Advice(
        "单元格只能容纳一个值，而这里的文字中含有图片。",
        "请让图片的标签独占一个单元格。",
    ),
    "text-too-long": Advice(
        "文本有{length:,}个字符；Excel单元格最多容纳{longest:,}个。",
        "请缩短文本或分到多个单元格。",
    ),
    "prompt-too-long": Advice(
        "数据验证的提示有{length}个字符；Excel在此最多允许{longest}个。",
        "请缩短文字或标签。",
    ),
    "sheet-name": Advice(
        "“{name}”不能用作工作表名称：Excel要求1至31个字符，且不含 [ ] : * ? / \\。",
        "请修改工作表名称中的标签或其取值。",
    ),
    "sheet-name/twice": Advice(
        "有两个工作表都将名为“{name}”。",
        "请修改工作表名称中的标签或其取值。",
    ),
    "no-sheet": Advice("工作簿中将不剩任何工作表。", "请保留一个始终存在的工作表。"),
    "table-heads": Advice(
        "表“{table}”将有两列同名“{head}”，Excel不允许。",
        "请让各列标题互不相同。",
    ),
    "table-repeated": Advice(
        "循环重复了表“{table}”的标题行，结果会成为一个行中夹有标题的表。",
        "请把标题行放在循环之外，或将该表转换为普通区域（表设计 → 转换为区域）。",
    ),
    "misplaced-statement/start": Advice(
        "{statement} 在单元格内没有配对，应放在单元格开头。",
        "请移到该处，或单独放在一行。",
    ),
    "misplaced-statement/end": Advice(
        "{statement} 在单元格内没有配对，应放在单元格末尾。",
        "请移到该处，或单独放在一行。",
    ),
    "loops-side-by-side": Advice(
        "同一行中并排有两个循环，而行只能整行重复。",
        "请在各部分的第一个单元格写 {%block for … %}，最后一个单元格写 {%block endfor %}。",
    ),
    "open-block/cells": Advice(
        "区块标记没有配对：{%block for … %} 打开区块，{%block endfor %} 关闭区块。",
        "请把前者放在区块的第一个单元格，后者放在最后一个单元格。",
    ),
    "blocks-overlap": Advice(
        "处于同一行的区块必须起止行相同，且各占不同的列。",
        "请让并排的区块首行、末行一致。",
    ),
    "rows-in-block": Advice(
        "区块内出现了针对整行的语句。",
        "请在同一单元格内打开并关闭该语句，或改为整行循环。",
    ),
    "values-left-out": Advice(
        "在Excel打开工作簿之前，公式没有缓存值：未安装计算程序formualizer。",
        "请完整安装reportgen的依赖包，或指定不需要缓存值（cached_values=False）。",
    ),
    "chart-not-fed": Advice(
        "图表所引用的单元格中没有标签。",
        "请让其数据系列引用循环行；如属有意，可忽略。",
    ),
    "range-over-heads/counted": Advice(
        "各行分组循环，该公式的区域会把各组之间的单元格也计算在内。",
        "请让各组标题行的这些列留空，或改用可接受多个区域的函数（SUM、AVERAGE、COUNT、LARGE、RANK）。",
    ),
    "range-over-heads/by-place": Advice(
        "各行分组循环，该公式会把各组之间的行也数在内。",
        "请不要在循环行之间放置其他行，或改用可接受多个区域的函数（SUM、AVERAGE、COUNT、LARGE、RANK）。",
    ),
    "range-over-heads/looked-up": Advice(
        "各行分组循环，该公式也会查找各组之间的单元格。",
        "请确认各组标题行中没有要查找的内容，或把组标题放在其他列。",
    ),
    "range-over-heads/too-many": Advice(
        "各行的分组数超过一个函数可接受的区域数，且各组之间有内容。",
        "请让各组标题行的这些列留空。",
    ),
    "range-over-heads/chart": Advice(
        "各行分组循环，这种图表会把各组之间的单元格也画出来。",
        "请改用柱形图、折线图或饼图，或不要在循环行之间放置其他行。",
    ),
    "tag-not-filled": Advice(
        "此处的标签不会被填写，将原样输出。",
        "请把标签单独放在一个单元格并引用它，或删除该标签。",
    ),
}

"""Published tables coming in, in Chinese."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

MESSAGES: dict[str, Entry] = {
    "empty-file": "{file}是空文件：请重新导出或下载该表。",
    "unknown-kind-of-file": "{file}不是可读取的表格：请使用工作簿（.xls、.xlsx、.xlsb、.ods）或文本文件（.csv、.tsv）。",
    "damaged-workbook": "{file}无法作为工作簿打开：请用Excel打开后另存为.xlsx，再导入该文件。",
    "page-named-workbook": "{file}实为网页，只是用了工作簿的扩展名：请用Excel打开后另存为.xlsx，再导入该文件。",
    "password": "{file}设有密码：请用Excel打开后另存为不加密的文件，再导入。",
    "unknown-encoding": "{file}的编码不是UTF-8、UTF-16或GB18030：请用Excel另存为“CSV UTF-8”。",
    "wide-csv": "{file}有一行{columns:,}格，而电子表格至多{most:,}列：请按正确的分隔符另存。",
    "unreadable-csv": "{file}不是有效的CSV：请用Excel打开后另存为“CSV UTF-8”。",
    "recipe-not-toml": "读表说明{file}无法读取。",
    "recipe-not-utf8": "读表说明{file}不是UTF-8编码：请另存为UTF-8。",
    "recipe-mistakes": "读表说明{file}有{count}处错误。",
    "dataset-is-file": "{path}不是数据集：请指定要写入的CSV文件夹、.xlsx工作簿或SQLite文件。",
    "dataset-is-database": "不能由此直接写入数据库{path}：请先用`reportgen export`导出为文件夹或SQLite文件，在其中导入，再用`reportgen export`加--replace写回。",
    "dataset-is-parquet": "不能写入{path}中的Parquet文件：请用`reportgen export`导出为文件夹或SQLite文件，再导入。",
    "file-damaged": "{file}无法完整读取，未写入任何内容：请先改正以上问题。",
    "dataset-is-pack": "{path}是报告包：请指定其数据集文件夹，即其pack.toml中的dataset。",
    "dataset-not-utf8": "数据集的{file}不是UTF-8编码：请先按`reportgen check`的提示改正，再导入。",
    "dataset-damaged": "数据集的{file}缺少{columns:and}列：请先按`reportgen check`的提示改正，再导入。",
    "dataset-changed": "读表期间{file}被他人改动，未写入任何内容：请重新导入。",
    "needs-recipe": "缺少读表说明：请用--recipe指定，或用--draft -o R.toml起草一份。",
    "needs-dataset": "未指定数据写入何处：请用--into指定数据集，或先用--dry-run试读。",
    "draft-needs-output": "未指定草稿写入何处：请用-o R.toml指定文件。",
    "draft-exists": "{file}已存在：请用-o另选文件，或先删除该文件。",
    "draft-takes-one-table": "草稿由一张表生成：请只给出一个文件。",
    "draft-no-table": "{file}中没有表头之下的数字行，无法起草读表说明。",
    "draft-written": "{file}为读表说明初稿，有{questions}处待答：请逐一填写“?”，然后运行{command}。",
    # ---- what the command says when it is done ----
    "counts": "新增{new}个，相同{same}个，修订{revised}个，拒收{refused}个",
    "would-write": "未写入（--dry-run）。",
    "written": "已写入{folder}：{files}。",
    "nothing-new": "{folder}中已有全部数据，未写入。",
    "refused": "未取任何数据：{errors}个错误。",
    "preview-written": "预览见{file}。",
    "line-new": "新增  {id} = {value}",
    "line-same": "相同  {id} = {value}",
    "line-revised": "修订  {id} = {value}（原为{before}）",
    "more-lines": "……同类另有{count}个，--json列出全部。",
    # ---- the preview ----
    "preview-title": "{recipe}如何读取{tables}",
    "preview-legend": "各单元格被读作什么",
    "preview-findings": "问题",
    "preview-no-findings": "没有问题。",
    "use-title": "标题",
    "use-unit": "计量单位",
    "use-head": "表头",
    "use-label": "行标题",
    "use-taken": "已取的数",
    "use-missing": "无数据",
    "use-left": "未取",
    "use-note": "注或小标题",
    "use-refused": "拒收",
    "preview-tip": "{indicator}，{area}，{period}，{measure}：{value}",
    # ---- drafts ----
    "draft-head": "读表说明初稿，由{file}生成。凡“?”处请作出决定，然后用--dry-run --preview x.html试读。",
    "draft-source": "来源记录：文字中可用{year}、{month}、{mm}（两位月份）、{placeholder}",
    "draft-id": "来源的简短代码？可用字母、数字、下划线。",
    "draft-publisher": "由谁发布？",
    "draft-published": "何时发布？不知道则留空。",
    "draft-find": "行标题之上的表头",
    "draft-period": "数据的时期写在何处：head（表头）、title（标题）、file（文件名）还是recipe（由本说明给出）？",
    "draft-period-pattern": "那里怎么写？{year}、{month}代表数字。",
    "draft-unit-found": "表中写有“{text}”，这是数额的单位吗？",
    "draft-unit": "表中未见单位。是什么单位（CNY、USD、percent……）？数量级是10的几次方（万为4，亿为8）？",
    "draft-area": "该表是哪个地区的数据？",
    "draft-indicator": "“{head}”是哪个指标？",
    "draft-span": "是当月数还是累计数？（month、cumulative、quarter、year、end_of_month）",
    "draft-column-span": "按{span}处理，对吗？",
    "draft-no-period": "此表头不含时期，略过不读",
    "draft-measure": "按同比增速处理，对吗？",
    "draft-rows": "各地区（或其他行）的代码是什么？不需要的行请删去。",
    "draft-rest": "其余各行一律略过。删去本节，则凡有新的行标题都会提示。",
    "draft-records-every": "表中没有一列说明此项，请为全部数值填写：",
    "draft-records-codes": "各代码对应本数据集的哪个代码？",
    "draft-records-codes-alike": '代码按表中原样采用。如与本数据集不同，请逐一列出：[columns.codes]，例如"CQ" = "CN-CQ"。',
    "draft-records-only": "此列为其他内容的行一律略过：读表说明只取准确数，增速只取与上年同期相比的。",
    "draft-records-unknown": '此列区分的是什么？（indicator、ref_area、breakdown、counterpart_area、measure、scope、prices）各代码对应本数据集的哪个代码？不需要的，请以only = ["代码"]代替gives。',
    "draft-missing": "表中表示“无数据”的符号",
    "draft-reference": "请亲自在表中读出这些数，改正不符之处并去掉#：每次读表都与之核对。",
    "draft-records": "数据集尚无的指标和地区：请用[[indicators]]和[[areas]]说明，键即indicators.csv和areas.csv的列名。",
}

FINDINGS: dict[str, Advice] = {
    # ---- the recipe ----
    "recipe-not-toml": Advice("{line:?“{line}”一行：}{slip}。", "请改正该行后重试。"),
    "recipe-question": Advice("{key}仍待回答。", "请将“?”改为答案。"),
    "recipe-contradiction/gives": Advice(
        "{key}只用于一行一个数的表。", '请删去，或在[table]下写form = "records"。'
    ),
    "recipe-contradiction/two-lists": Advice(
        "{key}与{other}都给出了行标题清单。", "一个[[rows]]小节只保留一份清单，另一份请另起一节。"
    ),
    "recipe-contradiction/label": Advice(
        "{key}须用一种方式说明针对哪些行。", "请给出label，或一份清单（如[rows.ref_area]），二者取一。"
    ),
    # ---- finding the way in a table ----
    "table-sheet-missing": Advice(
        "{wanted:?没有工作表“{wanted}”：}文件中{sheets:?有{sheets}}。",
        "请改正读表说明中的sheet，或使用正确的文件。",
    ),
    "table-head-missing": Advice(
        "工作表中没有读表说明要找的“{wanted}”{near:?（“{near}”可能就是）}。",
        "请使用正确的文件，或改正[table]下的find或labels。",
    ),
    "table-column-missing": Advice(
        "没有表头为“{head}”的列{near:?（“{near}”可能就是）}。",
        "请查看表头，改正[[columns]]中的head，或在该处写optional = true。",
    ),
    "table-column-twice": Advice(
        "表头“{head}”之下有两列，一列在此，一列在{first}。",
        "请核对是哪一列，并在读表说明中写明其上一级表头。",
    ),
    "table-column-unknown": Advice("读表说明中没有“{head}”列，未取。", "如需其数据，请加入[[columns]]。"),
    "table-label-new": Advice(
        "“{text}”是新的行标题，读表说明未说明其含义{near:?（已有“{near}”）}。",
        "请加入[[rows]]；若是更名，用原代码加一行即可。",
    ),
    "table-label-new/place": Advice(
        "“{text}”不在读表说明所说的位置{after:?：应在“{after}”之后}{before:?、“{before}”之前}。",
        "请核对该行是否缺失或更名，并改正表的副本或[[rows]]中的after、before。",
    ),
    "table-label-gone": Advice(
        "没有行标题为“{label}”的行{near:?（“{near}”可能就是）}。",
        "请核对是否更名并将新名加入[[rows]]，或在该处写optional = true。",
    ),
    "table-label-spelt": Advice("“{text}”按“{known}”读取：仅全半角或大小写不同。", "无需处理。"),
    "table-label-spelt/spaces": Advice(
        "“{text}”与读表说明中的“{known}”空格不同。",
        "若为同一行标题，请按此处写法加入[[rows]]，与原写法并列。",
    ),
    "table-row-unlabelled": Advice("该行有数字而无行标题。", "请在表中核对；合并或清空的行标题须补全。"),
    "table-two-meanings": Advice("行“{label}”与列“{head}”都给出`{name}`且不一致。", "请只在一处给出。"),
    "table-meaning-missing": Advice(
        "行{label:?“{label}”}与列“{head}”均未说明数字的`{name}`。", "请补入[[rows]]、[[columns]]或[every]。"
    ),
    # ---- what a table says once ----
    "table-unit-missing": Advice(
        "表中未写计量单位，读表说明应为“{wanted}”。",
        '请查看该表；若确已不写单位，请在[unit]下写from = "recipe"。',
    ),
    "table-unit-missing/label": Advice(
        "“{wanted}”末尾没有可识别的括注单位。", "请在读表说明的[[rows]]或[[columns]]中写明unit和unit_mult。"
    ),
    "table-unit-changed": Advice(
        "表中单位为“{stated}”，与读表说明的{expected}不符。",
        "请核对该表；若单位确已改变，请为此后的表另写一份读表说明并改正[unit]。",
    ),
    "table-unit-unreadable": Advice(
        "无法识别单位“{stated}”。", '请在[unit]下写text = "{text}"，并写明unit和unit_mult。'
    ),
    "table-unit-contradicted": Advice(
        "表中写明单位为“{stated}”，而读表说明为{expected}。",
        "请用其他来源核对一个数；若是表中写错，请将该文字加入[unit]的ignore。",
    ),
    "table-period-missing/file": Advice(
        "文件名“{file}”中没有形如“{pattern}”的时期。", "请将文件改名，或改正[period]。"
    ),
    "table-period-missing/sheet": Advice(
        "工作表名中没有形如“{pattern}”的时期。", "请改正[period]，或使用正确的工作表。"
    ),
    "table-period-missing/title": Advice(
        "数字之上没有形如“{pattern}”的时期。", "请改正[period]，或使用正确的文件。"
    ),
    "table-period-missing/column": Advice(
        "无法确定“{head}”列数字的时期{span:?（span为{span}）}。",
        "请由该列表头给出年份和月份，或改正[period]。",
    ),
    "table-period-contradicted": Advice(
        "表头“{head}”的时期与“{told}”不一致。", "请改正文件名，或使用正确的文件。"
    ),
    "table-period-unreadable": Advice("“{text}”不是时期。", "请改正该单元格，或另选时期所在的列。"),
    "table-area-missing": Advice("表中没有说明地区的“{wanted}”。", "请改正[area]，或使用正确的文件。"),
    "table-area-missing/new": Advice("读表说明中没有地区“{name}”。", "请加入[area.codes]。"),
    # ---- cells ----
    "table-cell-unreadable": Advice(
        "“{head}”列的“{text}”不是数字。",
        "请改正该单元格；若是“无数据”的符号请加入missing，若是数字旁的标记请加入[marks]。",
    ),
    "table-cell-unreadable/blank": Advice(
        "“{head}”列的单元格为空。", '请补填；若空白即表示无数据，请将""加入missing。'
    ),
    "table-cell-unreadable/formula": Advice(
        "“{head}”列的单元格为“{text}”，没有数值。", "请用Excel打开该工作簿，重新计算后保存。"
    ),
    "table-cell-unreadable/percent": Advice(
        "“{head}”列的“{text}”是百分数，而该列不是。",
        "请核对各列是否错位；若确为比率，请为该列写明以百分数表示的measure或unit。",
    ),
    "table-cell-unreadable/merged": Advice(
        "“{head}”列中“{text}”所在的单元格与其他单元格合并，无法判断是谁的数。",
        "请在副本中取消合并，把每个数填入各自的单元格。",
    ),
    "table-head-again": Advice(
        "此处又有一个表头，“{text}”与本表的“{head}”不同：以下是另一张表，未读取。",
        "如也要导入，请把它复制到单独的文件中。",
    ),
    "table-on-more-sheets": Advice(
        "读取的是工作表“{sheet}”，而{sheets:and}上也有该表，未读取。",
        '请在[table]下写明所要的工作表，如sheet = "{sheet}"，全部读取则写sheet = "*"。',
    ),
    "table-of-another-period": Advice(
        "所查{period}的{looked}个数中有{count}个与数据集中{other}的数完全相同。",
        "该文件可能是{other}的表，只是文件名不对：请换用正确的文件。",
    ),
    "table-percent-format/plain": Advice(
        "“{head}”列的单元格显示为{found}%，而读表说明把该列当作小数（unit_mult = 2）。",
        "请在副本中统一该列的单元格格式，或改正unit_mult。",
    ),
    "table-scaled-format": Advice(
        "“{head}”列的单元格显示{meant}，实存{found}：其数字格式按比例缩小显示。",
        "请在读表说明中为该列写unit_mult = {unit_mult}，即实存数字的单位。",
    ),
    "table-hidden-numbers": Advice(
        "读取的数中有{count}个位于隐藏的行或列，第一个在此处。",
        "请在Excel中取消隐藏，看其是否属于本表；不属于的，在读表说明中写skip = true略过。",
    ),
    "table-raised-digits": Advice(
        "“{head}”列的单元格显示为{text}：上标数字是注的标记，不是数的一部分。",
        "请在副本中去掉该标记，或改用①、*之类的符号放在数字之后。",
    ),
    "table-period-ahead": Advice(
        "“{head}”列的数属于{period}，而到{day}该时期尚未结束。",
        '请核对表头和文件名；若为预测数，请在读表说明中写status = "F"；或改正published。',
    ),
    "table-percent-format": Advice(
        "“{head}”列按百分比显示：{found}即{meant}%。", "请在读表说明中为该列写unit_mult = 2。"
    ),
    "table-percent-format/unseen": Advice(
        "“{head}”列的单元格存有{found}，可能就是{found}%，也可能是表示{meant}%的小数，从表中看不出是哪一种。",
        '请查看：若应为{meant}%，请在读表说明中为该列写unit_mult = 2；否则请加一条[[reference]]，row = "{row}"，column = "{head}"，value = {found}。',
    ),
    # ---- proofs ----
    "table-reference-missing": Advice(
        "找不到核对值所在的行“{row}”、列“{column}”。",
        "请改正{recipe}中第{number}个[[reference]]的row和column；column为各级表头以“ / ”连接。",
    ),
    "table-reference-differs": Advice(
        "行“{row}”、列“{column}”读得{found}，核对值为{wanted}。",
        "请查看该表：可能列已移动、单位已变，或数据已修订；然后改正{recipe}。",
    ),
    "table-reference-none": Advice(
        "{recipe}中没有该表的核对值。", "请从表中读出一两个数，写作[[reference]]。"
    ),
    "table-same-figure-differs": Advice(
        "此处为{found}，而{first}为{other}，两者应是同一数。", "请核对哪个正确；其中一列读错了。"
    ),
    "table-sum-differs": Advice(
        "“{row}”“{head}”为{total}，其各部分{parts:and}之和与之不符。", "请核对各列是否互换。"
    ),
    "table-part-missing": Advice(
        "“{row}”此处没有数，而“{head}”为{total}，减去其余部分尚余{left}。",
        "请核对该单元格：若数字缺失，请向发布机构核实或在副本中补上；否则无需处理。",
    ),
    "table-growth-differs": Advice(
        "“{row}”“{head}”为{total}，按各部分的增速{parts:and}及其绝对数推算与之不符{more:?（另有{more}行）}。",
        "请核对增速各列是否互换，或正负号、小数点有误。",
    ),
    "table-size": Advice(
        "“{row}”“{head}”的{found}约为该序列已知数值的{larger:?{times}倍|{times}分之一}。",
        "请核对单位；若数值无误，请写作[[reference]]。",
    ),
    "table-size/column": Advice(
        "“{head}”列各数约为该序列已知数值的{larger:?{times}倍|{times}分之一}，如“{row}”为{found}。",
        "请核对单位和表头；若数值无误，请将该列的一个数写作[[reference]]。",
    ),
    "table-size/series": Advice(
        "“{row}”“{head}”的{found}约为该序列已知各数中{larger:?最大者的{times}倍|最小者的{times}分之一}。",
        "已照样取用。请核对原表：多写一位数字、行的含义改变，往往如此。",
    ),
    "table-not-continued": Advice(
        "“{head}”列与上月不衔接：“{row}”{period}为{found}。", "请核对各列是否互换，或当月数是否置于累计栏下。"
    ),
    # ---- the dataset ----
    "import-unknown-code/indicators": Advice(
        "{table}中没有指标“{name}”{near:?（可能是“{near}”）}。",
        "请在读表说明中改正，或以[[indicators]]加以说明。",
    ),
    "import-unknown-code/areas": Advice(
        "{table}中没有“{row}”行的地区“{name}”{near:?（可能是“{near}”）}。",
        "请在读表说明中改正，或以[[areas]]加以说明。",
    ),
    "import-unit-of-another-class": Advice(
        "“{indicator}”以{own}计，而表中为{unit}。", "请改正读表说明中的单位或指标。"
    ),
    "import-undated-revision": Advice(
        "“{row}”{period}的{found}与“{source}”中的{held}不同，无法判断何者发布在后。",
        "请为两个来源填写published后重新导入。",
    ),
    "raw-table-in-dataset": Advice(
        "{file}不是数据集的表，像是某机构公布的表格。",
        "请用`reportgen import {file} --draft -o recipe.toml`导入其中的数据。",
    ),
}

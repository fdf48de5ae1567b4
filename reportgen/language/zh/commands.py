"""The command line: help, usage errors, what commands print, in Chinese."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

MESSAGES: dict[str, Entry] = {
    # ---- around a help page ----
    "usage": "用法：",
    "options": "选项：",
    "commands": "命令：",
    "option.help": "显示本说明并退出。",
    "option.version": "显示版本号并退出。",
    "option.debug": "出错时显示详细的错误追踪信息。",
    "option.language": "en 或 zh。默认：报告包的语言，否则为计算机的语言。",
    "option.json": "输出 JSON，格式在各版本间保持不变。",
    "option.strict": "将警告视同错误。",
    "option.no-cache": "重新检查，不使用此前对相同数据和模板的检查结果。",
    "option.default": "默认：{value}",
    "option.range": "{least}<=x<={most}",
    "option.required": "必填",
    "metavar.options": "[选项]",
    "metavar.command": "命令 [参数]...",
    "metavar.data": "数据",
    "metavar.date": "日期",
    "metavar.document": "文档",
    "metavar.private-key": "KEY",
    "metavar.public-key": "PUB",
    "metavar.accepted": "认可.csv",
    "metavar.file": "文件",
    "metavar.folder": "文件夹",
    "metavar.glob": "通配式",
    "metavar.condition": "列=值",
    "metavar.pattern": "名称式",
    "metavar.address": "地址",
    "metavar.id": "编号",
    "metavar.new": "新版",
    "metavar.note": "说明.docx",
    "metavar.number": "数目",
    "metavar.old": "旧版",
    "metavar.out": "输出",
    "metavar.page": "网页.html",
    "metavar.recipe": "R.toml",
    "metavar.topic": "data|pack|template|recipe",
    "metavar.tables": "表格...",
    "metavar.forms": "填报表...",
    "metavar.period": "时期",
    "metavar.pack": "报告包",
    "metavar.pack-or-none": "[报告包]",
    "metavar.pack-or-data": "报告包|数据集",
    "metavar.pack-or-document": "报告包|文档",
    "exit.built": "退出码 0：已生成；1：有错误，未生成任何文件（与 --for-each 同用时：有错误的各份未生成）；2：无法运行。",
    "exit.verified": "退出码 0：与生成时一致；1：有不同；2：无法运行。",
    "exit.checked": "退出码 0：没有错误（使用 --strict 时也没有警告）；1：有错误；2：无法运行。",
    "exit.compared": "退出码 0：已比较；1：其中一方有错误；2：无法运行。",
    "exit.imported": "退出码0：已导入，或无新数据；1：有错误，未取任何数据；2：无法运行。",
    "exit.collected": "退出码0：已写入，或无新数据；1：有错误，未取任何数据（使用--partial时只取其余部分）；2：无法运行。",
    "exit.refreshed": (
        "退出码 0：新版已写出，没有遗留待决定或通读之处；1：新版已写出，有冲突（保留人工所写内容）或有句子需要通读，或数据有错误而未写出任何文件；2：无法运行。"
    ),
    # ---- help of the commands ----
    "reportgen": ("每个数字都有出处的汇报材料。\n\n把贸易指标数据集与 Word、Excel 模板合成汇报材料。"),
    "init": (
        "在指定文件夹中新建报告包：其中的定义、模板和数据可以立即生成，也可随意修改。\n\n"
        "\b\n"
        "示例：\n"
        "  reportgen init my-pack\n"
        "  reportgen build my-pack\n"
        "  reportgen init bulletin --template monthly --workbook\n"
        "  reportgen init large --synthetic areas=41,indicators=40,months=60"
    ),
    "init.template": "起步的样板：逐月外贸、规划目标进展、年度公报，或空白报告包。",
    "init.synthetic": "用合成数据的试用报告包：areas=41,indicators=40,months=60（另可写 seed=1）；各名称都注明是合成的。",
    "not-a-size": "{value} 不是合成数据的规模：请写成 areas=41,indicators=40,months=60，每项至少为 1，最多为 {most:and}。",
    "synthetic-alone": "--synthetic 生成自己的报告包，数据为 CSV 文件：请不要同时使用 --template 和 --workbook。",
    "metavar.size": "规模",
    "init.workbook": "数据存放在一个Excel工作簿data.xlsx中，不用CSV文件夹。",
    "check": (
        "核对数据集，或核对报告包及其数据、模板和定义，列出全部发现。\n\n"
        "\b\n"
        "示例：\n"
        "  reportgen check examples/plan-2025\n"
        "  reportgen check data --strict --json\n"
        "  reportgen check data --source-texts ~/articles\n"
        "  reportgen check my-pack --annotate commented-templates"
    ),
    "check.source-texts": "同时在该文件夹的来源原文中查找每条引文。",
    "check.annotate": "同时把有错误的模板写到该处（文件夹或单个文件），并在每处加批注。",
    "build": (
        "生成报告包：Word 简报、工作簿、数据册和 pack.json。\n\n"
        "生成报告包列出的所有语言，或 --language 指定的语言。上次生成后被手工修改过的文档会另名保留。\n\n"
        "\b\n"
        "示例：\n"
        "  reportgen build examples/plan-2025\n"
        "  reportgen build examples/plan-2025 -o out --language zh --pdf\n"
        "  reportgen build examples/trade-monthly --for-each ref_area --jobs 4\n"
        "  reportgen build examples/trade-monthly --for-each ref_area --where 'ref_area=*ETDZ'"
    ),
    "build.output": "文档的存放位置。默认：pack.toml 所在处的 build/名称。",
    "build.period": "代替报告包自身的时期：按当时所见重做以前月份。",
    "build.issue-date": "成文日期，代替报告包自身的成文日期。",
    "build.for-each": "为报告包所在地区的每个下级地区（或每个时期、每个分类、每个贸易伙伴）各生成一份，分别存入各自的文件夹。一份出错不影响其他各份；没有变化的不重做。index.html 列出全部。",
    "build.where": "与 --for-each 同用：只要该列相符的，如 'ref_area=CN-CQ-*'、'parent=CN-SC'；可重复给出。",
    "build.name": "与 --for-each 同用：各文件夹的名称，花括号中可写 code、label、label_en、label_zh、year、month。默认为代码。",
    "build.jobs": "与 --for-each 同用：同时生成的份数。",
    "build.scheduler": "与 --for-each 同用：由该 Dask 调度程序的工作进程生成，tcp://10.0.0.1:8786（需要 reportgen[dask]）。",
    "build.afresh": "与 --for-each 同用：没有变化的也重做。",
    "build.pdf": "同时生成带标签的 PDF，文档符合 PDF/UA（需要 LibreOffice）。",
    "build.ods": "同时将工作簿另存为 .ods（需要 LibreOffice）。",
    "build.no-lineage": "文档中不写入数字的来历（pack.json 中仍保留）。",
    "build.sign": "用此 ed25519 私钥（PEM）为 pack.json 签名：pack.json.sig（需要 reportgen[sign]）。",
    "figures": (
        "列出数字：全部观测值，以及数据所能支持的全部测算；不能测算的说明原因。\n\n"
        "\b\n"
        "示例：\n"
        "  reportgen figures data --id '*@cbec_trade_2025'\n"
        "  reportgen figures data --csv > figures.csv"
    ),
    "figures.id": "只列编号符合此式的：'cbec_trade/CN-CQ/*'。",
    "figures.as-of": "某日（2024-03-31）所知的数字：此后修订的，取修订前的数值。",
    "figures.csv": "输出 CSV；会被电子表格当作公式的文本前加撇号。",
    "fields": (
        "列出模板的 {{ }} 中可用的名称（中英文），并给出各自当前的内容。\n\n"
        "\b\n"
        "示例：\n"
        "  reportgen fields examples/plan-2025\n"
        "  reportgen fields examples/plan-2025 --template templates/brief-zh.docx\n"
        "  reportgen fields --template letter.docx"
    ),
    "fields.template": "只列该模板用到的名称；不给出报告包时，列出模板用到的名称及其位置。",
    "explain": (
        "说明一个数字从何而来：数值、公式、输入值、修约、来源及其原文。\n\n"
        "也可给出数据集。只有 Word 或 Excel 成品文档也可以：所需信息都在其中。编号可以是 `reportgen figures` 列出的编号、"
        "文档中的短码、所显示的数字（也可以是 -8.9%）、单元格（Summary!B8）或段落（“第7段”）；多个数字显示相同时全部列出。"
        "对文档还会说明每个数字出现在哪里。\n\n"
        "\b\n"
        "示例：\n"
        "  reportgen explain examples/plan-2025 cbec_trade/CN-CQ/2021/target_completion@cbec_trade_2025\n"
        "  reportgen explain brief.docx 46.0%\n"
        "  reportgen explain workbook.xlsx 'Summary!B8'\n"
        "  reportgen explain brief.docx 第7段"
    ),
    "explain.all": "说明文档所带的（或数据所支持的）全部数字。",
    "page": (
        "生成一个供浏览器打开的网页，点开每个数字即可看到它的公式、输入、取整、来源和核查发现。\n\n"
        "只有一个 .html 文件，放在共享文件夹里即可使用，不向外请求任何内容。对报告包，显示现在会生成的文档；对成稿，显示其现有文字。"
        "可按数字、编号或文字查找；可全程用键盘（“/”查找，Esc 关闭）；打印时为正文加数字登记表。\n\n"
        "\b\n"
        "示例：\n"
        "  reportgen page examples/plan-2025 -o plan-2025.html\n"
        "  reportgen page brief.docx -o brief.html"
    ),
    "page.output": "网页写到哪里，名称以 .html 结尾。",
    "exit.page": "退出码 0：已写出；1：有错误，什么都没有写；2：无法运行。",
    "release": (
        "核查无误后，写出对外发布的副本：不含数字标记和出处信息。\n\n"
        "副本旁的 OUT.release.json 记录发布时的内容；以后核查该副本，可知发布后是否被改动。\n\n"
        "\b\n"
        "示例：\n"
        "  reportgen release brief.docx -o published/brief.docx"
    ),
    "release.output": "副本的路径。",
    "verify": (
        "核对文件夹是否与其 pack.json 一致：缺少、改动和多出的文件，以及 pack.json 中自相矛盾、与文档不符之处；输入文件就在原处时也一并核对。\n\n"
        "--for-each 生成的文件夹按地区逐一核对。给出 --key 时，每个 pack.json 都须有签名（build --sign）；"
        "否则不能排除有人同时改动了 pack.json 和文档。\n\n"
        "\b\n"
        "示例：\n"
        "  reportgen verify examples/plan-2025/build/plan-2025\n"
        "  reportgen verify published --key office.pub"
    ),
    "verify.key": "pack.json 签名所用的 ed25519 公钥（PEM）。",
    "verified": "{count}个文件与生成时一致{signed:?，签名相符|}。",
    "audit": (
        "读取经人工修改的 .docx 或 .xlsx 成品，报告与数据不再一致之处。\n\n"
        "被改写、单位有误或修约有误的数字；消失的数字；没有出处或说的是另一件事的数字；数字前后被改动的时期、地区、指标、"
        "基期、单位、表头、行名和来源标注；与数字方向相反的用词；不再平衡的合计；数字或文字不符的图表；被改动的公式和数字格式。\n\n"
        "\b\n"
        "示例：\n"
        "  reportgen audit brief.docx\n"
        "  reportgen audit brief.docx --pack examples/plan-2025 --annotate brief-audited.docx\n"
        "  reportgen audit brief.docx --accept accepted.csv --html audit.html"
    ),
    "audit.pack": "当前的报告包或数据集：还可找出此后修订的数字，并认得数据集中的每个数字。不含出处信息的副本（如对外发出的）与报告包此时生成的文档核对。",
    "audit.period": "与该时期的报告包核对：2024-11，或 latest（最新）。默认为文档自身的时期。",
    "audit.tracked": "把修订视为已接受（accepted）或已拒绝（rejected）来读取。",
    "audit.annotate": "同时把文档写到该处，并在每条发现处加批注（工作簿为单元格批注）。",
    "audit.accept": "已认可（填有 by、reason、date）的发现不再列出；其余发现写入其中，待人填写。",
    "audit.html": "同时把发现写成一个网页，便于转发和打印。",
    "compare": (
        "说明从旧版到新版的变化：新增、修订和消失的数字，改名的代码，来源、中断、目标、名称、说明、模板、核查发现。\n\n"
        "旧版和新版可以是数据集、报告包、生成结果（pack.json 或其所在文件夹），或两份成品文档（逐处列出文字不同之处）。修订的数字附有修订幅度和受其影响的测算数字。"
        "修订说明由 templates/revision-note-LANGUAGE.docx 生成。\n\n"
        "\b\n"
        "示例：\n"
        "  reportgen compare data-2024-03 data\n"
        "  reportgen compare build/plan-2025 examples/plan-2025 -o note.docx --language zh\n"
        "  reportgen compare built/brief.docx brief-edited.docx"
    ),
    "compare.output": "同时写出 Word 修订说明。",
    "refresh": (
        "按数据集更新已生成的文档，人工所写的内容一概不动。\n\n"
        "数字、生成的句子、表格、图表、附件和核查发现随数据更新；人工书写、排版、批注和修订的内容保持原样。"
        "被改写的数字视为冲突：予以保留并报告，使用 --take data 时改用数据。人工删去的行和句子不再恢复。\n\n"
        "\b\n"
        "示例：\n"
        "  reportgen refresh brief.docx --pack examples/plan-2025 -o brief-new.docx\n"
        "  reportgen refresh brief.docx --pack examples/plan-2025 -o brief-new.docx --track --take data\n"
        "  reportgen refresh november.docx --pack examples/trade-monthly --period latest --annotate -o december.docx"
    ),
    "refresh.pack": "生成该文档的报告包。",
    "refresh.output": "新文档的存放位置。",
    "refresh.period": "把文档转到另一时期：2024-11，或 latest（最新）。人写的内容不动；其中提到旧时期或含有已更新数字的句子会列出。",
    "refresh.annotate": "在新文档中用批注（工作簿用单元格批注）标出需要决定和通读之处。",
    "refresh.take": "数据与人工改动同一处时以谁为准：data 为数据，person 为人工。默认以人工为准，退出码为 1。",
    "metavar.original": "原件",
    "refresh.built": "重新接管失去出处信息的文档：给出生成时的原件，或其旁的 pack.json。仍在原处的数字恢复标记。",
    "metavar.other": "另一份",
    "refresh.with": "并入他人在同一次生成的另一份副本中所写的内容。",
    "refresh.decide": "冲突清单（CSV）：没有时写出；在 choice 列填写数据、人工或留待（也可写 data、person、keep）后再运行。",
    "refresh.overwrite": "允许覆盖同名的新文档。",
    "refresh-over-something": "{path} 已存在：请用 -o 另取名称，或加 --overwrite。",
    "metavar.decisions": "决定.csv",
    "refresh.track": "以“reportgen”的名义把更改写成 Word 修订。",
    "import": (
        "按读表说明将已公布的表格导入数据集；读表说明写明各表头和行标题的含义。\n\n"
        "表格可为工作簿（.xls、.xlsx、.xlsb、.ods）或文本（.csv、.tsv，UTF-8、UTF-16或GB18030），包括SDMX-CSV和Comtrade的CSV。"
        "每个数都注明所在单元格。每次读取都与读表说明中的核对值比对；表头、行标题、单位或数量级有变时，不取任何数据。"
        "重复导入无妨；后来的表改动的数另存为修订值，原值保留。\n\n"
        "\b\n"
        "示例：\n"
        "  reportgen import 2024-05.csv --draft -o customs.toml\n"
        "  reportgen import 2024-*.csv --recipe customs.toml --dry-run --preview read.html\n"
        "  reportgen import 2024-*.csv --recipe customs.toml --into my-pack/data"
    ),
    "import.recipe": "读表说明（TOML）。",
    "import.into": "数据集：CSV文件夹、.xlsx工作簿或SQLite文件；没有则新建。",
    "import.dry-run": "只显示哪些会新增、相同、修订、拒收，不写入。",
    "import.preview": "同时写出网页，显示各表并按所读内容为每个单元格着色。",
    "import.draft": "由一张表起草读表说明，不能确定之处在其中提问。",
    "import.output": "与--draft同用：读表说明写入何处。",
    "export": (
        "把数据集写成另一种形式，不丢失任何内容。\n\n"
        "“报告包|数据”和--to均可为CSV文件夹、.xlsx工作簿、SQLite文件（.sqlite）、Parquet文件夹（名称.parquet，需要reportgen[parquet]）"
        "或数据库的URL（需要reportgen[sql]）。--to 文件.csv 将观测值写成SDMX-CSV 2.0。数值保持原样。CSV文件中会被电子表格当作公式的文字前加撇号，读取时去掉。\n\n"
        "\b\n"
        "示例：\n"
        "  reportgen export my-pack/data --to data.xlsx\n"
        "  reportgen export data.xlsx --to data.sqlite\n"
        "  reportgen export data --to postgresql+psycopg://office@server/indicators --replace"
    ),
    "export.to": "数据集写到何处；名称决定形式。",
    "export.as": "形式，名称不能说明时使用。",
    "export.replace": "替换已有的内容。",
    "help": (
        "打印参考：数据集各列、pack.toml各键、模板各名称、读表说明各键。\n\n"
        "\b\n"
        "示例：\n"
        "  reportgen help data\n"
        "  reportgen help template --language zh > names.md"
    ),
    "form": (
        "请有关人员在Excel中填报数据集下一期的数，并收回其填报表。\n\n"
        "`form export`生成填报表，`form collect`把收回的填报表读入数据集。\n\n"
        "\b\n"
        "示例：\n"
        "  reportgen form export my-pack/data -o forms --period 2025-01 --for-each ref_area\n"
        "  reportgen form collect returned/*.xlsx --into my-pack/data --dry-run\n"
        "  reportgen form collect returned/*.xlsx --into my-pack/data --annotate send-back"
    ),
    "form-export": (
        "生成填报表：下一期的每个数一行，旁边列出上期数；对报告只问其文件用到的数。\n\n"
        "每份填报表都记有所问的内容和数据集当时的数。只有待填的单元格可以改写，没有密码。"
    ),
    "form-export.output": "存放填报表的文件夹。",
    "form-export.for-each": "每个地区一份填报表。",
    "form-export.period": "填报的时期，可多次给出。默认：各序列最近时期的下一期。",
    "form-export.wide": "每个序列一行，每个时期一列。",
    "form-collect": (
        "把收回的填报表（.xlsx、.xls、.ods）读入数据集，无论填表人作了何种改动。\n\n"
        "每个数或为新增、相同、修订，或为冲突（制表后数据集已有改动）。不能识别的单元格逐一指出；有错误时不写入。"
        "修订的数连同原因和填报日期另存，原数保留。"
    ),
    "form-collect.into": "数据集：CSV文件夹、.xlsx工作簿或SQLite文件。",
    "form-collect.dry-run": "列出每个数及其处理结果，不写入。",
    "form-collect.partial": "写入没有错误的数。",
    "form-collect.annotate": "为有问题的填报表各写一份副本存入指定文件夹，在相应单元格加批注，供退回。",
    # ---- usage errors ----
    "error": "错误：{said}",
    "try-help": "用 '{command} --help' 查看说明。",
    "no-such-command": "没有命令“{name}”。{near:?是否应为“{near}”？|可用的命令：{known}。}",
    "missing-command": "缺少命令。",
    "no-such-option": "没有选项“{option}”。{near:?是否应为“{near}”？|可用的选项：{known}。}",
    "option-needs-a-value": "选项“{option}”需要一个值。",
    "option-takes-no-value": "选项“{option}”不带值。",
    "missing-argument": "缺少参数“{parameter}”。",
    "missing-option": "缺少选项“{parameter}”。",
    "surplus": "多出参数（{arguments}）。",
    "bad-value": "“{parameter}”的值无效：{said}",
    "not-a-choice": "“{parameter}”的值无效：“{value}”不是 {choices:or}。{near:?是否应为“{near}”？}",
    "not-in-range": "“{parameter}”的值无效：“{value}”不是 {least} 到 {most} 的整数。",
    "no-such-file": "“{parameter}”的值无效：文件“{path}”不存在。{near:?是否应为“{near}”？}",
    "no-such-folder": "“{parameter}”的值无效：文件夹“{path}”不存在。{near:?是否应为“{near}”？}",
    "no-such-path": "“{parameter}”的值无效：路径“{path}”不存在。{near:?是否应为“{near}”？}",
    "is-a-folder": "“{parameter}”的值无效：“{path}”是文件夹。",
    "is-a-file": "“{parameter}”的值无效：“{path}”是文件。",
    "not-a-period": "“{value}”不是 2024-11 这样的时期。",
    "not-a-date": "{value}不是日期，应写作2024-03-31。",
    "one-form": "--json 和 --csv 请只用其一。",
    # ---- what commands print ----
    "error-word": "错误",
    "warning-word": "警告",
    "note-word": "提示",
    "of-one-kind": "同类问题{count}处",
    "more-of-them": "另有{count}处；加 --verbose 逐条列出",
    "nothing-found": "未发现问题。",
    "option.quiet": "只显示错误。",
    "option.verbose": "逐条显示所有发现（含提示）和每个步骤。",
    "summary": "{errors}个错误，{warnings}个警告，{notes}个提示",
    "started": "{folder} 中已建好起步报告包（{count}个文件）。生成命令：reportgen build {folder}",
    "exported": "已将{rows}行写入{data}（{names}）。",
    "export-left-out": "SDMX-CSV只含观测值：{tables:and}未写入。",
    "needs-for-each": "--where、--name、--scheduler 和 --afresh 用于批量生成：请用 --for-each 指明按什么逐一生成。",
    "time-left": "{minutes:?{minutes}分|}{seconds}秒",
    "batch-step": "… 共{of}份，第{done}份：{member}{left:?，约余{left}}",
    "batch-done": "共{all}份：生成{built}份，无变化{unchanged}份{members:?，未生成{failed}份（{members}）}。见 {page}。",
    "kept": "{old} 在上次生成后被手工修改过：修改过的文件已保留为 {new}。",
    "no-figures": "没有编号符合 {pattern} 的数字；不加 --id 可列出全部。",
    "note-over-input": "{path} 是参与比较的文件之一：请为修订说明另取文件名。",
    "refresh-over-input": "{path} 就是原文档，不会覆盖：请用 -o 另取文件名。",
    "system-error": "{file:?{file}：|}{why}；请检查路径和权限，并关闭占用该文件的程序。",
    "own-error": "reportgen 自身出错（{kind}：{said}）。请用 `reportgen --debug ...` 重新运行，并把输出发给我们。",
    "not-printed": "命令的输出无法写出（{why}）：请腾出空间或改输出到别处，然后重新运行。",
    "stopped": "已停止：没有只写了一半的文件。",
}

FINDINGS: dict[str, Advice] = {}

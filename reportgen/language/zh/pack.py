"""Packs: their definition and their building, in Chinese."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

MESSAGES: dict[str, Entry] = {
    # opening a pack
    "no-definition": "{path} 处没有 {file}{near:?，是否应为 {near}？否则请给出|：请给出}报告包文件夹或其中的 {file}，也可用 `reportgen init` 新建一个。",
    "not-utf-8": "{file} 不是 UTF-8 编码：请另存为 UTF-8。",
    "not-toml": "{file}{line:?第{line}行}：{slip}；请改正后重试。",
    "slip.wide": "符号 {sign} 是全角符号或弯引号，文本之外请用半角的 {plain}",
    "slip.wide-space": "含有全角空格或不换行空格：请改为普通空格",
    "slip.backslash": "双引号内的“\\”另有含义：文件夹请用“/”分隔，或将文本放在单引号（'…'）内",
    "slip.open-quote": "缺少一个引号",
    "slip.colon": "{key}之后应为“=”，不是“:”",
    "slip.no-equals": "{key}之后缺少“=”",
    "slip.twice": "{key}在第{earlier}行已经写过：请只保留一处",
    "slip.section-twice": "小节[{name}]在第{earlier}行已经开始：请合并",
    "slip.one-bracket": "[[{name}]]是列表，标题两边各用两个方括号；第{single}行只用了一个",
    "slip.no-comma": "两个值之间缺少逗号",
    "slip.no-value": "“=”之后没有值",
    "slip.open-bracket": "有括号没有闭合",
    "slip.after-value": "值之后多出“{rest}”；备注以“#”开头",
    "slip.true-or-false": "“{word}”应写作小写的true或false",
    "slip.nothing": '没有“{word}”这个值：请删去该键，或写空文本（""）',
    "slip.leading-zero": "数字{word}以0开头：请去掉0，或加引号写作文本",
    "slip.no-quotes": '文本{word}应加引号："{word}"',
    "slip.no-day": "没有 {word} 这一天，请核对该月天数",
    "slip.date-form": "日期应写成 {date}，不写 {word}",
    "slip.unknown": "“{word}”无法识别；文本应加引号，列表写在[ ]内",
    "slip.too-long": "超过{most}个字符",
    "slip.long-key": "某个键的层次超过40级",
    "slip.huge-number": "其中有整数的位数超出任何计数所需",
    "slip.too-deep": "列表嵌套过深",
    "definition-has-mistakes": "报告包定义 {file} 有{count}处问题。",
    "is-a-dataset": "{path} 是数据集而不是报告包：请编写引用它的 pack.toml，或用 `reportgen init` 新建。",
    "not-in-language": "该报告包没有 {language} 版：请在 pack.toml 的 languages 中加入，并补上相应小节。",
    "dataset-has-errors": "数据集 {dataset} 有错误：请改正后重试。",
    # pack.toml或读表说明的键应填什么
    "wanted-text": "加引号的文本",
    "wanted-texts": "加引号的文本，或其列表",
    "wanted-words": '加引号的文本，或 {en = "...", zh = "..."}',
    "wanted-flag": "true 或 false",
    "wanted-one-of": "{known}之一",
    "wanted-whole": "整数",
    "wanted-whole-between": "{least}至{most}的整数，不加引号",
    "wanted-number": "表中的数字，不带千位分隔符",
    "wanted-section": "写在 [{key}] 一行之下的各键",
    "wanted-list": "列表：各键写在 [[{key}]] 行之下",
    "wanted-sections": "小节，如 [{key}.progress]",
    "wanted-period": "时期，如 2021、2022-Q1、2022-05 或 2022-01--2022-05",
    "wanted-period-or-latest": "时期，如 2021、2022-05 或 2022-01--2022-05，或 latest（最新）",
    "wanted-date": "日期，如 2024-03-31，或 latest（最新）",
    "wanted-issue-date": "日期（如 2025-01-20），或 {following}（报告时期次月20日）",
    "wanted-days": "日期（如 2024-06-18），或按时期分列日期的小节",
    "wanted-folder-name": "可作文件夹名的名称",
    "wanted-file-name": "文件名：不含文件夹，不是 CON、NUL、pack.json 等系统或程序保留的名称，不超过200字节",
    "wanted-languages": "{known} 或其中之一",
    "wanted-databook": 'true 或 "all"',
    "wanted-signs": "{sets} 之一，或按键（{keys}）列出短文字的表",
    "wanted-rows": '列表，如 [{indicator = "..."}]',
    "wanted-column": '名称（如 "yoy"），或 {head = "...", value = ".同比"}',
    "wanted-weight": "大于0且不超过{most}的数：1为通常宽度，1.5为其一倍半",
    "wanted-size": "以毫米计的宽和高，如 [150, 80]，不超过{most}",
    "wanted-labels": 'true、false 或 "last"',
    "wanted-unit": "单位，或 auto",
    "wanted-head": "自上而下的表头列表，或以“ / ”连接的文本",
    "wanted-cell": "加引号的文本或整数",
    "wanted-codes": '若干行“"标题" = "代码"”组成的小节',
    "wanted-text-or-codes": '加引号的文本，或若干行“"标题" = "代码"”组成的小节',
    # building
    "nothing-built": "未生成任何文件：有{count}处需要改正。",
    "no-source-date": "环境变量 SOURCE_DATE_EPOCH 的值为“{epoch}”，不是自1970年起的秒数：请改正或取消设置。",
    "published-later": "其来源均发布于{published}或之后",
    "period-later": "其时期为{period}",
    "no-area-below": "{area} 下没有有数据的地区：--for-each 为 areas.csv 中上级为 {area} 的每个地区各生成一份。",
    "no-member": "{area} 没有可供逐一生成的 {dimension}{where:?（条件：{where:and}）}。",
    "no-condition": "无法读取 --where {text}：请写成 列=值，列为 {columns:or} 之一，值如 CN-CQ 或 'CN-CQ-*'，多个值以逗号分隔。",
    "no-folder-name": "--name {pattern} 得到 {name}，不能作为文件夹名：请使用文字、数字以及 {places:and}。",
    "one-folder": "两份报告会写入同一文件夹 {name}：{first} 与 {second}；请在 --name 中加入 {place}。",
    "no-dask": '使用集群需要 Dask：pip install "reportgen[dask]"。',
    "no-scheduler": "{address} 没有 Dask 调度程序应答（{said}）：请以“dask scheduler”启动，或不用 --scheduler。",
    "own-error": "reportgen 自身出错（{kind}：{said}）：请把本行发给我们。",
    # 批量生成的目录页
    "index-member": "对象",
    "index-documents": "文件",
    "index-status": "状态",
    "index-findings": "核查发现",
    "index-built": "已生成",
    "index-unchanged": "无变化",
    "index-failed": "未生成",
    "index-pending": "尚未生成",
    "index-older": "此处为以前生成的文件。",
    "index-edited": "生成后有改动",
    "index-more": "另有{count}条",
    "index-counts": "{counts}",
    "index-count-warning": "警告{count}条",
    "index-count-note": "提示{count}条",
    "index-summary": "共{all}份：{counts}。",
    "index-count-built": "生成{count}份",
    "index-count-unchanged": "无变化{count}份",
    "index-count-failed": "未生成{count}份",
    "index-count-pending": "尚未生成{count}份",
    # writing
    "synthetic-dataset": "合成数据",
    "synthetic-indicator": "合成指标{number}",
    "synthetic-province": "合成省",
    "synthetic-district": "合成区县{number}",
    "synthetic-tables": "{month}合成数据表",
    "synthetic-office": "合成数据办公室",
    "folder-not-empty": "{folder} 不是空文件夹：请为起步报告包另选一个新文件夹。",
    # annotated templates
    "annotate-needs-a-pack": "--annotate 用于给报告包的模板加批注，而这是数据集：请指定报告包。",
    "annotate-needs-a-folder": "有多个模板存在问题（{templates}）：请为 --annotate 指定文件夹。",
    "annotated-over-template": "{path} 就是模板本身：请为带批注的副本另取文件名。",
    # PDF
    "libreoffice-missing": "生成 PDF 和 .ods 需要 LibreOffice，但未找到：请安装或将其 program 文件夹加入 PATH；"
    "也可不加 --pdf 和 --ods 生成，再用 Office 或 WPS 导出。",
    "libreoffice-too-slow": "LibreOffice 未在时限内完成：请不加 --pdf 和 --ods 生成，再用 Office 或 WPS 导出。",
    "no-pdf-made": "LibreOffice 未能转换 {document}{said:?: {said}}：请不加 --pdf 和 --ods 生成，再用 Office 或 WPS 导出。",
    # verifying what was built
    "no-manifest": "{folder} 中没有 pack.json，也没有 index.json：这里没有生成过报告；请指明“reportgen build”写入的文件夹。",
    "unreadable-json": "无法读取 {file}：{why}；请重新生成报告包，或重新取得该文件。",
    "json-too-large": "文件过大，不可能是 pack.json",
    "json-not-utf-8": "不是 UTF-8 编码",
    "json-too-deep": "嵌套过深",
    "json-not-json": "不是 JSON（第{row}行第{column}列）",
    "json-no-number": "其中有不是数值的数字（{said}）",
    "json-no-object": "不是 JSON 对象",
    "no-private-key": "{file} 中没有不带密码的 ed25519 私钥；生成命令：openssl genpkey -algorithm ed25519 -out key.pem",
    "no-public-key": "{file} 中没有 ed25519 公钥；由私钥导出：openssl pkey -in key.pem -pubout -out key.pub",
    "no-cryptography": '签名需要 cryptography 包：pip install "reportgen[sign]"。',
}

_ANEW = "请从保存处取回，或重新生成报告包。"

FINDINGS: dict[str, Advice] = {
    "file-missing": Advice("文件不在。", "请从保存处取回，或重新生成报告包。"),
    "file-changed": Advice("文件与生成时不同。", "文档中有何不同，可用“reportgen audit”核查。"),
    **{
        f"file-changed/{kind}": Advice(
            f"原文件处现为{what}，不是生成的文件。", "请从保存处取回，或重新生成报告包。"
        )
        for kind, what in (("link", "链接"), ("folder", "文件夹"), ("device", "管道或设备"))
    },
    "file-changed/unreadable": Advice(
        "文件与 pack.json 所列的校验和相符，但不是生成的文件：{error}", "请重新生成报告包。"
    ),
    "batch-stopped": Advice(
        "这批报告包生成中断，还有{packs}个未轮到，现有内容可能出自更早的一次生成。",
        "请再次运行同一命令，从中断处继续。",
    ),
    "file-extra": Advice("这个文件不是生成的。", "请移到别处，或查明来源。"),
    "manifest-damaged": Advice("其中“{entry}”一项不会由生成写出。", _ANEW),
    "manifest-damaged/twice": Advice("其中“{entry}”一项与前面某项重复。", _ANEW),
    "manifest-damaged/alone": Advice("其中“{entry}”一项所指的数字或来源未列出，或所列来源未被引用。", _ANEW),
    "manifest-damaged/document": Advice("其中“{entry}”一项与 {document} 本身所载不符。", _ANEW),
    "input-changed": Advice("该输入文件与生成报告包时已不相同。", "如需反映现有数据，请重新生成报告包。"),
    "not-proven/unsigned": Advice(
        "没有签名：文件夹与 pack.json 相符，并不能排除有人同时改动了两者。",
        "如须排除，请用 --sign 生成并用 --key 核对，或用同样的输入重新生成，字节应当相同。",
    ),
    "not-proven/unchecked": Advice(
        "签名未经核对：文件夹与 pack.json 相符，并不能排除有人同时改动了两者。", "请用 --key 给出公钥。"
    ),
    "signature-missing": Advice("没有签名。", "请索取带有 pack.json.sig 的完整文件夹。"),
    "signature-wrong": Advice("签名与其内容或与该公钥不符。", "请勿采信该文件夹；请重新索取，并核对公钥。"),
    "unknown-key": Advice("未知的键 {key}。", "{near:?是否应为 {near}？|可用的键：{known}。}"),
    "missing-key": Advice("缺少键 {key}。", "请在 {file} 中补上。"),
    "missing-key/section": Advice("缺少小节 [{key}]。", "请补上{names:?，并写明 {names:and}}。"),
    "missing-key/list": Advice("没有小节 [[{key}]]。", "请在 {file} 中至少补上一个。"),
    "wrong-value": Advice("{key} 的值是 {value}。", "{near:?是否应为 {near}？}请改写为{wanted}。"),
    "wrong-value/no-wording": Advice("{key}：缺少 {language} 的文字。", '请写成 {en = "...", zh = "..."}。'),
    "wrong-value/no-place": Advice("{key}：{written}会原样印出。", "pack.toml 的文字中只替换{known:and}。"),
    "wrong-value/no-unit": Advice("{key}：{error}", "请改用上述单位，或写 auto。"),
    "wrong-value/output-kind": Advice(
        "“{output}”与模板不符（数据簿是 Excel 工作簿）：扩展名须为 {suffixes:or}。",
        "请使用与模板相同的扩展名。",
    ),
    "wrong-value/template-or-databook": Advice(
        "每个文档需要 template，或写 databook = true，二者取一。", "请保留其一。"
    ),
    "duplicate-output": Advice("两个文档都要写入 {output}。", "请在文件名中加入 {placeholder} 或另取名。"),
    "unknown-code/area-of-pack": Advice(
        "{key} 为 {area}，数据集中没有该地区。", "{near:?是否应为 {near}？|请使用 areas.csv 中的代码。}"
    ),
    "template-not-readable": Advice("{why}"),
    "template-not-readable/format": Advice("{template} 不是可填写的模板。", "请另存为 {suffixes:or}。"),
    "template-not-readable/missing": Advice(
        "没有文件 {template}。", "请将模板放在该处，或在pack.toml中更正其路径。"
    ),
    "template-not-readable/file": Advice(
        "无法读取模板 {template}（{why}）。", "请关闭占用该文件的程序，并确认有权读取。"
    ),
    "figure-after-cut-off": Advice(
        "数字 {figure} 晚于数据截止日期{cut_off}：{why}。",
        "请调整 pack.toml 中的 cut_off，或从模板、表格、图表中去掉该数字。",
    ),
    "issued-too-early": Advice(
        "成文日期{issued}早于数据截止日期{cut_off}：材料签发时所用数据尚未公布。",
        "请将 pack.toml 中的 issue_date 改为{cut_off}或以后；写 {following} 表示报告时期次月20日。",
    ),
    "issued-too-early/period": Advice(
        "成文日期{issued}早于报告时期{period}的期末{end}。",
        "材料如反映整个时期，请将 pack.toml 中的 issue_date 改为{end}或以后。",
    ),
    "no-such-period": Advice(
        "{area}在{period}没有报告包所依据的数据。",
        "{latest:?最新的时期为{latest}。|请先导入数据，或更正时期。}",
    ),
    "no-such-period/none": Advice(
        "报告包以最新数据为准，而{area}没有相应时期的数据。",
        "请先导入数据，或更正 ref_area 和 period_like。",
    ),
    "not-yet-published": Advice(
        "有{count}个数值在数据截止日期{cut_off}之后才公布，最早的是“{first}”，本材料不采用。",
        "如材料只反映当时已公布的数据，则无需处理；否则请调整 pack.toml 中的 cut_off。",
    ),
    "checked-in-part": Advice(
        "只读取并检查了本材料所涉及的{areas}个地区的{read}个数值，其他地区的{unread}个数值未读取。",
        "如需全部检查，请对数据集运行 `reportgen check`。",
    ),
    "area-not-built": Advice("{error}"),
    "worker-died": Advice("生成这一份的进程{tries}次异常结束。", "请用 --where 单独生成，并查看所占内存。"),
    "cannot-build": Advice("{error}"),
}

"""Office packages and charts, in Chinese."""

from __future__ import annotations

import errno
from typing import Any

from reportgen.language.contract import Advice, Entry, Speaker

_SYSTEM_ERRORS = {
    errno.ENOENT: "文件或文件夹不存在",
    errno.EACCES: "没有权限，或文件正被占用",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EFBIG: "文件超过允许的大小",
    errno.ENOSPC: "磁盘空间不足",
    errno.EROFS: "磁盘为只读",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EBUSY: "文件正被占用",
    errno.ENAMETOOLONG: "文件名过长",
}


def _system_error(language: Speaker, parameters: dict[str, Any]) -> str:
    return _SYSTEM_ERRORS.get(parameters["number"], f"系统错误 {parameters['number']}")


BUBBLE_SIZES = ("{}大小", "{} 大小")

MESSAGES: dict[str, Entry] = {
    "picture-not-read": "无法读取图片 {path}（{reason}）；请检查路径。",
    "picture-of-other-kind": "图片不是 PNG、JPEG 或 GIF 格式；请另存为其中之一。",
    "picture-damaged": "图片已损坏；请重新保存。",
    "system-error": _system_error,
    "template-kind": "{path} 不是可填写的模板；请另存为 {suffixes:or}。",
    "output-is-template": "{path}就是模板本身，写入会覆盖模板：请给填好的文件另取名称。",
    "output-kind": "{path} 不能用作输出文件名：文件名须以 {suffixes:or} 结尾。",
    "cannot-read": "无法读取 {path}（{why}）；请检查路径，并关闭占用该文件的程序。",
    "cannot-write": "未写入任何文件：无法写入 {path}（{why}）；请确认有写入权限，关闭占用该文件的程序后重试。",
    "no-room": "未写入任何文件：无法写入 {path}（{why}）；请腾出空间后重试。",
    "foreign-journal": "{folder} 记录被中断的进程所写的内容，但已损坏或并非 reportgen 所写：请删除该隐藏文件夹，并从副本恢复其旁的文件。",
    "folder-in-the-way": "未写入任何文件：{path} 是一个文件夹；请将其改名，或另取文件名。",
    "file-in-the-way": "未写入任何文件：{folder} 是一个文件，而 {path} 需要同名的文件夹；请另选位置。",
    "folder-in-use": "未写入任何文件：另一个进程正在写入 {folder}；请待其完成后重试。",
    "half-written": "{folder} 中只有被中断的进程所写内容的一半。{cause}",
    "package": "{file:?{file}：{problem}。|{problem:sentence}}",
    "password": "该文件设有打开密码；请在 Word 或 Excel 中打开，取消密码后保存",
    "old-word": "该文件是旧的 Word 二进制格式（.doc）；请另存为 .docx",
    "old-excel": "该文件是旧的 Excel 二进制格式（.xls）；请另存为 .xlsx",
    "old-office": "该文件是旧的 Office 二进制格式；请另存为 .docx 或 .xlsx",
    "binary-workbook": "该文件是二进制工作簿（.xlsb）；请另存为 .xlsx",
    "open-document": "该文件是 OpenDocument 格式（.odt、.ods）；请另存为 .docx 或 .xlsx",
    "rich-text": "该文件是 RTF 格式；请另存为 .docx",
    "pdf": "该文件是 PDF；请使用生成它的 .docx 或 .xlsx 文件",
    "markup": "该文件实际是 XML 或 HTML；请另存为 .docx 或 .xlsx",
    "empty-file": "该文件是空的；请换用一份完好的文件",
    "no-package": "该文件不是 Office Open XML 文件；请使用 .docx 或 .xlsx 文件",
    "no-office-document": "该文件既不是 Word 文档也不是 Excel 工作簿；请使用 .docx 或 .xlsx 文件",
    "damaged-archive": "文件已损坏或不完整：无法读取压缩目录；请换用一份完好的文件",
    "damaged-part": "文件已损坏：其中的部件 {part} 无法读取；请换用一份完好的文件",
    "missing-part": "文件已损坏：缺少部件 {part}；请在 Word 或 Excel 中重新保存",
    "other-lineage": "文档中的数据沿袭信息由 reportgen 的另一版本写成；请用该版本处理",
    "damaged-lineage": "文档中的数据沿袭信息已损坏；请重新生成文档，或用 --pack 指定报告包",
    "part-twice": "文件已损坏：部件 {part} 出现了两次；请在 Word 或 Excel 中重新保存",
    "dangling-relationship": "文件已损坏：{part} 引用了不存在的 {relationship}；请在 Word 或 Excel 中重新保存以修复",
    "not-xml": "部件 {part:?{part} }不是正确的 XML（第{row}行第{column}列）；请在 Word 或 Excel 中重新保存该文件",
    "xml-too-much": "部件 {part:?{part} }中有过长的文本、属性或名称，或嵌套过深；请缩短后重新保存",
    "unknown-encoding": "部件 {part:?{part} }使用了未知的编码；请在 Word 或 Excel 中重新保存该文件",
    "unreadable-part": "部件 {part} 中有电子表格软件不会写出的内容，例如无效的地址或数字；请用 Excel 打开并重新保存",
    "document-type": "部件 {part:?{part} }不是正确的 XML（其中声明了文档类型）；请在 Word 或 Excel 中重新保存该文件",
    "wrong-root": "部件 {part} 的内容与其类型不符（根元素是 {found}，应为 {expected}）；请在 Word 或 Excel 中重新保存该文件",
    "too-many-attributes": "部件 {part} 中有元素的属性超过 {limit:,} 个；请在 Word 或 Excel 中重新保存该文件",
    "overlong-tag": "部件 {part} 中有元素的属性超过 {limit:,} 字节；请在 Word 或 Excel 中重新保存该文件",
    "scattered": "部件 {part} 中的单元格相距过远，无法逐格读取；请删除远处的空白行列并保存",
    "overcounted": "部件 {part} 声明的文本超过 {limit:,} 条；请在 Excel 中重新保存该文件",
    "too-deep": "部件 {part} 的嵌套超过 {limit:,} 层；请在 Word 或 Excel 中重新保存该文件",
    "too-large": "文件过大，不像是文档：共 {parts:,} 个部件，解压后 {bytes:,} 字节",
    "overlapping-parts": "文件不是正常的压缩包：各部件互相重叠；请在 Word 或 Excel 中重新保存",
    "foreign-packing": "部件 {part} 的压缩方式不是 Office 所用的；请在 Word 或 Excel 中重新保存该文件",
    "unsafe-name": "文件中有名称不安全的部件（{name}）；请在 Word 或 Excel 中重新保存",
    "too-large-to-write": "生成的文档将超过 4 GiB；请减少行数",
    "chart-without-series": "{part} 中的图表没有数据系列；请至少画一个系列，其余系列将沿用其样式。",
    "chart-own-error-bars": "该图表有自定义误差线，仍对应原来的数据；请删除，或改用固定值或百分比。",
    "axis-scale": "坐标轴{low:?自{low}起}{high:?至{high}止}{base:?按{base}的幂分度}{turned:?方向相反}",
    "axis-unit": "坐标轴以{unit}为单位",
    "values-stacked": "数值堆积{to_whole:?至100%}",
    "number-format": "数字格式{format}",
    "trend-line": "趋势线（{kind}）",
    "label-left-out": "第{point}个数据点无标签",
    "entry-left-out": "第{series}个系列无图例",
    "point-unseen": "第{point}个数据点无颜色",
    "blanks-as-nought": "空值画作零",
    "series-on-axis": "第{series}个系列用第{axis}条坐标轴",
    "plot": "图表类型为{kind}",
    "chart-asks-for-series": "这种图表需要名为{names:quoted and}的系列。",
}

FINDINGS: dict[str, Advice] = {
    "chart-series-without-data": Advice(
        "模板图表中的系列“{series_name}”没有对应数据，已略去。",
        "如需显示，请在图表定义中使用这一系列名称。",
    ),
    "chart-shows-one-series": Advice(
        "饼图只显示一个系列，{names:quoted and}无法显示。", "请改用圆环图或柱形图，或只给一个系列。"
    ),
    "chart-x-no-number": Advice(
        "“{value}”不是数值，该图表各点将依次位于横轴 1、2、3 处。", "请以数值作为类别，或改用折线图。"
    ),
    "chart-workbook-replaced": Advice(
        "模板图表没有可编辑的内嵌工作簿，已为其新建一个。",
        "请在 Word 中打开模板，对该图表选择“编辑数据”后保存，使其带有自己的工作簿。",
    ),
}

"""The form of official documents (GB/T 9704-2012), in Chinese: names by which their parts are known, and findings."""

from __future__ import annotations

import re

from reportgen.language.contract import Advice, Entry
from reportgen.language.zh.quantities import MYRIADS
from reportgen.regex import regex

STYLES: dict[str, tuple[str, ...]] = {
    "issuer": ("发文机关标志", "红头"),
    "title": ("Title", "标题", "公文标题"),
    "heading1": ("heading 1", "标题 1", "一级标题"),
    "heading2": ("heading 2", "标题 2", "二级标题"),
    "heading3": ("heading 3", "标题 3", "三级标题"),
    "heading4": ("heading 4", "标题 4", "四级标题"),
    "body": ("Body Text", "正文文本", "正文", "公文正文", "Normal", "要点"),
    "signature": ("落款", "署名", "成文日期"),
    "note": ("附注",),
    "addressee": ("主送机关",),
}
"""What the styles of a template are called, by what they are for."""

FACES: dict[str, tuple[str, ...]] = {
    "xiaobiaosong": ("小标宋", "XiaoBiaoSong", "XBS"),
    "hei": ("黑体", "SimHei", "Heiti"),
    "kai": ("楷体", "KaiTi"),
    "fang": ("仿宋", "FangSong"),
    "song": ("宋体", "SimSun"),
}
"""Typefaces by what is found in their names."""

COUNTERS = {
    "chineseCounting": "一",
    "chineseCountingThousand": "一",
    "japaneseCounting": "一",
    "ideographTraditional": "甲",
}
LEVELS = tuple(
    regex(each)
    for each in ("[一二三四五六七八九十]+、", "（[一二三四五六七八九十]+）", r"\d+[.．]", r"（\d+）")
)
COUNTED = tuple(regex(each) for each in ("一、", "（一）", r"1[.．]", "（1）"))
TYPED_NUMBER = regex(
    r"(?:[（(]?[一二三四五六七八九十]+[)）、，,.．]|第[一二三四五六七八九十]+[章节部]|[（(]?\d+[)）、.．](?!\d))"
)
ATTACHMENTS = regex(r"附件\s*\d*\s*[:：]")
ATTACHMENTS_WELL = regex(r"附件：(?:1[.．]\s*)?\S.*(?<![。；，、：,.;:])")
FURTHER_ATTACHMENT = regex(r"\d+[.．]\s*")
ATTACHMENT = regex(r"(?:附件\s*\d*|附录\s*[一二三四五六七八九十\dA-Z]*)(?:[\s　]+(?P<title>[^：:。；]+))?")
IN_BRACKETS = regex("（.*）", re.DOTALL)
PAGE_NUMBER = regex(r"—\s*\d*\s*—")
SPELT_DATE = regex("[二〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月")
PADDED_DATE = regex(r"\d{4}年0\d月(?:\d{1,2}日)?|年\d{1,2}月0\d日")
DOCUMENT_NUMBER = regex(r"[\[［(（【]\d{4}[\]］)）】]第?\d+号|〔\d{4}〕(?:第\d+|0\d*)号")
NUMERALS = {
    "digits-wide": regex("[０-９]+"),
    "range-hyphen": regex(r"\d{4}-\d{4}年|\d{1,2}-\d{1,2}月|\d+(?:\.\d+)?%-\d+(?:\.\d+)?%"),
    "range-unit": regex(rf"(?<![\d.%])\d+(?:\.\d+)?[—～~–]\d+(?:\.\d+)?[%{MYRIADS}]"),
}

MESSAGES: dict[str, Entry] = {}

_WANTED_LINES = "正文行距设为固定值28.95磅，或文档网格每页22行。"
_CLAUSE = "GB/T 9704—2012 第{clause}条："

FINDINGS: dict[str, Advice] = {
    "official-form/paper": Advice(
        _CLAUSE + "纸张为{width}×{height}毫米，不是A4。", "页面设置改为A4（210×297毫米）。"
    ),
    "official-form/margin-top": Advice(_CLAUSE + "天头（上白边）为{found}毫米。", "上边距改为{wanted}毫米。"),
    "official-form/margin-left": Advice(
        _CLAUSE + "订口（左白边）为{found}毫米。", "左边距改为{wanted}毫米。"
    ),
    "official-form/type-area": Advice(
        _CLAUSE + "版心为{width}×{height}毫米，应为156×225毫米。",
        "上、下、左、右边距改为37、35、28、26毫米。",
    ),
    "official-form/lines": Advice(_CLAUSE + "正文每面排{found}行，应为22行。", _WANTED_LINES),
    "official-form/no-fixed-lines": Advice(_CLAUSE + "正文行距不固定，每面应排22行。", _WANTED_LINES),
    "official-form/letters": Advice(
        _CLAUSE + "正文每行排{found}个字，应为28个字。",
        "正文用3号字（16磅），字符间距紧缩0.25磅，或文档网格每行28字。",
    ),
    "official-form/body": Advice(_CLAUSE + "正文为{face}{points}磅。", "正文用3号（16磅）仿宋体。"),
    "official-form/colour": Advice(
        _CLAUSE + "文字颜色为{colour}。", "除发文机关标志和红色分隔线外，文字一律用黑色。"
    ),
    "official-form/no-issuer": Advice(
        _CLAUSE + "标题之前没有发文机关标志。", "在版头加发文机关标志，段落样式命名为“发文机关标志”。"
    ),
    "official-form/issuer-red": Advice(_CLAUSE + "发文机关标志的颜色为{colour}。", "发文机关标志用红色。"),
    "official-form/issuer-face": Advice(
        _CLAUSE + "发文机关标志用的是{face}。", "发文机关标志推荐用小标宋体。"
    ),
    "official-form/issuer-centred": Advice(_CLAUSE + "发文机关标志没有居中。", "发文机关标志居中排布。"),
    "official-form/red-head-of-plain": Advice(
        _CLAUSE + "版头为红色，但报告包没有声明为公文格式。",
        '在pack.toml中写style = "gb9704"，或把版头改为黑色。',
    ),
    "official-form/document-number": Advice(
        _CLAUSE + "发文字号写作“{found}”。",
        "年份用六角括号〔〕，发文顺序号不加“第”字，不编虚位：〔2024〕1号。",
    ),
    "official-form/red-line": Advice(
        _CLAUSE + "版头下没有红色分隔线。", "在发文字号（期号）之下加与版心等宽的红色分隔线。"
    ),
    "official-form/title": Advice(_CLAUSE + "标题为{face}{points}磅。", "标题用2号（22磅）小标宋体。"),
    "official-form/title-lines": Advice(
        _CLAUSE + "标题在红色分隔线下{found}行。",
        "红色分隔线下空二行编排标题，也可将标题样式的段前间距设为两行（58磅）。",
    ),
    "official-form/title-centred": Advice(_CLAUSE + "标题没有居中。", "标题居中排布。"),
    "official-form/heading-1": Advice(_CLAUSE + "第一层标题为{face}{points}磅。", "第一层用3号黑体。"),
    "official-form/heading-2": Advice(_CLAUSE + "第二层标题为{face}{points}磅。", "第二层用3号楷体。"),
    "official-form/heading-3": Advice(_CLAUSE + "第三层标题为{face}{points}磅。", "第三层用3号仿宋体。"),
    "official-form/heading-4": Advice(_CLAUSE + "第四层标题为{face}{points}磅。", "第四层用3号仿宋体。"),
    "official-form/number-of-level": Advice(
        _CLAUSE + "第{level}层的序数写作“{found}”。", "结构层次序数依次用“一、”“（一）”“1.”“（1）”。"
    ),
    "official-form/indent": Advice(_CLAUSE + "段首没有左空二字。", "首行缩进2字符。"),
    "official-form/addressee-colon": Advice(
        _CLAUSE + "主送机关后没有全角冒号。", "最后一个主送机关名称后标全角冒号。"
    ),
    "official-form/addressee-indented": Advice(_CLAUSE + "主送机关没有顶格。", "主送机关居左顶格。"),
    "official-form/attachments": Advice(
        _CLAUSE + "附件说明写作“{found}”。",
        "“附件”后标全角冒号，多个附件用阿拉伯数字标注顺序号，名称后不加标点符号：附件：1.目标进展表",
    ),
    "official-form/no-attachments": Advice(
        _CLAUSE + "文后有“{found}”，正文下没有附件说明。",
        "在正文与发文机关署名之间写附件说明：附件：{title}",
    ),
    "official-form/attachment-page": Advice(
        _CLAUSE + "“{found}”没有另面编排。", "附件另起一页：段落设为“段前分页”。"
    ),
    "official-form/attachment-title": Advice(
        _CLAUSE + "附件标题“{title}”与附件说明（{named:quoted or}）不一致。", "附件标题与附件说明写得一致。"
    ),
    "official-form/note-brackets": Advice(_CLAUSE + "附注没有加圆括号。", "附注居左空二字，加全角圆括号。"),
    "official-form/date-padded": Advice(_CLAUSE + "日期写作“{found}”。", "月、日不编虚位：1不编为01。"),
    "official-form/date-spelt": Advice(
        _CLAUSE + "成文日期用了汉字：“{found}”。", "成文日期用阿拉伯数字将年、月、日标全。"
    ),
    "official-form/no-page-number": Advice(
        _CLAUSE + "没有页码。", "在页脚加页码：4号半角宋体，左右各一条一字线。"
    ),
    "official-form/page-number-look": Advice(_CLAUSE + "页码为{face}{points}磅。", "页码用4号（14磅）宋体。"),
    "official-form/page-number-dashes": Advice(
        _CLAUSE + "页码写作“{found}”。", "数字左右各放一条一字线：— 1 —。"
    ),
    "official-form/page-number-sides": Advice(
        _CLAUSE + "页码的位置没有区分单双页。", "设置奇偶页不同：单页码居右空一字，双页码居左空一字。"
    ),
    "official-form/digits-wide": Advice(
        _CLAUSE + "用了全角数字“{found}”（GB/T 15835）。", "用半角阿拉伯数字。"
    ),
    "official-form/range-hyphen": Advice(
        _CLAUSE + "起止用了连字符：“{found}”（GB/T 15835）。", "用一字线“—”或浪纹线“～”，全文一致。"
    ),
    "official-form/range-unit": Advice(
        _CLAUSE + "数值范围“{found}”的前一个数省略了单位（GB/T 15835）。",
        "两个数都带单位：5%～6%、500亿～600亿元。",
    ),
}

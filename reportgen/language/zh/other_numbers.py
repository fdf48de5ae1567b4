"""Digits that state no quantity, in Chinese: patterns by what they are. The order does not matter."""

from __future__ import annotations

from reportgen.language.number_fragments import HOTLINE, PHONE, YEAR
from reportgen.language.zh.quantities import BEHIND_DIGITS, DIGITS, MYRIADS, TENS

DASH = r"\s*[-–—―~～至到]+\s*"
WORDS = {
    "quantity": (
        rf"[多余来]?(?:[{BEHIND_DIGITS}元倍]|美元)|[多余来][个家人辆台件户吨单种]|个(?![人体别性])|[(（][{MYRIADS}]|"
        r"[家人辆台件户吨单种场只套册项亩]"
    ),
    "unit letter": f"[{MYRIADS}元]",
    "note": "注|附注|见注",
    "after note": f"[{BEHIND_DIGITS}元倍个家户吨人美欧港]",
}
"""Words within the patterns that all languages share, by their place; ``quantity`` makes one of the number before it."""
_NUMERAL = f"[{DIGITS}{TENS}]"

PATTERNS: dict[str, str] = {
    "zh port": r"(?<!\d)\d{2,5}\s*端口",
    "zh phone words": rf"(?:电话|手机|传真|热线|联系方式|分机|转|邮编|邮政编码|信箱)\.?\s*(?:[:：]|是|为)?\s*{PHONE}",
    "zh hotline": rf"{HOTLINE}(?=\s*(?:热线|政务|平台|便民))",
    "zh version": r"\d+(?:\.\d+)+\s*版|版本\s*\d+(?:\.\d+)*",
    "zh slogan": rf"“[双{TENS}{MYRIADS}]\d{{1,2}}”",
    "zh years": rf"{YEAR}(?:年)?(?:{DASH}{YEAR})?\s*(?:年度|年代|年末|年初|年底|年|财年|学年)",
    "zh short year": r"(?<![\d.])\d{2}年代",
    "zh months": rf"(?<![\d.])(?:1[0-2]|0?[1-9])(?:月)?(?:{DASH}(?:{YEAR}年)?(?:1[0-2]|0?[1-9]))?\s*月(?:份|底|末|初|中旬|上旬|下旬)?(?:\s*(?:[12]\d|3[01]|0?[1-9])(?:日)?(?:{DASH}(?:(?:1[0-2]|0?[1-9])月)?(?:[12]\d|3[01]|0?[1-9]))?\s*[日号])?",
    "zh days": rf"(?<![\d.])(?:[12]\d|3[01]|0?[1-9])(?:日)?(?:{DASH}(?:[12]\d|3[01]|0?[1-9]))?日(?!元|均)",
    "zh numeral date": rf"[二一〇零]{_NUMERAL}{{3}}年(?:{_NUMERAL}{{1,2}}月)?(?:{_NUMERAL}{{1,3}}日)?",
    "zh quarter": r"(?:第)?[1-4一二三四]季度|前[一二三1-3]季度",
    "clock zh": rf"(?<![\d.])(?:[01]?\d|2[0-4])(?:{DASH}(?:[01]?\d|2[0-4]))?[时点](?:[0-5]?\d分|半)?(?!间)",
    "time span zh": rf"(?<![\d.,])\d{{1,3}}(?:{DASH}\d{{1,3}})?\s*(?:个)?(?:工作日|自然日|交易日|小时|分钟|秒钟|天|周|月|季度|星期|学时|周年|年)(?!均)(?:内|前|后|以上|以内|期|制|版)?",
    "days zh": r"(?<![\d.,])\d{1,3}(?:个)?日(?=内|前|后|起|之内|之前|之后|以内)",
    "round the clock": r"\b\d{1,2}\s*[×xX/*]\s*\d{1,2}(?:\s*小时)?",
    "zh document number": r"[〔\[【(（]\s*(?:19|20)\d{2}\s*[〕\]】)）]\s*(?:第)?\s*\d{1,5}\s*号?",
    "zh numbered": r"(?:第|总第|公告|令)\s*\d[\d\-.]*(?:\s*[—–-]\s*\d+)?\s*(?:号|期|条|款|项|章|节|编|卷|册|页|届|批|轮|次|版|部分|组|篇|分册|包|标段|场|会议室|教室|分会场|考场|站|版本|修正案)?(?![位名\d])",
    "zh number sign": r"(?<![\d.])[A-Za-z\d]{1,8}\s*号(?:文|令|公告|线|楼|库|门|院|桥|仓|馆|厅|窗口|通道|航站楼|地块|机|岛|宗地)?",
    "zh numeral order": rf"第{_NUMERAL}+(?:届|次|批|期|条|款|章|节|季度|阶段|轮|版|号|项|部分|方面|编|产业|个五年)?(?![位名])",
    "zh copies": r"一式\s*\d{1,2}\s*份",
    "century": r"(?<![\d.])\d{1,2}世纪(?:\d{2}年代)?",
    "serial": rf"(?<!\d){YEAR}-\d{{3,5}}(?!\d)号?",
    "zh figure or table": r"(?:见)?(?:附件|附表|附图|附录|附注|专栏|图|表|注|步骤|序号|编号|代码|文号|条目|样表|案例|示例)\s*[A-Z]?\d+(?:[.\-—–]\d+)*(?:(?:[、,，和及至—-])\d+(?:[.\-]\d+)*)*",
    "zh parts of a document": r"(?<![\d.])\d{1,2}位(?:字符|数字|字母|密码|代码|编码|数)|(?<![\d.])\d{1,3}章(?:\d{1,4}节)?(?:\d{1,4}条)?|(?<![\d.])\d{1,4}页",
    "zh list of numbers": r"第\s*\d{1,4}(?:\s*(?:[、，,至到—–-]|和|及)\s*(?:第)?\d{1,4})*\s*(?:栏|列|行|题|桌|组|周|天|日|号|条|款|项|章|节|页|次|届|批|期|名单)",
    "zh enumeration": rf"(?:^|(?<=[\n；;。：]))\s*(?:[(（]{_NUMERAL}{{1,3}}[)）]|{_NUMERAL}{{1,3}}、)",
    "zh address": r"(?<=[路街道巷弄里段村组园区镇])\s*\d{1,5}(?:[-—]\d{1,4})?\s*(?:号|弄|巷|幢|栋|楼|层|室|座)?|(?<![\d.])\d{1,5}\s*(?:会议室|教室|房间|车间|室|号楼|号院|栋|幢|单元|室|号线|层(?!次)|楼)",
    "slogan of counts": r"\d{1,2}个\d{2,4}(?!\d)|[“\"][^”\"\d]{0,8}\d{1,2}[·.]?\d{0,2}[”\"]",
}  # fmt: skip

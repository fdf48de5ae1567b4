"""Words by which an audit knows what a figure is said to be, in Chinese, as regular expressions."""

from __future__ import annotations

import re
from collections.abc import Callable

TELLING = (
    r"为止|同比|环比|比上年|比上月|比上季|季度?|年|月|日|目标|进出口|进口|出口|贸易|亿|万|百分点|全国|全市|全省|全区|全县|世界|全球|国际|平均|可比|元|累计|当月|直接|间接|差|超|推算|级|比重|占|增|降|减|升|跌|快|慢|高|低|"
    r"最|首|末|前|后|并列|唯一|仅|只|全部|部分|所有|约|近|不足|以上|以下|左右|多|少|倍|半|预计|估计|可能|或|将|拟|应|必须|一定|确|大概|据|因|由于|得益|受|来源|官方|海关|统计|部门|政府|核实|审定|修订|实际|名义|净|"
    r"除|不含|含|其中|此外|另外|旧|曾|原|拟|所谓|据称|称"
)
"""Words that tell another thing where they are added: a period, an area, an indicator, a unit, a direction, a comparison, who said it, how sure it is."""
NARROWED = r"西部|东部|中部|东北|西南|亚洲|城镇|农村|人均|民营|私营|国有|外资|外商|工业|农业|居民|官方|初步|预计|估计|预测|计划|拟|上半年|下半年|服务|技术|第[二三四五]|后[两二三四五]|倒数"
"""Words that make what a figure is of narrower, where they are put before it."""
DENIED = r"未|没有|不|负|唯一|无|非|难以"
"""Words that turn a statement into its contrary."""
_NUMERALS = "一二三四五六七八九十"
_NOT_NTH = "(?![季次批期届条款轮产章节十百千])"
_RANKED = r"(?:[居列]|位居|位列|排名?|跃[居升]|稳居|名列|保持)[^，。；、第》]{0,8}"
_NEARLY = "(?:近|将近|约|逾|超过?|了)?"
CLAIMS: tuple[tuple[str, str, str], ...] = (
    ("times", "2", rf"翻了?{_NEARLY}一番|翻番|增长1倍"),
    ("times", "4", rf"翻了?{_NEARLY}[两二]番"),
    ("times", "0.5", r"(?:减少|下降|压缩|缩短)(?:了)?(?:一半|过半|近半)"),
    ("times", "2", r"(?:[是为的近约到]|增长|超过?)(?:了)?[两二]倍(?!以下|[^。，；]{0,12}罚)"),
    *(
        ("times", str(number), rf"(?:[是为的近约到]|增长|超过?)(?:了)?{word}倍(?!以下|[^。，；]{{0,12}}罚)")
        for number, word in enumerate(_NUMERALS[2:], start=3)
    ),
    ("percent", "66.7", r"三分之二(?!以上(?:的)?(?:[\u4e00-\u9fff]{0,6}(?:成员|代表|委员|会员|股东|理事|常务|同意|通过)))"),
    ("percent", "75", r"四分之三"),
    *(
        ("percent", share, rf"{word}分之一")
        for word, share in (("三", "33.3"), ("四", "25"), ("五", "20"), ("六", "16.7"), ("七", "14.3"), ("八", "12.5"), ("十", "10"))
    ),
    *(("percent", f"{number}0", rf"五分之{word}") for number, word in ((4, "二"), (6, "三"), (8, "四"))),
    ("percent", "50", r"(?:占|近|超过?|约)(?:了)?(?:一半|半数)(?!.{0,6}(?:同意|通过|表决))"),
    *(
        ("percent", str(10 * number + 5), rf"{word}{_NUMERALS[number]}成(?=[。，；、的以左]|$)")
        for number, word in enumerate(_NUMERALS[:9], start=1)
    ),
    ("digits", "2", r"两位数(?:以上)?(?:的)?(?:增长|增速|增幅)"),
    ("years", "0", r"连续[两二三四五六七八九十]+(?:年|个月|个季度)[\u4e00-\u9fff]{0,6}(?:增长|下降|上升|回升|两位数|第一|首位)"),
    ("rank", "2", r"仅次于"),
    ("rank", "1", rf"{_RANKED}第一{_NOT_NTH}"),
    ("rank", "2", rf"{_RANKED}第二{_NOT_NTH}"),
    ("rank", "3", rf"{_RANKED}(?:第三|前三){_NOT_NTH}"),
)  # fmt: skip
"""Words that claim a number without one, by unit and number."""
OWN_AREA = r"全市|本市|我市|全区|全县|全省|本区|本省"
"""What a document calls the area that it is about."""
NATION = r"全国|我国"
OTHER_PLACES = (
    r"北京|天津|上海|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|成都|贵州|云南|"
    r"陕西|甘肃|青海|宁夏|新疆|西藏|内蒙古|香港|澳门|深圳|广州|杭州|武汉|西安|郑州|宁波|西部地区|东部地区"
)
"""Places that a dataset need not know by name."""
NAME_ENDINGS = r"(?:市|省|区|县|自治区|总额|总值|额)$"
"""What names of areas and indicators are often said without."""
PART_OF_YEAR = r"月|季度|半年"
GROWTH_SAID = r"增|升|涨|降|跌|减|速|快|慢|同比|环比|比上年|变化"
"""One of these is in every sentence about a growth."""
TARGET_SAID = r"目标|任务|规划|计划|完成|进度|差"
"""One of these is in every sentence about a target."""
GROWTH_BEFORE = r"(?:增长|上升|下降|减少|增幅)(?:了)?$"
SHARE_BEFORE = r"(?:占比?|比重)[^，。；]{0,8}$"
OF_FIGURES = r"数据|金额|增速|增长率|单位|数字|数值|\d\.\d"
"""Words that speak of the figures of a document."""
UNITS_SAID = r"亿|万元|美元|欧元"
TARGET_MET = r"(?:提前|超额|已经?|有望)[^，。；]{0,10}(?:完成|实现)[^，。；]{0,14}目标|目标[^，。；]{0,6}(?:已经?|提前|超额)[^，。；]{0,4}(?:完成|实现)"
FIRST_SAID = r"增[速长][^，。；]{0,12}(?:最快|首位|第一)"
LAST_SAID = r"增[速长][^，。；]{0,12}(?:最慢|末位|垫底)"
COUNTER = r"[\d万亿千]((?![万亿千])[\u4e00-\u9fff]{1,6})$"
"""The word behind a number that says what is counted."""
PLAIN_COUNTER = r"个"
"""One that counts anything."""


def _first_months(found: re.Match[str]) -> str:
    count = found[1] if found[1].isdigit() else str(_NUMERALS.index(found[1]) + 1)
    return f"1 {count}月"


SAME: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"前([1-9]|1[01]|[一二三四五六七八九十])个?月", _first_months),
    (r"(?<=。)其中，", ""),
    (r"购买|购置|采购", "采购"),
    (r"[带拉]动", "拉动"),
    (r"驰援|支援|援助", "支援"),
    (r"减收|免收|减免", "减免"),
    (r"捐赠|捐献", "捐赠"),
    (r"引进|引入|引育", "引进"),
    (r"举办|开展|组织", "举办"),
    (r"同比|(?:比|较|与)(?:上年|去年)(?:同期)?(?:相比)?", "比上年"),
    (r"(?:增长|上升|增加|提高|上涨)(?:了)?(?![到至])", "增长"),
    (r"(?:下降|减少|降低|下跌|下滑)(?:了)?(?![到至])", "下降"),
    (r"(?<=增长|上升|增加|提高|上涨|下降|减少|降低)[到至]", "为止"),
    (r"我国", "全国"),
    (r"联系人：[^，,；;）)]+", "联系人"),
    (r"[尚仍还]差", "还差"),
    (r"每年平均|平均每年|年均", "年均"),
    (r"不具有?可比性|不能比较|无可比性|不可比", "不可比"),
    (r"不宜|不能", "不能"),
    (r"没有|未", "未"),
    (r"第三个来源|另一来源|另有来源", "另一来源"),
    (r"公布|发布", "公布"),
    (r"折合|折算|约合", "折合"),
    (r"参考|参照", "参考"),
    (r"首位|居首", "首"),
)
"""Wordings that say the same, each with the one that stands for them."""
KEPT = (
    r"[低高快慢少多等同]于|此[前后外]|至[今少多]|[截]至|所[有在需]|来源|未来|以来|来自|国有|私有|有[关效限意]|以[上下内外]|由于|理由|数据|证据|其[中他余]|[年月人日平]均|之[前后一外间]|分之|统计|累计|预计|估计|计划|计算|会计|"
    r"序列|系列|并列|分列|居民|单位|位次|是否|共同|公共|现值|认为|行为|成为|达标|中[央国东西型小]"
)
"""Words that tell something though a part of them, alone, does not."""
EMPTY = r"本[月期报]告?|达到|达|实现|合计|总计|共计|共有|现有|拥有|目前|共|计|为|是|至|到|于|在|以|按|由|从|据|此|该|其|这|之|的|了|与|和|及|并|而|则|也|均|有|来|所|中(?=居)|位居|位|居|列|排列|排序|看|作为|作|供|保持|继续|已"
"""Words that tell nothing: they may come, go and give way to each other."""

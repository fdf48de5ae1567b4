"""Words by which an audit knows what a figure is said to be, in Chinese, as regular expressions."""

from __future__ import annotations

import re

TOLD = (
    r"同比|环比|比上年|比上月|比上季|季度|年|月|目标|进出口|进口|出口|亿|万|百分点|全国|全市|全省|全区|全县|平均|可比|"
    r"元|累计|当月|直接|间接|还差|超出|推算|国家级|省级|市级|区级|县级|比重|占比|增速|其中|此外|另外"
)
"""Words that tell what a figure is: its period, base, indicator or unit."""
NARROWED = r"西部|东部|中部|东北|西南|亚洲|城镇|农村|人均|民营|私营|国有|外资|外商|工业|农业|居民|官方|初步|预计|估计|预测|计划|拟|上半年|下半年|服务|技术|第[二三四五]|后[两二三四五]|倒数"
"""Words that make what a figure is of narrower, where they are put before it."""
TURNED = (
    r"达到|达|实现|完成|合计|总计|共计|共有|现有|拥有|目前|共|计|为|是|至|到|于|在|以|按|由|从|据|此|该|其|这|另|本|之|的|了|与|和|及|并|而|则|也|均|仅|可|能|应|宜|"
    r"未|没有|引进|引入|引育|帮助|助力|开展|举办|组织|实施|带动|拉动|推动|促进|支持|支援|驰援|援助|采购|购买|购置|捐赠|捐献|减免|减收|免收|公布|发布|列出|给出|统计|采用|用于|用来|"
    r"折合|折算|约合|合|作为|作|供|参考|参照|看|排列|排序|来源|保持|继续|当中|其中|位居|居|列|有|来|所|中|内"
)
"""Words that may give way to each other without telling another thing."""
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
DATED = r"\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2}"
COUNTER = r"(?<=[\d万亿千])(?![万亿千])[\u4e00-\u9fff]{1,2}$"
"""The word behind a number that says what is counted."""
PLAIN_COUNTER = r"个"
"""One that counts anything."""
NOTE = r"^(?:注：)?(?:[①-⑳]|\d{1,2}[.．])|^注："
"""How a note below a table begins."""
SOURCE_LINE = r"^(?:资料|数据)来源："
"""How the line below a table begins that names its sources."""


def same(text: str) -> str:
    """A text with one wording in the place of others that say the same."""
    for words, one in _SAME:
        text = re.sub(words, one, text)
    return re.sub(r"前([1-9]|1[01]|[一二三四五六七八九十])个?月", _first_months, text)


def _first_months(found: re.Match[str]) -> str:
    count = found[1] if found[1].isdigit() else str(_NUMERALS.index(found[1]) + 1)
    return f"1—{count}月"


_SAME: tuple[tuple[str, str], ...] = (
    (r"(?<=。)其中，", ""),
    (r"其中，", "其中"),
    (r"购买|购置", "采购"),
    (r"带动(?=[^，。；]{0,12}增长)", "拉动"),
    (r"驰援|援助", "支援"),
    (r"减收|免收", "减免"),
    (r"同比|(?:比|较|与)(?:上年|去年)(?:同期)?(?:相比)?", "比上年"),
    (r"1(?:月)?[-~～至到–](\d{1,2})月", r"1—\1月"),
    (r"我国", "全国"),
    (r"尚差|仍差", "还差"),
    (r"每年平均|平均每年", "年均"),
    (r"不具有?可比性|不能比较|无可比性", "不可比"),
)

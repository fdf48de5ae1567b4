"""Words by which an audit knows what a figure is said to be, in Chinese, as regular expressions."""

from __future__ import annotations

import re
from collections.abc import Callable

from reportgen.language.zh import directions
from reportgen.language.zh.quantities import BEHIND_DIGITS, MYRIADS

TELLING = (
    rf"为止|同比|环比|比上年|比上月|比上季|季度?|年|月|日|目标|进出口|进口|出口|贸易|[{MYRIADS}]|百分点|全国|全市|全省|全区|全县|世界|全球|国际|平均|可比|元|累计|当月|直接|间接|差|超|推算|级|比重|占|快|慢|高|低|"
    rf"{directions.RISE}|{directions.FALL}|{directions.STEMS}|"
    r"最|首|末|前|后|并列|唯一|仅|只|全部|部分|所有|约|近|不足|以上|以下|左右|多|少|倍|半|预计|估计|可能|或|将|拟|应|必须|一定|确|大概|据|因|由于|得益|受|来源|官方|海关|统计|部门|政府|核实|审定|修订|实际|名义|净|"
    r"除|不含|含|其中|此外|另外|旧|曾|原|拟|所谓|据称|称"
)
"""Words that tell another thing where they are added: a period, an area, an indicator, a unit, a direction, a comparison, who said it, how sure it is."""
NARROWED = r"西部|东部|中部|东北|西南|亚洲|城镇|农村|人均|民营|私营|国有|外资|外商|工业|农业|居民|官方|初步|预计|估计|预测|计划|拟|上半年|下半年|服务|技术|第[二三四五]|后[两二三四五]|倒数"
"""Words that make what a figure is of narrower, where they are put before it."""
DENIED = r"未|没有|不|负|唯一|无|非|难以"
"""Words that turn a statement into its contrary."""
_NUMERALS = "一二三四五六七八九十"
POSSESSIVE = r"的"
"""Behind the name of an area: whose."""
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
GROWTH_SAID = rf"{directions.RISE}|{directions.FALL}|{directions.STEMS}|速|快|慢|同比|环比|比上年|变化"
"""One of these is in every sentence about a growth."""
TARGET_SAID = r"目标|任务|规划|计划|完成|进度|差"
"""One of these is in every sentence about a target."""
GROWTH_BEFORE = (
    rf"(?:{directions.RISE}|{directions.FALL}|{directions.GROWTH}|{directions.NEGATIVE_GROWTH})(?:了)?$"
)
SHARE_BEFORE = r"(?:占比?|比重)[^，。；]{0,8}$"
CAUSED = (
    r"得益于|受益于|受[^，。；]{1,12}(?:影响|拖累|带动|推动|拉动|提振)|由于|缘于|源于|归因|归功|(?:主要|全)(?:是|靠|由|受|因|来自|得益)|[^，。；]{1,10}所致|原因[是为在]|的?(?:主要|重要|关键|根本|直接|首要)(?:原因|因素|推手)|拉动[^，。；]{0,8}(?:回升|转升|转正|反弹)|因[^，。；]{2,14}(?:[，而]|所以)|在[^，。；]{2,12}(?:带动|推动|拉动)下|"
    r"不变价|可比价|可比口径|现价|季节因素|季节调整|剔除[^，。；]{1,8}(?:因素|后)"
)
"""Words of causes, and of the prices that a growth is worked out in: no figure says either."""
CLAIMED = (
    r"据(?!此)[^，。；]{1,8}(?:统计|数据|测算|通报|反映)|(?:已|经|获)[^，。；]{0,10}(?:审定|核实|确认|认定|批准|审核|备案)|最终(?:数|数据|结果)|初步数|快报数|正式数|来自|取自|前列|前茅|首位|第[一二三](?:位|名|大|$|[，。])|[居列全部界市名]第[一二三]|领先|领跑|首次(?:超|突破|实现|跃|进|位|转)|唯一|最[快慢高低大小好差多少强弱佳]|赶超|超过|超越|反超|落后|"
    r"[快慢高低大小好优强弱多少先早晚]于|不[如及]|明显|大幅|显著|稳步|持续|逐[月季年]|创[^，。；]{0,6}新[高低]|(?:目标|任务)[^，。；]{0,10}(?:完成|实现|达成|达标|下调|上调|落空)|(?:完成|实现|达成|超额|提前)[^，。；]{0,10}(?:目标|任务)|预计|有望|势必|必将|"
    r"将(?:保持|继续|恢复|达|实现|增|下|超|延续)|全部|均由|为主|绝大部分|大部分|大多|多数|半数|几乎|均有|均[为已未]|过半|较[高低多少大小快慢强弱]|居中|不多见|不含|包含|含[^，。；]{0,6}(?:平台|省|外)|剔除|收窄|扩大|恢复(?:增|性|高|到)|走势|回暖|向好|反弹|企稳|趋[稳缓势]|重复计算|口径一致|可比|"
    rf"{directions.RISE}|{directions.FALL}"
)
"""Words that say of figures more than these: who vouches for them, how they rank, compare, move, will move, whether a target is met."""
CLAIMED_OF = rf"增长|{directions.GROWTH}|{directions.NEGATIVE_GROWTH}|目标任务|各项目标|贸易|出口|进口|销售额?|零售|(?:上述|本表|全部|所列|以上)(?:数据|数字|指标)|规模[居首已超均]|电商|外贸|需求|顺差|逆差|占比|比重|份额|就业|网商|海外仓|开发区"
"""What figures of trade are of: with a claim beside it a sentence is about them wherever it is."""
OPINION = r"[区县市门位局委办]要|[我本][局处市办]认为|我们认为|建议|请|(?:^|[，、；：])(?:要|应|须|需|进一步|加快|推动|推进|促进|支持|力争|确保|加强|强化|深化|完善|落实|鼓励|引导|努力|积极|切实|着力|大力|全力|继续|持续(?!增|下|回|保|高|快|攀|扩))|为[了]?(?:进一步|加快|推动|推进|促进|支持)"
"""Words of an office's own opinion, of wishes and duties: they claim nothing."""
OF_BUSINESS = (
    r"[见如][^，。；]{0,3}[表图注]|核对|已阅|公布|会议|专题会|召开|座谈|调研|考察|走访|会见|出席|参加|联系|电话|邮箱|地址|附件|附表|详见|见附|另附|名单|初稿|草稿|送审|讨论|内部|秘密|机密|保密|征求|反馈|意见|感谢|致谢|编制|编印|起草|校对|审阅|核稿|待[^，。；]{0,6}[审核定]|印发|印制|抄送|"
    r"报送|上报|下期|下一期|本期|监测|跟踪|研究|部署|汇报|请示|报告如下|特此|领导|同志|各位|办法|通知|文件|表格|填报|档案|网站|公众号|措辞|第[一二三四五六七八九十\d]+[章节条款项版届期轮批部]|条规定|纪要|备忘录|议题|工作组|部门：|主管部门|委员会|管委会|登记|工程|机制|任务分工|单位|议程|修订稿|文稿|施行|公布于|核查|来函|函告"
)
"""Words of an office's daily business: a sentence with one is about figures only where it names what they are of."""
OF_FIGURES = r"数据|金额|增速|增长率|单位|数字|数值|\d\.\d"
"""Words that speak of the figures of a document."""
UNITS_SAID = rf"亿|[{MYRIADS}美欧]元"
_MEASURE = r"(?:的)?(?:增速|增幅|增长率)"
RELATIONS: tuple[tuple[str, str], ...] = (
    (
        "times",
        r"(?P<one>[^，。；的]+?)(?:大?约)?(?:是|为|相当于)(?P<other>[^，。；]+?)的(?P<said>[^，。；的]*倍(?:以上|多|左右)?)",
    ),
    (
        "share",
        r"(?P<one>[^，。；的]+?)(?:占|相当于)(?P<other>[^，。；]+?)的(?:比重)?(?:为|达)?(?P<said>[^，。；的]*[%％](?:以上|左右)?)",
    ),
    ("more", r"(?P<one>[^，。；]+?)比(?P<other>[^，。；]+?)[多高大]出?(?P<said>[^，。；]*元)"),
    ("less", r"(?P<one>[^，。；]+?)比(?P<other>[^，。；]+?)[少低小](?P<said>[^，。；]*元)"),
    ("growth-above", rf"(?P<one>[^，。；]+?){_MEASURE}[高快大]于(?P<other>[^，。；]+?)(?:{_MEASURE})?"),
    ("growth-below", rf"(?P<one>[^，。；]+?){_MEASURE}[低慢小]于(?P<other>[^，。；]+?)(?:{_MEASURE})?"),
    ("above", r"(?P<one>[^，。；]+?)(?:[高大多]于|超过)(?P<other>[^，。；]+?)"),
    ("below", r"(?P<one>[^，。；]+?)(?:[低小少]于|不及)(?P<other>[^，。；]+?)"),
)
"""Sentences that say how two figures, by their names, stand to each other."""
YEAR_FIRST = r"^(?:19|20)\d\d年，?"
"""The year that a sentence begins with."""
ABBREVIATED = r"(?:以下)?(?:统一)?简称(?:为)?“?(.+?)”?"
"""What brackets behind a name hold that give it a shorter one."""
WITH_POINT = r"(?!)"
"""Short forms that are written with a point: Chinese has none."""
FILE_NUMBER = r"\s*[\u4e00-\u9fff]{2,10}〔\d{4}〕\d{1,4}号"
"""The number under which an office files a document."""
FIRST_TIME = r"首次|首个|首度|历史新[高低]|(?:有史|有记录|建市|统计)以来[^，。；]{0,4}(?:最|首|新)|创[^，。；]{0,6}(?:新[高低]|纪录)"
"""Words that say that something was never so before."""
TARGET_MET = r"(?:提前|超额|已经?|有望)[^，。；]{0,10}(?:完成|实现)[^，。；]{0,14}目标|目标[^，。；]{0,6}(?:已经?|提前|超额)[^，。；]{0,4}(?:完成|实现)"
FIRST_SAID = r"增[速长][^，。；]{0,12}(?:最快|首位|第一)"
LAST_SAID = r"增[速长][^，。；]{0,12}(?:最慢|末位|垫底)"
COUNTER = rf"[\d{BEHIND_DIGITS}]((?![{BEHIND_DIGITS}])[\u4e00-\u9fff]{{1,6}})$"
"""The word behind a number that says what is counted."""
PLAIN_COUNTER = r"个"
"""One that counts anything."""


def _first_months(found: re.Match[str]) -> str:
    count = found[1] if found[1].isdigit() else str(_NUMERALS.index(found[1]) + 1)
    return f"1 {count}月"


SAME: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"月份", "月"),
    (r"同一时期内?|此期间|这一时期内?|这一?期间", "同期"),
    (r"[较比](?!上年|去年|上月|同期|此前|前)([^，。；\d]{1,12}?)([低高快慢])(?=\d|$)", r"\2于\1"),
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
    (rf"(?:{directions.ROSE})(?:了)?(?![到至])", "增长"),
    (rf"(?:{directions.FELL})(?:了)?(?![到至])", "下降"),
    (rf"(?<={directions.ROSE}|{directions.FELL})[到至]", "为止"),
    (r"我国", "全国"),
    (r"联系人：[^，,；;）)]+", "联系人"),
    (r"[尚仍还]差", "还差"),
    (r"每年平均|平均每年|年均", "年均"),
    (r"不具有?可比性|不能比较|无可比性|不可比", "不可比"),
    (r"不宜|不能", "不能"),
    (r"没有|未", "未"),
    (r"第三个来源|另一来源|另有来源", "另一来源"),
    (r"公布|发布", "公布"),
    (r"[出来]自", "出自"),
    (r"折合|折算|约合", "折合"),
    (r"参考|参照", "参考"),
    (r"首位|居首", "首"),
)
"""Wordings that say the same, each with the one that stands for them."""
FILLING = WORD_ENDINGS = NAME_BEGINNINGS = r"(?!)"
KEPT = (
    r"[低高快慢少多等同]于|此[前后外]|至[今少多]|[截]至|所[有在需]|来源|未来|以来|来自|国有|私有|有[关效限意]|以[上下内外]|由于|理由|数据|证据|其[中他余]|[年月人日平]均|之[前后一外间]|分之|统计|累计|预计|估计|计划|计算|会计|"
    r"序列|系列|并列|分列|居民|单位|位次|是否|共同|公共|现值|认为|行为|成为|达标|中[央国东西型小]"
)
"""Words that tell something though a part of them, alone, does not."""
EMPTY = r"本[月期报]告?|达到|达|实现|合计|总计|共计|共有|现有|拥有|目前|共|计|为|是|至|到|于|在|以|按|由|从|据|此|该|其|这|之|的|了|与|和|及|并|而|则|也|均|有|来|所|中(?=居)|位居|位|居|列|排列|排序|看|作为|作|供|保持|继续|已"
"""Words that tell nothing: they may come, go and give way to each other."""

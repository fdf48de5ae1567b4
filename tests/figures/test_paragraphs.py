"""Forty paragraphs in each language, their texts written by hand in the style of communiqués."""

from datetime import date
from functools import cache
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from reportgen import fill_excel, fill_word
from reportgen.content import Number, Showable
from reportgen.dataset import read
from reportgen.errors import TemplateError
from reportgen.expressions.sandbox import environment
from reportgen.figures.context import PackContext
from reportgen.figures.documents import document_vocabulary
from reportgen.kinds import Catalogue
from reportgen.language import language, say
from reportgen.messages import Bilingual
from reportgen.periods import Period
from reportgen.record import replace
from tests.builders import dataset

DATA = Path(__file__).parents[2] / "data"
AREAS = {
    "CN-CQ": {"label": Bilingual("Chongqing", "重庆市"), "parent": "CN"},
    "CN": {"label": Bilingual("China", "中国")},
}
INDICATORS = {
    "trade": {"label": Bilingual("Imports and exports", "货物进出口总额"), "direction": "up"},
    "exports": {
        "label": Bilingual("Exports", "出口总额"),
        "parent": "trade",
        "direction": "up",
        "part_label": Bilingual("Exports of {}", "{}出口额"),
    },
    "imports": {"label": Bilingual("Imports", "进口总额"), "parent": "trade", "direction": "up"},
    "unemployment": {"label": Bilingual("Urban unemployment rate", "城镇调查失业率")},
    "urbanisation": {"label": Bilingual("Urbanization rate", "常住人口城镇化率"), "direction": "up"},
    "gdp": {"label": Bilingual("Gross domestic product", "地区生产总值"), "direction": "up"},
}
CODES = {
    ("breakdown", "PRIVATE"): Bilingual("Private enterprises", "民营企业"),
    ("breakdown", "PRIMARY"): Bilingual("Primary industry", "第一产业"),
    ("breakdown", "SECONDARY"): Bilingual("Secondary industry", "第二产业"),
    ("breakdown", "TERTIARY"): Bilingual("Tertiary industry", "第三产业"),
    ("counterpart_area", "US"): Bilingual("the United States", "美国"),
}
MADE = {
    "narrower": (
        "trade CN-CQ 2023-01--2023-05=2801.3e8 2023-01--2023-05:yoy=-8.2 2023-01--2023-04:yoy=-10.3",
    ),
    "deeper": (
        "trade CN-CQ 2023-01--2023-05=2801.3e8 2023-01--2023-05:yoy=-12.2 2023-01--2023-04:yoy=-10.3",
    ),
    "turned up": (
        "trade CN-CQ 2023-01--2023-05=2801.3e8 2023-01--2023-05:yoy=1.2 2023-01--2023-04:yoy=-0.3",
    ),
    "turned down": (
        "trade CN-CQ 2023-01--2023-05=2801.3e8 2023-01--2023-05:yoy=-1.2 2023-01--2023-04:yoy=0.3",
    ),
    "faster": (
        "trade CN-CQ 2022-01--2022-05=3400.5e8 2022-01--2022-05:yoy=9.0 2022-01--2022-04:yoy=7.5 2022-01--2022-05:pp:CN=1.2",
    ),
    "level": (
        "trade CN-CQ 2023=7137.4e8 2023:yoy=0.0",
        "exports CN-CQ 2023=4782.2e8 2023:yoy=0.0",
    ),
    "falls": (
        "trade CN-CQ 2022=8158.4e8 2023=7137.4e8",
        "exports CN-CQ 2022=5245.3e8 2023=4782.2e8",
        "imports CN-CQ 2022=2913.1e8 2023=2355.2e8",
    ),
    "into deficit": (
        "exports CN-CQ 2022=50.0e8 2023=40.0e8",
        "imports CN-CQ 2022=27.8e8 2023=60.4e8",
    ),
    "manifold": ("exports CN-CQ 2022=1.00e8 2023=12.30e8",),
    "two years": ("trade CN-CQ 2021=8000.6e8 2021:yoy=22.8 2020:yoy=12.5",),
    "to the US": (
        "exports CN-CQ 2023=4782.2e8",
        "exports~US CN-CQ 2023=1000.0e8 2023:yoy=-5.0",
        "imports~US CN-CQ 2023=300.0e8 2023:yoy=3.0",
    ),
    "ahead": ("exports CN-CQ 2021=50e9 2023=75e9 2025:target:2021=>=70e9",),
    "behind": ("exports CN-CQ 2021=50e9 2023=60e9 2025:target:2021=>=70e9",),
    "rate": (
        "unemployment(percent,stock) CN-CQ 2022=5.5 2023=5.2",
        "urbanisation(percent,stock) CN-CQ 2022=70.96 2023=71.67",
    ),
    "share": (
        "exports CN-CQ 2022=5245.3e8 2023=4782.2e8",
        "exports.PRIVATE CN-CQ 2022=2000.0e8 2023=2100.0e8",
    ),
    "statuses": (
        "gdp CN-CQ 2024-Q1=7232.8e8 2024-Q1:yoy=6.2",
        "gdp.PRIMARY CN-CQ 2024-Q1=266.5e8 2024-Q1:yoy=3.4",
        "gdp.SECONDARY CN-CQ 2024-Q1=2685.3e8 2024-Q1:yoy=8.1",
        "gdp.TERTIARY CN-CQ 2024-Q1=4281.0e8 2024-Q1:yoy=5.3",
    ),
    "pace": ("exports CN-CQ 2023-01--2023-05=260e8 2023:target=>=500e8",),
}
"""Data made for the forms that the published figures do not have."""

PARAGRAPHS = [
    # of what, where, when; what the template asks; what the two briefs say
    (
        "published",
        "CN-CQ",
        "2023",
        '[exports, exports.of("General trade"), exports.of("General trade").share]',
        "2023年，重庆市出口总额超过4700亿元，其中一般贸易近2000亿元，比上年增长7.5%，占比不足42.6%[1]。",
        "In 2023, Chongqing’s exports exceeded 470 billion yuan, of which general trade came to nearly 200 billion yuan, up 7.5% year on year, accounting for less than 42.6% of the total.[1]",
    ),
    (
        "published",
        "CN-CQ",
        "2023",
        '[exports, exports.of("General trade"), auto_exports, auto_exports.of("Passenger cars")]',
        "2023年，重庆市出口总额超过4700亿元[1]。其中，一般贸易近2000亿元，比上年增长7.5%；汽车出口额超过330亿元，增长51.9%，其中乘用车出口额超过250亿元，增长79.2%以上[1]。",
        "In 2023, Chongqing’s exports exceeded 470 billion yuan.[1] Of this, general trade came to nearly 200 billion yuan, up 7.5% year on year; and automobile exports came to more than 33 billion yuan, up 51.9%, of which exports of passenger cars came to more than 25 billion yuan, up more than 79.2%.[1]",
    ),
    (
        "published",
        "CN-CQ",
        "2023",
        '[auto_exports, auto_exports.implied_base, auto_exports.of("Passenger cars")]',
        "2023年，重庆市汽车出口额超过330亿元，比上年增长51.9%，据此推算上年超过217亿元[1]。其中，乘用车超过250亿元，增长79.2%以上[1]。",
        "In 2023, Chongqing’s automobile exports exceeded 33 billion yuan, up 51.9% year on year, which implies more than 21.7 billion yuan for the year before.[1] Of this, passenger cars came to more than 25 billion yuan, up more than 79.2%.[1]",
    ),
    (
        "published",
        "CN-CQ",
        "2023",
        '[cbec_trade, cbec_trade.area("CN"), cbec_trade.area("CN").difference("trade")]',
        "2023年，重庆市跨境电商进出口额近200亿元[1]；全国达2.38万亿元，比上年增长15.6%，高于货物进出口总额增速15.4个百分点[2]。",
        "In 2023, Chongqing’s cross-border e-commerce imports and exports reached nearly 20 billion yuan;[1] for China, the figure was 2.38 trillion yuan, up 15.6% year on year, 15.4 percentage points higher than the growth of imports and exports.[2]",
    ),
    (
        "published",
        "CN-CQ",
        "2020",
        '[online_retail, online_retail.of("Physical goods"), rural_online_retail]',
        "2020年，重庆市网上零售额达1350.5亿元，比上年增长13.05%，高于全国平均水平1.49个百分点[1]。其中，实物商品增长25.8%；农村网上零售额243.3亿元，增长11.5%[1]。",
        "In 2020, Chongqing’s online retail sales reached 135.05 billion yuan, up 13.05% year on year, 1.49 percentage points higher than the national average.[1] Of this, physical goods grew 25.8%, and rural online retail sales came to 24.33 billion yuan, up 11.5%.[1]",
    ),
    (
        "published",
        "CN-CQ",
        "2020",
        '[online_retail, online_retail.currency("USD")]',
        "2020年，重庆市网上零售额达1350.5亿元，折合约210亿美元，比上年增长13.05%，高于全国平均水平1.49个百分点[1]。",
        "In 2020, Chongqing’s online retail sales reached 135.05 billion yuan, or about 21 billion US dollars, up 13.05% year on year, 1.49 percentage points higher than the national average.[1]",
    ),
    (
        "published",
        "CN-CQ",
        "2020",
        '[ecommerce_firms_new, ecommerce_firms, online_merchants, ecommerce_employment, ecommerce_employment.of("Directly involved"), ecommerce_employment.of("Directly involved").share]',
        "2020年，重庆市新注册电商企业9300家，共有电商企业超过3万家，网商超过65万家[1]。电商带动就业182.7万人，其中直接就业78.6万人，占43.0%[1]。",
        "In 2020, Chongqing’s newly registered e-commerce firms numbered 9,300, and there were more than 30,000 e-commerce firms and more than 650,000 online merchants.[1] Employment driven by e-commerce stood at 1.827 million people, of which 786,000 were directly involved, accounting for 43.0% of the total.[1]",
    ),
    (
        "published",
        "CN-CQ",
        "2020",
        "[live_broadcasts, live_broadcast_sales]",
        "2020年，重庆市直播带货18.4万场，直播带货销售额超过100亿元[1]。",
        "In 2020, Chongqing’s live promotional broadcasts numbered 184,000, and sales driven by live promotional broadcasts exceeded 10 billion yuan.[1]",
    ),
    (
        "published",
        "CN-CQ",
        "2020",
        '[rural_ecommerce_brands.of("Large"), rural_ecommerce_brands.of("Medium"), rural_ecommerce_brands.of("Small")]',
        "2020年，重庆市农村电商品牌中，大型81个，中型358个，小型1041个[1]。",
        "In 2020, of Chongqing’s rural e-commerce brands, 81 were large, 358 medium and 1,041 small.[1]",
    ),
    (
        "published",
        "CN-CQ",
        "2020",
        '[rural_online_retail, rural_online_retail.area("CQ_KEY14"), rural_online_retail.area("CQ_KEY14").share("Chongqing")]',
        "2020年，重庆市农村网上零售额达243.3亿元，比上年增长11.5%，其中14个重点区县185.3亿元，占76.2%[1]。",
        "In 2020, Chongqing’s rural online retail sales reached 24.33 billion yuan, up 11.5% year on year, of which the 14 key districts and counties came to 18.53 billion yuan, accounting for 76.2% of the total.[1]",
    ),
    (
        "published",
        "CN-CQ",
        "2021",
        '[cbec_trade, cbec_trade.target.completion, cbec_trade.at("2022-01--2022-05"), cbec_trade.at("2022-01--2022-05").implied_base]',
        "2021年，重庆市跨境电商进出口额达322.1亿元，比上年增长63.3%，高于全国平均水平44.7个百分点，完成2025年目标（超过700亿元）的46.0%[1-3]。2022年1—5月达197.9亿元，同比增长88.9%，据此推算上年同期为104.8亿元[1]。",
        "In 2021, Chongqing’s cross-border e-commerce imports and exports reached 32.21 billion yuan, up 63.3% year on year, 44.7 percentage points higher than the national average; this is 46.0% of the 70 billion yuan to be exceeded in 2025.[1-3] In January–May 2022, the figure was 19.79 billion yuan, up 88.9% year on year, which implies 10.48 billion yuan a year earlier.[1]",
    ),
    (
        "published",
        "CN-CQ",
        "2021",
        '[cbec_trade.area("CN"), cbec_trade.area("CN").at("2023"), cbec_trade.area("CN").at("2023").difference("trade")]',
        "2021年，全国跨境电商进出口额达1.92万亿元，比上年增长18.6%[1]。2023年达2.38万亿元，比上年增长15.6%，高于货物进出口总额增速15.4个百分点[2]。",
        "In 2021, China’s cross-border e-commerce imports and exports reached 1.92 trillion yuan, up 18.6% year on year.[1] In 2023, the figure was 2.38 trillion yuan, up 15.6% year on year, 15.4 percentage points higher than the growth of imports and exports.[2]",
    ),
    (
        "published",
        "CN-CQ",
        "2024",
        "[cbec_demo_zones, cbec_demo_zones.target.completion, cbec_enterprises]",
        "2024年，重庆市共有跨境电商示范区5个，完成2025年目标（达到10个）的50.0%[1-2]。共有跨境电商企业约2500家[1]。",
        "In 2024, Chongqing had 5 cross-border e-commerce demonstration zones; this is 50.0% of the 10 zones to be reached in 2025.[1-2] There were about 2,500 cross-border e-commerce companies.[1]",
    ),
    (
        "published",
        "CN-CQ",
        "2022",
        "[overseas_warehouses, foreign_trade_service_enterprises, bonded_maintenance_projects]",
        "2022年，重庆市共有海外仓超过40个，外贸综合服务企业6家，加工贸易保税维修项目1个[1]。",
        "In 2022, Chongqing had more than 40 overseas warehouses, 6 comprehensive foreign trade service enterprises, and 1 bonded maintenance project for processing trade.[1]",
    ),
    (
        "published",
        "CN-CQ",
        "2022-12--2023-12",
        '[market_procurement_exports, market_procurement_exports.currency("USD"), market_procurement_invoices]',
        "2022年12月—2023年12月，重庆市场采购贸易出口额为12.5亿元，折合1.74亿美元；市场采购贸易出口1726单[1]。",
        "From December 2022 to December 2023, Chongqing’s exports through market procurement trade reached 1.25 billion yuan, or 174 million US dollars; market procurement trade invoices numbered 1,726.[1]",
    ),
    (
        "published",
        "CN-CQ",
        "2020",
        "[training_sessions, trainees, ecommerce_parcels]",
        "2020年，重庆市培训323场，培训3.47万人次；电商快递包裹量达5.9亿件，比上年增长28.3%[1]。",
        "In 2020, Chongqing’s training sessions numbered 323, and people trained 34,700; e-commerce express parcels numbered 590 million, up 28.3% year on year.[1]",
    ),
    (
        "customs",
        "CN-CQ",
        "2024",
        '[trade, trade.share("CN"), exports, imports, exports.balance]',
        "2024年，重庆市货物进出口总额达7154.2亿元，比上年增长0.4%，低于全国平均水平4.6个百分点，占全国的1.6%[1]。其中，出口5073.6亿元，增长6.2%；进口2080.5亿元，下降11.5%[1]。贸易顺差2993.1亿元[1]。",
        "In 2024, Chongqing’s imports and exports reached 715.42 billion yuan, up 0.4% year on year, 4.6 percentage points lower than the national average, accounting for 1.6% of China’s total.[1] Of this, exports came to 507.36 billion yuan, up 6.2%, and imports to 208.05 billion yuan, down 11.5%.[1] The trade surplus was 299.31 billion yuan.[1]",
    ),
    (
        "customs",
        "CN-CQ",
        "2024",
        "[trade, exports, imports, trade.in_month, trade.in_month.pop, exports.in_month, imports.in_month]",
        "2024年，重庆市货物进出口总额达7154.2亿元，比上年增长0.4%，低于全国平均水平4.6个百分点[1]。其中，出口5073.6亿元，增长6.2%；进口2080.5亿元，下降11.5%[1]。12月当月，货物进出口总额达823.4亿元，环比增长51.4%[1-2]。其中，出口619.0亿元，进口204.4亿元[1]。",
        "In 2024, Chongqing’s imports and exports reached 715.42 billion yuan, up 0.4% year on year, 4.6 percentage points lower than the national average.[1] Of this, exports came to 507.36 billion yuan, up 6.2%, and imports to 208.05 billion yuan, down 11.5%.[1] In December alone, imports and exports reached 82.34 billion yuan, up 51.4% month on month.[1-2] Of this, exports came to 61.90 billion yuan and imports to 20.44 billion yuan.[1]",
    ),
    (
        "customs",
        "CN-CQ",
        "2024-01--2024-05",
        "[trade, exports, imports]",
        "2024年1—5月，重庆市货物进出口总额为2789.9亿元，同比下降3.1%，降幅比1—4月收窄2.4个百分点，低于全国平均水平9.4个百分点[1-2]。其中，出口1925.8亿元，增长2.8%；进口864.1亿元，下降14.0%[1]。",
        "In January–May 2024, Chongqing’s imports and exports came to 278.99 billion yuan, down 3.1% year on year, the fall 2.4 percentage points narrower than in January–April and the rate 9.4 percentage points lower than the national average.[1-2] Of this, exports came to 192.58 billion yuan, up 2.8%, and imports to 86.41 billion yuan, down 14.0%.[1]",
    ),
    (
        "customs",
        "CN-CQ",
        "2024",
        "[exports.pull, imports.pull]",
        "2024年，重庆市出口拉动全市货物进出口总额增长4.2个百分点；进口下拉3.8个百分点[1]。",
        "In 2024, Chongqing’s exports added 4.2 percentage points to the growth of total imports and exports; imports took 3.8 percentage points from it.[1]",
    ),
    (
        "customs",
        "CN-CQ",
        "2024",
        "[trade.areas.sorted()[2].pull]",
        "2024年，重庆经济技术开发区货物进出口对重庆市货物进出口总额增长影响不大[1]。",
        "In 2024, Chongqing Economic and Technological Development Zone’s imports and exports made little difference to the growth of Chongqing’s imports and exports.[1]",
    ),
    (
        "customs",
        "CN-CQ",
        "2024",
        '[trade.share("CN"), exports.share("CN"), imports.share("CN")]',
        "2024年，重庆市货物进出口、出口、进口占全国的比重分别为1.6%、2.0%、1.1%[1]。",
        "In 2024, Chongqing’s imports and exports accounted for 1.6% of China’s total, exports for 2.0% and imports for 1.1%.[1]",
    ),
    (
        "customs",
        "CN-CQ",
        "2024",
        '[trade.areas.top(2, "yoy")]',
        "2024年，长寿经济技术开发区货物进出口总额达32.6亿元，比上年增长43.6%，高于全国平均水平38.6个百分点；万州经济技术开发区达84.5亿元，增长20.5%，高于全国平均水平15.5个百分点[1]。",
        "In 2024, Changshou Economic and Technological Development Zone’s imports and exports reached 3.26 billion yuan, up 43.6% year on year, 38.6 percentage points higher than the national average; for Wanzhou Economic and Technological Development Zone, the figure was 8.45 billion yuan, up 20.5%, 15.5 percentage points higher than the national average.[1]",
    ),
    (
        "customs",
        "CN-CQ",
        "2024",
        "[trade, trade.areas.sorted()]",
        "2024年，重庆市货物进出口总额达7154.2亿元，比上年增长0.4%，低于全国平均水平4.6个百分点[1]。其中，重庆两江新区2707.8亿元，增长2.9%；万州经济技术开发区84.5亿元，增长20.5%；重庆经济技术开发区36.1亿元，下降7.3%；长寿经济技术开发区32.6亿元，增长43.6%；重庆高新技术产业开发区24.0亿元，增长18.4%[1]。",
        "In 2024, Chongqing’s imports and exports reached 715.42 billion yuan, up 0.4% year on year, 4.6 percentage points lower than the national average.[1] Of this, Chongqing Liangjiang New Area came to 270.78 billion yuan, up 2.9%; Wanzhou Economic and Technological Development Zone came to 8.45 billion yuan, up 20.5%; Chongqing Economic and Technological Development Zone came to 3.61 billion yuan, down 7.3%; Changshou Economic and Technological Development Zone came to 3.26 billion yuan, up 43.6%; and Chongqing High-tech Industrial Development Zone came to 2.40 billion yuan, up 18.4%.[1]",
    ),
    (
        "customs",
        "CN",
        "2024",
        '[trade, trade.area("CN-CQ")]',
        "2024年，全国货物进出口总额达438467.9亿元，比上年增长5.0%，其中重庆市7154.2亿元，增长0.4%[1]。",
        "In 2024, China’s imports and exports reached 43,846.79 billion yuan, up 5.0% year on year, of which Chongqing came to 715.42 billion yuan, up 0.4%.[1]",
    ),
    (
        "narrower",
        "CN-CQ",
        "2023-01--2023-05",
        "[trade]",
        "2023年1—5月，重庆市货物进出口总额为2801.3亿元，同比下降8.2%，降幅比1—4月收窄2.1个百分点[1]。",
        "In January–May 2023, Chongqing’s imports and exports came to 280.13 billion yuan, down 8.2% year on year, the fall 2.1 percentage points narrower than in January–April.[1]",
    ),
    (
        "deeper",
        "CN-CQ",
        "2023-01--2023-05",
        "[trade]",
        "2023年1—5月，重庆市货物进出口总额为2801.3亿元，同比下降12.2%，降幅比1—4月扩大1.9个百分点[1]。",
        "In January–May 2023, Chongqing’s imports and exports came to 280.13 billion yuan, down 12.2% year on year, the fall 1.9 percentage points deeper than in January–April.[1]",
    ),
    (
        "turned up",
        "CN-CQ",
        "2023-01--2023-05",
        "[trade]",
        "2023年1—5月，重庆市货物进出口总额达2801.3亿元，同比增长1.2%，由降转升，增速比1—4月提高1.5个百分点[1]。",
        "In January–May 2023, Chongqing’s imports and exports reached 280.13 billion yuan, up 1.2% year on year, turning from a fall to a rise, the rate 1.5 percentage points higher than in January–April.[1]",
    ),
    (
        "turned down",
        "CN-CQ",
        "2023-01--2023-05",
        "[trade]",
        "2023年1—5月，重庆市货物进出口总额为2801.3亿元，同比下降1.2%，由升转降，增速比1—4月回落1.5个百分点[1]。",
        "In January–May 2023, Chongqing’s imports and exports came to 280.13 billion yuan, down 1.2% year on year, turning from a rise to a fall, the rate 1.5 percentage points lower than in January–April.[1]",
    ),
    (
        "faster",
        "CN-CQ",
        "2022-01--2022-05",
        "[trade]",
        "2022年1—5月，重庆市货物进出口总额达3400.5亿元，同比增长9.0%，增速比1—4月加快1.5个百分点，高于全国平均水平1.2个百分点[1]。",
        "In January–May 2022, Chongqing’s imports and exports reached 340.05 billion yuan, up 9.0% year on year, 1.5 percentage points faster than in January–April and 1.2 percentage points higher than the national average.[1]",
    ),
    (
        "level",
        "CN-CQ",
        "2023",
        "[trade, exports]",
        "2023年，重庆市货物进出口总额为7137.4亿元，与上年持平，其中出口4782.2亿元，与上年持平[1]。",
        "In 2023, Chongqing’s imports and exports reached 713.74 billion yuan, unchanged year on year, of which exports came to 478.22 billion yuan, unchanged year on year.[1]",
    ),
    (
        "falls",
        "CN-CQ",
        "2023",
        "[trade, trade.change, exports, exports.contribution, exports.balance]",
        "2023年，重庆市货物进出口总额为7137.4亿元，比上年减少1021.0亿元，下降12.5%[1]。其中，出口4782.2亿元，下降8.8%，对全市货物进出口总额下降的贡献率为45.4%[1]。贸易顺差2427.0亿元，比上年扩大94.8亿元[1]。",
        "In 2023, Chongqing’s imports and exports came to 713.74 billion yuan, down 102.10 billion yuan on the year before, or 12.5%.[1] Of this, exports came to 478.22 billion yuan, down 8.8%, contributing 45.4% of the fall in total imports and exports.[1] The trade surplus was 242.70 billion yuan, widening by 9.48 billion yuan on the year before.[1]",
    ),
    (
        "into deficit",
        "CN-CQ",
        "2023",
        "[exports, imports, exports.balance]",
        "2023年，重庆市出口总额为40.0亿元，比上年下降20.0%；进口总额达60.4亿元，增长117.3%；贸易逆差20.4亿元，由顺差转为逆差[1]。",
        "In 2023, Chongqing’s exports came to 4.00 billion yuan, down 20.0% year on year; imports reached 6.04 billion yuan, up 117.3%; the trade deficit was 2.04 billion yuan, turning from a surplus into a deficit.[1]",
    ),
    (
        "manifold",
        "CN-CQ",
        "2023",
        "[exports]",
        "2023年，重庆市出口总额达12.3亿元，比上年增长11.3倍[1]。",
        "In 2023, Chongqing’s exports reached 1.23 billion yuan, rising to 12.3 times the level of the year before.[1]",
    ),
    (
        "two years",
        "CN-CQ",
        "2021",
        '[trade, trade.growth_avg("2019")]',
        "2021年，重庆市货物进出口总额达8000.6亿元，比上年增长22.8%，两年平均增长17.5%[1]。",
        "In 2021, Chongqing’s imports and exports reached 800.06 billion yuan, up 22.8% year on year, with average growth of 17.5% a year since 2019.[1]",
    ),
    (
        "to the US",
        "CN-CQ",
        "2023",
        '[exports, exports.partner("US"), imports.partner("US")]',
        "2023年，重庆市出口总额为4782.2亿元，其中对美国出口1000.0亿元，比上年下降5.0%[1]。自美国进口达300.0亿元，增长3.0%[1]。",
        "In 2023, Chongqing’s exports reached 478.22 billion yuan, of which exports to the United States came to 100.00 billion yuan, down 5.0% year on year.[1] Imports from the United States reached 30.00 billion yuan, up 3.0%.[1]",
    ),
    (
        "ahead",
        "CN-CQ",
        "2023",
        "[exports, exports.target.completion]",
        "2023年，重庆市出口总额为750亿元，完成2025年目标（达到700亿元）的107.1%，提前两年完成[1]。",
        "In 2023, Chongqing’s exports reached 75 billion yuan; this is 107.1% of the 70 billion yuan to be reached in 2025, two years ahead of plan.[1]",
    ),
    (
        "behind",
        "CN-CQ",
        "2023",
        "[exports, exports.target.completion, exports.target.gap, exports.target.required_growth]",
        "2023年，重庆市出口总额为600亿元，完成2025年目标（达到700亿元）的85.7%，距目标还差100亿元，2024—2025年年均需增长8.0%[1]。",
        "In 2023, Chongqing’s exports reached 60 billion yuan; this is 85.7% of the 70 billion yuan to be reached in 2025, leaving a gap of 10 billion yuan, which requires average growth of 8.0% a year from 2023.[1]",
    ),
    (
        "rate",
        "CN-CQ",
        "2023",
        "[unemployment, urbanisation]",
        "2023年，重庆市城镇调查失业率为5.2%，比上年下降0.3个百分点；常住人口城镇化率为71.67%，比上年提高0.71个百分点[1]。",
        "In 2023, Chongqing’s urban unemployment rate stood at 5.2%, down 0.3 percentage points on the year before; the urbanization rate stood at 71.67%, up 0.71 percentage points on the year before.[1]",
    ),
    (
        "share",
        "CN-CQ",
        "2023",
        '[exports.of("PRIVATE"), exports.of("PRIVATE").share]',
        "2023年，重庆市民营企业出口额达2100.0亿元，比上年增长5.0%，占全市出口总额的43.9%，比上年提高5.8个百分点[1]。",
        "In 2023, Chongqing’s exports of private enterprises reached 210.00 billion yuan, up 5.0% year on year, accounting for 43.9% of total exports, up 5.8 percentage points on the year before.[1]",
    ),
    (
        "statuses",
        "CN-CQ",
        "2024-Q1",
        '[gdp, gdp.of("PRIMARY"), gdp.of("SECONDARY"), gdp.of("TERTIARY")]',
        "2024年一季度，重庆市地区生产总值达7232.8亿元，同比增长6.2%[1]。其中，第一产业266.5亿元，增长3.4%；第二产业2685.3亿元，增长8.1%；第三产业4281.0亿元，增长5.3%[1]。",
        "In Q1 2024, Chongqing’s gross domestic product reached 723.28 billion yuan, up 6.2% year on year.[1] Of this, primary industry came to 26.65 billion yuan, up 3.4%; secondary industry came to 268.53 billion yuan, up 8.1%; and tertiary industry came to 428.10 billion yuan, up 5.3%.[1]",
    ),
    (
        "published",
        "CN",
        "2023",
        "[auto_export_units, auto_export_units.rank]",
        "2023年，全国汽车出口量近500万辆，居世界第1位[1]。",
        "In 2023, China’s automobile exports by number reached nearly 5 million vehicles, ranking 1st in the world.[1]",
    ),
    (
        "customs",
        "CN-CQ",
        "2024",
        "[exports.difference, imports.difference]",
        "2024年，重庆市出口增速低于全国平均水平0.9个百分点；进口增速低于全国平均水平13.8个百分点[1]。",
        "In 2024, Chongqing’s exports grew 0.9 percentage points slower than the national average; imports fell while the national average rose, a difference of 13.8 percentage points.[1]",
    ),
    (
        "pace",
        "CN-CQ",
        "2023-01--2023-05",
        "[exports, exports.target.completion]",
        "2023年1—5月，重庆市出口总额为260亿元，完成年度目标任务（达到500亿元）的52.0%，快于序时进度10.3个百分点[1]。",
        "In January–May 2023, Chongqing’s exports reached 26.0 billion yuan; this is 52.0% of the 50.0 billion yuan to be reached in 2023, 10.3 percentage points ahead of schedule.[1]",
    ),
    # what another currency, a rate or a target says follows nothing that it does not fit
    (
        "published",
        "CN",
        "2023",
        '[cbec_trade.currency("USD")]',
        "2023年，全国跨境电商进出口额为329亿美元[1]。",
        "In 2023, China’s cross-border e-commerce imports and exports reached 32.9 billion US dollars.[1]",
    ),
    (
        "published",
        "CN-CQ",
        "2022-12--2023-12",
        '[market_procurement_exports.exchange_rate, market_procurement_exports.currency("USD")]',
        "按来源对2022年12月—2023年12月重庆市场采购贸易出口额的换算，隐含汇率为7.18元/美元。[1]2022年12月—2023年12月，市场采购贸易出口额为1.74亿美元[1]。",
        "The source’s conversion of Chongqing’s exports through market procurement trade for December 2022 – December 2023 implies 7.18 yuan per US dollar.[1] From December 2022 to December 2023, exports through market procurement trade reached 174 million US dollars.[1]",
    ),
    (
        "ahead",
        "CN-CQ",
        "2023",
        "[exports, [exports.target]]",
        "2023年，重庆市出口总额为750亿元[1]。到2025年，出口总额的目标是不低于700亿元[1]。",
        "In 2023, Chongqing’s exports reached 75 billion yuan.[1] The target for exports by 2025 is at least 70 billion yuan.[1]",
    ),
]


@cache
def data(name):
    if name in ("published", "customs"):
        return read(DATA if name == "published" else DATA / "customs-2024")[0]
    text = "\n".join(MADE[name])
    codes = {key: None for key in CODES if f".{key[1]} " in text or f"~{key[1]} " in text}
    indicators = {code: fields for code, fields in INDICATORS.items() if code in text}
    made = dataset(text, areas=AREAS, indicators=indicators, codes=codes)
    return replace(
        made, codes=tuple(replace(code, label=CODES[code.dimension, code.code]) for code in made.codes)
    )


@cache
def catalogue(name):
    return Catalogue(data(name))


def vocabulary(name, area, period, language):
    context = PackContext("Title", language, area, Period.parse(period), date(2025, 3, 31))
    return document_vocabulary(catalogue(name), context, (), None, None)


def filled(template, words):
    sandbox = environment(
        finalize=lambda value: value.content() if isinstance(value, Showable) else value, autoescape=False
    )
    return sandbox.from_string(template).render(dict(words))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("name", "area", "period", "asked", "zh", "en"), PARAGRAPHS)
def test_forty_paragraphs_read_as_communiques_do(name, area, period, asked, zh, en, language):
    words = vocabulary(name, area, period, language)

    assert filled(f"{{{{ paragraph({asked}) }}}}", words) == {"en": en, "zh": zh}[language]


TRADE = ("customs", "CN-CQ", "2024")
PUBLISHED = ("published", "CN-CQ", "2023")


def test_the_same_expression_in_chinese_gives_the_same_paragraph():
    english = filled('{{ paragraph([exports, exports.of("General trade")]) }}', vocabulary(*PUBLISHED, "zh"))
    chinese = filled('{{ 段落([出口, 出口.分组("一般贸易")]) }}', vocabulary(*PUBLISHED, "zh"))

    assert english == chinese != ""


def test_every_number_keeps_its_figure_and_counts_as_shown():
    words = vocabulary(*PUBLISHED, "zh")
    said = words["段落"]([words["出口"], words["出口"].of("一般贸易")]).content()

    keys = [part.key for part in said.parts if isinstance(part, Number)]
    assert [words.figure_of(key).id.kind.value for key in keys] == ["level", "level", "growth_yoy"]
    assert words.shown == [str(words.figure_of(key).id) for key in keys]


def test_a_list_inside_the_list_names_parts_and_importance_orders_them():
    words = vocabulary(*PUBLISHED, "zh")
    said = filled("{{ paragraph([exports, [gdp]]).unmarked }}", words)
    ordered = filled("{{ paragraph([imports, exports]).by_importance.unmarked }}", vocabulary(*TRADE, "zh"))

    assert said == "2023年，重庆市出口总额超过4700亿元，其中地区生产总值超过3万亿元。"
    assert ordered.index("出口总额达5073.6亿元") < ordered.index("进口总额为2080.5亿元")


@pytest.mark.parametrize(
    ("language", "brief", "headline"),
    [
        (
            "en",
            "In 2024, Chongqing’s imports and exports reached 715.42 billion yuan, up 0.4% year on year.[1]",
            "Imports and exports up 0.4%",
        ),
        ("zh", "2024年，重庆市货物进出口总额达7154.2亿元，比上年增长0.4%[1]。", "货物进出口总额增长0.4%"),
    ],
)
def test_a_key_message_says_level_and_growth_and_a_heading_growth_alone(language, brief, headline):
    words = vocabulary(*TRADE, language)

    assert filled("{{ paragraph(trade).brief }}", words) == brief
    assert filled("{{ paragraph(trade).headline }}", words) == headline
    assert words.page.noticed == ()


def test_a_heading_of_what_has_no_growth_says_the_figure():
    assert (
        filled("{{ paragraph(exports).headline }}", vocabulary(*PUBLISHED, "en"))
        == "Exports exceeded 470 billion yuan"
    )
    assert filled("{{ paragraph(exports).headline }}", vocabulary(*PUBLISHED, "zh")) == "出口总额超过4700亿元"
    assert (
        filled("{{ paragraph(exports.balance).headline }}", vocabulary(*TRADE, "zh")) == "贸易顺差2993.1亿元"
    )
    assert (
        filled("{{ paragraph(exports.balance).headline }}", vocabulary(*TRADE, "en"))
        == "Trade surplus was 299.31 billion yuan"
    )


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (
            "en",
            "A key message takes more than two lines: “In 2024",
        ),
        ("zh", "要点超过两行：“2024年，"),
    ],
)
def test_a_key_message_that_is_too_long_is_told(code, told):
    words = vocabulary(*TRADE, code)

    filled("{{ paragraph([trade, exports, imports, trade.in_month]).brief }}", words)

    (finding,) = words.page.noticed
    assert finding.code == "long-key-message"
    assert language(code).what(finding).startswith(told)


REFUSED = "{{ paragraph([cbec_trade, exports.contribution, exports]) }}"
NOTED = "{% for n in notes %}|{{ n }}{% endfor %}"


@pytest.mark.parametrize(
    ("language", "growth", "contribution"),
    [
        (
            "en",
            "Year-on-year growth of Chongqing’s cross-border e-commerce imports and exports in 2023 is not given: the series "
            "appears to be defined differently from 2023 on, so 2023 cannot be compared with 2022.",
            "The contribution of Chongqing’s exports to the growth of total imports and exports in 2023 is not given: "
            "the sources used give no figure for 2023.",
        ),
        (
            "zh",
            "因自2023年起口径疑有变化，2023年与2022年不可比，未列2023年重庆市跨境电商进出口额的同比增速。",
            "因所用来源未公布2023年的数值，未列2023年重庆市出口总额对全市货物进出口总额增长的贡献率。",
        ),
    ],
)
def test_what_is_refused_is_explained_once_in_a_note_and_not_in_the_text(language, growth, contribution):
    words = vocabulary(*PUBLISHED, language)

    text, *notes = filled(REFUSED + REFUSED + NOTED, words).split("|")
    again = filled(NOTED, words)

    assert growth not in text
    assert notes[0] == growth
    assert len(notes) == 2
    assert again == ""
    assert words.page.noticed == ()


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", "The text leaves out figures that have no number, and nothing says why: "),
        ("zh", "正文略去了没有数值的数据，文中没有说明原因："),
    ],
)
def test_what_no_note_explains_is_told(code, told):
    words = vocabulary(*PUBLISHED, code)

    filled(REFUSED, words)

    (finding,) = words.page.noticed
    assert finding.code == "left-out-unexplained"
    assert language(code).what(finding).startswith(told)
    assert "notes" in language("en").remedy(finding)


def test_notes_that_stand_before_the_text_are_filled_once_more():
    words = vocabulary(*PUBLISHED, "zh")

    filled(NOTED + REFUSED, words)

    assert not words.page.is_settled


def test_of_an_indicator_without_a_level_growth_is_said():
    words = vocabulary("published", "CN-CQ", "2020", "zh")

    said = filled('{{ paragraph(online_retail.of("Physical goods")).unmarked }}', words)

    assert said == "2020年，重庆市实物商品网上零售额比上年增长25.8%。"


@pytest.mark.parametrize(
    ("asked", "en", "zh"),
    [
        ("", "The paragraph names no indicator: write at least one", "段落中没有指标，请写入至少一个"),
        (
            "['Exports', exports]",
            "A paragraph takes indicators, figures and lists of them, and “Exports” is none",
            "段落只能写入指标、数据或其列表，“Exports”不是",
        ),
        ("[exports, tables]", "A paragraph takes indicators", "段落只能写入指标"),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_no_paragraph_is_said_in_one_sentence(asked, en, zh, language):
    with pytest.raises(TemplateError) as error:
        filled(f"{{{{ paragraph({asked}) }}}}", vocabulary(*PUBLISHED, language))

    assert say(error.value.message, language).startswith({"en": en, "zh": zh}[language])


def test_a_paragraph_without_any_number_says_which_has_none():
    words = vocabulary(*PUBLISHED, "en")

    assert (
        filled("{% if paragraph(imports_of_nothing) %}{% endif %}", {**words, "imports_of_nothing": []}) == ""
    )
    with pytest.raises(TemplateError) as error:
        filled("{{ paragraph(market_procurement_exports) }}", words)
    assert error.value.findings[0].code == "no-number"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_in_word_each_number_is_marked_and_in_a_cell_the_text_stands(language, tmp_path):
    words = vocabulary(*PUBLISHED, language)
    asked = '{{ paragraph([exports, exports.of("General trade")]) }}'
    document, book = docx.Document(), openpyxl.Workbook()
    document.add_paragraph(asked)
    document.save(tmp_path / "t.docx")
    book.active["A1"] = asked
    book.save(tmp_path / "t.xlsx")

    in_word = fill_word(tmp_path / "t.docx", words, tmp_path / "o.docx")
    fill_excel(tmp_path / "t.xlsx", vocabulary(*PUBLISHED, language), tmp_path / "o.xlsx")

    said = filled(asked, vocabulary(*PUBLISHED, language))
    written = docx.Document(str(tmp_path / "o.docx")).element.body.iter(qn("w:t"))
    assert "".join(text.text for text in written).replace("\u2060", "") == said
    assert openpyxl.load_workbook(tmp_path / "o.xlsx").active["A1"].value == said
    assert len(in_word.figures) == 3


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "Imports and exports reached 715.42 billion yuan, up 0.4% year on year; for China, the figure was",
        ),
        ("zh", "货物进出口总额达7154.2亿元，比上年增长0.4%；全国达438467.9亿元，增长5.0%。"),
    ],
)
def test_a_text_that_goes_on_says_period_and_area_of_the_pack_no_more(language, said):
    words = vocabulary(*TRADE, language)

    made = filled('{{ paragraph([trade, trade.area("CN")]).brief.continued.unmarked }}', words)

    assert made.startswith(said)

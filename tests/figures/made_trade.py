"""Datasets with made-up figures for paragraphs."""

from reportgen.messages import Bilingual

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
    "areas": (
        "trade A 2024=84.5e8 2024:yoy=20.5",
        "trade B 2024=36.1e8 2024:yoy=-7.3",
        "trade C 2024=32.6e8 2024:yoy=43.6",
        "trade D 2024=24.0e8 2024:yoy=18.4",
    ),
    "deposits": (
        "deposits(CNY,stock) CN-CQ 2023=500.5e8 2023-12-31=510.5e8 2024=520.5e8",
        "trade CN-CQ 2024=100.5e8",
    ),
    "pace": ("exports CN-CQ 2023-01--2023-05=260e8 2023:target=>=500e8",),
}
"""Data made for the forms that the published figures do not have."""

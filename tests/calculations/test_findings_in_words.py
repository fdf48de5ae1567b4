"""Every finding of reconciliation in both languages: a dataset of one or two lines, and the sentence a person reads."""

import pytest

from reportgen.calculations.reconciliation.rules import reconcile
from reportgen.language import language, languages
from tests.builders import dataset

CASES = {
    "stated-twice": (
        ("exports CN-CQ 2023=470e9 2023=478.2e9",),
        "exports, CN-CQ, 2023, is stated twice with different values: 470 billion yuan in “exports_CN-CQ_2023”, 478.2 billion yuan in “exports_CN-CQ_2023_2”. The first one is used.",
        "2023年CN-CQ出口有两个不同的数值：“exports_CN-CQ_2023”为4700亿元，“exports_CN-CQ_2023_2”为4782亿元；目前采用前者。",
    ),
    "stated-twice-alike": (
        ("exports CN-CQ 2023=>470e9 2023=478.2e9",),
        "exports, CN-CQ, 2023, is stated twice, as more than 470 billion yuan and as 478.2 billion yuan; the two agree within their rounding.",
        "2023年CN-CQ出口有两种表述：超过4700亿元和4782亿元，在取舍误差内一致。",
    ),
    "growth-against-levels": (
        ("cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9 2021:yoy=63.3",),
        "Up 63.3% to 32.21 billion yuan in 2021 implies 19.72 billion yuan for 2020, but observation “cbec_trade_CN-CQ_2020” states 7.81 billion yuan.",
        "2021年增长63.3%、达322.1亿元，由此推算2020年为197.2亿元，而“cbec_trade_CN-CQ_2020”载明为78.1亿元。",
    ),
    "growth-on-revised-base": (
        ("trade CN 2022=420678e8 2023=417568e8 2023:yoy=0.2",),
        "trade, CN: one published growth rate does not follow from the published levels, but does from bases revised since. It is 0.2% for 2023, which implies 41.67 trillion yuan for 2022, 0.94% below the 42.0678 trillion yuan published then (“trade_CN_2022”).",
        "全国进出口有1个公布的增速与公布的绝对额不符，但可由基数修订解释；相差最大的为2023年的0.2%，由此推算2022年为41.67万亿元，比当时公布的42.0678万亿元（“trade_CN_2022”）低0.94%。",
    ),
    "implied-restatement": (
        ("trade CN-CQ 2024-Q1=16003509e4 2024-04=5864732e4 2024-01--2024-04=21787298e4",),
        "trade, CN-CQ: the cumulative totals imply later revisions, Q1 2024 down by 809 million yuan (0.51%).",
        "CN-CQ进出口：据累计数推算，后来的修订为：2024年一季度数下调8.09亿元（0.51%）。",
    ),
    "total-against-months": (
        ("trade CN-CQ 2024-Q1=16003509e4 2024-04=5864732e4 2024-01--2024-04=41787298e4",),
        "trade, CN-CQ: 417.87298 billion yuan for January–April 2024 less 58.64732 billion yuan of April 2024 is not the 160.03509 billion yuan of Q1 2024: 199.19057 billion yuan remains.",
        "CN-CQ进出口：2024年1—4月累计4178.7298亿元减去2024年4月的586.4732亿元，与2024年一季度的1600.3509亿元相差1991.9057亿元。",
    ),
    "parts-against-whole": (
        ("trade CN 2023=100.0e9", "exports CN 2023=60.0e9", "imports CN 2023=41.0e9"),
        "trade, CN, 2023, is 100.0 billion yuan, but its 2 parts come to 101.0 billion yuan: 1.0 billion yuan more, beyond what rounding explains.",
        "2023年全国进出口为1000亿元，而其2个分项合计为1010亿元，多10亿元，超出四舍五入所能解释的范围。",
    ),
    "parts-against-whole/in-time": (
        ("trade CN 2023=100.0e9 2023-Q1=20.0e9 2023-Q2=25.0e9 2023-Q3=25.0e9 2023-Q4=28.0e9",),
        "trade, CN, 2023, is 100.0 billion yuan, but its 4 quarters come to 98.0 billion yuan: 2.0 billion yuan less, beyond what rounding explains.",
        "2023年全国进出口为1000亿元，而其4个季度合计为980亿元，少20亿元，超出四舍五入所能解释的范围。",
    ),
    "shares-above-whole": (
        ("exports.SIZE_LARGE CN 2023:share=60.5", "exports.SIZE_SMALL CN 2023:share=45.0"),
        "exports (SIZE LARGE), CN, 2023, share, and the other shares of the same split (2 in all) come to 105.5%: parts cannot exceed their whole.",
        "2023年全国出口（SIZE_LARGE）比重与同一分组的其他比重（共2个）合计为105.5%：部分之和不可能超过整体。",
    ),
    "same-as-last-year": (
        ("trade CN 2022=32.21e9 2023=32.21e9",),
        "trade, CN: 32.21 billion yuan for 2023 is to the last digit what is stated for 2022 (“trade_CN_2022”).",
        "全国进出口：2023年的322.1亿元与2022年（“trade_CN_2022”）完全相同。",
    ),
    "values-exchanged": (
        (
            "trade CN 2023-02=110e8 2023-03=180e8 2024-02=114e8 2024-02:yoy=-36.7 2024-03=178e8 2024-03:yoy=61.8",
        ),
        "trade, CN, February 2023, is 11.0 billion yuan, and trade, CN, March 2023, is 18.0 billion yuan (“trade_CN_2023-03”): both contradict what they are set against, and neither would where the other stands.",
        "2023年2月全国进出口为110亿元，2023年3月全国进出口为180亿元（“trade_CN_2023-03”）：两者均与其他数值矛盾，互换后则不矛盾。",
    ),
    "unusual-change": (
        (
            "trade CN 2012:yoy=5.0 2013:yoy=6.0 2014:yoy=4.0 2015:yoy=5.5 2016:yoy=4.5 2017:yoy=5.0 2018:yoy=6.5 2019:yoy=3.5 2020:yoy=5.2 2021:yoy=63.3",
        ),
        "trade, CN: a change by 63.3% in 2021 is far from the usual 5.1% of the other 9 changes over a year.",
        "全国进出口：2021年变动63.3%，与其余9个同比变动的一般水平5.1%相差悬殊。",
    ),
    "unusual-rate": (
        ("trade(percent) CN 2021=69.46 2022=103.2 2023=70.96",),
        "trade, CN: 103.2% in 2022 is far from the usual 71.0% of the other 2 values of the series.",
        "全国进出口：2022年为103.2%，与该序列其余2个数值的一般水平71.0%相差悬殊。",
    ),
    "share-against-levels": (
        ("exports CN-CQ 2023=100e9", "exports.cars CN-CQ 2023=33e9 2023:share=70"),
        "exports (cars), CN-CQ, 2023, share, is reported as 70%, but 33 billion yuan (“exports.cars_CN-CQ_2023”) against 100 billion yuan (“exports_CN-CQ_2023”) gives 33.00%.",
        "2023年CN-CQ出口（cars）比重据报道为70%，而由330亿元（“exports.cars_CN-CQ_2023”）与1000亿元（“exports_CN-CQ_2023”）计算为33.00%。",
    ),
    "multiple-against-levels": (
        ("cbec_trade CN 2018=1.00e12 2023=2.38e12 2023:multiple:2018=~10",),
        "cbec trade, CN, 2023, multiple, is reported as about 10 times, but 2.38 trillion yuan (“cbec_trade_CN_2023”) against 1.00 trillion yuan (“cbec_trade_CN_2018”) gives 2.38 times.",
        "2023年全国跨境电商进出口倍数据报道为约10倍，而由2.38万亿元（“cbec_trade_CN_2023”）与1.00万亿元（“cbec_trade_CN_2018”）计算为2.38倍。",
    ),
    "share-above-whole": (
        ("cars CN-CQ 2023:share:exports=170",),
        "cars, CN-CQ, 2023, share, is 170%: a part cannot exceed its whole.",
        "2023年CN-CQ指标cars比重为170%：部分不可能超过整体。",
    ),
    "negative-share": (
        ("cars CN-CQ 2023:share:exports=-3.0",),
        "cars, CN-CQ, 2023, share, is -3.0%: a part of what is counted up cannot be less than nothing.",
        "2023年CN-CQ指标cars比重为-3.0%：累加而成的总量，其部分不可能小于零。",
    ),
    "points-against-rates": (
        ("retail CN-CQ 2020:yoy=13.05 2020:pp:CN=1.49", "retail CN 2020:yoy=10.9"),
        "retail, CN-CQ, 2020, difference in percentage points, is reported as 1.49 percentage points, but 13.05% (“retail_CN-CQ_2020_growth_yoy”) less 10.9% (“retail_CN_2020_growth_yoy”) is 2.15 percentage points.",
        "2020年CN-CQ指标retail增速之差据报道为1.49个百分点，而13.05%（“retail_CN-CQ_2020_growth_yoy”）减10.9%（“retail_CN_2020_growth_yoy”）为2.15个百分点。",
    ),
    "period-below-its-part": (
        ("cbec_trade CN-CQ 2022=15.0e9 2022-01--2022-05=19.79e9",),
        "cbec trade, CN-CQ: 15.0 billion yuan for 2022 is not, or hardly, above the 19.79 billion yuan of January–May 2022 alone (“cbec_trade_CN-CQ_2022-01--2022-05”).",
        "CN-CQ跨境电商进出口：2022年为150亿元，未超过或仅略高于其中2022年1—5月的197.9亿元（“cbec_trade_CN-CQ_2022-01--2022-05”）。",
    ),
    "large-change-unreported": (
        ("exports CN-CQ 2020=32.21e9 2021=7.81e9",),
        "exports, CN-CQ, went from 32.21 billion yuan in 2020 (“exports_CN-CQ_2020”) to 7.81 billion yuan in 2021, a fall of 76%, and no source reports such a change.",
        "CN-CQ出口由2020年的322.1亿元（“exports_CN-CQ_2020”）变为2021年的78.1亿元，下降76%，而没有来源报道这一变化。",
    ),
    "large-change-unreported/pace": (
        ("cbec_trade CN-CQ 2021=32.21e9 2022-01--2022-05=19.79e9 2023=almost20e9",),
        "cbec trade, CN-CQ: nearly 20 billion yuan for 2023, 1.67 billion yuan a month, cannot continue a series whose January–May 2022 alone came to 19.79 billion yuan (“cbec_trade_CN-CQ_2022-01--2022-05”), 3.96 billion yuan a month: that would be a fall of 58%, and no source reports such a change.",
        "CN-CQ跨境电商进出口：2023年为近200亿元（月均16.7亿元），难以与2022年1—5月的197.9亿元（“cbec_trade_CN-CQ_2022-01--2022-05”，月均39.6亿元）相衔接：月均下降58%，而没有来源报道这一变化。",
    ),
    "part-above-total": (
        ("exports CN-CQ 2023=470e9", "exports.cars CN-CQ 2023=>500e9"),
        "exports (cars), CN-CQ, 2023, more than 500 billion yuan, is above its total “exports_CN-CQ_2023”: exports, CN-CQ, 2023, 470 billion yuan.",
        "2023年CN-CQ出口（cars）为超过5000亿元，高于其总数“exports_CN-CQ_2023”：2023年CN-CQ出口为4700亿元。",
    ),
    "parts-above-total": (
        (
            "brands(count,stock) CN-CQ 2020=1200",
            "brands.size_large CN-CQ 2020=81",
            "brands.size_small CN-CQ 2020=1141",
        ),
        "brands, CN-CQ, 2020, is 1,200, but its parts “brands.size_large_CN-CQ_2020”, “brands.size_small_CN-CQ_2020” come to more: 81 + 1,141.",
        "2020年CN-CQ指标brands为1200，而其各部分“brands.size_large_CN-CQ_2020”、“brands.size_small_CN-CQ_2020”之和更大：81 + 1141。",
    ),
    "rate-out-of-line": (
        (
            'retail CN-CQ 2020=135.05e9 "s2|135.05 billion yuan (21 billion USD)" 2020=~21e9USD "s2 converted|135.05 billion yuan (21 billion USD)"',
            'cbec_trade CN 2023=2.38e12 "s4|2.38 trillion yuan ($32.9 billion)" 2023=32.9e9USD "s4 converted|2.38 trillion yuan ($32.9 billion)"',
        ),
        "cbec trade, CN, 2023: 2.38 trillion yuan given as 32.9 billion US dollars implies 72.3 yuan to one USD, while the other conversion implies 6.4. A decimal point is probably misplaced by a factor of 10: 329 billion US dollars would be in line.",
        "2023年全国跨境电商进出口：2.38万亿元折合329亿美元，即1美元合72.3元，而其他折算为6.4元。小数点可能错位（相差10倍）：3290亿美元才与其他折算相符。",
    ),
    "target-without-observation": (
        ("exports CN-CQ 2022-12--2023-12=1.25e9 2025:target=>20e9",),
        "Nothing comparable is observed for the target “exports_2025” (exports, CN-CQ, 2025: more than 20 billion yuan): “exports_CN-CQ_2022-12--2023-12” (1.25 billion yuan) cannot be used, because December 2022 – December 2023 covers thirteen months, the target a whole year.",
        "目标“exports_2025”（2025年CN-CQ出口超过200亿元）没有可比的观测值：“exports_CN-CQ_2022-12--2023-12”（12.5亿元）不适用，2022年12月—2023年12月为十三个月累计数，目标为全年，不可比。",
    ),
    "target-without-base": (
        ("gdp CN-CQ 2024=683.42e8 2025:target=>=730e8",),
        "The target “gdp_2025” (gdp, CN-CQ, 2025: at least 73.0 billion yuan) names no base, so nothing is said of its completion, gap or status before 2025 begins.",
        "目标“gdp_2025”（2025年CN-CQ指标gdp不低于730亿元）未给出起点，2025年之前不显示完成率、差距和状态。",
    ),
    "target-measured-before-break": (
        ("cbec_trade CN-CQ 2021=32.21e9 2023=almost20e9 2025:target:2021=>70e9 2023:break",),
        "The target “cbec_trade_2025” is not measured by the latest figure, nearly 20 billion yuan for 2023 (“cbec_trade_CN-CQ_2023”): the series breaks in 2023 (inferred), so it stays measured in the stretch of its base, 32.21 billion yuan in 2021.",
        "目标“cbec_trade_2025”未采用最新数值（2023年近200亿元，“cbec_trade_CN-CQ_2023”）计算：该序列自2023年起口径中断（推断），仍按基数（2021年322.1亿元）所在时段衡量。",
    ),
    "target-not-beyond-base": (
        ("exports CN-CQ 2021=32.21e9 2025:target:2021=>7e9",),
        "The target “exports_2025” of more than 7 billion yuan for 2025 is passed by its own base already: 32.21 billion yuan in 2021 (“exports_CN-CQ_2021”).",
        "目标“exports_2025”（2025年超过70亿元）已被其基数超过：2021年为322.1亿元（“exports_CN-CQ_2021”）。",
    ),
    "target-base-unlike": (
        ("warehouses(count,stock) CN-CQ 2022=>40#w1", "enterprises(count,stock) CN-CQ 2025:target:w1=10"),
        "The target “enterprises_2025” is set for enterprises, CN-CQ (count), but its base “w1” is warehouses, CN-CQ (count, level).",
        "目标“enterprises_2025”针对CN-CQ指标enterprises（count），而其基数“w1”为CN-CQ指标warehouses（count，level）。",
    ),
    "milestone-beyond-target": (
        ("exports CN-CQ 2021=9e9 2023:target=>80e9 2025:target=>70e9",),
        "The milestone “exports_2023” (more than 80 billion yuan in 2023) goes beyond the later target “exports_2025” (more than 70 billion yuan in 2025).",
        "阶段目标“exports_2023”（2023年超过800亿元）超过了更晚的目标“exports_2025”（2025年超过700亿元）。",
    ),
    "unlike-periods": (
        ("cbec_trade CN-CQ 2020=7.81e9 2021=8.00e9 2021-01--2021-05=3e9",),
        "cbec trade, CN-CQ: January–May 2021 (“cbec_trade_CN-CQ_2021-01--2021-05”) is unlike the other periods (2020, 2021), so no growth is computed between them.",
        "CN-CQ跨境电商进出口：2021年1—5月（“cbec_trade_CN-CQ_2021-01--2021-05”）与其他时期（2020年、2021年）所含月份不同，不计算其间增速。",
    ),
    "unlike-periods/base": (
        ("exports CN-CQ 2022-01--2022-05:yoy:2021=88.9",),
        "“exports_CN-CQ_2022-01--2022-05_growth_yoy” compares January–May 2022 with 2021, which covers other months.",
        "“exports_CN-CQ_2022-01--2022-05_growth_yoy”将2022年1—5月与2021年相比，两者所含月份不同。",
    ),
    "break-inferred": (
        ("exports CN-CQ 2021=5e9 2021:break",),
        "exports, CN-CQ, is not comparable with before from 2021 on (inferred). A break planted for a test.",
        "CN-CQ出口自2021年起与此前不可比（推断）。测试用口径中断。",
    ),
    "break-stated": (
        ("exports CN-CQ 2021=5e9 2022:break:stated",),
        "exports, CN-CQ, is not comparable with before from 2022 on (stated by a source). A break planted for a test.",
        "CN-CQ出口自2022年起与此前不可比（来源说明）。测试用口径中断。",
    ),
}


def finding_of(key):
    declared = {
        "trade": {"additive": ("breakdown", "quarters")},
        "exports": {"parent": "trade"},
        "imports": {"parent": "trade"},
    }
    fields = declared if key.startswith("parts-against-whole") else {}
    [finding] = [item for item in reconcile(dataset(*CASES[key][0], indicators=fields)) if item.key == key]
    return finding


@pytest.mark.parametrize("key", CASES)
def test_it_says_what_contradicts_what(key):
    finding = finding_of(key)
    assert language("en").what(finding) == CASES[key][1]
    assert language("zh").what(finding) == CASES[key][2]


@pytest.mark.parametrize("key", CASES)
def test_it_says_what_to_do_and_names_its_series(key):
    finding = finding_of(key)
    assert language("en").remedy(finding).endswith(".")
    assert language("zh").remedy(finding).endswith("。")
    assert "/CN" in str(finding.series)
    assert finding.subjects


@pytest.mark.parametrize("code", languages())
def test_no_finding_of_reconciliation_is_untested(code):
    assert set(language(code).subject("calculations").FINDINGS) == set(CASES)

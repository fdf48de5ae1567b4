"""Generated sentences: level, direction, comparison; reasons where there is no number; both languages."""

import pytest

from reportgen.content import Number
from reportgen.figures.mentions import direction_of
from reportgen.figures.sentences import sentence
from reportgen.language import language
from reportgen.language.clauses import Direction
from tests.builders import dataset
from tests.figures.made import figure, page, real_data


def said(data, figure_id, spoken, **more):
    document = page(data, spoken, **more)
    return str(sentence(document, document.catalogue.get(figure_id)))


@pytest.mark.parametrize(
    ("data", "figure_id", "en", "zh"),
    [
        (
            "cbec_trade CN-CQ 2022-01--2022-05=19.79e9 2022-01--2022-05:yoy=88.9",
            "cbec_trade/CN-CQ/2022-01--2022-05/level",
            "In January–May 2022, CN-CQ’s cbec trade reached 19.79 billion yuan, up 88.9% year on year.",
            "2022年1—5月，CN-CQ跨境电商进出口为197.9亿元，同比增长88.9%。",
        ),
        (
            "exports CN-CQ 2023=>33e9 2023:yoy=-5.1",
            "exports/CN-CQ/2023/level",
            "In 2023, CN-CQ’s exports reached more than 33 billion yuan, down 5.1% year on year.",
            "2023年，CN-CQ出口超过330亿元，比上年下降5.1%。",
        ),
        (
            "exports CN-CQ 2023=33e9 2023:yoy=0.0",
            "exports/CN-CQ/2023/growth_yoy",
            "In 2023, CN-CQ’s exports remained unchanged year on year.",
            "2023年，CN-CQ出口与上年持平。",
        ),
        (
            "exports CN-CQ 2023=33e9 2023:yoy=<5.0",
            "exports/CN-CQ/2023/growth_yoy",
            "In 2023, CN-CQ’s exports recorded growth of less than 5.0% year on year.",
            "2023年，CN-CQ出口同比增速不足5.0%。",
        ),
        (
            "exports CN-CQ 2022-05=3e9 2022-04=2e9",
            "exports/CN-CQ/2022-05/growth_pop",
            "In May 2022, CN-CQ’s exports grew 50.0% month on month.",
            "2022年5月，CN-CQ出口环比增长50.0%。",
        ),
        (
            "exports CN-CQ 2021=10.00e9 2023=12.10e9",
            "exports/CN-CQ/2023/cagr:2021",
            "From 2021 to 2023, CN-CQ’s exports grew 10.0% a year on average.",
            "2022—2023年，CN-CQ出口两年平均增长10.0%。",
        ),
        (
            "online_retail CN-CQ 2020:pp:CN=-1.49",
            "online_retail/CN-CQ/2020/difference_pp:CN",
            "In 2020, the growth of CN-CQ’s online retail was 1.49 percentage points lower than the national rate.",
            "2020年，CN-CQ网络零售额增速低于全国平均水平1.49个百分点。",
        ),
        (
            "online_retail CN-CQ 2020:pp:2019=-31",
            "online_retail/CN-CQ/2020/difference_pp",
            "In 2020, the growth of CN-CQ’s online retail was 31 percentage points slower than in the year before.",
            "2020年，CN-CQ网络零售额增速比上年放缓31个百分点。",
        ),
        (
            "exports CN 2023:share:trade=>7 \ntrade CN 2023=1e9",
            "exports/CN/2023/share:trade",
            "In 2023, CN’s exports accounted for more than 7% of total trade.",
            "2023年，全国出口占全国进出口的比重超过7%。",
        ),
        (
            "exports CN 2023:multiple:2018=~10",
            "exports/CN/2023/multiple:2018",
            "In 2023, CN’s exports came to about 10 times the level of 2018.",
            "2023年，全国出口约为2018年的10倍。",
        ),
        (
            "exports CN-CQ 2023=>33e9 2023:yoy=51.9",
            "exports/CN-CQ/2023/implied_base",
            "The level and growth reported for 2023 imply CN-CQ’s exports of more than 21.7 billion yuan for 2022.",
            "按2023年公布的数值和增速推算，2022年CN-CQ出口超过217亿元。",
        ),
    ],
)
def test_each_kind_has_its_sentence_in_both_languages(data, figure_id, en, zh):
    assert said(data, figure_id, "en") == en
    assert said(data, figure_id, "zh") == zh


def test_a_reported_level_is_compared_with_the_nation_where_the_data_allow():
    data = "exports CN-CQ 2020=135.05e9 2020:yoy=13.05 2020:pp:CN=1.49"

    assert said(data, "exports/CN-CQ/2020/level", "en").endswith(
        "up 13.05% year on year, 1.49 percentage points higher than the national rate."
    )
    assert said(data, "exports/CN-CQ/2020/level", "zh").endswith(
        "比上年增长13.05%，高于全国平均水平1.49个百分点。"
    )


def test_growth_over_a_break_is_refused_with_the_reason():
    data = "exports CN-CQ 2020=7.81e9 2021=32.21e9 2021:break"

    assert said(data, "exports/CN-CQ/2021/growth_computed", "en").startswith(
        "For 2021, computed year-on-year growth of CN-CQ’s exports is not available. The series appears to be defined differently from 2021 on"
    )
    assert "口径中断" in said(data, "exports/CN-CQ/2021/growth_computed", "zh")


def test_a_level_in_another_currency_does_not_borrow_the_growth_of_yuan():
    data = "exports CN 2023=2.38e12 2023=329e9USD 2023:yoy=15.6"

    assert (
        said(data, "exports/CN/2023/level:USD", "en")
        == "In 2023, CN’s exports reached 329 billion US dollars."
    )


def test_a_multiple_without_a_base_keeps_the_sources_words():
    data = 'exports CN-CQ 2016--2022:multiple=39 "increasing by 39 times in seven years"'

    assert said(data, "exports/CN-CQ/2016--2022/multiple", "en") == (
        "For 2016–2022, a source puts CN-CQ’s exports at 39 times, of what it does not say: “increasing by 39 times in seven years”."
    )


def test_growth_against_that_of_the_whole_names_the_whole_and_no_period():
    data, figure_id = real_data(), "online_retail.PHYSICAL_GOODS/CN-CQ/2020/difference_pp:_T"
    en, zh = said(data, figure_id, "en"), said(data, figure_id, "zh")
    assert "was 12.8 percentage points higher than that of total online retail sales." in en
    assert zh.endswith("增速高于全市网上零售额增速12.8个百分点。")


def test_a_level_behind_a_multiple_says_that_it_rests_on_a_multiple():
    data, figure_id = "exports CN-CQ 2023=100e9 2023:multiple:2018=10", "exports/CN-CQ/2023/implied_base:2018"
    assert "The level and multiple reported for 2023 imply" in said(data, figure_id, "en")
    assert said(data, figure_id, "zh").startswith("按2023年公布的数值和倍数推算，2018年")


def test_a_preliminary_figure_is_said_to_be_one():
    data = dataset("exports CN-CQ 2021=5e9#a", observations={"a": {"status": "P"}})

    assert said(data, "exports/CN-CQ/2021/level", "en").endswith("5 billion yuan (preliminary).")
    assert said(data, "exports/CN-CQ/2021/level", "zh").endswith("50亿元（初步核算）。")


@pytest.mark.parametrize(
    ("value", "qualifier", "direction"),
    [
        ("5", "eq", Direction.UP),
        ("5", "gt", Direction.UP),
        ("5", "almost", Direction.UP),
        ("5", "lt", Direction.OPEN),
        ("-5", "eq", Direction.DOWN),
        ("-5", "lt", Direction.DOWN),
        ("-5", "gt", Direction.OPEN),
        ("0.04", "eq", Direction.LEVEL),
        ("0", "gt", Direction.OPEN),
    ],
)
def test_no_direction_is_claimed_that_the_bound_leaves_open(value, qualifier, direction):
    assert direction_of(figure(value, -1, "percent", qualifier)) is direction


@pytest.mark.parametrize("spoken", ["en", "zh"])
def test_every_published_figure_can_be_said(spoken):
    document = page(real_data(), spoken)
    for made in document.catalogue.all():
        text = str(sentence(document, made))
        assert text.endswith("。" if spoken == "zh" else "."), text
        assert "  " not in text, text
        assert "None" not in text, text


def test_points_and_percent_are_never_confused():
    for spoken, points in (("en", "percentage point"), ("zh", "百分点")):
        document = page(real_data(), spoken)
        for made in document.catalogue.all():
            for part in sentence(document, made).parts:
                if isinstance(part, Number) and part.key == made.key and made.value is not None:
                    assert (points in part.text) == (made.unit == "percentage_points"), part.text
                    assert part.text.endswith("%") == (made.unit == "percent"), part.text


def test_growth_of_first_months_is_set_against_that_of_a_month_before():
    data = "exports CN-CQ 2022-01--2022-05=19.79e9 2022-01--2022-05:yoy=8.9 2022-01--2022-04=15e9 2022-01--2022-04:yoy=5.8"

    assert said(data, "exports/CN-CQ/2022-01--2022-05/level", "zh") == (
        "2022年1—5月，CN-CQ出口为197.9亿元，同比增长8.9%，增速比1—4月加快3.1个百分点。"
    )
    assert said(data, "exports/CN-CQ/2022-01--2022-05/level", "en") == (
        "In January–May 2022, CN-CQ’s exports reached 19.79 billion yuan, up 8.9% year on year, 3.1 percentage points "
        "faster than in January–April."
    )


def test_a_share_is_set_against_that_of_the_year_before():
    data = "online_retail CN-CQ 2020=100e9 2021=100e9\nonline_retail.GOODS CN-CQ 2020=60e9 2021=62e9"

    assert said(data, "online_retail.GOODS/CN-CQ/2021/share", "en").endswith(
        "accounted for 62.0% of total online retail, up 2.0 percentage points on the year before."
    )
    assert said(data, "online_retail.GOODS/CN-CQ/2021/share", "zh").endswith(
        "的比重为62.0%，比上年提高2.0个百分点。"
    )
    assert "the share of" in said(data, "online_retail.GOODS/CN-CQ/2021/difference_pp:share", "en")
    assert "增速" not in said(data, "online_retail.GOODS/CN-CQ/2021/difference_pp:share", "zh")


def test_a_bound_that_leaves_both_sides_open_says_so():
    data = "exports CN-CQ 2020:pp:CN=<5"

    assert said(data, "exports/CN-CQ/2020/difference_pp:CN", "en").endswith(
        "was less than 5 percentage points higher than the national rate, if higher at all."
    )
    assert said(data, "exports/CN-CQ/2020/difference_pp:CN", "zh").endswith(
        "高于全国平均水平不足5个百分点（也可能低于）。"
    )


def test_a_rate_out_of_line_with_the_other_conversions_says_so():
    rates = "implied_exchange_rate"
    for code, words in (
        (
            "en",
            "implies 72.3 yuan per US dollar. It is out of line with the other conversions, which imply 6.40 to 7.18",
        ),
        ("zh", "隐含汇率为72.3元/美元。该汇率与其他折算不符，其他折算为1美元合6.40至7.18元。"),
    ):
        assert words in said(real_data(), f"cbec_trade/CN/2023/{rates}", code)
    others = page(real_data()).catalogue.get(f"market_procurement_exports/CN-CQ/2022-12--2023-12/{rates}")
    assert language("en").say_sentence(others.note) == ""


@pytest.mark.parametrize(
    ("figure_id", "en", "zh"),
    [
        ("rural_ecommerce_brands.SIZE_LARGE/CN-CQ/2020/level", "brands (large) numbered 81", "（大型）为81个"),
        ("bonded_maintenance_projects/CN-CQ/2022/level", "In 2022 (period inferred), Chongqing had 1 bonded maintenance project for processing trade.", "加工贸易保税维修项目数为1个"),
        ("cbec_pilot_zones/CN/2024/level", "China had 132 cross-border e-commerce comprehensive pilot zones.", "132个"),
        ("ecommerce_parcels/CN-CQ/2020/level", "e-commerce express parcels numbered 590 million", "5.9亿件"),
        ("cbec_company_standing.YUOU/CN-CQ/2020/rank", "(Yu'ou) ranked among the top 5 in Chongqing", "居全市前5位"),
        ("ecommerce_demo_bases.POVERTY_KEY_COUNTIES/CN/2020/level", "China’s national", "2020年（系推定），国家电子商务示范基地数"),
        ("forum_participants/CN-CQ/2022-07-22/level", "On 22 July 2022 (period inferred), ", "2022年7月22日（系推定），重庆市"),
        ("cbec_import_growth_years.B2C/CN-CQ/2020/level", "(retail to consumers [B2C])", "（零售〔B2C〕）"),
        ("rural_online_retail/CN-CQ/2020/share", "18.0% of total online retail sales", "占全市网上零售额的比重为18.0%"),
        ("donations/CN-CQ/2020/level", "donations came to more than", "捐赠金额超过640万元"),
        ("auto_exports/CN-CQ/2023/share", "For 2023, the share of Chongqing’s automobile exports in total exports is not", "占全市出口总额的比重无法计算"),
    ],
)  # fmt: skip
def test_published_figures_read_as_an_editor_would_write_them(figure_id, en, zh):
    assert en in said(real_data(), figure_id, "en")
    assert zh in said(real_data(), figure_id, "zh")


def test_what_is_published_as_growth_only_is_said_as_growth():
    data = "output CN-CQ 2024:yoy=7.3 2023=1e9"
    assert said(data, "output/CN-CQ/2024/level", "en").endswith("output grew 7.3% year on year.")
    assert "比上年增长7.3%" in said(data, "output/CN-CQ/2024/level", "zh")


def test_a_rate_beside_a_growth_of_itself_says_its_change_in_points():
    data = "urban(percent) CN-CQ 2022=70.96 2023=71.67 2023:yoy=1.0"
    assert "up 0.71 percentage points" in said(data, "urban/CN-CQ/2023/level", "en")
    assert "提高0.71个百分点" in said(data, "urban/CN-CQ/2023/level", "zh")

"""What series are called: an indicator's own pattern for its parts, else the part in brackets."""

import pytest

from reportgen.dataset.records import Series
from reportgen.figures.labels import indicator_label, series_phrase
from tests.figures.made import page, real_data, vocabulary


@pytest.mark.parametrize(
    ("series", "en", "zh"),
    [
        (Series("auto_exports", "CN-CQ", "PASSENGER_CARS"), "Exports of passenger cars", "乘用车出口额"),
        (Series("exports", "CN-CQ", "GENERAL_TRADE"), "General trade exports", "一般贸易出口额"),
        (Series("online_retail", "CN-CQ", "PHYSICAL_GOODS"), "Online retail sales of physical goods", "实物商品网上零售额"),
        (Series("rural_ecommerce_brands", "CN-CQ", "SIZE_LARGE"), "Rural e-commerce brands (large)", "农村电商品牌数（大型）"),
        (Series("exports", "CN-CQ"), "Exports", "出口总额"),
    ],
)  # fmt: skip
def test_parts_go_by_their_indicators_pattern(series, en, zh):
    assert indicator_label(series, real_data(), "en") == en
    assert indicator_label(series, real_data(), "zh") == zh


def test_a_pattern_reads_on_in_a_sentence():
    cars = Series("auto_exports", "CN-CQ", "PASSENGER_CARS")
    assert series_phrase(cars, real_data(), "en") == "Chongqing’s exports of passenger cars"
    assert series_phrase(cars, real_data(), "zh") == "重庆市乘用车出口额"


def test_a_rate_is_compared_with_a_rate():
    difference = vocabulary(real_data(), "zh", "2023")["cbec_trade"].area("CN").difference("trade")
    assert "增速高于全国货物进出口总额增速15.4个百分点" in str(difference.sentence)


@pytest.mark.parametrize(
    ("growth", "says"),
    [(">79.2", "比上年增长超过79.2%"), (">=79.2", "比上年增长不低于79.2%"), ("~79.2", "比上年增长约79.2%"), ("<-5.0", "比上年下降超过5.0%")],
)  # fmt: skip
def test_a_growth_that_is_only_bounded_is_said_as_chinese_releases_say_it(growth, says):
    document = page(f"exports CN-CQ 2023=1.0e9 2023:yoy={growth}", "zh")
    words = vocabulary(document.dataset, "zh", "2023")
    assert str(words["exports"].yoy.sentence).endswith(f"{says}。")

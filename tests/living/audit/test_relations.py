"""Relations of two figures in sentences that people typed: true ones are not told, false and uncertain ones are."""

from decimal import Decimal

import pytest

from reportgen.figures.recorded_figures import FigureRecord
from reportgen.findings import Severity
from reportgen.finished.lineage import DatasetNames
from reportgen.living.audit import audit
from reportgen.living.audit.backing import Backing, by_key
from reportgen.living.audit.relations import is_borne_out
from reportgen.messages import Bilingual, Multilingual
from tests.living.audit.planted import PLAN_EN, PLAN_ZH
from tests.living.audit.planted_at_first_look import MONTH_EN, MONTH_ZH
from tests.living.audit.planted_by_others import TRADE_EN, TRADE_ZH
from tests.living.audit.stranger_editing import added_below, continued, retouched
from tests.living.audit.word_editing import EditedDocument

# 2024: exports 507.36182, imports 208.0545 billion yuan; 507.36182 / 208.0545 = 2.4386; the difference 299.30732
_SURPLUS = {MONTH_EN: "The trade surplus was 299.31", MONTH_ZH: "贸易顺差2993.1亿元"}
TRUE = [
    (MONTH_EN, " Exports were about 2.4 times imports."),
    (MONTH_EN, " Exports were more than 2 times those of imports."),
    (MONTH_EN, " In 2024, exports were nearly 2.5 times imports."),
    (MONTH_EN, " Exports exceeded imports by 299 billion yuan."),
    (MONTH_EN, " Exports grew faster than imports."),
    (MONTH_ZH, "出口是进口的2.4倍。"),
    (MONTH_ZH, "出口约为进口的2.4倍。"),
    (MONTH_ZH, "2024年，重庆市出口总额是进口总额的近2.5倍。"),
    (MONTH_ZH, "出口增速高于进口增速。"),
    (MONTH_ZH, "进口比出口少2993亿元。"),
]
FALSE = [
    (MONTH_EN, " Exports were about 2.9 times imports."),
    (MONTH_EN, " Exports were more than three times imports."),
    (MONTH_EN, " Exports were nearly 2.4 times imports."),
    (MONTH_EN, " Exports exceeded imports by 399 billion yuan."),
    (MONTH_EN, " Imports grew faster than exports."),
    (MONTH_ZH, "出口是进口的3.4倍。"),
    (MONTH_ZH, "出口超过进口的3倍。"),
    (MONTH_ZH, "进口是出口的2.4倍。"),
    (MONTH_ZH, "出口增速低于进口增速。"),
    (MONTH_ZH, "进口比出口少3993亿元。"),
]
UNCERTAIN = [
    (MONTH_EN, " Exports of services were about 2.4 times imports."),
    (MONTH_EN, " Exports to Japan grew faster than imports."),
    (MONTH_ZH, "民营企业出口是进口的2.4倍。"),
    (MONTH_ZH, "对日本出口增速高于进口增速。"),
]


def warnings_of(name, change, built, folder):
    document = EditedDocument((built / name).read_bytes())
    change(document)
    path = folder / "brief.docx"
    path.write_bytes(document.save())
    return [one.code for one in audit(path).findings if one.severity is not Severity.NOTE]


@pytest.mark.long_but_for(every=3)
@pytest.mark.parametrize(("name", "text"), TRUE)
def test_a_true_relation_of_two_figures_is_not_told(name, text, all_built, tmp_path):
    assert warnings_of(name, continued(_SURPLUS[name], text), all_built, tmp_path) == []


@pytest.mark.long_but_for(every=3)
@pytest.mark.parametrize(("name", "text"), FALSE + UNCERTAIN)
def test_a_false_relation_and_one_of_names_that_no_figure_has_is_told(name, text, all_built, tmp_path):
    told = warnings_of(name, continued(_SURPLUS[name], text), all_built, tmp_path)

    assert {*told} <= {"claim-unbacked", "unbacked-number", "word-against-sign", "figure-about-another"}
    assert told


@pytest.mark.parametrize(
    ("name", "beside", "true", "false"),
    [
        (TRADE_ZH, "汽车出口额超过330亿元，比上年增长51.9%", "汽车出口额增速高于一般贸易出口额增速。", "汽车出口额增速低于一般贸易出口额增速。"),
        (TRADE_EN, "came to more than 33 billion yuan, up 51.9% year on year", " Automobile exports grew faster than general trade exports.", " Automobile exports grew more slowly than general trade exports."),
    ],
)  # fmt: skip
def test_two_rates_of_different_paragraphs_are_compared(name, beside, true, false, built, tmp_path):
    assert warnings_of(name, continued(beside, true), built, tmp_path) == []
    assert warnings_of(name, continued(beside, false), built, tmp_path) != []


@pytest.mark.parametrize(
    ("name", "beside", "old", "true", "false"),
    [
        (PLAN_ZH, "2021年，跨境电商进出口额达322.1亿元，比上年增长63.3%，高于", "，高于", "（六成以上），高于", "（七成以上），高于"),
        (PLAN_EN, "imports and exports reached 32.21 billion yuan, up 63.3% year on year", " year on year", " (more than 63%) year on year", " (more than 64%) year on year"),
    ],
)  # fmt: skip
def test_another_rounding_in_brackets_behind_a_figure_is_held_against_it(
    name, beside, old, true, false, built, tmp_path
):
    assert warnings_of(name, retouched(beside, old, true), built, tmp_path) == []
    assert warnings_of(name, retouched(beside, old, false), built, tmp_path) != []


@pytest.mark.parametrize(
    ("name", "beside", "old", "new"),
    [
        (TRADE_ZH, "跨境电商进出口额近200亿元", "近200亿元", "近200亿元，比上年增长17.7%"),
        (TRADE_EN, "came to more than 33 billion yuan, up 51.9% year on year", "33 billion yuan", "33 billion yuan, 17.7% of all"),
    ],
)  # fmt: skip
def test_a_number_typed_right_behind_a_figure_is_told(name, beside, old, new, built, tmp_path):
    assert "unbacked-number" in warnings_of(name, retouched(beside, old, new), built, tmp_path)


@pytest.mark.parametrize(
    ("name", "beside", "old", "new", "other"),
    [
        (PLAN_EN, "imports and exports reached 32.21 billion yuan, up 63.3% year on year", "e-commerce imports", "e-commerce (CBEC) imports", "e-commerce (B2C) imports"),
        (PLAN_ZH, "2021年，跨境电商进出口额达322.1亿元，比上年增长63.3%，高于", "跨境电商进出口额", "跨境电商（以下简称跨电）进出口额", "跨境电商（以下简称服务贸易）进出口额"),
    ],
)  # fmt: skip
def test_a_shorter_name_in_brackets_tells_nothing_else(name, beside, old, new, other, built, tmp_path):
    assert warnings_of(name, retouched(beside, old, new), built, tmp_path) == []
    assert warnings_of(name, retouched(beside, old, other), built, tmp_path) != []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (PLAN_EN, "For questions call between 9.00 and 17.30."),
        (PLAN_EN, "The desk is open from 9.00 to 17.30 on working days."),
        (PLAN_ZH, "咨询时间：9:00—17:30。"),
        (PLAN_ZH, "咨询时间为上午9时至下午5时30分。"),
    ],
)
def test_times_of_day_are_no_figures(name, text, built, tmp_path):
    below = {PLAN_EN: "5 short of the target", PLAN_ZH: "高于全国平均水平44.7"}[name]

    assert warnings_of(name, added_below(below, text), built, tmp_path) == []


def test_numbers_between_two_others_that_are_no_times_of_day_are_told(built, tmp_path):
    text = "Growth of trade was between 9.00 and 17.30 percent."

    assert warnings_of(PLAN_EN, added_below("5 short of the target", text), built, tmp_path) != []


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "beside", "text"),
    [
        (MONTH_ZH, "贸易顺差2993.1亿元", "出口增长6.2%，是全市外贸由降转升的主要原因。"),
        (MONTH_ZH, "贸易顺差2993.1亿元", "出口增长6.2%，得益于开放型经济发展。"),
        (MONTH_ZH, "贸易顺差2993.1亿元", "出口总额首次超过进口总额。"),
        (MONTH_EN, "The trade surplus was 299.31", " The growth of exports by 6.2% was driven by the new zones."),
        (MONTH_EN, "The trade surplus was 299.31", " It was the first rise on the month before in the year."),
    ],
)  # fmt: skip
def test_a_cause_and_a_first_time_are_told_at_a_paragraph_s_end(name, beside, text, all_built, tmp_path):
    assert "claim-unbacked" in warnings_of(name, continued(beside, text), all_built, tmp_path)


@pytest.mark.long
def test_the_same_comparison_in_its_other_order_tells_nothing_else(all_built, tmp_path):
    for old, new, told in (
        ("低于全国平均水平", "较全国平均水平低", False),
        ("低于全国平均水平", "比全国平均水平低", False),
        ("低于全国平均水平", "较全国平均水平高", True),
    ):
        change = retouched("货物进出口总额达7154.2亿元，比上年增长0.4%，低于", old, new)
        assert bool(warnings_of(MONTH_ZH, change, all_built, tmp_path)) is told


def test_a_name_with_a_colon_in_it_is_a_name_as_a_whole():
    nothing = Multilingual("", "")
    names = DatasetNames({"CN-CQ": Bilingual("Chongqing", "重庆市")})

    def level(indicator, value, label):
        name = Multilingual(f"{label}, Chongqing", f"重庆市{label}")
        return FigureRecord(
            f"{indicator}/CN-CQ/2024/level", indicator, Decimal(value), "CNY", 7, nothing, name, name
        )

    figures = by_key([level("out", 40, "Trade: exports"), level("in", 20, "Trade: imports")])
    backing = Backing("en", figures, others_names=names)

    assert is_borne_out("Trade: exports were 2 times trade: imports.", backing) is True
    assert is_borne_out("Trade: exports were 3 times trade: imports.", backing) is False
    assert is_borne_out("Trade were 2 times trade.", backing) is None

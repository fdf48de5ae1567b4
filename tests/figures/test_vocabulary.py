"""What a template may say: names in both languages, moves, targets, conditions, errors that help."""

from datetime import date
from decimal import Decimal

import pytest

from reportgen.errors import TemplateError
from reportgen.figures.fields import fields
from reportgen.figures.table_columns import columns
from reportgen.figures.terms.allowed_names import Named, translations
from reportgen.figures.terms.kinds_by_name import head_in, help_in
from reportgen.language import both, language, languages, say
from reportgen.language.period_reader import read_period
from reportgen.periods import Period
from reportgen.record import replace
from tests.builders import dataset
from tests.figures.made import real_data, replace_targets, vocabulary

DATA = (
    "cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9 2021:yoy=63.3 2025:target:2021=>70e9\n"
    "cbec_trade CN 2021=1.92e12 2021:yoy=18.6\n"
    "online_retail CN-CQ 2021=135.05e9\n"
    "online_retail.PHYSICAL_GOODS CN-CQ 2021=100.00e9"
)


def value_of(expression, data=DATA, spoken="en", period="2021"):
    """What ``{{ expression }}`` shows, by the plain rules of attribute, call and item."""
    words = vocabulary(data, spoken, period)
    return eval(expression, {"__builtins__": {}}, dict(words))


@pytest.mark.parametrize(
    ("english", "chinese", "shown_en", "shown_zh"),
    [
        ("cbec_trade", "跨境电商进出口", "32.21 billion yuan", "322.1亿元"),
        ("cbec_trade.number", "跨境电商进出口.数值", "32.21", "322.1"),
        ("cbec_trade.unit", "跨境电商进出口.单位", "billion yuan", "亿元"),
        ("cbec_trade.raw", "跨境电商进出口.原值", "32210000000", "32210000000"),
        ("cbec_trade.at('2020')", "跨境电商进出口.时期('2020')", "7.81 billion yuan", "78.1亿元"),
        ("cbec_trade.at(2020)", "跨境电商进出口.上年同期", "7.81 billion yuan", "78.1亿元"),
        ("cbec_trade.area('CN')", "跨境电商进出口.区域('CN')", "1.92 trillion yuan", "1.92万亿元"),
        ("cbec_trade.yoy", "跨境电商进出口.同比", "63.3%", "63.3%"),
        ("cbec_trade.yoy_computed", "跨境电商进出口.同比计算", "312.4%", "312.4%"),
        ("cbec_trade.cagr('2020')", "跨境电商进出口.复合增速('2020')", "312.4%", "312.4%"),
        ("cbec_trade.yoy.change", "跨境电商进出口.同比.变化", "up 63.3% year on year", "比上年增长63.3%"),
        ("cbec_trade.difference", "跨境电商进出口.增速差", "44.7 percentage points", "44.7个百分点"),
        ("online_retail.of('PHYSICAL_GOODS').share", "网络零售额.分组('PHYSICAL_GOODS').占比", "74.0%", "74.0%"),
        ("cbec_trade.share('online_retail')", "跨境电商进出口.占比('网络零售额')", "23.9%", "23.9%"),
        ("cbec_trade.target", "跨境电商进出口.目标", "more than 70 billion yuan", "超过700亿元"),
        ("cbec_trade.target.gap", "跨境电商进出口.目标.缺口", "37.79 billion yuan", "377.9亿元"),
        ("cbec_trade.target.completion", "跨境电商进出口.目标.完成率", "46.0%", "46.0%"),
        ("cbec_trade.target.required_growth", "跨境电商进出口.目标.所需增速", "21.4%", "21.4%"),
        ("cbec_trade.at(2023).target.path", "跨境电商进出口.时期(2023).目标.路径", "47.48 billion yuan", "474.8亿元"),
        ("cbec_trade.target('cbec_trade_2025').value", "跨境电商进出口.目标('cbec_trade_2025').目标值", "more than 70 billion yuan", "超过700亿元"),
        ("cbec_trade.target.department", "跨境电商进出口.目标.责任部门", "Commission of Commerce", "商务委员会"),
        ("cbec_trade.in_unit('million')", "跨境电商进出口.按单位('million')", "32,210 million yuan", "32210百万元"),
        ("cbec_trade.mark", "跨境电商进出口.标记", "[1]", "[1]"),
        ("pack.title", "报告.标题", "Title", "Title"),
        ("pack.date", "报告.日期", "31 March 2024", "2024年3月31日"),
        ("pack.period", "报告.时期", "2021", "2021年"),
    ],
)  # fmt: skip
def test_every_step_has_an_english_and_a_chinese_name(english, chinese, shown_en, shown_zh):
    assert str(value_of(english)) == str(value_of(chinese)) == shown_en
    assert str(value_of(chinese, spoken="zh")) == shown_zh


def test_english_names_and_chinese_names_are_twins_without_collision():
    kinds = Named.__subclasses__()
    for kind in [*kinds, *(below for above in kinds for below in above.__subclasses__())]:
        chinese = [translations(section, name)["zh"] for section, name in kind.all_names()]
        assert len(set(chinese)) == len(chinese), kind
        for section, name in kind.all_names():
            assert hasattr(kind, name), f"{kind.__name__}.{name}"
            for code in languages():
                assert help_in(code, section, name)


def test_every_column_has_a_head_in_every_language_and_a_name_in_chinese():
    for code in languages():
        assert all(head_in(code, key, of_year=False) for key in columns())
    assert all(translations("columns", key)["zh"] for key in columns())


def test_conditions_compare_and_ask_for_data():
    assert value_of("cbec_trade.yoy > 10")
    assert value_of("cbec_trade > cbec_trade.at(2020)")
    assert value_of("cbec_trade.yoy <= cbec_trade.area('CN').yoy") is False
    assert value_of("cbec_trade.raw") == Decimal(32210000000)
    assert value_of("cbec_trade.available") is True
    assert value_of("cbec_trade.at(2019).available") is False
    assert not value_of("cbec_trade.at(2019)")
    assert value_of("cbec_trade.target.status == 'unknown'")


def test_a_figure_without_data_stops_with_the_reason_when_shown_and_only_then():
    missing = value_of("cbec_trade.at(2019)")

    assert missing.reason == "The sources used give no figure for 2019."
    with pytest.raises(TemplateError) as raised:
        missing.content()
    assert "has no number" in say(raised.value.message, "en")
    assert ".可用" in language("zh").remedy(raised.value.findings[0])


def test_growth_over_a_break_says_why_it_cannot_be_shown():
    with pytest.raises(TemplateError, match="the series breaks in 2021"):
        str(value_of("exports.yoy", "exports CN-CQ 2020=1e9 2021=9e9 2021:break"))


def test_an_unknown_name_is_no_attribute_and_the_names_are_known():
    word = value_of("cbec_trade")

    assert not hasattr(word, "yyo")
    assert {"yoy", "同比", "target", "目标"} <= set(word.names())
    assert {"yoy", "同比"} <= word.template_names
    assert not {"figure", "content", "names", "series", "styled"} & word.template_names
    assert "cbec_trade" in vocabulary(DATA).names()
    assert "no_such_name" not in vocabulary(DATA)


@pytest.mark.parametrize(
    ("expression", "nearest"),
    [
        ("cbec_trade.area('CN-CX')", "CN-CQ"),
        ("online_retail.of('PHYSICAL_GOOD')", "PHYSICAL_GOODS"),
        ("cbec_trade.target('cbec_trade_2026')", "cbec_trade_2025"),
        ("cbec_trade.at('last year')", "2022-01--2022-05"),
        ("cbec_trade.in_unit('bilion')", "billion"),
    ],
)
def test_a_wrong_argument_is_an_error_that_names_what_is_valid(expression, nearest):
    with pytest.raises(TemplateError) as raised:
        value_of(expression)
    assert nearest in say(raised.value.message, "en")
    assert nearest in say(raised.value.message, "zh")


def test_an_area_or_breakdown_may_go_by_its_label():
    assert str(value_of("cbec_trade.area('China')", real_data())) == "1.92 trillion yuan"
    assert str(value_of("网上零售.分组('实物商品').同比", real_data(), "zh", "2020")) == "25.8%"


def test_only_what_was_written_counts_as_shown():
    words = vocabulary(DATA)
    words["cbec_trade"].yoy.available  # noqa: B018
    assert words.shown == []

    words["cbec_trade"].yoy.content()
    words["online_retail"].content()
    assert words.shown == ["cbec_trade/CN-CQ/2021/growth_yoy", "online_retail/CN-CQ/2021/level"]
    assert words.figure_of(words["online_retail"].content().key).value == 135_050_000_000


def test_sources_are_numbered_in_the_order_of_their_first_mention():
    words = vocabulary('exports CN-CQ 2021=1e9 "s2|1 billion"\nimports CN-CQ 2021=2e9 "s1|2 billion"')

    assert str(words["exports"].mark) == "[1]"
    assert str(words["imports"].mark) == "[2]"
    assert [str(entry)[:3] for entry in words["sources"]] == ["[1]", "[2]"]
    assert words.sources == ["s2", "s1"]


@pytest.mark.parametrize(
    ("kind", "code", "what"),
    [
        ("sources", "en", "The document's sources are read before all that it shows is known: 0 of 1 were there."),
        ("sources", "zh", "全文内容尚未确定时就读取了来源列表：当时有0个，全文共1个。"),
        ("figures", "en", "The document's figures, or findings about them, are read before all that it shows is known: 0 of 1 were there."),
        ("figures", "zh", "全文内容尚未确定时就读取了数据或发现列表：当时有0项数据，全文共1项。"),
    ],
)  # fmt: skip
def test_a_list_that_is_read_before_what_it_lists_is_told(kind, code, what):
    words = vocabulary(DATA)
    list(words["sources"]) if kind == "sources" else words["tables"].figures.content()
    words["cbec_trade"].content()
    (finding,) = words.document.noticed
    assert (finding.code, finding.severity) == ("list-read-early", "warning")
    assert language(code).what(finding) == what


def test_a_list_of_sources_after_the_text_is_as_it_is_in_the_end():
    words = vocabulary(DATA)
    words["cbec_trade"].content()
    words["tables"].figures.content()
    assert len(words["sources"]) == 1
    assert words.document.noticed == ()


def test_a_pack_has_texts_of_its_own():
    words = vocabulary(DATA, texts={"approver": "Li Hua"}, issued=date(2024, 4, 1))

    assert words["pack"].approver == "Li Hua"
    assert words["pack"].date == "1 April 2024"
    assert not hasattr(words["pack"], "aprover")


def test_fields_list_every_name_with_todays_value():
    rows = fields(vocabulary(DATA, "zh"))
    values = {row.name: row.value for row in rows}
    twins = {row.name: row.name_zh for row in rows}

    assert values["cbec_trade"] == "322.1亿元"
    assert values["cbec_trade.target.completion"] == "46.0%"
    assert twins["cbec_trade.target.completion"] == "跨境电商进出口.目标.完成率"
    assert values["cbec_trade.pop"] == "—"
    assert {"pack.title", "tables", "charts", "sources", "findings"} <= set(values)


def test_an_indicator_stands_at_the_packs_area_and_period():
    words = vocabulary(DATA, period="2020")

    assert str(words["cbec_trade"]) == "7.81 billion yuan"
    assert words["cbec_trade"].period == Period.parse("2020")


@pytest.mark.parametrize(
    "typed",
    [
        "2021-01--2021-05",
        "2021-01—2021-05",
        "2021-01–2021-05",
        "2021年1—5月",
        "2021年1月—5月",
        "2021年1至5月",
    ],
)
def test_a_period_may_be_typed_as_word_or_a_chinese_hand_writes_it(typed):
    data = "cbec_trade CN-CQ 2021-01--2021-05=19.79e9"

    assert str(value_of(f"cbec_trade.at('{typed}')", data)) == "19.79 billion yuan"


@pytest.mark.parametrize(
    ("typed", "period"),
    [("2021年", "2021"), ("2021年5月", "2021-05"), ("2021年二季度", "2021-Q2"), ("2021年12月31日", "2021-12-31"),
     ("2016—2022年", "2016--2022"), ("2022年12月—2023年12月", "2022-12--2023-12")],
)  # fmt: skip
def test_chinese_dates_are_read(typed, period):
    assert str(read_period(typed)) == period


@pytest.mark.parametrize("typed", ["2021年13月", "2021年5月—3月", "去年", "2021——", ""])
def test_what_is_no_period_is_not_guessed(typed):
    with pytest.raises(ValueError, match="not a period"):
        read_period(typed)


def test_the_difference_is_against_the_nation_and_against_nothing_else():
    data = "online_retail CN-CQ 2020:yoy=44 2020:pp:2019=31\ncbec_trade CN 2021:yoy=18.6 2020:yoy=3.2"

    assert value_of("online_retail.at(2020).difference.available", data) is False
    assert str(value_of("online_retail.at(2020).difference('2019')", data)) == "31 percentage points"
    assert value_of("cbec_trade.area('CN').difference.available", data) is False
    assert value_of("cbec_trade.area('CN').difference('CN').available", data) is False
    assert (
        value_of("cbec_trade.area('CN').difference.reason", data) == "It is the area to compare with itself."
    )


def test_growth_into_a_break_gives_the_break_as_its_reason_even_where_the_year_before_is_unknown():
    data = "cbec_trade CN-CQ 2021=32.21e9 2023=20e9 2023:break"

    assert "defined differently from 2023 on" in value_of("cbec_trade.at(2023).yoy.reason", data)


def test_a_target_without_a_department_or_plan_says_that_none_is_stated():
    data = "overseas_warehouses(count,stock) CN-CQ 2025:target=>=10"
    words = vocabulary(
        replace_targets(dataset(data), department="", department_zh="", plan="", plan_zh=""), "zh"
    )

    assert words["overseas_warehouses"].target.department == "未注明"
    assert words["overseas_warehouses"].target.plan == "未注明"


def test_a_department_and_a_plan_that_one_language_has_words_for_are_said_by_those():
    data = "overseas_warehouses(count,stock) CN-CQ 2025:target=>=10"
    known = replace_targets(dataset(data), department_zh="", plan="")

    assert vocabulary(known, "zh")["overseas_warehouses"].target.department == "Commission of Commerce"
    assert vocabulary(known, "en")["overseas_warehouses"].target.plan == "测试规划"


def test_a_target_on_which_nothing_is_measured_claims_no_period():
    data = "cbec_trade CN-CQ 2022-12--2023-12=1.25e9 2025:target=>20e9"
    target = vocabulary(data, "en", "2023")["cbec_trade"].target

    assert target.measured.available is False
    assert target.measured.period_label == "…"
    assert "December 2022 – December 2023 covers thirteen months, the target a whole year" in str(
        target.progress
    )


def test_a_target_that_repeats_another_has_no_period_to_be_known():
    data = 'forms CN-CQ 2025:target=>100e9 "s1|both" 2025:target=~15.62e9USD "s1 converted|both"'
    target = vocabulary(data, "en", "2021")["forms"].target("forms_2025_2")

    assert target.measured.period_label == "—"


def message_of(action):
    with pytest.raises(TemplateError) as raised:
        action()
    return both(raised.value.message)


def test_a_code_that_does_not_exist_is_answered_with_the_nearest_in_both_languages():
    cbec, autos = (vocabulary(real_data())[name] for name in ("cbec_trade", "auto_exports"))

    said = message_of(lambda: cbec.target("cbec_trade_2026"))
    assert said.en.startswith("The dataset has no target “cbec_trade_2026”; nearest: cbec_trade_2025")
    assert said.zh.startswith("数据集中没有目标“cbec_trade_2026”；相近的有：cbec_trade_2025")
    assert message_of(lambda: cbec.area("重庆")).zh.startswith(
        "数据集中没有地区“重庆”；相近的有：CN-CQ（重庆市）"
    )
    assert message_of(lambda: autos.of("新能源车")).zh.startswith(
        "数据集中没有分组“新能源车”；相近的有：NEW_ENERGY_VEHICLES（新能源汽车）"
    )
    assert "; nearest: PASSENGER_CARS (Passenger cars)" in message_of(lambda: autos.of("Passenger car")).en


def test_where_no_code_is_like_it_some_valid_ones_are_named_the_indicators_own_first():
    cbec, autos = (vocabulary(real_data())[name] for name in ("cbec_trade", "auto_exports"))

    assert "; there are for instance: cbec_trade_2025, " in message_of(lambda: cbec.target("xx")).en
    assert "；可用的有：cbec_trade_2025、" in message_of(lambda: cbec.target("xx")).zh
    assert "；可用的有：PASSENGER_CARS（乘用车）、" in message_of(lambda: autos.of("X")).zh


def test_growth_takes_a_currency_or_an_earlier_year_in_brackets():
    """From 100 to 130 hundred million yuan 30% in two years; from 15 to 18 hundred million dollars 20% in one."""
    data = "exports CN-CQ 2019=100e8 2021=130e8 2020=15e8USD 2021=18e8USD 2021:yoy:2019=31"
    for spoken, computed, reported in (
        ("en", "yoy_computed", "yoy_reported"),
        ("zh", "同比计算", "同比公布"),
    ):
        known = vocabulary(data, spoken)
        name = "exports" if spoken == "en" else "出口"
        assert str(getattr(known[name], computed)("2019")) == "30.0%"
        assert str(getattr(known[name], computed)("USD")) == "20.0%"
        assert str(getattr(known[name], reported)("2019")) == "31%"
        assert not getattr(
            known[name], reported
        ).available  # a growth without a base is one on the year before


def test_the_single_month_of_the_first_months_of_a_year_is_the_last_of_them():
    """7300.5 less 6000.0 hundred million are 1300.5 in June; January and February stay together."""
    data = "exports CN-CQ 2024-01--2024-02=2100.0e8 2024-01--2024-05=6000.0e8 2024-01--2024-06=7300.5e8"
    known = vocabulary(data, "zh", "2024-01--2024-06")
    assert str(known["出口"].当月) == "1300.5亿元"
    assert str(known["出口"].当月.sentence) == "2024年6月，CN-CQ出口为1300.5亿元（由累计数推算）。"
    assert str(known["出口"].at("2024-01--2024-02").当月) == "2100.0亿元"
    assert not known["出口"].at("2024-Q1").当月.available


def test_a_total_has_no_partner_and_a_source_without_words_none():
    data = dataset(DATA)
    unsaid = replace(data, citations=tuple(replace(item, statement="") for item in data.citations))
    assert data.citations
    assert value_of("cbec_trade.partner_label") == ""
    assert value_of("cbec_trade.words", data).startswith("“")
    assert value_of("cbec_trade.words", unsaid) == ""

"""Tables from pack.toml: columns, units, 其中 rows, notes where needed, and mistakes all at once."""

import tomllib

import pytest

from reportgen.errors import PackError
from reportgen.figures.documents import check_definitions
from reportgen.findings import Severity
from reportgen.language import language
from reportgen.messages import Bilingual
from tests.builders import dataset
from tests.figures.made import real_data, replace_targets, vocabulary

RETAIL = (
    "online_retail CN-CQ 2021=135.05e9 2021:yoy=13.05\n"
    "online_retail.GOODS CN-CQ 2021=100.02e9 2021:yoy=25.8\n"
    "online_retail.SERVICES CN-CQ 2021=35.02e9\n"
    "parcels(count) CN-CQ 2021=590e6"
)


def table(toml, data=RETAIL, spoken="en", period="2021"):
    words = vocabulary(data, spoken, period, tables={"t": tomllib.loads(toml)})
    return words["tables"].t.content()


def texts(made):
    return [[str(cell.shown) for cell in row.cells] for row in made.rows]


def test_indicators_by_columns_with_the_unit_in_the_head():
    made = table('title = {en = "Retail", zh = "零售"}\nrows = ["online_retail"]\ncolumns = ["level", "yoy"]')

    assert (made.title, made.unit) == ("Retail", "")
    assert [(column.head, column.unit) for column in made.columns] == [
        ("Indicator", ""), ("Level", "billion yuan"), ("Growth year on year", "%"),
    ]  # fmt: skip
    assert texts(made) == [["online retail", "135.05", "13.05"]]


def test_the_chinese_table_has_its_own_heads_and_unit():
    made = table(
        'title = {en = "Retail", zh = "零售"}\nrows = ["网络零售额"]\ncolumns = ["绝对数", "同比"]',
        spoken="zh",
    )

    assert [(column.head, column.unit) for column in made.columns] == [
        ("指标", ""), ("绝对数", "亿元"), ("比上年增长", "%"),
    ]  # fmt: skip
    assert texts(made) == [["网络零售额", "1350.5", "13.05"]]


def test_parts_are_indented_under_their_total_and_rounding_is_noted_where_it_shows():
    toml = """
    rows = ["online_retail", {indicator = "online_retail", breakdown = "GOODS", indent = 1},
            {indicator = "online_retail", breakdown = "SERVICES", indent = 1}]
    columns = ["level"]
    """
    made = table(toml)

    assert [row.indent for row in made.rows] == [0, 1, 1]
    assert [row[0] for row in texts(made)] == ["online retail", "of which: GOODS", "SERVICES"]
    assert [row.lead for row in made.rows] == ["", "", "of which: "]
    assert [str(note) for note in made.notes] == ["Parts may not add up to totals because of rounding."]
    chinese = table(toml, spoken="zh")
    assert (texts(chinese)[1][0], [row.lead for row in chinese.rows]) == ("其中：GOODS", ["", "", "其中："])
    exact = dataset(RETAIL.replace("35.02", "35.03"))
    assert table(toml, exact).notes == ()


def test_parts_after_the_first_are_written_small_as_it_is_but_for_own_words():
    toml = """
    rows = ["trade", {indicator = "exports", indent = 1}, {indicator = "imports", indent = 1},
            {indicator = "imports", indent = 1, label = "Imports by sea"}, "exports"]
    columns = ["level"]
    """
    data = dataset(
        "trade CN-CQ 2021=50e9\nexports CN-CQ 2021=30e9\nimports CN-CQ 2021=20e9",
        indicators={
            name: {"label": Bilingual(name.capitalize(), name)} for name in ("trade", "exports", "imports")
        },
    )
    made = table(toml, data)
    assert [row[0] for row in texts(made)] == [
        "Trade", "of which: exports", "imports", "Imports by sea", "Exports",
    ]  # fmt: skip
    assert [row.lead for row in made.rows] == ["", "", "of which: ", "of which: ", ""]


def test_rows_of_different_units_get_a_column_for_them():
    made = table('rows = ["online_retail", "parcels"]\ncolumns = ["level"]')

    assert [column.key for column in made.columns] == ["label", "unit", "level"]
    assert texts(made) == [["online retail", "billion yuan", "135.05"], ["parcels", "million", "590"]]


PARTS = """
rows = ["parcels", "jobs", {indicator = "jobs", breakdown = "DIRECT", indent = 1},
        {indicator = "jobs", breakdown = "ONLINE", indent = 2}, {indicator = "parcels", indent = 1}]
columns = ["level"]
"""


@pytest.mark.parametrize(
    ("direct", "online", "spoken", "cells"),
    [
        # 786,000 of 1,827,000 are 0.786 of 1.827 million, 78.6万 of 182.7万
        ("786e3", "24e3", "en", ["million 1.827", "million 0.786", "million 0.024"]),
        ("786e3", "24e3", "zh", ["万 182.7", "万 78.6", "万 2.4"]),
        # less than a hundredth of a million would be read as nothing, six decimals as noise: their own unit
        ("9400", "2500", "en", ["million 1.827", " 9,400", " 2,500"]),
        ("786421", "24e3", "en", ["million 1.827", " 786,421", " 24,000"]),
    ],
)
def test_a_part_is_counted_in_the_unit_of_its_whole_where_its_size_allows(direct, online, spoken, cells):
    data = dataset(
        f"jobs(count) CN-CQ 2021=1827e3\njobs.DIRECT(count) CN-CQ 2021={direct}\n"
        f"jobs.ONLINE(count) CN-CQ 2021={online}\nparcels(count) CN-CQ 2021=590",
        indicators={"parcels": {"counter": Bilingual("parcels", "件")}},
    )
    rows = texts(table(PARTS, data, spoken))
    assert [f"{unit} {level}" for _, unit, level in rows[1:4]] == cells
    assert rows[4][1:] == ["parcels" if spoken == "en" else "件", "590"]  # of another unit than jobs


@pytest.mark.parametrize(("spoken", "points"), [("en", "-0.2 percentage points"), ("zh", "-0.2个百分点")])
def test_a_rates_row_says_its_sign_in_the_column_of_units_and_points_where_they_differ(spoken, points):
    data = (
        "online_retail CN-CQ 2020=120e9 2021=135.05e9\nparcels(count) CN-CQ 2021=590e6\n"
        "unemployment(percent) CN-CQ 2020=5.3 2021=5.1"
    )
    rows = 'rows = ["online_retail", "parcels", "unemployment"]\n'
    made = table(rows + 'columns = ["level", "change"]', data, spoken)

    assert texts(made)[2][1:] == ["%", "5.1", points]
    assert texts(made)[0][2] == ("135.05" if spoken == "en" else "1350.5")


@pytest.mark.parametrize(
    ("years", "cells"),
    [
        ("2020=2.00e8 2021=24.0e8", ["2.0", "24.0"]),  # 0.2 billion is whole in millions
        ("2020=2e8 2021=24.0e8", ["2", "24.0"]),  # given no more exactly
        ("2020=>2.00e8 2021=24.0e8", [">2", "24.0"]),
        ("2020=2.00e8 2021=24e8", ["2", "24"]),
        ("2020=2.00e8 2021=3.00e8", ["2", "3"]),
    ],
)
def test_numbers_of_one_indicator_have_as_many_decimals_where_they_were_given_as_exactly(years, cells):
    toml = 'kind = "series"\nrows = ["online_retail"]\nperiods = ["2020", "2021"]'
    assert texts(table(toml, f"online_retail CN-CQ {years}", "zh"))[0][1:] == cells


def test_one_unit_for_all_columns_stands_at_the_top():
    made = table('kind = "series"\nrows = ["exports"]\nperiods = {from = 2019, to = 2021}',
                 "exports CN-CQ 2019=1.00e9 2020=1.25e9 2021=almost2e9", "zh")  # fmt: skip

    assert made.unit == "亿元"
    assert [column.head for column in made.columns] == ["指标", "2019年", "2020年", "2021年"]
    assert texts(made) == [["出口", "10.0", "12.5", "近20"]]


def test_a_column_may_be_an_expression_of_the_rows_figure():
    made = table(
        'rows = [{indicator = "online_retail", breakdown = "GOODS"}]\n'
        'columns = [{head = {en = "Share", zh = "占比"}, value = ".占比"}, {head = "Before", value = ".at(\\"2020\\")"}]'
    )

    assert [(column.head, column.unit) for column in made.columns[1:]] == [("Share", "%"), ("Before", "")]
    assert texts(made)[0][1:] == ["74.1", "…"]
    assert str(made.notes[-1]) == "“…” means not available."


def test_a_refused_growth_leaves_an_ellipsis_and_the_reason():
    made = table('rows = ["exports"]', "exports CN-CQ 2020=7.81e9 2021=32.21e9 2021:break")

    assert texts(made) == [["exports①", "32.21", "…"]]
    assert "2021 cannot be compared with 2020" in str(made.notes[0])


def test_a_small_value_prints_as_zero_and_the_note_says_so():
    made = table('rows = ["exports", "imports"]\ncolumns = ["yoy"]',
                 "exports CN-CQ 2020=100.00e9 2021=100.03e9\nimports CN-CQ 2021=1e9 2021:yoy=4.0")  # fmt: skip

    assert texts(made) == [["exports", "0.0"], ["imports", "4.0"]]
    assert str(made.notes[-1]) == "“0.0” means less than half of the unit shown."


def test_a_table_of_targets_has_value_gap_completion_and_status_in_words_and_sign():
    made = table(
        'kind = "targets"\ntargets = ["cbec_trade_2025"]',
        "cbec_trade CN-CQ 2021=32.21e9 2022=40.00e9 2025:target:2021=>70e9",
    )

    assert [column.key for column in made.columns] == [
        "label", "value", "target", "gap", "completion", "required_growth", "status", "department",
    ]  # fmt: skip
    assert texts(made) == [
        ["cbec trade", "40.00", ">70", "30.00", "57.1", "20.5", "▲ on track", "Commission of Commerce"]
    ]
    assert made.rows[0].cells[6].emphasis == "good"
    assert "Progress is measured at the target’s lower limit." in map(str, made.notes)
    assert "“>” means more than." in map(str, made.notes)


def test_the_published_target_says_from_when_it_is_measured():
    made = table('targets = ["cbec_trade_2025", "nev_exports_2027"]', real_data(), "zh", "2023")

    assert texts(made)[0][:6] == ["跨境电商进出口额（2025年）①②", "322.1", ">700", "377.9", "46.0", "21.4"]
    assert str(made.notes[0]).startswith("以2021年的数据测算。2022年1—5月的197.9亿元未采用")
    assert texts(made)[1][:4] == ["新能源汽车出口额（2027年）③", "…", ">1200", "…"]
    assert str(made.source).startswith("iChongqing[")


def test_a_row_of_an_indicator_without_a_target_is_a_dash():
    made = table('rows = ["exports"]\ncolumns = ["level", "gap"]', "exports CN-CQ 2021=1e9")

    assert texts(made) == [["exports", "1", "—"]]
    assert str(made.notes[-1]) == "“—” means not applicable."


def test_rows_can_be_laid_out_by_the_template():
    words = vocabulary(RETAIL, "zh", tables={"t": {"title": "T", "rows": ["online_retail"]}})
    row = words["表"].t.行[0]

    assert (str(row.label), str(row.level), str(row.绝对数), str(row.同比)) == (
        "网络零售额",
        "1350.5",
        "1350.5",
        "13.05",
    )
    assert words.shown == ["online_retail/CN-CQ/2021/level", "online_retail/CN-CQ/2021/growth_yoy"]


def test_all_mistakes_of_all_definitions_are_found_at_once():
    words = vocabulary(
        RETAIL,
        tables={
            "one": {
                "rows": ["onlin_retail"],
                "columns": ["levl", {"head": "x", "value": ".yooy"}],
                "colour": 1,
            },
            "two": {
                "title": {"zh": "二"},
                "rows": [{"indicator": "online_retail", "area": "CN-CX"}],
                "unit": "bilion",
            },
        },
        charts={"c": {"kind": "wheel", "targets": ["x"]}},
    )
    found = {finding.place.text: finding for finding in check_definitions(words)}

    assert set(found) == {
        "tables.one.colour", "tables.one.columns[1]", "tables.one.columns[2].value", "tables.one.rows[1].indicator",
        "tables.two.title", "tables.two.rows[1]", "tables.two.unit", "charts.c.kind", "charts.c.targets[1]",
    } - {"tables.one.columns[2].value"} | {"tables.one.columns[1].value"}  # fmt: skip
    assert "nearest: online_retail" in language("en").what(found["tables.one.rows[1].indicator"])
    assert {finding.place.file for finding in found.values()} == {"pack.toml"}
    assert words.shown == []


def test_a_wrong_definition_stops_the_table_with_its_mistakes():
    with pytest.raises(PackError) as raised:
        table('rows = ["nothing"]\nunit = "bilion"')
    assert len(raised.value.findings) == 2


def test_the_column_against_the_nation_holds_differences_from_the_nation_only():
    data = (
        "online_retail CN-CQ 2020=135.05e9 2020:yoy=13.05 2020:pp:CN=1.49\n"
        "online_retail.DESIGNATED_SCALE CN-CQ 2020:yoy=44 2020:pp:2019=31\n"
        "online_retail CN 2020=11.76e12 2020:yoy=10.9 2020:pp:trade=9\ntrade CN 2020:yoy=1.9"
    )
    rows = (
        '["online_retail", {indicator = "online_retail", breakdown = "DESIGNATED_SCALE"}, '
        '{indicator = "online_retail", area = "CN"}]'
    )
    made = table(f'title = "T"\nrows = {rows}\ncolumns = ["difference"]', data, period="2020")

    assert [row[-1] for row in texts(made)] == ["1.49", "…", "—"]


def test_chinese_heads_put_the_unit_in_full_width_brackets():
    words = vocabulary(
        RETAIL, "zh", "2021", {"t": {"title": "T", "rows": ["online_retail"], "columns": ["level", "yoy"]}}
    )

    assert all("(" not in head for head in words.table("t").heads)
    assert any("（%）" in head for head in words.table("t").heads)


def test_an_unknown_department_is_said_to_be_not_stated():
    plan = "cbec_trade CN-CQ 2021=32.21e9 2025:target:2021=>70e9"
    data = replace_targets(dataset(plan), department="", department_zh="")
    for spoken, said in (("en", "not stated"), ("zh", "未注明")):
        made = table('kind = "targets"\ntitle = "T"\ncolumns = ["department", "measured_at"]', data, spoken)
        assert texts(made)[0][1] == said
        assert not any("—" in str(note) for note in made.notes)


def test_a_row_of_which_the_dataset_has_nothing_is_noticed_once_and_one_between_years_is_not():
    rows = ["online_retail", {"indicator": "parcels", "area": "CN"}]
    words = vocabulary(
        RETAIL + "\nonline_retail CN 2021=1e12", period="2020", tables={"t": {"title": "T", "rows": rows}}
    )
    words["tables"].t.content()
    [found] = words.document.noticed

    assert (found.code, found.severity, found.place.file) == (
        "row-without-data",
        Severity.WARNING,
        "pack.toml",
    )
    assert language("en").what(found) == (
        "tables.t.rows: the dataset has nothing of “parcels, CN” for any period, so the row stays empty."
    )


def test_targets_in_percent_and_in_yuan_have_a_column_for_their_units():
    plan = "gdp CN-CQ 2020=600e8 2021=683.42e8 2025:target:2020=>=730e8"
    urban = "urban(percent) CN-CQ 2020=74.9 2021=76.4 2025:target:2020=>=80"
    made = table('targets = ["gdp_2025", "urban_2025"]', f"{plan}\n{urban}")
    assert [row[1:4] for row in texts(made)] == [["billion yuan", "68.34", "≥73.0"], ["%", "76.4", "≥80"]]
    assert texts(made)[1][4] == "3.6 percentage points"


def test_a_year_s_head_stands_over_whole_years_alone():
    data = "trade CN-CQ 2021=10e9 2021:yoy=3 2022=11e9 2022:yoy=5 2022-01--2022-05=4e9 2022-01--2022-05:yoy=2"
    for earlier, head in (("2021", "比上年增长"), ("2022-01--2022-05", "同比增长")):
        rows = f'rows = [{{ indicator = "trade", period = "{earlier}" }}, {{ indicator = "trade" }}]'
        assert table(rows, data, "zh", "2022").columns[-1].head == head

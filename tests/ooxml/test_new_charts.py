"""New charts: native, editable, valid, the same bytes each time, and readable where LibreOffice lays them out."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import get_args

import openpyxl
import pytest
from lxml import etree

import reportgen
from reportgen.content import CHART_FORMS, CHART_KINDS, Chart, ChartKind, SeriesKind
from reportgen.kinds.declaration import declarations
from reportgen.ooxml import Package, charts
from reportgen.ooxml.addresses import SheetArea
from reportgen.ooxml.charts.chart_space import PLOTS
from reportgen.ooxml.xml import NAMESPACES
from reportgen.record import replace
from tests.ooxml.files import chart, document_with, packed_parts_of, parts_of, series

CHINESE = (
    chart("column", "2018年 2019年 2020年 2021年", series("进出口额", "38.2 54.1 78.1 322.1", "38.2 54.1 78.1 322.1", number_format="0.0"),
          title="跨境电商进出口额", value_axis="亿元", language="zh"),
    chart("line", "1—2月 1—3月 1—4月 1—5月", series("重庆", "60.1 - 75.2 88.9", "60.1 - 75.2 88.9", number_format="0.0"),
          series("全国", "20.1 18.3 -15 12.2", "20.1 18.3 -15.0 12.2", number_format="0.0"), title="增速比较", value_axis="%", language="zh"),
    chart("combination", "2020年 2021年 2022年", series("进出口额", "78.1 322.1 410", "78.1 322.1 超410.0", number_format="0.0"),
          series("同比增长", "44.4 63.3 -5.1", "44.4 63.3 -5.1", number_format="0.0", kind="line", axis="secondary"),
          title="进出口额及增速", value_axis="亿元", secondary_axis="%", language="zh"),
    chart("stacked", "2021年 2022年", series("一般贸易", "2100 2400", "2,100 2,400", number_format="#,##0"),
          series("加工贸易", "3100 3300", "3,100 3,300", number_format="#,##0"), title="外贸结构", value_axis="亿元", language="zh"),
    chart("bar", "两江新区 重庆高新技术产业开发区 渝中区", series("2021年", "122.1 80.3 33.2", "122.1 80.3 33.2", number_format="0.0"),
          title="各区县进出口额", value_axis="亿元", language="zh"),
    chart("ranking", "重庆两路果园港综合保税区 重庆高新技术产业开发区 渝中区", series("2024年", "622.1 480.3 -", "622.1 480.3 -", number_format="0.0"),
          title="各区域进出口额排序", value_axis="亿元", language="zh"),
    chart("pie", "一般贸易 加工贸易 其他贸易方式", series("2024年", "2100.5 3100 480", "2,100.5亿元 3,100.0亿元 480.0亿元", number_format="#,##0.0"),
          title="进出口总值按贸易方式分", language="zh"),
    chart("doughnut", "国有企业 民营企业 外商投资企业", series("2024年", "980 3400.2 1300", "980.0亿元 3,400.2亿元 1,300.0亿元", number_format="#,##0.0"),
          title="进出口总值按企业性质分", language="zh"),
    chart("target_gap", "跨境电商进出口额 市场采购贸易 海外仓面积", series("完成率", "46 104 20.5", "46.0% 104.0% 20.5%", role="value", number_format="0.0"),
          series("目标", "100 100 100", "超700亿元 200亿元 100万平方米", role="target"),
          series("按路径应达", "52.4 60.1 -", "52.4% 60.1% -", role="path"), title="2025年目标进度", value_axis="%", language="zh"),
)  # fmt: skip
ENGLISH = (
    chart("combination", "2020 2021 2022", series("Imports and exports", "7.81 32.21 41", "7.81 32.21 >41.00", number_format="0.00"),
          series("Growth", "44.4 63.3 55.1", "44.4 63.3 55.1", number_format="0.0", kind="line", axis="secondary"),
          title="Cross-border e-commerce", value_axis="billion yuan", secondary_axis="%"),
    chart("target_gap", "Imports\u00a0and\u00a0exports", series("Value", "32.21", "32.21", role="value"), series("Target", "70", "70.00", role="target"),
          series("Path", "35.1", "35.10", role="path"), title="Progress to the target", value_axis="billion yuan", size_mm=(150, 55)),
    chart("pie", "General\u00a0trade Processing\u00a0trade", series("2024", "210.05 310", "210.05bn 310.00bn"),
          title="Trade by mode"),
    chart("doughnut", "Exports Imports", series("2024", "476.2 237", "476.2 237.0", number_format="0.0"), title="Exports and imports"),
    chart("column", "Private State-owned", series("2022", "1250 -300", "1,250 -300", number_format="#,##0"),
          series("2023", "1400 280", "1,400 280", number_format="#,##0"), value_axis="million yuan"),
)  # fmt: skip


def test_one_chart_of_every_kind_is_drawn_here():
    assert {one.kind for one in CHINESE} == _drawn()


def _drawn() -> set[ChartKind]:
    return {kind for kind in CHART_KINDS if CHART_FORMS[kind].panels is None}


NAMED_IN = {"content.py", "figures/chart_kinds.py", "ooxml/charts/chart_space.py", "ooxml/charts/plots.py"}
"""Where kinds of charts are declared, made and drawn."""
UNMISTAKABLE = sorted(set(CHART_KINDS) - set(get_args(SeriesKind)))
"""The kinds whose names are no words for anything else here but a kind of figure: a series is a column, a bar or a line too."""


def test_a_kind_is_named_where_it_is_declared_made_and_drawn_and_nowhere_else():
    assert set(CHART_FORMS) == set(CHART_KINDS)
    assert set(PLOTS) == _drawn()
    package = Path(reportgen.__file__).parent
    named = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if not path.is_relative_to(package / "language")
        and re.search(rf'"(?:{"|".join(UNMISTAKABLE)})"', path.read_text("utf-8"))
    }
    kinds_of_figures = {
        f"kinds/{kind}.py" for kind in UNMISTAKABLE if kind in {one.name for one in declarations()}
    }
    assert named == NAMED_IN | kinds_of_figures


def _xml(one: Chart) -> etree._Element:
    return etree.fromstring(charts.chart_part(one).xml)


def _values(root: etree._Element, path: str) -> list[str]:
    return [str(found) for found in root.xpath(path, namespaces={"c": NAMESPACES["c"], "a": NAMESPACES["a"]})]


@pytest.mark.long_but_for("zh")
@pytest.mark.parametrize("shown_charts", [CHINESE, ENGLISH], ids=["zh", "en"])
def test_charts_of_every_kind_are_valid_with_their_workbooks(
    shown_charts: tuple[Chart, ...], ooxml_validator
) -> None:
    assert ooxml_validator(document_with(*shown_charts)) == []


@pytest.mark.long_but_for("zh")
@pytest.mark.parametrize("shown_charts", [CHINESE, ENGLISH], ids=["zh", "en"])
def test_every_category_label_unit_and_series_is_to_be_read_on_the_page(
    shown_charts: tuple[Chart, ...], soffice_pdf
) -> None:
    text = "".join(soffice_pdf(document_with(*shown_charts)).text.split())
    for one in shown_charts:
        legend = [one_series.name for one_series in one.series if len(one.series) > 1]
        labels = [label for one_series in one.series for label in one_series.labels]
        for words in (one.title, one.value_axis, one.secondary_axis, *one.categories, *legend, *labels):
            assert "".join(words.split()) in text, f"{one.kind}: {words}"


@pytest.mark.parametrize(("language", "written"), [("zh", "0"), ("en", "#,##0")])
def test_an_axis_sets_thousands_apart_as_the_numbers_of_its_language_are(language: str, written: str) -> None:
    one = chart("column", "a b", series("n", "1041 81", "1041 81"), language=language)
    assert _values(_xml(one), "//c:valAx/c:numFmt/@formatCode") == [written]


def test_months_of_a_small_chart_stand_upright_in_small_letters_or_are_left_out(soffice_pdf) -> None:
    """Twelve months over some 45 mm: 11 is 3.2 mm wide in 9 points, and 2.5 mm in 7. Points 3 mm apart get small markers."""
    months, values = " ".join(str(month) for month in range(1, 13)), " ".join(["5"] * 12)
    small = chart("line", months, series("n", values), size_mm=(54, 34), over_time=True, language="zh")
    assert _values(_xml(small), "//c:tickLblSkip/@val") == []
    assert _values(_xml(small), "//c:catAx/c:txPr/a:bodyPr/@rot") == ["0"]
    assert _values(_xml(small), "//c:catAx/c:txPr//a:defRPr/@sz") == ["700"]
    assert re.search(
        r"(?m)^[\d ]*8 +9 +10 +11 +12", soffice_pdf(document_with(small)).text
    )  # on one line each
    assert _values(_xml(small), "//c:valAx/c:txPr//a:defRPr/@sz") == ["700"]
    tiny = replace(small, size_mm=(34, 34))
    assert _values(_xml(tiny), "//c:tickLblSkip/@val") == ["2"]
    assert "-2700000" not in _values(_xml(tiny), "//c:catAx/c:txPr/a:bodyPr/@rot")
    large = replace(small, size_mm=(150, 80))
    sizes = [_values(_xml(one), "//c:ser/c:marker/c:size/@val") for one in (small, large)]
    assert sizes == [["3"], ["6"]]
    assert _values(_xml(large), "//c:tickLblSkip/@val") == []


def test_the_same_chart_gives_the_same_bytes_in_another_process() -> None:
    script = (
        "import hashlib; from tests.ooxml.test_new_charts import CHINESE; from tests.ooxml.files import document;"
        "from reportgen.ooxml import charts\nfor c in CHINESE:\n p = charts.chart_part(c); print(hashlib.sha256(p.xml + p.workbook()).hexdigest())"
    )
    root = str(Path(__file__).parents[2])
    runs = {
        subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, cwd=cwd,
                       env={**os.environ, "PYTHONPATH": root, "PYTHONHASHSEED": seed, "TZ": zone}).stdout
        for seed, zone, cwd in (("1", "UTC", root), ("2", "Asia/Shanghai", "/"))
    }  # fmt: skip
    assert len(runs) == 1


@pytest.mark.parametrize("one", CHINESE + ENGLISH, ids=lambda one: f"{one.language}-{one.kind}")
def test_the_workbook_holds_what_the_chart_refers_to(one: Chart) -> None:
    part = charts.chart_part(one)
    root = etree.fromstring(part.xml)
    sheet = openpyxl.load_workbook(io.BytesIO(part.workbook()))["Sheet1"]
    names = dict(enumerate(one.series))
    for drawn in root.iter(f"{{{NAMESPACES['c']}}}ser"):
        index = int(_values(drawn, "c:idx/@val")[0])
        cells = {
            key: _values(drawn, f"c:{key}//c:f/text()")[0].removeprefix("Sheet1!")
            for key in ("tx", "cat", "val")
        }
        assert sheet[cells["tx"].replace("$", "")].value == names[index].name
        for key, expected in (("cat", one.categories), ("val", names[index].values)):
            found = sheet[cells[key].replace("$", "")]
            column = [found.value] if not isinstance(found, tuple) else [row[0].value for row in found]
            assert column == [float(value) if isinstance(value, Decimal) else value for value in expected]


def test_a_missing_value_is_a_gap() -> None:
    root = _xml(chart("line", "a b c", series("A", "1 - 3")))
    assert _values(root, "//c:val//c:pt/@idx") == ["0", "2"]
    assert _values(root, "//c:val//c:ptCount/@val") == ["3"]
    assert _values(root, "//c:dispBlanksAs/@val") == ["gap"]


def test_what_office_would_assume_is_said() -> None:
    for one in CHINESE + ENGLISH:
        root = _xml(one)
        assert set(_values(root, "//c:smooth/@val | //c:overlay/@val | //c:roundedCorners/@val")) == {"0"}
        is_round = one.kind in ("pie", "doughnut")  # whose slices have a colour each
        assert set(_values(root, "//c:varyColors/@val")) == {"1" if is_round else "0"}
        assert all(int(axis) > 0 for axis in _values(root, "//c:axId/@val"))
        ids = _values(root, "//*[local-name()='uniqueId']/@val")
        assert len(ids) == len(set(ids)) == len(one.series)
        assert set(_values(root, "//a:ea/@typeface")) == {"Microsoft YaHei"}


def test_fonts_are_the_callers() -> None:
    root = etree.fromstring(
        charts.chart_part(CHINESE[0], east_asian_font="仿宋", latin_font="Times New Roman").xml
    )
    assert set(_values(root, "//a:ea/@typeface")) == {"仿宋"}
    assert set(_values(root, "//a:latin/@typeface")) == {"Times New Roman"}


def test_a_title_that_the_caption_says_can_be_left_out() -> None:
    root = etree.fromstring(charts.chart_part(CHINESE[0], with_title=False).xml)
    assert _values(root, "//c:chart/c:title") == []
    assert _values(root, "//c:autoTitleDeleted/@val") == ["1"]


def test_labels_follow_the_value_unless_they_say_something_else() -> None:
    root = _xml(chart("column", "a b c", series("A", "1 2 3", "1.0 超2.0 -", number_format="0.0")))
    assert _values(root, "//c:dLbl/c:idx/@val") == ["1", "2"]
    assert _values(root, "//c:dLbl//a:t/text()") == ["超2.0"]
    assert _values(root, "//c:dLbl[c:idx/@val='2']/c:delete/@val") == ["1"]
    assert _values(root, "//c:dLbls/c:numFmt/@formatCode") == ["0.0"]


def test_text_of_any_kind_stays_text_in_chart_and_workbook(ooxml_validator) -> None:
    odd = chart("column", "=1+1 <R&D>\x0b 'q\" @x", series("=A&<B>", "1 2 3 4", "a<b c&d e f"))
    assert ooxml_validator(document_with(odd)) == []
    sheet = openpyxl.load_workbook(io.BytesIO(charts.chart_part(odd).workbook())).active
    assert [(cell.value, cell.data_type) for cell in (sheet["A2"], sheet["A3"], sheet["B1"])] == [
        ("=1+1", "s"), ("<R&D>", "s"), ("=A&<B>", "s")
    ]  # fmt: skip


def test_values_and_categories_must_match() -> None:
    with pytest.raises(ValueError, match="has 1 values for 2 categories"):
        charts.chart_part(chart("column", "a b", series("A", "1")))


@pytest.mark.parametrize(
    ("sheet", "written"),
    [
        ("Sheet1", "Sheet1!$A$2:$A$4"),
        ("数据 1", "'数据 1'!$A$2:$A$4"),
        ("it's", "'it''s'!$A$2:$A$4"),
        ("AB12", "'AB12'!$A$2:$A$4"),
    ],
)
def test_references_quote_the_sheets_that_need_it(sheet: str, written: str) -> None:
    assert str(SheetArea(2, 1, 4, 1, sheet)) == written
    assert SheetArea.of_reference(written) == SheetArea(2, 1, 4, 1, sheet)


def test_embedding_touches_only_the_owner_and_the_lists() -> None:
    before = document_with(CHINESE[0])
    package = Package.open(before)
    charts.embed(package, package.main_part, charts.chart_part(CHINESE[1]))
    was, now = packed_parts_of(before), packed_parts_of(package.save())
    assert [name for name in was if was[name] != now[name]] == [
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
    ]
    assert sorted(set(now) - set(was)) == [
        "word/charts/_rels/chart2.xml.rels", "word/charts/chart2.xml", "word/embeddings/Microsoft_Excel_Sheet2.xlsx"
    ]  # fmt: skip


@pytest.mark.long
def test_a_copy_has_its_own_workbook_style_and_colours(ooxml_validator) -> None:
    package = Package.open(document_with(CHINESE[0]))
    original = "word/charts/chart1.xml"
    style = (
        b'<cs:colorStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle" '
        b'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" meth="cycle" id="10"><a:schemeClr val="accent1"/></cs:colorStyle>'
    )
    package.add("word/charts/colors1.xml", style, "application/vnd.ms-office.chartcolorstyle+xml")
    package.relationships(original).add(
        "http://schemas.microsoft.com/office/2011/relationships/chartColorStyle", "word/charts/colors1.xml"
    )
    copied = charts.duplicate(package, original)
    package.relationships(package.main_part).add(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart", copied
    )
    assert package.read(copied) == package.read(original)
    targets = [{r.id: r.part for r in package.relationships(part)} for part in (original, copied)]
    assert targets[0].keys() == targets[1].keys()
    assert not set(targets[0].values()) & set(targets[1].values())
    assert parts_of(package.save())["word/embeddings/Microsoft_Excel_Sheet2.xlsx"] == package.read(
        "word/embeddings/Microsoft_Excel_Sheet1.xlsx"
    )
    assert ooxml_validator(package.save()) == []


def _over_months(count: int, size_mm: tuple[int, int] = (150, 80)) -> Chart:
    """Months as columns with growth as a line on the second scale."""
    levels = [str(500 + 37 * month % 91) + ".5" for month in range(count)]
    rates = [f"{month % 5 - 2}.4" for month in range(count)]
    months = " ".join(f"{month % 12 + 1}月" for month in range(count))
    return replace(
        chart("combination", months, series("进出口", " ".join(levels), " ".join(levels), number_format="0.0"),
              series("增速", " ".join(rates), " ".join(rates), number_format="0.0", kind="line", axis="secondary"),
              title="月度", value_axis="亿元", secondary_axis="%", language="zh", size_mm=size_mm),
        over_time=True,
    )  # fmt: skip


def test_twelve_months_are_labelled_and_of_eighteen_the_labels_are_turned() -> None:
    twelve, eighteen = _xml(_over_months(12)), _xml(_over_months(18, (130, 70)))

    assert _values(twelve, "//c:tickLblSkip/@val") == []
    assert _values(twelve, "//c:dLbl[c:delete]") == []
    assert _values(twelve, "//c:catAx[c:delete/@val=0]/c:txPr/a:bodyPr/@rot") == ["0"]
    assert _values(eighteen, "//c:catAx[c:delete/@val=0]/c:txPr/a:bodyPr/@rot") == ["-2700000"]
    assert _values(eighteen, "//c:tickLblSkip/@val") == []
    kept = 18 - len(_values(eighteen, "//c:barChart//c:dLbl[c:delete]"))
    assert 2 <= kept <= 4  # the last, the highest, the lowest, the first, as far as they stand apart


def test_of_forty_eight_months_even_turned_labels_are_thinned() -> None:
    long = _xml(_over_months(48, (130, 70)))
    assert _values(long, "//c:catAx[c:delete/@val=0]/c:tickLblSkip/@val") == ["3"]


@pytest.mark.long
def test_points_of_a_part_of_a_year_are_hatched_in_their_series_colour(ooxml_validator) -> None:
    one = replace(series("出口", "1 2 3", "1 2 3"), hatched=(False, False, True))
    for kind in ("column", "stacked"):
        made = chart(kind, "2021 2022 1—5月", one)
        xml = _xml(made)
        assert _values(xml, "//c:dPt/c:idx/@val") == ["2"]
        assert _values(xml, "//c:dPt//a:pattFill/@prst") == ["wdUpDiag"]
        assert ooxml_validator(document_with(made)) == []


@pytest.mark.long
@pytest.mark.parametrize("kind", ["column", "stacked", "bar", "combination"])
def test_columns_beyond_a_break_have_another_colour_than_those_before(kind, ooxml_validator) -> None:
    one = replace(
        series("出口", "1 2 3 4", "1 2 3 4", kind="bar" if kind == "bar" else "column"),
        stretches=(0, 1, 1, 2),
        hatched=(False, False, kind != "bar", False),
    )
    rates = [series("增速", "1 2 3 4", kind="line", axis="secondary")] if kind == "combination" else []
    made = chart(kind, "2020 2021 1—5月 2023", one, *rates)
    xml = _xml(made)
    own = _values(xml, "//c:barChart/c:ser/c:spPr/a:solidFill/a:srgbClr/@val")
    filled = _values(xml, "//c:dPt[not(.//a:pattFill)]/c:spPr/a:solidFill/a:srgbClr/@val")
    lines = _values(xml, "//c:lineChart/c:ser/c:spPr/a:ln/a:solidFill/a:srgbClr/@val")

    assert [len(own), len(filled), len(lines)] == [1, 2 if kind != "bar" else 3, len(rates)]
    assert len({*own, *filled, *lines}) == 3 + len(rates)
    assert _values(xml, "//c:dPt/c:idx/@val") == ["1", "2", "3"]
    # of one stretch are 2021 and the first months after it: one colour, plain and hatched
    assert _values(xml, "//a:pattFill/a:fgClr/a:srgbClr/@val") == (filled[:1] if kind != "bar" else [])
    assert ooxml_validator(document_with(made)) == []


def test_columns_that_a_legend_tells_apart_by_colour_keep_it_beyond_a_break() -> None:
    both = [replace(series(name, "1 2", "1 2"), stretches=(0, 1)) for name in ("出口", "进口")]
    assert _values(_xml(chart("column", "2020 2021", *both)), "//c:dPt/c:idx/@val") == []


def test_a_legend_of_long_names_has_the_lines_it_needs() -> None:
    from reportgen.ooxml.charts.plot_frame import upright_frame
    from reportgen.ooxml.charts.scale import Scale

    scales = (Scale(Decimal(0), Decimal(10), Decimal(2)),)
    short = chart("line", "a b", series("one", "1 2", "1 2"), series("two", "1 2", "1 2"))
    name = "A very long name of a series that needs all of its room"
    long = chart("line", "a b", series(name, "1 2", "1 2"), series(f"{name} too", "1 2", "1 2"))
    frames = [upright_frame(each, scales, title=False, legend=True) for each in (short, long)]
    assert frames[0].plot_height - frames[1].plot_height > 3


def test_names_that_are_no_periods_are_never_left_out() -> None:
    names = " ".join(f"重庆高新技术产业开发区{number}" for number in range(20))
    values = " ".join(["1"] * 20)

    assert _values(_xml(chart("column", names, series("n", values, values))), "//c:tickLblSkip/@val") == []

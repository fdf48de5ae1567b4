"""Designed charts by kind: numbers and dates along the axis stay what they are, what cannot be seen is said."""

import re
from decimal import Decimal

import pytest

from reportgen.content import Chart, ChartSeries
from reportgen.errors import TemplateError
from reportgen.language import language
from reportgen.ooxml import Package
from reportgen.word import WordTemplate
from tests.word.documents import body_xml
from tests.word.test_designed_charts import designed

REF = "<c:f>Sheet1!${0}$2:${0}$4</c:f>"
NUMBERS = "<c:numRef>{ref}<c:numCache><c:formatCode>{format}</c:formatCode><c:ptCount val='3'/>{points}</c:numCache></c:numRef>"
POINTS = "".join(f"<c:pt idx='{at}'><c:v>{at + 1}</c:v></c:pt>" for at in range(3))
TEXTS = f"<c:strRef>{REF.format('A')}<c:strCache><c:ptCount val='3'/>{POINTS}</c:strCache></c:strRef>"
AXES = "<c:axId val='1'/><c:axId val='2'/>"


def numbers(column, number_format="General"):
    return NUMBERS.format(ref=REF.format(column), format=number_format, points=POINTS)


def series(inner, name="A"):
    return (
        f"<c:ser><c:idx val='0'/><c:order val='0'/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val='1'/>"
        f"<c:pt idx='0'><c:v>{name}</c:v></c:pt></c:strCache></c:strRef></c:tx>{inner}</c:ser>"
    )


def axis(kind, number, crosses):
    return f"<c:{kind}><c:axId val='{number}'/><c:scaling/><c:delete val='0'/><c:axPos val='b'/><c:crossAx val='{crosses}'/></c:{kind}>"


CARTESIAN = axis("valAx", 1, 2) + axis("valAx", 2, 1)
XY = f"<c:xVal>{numbers('A')}</c:xVal><c:yVal>{numbers('B')}</c:yVal>"
SIZES = f"<c:bubbleSize>{numbers('C')}</c:bubbleSize>"
BARS = f"<c:cat>{TEXTS}</c:cat><c:val>{numbers('B')}</c:val>"
DATED = f"<c:cat>{numbers('A', 'yyyy-mm')}</c:cat><c:val>{numbers('B')}</c:val>"
KINDS = {
    "scatter": f"<c:scatterChart><c:scatterStyle val='marker'/>{series(XY)}{AXES}</c:scatterChart>{CARTESIAN}",
    "bubble": f"<c:bubbleChart>{series(XY + SIZES)}{AXES}</c:bubbleChart>{CARTESIAN}",
    "pie": f"<c:pieChart>{series(BARS)}</c:pieChart>",
    "dates": (
        f"<c:lineChart><c:grouping val='standard'/>"
        f"{series(DATED)}{AXES}</c:lineChart>"
        f"{axis('dateAx', 1, 2)}{axis('valAx', 2, 1)}"
    ),
    "stock": (
        f"<c:stockChart>{series(BARS, 'High')}{AXES}</c:stockChart>"
        f"{axis('catAx', 1, 2)}{axis('valAx', 2, 1)}"
    ),
    "error bars": (
        "<c:lineChart><c:grouping val='standard'/>"
        + series(
            "<c:errBars><c:errBarType val='both'/><c:errValType val='cust'/></c:errBars>"
            + BARS
        )
        + f"{AXES}</c:lineChart>{axis('catAx', 1, 2)}{axis('valAx', 2, 1)}"
    ),
}  # fmt: skip


def template(kind):
    package = Package.open(designed("{{ c }}"))
    xml = package.read("word/charts/chart1.xml").decode()
    plot = f"<c:plotArea><c:layout/>{KINDS[kind]}</c:plotArea>"
    package.write(
        "word/charts/chart1.xml", re.sub(r"<c:plotArea>.*?</c:plotArea>", plot, xml, flags=re.DOTALL).encode()
    )
    return package.save()


def filled(kind, categories, **values):
    made = tuple(
        ChartSeries(name.replace("_", " "), tuple(map(Decimal, numbers))) for name, numbers in values.items()
    )
    chart = Chart("c", "line", "", tuple(categories), made)
    return WordTemplate(template(kind)).fill({"c": chart})


def chart_xml(rendered):
    return body_xml(rendered.data, "word/charts/chart1.xml")


def told(rendered):
    return [
        language("en").what(one)
        for one in rendered.findings
        if one.code.startswith("chart-") and "workbook" not in one.code
    ]


def test_numbers_along_a_scatter_chart_stay_numbers():
    xml = chart_xml(filled("scatter", ["2010", "2015", "2030"], A=[1, 4, 9]))
    along = re.search(r"<c:xVal>(.*?)</c:xVal>", xml, re.DOTALL)[1]
    assert "<c:numRef>" in along
    assert re.findall(r"<c:v>(.*?)</c:v>", along) == ["2010", "2015", "2030"]


def test_they_are_numbers_in_the_workbook_too():
    import io

    import openpyxl

    data = filled("scatter", ["2010", "2015", "2030"], A=[1, 4, 9]).data
    package = Package.open(data)
    (workbook,) = (name for name in package.names() if name.endswith(".xlsx"))
    values = [
        cell.value
        for row in openpyxl.load_workbook(io.BytesIO(package.read(workbook))).active.rows
        for cell in row
    ]
    assert 2015 in values


def test_words_along_a_scatter_chart_are_said():
    rendered = filled("scatter", ["2010", "later", "2030"], A=[1, 4, 9])
    assert "chart-x-no-number" in [one.code for one in rendered.findings]
    assert told(rendered) == [
        "“later” is no number: the points of this chart stand at 1, 2, 3 along the axis."
    ]


def test_the_sizes_of_bubbles_are_asked_for_by_name():
    with pytest.raises(TemplateError, match="needs series named “A size”") as asked:
        filled("bubble", ["1", "2", "3"], A=[1, 4, 9])
    (found,) = asked.value.findings
    assert (
        language("en").remedy(found)
        == "Give the chart's data a series of that name, with a value for each category."
    )
    xml = chart_xml(filled("bubble", ["1", "2", "3"], A=[1, 4, 9], A_size=[70, 80, 90]))
    assert re.findall(
        r"<c:v>(.*?)</c:v>", re.search(r"<c:bubbleSize>.*?</c:bubbleSize>", xml, re.DOTALL)[0]
    ) == ["70", "80", "90"]
    assert xml.count("<c:ser>") == 1


def test_a_second_series_of_a_pie_is_a_finding():
    rendered = filled("pie", ["a", "b", "c"], A=[1, 2, 3], B=[4, 5, 6])
    assert "chart-shows-one-series" in [one.code for one in rendered.findings]
    assert told(rendered) == ["A pie shows one series; “B” cannot be seen."]


def test_a_date_axis_stays_one_for_dates():
    xml = chart_xml(filled("dates", ["2024-01", "2024-02", "2024-03"], A=[1, 2, 3]))
    assert "<c:dateAx>" in xml
    assert re.findall(r"<c:v>(4\d{4})</c:v>", xml) == ["45292", "45323", "45352"]
    assert "<c:dateAx>" not in chart_xml(filled("dates", ["Jan", "Feb", "Mar"], A=[1, 2, 3]))


def test_a_stock_chart_asks_for_its_series():
    with pytest.raises(TemplateError, match="needs series named “High”"):
        filled("stock", ["a", "b", "c"], Other=[1, 2, 3])


def test_error_bars_of_ones_own_belong_to_the_old_data():
    with pytest.raises(TemplateError, match="custom error bars"):
        filled("error bars", ["a", "b", "c"], A=[1, 2, 3])


def test_a_chart_of_the_newer_kinds_has_a_sentence_of_its_own():
    package = Package.open(designed("{{ c }}"))
    body = package.read("word/document.xml").decode()
    newer = 'xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"'
    package.write(
        "word/document.xml", re.sub(r'<c:chart (?:xmlns:c="[^"]*" )?', f"<cx:chart {newer} ", body).encode()
    )
    rels = package.read("word/_rels/document.xml.rels").decode()
    kind = "http://schemas.microsoft.com/office/2014/relationships/chartEx"
    package.write(
        "word/_rels/document.xml.rels", re.sub(r'"[^"]*/relationships/chart"', f'"{kind}"', rels).encode()
    )
    chart = Chart("c", "line", "", ("a",), (ChartSeries("A", (Decimal(1),)),))
    with pytest.raises(TemplateError, match="chart of this newer kind") as caught:
        WordTemplate(Package.open(package.save()).save()).fill({"c": chart})
    assert [finding.key for finding in caught.value.findings] == ["misplaced-value/newer-chart"]

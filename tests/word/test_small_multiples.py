"""Small multiples in Word: panels in rows with their titles inside, one caption, one note; in LibreOffice side by side."""

import re
import subprocess
from decimal import Decimal

import pytest

from reportgen.content import Chart, ChartSeries
from reportgen.errors import TemplateError
from reportgen.language import language
from reportgen.ooxml import Package
from reportgen.ooxml.charts.panels import panel_drawings
from reportgen.record import replace
from reportgen.word import WordTemplate
from tests.word.documents import body_xml, docx_of, table
from tests.word.test_designed_charts import designed

NAMES = ("North", "A zone with a name that takes two lines", "East", "South", "West")


def panel(title, unit=Decimal(1)):
    values = tuple(unit * size for size in (1, 3, 2))
    return Chart("areas", "combination", title, ("2021", "2022", "2023"), (ChartSeries("Trade", values),))


AREAS = Chart(
    "areas",
    "small_multiples",
    "Trade by area",
    (),
    (),
    notes=("Columns: trade.",),
    size_mm=(150, 80),
    panels=tuple(map(panel, NAMES)),
    across=3,
)


@pytest.fixture(scope="module")
def filled():
    return WordTemplate(docx_of("{{ areas }}")).fill({"areas": AREAS}).data


def test_panels_are_drawings_in_rows_that_stay_with_one_caption(filled):
    body = body_xml(filled)
    rows = [row for row in re.findall(r"<w:p\b.*?</w:p>", body, re.DOTALL) if "<w:drawing>" in row]
    assert [row.count("<w:drawing>") for row in rows] == [3, 2]
    assert all("<w:keepNext/>" in row for row in rows)
    assert set(re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"', body)) == {
        ("1800000", "1440000")
    }  # 50 by 40 mm
    assert body.count(" SEQ ") == 1
    assert "<w:tbl>" not in body


def test_titles_stand_in_the_panels_and_plots_of_a_row_at_one_height(filled):
    package = Package.open(filled)
    parts = [package.read(part).decode() for part in sorted(package.names()) if "/charts/chart" in part]
    titles = [re.findall(r"<a:t>(.*?)</a:t>", part) for part in parts]
    assert [" ".join(title) for title in titles] == list(NAMES)
    assert [len(title) for title in titles] == [1, 2, 1, 1, 1]
    tops = [re.search(r'<c:plotArea>.*?<c:y val="([\d.]+)"', part, re.DOTALL)[1] for part in parts]
    assert len(set(tops[:3])) == len(set(tops[3:])) == 1
    assert tops[0] > tops[3]
    starts = [re.search(r'<c:title>.*?<c:y val="([\d.]+)"', part, re.DOTALL)[1] for part in parts]
    assert len(set(starts)) == 1


def test_axes_of_panels_have_as_many_decimals_as_the_finest_needs():
    parts = panel_drawings(replace(AREAS, panels=(panel("Large"), panel("Small", Decimal("0.3")))))
    assert [one.axis_decimals for one in parts] == [1, 1]  # labels 0.0, 0.5, 1.0 of values up to 0.9
    data = WordTemplate(docx_of("{{ areas }}")).fill({"areas": replace(AREAS, panels=parts)}).data
    package = Package.open(data)
    drawn = [package.read(part).decode() for part in sorted(package.names()) if "/charts/chart" in part]
    formats = [re.findall(r'<c:valAx>.*?<c:numFmt formatCode="([^"]*)"', part, re.DOTALL) for part in drawn]
    assert formats == [["0.0"], ["0.0"]]


@pytest.mark.long
@pytest.mark.office
def test_panels_are_valid_and_stand_side_by_side_on_the_page(filled, ooxml_validator, soffice_pdf):
    assert ooxml_validator(filled) == []
    boxes = subprocess.run(
        ["pdftotext", "-bbox", str(soffice_pdf(filled).pdf), "-"], capture_output=True, check=True
    ).stdout.decode()
    at = {
        word: (float(x), float(y))
        for x, y, word in re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>(\w+)<', boxes)
    }
    assert at["North"][0] < at["lines"][0] < at["East"][0]
    assert at["South"][0] < at["West"][0]
    assert abs(at["North"][1] - at["East"][1]) < 1 < at["South"][1] - at["North"][1]
    assert abs(at["South"][1] - at["West"][1]) < 1


def test_a_narrow_place_makes_the_whole_smaller():
    cell = WordTemplate(docx_of(table(["{{ areas }}", "", "beside"]))).fill({"areas": AREAS}).data
    [(across, down)] = set(re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"', body_xml(cell)))
    assert int(across) < 1_000_000
    assert int(across) / int(down) == pytest.approx(50 / 40, rel=0.1)


def test_a_drawn_chart_cannot_be_small_multiples():
    with pytest.raises(TemplateError) as raised:
        WordTemplate(designed("{{ charts.areas }}")).fill({"charts": {"areas": AREAS}})
    [finding] = raised.value.findings
    assert (
        language("en").what(finding) == "Small multiples are several charts, and the chart drawn here is one."
    )
    assert language("en").remedy(finding) == (
        "Delete the drawn chart and write {{ charts.areas }} in a paragraph of its own."
    )
    assert language("zh").what(finding) == "分面图由多幅小图组成，而此处画好的图表只有一幅。"

"""Documents whose record was kept before some of what an audit looks at was: what it does not hold is no finding."""

import pytest
from lxml import etree

from reportgen.finished import lineage_part
from reportgen.finished.open_document import open_finished
from reportgen.living.audit import audit
from reportgen.ooxml import customxml
from reportgen.ooxml.xml import local_name
from reportgen.record import replace
from tests.living.audit.excel_editing import EditedWorkbook
from tests.living.audit.planted import PLAN_EN, PLAN_ZH
from tests.living.audit.planted_by_a_stranger import PLAN_DATA_EN
from tests.living.audit.surface_editing import chart_edited, flattened, prompted
from tests.living.audit.word_editing import EditedDocument

_ROW = 5


def recorded_before(path, folder):
    """The document with a record that holds no looks and nothing of a chart's drawing but the scales of its axes."""
    document = open_finished(path)
    charts = tuple(replace(chart, drawing=None) for chart in document.built.charts)
    lineage_part.attach(
        document.package, document.lineage, replace(document.built, charts=charts, looks=None)
    )
    older = folder / path.name
    older.write_bytes(document.package.save())
    return older


@pytest.mark.parametrize("name", [PLAN_EN, PLAN_ZH, PLAN_DATA_EN])
def test_an_untouched_document_with_an_older_record_has_no_finding(name, built, tmp_path):
    drawn = [one.chart.drawing for one in open_finished(built / name).charts]

    assert any(drawn)  # labels that were left off
    assert audit(recorded_before(built / name, tmp_path)).findings == ()


_EARLIER_NOTATION = {
    "axis-scale": lambda said: ", ".join(
        f"{before}{said[name]}"
        for name, before in (("low", "min "), ("high", "max "), ("turned", ""))
        if name in said
    ),
    "label-left-out": lambda said: f"without label {int(said['point']) - 1}",
}


def noted_before(path, folder):
    """The document with what makes its charts read otherwise in a text each, in attributes of the chart."""
    document = open_finished(path)
    root = etree.fromstring(customxml.read(document.package, lineage_part.ITEM))
    for chart in root.iter("{*}chart"):
        for holder in (*chart.iterfind("{*}scales"), *chart.iterfind("{*}drawing")):
            texts = [_EARLIER_NOTATION[local_name(one)](dict(one.attrib)) for one in holder]
            chart.set(local_name(holder), "; ".join(texts))
            chart.remove(holder)
    customxml.attach(document.package, etree.tostring(root), lineage_part.ITEM)
    older = folder / path.name
    older.write_bytes(document.package.save())
    return older


@pytest.mark.parametrize("name", [PLAN_EN, PLAN_ZH, PLAN_DATA_EN])
def test_a_record_in_the_earlier_notation_says_the_same_of_charts(name, built, tmp_path):
    older = noted_before(built / name, tmp_path)

    before, now = open_finished(older), open_finished(built / name)
    said = [(one.scales, one.drawing) for one in now.built.charts]
    assert any(scales for scales, _ in said)
    assert [(one.scales, one.drawing) for one in before.built.charts] == said
    assert audit(older).findings == ()


def test_prompts_and_low_rows_that_an_older_record_does_not_hold_are_no_finding(built, tmp_path):
    older = EditedWorkbook(recorded_before(built / PLAN_DATA_EN, tmp_path).read_bytes())
    prompted("Data", "A1:A4", "Enter 27.5 billion yuan at most.")(older)
    flattened("Data", _ROW)(older)
    path = tmp_path / "edited.xlsx"
    path.write_bytes(older.save())

    assert audit(path).findings == ()


def test_an_axis_that_an_older_record_does_hold_is_told_where_it_changed(built, tmp_path):
    older = EditedDocument(recorded_before(built / PLAN_EN, tmp_path).read_bytes())
    chart_edited('<c:max val="115"/>', '<c:max val="115"/>', '<c:max val="60"/>')(older)
    path = tmp_path / "edited.docx"
    path.write_bytes(older.save())

    assert [one.code for one in audit(path).findings] == ["chart-axis-changed"]


def test_nought_for_nothing_is_told_where_the_record_holds_the_drawing(built, tmp_path):
    document = EditedDocument((built / PLAN_EN).read_bytes())
    chart_edited(
        '<c:max val="115"/>',
        '(<c:dispBlanksAs val=")[a-z]+',
        r"\1zero",
    )(document)
    path = tmp_path / "edited.docx"
    path.write_bytes(document.save())

    assert [one.code for one in audit(path).findings] == ["chart-axis-changed"]

"""What makes a chart read otherwise: read of its part, written into snapshots, said in both languages."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reportgen.finished.chart_traits import read_trait, written_trait
from reportgen.finished.snapshot import ChartSnapshot, Snapshot
from reportgen.finished.snapshot_xml import read_snapshot, snapshot_element
from reportgen.language import say
from reportgen.ooxml.charts.axis_scales import Trait, axis_scale, drawing_of, scales_of

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
TRAITS = [
    # the part; as a snapshot writes it; in English; in Chinese
    ('<valAx><scaling><max val="150"/><min val="0"/></scaling></valAx>', "min 0, max 150", "an axis from 0 to 150", "坐标轴自0起至150止"),
    ('<valAx><scaling><logBase val="10"/><orientation val="maxMin"/></scaling></valAx>', "logBase 10, maxMin",
     "an axis by powers of 10 turned round", "坐标轴按10的幂分度方向相反"),
    ('<grouping val="percentStacked"/>', "percentStacked", "values stacked to 100%", "数值堆积至100%"),
    ('<grouping val="stacked"/>', "stacked", "values stacked", "数值堆积"),
    ('<dispUnits><builtInUnit val="thousands"/></dispUnits>', "÷ 1000", "an axis in units of 1000", "坐标轴以1000为单位"),
    ('<valAx><numFmt formatCode="0%; -0%"/></valAx>', "0%; -0%", "the format 0%; -0%", "数字格式0%; -0%"),
    ('<dLbls><numFmt formatCode="0,"/></dLbls>', "0,", "the format 0,", "数字格式0,"),
    ('<trendlineType val="linear"/>', "trendline linear", "a trend line (linear)", "趋势线（linear）"),
    ('<dLbl><idx val="3"/><delete val="1"/></dLbl>', "without label 3", "no label at point 4", "第4个数据点无标签"),
    ('<legendEntry><idx val="0"/><delete val="1"/></legendEntry>', "legend without 0", "no legend entry of series 1", "第1个系列无图例"),
    ('<plotArea><pie3DChart/></plotArea>', "pie3DChart", "a chart of the kind pie3DChart", "图表类型为pie3DChart"),
    ('<dispBlanksAs val="zero"/>', "blanks zero", "zero where there is no value", "空值画作零"),
    (f'<ser><dPt><idx val="2"/><spPr><a:noFill xmlns:a="{_C.replace("chart", "main")}"/></spPr></dPt><val><numCache><pt idx="1"/><pt idx="2"/></numCache></val></ser>',
     "point 2 unseen", "point 3 without a colour", "第3个数据点无颜色"),
    ('<plotArea><lineChart><ser><order val="1"/></ser><axId val="b"/></lineChart><valAx><axId val="a"/></valAx><valAx><axId val="b"/></valAx></plotArea>',
     "series 1 on axis 2", "series 2 on axis 2", "第2个系列用第2条坐标轴"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "written", "en", "zh"), TRAITS)
def test_a_trait_of_a_part_is_written_and_said(part, written, en, zh):
    root = etree.fromstring(f'<chartSpace xmlns="{_C}">{part}</chartSpace>')
    [trait] = (*scales_of(root), *drawing_of(root))
    assert (written_trait(trait), say(trait, "en"), say(trait, "zh")) == (written, en, zh)
    assert read_trait(written) == trait


_FORMATS = st.one_of(
    st.sampled_from(["0%; -0%", '[<-10]"";[<0]-0;0', "0, 0", '0"; "', "min"]),
    st.text('0#%;, "[<]-', min_size=1),
)
_NUMBERS = st.integers(1, 99)
_ANY = st.one_of(
    _FORMATS.filter(lambda code: not re.fullmatch("[;, ]*", code)).map(lambda code: Trait("ooxml.number-format", format=code)),
    st.builds(lambda low, high: axis_scale(low=str(low), high=str(high)), _NUMBERS, _NUMBERS),
    _NUMBERS.map(lambda at: Trait("ooxml.label-left-out", point=at)),
)  # fmt: skip


@given(st.lists(_ANY, max_size=4), st.lists(_ANY, max_size=4))
def test_a_snapshot_gives_back_what_was_written(scales, drawing):
    chart = ChartSnapshot("word/charts/chart1.xml", "", "", (), (), tuple(scales), tuple(drawing))
    element = snapshot_element(Snapshot(charts=(chart,)), "urn:x")
    [read] = read_snapshot(etree.fromstring(_text_of(element))).charts
    assert (read.scales, read.drawing) == (tuple(scales), tuple(drawing))


def test_snapshots_of_older_documents_are_read():
    older = etree.fromstring(
        '<snapshot><chart place="p" digest="d" scales="min 0, max 150; min -25, max 5; [&lt;-10]&quot;&quot;;[&lt;0]-0;0"'
        ' drawing="without label 0; series 1 on axis 2"/><chart place="q" digest="d"/></snapshot>'
    )
    assert read_trait("÷ tenMillions") == read_trait("÷ 10000000")
    first, second = read_snapshot(older).charts
    assert first.scales == (
        axis_scale(low="0", high="150"), axis_scale(low="-25", high="5"), Trait("ooxml.number-format", format='[<-10]"";[<0]-0;0'),
    )  # fmt: skip
    assert first.drawing == (
        Trait("ooxml.label-left-out", point=1),
        Trait("ooxml.series-on-axis", series=2, axis=2),
    )
    assert (second.scales, second.drawing) == (None, None)


def _text_of(element):
    from xml.etree import ElementTree as ET

    return ET.tostring(element)

"""What makes a chart read otherwise: read of its part, written into snapshots, said in both languages."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reportgen.finished.chart_traits import read_trait, written_trait
from reportgen.finished.earlier_snapshots import earlier_trait
from reportgen.finished.snapshot import ChartSnapshot, Snapshot
from reportgen.finished.snapshot_xml import read_snapshot, snapshot_element
from reportgen.language import say
from reportgen.ooxml.charts import axis_scales
from reportgen.ooxml.charts.axis_scales import Trait, axis_scale, axis_unit, drawing_of, scales_of

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
TRAITS = [
    # the part; as snapshots wrote it before; in English; in Chinese
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


@pytest.mark.parametrize(("part", "earlier", "en", "zh"), TRAITS)
def test_a_trait_of_a_part_is_said_and_read_again(part, earlier, en, zh):
    trait = _trait_of(part)
    assert (say(trait, "en"), say(trait, "zh")) == (en, zh)
    code, attributes = written_trait(trait)
    assert read_trait(etree.Element(code, attributes)) == trait
    assert earlier_trait(earlier) == trait


def test_every_trait_there_is_was_tried():
    source = Path(axis_scales.__file__).read_text(encoding="utf-8")
    codes = set(re.findall(r'"(ooxml\.[a-z-]+)"', source))
    assert {_trait_of(part).code for part, *_ in TRAITS} == codes


_TEXTS = st.one_of(
    st.sampled_from(
        [written for _, written, *_ in TRAITS]
        + [r"#,##0\ stacked", "0 tacked", "min 0", '0"; "', "0, 0", "", "a\tb\nc"]
    ),
    st.text('0#%;, "[<]-\n\t&亿'),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufffe\uffff")),
)
_NUMBERS = st.integers(1, 10_000)
_ANY = st.one_of(
    _TEXTS.map(lambda text: Trait("ooxml.number-format", format=text)),
    st.builds(axis_scale, low=_TEXTS, high=_TEXTS, base=_TEXTS, turned=_TEXTS),
    st.booleans().map(lambda whole: Trait("ooxml.values-stacked", to_whole=whole)),
    _TEXTS.map(axis_unit),
    _TEXTS.map(lambda text: Trait("ooxml.trend-line", kind=text)),
    _TEXTS.map(lambda text: Trait("ooxml.plot", kind=text)),
    _NUMBERS.map(lambda at: Trait("ooxml.label-left-out", point=at)),
    _NUMBERS.map(lambda at: Trait("ooxml.point-unseen", point=at)),
    _NUMBERS.map(lambda at: Trait("ooxml.entry-left-out", series=at)),
    st.builds(lambda series, axis: Trait("ooxml.series-on-axis", series=series, axis=axis), _NUMBERS, _NUMBERS),
    st.just(Trait("ooxml.blanks-as-nought")),
)  # fmt: skip
_SEVERAL = st.none() | st.lists(_ANY, max_size=4).map(tuple)


@given(_SEVERAL, _SEVERAL)
def test_a_snapshot_gives_back_what_was_written(scales, drawing):
    chart = ChartSnapshot("word/charts/chart1.xml", "", "", (), (), scales, drawing)
    element = snapshot_element(Snapshot(charts=(chart,)), "urn:x")
    [read] = read_snapshot(etree.fromstring(ET.tostring(element))).charts
    assert (read.scales, read.drawing) == (scales, drawing)


@pytest.mark.parametrize("trait", ["<no-such-trait/>", '<label-left-out point="third"/>'])
def test_a_trait_that_there_is_not_is_refused(trait):
    snapshot = etree.fromstring(
        f'<snapshot><chart place="p" digest="d"><drawing>{trait}</drawing></chart></snapshot>'
    )
    with pytest.raises((KeyError, ValueError)):
        read_snapshot(snapshot)


def test_snapshots_of_older_documents_are_read():
    older = etree.fromstring(
        '<snapshot><chart place="p" digest="d" scales="min 0, max 150; min -25, max 5; [&lt;-10]&quot;&quot;;[&lt;0]-0;0"'
        ' drawing="without label 0; series 1 on axis 2"/><chart place="q" digest="d"/>'
        '<chart place="r" digest="d" scales="" drawing=""><drawing>0"; "</drawing><drawing>#,##0\\ stacked</drawing></chart></snapshot>'
    )
    assert earlier_trait("÷ tenMillions") == earlier_trait("÷ 10000000")
    first, second, third = read_snapshot(older).charts
    assert first.scales == (
        axis_scale(low="0", high="150"), axis_scale(low="-25", high="5"), Trait("ooxml.number-format", format='[<-10]"";[<0]-0;0'),
    )  # fmt: skip
    assert first.drawing == (
        Trait("ooxml.label-left-out", point=1),
        Trait("ooxml.series-on-axis", series=2, axis=2),
    )
    assert (second.scales, second.drawing) == (None, None)
    assert third.scales == ()
    assert third.drawing == tuple(
        Trait("ooxml.number-format", format=code) for code in ('0"; "', r"#,##0\ stacked")
    )


def _trait_of(part):
    root = etree.fromstring(f'<chartSpace xmlns="{_C}">{part}</chartSpace>')
    [trait] = (*scales_of(root), *drawing_of(root))
    return trait

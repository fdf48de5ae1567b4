"""Charts that the designer drew: filled where they stand, with all their looks."""

import re
from decimal import Decimal

import pytest

from reportgen.content import Chart, ChartSeries
from reportgen.errors import TemplateError
from reportgen.language import language
from reportgen.ooxml import Package
from reportgen.word import WORD, Picture, WordTemplate
from tests.word.documents import body_xml, docx_of, filled


def chart(name="gap", **values):
    series = tuple(ChartSeries(label, tuple(map(Decimal, numbers))) for label, numbers in values.items())
    count = len(next(iter(values.values())))
    categories = tuple(str(2020 + place) for place in range(count))
    return Chart(name, "column", "", categories, series, alt_text=f"shows {', '.join(values)}", language="en")


def designed(tag, before="", after=""):
    """A template with a chart drawn in it, whose alternative text is ``tag``."""
    drawn = filled(docx_of("{{ c }}"), c=chart(Actual=[1, 2], Plan=[3, 4]))
    package = Package.open(drawn)
    body = package.read("word/document.xml").decode()
    drawing = re.search(r"<w:p>(?:(?!</w:p>).)*<w:drawing>.*?</w:p>", body, re.DOTALL)[0]
    tagged = drawing.replace('descr="shows Actual, Plan"', f"descr='{tag}'")
    assert tagged != drawing
    package.write("word/document.xml", body.replace(drawing, before + tagged + after).encode())
    look = package.read("word/charts/chart1.xml").replace(b"1F4E79", b"ABCDEF")  # the designer's own colour
    package.write("word/charts/chart1.xml", look)
    return package.save()


def chart_parts(data):
    return [name for name in Package.open(data).names() if re.fullmatch(r"word/charts/chart\d+\.xml", name)]


def shown(data, part="word/charts/chart1.xml"):
    return re.findall(r"<c:v>([^<]*)</c:v>", body_xml(data, part))


@pytest.mark.parametrize(
    "tag", ['{{ chart("gap") }}', "{{ charts.gap }}", '{{ 图表("gap") }}', "{{ chart(“gap”) }}"]
)
def test_a_designed_chart_is_filled_and_keeps_its_looks(tag, ooxml_validator):
    document = filled(designed(tag), charts={"gap": chart(Actual=[10, 20, 30], Plan=[40, 50, 60])})
    assert {"10", "20", "30", "60", "2022"} <= set(shown(document))
    assert "ABCDEF" in body_xml(document, "word/charts/chart1.xml")
    assert 'descr="shows Actual, Plan"' in body_xml(document)
    assert chart_parts(document) == ["word/charts/chart1.xml"]
    assert ooxml_validator(document) == []


@pytest.mark.long
def test_each_turn_of_a_loop_has_a_chart_and_workbook_of_its_own(ooxml_validator):
    turns = [chart(Actual=[1, 2]), chart(Actual=[3, 4], Plan=[5, 6]), chart(Other=[7, 8])]
    template = designed(
        "{{ one }}",
        "<w:p><w:r><w:t>{%p for one in turns %}</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>",
    )
    document = filled(template, turns=turns)
    assert chart_parts(document) == [f"word/charts/chart{number}.xml" for number in (1, 2, 3)]
    assert [set(shown(document, part)) & set("12345678") for part in chart_parts(document)] == [
        {"1", "2"},
        {"3", "4", "5", "6"},
        {"7", "8"},
    ]
    assert len(set(re.findall(r'<c:chart [^>]*r:id="(\w+)"', body_xml(document)))) == 3
    assert len(set(re.findall(r'<wp:docPr id="(\d+)"', body_xml(document)))) == 3
    assert ooxml_validator(document) == []


def test_an_unknown_chart_is_a_finding():
    with pytest.raises(TemplateError) as caught:
        filled(designed('{{ chart("gpa") }}'), charts={"gap": chart(A=[1])})
    assert [(f.code, language("en").remedy(f)) for f in caught.value.findings] == [
        ("unknown-name", "Did you mean “gap”?")
    ]


def test_series_without_data_are_told():
    rendered = WordTemplate(designed("{{ charts.gap }}")).fill({"charts": {"gap": chart(Actual=[1])}})
    assert [finding.code for finding in rendered.findings] == ["chart-series-without-data"]


@pytest.mark.parametrize("tag", ["{{ charts.gpa }}", '{{ chart("gpa") }}', "{{ 图表(“gpa”) }}"])
def test_lint_knows_the_charts(tag):
    (found,) = WORD.compile(designed(tag)).lint({"charts": {"gap": 1}})
    assert (found.code, language("en").remedy(found)) == ("unknown-name", "Did you mean “gap”?")


def with_title(data, *runs):
    """The template with a title of these runs in its chart."""
    package = Package.open(data)
    rich = "".join(f"<a:r><a:rPr b='1'/><a:t>{run}</a:t></a:r>" for run in runs)
    title = (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:p>{rich}</a:p></c:rich></c:tx><c:overlay val='0'/></c:title>"
    )
    xml = package.read("word/charts/chart1.xml").decode()
    package.write("word/charts/chart1.xml", re.sub(r"(<c:chart>)", rf"\1{title}", xml, count=1).encode())
    return package.save()


@pytest.mark.long
def test_a_chart_is_also_found_by_its_title(ooxml_validator):
    template = with_title(designed("a designed chart"), "{{ chart(", "“gap”) }}")
    gap = Chart(
        "gap", "column", "The gap & more", ("2020",), (ChartSeries("Actual", (Decimal(9),)),), alt_text="alt"
    )
    document = filled(template, charts={"gap": gap})
    xml = body_xml(document, "word/charts/chart1.xml")
    assert "The gap &amp; more" in xml
    assert "{{" not in xml
    assert "9" in shown(document)
    assert ooxml_validator(document) == []


def test_tags_in_a_charts_texts_are_filled():
    template = with_title(designed("{{ charts.gap }}"), "Gap in {{ ye", "ar }} &amp; after")
    document = filled(template, year="2025 <", charts={"gap": chart(Actual=[10])})
    xml = body_xml(document, "word/charts/chart1.xml")
    assert "".join(re.findall(r"<a:t>([^<]*)</a:t>", xml)).startswith("Gap in 2025 &lt; &amp; after")
    assert "10" in shown(document)


def test_a_chart_drawn_without_series_says_so():
    template = designed("{{ one }}")
    package = Package.open(template)
    bare = re.sub(rb"<c:ser>.*</c:ser>", b"", package.read("word/charts/chart1.xml"), flags=re.DOTALL)
    package.write("word/charts/chart1.xml", bare)
    with pytest.raises(TemplateError) as caught:
        filled(package.save(), one=chart(Actual=[1, 2]))

    (found,) = caught.value.findings
    assert found.code == "chart-design"
    assert language("en").remedy(found) == "Look at the chart in Word."
    assert "chart1.xml" in language("en").what(found)


def test_a_picture_for_a_drawn_chart_is_a_finding():
    with pytest.raises(TemplateError) as caught:
        filled(designed("{{ one }}"), one=Picture(b"\x89PNG\r\n\x1a\n"))

    (found,) = caught.value.findings
    assert (found.code, language("en").what(found)) == (
        "misplaced-value",
        "A picture stands where a chart is drawn.",
    )

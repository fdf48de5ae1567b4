"""The lineage that a document carries: what is put in comes out."""

from xml.etree import ElementTree as ET

from lxml import etree

from reportgen.figures.recorded_findings import RecordedFinding
from reportgen.findings import Finding, Place, Severity
from reportgen.finished.lineage import lineage_element, lineage_of, read_lineage
from reportgen.kinds import Catalogue
from reportgen.language import language, say
from reportgen.series import Series
from tests.builders import dataset

GROWTH = "cbec_trade/CN-CQ/2021/growth_computed"
ROW = Place(file="observations.csv", row=8, column="value")
AT_ROW = {
    "file": "observations.csv",
    "sheet": None,
    "row": 8,
    "column": "value",
    "paragraph": None,
    "text": None,
}


def lineage(*findings):
    catalogue = Catalogue(dataset("cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9"))
    return lineage_of([GROWTH], catalogue, {"language": "en", "pack": "test"}, findings)


def again(made):
    return read_lineage(etree.fromstring(ET.tostring(lineage_element(made, "urn:test"))))


def noted(*subjects, **more):
    return Finding("chart-vanished", Severity.WARNING, place=ROW, subjects=subjects, count=2, **more)


def test_a_figure_comes_with_all_that_it_was_computed_from_and_its_sources():
    made = again(lineage())

    assert {figure.id for figure in made.figures.values()} == {
        GROWTH, "cbec_trade/CN-CQ/2020/level", "cbec_trade/CN-CQ/2021/level",
    }  # fmt: skip
    assert {item.source for figure in made.figures.values() for item in figure.citations} == set(made.sources)
    assert made.language == "en"


def test_only_findings_about_its_figures_are_kept():
    made = again(lineage(noted(GROWTH, "another"), noted("another")))

    assert [finding.subjects for finding in made.findings] == [(GROWTH,)]


def test_a_recorded_finding_says_and_gives_what_the_finding_did():
    finding = noted(GROWTH, series=Series("cbec_trade", "CN-CQ"), cause=("growth-against-levels", ROW))
    recorded = again(lineage(finding)).findings[0]

    assert recorded == RecordedFinding.of(finding)
    assert recorded.to_json() == {
        "code": "chart-vanished", "severity": "warning", "series": "cbec_trade/CN-CQ", "subjects": [GROWTH],
        "cause": {"code": "growth-against-levels", "place": AT_ROW}, "place": AT_ROW,
        **{f"message_{code}": language(code).what(finding) for code in ("en", "zh")},
        **{f"remedy_{code}": language(code).remedy(finding) for code in ("en", "zh")},
    }  # fmt: skip
    assert [say(recorded.words, code) for code in ("en", "zh")] == [
        language(code).sentence(finding) for code in ("en", "zh")
    ]


def test_a_finding_of_no_place_begins_with_what_it_is():
    recorded = RecordedFinding.of(Finding("chart-vanished", Severity.WARNING, count=2))

    assert say(recorded.words, "en").startswith("A chart of 2")

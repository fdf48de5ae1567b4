"""A finding is one record, in memory, in JSON and in XML: what it is by its codes, and its words as they were."""

import datetime as dt
import re
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from lxml import etree

from reportgen.figures.parameter_codes import from_line, parameter_codes
from reportgen.figures.recorded_findings import RecordedFinding
from reportgen.findings import Finding, Place, Severity
from reportgen.messages import Bilingual, Message, Multilingual, Reason
from reportgen.names import AreaName, CodeName, FigureName, SeriesName
from reportgen.periods import Period
from reportgen.record import replace
from reportgen.units import unit_of
from reportgen.values import Amount, Qualifier, RoundStep

CITY = AreaName("CN-CQ", Bilingual("Chongqing", "重庆市"))
EXPORTS = SeriesName("exports", Bilingual("Exports", "出口额"), CITY)
CARS = replace(EXPORTS, breakdown=Bilingual("Cars", "汽车"), proper=frozenset({"Chongqing"}))
ROW = Place("observations.csv", row=8, column="value", record="o8")
FINDING = Finding(
    "chart-vanished", Severity.WARNING, place=ROW.lasting, subjects=("exports/CN-CQ/2023/level",), series="exports/CN-CQ",
    cause=("growth-against-levels", ROW.lasting), count=2, name=FigureName(CARS, Period.parse("2023"), "growth_yoy"),
)  # fmt: skip


def forms(record):
    element = etree.fromstring(ET.tostring(record.to_xml("urn:test")))
    return RecordedFinding.from_json(record.to_json(parameters=True)), RecordedFinding.from_xml(element)


def test_both_forms_give_the_same_record():
    record = RecordedFinding.of(FINDING)

    assert forms(record) == (record, record)


def test_its_variant_and_parameters_are_in_the_record_as_codes():
    record = RecordedFinding.of(
        Finding("a-b", Severity.NOTE, "What.", "Do.", variant="c", period=Period.parse("2023-05"), count=3)
    )

    assert record.to_json(parameters=True)["parameters"] == {"period": "2023-05", "count": 3}
    assert record.to_json(parameters=True)["variant"] == "c"
    assert not {"variant", "parameters"} & set(record.to_json())


def test_a_finding_in_other_words_means_the_same_and_one_of_other_parameters_does_not():
    record = RecordedFinding.of(FINDING)
    reworded = replace(record, what=Multilingual("In other words.", "换一种说法。"))

    assert reworded.meaning == record.meaning
    assert RecordedFinding.of(FINDING.with_(count=3)).meaning != record.meaning
    assert reworded.apart_from_place != record.apart_from_place


def test_a_record_of_an_earlier_version_has_its_words_alone():
    before = replace(RecordedFinding.of(FINDING), parameters=None)

    assert forms(before) == (before, before)
    assert before.meaning == (before.code, before.what)


@pytest.mark.parametrize(
    ("value", "coded"),
    [
        (Decimal("7.810E+9"), "7810000000"),
        (dt.date(2024, 5, 1), "2024-05-01"),
        (Period.parse("2024-01--2024-03"), "2024-Q1"),
        (Qualifier.GT, "gt"),
        (Severity.NOTE, "note"),
        (Amount(Decimal("19.8"), "CNY", -1, Qualifier.ALMOST), {"value": "19.8", "unit": "CNY", "qualifier": "almost"}),
        (CITY, "CN-CQ"),
        (CodeName("scope", "gac", Bilingual("as customs count", "海关口径")), "scope/gac"),
        (EXPORTS, {"indicator": "exports", "area": "CN-CQ"}),
        (CARS, {"indicator": "exports", "area": "CN-CQ", "breakdown": {"en": "Cars", "zh": "汽车"}}),
        (FigureName(EXPORTS, Period.parse("2023")), {"indicator": "exports", "area": "CN-CQ", "period": "2023", "kind": "level"}),
        (Reason("kinds.no-level", series=EXPORTS), {"code": "kinds.no-level", "series": {"indicator": "exports", "area": "CN-CQ"}}),
        (Message("a.b", period=Period.parse("2023")), {"code": "a.b", "period": "2023"}),
        (Finding("x", Severity.NOTE, variant="y", count=1), {"code": "x/y", "count": 1}),
        (ROW, {"file": "observations.csv", "column": "value", "record": "o8"}),
        (unit_of("USD"), "USD"),
        (RoundStep(7), {"power": 7}),
        ((1, None, True, ("a",)), [1, None, True, ["a"]]),
        (frozenset({"b", "a"}), ["a", "b"]),
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_a_parameter_is_recorded_by_its_code(value, coded):
    line = parameter_codes((("it", value),))

    assert from_line(line) == {"it": coded}


def test_nothing_of_the_language_or_of_python_is_in_the_parameters_of_real_findings():
    from reportgen.calculations.reconciliation.rules import reconcile
    from tests.figures.made import real_data

    found = list(reconcile(real_data()))
    lines = [RecordedFinding.of(finding).parameters for finding in found]

    assert len(found) > 10
    assert not [line for line in lines if re.search(r" at 0x|Decimal\(|<\w+\.\w+", line)]

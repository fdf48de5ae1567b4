"""What no document can show: missing values, lists, groups and objects, each with what could stand there instead."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

import pytest

from reportgen.errors import TemplateError
from reportgen.expressions import no_value
from reportgen.language import language
from tests.word.documents import docx_of, filled, lines, p, table


class Pack:
    """A vocabulary object."""

    template_names = frozenset({"title", "period"})
    title = "Brief"


@dataclass
class Row:
    name: str


@pytest.mark.parametrize(
    "value", ["", "x", 0, 1.5, Decimal("2"), True, datetime.date(2024, 1, 1), datetime.time(9)]
)
def test_values_are_shown(value):
    assert no_value(value) is None


@pytest.mark.parametrize("value", [None, float("nan"), float("inf"), Decimal("NaN"), Decimal("Infinity")])
def test_missing_values_are_an_error(value):
    finding = no_value(value)
    assert finding.key == "no-value/missing"
    said = "" if value is None else f" ({value})"
    assert language("en").what(finding) == f"There is no value here{said}."
    assert "0" in language("en").remedy(finding)  # the advice keeps zeros


def test_missing_values_of_pandas_are_an_error():
    import pandas

    assert no_value(pandas.NaT).key == no_value(pandas.NA).key == "no-value/missing"
    assert no_value(pandas.Timestamp("2024-01-01")) is None


def test_arrays_of_numpy_are_lists_and_what_is_missing_in_them_is_missing():
    import numpy

    assert no_value(numpy.array([1, 2])).key == "no-value/list"
    missing = (numpy.datetime64("NaT"), numpy.timedelta64("NaT"), numpy.float32("nan"), numpy.ma.masked)
    assert {no_value(value).key for value in missing} == {"no-value/missing"}
    for value in (numpy.array(3), numpy.int8(3), numpy.datetime64("2024-01-01")):
        assert no_value(value) is None


@pytest.mark.parametrize(
    ("value", "said", "advice"),
    [
        (
            [1, 2],
            "A list stands where one value should.",
            "Go through it with {% for %}, or join it: |join(', ').",
        ),
        ({"a": 1, "b": 2}, "This is no value by itself.", "Write one of its members: “a” or “b”."),
        (Pack(), "This is no value by itself.", "Write one of its members: “period” or “title”."),
        (
            object(),
            "This is an object that says nothing by itself.",
            "Give the template a text, number or date.",
        ),
        (
            b"x",
            "This is an object that says nothing by itself.",
            "Give the template a text, number or date.",
        ),
    ],
)
def test_objects_are_an_error_that_lists_their_members(value, said, advice):
    finding = no_value(value)
    assert (language("en").what(finding), language("en").remedy(finding)) == (said, advice)
    with pytest.raises(TemplateError):
        filled(docx_of("{{ x }}"), x=value)


@pytest.mark.parametrize("value", [None, float("nan"), [1], Row("a").__class__])
def test_they_are_one_inside_a_text_a_row_and_an_attribute_too(value):
    for template in (
        docx_of("a {{ x }} b"),
        docx_of(table(["{%tr for x in xs %}"], ["{{ x }}"], ["{%tr endfor %}"])),
    ):
        with pytest.raises(TemplateError):
            filled(template, x=value, xs=[value])


def test_missing_numbers_in_a_row_do_not_hide_the_others():
    with pytest.raises(TemplateError) as caught:
        filled(docx_of(p("{{ a }} {{ b }} {{ c }}")), a=float("nan"), b=1, c=None)
    assert [finding.key for finding in caught.value.findings] == ["no-value/missing"] * 2
    assert lines(filled(docx_of("{{ a }}"), a=0)) == ["0"]


def test_excel_refuses_them_too():
    from reportgen.excel import EXCEL
    from tests.excel.books import template

    with pytest.raises(TemplateError, match="Write one of its members"):
        EXCEL.compile(template({"A1": "a {{ x }}"})).fill({"x": Pack()})

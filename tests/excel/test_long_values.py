"""Values that Excel cannot hold as they are, and cells that hold texts only."""

import datetime as dt
from decimal import Decimal

import numpy as np
import pandas
import pytest

from reportgen.errors import TemplateError
from reportgen.excel import EXCEL
from reportgen.language import language
from tests.excel.books import opened, template


def text_cell(value):
    def design(workbook, sheet):
        sheet.write("A1", "{{ x }}", workbook.add_format({"num_format": "@"}))

    cell = opened(EXCEL.compile(template(design=design)).fill({"x": value}).data)["Data"]["A1"]
    return cell.data_type, cell.value


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (dt.date(2021, 3, 4), "2021-03-04"), (110101199003078888, "110101199003078888"), (0.1, "0.1"), (-3, "-3"), (True, "TRUE"),
        (Decimal("1.50"), "1.50"), ("007", "007"),
    ],
)  # fmt: skip
def test_a_cell_formatted_as_text_gets_text(value, shown):
    assert text_cell(value) == ("s", shown)


def finding(value, cell="{{ x }}"):
    with pytest.raises(TemplateError) as caught:
        EXCEL.compile(template({"A1": cell})).fill({"x": value})
    return caught.value.findings[0]


def test_a_number_of_more_than_15_digits_is_a_finding():
    found = finding(110101199003078888)
    assert found.code == "too-many-digits"
    assert "110101199003078888" in language("en").what(found)
    assert "15" in language("zh").what(found)
    assert (
        opened(EXCEL.compile(template({"A1": "{{ x }}"})).fill({"x": 12 * 10**20}).data)["Data"]["A1"].value
        == 1.2e21
    )


def test_what_is_too_large_is_a_finding():
    assert finding(Decimal("1E+400")).code == "not-a-number"
    assert finding(10**400).code == "not-a-number"


def test_the_length_of_a_text_is_counted_as_excel_counts_it():
    assert finding("😀" * 20_000).code == "text-too-long"
    EXCEL.compile(template({"A1": "{{ x }}"})).fill({"x": "😀" * 16_000})


@pytest.mark.parametrize(
    ("value", "key", "said"),
    [
        ({1}, "not-one-value", "Repeat a row over it"), (frozenset({1}), "not-one-value", "join it"), (b"bytes", "no-value/object", "Give the template a text"),
        ({"exports": 1, "imports": 2}, "no-value/group", "“exports” or “imports”"), ("a".upper, "no-value/method", "name()"),
    ],
)  # fmt: skip
def test_what_is_no_value_is_a_finding_that_says_what_to_write(value, key, said):
    for cell in ("{{ x }}", "n: {{ x }}"):
        found = finding(value, cell)
        assert found.key == key
        assert said in f"{language('en').what(found)} {language('en').remedy(found)}"


def test_missing_and_endless_numbers_within_a_text_are_findings():
    assert finding(float("nan"), "n: {{ x }}").code == "not-a-number"
    assert finding(pandas.NaT, "n: {{ x }}").code == "missing-value"
    assert finding(pandas.NA).code == "missing-value"


def test_numbers_and_dates_of_numpy_are_typed_values():
    for value, shown in (
        (np.int64(3), 3), (np.float32(0.1), 0.1), (np.longdouble("0.1"), 0.1), (np.bool_(True), True), (np.datetime64("2021-03-04"), dt.datetime(2021, 3, 4)),
    ):  # fmt: skip
        assert (
            opened(EXCEL.compile(template({"A1": "{{ x }}"})).fill({"x": value}).data)["Data"]["A1"].value
            == shown
        )


def test_the_advice_for_a_missing_value_keeps_zeros():
    found = finding(None)
    assert "{{ value if value is not none else" in language("en").remedy(found)
    assert "{{ value if value is not none else" in language("zh").remedy(found)
    data = EXCEL.compile(template({"A1": '{{ x if x is not none else "…" }}'})).fill({"x": 0}).data
    assert opened(data)["Data"]["A1"].value == 0


def test_durations_are_numbers_in_a_format_of_hours():
    data = (
        EXCEL.compile(template({"A1": "{{ v }}", "A2": "{{ w }}"}))
        .fill(
            {"v": dt.timedelta(days=1, hours=2), "w": np.timedelta64(90, "m")},
        )
        .data
    )
    sheet = opened(data)["Data"]
    assert [cell.value for cell in sheet["A"]] == [dt.timedelta(days=1, hours=2), dt.timedelta(minutes=90)]
    assert sheet["A1"].number_format == "[h]:mm:ss"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (np.array([1, 2]), "not-one-value"), (np.complex128(1 + 2j), "not-a-number"), (1j, "not-a-number"),
        (np.datetime64("NaT"), "missing-value"), (Decimal("12345678901234567.89"), "too-many-digits"), (Decimal("sNaN"), "not-a-number"),
    ],
)  # fmt: skip
def test_what_excel_cannot_hold_is_a_finding_alone_and_in_cells_of_text(value, code):
    def design(workbook, sheet):
        sheet.write("A2", "{{ v }}", workbook.add_format({"num_format": "@"}))

    with pytest.raises(TemplateError) as caught:
        EXCEL.compile(template({"A1": "{{ v }}"}, design=design)).fill({"v": value})
    found = {finding.place.row: finding.code for finding in caught.value.findings}
    assert found[1] == code
    assert code == "too-many-digits" or found[2] == code


def test_moments_of_numpy_in_nanoseconds_are_moments():
    value = np.datetime64("2024-05-01T10:30:00.000000000")
    assert opened(EXCEL.compile(template({"A1": "{{ v }}"})).fill({"v": value}).data)["Data"][
        "A1"
    ].value == dt.datetime(2024, 5, 1, 10, 30)


@pytest.mark.parametrize("value", ["2024-05-01T10:30+08:00", "2024-05-01T10:30Z"])
def test_a_time_zone_is_never_dropped(value):
    def design(workbook, sheet):
        sheet.write("A2", "{{ v }}", workbook.add_format({"num_format": "@"}))

    moment = dt.datetime.fromisoformat(value)
    for zoned in (moment, moment.timetz()):
        found = finding(zoned)
        assert found.code == "time-zone"
        assert str(zoned) in language("en").what(found)
        assert str(zoned) in language("zh").what(found)
    filled = EXCEL.compile(template({"A1": "at {{ v }}"}, design=design)).fill({"v": moment})
    assert [opened(filled.data)["Data"][cell].value for cell in ("A1", "A2")] == [f"at {moment}", str(moment)]


def test_parts_of_a_second_stay():
    filled = EXCEL.compile(template({"A1": "{{ x }}"})).fill({"x": dt.time(10, 30, 15, 500_000)})
    assert opened(filled.data)["Data"]["A1"].value == dt.time(10, 30, 15, 500_000)

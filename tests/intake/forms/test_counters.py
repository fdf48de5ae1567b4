"""What is counted, said behind a number in a form: by its own words, in each language, whatever the form counts in."""

import json
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from reportgen.findings import Finding
from reportgen.intake.forms.asked import Asked, Form
from reportgen.intake.forms.entry_values import read_entry
from reportgen.intake.taken import ObservationKey
from reportgen.messages import Bilingual
from tests.intake.forms.desk import FIRMS, HEADS

PARCELS = ObservationKey("parcels", "CN-CQ", "", "", "2024-05", "level", "", "", "count")
COUNTERS = {
    "parcels": Bilingual("parcels", "件"),
    "firms": Bilingual("firms", "家"),
    "space": Bilingual("square metres", "平方米"),
    "containers": Bilingual("20-foot containers", "个标准箱"),
    "enterprises": Bilingual("enterprises above designated size", "家规模以上企业"),
}
# What is counted, in which power of ten, what stands in the cell, and the number that it is.
UNDERSTOOD = [
    ("parcels", 8, "6.8亿件", "680000000"), ("parcels", 8, "6.8亿", "680000000"), ("parcels", 8, "6.8", "680000000"),
    ("parcels", 8, "680 million parcels", "680000000"), ("parcels", 8, "6.8 亿 件", "680000000"),
    ("parcels", 8, "68000万件", "680000000"), ("parcels", 8, "约6.8亿件", "680000000"),
    ("parcels", 8, "6.8亿多件", "680000000"), ("parcels", 8, "6.8亿件以上。", "680000000"),
    ("parcels", 8, "680,000,000件", "680000000"), ("parcels", 6, "1 parcel", "1"),
    ("firms", 4, "1.2万家", "12000"), ("firms", 4, "12 万家", "120000"), ("firms", 4, "12家", "12"),
    ("firms", 6, "1.2 million Firms", "1200000"), ("firms", 6, "12 firms", "12"), ("firms", 0, "12 firms", "12"),
    ("space", 0, "3 square metres", "3"), ("space", 6, "3 million square metres", "3000000"), ("space", 4, "3万平方米", "30000"),
    ("containers", 3, "5 thousand 20-foot containers", "5000"), ("containers", 4, "5万个标准箱", "50000"),
    ("enterprises", 0, "12 enterprises above designated size", "12"), ("enterprises", 4, "1.2万家规模以上企业", "12000"),
]  # fmt: skip
REFUSED = [
    ("parcels", 8, "6.8亿家", "form-no-number"), ("firms", 4, "1.2万家店", "form-no-number"),
    ("space", 0, "3 metres", "form-no-number"), ("space", 0, "3 tonnes", "form-other-unit"),
    ("firms", 4, "1.2万元", "form-other-unit"), ("enterprises", 0, "12 size", "form-no-number"),
]  # fmt: skip


def read(counted, power, text):
    return read_entry(text, Asked("r0001", PARCELS, power, counter=COUNTERS[counted]))


@pytest.mark.parametrize(("counted", "power", "text", "value"), UNDERSTOOD)
def test_what_is_counted_may_be_said(counted, power, text, value):
    entry = read(counted, power, text)
    assert not isinstance(entry, Finding), entry
    assert entry.value == Decimal(value)


@pytest.mark.parametrize(("counted", "power", "text", "code"), REFUSED)
def test_what_is_not_counted_is_named(counted, power, text, code):
    entry = read(counted, power, text)
    assert isinstance(entry, Finding), entry
    assert entry.code == code


@pytest.mark.parametrize(("language", "unit", "written"), [("zh", "亿件", "6.8亿件"), ("en", "million parcels", "680 million parcels")])  # fmt: skip
def test_a_form_takes_the_unit_that_it_shows(forms, language, unit, written):
    for name, old, new in (
        ("indicators", "stock,firms,家", "stock,parcels,件"),
        ("observations", "2024-04,level,800,0", "2024-04,level,6.5,8"),
    ):
        file = forms.data / f"{name}.csv"
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")
    path = forms.export(language=language)
    book = load_workbook(path)
    assert book.worksheets[1].cell(FIRMS, HEADS["unit"]).value == unit
    book.worksheets[1].cell(FIRMS, HEADS["value"], written)
    book.save(path)
    done = forms.collect(path, "--json", language=language)
    assert done.exit_code == 0, done.output
    assert [one["value"] for one in json.loads(done.output)["numbers"]] == ["680000000"]


def test_a_form_made_before_it_said_what_is_counted_is_read_as_it_was():
    form = Form(
        "id", "zh", "", "", False, (Asked("r0001", PARCELS, 0, unit="家", counter=COUNTERS["firms"]),)
    )
    (of_new,) = Form.of_identity(form.identity()).asked
    assert of_new.counter == COUNTERS["firms"]
    (of_old,) = Form.of_identity(
        [row[: len(row) - 2] if row[0] == "r0001" else row for row in form.identity()]
    ).asked
    assert of_old.counter == Bilingual("", "")
    assert read_entry("12家", of_old).value == 12


@pytest.mark.parametrize("written", ["680 million parcels", "680", "680 million"])
def test_such_a_form_with_a_multiplier_is_read_as_it_was_too(written):
    assert read_entry(written, Asked("r0001", PARCELS, 6, unit="million parcels")).value == 680_000_000

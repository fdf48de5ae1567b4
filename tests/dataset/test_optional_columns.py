"""Columns that may be missing: read, checked, kept on the records and written back."""

import csv
from decimal import Decimal

import pytest

from reportgen.dataset import check, read, write_folder
from reportgen.dataset.records import Role
from reportgen.language import language
from reportgen.messages import Bilingual
from reportgen.record import replace
from tests.builders import codes_of, dataset

LINE = "trade.GENERAL~US CN-CQ 2024-05=2.1e8#a 2024-05:yoy=3.3#b 2025:target=>70e9#t 2020:target=>50e9#old"


@pytest.fixture
def folder(tmp_path):
    write_folder(
        dataset(LINE, codes={("breakdown", "GENERAL"): "", ("counterpart_area", "US"): ""}), tmp_path
    )
    return tmp_path


def fill(folder, table_, row, **cells):
    """Set cells of a row (counted from 0), in columns that are added where they are missing."""
    file = folder / f"{table_}.csv"
    with file.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    rows[row].update({name.rstrip("_"): value for name, value in cells.items()})
    columns = list(dict.fromkeys(name for one in rows for name in one))
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def fill_everything(folder):
    fill(folder, "indicators", 0, additive="areas partners", material="0.5", suspect="5", order="2.5")
    fill(folder, "observations", 0, prices="current", source="s1")
    fill(folder, "observations", 1, prices="comparable", growth_currency="USD")
    fill(folder, "targets", 0, kind="range", value_to="80.5", issued="2021-11-30", replaces="old")
    fill(
        folder, "citations", 0, role="table", statement="210", table="表6 进出口总值", row_label="重庆市 / 一般贸易",
        column_label="5月 / 进出口", unit_label="单位：百万元", cell="Sheet1!C7",
    )  # fmt: skip
    fill(folder, "codes", 0, class_="physical")
    fill(folder, "sources", 0, title_en="Trade in May", title_zh="5月外贸")


def test_they_are_on_the_records(folder):
    fill_everything(folder)
    data, findings = read(folder)
    assert findings == ()
    assert data.indicators["trade"].additive == ("areas", "partners")
    assert (data.indicators["trade"].material, data.indicators["trade"].suspect) == (
        Decimal("0.5"),
        Decimal(5),
    )
    assert (data.observations["a"].prices, data.observations["a"].source) == ("current", "s1")
    assert data.observations["b"].growth_currency == "USD"
    target = data.targets["t"]
    assert (target.kind, target.value_to.text, target.issued, target.replaces) == (
        "range",
        "80.5",
        "2021-11-30",
        "old",
    )
    assert target.value_to.value == 80_500_000_000
    cited = data.citations[0]
    assert cited.role is Role.TABLE
    assert (cited.table, cited.row_label, cited.cell) == ("表6 进出口总值", "重庆市 / 一般贸易", "Sheet1!C7")
    assert data.codes[0].unit_class == "physical"
    assert data.sources["s1"].translated == Bilingual("Trade in May", "5月外贸")


def test_they_are_written_back_and_left_out_where_they_are_empty(folder, tmp_path):
    assert "prices" not in (folder / "observations.csv").read_text("utf-8")
    fill_everything(folder)
    data, _ = read(folder)
    write_folder(data, tmp_path / "again")
    again, findings = read(tmp_path / "again")
    assert findings == ()
    for table in ("indicators", "targets", "citations", "codes", "observations", "sources"):
        assert by_record(getattr(again, table)) == by_record(getattr(data, table))


def by_record(records):
    """The records of a table with the places that they keep in another file."""
    every = records.values() if hasattr(records, "values") else records
    return [replace(record, place=record.place.lasting) for record in every]


@pytest.mark.parametrize(
    ("table", "cells", "column"),
    [
        ("indicators", {"additive": "areas years"}, "additive"),
        ("observations", {"prices": "fixed"}, "prices"),
        ("targets", {"kind": "wish"}, "kind"),
        ("citations", {"role": "cell"}, "role"),
        ("codes", {"dimension": "size"}, "dimension"),
        ("codes", {"class_": "money"}, "class"),
    ],
)
def test_a_word_that_is_none_of_them_is_named_with_those_that_are(folder, table, cells, column):
    fill(folder, table, 0, **cells)
    _, [finding] = read(folder)
    assert (finding.code, finding.place.column) == ("unknown-code", column)
    assert "Write one of" in language("en").remedy(finding)
    assert "请填写以下之一" in language("zh").remedy(finding)


def test_the_end_of_a_range_is_a_plain_number(folder):
    fill(folder, "targets", 0, value_to="80 billion")
    _, [finding] = read(folder)
    assert finding.key == "unreadable-number/multiplier"
    assert language("en").what(finding) == "“80 billion” is not a plain number."
    assert language("en").remedy(finding) == "Write 80 here and 9 in the column “unit_mult”."


def test_a_row_without_an_id_is_called_by_what_it_is(folder):
    fill(folder, "observations", 0, obs_id="", source="s1")
    data, findings = read(folder)
    assert findings == ()
    assert "trade.GENERAL~US/CN-CQ/2024-05/level@s1" in data.observations
    assert data.is_whole("observations", "trade")
    write_folder(data, folder)
    assert read(folder)[0].observations == data.observations


def test_a_code_that_stands_twice_is_one_too_many(folder):
    file = folder / "codes.csv"
    file.write_text(file.read_text(encoding="utf-8") + "breakdown,GENERAL,General trade,一般贸易\n", "utf-8")
    [finding] = [one for one in check(read(folder)[0]) if one.code == "duplicate-id"]
    assert language("en").what(finding) == "The code “GENERAL” of “breakdown” already stands in row 2."
    assert language("en").remedy(finding) == "Keep one of the two rows."


def test_two_rows_that_are_the_same_have_no_two_ids(folder):
    fill(folder, "observations", 0, obs_id="", source="s1")
    fill(folder, "observations", 1, obs_id="", source="s1", measure="level", value="2.2")
    _, [finding] = read(folder)
    assert finding.code == "duplicate-id"
    assert language("en").what(finding) == (
        "“trade.GENERAL~US/CN-CQ/2024-05/level@s1” already stands in row 2; this row is left out."
    )


def test_a_source_on_the_row_is_a_citation_without_words(folder):
    (folder / "citations.csv").write_text("subject,source,statement,role\n", "utf-8")
    for row in (0, 1):
        fill(folder, "observations", row, source="s1", unit_mult="8", value="-2.1")
    data, _ = read(folder)
    assert [citation.source for citation in data.citations_by_subject["a"]] == ["s1"]
    codes = codes_of(finding for finding in check(data) if finding.place.file == "observations.csv")
    assert not {"missing-citation", "negative-level"} & set(codes)


def test_a_source_and_a_target_that_do_not_exist_are_found(folder):
    fill(folder, "observations", 0, source="nobody")
    fill(folder, "targets", 0, replaces="gone")
    data, _ = read(folder)
    found = [
        (finding.code, finding.place.column) for finding in check(data) if finding.code == "unknown-code"
    ]
    assert sorted(found) == [("unknown-code", "replaces"), ("unknown-code", "source")]


def test_the_cell_of_a_table_is_no_clause(folder):
    fill(folder, "citations", 0, role="table", statement="210", unit_label="单位：百万元")
    data, _ = read(folder)
    assert not {"unit-not-in-clause", "value-not-in-clause"} & {
        finding.code for finding in check(data) if "a" in finding.subjects
    }

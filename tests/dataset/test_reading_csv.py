"""Folders of CSV files as people hand them in: every clumsiness is one precise finding, or harmless."""

import json

import pytest

from reportgen.dataset import check, read, write_folder
from reportgen.errors import DatasetError
from reportgen.findings import Severity
from reportgen.language import language
from tests.builders import codes_of, dataset

LINE = "cbec_trade CN-CQ 2020=7.81e9#a 2021=32.20e9#b 2021:yoy=63.3#c 2025:target:b=>70e9 2021:break"


@pytest.fixture
def folder(tmp_path):
    write_folder(dataset(LINE), tmp_path / "data")
    return tmp_path / "data"


def rewrite(folder, old, new, table="observations"):
    file = folder / f"{table}.csv"
    text = file.read_text("utf-8")
    assert old in text
    file.write_bytes(text.replace(old, new, 1).encode())


def only_finding(folder):
    _, findings = read(folder)
    assert len(findings) == 1, [language("en").sentence(finding) for finding in findings]
    return findings[0]


def test_what_was_written_is_read_back_as_it_was(folder):
    data, findings = read(folder)
    assert findings == ()
    assert data == dataset_named(LINE, "test")
    assert data.observations["b"].quantity.text == "32.20"


def dataset_named(line, name):
    data = dataset(line)
    assert data.name == name
    return data


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("byte order mark", lambda data: b"\xef\xbb\xbf" + data),
        ("Windows line ends", lambda data: data.replace(b"\n", b"\r\n")),
        ("empty rows", lambda data: data.replace(b"\n", b"\n\n,,,,,,\n", 1) + b"\n\n"),
        ("trailing blanks in codes", lambda data: data.replace(b"CN-CQ", "CN-CQ \u00a0\u3000".encode())),
        ("capital head row", lambda data: data.replace(b"obs_id,indicator", b"Obs_ID, Indicator")),
        ("full-width digits", lambda data: data.replace(b",7.81,", ",７.８１,".encode())),
        ("unknown column", lambda data: data.replace(b"obs_id,", b"checked_by,obs_id,", 1).replace(b"\na,", b"\nLi,a,").replace(b"\nb,", b"\n,b,").replace(b"\nc,", b"\n,c,")),
    ],
)  # fmt: skip
def test_harmless_clumsiness_is_read_without_a_word(folder, name, change):
    file = folder / "observations.csv"
    before, _ = read(folder)
    file.write_bytes(change(file.read_bytes()))
    after, findings = read(folder)
    assert [language("en").sentence(finding) for finding in findings] == []
    assert {key: item.quantity for key, item in after.observations.items()} == {
        key: item.quantity for key, item in before.observations.items()
    }
    assert {item.series for item in after.observations.values()} == {
        item.series for item in before.observations.values()
    }


@pytest.mark.parametrize(
    ("old", "new", "what", "remedy"),
    [
        (",7.81,", ',"7,810",', "“7,810” is not a plain number.", "Write 7810, without thousands separators."),
        (",7.81,", ",63.3%,", "“63.3%” is not a plain number.", "Write 63.3 without the sign; that it is a percentage follows from its measure or unit."),
        (",7.81,", ",7.81 billion,", "“7.81 billion” is not a plain number.", "Write 7.81 here and 9 in the column “unit_mult”."),
        (",7.81,", ",78.1亿,", "“78.1亿” is not a plain number.", "Write 78.1 here and 8 in the column “unit_mult”."),
        (",7.81,", ",7.81e9,", "“7.81e9” is not a plain number.", "Write 7.81 here and 9 in the column “unit_mult”."),
        (",7.81,", ',"7,81",', "“7,81” is not a plain number.", "Write 7.81, with a decimal point."),
        (",7.81,", ",n/a,", "“n/a” is not a plain number.", "Write digits with a decimal point (32.21); delete the row if the figure is not available."),
        (",7.81,9,", ",7.81E+03,8,", "“7.81E+03” is not a plain number.", "Write 7810 here; the column “unit_mult” stays as it is."),
        (",7.81,9,", ",7.81E-02,11,", "“7.81E-02” is not a plain number.", "Write 0.0781 here; the column “unit_mult” stays as it is."),
        (",7.81,", ",>7.81,", "“>7.81” is not a plain number.", "Write 7.81 here and gt in the column “qualifier”."),
        (",7.81,", ",70多亿,", "“70多亿” is not a plain number.", "Write 70 here, 8 in the column “unit_mult”, and gt in the column “qualifier”."),
        (",7.81,", ",nearly 8,", "“nearly 8” is not a plain number.", "Write 8 here and almost in the column “qualifier”."),
        (",7.81,", ",7~8,", "“7~8” is not a plain number.", "Write digits with a decimal point (32.21); delete the row if the figure is not available."),
        (",7.81,", ",7.81①,", "“7.81①” is not a plain number.", "Write digits with a decimal point (32.21); delete the row if the figure is not available."),
        (",7.81,", ",7.8²,", "“7.8²” is not a plain number.", "Write digits with a decimal point (32.21); delete the row if the figure is not available."),
        (",7.81,", ",⑦,", "“⑦” is not a plain number.", "Write digits with a decimal point (32.21); delete the row if the figure is not available."),
        (",7.81,", ",781000000000000000000000000000,", "“781000000000000000000000000000” has more digits than can be computed with, or counts in too large a multiplier.", "Write 20 digits at most; check whether two numbers stand in one cell."),
        (",2020,", ",0000,", "“0000” is not a period.", "Write a year (2021), quarter (2022-Q1), month (2022-05), span (2022-01--2022-05) or day (2023-12-31)."),
        (",7.81,9,", ",7.81,billion,", "“billion” is not a power of ten.", "Write 9."),
        (",7.81,9,", ",7.81,1000000000,", "1000000000 is not a power of ten that a figure counts in; it may be from -12 to 15.", "Write the power, not the multiplier itself: 9 for a billion."),
        (",2020,", ",May-22,", "“May-22” is not a period.", "Write 2022-05; give the column the format “Text” so that Excel keeps it."),
        (",2020,", ",2022/5/1,", "“2022/5/1” is not a period.", "Write 2022-05-01; give the column the format “Text” so that Excel keeps it."),
        (",2020,", ",2022年1-5月,", "“2022年1-5月” is not a period.", "Write 2022-01--2022-05; give the column the format “Text” so that Excel keeps it."),
        (",2020,", ",2020年,", "“2020年” is not a period.", "Write 2020; give the column the format “Text” so that Excel keeps it."),
        (",2020,", ",44682,", "“44682” is not a period.", "Write 2022-05-01; give the column the format “Text” so that Excel keeps it."),
        (",level,", ",Level,", "“Level” is not a code of “measure”.", "Did you mean “level”? Write one of level, growth_yoy, difference_pp, share, multiple, rank."),
        (",7.81,9,eq,", ",7.81,9,over,", "“over” is not a code of “qualifier”.", "Write one of eq, gt, ge, lt, le, almost, about."),
        (",7.81,9,", ",,9,", "The cell “value” is empty.", "Fill it in, or delete the row if there is nothing to say."),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_read_is_one_sentence_and_a_remedy(folder, old, new, what, remedy):
    rewrite(folder, old, new)
    finding = only_finding(folder)
    assert (finding.severity, language("en").what(finding), language("en").remedy(finding)) == (
        Severity.ERROR,
        what,
        remedy,
    )
    assert (finding.place.file, finding.place.row) == ("observations.csv", 2)
    assert language("zh").what(finding).endswith("。")
    data, _ = read(folder)
    assert list(data.observations) == ["b", "c"]
    assert check(data) == [], "what refers to the row that was left out is not a finding of its own"


def test_every_bad_cell_of_a_row_is_told_at_once(folder):
    rewrite(folder, ",2020,level,7.81,9,", ",MMXX,niveau,VII,IX,")
    _, findings = read(folder)
    assert codes_of(findings) == [
        "unknown-code",
        "unreadable-period",
        "unreadable-power",
        "unreadable-number",
    ]


def test_a_gbk_file_is_named_and_read_so_that_one_mistake_is_one_finding(folder):
    file = folder / "indicators.csv"
    file.write_bytes(file.read_text("utf-8").encode("gbk"))
    finding = only_finding(folder)
    assert (
        language("en").what(finding)
        == "The file is encoded in GBK, as Excel's plain “CSV” is in China, and not in UTF-8."
    )
    assert language("zh").what(finding) == "该文件为GBK编码（中文版Excel的普通“CSV”格式），不是UTF-8。"
    data, _ = read(folder)
    assert data.indicators["cbec_trade"].name_zh == "跨境电商进出口"


def test_a_utf16_file_is_named(folder):
    file = folder / "observations.csv"
    file.write_bytes(file.read_text("utf-8").replace(",", "\t").encode("utf-16"))
    _, findings = read(folder)
    assert codes_of(findings) == ["wrong-encoding", "wrong-delimiter"]
    assert (
        language("en").what(findings[0])
        == "The file is encoded in UTF-16, Excel's “Unicode Text”, and not in UTF-8."
    )


def test_bytes_that_are_no_text_are_named_with_their_line(folder):
    file = folder / "indicators.csv"
    file.write_bytes(file.read_bytes() + b"\xff\xff\n")
    _, findings = read(folder)
    assert findings[0].code == "wrong-encoding"
    assert language("en").what(findings[0]) == "The file is not UTF-8: line 3 holds bytes that are no text."


@pytest.mark.parametrize(("delimiter", "name"), [(";", "semicolons"), ("\t", "tabs")])
def test_another_delimiter_is_named(folder, delimiter, name):
    file = folder / "observations.csv"
    file.write_bytes(file.read_bytes().replace(b",", delimiter.encode()))
    assert (
        language("en").what(only_finding(folder)) == f"The columns are separated by {name} and not by commas."
    )


def test_a_missing_column_is_one_finding_and_names_what_may_be_meant(folder):
    rewrite(folder, "unit_mult", "unit_multi")
    finding = only_finding(folder)
    assert language("en").what(finding) == "The head row has no column “unit_mult”; “unit_multi” may be it."
    assert language("zh").what(finding) == "表头缺少“unit_mult”列（表头中的“unit_multi”可能就是该列）。"
    assert finding.place.row == 1


def test_a_column_twice(folder):
    rewrite(folder, "qualifier", "value")
    assert language("en").what(only_finding(folder)) == "The head row has the column “value” twice."


def test_duplicate_ids_name_the_first_row(folder):
    rewrite(folder, "\nb,", "\na,")
    finding = only_finding(folder)
    assert language("en").what(finding) == "“a” already stands in row 2; this row is left out."
    assert (finding.place.row, finding.place.column) == (3, "obs_id")


def test_an_unquoted_comma_in_a_text(folder):
    rewrite(folder, "A break planted for a test.", "A break, planted for a test.", "breaks")
    finding = only_finding(folder)
    assert finding.code == "cells-beyond-head"
    assert language("en").remedy(finding) == "Put quotation marks around a text that contains a comma."


def test_an_open_quotation_mark_is_told_with_its_line(folder):
    rewrite(folder, "7.81 billion yuan", '"7.81 billion yuan', "citations")
    _, findings = read(folder)
    assert findings[0].code == "unreadable-row"
    assert "Close every quotation mark" in language("en").remedy(findings[0])


def test_a_missing_table_is_told_with_its_columns(folder):
    (folder / "areas.csv").unlink()
    finding = only_finding(folder)
    assert language("en").what(finding) == "The dataset has no table “areas”."
    assert (
        language("en").remedy(finding) == "Add areas.csv with the columns ref_area, label_en, label_zh, kind."
    )


@pytest.mark.parametrize("table", ["targets", "breaks", "codes"])
def test_tables_that_may_be_missing(folder, table):
    (folder / f"{table}.csv").unlink(missing_ok=True)
    _, findings = read(folder)
    assert findings == ()


def test_a_folder_without_tables_is_no_dataset(tmp_path):
    with pytest.raises(DatasetError, match="holds none of a dataset's tables"):
        read(tmp_path)
    with pytest.raises(DatasetError, match="There is no dataset at"):
        read(tmp_path / "nowhere")


def test_a_single_table_or_another_file_is_refused_with_advice(folder, tmp_path):
    with pytest.raises(DatasetError, match="name its folder instead"):
        read(folder / "observations.csv")
    old = tmp_path / "data.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(DatasetError, match=r"save the workbook as \.xlsx"):
        read(old)


def test_the_name_comes_from_the_data_package_or_the_folder(folder):
    (folder / "datapackage.json").write_text(json.dumps({"name": "trade-2021"}))
    assert read(folder)[0].name == "trade-2021"
    assert read(folder / "datapackage.json")[0].name == "trade-2021"
    (folder / "datapackage.json").write_text("{")
    assert only_finding(folder).code == "unreadable-datapackage"
    (folder / "datapackage.json").unlink()
    assert read(folder)[0].name == "data"


def test_a_date_that_is_none(folder):
    rewrite(folder, "2024-02-20", "20/2/2024", "sources")
    finding = only_finding(folder)
    assert language("en").what(finding) == "“20/2/2024” is not a date in the form year-month-day."


def sentences(folder, code="en"):
    data, findings = read(folder)
    return [language(code).sentence(finding) for finding in (*findings, *check(data))]


def test_an_open_quotation_mark_costs_its_own_row_and_no_other(folder):
    rewrite(folder, "\na,", '\n"a,')
    data, findings = read(folder)
    assert [(finding.code, finding.place.row) for finding in findings] == [("unreadable-row", 2)]
    assert list(data.observations) == ["b", "c"]
    assert codes_of(check(data)) == []


def test_what_a_damaged_row_held_is_not_called_unknown_or_uncited(folder):
    rewrite(folder, "\nb,", '\n"b,')
    rewrite(folder, "\na,", '\n"a,', "citations")
    assert sentences(folder) == [
        f"{table}.csv, row {row}: A quotation mark of this row is not closed, or stands in the wrong place; the row is "
        "left out. Close every quotation mark; inside a text write it twice."
        for table, row in (("observations", 3), ("citations", 2))
    ]


def test_rows_after_a_text_of_several_lines_are_counted_as_a_spreadsheet_counts_them(folder):
    rewrite(folder, "\na,", '\n"a\nb",', "citations")
    rewrite(folder, "\nc,", '\n"c,', "citations")
    rows = [finding.place.row for finding in read(folder)[1]]
    assert rows == [4]


def test_an_empty_table_is_one_finding(folder):
    (folder / "targets.csv").write_bytes(b"")
    assert sentences(folder) == [
        "targets.csv: The table “targets” is empty. Delete it, or write the head row: target, indicator, ref_area, period, "
        "operator, value, unit_mult."
    ]
    assert sentences(folder, "zh") == [
        "targets.csv：“targets”表是空的。请删除该表，或填写表头：target、indicator、ref_area、period、operator、value、unit_mult。"
    ]


def test_a_table_without_a_head_row_is_one_finding(folder):
    file = folder / "targets.csv"
    file.write_text(file.read_text("utf-8").split("\n", 1)[1], "utf-8")
    [sentence] = sentences(folder)
    assert sentence.startswith("targets.csv, row 1: Row 1 names none of the table's columns.")


def test_a_missing_table_of_citations_is_one_finding_at_its_own_name(folder):
    (folder / "citations.csv").unlink()
    [sentence] = sentences(folder)
    assert sentence.startswith("citations.csv: The dataset has no table “citations”.")


def test_citations_that_are_all_to_come_are_one_finding(folder):
    file = folder / "citations.csv"
    file.write_text(file.read_text("utf-8").split("\n", 1)[0], "utf-8")
    data, findings = read(folder)
    assert findings == ()
    [finding] = check(data)
    assert language("zh").what(finding) == "citations表没有数据，4个数值均未注明来源。"


def test_an_unreadable_citation_does_not_make_its_figure_uncited(folder):
    rewrite(folder, "yuan,stated", "yuan,said", "citations")
    data, findings = read(folder)
    assert codes_of([*findings, *check(data)]) == ["unknown-code"]


def test_a_code_that_leads_nowhere_is_one_finding_for_all_rows_that_use_it(folder):
    file = folder / "observations.csv"
    file.write_text(file.read_text("utf-8").replace("cbec_trade,CN-CQ", "cbec_trad,CN-CQ"), "utf-8")
    assert sentences(folder) == [
        "observations.csv, row 2, column indicator: “cbec_trad” does not stand in the table indicators (also used in rows 3, 4). "
        "Did you mean “cbec_trade”? Otherwise add it there."
    ]


def test_another_name_is_not_suggested_for_a_long_one_that_is_only_a_little_like_it(folder):
    rewrite(folder, "cbec_trade_2025,", "new_forms_trade_2025,", "citations")
    data, _ = read(folder)
    finding = check(data)[0]
    assert language("en").remedy(finding) == "Add it there, or correct the code."


def test_a_damaged_description_is_told_in_one_language(folder):
    file = folder / "datapackage.json"
    file.write_text(file.read_text("utf-8") + "}", "utf-8")
    finding = only_finding(folder)
    assert language("zh").what(finding) == "数据包描述文件不是有效的JSON。"
    assert finding.place.row == len(file.read_text("utf-8").splitlines())


@pytest.mark.parametrize("column", ["label_en", "label_zh", "ref_area"])
def test_a_control_character_in_any_field_is_found_with_its_row_and_column(folder, column):
    file = folder / "areas.csv"
    head, first, *rest = file.read_text(encoding="utf-8").splitlines()
    cells = first.split(",")
    cells[head.split(",").index(column)] += "\x1b"
    file.write_text("\n".join([head, ",".join(cells), *rest]) + "\n", encoding="utf-8")
    [finding] = [item for item in read(folder)[1] if item.code == "control-character-in-cell"]
    assert (finding.place.file, finding.place.row, finding.place.column) == ("areas.csv", 2, column)
    assert "控制字符（U+001B）" in language("zh").what(finding)


def test_a_row_with_a_control_character_has_no_other_finding(folder):
    """Neither that its cell is empty without it, nor that its name stands twice."""
    file = folder / "areas.csv"
    head, first, *rest = file.read_text(encoding="utf-8").splitlines()
    cells = first.split(",")
    cells[head.split(",").index("label_en")] = "\x01"
    file.write_text("\n".join([head, first, ",".join(cells), *rest]) + "\n", encoding="utf-8")
    assert [item.code for item in read(folder)[1]] == ["control-character-in-cell"]

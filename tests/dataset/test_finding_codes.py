"""Each code of a finding about a dataset: what makes it, and that no code goes without a test."""

import time
from pathlib import Path

import pytest
from openpyxl import Workbook

from reportgen.dataset import check, read, write_folder
from reportgen.language import language, languages
from tests.builders import dataset

LINE = "trade CN-CQ 2020=7.81e9#a 2021=32.20e9#b 2025:target=>70e9#t"


@pytest.fixture
def folder(tmp_path):
    write_folder(dataset(LINE), tmp_path / "data")
    return tmp_path / "data"


def replaced(folder, table, old, new):
    file = folder / f"{table}.csv"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_the_same_words_cited_twice(folder):
    file = folder / "citations.csv"
    lines = file.read_text("utf-8").splitlines()
    file.write_text("\n".join([*lines, lines[1]]) + "\n", "utf-8")
    assert_found(folder, "duplicate-citation", "The same words are cited twice for “a”.")


def test_a_column_twice(folder):
    replaced(folder, "areas", "label_en,", "label_en,label_en,")
    assert_found(folder, "duplicate-column", "The head row has the column “label_en” twice.")


def test_a_head_of_very_many_columns_is_read_once(folder):
    replaced(
        folder,
        "areas",
        "label_en,",
        "label_en,label_en," + "".join(f"c{number}," for number in range(200_000)),
    )
    start = time.process_time()
    assert_found(folder, "duplicate-column", "The head row has the column “label_en” twice.")
    assert time.process_time() - start < 5


def test_a_column_that_is_missing(folder):
    replaced(folder, "observations", "unit_mult", "unit_mul")
    what = "The head row has no column “unit_mult”; “unit_mul” may be it."
    assert_found(folder, "missing-column", what)


def test_a_name_that_two_indicators_have(tmp_path):
    data = dataset(
        "exports CN 2021=1e9", "imports CN 2021=1e9", indicators={"imports": {"name_zh": "出口"}, "exports": {"name_zh": "出口"}}
    )  # fmt: skip
    [finding] = [finding for finding in check(data) if finding.code == "duplicate-name"]
    assert language("zh").what(finding).startswith("“出口”已是指标“")


def test_tables_without_head_without_rows_or_absent(folder):
    (folder / "sources.csv").write_text("", "utf-8")
    assert_found(folder, "empty-table", "The table “sources” is empty.")
    (folder / "sources.csv").write_text("s1,a title,an author\n", "utf-8")
    assert_found(folder, "missing-head", "Row 1 names none of the table's columns.")
    (folder / "sources.csv").unlink()
    assert_found(folder, "missing-table", "The dataset has no table “sources”.")
    (folder / "targets.csv").write_text("", "utf-8")
    findings = [finding for finding in read(folder)[1] if finding.code == "empty-table"]
    assert [language("en").remedy(finding).partition(":")[0] for finding in findings] == [
        "Delete it, or write the head row"
    ]


@pytest.mark.parametrize(("name", "near"), [("break.csv", "break"), ("breaks (1).csv", "breaks (1)")])
def test_a_table_by_a_name_like_its_own_is_told_and_others_are_not(folder, name, near):
    (folder / "notes.csv").write_text("a,b\n", "utf-8")
    assert not [finding for finding in read(folder)[1] if finding.code == "table-not-read"]
    (folder / name).write_text("indicator,ref_area,period,basis,note\n", "utf-8")
    assert_found(folder, "table-not-read", f"“{near}” is not read: the table is called “breaks”.")


def test_a_table_that_is_missing_may_be_there_by_another_name(folder):
    (folder / "sources.csv").rename(folder / "source.csv")
    [finding] = [finding for finding in read(folder)[1] if finding.code == "missing-table"]
    assert language("en").remedy(finding) == "If “source” is it, rename it to sources.csv."


@pytest.mark.parametrize(
    ("written", "column"),
    [
        ("qualifer", "qualifier"),
        ("break_down", "breakdown"),
        ("counterpart", "counterpart_area"),
        ("price", "prices"),
    ],
)
def test_a_column_by_a_name_like_its_own_is_told_and_others_are_not(folder, written, column):
    file = folder / "observations.csv"
    head, *rows = file.read_text("utf-8").splitlines()
    file.write_text("\n".join([f"{head},collected by,备注", *rows]) + "\n", "utf-8")
    assert not [finding for finding in read(folder)[1] if finding.code == "column-not-read"]
    head = head.replace(column, written) if column in head.split(",") else f"{head},{written}"
    file.write_text("\n".join([head, *rows]) + "\n", "utf-8")
    [finding] = [finding for finding in read(folder)[1] if finding.code == "column-not-read"]
    assert language("en").what(finding) == f"The column “{written}” is not read: the name is “{column}”."
    assert (finding.place.row, finding.place.column) == (1, written)


def test_sheets_of_a_workbook_by_a_name_like_a_table(tmp_path):
    book = Workbook()
    book.active.title = "observation"
    book.create_sheet("target")
    book.create_sheet("areas").append(["ref_area", "label_en", "label_zh", "kind"])
    book.save(tmp_path / "data.xlsx")
    said = {(finding.key, language("zh").remedy(finding)) for finding in read(tmp_path / "data.xlsx")[1] if finding.code.endswith(("not-read", "-table"))}  # fmt: skip
    assert ("missing-table/sheet", "如果“observation”就是该表，请改名为observations。") in said
    assert ("table-not-read/sheet", "请改名为targets；如果是其他内容，请另取名称。") in said


def test_cells_of_a_workbook_that_show_something_else(tmp_path):
    book = Workbook()
    sheet = book.active
    sheet.title = "observations"
    sheet.append(["indicator", "ref_area", "period", "measure", "value", "unit_mult", "note"])
    sheet.append(["trade", "CN", "2021", "growth_yoy", 0.633, 0, "#REF!"])
    sheet["E2"].number_format = "0.0%"
    book.save(tmp_path / "data.xlsx")
    found = {finding.code: finding for finding in read(tmp_path / "data.xlsx")[1]}
    assert language("en").what(found["percent-cell"]) == (
        "The cell is formatted as a percentage: it shows 63.3% but holds 0.633."
    )
    assert language("zh").what(found["error-cell"]) == "该单元格显示Excel错误值#REF!。"
    assert (
        language("en")
        .remedy(found["missing-table"])
        .startswith("Add citations with the columns subject, source,")
    )


def test_a_date_in_another_form(folder):
    file = folder / "sources.csv"
    head, first, *rest = file.read_text("utf-8").splitlines()
    cells = dict(zip(head.split(","), first.split(","), strict=True)) | {"published": "2022年7月24日"}
    file.write_text("\n".join([head, ",".join(cells.values()), *rest]) + "\n", "utf-8")
    [finding] = [finding for finding in read(folder)[1] if finding.code == "unreadable-date"]
    assert language("zh").remedy(finding) == "请写作2022-07-24的形式；日期不详时留空。"


def assert_found(folder, code, what):
    data, findings = read(folder)
    [finding, *_] = [finding for finding in (*findings, *check(data)) if finding.code == code]
    assert language("en").what(finding) == what
    assert language("zh").what(finding)
    assert language("zh").remedy(finding)


def test_every_code_is_named_in_a_test():
    texts = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    codes = {key.partition("/")[0] for key in language("en").subject("dataset").FINDINGS}
    assert sorted(code for code in codes if f'"{code}"' not in texts) == []


def test_every_language_says_the_same_findings_and_messages():
    for code in languages():
        subject, english = language(code).subject("dataset"), language("en").subject("dataset")
        assert subject.FINDINGS.keys() == english.FINDINGS.keys()
        assert subject.MESSAGES.keys() == english.MESSAGES.keys()


def test_a_finding_about_a_record_names_its_series():
    data = dataset('exports.small~US CN-CQ 2021=32.21e6#x "reached 32.21 billion yuan"')
    assert [str(finding.series) for finding in check(data)] == ["exports.small~US/CN-CQ"]

"""The forms that `form export` makes."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.commands import run
from tests.intake.forms.desk import FIRMS, HEADS, TRADE

CUSTOMS = Path(__file__).parents[3] / "data" / "customs-2024"


def test_a_form_shows_labels_units_and_last_numbers(forms):
    sheet = load_workbook(forms.export())["填报"]
    rows = [[sheet.cell(row, column).value for column in range(2, 9)] for row in (TRADE, FIRMS)]
    assert rows == [
        ["重庆", "进出口额", "2024年5月", "亿元", 12, "2024年4月", None],
        ["重庆", "企业数", "2024年5月", "家", 800, "2024年4月", None],
    ]
    english = load_workbook(forms.export(language="en"))["Figures"]
    assert [english.cell(TRADE, column).value for column in range(2, 7)] == [
        "Chongqing", "Foreign trade", "May 2024", "billion yuan", 1.2,
    ]  # fmt: skip


def test_last_numbers_have_the_decimals_that_they_were_given_with_and_open_cells_what_is_typed(forms):
    """No format of ``#`` alone, with which Excel shows 820 as "820."."""
    file = forms.data / "observations.csv"
    file.write_text(file.read_text("utf-8").replace("2024-04,level,12,8", "2024-04,level,12.5030,8"), "utf-8")
    sheet = load_workbook(forms.export())["填报"]
    shown = {sheet.cell(row, HEADS["last"]).number_format for row in range(TRADE, FIRMS + 1)}
    assert shown == {"#,##0.0000", "#,##0.0", "#,##0"}
    assert sheet.cell(TRADE, HEADS["value"]).number_format == "General"
    assert sheet.cell(FIRMS, HEADS["value"]).number_format == "#,##0"


def test_only_the_cells_to_fill_in_are_open_and_there_is_no_password(forms):
    book = load_workbook(forms.export())
    sheet = book["填报"]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    open_cells = {name for name, column in HEADS.items() if not sheet.cell(TRADE, column).protection.locked}
    assert open_cells == {"value", "qualifier", "status", "note"}
    assert book["_form"].sheet_state == "hidden"
    assert sheet.column_dimensions["A"].hidden


def test_no_sheet_has_merged_cells(forms):
    assert [str(sheet.merged_cells) for sheet in load_workbook(forms.export())] == ["", "", ""]


def test_drop_downs_limits_and_the_live_check(forms):
    sheet = load_workbook(forms.export())["填报"]
    lists = {
        str(item.sqref): item.formula1
        for item in sheet.data_validations.dataValidation
        if item.type == "list"
    }
    assert lists["I5:I8"] == '"超过,不低于,不足,不超过,近,约"'
    assert lists["J5:J8"] == '"初步核算,估计,预测"'
    limit = next(item for item in sheet.data_validations.dataValidation if str(item.sqref) == "H7")
    assert (limit.type, limit.operator, limit.formula1) == ("decimal", "greaterThanOrEqual", "0")
    assert limit.error == "请只填一个以“家”为单位的数字，且须在合理范围内。是否保留所填内容？"
    assert "变动超过一半，请核实" in sheet.cell(TRADE, HEADS["check"]).value


def test_a_form_for_each_area_and_the_next_period_by_itself(forms):
    forms.export("--for-each", "ref_area", period=None)
    assert sorted(path.name for path in (forms.folder / "out").iterdir()) == [
        "form-CN-CD-2024-05.xlsx", "form-CN-CQ-2024-05.xlsx",
    ]  # fmt: skip


def test_a_cumulative_year_goes_on_with_the_next_years_first_months(forms):
    rows = [f"c{end},trade,CN-CD,2023-01--2023-{end:02d},growth_yoy,{end},0,,,bureau,," for end in (2, 6)]
    rows.append("c12,trade,CN-CD,2023,growth_yoy,7,0,,,bureau,,")
    file = forms.data / "observations.csv"
    file.write_text(file.read_text(encoding="utf-8") + "\n".join(rows) + "\n", encoding="utf-8")
    sheet = load_workbook(forms.export("--for-each", "ref_area", period=None))["填报"]
    asked = {(sheet.cell(row, 3).value, sheet.cell(row, 4).value) for row in range(5, 7)}
    assert asked == {("进出口额", "2024年5月"), ("进出口额（同比增长）", "2024年1—2月")}


def pack(forms, text, period="2024-04"):
    """A pack beside the data whose one document says ``text``."""
    document = Document()
    document.add_paragraph(text)
    document.save(forms.folder / "brief.docx")
    (forms.folder / "pack.toml").write_text(
        f'name = "p"\nlanguages = ["en"]\ndataset = "data"\nref_area = "CN-CQ"\nperiod = "{period}"\n'
        'cut_off = "2024-06-01"\n[[documents]]\ntemplate = "brief.docx"\noutput = "out.docx"\n'
        '[en]\ntitle = "P"\nsubtitle = "S"\nissuer = "B"\n',
        encoding="utf-8",
    )
    return forms.folder / "pack.toml"


@pytest.mark.parametrize(("period", "options"), [("2024-04", []), ("2024-05", ["--period", "2024-05"])])
def test_a_form_of_a_pack_asks_what_the_pack_uses(forms, period, options):
    """For a period without numbers yet, what it uses at the latest one."""
    path = pack(forms, "{{ trade }}", period)
    done = forms.run("export", path, "-o", forms.folder / "out", *options, language="en")
    assert done.output.endswith("form-2024-05.xlsx: one figure asked\n")
    done = forms.run("export", path, "-o", forms.folder / "out", "--for-each", "ref_area", language="en")
    assert done.output.count(": one figure asked") == 2


def test_a_form_of_a_pack_that_cannot_be_filled_asks_everything_and_says_so(forms):
    done = forms.run("export", pack(forms, "{{ nothing_such }}"), "-o", forms.folder / "out", language="en")
    assert done.output.startswith(
        "What the pack uses cannot be told, so every series of its dataset is asked: "
    )
    assert done.output.endswith("form-2024-05.xlsx: 4 figures asked\n")


def test_the_same_question_gives_the_same_bytes(forms):
    first = forms.export().read_bytes()
    assert forms.export().read_bytes() == first


CLUMSY = {
    "a period that is none": (
        ["--period", "soon"],
        2,
        "“soon” is no period: write 2024, 2024-05 or 2024-01--2024-05.",
    ),
    "a period of another kind": (["--period", "2024"], 2, "has no series to ask for in 2024"),
}


@pytest.mark.parametrize("way", CLUMSY)
def test_clumsy_exports(forms, way):
    options, exit_code, said = CLUMSY[way]
    done = forms.run("export", forms.data, "-o", forms.folder / "out", *options, language="en")
    assert (done.exit_code, said in done.output) == (exit_code, True), done.output


def test_clumsy_commands(forms):
    assert "没有命令“exprot”。是否应为“export”？" in forms.run("exprot").output
    path = forms.export()
    nowhere = forms.run("collect", path, "--into", forms.folder / "gone", language="en")
    assert nowhere.exit_code == 2
    assert "is no dataset: name the folder, workbook or SQLite file" in nowhere.output


def test_titles_name_area_and_span(forms):
    done = forms.run("export", forms.data, "-o", forms.folder / "out", "--for-each", "ref_area", "--period", "2024-05",
                     "--period", "2024-06", language="en")  # fmt: skip
    assert done.exit_code == 0, done.output
    book = load_workbook(forms.folder / "out" / "form-CN-CQ-2024-06.xlsx")
    assert book.worksheets[0]["A1"].value == "Figures for May 2024 to June 2024, Chongqing"


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "约12.5、超过900"), ("en", "about 12.5, more than 900")]
)
def test_a_wide_form_takes_qualifiers_in_its_cells_and_says_so(forms, language, said):
    def fill(sheet, book):
        steps = [str(row[1].value) for row in book.worksheets[0].iter_rows()]
        assert any(said in step for step in steps)
        sheet["G5"], sheet["G7"] = (
            ("约12.5", "超过900家") if language == "zh" else ("about 1.25", "more than 900")
        )

    done = forms.collect(forms.filled(fill, "--wide", language=language), "--dry-run", "--json")
    assert [(one["value"], one["qualifier"]) for one in json.loads(done.output)["numbers"]] == [
        ("1250000000", "about"),
        ("900", "gt"),
    ]


def test_the_reporting_office_and_its_day_are_in_the_form_s_language(tmp_path):
    data = shutil.copytree(CUSTOMS, tmp_path / "data")
    for code, office, day in (
        ("en", "General Administration of Customs of China", "d mmmm yyyy"),
        ("zh", "海关总署", 'yyyy"年"m"月"d"日"'),
    ):
        out = tmp_path / code
        run("form", "export", data, "-o", out, "--period", "2025-01", "--for-each", "ref_area", language=code)
        first = load_workbook(out / "form-CN-CQ-2025-01.xlsx").worksheets[0]
        assert (first["B4"].value, first["B5"].number_format) == (office, day)
    path = tmp_path / "en" / "form-CN-CQ-2025-01.xlsx"
    book = load_workbook(path)
    book.worksheets[1].cell(TRADE, HEADS["value"], 60.5)
    book.save(path)
    done = run("form", "collect", path, "--into", data)
    assert done.output.startswith("1 new, 0 the same"), done.output
    with (data / "sources.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["publisher"] for row in csv.DictReader(file)} == {"海关总署"}

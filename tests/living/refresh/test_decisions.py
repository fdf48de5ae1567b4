"""Conflicts settled one by one, by a table that a first run writes; and what a refresh never writes over."""

import csv
import io

import pytest
from click.testing import CliRunner

from reportgen.cli import main
from reportgen.errors import ReportgenError
from reportgen.findings import Place
from reportgen.language import say
from reportgen.living.refresh.decisions import Decisions, decisions_table, read_decisions
from reportgen.living.refresh.refresh import refresh
from reportgen.living.refresh.report import Kept
from tests.living.refresh.workshop import (
    LEVEL,
    RISE_TO_FALL,
    figure_with,
    lines,
    own_paragraph,
    paragraph_after,
    typed_over,
    workshop,
    xml_of,
)

BRIEF = "plan-2025-brief-en.docx"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A brief in which two figures were typed over, and data that changed since."""
    desk = workshop(tmp_path_factory.mktemp("decisions"))
    desk.edited(
        desk.built(BRIEF), typed_over("46.0%", "46.2%"), typed_over("37.79 billion yuan", "38 billion yuan")
    )
    desk.revise(LEVEL)
    return desk


def run(desk, to, *options):
    document = desk.folder / f"edited-{BRIEF}"
    asked = ["refresh", document, "--pack", desk.pack, "-o", to, "--language", "en", *options]
    return CliRunner().invoke(main, [*map(str, asked)])


def rows_of(table):
    return list(csv.DictReader(io.StringIO(table.read_bytes().decode("utf-8-sig"))))


def choose(table, *choices):
    rows = [row | {"choice": choice} for row, choice in zip(rows_of(table), choices, strict=True)]
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    table.write_text(text.getvalue(), "utf-8")


def test_a_first_run_writes_the_table(desk, tmp_path):
    table = tmp_path / "decisions.csv"
    said = run(desk, tmp_path / "new.docx", "--decide", table)

    assert said.exit_code == 1
    assert [
        (row["choice"], row["choices"], row["built"], row["edited"], row["now"]) for row in rows_of(table)
    ] == [
        ("", "data|person|keep", "46.0%", "46.2%", "47.9%"),
        ("", "data|person|keep", "37.79 billion yuan", "38 billion yuan", "36.44 billion yuan"),
    ]


def test_each_conflict_goes_as_it_was_decided(desk, tmp_path):
    table = tmp_path / "decisions.csv"
    run(desk, tmp_path / "new.docx", "--decide", table)
    choose(table, "data", "person")
    said = run(desk, tmp_path / "decided.docx", "--decide", table)
    text = "\n".join(lines(tmp_path / "decided.docx"))

    assert said.exit_code == 0, said.output
    assert "46.2%" not in text
    assert "stood at least 38 billion yuan short" in text
    assert "kept as decided: " in said.output
    assert [row["choice"] for row in rows_of(table)] == ["data", "person"], (
        "the table stays as it was filled in"
    )


def test_what_is_to_be_kept_for_now_stays_a_conflict(desk, tmp_path):
    table = tmp_path / "decisions.csv"
    run(desk, tmp_path / "new.docx", "--decide", table)
    choose(table, "keep", "")

    assert run(desk, tmp_path / "again.docx", "--decide", table, "--take", "data").exit_code == 1
    assert "46.2%" in "\n".join(lines(tmp_path / "again.docx"))
    assert "stood at least 36.44 billion yuan short" in "\n".join(lines(tmp_path / "again.docx")), (
        "--take for the others"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("conflict,choice,choices\nabc,mine,data|person|keep\n", "row 2: “mine” is no choice here"),
        ("conflict,choice,choices\nabc,data,person|keep\n", "write “person” or “keep”"),
        ("a,b\n1,2\n", "no conflict is named"),
        ("\udcff", "no conflict is named"),
        ("conflict,choice,choices\nabc,data,\nabc,person,\n", "row 3: this conflict has another choice"),
        ("PK\x03\x04", "is a workbook or named like one"),
        ('conflict,choice,choices\nabc,"' + "x" * 200_000 + '",keep\n', "cannot be read"),
    ],
)
def test_a_table_that_is_none_is_refused(tmp_path, text, said):
    table = tmp_path / "decisions.csv"
    table.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ReportgenError) as refused:
        read_decisions(table)

    assert said in say(refused.value.message, "en")
    assert say(refused.value.message, "zh")


@pytest.mark.parametrize(("encoding", "delimiter"), [("gb18030", ","), ("utf-16", "\t"), ("utf-8", ";")])
def test_a_table_is_read_however_a_spreadsheet_program_saves_it(tmp_path, encoding, delimiter):
    table = tmp_path / "decisions.csv"
    text = "Conflict,Choice,choices,place\nabc,keep,person|keep,第3段\n\n"
    table.write_bytes(text.replace(",", delimiter).encode(encoding))
    assert read_decisions(table).choices == {"abc": "keep"}


@pytest.mark.parametrize(
    "written",
    [
        "data",
        " Data ",
        "DATA",
        "“data”",
        "ｄａｔａ",
        "data.",
        "data\u00a0",
        "数据",
        "以数据为准",
        "数据。",
        "'data'",
    ],
)
@pytest.mark.parametrize("choices", ["data|person|keep", "数据|人工|留待", ""])
def test_a_choice_is_read_however_people_write_it(tmp_path, written, choices):
    table = tmp_path / "decisions.csv"
    table.write_text(f"conflict,choice,choices\n abc ,{written},{choices}\n", "utf-8-sig")
    assert read_decisions(table).choices == {"abc": "data"}


def test_a_table_of_a_chinese_document_says_its_choices_in_chinese(tmp_path):
    kept = Kept("retyped", Place(file="简报.docx", paragraph=3), "46.0%", "46.2%", "47.9%")
    table = tmp_path / "decisions.csv"
    table.write_bytes(decisions_table([kept], Decisions(choices={kept.conflict: "data"}), "zh"))
    (row,) = rows_of(table)

    assert (row["choice"], row["choices"]) == ("数据", "数据|人工|留待")
    assert read_decisions(table).takes(kept)


def test_what_a_conflict_is_called_is_no_number_to_a_spreadsheet():
    called = [Kept("retyped", Place(), str(number), "", "").conflict for number in range(3000)]

    assert all(one.startswith("c") for one in called)


def test_rows_and_columns_that_people_took_out_are_left_open(desk, tmp_path):
    table = tmp_path / "decisions.csv"
    run(desk, tmp_path / "new.docx", "--decide", table)
    first, _ = rows_of(table)
    table.write_text(f"conflict,choice\n{first['conflict']},data\n", "utf-8-sig")
    said = run(desk, tmp_path / "again.docx", "--decide", table)
    text = "\n".join(lines(tmp_path / "again.docx"))

    assert said.exit_code == 1, "the other one is open"
    assert "46.2%" not in text
    assert "stood at least 38 billion yuan short" in text
    assert [row["choice"] for row in rows_of(table)] == ["data", ""]


def test_choices_of_conflicts_that_are_gone_are_told(desk, tmp_path):
    table = tmp_path / "decisions.csv"
    table.write_text("conflict,choice\nc0000000,data\n", "utf-8")
    said = run(desk, tmp_path / "new.docx", "--decide", table)

    assert "One choice in" in said.output
    assert "is of a conflict that there is no longer" in said.output


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsb", ".ods", ".et"])
def test_a_table_is_not_called_a_workbook(desk, tmp_path, suffix):
    said = run(desk, tmp_path / "new.docx", "--decide", tmp_path / f"decisions{suffix}")

    assert said.exit_code == 2
    assert "save it as CSV" in said.output
    assert not (tmp_path / "new.docx").exists()


def test_texts_of_the_table_are_no_formulas(desk, tmp_path):
    document = desk.edited(desk.built(BRIEF, "elsewhere"), typed_over("47.9%", "=1+1"))
    report = refresh(document, desk.pack).report

    assert ",'=1+1," in decisions_table(report.kept, Decisions(), "en").decode("utf-8-sig")


def test_a_copy_whose_sign_turned_says_its_sign_when_the_data_win(tmp_path):
    desk = workshop(tmp_path)
    built = desk.built(BRIEF)
    own = own_paragraph("The rate was ", figure_with(xml_of(built), "88.9%"), ".")
    document = desk.edited(built, paragraph_after("88.9", own))
    desk.revise(RISE_TO_FALL)
    refreshed = desk.refreshed(document, take_data=True)

    assert any(line in ("The rate was -8.9%.", "The rate was −8.9%.") for line in lines(refreshed.data))


def test_a_file_that_is_there_is_not_written_over_unasked(desk, tmp_path):
    target = tmp_path / "new.docx"
    target.write_bytes(b"somebody's work")
    refused = run(desk, target)

    assert refused.exit_code == 2
    assert "exists already" in refused.output
    assert target.read_bytes() == b"somebody's work"
    assert run(desk, target, "--overwrite").exit_code == 1
    assert target.read_bytes() != b"somebody's work"

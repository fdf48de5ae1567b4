"""The public rules for releasing statistics in spreadsheets: those that CONTRIBUTING calls met hold for the data books."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils import range_boundaries

from reportgen.databook.book_style import ACCENT, BAD, GOOD, HEAD_FILL, INPUT_INK, MUTED
from reportgen.ooxml import Package
from tests.databook.books import head_row, opened, real_book

CONTRIBUTING = Path(__file__).parents[2] / "CONTRIBUTING.md"
LEAST_CONTRAST = 4.5


def sheets_with_tables(data: bytes) -> list[Any]:
    return opened(data).worksheets[1:]


def tables_are_marked_up(data: bytes) -> None:
    assert all(len(sheet.tables) == 1 for sheet in sheets_with_tables(data))


def tables_have_meaningful_names(data: bytes) -> None:
    names = [name for sheet in sheets_with_tables(data) for name in sheet.tables]
    assert len(set(names)) == len(names)
    assert not any(re.fullmatch(r"Table\d+", name) for name in names)


def no_cells_are_merged(data: bytes) -> None:
    assert not any(sheet.merged_cells.ranges for sheet in opened(data))


def no_row_or_column_of_a_table_is_blank(data: bytes) -> None:
    for sheet in sheets_with_tables(data):
        (table,) = sheet.tables.values()
        rows = [[cell.value for cell in row] for row in sheet[table.ref]]
        assert all(any(row) for row in rows)
        assert all(any(column[1:]) for column in zip(*rows, strict=True))


def each_table_has_one_head_with_unique_texts(data: bytes) -> None:
    for sheet in sheets_with_tables(data):
        (table,) = sheet.tables.values()
        heads = [cell.value for cell in sheet[head_row(sheet)]][: len(table.tableColumns)]
        assert table.headerRowCount == 1
        assert all(heads)
        assert len({head.casefold() for head in heads}) == len(heads)


def nothing_is_hidden(data: bytes) -> None:
    for sheet in opened(data):
        assert sheet.sheet_state == "visible"
        assert not any(
            item.hidden for item in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values())
        )


def notes_are_called_notes(data: bytes) -> None:
    chart = next(sheet for sheet in sheets_with_tables(data) if sheet.title in ("Chart 1", "图1"))
    assert chart["A4"].value.startswith(("Note: ", "Notes: ", "注："))
    assert opened(data).worksheets[1].title in ("Notes", "说明")


def one_plain_typeface(data: bytes) -> None:
    assert {font.name for font in opened(data)._fonts} <= {"Arial", "等线", "黑体"}
    assert not any(font.i for font in opened(data)._fonts)


def titles_are_tagged_as_headings(data: bytes) -> None:
    cover, *others = opened(data).worksheets
    assert cover["A1"].style == "Title"
    assert {sheet["A1"].style for sheet in others} == {"Heading 1"}
    assert "Heading 2" in {row[0].style for row in cover.iter_rows(max_col=1)}


def statuses_are_said_in_words(data: bytes) -> None:
    progress = next(
        sheet for sheet in sheets_with_tables(data) if sheet.title in ("Progress to target", "目标进度")
    )
    column = next(cell.column for cell in progress[head_row(progress)] if cell.value in ("Status", "状态"))
    said = [progress.cell(row, column).value for row in range(head_row(progress) + 1, progress.max_row + 1)]
    assert all(re.search(r"\w{2}", text) for text in said)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def inks_have_contrast(_: bytes) -> None:
    for ink in (ACCENT, BAD, GOOD, INPUT_INK, MUTED):
        for ground in ("#FFFFFF", HEAD_FILL):
            assert (_luminance(ground) + 0.05) / (_luminance(ink) + 0.05) >= LEAST_CONTRAST, (ink, ground)


def there_is_no_image(data: bytes) -> None:
    assert not [name for name in Package.open(data).names() if "media" in name]


def there_is_no_macro(data: bytes) -> None:
    assert not [name for name in Package.open(data).names() if "vba" in name.casefold()]


def sheets_have_names_of_their_own(data: bytes) -> None:
    names = opened(data).sheetnames
    assert len({name.casefold() for name in names}) == len(names)


def no_sheet_is_blank(data: bytes) -> None:
    assert all(sheet["A1"].value for sheet in opened(data))


def column_a_says_title_contents_and_way_back(data: bytes) -> None:
    for sheet in sheets_with_tables(data):
        title, line, back = (sheet[f"A{row}"] for row in (1, 2, 3))
        assert title.value
        assert line.value
        assert back.hyperlink


def tables_stand_at_the_left_edge(data: bytes) -> None:
    assert all(
        range_boundaries(table.ref)[0] == 1
        for sheet in sheets_with_tables(data)
        for table in sheet.tables.values()
    )


def nothing_stands_below_a_table(data: bytes) -> None:
    for sheet in sheets_with_tables(data):
        (table,) = sheet.tables.values()
        assert sheet.max_row == range_boundaries(table.ref)[3]


def the_document_says_what_it_is(data: bytes) -> None:
    about = opened(data).properties
    assert about.title
    assert about.creator
    assert about.created
    assert about.language in ("en-GB", "zh-CN")


def it_opens_at_the_first_cell_of_the_first_sheet(data: bytes) -> None:
    workbook = opened(data)
    assert workbook.active is workbook.worksheets[0]
    assert workbook.active.sheet_view.selection[0].activeCell in (None, "A1")


HELD: dict[str, Callable[[bytes], None]] = {
    "mark up tables": tables_are_marked_up,
    "meaningful names for tables": tables_have_meaningful_names,
    "no merged or split cells, no nested tables": no_cells_are_merged,
    "no blank rows and columns in tables": no_row_or_column_of_a_table_is_blank,
    "one tagged head row, its texts unique": each_table_has_one_head_with_unique_texts,
    "no hidden rows and columns": nothing_is_hidden,
    "the word “note”": notes_are_called_notes,
    "accessible format of text": one_plain_typeface,
    "titles tagged as headings": titles_are_tagged_as_headings,
    "colour never the only sign": statuses_are_said_in_words,
    "contrast": inks_have_contrast,
    "no images": there_is_no_image,
    "no macros": there_is_no_macro,
    "unique names of sheets": sheets_have_names_of_their_own,
    "no blank sheets": no_sheet_is_blank,
    "column A": column_a_says_title_contents_and_way_back,
    "tables at the left edge": tables_stand_at_the_left_edge,
    "nothing below a table": nothing_stands_below_a_table,
    "one table a sheet": tables_are_marked_up,
    "document information": the_document_says_what_it_is,
    "cursor in A1 of the first sheet": it_opens_at_the_first_cell_of_the_first_sheet,
}


def rules() -> dict[str, str]:
    """Rule and status, as CONTRIBUTING's table has them."""
    _, text = CONTRIBUTING.read_text(encoding="utf-8").split("## Statistics in spreadsheets")
    rows = [
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in text.split("\n## ")[0].splitlines()
        if "|" in line
    ]
    return {rule: status for rule, status, *_ in rows[2:]}


def test_each_rule_that_is_called_met_has_its_test():
    assert {rule for rule, status in rules().items() if status == "met"} == set(HELD)
    assert set(rules().values()) == {"met", "partly", "user's"}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("rule", HELD)
def test_a_rule_that_is_called_met_holds(rule, language):
    HELD[rule](real_book(language))


@pytest.mark.long_but_for("zh")
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_letter_on_paper_is_smaller_than_seven_points(language, soffice_pdf):
    """As pdftohtml reads sizes: in whole thirds of a point, so that 7 may come out as 6.67."""
    pdf = soffice_pdf(real_book(language), "book.xlsx").pdf
    command = ["pdftohtml", "-xml", "-stdout", "-i", "-zoom", "3", str(pdf)]
    said = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
    sizes = [int(size) / 3 for size in re.findall(r'<fontspec id="\d+" size="(\d+)"', said)]
    assert min(sizes) >= 20 / 3

"""Workbooks that people edited, brought up to revised data."""

import re

import pytest

from reportgen.excel.workbook_reading import read_finished
from reportgen.finished.snapshot import CellSnapshot
from reportgen.living.refresh.sheet_match import in_place
from reportgen.ooxml import Package
from tests.commands import run
from tests.living.refresh.workshop import LEVEL, Workshop, changed_parts, workshop, xml_of

BOOKS = {"en": "plan-2025-workbook-en.xlsx", "zh": "plan-2025-workbook-zh.xlsx"}
SUMMARY = "xl/worksheets/sheet1.xml"


@pytest.fixture
def desk(tmp_path) -> Workshop:
    return workshop(tmp_path)


def cells(book) -> dict[tuple[str, int, int], tuple[str, str | None, str]]:
    """Text, formula and number format of every cell."""
    return {
        (sheet.name, *place): (cell.text, cell.formula, cell.number_format)
        for sheet in read_finished(book).sheets
        for place, cell in sheet.cells.items()
    }


def cell(xml: str, address: str) -> str:
    found = re.search(rf'<c r="{address}"[^>]*?(?:/>|>.*?</c>)', xml, re.DOTALL)
    assert found is not None
    return found[0]


def put(address: str, inner: str):
    """A person puts something into a cell."""

    def edit(xml: str) -> str:
        style = re.search(r' s="\d+"', cell(xml, address))
        return xml.replace(cell(xml, address), f'<c r="{address}"{style[0] if style else ""}>{inner}</c>', 1)

    return edit


@pytest.mark.parametrize("language", ["en", "zh"])
def test_with_the_same_data_not_a_byte_changes(desk, language):
    book = desk.built(BOOKS[language])
    assert desk.refreshed(book).data == book.read_bytes()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_untouched_workbook_comes_to_hold_what_a_new_build_holds(desk, language):
    book = desk.built(BOOKS[language])
    desk.revise(LEVEL)
    refreshed = desk.refreshed(book)
    assert cells(refreshed.data) == cells(desk.built(BOOKS[language], "today"))
    assert refreshed.report.kept == []
    kept = {"xl/sharedStrings.xml", "xl/theme/theme1.xml", "xl/drawings/drawing1.xml", "docProps/core.xml"}
    assert not changed_parts(book, refreshed.data) & kept


def test_a_number_typed_over_is_kept_or_taken(desk):
    book = desk.edited(desk.built(BOOKS["en"]), put("B11", "<v>46.2</v>"), part=SUMMARY)
    desk.revise(LEVEL)
    kept = desk.refreshed(book)
    assert [(item.kind, item.edited, item.now) for item in kept.report.conflicts] == [
        ("retyped", "46.2", "47.9")
    ]
    assert "<v>46.2</v>" in cell(xml_of(kept.data, SUMMARY), "B11")
    assert "<v>47.9</v>" in cell(xml_of(desk.refreshed(book, take_data=True).data, SUMMARY), "B11")


def test_a_formula_of_people_is_kept(desk):
    book = desk.edited(desk.built(BOOKS["en"]), put("B12", "<f>B10-B8</f><v>37.79</v>"), part=SUMMARY)
    desk.revise(LEVEL)
    refreshed = desk.refreshed(book)
    assert "<f>B10-B8</f>" in cell(xml_of(refreshed.data, SUMMARY), "B12")
    assert [item.kind for item in refreshed.report.conflicts] == ["formula"]


def test_cells_are_found_where_people_moved_them(desk):
    """Two rows were put in above, as Excel does it: everything below moves, hidden names too."""

    def rows_down(xml: str) -> str:
        def moved(found: re.Match[str]) -> str:
            row = int(found[2])
            return f'{found[1]}{row + 2 if row >= 8 else row}"'

        return re.sub(r'(<row r="|<c r="[A-Z]+)(\d+)"', moved, xml)

    def names_down(xml: str) -> str:
        return re.sub(
            r"(Summary!\$[A-Z]+\$)(\d+)",
            lambda found: f"{found[1]}{int(found[2]) + (2 if int(found[2]) >= 8 else 0)}",
            xml,
        )

    book = desk.edited(desk.built(BOOKS["en"]), rows_down, part=SUMMARY)
    book = desk.edited(book, names_down, part="xl/workbook.xml")
    desk.revise(LEVEL)
    refreshed = desk.refreshed(book)
    assert "<v>47.9</v>" in cell(xml_of(refreshed.data, SUMMARY), "B13")
    assert refreshed.report.conflicts == []


def test_a_cell_that_shows_another_figure_now_gets_its_name(desk):
    book = desk.built(BOOKS["en"])
    desk.drop("cn_cbec_trade_2021_yoy")
    target = desk.folder / "new.xlsx"
    target.write_bytes(desk.refreshed(book).data)
    today = {
        found.name: found.sheet for found in read_finished(desk.built(BOOKS["en"], "today")).figure_cells
    }
    now = {found.name: found.sheet for found in read_finished(target).figure_cells}
    missing = {name for name in today if today[name] == "China"} - set(now)
    assert missing == set()


def test_workbooks_have_no_tracked_changes(desk):
    book = desk.built(BOOKS["en"])
    said = run("refresh", book, "--pack", desk.pack, "-o", desk.folder / "new.xlsx", "--track", language="")
    assert said.exit_code == 2
    assert "without --track" in said.output


@pytest.mark.long_but_for("zh")
@pytest.mark.validator
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_refreshed_workbook_is_valid(desk, language, ooxml_validator):
    book = desk.built(BOOKS[language])
    desk.revise(LEVEL)
    desk.drop("cn_cbec_trade_2021_yoy")
    assert ooxml_validator(desk.refreshed(book).data, "book.xlsx") == []


@pytest.mark.office
def test_a_workbook_saved_by_libreoffice_says_that_its_lineage_is_lost(desk, soffice):
    saved = soffice(desk.built(BOOKS["en"]), "xlsx", "book.xlsx")
    said = run("refresh", saved, "--pack", desk.pack, "-o", desk.folder / "new.xlsx", language="")
    assert said.exit_code == 2
    assert "carries no lineage" in said.output


def test_a_label_that_people_reworded_is_theirs_and_its_numbers_follow(desk):
    book = desk.built(BOOKS["en"])
    package = Package.open(book)
    for name in package.names():
        xml = package.read(name)
        if name.startswith("xl/") and name.endswith(".xml") and b"Share of the target reached" in xml:
            package.write(name, xml.replace(b"Share of the target reached", b"How far we have come"))
    edited = desk.folder / "edited.xlsx"
    edited.write_bytes(package.save())
    desk.revise(LEVEL)
    refreshed = desk.refreshed(edited)
    summary = read_finished(refreshed.data).sheet("Summary")
    reworded = [row for (row, column), cell in summary.cells.items() if cell.text == "How far we have come"]

    assert [summary.cells[row, 2].text for row in reworded] == ["47.9", "50"]
    assert refreshed.report.conflicts == []


def test_titles_of_another_period_change_in_their_rows():
    old, new = ({(1, 1): text(title), (2, 1): text("Item"), (3, 1): text("Exports"), (3, 2): text("5")}
                for title in ("November 2024", "Annual report"))  # fmt: skip
    assert in_place({2: 2, 3: 3}, old, new) == {1: 1, 2: 2, 3: 3}
    assert in_place({2: 2, 3: 3}, old, new, is_same=True) == {2: 2, 3: 3}
    new[1, 2] = text("a column more")
    assert in_place({2: 2, 3: 3}, old, new) == {2: 2, 3: 3}


def text(said):
    return CellSnapshot("text", said)

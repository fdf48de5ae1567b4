"""Whatever the data change and whatever people did: after a refresh a place reads as in a new build, or the report names it."""

import io
import re

import pytest
from openpyxl import load_workbook

from reportgen.living.refresh.refresh import refresh
from reportgen.living.refresh.report import report_text
from tests.excel.soundness import unsound as unsound_workbook
from tests.living.audit.excel_editing import EditedWorkbook
from tests.living.audit.planted_blind import type_over
from tests.living.audit.word_editing import EditedDocument, text_of
from tests.living.refresh.states import BASE, CHANGES, built
from tests.living.refresh.workshop import charts, lines
from tests.soundness import unsound as unsound_document

_NUMBER = re.compile(r"\d[\d.,]*")


def _reworded(document: EditedDocument) -> None:
    type_over(document.paragraph("In 2021 trade reached"), "trade reached", "all trade came to")


def _retyped(document: EditedDocument) -> None:
    type_over(document.paragraph("In 2021 trade reached"), "32.21", "33")


def _label(document: EditedDocument) -> None:
    cell = next(one for one in document.paragraphs() if text_of(one) == "Imports")
    type_over(cell, "Imports", "Imports of goods")


def _row_deleted(document: EditedDocument) -> None:
    document.delete(document.row("Exports"))


def _group_label(document: EditedDocument) -> None:
    cell = next(one for one in document.paragraphs() if text_of(one) == "One way")
    type_over(cell, "One way", "Single direction")


def _paragraph_deleted(document: EditedDocument) -> None:
    document.delete(document.paragraph("Exports came to"))


def _own_paragraph(document: EditedDocument) -> None:
    document.add_paragraph("We think this will go on.", document.paragraph("Exports came to"))


def _own_head(document: EditedDocument) -> None:
    cell = next(one for one in document.paragraphs() if text_of(one).startswith("Growth"))
    type_over(cell, "Growth", "Rise")


DOCUMENT_EDITS = [
    _reworded, _retyped, _label, _row_deleted, _group_label, _paragraph_deleted, _own_paragraph, _own_head,
]  # fmt: skip
BOOK_EDITS = [
    lambda book: book.type("Year 2021!B4", "33"),
    lambda book: book.type("Year 2021!A6", "Exports of goods"),
    lambda book: book.type("Year 2021!A5", "Single direction"),
    lambda book: book.type("Year 2021!E4", "looked at"),
    lambda book: book.type("Sums!A4", "our own line"),
    lambda book: book.clear("Year 2021!B6"),
    lambda book: book.format("Year 2021!B7", "0"),
    lambda book: book.delete_row("Year 2021", 6),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("states")
    built(folder / "base", BASE)
    return folder


def today(folder, change: str):
    """The pack and its documents in a state, built once."""
    place = folder / re.sub(r"\W", "-", change)
    if not place.exists():
        built(place, CHANGES[change])
    return place / "pack", place / "built"


@pytest.mark.long_but_for(every=2)
@pytest.mark.parametrize("change", CHANGES)
def test_an_untouched_document_reads_as_a_new_build(folder, change):
    pack, new = today(folder, change)
    refreshed = refresh(folder / "base/built/brief.docx", pack)

    assert lines(refreshed.data) == lines(new / "brief.docx")
    assert charts(refreshed.data) == charts(new / "brief.docx")
    assert refreshed.report.conflicts == []
    assert unsound_document(refreshed.data) == []


@pytest.mark.parametrize("change", CHANGES)
def test_an_untouched_workbook_reads_as_a_new_build(folder, change):
    pack, new = today(folder, change)
    refreshed = refresh(folder / "base/built/book.xlsx", pack)

    assert shown(refreshed.data) == shown((new / "book.xlsx").read_bytes())
    assert refreshed.report.conflicts == []
    assert unsound_workbook(refreshed.data) == []


@pytest.mark.long_but_for(every=2)
@pytest.mark.parametrize("change", CHANGES)
def test_back_from_a_change_all_reads_as_before(folder, change):
    _, new = today(folder, change)
    brief, book = (refresh(new / name, folder / "base/pack") for name in ("brief.docx", "book.xlsx"))

    assert lines(brief.data) == lines(folder / "base/built/brief.docx")
    assert charts(brief.data) == charts(folder / "base/built/brief.docx")
    if change in ("a group gone",):  # no row beside it looks like the head of a group
        assert [(one.kind, one.now) for one in book.report.conflicts] == [("new_row", "One way")]
    else:
        assert shown(book.data) == shown((folder / "base/built/book.xlsx").read_bytes())


@pytest.mark.long
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("edit", DOCUMENT_EDITS, ids=lambda edit: edit.__name__)
def test_what_an_edited_document_does_not_follow_is_named(folder, tmp_path, change, edit):
    pack, new = today(folder, change)
    document = EditedDocument((folder / "base/built/brief.docx").read_bytes())
    edit(document)
    (tmp_path / "brief.docx").write_bytes(document.save())

    refreshed = refresh(tmp_path / "brief.docx", pack)

    was, held, wanted, got = (
        lines(one)
        for one in (
            folder / "base/built/brief.docx",
            tmp_path / "brief.docx",
            new / "brief.docx",
            refreshed.data,
        )
    )
    silent = [
        one
        for one in wanted
        if one not in got and one not in was and not _is_named(one, refreshed) and not _follows(one, got)
    ]
    silent += [
        one
        for one in got
        if one in was and one in held and one not in wanted and not _is_named(one, refreshed)
    ]
    assert silent == []
    words = {_NUMBER.sub("#", one) for one in got}
    assert [
        one for one in held if one not in was and _NUMBER.sub("#", one) not in words
    ] == []  # people's words stay
    assert unsound_document(refreshed.data) == []


@pytest.mark.long
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("edit", range(len(BOOK_EDITS)))
def test_what_an_edited_workbook_does_not_follow_is_named(folder, tmp_path, change, edit):
    pack, new = today(folder, change)
    book = EditedWorkbook((folder / "base/built/book.xlsx").read_bytes())
    BOOK_EDITS[edit](book)
    (tmp_path / "book.xlsx").write_bytes(book.save())

    refreshed = refresh(tmp_path / "book.xlsx", pack)

    was, held, wanted, got = (
        set(map(str, cells(data)))
        for data in (
            (folder / "base/built/book.xlsx").read_bytes(),
            (tmp_path / "book.xlsx").read_bytes(),
            (new / "book.xlsx").read_bytes(),
            refreshed.data,
        )
    )
    said = report_text(refreshed.report, "en")
    silent = [one for one in wanted - got - was if not _is_named(one, refreshed)]
    silent += [one for one in (got & was & held) - wanted if not _is_named(one, refreshed)]
    assert silent == [], said
    values = {one.partition("\0")[0] for one in got | was}
    lost = [
        one for one in held - was if one.partition("\0")[0] not in values and not _is_named(one, refreshed)
    ]
    assert lost == []
    assert unsound_workbook(refreshed.data) == []


def _is_named(text: str, refreshed) -> bool:
    """Whether the report keeps something that says these words, or part of them."""
    words = _plain(text.partition("\0")[0])
    for kept in refreshed.report.kept:
        said = [_plain(one) for one in (kept.now, kept.edited, kept.built, kept.place.text or "") if one]
        if kept.kind == "gone_table" or any(words in one or (len(one) > 2 and one in words) for one in said):
            return True
    return False


def _follows(text: str, got: list[str]) -> bool:
    """Whether a line in people's own words holds all numbers of one that the data would give."""
    numbers = set(_NUMBER.findall(text))
    return bool(numbers) and any(numbers <= set(_NUMBER.findall(one)) for one in got)


def _plain(text: str) -> str:
    return re.sub(r"[^\w.]", "", text)


def cells(data: bytes):
    """The cells' values with their formats, wherever they stand."""
    for sheet in load_workbook(io.BytesIO(data)):
        yield f"sheet {sheet.title}"
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    yield (
                        f"{cell.value}"
                        if isinstance(cell.value, str)
                        else f"{cell.value}\0{cell.number_format}"
                    )


def shown(data: bytes):
    """All that a workbook shows: cells by their places, Tables, headers, names of figures."""
    found = {}
    for sheet in load_workbook(io.BytesIO(data)):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    form = cell.number_format if not isinstance(cell.value, str) else ""
                    found[sheet.title, cell.coordinate] = (cell.value, form)
        tables = [
            (one.name, one.ref, [column.name for column in one.tableColumns]) for one in sheet.tables.values()
        ]
        found[sheet.title, ""] = (tables, sheet.oddHeader.center.text)
    return found

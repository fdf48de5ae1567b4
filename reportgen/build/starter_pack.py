"""The starter packs: a definition, templates and data from those that come with reportgen, ready to be built and changed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator
from pathlib import Path

from reportgen.dataset.raw import RawRow, RawTable
from reportgen.dataset.records import NATION
from reportgen.dataset.stores import Contents, CsvFolder, store_at
from reportgen.dataset.stores.workbook_file import WorkbookFile
from reportgen.dataset.tables import TABLES
from reportgen.errors import PackError
from reportgen.messages import Message
from reportgen.ooxml.files import finish_placing, place_files
from reportgen.record import replace
from reportgen.toml_keys import PACK_FILE

MODELS = {"monthly": "trade-monthly", "plan": "plan-2025", "annual": "ecommerce-2020", "empty": "empty"}
"""The example that each starter pack is made from."""
USUAL = "plan"
_WORKBOOK = "data.xlsx"
_EMPTY = "empty"


def shipped(name: str) -> Path:
    """The folder ``templates``, ``data`` or ``examples`` that comes with reportgen: in the wheel, or beside the source."""
    package = Path(__file__).resolve().parent.parent
    in_wheel = package / "_shipped" / name
    return in_wheel if in_wheel.is_dir() else package.parent / name


def start(folder: Path, template: str = USUAL, *, workbook: bool = False) -> tuple[Path, ...]:
    """Copy a starter pack into ``folder``, which must be new or empty; its data as a folder of CSV files or as a workbook. Gives the files made."""
    if finish_placing(folder):  # a start that was killed
        return tuple(sorted(file for file in folder.rglob("*") if file.is_file()))
    refuse_full(folder)
    model = MODELS[template]
    definition = (shipped("examples") / model / PACK_FILE).read_text(encoding="utf-8")
    found = re.search(r'^dataset = "\.\./\.\./(data[^"]*)"', definition, re.MULTILINE)
    assert found is not None
    of_dataset = shipped("data") / found[1].removeprefix("data").removeprefix("/")
    own = definition.replace("../../data/recipes/", "recipes/").replace("../../templates/", "templates/")
    own = own.replace(f"../../{found[1]}", _WORKBOOK if workbook else "data")
    own = own.replace(f'name = "{model}"', f'name = "{folder.resolve().name}"')
    files = {folder / PACK_FILE: own.encode("utf-8")}
    contents = store_at(of_dataset).read()
    contents = _widened(_without_numbers(contents, definition) if template == _EMPTY else contents)
    if workbook:
        files[folder / _WORKBOOK] = WorkbookFile(folder / _WORKBOOK).bytes_of(contents)
    else:
        files |= CsvFolder(folder / "data").files_of(contents)
    for file in (*_beside(of_dataset, template), *sorted(shipped("templates").glob(f"{model}*"))):
        place = file.name if file.parent == of_dataset else f"{file.parent.name}/{file.name}"
        files[folder / ("data/" if file.parent == of_dataset and not workbook else "") / place] = (
            file.read_bytes()
        )
    place_files(files)
    return tuple(sorted(files))


def refuse_full(folder: Path) -> None:
    """Raise ``PackError`` where a pack cannot be started: in a folder that holds anything, or a file."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise PackError(Message("pack.folder-not-empty", folder=str(folder)))


def _beside(of_dataset: Path, template: str) -> Iterator[Path]:
    """What comes with a dataset: what it says of itself, and the recipes that bring it up to date."""
    if template == _EMPTY:
        return
    yield of_dataset / "README.md"
    yield from sorted((shipped("data") / "recipes").iterdir())


def _without_numbers(full: Contents, definition: str) -> Contents:
    """Tables that are empty but for the area that the pack is about, and the nation."""
    own = tomllib.loads(definition)["ref_area"]
    rows = full.tables["areas"].rows
    areas = [row for row in rows if row.cells["ref_area"] == own or row.cells["kind"] == NATION]
    codes = {row.cells["ref_area"] for row in areas}
    tables = {
        name: replace(table, rows=tuple(_plain(row, codes) for row in areas) if name == "areas" else ())
        for name, table in full.tables.items()
    }
    return Contents("data", tables)


def _plain(row: RawRow, codes: Collection[str]) -> RawRow:
    """An area without remarks, and below an area that is there too."""
    cells = {name: text for name, text in row.cells.items() if not name.startswith("note")}
    return RawRow(row.number, {**cells, "parent": cells["parent"] if cells["parent"] in codes else ""})


def _widened(contents: Contents) -> Contents:
    """Every table with every column that it may have, so that the data package's description takes all that ``check`` takes."""
    tables = {}
    for name, form in TABLES.items():
        table = contents.tables.get(name)
        if table is None:
            table = RawTable(form, CsvFolder(Path()).place_of(form), ())
        known = {column.lower() for column in form.columns}
        tables[name] = replace(
            table, head=(*form.columns, *(one for one in table.head if one.lower() not in known))
        )
    return replace(contents, tables=tables)

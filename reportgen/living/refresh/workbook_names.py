"""The hidden names of figure cells: a cell that shows another figure today gets that figure's name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportgen.excel.marks import MARKS_ITEM
from reportgen.ooxml import customxml

if TYPE_CHECKING:
    from reportgen.excel.reading import WorkbookReading
    from reportgen.ooxml import Package

_MARK = re.compile(r"_rg_(?P<key>f[a-z2-7]{9})_(?P<number>\d+)", re.IGNORECASE)
_KEY_IN_MARKS = re.compile(r'name="(_rg_[^"]*)" key="[^"]*"')
_SET_ASIDE = 900


def rename_marks(edited: Package, names: Mapping[str, str]) -> None:
    """Rename hidden names all at once; one that would then stand twice is set aside under a free number."""
    changed = {old: new for old, new in names.items() if old != new}
    if not changed:
        return
    taken = {name.lower() for name in names.values()}

    def renamed(name: str) -> str:
        if name in names:
            return names[name]
        match = _MARK.fullmatch(name)
        if match is None or name.lower() not in taken:
            return name
        return f"_rg_{match['key']}_{_SET_ASIDE + int(match['number'])}"

    part = edited.main_part
    xml = edited.read(part).decode("utf-8")
    defined = re.compile(r'(<(?:\w+:)?definedName\b[^>]*?\bname=")([^"]*)(")')
    edited.write(
        part, defined.sub(lambda found: found[1] + renamed(found[2]) + found[3], xml).encode("utf-8")
    )
    marks = customxml.read(edited, MARKS_ITEM)
    if marks is not None:
        customxml.attach(
            edited,
            _KEY_IN_MARKS.sub(lambda found: _mark(renamed(found[1])), marks.decode()).encode(),
            MARKS_ITEM,
        )


def _mark(name: str) -> str:
    match = _MARK.fullmatch(name)
    return f'name="{name}" key="{match["key"] if match else ""}"'


def without_other_blocks(lineage: bytes, edited: WorkbookReading) -> bytes:
    """The lineage without the blocks of plain numbers that lie otherwise in the people's workbook: they cannot be compared."""
    sizes = {block.name.lower(): len(list(block.area.cells())) for block in edited.number_blocks}
    block = re.compile(r'<(\w+:)?numbers name="([^"]*)">([^<]*)</\1?numbers>')

    def kept(found: re.Match[str]) -> str:
        return found[0] if sizes.get(found[2].lower()) == len(found[3].split()) else ""

    return block.sub(kept, lineage.decode("utf-8")).encode("utf-8")

"""What a filled part still needs: numbers that must be unique where a loop repeated them, tables whose columns grew.

Each step looks at the written text once, and only where the template has something for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.word.captions import renumber
from reportgen.word.cross_references import settle_references
from reportgen.word.emptied import without_emptied
from reportgen.word.grids import fitting_grids
from reportgen.word.numbering import read_numbering
from reportgen.word.pictures import fitted_pictures
from reportgen.word.repeated import unique
from reportgen.word.restarted_lists import restarted
from reportgen.word.slots import RUN_END
from reportgen.word.toc import has_contents, write_contents

if TYPE_CHECKING:
    from reportgen.word.story_program import Program
    from reportgen.word.writer import PartFilters


def finished(xml: str, program: Program, writer: PartFilters) -> str:
    """The part's text as it goes into the package."""
    for start in writer.opened_runs:  # what a number or a link left beside it
        xml = xml.replace(f"{start}{RUN_END}", "")
    xml = without_emptied(xml, cells_vanish=program.cells_vanish, closes=program.closes)
    if program.repeats:
        xml = unique(xml, program.repeats, writer)
    if program.has_grids:
        xml = fitting_grids(xml)
    if framed := writer.document.pictures.framed:
        xml = fitted_pictures(xml, program.part, framed)
    if writer.restarts_lists:
        xml = restarted(xml, program.part, writer.document.package)
    if not (program.has_fields or writer.brings_fields):
        return xml
    xml = settle_references(renumber(xml), writer.not_found)
    if has_contents(xml):
        document = writer.document
        numbering = read_numbering(document.package)
        xml = write_contents(xml, program.part, document.styles, document.bookmarks, numbering)
    return xml

"""The checks of a Word document: figures, words, tables, charts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.finished.places import paragraph_place
from reportgen.living.audit.changed_words import check_words
from reportgen.living.audit.chart_places import check_captions
from reportgen.living.audit.chart_values import check_charts
from reportgen.living.audit.looks import check_links, check_looks
from reportgen.living.audit.said_about import check_moved
from reportgen.living.audit.sums import GridCell, GridRow, check_sums, table_number
from reportgen.living.audit.texts_beside import check_unseen
from reportgen.living.audit.word_figures import check_figures
from reportgen.living.audit.word_text import check_paragraphs

if TYPE_CHECKING:
    from reportgen.findings import Finding
    from reportgen.finished.text_document import FinishedText
    from reportgen.living.audit.backing import Backing
    from reportgen.word.document_reading import TableReading


def check_text_document(document: FinishedText, backing: Backing) -> Iterator[Finding]:
    """Every finding about a Word document."""
    yield from check_figures(document, backing)
    reworded = list(check_words(document, backing))
    in_text = list(check_paragraphs(document.reading, backing, document.name))
    yield from (finding for finding in reworded if not any(_is_turned_round(finding, one) for one in in_text))
    places = {finding.place for finding in reworded}
    yield from (finding for finding in check_moved(document, backing) if finding.place not in places)
    yield from in_text
    yield from check_unseen(document, backing)
    yield from check_looks(document, backing)
    yield from check_links(document)
    for table in document.reading.tables:
        yield from check_sums(_grid(table, document.name))
    yield from check_charts(document, "chart-against-workbook")
    yield from check_captions(document)


def _is_turned_round(reworded: Finding, contrary: Finding) -> bool:
    """Whether words that changed are a direction turned round, which its figure tells already."""
    if contrary.code != "word-against-sign" or contrary.place.paragraph != reworded.place.paragraph:
        return False
    said, changed = dict(contrary.parameters), dict(reworded.parameters)
    built, now = str(changed["built"]), str(changed["now"])
    return (
        said["words"] in now and said["text"] in now and said["words"] not in built and said["text"] in built
    )


def _grid(table: TableReading, file: str) -> list[GridRow]:
    rows = []
    for row in table.rows:
        cells = {
            cell.column: GridCell(
                cell.text, table_number(cell.text), paragraph_place(file, cell.paragraphs[0], cell.text)
            )
            for cell in row.cells
            if cell.paragraphs
        }
        rows.append(GridRow(row.cells[0].text if row.cells else "", cells, row.is_head))
    return rows

"""Auditing a finished, hand-edited document: does it still agree with the data it was built from?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from reportgen.errors import PackageError, ReportgenError
from reportgen.findings import Finding
from reportgen.finished.carried import known_from, lineage_of, read_lineage
from reportgen.finished.lineage import dataset_fingerprint
from reportgen.finished.recovery import with_recovered_keys
from reportgen.language import say_what
from reportgen.living.audit.charts import PlacedChart, check_as_built, check_embedded
from reportgen.living.audit.freshness import check_freshness
from reportgen.living.audit.knowledge import Knowledge, keyed
from reportgen.living.audit.places import paragraph_place, place_in_word
from reportgen.living.audit.tables import GridCell, GridRow, check_sums, number_of
from reportgen.living.audit.word_figures import check_figures
from reportgen.living.audit.word_text import check_text
from reportgen.living.audit.workbook import check_workbook, figure_places
from reportgen.messages import Bilingual
from reportgen.ooxml import Package

if TYPE_CHECKING:
    from reportgen.build.pack_or_data import PackOrData
    from reportgen.excel.reading import WorkbookReading
    from reportgen.findings import Place
    from reportgen.word.document_reading import DocumentReading, TableReading

Step = Callable[[str], None]
Tracked = Literal["accepted", "rejected"]


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found, in the order of the document; ``language`` is the document's."""

    findings: tuple[Finding, ...]
    language: str
    package: Package
    is_workbook: bool
    figures: int
    """How many figures stand in the document."""


def audit(
    document: Path, *, pack: Path | None = None, tracked: Tracked = "accepted", step: Step = lambda _: None
) -> Audit:
    """Audit the .docx or .xlsx at ``document``.

    ``pack`` (a pack or a dataset) adds the data of today: figures revised since are found, and numbers that people took
    from the dataset by hand are backed. ``tracked``: tracked changes read as accepted or as rejected.
    Raises ``ReportgenError`` where the document carries no lineage and no pack is given.
    """
    package = Package.open(document)
    subject = _subject(pack) if pack is not None else None
    step(document.name)
    if package.extension.startswith(("xls", "xlt")):
        return _audit_workbook(package, document.name, subject)
    if not package.extension.startswith(("doc", "dot")):
        raise PackageError(
            Bilingual(
                f"{document.name} is no Word or Excel file.", f"{document.name} 不是 Word 或 Excel 文件。"
            )
        )
    return _audit_document(package, document.name, subject, tracked)


def _audit_document(package: Package, file: str, subject: PackOrData | None, tracked: Tracked) -> Audit:
    from reportgen.word.document_reading import View, read_document

    document = read_document(package, View(tracked))
    knowledge = _knowledge(document.lineage, file, subject)
    document = with_recovered_keys(document, knowledge.carried)
    findings = [
        *check_figures(document, knowledge, file),
        *check_text(document, knowledge, file),
        *(finding for table in document.tables for finding in check_sums(_grid(table, file))),
        *_charts(document, knowledge, file),
    ]
    standing = [(control.key, paragraph_place(file, paragraph)) for paragraph, control in document.marks()]
    findings += _freshness(knowledge, subject, standing, file)
    ordered = tuple(sorted(dict.fromkeys(findings), key=_order))
    return Audit(ordered, knowledge.language, package, False, len(standing))


def _audit_workbook(package: Package, file: str, subject: PackOrData | None) -> Audit:
    from reportgen.excel.reading import read_finished

    book = read_finished(package)
    knowledge = _knowledge(book.lineage, file, subject)
    findings = [*check_workbook(book, knowledge, file)]
    standing = list(figure_places(book, file))
    findings += _freshness(knowledge, subject, standing, file)
    ordered = _by_sheet(book, list(dict.fromkeys(findings)))
    return Audit(ordered, knowledge.language, package, True, len(standing))


def _knowledge(lineage: bytes | None, file: str, subject: PackOrData | None) -> Knowledge:
    """What the document says of itself, and what the dataset of today knows besides."""
    if subject is None:
        carried = lineage_of(lineage, file)
        return Knowledge(carried.language, keyed(carried.figures.values()), carried=carried)
    today = keyed(known_from(subject.catalogue, subject.catalogue.all()).values())
    said = _words_of(subject)
    if lineage is None:
        language = subject.definition.languages[0] if subject.definition else "en"
        return Knowledge(language, today, said=said)
    carried = read_lineage(lineage)
    return Knowledge(carried.language, keyed(carried.figures.values()), today, carried, said)


def _freshness(
    knowledge: Knowledge, subject: PackOrData | None, standing: list[tuple[str, Place]], file: str
) -> Iterator[Finding]:
    if subject is None or knowledge.carried is None:
        return
    known = dict(knowledge.others)
    for key, _ in standing:
        figure = knowledge.carried.by_key.get(key)
        if (
            figure is not None and key not in known
        ):  # observed figures are listed; some computed ones only on request
            known |= _asked_for(subject, figure.id)
    yield from check_freshness(knowledge.carried, known, dataset_fingerprint(subject.dataset), standing, file)


def _asked_for(subject: PackOrData, figure_id: str) -> dict[str, Any]:
    try:
        return keyed(known_from(subject.catalogue, [subject.catalogue.get(figure_id)]).values())
    except (ReportgenError, ValueError):
        return {}


def _words_of(subject: PackOrData) -> tuple[str, ...]:
    dataset = subject.dataset
    words: list[Bilingual] = [item.label for item in dataset.areas.values()]
    words += [item.label for item in dataset.codes]
    words += [item.label for item in dataset.indicators.values()]
    words += [item.note for item in dataset.breaks]
    words += [item.note for item in dataset.observations.values()]
    words += [item.note for item in dataset.targets.values()]
    words += [Bilingual(say_what(finding, "en"), say_what(finding, "zh")) for finding in subject.findings]
    texts = [text for both in words for text in (both.en, both.zh)]
    for source in dataset.sources.values():
        texts += [source.title, source.url, source.label.en, source.label.zh]
    return tuple(dict.fromkeys(texts))


def _subject(pack: Path) -> PackOrData:
    from reportgen.build.pack_or_data import open_readable

    return open_readable(pack)


# ---- Word's tables and charts ---------------------------------------------------------------------------------


def _grid(table: TableReading, file: str) -> list[GridRow]:
    rows = []
    for row in table.rows:
        cells = {
            cell.column: GridCell(
                cell.text, number_of(cell.text), paragraph_place(file, cell.paragraphs[0], cell.text)
            )
            for cell in row.cells
            if cell.paragraphs
        }
        rows.append(GridRow(row.cells[0].text if row.cells else "", cells, row.is_head))
    return rows


def _charts(document: DocumentReading, knowledge: Knowledge, file: str) -> Iterator[Finding]:
    placed = []
    for drawn in document.charts:
        title = drawn.chart.series[0].name if drawn.chart.series else ""
        placed.append(PlacedChart(drawn.chart, place_in_word(file, drawn.part, drawn.paragraph, title)))
    for one in placed:
        yield from check_embedded(document.package, one)
    yield from check_as_built(placed, knowledge.carried.charts if knowledge.carried else (), file)


# ---- order ----------------------------------------------------------------------------------------------------


def _order(finding: Finding) -> tuple[bool, str, int]:
    place = finding.place
    return (place.paragraph is None, place.file or "", place.paragraph or 0)


def _by_sheet(book: WorkbookReading, findings: list[Finding]) -> tuple[Finding, ...]:
    order = {sheet.name: number for number, sheet in enumerate(book.sheets)}
    return tuple(
        sorted(
            findings,
            key=lambda one: (
                order.get(one.place.sheet or "", len(order)), one.place.row or 0, one.place.column or ""
            ),
        )
    )  # fmt: skip

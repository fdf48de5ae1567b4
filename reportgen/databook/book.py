"""Making the data book: from the catalogue, the pack's tables and charts, and the findings, to the workbook's bytes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from reportgen.content import Chart, Table
from reportgen.databook.book_cells import SheetTable
from reportgen.databook.book_style import CellStyle, body_font, fonts_of
from reportgen.databook.front import STEPS, ContentsEntry, CoverLines, contents_grid, notes_grid, write_cover
from reportgen.databook.headings import name_headings
from reportgen.databook.native_charts import PlacedChart, place_charts, write_charts
from reportgen.databook.plan import Planner
from reportgen.databook.sheet import PlannedSheet, Running, SheetWords, set_up_page, write_sheet
from reportgen.databook.sheet_names import SheetNames
from reportgen.databook.wording import BookWords
from reportgen.figures.context import PackContext
from reportgen.findings import Finding
from reportgen.language import language
from reportgen.ooxml import Package
from reportgen.ooxml.addresses import quoted
from reportgen.ooxml.properties import Properties, pinned, set_properties
from reportgen.periods import Period

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

    from reportgen.dataset.records import Dataset
    from reportgen.kinds import Catalogue


def make_databook(
    context: PackContext,
    created: datetime,
    catalogue: Catalogue,
    tables: Sequence[Table] = (),
    charts: Sequence[Chart] = (),
    findings: Sequence[Finding] = (),
    figures: Sequence[str] = (),
    sources: Sequence[str] = (),
    *,
    everything: bool = True,
) -> bytes:
    """The data book as an .xlsx file.

    ``context`` is what the pack says of itself, in the book's language. ``created`` is the date in the file's properties: a
    fixed one, so that the same inputs give the same bytes.
    ``tables`` and ``charts`` are the pack's, ready to be shown in the book's language; ``figures`` are the ids of
    the figures that the pack's documents show, which the book marks; ``sources`` the codes of sources in the order
    of the marks [1], [2]... that the tables bear (without it: the dataset's order). Without ``everything`` it holds
    what these figures rest on, the findings about that, and nothing else. Same arguments, same bytes.
    """
    words, names = BookWords(context.language, context.style), SheetNames()
    front = [names.sheet(words(name)) for name in ("cover", "notes")]
    planner = Planner(catalogue, words, names, figures, context.percent_decimals, sources, everything)
    if not everything:
        findings = [one for one in findings if not one.subjects or planner.used.intersection(one.subjects)]
    sheets = [
        *planner.progress(),
        *planner.tables(tables),
        *planner.charts(charts),
        *planner.multiples(),
        *planner.calculations(),
        *planner.evidence(findings),
    ]
    notes = notes_grid(words, names.table("notes"), planner.reasons)
    listed = [
        (front[1], words("notes"), notes),
        *((sheet.name, sheet.frame.title, sheet.grid) for sheet in sheets),
    ]
    contents = contents_grid(
        [ContentsEntry(name, title, len(grid.rows)) for name, title, grid in listed],
        words,
        names.table("contents"),
    )
    cover = _cover_lines(context, planner.dataset, words, contents, len(findings))
    noted = PlannedSheet(
        front[1], SheetWords(words("notes"), words("one-table"), words("back")), notes, planner.fonts
    )
    with _Binding(context, created) as binding:
        binding.add_cover(front[0], cover, words)
        for sheet in (noted, *sheets):
            binding.add(sheet, back_to=front[0])
    return binding.data


class _Binding:
    """The workbook while its sheets are bound in; ``data`` is there when it is closed."""

    def __init__(self, context: PackContext, created: datetime) -> None:
        self._created, self._file = created, io.BytesIO()
        self._language = context.language
        self._running = _running(context)
        self._properties = _properties(context, created)
        self._charts: list[PlacedChart] = []

    def __enter__(self) -> _Binding:
        from xlsxwriter.workbook import Workbook

        self._workbook: Workbook = Workbook(
            self._file,
            {
                "in_memory": True,
                "strings_to_formulas": False,  # a text that starts with = + - @ stays a text
                "strings_to_numbers": False,
                "strings_to_urls": False,
                "default_format_properties": body_font(fonts_of(self._language)),
            },
        )
        self._style = CellStyle(self._workbook, self._language)
        self._workbook.set_properties(self._properties)
        self._workbook.set_size(2000, 1300)
        return self

    def __exit__(self, *failure: object) -> None:
        if failure[0] is None:
            self._workbook.close()

    @property
    def data(self) -> bytes:
        """The finished book, the same for the same sheets."""
        package = Package.open(self._file.getvalue())
        write_charts(package, self._charts, self._style.fonts)
        name_headings(package, self._style.headings)
        set_properties(package, Properties(language=language(self._language).tag))
        return pinned(package.save(), self._created)

    def add_cover(self, name: str, lines: CoverLines, words: BookWords) -> None:
        worksheet = self._workbook.add_worksheet(name)
        write_cover(worksheet, self._style, lines, words)
        set_up_page(worksheet, name, self._running)
        worksheet.activate()
        worksheet.set_first_sheet()

    def add(self, planned: PlannedSheet, back_to: str) -> None:
        sheet = planned.fitted()
        worksheet = self._workbook.add_worksheet(sheet.name)
        write_sheet(worksheet, self._style, sheet, f"internal:{quoted(back_to)}!A1")
        set_up_page(worksheet, sheet.frame.title, self._running, sheet)
        self._charts += place_charts(self._workbook, worksheet, sheet)


def _cover_lines(
    context: PackContext, dataset: Dataset, words: BookWords, contents: SheetTable, findings: int
) -> CoverLines:
    day = language(context.language).period(Period.parse(context.cut_off.isoformat()))
    facts = [
        (words("issuer"), context.issuer),
        (words("issue"), context.number),
        (words("marking"), context.marking),
        (words("cut-off-head"), day),
    ]
    numbers = (
        (words("indicators"), len({one.series.indicator for one in dataset.observations.values()})),
        (words("observations"), len(dataset.observations)),
        (words("targets"), len(dataset.targets)),
        (words("sources"), len(dataset.sources)),
        (words("findings"), findings),
    )
    return CoverLines(
        title=context.title,
        subtitle=words("book-of", title=context.subtitle) if context.subtitle else words("data-book"),
        facts=tuple((name, text) for name, text in facts if text),
        numbers=numbers,
        how_to=tuple(words(f"how-to.{step}") for step in range(1, STEPS + 1)),
        contents=contents,
    )


def _running(context: PackContext) -> Running:
    words = BookWords(context.language)
    day = language(context.language).period(Period.parse(context.cut_off.isoformat()))
    title = words("book-of", title=context.title) if context.title else words("data-book")
    return Running(title, context.issuer, words("page-of"), words("cut-off", date=day))


def _properties(context: PackContext, created: datetime) -> dict[str, object]:
    words = BookWords(context.language)
    return {
        "title": words("book-of", title=context.title),
        "subject": context.subtitle,
        "author": context.issuer,
        "company": context.issuer,
        "category": words("data-book"),
        "created": created,
    }

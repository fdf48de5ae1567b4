"""A finished document, read once: its text with places, its figures, tables, charts and tracked changes, the lineage it
carries and the snapshot of what was built. Whoever audits, refreshes, explains or compares documents asks this.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from reportgen.errors import ReportgenError
from reportgen.finished.alignment import align_charts
from reportgen.finished.chart_figures import FinishedChart, chart_points
from reportgen.finished.lineage_part import read_part
from reportgen.finished.places import FigurePlace
from reportgen.finished.snapshot import ChartSnapshot, Snapshot, chart_snapshot
from reportgen.language import language
from reportgen.messages import FALLBACK, Message
from reportgen.ooxml import Package
from reportgen.ooxml.guard import reading_of
from reportgen.ooxml.number_formats import read_format
from reportgen.ooxml.relationships import CORE_PROPERTIES
from reportgen.ooxml.sheet_cells import WorkbookCells
from reportgen.ooxml.xml import parse, qn
from reportgen.record import Record
from reportgen.values import plain

if TYPE_CHECKING:
    from reportgen.findings import Place
    from reportgen.finished.lineage import Lineage
    from reportgen.finished.tokens import Token
    from reportgen.ooxml.charts.chart_reading import ChartReading


class PlacedLook(Record):
    """Text that is not to be read (by the name of its look), and where it is."""

    look: str
    text: str
    place: Place


class FinishedDocument:
    """What Word documents and workbooks have in common, and what is asked of each. ``name`` is the file's.

    ``tracked``: the tracked changes of a text as ``accepted`` or ``rejected``; those of workbooks are not read.
    """

    may_be_databook: ClassVar[bool] = False
    """Whether a pack's data book is of this format."""

    def __init__(self, package: Package, name: str, tracked: str = "accepted") -> None:
        self.package, self.name, self.tracked = package, name, tracked

    @cached_property
    def _part(self) -> tuple[Lineage | None, Snapshot | None]:
        with reading_of(self.name):
            return read_part(self.package)

    @property
    def suffix(self) -> str:
        """The suffix of its format, whatever the file is called."""
        return f".{self.package.extension}"

    @property
    def lineage(self) -> Lineage | None:
        """The lineage that the document carries, ``None`` where it carries none. Raises ``PackageError`` where it is damaged."""
        return self._part[0]

    @property
    def built(self) -> Snapshot | None:
        """What the document was when it was built."""
        return self._part[1]

    @property
    def charts(self) -> tuple[FinishedChart, ...]:
        """Every chart, in order."""
        raise NotImplementedError

    def chart_place(self, one: FinishedChart, text: str) -> Place:
        """Where a chart is, with a text about it."""
        raise NotImplementedError

    def chart_places(self) -> Iterator[FigurePlace]:
        """The figures that the charts draw, those points that are as they were built."""
        comma = language(self.language).punctuation.COMMA
        for point in chart_points(self.charts, self.built):
            written = read_format(point.series.number_format).shown(point.value) or plain(point.value)
            place = self.chart_place(point.chart, comma.join((point.series.name, point.category)))
            yield FigurePlace(point.key, written, place)

    def figure_places(self, *, whole: bool = False) -> tuple[FigurePlace, ...]:
        """The figures in order, each with the text around it, or the ``whole`` of its paragraph."""
        raise NotImplementedError

    def shown_figures(self) -> Iterator[Mapping[str, str]]:
        """What ``pack.json`` lists of each figure, as far as people's edits keep it."""
        raise NotImplementedError

    def texts(self) -> Iterator[str]:
        """What paragraphs, or cells that hold no number, say."""
        raise NotImplementedError

    def sentences(self) -> Iterator[tuple[Place, str, Sequence[Token]]]:
        """The sentences of paragraphs with their tokens, or the texts of cells, which have none."""
        raise NotImplementedError

    def beside(self) -> Iterator[tuple[str, str]]:
        """The texts of shapes, page headers and comments that are no paragraphs, each with its sheet."""
        return iter(())

    def rows_without_figures(self) -> Iterator[tuple[Place, str]]:
        """Rows that say a number and show no figure, in tables (or in columns) of figures."""
        raise NotImplementedError

    def texts_around(self, places: Collection[Place]) -> Iterator[tuple[Place, str]]:
        """The whole text at ``places`` (and perhaps at others): a paragraph, or a row of a sheet up to its cell."""
        raise NotImplementedError

    def pages(self) -> Iterator[tuple[Place, int]]:
        """The page of each paragraph when the document was last laid out, where it says so."""
        return iter(())

    @property
    def title(self) -> str:
        """What the file's properties say it is called."""
        part = next((one.part for one in self.package.relationships("").by_type(CORE_PROPERTIES)), None)
        if part is None or part not in self.package:
            return ""
        return (parse(self.package.read(part), part).root.findtext(qn("dc:title")) or "").strip()

    def looks(self) -> Iterator[PlacedLook]:
        """Text that is there and is not to be read, and what shows cells otherwise than they are."""
        raise NotImplementedError

    def remove_marks(self) -> None:
        """Take the marks of figures out of the package."""
        raise NotImplementedError

    def _kept_looks(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(f"{one.look} {one.text}" for one in self.looks()))

    def snapshot(self, template: FinishedDocument | None = None, *, whole: bool = True) -> Snapshot:
        """The snapshot of a document just built. Texts with digits that the ``template`` has already are its designer's.

        Not ``whole``: only what an audit needs, for a data book, which is never refreshed.
        """
        raise NotImplementedError

    def chart_snapshot(self, one: FinishedChart) -> ChartSnapshot:
        """What a chart holds now."""
        return chart_snapshot(one.chart, self.package.read(one.chart.part), one.place, one.alt_text)

    @cached_property
    def charts_as_built(self) -> Mapping[int, int]:
        """The place in :attr:`charts` of each chart that was built, by its own place; without those that are gone."""
        held = [self.chart_snapshot(one) for one in self.charts]
        return align_charts(self.built.charts, held) if self.built else {}

    def cells_behind(self, chart: ChartReading) -> WorkbookCells | None:
        """The cells of the workbook embedded for a chart, ``None`` where there is none."""
        if not chart.workbook:
            return None
        return WorkbookCells(Package.open_sound(self.package.read(chart.workbook), self.name))

    @property
    def language(self) -> str:
        """The language that its lineage says; without any the one that serves where nobody said which."""
        return FALLBACK if self.lineage is None else self.lineage.language

    def required_lineage(self) -> Lineage:
        """The lineage. Raises ``ReportgenError`` that says what to do where the document carries none."""
        if self.lineage is None:
            raise ReportgenError(Message("finished.no-lineage", file=self.name))
        return self.lineage

"""Tables and charts as a template names them: laid out whole, or by their rows, heads and notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, Self

from reportgen.content import (
    CaptionNumber,
    Chart,
    Inline,
    Later,
    ListsDocument,
    Sentence,
    Showable,
    ShownInText,
    Table,
    TableCell,
    TableRow,
)
from reportgen.figures.context import PackContext
from reportgen.figures.presentation import Presentation
from reportgen.figures.terms.allowed_names import Named, for_templates, in_other_languages, named
from reportgen.figures.terms.indicator import area_named, period_named
from reportgen.language import language
from reportgen.language.below_tables import before_notes
from reportgen.record import replace


class RowTerm(Named):
    """A row of a table, for templates that lay it out themselves: its cells by the names of their columns."""

    SECTION = "row"

    def __init__(
        self, document: Presentation, row: TableRow, places: Mapping[str, int], offered: frozenset[str]
    ) -> None:
        """``places`` are the names of the columns, ``offered`` all names that the rows of the table answer to."""
        self._cells = [CellTerm(document, cell) for cell in row.cells]
        self._places = places
        self._offered = offered
        self._row = row

    def __getattr__(self, name: str) -> Any:
        place = None if name.startswith("_") else self._places.get(name)
        return super().__getattr__(name) if place is None else self._cell(place)

    @property
    def template_names(self) -> frozenset[str]:
        return self._offered

    @named
    def cells(self) -> list[CellTerm]:
        return self._cells

    @named
    def indent(self) -> int:
        return int(self._row.indent)

    @named
    def role(self) -> str:
        return str(self._row.role)

    def names(self) -> Iterable[str]:
        return [*super().names(), *self._places]

    def _cell(self, place: int) -> Any:
        return self._cells[place] if place < len(self._cells) else ""


class CellTerm(ShownInText):
    """A cell of a table row."""

    template_names: frozenset[str] = frozenset()

    def __init__(self, document: Presentation, cell: TableCell) -> None:
        self._document = document
        self._cell = cell

    def content(self) -> Inline | Sentence:
        self._document.record(self._cell.content)
        return self._cell.shown


class NoteBelowTerm(Named, ShownInText):
    """A note below a table."""

    SECTION = "note"

    def __init__(self, document: Presentation, note: Inline | Sentence, mark: str) -> None:
        self._cell = CellTerm(document, TableCell(note))
        self._mark = mark

    def content(self) -> Inline | Sentence:
        return self._cell.content()

    @named
    def mark(self) -> str:
        return self._mark


class _Laid(Named, Showable):
    """A table; shown, it is laid out whole. Its rows serve templates that lay it out themselves."""

    SECTION = "table"

    def __init__(self, document: Presentation, build: Callable[[], Table]) -> None:
        self._document = document
        self._build = build

    @cached_property
    def table(self) -> Table:
        """The table itself. Not for templates."""
        return self._build()

    def content(self) -> Table | Later:
        return self.recorded()

    def recorded(self) -> Table:
        """The table as it is shown; from now on the document shows it."""
        self._document.record(self.table.laid_out, is_list=isinstance(self, ListsDocument))
        return self.table.laid_out

    @named
    def title(self) -> str:
        return self.table.title

    @named
    def unit(self) -> str:
        return self.table.unit

    @named
    def heads(self) -> list[str]:
        code = self._document.language
        return [
            column.head + (language(code).punctuation.bracketed(column.unit) if column.unit else "")
            for column in self.table.columns
        ]

    @named
    def rows(self) -> list[RowTerm]:
        places = {column.key: place for place, column in enumerate(self.table.columns)}
        places.update(
            {form: places[key] for form, key in in_other_languages("columns", list(places)).items()}
        )
        offered = RowTerm.offered() | places.keys()
        return [RowTerm(self._document, row, places, offered) for row in self.table.rows]

    @named
    def notes(self) -> list[NoteBelowTerm]:
        notes = self.table.notes
        marks = before_notes(len(notes), self.table.note_marks, self._document.language)
        return [NoteBelowTerm(self._document, *pair) for pair in zip(notes, marks, strict=True)]

    @named
    def source(self) -> CellTerm:
        return CellTerm(self._document, TableCell(self.table.source))


class ListTerm(_Laid, ListsDocument):
    """A table of the document itself: its sources, its figures, its findings. ``mentions``: it mentions the sources of what is shown."""

    def __init__(self, document: Presentation, build: Callable[[], Table], *, mentions: bool) -> None:
        super().__init__(document, build)
        self._mentions = mentions

    def comes_here(self) -> None:
        if self._mentions:
            self._document.mention_sources()


class _MadeElsewhere:
    """What is made of the pack's area and period, and can be made of others. ``place`` says which."""

    _name: str
    _document: Presentation
    _make: Callable[[PackContext], Any]
    _context: PackContext
    _place: str

    @for_templates
    def area(self, ref_area: Any) -> Self:
        return self._made_of(ref_area=area_named(self._document, ref_area))

    @for_templates
    def at(self, period: Any) -> Self:
        return self._made_of(period=period_named(period))

    def _made_of(self, **changes: Any) -> Self:
        context = replace(self._context, **changes)
        place = f"{context.ref_area}/{context.period}"
        return type(self)(self._name, self._document, self._make, context, place)  # type: ignore[call-arg]


class TableTerm(_Laid, _MadeElsewhere):
    """A table that the pack defines."""

    SECTION = "table"

    def __init__(
        self,
        name: str,
        document: Presentation,
        make: Callable[[PackContext], Table],
        context: PackContext,
        place: str = "",
    ) -> None:
        super().__init__(document, lambda: make(context))
        self._name, self._make, self._context, self._place = name, make, context, place

    @named
    def number(self) -> CaptionNumber:
        return CaptionNumber("table", f"{self._name} {self._place}".rstrip(), lambda: self.table.title)

    def content(self) -> Table | Later:
        """Where the text may say what a note of it says, it is made anew when all the text is there."""
        made = self.recorded()
        if self._document.may_take_back(f"tables.{self._name}"):
            return Later(lambda: self._placed(self._build().laid_out))
        return self._placed(made)

    def _placed(self, made: Table) -> Table:
        return replace(made, place=self._place) if self._place else made


class ChartTerm(Named, _MadeElsewhere, Showable):
    """A chart that the pack defines."""

    SECTION = "chart"

    def __init__(
        self,
        name: str,
        document: Presentation,
        make: Callable[[PackContext], Chart],
        context: PackContext,
        place: str = "",
    ) -> None:
        self._document = document
        self._name, self._make, self._context, self._place = name, make, context, place

    @cached_property
    def chart(self) -> Chart:
        """The chart itself. Not for templates."""
        return self._placed()

    def _placed(self) -> Chart:
        made: Chart = self._make(self._context)
        return replace(made, place=self._place) if self._place else made

    def content(self) -> Chart | Later:
        made = self.recorded()
        return Later(self._placed) if self._document.may_take_back(f"charts.{self._name}") else made

    def recorded(self) -> Chart:
        """The chart as it is shown; from now on the document shows it."""
        self._document.record(self.chart)
        return self.chart

    @named
    def title(self) -> str:
        return self.chart.title

    @named
    def number(self) -> CaptionNumber:
        return CaptionNumber("chart", f"{self._name} {self._place}".rstrip(), lambda: self.chart.title)

    @named
    def alt_text(self) -> str:
        return self.chart.alt_text

    @named
    def notes(self) -> list[CellTerm]:
        return [CellTerm(self._document, TableCell(note)) for note in self.chart.notes]

    @named
    def source(self) -> CellTerm:
        return CellTerm(self._document, TableCell(self.chart.source))

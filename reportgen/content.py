"""What a template expression may yield beside plain text: numbers, marks, tables, charts.

The contract between those who know the statistics (``figures``) and those who know the file formats
(``word``, ``excel``): everything here is ready to be shown, in one language, and knows nothing of datasets.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Literal, get_args

from reportgen.messages import FALLBACK
from reportgen.record import Record


class Number(Record):
    """One number ready to be shown.

    ``text`` is the whole of it ("more than 32.21 billion yuan"); ``number`` and ``unit`` its two parts.
    ``value`` is the rounded number in the shown unit (32.21) for a typed cell, ``None`` where there is no
    number; ``number_format`` is the Excel format that shows it (``0.00``, ``">"0.00``).
    ``key`` is the short key of the figure behind it (``None``: no figure), which leads to its lineage; ``anchor`` a bookmark
    inside the document that the number links to.
    """

    text: str
    number: str = ""
    unit: str = ""
    value: Decimal | None = None
    number_format: str = "General"
    key: str | None = None
    anchor: str = ""

    def __str__(self) -> str:
        return self.text


def figure_anchor(key: str) -> str:
    """The bookmark at a figure's row in the list of figures."""
    return f"figure_{key}"


class SourceMark(Record):
    """A mark that leads from a number to the source appendix: ``[3]``. ``anchor`` is a bookmark's name."""

    text: str
    anchor: str

    def __str__(self) -> str:
        return self.text


class Link(Record):
    """A hyperlink: an address outside (``url``) or a bookmark inside (``anchor``)."""

    text: str
    url: str = ""
    anchor: str = ""

    def __str__(self) -> str:
        return self.text


class Bookmark(Record):
    """Text that other places may link to."""

    text: str
    anchor: str

    def __str__(self) -> str:
        return self.text


Inline = str | Number | SourceMark | Link | Bookmark
"""Content inside a line of text."""


class Sentence(Record):
    """A line of text in parts, so that each number in it keeps its key."""

    parts: tuple[Inline, ...]

    def __str__(self) -> str:
        return "".join(str(part) for part in self.parts)


class Line:
    """A sentence in the making: texts and numbers, in order."""

    def __init__(self, *parts: Inline | Sentence | Line) -> None:
        self.parts: list[Inline] = []
        self.add(*parts)

    def add(self, *parts: Inline | Sentence | Line) -> Line:
        """Put parts at the end; neighbouring texts become one."""
        for part in parts:
            if isinstance(part, Sentence | Line):
                self.add(*part.parts)
            elif isinstance(part, str) and self.parts and isinstance(self.parts[-1], str):
                self.parts[-1] += part
            elif part != "":
                self.parts.append(part)
        return self

    def __bool__(self) -> bool:
        return bool(self.parts)

    def sentence(self) -> Sentence:
        return Sentence(tuple(self.parts))


class TableColumn(Record):
    """A column: its head, the unit under or in the head, how its cells align, its share of the width."""

    key: str
    head: str
    unit: str = ""
    align: Literal["text", "number", "centre"] = "text"
    weight: float = 1.0
    group: str = ""
    """Heads of neighbouring columns with the same group come under one merged head."""


class TableCell(Record):
    """A cell: a number, a text, or parts of both. ``emphasis`` says why it stands out, and is never colour alone.

    ``marks`` lead to the table's notes: ①.
    """

    content: Inline | Sentence = ""
    emphasis: Literal["", "good", "bad", "strong"] = ""
    marks: tuple[str, ...] = ()

    @property
    def shown(self) -> Inline | Sentence:
        """The content with its marks behind it."""
        if not self.marks:
            return self.content
        line = Line(self.content, *self.marks)
        return str(line.parts[0]) if len(line.parts) == 1 else line.sentence()


class TableRow(Record):
    """A row. ``indent`` counts levels (其中 rows: 1). A ``group`` row is a heading across the table.

    ``lead`` is what the first part of the row's whole begins with (其中：): the row is indented by its width as well.
    """

    cells: tuple[TableCell, ...]
    role: Literal["body", "group", "total"] = "body"
    indent: int = 0
    lead: str = ""


class ShownWhole(Record):
    """Content with a tag of its own, which cannot be part of a text: a table, a chart, a picture, a footnote."""


class CaptionNumber(ShownWhole):
    """The label and number of the caption of a table or chart: ``Table 1``, known where the document's captions are counted.

    Where captions have no numbers it is the title, in quotation marks.
    """

    kind: Literal["table", "chart"]
    name: str
    title: Callable[[], str]

    def __str__(self) -> str:
        return f"“{self.title()}”"


class Table(ShownWhole):
    """A table ready to be laid out: caption, unit line at the top right, heads, rows, notes, source line."""

    name: str
    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    unit: str = ""
    notes: tuple[Inline | Sentence, ...] = ()
    note_marks: tuple[str, ...] = ()
    """Of its first notes, which marks at its rows lead to; the others hold for the whole table."""
    source: Inline | Sentence = ""
    alt_text: str = ""
    language: str = FALLBACK
    style: str = ""
    """The name of a table style of the template; empty: the template's own choice."""
    place: str = ""
    """Of one made for another area or period than the pack's: which, to tell its caption from the others'."""
    brief: Table | None = None
    """The same without the columns in which no row has a number, which a note names; ``None`` where there are none."""

    @property
    def laid_out(self) -> Table:
        """The table as it is shown whole; templates that lay out its rows themselves have every column."""
        return self.brief or self


ChartKind = Literal[
    "column",
    "bar",
    "line",
    "stacked",
    "combination",
    "ranking",
    "pie",
    "doughnut",
    "target_gap",
    "small_multiples",
]
"""What a chart is drawn as: by its entry of ``PLOTS`` in :mod:`reportgen.ooxml.charts.chart_space`; small multiples panel by panel."""
CHART_KINDS: tuple[ChartKind, ...] = get_args(ChartKind)
CHART_OF_TARGETS: ChartKind = "target_gap"
"""What targets are drawn as where no other kind is asked for."""
CHART_OF_PANELS: ChartKind = "small_multiples"
"""What several charts make that are one figure."""
SeriesKind = Literal["column", "bar", "line", "marker"]


class ChartForm(Record):
    """What is to be known of a kind of chart where it is not drawn."""

    series: SeriesKind = "column"
    """What a series is drawn as, unless the definition says otherwise."""
    is_sideways: bool = False
    """Its categories are written beside the plot, one under the other."""
    of_parts: bool = False
    """Its colours and its legend tell categories apart, and not series."""
    panels: ChartKind | None = None
    """It is several charts of that kind, each drawn for itself."""

    @property
    def runs_in_time(self) -> bool:
        """Whether categories that are periods run from left to right, as far apart as time is."""
        return not (self.is_sideways or self.of_parts)


_BARS = ChartForm("bar", is_sideways=True)
CHART_FORMS: Mapping[ChartKind, ChartForm] = {
    **dict.fromkeys(CHART_KINDS, ChartForm()),
    "bar": _BARS,
    "ranking": _BARS,
    "target_gap": _BARS,
    "line": ChartForm("line"),
    "pie": ChartForm(of_parts=True),
    "doughnut": ChartForm(of_parts=True),
    "small_multiples": ChartForm(panels="combination"),
}


class ChartSeries(Record):
    """One series: a value for each category, ``None`` where there is none.

    ``role`` lets a target-gap chart tell its parts: ``value`` (a bar), ``target`` (a marker or line),
    ``path`` (where the straight path is).
    """

    name: str
    values: tuple[Decimal | None, ...]
    kind: SeriesKind = "column"
    axis: Literal["primary", "secondary"] = "primary"
    role: Literal["value", "target", "path"] = "value"
    number_format: str = "General"
    formats: tuple[str, ...] = ()
    """The number format of each value, with its qualifier; empty: all have ``number_format``."""
    labels: tuple[str, ...] = ()
    """Text of each data label; empty: no labels."""
    keys: tuple[str | None, ...] = ()
    """The figure behind each value."""
    hatched: tuple[bool, ...] = ()
    """The points that are not like the others, of a part of a year beside whole ones; empty: none."""
    stretches: tuple[int, ...] = ()
    """For each point, after how many breaks of the series it comes: points of two stretches cannot be compared; empty: no break."""


class Chart(ShownWhole):
    """A chart ready to be drawn as a native Office chart."""

    name: str
    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    value_axis: str = ""
    """Title of the primary value axis: the unit."""
    secondary_axis: str = ""
    alt_text: str = ""
    notes: tuple[Inline | Sentence, ...] = ()
    language: str = FALLBACK
    size_mm: tuple[int, int] = (150, 80)
    legend: bool = True
    """Whether several series are told apart by a legend; small charts side by side share one said in the text."""
    spans_gaps: bool = False
    """Whether lines run on over categories without a value, which only keep the distances of time."""
    over_time: bool = False
    """Whether the categories are a run of periods: where room is scarce, some of their labels may be left out."""
    panels: tuple[Chart, ...] = ()
    """Of small multiples the charts that they are, each with its title inside; they have no categories and series of their own."""
    across: int = 1
    """Of small multiples: how many panels are side by side."""
    head: tuple[str, ...] = ()
    """Of a panel: its title in lines as it is drawn; empty ones keep the plots beside it at one height."""
    axis_decimals: int | None = None
    """Of a panel: with how many decimals its values' axis is labelled, as many as any of the panels needs."""
    margins: tuple[float, float] = (0.0, 0.0)
    """Of a panel: the least room left and right of its plot, in millimetres, so that all plots are of one size."""
    place: str = ""
    """Of one made for another area or period than the pack's: which, to tell its caption from the others'."""
    source: Inline | Sentence = ""

    @property
    def drawings(self) -> tuple[Chart, ...]:
        """The charts that it is drawn as: itself, or its panels."""
        return self.panels or (self,)


Content = Inline | Sentence | Table | Chart


class Later(Record):
    """Is there for what is known only when the rest of the document is filled. What may show figures is filled before what only lists."""

    fill: Callable[[], Any]
    shows: bool = False


class Showable(ABC):
    """An object of the template vocabulary that knows how to be shown.

    Renderers call :meth:`content` at the moment they write it, and at no other: that is how a pack knows which
    figures a document really shows.
    """

    @abstractmethod
    def content(self) -> Content | Later: ...


class ShownInText(Showable):
    """What may be part of a text: its content as letters."""

    def __str__(self) -> str:
        return str(self.content())


class ListsDocument:
    """A list of the document itself: what it holds is known when all the rest of the document is filled."""

    def comes_here(self) -> None:
        """Take note of the list's place in the document; it is filled later."""


Copy = Literal["pdf", "ods"]
"""What LibreOffice makes beside a document, where it is asked for."""
COPIES: tuple[Copy, ...] = get_args(Copy)

MarkStyle = Literal["bookmarks", "controls", "none"]
"""How a renderer marks each figure it writes, so that the figure is found again later; ``none`` leaves them out.

A word processor's ``bookmarks`` are hidden bookmarks, its ``controls`` content controls. A spreadsheet has one way to mark a cell, whatever the style.
"""

"""What a template says about the document itself: the pack, its tables and charts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from reportgen.content import Chart, Inline, Sentence, Showable, Table, TableCell
from reportgen.figures.context import PackContext
from reportgen.figures.labels import area_label
from reportgen.figures.names import Name, Named, says
from reportgen.figures.presentation import Presentation
from reportgen.language import period_label, punctuation
from reportgen.periods import Period

if TYPE_CHECKING:
    from datetime import date


def date_label(day: date, language: str) -> str:
    """``5 March 2024`` / 2024年3月5日."""
    return period_label(Period.parse(day.isoformat()), language)


class PackWord(Named):
    """``pack.title``, ``报告.标题``: what the pack says of itself, and any text it defines in ``[en]`` or ``[zh]``."""

    NAMES: ClassVar[tuple[Name, ...]] = (
        Name("title", "标题", says("title", "标题")),
        Name("subtitle", "副标题", says("subtitle", "副标题")),
        Name("number", "期号", says("number of the issue", "期号")),
        Name("issuer", "发文单位", says("issuing body", "发文单位")),
        Name("date", "日期", says("date of issue", "印发日期")),
        Name("cut_off", "截止日期", says("last day whose data are used", "数据截止日期")),
        Name("area", "区域", says("the pack's area", "报告的地区")),
        Name("period", "时期", says("the pack's period", "报告的时期")),
        Name("marking", "标注", says("internal or draft marking", "内部或征求意见等标注")),
        Name("recipients", "主送", says("recipients", "主送单位")),
        Name("signature", "署名", says("signature", "署名")),
        Name("contact", "联系人", says("contact", "联系人")),
        Name("language", "语言", says("language: en or zh", "语言：en 或 zh")),
    )

    def __init__(self, page: Presentation, context: PackContext) -> None:
        self._page = page
        self._context = context

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("_") and name in self._context.texts:
            return self._context.texts[name]
        return super().__getattr__(name)

    @property
    def template_names(self) -> frozenset[str]:  # type: ignore[override]
        return frozenset(self.names())

    def __getitem__(self, name: str) -> Any:
        """``pack["approver"]``: a text of the pack's own."""
        return self._context.texts[name]

    def names(self) -> Iterable[str]:
        return [*super().names(), *self._context.texts]

    @property
    def title(self) -> str:
        return self._context.title

    @property
    def subtitle(self) -> str:
        return self._context.subtitle

    @property
    def number(self) -> str:
        return self._context.number

    @property
    def issuer(self) -> str:
        return self._context.issuer

    @property
    def date(self) -> str:
        return date_label(self._context.issued or self._context.cut_off, self._context.language)

    @property
    def cut_off(self) -> str:
        return date_label(self._context.cut_off, self._context.language)

    @property
    def area(self) -> str:
        return area_label(self._context.ref_area, self._page.dataset, self._context.language)

    @property
    def period(self) -> str:
        return period_label(self._context.period, self._context.language)

    @property
    def marking(self) -> str:
        return self._context.marking

    @property
    def recipients(self) -> str:
        return self._context.recipients

    @property
    def signature(self) -> str:
        return self._context.signature

    @property
    def contact(self) -> str:
        return self._context.contact

    @property
    def language(self) -> str:
        return self._context.language


class Collection(Named):
    """Things that a pack defines by name: ``tables.progress``, ``图.进展``. Each is made when it is first asked for."""

    def __init__(self, made: Mapping[str, Callable[[], Any]]) -> None:
        self._made = made
        self._ready: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in self._made:
            raise AttributeError(name)
        if name not in self._ready:
            self._ready[name] = self._made[name]()
        return self._ready[name]

    @property
    def template_names(self) -> frozenset[str]:  # type: ignore[override]
        return frozenset(self._made)

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            raise KeyError(name)
        return getattr(self, name)

    def names(self) -> Iterable[str]:
        return list(self._made)


class RowWord(Named):
    """A row of a table, for templates that lay it out themselves: its cells by the names of their columns."""

    NAMES: ClassVar[tuple[Name, ...]] = (
        Name("cells", "单元格", says("the cells, in the order of the columns", "按列顺序的单元格")),
        Name("indent", "缩进", says("level of indentation", "缩进级数")),
        Name("role", "类别", says("body, group or total", "body、group 或 total")),
    )

    def __init__(
        self, page: Presentation, cells: Sequence[TableCell], names: Mapping[str, int], row: Any
    ) -> None:
        self._cells = [CellWord(page, cell) for cell in cells]
        self._places = names
        self._row = row

    def __getattr__(self, name: str) -> Any:
        place = None if name.startswith("_") else self._places.get(name)
        return super().__getattr__(name) if place is None else self._cell(place)

    @property
    def template_names(self) -> frozenset[str]:  # type: ignore[override]
        return type(self)._own_names() | frozenset(self._places)

    @classmethod
    def _own_names(cls) -> frozenset[str]:
        return frozenset(form for name in cls.NAMES for form in (name.en, name.zh))

    @property
    def cells(self) -> list[CellWord]:
        return self._cells

    @property
    def indent(self) -> int:
        return int(self._row.indent)

    @property
    def role(self) -> str:
        return str(self._row.role)

    def names(self) -> Iterable[str]:
        return [*super().names(), *self._places]

    def _cell(self, place: int) -> Any:
        return self._cells[place] if place < len(self._cells) else ""


class CellWord(Showable):
    """A cell of a table row."""

    template_names: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, page: Presentation, cell: TableCell) -> None:
        self._page = page
        self._cell = cell

    def content(self) -> Inline | Sentence:
        self._page.record(self._cell.content)
        return self._cell.content

    def __str__(self) -> str:
        return str(self.content())


class TableWord(Named, Showable):
    """A table; shown, it is laid out whole. Its rows serve templates that lay it out themselves."""

    NAMES: ClassVar[tuple[Name, ...]] = (
        Name("title", "标题", says("title", "标题")),
        Name("unit", "单位", says("unit line", "单位")),
        Name("heads", "表头", says("heads of the columns", "表头")),
        Name("rows", "行", says("rows: {% for r in tables.x.rows %}{{ r.label }}{{ r.level }}", "行：{% for r in 表.x.行 %}{{ r.名称 }}{{ r.绝对数 }}")),
        Name("notes", "注", says("notes", "注")),
        Name("source", "资料来源", says("source line", "资料来源")),
    )  # fmt: skip

    def __init__(self, page: Presentation, build: Callable[[], Table], chinese: Mapping[str, str]) -> None:
        self._page = page
        self._build = build
        self._chinese = chinese

    @cached_property
    def table(self) -> Table:
        """The table itself. Not for templates."""
        return self._build()

    def content(self) -> Table:
        self._page.record(self.table)
        return self.table

    @property
    def title(self) -> str:
        return self.table.title

    @property
    def unit(self) -> str:
        return self.table.unit

    @property
    def heads(self) -> list[str]:
        language = self._page.language
        return [
            column.head + (punctuation(language).bracketed(column.unit) if column.unit else "")
            for column in self.table.columns
        ]

    @property
    def rows(self) -> list[RowWord]:
        places = {column.key: place for place, column in enumerate(self.table.columns)}
        places.update({self._chinese[key]: place for key, place in places.items() if key in self._chinese})
        return [RowWord(self._page, row.cells, places, row) for row in self.table.rows]

    @property
    def notes(self) -> list[CellWord]:
        return [CellWord(self._page, TableCell(note)) for note in self.table.notes]

    @property
    def source(self) -> CellWord:
        return CellWord(self._page, TableCell(self.table.source))


class ChartWord(Named, Showable):
    """A chart."""

    NAMES: ClassVar[tuple[Name, ...]] = (
        Name("title", "标题", says("title", "标题")),
        Name("alt_text", "替代文字", says("what the chart shows, in words", "图表内容的文字说明")),
        Name("notes", "注", says("notes", "注")),
    )

    def __init__(self, page: Presentation, build: Callable[[], Chart]) -> None:
        self._page = page
        self._build = build

    @cached_property
    def chart(self) -> Chart:
        """The chart itself. Not for templates."""
        return self._build()

    def content(self) -> Chart:
        self._page.record(self.chart)
        return self.chart

    @property
    def title(self) -> str:
        return self.chart.title

    @property
    def alt_text(self) -> str:
        return self.chart.alt_text

    @property
    def notes(self) -> list[CellWord]:
        return [CellWord(self._page, TableCell(note)) for note in self.chart.notes]

"""One document being written: its language, the numbers made for it, what it has shown, the numbering of its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from reportgen.content import (
    Chart,
    Content,
    Inline,
    Number,
    Sentence,
    SourceMark,
    Table,
    figure_anchor,
)
from reportgen.dataset.names import series_name
from reportgen.dataset.records import Citation, Dataset, Role, Series, Source
from reportgen.expressions.budget import look
from reportgen.figures.numbers import IN_TEXT, NumberStyle, show
from reportgen.findings import Finding, Severity
from reportgen.kinds import Catalogue
from reportgen.kinds.figure import Figure, FigureId, Kind
from reportgen.kinds.id_codes import FigureIdError, UnknownCodeError
from reportgen.kinds.reasons import beside_series, no_level
from reportgen.language import language, say
from reportgen.messages import Message, Reason, Words
from reportgen.names import FigureName
from reportgen.periods import Period
from reportgen.record import Record, replace
from reportgen.style import STYLE, Appendix, Style

_TEXT = "text"


class TableOrChart(Record):
    """A table or chart that a document shows, by its title."""

    is_chart: bool
    title: str


class NotStated(str):
    """The word for what no source states: a text to templates, and to tables known for what it is."""

    __slots__ = ()


class Presentation:
    """Makes numbers, sentences and source marks for one document in one language, and keeps account of them.

    ``shown`` are the ids of the figures the document shows, in the order they were written; ``figures`` every figure
    that was made into a number, by its key. Sources are numbered in the order of their first mention (the numeric
    system of GB/T 7714-2015, 9.1).
    """

    def __init__(
        self,
        catalogue: Catalogue,
        language: str,
        percent_decimals: int | None = None,
        national_area: str = "",
        style: Style = STYLE,
        appendix: Appendix = "full",
        *,
        link_figures: bool = False,
        cut_off: date | None = None,
    ) -> None:
        self.catalogue = catalogue
        self.dataset: Dataset = catalogue.dataset
        self.language = language
        self.style = style
        self.appendix = appendix
        self.link_figures = link_figures
        self.cut_off = cut_off
        self._in_text: dict[str, None] = {}
        self._wholes: dict[TableOrChart, tuple[str, ...]] = {}
        self.percent_decimals = percent_decimals
        self.national_area = national_area or catalogue.dataset.nation
        self.figures: dict[str, Figure] = {}
        self._shown: dict[str, None] = {}
        self.drawn: list[Chart] = []
        self._sources: dict[str, int] = {}
        self._bases: dict[str, str] = {}
        self.may_say_bases = False
        """Whether the template's own text says somewhere on what a target is measured."""
        self._listed: dict[str, int] = {}
        """How many sources and figures the shortest list held that was read."""
        self._noticed: dict[Finding, None] = {}
        self._left_out: dict[str, Figure] = {}
        self._explained: dict[str, None] = {}

    def apart(self) -> Presentation:
        """An empty document of the same kind, to make a table or a chart for."""
        return Presentation(
            self.catalogue, self.language, self.percent_decimals, self.national_area, self.style,
            appendix=self.appendix, link_figures=self.link_figures, cut_off=self.cut_off,
        )  # fmt: skip

    def takes_over(self, other: Presentation) -> bool:
        """Whether what was made for the document ``other`` would be the same, made for this one; then it counts as made for this one."""
        left = (other._shown, other._sources, other._left_out, other._explained, other._listed)
        if any(left) or _TEXT in other._bases.values():
            return False
        if not all(self.says_basis(target, place) for target, place in other._bases.items()):
            return False
        self.figures.update(other.figures)
        self.notice(*other._noticed)
        return True

    def figure(
        self, series: Series, period: Period, kind: Kind, base: tuple[str, ...] = (), target: str = ""
    ) -> Figure:
        """The figure with that identity; without a number it carries the reason. Each looks at the clock of the filling."""
        look()
        return self.catalogue.get(FigureId(series, period, kind, base, target))

    def number(self, figure: Figure, style: NumberStyle = IN_TEXT) -> Number:
        """The figure as this document prints it."""
        look()
        self.figures[figure.key] = figure
        number = show(figure, self.language, self.dataset, self.styled(style))
        return replace(number, anchor=figure_anchor(figure.key)) if self.link_figures else number

    def styled(self, style: NumberStyle) -> NumberStyle:
        """The style with the pack's wish for decimals of percentages, its signs and its rounding."""
        return replace(style, percent_decimals=self.percent_decimals, signs=self.style)

    def say(self, words: Words) -> str:
        """The wording in the document's language."""
        return say(words, self.language)

    def reason(self, figure: Figure) -> str:
        """Why a figure has no number, worded for the document's readers; empty where it has one."""
        return self.sentence_of(self.why(figure))

    def why(self, figure: Figure) -> Reason | None:
        """Why a figure has no number, said beside its series; ``None`` where it has one."""
        return beside_series(figure.reason, self.dataset, figure.id.series) if figure.reason else None

    def sentence_of(self, words: Words | None) -> str:
        """A reason or a note as a sentence for the document's readers."""
        return language(self.language).say_sentence(words, in_print=True)

    @property
    def not_stated(self) -> NotStated:
        """What stands for what a plan does not say."""
        return NotStated(self.say(Message("figures.not-stated")))

    def is_merely_absent(self, figure: Figure) -> bool:
        """Whether there is no number because there is no such level, and for no other reason."""
        return figure.reason == no_level(self.dataset, figure.id.series, figure.id.period)

    # What the text leaves out

    def leave_out(self, figure: Figure) -> None:
        """Take down that running text says nothing of a figure, because it has no number."""
        self._left_out[str(figure.id)] = figure

    def list_left_out(self) -> list[Figure]:
        """For a note: what was left out so far, and that no note before it has explained."""
        return [figure for key, figure in self._left_out.items() if key not in self._explained]

    def explain(self, figures: Iterable[Figure]) -> None:
        """A note says why these are left out."""
        self._explained.update((str(figure.id), None) for figure in figures)

    # What is wrong with what the template asks

    def notice(self, *findings: Finding) -> None:
        """Take down what a template makes of figures that they do not allow."""
        self._noticed.update(dict.fromkeys(findings))

    @property
    def noticed(self) -> tuple[Finding, ...]:
        return (*self._noticed, *self._unexplained(), *self._grown())

    def _unexplained(self) -> Iterator[Finding]:
        """That figures are left out of the text, and no note says why."""
        names = tuple(
            FigureName(series_name(self.dataset, figure.id.series), figure.id.period, figure.id.kind.value)
            for key, figure in self._left_out.items()
            if key not in self._explained
        )
        if names:
            subjects = tuple(key for key in self._left_out if key not in self._explained)
            yield Finding("left-out-unexplained", Severity.NOTE, subjects=subjects, names=names)

    # What the document has shown

    @property
    def shown(self) -> list[str]:
        """Ids of the figures written so far, each once, in document order."""
        return list(self._shown)

    @property
    def shown_figures(self) -> list[Figure]:
        """The figures written so far that show a number or a status."""
        return [self.catalogue.get(figure_id) for figure_id in self._shown]

    def record(self, content: Content, *, is_list: bool = False) -> None:
        """Take note that ``content`` is being written: the figures behind its numbers are now shown. ``is_list``: it lists the document's own."""
        figures = (self.figures.get(key) for key in keys_of(content))
        ids = dict.fromkeys(str(figure.id) for figure in figures if figure is not None)
        self._shown.update(ids)
        if isinstance(content, Chart):
            self.drawn.extend(content.drawings)
        if not isinstance(content, Table | Chart):
            self._in_text.update(ids)
        elif ids and not is_list:
            self._wholes[TableOrChart(isinstance(content, Chart), content.title or content.name)] = tuple(ids)

    @property
    def shown_in_text(self) -> list[Figure]:
        """The figures written so far in running text, or one by one."""
        return [self.catalogue.get(figure_id) for figure_id in self._in_text]

    @property
    def shown_as_wholes(self) -> dict[TableOrChart, list[Figure]]:
        """The tables and charts written so far, each with its figures."""
        return {whole: [self.catalogue.get(one) for one in ids] for whole, ids in self._wholes.items()}

    def _grown(self) -> Iterator[Finding]:
        """That a list was read by what shows figures which it did not hold by then."""
        for kind, held in self._listed.items():
            now = len(self._rested_on() if kind == "sources" else self.resting_on())
            if held < now:
                yield Finding("list-read-early", Severity.WARNING, variant=kind, held=held, now=now)

    def _read_list(self, kind: str, count: int) -> None:
        self._listed[kind] = min(count, self._listed.get(kind, count))

    def list_sources(self) -> list[Source]:
        """For a list of sources: those of all figures shown so far, numbered; what is not yet mentioned is numbered now."""
        self.mention_sources()
        self._read_list("sources", len(self._sources))
        return [self.dataset.sources[source] for source in self.sources]

    def mention_sources(self) -> None:
        """Number the sources of all figures shown so far that have no number yet."""
        self._sources = {source: number for number, source in enumerate(self._rested_on(), start=1)}

    def _rested_on(self) -> list[str]:
        """The sources mentioned so far, then what else the figures shown rest on."""
        shown = (source for figure in self.shown_figures for source in self.sources_of(figure))
        return list(dict.fromkeys([*self._sources, *shown]))

    def list_figures(self) -> list[Figure]:
        """For a list of figures: those shown so far, each followed by those it was computed from; each once."""
        figures = self.resting_on()
        self._read_list("figures", len(figures))
        return figures

    def resting_on(self) -> list[Figure]:
        """The figures shown so far with all that they were computed from."""
        found: dict[FigureId, Figure] = {}
        for figure in self.shown_figures:
            for member in self.lineage(figure):
                found.setdefault(member.id, member)
        return list(found.values())

    # Notes

    def says_basis(self, target: str, place: str) -> bool:
        """Whether ``place`` (``tables.progress``) says on what a target is measured: once in a document, where it first can."""
        return self._bases.setdefault(target, place) == place

    def say_basis_in_text(self, target: str) -> None:
        """The running text says on what a target is measured, so that no table or chart need repeat it."""
        self._bases[target] = _TEXT

    def may_take_back(self, place: str) -> bool:
        """Whether ``place`` says on what a target is measured, and the text behind it may say so itself.

        It then waits for that text as a whole; rows and notes that a template lays out one by one do not.
        """
        return self.may_say_bases and place in self._bases.values()

    # Sources

    @property
    def sources(self) -> list[str]:
        """Codes of the sources mentioned so far, in the order of their numbers."""
        return list(self._sources)

    def source_number(self, source: str) -> int:
        """The number of a source in this document, given at its first mention."""
        return self._sources.setdefault(source, len(self._sources) + 1)

    def sources_of(self, figure: Figure) -> list[str]:
        """Codes of the sources a figure rests on: its own citations, else those of all it was computed from."""
        found: dict[str, None] = {citation.source: None for citation in figure.citations}
        if not found:
            for member in self.lineage(figure):
                found.update((citation.source, None) for citation in member.citations)
        return list(found)

    def lineage(self, figure: Figure) -> Iterator[Figure]:
        """The figure and everything it was computed from, each once."""
        seen: set[FigureId] = set()
        waiting = [figure]
        while waiting:
            member = waiting.pop(0)
            if member.id in seen:
                continue
            seen.add(member.id)
            yield member
            waiting.extend(self._inputs(member))

    def marks(self, figure: Figure) -> list[Inline]:
        """The source marks of a figure, as :func:`marks_of` writes them."""
        return marks_of(sorted(self.source_number(source) for source in self.sources_of(figure)))

    def _inputs(self, figure: Figure) -> Iterator[Figure]:
        for figure_id in figure.inputs:
            try:
                yield self.catalogue.get(figure_id)
            except (
                FigureIdError,
                UnknownCodeError,
            ):  # an input that is no figure of its own has no words either
                continue


def quoted_words(citations: Iterable[Citation], code: str) -> str:
    """The words of sources, one after another; a source that only its row names has none."""
    said = (evidence(citation, code) for citation in citations)
    return language(code).punctuation.SEMICOLON.join(filter(None, said))


def evidence(citation: Citation, code: str) -> str:
    """A source's words; of a cell of a table with its row, its column, its unit and its address."""
    marks = language(code).punctuation
    parts = (citation.row_label, citation.column_label, citation.unit_label, citation.cell)
    of_cell = marks.COMMA.join(filter(None, parts)) if citation.role is Role.TABLE else ""
    statement = marks.quoted(citation.statement) if citation.statement else ""
    return statement + (marks.bracketed(marks.unbracketed(of_cell)) if of_cell else "")


def anchor_of(number: int) -> str:
    """Name of the bookmark at a source's entry."""
    return f"source_{number}"


def marks_of(numbers: Sequence[int]) -> list[Inline]:
    """``[1,3-5]``: one pair of brackets, runs joined (GB/T 7714-2015, 10.1.2). Each number leads to its own entry."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown: list[tuple[str, int]] = []
    for run in runs:
        shown.append(("," if shown else "[", run[0]))
        if len(run) > 1:
            shown.append(("-", run[-1]))
    last = len(shown) - 1
    return [
        SourceMark(f"{before}{number}{']' if place == last else ''}", anchor_of(number))
        for place, (before, number) in enumerate(shown)
    ]


def keys_of(content: Content) -> Iterator[str]:
    """The keys of all figures a piece of content shows, in reading order."""
    if isinstance(content, Number):
        if content.key:
            yield content.key
    elif isinstance(content, Sentence):
        for part in content.parts:
            yield from keys_of(part)
    elif isinstance(content, Table):
        yield from _table_keys(content)
    elif isinstance(content, Chart):
        for series in (one for drawing in content.drawings for one in drawing.series):
            yield from (key for key in series.keys if key)
        for note in (*content.notes, content.source):
            yield from keys_of(note)


def _table_keys(table: Table) -> Iterator[str]:
    for row in table.rows:
        for cell in row.cells:
            yield from keys_of(cell.content)
    for note in (*table.notes, table.source):
        yield from keys_of(note)

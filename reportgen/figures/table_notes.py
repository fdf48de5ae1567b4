"""The notes and the source line of a table: what its signs mean, and what must be known of its rows, where needed only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.content import Chart, Inline, Line, Sentence
from reportgen.dataset.records import Target
from reportgen.dataset.vintages import AT_CURRENT_PRICES
from reportgen.figures.mentions import is_base_revised, is_yearly_growth
from reportgen.figures.numbers import is_less_than_half_a_unit, qualifier_of, rounded_value
from reportgen.figures.presentation import Presentation, marks_of
from reportgen.figures.references import short_name
from reportgen.figures.row import Row
from reportgen.figures.sentences import basis_note, reason_after_colon
from reportgen.figures.target_clauses import why_unmeasured
from reportgen.kinds.declaration import declaration_of
from reportgen.kinds.figure import Figure, Kind
from reportgen.language import kind_name, language
from reportgen.messages import Message, Reason
from reportgen.periods import PeriodKind
from reportgen.record import Record, replace

_QUALIFIERS = ("gt", "ge", "lt", "le", "about")


class Marked(Record):
    """The marks behind the labels of the rows, and the notes."""

    marks: list[tuple[str, ...]]
    notes: tuple[Inline | Sentence, ...]
    note_marks: tuple[str, ...]
    """Of the first notes, those of rows."""


def notes_of(
    rows: Sequence[Row], own: Sequence[str], document: Presentation, table: str, *, automatic: bool = True
) -> Marked:
    """The notes of rows with the marks that lead to them, then the pack's own, then what the signs in the table mean.

    ``automatic`` false leaves only what the definition itself says, but a table of "…" alone always gives each row's reason. ``table`` is the table's name: on what a target is
    measured is printed once in a document, in the first place that has it; a row that stays open says so in every table.
    """
    seen: dict[str, int] = {}
    texts: list[Sentence] = []
    marks: list[tuple[str, ...]] = []
    is_empty = _is_empty(rows)
    for row in rows:
        leading: list[str] = []
        for note in _row_notes(row, document, table, automatic=automatic, is_empty=is_empty):
            number = seen.setdefault(str(note), len(seen))
            if number == len(texts):
                texts.append(note)
            leading.append(document.style.note_mark(number + 1))
        marks.append(tuple(leading))
    notes: list[Inline | Sentence] = [*texts, *own]
    if automatic:
        notes += _general(rows, document)
    return Marked(marks, tuple(notes), tuple(document.style.note_mark(at) for at in range(1, len(texts) + 1)))


def cited_by(rows: Sequence[Row], document: Presentation) -> tuple[str, ...]:
    """Codes of the sources of everything the table shows."""
    cited: dict[str, None] = {}
    for row in rows:
        for figure in row.figures:
            if figure.value is not None:
                cited.update(dict.fromkeys(document.sources_of(figure)))
    return tuple(cited)


def source_line(cited: Sequence[str], document: Presentation) -> Inline | Sentence:
    """Sources by name and mark, each once: ``iChongqing [1]; CGTN [3]``."""
    named: dict[str, list[int]] = {}
    for source in sorted(cited, key=document.source_number):
        name = short_name(document.dataset.sources[source], document.dataset, document.language)
        named.setdefault(name, []).append(document.source_number(source))
    line, marks = Line(), language(document.language).punctuation
    for name, numbers in named.items():
        line.add(marks.SEMICOLON if line else "", name, marks.GAP, *marks_of(numbers))
    return line.sentence() if line else ""


def with_source(chart: Chart, document: Presentation) -> Chart:
    """The chart with its source line: the sources of every point that it draws, with their numbers in this document."""
    keys = dict.fromkeys(
        key for drawing in chart.drawings for series in drawing.series for key in series.keys if key
    )
    cited = dict.fromkeys(source for key in keys for source in document.sources_of(document.figures[key]))
    return replace(chart, source=source_line(tuple(cited), document))


def _row_notes(
    row: Row, document: Presentation, table: str, *, automatic: bool, is_empty: bool
) -> Iterator[Sentence]:
    if row.note:
        yield Sentence((row.note,))
    if is_empty:
        yield from (
            Sentence((reason,)) for reason in dict.fromkeys(map(document.reason, row.figures)) if reason
        )
        return
    if not automatic:
        return
    noted: list[Sentence] = []
    if row.target is not None:
        noted = list(_basis_notes(row.target, row.figures, document, table))
        yield from noted
    yield from _refusals(row.figures, row.target if noted else None, document)
    shown = [figure for figure in row.figures if figure.value is not None]
    if any(figure.period_basis == "inferred" and figure.observation for figure in shown):
        yield Sentence((document.say(Message("figures.inferred-period")),))
    if prices := _prices_note(shown):
        yield Sentence((document.say(prices),))
    rebased = [figure for figure in shown if is_base_revised(document, figure)]
    if rebased:
        yield Sentence((document.say(Message("figures.revised-base")),))
    others = [figure for figure in shown if figure not in rebased]
    for status in dict.fromkeys(code for figure in others for code in figure.statuses):
        if text := language(document.language).quantities.status(status):
            yield Sentence((language(document.language).punctuation.sentence(text),))


def _prices_note(shown: Sequence[Figure]) -> Message | None:
    """At which prices a row's levels and its growth are, where either are not at current ones."""
    levels = [figure.prices for figure in shown if figure.id.kind is Kind.LEVEL]
    growth = [figure.prices for figure in shown if is_yearly_growth(figure) and figure.prices]
    if not levels or {*levels, *growth} <= set(AT_CURRENT_PRICES):
        return None
    of_levels = next(filter(None, levels), "current")
    return Message("figures.prices", levels=of_levels, growth=next(iter(growth), ""))


def _is_empty(rows: Sequence[Row]) -> bool:
    """Whether a table has figures, and not one with a number or a status."""
    figures = [figure for row in rows for figure in row.figures]
    return bool(figures) and all(figure.is_empty for figure in figures)


def _basis_notes(
    target: Target, figures: Sequence[Figure], document: Presentation, table: str
) -> Iterator[Sentence]:
    """On what a target is measured, once in a document; that nothing can be measured, wherever a row stays open."""
    open_because = why_unmeasured(document, target)
    short = Sentence((document.sentence_of(open_because),)) if open_because else None
    note = basis_note(document, target) or short
    if note is None:
        return
    if document.says_basis(target.target, f"tables.{table}"):
        yield note
    elif short is not None and any(figure.is_empty for figure in figures):
        yield short


def _refusals(figures: Sequence[Figure], target: Target | None, document: Presentation) -> Iterator[Sentence]:
    """Why numbers that could be expected are not computed: both sides are there, but not comparable or not bounded.

    For what is merely absent "…" alone is printed; what the note on a target's basis says already is not repeated.
    """
    later = document.catalogue.target_basis(target.target).later if target is not None else ()
    said = {item.reason for item in later}
    kinds: dict[Reason, list[str]] = {}
    figures_of: dict[Reason, Figure] = {}
    for figure in figures:
        if figure.is_empty and figure.reason and figure.reason not in said and len(figure.inputs) > 1:
            figures_of.setdefault(figure.reason, figure)
            kinds.setdefault(figure.reason, []).append(kind_name(figure.id.kind, document.language))
    marks, words = language(document.language).punctuation, language(document.language).labels
    for reason, names in kinds.items():
        name = words.capital(marks.listed(list(dict.fromkeys(names)), "and"))
        yield Sentence((f"{name}{marks.COLON}{reason_after_colon(document, figures_of[reason])}",))


def _general(rows: Sequence[Row], document: Presentation) -> Iterator[str]:
    figures = [figure for row in rows for figure in row.figures]
    if any(declaration_of(figure.id.kind).at_threshold and figure.value is not None for figure in figures):
        yield document.say(Message(f"figures.measured-at-{_limit_of(rows)}"))
    if _parts_do_not_add_up(rows):
        yield document.say(Message("figures.parts-and-totals"))
    marks = language(document.language).punctuation
    if signs := [document.say(sign) for sign in _signs(rows, figures, document)]:
        yield f"{marks.SEMICOLON.join(signs)}{marks.STOP}"


def _limit_of(rows: Sequence[Row]) -> str:
    """At which of a target's limits progress is measured, in a word that fits every target of the table.

    A target that is a value itself has no limits: the others of its table say the word.
    """
    targets = [row.term.target.record for row in rows if row.term is not None]
    operators = {target.operator for target in targets if target is not None} - {"eq"}
    if operators and operators <= {"gt", "ge"}:
        return "lower-limit"
    return "upper-limit" if operators and operators <= {"lt", "le"} else "threshold"


def _signs(rows: Sequence[Row], figures: Sequence[Figure], document: Presentation) -> Iterator[Message]:
    """What the signs in the table mean, those that are in it only."""
    shown = [figure for figure in figures if figure.value is not None]
    open_ones = [figure for figure in figures if figure.is_empty]
    used = {
        "missing": any(not figure.is_settled and not figure.state for figure in open_ones),
        "not-applicable": any(cell is None for row in rows for cell in row.cells)
        or any(item.is_settled for item in open_ones),
        "tiny": any(is_less_than_half_a_unit(figure) for figure in shown),
    }
    style = document.style
    signs = {"missing": style.missing, "not-applicable": style.not_applicable, "tiny": style.tiny}
    for name, sign in signs.items():
        if used[name] and sign:
            yield Message(f"figures.sign-{name}", sign=sign)
    if any(used[name] and not sign for name, sign in signs.items()):
        yield Message("figures.sign-blank")
    if style.part and any(row.indent for row in rows):
        yield Message("figures.sign-part", sign=style.part)
    symbol = language(document.language).quantities.qualifier_symbol
    for qualifier in _QUALIFIERS:
        if any(qualifier_of(figure) == qualifier and figure.unit != "rank" for figure in shown):
            yield Message(f"figures.sign-{qualifier}", sign=symbol(qualifier))


def _parts_do_not_add_up(rows: Sequence[Row]) -> bool:
    """Whether parts (indented rows under a total) miss their total by rounding alone."""
    width = max((len(row.cells) for row in rows), default=0)
    return any(_column_misses(rows, place) for place in range(width))


def _column_misses(rows: Sequence[Row], place: int) -> bool:
    total: Figure | None = None
    parts: list[Figure] = []
    for row in [*rows, None]:
        figure = row.cells[place] if row is not None and len(row.cells) > place else None
        if row is not None and row.indent and isinstance(figure, Figure):
            parts.append(figure)
            continue
        if total is not None and len(parts) > 1 and _misses(total, parts):
            return True
        total, parts = (figure if isinstance(figure, Figure) else None), []
    return False


def _misses(total: Figure, parts: Sequence[Figure]) -> bool:
    values = [rounded_value(part) for part in parts]
    whole = rounded_value(total)
    is_level = total.id.kind is Kind.LEVEL and total.id.period.kind is not PeriodKind.DAY
    if not is_level or whole is None or any(value is None for value in values):
        return False
    difference = abs(whole - sum(value for value in values if value is not None))
    allowed = (len(parts) + 1) * 10**total.precision / 2
    return bool(0 < difference <= allowed)

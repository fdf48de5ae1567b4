"""What a kind of figure declares of itself, and the registry of all kinds.

A kind is one file of this package. Its ``KIND`` is a :class:`Declaration`, and that is all there is of it: what it is for,
how it is worked out, which of its figures a dataset supports, and, as codes, how sentences, tables and the data book show it.
Its words are an entry in ``kinds.py`` of each language. Adding a kind means adding its file, its test and these entries.

- The catalogue asks :meth:`Declaration.applies`, ``figure``, ``list_series``, ``list_dataset`` and ``list_target``.
- Sentences (``figures``) take ``verb``, the code of the clause for which a language's grammar has the words, with ``form``, ``clause``, ``beside`` and ``instead``.
- Templates (``figures``) take ``template_name``: the word after the dot of an indicator or a target, and in its brackets.
- Tables (``figures``) take ``column``: the built-in columns are those of all kinds in :func:`declarations`.
- The data book takes ``sheet``: on which calculation sheet the figures are; empty where a source or a plan states them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import lru_cache
from typing import Literal

from reportgen.dataset.records import Dataset, Measure, Series, Target
from reportgen.kinds.base import NO_BASE, Base
from reportgen.kinds.entry import (
    ONE_DECIMAL,
    TWO_DECIMALS,
    FigureEntry,
    ResultFunction,
    apply,
    computed,
    doubted,
    missing,
    without_number,
)
from reportgen.kinds.figure import Figure, FigureId, Kind
from reportgen.kinds.inputs import Inputs
from reportgen.kinds.kind import kind_named
from reportgen.kinds.stating import StatesFigures, alone, as_it_is
from reportgen.kinds.template_name import TemplateName
from reportgen.language.clauses import Basis, Clause, ClauseForm, VerbCode
from reportgen.messages import Reason
from reportgen.periods import Period
from reportgen.record import Record
from reportgen.units import UnitClass

__all__ = [
    "EVERY_UNIT", "NO_BASE", "ONE_DECIMAL", "TWO_DECIMALS", "Base", "Basis", "ColumnOf", "Declaration", "FigureEntry", "FigureId", "Inputs",
    "Kind", "ResultFunction", "Sheet", "always_named", "apply", "computed", "declaration_of", "declarations", "doubted", "kind_named", "missing",
    "period_before", "stated_alone", "without_number", "year_before",
]  # fmt: skip
"""What the file of a kind works with, all of it."""

EVERY_UNIT = frozenset(UnitClass)


class Sheet(StrEnum):
    """The calculation sheets of the data book."""

    GROWTH = "growth"
    STRUCTURE = "structure"
    TARGETS = "target_sums"


class ColumnOf(Record):
    """The table column that shows figures of a kind: its key, and the expression that gives a row's cell."""

    key: str
    expression: str
    align: Literal["text", "number", "centre"] = "number"


def _none(*_: object) -> Iterable[FigureId]:
    return ()


def year_before(_inputs: Inputs, figure_id: FigureId) -> Base:
    """The same months of the year before: what most kinds are taken against when nothing else is named."""
    return Base(period=figure_id.period.year_before())


def period_before(_inputs: Inputs, figure_id: FigureId) -> Base:
    """The month or quarter before."""
    return Base(period=figure_id.period.preceding())


def always_named(_inputs: Inputs, _figure_id: FigureId) -> Base:
    """Nothing: the id has to name what the figure is taken against."""
    return NO_BASE


def stated_alone(
    unit: str, why_not: Callable[[Dataset, Series, Period], Reason]
) -> Callable[[Inputs, FigureId, Base], FigureEntry]:
    """How a kind works its figures out that sources alone state: not at all."""

    def absent(inputs: Inputs, figure_id: FigureId, _base: Base) -> FigureEntry:
        return without_number(figure_id, unit, why_not(inputs.dataset, figure_id.series, figure_id.period))

    return absent


class Declaration(Record, eq=False):
    """One kind of figure; there is one declaration of each.

    ``name`` is its id word. ``order`` says where its figures are listed: those of one hundred together, period by period,
    then ten by ten, then base by base.
    """

    name: str
    order: int
    figure: Callable[[Inputs, FigureId, Base], FigureEntry]
    """Works out a figure. The codes of its id are known and :meth:`applies` had nothing against it."""
    verb: VerbCode
    """The verb of the clause that states it (:class:`reportgen.language.clauses.Clause`)."""
    measure: Measure | None = None
    """The measure of the observations that state such figures."""
    list_series: Callable[[Kind, Inputs, Series], Iterable[FigureId]] = _none
    """The figures of the kind that a series supports, by period."""
    list_dataset: Callable[[Inputs], Iterable[FigureId]] = _none
    """Figures that belong to no one series; they are listed when all series are done."""
    list_target: Callable[[Kind, Inputs, Target], Iterable[FigureId]] = _none
    """The figures of the kind that a target supports, by period."""
    unit: str = ""
    """The unit of its figures; empty: the one of the series or of the target."""
    units: frozenset[UnitClass] = EVERY_UNIT
    """Of levels in which units it is taken: of others no figures are listed."""
    wrong_unit: Reason | None = None
    """Why there is none of levels in other units; ``None``: asked for by id it is worked out all the same."""
    condition: Callable[[Inputs, FigureId, Base], Reason | None] = lambda *_: None
    """Why there can be no such figure whatever the data are (the wrong kind of period or of indicator), or ``None``."""
    default_base: Callable[[Inputs, FigureId], Base] = year_before
    """What it is taken against when the id names nothing: an id that names it is written without it."""
    form: ClauseForm = ClauseForm()
    """How that clause goes into running text."""
    clause: Callable[[StatesFigures, Figure, Clause], Clause] = as_it_is
    """That clause with what it says beside the verb and the figure."""
    beside: Callable[[StatesFigures, Figure], Iterable[Clause]] = alone
    """What goes with it in a sentence of its own."""
    instead: Callable[[StatesFigures, Figure], Iterable[Clause]] = alone
    """What a sentence says in place of a figure without a number; nothing: why there is none."""
    noted_as: str = ""
    """The kind by whose name a note calls it where it is left out; empty: its own."""
    is_stated: bool = False
    """Whether sources or plans alone state it: where they do not, there is nothing to compute."""
    moves: bool = False
    """Whether it is itself up or down, which a direction word may say instead of a sign."""
    at_threshold: bool = False
    """Whether it is measured at the threshold of a target, which notes of tables name."""
    gives_state: bool = False
    """Whether its figures have a state in place of a number: achieved, behind."""
    usual_basis: Basis | None = None
    """What a sentence says it is taken against where its id names nothing; ``None``: what it is taken against, by name."""
    direction_words: Literal["", "growth", "difference", "gap"] = ""
    """Which words beside it say the way it points (``BY_MEASURE`` in ``directions.py`` of a language); empty: none."""
    of_whole: bool = False
    """Whether a part is taken of a whole, which sentences and tables name."""
    of_other_side: bool = False
    """Whether it is a figure of what the id's base names, not of the id's own series: lists call it by that name."""
    template_name: TemplateName | None = None
    """What templates call it after the dot; ``None``: they do not ask for it, or by a step of several kinds."""
    column: ColumnOf | None = None
    sheet: Sheet | None = None

    @property
    def kind(self) -> Kind:
        return kind_named(self.name)

    def suits(self, inputs: Inputs, series: Series) -> bool:
        """Whether it is taken of levels in the series' unit."""
        return inputs.observed.class_of(series) in self.units

    def applies(self, inputs: Inputs, figure_id: FigureId, base: Base) -> Reason | None:
        """Why there can be no such figure, or ``None`` where it may be worked out."""
        if self.wrong_unit is not None and not self.suits(inputs, figure_id.series):
            return self.wrong_unit
        return self.condition(inputs, figure_id, base)


_DECLARED: dict[str, Declaration] = {}


def register_kind(declaration: Declaration) -> None:
    """Make a kind known. A name can be registered once. Raises ``ValueError``."""
    if declaration.name in _DECLARED:
        raise ValueError(f"two kinds are called {declaration.name!r}")
    _DECLARED[declaration.name] = declaration
    kind_named(declaration.name)
    declarations.cache_clear()


def declaration_of(kind: Kind) -> Declaration:
    """The declaration of a kind."""
    return _DECLARED[kind]


@lru_cache(maxsize=1)
def declarations() -> tuple[Declaration, ...]:
    """All kinds, in the order in which their figures are listed."""
    return tuple(sorted(_DECLARED.values(), key=lambda item: item.order))

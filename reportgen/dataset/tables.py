"""The tables of a dataset and their columns, each with what its cells hold: the one place that knows the file format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from operator import attrgetter, methodcaller
from typing import Any

from reportgen.dataset.records import (
    NATION,
    QUALITATIVE,
    TOTAL,
    Area,
    Break,
    Citation,
    Code,
    Indicator,
    Measure,
    Observation,
    Provenance,
    Role,
    Source,
    Target,
)
from reportgen.record import CachingRecord, Record
from reportgen.values import Qualifier, plain

DIRECTIONS = ("up", "down", "none")
INDICATOR_KINDS = ("flow", "stock")
AREA_KINDS = ("place", NATION, "group")
ADDITIVE = ("areas", "breakdown", "partners", "months", "quarters")
"""In what the parts of an indicator may sum to the whole."""
MONTHS_OF = {"months": 1, "quarters": 3}
"""How long its parts in time are."""
PRICES = ("current", "constant", "comparable")
TARGET_KINDS = (
    "level", "growth", "average_growth", "reduction", "multiple", "total", "share", "range", QUALITATIVE,
)  # fmt: skip
UNIT_CLASSES = ("amount", "count", "physical", "rate", "points", "index", "index_previous", "ratio")
DIMENSIONS = ("breakdown", "counterpart_area", "scope", "unit", "publisher")
OPERATORS = ("gt", "ge", "eq", "le", "lt")


class Codec(Record):
    """What the cells of a column hold. ``method`` of :class:`reportgen.dataset.typed_cells.CellReader` reads them, with ``given``
    beside the column's name; ``write`` makes a text of the record's value, where that is none."""

    method: str = "text"
    given: tuple[Any, ...] = ()
    write: Callable[[Any], str] | None = None
    words: tuple[str, ...] = ()
    """The few words of which the cells hold one."""
    twins: Mapping[str, str] | None = None
    """Of what is in several columns: how the name of each ends, and the part of the value that is in it."""


class Column(Record):
    """A column of a table, or twins that are read as one, and the field of the record that holds what is in it."""

    name: str
    codec: Codec = Codec()
    field: str = ""
    """Empty: the one of the column's name. A path for a part of a field that is read with others (``series.indicator``)."""

    @property
    def places(self) -> dict[str, str]:
        """For each column of the file where in the record its text is."""
        place = self.field or self.name
        if not self.codec.twins:
            return {self.name: place}
        return {f"{self.name}{ending}": f"{place}.{part}" for ending, part in self.codec.twins.items()}


def _or_empty(value: Any) -> str:
    return "" if value is None else str(value)


_CODE = Codec("code", write=_or_empty)
_NUMBER = Codec("number", write=lambda number: "" if number is None else plain(number))
_PERIOD = Codec("period", write=_or_empty)
_WHEN = Codec("when", write=str)
_DATE = Codec("date")
_LABELS = Codec("labels", twins={"_en": "en", "_zh": "zh"})
_BOTH = Codec("both", twins={"": "en", "_zh": "zh"})
_PART = Codec(write=lambda code: "" if code == TOTAL else code)


def _word(words: tuple[str, ...]) -> Codec:
    return Codec("word", (words,), words=words)


def _choice(default: StrEnum) -> Codec:
    choices: type[StrEnum] = type(default)
    return Codec("choice", (choices, default), str, tuple(choices))


_SERIES = (Column("indicator", field="series.indicator"), Column("ref_area", field="series.ref_area"))
_PARTS = (
    Column("breakdown", _PART, "series.breakdown"),
    Column("counterpart_area", _PART, "series.counterpart_area"),
)
_VALUE = (
    Column("value", field="quantity.text"),
    Column("unit_mult", Codec(write=str), "quantity.unit_mult"),
)
_QUALIFIER = Column("qualifier", Codec(write=str, words=tuple(Qualifier)), "quantity.qualifier")


class TableForm(CachingRecord):
    """What a table looks like. A column that is nothing but text is a name.

    ``needed`` columns must be in the head row, and have something in every row but where they are among
    ``may_be_empty``. Columns that are in neither ``needed`` nor ``others`` are kept in the file and ignored.
    """

    name: str
    record: type[Any]
    needed: tuple[Column | str, ...]
    others: tuple[Column | str, ...] = ()
    may_be_empty: tuple[str, ...] = ()
    must_exist: bool = True
    unneeded: tuple[str, str, frozenset[str]] = ("", "", frozenset())
    """A column, a word in it, and which of ``filled`` a row with that word may leave empty."""
    to_fill: tuple[str, ...] = ()
    """Optional columns that are written even where they are empty throughout: somebody knows what belongs there."""

    @cached_property
    def parts(self) -> tuple[Column, ...]:
        """All columns, needed or not."""
        return tuple(Column(one) if isinstance(one, str) else one for one in (*self.needed, *self.others))

    @cached_property
    def required(self) -> tuple[str, ...]:
        """The columns of the head row; of a text with a twin in Chinese the text itself."""
        needed = self.parts[: len(self.needed)]
        return tuple(
            name for one in needed for name in (one.places if one.codec is not _BOTH else (one.name,))
        )

    @cached_property
    def filled(self) -> tuple[str, ...]:
        return tuple(name for name in self.required if name not in self.may_be_empty)

    @cached_property
    def optional(self) -> tuple[str, ...]:
        return tuple(name for one in self.parts for name in one.places if name not in self.required)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Every known column, in the order in which a table is written."""
        return (*self.required, *self.optional)

    def filled_of(self, row: Mapping[str, str]) -> tuple[str, ...]:
        """The columns that must have something in ``row``."""
        column, word, unneeded = self.unneeded
        is_free = bool(column) and row.get(column) == word
        return tuple(name for name in self.filled if name not in unneeded) if is_free else self.filled

    @property
    def key(self) -> str:
        """The column that says which record a row is, or is about."""
        return self.required[0] if self.name != "codes" else "code"

    @cached_property
    def readers(self) -> Mapping[str, Callable[[Any], Any]]:
        """For each field that columns of its own fill what reads it from a row's cells, in the order of the record."""
        by_field = {one.field or one.name: one for one in self.parts}
        own = [by_field[name] for name in self.record.__struct_fields__ if name in by_field]
        return {
            one.field or one.name: methodcaller(one.codec.method, one.name, *one.codec.given) for one in own
        }

    def rows_of(self, records: Iterable[Any]) -> Iterator[tuple[Any, dict[str, str]]]:
        """Records, each with its texts under the columns."""
        places = {name: place for one in self.parts for name, place in one.places.items()}
        writers = [(one.name, one.codec.write) for one in self.parts if one.codec.write is not None]
        names, texts_of = tuple(places), attrgetter(*places.values())
        for record in records:
            row = dict(zip(names, texts_of(record), strict=True))
            for name, write in writers:
                row[name] = write(row[name])
            yield record, row


TABLES = {
    form.name: form
    for form in (
        TableForm(
            "indicators", Indicator,
            ("indicator", "name_zh", Column("label", _LABELS), "unit", Column("round_to", Codec("integer", (-6, 15), str)),
             Column("direction", _word(DIRECTIONS)), Column("kind", _word(INDICATOR_KINDS))),
            (Column("parent", _CODE), Column("count", _LABELS, "counter"), Column("part_label", _LABELS), "description",
             "description_zh", Column("additive", Codec("words", (ADDITIVE,), " ".join)), Column("material", _NUMBER),
             Column("suspect", _NUMBER), Column("order", _NUMBER)),
        ),
        TableForm(
            "areas", Area,
            ("ref_area", Column("label", _LABELS), Column("kind", _word(AREA_KINDS))),
            (Column("parent", _CODE), Column("order", _NUMBER), Column("note", _BOTH)),
        ),
        TableForm(
            "sources", Source,
            ("source", "title", "author", "publisher", Column("published", _DATE), Column("accessed", _DATE), "url",
             "language", "kind"),
            ("file", Column("label", _LABELS), Column("title", _LABELS, "translated")),
            ("title", "author", "publisher", "published", "accessed", "url", "language", "kind"),
        ),
        TableForm(
            "observations", Observation,
            ("obs_id", *_SERIES, Column("period", _WHEN), Column("measure", _choice(Measure.LEVEL)), *_VALUE),
            ("unit", _QUALIFIER, "status", "scope", *_PARTS, Column("base_period", _PERIOD), Column("base_area", _CODE),
             Column("base_indicator", _CODE), Column("period_basis", _choice(Provenance.STATED)),
             Column("prices", _word(PRICES)), "growth_currency", Column("source", _CODE), Column("note", _BOTH)),
            ("obs_id",),
        ),
        TableForm(
            "targets", Target,
            ("target", *_SERIES, Column("period", _WHEN), Column("operator", _word(OPERATORS)), *_VALUE),
            ("unit", _QUALIFIER, "scope", *_PARTS, Column("base_obs", _CODE), "plan", "plan_zh", "department",
             "department_zh", Column("kind", _word(TARGET_KINDS)), Column("value_to", Codec(write=lambda to: to.text if to else "")),
             Column("base_indicator", _CODE), Column("issued", _DATE), Column("replaces", _CODE),
             Column("order", _NUMBER), Column("note", _BOTH)),
            must_exist=False,
            unneeded=("kind", QUALITATIVE, frozenset({"operator", "value", "unit_mult"})),
            to_fill=("department", "department_zh"),
        ),
        TableForm(
            "citations", Citation,
            ("subject", "source", "statement", Column("role", _choice(Role.STATED))),
            ("locator", "table", "row_label", "column_label", "unit_label", "cell"),
        ),
        TableForm(
            "breaks", Break,
            ("indicator", "ref_area", Column("period", _WHEN), Column("basis", _choice(Provenance.STATED)),
             Column("note", _BOTH)),
            (Column("source", _CODE),),
            must_exist=False,
        ),
        TableForm(
            "codes", Code,
            (Column("dimension", _word(DIMENSIONS)), "code", Column("label", _LABELS)),
            (Column("parent", _CODE), Column("class", _word(UNIT_CLASSES), "unit_class"), Column("order", _NUMBER), "note",
             "note_zh"),
            must_exist=False,
        ),
    )
}  # fmt: skip
"""Every table by its name, in the order in which a dataset is read and written."""

WORDS: dict[tuple[str, str], tuple[str, ...]] = {
    (form.name, column.name): column.codec.words
    for form in TABLES.values()
    for column in form.parts
    if column.codec.words
}
"""The columns, by table, that hold one of a few words, with these words."""

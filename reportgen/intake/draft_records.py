"""A first recipe for a table of records, one number a row with its dimensions beside it: SDMX-CSV, Comtrade."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from reportgen.dataset.observations import SERIES_DIMENSIONS
from reportgen.intake.draft_lines import SIGNS, DraftLines, toml_text
from reportgen.intake.grid import Grid, is_blank, number_of
from reportgen.intake.patterns import folded
from reportgen.intake.recipe_file import QUESTION
from reportgen.intake.record_tables import code_in, record_label
from reportgen.record import CachingRecord

_SDMX = {
    "TIME_PERIOD": "period",
    "OBS_VALUE": "value",
    "UNIT_MULT": "unit_mult",
    "UNIT_MEASURE": "unit",
    "OBS_STATUS": "status",
    **{name.upper(): name for name in (*SERIES_DIMENSIONS, "measure", "scope", "prices", "growth_currency")},
}
_COMTRADE = {
    "period": "period",
    "reporterISO": "ref_area",
    "partnerISO": "counterpart_area",
    "flowCode": "indicator",
    "cmdCode": "breakdown",
    "primaryValue": "value",
}
_ABOUT_THE_FILE = ("STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "DATAFLOW", "ACTION")
_ATTRIBUTES = (
    "OBS_ID",
    "NOTE",
    "NOTE_ZH",
    "SOURCE",
    "PERIOD_BASIS",
    "OBS_CONF",
    "DECIMALS",
    "TITLE",
    "COMMENT_OBS",
)
"""Columns that say nothing about which number a row holds."""
_ONLY: Mapping[str, tuple[str, ...]] = {
    "QUALIFIER": ("", "eq"),
    **dict.fromkeys(("BASE_PERIOD", "BASE_AREA", "BASE_INDICATOR"), ("",)),
}
"""What these columns say where a number is exact and against no other base: all that can be taken from a table."""
_KNOWN_CODES = {
    "partnerISO": {"W00": "_T"},
    "cmdCode": {"TOTAL": "_T"},
    "flowCode": {"X": "exports", "M": "imports"},
}
_FIRST_ROWS = 10


class SeemingRecords(CachingRecord):
    """Where the head of a table of records is, and what each column gives that is known."""

    grid: Grid
    head: int
    is_comtrade: bool

    @classmethod
    def found_in(cls, grid: Grid) -> SeemingRecords | None:
        for row in range(min(len(grid.rows), _FIRST_ROWS)):
            names = {code_in(grid.text(row, column)) for column in range(len(grid.rows[row]))}
            for is_comtrade, needed in (
                (False, {"TIME_PERIOD", "OBS_VALUE"}),
                (True, {"period", "flowCode", "primaryValue"}),
            ):
                if needed <= names:
                    return cls(grid, row, is_comtrade)
        return None

    @cached_property
    def columns(self) -> Mapping[str, int]:
        """The columns by their names, without the labels that SDMX-CSV may set beside these."""
        cells = enumerate(self.grid.rows[self.head])
        return {name: column for column, _ in cells if (name := code_in(self.grid.text(self.head, column)))}

    @property
    def gives(self) -> Mapping[str, str]:
        return _COMTRADE if self.is_comtrade else _SDMX

    def codes(self, name: str) -> list[str]:
        """The texts of a column, each text once."""
        column = self.columns[name]
        return list(dict.fromkeys(code_in(self.grid.text(row, column)) for row in self.rows))

    @cached_property
    def rows(self) -> Sequence[int]:
        rows = self.grid.rows
        return [
            row for row in range(self.head + 1, len(rows)) if any(not is_blank(cell) for cell in rows[row])
        ]

    def named(self, gift: str) -> str | None:
        return next((name for name in self.columns if self.gives.get(name) == gift), None)


class RecordsDraft(DraftLines):
    """The lines of the draft."""

    def __init__(self, records: SeemingRecords, file: str, language: str) -> None:
        super().__init__(file, language)
        self.records, self.grid = records, records.grid
        self._said: set[str] = set()

    def lines(self) -> Iterator[str]:
        records = self.records
        value, period = records.named("value"), records.named("period")
        assert value is not None
        assert period is not None
        no_numbers = {folded(code) for code in records.codes(value)}
        yield from self.beginning([sign for sign in SIGNS if folded(sign) in no_numbers])
        about = next((name for name in _ABOUT_THE_FILE[1:4] if name in records.columns), None)
        yield from self.source(next(iter(records.codes(about)), "") if about else "")
        yield from ("", "[table]", f"find = {toml_text(self.head(period))}", 'form = "records"')
        yield from self.unit()
        yield from self.every()
        for name in records.columns:
            yield from self.column(name)
        yield from self.references(value)
        yield ""
        yield self.say("records")

    def head(self, name: str) -> str:
        """A column's head as a pattern: the labels that are beside some names may be in any language."""
        shown = self.grid.text(self.records.head, self.records.columns[name])
        return name if code_in(shown) == shown.strip() else f"{name}: *"

    def unit(self) -> Iterator[str]:
        if self.records.named("unit") is None:
            yield from ("", "[unit]")
            yield from ('from = "recipe"', 'unit = "USD"') if self.records.is_comtrade else self.unit_asked()

    def every(self) -> Iterator[str]:
        """What no column says and every number needs."""
        absent = [name for name in ("indicator", "ref_area") if self.records.named(name) is None]
        if absent and not any(map(self.is_asked, self.records.columns)):
            yield from ("", "[every]", self.say("records-every"))
            yield from (f"{name} = {toml_text(QUESTION)}" for name in absent)

    def once(self, name: str) -> Iterator[str]:
        """A comment that holds for many columns."""
        if name not in self._said:
            self._said.add(name)
            yield self.say(name)

    def column(self, name: str) -> Iterator[str]:
        gift, codes = self.records.gives.get(name), self.records.codes(name)
        section = ("", "[[columns]]", f"head = {toml_text(self.head(name))}")
        if gift is not None:
            yield from (*section, f"gives = {toml_text(gift)}")
            known = _KNOWN_CODES.get(name, {})
            if known:
                yield self.say("records-codes")
                yield "[columns.codes]"
                unknown = QUESTION if gift == "indicator" else ""
                yield from (
                    f"{toml_text(code)} = {toml_text(known.get(code, unknown or code))}" for code in codes
                )
            elif gift in SERIES_DIMENSIONS:
                yield from self.once("records-codes-alike")
        elif name in _ONLY and any(code not in _ONLY[name] for code in codes):
            yield from (
                *section,
                *self.once("records-only"),
                f"only = [{', '.join(map(toml_text, _ONLY[name]))}]",
            )
        elif self.is_asked(name):
            yield from (
                *section,
                self.say("records-unknown"),
                f"gives = {toml_text(QUESTION)}",
                "[columns.codes]",
            )
            yield from (f"{toml_text(code)} = {toml_text(QUESTION)}" for code in codes)

    def is_asked(self, name: str) -> bool:
        """Whether a column may tell numbers apart and nobody but a person knows how."""
        known = name in self.records.gives or name in (*_ONLY, *_ABOUT_THE_FILE, *_ATTRIBUTES)
        return not known and not self.records.is_comtrade and len(self.records.codes(name)) > 1

    def references(self, value: str) -> Iterator[str]:
        """The first and the last number, of those whose row no other is called like."""
        gives = {
            column: SERIES_DIMENSIONS[0] if self.is_asked(name) else self.records.gives.get(name, "")
            for name, column in self.records.columns.items()
        }
        labels: dict[str, list[int]] = {}
        for row in self.records.rows:
            labels.setdefault(record_label(self.grid, row, gives), []).append(row)
        rows = {label: row for label, (row, *others) in labels.items()
                if not others and self.is_taken(row) and self.number(row, value)}  # fmt: skip
        if rows:
            yield from ("", self.say("reference"))
        for label in dict.fromkeys((*list(rows)[:1], *list(rows)[-1:])):
            yield from self.reference(label, self.head(value), self.number(rows[label], value))

    def number(self, row: int, name: str) -> str:
        found = number_of(self.cell(row, name), {})
        return found.text if found else ""

    def is_taken(self, row: int) -> bool:
        return all(
            self.cell(row, name) in words for name, words in _ONLY.items() if name in self.records.columns
        )

    def cell(self, row: int, name: str) -> str:
        return self.grid.text(row, self.records.columns[name])

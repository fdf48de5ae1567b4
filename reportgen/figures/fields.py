"""Every name that a template may say, with what it says today: the rows of ``reportgen fields``."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from reportgen.content import Showable
from reportgen.errors import ReportgenError
from reportgen.figures.terms.allowed_names import Named, translations
from reportgen.figures.terms.kinds_by_name import COLUMNS, help_in
from reportgen.figures.terms.lists import FindingTerm, SourceTerm
from reportgen.figures.terms.series_list import Terms
from reportgen.figures.terms.table import RowTerm
from reportgen.figures.vocabulary import RESERVED, SECTION, Vocabulary
from reportgen.values import plain

_OTHER = "zh"
"""The language whose names are listed beside the program's own."""


class Field(NamedTuple):
    """One name that a template may use, with what it says today."""

    name: str
    name_zh: str
    value: str
    description: str
    inside: str = ""
    """The loop that it is in; its name begins with the loop's name for one."""
    collection: str = ""
    """What the loop runs through."""

    @property
    def first_words(self) -> set[str]:
        """The words that a template begins with to say it, or to run through what it is in."""
        if not self.collection:
            return {self.name.split(".")[0], self.name_zh.split(".")[0]}
        section = self.collection.split(".")[0]
        return {section, _translated(SECTION, section)}


def fields(vocabulary: Vocabulary) -> list[Field]:
    """Every name of the context with today's value, then the steps that lead on from an indicator and a target.

    A name without a value has the sign for missing. Give it a vocabulary of its own: what it names is recorded as shown.
    """
    rows = [_indicator_field(vocabulary, code) for code in vocabulary.document.dataset.indicators]
    rows += [
        Field(name, _translated(SECTION, name), "", _says(vocabulary, SECTION, name)) for name in RESERVED
    ]
    rows += _step_fields("pack", _translated(SECTION, "pack"), vocabulary["pack"], vocabulary)
    for kind, makers in (("tables", vocabulary.table_makers), ("charts", vocabulary.chart_makers)):
        rows += [Field(f"{kind}.{name}", f"{_translated(SECTION, kind)}.{name}", "", "") for name in makers]
    rows += _inside_rows(vocabulary)
    example = _example(vocabulary)
    if example:
        name_zh = vocabulary.document.dataset.indicators[example].name_zh
        term = vocabulary.indicator(example)
        target_zh = f"{name_zh}.{_translated('indicator', 'target')}"
        rows += _step_fields(example, name_zh, term, vocabulary)
        areas_zh = f"{name_zh}.{_translated('indicator', 'areas')}"
        rows += _step_fields(f"{example}.areas", areas_zh, term.areas, vocabulary)
        rows += _step_fields(f"{example}.target", target_zh, term.target, vocabulary)
    return rows


def _inside_rows(vocabulary: Vocabulary) -> Iterator[Field]:
    """The fields inside the rows of each table, by the keys of its columns, with the first row's; inside sources and findings."""
    for name in vocabulary.table_makers:
        rows = f"tables.{name}.rows"
        inside = f"{{% for r in {rows} %}}"
        term = vocabulary.table(name)
        first = next(iter(term.rows), None)
        for place, column in enumerate(term.table.columns):
            key = column.key
            value = str(first.cells[place]) if first is not None and place < len(first.cells) else ""
            yield Field(f"r.{key}", f"r.{_translated(COLUMNS, key)}", value, column.head, inside, rows)
        for section, key in RowTerm.all_names():
            said = _says(vocabulary, section, key)
            yield Field(f"r.{key}", f"r.{_translated(section, key)}", "", said, inside, rows)
    for name, item in (("sources", SourceTerm), ("findings", FindingTerm)):
        inside = f"{{% for x in {name} %}}"
        for section, key in item.all_names():
            said = _says(vocabulary, section, key)
            yield Field(f"x.{key}", f"x.{_translated(section, key)}", "", said, inside, name)


def _example(vocabulary: Vocabulary) -> str:
    """The indicator whose steps are listed: one with a figure today and a target, else with a target, else any."""
    dataset = vocabulary.document.dataset
    with_target = [target.series.indicator for target in dataset.targets.values()]
    candidates = [*with_target, *dataset.indicators]
    return next(
        (code for code in candidates if vocabulary.indicator(code).available), next(iter(candidates), "")
    )


def _indicator_field(vocabulary: Vocabulary, code: str) -> Field:
    indicator = vocabulary.document.dataset.indicators[code]
    label = indicator.label.in_language(vocabulary.language)
    return Field(code, indicator.name_zh, _today(vocabulary.indicator(code), vocabulary), label)


def _step_fields(name: str, name_zh: str, term: Named, vocabulary: Vocabulary) -> Iterator[Field]:
    for section, step in type(term).all_names():
        yield Field(
            f"{name}.{step}",
            f"{name_zh}.{_translated(section, step)}",
            _today_of(term, step, vocabulary),
            _says(vocabulary, section, step),
        )


def _translated(section: str, name: str) -> str:
    return translations(section, name).get(_OTHER, name)


def _says(vocabulary: Vocabulary, section: str, name: str) -> str:
    return help_in(vocabulary.language, section, name)


def _today_of(term: Named, name: str, vocabulary: Vocabulary) -> str:
    try:
        value = getattr(term, name)
    except ReportgenError:
        return vocabulary.document.style.missing
    if isinstance(value, Terms) or (callable(value) and not isinstance(value, Showable)):
        return ""
    return _today(value, vocabulary)


def _today(value: Any, vocabulary: Vocabulary) -> str:
    if isinstance(value, Decimal):
        return plain(value)
    missing = vocabulary.document.style.missing
    try:
        return str(value) if value is not None else missing
    except ReportgenError:
        return missing

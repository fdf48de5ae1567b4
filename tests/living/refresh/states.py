"""A small pack in several states of its data and definition, and what people do to the documents built of the first one."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import docx
import openpyxl
from openpyxl.styles import Font
from openpyxl.worksheet.table import Table

from reportgen.build.build import build
from reportgen.dataset import write_folder
from tests.builders import dataset

_DEFINITION = """
name = "small"
dataset = "data"
ref_area = "CN-CQ"
period = "2021"
cut_off = {cut_off}
languages = ["en"]

[[documents]]
template = "brief.docx"
output = "brief.docx"

[[documents]]
template = "book.xlsx"
output = "book.xlsx"

[tables.trade]
title = {{ en = "{title}" }}
unit = {{ en = "billion" }}
rows = [
{rows}]
columns = [{columns}]

[charts.trend]
kind = "column"
periods = ["2020", "2021"]
series = [{{ indicator = "trade" }}]

[charts.other]
kind = "column"
periods = ["2020", "2021"]
series = [{{ indicator = "exports" }}]

[en]
title = "{title}"
issuer = "Office"
"""
_LEVELS = {
    "trade": "2020=7.81e9 2021=32.21e9",
    "exports": "2020=4.25e9 2021=11.35e9",
    "imports": "2020=3.56e9 2021=20.86e9",
}


@dataclass(frozen=True)
class State:
    """What the pack's data and definition say."""

    levels: dict[str, str] = field(default_factory=lambda: dict(_LEVELS))
    rows: tuple[str, ...] = ("trade", "exports", "imports")
    groups: tuple[str, ...] = ("Both ways", "One way")
    columns: tuple[str, ...] = ("level", "yoy")
    title: str = "Trade in 2021"
    cut_off: str = "2022-06-30"
    has_chart: bool = True
    has_other: bool = False
    has_table: bool = True
    sheet: str = "Year 2021"

    def with_level(self, indicator: str, said: str) -> State:
        return self.but(levels={**self.levels, indicator: said})

    def but(self, **changes: object) -> State:
        return State(**{**{name: getattr(self, name) for name in self.__dataclass_fields__}, **changes})  # type: ignore[arg-type]


def write_pack(folder: Path, state: State) -> Path:
    """The pack in a state. What a template asks of it (a chart, a table, a sheet's name) it asks by conditions on titles."""
    folder.mkdir(parents=True, exist_ok=True)
    names = {"trade": "All trade", "exports": "Exports", "imports": "Imports"}
    rows = []
    for at, name in enumerate(state.rows):
        if at == 0 and state.groups:
            rows.append(f'    {{ group = {{ en = "{state.groups[0]}" }} }},')
        if at == 1 and len(state.groups) > 1:
            rows.append(f'    {{ group = {{ en = "{state.groups[1]}" }} }},')
        rows.append(f'    {{ indicator = "{name}", label = {{ en = "{names[name]}" }} }},')
    columns = ", ".join(f'"{one}"' for one in state.columns)
    (folder / "pack.toml").write_text(
        _DEFINITION.format(
            rows="\n".join(rows) + "\n", columns=columns, title=state.title, cut_off=state.cut_off
        ),
        encoding="utf-8",
    )
    line = "\n".join(f"{name} CN-CQ {levels}" for name, levels in state.levels.items())
    write_folder(dataset(line, sources={"s1": {"published": "2022-03-01"}}), folder / "data")
    _template(folder / "brief.docx", state)
    _workbook(folder / "book.xlsx", state)
    return folder


def _template(path: Path, state: State) -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "{{ pack.title }}, to {{ pack.cut_off }}"
    for text in (
        "{{ pack.title }}",
        "In 2021 trade reached {{ trade }}, {{ trade.yoy.change }}.",
        "Exports came to {{ exports }} and grew {{ exports.yoy }}.",
        "{%p if exports.yoy.raw > 100 %}",
        "Exports more than doubled.",
        "{%p endif %}",
        *(("{{ tables.trade }}",) if state.has_table else ()),
        "A paragraph behind the table.",
        *(("{{ charts.trend }}",) if state.has_chart else ()),
        "A paragraph behind the chart.",
        *(("{{ charts.other }}",) if state.has_other else ()),
        "{%p for s in sources %}",
        "{{ s }}",
        "{%p endfor %}",
    ):
        made.add_paragraph(text)
    made.save(str(path))


def _workbook(path: Path, state: State) -> None:
    made = openpyxl.Workbook()
    first = made.active
    first.title = state.sheet
    first.oddHeader.center.text = "{{ pack.title }}"
    letters = "BCDEFG"[: len(state.columns)]
    first["A1"] = "{{ pack.title }}"
    first["A2"] = "Indicator"
    for letter, head in zip(letters, state.columns, strict=True):
        first[f"{letter}2"] = head
    first["A3"] = "{% for r in tables.trade.rows %}"
    first["A4"] = '{% if r.role == "group" %}'
    first["A5"] = "{{ r.label }}"
    first["A5"].font = Font(bold=True)
    first["A6"] = "{% else %}"
    first["A7"] = "{{ r.label }}"
    for letter, key in zip(letters, state.columns, strict=True):
        first[f"{letter}7"] = f"{{{{ r.{key} }}}}"
    first["A8"] = "{% endif %}"
    first["A9"] = "{% endfor %}"
    first.add_table(Table(displayName="Trade", ref=f"A2:{letters[-1]}9"))
    first["A11"] = "All trade: {{ trade }}"
    second = made.create_sheet("Sums")
    second["A1"] = "Trade"
    second["B1"] = f"='{state.sheet.replace(chr(39), 2 * chr(39))}'!B7"
    second["A2"] = "Exports"
    second["B2"] = "{{ exports }}"
    made.save(path)


def built(folder: Path, state: State) -> Path:
    build(write_pack(folder / "pack", state), output=folder / "built")
    return folder / "built"


BASE = State()
CHANGES = {
    "a value revised": BASE.with_level("trade", "2020=7.81e9 2021=33.56e9"),
    "only a qualifier": BASE.with_level("imports", "2020=3.56e9 2021=almost20.86e9"),
    "known to unknown": BASE.with_level("imports", "2020=3.56e9 2022=20.86e9"),
    "a row gone": BASE.but(rows=("trade", "imports")),
    "a row new": BASE.but(rows=("trade", "exports", "imports", "exports")),
    "a group renamed": BASE.but(groups=("Both directions", "One way")),
    "a group gone": BASE.but(groups=("Both ways",)),
    "a column new": BASE.but(columns=("level", "yoy", "implied_base")),
    "a column gone": BASE.but(columns=("level",)),
    "titles": BASE.but(title="Trade in the year 2021"),
    "the cut-off date": BASE.but(cut_off="2022-09-30"),
    "a sheet renamed": BASE.but(sheet="Year '21"),
    "a chart new": BASE.but(has_other=True),
    "a chart gone": BASE.but(has_chart=False),
    "a table gone": BASE.but(has_table=False),
    "a paragraph gone": BASE.with_level("exports", "2020=10.25e9 2021=11.35e9"),
}

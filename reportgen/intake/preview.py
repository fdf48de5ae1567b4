"""One self-contained page that shows how a recipe reads tables: every cell with what it was taken for.

Colour is never the only sign: each use has a mark of its own, which stands in the cell and in the legend.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from reportgen.intake.grid import Grid, is_blank
from reportgen.intake.importing import Imported
from reportgen.intake.recipe import Recipe
from reportgen.intake.taken import TableReading, Taken, Use
from reportgen.language import say, sentence_of
from reportgen.messages import Message
from reportgen.ooxml.addresses import column_letters
from reportgen.values import plain

MARKS = {
    Use.TITLE: "¶",
    Use.UNIT: "◇",
    Use.HEAD: "▼",
    Use.LABEL: "▶",
    Use.TAKEN: "✓",
    Use.MISSING: "–",
    Use.LEFT: "·",
    Use.NOTE: "※",
    Use.REFUSED: "✗",
}
_COLOURS = {
    Use.TITLE: "#ece7f6",
    Use.UNIT: "#fde7c7",
    Use.HEAD: "#dbe7f7",
    Use.LABEL: "#d5eef0",
    Use.TAKEN: "#d9f0d3",
    Use.MISSING: "#f0f0f0",
    Use.LEFT: "#ffffff",
    Use.NOTE: "#f6f2dc",
    Use.REFUSED: "#f9d0d0",
}
_AROUND = 2
"""Rows that stay beside one that is shown, so that a reader finds her way."""

_STYLE = """body{font:14px/1.5 "Noto Sans","Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:2em;color:#1a1a1a}
table{border-collapse:collapse;margin:1em 0}td,th{border:1px solid #c8c8c8;padding:2px 6px;max-width:22em;vertical-align:top}
th{background:#f4f4f4;font-weight:normal;color:#555}td.n{text-align:right;white-space:nowrap}
td i{font-style:normal;color:#555;margin-right:.4em}td.refused{font-weight:bold}tr.cut td{color:#555;text-align:center;border-style:dashed}
dl.legend{display:flex;flex-wrap:wrap;gap:.4em 1em;margin:1em 0}dl.legend div{display:flex;align-items:center;gap:.4em}
dl.legend dt{border:1px solid #c8c8c8;width:1.6em;text-align:center}dl.legend dd{margin:0}
li.error{color:#8c1c13}li.warning{color:#7a5200}"""


def preview_page(imported: Imported, recipe: Recipe, language: str) -> str:
    """The page as HTML."""
    names = tuple(dict.fromkeys(reading.grid.file for reading in imported.readings))
    title = say(Message("intake.preview-title", recipe=recipe.file, tables=names), language)
    rules = "".join(f"td.{use}{{background:{colour}}}" for use, colour in _COLOURS.items())
    return "\n".join(
        [
            f'<!DOCTYPE html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">',
            f"<title>{escape(title)}</title><style>{_STYLE}{rules}</style></head><body>",
            f"<h1>{escape(title)}</h1>",
            *_legend(language),
            *_findings(imported, language),
            *(line for reading in imported.readings for line in _table(reading, language)),
            "</body></html>\n",
        ]
    )


def _legend(language: str) -> Iterator[str]:
    yield f"<h2>{escape(say(Message('intake.preview-legend'), language))}</h2><dl class=legend>"
    for use, mark in MARKS.items():
        word = escape(say(Message(f"intake.use-{use}"), language))
        yield f'<div><dt style="background:{_COLOURS[use]}">{mark}</dt><dd>{word}</dd></div>'
    yield "</dl>"


def _findings(imported: Imported, language: str) -> Iterator[str]:
    yield f"<h2>{escape(say(Message('intake.preview-findings'), language))}</h2>"
    if not imported.findings:
        yield f"<p>{escape(say(Message('intake.preview-no-findings'), language))}</p>"
        return
    yield "<ul>"
    for finding in imported.findings:
        word = say(Message(f"commands.{finding.severity}-word"), language)
        yield f"<li class={finding.severity}>{escape(word)} · {escape(sentence_of(finding, language))}</li>"
    yield "</ul>"


def _table(reading: TableReading, language: str) -> Iterator[str]:
    grid = reading.grid
    name = f"{grid.file} · {grid.sheet}" if grid.sheet else grid.file
    uses = {**reading.uses, **_refused(reading)}
    taken = {(item.row, item.column): item for item in reading.taken}
    width = max((len(row) for row in grid.rows), default=0)
    yield f"<h2>{escape(name)}</h2><table><tr><th></th>"
    yield "".join(f"<th>{column_letters(column + 1)}</th>" for column in range(width)) + "</tr>"
    cut = 0
    shown = _rows_to_show(grid, uses)
    for row in range(len(grid.rows)):
        if row not in shown:
            cut += 1
            continue
        if cut:
            yield _cut_row(cut, width, language)
            cut = 0
        cells = "".join(_cell(grid, row, column, uses, taken, language) for column in range(width))
        yield f"<tr><th>{row + 1}</th>{cells}</tr>"
    if cut:
        yield _cut_row(cut, width, language)
    yield "</table>"


def _refused(reading: TableReading) -> dict[tuple[int, int], Use]:
    """The cells at which a finding is an error, wherever it was found."""
    found = {}
    for finding in reading.findings:
        place = finding.place
        if finding.severity == "error" and place.row is not None and place.column is not None:
            for column in range(len(reading.grid.rows[place.row - 1])):
                if column_letters(column + 1) == place.column:
                    found[place.row - 1, column] = Use.REFUSED
    return found


def _rows_to_show(grid: Grid, uses: Mapping[tuple[int, int], Use]) -> set[int]:
    """Rows of which something was read, those around them, and the last."""
    used = {row for row, _ in uses}
    near = {other for row in used for other in range(row - _AROUND, row + _AROUND + 1)}
    return {row for row in near | {len(grid.rows) - 1} if 0 <= row < len(grid.rows)}


def _cut_row(count: int, width: int, language: str) -> str:
    words = escape(say(Message("intake.preview-cut", count=count), language))
    return f"<tr class=cut><th>…</th><td colspan={max(1, width)}>{words}</td></tr>"


def _cell(
    grid: Grid, row: int, column: int, uses: Mapping[tuple[int, int], Use], taken: Mapping[tuple[int, int], Taken],
    language: str,
) -> str:  # fmt: skip
    text = grid.text(row, column)
    use = uses.get((row, column), Use.LEFT)
    if is_blank(text) and use is Use.LEFT:
        return "<td></td>"
    item = taken.get((row, column))
    tip = f' title="{escape(_tip(item, language))}"' if item else ""
    number = " n" if item else ""
    return f'<td class="{use}{number}"{tip}><i>{MARKS[use]}</i>{escape(text)}</td>'


def _tip(item: Taken, language: str) -> str:
    key = item.key
    said = Message(
        "intake.preview-tip", indicator=key.indicator, area=key.ref_area, period=key.period, measure=key.measure,
        value=f"{plain(item.value)} {key.unit}".rstrip(),
    )  # fmt: skip
    return say(said, language)

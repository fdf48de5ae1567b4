"""One self-contained page that shows how a recipe reads tables: every cell with what it was taken for.

Colour is never the only sign: each use has a mark of its own, which stands in the cell and in the legend.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from reportgen.dataset.records import UNIT_OF_MEASURE, Measure
from reportgen.findings import Severity
from reportgen.intake.grid import Grid, is_blank
from reportgen.intake.importing import Imported
from reportgen.intake.recipe import Recipe
from reportgen.intake.taken import Taken, TakenTable, Use
from reportgen.language import kind_name, language, say
from reportgen.messages import Bilingual, Message
from reportgen.ooxml.addresses import cell_address, column_letters, column_number
from reportgen.regex import regex
from reportgen.values import FullNumber

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
_Labels = Mapping[tuple[str, str], Bilingual]
_NUMBER = regex(r"[-+−]?[\d,]*\.?\d+%?|[-–—…]+")
"""A cell that is left: a number, or a sign in place of one."""
_REPEATED = (Use.TITLE, Use.UNIT, Use.NOTE)

_STYLE = """body{font:14px/1.5 "Noto Sans","Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:2em;color:#1a1a1a}
h1{font-size:1.7em;line-height:1.3}h1,h2{overflow-wrap:anywhere}div.wide{overflow-x:auto;margin:1em 0}
table{border-collapse:collapse}td,th{border:1px solid #c8c8c8;padding:2px 6px;max-width:22em;vertical-align:top}
td{word-break:keep-all;overflow-wrap:break-word}
th{background:#f4f4f4;font-weight:normal;color:#555}td.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
td i{font-style:normal;color:#555;margin-right:.4em}td.refused{font-weight:bold}td.left{color:#555}
dl.legend{display:flex;flex-wrap:wrap;gap:.4em 1em;margin:1em 0}dl.legend div{display:flex;align-items:center;gap:.4em}
dl.legend dt{border:1px solid #c8c8c8;width:1.6em;text-align:center}dl.legend dd{margin:0}
li.error,li.error a{color:#8c1c13}li.warning{color:#7a5200}
@media(max-width:40em){body{margin:1em}}
@media print{@page{size:A4 landscape;margin:15mm}body{margin:0;font-size:8pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
div.wide{overflow:visible}td{word-break:normal}tr{break-inside:avoid}h2{break-after:avoid}}"""


def preview_page(imported: Imported, recipe: Recipe, code: str) -> str:
    """The page as HTML."""
    names = tuple(dict.fromkeys(reading.grid.file for reading in imported.readings))
    title = say(Message("intake.preview-title", recipe=recipe.file, tables=names), code)
    tag = escape(language(code).tag)
    rules = "".join(f"td.{use}{{background:{colour}}}" for use, colour in _COLOURS.items())
    return "\n".join(
        [
            f'<!DOCTYPE html>\n<html lang="{tag}"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title><style>{_STYLE}{rules}</style></head><body>",
            f"<h1>{escape(title)}</h1>",
            *_legend(code),
            *_findings(imported, code),
            *(
                line
                for number, reading in enumerate(imported.readings)
                for line in _table(reading, number, imported.labels, code)
            ),
            "</body></html>\n",
        ]
    )


def _legend(code: str) -> Iterator[str]:
    yield f"<h2>{escape(say(Message('intake.preview-legend'), code))}</h2><dl class=legend>"
    for use, mark in MARKS.items():
        word = escape(say(Message(f"intake.use-{use}"), code))
        yield f'<div><dt style="background:{_COLOURS[use]}">{mark}</dt><dd>{word}</dd></div>'
    yield "</dl>"


def _findings(imported: Imported, code: str) -> Iterator[str]:
    yield f"<h2>{escape(say(Message('intake.preview-findings'), code))}</h2>"
    if not imported.findings:
        yield f"<p>{escape(say(Message('intake.preview-no-findings'), code))}</p>"
        return
    yield "<ul>"
    numbers = {(reading.grid.file, reading.grid.sheet): at for at, reading in enumerate(imported.readings)}
    for finding in imported.findings:
        word = say(Message(f"commands.{finding.severity}-word"), code)
        said = f"{escape(word)} · {escape(language(code).sentence(finding))}"
        number = numbers.get((finding.place.file or "", finding.place.sheet or ""))
        if (
            finding.severity is Severity.ERROR
            and number is not None
            and finding.place.row
            and finding.place.column
        ):
            said = f'<a href="#t{number}{finding.place.column}{finding.place.row}">{said}</a>'
        yield f"<li class={finding.severity}>{said}</li>"
    yield "</ul>"


def _table(reading: TakenTable, number: int, labels: _Labels, code: str) -> Iterator[str]:
    grid = reading.grid
    name = f"{grid.file} · {grid.sheet}" if grid.sheet else grid.file
    uses = _uses(reading)
    taken = {(item.row, item.column): item for item in reading.taken}
    width = max((len(row) for row in grid.rows), default=0)
    tips = {place: _tip(item, labels, code) for place, item in taken.items()}
    yield f"<h2>{escape(name)}</h2><div class=wide><table><thead><tr><td></td>"
    yield "".join(f"<th scope=col>{column_letters(column + 1)}</th>" for column in range(width))
    yield "</tr></thead><tbody>"
    for row in range(len(grid.rows)):
        cells = "".join(_cell(grid, number, row, column, uses, tips) for column in range(width))
        yield f"<tr><th scope=row>{row + 1}</th>{cells}</tr>"
    yield "</tbody></table></div>"


def _uses(reading: TakenTable) -> dict[tuple[int, int], Use]:
    """What each cell was taken for: refused where a finding is an error; a text that is repeated at its right goes with it."""
    uses = dict(reading.uses)
    for row, column in list(uses):
        if uses[row, column] in _REPEATED:
            text, at = reading.grid.text(row, column), column + 1
            while at < len(reading.grid.rows[row]) and reading.grid.text(row, at) == text:
                uses[row, at] = uses[row, column]
                at += 1
    for finding in reading.findings:
        place = finding.place
        if finding.severity is Severity.ERROR and place.row is not None and place.column is not None:
            uses[place.row - 1, column_number(place.column) - 1] = Use.REFUSED
    return uses


def _cell(
    grid: Grid, number: int, row: int, column: int, uses: Mapping[tuple[int, int], Use],
    tips: Mapping[tuple[int, int], str],
) -> str:  # fmt: skip
    text = grid.text(row, column)
    use = uses.get((row, column), Use.LEFT)
    if is_blank(text) and use is Use.LEFT:
        return "<td></td>"
    said = tips.get((row, column), "")
    tip = f' title="{escape(said)}"' if said else ""
    at = f' id="t{number}{cell_address(row + 1, column + 1)}"' if use is Use.REFUSED else ""
    is_number = said or (use is Use.LEFT and _NUMBER.fullmatch(text.strip()))
    return f'<td class="{use}{" n" if is_number else ""}"{at}{tip}><i>{MARKS[use]}</i>{escape(text)}</td>'


def _tip(item: Taken, labels: _Labels, code: str) -> str:
    """What a number was taken for, in words: codes stand where nothing is called otherwise."""
    key = item.key
    unit = UNIT_OF_MEASURE.get(Measure(key.measure), key.unit)
    said = Message(
        "intake.preview-tip", indicator=_label(labels, "indicators", key.indicator, code),
        area=_label(labels, "areas", key.ref_area, code), period=item.period,
        measure=kind_name(key.measure, code), value=FullNumber(item.value, unit),
    )  # fmt: skip
    return say(said, code)


def _label(labels: _Labels, table: str, code: str, language: str) -> str:
    known = labels.get((table, code))
    return (known.in_language(language) if known else "") or code

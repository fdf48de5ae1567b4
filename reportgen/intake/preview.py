"""One self-contained page that shows how a recipe reads tables: every cell with what it was taken for.

Colour is never the only sign: each use has a mark of its own, which is in the cell and in the legend.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files

from reportgen.dataset.records import UNIT_OF_MEASURE, Measure
from reportgen.findings import Severity
from reportgen.html import Html, element, page
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
_LabelByCode = Mapping[tuple[str, str], Bilingual]
_NUMBER = regex(r"[-+−]?[\d,]*\.?\d+%?|[-–—…]+")
"""A cell that is left: a number, or a sign in place of one."""
_REPEATED = (Use.TITLE, Use.UNIT, Use.NOTE)


def preview_page(imported: Imported, recipe: Recipe, code: str) -> str:
    """The page as HTML."""
    names = tuple(dict.fromkeys(reading.grid.file for reading in imported.readings))
    title = say(Message("intake.preview-title", recipe=recipe.file, tables=names), code)
    body = element(
        "body",
        element("h1", title),
        *_legend(code),
        *_findings(imported, code),
        *(
            piece
            for number, reading in enumerate(imported.readings)
            for piece in _table(reading, number, imported.labels, code)
        ),
    )
    style = files(__package__).joinpath("preview.css").read_text("utf-8")
    return page(title, body, style, tag=language(code).tag)


def _legend(code: str) -> Iterator[Html]:
    yield element("h2", say(Message("intake.preview-legend"), code))
    words = {use: say(Message(f"intake.use-{use}"), code) for use in MARKS}
    marks = (
        element("div", element("dt", mark, class_=use), element("dd", words[use]))
        for use, mark in MARKS.items()
    )
    yield element("dl", *marks, class_="legend")


def _findings(imported: Imported, code: str) -> Iterator[Html]:
    yield element("h2", say(Message("intake.preview-findings"), code))
    if not imported.findings:
        yield element("p", say(Message("intake.preview-no-findings"), code))
        return
    numbers = {(reading.grid.file, reading.grid.sheet): at for at, reading in enumerate(imported.readings)}
    items = []
    for finding in imported.findings:
        word = say(Message(f"commands.{finding.severity}-word"), code)
        said = f"{word} · {language(code).sentence(finding)}"
        place, number = finding.place, numbers.get((finding.place.file or "", finding.place.sheet or ""))
        if finding.severity is Severity.ERROR and number is not None and place.row and place.column:
            said = element("a", said, href=f"#t{number}{place.column}{place.row}")
        items.append(element("li", said, class_=finding.severity))
    yield element("ul", *items)


def _table(reading: TakenTable, number: int, labels: _LabelByCode, code: str) -> Iterator[Html]:
    grid = reading.grid
    uses = _uses(reading)
    width = max((len(row) for row in grid.rows), default=0)
    tips = {(item.row, item.column): _tip(item, labels, code) for item in reading.taken}
    heads = (element("th", column_letters(column + 1), scope="col") for column in range(width))
    rows = (
        element(
            "tr",
            element("th", str(row + 1), scope="row"),
            *(_cell(grid, number, row, column, uses, tips) for column in range(width)),
        )
        for row in range(len(grid.rows))
    )
    yield element("h2", f"{grid.file} · {grid.sheet}" if grid.sheet else grid.file)
    table = element("table", element("thead", element("tr", element("td"), *heads)), element("tbody", *rows))
    yield element("div", table, class_="wide")


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
) -> Html:  # fmt: skip
    text = grid.text(row, column)
    use = uses.get((row, column), Use.LEFT)
    if is_blank(text) and use is Use.LEFT:
        return element("td")
    tip = tips.get((row, column), "")
    is_number = tip or (use is Use.LEFT and _NUMBER.fullmatch(text.strip()))
    return element(
        "td", element("i", MARKS[use]), text, class_=f"{use}{' n' if is_number else ''}",
        id=f"t{number}{cell_address(row + 1, column + 1)}" if use is Use.REFUSED else "", title=tip,
    )  # fmt: skip


def _tip(item: Taken, labels: _LabelByCode, code: str) -> str:
    """What a number was taken for, in words: codes where nothing has a name."""
    key = item.key
    unit = UNIT_OF_MEASURE.get(Measure(key.measure), key.unit)
    said = Message(
        "intake.preview-tip", indicator=_label(labels, "indicators", key.indicator, code),
        area=_label(labels, "areas", key.ref_area, code), period=item.period,
        measure=kind_name(key.measure, code), value=FullNumber(item.value, unit),
    )  # fmt: skip
    return say(said, code)


def _label(labels: _LabelByCode, table: str, code: str, language: str) -> str:
    known = labels.get((table, code))
    return (known.in_language(language) if known else "") or code

"""Data books for tests: a small one from one-line datasets, and one from the real dataset; and how to read them."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import range_boundaries

from reportgen.calculations.reconciliation.rules import reconcile
from reportgen.content import Chart, ChartSeries, Table, TableCell, TableColumn, TableRow
from reportgen.databook import make_databook
from reportgen.dataset import check, read
from reportgen.figures.context import PackContext
from reportgen.kinds import Catalogue
from reportgen.periods import Period
from tests.builders import dataset

DATA = Path(__file__).parents[2] / "data"

SMALL = """
cbec_trade CN-CQ 2020=7.81e9 2020:yoy=17.7 2021=32.21e9 2021:yoy=63.3 2025:target:2020=>70e9
exports.cars~US CN-CQ 2023=>33e9 2023:yoy=51.9
"""
REFUSED = "cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9 2021:break"


CREATED = datetime(2024, 3, 31, 12, tzinfo=UTC)


def about(language: str, **changes: Any) -> PackContext:
    title, issuer = (
        ("目标进度", "商务委员会") if language == "zh" else ("Progress & targets", "Commission of Commerce")
    )
    said = {"title": title, "issuer": issuer, **changes}
    return PackContext(
        language=language, ref_area="CN-CQ", period=Period.parse("2023"), cut_off=date(2024, 3, 31), **said
    )


def book(language: str, *lines: str, **parts: Any) -> bytes:
    """A data book of a one-line dataset; ``parts`` as :func:`make_databook` takes them."""
    return make_databook(about(language), CREATED, Catalogue(dataset(*lines or (SMALL,))), **parts)


@cache
def real_book(language: str) -> bytes:
    """The data book of the published figures, with all that does not add up among them."""
    figures, unreadable = read(DATA)
    findings = [*unreadable, *check(figures), *reconcile(figures)]
    shown = ["cbec_trade/CN-CQ/2021/target_gap@cbec_trade_2025", "cbec_trade/CN-CQ/2021/growth_computed"]
    return make_databook(
        about(language),
        CREATED,
        Catalogue(figures),
        charts=[bars_and_line(language), target_gap(language)],
        findings=findings,
        figures=shown,
    )


def bars_and_line(language: str) -> Chart:
    names = ("进出口额", "同比增长") if language == "zh" else ("Value", "Growth")
    return Chart(
        "trend", "combination", "跨境电商" if language == "zh" else "Cross-border e-commerce", ("2020", "2021", "2022"),
        (ChartSeries(names[0], (Decimal("7.81"), Decimal("32.21"), None), labels=("7.81", "32.21", "")),
         ChartSeries(names[1], (Decimal("17.7"), Decimal("63.3"), None), "line", "secondary")),
        "亿元" if language == "zh" else "billion yuan", "%", "What the trend shows", ("A note.",), language,
    )  # fmt: skip


def target_gap(language: str) -> Chart:
    return Chart(
        "gap", "target_gap", "Target gap", ("Cross-border e-commerce",),
        (ChartSeries("Level", (Decimal("32.21"),), "bar"), ChartSeries("Target", (Decimal(70),), "bar", role="target")),
        "billion yuan", alt_text="How far the target is", language=language,
    )  # fmt: skip


@lru_cache(maxsize=8)
def opened(data: bytes, *, values: bool = False) -> openpyxl.Workbook:
    """The book as openpyxl sees it, to be read alone; ``values`` for cached values in place of formulas."""
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def rows_of(data: bytes, sheet: str, *, values: bool = True) -> list[dict[str, Any]]:
    """The rows of a sheet's Excel Table, by head."""
    worksheet = opened(data, values=values)[sheet]
    (table,) = worksheet.tables.values()
    heads, *rows = ([cell.value for cell in row] for row in worksheet[table.ref])
    return [dict(zip(map(on_one_line, heads), row, strict=True)) for row in rows]


def on_one_line(head: str) -> str:
    """A head whose unit stands on a line of its own, as it would be without."""
    return head.replace("\n（", "（").replace("\n", " ")


def head_row(sheet: Any) -> int:
    """The row of the head of a sheet's table, as Excel counts."""
    (table,) = sheet.tables.values()
    return int(range_boundaries(table.ref)[1])


def cell_at(data: bytes, sheet: str, head: str, row: int = 1) -> Any:
    """The cell under a head, in the table's row of that number."""
    worksheet = opened(data)[sheet]
    at = head_row(worksheet)
    (column,) = [cell.column for cell in worksheet[at] if on_one_line(str(cell.value)) == head]
    return worksheet.cell(at + row, column)


def row_of(data: bytes, sheet: str, head: str, text: str, *, values: bool = True) -> dict[str, Any]:
    """The one row that has ``text`` under ``head``."""
    (row,) = [row for row in rows_of(data, sheet, values=values) if row[head] == text]
    return row


def small_table(language: str, **changes: Any) -> Table:
    columns = (TableColumn("what", "Indicator"), TableColumn("value", "Value", "billion yuan", "number"))
    rows = (TableRow((TableCell("Trade"), TableCell("…"))),)
    return Table(
        **{
            "name": "main",
            "title": "Trade",
            "columns": columns,
            "rows": rows,
            "language": language,
            **changes,
        }
    )

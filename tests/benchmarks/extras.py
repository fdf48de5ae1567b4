"""What the bars leave out, measured apart: figure controls in Word, figure marks and formulas in Excel."""

import io
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import xlsxwriter

from reportgen.content import Number
from reportgen.excel import EXCEL
from reportgen.word import WordTemplate
from tests.benchmarks.excel_cases import rows as excel_rows
from tests.benchmarks.timing import CPU, compare
from tests.benchmarks.word_cases import cases as word_cases

ROUNDS = 9
BUDGET = 15


def rows() -> Iterator[str]:
    yield "| apart | with, ms | without, ms | ratio |"
    yield "|---|---|---|---|"
    brief = word_cases()[0]
    word, figures = WordTemplate(brief.template), _with_figures(brief.contexts[0])
    yield _line(
        f"figure controls on the {_figures_in(figures):,} numbers of a brief of 40 sections",
        lambda: word.fill(figures),
        lambda: word.fill(figures, marks="none"),
    )
    book = EXCEL.compile(_template(formulas=False))
    data = _with_figures({"rows": list(excel_rows(1_000))})
    yield _line(
        f"figure marks on the {_figures_in(data):,} numbers of 1,000 rows x 12",
        lambda: book.fill(data),
        lambda: book.fill(data, marks="none"),
    )
    plain = {"rows": list(excel_rows(20_000))}
    calculated = EXCEL.compile(_template(formulas=True))
    yield _line(
        "a formula in each of 20,000 rows and a total, moved and worked out",
        lambda: calculated.fill(plain, marks="none"),
        lambda: book.fill(plain, marks="none"),
    )


def _line(name: str, with_it: Callable[[], object], without: Callable[[], object]) -> str:
    found = compare(with_it, without, ROUNDS, budget=BUDGET, clock=CPU)
    return f"| {name} | {found.ours * 1000:.1f} | {found.theirs * 1000:.1f} | {found.ratio:.2f} |"


def _with_figures(value: Any, path: str = "f") -> Any:
    """The same data with every number a figure that has a key of its own."""
    if isinstance(value, dict):
        return {key: _with_figures(item, f"{path}{key}") for key, item in value.items()}
    if isinstance(value, list):
        return [_with_figures(item, f"{path}{index}") for index, item in enumerate(value)]
    if isinstance(value, int | float):
        return Number(str(value), value=Decimal(str(value)), key=path)
    return value


def _figures_in(value: Any) -> int:
    if isinstance(value, dict | list):
        return sum(map(_figures_in, value.values() if isinstance(value, dict) else value))
    return isinstance(value, Number)


def _template(*, formulas: bool) -> bytes:
    """The repeated row of eleven values, its twelfth a value or a formula, and a total under it."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet("Data")
    sheet.write(1, 0, "{% for r in rows %}")
    for column, key in enumerate("abcdefghijk"):
        sheet.write(2, column, f"{{{{ r.{key} }}}}")
    sheet.write(3, 0, "{% endfor %}")
    if formulas:
        sheet.write_formula("L3", "=H3-I3")
        sheet.write_formula("L5", "=SUM(L3)")
    else:
        sheet.write("L3", "{{ r.l }}")
    book.close()
    return data.getvalue()

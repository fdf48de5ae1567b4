"""Filling Excel templates beside a floor program and other tools. See ``excel_cases`` for what the floor does.

All numbers are ratios to the floor in processor time (of Node: on the clock), data in memory, results kept in memory, figure marks
off. *reportgen* fills a template that is compiled once; *first fill* reads and compiles it too. Of a batch the floor writes whole
files, every part deflated anew; *sheet alone* is the stricter floor that formats and deflates the sheet and nothing else.
"""

import io
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from reportgen.excel import EXCEL
from reportgen.excel.workbook_filling import ExcelTemplate
from reportgen.ooxml import Package
from tests.benchmarks.excel_cases import PART, ExcelCase, cases
from tests.benchmarks.excel_competitors import TOOLS, is_installed
from tests.benchmarks.floors import WholeFile, deflated
from tests.benchmarks.node import NodeProgram
from tests.benchmarks.node import is_installed as is_in_node
from tests.benchmarks.timing import CPU, compare

BUDGET = 15
"""Seconds of pairs for each cell of the table."""
NODE_TOOLS = {"Carbone": "carbone", "exceljs": "exceljs"}


def rows() -> Iterator[str]:
    heads = [*TOOLS, *NODE_TOOLS]
    yield f"| Excel, ratio to the floor | bar | reportgen | first fill | sheet alone | {' | '.join(heads)} | floor, ms |"
    yield "|---|" + "---|" * (len(heads) + 5)
    for case in cases():
        _hold_to_same_bytes(case)
        floor = _floor(case)
        template = EXCEL.compile(case.template)
        ours = compare(_ours(case, template), floor, case.rounds, budget=BUDGET, clock=CPU)
        first = compare(_first(case), floor, case.rounds, budget=BUDGET, clock=CPU).ratio
        strict = compare(
            _ours(case, template), _sheet_alone(case), case.rounds, budget=BUDGET, clock=CPU
        ).ratio
        if case.has_formulas:  # the others write no values of formulas
            others = ["–"] * len(heads)
        else:
            others = [_python_tool(tool, case, floor) for tool in TOOLS]
            others += [_node_tool(tool, case, floor) for tool in NODE_TOOLS]
        yield (
            f"| {case.name} | {case.bar:g} | **{ours.ratio:.2f}** | {first:.2f} | {strict:.2f} | {' | '.join(others)} "
            f"| {ours.theirs * 1000:.1f} |"
        )
    missing = [tool for tool in TOOLS if not is_installed(tool)]
    missing += [tool for tool, package in NODE_TOOLS.items() if not is_in_node(package)]
    if missing:
        yield f"({', '.join(missing)}: not installed; make competitors)"


def _hold_to_same_bytes(case: ExcelCase) -> None:
    """The floor program must give the very sheet that reportgen writes, or the ratio says nothing."""
    data = case.data[-1]
    filled = EXCEL.compile(case.template).fill({"rows": data}, marks="none").data
    if Package.open(filled).read(PART) != b"".join(case.sheet_xml(data)):
        raise SystemExit(f"The floor program of “{case.name}” no longer writes what reportgen writes.")


# ---- the programs ----------------------------------------------------------------------------------------------


def _floor(case: ExcelCase) -> Callable[[], object]:
    if len(case.data) == 1:
        return _sheet_alone(case)
    file = WholeFile(case.template, PART)
    return lambda: [file.with_part(b"".join(case.sheet_xml(data))) for data in case.data]


def _sheet_alone(case: ExcelCase) -> Callable[[], object]:
    return lambda: [deflated(case.sheet_xml(data)) for data in case.data]


def _ours(case: ExcelCase, template: ExcelTemplate) -> Callable[[], object]:
    return lambda: [template.fill({"rows": data}, marks="none").data for data in case.data]


def _first(case: ExcelCase) -> Callable[[], object]:
    """With the template read and compiled once."""

    def run() -> None:
        template = ExcelTemplate(case.template)
        for data in case.data:
            template.fill({"rows": data}, marks="none")

    return run


def _python_tool(tool: str, case: ExcelCase, floor: Callable[[], object]) -> str:
    if not is_installed(tool):
        return "–"
    make = TOOLS[tool][1](case.template)
    made: list[bytes] = []

    def run() -> None:
        made[:] = [make(data) for data in case.data]

    ratio = compare(run, floor, case.rounds, warm_up=0, budget=BUDGET, clock=CPU).ratio
    return _told(case, ratio, made[-1])


def _node_tool(tool: str, case: ExcelCase, floor: Callable[[], object]) -> str:
    package = NODE_TOOLS[tool]
    if not is_in_node(package):
        return "–"
    template = case.carbone if package == "carbone" else case.template
    program = "carbone-xlsx" if package == "carbone" else package
    data = [{"rows": rows} for rows in case.data]
    with tempfile.TemporaryDirectory() as work, NodeProgram(program, template, data, Path(work)) as node:
        ratio = compare(node.run, floor, case.rounds, budget=BUDGET).ratio
        return _told(case, ratio, node.result())


def _told(case: ExcelCase, ratio: float, made: bytes) -> str:
    """The ratio, with a remark where the workbook does not open in openpyxl or does not hold the rows it should."""
    import openpyxl

    try:
        sheets = openpyxl.load_workbook(io.BytesIO(made), read_only=True)
        sheet = sheets[sheets.sheetnames[-1]]
        values = {row[0] for row in sheet.iter_rows(values_only=True) if row}
    except Exception:
        return f"{ratio:.1f} (openpyxl cannot open it)"
    missing = sum(row["a"] not in values for row in case.data[-1])
    return (
        f"{ratio:.1f}" if not missing else f"{ratio:.1f} ({missing:,} of {len(case.data[-1]):,} rows missing)"
    )
